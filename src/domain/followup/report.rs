//! A monthly report (进度报告): how far, how much is paid, what hinders, what comes next.

use jiff::civil::Date;

use super::money::ten_thousands;
use super::month::Month;
use super::plan::Plan;
use super::share::Share;
use crate::id::{MilestoneId, ProjectId, ReportId};
use crate::problem::Problem;

/// What a unit reports for a month. A second report of the same month corrects the first, which is
/// kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Identifier; 0 before it is saved.
    pub id: ReportId,
    pub project: ProjectId,
    /// The month it tells of.
    pub month: Month,
    /// 1, then one more for each correction.
    pub version: u32,
    /// How much of the work is done.
    pub done: Share,
    /// The same as an amount, where the plan has one.
    pub quantity: Option<u64>,
    /// Money paid so far, in fen.
    pub paid: i64,
    /// One line: where things stand.
    pub status: String,
    /// What hinders; empty when nothing does.
    pub problem: String,
    /// What comes next.
    pub next_step: String,
    /// Why a figure fell, where one did.
    pub why: String,
    /// Milestones that it says are reached.
    pub reached: Vec<MilestoneId>,
    /// Who wrote it.
    pub written_by: String,
    /// Milliseconds: when.
    pub written_at: i64,
    /// Who checked it and when; none while it waits.
    pub checked: Option<ReportCheck>,
}

/// That a unit's head stands for a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportCheck {
    pub by: String,
    /// Which day.
    pub on: Date,
}

/// What is known when a report comes in.
#[derive(Debug, Clone, Copy)]
pub struct ReportFacts<'s> {
    /// The plan in force.
    pub plan: &'s Plan,
    /// The newest report of an earlier month.
    pub before: Option<&'s Report>,
    pub today: Date,
    /// The years whose account is closed.
    pub closed: &'s [i16],
}

/// Everything that stands against a report. A figure that falls is no error but must be explained.
#[must_use]
pub fn problems(report: &Report, standing: &ReportFacts<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    check_month(report.month, standing, &mut problems);
    let plan = standing.plan;
    let planned = plan.amount();
    if report.paid < 0 {
        problems.push(Problem::error("money-form").at("paid"));
    }
    if report.paid > planned {
        let problem = Problem::error("paid-above-plan").at("paid");
        problems.push(
            problem
                .with("planned", ten_thousands(planned))
                .with("paid", ten_thousands(report.paid)),
        );
    }
    if report.status.trim().is_empty() {
        problems.push(Problem::error("blank").at("status"));
    }
    let is_known = |id: &MilestoneId| plan.milestones.iter().any(|one| one.id == *id);
    if !report.reached.iter().all(is_known) {
        problems.push(Problem::error("milestone-unknown").at("reached"));
    }
    if let Some(before) = standing.before {
        let fell = if report.done < before.done {
            Some((
                "share-fell",
                before.done.to_string(),
                report.done.to_string(),
            ))
        } else if report.paid < before.paid {
            Some((
                "paid-fell",
                before.paid.to_string(),
                report.paid.to_string(),
            ))
        } else {
            None
        };
        if let Some((code, was, is)) = fell.filter(|_| report.why.trim().is_empty()) {
            let problem = Problem::error(code).at("why");
            problems.push(problem.with("was", was).with("is", is));
        }
    }
    problems
}

fn check_month(month: Month, standing: &ReportFacts<'_>, problems: &mut Vec<Problem>) {
    if standing.closed.contains(&month.year()) {
        problems.push(
            Problem::error("year-closed")
                .at("month")
                .with("year", month.year()),
        );
    } else if month > Month::of(standing.today) {
        problems.push(
            Problem::error("month-to-come")
                .at("month")
                .with("month", month),
        );
    } else if month < Month::of(standing.plan.from) {
        problems.push(
            Problem::error("month-before-plan")
                .at("month")
                .with("month", month),
        );
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::plan::tests::plan;
    use super::*;

    fn report(month: &str, done: u16, paid: i64) -> Report {
        Report {
            id: ReportId(0),
            project: ProjectId(1),
            month: Month::read(month).unwrap(),
            version: 1,
            done: Share::thousandths(done),
            quantity: None,
            paid,
            status: "on the way".to_owned(),
            problem: String::new(),
            next_step: String::new(),
            why: String::new(),
            reached: Vec::new(),
            written_by: String::new(),
            written_at: 0,
            checked: None,
        }
    }

    fn codes(report: &Report, before: Option<&Report>, closed: &[i16]) -> Vec<&'static str> {
        let standing = ReportFacts {
            plan: &plan(),
            before,
            today: date(2026, 7, 3),
            closed,
        };
        problems(report, &standing)
            .iter()
            .map(|problem| problem.code)
            .collect()
    }

    #[test]
    fn a_report_is_taken_or_says_what_is_wrong_with_it() {
        let june = report("2026-06", 500, 300_000_000);
        assert!(codes(&june, None, &[]).is_empty());
        assert_eq!(codes(&june, None, &[2026]), ["year-closed"]);
        assert!(codes(&june, None, &[2025]).is_empty());
        assert_eq!(
            codes(&report("2026-08", 500, 0), None, &[]),
            ["month-to-come"]
        );
        assert_eq!(
            codes(&report("2025-12", 500, 0), None, &[]),
            ["month-before-plan"]
        );
        assert!(codes(&report("2026-06", 500, 680_000_000), None, &[]).is_empty());
        assert_eq!(
            codes(&report("2026-06", 500, 680_000_001), None, &[]),
            ["paid-above-plan"]
        );
        assert_eq!(
            codes(&report("2026-06", 500, -1), None, &[]),
            ["money-form"]
        );
        let mut silent = june.clone();
        silent.status = " ".to_owned();
        assert_eq!(codes(&silent, None, &[]), ["blank"]);
        let mut foreign = june;
        foreign.reached = vec![MilestoneId(99)];
        assert_eq!(codes(&foreign, None, &[]), ["milestone-unknown"]);
    }

    #[test]
    fn a_figure_that_falls_asks_why() {
        let before = report("2026-05", 500, 300);
        assert_eq!(
            codes(&report("2026-06", 499, 300), Some(&before), &[]),
            ["share-fell"]
        );
        assert_eq!(
            codes(&report("2026-06", 500, 299), Some(&before), &[]),
            ["paid-fell"]
        );
        let mut explained = report("2026-06", 480, 300);
        explained.why = "two kilometres must be laid again".to_owned();
        assert!(codes(&explained, Some(&before), &[]).is_empty());
    }
}
