//! The scenes of a hall screen, and what must be true before one may be put up.
//!
//! [`refusal`] is asked twice: when the operator chooses a scene, and each time a screen draws it.
//! Where the reason for a scene is gone (its round was voided), the neutral card is shown in its place.

use crate::problem::Problem;
use crate::round::RoundStage;
use count::words;

words! {
    /// What a screen shows.
    pub enum Scene {
        /// The names of congress, session and sitting (待机).
        Standby = "standby",
        /// Due, present, quorum (清点人数).
        Roll = "roll",
        /// Scrutineers and tellers (监票人名单).
        Officers = "officers",
        /// The sitting pauses (休会).
        Recess = "recess",
        /// Something is being put right (请稍候).
        Wait = "wait",
        /// All candidates (候选项目一览).
        Candidates = "candidates",
        /// One candidate with its facts (单项说明).
        Candidate = "candidate",
        /// What a vote means (票决办法要点).
        Rules = "rules",
        /// The box is empty and closed (零票确认).
        EmptyBox = "empty_box",
        /// Slips are handed out (发票).
        Issuing = "issuing",
        /// Voting (投票进行中).
        Voting = "voting",
        /// Voting is over (投票结束).
        Closed = "closed",
        /// Issued and returned compared (清点结果).
        Account = "account",
        /// The papers are being counted (计票中).
        Counting = "counting",
        /// The certified result (结果).
        Result = "result",
        /// A tie, or fewer passed than there are places (平票、不足).
        Undecided = "undecided",
        /// The public notice (公告).
        Notice = "notice",
    }
}

/// What is known of the hall when a scene is chosen or drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SceneFacts {
    /// Whether the sitting has a roll with its base N.
    pub has_roll: bool,
    /// Officers that the session has adopted.
    pub officers: usize,
    /// Where the scene's round stands; none when no round was named.
    pub stage: Option<RoundStage>,
    /// Candidates of the round.
    pub lines: usize,
    /// Whether the count stopped at a tie or a shortfall.
    pub is_undecided: bool,
    /// Whether the poll has a notice.
    pub is_published: bool,
    /// Whether the rules let the hall see a counted result before it is certified, marked 初步.
    pub shows_preliminary: bool,
}

impl Scene {
    /// Whether the scene is about a round; the others are about the sitting.
    #[must_use]
    pub fn is_of_round(self) -> bool {
        self.begins_at().is_some()
    }

    /// The stage from which a round may be shown so, a void round never.
    fn begins_at(self) -> Option<RoundStage> {
        match self {
            Self::Standby | Self::Roll | Self::Officers | Self::Recess | Self::Wait => None,
            Self::Candidates | Self::Candidate | Self::Rules => Some(RoundStage::Draft),
            Self::EmptyBox => Some(RoundStage::Sealed),
            Self::Issuing => Some(RoundStage::Issuing),
            Self::Voting => Some(RoundStage::Open),
            Self::Closed => Some(RoundStage::Closed),
            Self::Account => Some(RoundStage::Accounted),
            Self::Counting => Some(RoundStage::Opened),
            Self::Undecided => Some(RoundStage::Counted),
            Self::Result | Self::Notice => Some(RoundStage::Certified),
        }
    }

    /// Whether its lines are turned page by page or uncovered one by one.
    #[must_use]
    pub fn has_lines(self) -> bool {
        match self {
            Self::Candidates | Self::Result | Self::Undecided | Self::Notice | Self::Officers => {
                true
            }
            Self::Standby
            | Self::Roll
            | Self::Candidate
            | Self::Rules
            | Self::EmptyBox
            | Self::Issuing
            | Self::Voting
            | Self::Closed
            | Self::Account
            | Self::Counting
            | Self::Recess
            | Self::Wait => false,
        }
    }
}

/// Whether the hall may see a round's result: once it is certified, or from the count on where the
/// rules allow a preliminary one.
#[must_use]
pub fn may_show_result(stage: RoundStage, shows_preliminary: bool) -> bool {
    stage == RoundStage::Certified || stage == RoundStage::Counted && shows_preliminary
}

