//! A result in figures, bars and words: the same for officers, the public and the printer.

use maud::{Markup, html};

use crate::domain::congress::Body;
use crate::domain::poll::account::Line;
use crate::domain::poll::holding::KeyHolding;
use crate::domain::poll::rules::Rules;
use crate::domain::poll::{Round, RoundLine};
use crate::domain::session::Session;
use crate::domain::session::desk::Kind;
use crate::domain::tally::{LineOutcome, LineVerdict, Outcome};
use crate::say;
use crate::text::{Language, Phrase, Words, format, rules as rule_words};

/// The name of a session, as its congress writes it.
pub(in crate::web) fn session_name(words: Words, congress: &str, session: &Session) -> Phrase {
    let (term, number) = (session.term_no, session.session_no);
    let (term_han, number_han) = (format::han(term), format::han(number));
    let congress = congress.to_owned();
    match session.body {
        Body::Congress => say!(
            words,
            "session-of-congress",
            congress = congress,
            term = term,
            number = number,
            term_han = term_han,
            number_han = number_han
        ),
        Body::StandingCommittee => say!(
            words,
            "session-of-committee",
            congress = congress,
            term = term,
            number = number,
            term_han = term_han,
            number_han = number_han
        ),
    }
}

/// The rules in one plain paragraph with this body's own numbers.
pub(in crate::web) fn rules_paragraph(
    words: Words,
    rules: &Rules,
    due: u32,
    present: Option<u32>,
) -> Markup {
    let told = rule_words::paragraph(words, rules, due, present);
    // A paragraph that fell back to Chinese is one run, not a row of runs in the other direction.
    let foreign = told
        .first()
        .filter(|one| one.is_foreign())
        .map(|one| one.language);
    html! {
        p.rules lang=[foreign.map(Language::tag)] dir=[foreign.map(Language::dir)] {
            @for sentence in told {
                @if foreign.is_some() { (sentence.text) } @else { (sentence) }
                @if words.language() == Language::En { " " }
            }
        }
    }
}

/// How the count came to its result, step by step, each with its clause.
pub(in crate::web) fn trace(words: Words, outcome: &Outcome) -> Markup {
    let told = rule_words::trace(words, outcome);
    let foreign = told
        .first()
        .filter(|one| one.is_foreign())
        .map(|one| one.language);
    html! {
        section.trace {
            h3 { (say!(words, "trace-title")) }
            ol lang=[foreign.map(Language::tag)] dir=[foreign.map(Language::dir)] {
                @for sentence in told {
                    li { @if foreign.is_some() { (sentence.text) } @else { (sentence) } }
                }
            }
        }
    }
}

/// Issued, returned, valid, void, blank.
pub(in crate::web) fn account_figures(
    words: Words,
    round: &Round,
    account: &[Line],
    outcome: &Outcome,
) -> Markup {
    let issued = round.issued.map(u64::from);
    let returned = outcome.ballots;
    let papers = account.iter().find(|line| line.kind == Kind::Paper);
    let papers = papers.filter(|line| line.issued > 0);
    let missing = issued.map(|issued| issued.saturating_sub(returned));
    let figures = [
        (say!(words, "figure-issued"), issued.unwrap_or(0)),
        (say!(words, "figure-returned"), returned),
        (say!(words, "figure-not-returned"), missing.unwrap_or(0)),
        (say!(words, "figure-valid"), outcome.valid),
        (say!(words, "figure-void"), outcome.void_total()),
        (say!(words, "figure-blank"), outcome.blank),
    ];
    html! {
        dl.figures {
            @for (name, number) in &figures {
                div { dt { (name) } dd { (number) } }
            }
        }
        @if let Some(papers) = papers {
            p { (say!(words, "figure-both-kinds", slips = round.returned.unwrap_or(0),
                papers = papers.returned.unwrap_or(0))) }
        }
    }
}

