//! A finding of an inspection and its way through the ledger: inspect, send, rectify, close
//! (检查—反馈—整改—销号). [`FindingStage::after`] is the whole lifecycle; [`problems`] the guards.

use count::words;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::access::{self, Action, Actor};
use crate::id::{AccountId, CongressId, FindingId, ProjectId, UnitId};
use crate::problem::Problem;

words! {
    /// Where a finding stands, which is also who must act next.
    pub enum FindingStage {
        /// Written down; the office must send it or dismiss it.
        Found = "found",
        /// With the unit, which must rectify and answer by its deadline.
        Sent = "sent",
        /// Answered; the finder or the group must check again.
        Answered = "answered",
        /// Closed (销号).
        Closed = "closed",
        /// Not followed up; its reason is kept.
        Dismissed = "dismissed",
    }
}

words! {
    /// An act on a finding.
    pub enum FindingAct {
        /// The office sends it to the unit with a deadline (反馈、交办).
        Send = "send",
        /// The office does not follow it up.
        Dismiss = "dismiss",
        /// The unit answers with what it did and its proof (整改).
        Answer = "answer",
        /// The unit asks for a later deadline.
        AskExtension = "ask-extension",
        /// The office sets a later deadline, with an approver (延期).
        Extend = "extend",
        /// The finder or the group found it mended (销号).
        Close = "close",
        /// It is not mended, or broke again: back to the unit with a new deadline.
        Reopen = "reopen",
    }
}

impl FindingAct {
    /// The action that it belongs to in the permission table.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Send | Self::Dismiss | Self::Extend => Action::Supervise,
            Self::Answer | Self::AskExtension => Action::Report,
            Self::Close | Self::Reopen => Action::Inspect,
        }
    }

    /// Whether photos belong to it: what was mended, and what is seen at the site.
    #[must_use]
    pub fn has_proof(self) -> bool {
        match self {
            Self::Answer | Self::Close | Self::Reopen => true,
            Self::Send | Self::Dismiss | Self::AskExtension | Self::Extend => false,
        }
    }
}

impl FindingStage {
    /// The stage after an act, or nothing when the act does not belong here.
    #[must_use]
    pub fn after(self, act: FindingAct) -> Option<Self> {
        use FindingAct::{Answer, AskExtension, Close, Dismiss, Extend, Reopen, Send};
        match (self, act) {
            (Self::Found, Send) | (Self::Sent, AskExtension | Extend) => Some(Self::Sent),
            (Self::Found, Dismiss) => Some(Self::Dismissed),
            (Self::Sent, Answer) => Some(Self::Answered),
            (Self::Answered, Close) => Some(Self::Closed),
            (Self::Answered | Self::Closed, Reopen) => Some(Self::Sent),
            (
                Self::Found | Self::Sent | Self::Answered | Self::Closed | Self::Dismissed,
                Send | Dismiss | Answer | AskExtension | Extend | Close | Reopen,
            ) => None,
        }
    }
}

impl FindingAct {
    /// Whether it sets a day by which the unit must answer.
    #[must_use]
    pub fn sets_deadline(self) -> bool {
        match self {
            Self::Send | Self::AskExtension | Self::Extend | Self::Reopen => true,
            Self::Dismiss | Self::Answer | Self::Close => false,
        }
    }
}

/// A finding as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Identifier; 0 before it is saved.
    pub id: FindingId,
    /// Of which project; none where it is about the work of its unit as a whole.
    pub project: Option<ProjectId>,
    /// Its number in the year's ledger of its congress.
    pub number: u32,
    /// The ledger's year.
    pub year: i16,
    /// Where it stands.
    pub stage: FindingStage,
    /// What was found.
    pub text: String,
    /// Where at the site.
    pub place: String,
    /// The day of the inspection.
    pub found_on: Date,
    /// The account that wrote it down.
    pub finder: AccountId,
    /// Who found it, as the ledger prints it.
    pub found_by: String,
    /// The unit that must rectify.
    pub unit: Option<UnitId>,
    /// The day by which the unit must answer.
    pub due: Option<Date>,
    /// The account that answered last.
    pub answered_by: Option<AccountId>,
    /// How often it came back.
    pub reopened: u32,
    /// The day on which it was closed.
    pub closed_on: Option<Date>,
}

