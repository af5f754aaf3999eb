//! The scene that belongs to the present step: what the run-sheet offers to show next.

use super::scene::Scene;
use crate::round::RoundStage;

/// Where a sitting and the newest round of a poll stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HallState {
    /// Whether the roll was opened.
    pub has_roll: bool,
    /// Whether the quorum was declared.
    pub has_quorum: bool,
    /// Whether the sitting adopted the rules.
    pub has_rules: bool,
    /// Whether it adopted its scrutineers.
    pub has_officers: bool,
    /// Where the newest round stands.
    pub stage: RoundStage,
    /// Whether it follows a round that decided too little: a tie or a shortfall.
    pub follows: bool,
    /// Whether its own count stopped at one.
    pub is_undecided: bool,
    /// Whether the result is published.
    pub is_published: bool,
}

/// A scene, and which round it tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestedScene {
    /// A scene of the sitting.
    Sitting(Scene),
    /// A scene of the newest round.
    Newest(Scene),
    /// A scene of the round before the newest: why there is another one.
    Before(Scene),
}

/// The scene of the step at hand. The operator puts it up; nothing goes up by itself.
#[must_use]
pub fn cue(now: HallState) -> SuggestedScene {
    if !now.has_roll {
        return SuggestedScene::Sitting(Scene::Standby);
    }
    if !now.has_quorum {
        return SuggestedScene::Sitting(Scene::Roll);
    }
    if now.follows && now.stage == RoundStage::Draft {
        return SuggestedScene::Before(Scene::Undecided);
    }
    match now.stage {
        RoundStage::Draft if !now.has_rules => SuggestedScene::Newest(Scene::Rules),
        RoundStage::Draft | RoundStage::Frozen if !now.has_officers => {
            SuggestedScene::Sitting(Scene::Officers)
        }
        RoundStage::Draft | RoundStage::Frozen => SuggestedScene::Newest(Scene::Candidates),
        RoundStage::Sealed => SuggestedScene::Newest(Scene::EmptyBox),
        RoundStage::Issuing => SuggestedScene::Newest(Scene::Issuing),
        RoundStage::Open | RoundStage::Paused => SuggestedScene::Newest(Scene::Voting),
        RoundStage::Closed => SuggestedScene::Newest(Scene::Closed),
        RoundStage::Accounted => SuggestedScene::Newest(Scene::Account),
        RoundStage::Counted if now.is_undecided => SuggestedScene::Newest(Scene::Undecided),
        RoundStage::Opened | RoundStage::Counted => SuggestedScene::Newest(Scene::Counting),
        RoundStage::Certified if now.is_published => SuggestedScene::Newest(Scene::Notice),
        RoundStage::Certified => SuggestedScene::Newest(Scene::Result),
        RoundStage::Void => SuggestedScene::Sitting(Scene::Wait),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SuggestedScene::{Before, Newest, Sitting};

    #[test]
    fn each_step_of_the_day_has_its_scene() {
        let ready = HallState {
            has_roll: true,
            has_quorum: true,
            has_rules: true,
            has_officers: true,
            stage: RoundStage::Draft,
            follows: false,
            is_undecided: false,
            is_published: false,
        };
        let at = |stage| HallState { stage, ..ready };
        let table = [
            (
                HallState {
                    has_roll: false,
                    has_quorum: false,
                    ..ready
                },
                Sitting(Scene::Standby),
            ),
            (
                HallState {
                    has_quorum: false,
                    ..ready
                },
                Sitting(Scene::Roll),
            ),
            (
                HallState {
                    has_rules: false,
                    ..ready
                },
                Newest(Scene::Rules),
            ),
            (
                HallState {
                    has_officers: false,
                    ..ready
                },
                Sitting(Scene::Officers),
            ),
            (ready, Newest(Scene::Candidates)),
            (at(RoundStage::Frozen), Newest(Scene::Candidates)),
            (at(RoundStage::Sealed), Newest(Scene::EmptyBox)),
            (at(RoundStage::Issuing), Newest(Scene::Issuing)),
            (at(RoundStage::Open), Newest(Scene::Voting)),
            (at(RoundStage::Paused), Newest(Scene::Voting)),
            (at(RoundStage::Closed), Newest(Scene::Closed)),
            (at(RoundStage::Accounted), Newest(Scene::Account)),
            (at(RoundStage::Opened), Newest(Scene::Counting)),
            (at(RoundStage::Counted), Newest(Scene::Counting)),
            (
                HallState {
                    is_undecided: true,
                    ..at(RoundStage::Counted)
                },
                Newest(Scene::Undecided),
            ),
            (
                HallState {
                    follows: true,
                    ..ready
                },
                Before(Scene::Undecided),
            ),
            (at(RoundStage::Certified), Newest(Scene::Result)),
            (
                HallState {
                    is_published: true,
                    ..at(RoundStage::Certified)
                },
                Newest(Scene::Notice),
            ),
            (at(RoundStage::Void), Sitting(Scene::Wait)),
        ];
        for (now, wanted) in table {
            assert_eq!(cue(now), wanted, "{now:?}");
        }
    }
}
