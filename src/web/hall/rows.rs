//! Scenes of lines: candidates, the result, a tie, the notice. Eight lines a page at most.

use maud::{Markup, html};

use super::language::words;
use crate::kit;
use domain::poll::{RoundKind, RoundLine};
use domain::sitting::officer::Officer;
use domain::tally::{LineGrade, LineOutcome, LineVerdict, Outcome};
use service::hall::scenes::{CandidateIntroduction, ResultLine};
use text::say;
use text::{Language, format, rules as rule_words};

/// The lines that are asked about: number, name, unit, money of a whole project.
pub(super) fn candidates(lines: &[CandidateIntroduction]) -> Markup {
    html! {
        table.rows {
            @for CandidateIntroduction { line, project } in lines {
                tr {
                    td.no { (line.line_no) }
                    th { (line.name) }
                    td.unit { @if let Some(project) = project { (project.sheet.lead_unit) } }
                    td.money { @if line.subject.whole().is_some() { (format::money(Language::ZhHans, line.investment)) } }
                }
            }
        }
    }
}

/// Scrutineers and tellers, with where they work.
pub(super) fn officers(officers: &[Officer]) -> Markup {
    let words = words();
    html! {
        table.rows {
            @for officer in officers {
                tr {
                    td.post { (words.say_named("role", officer.post.word(), &[])) }
                    th { (officer.name) }
                    td.unit { (officer.unit) }
                }
            }
        }
    }
}

/// The certified result: votes as digits with a bar, and who is chosen by bar and word.
pub(super) fn result(outcome: &Outcome, lines: &[ResultLine], is_preliminary: bool) -> Markup {
    let words = words();
    html! {
        @if is_preliminary { p.told { (say!(words, "screen-preliminary")) } }
        @if outcome.grades.is_empty() { (votes(outcome, lines)) } @else { (grades(outcome, lines)) }
    }
}

fn votes(outcome: &Outcome, lines: &[ResultLine]) -> Markup {
    let words = words();
    let is_ranked = outcome.lines.iter().any(|line| line.points.is_some());
    html! {
        p.base {
            span { (say!(words, "figure-due")) " " b { (outcome.due) } }
            @if outcome.needed > 0 { span { (say!(words, "screen-needed")) " " b { (outcome.needed) } } }
            @else { span { (say!(words, "screen-most-wins")) } }
            span { (say!(words, "screen-places")) " " b { (outcome.places) } }
            span { (say!(words, "figure-valid")) " " b { (outcome.valid) } }
        }
        table.rows.votes {
            thead { tr {
                td {} td {}
                th.approve { (say!(words, "mark-approve")) }
                th.oppose { (say!(words, "mark-oppose")) }
                th.abstain { (say!(words, "mark-abstain")) }
                @if is_ranked { th { (say!(words, "column-points")) } }
                td {}
            } }
            tbody {
                @for one in lines {
                    @let is_in = one.outcome.as_ref().is_some_and(|line| line.verdict == LineVerdict::Selected);
                    tr.chosen[is_in] {
                        td.no { (one.line.line_no) }
                        th { (one.line.name) @if let Some(line) = &one.outcome { (bar(line, outcome)) } }
                        @match &one.outcome {
                            Some(line) => {
                                td.n.approve { (line.approve) }
                                td.n.oppose { (line.oppose) }
                                td.n.abstain { (line.abstain) }
                                @if is_ranked { td.n { (line.points.unwrap_or(0)) } }
                                td.in { @if is_in { (say!(words, "screen-in")) } }
                            }
                            None => {
                                td.n {} td.n {} td.n {}
                                @if is_ranked { td.n {} }
                                td.in {}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The certified grades: how often each was given as digits, and what each line came to as a word.
fn grades(outcome: &Outcome, lines: &[ResultLine]) -> Markup {
    let words = words();
    html! {
        p.base {
            span { (say!(words, "figure-due")) " " b { (outcome.due) } }
            span { (say!(words, "figure-base")) " " b { (outcome.base) } }
            span { (say!(words, "figure-valid")) " " b { (outcome.valid) } }
        }
        table.rows.votes {
            thead { tr {
                td {} td {}
                @for grade in LineGrade::ALL { th { (rule_words::line_grade(words, grade)) } }
                th.abstain { (say!(words, "mark-abstain")) }
                td {}
            } }
            tbody {
                @for one in lines {
                    tr.chosen[one.graded.is_some_and(|line| line.grade != LineGrade::Dissatisfied)] {
                        td.no { (one.line.line_no) }
                        th { (one.line.name) }
                        @match &one.graded {
                            Some(line) => {
                                @for (_, papers) in kit::given(line) { td.n { (papers) } }
                                td.n.abstain { (line.abstain) }
                                td.in { (rule_words::line_grade(words, line.grade)) }
                            }
                            None => { td.n {} td.n {} td.n {} td.n {} td.in {} }
                        }
                    }
                }
            }
        }
    }
}

/// Approvals as a bar of the base, with the line of the majority.
fn bar(line: &LineOutcome, outcome: &Outcome) -> Markup {
    let width = outcome.due.max(1);
    html! {
        svg.votes viewBox={ "0 0 " (width) " 6" } preserveAspectRatio="none" aria-hidden="true" {
            rect.all width=(width) height="6" {}
            rect.given width=(line.approve.min(width)) height="6" {}
            @if outcome.needed > 0 { line.pass x1=(outcome.needed) x2=(outcome.needed) y1="0" y2="6" {} }
        }
    }
}

/// A tie or a shortfall: who is still open, for how many places, what follows. No votes.
pub(super) fn undecided(
    is_tie: bool,
    lines: &[RoundLine],
    places: u64,
    next: Option<RoundKind>,
) -> Markup {
    let words = words();
    let told = if is_tie {
        say!(words, "screen-tied", places = places)
    } else {
        say!(words, "screen-short", places = places)
    };
    let follows = match next {
        Some(RoundKind::RunOff) => say!(words, "screen-next-run-off"),
        Some(RoundKind::Supplementary) => say!(words, "screen-next-supplementary"),
        Some(RoundKind::First) => say!(words, "screen-next-again"),
        None => say!(words, "screen-next-presidium"),
    };
    html! {
        p.told { (told) }
        (names(lines))
        p.why { (follows) }
    }
}

fn names(lines: &[RoundLine]) -> Markup {
    html! {
        table.rows {
            @for line in lines { tr { td.no { (line.line_no) } th { (line.name) } } }
        }
    }
}

/// The notice: who is chosen or what was graded how, and where everybody reads it.
pub(super) fn notice(
    number: u32,
    lines: &[(RoundLine, Option<LineGrade>)],
    address: Option<&str>,
) -> Markup {
    let words = words();
    html! {
        div.beside {
            div {
                p.told { (say!(words, "screen-notice", number = number)) }
                table.rows { @for (line, grade) in lines {
                    tr { td.no { (line.line_no) } th { (line.name) }
                        @if let Some(grade) = grade { td.in { (rule_words::line_grade(words, *grade)) } } }
                } }
            }
            @if let Some(address) = address {
                div.qr { (kit::qr(address)) p { (say!(words, "screen-read")) } }
            }
        }
    }
}
