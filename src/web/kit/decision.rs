//! What a round decides, in one sentence with the names of what is still open.

use maud::{Markup, html};

use domain::ballot::LineNo;
use domain::poll::RoundLine;
use domain::tally::{Decision, Outcome, VoidRound};
use text::Words;
use text::say;

/// What the round decides, and what must come before certifying.
pub(crate) fn decision(words: Words, lines: &[RoundLine], outcome: &Outcome) -> Markup {
    let (class, told) = match &outcome.decision {
        Decision::Complete => ("ok", say!(words, "decision-complete")),
        Decision::Graded => ("ok", say!(words, "decision-graded")),
        Decision::Tied {
            lines: tied,
            places_left,
        } => {
            let names: Vec<String> = tied.iter().map(|line| named(words, lines, *line)).collect();
            let names = names.join(&say!(words, "list-separator").text);
            let first = tied.first().and_then(|line| outcome.line(*line));
            let told = say!(
                words,
                "decision-tied",
                lines = names,
                unit = if first.is_some_and(|line| line.points.is_some()) {
                    "points"
                } else {
                    "votes"
                },
                votes = first.map_or(0, |line| line.score()),
                places = *places_left
            );
            ("stop", told)
        }
        Decision::Shortfall {
            missing,
            is_accepted: true,
        } => (
            "ok",
            say!(words, "decision-shortfall-accepted", missing = *missing),
        ),
        Decision::Shortfall {
            missing,
            is_accepted: false,
        } => (
            "stop",
            say!(words, "decision-shortfall-round", missing = *missing),
        ),
        Decision::VoidRound(VoidRound::ReturnedAboveIssued { issued, returned }) => (
            "stop",
            say!(
                words,
                "decision-void",
                issued = *issued,
                returned = *returned
            ),
        ),
    };
    html! { p.decision.(class) role="status" { (told) } }
}

/// A line as it is called: its number and its name.
fn named(words: Words, lines: &[RoundLine], number: LineNo) -> String {
    let line = lines.iter().find(|line| line.line_no == number.0);
    let name = line.map_or_else(String::new, |line| line.name.clone());
    say!(words, "line-named", number = number.0, name = name).text
}
