//! The stages of a round, the acts that move it, and the guards that say what is missing.
//!
//! [`RoundStage::after`] is the whole lifecycle as a table; [`missing`] lists, for an act, what
//! still stands against it. Both are drawn and told in `docs/lifecycle.md`.

pub mod account;
pub mod card_event;
pub mod fixed_fact;
pub mod holding;
pub mod logged_round;
pub mod remedy;
pub mod turnout;

use crate::access::Action;
pub use crate::act_of_two::two_people::TwoPeople;
use crate::problem::Problem;
use crate::round::account::Overrun;
use crate::round::holding::KeyHolding;
use crate::sitting::stage::SittingStage;
use crate::voting::desk::BallotMedium;
use count::words;

words! {
    /// Where a round stands.
    pub enum RoundStage {
        /// Rules and slate may still change.
        Draft = "draft",
        /// Rules and slate are fixed under their hashes.
        Frozen = "frozen",
        /// The box is proven empty and closed.
        Sealed = "sealed",
        /// Slips are being handed out.
        Issuing = "issuing",
        /// Voting is open.
        Open = "open",
        /// Voting is interrupted; nothing is lost.
        Paused = "paused",
        /// Voting is over.
        Closed = "closed",
        /// Issued and returned are compared and confirmed (清点单).
        Accounted = "accounted",
        /// The box is open: papers exist without order, rights without trace.
        Opened = "opened",
        /// The papers are counted.
        Counted = "counted",
        /// Two people stand for the result.
        Certified = "certified",
        /// The round does not count; its reason is kept.
        Void = "void",
    }
}

words! {
    /// A named act on a round.
    pub enum RoundAct {
        /// Fix rules and slate under their hashes (定稿).
        Freeze = "freeze",
        /// Prove the box empty, draw its key and close it (验箱封箱).
        Seal = "seal",
        /// Seal anew, with another key: a card was lost before it was checked (重新封箱).
        SealAgain = "seal-again",
        /// Begin handing out slips (发票).
        StartIssuing = "start-issuing",
        /// Open voting.
        OpenVote = "open-vote",
        /// Interrupt voting.
        Pause = "pause",
        /// Continue voting.
        Resume = "resume",
        /// End voting.
        CloseVote = "close-vote",
        /// Confirm issued and returned.
        ConfirmAccount = "confirm-account",
        /// Open the box (开箱).
        OpenBox = "open-box",
        /// Write down how many cards were destroyed before the sitting (销毁密钥卡).
        RecordCards = "record-cards",
        /// Count the papers.
        Count = "count",
        /// Stand for the result; on the last round of a poll.
        Certify = "certify",
        /// Declare that the round does not count, with a reason.
        Void = "void",
    }
}

impl RoundAct {
    /// Whether the round's box is made, moved or removed by it.
    #[must_use]
    pub fn moves_box(self) -> bool {
        match self {
            Self::OpenVote
            | Self::Pause
            | Self::Resume
            | Self::CloseVote
            | Self::OpenBox
            | Self::Void => true,
            Self::Freeze
            | Self::Seal
            | Self::SealAgain
            | Self::StartIssuing
            | Self::ConfirmAccount
            | Self::RecordCards
            | Self::Count
            | Self::Certify => false,
        }
    }
}

impl RoundStage {
    /// The stage after an act, or nothing when the act does not belong here.
    #[must_use]
    pub fn after(self, act: RoundAct) -> Option<Self> {
        let (from, to) = match act {
            RoundAct::Freeze => (Self::Draft, Self::Frozen),
            RoundAct::Seal => (Self::Frozen, Self::Sealed),
            RoundAct::SealAgain => (Self::Sealed, Self::Sealed),
            RoundAct::StartIssuing => (Self::Sealed, Self::Issuing),
            RoundAct::OpenVote => (Self::Issuing, Self::Open),
            RoundAct::Pause => (Self::Open, Self::Paused),
            RoundAct::Resume => (Self::Paused, Self::Open),
            RoundAct::CloseVote if self == Self::Paused => (Self::Paused, Self::Closed),
            RoundAct::CloseVote => (Self::Open, Self::Closed),
            RoundAct::ConfirmAccount => (Self::Closed, Self::Accounted),
            RoundAct::OpenBox => (Self::Accounted, Self::Opened),
            RoundAct::RecordCards if self == Self::Counted => (Self::Counted, Self::Counted),
            RoundAct::RecordCards if self == Self::Void => (Self::Void, Self::Void),
            RoundAct::RecordCards => (Self::Opened, Self::Opened),
            RoundAct::Count => (Self::Opened, Self::Counted),
            RoundAct::Certify => (Self::Counted, Self::Certified),
            RoundAct::Void => return self.may_be_voided().then_some(Self::Void),
        };
        (self == from).then_some(to)
    }

