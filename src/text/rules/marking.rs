//! How a ballot is marked, in one sentence with its number: the same on the screen and on paper.

use crate::say;
use crate::{Phrase, Words};
use domain::ballot::BallotKind;
use domain::poll::rules::{OvermarkRule, Rules, UndermarkRule};

/// What to do with a ballot of so many lines.
#[must_use]
pub fn how_to_mark(words: Words, rules: &Rules, lines: usize) -> Phrase {
    let most = rules.most_approvals(lines);
    match (rules.kind, rules.undermark) {
        (BallotKind::PerItem, UndermarkRule::Valid) => say!(words, "ballot-up-to", most = most),
        (BallotKind::PerItem, UndermarkRule::MustEqual) => {
            say!(words, "ballot-exactly", most = most)
        }
        (BallotKind::Tick, UndermarkRule::Valid) => say!(words, "ballot-tick-up-to", most = most),
        (BallotKind::Tick, UndermarkRule::MustEqual) => {
            say!(words, "ballot-tick-exactly", most = most)
        }
        (BallotKind::Rank, UndermarkRule::Valid) => say!(words, "ballot-rank-up-to", most = most),
        (BallotKind::Rank, UndermarkRule::MustEqual) => {
            say!(words, "ballot-rank-exactly", most = most)
        }
        (BallotKind::WholeList, _) => say!(words, "ballot-whole-list", lines = lines),
        (BallotKind::Grade, _) => say!(words, "ballot-grade"),
    }
}

/// What more has to be known with a pen in hand: which sign to make, and what too many do.
#[must_use]
pub fn on_paper(words: Words, rules: &Rules, lines: usize) -> Vec<Phrase> {
    let most = rules.most_approvals(lines);
    let is_limited = most < lines;
    let sign = match rules.kind {
        BallotKind::Rank => say!(words, "paper-write-rank"),
        BallotKind::PerItem | BallotKind::Tick | BallotKind::WholeList | BallotKind::Grade => {
            say!(words, "paper-make-circle")
        }
    };
    let too_many = match (rules.kind, rules.overmark) {
        (BallotKind::WholeList | BallotKind::Grade, _) => None,
        (BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank, OvermarkRule::PaperVoid) => {
            is_limited.then(|| say!(words, "rules-overmark-paper", most = most))
        }
        (BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank, OvermarkRule::SectionVoid) => {
            is_limited.then(|| say!(words, "rules-overmark-section", most = most))
        }
    };
    [Some(sign), too_many].into_iter().flatten().collect()
}
