//! Candidate lists (候选项目名单): preliminary, reviewed, formal, frozen; their surplus and their text.

use jiff::civil::Date;

use crate::congress::{Congress, Level};
use crate::id::{CongressId, ListId, ProjectId};
use crate::poll::slate::plain;
use crate::problem::Problem;
use count::words;

words! {
    /// Where a list stands.
    pub enum ListStage {
        /// Put together by the clerk.
        Preliminary = "preliminary",
        /// Deliberated by the standing committee or the presidium.
        Reviewed = "reviewed",
        /// Ready to be put to a poll.
        Formal = "formal",
        /// Fixed with number, version and hash in a slate.
        Frozen = "frozen",
    }
}

words! {
    /// What moves a list.
    pub enum ListAct {
        /// The review is noted.
        Review = "review",
        /// It becomes the formal list.
        Fix = "fix",
        /// It is worked on once more.
        Reopen = "reopen",
        /// The slate of a poll is frozen.
        Freeze = "freeze",
        /// It is changed after freezing: a new version.
        Revise = "revise",
    }
}

impl ListStage {
    /// The stage after an act.
    ///
    /// # Errors
    /// `list-out-of-turn` with act and stage.
    pub fn after(self, act: ListAct) -> Result<Self, Problem> {
        use ListAct as Act;
        let next = match (self, act) {
            (Self::Preliminary, Act::Review) => Some(Self::Reviewed),
            (Self::Reviewed, Act::Fix) => Some(Self::Formal),
            (Self::Reviewed | Self::Formal, Act::Reopen) => Some(Self::Preliminary),
            (Self::Formal | Self::Frozen, Act::Freeze) => Some(Self::Frozen),
            (Self::Frozen, Act::Revise) => Some(Self::Frozen),
            (Self::Preliminary, Act::Fix | Act::Reopen | Act::Freeze | Act::Revise)
            | (Self::Reviewed, Act::Review | Act::Freeze | Act::Revise)
            | (Self::Formal, Act::Review | Act::Fix | Act::Revise)
            | (Self::Frozen, Act::Review | Act::Fix | Act::Reopen) => None,
        };
        next.ok_or_else(|| {
            let problem = Problem::error("list-out-of-turn").with("act", act.word());
            problem.with("stage", self.word())
        })
    }
}

words! {
    /// Who reviews a list before it is formal.
    pub enum ListReviewer {
        /// The standing committee of a county.
        StandingCommittee = "standing_committee",
        /// The presidium of a township.
        Presidium = "presidium",
    }
}

impl ListReviewer {
    /// Who reviews at a level: a township has no standing committee.
    #[must_use]
    pub fn at(level: Level) -> Self {
        match level {
            Level::County => Self::StandingCommittee,
            Level::Township => Self::Presidium,
        }
    }
}

/// A candidate list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateList {
    /// Identifier.
    pub id: ListId,
    pub congress: CongressId,
    pub year: i16,
    /// Its number in the congress's year, from 1.
    pub number: u32,
    /// Where it stands.
    pub stage: ListStage,
    /// Its version: 1 until it is changed after freezing.
    pub version: u32,
    /// How many are to be chosen (K).
    pub places: u16,
    /// The day of the review.
    pub reviewed_on: Option<Date>,
    /// How it was decided, in words.
    pub decided_how: String,
}

/// One line of a list as its canonical text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLine {
    pub project: ProjectId,
    pub code: String,
    pub name: String,
    /// Its one line.
    pub summary: String,
    /// Fen.
    pub investment: i64,
}

/// How a list compares with what is usual: a fifth to a quarter more than the places, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surplus {
    /// Candidates beyond the places; negative when there are too few.
    pub extra: i64,
    /// Parts in a hundred of the places, rounded to the nearest.
    pub percent: i64,
    /// Fewest extra by habit: a fifth of the places, at least one.
    pub habit_from: i64,
    /// Most extra by habit: a quarter of the places, at least one.
    pub habit_to: i64,
}

