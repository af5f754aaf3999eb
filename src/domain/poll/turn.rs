//! In which order the log may tell of a round: an act that a round does once is told once, after the
//! acts before it. A line at the wrong place was written by another hand.

use super::round::{RoundAct, RoundStage};
use crate::domain::chain::Recorded;

/// What the log tells of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundTold {
    /// Where the round stands after all that was done in turn.
    pub stage: RoundStage,
    /// Whether every line stands where it may.
    pub is_in_turn: bool,
}

/// Reads the lines that fix something of a round, oldest first.
pub fn read(lines: &[Recorded<'_>]) -> RoundTold {
    let mut told = RoundTold {
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

/// The stage of a round after a line, or nothing where the line cannot stand.
fn after(stage: RoundStage, line: &Recorded<'_>, is_first: bool) -> Option<RoundStage> {
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

    fn told(acts: &str) -> RoundTold {
        let lines: Vec<String> = acts
            .split(' ')
            .map(|word| match word.strip_prefix('+') {
                Some(kind) => format!("minsheng-audit-1\t1\t\t\t1\t{kind}\tround=1"),
                None => format!("minsheng-audit-1\t1\t\t\t1\tround\tround=1 act={word}"),
            })
            .collect();
        let read_back = lines.iter().map(|line| Recorded::read(line).unwrap());
        read(&read_back.collect::<Vec<_>>())
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
