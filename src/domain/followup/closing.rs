//! Closing a year of supervision: what is still open is listed before somebody confirms that it may stay open.
//!
//! Nothing that is open prevents the closing for good. A work of several years, or a rectification whose day lies
//! in the next one, goes on after it; but nobody closes a year without having read what goes on.

use super::finding::FindingStage;
use crate::library::project::ProjectStage;
use crate::problem::Problem;

/// A project of the year.
#[derive(Debug, Clone, Copy)]
pub struct YearProject<'y> {
    pub name: &'y str,
    /// Where it stands.
    pub stage: ProjectStage,
    /// Whether a certified evaluation graded it, whole or in parts.
    pub is_graded: bool,
}

/// A finding about the year's work.
#[derive(Debug, Clone, Copy)]
pub struct YearFinding {
    /// The ledger's year.
    pub year: i16,
    pub number: u32,
    /// Where it stands.
    pub stage: FindingStage,
}

/// A line that an evaluation of the year was dissatisfied with.
#[derive(Debug, Clone, Copy)]
pub struct YearDissatisfaction<'y> {
    pub name: &'y str,
    /// Whether it was evaluated again.
    pub is_second_graded: bool,
}

/// What is still open, as warnings: `year-ungraded` and `year-not-evaluated-again` (fact `name`),
/// `year-finding-open` (facts `year`, `number`).
#[must_use]
pub fn still_open(
    projects: &[YearProject<'_>],
    findings: &[YearFinding],
    dissatisfied: &[YearDissatisfaction<'_>],
) -> Vec<Problem> {
    let ungraded = projects
        .iter()
        .filter(|project| !project.is_graded && project.stage != ProjectStage::Terminated)
        .map(|project| Problem::warning("year-ungraded").with("name", project.name));
    let open = findings
        .iter()
        .filter(|finding| is_open(finding.stage))
        .map(|finding| {
            let problem = Problem::warning("year-finding-open");
            problem
                .with("year", finding.year)
                .with("number", finding.number)
        });
    let again = dissatisfied
        .iter()
        .filter(|line| !line.is_second_graded)
        .map(|line| Problem::warning("year-not-evaluated-again").with("name", line.name));
    ungraded.chain(open).chain(again).collect()
}

fn is_open(stage: FindingStage) -> bool {
    match stage {
        FindingStage::Found | FindingStage::Sent | FindingStage::Answered => true,
        FindingStage::Closed | FindingStage::Dismissed => false,
    }
}

/// Whether a year may be closed today.
///
/// # Errors
/// `year-not-over` (fact `year`); `year-still-open` at `confirm` (fact `open`) while something is and
/// nobody confirmed it.
pub fn close(
    year: i16,
    this_year: i16,
    open: &[Problem],
    is_confirmed: bool,
) -> Result<(), Problem> {
    if year >= this_year {
        return Err(Problem::error("year-not-over").with("year", year));
    }
    if !open.is_empty() && !is_confirmed {
        let problem = Problem::error("year-still-open").at("confirm");
        return Err(problem.with("open", open.len()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(stage: ProjectStage, is_graded: bool) -> YearProject<'static> {
        YearProject {
            name: "a road",
            stage,
            is_graded,
        }
    }

    #[test]
    fn a_project_is_open_until_it_is_graded_or_ended() {
        let open = |one| still_open(&[one], &[], &[]).len();
        assert_eq!(open(project(ProjectStage::InProgress, false)), 1);
        assert_eq!(open(project(ProjectStage::Selected, false)), 1);
        assert_eq!(open(project(ProjectStage::Suspended, false)), 1);
        assert_eq!(open(project(ProjectStage::InProgress, true)), 0);
        assert_eq!(open(project(ProjectStage::Terminated, false)), 0);
    }

    #[test]
    fn every_finding_that_is_not_closed_and_every_missing_second_evaluation_is_told() {
        let findings = FindingStage::ALL.map(|stage| YearFinding {
            year: 2026,
            number: 1,
            stage,
        });
        let lines = [true, false].map(|is_second_graded| YearDissatisfaction {
            name: "a road",
            is_second_graded,
        });
        let open = still_open(&[], &findings, &lines);
        let codes: Vec<&str> = open.iter().map(|one| one.code).collect();
        let expected = [
            "year-finding-open",
            "year-finding-open",
            "year-finding-open",
            "year-not-evaluated-again",
        ];
        assert_eq!(codes, expected);
        assert!(open.iter().all(|one| !one.is_error()));
    }

    #[test]
    fn a_year_is_closed_when_it_is_over_and_what_is_open_was_read() {
        let open = still_open(&[project(ProjectStage::Assigned, false)], &[], &[]);
        let code = |result: Result<(), Problem>| result.map_err(|problem| problem.code);
        assert_eq!(code(close(2026, 2026, &[], true)), Err("year-not-over"));
        assert_eq!(
            code(close(2026, 2027, &open, false)),
            Err("year-still-open")
        );
        assert_eq!(code(close(2026, 2027, &open, true)), Ok(()));
        assert_eq!(code(close(2026, 2027, &[], false)), Ok(()));
    }
}