/// Approvals as a bar of the base with the pass line; the numbers stand beside it.
fn bar(words: Words, line: &LineOutcome, due: u64) -> Markup {
    let width = due.max(1);
    let label = say!(
        words,
        "bar-label",
        votes = line.approve,
        needed = line.needed
    );
    let class = if line.verdict == LineVerdict::Selected {
        "in"
    } else {
        "out"
    };
    html! {
        svg.votes viewBox={ "0 0 " (width) " 16" } preserveAspectRatio="none" role="img"
            aria-label=(label.text) {
            rect.base width=(width) height="16" {}
            rect.(class) width=(line.approve.min(width)) height="16" {}
            line.pass x1=(line.needed) x2=(line.needed) y1="0" y2="16" {}
        }
    }
}

/// Every line: votes, points where papers were ranked, rank, verdict with what is short, clause.
pub(in crate::web) fn result_table(
    words: Words,
    lines: &[RoundLine],
    outcome: &Outcome,
    round_name: &str,
) -> Markup {
    let is_ranked = outcome.lines.iter().any(|line| line.points.is_some());
    html! {
        div.scroll tabindex="0" role="region" aria-label=(round_name) {
        table.result {
            caption { (round_name) }
            thead { tr {
                th scope="col" { (say!(words, "column-project")) }
                th.n scope="col" { (say!(words, "mark-approve")) }
                th.wide scope="col" { (say!(words, "column-bar", needed = outcome.needed)) }
                th.n scope="col" { (say!(words, "mark-oppose")) }
                th.n scope="col" { (say!(words, "mark-abstain")) }
                @if is_ranked { th.n scope="col" { (say!(words, "column-points")) } }
                th.n scope="col" { (say!(words, "column-rank")) }
                th scope="col" { (say!(words, "column-verdict")) }
            } }
            tbody {
                @for (line, result) in lines.iter().zip(&outcome.lines) {
                    tr.chosen[result.verdict == LineVerdict::Selected] {
                        th scope="row" { span.no { (line.line_no) } " " bdi lang="zh-Hans" { (line.name) } }
                        td.n data-label=(say!(words, "mark-approve").text) { b { (result.approve) } }
                        td.wide { (bar(words, result, outcome.due)) }
                        td.n data-label=(say!(words, "mark-oppose").text) { (result.oppose) }
                        td.n data-label=(say!(words, "mark-abstain").text) { (result.abstain) }
                        @if let Some(points) = result.points {
                            td.n data-label=(say!(words, "column-points").text) { b { (points) } }
                        }
                        td.n data-label=(say!(words, "column-rank").text) { (result.rank) }
                        td { (verdict(words, result)) }
                    }
                }
            }
        }
        }
    }
}

/// A verdict as shape and word, with what is missing and the clause that decides.
fn verdict(words: Words, line: &LineOutcome) -> Markup {
    let clause = words.say_named("clause", line.clause.word(), &[]);
    let (class, word) = match line.verdict {
        LineVerdict::Selected => ("done", say!(words, "verdict-selected")),
        LineVerdict::BelowThreshold => (
            "plain",
            say!(words, "verdict-below-threshold", short = line.short_by),
        ),
        LineVerdict::BeyondPlaces => ("plain", say!(words, "verdict-beyond-places")),
        LineVerdict::Tied => ("warn", say!(words, "verdict-tied")),
    };
    html! { span.tag.(class) { (word) } " " span.clause { (clause) } }
}

/// How many cards of a box were destroyed, said in words; where too few were, what follows from it.
pub(in crate::web) fn cards_destroyed(
    words: Words,
    holding: KeyHolding,
    destroyed: Option<u8>,
) -> Markup {
    let (cards, least) = (holding.cards(), holding.to_destroy());
    html! {
        @match destroyed {
            Some(destroyed) if destroyed >= least => {
                p { (say!(words, "cards-destroyed", destroyed = destroyed, cards = cards)) }
            }
            Some(destroyed) => {
                p.warn { (say!(words, "cards-too-few", destroyed = destroyed, cards = cards, least = least)) }
            }
            None => { p.warn { (say!(words, "cards-not-recorded", cards = cards)) } }
        }
    }
}
