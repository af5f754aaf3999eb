//! The supervision calendar (监督计划): inquiries, Q&A meetings, visits, checks, studies, reports.

use count::words;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::id::{CongressId, EntryId, FindingId, ProjectId};
use crate::problem::Problem;

words! {
    /// What kind of supervision an entry is.
    pub enum EntryKind {
        /// Special inquiry (专题询问).
        SpecialInquiry = "special_inquiry",
        /// Public Q&A of units before deputies (代表问政会).
        PublicQa = "public_qa",
        /// Inspection visit (视察).
        Visit = "visit",
        /// Check of how a law is carried out (执法检查).
        LawCheck = "law_check",
        /// Study of a question (专题调研).
        Study = "study",
        /// Looking back at a study a year later (回头看).
        LookBack = "look_back",
        /// The government's report on the year's projects (年底报告).
        YearEndReport = "year_end_report",
    }
}

impl EntryKind {
    /// Whether a report lies before the body's meeting and the days of 监督法 article 15 run.
    #[must_use]
    pub fn is_report(self) -> bool {
        match self {
            Self::YearEndReport => true,
            Self::SpecialInquiry
            | Self::PublicQa
            | Self::Visit
            | Self::LawCheck
            | Self::Study
            | Self::LookBack => false,
        }
    }
}

/// An entry of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Identifier; 0 before it is saved.
    pub id: EntryId,
    pub congress: CongressId,
    pub kind: EntryKind,
    /// About what.
    pub topic: String,
    /// The day on which it is held; of a report, the day of the meeting that hears it.
    pub on: Date,
    /// The unit concerned, as lists write it.
    pub unit: String,
    /// The study that it looks back at.
    pub looks_back_at: Option<EntryId>,
    /// The day on which it was held; none before.
    pub held_on: Option<Date>,
    /// What came of it.
    pub outcome: String,
}

/// A question or opinion of an entry, with its answer there or by a day (审议意见).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Identifier; 0 before it is saved.
    pub id: i64,
    pub entry: EntryId,
    pub asked_by: String,
    /// What is asked or held.
    pub text: String,
    /// The project concerned, where it is one.
    pub project: Option<ProjectId>,
    /// Until when the written reply is due; none when it was answered there.
    pub answer_by: Option<Date>,
    /// The reply; empty while it is owed.
    pub answer: String,
    pub answered_on: Option<Date>,
    /// The line of the ledger that follows from it.
    pub finding: Option<FindingId>,
}

/// The days that 监督法 (2024) article 15 sets before the meeting that hears a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportDays {
    /// The draft goes to the working body for comment: twenty days before.
    pub draft_by: Date,
    /// The final text goes to the standing committee: ten days before.
    pub final_by: Date,
}

/// The days before a meeting.
#[must_use]
pub fn report_days(meeting: Date) -> ReportDays {
    ReportDays {
        draft_by: meeting.saturating_sub(20.days()),
        final_by: meeting.saturating_sub(10.days()),
    }
}

/// The day on which a study is looked back at: a year after.
#[must_use]
pub fn look_back_on(study: Date) -> Date {
    study.saturating_add(1.year())
}

/// Everything that stands against an entry.
#[must_use]
pub fn problems(entry: &CalendarEntry, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    if entry.topic.trim().is_empty() {
        problems.push(Problem::error("blank").at("topic"));
    }
    if entry.kind.is_report() && entry.held_on.is_none() && report_days(entry.on).draft_by < today {
        let problem = Problem::warning("report-too-near").at("on");
        problems.push(problem.with("draft", report_days(entry.on).draft_by));
    }
    problems
}

/// Everything that stands against a question.
#[must_use]
pub fn problems_of_question(question: &Question, entry: &CalendarEntry) -> Vec<Problem> {
    let asked = (question.text.as_str(), question.answer.as_str());
    problems_of_asking(asked, question.answer_by, entry.on)
}

/// What stands against a question with its answer, asked on a day: it is answered there, or by a day
/// that is not before.
#[must_use]
pub(crate) fn problems_of_asking(
    (text, answer): (&str, &str),
    answer_by: Option<Date>,
    on: Date,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    if text.trim().is_empty() {
        problems.push(Problem::error("blank").at("text"));
    }
    if answer.trim().is_empty() && answer_by.is_none() {
        problems.push(Problem::error("answer-or-day").at("answer_by"));
    }
    if answer_by.is_some_and(|by| by < on) {
        problems.push(Problem::error("answer-before-entry").at("answer_by"));
    }
    problems
}

/// Days since a reply was due, while it is owed.
#[must_use]
pub(crate) fn days_owed(answered_on: Option<Date>, answer_by: Option<Date>, today: Date) -> u32 {
    match (answered_on, answer_by) {
        (None, Some(by)) => super::month::days_after(by, today),
        (Some(_), _) | (None, None) => 0,
    }
}

impl Question {
    /// Days since the reply was due, while it is owed.
    #[must_use]
    pub fn days_overdue(&self, today: Date) -> u32 {
        days_owed(self.answered_on, self.answer_by, today)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_days_before_a_meeting_are_counted_by_the_calendar() {
        let table = [
            (date(2026, 12, 25), date(2026, 12, 5), date(2026, 12, 15)),
            (date(2027, 1, 8), date(2026, 12, 19), date(2026, 12, 29)),
            (date(2028, 3, 10), date(2028, 2, 19), date(2028, 2, 29)),
        ];
        for (meeting, draft, last) in table {
            let days = report_days(meeting);
            assert_eq!((days.draft_by, days.final_by), (draft, last), "{meeting}");
        }
        assert_eq!(look_back_on(date(2028, 2, 29)), date(2029, 2, 28));
    }

    fn question(answer: &str, by: Option<Date>) -> Question {
        Question {
            id: 0,
            entry: EntryId(1),
            asked_by: "deputy 7".to_owned(),
            text: "when?".to_owned(),
            project: None,
            answer_by: by,
            answer: answer.to_owned(),
            answered_on: None,
            finding: None,
        }
    }

    #[test]
    fn a_question_is_answered_there_or_by_a_day() {
        let entry = CalendarEntry {
            id: EntryId(1),
            congress: CongressId(1),
            kind: EntryKind::PublicQa,
            topic: "roads".to_owned(),
            on: date(2026, 7, 1),
            unit: "roads".to_owned(),
            looks_back_at: None,
            held_on: None,
            outcome: String::new(),
        };
        let codes = |question: &Question| -> Vec<&str> {
            problems_of_question(question, &entry)
                .iter()
                .map(|one| one.code)
                .collect()
        };
        assert!(codes(&question("in August", None)).is_empty());
        assert!(codes(&question("", Some(date(2026, 7, 31)))).is_empty());
        assert_eq!(codes(&question("", None)), ["answer-or-day"]);
        assert_eq!(
            codes(&question("", Some(date(2026, 6, 30)))),
            ["answer-before-entry"]
        );
        assert_eq!(
            question("", Some(date(2026, 7, 31))).days_overdue(date(2026, 8, 2)),
            2
        );
        assert_eq!(
            question("", Some(date(2026, 7, 31))).days_overdue(date(2026, 7, 31)),
            0
        );
    }
}