impl Finding {
    /// What somebody found today, before it is saved and numbered. One about no project gets its
    /// unit before it is saved.
    #[must_use]
    pub fn found(
        project: impl Into<Option<ProjectId>>,
        (text, place): (String, String),
        today: Date,
        (finder, found_by): (AccountId, String),
    ) -> Self {
        Self {
            id: FindingId(0),
            project: project.into(),
            number: 0,
            year: today.year(),
            stage: FindingStage::Found,
            text,
            place,
            found_on: today,
            finder,
            found_by,
            unit: None,
            due: None,
            answered_by: None,
            reopened: 0,
            closed_on: None,
        }
    }

    /// Days since its deadline, while the unit owes an answer; 0 when it does not.
    #[must_use]
    pub fn days_overdue(&self, today: Date) -> u32 {
        match (self.stage, self.due) {
            (FindingStage::Sent, Some(due)) => super::month::days_after(due, today),
            (
                FindingStage::Found
                | FindingStage::Sent
                | FindingStage::Answered
                | FindingStage::Closed
                | FindingStage::Dismissed,
                _,
            ) => 0,
        }
    }

    /// Carries a step out that has no problems: the stage, and what hangs on it.
    pub fn apply(&mut self, step: &FindingStep, by: AccountId, leading: UnitId, today: Date) {
        if let Some(stage) = self.stage.after(step.act) {
            self.stage = stage;
        }
        match step.act {
            FindingAct::Send => {
                self.unit = Some(leading);
                self.due = step.due;
            }
            FindingAct::Extend => self.due = step.due,
            FindingAct::Answer => self.answered_by = Some(by),
            FindingAct::Close => self.closed_on = Some(today),
            FindingAct::Reopen => {
                self.due = step.due;
                self.reopened = self.reopened.saturating_add(1);
                self.closed_on = None;
            }
            FindingAct::Dismiss | FindingAct::AskExtension => {}
        }
    }
}

/// One act on a finding as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingStep {
    pub act: FindingAct,
    /// What was done, found or decided.
    pub text: String,
    /// The new deadline, where the act sets one.
    pub due: Option<Date>,
    /// Who approves, of an extension.
    pub approver: String,
}

/// A step that was taken, with who took it when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRecord {
    /// The act and what was said with it.
    pub step: FindingStep,
    pub by: String,
    pub on: Date,
}

/// Who acts on a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingActor {
    pub account: AccountId,
    /// The unit it belongs to.
    pub unit: Option<UnitId>,
    /// Whether it is of the group that supervises the project.
    pub is_of_group: bool,
    /// Whether it is the office's.
    pub is_office: bool,
}

impl FindingActor {
    /// Whether it may check a finding again: the finder, the group of the project, the office; and
    /// never the unit that mended it.
    #[must_use]
    pub fn may_recheck(self, finding: &Finding) -> bool {
        let mut problems = Vec::new();
        check_hands(finding, self, &mut problems);
        problems.is_empty()
    }
}

/// Everything that stands against an act.
#[must_use]
pub fn problems(
    finding: &Finding,
    step: &FindingStep,
    hand: FindingActor,
    today: Date,
) -> Vec<Problem> {
    let mut problems = problems_of_step(finding.stage, finding.due, step, today);
    if finding.stage.after(step.act).is_none() {
        return problems;
    }
    match step.act {
        FindingAct::Close | FindingAct::Reopen => check_hands(finding, hand, &mut problems),
        FindingAct::Answer => {
            if hand.unit.is_some() && hand.unit != finding.unit {
                problems.push(Problem::error("finding-of-another-unit"));
            }
        }
        FindingAct::Send | FindingAct::Dismiss | FindingAct::AskExtension | FindingAct::Extend => {}
    }
    problems
}

