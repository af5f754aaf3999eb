//! The official forms of a poll, and from which stage of its newest round each may be printed.

use crate::problem::Problem;
use crate::round::RoundStage;
use count::words;

words! {
    /// A form of a poll.
    pub enum OfficialForm {
        /// The ballot paper (表决票).
        Ballot = "ballot",
        /// Its lines in Kazakh beside the Chinese, without boxes (对照表).
        KazakhSheet = "parallel-kk",
        /// The same in Uyghur.
        UyghurSheet = "parallel-ug",
        /// The candidates in full (候选项目简介).
        Booklet = "booklet",
        /// The rules in brief (票决办法要点).
        Rules = "rules",
        /// That the box was empty when it was sealed (零票报告).
        ZeroReport = "zero-report",
        /// Blank key cards (密钥卡).
        KeyCards = "key-cards",
        /// Strokes for a calling count (计票单).
        TallySheet = "tally-sheet",
        /// Issued and returned (清点单).
        Account = "account",
        /// What the opened box held, under its digest (开箱记录).
        OpeningSheet = "opening-sheet",
        /// The count statement (计票结果报告单).
        Statement = "statement",
        /// Labels for what is sealed up (封存标签).
        SealLabels = "seal-labels",
    }
}

impl OfficialForm {
    /// The stage from which on what it says is settled.
    #[must_use]
    pub fn since(self) -> RoundStage {
        match self {
            Self::Ballot
            | Self::KazakhSheet
            | Self::UyghurSheet
            | Self::Booklet
            | Self::Rules
            | Self::TallySheet => RoundStage::Frozen,
            Self::ZeroReport | Self::KeyCards => RoundStage::Sealed,
            Self::Account | Self::SealLabels => RoundStage::Closed,
            Self::OpeningSheet => RoundStage::Opened,
            Self::Statement => RoundStage::Counted,
        }
    }

    /// Why it cannot be printed at a stage: `form-not-yet` with the stage it waits for,
    /// `form-of-void`. Of a void round nothing is printed but its account, if it has one.
    #[must_use]
    pub fn refusal(self, stage: RoundStage, is_accounted: bool) -> Option<Problem> {
        if stage == RoundStage::Void {
            let may = self == Self::Account && is_accounted;
            return (!may).then(|| Problem::error("form-of-void"));
        }
        let waits = || Problem::error("form-not-yet").with("stage", self.since().word());
        (stage < self.since()).then(waits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_waits_until_what_it_says_is_settled() {
        let refusal = |form: OfficialForm, stage, is_accounted| {
            form.refusal(stage, is_accounted)
                .map(|problem| problem.code)
        };
        let code = |form, stage| refusal(form, stage, false);
        for form in OfficialForm::ALL {
            assert_eq!(OfficialForm::from_word(form.word()), Some(form));
            assert_eq!(code(form, RoundStage::Draft), Some("form-not-yet"));
            assert_eq!(code(form, RoundStage::Void), Some("form-of-void"));
            let accounted = refusal(form, RoundStage::Void, true);
            assert_eq!(accounted.is_none(), form == OfficialForm::Account);
            assert_eq!(code(form, form.since()), None);
            assert_eq!(code(form, RoundStage::Certified), None);
        }
        assert_eq!(
            code(OfficialForm::Statement, RoundStage::Opened),
            Some("form-not-yet"),
            "no number before the count"
        );
        assert_eq!(
            code(OfficialForm::Account, RoundStage::Paused),
            Some("form-not-yet")
        );
    }
}
