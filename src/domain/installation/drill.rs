//! The report of a drill: a backup that was brought back to see whether it can be, as a canonical text.

use jiff::{SignedDuration, Timestamp};

use crate::audit::one_line;

/// The first line of a report.
const HEAD: &str = "minsheng-drill-1";

/// So long a drill is believed.
const BELIEVED: SignedDuration = SignedDuration::from_hours(183 * 24);

/// What is known of whether backups come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrillVerdict {
    /// Nothing: nobody has tried.
    Never,
    /// The last try found faults.
    Failed,
    /// The last try passed, too long ago.
    Old,
    /// The last try passed.
    Passed,
}

/// What the last drill says now.
#[must_use]
pub fn judge(last: Option<&Drill>, now: Timestamp) -> DrillVerdict {
    match last {
        None => DrillVerdict::Never,
        Some(drill) if !drill.differs.is_empty() => DrillVerdict::Failed,
        Some(drill) if now.duration_since(drill.at) > BELIEVED => DrillVerdict::Old,
        Some(_) => DrillVerdict::Passed,
    }
}

/// What a drill came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drill {
    /// When it ended.
    pub at: Timestamp,
    /// How long it took, in milliseconds.
    pub took: u64,
    /// Lines of the audit log that were read.
    pub lines: u64,
    /// Pictures that were brought back and are what they were.
    pub pictures: u64,
    /// What was not as it should be, a line each; a drill without any has passed.
    pub differs: Vec<String>,
}

impl Drill {
    /// The text of the report: a version line, then one fact a line.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut text = format!(
            "{HEAD}\nat {}\ntook {}\nlines {}\npictures {}\n",
            self.at, self.took, self.lines, self.pictures
        );
        for line in &self.differs {
            text.push_str(&format!("differs {}\n", one_line(line)));
        }
        text
    }

    /// Reads a report; nothing when it is not one that this program wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != HEAD {
            return None;
        }
        let mut fact = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let mut found = Self {
            at: fact("at")?.parse().ok()?,
            took: fact("took")?.parse().ok()?,
            lines: fact("lines")?.parse().ok()?,
            pictures: fact("pictures")?.parse().ok()?,
            differs: Vec::new(),
        };
        let differs = lines.map(|line| line.strip_prefix("differs ").map(str::to_owned));
        found.differs = differs.collect::<Option<_>>()?;
        (found.canonical() == text).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_goes_both_ways_and_is_read_strictly() {
        let passed = Drill {
            at: "2026-01-15T04:00:00Z".parse().unwrap(),
            took: 1_500,
            lines: 12,
            pictures: 3,
            differs: Vec::new(),
        };
        let failed = Drill {
            differs: vec!["picture-missing\n2".to_owned(), "chain".to_owned()],
            ..passed
        };
        assert_eq!(Drill::read(&passed.canonical()), Some(passed.clone()));
        let read = Drill::read(&failed.canonical()).unwrap();
        assert_eq!(read.differs.len(), 2);
        let half_a_year = SignedDuration::from_hours(184 * 24);
        for (last, after, verdict) in [
            (None, SignedDuration::ZERO, DrillVerdict::Never),
            (Some(&failed), SignedDuration::ZERO, DrillVerdict::Failed),
            (Some(&passed), SignedDuration::ZERO, DrillVerdict::Passed),
            (Some(&passed), half_a_year, DrillVerdict::Old),
        ] {
            assert_eq!(judge(last, passed.at + after), verdict);
        }
        for wrong in [
            passed.canonical().replace("drill-1", "drill-2"),
            passed.canonical().replace("1500", "01500"),
            format!("{}more\n", passed.canonical()),
            String::new(),
        ] {
            assert_eq!(Drill::read(&wrong), None, "{wrong}");
        }
    }
}
