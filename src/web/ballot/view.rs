//! The ballot, its review and its end, for a phone at arm's length.

use maud::{Markup, PreEscaped, html};

use crate::domain::ballot::Mark;
use crate::domain::poll::RoundLine;
use crate::domain::poll::rules::{Undermark, Unmarked};
use crate::domain::problem::Problem;
use crate::say;
use crate::service::casting::{Reviewed, Sheet};
use crate::text::{Language, Words};
use crate::web::kit::{self, Frame, Look};
use crate::web::path;

/// Review pages are filled up to a multiple of so many bytes.
const PAGE: usize = 8 << 10;

/// The four choices of a line, in the order of the paper; the last is how a mark is taken back.
const CHOICES: [Mark; 4] = [Mark::Approve, Mark::Oppose, Mark::Abstain, Mark::Unmarked];

/// The word of a mark.
fn mark_word(words: Words, mark: Mark) -> Markup {
    let word = match mark {
        Mark::Approve => say!(words, "mark-approve"),
        Mark::Oppose => say!(words, "mark-oppose"),
        Mark::Abstain => say!(words, "mark-abstain"),
        Mark::Unmarked => say!(words, "mark-none"),
    };
    html! { (word) }
}

/// The band above every page of the path.
pub(super) fn band(words: Words, sheet: &Sheet) -> Markup {
    html! { (kit::session_name(words, &sheet.congress.name, &sheet.session)) }
}

/// The ballot with its marks as they stand, and what must be mended.
pub(super) fn ballot(
    frame: &Frame<'_>,
    sheet: &Sheet,
    marks: &[Mark],
    token: &str,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let most = sheet.rules.most_approvals(sheet.lines.len());
    let approved = marks.iter().filter(|mark| **mark == Mark::Approve).count();
    let unmarked = marks.iter().filter(|mark| **mark == Mark::Unmarked).count();
    let content = html! {
        (over_summary(words, sheet, marks, problems))
        h1 lang="zh-Hans" { (sheet.poll.title) }
        p.lead {
            @match sheet.rules.undermark {
                Undermark::Valid => { (say!(words, "ballot-up-to", most = most)) }
                Undermark::MustEqual => { (say!(words, "ballot-exactly", most = most)) }
            }
        }
        @if sheet.rules.undermark == Undermark::Valid {
            p.quiet { (say!(words, "ballot-fewer-valid")) }
        }
        p.quiet { (say!(words, "ballot-change")) }
        form.marks-form method="post" action=(path::review(sheet.poll.id)) autocomplete="off"
            data-most=(most) data-counter=(say!(words, "ballot-counter-plain", most = most).text)
            data-over=(say!(words, "ballot-over-plain").text)
            data-left=(say!(words, "ballot-left-plain").text)
            data-poll=(sheet.poll.id) data-round=(sheet.round.id) {
            (switches(frame))
            input type="hidden" name="round" value=(sheet.round.id);
            input type="hidden" name="token" value=(token);
            @for (line, mark) in sheet.lines.iter().zip(marks) {
                (line_fields(words, line, *mark, sheet.lines.len()))
            }
            div.foot {
                div.count role="status" {
                    b.counter.over[approved > most] { (say!(words, "ballot-counter", approved = approved, most = most)) }
                    span.left { (say!(words, "ballot-left", left = unmarked)) }
                }
                button.button #next { (say!(words, "ballot-next")) }
            }
        }
    };
    let title = sheet.poll.title.clone();
    let title = if problems.is_empty() {
        title
    } else {
        format!("{}{title}", say!(words, "error-title"))
    };
    kit::page(frame, Look::Ballot, &title, &band(words, sheet), &content)
}

/// What must be mended: the counts, and links to every line that approves.
fn over_summary(words: Words, sheet: &Sheet, marks: &[Mark], problems: &[Problem]) -> Markup {
    let is_over = problems
        .iter()
        .any(|problem| problem.code == "marked-too-many");
    let lines = html! {
        @if is_over {
            ul.over-lines {
                @for (line, mark) in sheet.lines.iter().zip(marks) {
                    @if *mark == Mark::Approve {
                        li { a href={ "#l" (line.line_no) } { span.no { (line.line_no) } " " bdi lang="zh-Hans" { (line.name) } } }
                    }
                }
            }
        }
    };
    kit::error_summary_with(words, problems, &lines)
}

/// Language and text size as buttons of the same form: a switch keeps the marks without a script.
fn switches(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    html! {
        // The first button of a form is the one that Enter presses: let it go on, not switch.
        button.enter tabindex="-1" aria-hidden="true" {}
        div.switches {
            div.langs role="group" aria-label=(say!(words, "languages").text) {
                @for language in [Language::ZhHans, Language::KkArab, Language::Ug] {
                    @let is_current = language == words.language();
                    button name="show" value=(language.tag()) lang=(language.tag())
                        dir=(language.dir()) aria-current=[is_current.then_some("true")] {
                        (language.own_name())
                    }
                }
            }
            div.sizes role="group" aria-label=(say!(words, "text-size").text) {
                @for size in 0..3_u8 {
                    button name="show" value={ "size-" (size) }
                        aria-current=[(size == frame.size).then_some("true")] {
                        @match size {
                            0 => { (say!(words, "size-standard")) }
                            1 => { (say!(words, "size-large")) }
                            _ => { (say!(words, "size-largest")) }
                        }
                    }
                }
            }
        }
    }
}

