//! The official forms of a poll, and from which stage of its newest round each may be printed.

use super::round::RoundStage;
use crate::problem::Problem;

/// A form of a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfficialForm {
    /// The ballot paper (表决票).
    Ballot,
    /// Its lines in Kazakh beside the Chinese, without boxes (对照表).
    KazakhSheet,
    /// The same in Uyghur.
    UyghurSheet,
    /// The candidates in full (候选项目简介).
    Booklet,
    /// The rules in brief (票决办法要点).
    Rules,
    /// That the box was empty when it was sealed (零票报告).
    ZeroReport,
    /// Blank key cards (密钥卡).
    KeyCards,
    /// Strokes for a calling count (计票单).
    TallySheet,
    /// Issued and returned (清点单).
    Account,
    /// What the opened box held, under its digest (开箱记录).
    OpeningSheet,
    /// The count statement (计票结果报告单).
    Statement,
    /// Labels for what is sealed up (封存标签).
    SealLabels,
}

impl OfficialForm {
    /// All of them, in the order of the day.
    pub const ALL: [Self; 12] = [
        Self::Ballot,
        Self::KazakhSheet,
        Self::UyghurSheet,
        Self::Booklet,
        Self::Rules,
        Self::ZeroReport,
        Self::KeyCards,
        Self::TallySheet,
        Self::Account,
        Self::OpeningSheet,
        Self::Statement,
        Self::SealLabels,
    ];

    /// The word in addresses, names of files and message keys.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ballot => "ballot",
            Self::KazakhSheet => "parallel-kk",
            Self::UyghurSheet => "parallel-ug",
            Self::Booklet => "booklet",
            Self::Rules => "rules",
            Self::ZeroReport => "zero-report",
            Self::KeyCards => "key-cards",
            Self::TallySheet => "tally-sheet",
            Self::Account => "account",
            Self::OpeningSheet => "opening-sheet",
            Self::Statement => "statement",
            Self::SealLabels => "seal-labels",
        }
    }

    /// The form of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }

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