/// Why a scene may not be shown; nothing when it may.
///
/// Problems: `scene-no-roll`, `scene-no-officers`, `scene-no-round`, `scene-round-void`,
/// `scene-no-lines`, `scene-not-certified`, `scene-too-early` with the stage that stands,
/// `scene-decided`, `scene-not-published`.
#[must_use]
pub fn refusal(scene: Scene, facts: &SceneFacts) -> Option<Problem> {
    let Some(first) = scene.begins_at() else {
        return if scene == Scene::Roll && !facts.has_roll {
            Some(Problem::error("scene-no-roll"))
        } else if scene == Scene::Officers && facts.officers == 0 {
            Some(Problem::error("scene-no-officers"))
        } else {
            None
        };
    };
    let Some(stage) = facts.stage else {
        return Some(Problem::error("scene-no-round"));
    };
    if stage == RoundStage::Void {
        return Some(Problem::error("scene-round-void"));
    }
    if facts.lines == 0 {
        return Some(Problem::error("scene-no-lines"));
    }
    let is_preliminary = scene == Scene::Result && may_show_result(stage, facts.shows_preliminary);
    if stage < first && !is_preliminary {
        let code = if first == RoundStage::Certified {
            "scene-not-certified"
        } else {
            "scene-too-early"
        };
        return Some(Problem::error(code).with("stage", stage.word()));
    }
    if scene == Scene::Undecided && !facts.is_undecided {
        return Some(Problem::error("scene-decided"));
    }
    if scene == Scene::Notice && !facts.is_published {
        return Some(Problem::error("scene-not-published"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(stage: RoundStage) -> SceneFacts {
        SceneFacts {
            has_roll: true,
            officers: 3,
            stage: Some(stage),
            lines: 6,
            is_undecided: false,
            is_published: false,
            shows_preliminary: false,
        }
    }

    fn code(scene: Scene, facts: &SceneFacts) -> &'static str {
        refusal(scene, facts).map_or("", |problem| problem.code)
    }

    #[test]
    fn the_stages_in_which_each_scene_of_a_round_may_be_shown() {
        let table: Vec<String> = Scene::ALL
            .into_iter()
            .filter(|scene| scene.is_of_round())
            .map(|scene| {
                let stages: Vec<&str> = RoundStage::ALL
                    .into_iter()
                    .filter(|stage| {
                        let known = SceneFacts {
                            is_undecided: true,
                            is_published: true,
                            ..facts(*stage)
                        };
                        refusal(scene, &known).is_none()
                    })
                    .map(RoundStage::word)
                    .collect();
                let first = stages.first().copied().unwrap_or("never");
                format!("{}: {} from {first}", scene.word(), stages.len())
            })
            .collect();
        assert_eq!(
            table,
            [
                "candidates: 11 from draft",
                "candidate: 11 from draft",
                "rules: 11 from draft",
                "empty_box: 9 from sealed",
                "issuing: 8 from issuing",
                "voting: 7 from open",
                "closed: 5 from closed",
                "account: 4 from accounted",
                "counting: 3 from opened",
                "result: 1 from certified",
                "undecided: 2 from counted",
                "notice: 1 from certified",
            ]
        );
    }

    #[test]
    fn no_result_before_it_is_certified_and_no_tie_that_is_none() {
        assert_eq!(
            code(Scene::Result, &facts(RoundStage::Counted)),
            "scene-not-certified"
        );
        assert_eq!(
            code(Scene::Undecided, &facts(RoundStage::Counted)),
            "scene-decided"
        );
        assert_eq!(
            code(Scene::Notice, &facts(RoundStage::Certified)),
            "scene-not-published"
        );
    }

    #[test]
    fn a_scene_without_its_ground_is_refused() {
        assert_eq!(
            code(Scene::Voting, &facts(RoundStage::Void)),
            "scene-round-void"
        );
        let empty = SceneFacts {
            has_roll: false,
            officers: 0,
            stage: None,
            ..facts(RoundStage::Draft)
        };
        for (scene, problem) in [
            (Scene::Roll, "scene-no-roll"),
            (Scene::Officers, "scene-no-officers"),
            (Scene::Voting, "scene-no-round"),
            (Scene::Standby, ""),
            (Scene::Recess, ""),
            (Scene::Wait, ""),
        ] {
            assert_eq!(code(scene, &empty), problem, "{}", scene.word());
        }
        let empty = SceneFacts {
            lines: 0,
            ..facts(RoundStage::Draft)
        };
        assert_eq!(code(Scene::Candidates, &empty), "scene-no-lines");
    }

    #[test]
    fn words_go_both_ways() {
        for scene in Scene::ALL {
            assert_eq!(Scene::from_word(scene.word()), Some(scene));
        }
    }

    #[test]
    fn a_counted_result_is_shown_before_it_is_certified_only_where_the_rules_allow_it() {
        let allowed = |stage| SceneFacts {
            shows_preliminary: true,
            ..facts(stage)
        };
        assert_eq!(code(Scene::Result, &allowed(RoundStage::Counted)), "");
        for scene in [Scene::Result, Scene::Notice] {
            let refused = code(scene, &allowed(RoundStage::Opened));
            assert_eq!(refused, "scene-not-certified");
        }
        assert_eq!(
            code(Scene::Notice, &allowed(RoundStage::Counted)),
            "scene-not-certified"
        );
    }
}
