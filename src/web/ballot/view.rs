//! The ballot of every kind, for a phone at arm's length.

use maud::{Markup, html};

use super::blank::blank;
use super::choice::{LineChoice, MarkedPaper};
use super::form::mark_field;
use super::line::{name, what};
use super::live;
use super::remark;
use super::review::padded;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::ballot::{Ballot, BallotKind};
use domain::poll::RoundLine;
use domain::poll::rules::UndermarkRule;
use domain::problem::{Nature, Problem};
use service::voting::casting::BallotSheet;
use text::say;
use text::{Language, Phrase, Words, rules};

/// The band above every page of the path.
pub(super) fn band(words: Words, sheet: &BallotSheet) -> Markup {
    html! { (kit::session_name(words, &sheet.congress.name, &sheet.session)) }
}

/// The ballot with its marks as they stand, and what must be mended.
pub(super) fn ballot(
    frame: &Frame<'_>,
    sheet: &BallotSheet,
    filled: &Ballot,
    token: &str,
    problems: &[Problem],
) -> Markup {
    let page = |filled: &Ballot, problems: &[Problem]| {
        let marked = MarkedPaper::new(frame.words, sheet, filled);
        page(frame, &marked, token, problems)
    };
    padded(page(filled, problems), &page(&blank(sheet), &[]), sheet)
}

/// The poll's title; with several polls at the sitting, its colour by mark and word before it.
pub(super) fn heading(words: Words, sheet: &BallotSheet) -> Markup {
    html! {
        h1 lang="zh-Hans" {
            @if sheet.polls > 1 { (kit::colour(words, sheet.poll.colour)) " " }
            (sheet.poll.title)
        }
        (kit::later_round(words, &sheet.round))
    }
}

fn page(frame: &Frame<'_>, marked: &MarkedPaper<'_>, token: &str, problems: &[Problem]) -> Markup {
    let words = frame.words;
    let sheet = marked.sheet;
    let content = html! {
        (summary(marked, problems))
        (heading(words, sheet))
        p.lead { (lead(marked)) }
        @if may_be_fewer(marked) { p.quiet { (say!(words, "ballot-fewer-valid")) } }
        p.quiet { (say!(words, "ballot-change")) }
        @if sheet.rules.asks_remarks { p.quiet { (say!(words, "ballot-remarks", most = remark::MOST)) } }
        (live::line(words, sheet))
        form.marks-form method="post" action=(path::review(sheet.poll.id)) autocomplete="off"
            data-kind=(marked.kind().word()) data-most=(marked.most)
            data-counter=(counter(marked, "#given", "#rest").text)
            data-full=(full(marked, "#given").text)
            data-over=(over(marked, "#over").text)
            data-left=(say!(words, "ballot-left", left = "#left").text)
            data-poll=(sheet.poll.id) data-round=(sheet.round.id) {
            (switches(frame))
            input type="hidden" name="round" value=(sheet.round.id);
            input type="hidden" name="token" value=(token);
            (fields(marked, problems))
            (remark::pad(&marked.said))
            (foot(marked))
        }
    };
    let title = sheet.poll.title.clone();
    let title = if problems.is_empty() {
        title
    } else {
        format!("{}{title}", say!(words, "error-title"))
    };
    kit::page(
        frame,
        PageStyle::Ballot,
        &title,
        &band(words, sheet),
        &content,
    )
}

/// What to do, in one sentence with the number.
fn lead(marked: &MarkedPaper<'_>) -> Phrase {
    let sheet = marked.sheet;
    rules::how_to_mark(marked.words, &sheet.rules, sheet.lines.len())
}

/// Whether marks are limited, and fewer of them are as good.
fn may_be_fewer(marked: &MarkedPaper<'_>) -> bool {
    match marked.kind() {
        BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank => {
            marked.sheet.rules.undermark == UndermarkRule::Valid
        }
        BallotKind::WholeList | BallotKind::Grade => false,
    }
}

/// The counter while marks are few enough. The numbers are texts: a script fills in its own.
fn counter(marked: &MarkedPaper<'_>, given: &str, rest: &str) -> Phrase {
    let (words, kind) = (marked.words, marked.kind().word());
    if may_be_fewer(marked) || marked.kind() == BallotKind::Grade {
        return full(marked, given);
    }
    let (given, rest) = (given.to_owned(), rest.to_owned());
    say!(
        words,
        "ballot-counter-exactly",
        kind = kind,
        given = given,
        rest = rest
    )
}

/// The counter when nothing is missing.
fn full(marked: &MarkedPaper<'_>, given: &str) -> Phrase {
    let (kind, given, most) = (marked.kind().word(), given.to_owned(), marked.most);
    say!(
        marked.words,
        "ballot-counter",
        kind = kind,
        given = given,
        most = most
    )
}

/// The counter when marks are too many.
fn over(marked: &MarkedPaper<'_>, over: &str) -> Phrase {
    let (kind, over) = (marked.kind().word(), over.to_owned());
    say!(marked.words, "ballot-over", kind = kind, over = over)
}