/// What stands against a step whoever takes it: its turn, its words, its deadline.
#[must_use]
pub fn problems_of_step(
    stage: FindingStage,
    due: Option<Date>,
    step: &FindingStep,
    today: Date,
) -> Vec<Problem> {
    if stage.after(step.act).is_none() {
        let problem = Problem::error("finding-out-of-turn");
        return vec![problem.with("stage", stage.word())];
    }
    let mut problems = Vec::new();
    if step.text.trim().is_empty() && step.act != FindingAct::Send {
        problems.push(Problem::error("blank").at("text"));
    }
    if step.act.sets_deadline() {
        problems.extend(problem_of_deadline(step.due, today));
    }
    if matches!(step.act, FindingAct::AskExtension | FindingAct::Extend) {
        check_extension(due, step, today, &mut problems);
    }
    problems
}

/// The acts that somebody may take with a finding now: those of its stage that their roles have in its
/// congress. A unit acts on its own findings alone, and checking again is for those to whom it belongs.
#[must_use]
pub fn offered(
    finding: &Finding,
    actor: &Actor,
    congress: CongressId,
    may_recheck: bool,
) -> Vec<FindingAct> {
    if actor.unit.is_some() && actor.unit != finding.unit {
        return Vec::new();
    }
    let is_offered = |act: &FindingAct| {
        let is_theirs = match act {
            FindingAct::Close | FindingAct::Reopen => may_recheck,
            FindingAct::Send
            | FindingAct::Dismiss
            | FindingAct::Answer
            | FindingAct::AskExtension
            | FindingAct::Extend => true,
        };
        let is_in_turn = finding.stage.after(*act).is_some();
        is_theirs && is_in_turn && access::may(actor, act.action(), Some(congress)).is_ok()
    };
    FindingAct::ALL.into_iter().filter(is_offered).collect()
}

/// Days that a unit is given where nobody names another day.
const USUAL_DAYS: i32 = 15;

/// The day that is proposed for an answer: from today, or from the day that stands where that lies ahead.
#[must_use]
pub fn usual_due(due: Option<Date>, today: Date) -> Date {
    let start = due.filter(|due| *due > today).unwrap_or(today);
    start.saturating_add(USUAL_DAYS.days())
}

/// What stands against a day by which something must be answered: it lies after today.
#[must_use]
pub(crate) fn problem_of_deadline(due: Option<Date>, today: Date) -> Option<Problem> {
    match due {
        None => Some(Problem::error("date-form").at("due")),
        Some(due) if due <= today => Some(Problem::error("deadline-past").at("due")),
        Some(_) => None,
    }
}

/// An extension is granted while there is time left, and names who stands for it.
fn check_extension(
    before: Option<Date>,
    step: &FindingStep,
    today: Date,
    problems: &mut Vec<Problem>,
) {
    if let Some(due) = before.filter(|due| *due < today) {
        problems.push(
            Problem::error("extension-too-late")
                .at("due")
                .with("due", due),
        );
    }
    if step.due.zip(before).is_some_and(|(new, old)| new <= old) {
        problems.push(Problem::error("extension-not-later").at("due"));
    }
    if step.act == FindingAct::Extend && step.approver.trim().is_empty() {
        problems.push(Problem::error("blank").at("approver"));
    }
}

/// Whoever had to rectify does not say that it is rectified.
fn check_hands(finding: &Finding, hand: FindingActor, problems: &mut Vec<Problem>) {
    let is_own = hand.unit.is_some() && hand.unit == finding.unit;
    if is_own || finding.answered_by == Some(hand.account) {
        problems.push(Problem::error("own-unit-closes"));
    } else if finding.finder != hand.account && !hand.is_of_group && !hand.is_office {
        problems.push(Problem::error("not-finder-or-group"));
    }
}

#[cfg(test)]
#[path = "finding_tests.rs"]
mod tests;
