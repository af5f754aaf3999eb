//! The facts at the end of the works. "Works finished", "accepted" and "in use" are three of them:
//! a road may be finished and not accepted, accepted and not yet open.

use count::words;
use jiff::civil::Date;

use super::course::DatedFact;
use super::stage::FollowupAct;
use crate::access::Action;
use crate::library::project::ProjectStage;
use crate::problem::Problem;

words! {
    /// Which fact.
    pub enum FactKind {
        /// Work has begun; noted by the first checked report that shows some.
        Started = "started",
        /// The works are finished (完工).
        Finished = "finished",
        /// The finished work was accepted (验收).
        Accepted = "accepted",
        /// It is in use (投入使用).
        InUse = "in_use",
    }
}

impl FactKind {
    /// The action that noting it belongs to in the permission table: the office accepts.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Started | Self::Finished | Self::InUse => Action::CheckReport,
            Self::Accepted => Action::Supervise,
        }
    }

    /// The act on the project's stage; none for use, which may begin before acceptance.
    #[must_use]
    pub fn act(self) -> Option<FollowupAct> {
        match self {
            Self::Started => Some(FollowupAct::Start),
            Self::Finished => Some(FollowupAct::Complete),
            Self::Accepted => Some(FollowupAct::Accept),
            Self::InUse => None,
        }
    }
}

/// A fact of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFact {
    pub kind: FactKind,
    /// When it happened and since when it is known.
    pub since: DatedFact,
    /// The document that proves it, such as the acceptance certificate.
    pub document: String,
}

/// Everything that stands against noting a fact.
#[must_use]
pub fn problems(
    fact: &ProjectFact,
    noted: &[ProjectFact],
    stage: ProjectStage,
    today: Date,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    if noted.iter().any(|one| one.kind == fact.kind) {
        problems.push(Problem::error("fact-noted"));
        return problems;
    }
    let may = match fact.kind.act() {
        Some(act) => super::stage::after(stage, act).is_some(),
        None => noted.iter().any(|one| one.kind == FactKind::Finished),
    };
    if !may {
        problems.push(Problem::error("fact-out-of-turn").with("stage", stage.word()));
    }
    if fact.kind == FactKind::Accepted && fact.document.trim().is_empty() {
        problems.push(Problem::error("document-missing").at("document"));
    }
    let finished = noted.iter().find(|one| one.kind == FactKind::Finished);
    let is_early = finished.is_some_and(|finished| fact.since.on < finished.since.on);
    if fact.since.on > today || is_early {
        problems.push(Problem::error("fact-day").at("on"));
    }
    problems
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn fact(kind: FactKind, day: i8) -> ProjectFact {
        let on = date(2026, 10, day);
        ProjectFact {
            kind,
            since: DatedFact { on, known: on },
            document: "7".to_owned(),
        }
    }

    #[test]
    fn finished_accepted_and_in_use_are_three_facts_in_their_order() {
        let today = date(2026, 10, 20);
        let codes = |fact: &ProjectFact, noted: &[ProjectFact], stage| -> Vec<&str> {
            problems(fact, noted, stage, today)
                .iter()
                .map(|one| one.code)
                .collect()
        };
        let finished = fact(FactKind::Finished, 10);
        let accepted = fact(FactKind::Accepted, 15);
        assert!(codes(&finished, &[], ProjectStage::InProgress).is_empty());
        assert_eq!(
            codes(&accepted, &[], ProjectStage::InProgress),
            ["fact-out-of-turn"]
        );
        let noted = [finished.clone()];
        assert!(codes(&accepted, &noted, ProjectStage::Completed).is_empty());
        assert_eq!(
            codes(&finished, &noted, ProjectStage::Completed),
            ["fact-noted"]
        );
        assert!(codes(&fact(FactKind::InUse, 12), &noted, ProjectStage::Completed).is_empty());
        assert_eq!(
            codes(&fact(FactKind::InUse, 12), &[], ProjectStage::InProgress),
            ["fact-out-of-turn"]
        );
        let mut bare = accepted;
        bare.document.clear();
        assert_eq!(
            codes(&bare, &noted, ProjectStage::Completed),
            ["document-missing"]
        );
        for day in [9, 21] {
            let wrong = fact(FactKind::Accepted, day);
            assert_eq!(
                codes(&wrong, &noted, ProjectStage::Completed),
                ["fact-day"],
                "{day}"
            );
        }
    }
}
