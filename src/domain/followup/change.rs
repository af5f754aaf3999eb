//! A change of what was voted (调整变更): decided by the body of its level, or not at all.
//!
//! The government does not change by itself what deputies decided: scale, place, money, date, suspension and
//! end need the standing committee of a county, or the congress itself of a township (after
//! 陕西省规定 2025, article 18). Here the deciding body is not typed in, it follows from the level.

use count::words;
use jiff::civil::Date;

use crate::congress::{Body, Level};
use crate::id::{ChangeId, ProjectId};
use crate::library::project::ProjectStage;
use crate::problem::Problem;

words! {
    /// What is changed.
    pub enum ChangeKind {
        /// How much is built: the year's target as an amount.
        Scale = "scale",
        Place = "place",
        /// The planned money.
        Amount = "amount",
        /// The day by which it must be accepted.
        Date = "date",
        /// It stops for a time.
        Suspend = "suspend",
        /// It goes on.
        Resume = "resume",
        /// It ends unfinished.
        Terminate = "terminate",
    }
}

impl ChangeKind {
    /// The act on the project's stage; none where only the plan changes.
    #[must_use]
    pub fn act(self) -> Option<super::stage::FollowupAct> {
        use super::stage::FollowupAct;
        match self {
            Self::Scale | Self::Place | Self::Amount | Self::Date => None,
            Self::Suspend => Some(FollowupAct::Suspend),
            Self::Resume => Some(FollowupAct::Resume),
            Self::Terminate => Some(FollowupAct::Terminate),
        }
    }

    /// Whether it makes a new version of the plan.
    #[must_use]
    pub fn changes_plan(self) -> bool {
        self.act().is_none()
    }
}

/// The body that must decide a change (县级由常委会、乡镇由人民代表大会).
#[must_use]
pub fn deciding_body(level: Level) -> Body {
    match level {
        Level::County => Body::StandingCommittee,
        Level::Township => Body::Congress,
    }
}

/// A change that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Identifier; 0 before it is saved.
    pub id: ChangeId,
    pub project: ProjectId,
    /// What is changed.
    pub kind: ChangeKind,
    pub reason: String,
    /// How it stood, in words, as people read it.
    pub before: String,
    /// How it shall stand: an amount, a place, fen, a date; empty for a stop or an end.
    pub after: String,
    /// The day on which it was asked for.
    pub asked_on: Date,
    pub asked_by: String,
    /// The decision; none while it waits.
    pub decision: Option<ChangeDecision>,
}

/// What the deciding body did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeDecision {
    pub body: Body,
    /// Whether it agreed.
    pub is_granted: bool,
    pub on: Date,
    /// The number or name of its document.
    pub document: String,
    /// The number or name of the public notice; empty when it refused.
    pub notice: String,
}

/// Everything that stands against asking for a change.
#[must_use]
pub fn problems_of_request(change: &Change, stage: ProjectStage) -> Vec<Problem> {
    let mut problems = Vec::new();
    if change.reason.trim().is_empty() {
        problems.push(Problem::error("reason-missing").at("reason"));
    }
    if change.kind.changes_plan() && change.after.trim().is_empty() {
        problems.push(Problem::error("blank").at("after"));
    }
    if !may_change(stage, change.kind) {
        problems.push(Problem::error("change-out-of-turn").with("stage", stage.word()));
    }
    problems
}

/// Whether a project in a stage can be changed so.
#[must_use]
pub fn may_change(stage: ProjectStage, kind: ChangeKind) -> bool {
    match kind.act() {
        Some(act) => super::stage::after(stage, act).is_some(),
        None => super::stage::is_under_way(stage),
    }
}

