//! What came back, told wherever it is told: as a whole, or by its part while papers wait to be
//! counted.

use maud::{Markup, html};

use crate::domain::poll::turnout::{Papers, Turnout};
use crate::say;
use crate::text::{Phrase, Words};

/// What came back: the number; while papers wait, the slips' part and that papers wait.
pub(in crate::web) fn returned(words: Words, turnout: &Turnout) -> Phrase {
    match turnout.returned() {
        Some(returned) => say!(words, "returned-whole", number = returned),
        None => say!(words, "returned-waiting", slips = turnout.slips()),
    }
}

/// The same as a cell that the office's script keeps up to date.
pub(in crate::web) fn returned_cell(words: Words, turnout: &Turnout) -> Markup {
    html! {
        @match turnout.returned() {
            Some(returned) => dd data-number="returned" { (returned) },
            None => dd.told data-number-of="returned"
                data-template=(say!(words, "returned-waiting", slips = "#returned").text) {
                (returned(words, turnout))
            },
        }
    }
}

/// Issued and returned as members of a live message: the slips' part while papers wait.
pub(in crate::web) fn turnout_json(turnout: &Turnout) -> String {
    let papers = match turnout.papers() {
        Papers::None => "none",
        Papers::Uncounted => "waiting",
        Papers::Counted(_) => "counted",
    };
    let returned = turnout.returned().unwrap_or(turnout.slips());
    format!(
        "\"issued\":{},\"returned\":{returned},\"papers\":\"{papers}\"",
        turnout.issued()
    )
}
