//! What the grades of a line add up to: its grade (测评等次), by the rule of the congress's own text.
//!
//! No statute knows evaluations, so base, rule and whether half is enough are settings; see
//! [`GradeRule`]. Deputies' grades are never summed with what residents say.

use super::sums::CountError;
use crate::ballot::{Grade, LineNo};
use crate::poll::rules::{GradeRule, Rules, UnmarkedRule};
use crate::words;

words! {
    /// The grade of a line.
    pub enum LineGrade {
        /// Satisfied (满意).
        Satisfied = "satisfied",
        /// Basically satisfied (基本满意).
        Basically = "basically",
        /// Dissatisfied (不满意): a rectification follows.
        Dissatisfied = "dissatisfied",
    }
}

/// One line of an evaluation. All numbers are of papers, but for those needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GradedLine {
    /// Line number, from 1.
    pub line_no: LineNo,
    /// Papers that say satisfied.
    pub satisfied: u64,
    /// Papers that say basically satisfied.
    pub basically: u64,
    /// Papers that say dissatisfied.
    pub dissatisfied: u64,
    /// Papers that abstain, unmarked lines included where the rules say so.
    pub abstain: u64,
    /// How many satisfied the best grade needs.
    pub needs_satisfied: u64,
    /// How many satisfied and basically satisfied together the middle grade needs.
    pub needs_basically: u64,
    /// What it came to.
    pub grade: LineGrade,
}

/// The sums of one line of an evaluation.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct GradeSums {
    pub(super) satisfied: u64,
    pub(super) basically: u64,
    pub(super) dissatisfied: u64,
    pub(super) abstain: u64,
    pub(super) unmarked: u64,
}

impl GradeSums {
    /// Adds papers with this grade; whether the sums still hold them.
    pub(super) fn add(&mut self, grade: Grade, unmarked: UnmarkedRule, papers: u64) -> bool {
        let sum = match (grade, unmarked) {
            (Grade::Satisfied, _) | (Grade::Unmarked, UnmarkedRule::Approve) => &mut self.satisfied,
            (Grade::Basically, _) => &mut self.basically,
            (Grade::Dissatisfied, _) | (Grade::Unmarked, UnmarkedRule::Oppose) => {
                &mut self.dissatisfied
            }
            (Grade::Abstain, _) | (Grade::Unmarked, UnmarkedRule::Abstain) => &mut self.abstain,
        };
        let Some(marked) = sum.checked_add(papers) else {
            return false;
        };
        *sum = marked;
        if grade == Grade::Unmarked {
            // Never above the sum that was just checked.
            self.unmarked = self.unmarked.saturating_add(papers);
        }
        true
    }
}

/// The papers that the best and the middle grade need, out of this base.
///
/// A rate of `p` percent is reached by `v` papers when `100 v >= p base`: the number itself included.
pub(super) fn needed(rules: &Rules, base: u64) -> Result<(u64, u64), CountError> {
    let rate = |percent: u8| {
        let share = base.checked_mul(u64::from(percent));
        share
            .map(|share| share.div_ceil(100))
            .ok_or(CountError::TooLarge)
    };
    match rules.grades {
        GradeRule::Chain => {
            let needed = rules.needed(base);
            Ok((needed, needed))
        }
        GradeRule::Rates {
            satisfied,
            basically,
        } => Ok((rate(satisfied)?, rate(basically)?)),
    }
}

/// The same for a reader of the rules; none for a base that no hall has.
#[must_use]
pub fn needs(rules: &Rules, base: u32) -> Option<(u64, u64)> {
    needed(rules, base.into()).ok()
}

/// Grades a line.
pub(super) fn graded(
    line_no: LineNo,
    sums: &GradeSums,
    needs: (u64, u64),
) -> Result<GradedLine, CountError> {
    let together = sums.satisfied.checked_add(sums.basically);
    let together = together.ok_or(CountError::TooLarge)?;
    let (needs_satisfied, needs_basically) = needs;
    let grade = if sums.satisfied >= needs_satisfied {
        LineGrade::Satisfied
    } else if together >= needs_basically {
        LineGrade::Basically
    } else {
        LineGrade::Dissatisfied
    };
    Ok(GradedLine {
        line_no,
        satisfied: sums.satisfied,
        basically: sums.basically,
        dissatisfied: sums.dissatisfied,
        abstain: sums.abstain,
        needs_satisfied,
        needs_basically,
        grade,
    })
}
