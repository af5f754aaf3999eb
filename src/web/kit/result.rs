//! A result in figures, bars and words: the same for officers, the public and the printer.

use maud::{Markup, html};

use domain::ballot::LineNo;
use domain::congress::Body;
use domain::poll::RoundLine;
use domain::poll::rules::Rules;
use domain::round::holding::KeyHolding;
use domain::round::turnout::{Papers, Turnout};
use domain::sitting::{Session, Sitting};
use domain::tally::{GradedLine, LineGrade, LineOutcome, LineVerdict, Outcome};
use service::poll::overview::RoundResult;
use text::say;
use text::{Language, Phrase, Words, format, rules as rule_words};

/// The name of a session, as its congress writes it.
pub(crate) fn session_name(words: Words, congress: &str, session: &Session) -> Phrase {
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

/// The sitting of a round: its number and day, due, present, and the quorum.
pub(crate) fn round_held(words: Words, body: Body, sitting: &Sitting) -> Phrase {
    let due = sitting.due.unwrap_or(0);
    say!(
        words,
        "round-held",
        sitting = sitting.number,
        day = sitting.held_on.clone(),
        body = body.word(),
        due = due,
        quorum = body.quorum(due),
        present = sitting.quorum_present.unwrap_or(0)
    )
}

/// The rules in one plain paragraph with this body's own numbers.
pub(crate) fn rules_paragraph(
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
pub(crate) fn trace(words: Words, outcome: &Outcome) -> Markup {
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

/// Issued, returned, valid, void, blank: what came back by the round's own account.
pub(crate) fn account_figures(words: Words, turnout: &Turnout, outcome: &Outcome) -> Markup {
    let missing = turnout.not_returned().unwrap_or(0);
    let returned = turnout.returned().map_or(outcome.ballots, u64::from);
    let figures = [
        (say!(words, "figure-issued"), u64::from(turnout.issued())),
        (say!(words, "figure-returned"), returned),
        (say!(words, "figure-not-returned"), u64::from(missing)),
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
        @if let Papers::Counted(papers) = turnout.papers() {
            p { (say!(words, "figure-both-kinds", slips = turnout.slips(), papers = papers)) }
        }
    }
}

/// Approvals as a bar of the base with the pass line; the numbers stand beside it.
fn bar(words: Words, rules: &Rules, line: &LineOutcome, due: u64) -> Markup {
    let width = due.max(1);
    let label = say!(
        words,
        "bar-label",
        how = rule_words::passes_by(rules),
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
            @if line.needed > 0 { line.pass x1=(line.needed) x2=(line.needed) y1="0" y2="16" {} }
        }
    }
}

/// Every line: votes, points where papers were ranked, rank, verdict with what is short, clause.
pub(crate) fn result_table(
    words: Words,
    rules: &Rules,
    lines: &[RoundLine],
    outcome: &Outcome,
    round_name: &str,
) -> Markup {
    if !outcome.grades.is_empty() {
        return grades_table(words, lines, outcome, round_name);
    }
    let is_ranked = outcome.lines.iter().any(|line| line.points.is_some());
    html! {
        div.scroll tabindex="0" role="region" aria-label=(round_name) {
        table.result {
            caption { (round_name) }
            thead { tr {
                th scope="col" { (say!(words, "column-project")) }
                th.n scope="col" { (say!(words, "mark-approve")) }
                th.wide scope="col" { (say!(words, "column-bar", how = rule_words::passes_by(rules), needed = outcome.needed)) }
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
                        td.wide { (bar(words, rules, result, outcome.due)) }
                        td.n data-label=(say!(words, "mark-oppose").text) { (result.oppose) }
                        td.n data-label=(say!(words, "mark-abstain").text) { (result.abstain) }
                        @if let Some(points) = result.points {
                            td.n data-label=(say!(words, "column-points").text) { b { (points) } }
                        }
                        td.n data-label=(say!(words, "column-rank").text) { (result.rank) }
                        td { (verdict(words, rules, result)) }
                    }
                }
            }
        }
        }
    }
}

/// Every line of an evaluation: how often each grade was given, and what it came to.
fn grades_table(words: Words, lines: &[RoundLine], outcome: &Outcome, round_name: &str) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(round_name) {
        table.result {
            caption { (round_name) }
            thead { tr {
                th scope="col" { (say!(words, "column-project")) }
                @for grade in LineGrade::ALL { th.n scope="col" { (rule_words::line_grade(words, grade)) } }
                th.n scope="col" { (say!(words, "mark-abstain")) }
                th.wide scope="col" { (say!(words, "column-grades-bar", base = outcome.base)) }
                th scope="col" { (say!(words, "column-grade")) }
            } }
            tbody {
                @for (line, result) in lines.iter().zip(&outcome.grades) {
                    tr.chosen[result.grade != LineGrade::Dissatisfied] {
                        th scope="row" { span.no { (line.line_no) } " " bdi lang="zh-Hans" { (line.name) } }
                        @for (grade, papers) in given(result) {
                            td.n data-label=(rule_words::line_grade(words, grade).text) {
                                @if grade == result.grade { b { (papers) } } @else { (papers) }
                            }
                        }
                        td.n data-label=(say!(words, "mark-abstain").text) { (result.abstain) }
                        td.wide { (grades_bar(words, result, outcome.base)) }
                        td { (grade_tag(words, result.grade)) }
                    }
                }
            }
        }
        }
    }
}