    /// The same, where an act that does not belong here is refused.
    ///
    /// # Errors
    /// `act-out-of-turn` with the stage.
    pub fn take(self, act: RoundAct) -> Result<Self, Problem> {
        let out_of_turn = || Problem::error("act-out-of-turn").with("stage", self.word());
        self.after(act).ok_or_else(out_of_turn)
    }

    /// Whether an act lies behind the round, so that pressing it once more is no mistake.
    #[must_use]
    pub fn has_passed(self, act: RoundAct) -> bool {
        let reached = match act {
            RoundAct::Freeze => Self::Frozen,
            RoundAct::Seal => Self::Sealed,
            // Pressed once more, they are done once more, or refused.
            RoundAct::SealAgain | RoundAct::RecordCards => return false,
            RoundAct::StartIssuing => Self::Issuing,
            RoundAct::OpenVote => Self::Open,
            RoundAct::Pause => return self == Self::Paused,
            RoundAct::Resume => return self == Self::Open,
            RoundAct::CloseVote => Self::Closed,
            RoundAct::ConfirmAccount => Self::Accounted,
            RoundAct::OpenBox => Self::Opened,
            RoundAct::Count => Self::Counted,
            RoundAct::Certify => Self::Certified,
            RoundAct::Void => return self == Self::Void,
        };
        self >= reached && self != Self::Void
    }

    /// A round may be voided from its freezing until it is certified; before that it is only
    /// text, after that only a correction may follow.
    #[must_use]
    pub(crate) fn may_be_voided(self) -> bool {
        match self {
            Self::Frozen
            | Self::Sealed
            | Self::Issuing
            | Self::Open
            | Self::Paused
            | Self::Closed
            | Self::Accounted
            | Self::Opened
            | Self::Counted => true,
            Self::Draft | Self::Certified | Self::Void => false,
        }
    }

    /// Whether slips and papers of the round are in deputies' hands: from handing out to the end of
    /// voting. Before that a deputy may hold slips, which are the sitting's, and papers of another round.
    #[must_use]
    pub fn is_held(self) -> bool {
        matches!(self, Self::Issuing | Self::Open | Self::Paused)
    }

    /// The act that the run-sheet offers next.
    #[must_use]
    pub fn next_act(self) -> Option<RoundAct> {
        match self {
            Self::Draft => Some(RoundAct::Freeze),
            Self::Frozen => Some(RoundAct::Seal),
            Self::Sealed => Some(RoundAct::StartIssuing),
            Self::Issuing => Some(RoundAct::OpenVote),
            Self::Open => Some(RoundAct::CloseVote),
            Self::Paused => Some(RoundAct::Resume),
            Self::Closed => Some(RoundAct::ConfirmAccount),
            Self::Accounted => Some(RoundAct::OpenBox),
            Self::Opened => Some(RoundAct::Count),
            Self::Counted => Some(RoundAct::Certify),
            Self::Certified | Self::Void => None,
        }
    }
}

impl RoundAct {
    /// The action that it belongs to in the permission table.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Count => Action::Count,
            Self::Certify => Action::Certify,
            Self::Freeze
            | Self::Seal
            | Self::SealAgain
            | Self::StartIssuing
            | Self::OpenVote
            | Self::Pause
            | Self::Resume
            | Self::CloseVote
            | Self::ConfirmAccount
            | Self::OpenBox
            | Self::RecordCards
            | Self::Void => Action::ActOnRound,
        }
    }

    /// Whether two different people must stand for it.
    #[must_use]
    pub fn needs_two(self) -> bool {
        match self {
            Self::Freeze
            | Self::Seal
            | Self::SealAgain
            | Self::OpenVote
            | Self::CloseVote
            | Self::OpenBox
            | Self::RecordCards
            | Self::Certify
            | Self::Void => true,
            Self::StartIssuing
            | Self::Pause
            | Self::Resume
            | Self::ConfirmAccount
            | Self::Count => false,
        }
    }
}

