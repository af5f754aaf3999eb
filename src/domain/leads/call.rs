//! A call for leads (征集公告): its period, its scope, and whether it is open on a day.

use count::words;
use jiff::civil::Date;

use crate::id::{CallId, CongressId};
use crate::library::typed;
use crate::problem::Problem;

/// Days that the rules read so far ask for at least (锦华街道 2023, article 6: 不少于30日).
pub const DAYS_ASKED_FOR: i32 = 30;

/// The longest list of regions, scope or exclusions, in characters.
const MOST_TEXT: usize = 2_000;

/// A call as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Identifier.
    pub id: CallId,
    pub congress: CongressId,
    /// What it says.
    pub text: CallText,
}

/// What a clerk writes into a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallText {
    /// The year that the projects are for.
    pub year: i16,
    /// Title of the poster.
    pub title: String,
    /// What is asked for.
    pub scope: String,
    /// What does not belong here, and where it goes instead.
    pub excluded: String,
    /// Townships or villages to choose from, one a line; none: the resident types it.
    pub regions: Vec<String>,
    /// First day.
    pub opens_on: Date,
    /// Last day, itself included.
    pub closes_on: Date,
}

words! {
    /// Where a call stands. It is never stored: the calendar decides.
    pub enum CallPhase {
        /// Not begun.
        Coming = "coming",
        /// Leads are taken.
        Open = "open",
        /// Over.
        Closed = "closed",
    }
}

impl CallText {
    /// Where the call stands on a day of Beijing's calendar.
    #[must_use]
    pub fn phase(&self, today: Date) -> CallPhase {
        if today < self.opens_on {
            CallPhase::Coming
        } else if today <= self.closes_on {
            CallPhase::Open
        } else {
            CallPhase::Closed
        }
    }

    /// How many days it is open, the first and the last included.
    #[must_use]
    pub fn days(&self) -> i32 {
        (self.closes_on - self.opens_on).get_days() + 1
    }

    /// The same text cleaned, or everything that is wrong with it. A period shorter than the rules
    /// ask for is a warning.
    ///
    /// # Errors
    /// `text-missing`, `typed-too-long`, `typed-hidden` at their fields, `call-period`.
    pub fn checked(self) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let mut problems = Vec::new();
        let mut keep = |cleaned: Result<String, Problem>| {
            cleaned
                .map_err(|problem| problems.push(problem))
                .unwrap_or_default()
        };
        let title = keep(typed::needed("title", &self.title, 60));
        let scope = keep(typed::needed_lines("scope", &self.scope, MOST_TEXT));
        let excluded = keep(typed::needed_lines("excluded", &self.excluded, MOST_TEXT));
        let regions = keep(typed::lines("regions", &self.regions.join("\n"), MOST_TEXT));
        if self.closes_on < self.opens_on {
            problems.push(Problem::error("call-period").at("closes_on"));
        }
        if !(2000..=2200).contains(&self.year) {
            problems.push(Problem::error("call-year").at("year"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let days = self.days();
        let warnings = if days < DAYS_ASKED_FOR {
            let short = Problem::warning("call-short").at("closes_on");
            vec![short.with("days", days).with("asked", DAYS_ASKED_FOR)]
        } else {
            Vec::new()
        };
        let regions = regions.lines().map(str::trim);
        let checked = Self {
            title,
            scope,
            excluded,
            regions: regions
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            ..self
        };
        Ok((checked, warnings))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(opens_on: &str, closes_on: &str) -> CallText {
        CallText {
            year: 2026,
            title: "call".into(),
            scope: "what".into(),
            excluded: "not what".into(),
            regions: vec![" a ".into(), String::new(), "b".into()],
            opens_on: opens_on.parse().unwrap(),
            closes_on: closes_on.parse().unwrap(),
        }
    }

    #[test]
    fn both_days_of_the_period_belong_to_it() {
        let call = call("2025-09-01", "2025-09-30");
        for (day, phase) in [
            ("2025-08-31", CallPhase::Coming),
            ("2025-09-01", CallPhase::Open),
            ("2025-09-30", CallPhase::Open),
            ("2025-10-01", CallPhase::Closed),
        ] {
            assert_eq!(call.phase(day.parse().unwrap()), phase, "{day}");
        }
        assert_eq!(call.days(), 30);
    }

    #[test]
    fn a_short_call_is_warned_of_and_a_backward_one_refused() {
        let codes = |list: Vec<Problem>| list.iter().map(|one| one.code).collect::<Vec<_>>();
        let (checked, warnings) = call("2025-09-01", "2025-09-30").checked().unwrap();
        assert_eq!(checked.regions, ["a", "b"]);
        assert!(warnings.is_empty());
        let (_, warnings) = call("2025-09-01", "2025-09-29").checked().unwrap();
        assert_eq!(codes(warnings), ["call-short"]);
        let refused = call("2025-09-02", "2025-09-01").checked().unwrap_err();
        assert_eq!(codes(refused), ["call-period"]);
        let mut empty = call("2025-09-01", "2025-10-01");
        empty.scope = " \u{200b}".into();
        empty.title = "\u{202e}".into();
        let refused = empty.checked().unwrap_err();
        assert_eq!(codes(refused), ["typed-hidden", "text-missing"]);
    }
}
