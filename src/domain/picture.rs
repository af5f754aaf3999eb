//! Pictures that belong to a lead, a project, a report or a finding.

use super::id::{FindingId, LeadId, PictureId, ProjectId, ReportId};

/// Whose a picture is. Whoever may see the owner may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// A lead: the clerk and whoever holds its receipt.
    Lead(LeadId),
    /// A project: everybody, once it was on a slate.
    Project(ProjectId),
    /// A monthly report.
    Report(ReportId),
    /// A finding.
    Finding(FindingId),
}

impl Owner {
    /// The word in the store.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead(_) => "lead",
            Self::Project(_) => "project",
            Self::Report(_) => "report",
            Self::Finding(_) => "finding",
        }
    }

    /// The owner's identifier as a number.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Lead(LeadId(id))
            | Self::Project(ProjectId(id))
            | Self::Report(ReportId(id))
            | Self::Finding(FindingId(id)) => id,
        }
    }
}

/// The two sizes that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// At most 1600 pixels a side.
    Large,
    /// At most 320 pixels a side.
    Small,
}

impl Size {
    /// The longest side in pixels.
    #[must_use]
    pub fn longest_side(self) -> u32 {
        match self {
            Self::Large => 1_600,
            Self::Small => 320,
        }
    }
}

/// What a page needs to show a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFacts {
    /// Identifier.
    pub id: PictureId,
    /// What it shows, in words; may be empty.
    pub caption: String,
    /// Width of the large one in pixels.
    pub width: u32,
    /// Height of the large one in pixels.
    pub height: u32,
}

/// A picture in one size, as an address names it: `7-320.jpg`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PictureName {
    /// The picture.
    pub id: PictureId,
    /// The size.
    pub size: Size,
}

impl std::fmt::Display for PictureName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}.jpg", self.id, self.size.longest_side())
    }
}

/// An address that names no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such picture")]
pub struct NoSuchName;

impl std::str::FromStr for PictureName {
    type Err = NoSuchName;

    fn from_str(name: &str) -> Result<Self, NoSuchName> {
        let (id, side) = name
            .strip_suffix(".jpg")
            .and_then(|name| name.split_once('-'))
            .ok_or(NoSuchName)?;
        let size = [Size::Large, Size::Small]
            .into_iter()
            .find(|size| size.longest_side().to_string() == side)
            .ok_or(NoSuchName)?;
        let id = id.parse().map_err(|_| NoSuchName)?;
        Ok(Self { id, size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written() {
        for size in [Size::Large, Size::Small] {
            let name = PictureName {
                id: PictureId(7),
                size,
            };
            assert_eq!(name.to_string().parse(), Ok(name));
        }
        for wrong in ["7.jpg", "7-321.jpg", "7-320.png", "x-320.jpg", ""] {
            assert_eq!(wrong.parse::<PictureName>(), Err(NoSuchName), "{wrong}");
        }
    }
}