/// What is known of a round when an act is asked for. All counts are of papers or slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundFacts {
    /// Where the round stands.
    pub stage: RoundStage,
    /// Where its sitting stands.
    pub sitting: SittingStage,
    /// Whether the sitting has adopted the rules.
    pub rules_adopted: bool,
    /// Whether the sitting has adopted its chief scrutineer.
    pub officers_adopted: bool,
    /// Lines of the slate.
    pub lines: u32,
    /// Projects to choose.
    pub places: u32,
    /// Deputies present.
    pub present: u32,
    /// Present when the quorum was last declared.
    pub declared: Option<u32>,
    /// Slips and papers the roll says were handed out; what was fixed, once voting is closed.
    pub issued: u32,
    /// Slips that deputies hold.
    pub slips_in_hand: u32,
    /// Slips kept back for latecomers and exchanges.
    pub reserve: u32,
    /// Deputies who handed one kind in and have not got the other yet.
    pub unfinished: u32,
    /// Deputies who hold papers, one of each poll.
    pub papers_in_hand: u32,
    /// Papers of the round that were printed.
    pub papers_printed: u32,
    /// Papers of the round that are used up: spoilt and replaced, or handed in and torn up.
    pub papers_gone: u32,
    /// Papers found in the boxes; none while nobody has counted.
    pub papers_returned: Option<u32>,
    /// Papers in batches that two tellers agreed on, sealed to the box.
    pub papers_typed: u32,
    /// Slips printed for the sitting.
    pub printed: u32,
    /// Slips scanned back and cancelled.
    pub cancelled: u32,
    /// Ballots in the box of the machine: none of wood. What is told of a round is its
    /// [`Turnout`](crate::round::turnout::Turnout).
    pub in_box: u32,
    /// Rights spent.
    pub spent: u32,
    /// How the box is sealed; none before.
    pub sealed: Option<SealedFacts>,
    /// Opened or void rounds of the poll whose destroyed cards are not written down yet.
    pub unrecorded: u32,
    /// Whether the box was scrubbed after opening or voiding.
    pub is_clean: bool,
    /// Whether the count ended with a complete result (no tie, nothing left to decide).
    pub is_decided: bool,
}

/// What is known of a sealed box. All counts are of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedFacts {
    pub holding: KeyHolding,
    /// Shown to a holder.
    pub shown: u32,
    /// Not shown yet, and still to be had.
    pub waiting: u32,
    /// Typed back, and right.
    pub checked: u32,
    /// Given for opening, and not forgotten yet.
    pub given: u32,
    /// Whether the server has the key, where it should.
    pub has_server_key: bool,
    /// Destroyed before the sitting, once that is written down.
    pub destroyed: Option<u8>,
}

impl SealedFacts {
    /// Whether the box can be opened: enough cards are given, or the server has the key.
    #[must_use]
    pub fn can_open(&self) -> bool {
        match self.holding {
            KeyHolding::Server => self.has_server_key,
            KeyHolding::OneOfTwo | KeyHolding::TwoOfThree | KeyHolding::ThreeOfFive => {
                self.given >= u32::from(self.holding.needed())
            }
        }
    }
}

/// What stands against ballots being sealed to a box from now on: a card that nobody has proved to
/// be readable, or a key that is lost.
fn against_use(sealed: Option<&SealedFacts>) -> Option<Problem> {
    let Some(sealed) = sealed else {
        return Some(Problem::error("box-not-sealed"));
    };
    let left = u32::from(sealed.holding.cards()).saturating_sub(sealed.checked);
    if sealed.holding == KeyHolding::Server && !sealed.has_server_key {
        return Some(Problem::error("key-lost"));
    }
    (left > 0).then(|| Problem::error("cards-unchecked").with("left", left))
}

/// The account of a closed box that does not add up.
fn unequal(facts: &RoundFacts) -> Option<Problem> {
    let is_equal = facts.in_box == facts.spent && facts.in_box <= facts.issued;
    let problem = Problem::error("account-unequal").with("issued", facts.issued);
    let problem = problem.with("returned", facts.in_box);
    (!is_equal).then(|| problem.with("spent", facts.spent))
}