impl Surplus {
    /// Of so many lines for so many places.
    #[must_use]
    pub fn of(lines: usize, places: u16) -> Self {
        let (lines, places) = (i64::try_from(lines).unwrap_or(i64::MAX), i64::from(places));
        let extra = lines.saturating_sub(places);
        let percent = if places == 0 {
            0
        } else {
            (extra.saturating_mul(200) / places + extra.signum()) / 2
        };
        let up = |part: i64| ((places + part - 1) / part).max(1);
        Self {
            extra,
            percent,
            habit_from: up(5),
            habit_to: up(4),
        }
    }

    /// Whether it is within the habit.
    #[must_use]
    pub fn is_usual(self) -> bool {
        (self.habit_from..=self.habit_to).contains(&self.extra)
    }
}

/// What stands against making a list formal.
#[must_use]
pub fn missing(places: u16, lines: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    if lines == 0 {
        problems.push(Problem::error("list-empty"));
    } else if lines < usize::from(places) {
        let problem = Problem::error("list-too-short").with("lines", lines);
        problems.push(problem.with("places", places));
    }
    problems
}

/// The canonical text of a version of a list: what its hash stands for.
#[must_use]
pub fn canonical(congress: &Congress, list: &CandidateList, lines: &[ListLine]) -> String {
    let reviewed = list
        .reviewed_on
        .map_or_else(String::new, |on| on.to_string());
    let mut text = format!(
        "minsheng-candidate-list 1\ncongress\t{}\t{}\nlist\t{}\t{}\t{}\nplaces\t{}\n\
         review\t{}\t{reviewed}\t{}\n",
        congress.slug,
        plain(&congress.name),
        list.year,
        list.number,
        list.version,
        list.places,
        ListReviewer::at(congress.level).word(),
        plain(&list.decided_how),
    );
    for (number, line) in (1..).zip(lines) {
        text.push_str(&format!(
            "line\t{number}\t{}\t{}\t{}\t{}\t{}\n",
            line.project,
            plain(&line.code),
            plain(&line.name),
            plain(&line.summary),
            line.investment
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table() {
        let mut arrows = Vec::new();
        for stage in ListStage::ALL {
            for act in ListAct::ALL {
                if let Ok(next) = stage.after(act) {
                    arrows.push(format!("{} {} {}", stage.word(), act.word(), next.word()));
                }
            }
        }
        assert_eq!(
            arrows,
            [
                "preliminary review reviewed",
                "reviewed fix formal",
                "reviewed reopen preliminary",
                "formal reopen preliminary",
                "formal freeze frozen",
                "frozen freeze frozen",
                "frozen revise frozen",
            ]
        );
    }

    #[test]
    fn the_surplus_is_compared_with_the_habit() {
        // Lists of domain practice: lines, places, percent, within the habit.
        for (lines, places, percent, is_usual) in [
            (30, 24, 25, true),
            (15, 12, 25, true),
            (12, 10, 20, true),
            (6, 5, 20, true),
            (5, 3, 67, false),
            (20, 10, 100, false),
            (5, 4, 25, true),
            (4, 4, 0, false),
            (6, 4, 50, false),
            (3, 4, -25, false),
        ] {
            let found = Surplus::of(lines, places);
            assert_eq!(
                (found.percent, found.is_usual()),
                (percent, is_usual),
                "{lines}/{places}"
            );
        }
        assert_eq!(Surplus::of(3, 2).habit_from, 1);
        assert_eq!(Surplus::of(1, 0).percent, 0);
    }

    #[test]
    fn a_list_without_enough_lines_is_not_formal() {
        assert_eq!(missing(4, 0)[0].code, "list-empty");
        assert_eq!(missing(4, 3)[0].code, "list-too-short");
        assert_eq!(missing(4, 4), []);
    }
}
