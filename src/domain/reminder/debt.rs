//! What can be owed, and by whom.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::access::Role;
use crate::followup::month::days_after;
use crate::id::{
    ChangeId, CongressId, DeputyGroupId, DeputyId, EntryId, FindingId, OpinionId, ProjectId,
    ReviewId, UnitId,
};

/// What is owed, with the thing at which it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DebtMatter {
    /// The plan of a selected project.
    Plan(ProjectId),
    /// A month's report.
    Report(ProjectId),
    /// Checking a report that is written.
    Check(ProjectId),
    /// The next milestone of a project.
    Milestone(ProjectId),
    /// Sending a finding, or dismissing it.
    Send(FindingId),
    /// Rectifying a finding and answering.
    Answer(FindingId),
    /// Deciding about a later deadline that the unit asks for.
    Extension(FindingId),
    /// Checking again what was mended.
    Recheck(FindingId),
    /// The decision of the body about a change.
    Decision(ChangeId),
    /// The written reply to a question of an entry of the calendar.
    Reply(EntryId),
    /// Holding an entry of the calendar, and noting what came of it.
    Entry(EntryId),
    /// Holding a department review, and noting it.
    Review(ReviewId),
    /// The answers to questions of a department review.
    ReviewReply(ReviewId),
    /// What the department must put right after a review.
    ReviewTask(ReviewId),
    /// Checking again what the department put right.
    ReviewRecheck(ReviewId),
    /// An opinion that a unit was asked for.
    Opinion(OpinionId),
    /// Leads of a year that nobody has looked through.
    Leads(i16),
}

impl DebtMatter {
    /// The word in the store, and of the message that names it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan(_) => "plan",
            Self::Report(_) => "report",
            Self::Check(_) => "check",
            Self::Milestone(_) => "milestone",
            Self::Send(_) => "send",
            Self::Answer(_) => "answer",
            Self::Extension(_) => "extension",
            Self::Recheck(_) => "recheck",
            Self::Decision(_) => "decision",
            Self::Reply(_) => "reply",
            Self::Entry(_) => "entry",
            Self::Review(_) => "review",
            Self::ReviewReply(_) => "review-reply",
            Self::ReviewTask(_) => "review-task",
            Self::ReviewRecheck(_) => "review-recheck",
            Self::Opinion(_) => "opinion",
            Self::Leads(_) => "leads",
        }
    }

    /// The number of the thing concerned, as the store keeps it beside the word.
    #[must_use]
    pub fn subject(self) -> i64 {
        match self {
            Self::Plan(id) | Self::Report(id) | Self::Check(id) | Self::Milestone(id) => id.0,
            Self::Send(id) | Self::Answer(id) | Self::Extension(id) | Self::Recheck(id) => id.0,
            Self::Decision(id) => id.0,
            Self::Reply(id) | Self::Entry(id) => id.0,
            Self::Review(id)
            | Self::ReviewReply(id)
            | Self::ReviewTask(id)
            | Self::ReviewRecheck(id) => id.0,
            Self::Opinion(id) => id.0,
            Self::Leads(year) => i64::from(year),
        }
    }

    /// The matter of a stored word and number.
    #[must_use]
    pub fn from_stored(word: &str, subject: i64) -> Option<Self> {
        let (project, finding) = (ProjectId(subject), FindingId(subject));
        Some(match word {
            "plan" => Self::Plan(project),
            "report" => Self::Report(project),
            "check" => Self::Check(project),
            "milestone" => Self::Milestone(project),
            "send" => Self::Send(finding),
            "answer" => Self::Answer(finding),
            "extension" => Self::Extension(finding),
            "recheck" => Self::Recheck(finding),
            "decision" => Self::Decision(ChangeId(subject)),
            "reply" => Self::Reply(EntryId(subject)),
            "entry" => Self::Entry(EntryId(subject)),
            "review" => Self::Review(ReviewId(subject)),
            "review-reply" => Self::ReviewReply(ReviewId(subject)),
            "review-task" => Self::ReviewTask(ReviewId(subject)),
            "review-recheck" => Self::ReviewRecheck(ReviewId(subject)),
            "opinion" => Self::Opinion(OpinionId(subject)),
            "leads" => Self::Leads(i16::try_from(subject).ok()?),
            _ => return None,
        })
    }
}

/// Who owes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Debtor {
    /// The congress's own office.
    Office,
    /// A responsible unit.
    Unit(UnitId),
    /// The deputies' group that supervises the project.
    Group(DeputyGroupId),
    /// The deputy who found it, where no group supervises.
    Deputy(DeputyId),
}

impl Debtor {
    /// The word in the store and in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Unit(_) => "unit",
            Self::Group(_) => "deputy_group",
            Self::Deputy(_) => "deputy",
        }
    }

    /// The number that the store keeps beside the word; 0 for the office.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Office => 0,
            Self::Unit(id) => id.0,
            Self::Group(id) => id.0,
            Self::Deputy(id) => id.0,
        }
    }

    /// The debtor of a stored word and number.
    #[must_use]
    pub fn from_stored(word: &str, number: i64) -> Option<Self> {
        match word {
            "office" => Some(Self::Office),
            "unit" => Some(Self::Unit(UnitId(number))),
            "deputy_group" => Some(Self::Group(DeputyGroupId(number))),
            "deputy" => Some(Self::Deputy(DeputyId(number))),
            _ => None,
        }
    }

    /// As one word in an address: `unit-12`.
    #[must_use]
    pub fn key(self) -> String {
        format!("{}-{}", self.word(), self.number())
    }
}

/// What makes a debt the same one from day to day: its deadline may move, and it stays the same debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DebtKey {
    pub matter: DebtMatter,
    pub by: Debtor,
    pub since: Date,
}