/// The batches that tellers agreed on are not all the papers that came back.
fn untyped(facts: &RoundFacts) -> Option<Problem> {
    let returned = facts.papers_returned.unwrap_or(0);
    let problem = Problem::error("batches-unequal").with("typed", facts.papers_typed);
    (facts.papers_typed != returned).then(|| problem.with("returned", returned))
}

/// What stands against opening a box.
fn against_opening(sealed: Option<&SealedFacts>) -> Option<Problem> {
    let Some(sealed) = sealed else {
        return Some(Problem::error("box-not-sealed"));
    };
    if sealed.can_open() {
        return None;
    }
    if sealed.holding == KeyHolding::Server {
        return Some(Problem::error("key-lost"));
    }
    let needed = u32::from(sealed.holding.needed());
    let problem = Problem::error("cards-missing").with("needed", needed);
    Some(problem.with("given", sealed.given))
}

/// What stands against an act now; empty when it may go on. Each problem says what is missing, so
/// that the run-sheet can show it beside the button.
#[must_use]
pub fn missing(act: RoundAct, facts: &RoundFacts) -> Vec<Problem> {
    let mut found = Vec::new();
    if let Err(problem) = facts.stage.take(act) {
        return vec![problem];
    }
    let mut need = |condition: bool, problem: Problem| {
        if !condition {
            found.push(problem);
        }
    };
    let quorum = facts.sitting == SittingStage::QuorumDeclared;
    match act {
        RoundAct::Freeze => {
            need(facts.rules_adopted, Problem::error("rules-not-adopted"));
            need(facts.lines > 0, Problem::error("slate-empty"));
        }
        RoundAct::Seal | RoundAct::SealAgain => {
            need(quorum, Problem::error("no-quorum"));
            need(
                facts.officers_adopted,
                Problem::error("officers-not-adopted"),
            );
            need(
                facts.in_box == 0 && facts.spent == 0,
                Problem::error("box-not-empty").with("returned", facts.in_box),
            );
        }
        RoundAct::StartIssuing => {
            need(quorum, Problem::error("no-quorum"));
            found.extend(against_use(facts.sealed.as_ref()));
            found.extend(not_declared_anew(facts));
        }
        RoundAct::OpenVote => found.extend(against_voting(facts, quorum)),
        RoundAct::CloseVote => found.extend(unfinished(facts)),
        RoundAct::ConfirmAccount => {
            found.extend(unequal(facts));
            found.extend(against_account(facts));
        }
        RoundAct::OpenBox => {
            found.extend(unequal(facts));
            found.extend(against_account(facts));
            found.extend(untyped(facts));
            found.extend(against_opening(facts.sealed.as_ref()));
        }
        RoundAct::RecordCards => {
            let waits = |sealed: SealedFacts| {
                sealed.holding != KeyHolding::Server && sealed.destroyed.is_none()
            };
            need(
                facts.sealed.is_some_and(waits),
                Problem::error("cards-recorded"),
            );
            need(facts.is_clean, Problem::error("cards-wait-for-clean"));
        }
        RoundAct::Certify => {
            need(
                facts.unrecorded == 0,
                Problem::error("cards-unrecorded").with("rounds", facts.unrecorded),
            );
            need(facts.is_clean, Problem::error("box-not-clean"));
            need(facts.is_decided, Problem::error("result-undecided"));
        }
        RoundAct::Pause | RoundAct::Resume | RoundAct::Count | RoundAct::Void => {}
    }
    found
}

/// What stands against opening the vote: who is here, what they hold, what is left over.
fn against_voting(facts: &RoundFacts, quorum: bool) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut need = |condition: bool, problem: Problem| {
        if !condition {
            found.push(problem);
        }
    };
    need(quorum, Problem::error("no-quorum"));
    need(facts.issued > 0, Problem::error("nothing-issued"));
    need(
        facts.issued <= facts.present,
        Problem::error("issued-above-present")
            .with("issued", facts.issued)
            .with("present", facts.present),
    );
    let left =
        i64::from(facts.printed) - i64::from(facts.cancelled) - i64::from(facts.slips_in_hand);
    let unaccounted = if left < 0 {
        left
    } else {
        (left - i64::from(facts.reserve)).max(0)
    };
    need(
        unaccounted == 0,
        Problem::error("slips-unaccounted").with("left", unaccounted),
    );
    need(
        facts.papers_in_hand == 0
            || facts.papers_printed >= facts.papers_in_hand + facts.papers_gone,
        Problem::error("papers-run-out").with("printed", facts.papers_printed),
    );
    found.extend(unfinished(facts));
    found.extend(not_declared_anew(facts));
    found
}