/// Counter and the way on, always in sight. The list as a whole has nothing to count.
fn foot(marked: &MarkedPaper<'_>) -> Markup {
    let words = marked.words;
    let counted = marked.counted();
    let is_over = counted > marked.most;
    let told = if is_over {
        over(marked, &counted.saturating_sub(marked.most).to_string())
    } else if counted == marked.most {
        full(marked, &counted.to_string())
    } else {
        let rest = marked.most.saturating_sub(counted);
        counter(marked, &counted.to_string(), &rest.to_string())
    };
    html! {
        div.foot {
            div.count role="status" {
                @match marked.kind() {
                    BallotKind::WholeList => {}
                    BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank | BallotKind::Grade => {
                        b.counter.over[is_over] { (told) }
                    }
                }
                @match marked.kind() {
                    BallotKind::PerItem | BallotKind::Grade => {
                        span.left { (say!(words, "ballot-left", left = marked.unmarked().to_string())) }
                    }
                    // There no line wants a mark of its own.
                    BallotKind::Tick | BallotKind::Rank | BallotKind::WholeList => {}
                }
            }
            button.button #next { (say!(words, "ballot-next")) }
        }
    }
}

/// What must be mended, with links to every line that may be: those that count where they are too
/// many, those that do not where they are too few.
fn summary(marked: &MarkedPaper<'_>, problems: &[Problem]) -> Markup {
    let has = |nature| problems.iter().any(|problem| problem.nature == nature);
    let lines = match (has(Nature::TooManyMarks), has(Nature::TooFewMarks)) {
        (true, _) => marked.lines_counted(true),
        (false, true) => marked.lines_counted(false),
        (false, false) => Vec::new(),
    };
    let links = html! {
        @if !lines.is_empty() {
            ul.over-lines {
                @for line in lines {
                    li { a href={ "#line-" (line.line_no) } { span.no { (line.line_no) } " " (name(marked.words, line)) } }
                }
            }
        }
    };
    kit::error_summary_with(marked.words, problems, &links)
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

/// One group of choices for each line, or the lines as a list and one group for all of them.
fn fields(marked: &MarkedPaper<'_>, problems: &[Problem]) -> Markup {
    let lines = &marked.sheet.lines;
    html! {
        @match marked.kind() {
            BallotKind::WholeList => {
                ol.whole-list {
                    @for line in lines {
                        li { h2 { span.no aria-hidden="true" { (line.line_no) } (name(marked.words, line)) }
                            (what(marked.words, line)) }
                    }
                }
                @for (field, sent) in marked.fields() {
                    fieldset.line.whole #line-1 tabindex="-1" {
                        legend { h2 { (say!(marked.words, "ballot-whole-legend", lines = lines.len())) } }
                        (marks(&marked.choices, &field, sent, "three"))
                    }
                }
            }
            BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank | BallotKind::Grade => {
                @for (line, (_, sent)) in lines.iter().zip(marked.fields()) {
                    (line_field(marked, line, sent, problems))
                }
            }
        }
    }
}

fn line_field(
    marked: &MarkedPaper<'_>,
    line: &RoundLine,
    sent: &str,
    problems: &[Problem],
) -> Markup {
    let words = marked.words;
    let field = mark_field(usize::from(line.line_no));
    let id = format!("line-{}", line.line_no);
    let is_wrong = kit::PageForm::blank(words, problems).is_wrong(&id);
    html! {
        fieldset.line id=(id) tabindex="-1" aria-invalid=[is_wrong.then_some("true")]
            aria-describedby=[is_wrong.then(|| format!("{id}-error"))] {
            legend {
                span.sr { (say!(words, "ballot-line", line = u32::from(line.line_no), of = marked.sheet.lines.len())) " " }
                h2 { span.no aria-hidden="true" { (line.line_no) } (name(marked.words, line)) }
            }
            (what(words, line))
            (kit::field_error(words, problems, &id))
            @match marked.kind() {
                BallotKind::PerItem | BallotKind::WholeList => (marks(&marked.choices, &field, sent, "three")),
                BallotKind::Tick => (marks(&marked.choices, &field, sent, "one")),
                BallotKind::Grade => (marks(&marked.choices, &field, sent, if marked.choices.len() > 4 { "two" } else { "three" })),
                BallotKind::Rank => (rank(marked, &field, sent)),
            }
            @if let Some(said) = marked.said_on(line) { (remark::field(words, line, said)) }
        }
    }
}

/// Choices as cells, on the same side as on the paper, whichever way the language runs.
fn marks(choices: &[LineChoice], name: &str, sent: &str, columns: &str) -> Markup {
    html! {
        div.marks.(columns) dir="ltr" {
            @for choice in choices {
                @let id = format!("{name}{}", choice.value);
                div.quiet-choice[choice.is_quiet] {
                    input type="radio" name=(name) id=(id) value=(choice.value) checked[choice.value == sent];
                    label for=(id) { (choice.word) }
                }
            }
        }
    }
}

/// A rank as a list to choose from: no dragging, no typing.
fn rank(marked: &MarkedPaper<'_>, name: &str, sent: &str) -> Markup {
    let words = marked.words;
    html! {
        div.rank {
            label for=(name) { (say!(words, "rank-label")) }
            select id=(name) name=(name) {
                @for choice in marked.choices.iter().filter(|choice| choice.is_quiet) {
                    option value=(choice.value) selected[choice.value == sent] { (choice.word) }
                }
                @for choice in marked.choices.iter().filter(|choice| !choice.is_quiet) {
                    option value=(choice.value) selected[choice.value == sent] { (choice.word) }
                }
            }
        }
    }
}