/// Something that somebody owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debt {
    pub congress: CongressId,
    pub matter: DebtMatter,
    /// About what: a project's name, an entry's topic; never what anybody wrote about it.
    pub about: String,
    /// What tells it from its like: the month, the number in the ledger, the milestone's name.
    pub detail: String,
    pub by: Debtor,
    /// The name of who; empty for the office.
    pub name: String,
    /// Since when: the day on which it came up.
    pub since: Date,
    /// The last day on which it is in time.
    pub due: Date,
}

impl Debt {
    /// What makes it the same debt tomorrow, whatever else changes of it.
    #[must_use]
    pub fn key(&self) -> DebtKey {
        DebtKey {
            matter: self.matter,
            by: self.by,
            since: self.since,
        }
    }

    /// Days since it was due; 0 while there is time.
    #[must_use]
    pub fn days_overdue(&self, today: Date) -> u32 {
        days_after(self.due, today)
    }

    /// Whose accounts hear of it: a report is checked by the unit's head, and by nobody else there.
    #[must_use]
    pub fn roles(&self) -> &'static [Role] {
        match (self.by, self.matter) {
            (Debtor::Office, _) => &[Role::Clerk],
            (Debtor::Unit(_), DebtMatter::Check(_)) => &[Role::UnitHead],
            (Debtor::Unit(_), _) => &[Role::UnitStaff, Role::UnitHead],
            (Debtor::Group(_) | Debtor::Deputy(_), _) => &[Role::Deputy],
        }
    }
}

/// Debts as lists show them: longest overdue first, then by the day they are due, each once.
#[must_use]
pub fn listed(mut debts: Vec<Debt>) -> Vec<Debt> {
    debts.sort_by_key(|debt| (debt.due, debt.since, debt.matter, debt.by));
    let mut seen = BTreeSet::new();
    debts.retain(|debt| seen.insert(debt.key()));
    debts
}

/// The office's days for what has no day of its own, from the day on which it came up.
pub(super) fn after(since: Date, days: u32) -> Date {
    let span = jiff::Span::new().try_days(days);
    span.map_or(since, |span| since.saturating_add(span))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn matters() -> [DebtMatter; 17] {
        [
            DebtMatter::Plan(ProjectId(7)),
            DebtMatter::Report(ProjectId(7)),
            DebtMatter::Check(ProjectId(7)),
            DebtMatter::Milestone(ProjectId(7)),
            DebtMatter::Send(FindingId(7)),
            DebtMatter::Answer(FindingId(7)),
            DebtMatter::Extension(FindingId(7)),
            DebtMatter::Recheck(FindingId(7)),
            DebtMatter::Decision(ChangeId(7)),
            DebtMatter::Reply(EntryId(7)),
            DebtMatter::Entry(EntryId(7)),
            DebtMatter::Review(ReviewId(7)),
            DebtMatter::ReviewReply(ReviewId(7)),
            DebtMatter::ReviewTask(ReviewId(7)),
            DebtMatter::ReviewRecheck(ReviewId(7)),
            DebtMatter::Opinion(OpinionId(7)),
            DebtMatter::Leads(2026),
        ]
    }

    #[test]
    fn a_matter_and_a_debtor_come_back_from_the_store_as_they_went() {
        for matter in matters() {
            let found = DebtMatter::from_stored(matter.word(), matter.subject());
            assert_eq!(found, Some(matter));
        }
        assert_eq!(DebtMatter::from_stored("vote", 7), None);
        for by in [
            Debtor::Office,
            Debtor::Unit(UnitId(3)),
            Debtor::Group(DeputyGroupId(3)),
            Debtor::Deputy(DeputyId(3)),
        ] {
            assert_eq!(Debtor::from_stored(by.word(), by.number()), Some(by));
        }
    }

    #[test]
    fn no_matter_is_about_a_poll() {
        for matter in matters() {
            let word = matter.word();
            for poll in [
                "vote", "poll", "round", "ballot", "mark", "count", "roll", "slip", "grade",
            ] {
                assert!(!word.contains(poll), "{word}");
            }
        }
    }

    #[test]
    fn the_longest_overdue_comes_first_and_a_due_day_is_in_time() {
        let debt = |matter, due| Debt {
            congress: CongressId(1),
            matter,
            about: String::new(),
            detail: String::new(),
            by: Debtor::Office,
            name: String::new(),
            since: date(2026, 1, 1),
            due,
        };
        let debts = listed(vec![
            debt(DebtMatter::Leads(2026), date(2026, 5, 3)),
            debt(DebtMatter::Plan(ProjectId(1)), date(2026, 4, 1)),
            debt(DebtMatter::Plan(ProjectId(1)), date(2026, 4, 2)),
        ]);
        assert_eq!(debts.len(), 2, "the same debt is listed once");
        assert_eq!(debts[0].matter, DebtMatter::Plan(ProjectId(1)));
        assert_eq!(debts[0].days_overdue(date(2026, 4, 1)), 0);
        assert_eq!(debts[0].days_overdue(date(2026, 4, 2)), 1);
    }

    #[test]
    fn a_report_waits_for_the_head_of_the_unit_alone() {
        let debt = |matter, by| Debt {
            congress: CongressId(1),
            matter,
            about: String::new(),
            detail: String::new(),
            by,
            name: String::new(),
            since: date(2026, 1, 1),
            due: date(2026, 1, 1),
        };
        let unit = Debtor::Unit(UnitId(1));
        let check = debt(DebtMatter::Check(ProjectId(1)), unit);
        assert_eq!(check.roles(), [Role::UnitHead]);
        let report = debt(DebtMatter::Report(ProjectId(1)), unit);
        assert_eq!(report.roles(), [Role::UnitStaff, Role::UnitHead]);
    }
}