fn line_fields(words: Words, line: &RoundLine, marked: Mark, of: usize) -> Markup {
    let name = format!("m{}", line.line_no);
    html! {
        fieldset.line id={ "l" (line.line_no) } tabindex="-1" {
            legend {
                span.sr { (say!(words, "ballot-line", line = u32::from(line.line_no), of = of)) " " }
                h2 { span.no aria-hidden="true" { (line.line_no) } bdi lang="zh-Hans" { (line.name) } }
            }
            p.what { (kit::money_and_summary(words.language(), &line.summary, line.investment)) }
            @if !line.content.is_empty() {
                details {
                    summary { (say!(words, "ballot-details")) }
                    p lang="zh-Hans" dir="auto" { (line.content) }
                }
            }
            // The same side as on the paper, whichever way the language runs.
            div.marks dir="ltr" {
                @for mark in CHOICES {
                    @let id = format!("{name}{}", mark.letter());
                    div.quiet-choice[mark == Mark::Unmarked] {
                        input type="radio" name=(name) id=(id) value=(mark.letter())
                            checked[mark == marked];
                        label for=(id) { (mark_word(words, mark)) }
                    }
                }
            }
        }
    }
}

/// The last look: marks as words, unmarked lines first, one final act.
pub(super) fn review(frame: &Frame<'_>, form: &Reviewed, marks: &[Mark]) -> Markup {
    let words = frame.words;
    let sheet = &form.sheet;
    let poll = sheet.poll.id;
    let groups = [Mark::Unmarked, Mark::Approve, Mark::Oppose, Mark::Abstain];
    let lines_of = |wanted: Mark| {
        let pairs = sheet.lines.iter().zip(marks);
        pairs
            .filter(move |(_, mark)| **mark == wanted)
            .map(|(line, _)| line)
            .collect::<Vec<_>>()
    };
    let content = html! {
        h1 { (say!(words, "review-title")) }
        p.lead { (say!(words, "review-final")) }
        @for mark in groups {
            @let lines = lines_of(mark);
            @if mark != Mark::Unmarked || !lines.is_empty() {
                section.group.boxed[mark == Mark::Unmarked] {
                    h2 { (mark_word(words, mark)) " " span.num { (lines.len()) }
                        @if mark == Mark::Unmarked { " " span.effect { (unmarked_effect(words, sheet)) } }
                    }
                    ul.reviewed {
                        @for line in lines {
                            li { span.no { (line.line_no) } " " bdi lang="zh-Hans" { (line.name) }
                                b.mark { (mark_word(words, mark)) }
                                button.link form="change" formaction={ (path::ballot(poll)) "#l" (line.line_no) } {
                                    (say!(words, "review-change-line"))
                                    span.sr { " " (line.name) }
                                } }
                        }
                    }
                }
            }
        }
        form.cast-form method="post" action=(path::cast(poll)) autocomplete="off"
            data-trying=(say!(words, "cast-trying").text) data-paper=(say!(words, "cast-paper").text)
            data-again=(say!(words, "cast-again").text) data-poll=(poll) {
            (hidden(sheet, marks))
            input type="hidden" name="nonce" value=(form.nonce);
            input type="hidden" name="token" value=(form.token);
            button.button.cast { (say!(words, "cast-button")) }
            p.trying role="status" {}
        }
        form #change method="post" action=(path::ballot(poll)) {
            (hidden(sheet, marks))
            button.button.plain { (say!(words, "review-change")) }
        }
    };
    let title = say!(words, "review-title");
    padded(kit::page(
        frame,
        Look::Ballot,
        &title.text,
        &band(words, sheet),
        &content,
    ))
}

/// Fills a page up to a multiple of 8 KiB: the groups of the review differ with the marks, its
/// length on the wire does not.
fn padded(page: Markup) -> Markup {
    let missing = PAGE - page.0.len() % PAGE;
    PreEscaped(page.0 + &"\n".repeat(missing))
}

fn unmarked_effect(words: Words, sheet: &Sheet) -> Markup {
    let effect = match sheet.rules.unmarked {
        Unmarked::Abstain => say!(words, "review-as-abstain"),
        Unmarked::Oppose => say!(words, "review-as-oppose"),
        Unmarked::Approve => say!(words, "review-as-approve"),
    };
    html! { (effect) }
}

/// The marks as hidden fields, one letter each: a form has one length whatever was marked.
fn hidden(sheet: &Sheet, marks: &[Mark]) -> Markup {
    html! {
        input type="hidden" name="round" value=(sheet.round.id);
        @for (line, mark) in sheet.lines.iter().zip(marks) {
            input type="hidden" name={ "m" (line.line_no) } value=(mark.letter());
        }
    }
}

/// The end, beyond mistake: no marks, no time, nothing that proves a choice.
pub(super) fn done(frame: &Frame<'_>, sheet: &Sheet) -> Markup {
    let words = frame.words;
    let content = html! {
        div.cast-done data-poll=(sheet.poll.id) {
            svg.tick viewBox="0 0 48 48" aria-hidden="true" {
                circle cx="24" cy="24" r="22" {}
                path d="M14 25l7 7 14-16" {}
            }
            h1 { (say!(words, "done-title")) }
            p.lead { (say!(words, "done-lock")) }
            p { (say!(words, "done-come-back")) }
            p.quiet { (say!(words, "done-not-you")) }
        }
    };
    let title = say!(words, "done-title");
    kit::page(
        frame,
        Look::Ballot,
        &title.text,
        &band(words, sheet),
        &content,
    )
}
