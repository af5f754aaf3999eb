//! Numbers that are read aloud: no page, wall, form or script may take the part for the whole.

use crate::{
    none, raised,
    source::{Source, product},
};

/// What slips alone brought, by the names of its fields.
const PARTS: &[&str] = &["slips_returned", "in_box"];
/// Layers that tell numbers to people.
const TELLING: &[&str] = &["web", "paper", "text", "cli"];
/// The proof that the box of the machine is empty is about that box.
const OF_THE_BOX: &str = "src/web/account/view.rs";

fn takes_slips_alone(sources: &[Source]) -> Vec<String> {
    let telling = sources
        .iter()
        .filter(|source| TELLING.contains(&source.layer()) && source.path != OF_THE_BOX);
    let mut out = Vec::new();
    for source in telling {
        for token in &source.tokens {
            if token.word().is_some_and(|word| PARTS.contains(&word)) {
                let word = token.word().unwrap_or_default();
                out.push(format!(
                    "{}:{}: {word} is the part of what came back that slips brought; tell the turnout",
                    source.path, token.line
                ));
            }
        }
    }
    out
}

/// Every place that tells how many came back asks the one type that knows every kind of ballot.
#[test]
fn nobody_tells_slips_alone() {
    none(&takes_slips_alone(&product()));
    let text = "fn f() { a(round.slips_returned); b(facts.in_box); c(turnout.returned()); }";
    let page = [Source::of("src/web/poll/sheet.rs", text)];
    raised(&takes_slips_alone(&page), 2, &["slips_returned", "in_box"]);
    none(&takes_slips_alone(&[Source::of(
        "src/service/round/opening.rs",
        text,
    )]));
}