/// What stands against confirming the account: papers nobody entered, more returned than issued.
fn against_account(facts: &RoundFacts) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut need = |condition: bool, problem: Problem| {
        if !condition {
            found.push(problem);
        }
    };
    need(
        facts.papers_in_hand == 0 || facts.papers_returned.is_some(),
        Problem::error("papers-not-entered").with("issued", facts.papers_in_hand),
    );
    let papers = facts.papers_returned.unwrap_or(0);
    for (kind, issued, returned) in [
        (BallotMedium::Slip, facts.slips_in_hand, facts.in_box),
        (BallotMedium::Paper, facts.papers_in_hand, papers),
    ] {
        found.extend(Overrun::find(kind, returned, issued).map(Overrun::problem));
    }
    found
}

/// Somebody came or left since the quorum was declared: it is declared again before slips go out.
fn not_declared_anew(facts: &RoundFacts) -> Option<Problem> {
    let declared = facts.declared.unwrap_or(facts.present);
    (declared != facts.present).then(|| {
        Problem::error("quorum-not-declared-anew")
            .with("declared", declared)
            .with("present", facts.present)
    })
}

/// Somebody stands at the desk between slip and paper.
fn unfinished(facts: &RoundFacts) -> Option<Problem> {
    let waiting = facts.unfinished;
    (waiting > 0).then(|| Problem::error("exchange-unfinished").with("waiting", waiting))
}

#[cfg(test)]
mod tests {
    use super::*;
    use RoundAct as A;
    use RoundStage as S;

    #[test]
    fn the_whole_table() {
        let allowed: Vec<(S, A, S)> = S::ALL
            .into_iter()
            .flat_map(|from| A::ALL.map(|act| (from, act)))
            .filter(|(_, act)| *act != A::Void)
            .filter_map(|(from, act)| from.after(act).map(|to| (from, act, to)))
            .collect();
        assert_eq!(
            allowed,
            [
                (S::Draft, A::Freeze, S::Frozen),
                (S::Frozen, A::Seal, S::Sealed),
                (S::Sealed, A::SealAgain, S::Sealed),
                (S::Sealed, A::StartIssuing, S::Issuing),
                (S::Issuing, A::OpenVote, S::Open),
                (S::Open, A::Pause, S::Paused),
                (S::Open, A::CloseVote, S::Closed),
                (S::Paused, A::Resume, S::Open),
                (S::Paused, A::CloseVote, S::Closed),
                (S::Closed, A::ConfirmAccount, S::Accounted),
                (S::Accounted, A::OpenBox, S::Opened),
                (S::Opened, A::RecordCards, S::Opened),
                (S::Opened, A::Count, S::Counted),
                (S::Counted, A::RecordCards, S::Counted),
                (S::Counted, A::Certify, S::Certified),
                (S::Void, A::RecordCards, S::Void),
            ]
        );
        let voided: Vec<S> = S::ALL
            .into_iter()
            .filter(|s| s.after(A::Void).is_some())
            .collect();
        assert!(!voided.contains(&S::Draft) && !voided.contains(&S::Certified));
        assert_eq!(voided.len(), 9);
        assert!(
            voided
                .iter()
                .all(|stage| stage.after(A::Void) == Some(S::Void))
        );
    }

    #[test]
    fn an_act_lies_behind_once_its_stage_is_reached_and_never_where_it_may_be_done() {
        for (stage, act) in S::ALL.into_iter().flat_map(|s| A::ALL.map(|act| (s, act))) {
            assert!(
                !(stage.has_passed(act) && stage.after(act).is_some()),
                "{stage:?} {act:?}"
            );
        }
        assert!(S::Paused.has_passed(A::OpenVote) && S::Counted.has_passed(A::CloseVote));
        assert!(!S::Void.has_passed(A::Freeze) && S::Void.has_passed(A::Void));
    }

