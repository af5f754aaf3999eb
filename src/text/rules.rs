//! Rules in plain words: one paragraph with the body's own numbers and a worked example.

use super::{Phrase, Words};
use crate::domain::congress::Body;
use crate::domain::poll::rules::{Blank, Rules, Shortfall, Tie, Undermark, Unmarked};
use crate::say;

/// The paragraph as sentences: base and majority, presence, marks, what is void, ties, shortfall.
///
/// `due` is N; `present` is given once the quorum was declared.
#[must_use]
pub fn paragraph(words: Words, rules: &Rules, due: u32, present: Option<u32>) -> Vec<Phrase> {
    let needed = rules.needed(due);
    let quorum = rules.body.quorum(due);
    let places = u32::from(rules.places);
    let mut told = vec![
        match rules.body {
            Body::Congress => say!(words, "rules-base-congress", due = due, needed = needed),
            Body::StandingCommittee => {
                say!(words, "rules-base-committee", due = due, needed = needed)
            }
        },
        match present {
            Some(present) => {
                say!(words, "rules-present", present = present, quorum = quorum)
            }
            None => say!(words, "rules-quorum", quorum = quorum),
        },
        example(words, present.unwrap_or(quorum), needed),
        match rules.undermark {
            Undermark::Valid => say!(words, "rules-up-to", places = places),
            Undermark::MustEqual => say!(words, "rules-exactly", places = places),
        },
        match rules.unmarked {
            Unmarked::Abstain => say!(words, "rules-unmarked-abstain"),
            Unmarked::Oppose => say!(words, "rules-unmarked-oppose"),
        },
        match rules.blank {
            Blank::Valid => say!(words, "rules-blank-valid"),
            Blank::Void => say!(words, "rules-blank-void"),
        },
        say!(words, "rules-selection", needed = needed, places = places),
    ];
    told.push(match rules.tie {
        Tie::RunOff => say!(words, "rules-tie-run-off"),
        Tie::Presidium => say!(words, "rules-tie-presidium"),
    });
    told.push(match rules.shortfall {
        Shortfall::TakeFewer => say!(words, "rules-shortfall-take-fewer", places = places),
        Shortfall::Supplementary => say!(words, "rules-shortfall-supplementary", places = places),
    });
    told.push(say!(words, "rules-returned"));
    told
}

/// What absence means, in numbers: so many of those present must approve.
fn example(words: Words, present: u32, needed: u32) -> Phrase {
    let share = if present == 0 {
        100
    } else {
        (needed * 100).div_ceil(present)
    };
    say!(
        words,
        "rules-example",
        present = present,
        needed = needed,
        share = share
    )
}
