//! The scene that belongs to the present step: what the run-sheet offers to show next.

use super::scene::Scene;
use crate::round::RoundStage;

/// Where a sitting and the newest round of a poll stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
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
pub enum Cue {
    /// A scene of the sitting.
    Sitting(Scene),
    /// A scene of the newest round.
    Newest(Scene),
    /// A scene of the round before the newest: why there is another one.
    Before(Scene),
}

/// The scene of the step at hand. The operator puts it up; nothing goes up by itself.
#[must_use]
pub fn cue(now: Now) -> Cue {
    if !now.has_roll {
        return Cue::Sitting(Scene::Standby);
    }
    if !now.has_quorum {
        return Cue::Sitting(Scene::Roll);
    }
    if now.follows && now.stage == RoundStage::Draft {
        return Cue::Before(Scene::Undecided);
    }
    match now.stage {
        RoundStage::Draft if !now.has_rules => Cue::Newest(Scene::Rules),
        RoundStage::Draft | RoundStage::Frozen if !now.has_officers => {
            Cue::Sitting(Scene::Officers)
        }
        RoundStage::Draft | RoundStage::Frozen => Cue::Newest(Scene::Candidates),
        RoundStage::Sealed => Cue::Newest(Scene::EmptyBox),
        RoundStage::Issuing => Cue::Newest(Scene::Issuing),
        RoundStage::Open | RoundStage::Paused => Cue::Newest(Scene::Voting),
        RoundStage::Closed => Cue::Newest(Scene::Closed),
        RoundStage::Accounted => Cue::Newest(Scene::Account),
        RoundStage::Counted if now.is_undecided => Cue::Newest(Scene::Undecided),
        RoundStage::Opened | RoundStage::Counted => Cue::Newest(Scene::Counting),
        RoundStage::Certified if now.is_published => Cue::Newest(Scene::Notice),
        RoundStage::Certified => Cue::Newest(Scene::Result),
        RoundStage::Void => Cue::Sitting(Scene::Wait),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_of_the_day_has_its_scene() {
        let ready = Now {
            has_roll: true,
            has_quorum: true,
            has_rules: true,
            has_officers: true,
            stage: RoundStage::Draft,
            follows: false,
            is_undecided: false,
            is_published: false,
        };
        let at = |stage| Now { stage, ..ready };
        let table = [
            (
                Now {
                    has_roll: false,
                    has_quorum: false,
                    ..ready
                },
                Cue::Sitting(Scene::Standby),
            ),
            (
                Now {
                    has_quorum: false,
                    ..ready
                },
                Cue::Sitting(Scene::Roll),
            ),
            (
                Now {
                    has_rules: false,
                    ..ready
                },
                Cue::Newest(Scene::Rules),
            ),
            (
                Now {
                    has_officers: false,
                    ..ready
                },
                Cue::Sitting(Scene::Officers),
            ),
            (ready, Cue::Newest(Scene::Candidates)),
            (at(RoundStage::Frozen), Cue::Newest(Scene::Candidates)),
            (at(RoundStage::Sealed), Cue::Newest(Scene::EmptyBox)),
            (at(RoundStage::Issuing), Cue::Newest(Scene::Issuing)),
            (at(RoundStage::Open), Cue::Newest(Scene::Voting)),
            (at(RoundStage::Paused), Cue::Newest(Scene::Voting)),
            (at(RoundStage::Closed), Cue::Newest(Scene::Closed)),
            (at(RoundStage::Accounted), Cue::Newest(Scene::Account)),
            (at(RoundStage::Opened), Cue::Newest(Scene::Counting)),
            (at(RoundStage::Counted), Cue::Newest(Scene::Counting)),
            (
                Now {
                    is_undecided: true,
                    ..at(RoundStage::Counted)
                },
                Cue::Newest(Scene::Undecided),
            ),
            (
                Now {
                    follows: true,
                    ..ready
                },
                Cue::Before(Scene::Undecided),
            ),
            (at(RoundStage::Certified), Cue::Newest(Scene::Result)),
            (
                Now {
                    is_published: true,
                    ..at(RoundStage::Certified)
                },
                Cue::Newest(Scene::Notice),
            ),
            (at(RoundStage::Void), Cue::Sitting(Scene::Wait)),
        ];
        for (now, wanted) in table {
            assert_eq!(cue(now), wanted, "{now:?}");
        }
    }
}