    #[test]
    fn the_run_sheet_offers_only_what_the_table_allows() {
        for stage in S::ALL {
            assert!(
                stage
                    .next_act()
                    .is_none_or(|act| stage.after(act).is_some()),
                "{stage:?}"
            );
            assert_eq!(S::from_word(stage.word()), Some(stage));
        }
        assert!(
            A::ALL
                .into_iter()
                .all(|act| A::from_word(act.word()) == Some(act))
        );
    }

    /// A box of which everything is in order.
    fn sealed() -> SealedFacts {
        SealedFacts {
            holding: KeyHolding::TwoOfThree,
            shown: 3,
            waiting: 0,
            checked: 3,
            given: 2,
            has_server_key: false,
            destroyed: None,
        }
    }

    /// Facts with which every act of its stage may go on.
    fn facts(stage: S) -> RoundFacts {
        RoundFacts {
            stage,
            sitting: SittingStage::QuorumDeclared,
            rules_adopted: true,
            officers_adopted: true,
            lines: 6,
            places: 4,
            present: 154,
            declared: Some(154),
            issued: 154,
            slips_in_hand: 154,
            reserve: 0,
            unfinished: 0,
            papers_in_hand: 0,
            papers_printed: 0,
            papers_gone: 0,
            papers_returned: None,
            papers_typed: 0,
            printed: 160,
            cancelled: 6,
            in_box: 0,
            spent: 0,
            sealed: Some(sealed()),
            unrecorded: 0,
            is_clean: true,
            is_decided: true,
        }
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "one table, one line a guard")]
    fn each_guard_says_what_is_missing() {
        let adjourned = SittingStage::Adjourned;
        let cases: Vec<(A, RoundFacts, &str)> = vec![
            (
                A::Freeze,
                RoundFacts {
                    rules_adopted: false,
                    ..facts(S::Draft)
                },
                "rules-not-adopted",
            ),
            (
                A::Freeze,
                RoundFacts {
                    lines: 0,
                    ..facts(S::Draft)
                },
                "slate-empty",
            ),
            (
                A::Seal,
                RoundFacts {
                    sitting: adjourned,
                    ..facts(S::Frozen)
                },
                "no-quorum",
            ),
            (
                A::Seal,
                RoundFacts {
                    in_box: 1,
                    ..facts(S::Frozen)
                },
                "box-not-empty",
            ),
            (
                A::StartIssuing,
                RoundFacts {
                    sitting: adjourned,
                    ..facts(S::Sealed)
                },
                "no-quorum",
            ),
            (
                A::OpenVote,
                RoundFacts {
                    sitting: adjourned,
                    ..facts(S::Issuing)
                },
                "no-quorum",
            ),
            (
                A::OpenVote,
                RoundFacts {
                    present: 153,
                    declared: Some(153),
                    ..facts(S::Issuing)
                },
                "issued-above-present",
            ),
            (
                A::OpenVote,
                RoundFacts {
                    declared: Some(155),
                    ..facts(S::Issuing)
                },
                "quorum-not-declared-anew",
            ),
            (
                A::StartIssuing,
                RoundFacts {
                    declared: Some(153),
                    ..facts(S::Sealed)
                },
                "quorum-not-declared-anew",
            ),
            (
                A::Seal,
                RoundFacts {
                    officers_adopted: false,
                    ..facts(S::Frozen)
                },
                "officers-not-adopted",
            ),
            (
                A::OpenVote,
                RoundFacts {
                    unfinished: 1,
                    ..facts(S::Issuing)
                },
                "exchange-unfinished",
            ),
            (
                A::OpenVote,
                RoundFacts {
                    papers_in_hand: 2,
                    papers_printed: 3,
                    papers_gone: 2,
                    ..facts(S::Issuing)
                },
                "papers-run-out",
            ),
            (
                A::CloseVote,
                RoundFacts {
                    unfinished: 1,
                    ..facts(S::Paused)
                },
                "exchange-unfinished",
            ),
            (
                A::ConfirmAccount,
                RoundFacts {
                    papers_in_hand: 2,
                    ..facts(S::Closed)
                },
                "papers-not-entered",
            ),
            (
                A::ConfirmAccount,
                RoundFacts {
                    papers_in_hand: 2,
                    papers_returned: Some(3),
                    ..facts(S::Closed)
                },
                "returned-above-issued",
            ),
            (
                A::OpenBox,
                RoundFacts {
                    papers_in_hand: 2,
                    papers_returned: Some(2),
                    papers_typed: 1,
                    ..facts(S::Accounted)
                },
                "batches-unequal",
            ),
            (
                A::OpenBox,
                RoundFacts {
                    papers_in_hand: 2,
                    papers_returned: Some(3),
                    papers_typed: 3,
                    ..facts(S::Accounted)
                },
                "returned-above-issued",
            ),
            (
                A::OpenVote,
                RoundFacts {
                    cancelled: 5,
                    ..facts(S::Issuing)
                },
                "slips-unaccounted",
            ),
            (
                A::OpenVote,
                RoundFacts {
                    cancelled: 7,
                    ..facts(S::Issuing)
                },
                "slips-unaccounted",
            ),
            (
                A::OpenBox,
                RoundFacts {
                    in_box: 155,
                    spent: 155,
                    slips_in_hand: 155,
                    ..facts(S::Accounted)
                },
                "account-unequal",
            ),
            (
                A::OpenBox,
                RoundFacts {
                    in_box: 9,
                    spent: 8,
                    ..facts(S::Accounted)
                },
                "account-unequal",
            ),
            (
                A::ConfirmAccount,
                RoundFacts {
                    in_box: 9,
                    spent: 8,
                    ..facts(S::Closed)
                },
                "account-unequal",
            ),
            (
                A::StartIssuing,
                RoundFacts {
                    sealed: None,
                    ..facts(S::Sealed)
                },
                "box-not-sealed",
            ),
            (
                A::StartIssuing,
                RoundFacts {
                    sealed: Some(SealedFacts {
                        checked: 2,
                        ..sealed()
                    }),
                    ..facts(S::Sealed)
                },
                "cards-unchecked",
            ),
            (
                A::StartIssuing,
                RoundFacts {
                    sealed: Some(SealedFacts {
                        holding: KeyHolding::Server,
                        ..sealed()
                    }),
                    ..facts(S::Sealed)
                },
                "key-lost",
            ),
            (
                A::SealAgain,
                RoundFacts {
                    spent: 1,
                    ..facts(S::Sealed)
                },
                "box-not-empty",
            ),
            (A::SealAgain, facts(S::Issuing), "act-out-of-turn"),
            (
                A::OpenBox,
                RoundFacts {
                    sealed: Some(SealedFacts {
                        given: 1,
                        ..sealed()
                    }),
                    ..facts(S::Accounted)
                },
                "cards-missing",
            ),
            (
                A::RecordCards,
                RoundFacts {
                    is_clean: false,
                    ..facts(S::Opened)
                },
                "cards-wait-for-clean",
            ),
            (
                A::RecordCards,
                RoundFacts {
                    sealed: Some(SealedFacts {
                        destroyed: Some(3),
                        ..sealed()
                    }),
                    ..facts(S::Counted)
                },
                "cards-recorded",
            ),
            (
                A::Certify,
                RoundFacts {
                    unrecorded: 1,
                    ..facts(S::Counted)
                },
                "cards-unrecorded",
            ),
            (
                A::Certify,
                RoundFacts {
                    is_clean: false,
                    ..facts(S::Counted)
                },
                "box-not-clean",
            ),
            (
                A::Certify,
                RoundFacts {
                    is_decided: false,
                    ..facts(S::Counted)
                },
                "result-undecided",
            ),
            (A::Count, facts(S::Open), "act-out-of-turn"),
        ];
        for (act, facts, code) in cases {
            let codes: Vec<_> = missing(act, &facts)
                .iter()
                .map(|problem| problem.code)
                .collect();
            assert_eq!(codes, [code], "{act:?}");
        }
        for stage in S::ALL {
            if let Some(act) = stage.next_act() {
                assert_eq!(missing(act, &facts(stage)), [], "{act:?}");
            }
        }
    }

    #[test]
    fn no_act_says_by_itself_where_it_leads() {
        for stage in RoundStage::ALL {
            for act in RoundAct::ALL {
                match stage.take(act) {
                    Ok(next) => assert_eq!(stage.after(act), Some(next)),
                    Err(problem) => {
                        assert_eq!(problem.code, "act-out-of-turn");
                        assert_eq!(stage.after(act), None);
                    }
                }
            }
        }
    }
}
