//! In which order the audit log may report a round and a sitting: an act that is done once is reported once,
//! after the acts before it. A line in the wrong place was not written by this program.

use super::{RoundAct, RoundStage};
use crate::audit::chain::LineColumns;
use crate::sitting::closing::ClosingAct;
use crate::sitting::stage::{SittingAct, SittingStage};

/// How the end of a sitting was told before two people stood for it.
const EARLIER_END: &str = "close";

/// What the log tells of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoggedRound {
    /// Where the round stands after all that was done in turn.
    pub stage: RoundStage,
    /// Whether every line stands where it may.
    pub is_in_turn: bool,
}

/// Reads the lines that fix something of a round, oldest first.
pub fn read(lines: &[LineColumns<'_>]) -> LoggedRound {
    let mut told = LoggedRound {
        stage: RoundStage::Draft,
        is_in_turn: true,
    };
    for (place, line) in lines.iter().enumerate() {
        match after(told.stage, line, place == 0) {
            Some(stage) => told.stage = stage,
            None => told.is_in_turn = false,
        }
    }
    told
}

/// Whether every line that fixes something of a sitting's roll, oldest first, stands where it may.
#[must_use]
pub fn is_sitting_in_turn(lines: &[LineColumns<'_>]) -> bool {
    let mut stage = SittingStage::Planned;
    let mut has_quorum = false;
    for line in lines {
        let Some(next) = sitting_after(stage, has_quorum, line) else {
            return false;
        };
        stage = next;
        has_quorum |= stage == SittingStage::QuorumDeclared;
    }
    true
}

fn sitting_after(
    stage: SittingStage,
    has_quorum: bool,
    line: &LineColumns<'_>,
) -> Option<SittingStage> {
    let may_stand = match line.kind {
        "sitting" => {
            let word = line.fact("act")?;
            if let Some(act) = SittingAct::from_word(word) {
                return stage.after(act);
            }
            let closing = match word {
                EARLIER_END => ClosingAct::Close,
                word => ClosingAct::from_word(word)?,
            };
            return closing.after(stage, has_quorum);
        }
        "roll-kept" => stage == SittingStage::RollOpen,
        "moved" => stage == SittingStage::QuorumDeclared,
        _ => false,
    };
    may_stand.then_some(stage)
}

/// The stage of a round after a line, or nothing where the line cannot stand.
fn after(stage: RoundStage, line: &LineColumns<'_>, is_first: bool) -> Option<RoundStage> {
    let may_stand = match line.kind {
        "round" => return stage.after(RoundAct::from_word(line.fact("act")?)?),
        "round-drafted" => is_first,
        "slate-fixed" => stage == RoundStage::Frozen,
        "papers-entered" => matches!(stage, RoundStage::Closed | RoundStage::Accounted),
        "presidium-decided" => stage == RoundStage::Counted,
        _ => false,
    };
    may_stand.then_some(stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines about one subject: an act a word, or a line of another kind after a plus.
    fn lines(subject: &str, acts: &str) -> Vec<String> {
        let line = |word: &str| match word.strip_prefix('+') {
            Some(kind) => format!("minsheng-audit-1\t1\t\t\t1\t{kind}\t{subject}=1"),
            None => format!("minsheng-audit-1\t1\t\t\t1\t{subject}\t{subject}=1 act={word}"),
        };
        acts.split(' ').map(line).collect()
    }

    fn recorded(lines: &[String]) -> Vec<LineColumns<'_>> {
        let read_back = lines.iter().map(|line| LineColumns::read(line).unwrap());
        read_back.collect()
    }

    fn told(acts: &str) -> LoggedRound {
        read(&recorded(&lines("round", acts)))
    }

    #[test]
    fn a_day_in_its_order_is_in_turn() {
        let day = "freeze +slate-fixed seal seal-again start-issuing open-vote pause resume close-vote \
                   +papers-entered confirm-account +papers-entered open-box record-cards count \
                   +presidium-decided record-cards certify";
        let told = told(day);
        assert_eq!((told.stage, told.is_in_turn), (RoundStage::Certified, true));
        assert!(tests::told("+round-drafted freeze seal").is_in_turn);
        assert!(tests::told("freeze void record-cards").is_in_turn);
    }

    #[test]
    fn the_roll_of_a_sitting_is_told_in_turn_or_named() {
        let told = |acts: &str| is_sitting_in_turn(&recorded(&lines("sitting", acts)));
        for day in [
            "open-roll +roll-kept +roll-kept declare-quorum +moved declare-again adjourn resume close-sitting reopen-sitting close-sitting",
            "open-roll close-sitting reopen-sitting +roll-kept declare-quorum",
            "open-roll declare-quorum close",
        ] {
            assert!(told(day), "{day}");
        }
        for day in [
            "open-roll declare-quorum +roll-kept",
            "open-roll declare-quorum open-roll",
            "open-roll declare-quorum close-sitting +moved",
            "+roll-kept",
            "open-roll unknown",
        ] {
            assert!(!told(day), "{day}");
        }
    }

    #[test]
    fn what_is_said_twice_or_too_late_is_out_of_turn_and_moves_nothing() {
        let counted =
            "freeze seal start-issuing open-vote close-vote confirm-account open-box count";
        for late in [
            "freeze",
            "seal",
            "seal-again",
            "open-vote",
            "close-vote",
            "confirm-account",
            "open-box",
            "count",
            "+slate-fixed",
            "+papers-entered",
            "+round-drafted",
            "unknown",
            "+unknown",
        ] {
            let told = told(&format!("{counted} {late}"));
            assert_eq!(
                (told.stage, told.is_in_turn),
                (RoundStage::Counted, false),
                "{late}"
            );
        }
        assert!(
            !told("freeze +round-drafted").is_in_turn,
            "drafted once, before all"
        );
        assert!(!told("+round-drafted +round-drafted").is_in_turn);
        assert!(!told("freeze +presidium-decided").is_in_turn);
    }
}