/// Everything that stands against a decision: no other body, no document, no notice, no future day.
#[must_use]
pub fn problems_of_decision(
    change: &Change,
    decision: &ChangeDecision,
    level: Level,
    stage: ProjectStage,
    today: Date,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    if change.decision.is_some() {
        problems.push(Problem::error("change-decided"));
    }
    let wanted = deciding_body(level);
    if decision.body != wanted {
        let problem = Problem::error("wrong-body").at("body");
        problems.push(problem.with("body", wanted.word()));
    }
    if decision.document.trim().is_empty() {
        problems.push(Problem::error("document-missing").at("document"));
    }
    if decision.is_granted && decision.notice.trim().is_empty() {
        problems.push(Problem::error("notice-missing").at("notice"));
    }
    if decision.on > today || decision.on < change.asked_on {
        problems.push(Problem::error("decision-day").at("on"));
    }
    if decision.is_granted && !may_change(stage, change.kind) {
        problems.push(Problem::error("change-out-of-turn").with("stage", stage.word()));
    }
    problems
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn change(kind: ChangeKind) -> Change {
        Change {
            id: ChangeId(1),
            project: ProjectId(1),
            kind,
            reason: "flood".to_owned(),
            before: "86".to_owned(),
            after: "60".to_owned(),
            asked_on: date(2026, 5, 4),
            asked_by: "clerk".to_owned(),
            decision: None,
        }
    }

    fn decision(body: Body) -> ChangeDecision {
        ChangeDecision {
            body,
            is_granted: true,
            on: date(2026, 5, 20),
            document: "12".to_owned(),
            notice: "3".to_owned(),
        }
    }

    fn codes(level: Level, decision: &ChangeDecision) -> Vec<&'static str> {
        let asked = change(ChangeKind::Scale);
        let stage = ProjectStage::InProgress;
        problems_of_decision(&asked, decision, level, stage, date(2026, 5, 21))
            .iter()
            .map(|problem| problem.code)
            .collect()
    }

    #[test]
    fn each_level_has_its_deciding_body_and_no_other() {
        let table = [
            (Level::County, Body::StandingCommittee, true),
            (Level::County, Body::Congress, false),
            (Level::Township, Body::Congress, true),
            (Level::Township, Body::StandingCommittee, false),
        ];
        for (level, body, is_right) in table {
            let expected: &[&str] = if is_right { &[] } else { &["wrong-body"] };
            assert_eq!(
                codes(level, &decision(body)),
                expected,
                "{level:?} {body:?}"
            );
        }
    }

    #[test]
    fn a_decision_has_a_document_a_notice_and_a_day() {
        let with = |set: fn(&mut ChangeDecision)| {
            let mut decision = decision(Body::StandingCommittee);
            set(&mut decision);
            codes(Level::County, &decision)
        };
        assert_eq!(with(|one| one.document.clear()), ["document-missing"]);
        assert_eq!(with(|one| one.notice.clear()), ["notice-missing"]);
        assert_eq!(with(|one| one.on = date(2026, 5, 22)), ["decision-day"]);
        assert_eq!(with(|one| one.on = date(2026, 5, 3)), ["decision-day"]);
        let refused = with(|one| {
            one.is_granted = false;
            one.notice.clear();
        });
        assert!(refused.is_empty(), "a refusal needs no public notice");
    }

    #[test]
    fn every_kind_is_possible_just_in_its_stages() {
        for kind in ChangeKind::ALL {
            let stages: Vec<&str> = ProjectStage::ALL
                .iter()
                .copied()
                .filter(|stage| may_change(*stage, kind))
                .map(ProjectStage::word)
                .collect();
            let expected: &[&str] = match kind {
                ChangeKind::Resume => &["suspended"],
                ChangeKind::Suspend => &["assigned", "in_progress"],
                ChangeKind::Terminate => &["assigned", "in_progress", "suspended"],
                ChangeKind::Scale | ChangeKind::Place | ChangeKind::Amount | ChangeKind::Date => {
                    &["assigned", "in_progress"]
                }
            };
            assert_eq!(stages, expected, "{kind:?}");
        }
    }
}
