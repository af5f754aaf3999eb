//! Evaluation (满意度测评): the congress grades what was built, by a poll of its own.
//!
//! The engine, the secrecy and the run-sheet are those of every poll ([`crate::domain::poll`]); here
//! is what an evaluation adds: which projects it may ask about, and what follows a bad grade.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::id::{FindingId, PollId, ProjectId};
use super::library::stage::ProjectStage;
use super::problem::Problem;
use super::tally::LineGrade;

/// Days that a unit has to put right what the congress is dissatisfied with. No published text fixes
/// it; one to two months is what local methods give, and the office may extend it by its approver.
pub const DAYS_TO_RECTIFY: i32 = 60;

/// A poll that grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evaluation {
    /// The poll.
    pub poll: PollId,
    /// The evaluation whose dissatisfied projects it asks about again (再次测评).
    pub second_of: Option<PollId>,
}

/// How often each grade was given, in papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Satisfied.
    pub satisfied: u32,
    /// Basically satisfied.
    pub basically: u32,
    /// Dissatisfied.
    pub dissatisfied: u32,
    /// Abstentions.
    pub abstain: u32,
}

/// What an evaluation came to for one project. Residents' ratings never enter it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeResult {
    /// The project.
    pub project: ProjectId,
    /// The evaluation.
    pub poll: PollId,
    /// The papers.
    pub marks: Marks,
    /// The number of which grades are taken.
    pub base: u32,
    /// The grade.
    pub grade: LineGrade,
    /// The rectification that a dissatisfied one opened.
    pub finding: Option<FindingId>,
    /// Whether everybody may read it: the evaluation has a notice.
    pub is_published: bool,
}

/// Whether a project can be graded: there is work to look at, and nobody ended it.
#[must_use]
pub fn may_be_graded(stage: ProjectStage) -> bool {
    match stage {
        ProjectStage::InProgress
        | ProjectStage::Completed
        | ProjectStage::Accepted
        | ProjectStage::Evaluated => true,
        ProjectStage::InLibrary
        | ProjectStage::UnderAppraisal
        | ProjectStage::Candidate
        | ProjectStage::OnSlate
        | ProjectStage::Selected
        | ProjectStage::NotSelected
        | ProjectStage::Declined
        | ProjectStage::Merged
        | ProjectStage::Assigned
        | ProjectStage::Suspended
        | ProjectStage::Terminated => false,
    }
}

/// What stands against putting these projects to an evaluation: `evaluation-no-projects` at
/// `projects` when there are none; `not-gradable` (facts `name`, `stage`) for each that cannot be
/// graded.
#[must_use]
pub fn problems(projects: &[(&str, ProjectStage)]) -> Vec<Problem> {
    if projects.is_empty() {
        return vec![Problem::error("evaluation-no-projects").at("projects")];
    }
    let against = projects
        .iter()
        .filter(|(_, stage)| !may_be_graded(*stage))
        .map(|(name, stage)| {
            let problem = Problem::error("not-gradable").at("projects");
            problem.with("name", name).with("stage", stage.word())
        });
    against.collect()
}

/// The day by which a rectification ordered today must be answered.
#[must_use]
pub fn rectify_by(today: Date) -> Date {
    let days = jiff::Span::new().days(DAYS_TO_RECTIFY);
    today.saturating_add(days)
}

/// How often a unit's projects got each grade, in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Record {
    /// Satisfied.
    pub satisfied: u32,
    /// Basically satisfied.
    pub basically: u32,
    /// Dissatisfied.
    pub dissatisfied: u32,
}

/// The records of units over the years: the first evaluation of each project counts, for a second
/// one tells of the rectification and not of the year's work.
#[must_use]
pub fn records<'u>(
    grades: impl IntoIterator<Item = (&'u str, i16, LineGrade)>,
) -> BTreeMap<&'u str, BTreeMap<i16, Record>> {
    let mut records: BTreeMap<&str, BTreeMap<i16, Record>> = BTreeMap::new();
    for (unit, year, grade) in grades {
        let record = records.entry(unit).or_default().entry(year).or_default();
        let sum = match grade {
            LineGrade::Satisfied => &mut record.satisfied,
            LineGrade::Basically => &mut record.basically,
            LineGrade::Dissatisfied => &mut record.dissatisfied,
        };
        *sum = sum.saturating_add(1);
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_graded_from_its_start_until_somebody_ends_it() {
        let gradable: Vec<&str> = ProjectStage::ALL
            .iter()
            .filter(|stage| may_be_graded(**stage))
            .map(|stage| stage.word())
            .collect();
        assert_eq!(
            gradable,
            ["in_progress", "completed", "accepted", "evaluated"]
        );
    }

    #[test]
    fn an_evaluation_asks_about_something_that_can_be_graded() {
        assert_eq!(problems(&[])[0].code, "evaluation-no-projects");
        let found = problems(&[
            ("a road", ProjectStage::Accepted),
            ("a bridge", ProjectStage::Suspended),
        ]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, "not-gradable");
        assert_eq!(found[0].facts[0].1, "a bridge");
    }

    #[test]
    fn a_rectification_has_sixty_days() {
        let today = jiff::civil::date(2026, 12, 31);
        assert_eq!(rectify_by(today), jiff::civil::date(2027, 3, 1));
    }

    #[test]
    fn records_add_up_by_unit_and_year() {
        let found = records([
            ("water", 2025, LineGrade::Satisfied),
            ("water", 2026, LineGrade::Dissatisfied),
            ("water", 2026, LineGrade::Basically),
            ("roads", 2026, LineGrade::Satisfied),
        ]);
        assert_eq!(found["water"][&2026].dissatisfied, 1);
        assert_eq!(found["water"][&2026].basically, 1);
        assert_eq!(found["water"][&2025].satisfied, 1);
        assert_eq!(found["roads"].len(), 1);
    }
}