/// Each grade with the papers that gave it.
pub(crate) fn given(line: &GradedLine) -> [(LineGrade, u64); 3] {
    [
        (LineGrade::Satisfied, line.satisfied),
        (LineGrade::Basically, line.basically),
        (LineGrade::Dissatisfied, line.dissatisfied),
    ]
}

/// A grade as shape and word.
pub(crate) fn grade_tag(words: Words, grade: LineGrade) -> Markup {
    let class = match grade {
        LineGrade::Satisfied => "done",
        LineGrade::Basically => "plain",
        LineGrade::Dissatisfied => "warn",
    };
    html! { span.tag.(class) { (rule_words::line_grade(words, grade)) } }
}

/// The grades as one bar of the base; the numbers stand beside it.
fn grades_bar(words: Words, line: &GradedLine, base: u64) -> Markup {
    let width = base.max(1);
    let label = say!(
        words,
        "grades-bar-label",
        satisfied = line.satisfied,
        basically = line.basically,
        dissatisfied = line.dissatisfied,
        base = base
    );
    let mut from = 0_u64;
    let parts = given(line).map(|(grade, papers)| {
        let start = from.min(width);
        from = from.saturating_add(papers);
        (grade, start, papers.min(width.saturating_sub(start)))
    });
    html! {
        svg.votes viewBox={ "0 0 " (width) " 16" } preserveAspectRatio="none" role="img"
            aria-label=(label.text) {
            rect.base width=(width) height="16" {}
            @for (grade, start, papers) in parts {
                rect.(grade.word()) x=(start) width=(papers) height="16" {}
            }
        }
    }
}

/// A verdict as shape and word, with what is missing and the clause that decides.
fn verdict(words: Words, rules: &Rules, line: &LineOutcome) -> Markup {
    let number = rules.clauses.number(line.clause);
    let clause = rule_words::clause(words, line.clause, number).text;
    let clause = say!(words, "verdict-clause", clause = clause);
    let class = match line.verdict {
        LineVerdict::Selected => "done",
        LineVerdict::BelowThreshold | LineVerdict::BeyondPlaces => "plain",
        LineVerdict::Tied => "warn",
    };
    html! { span.tag.(class) { (verdict_word(words, line)) } " " span.clause { (clause) } }
}

/// A verdict in a word, with what is missing.
pub(crate) fn verdict_word(words: Words, line: &LineOutcome) -> Phrase {
    match line.verdict {
        LineVerdict::Selected => say!(words, "verdict-selected"),
        LineVerdict::BelowThreshold => {
            say!(words, "verdict-below-threshold", short = line.short_by)
        }
        LineVerdict::BeyondPlaces => say!(words, "verdict-beyond-places"),
        LineVerdict::Tied => say!(words, "verdict-tied"),
    }
}

/// What the presidium decided of a tie: the lines by name, and why.
pub(crate) fn presidium(words: Words, result: &RoundResult) -> Option<Phrase> {
    let (chosen, reason) = result.decided.as_ref()?;
    let named = result
        .lines
        .iter()
        .filter(|line| chosen.contains(&LineNo(line.line_no)));
    let named: Vec<String> = named
        .map(|line| {
            say!(
                words,
                "line-named",
                number = line.line_no,
                name = line.name.clone()
            )
            .text
        })
        .collect();
    let lines = named.join(&say!(words, "list-separator").text);
    Some(say!(
        words,
        "presidium-told",
        lines = lines,
        reason = reason.clone()
    ))
}

/// How many cards of a box were destroyed; where too few were, what follows from it.
pub(crate) fn cards_destroyed(words: Words, holding: KeyHolding, destroyed: Option<u8>) -> Markup {
    let (told, is_enough) = cards_destroyed_words(words, holding, destroyed);
    html! { p.warn[!is_enough] { (told) } }
}

/// The same in words, and whether enough were destroyed.
pub(crate) fn cards_destroyed_words(
    words: Words,
    holding: KeyHolding,
    destroyed: Option<u8>,
) -> (Phrase, bool) {
    let (cards, least) = (holding.cards(), holding.to_destroy());
    match destroyed {
        Some(destroyed) if destroyed >= least => {
            let told = say!(
                words,
                "cards-destroyed",
                destroyed = destroyed,
                cards = cards
            );
            (told, true)
        }
        Some(destroyed) => {
            let told = say!(
                words,
                "cards-too-few",
                destroyed = destroyed,
                cards = cards,
                least = least
            );
            (told, false)
        }
        None => (say!(words, "cards-not-recorded", cards = cards), false),
    }
}
