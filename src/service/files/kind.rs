//! The kinds of file: each names its table, and nothing else needs to know it.

use std::fmt;
use std::str::FromStr;

/// What a file of a congress brings. In addresses it is one word, such as `deputies` or
/// `projects-2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// The roster of deputies.
    Deputies,
    /// The leads for a year.
    Leads { year: i16 },
    /// The projects of the library for a year.
    Projects {
        /// The year they are meant for.
        year: i16,
    },
    /// The monthly reports on the projects of a year.
    Reports {
        /// The year of the projects.
        year: i16,
    },
}

impl FileKind {
    /// All of them, for a year.
    #[must_use]
    pub fn all(year: i16) -> [Self; 4] {
        [
            Self::Deputies,
            Self::Leads { year },
            Self::Projects { year },
            Self::Reports { year },
        ]
    }

    /// The word in message keys, without a year.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Deputies => "deputies",
            Self::Leads { .. } => "leads",
            Self::Projects { .. } => "projects",
            Self::Reports { .. } => "reports",
        }
    }

    /// The year that the kind is bound to, if it is.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        match self {
            Self::Deputies => None,
            Self::Leads { year } | Self::Projects { year } | Self::Reports { year } => Some(year),
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())?;
        self.year().map_or(Ok(()), |year| write!(f, "-{year}"))
    }
}

/// The word names no kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchKind;

impl FromStr for FileKind {
    type Err = NoSuchKind;

    fn from_str(text: &str) -> Result<Self, NoSuchKind> {
        let (word, year) = match text.split_once('-') {
            Some((word, year)) => (word, Some(year.parse::<u16>().map_err(|_| NoSuchKind)?)),
            None => (text, None),
        };
        let is_plausible = |year: &i16| (2000..2200).contains(year);
        let year = match year {
            Some(year) => Some(i16::try_from(year).map_err(|_| NoSuchKind)?),
            None => None,
        };
        match (word, year) {
            ("deputies", None) => Ok(Self::Deputies),
            ("leads", Some(year)) if is_plausible(&year) => Ok(Self::Leads { year }),
            ("projects", Some(year)) if is_plausible(&year) => Ok(Self::Projects { year }),
            ("reports", Some(year)) if is_plausible(&year) => Ok(Self::Reports { year }),
            _ => Err(NoSuchKind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_one_word_of_an_address() {
        let year = 2026;
        for kind in FileKind::all(year) {
            assert_eq!(kind.to_string().parse(), Ok(kind));
        }
        for wrong in [
            "",
            "projects",
            "deputies-2026",
            "projects-26",
            "projects--1",
            "leads",
        ] {
            assert_eq!(wrong.parse::<FileKind>(), Err(NoSuchKind), "{wrong}");
        }
    }
}
