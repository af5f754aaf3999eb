//! The review before a ballot is cast, and the page after it, to be read on a phone at arm's length.

use maud::{Markup, PreEscaped, html};

use super::blank::blank;
use super::choice::MarkedPaper;
use super::line::name;
use super::remark;
use super::view::band;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::ballot::{Ballot, BallotKind};
use domain::poll::RoundLine;
use domain::poll::rules::UnmarkedRule;
use domain::problem::Problem;
use service::voting::casting::{BallotSheet, ReviewedBallot};
use text::Phrase;
use text::say;

/// Pages of the path are filled up to a multiple of so many bytes.
const PAGE: usize = 8 << 10;

/// How much a page may differ with the marks: a little for each line, and a little besides.
fn slack(sheet: &BallotSheet) -> usize {
    let marks = sheet.lines.len().saturating_mul(160).saturating_add(512);
    if sheet.rules.asks_remarks {
        marks.saturating_add(sheet.lines.len().saturating_mul(remark::SLACK))
    } else {
        marks
    }
}

/// Fills a page up so that its length on the wire tells nothing: `blank` is the same page of a
/// paper without a mark, and every marked one is filled up to the same multiple above it.
pub(super) fn padded(page: Markup, blank: &Markup, sheet: &BallotSheet) -> Markup {
    let most = blank.0.len().saturating_add(slack(sheet));
    let wanted = most.max(page.0.len()).div_ceil(PAGE).saturating_mul(PAGE);
    let missing = wanted.saturating_sub(page.0.len());
    PreEscaped(page.0 + &"\n".repeat(missing))
}

/// The last look: marks as words, what is not marked named as such, one final act.
pub(super) fn review(frame: &Frame<'_>, form: &ReviewedBallot, filled: &Ballot) -> Markup {
    let sheet = &form.sheet;
    let page = |filled: &Ballot, warnings: &[Problem]| {
        let marked = MarkedPaper::new(frame.words, sheet, filled);
        page(frame, form, &marked, warnings)
    };
    padded(
        page(filled, &form.warnings),
        &page(&blank(sheet), &[]),
        sheet,
    )
}

fn page(
    frame: &Frame<'_>,
    form: &ReviewedBallot,
    marked: &MarkedPaper<'_>,
    warnings: &[Problem],
) -> Markup {
    let words = frame.words;
    let poll = form.sheet.poll.id;
    let content = html! {
        h1 { (say!(words, "review-title")) }
        @if form.sheet.polls > 1 {
            p { (kit::colour(words, form.sheet.poll.colour)) " " bdi lang="zh-Hans" { (form.sheet.poll.title) } }
        }
        (kit::later_round(words, &form.sheet.round))
        p.lead { (say!(words, "review-final")) }
        @for warning in warnings { p.blank-note { (kit::told(words, warning)) } }
        (remark::asked(marked))
        @for group in groups(marked) { (section(marked, &group)) }
        form.cast-form method="post" action=(path::cast(poll)) autocomplete="off"
            data-trying=(say!(words, "cast-trying").text) data-paper=(say!(words, "cast-paper").text)
            data-again=(say!(words, "cast-again").text) data-poll=(poll) {
            (hidden(marked))
            input type="hidden" name="nonce" value=(form.nonce);
            input type="hidden" name="token" value=(form.token);
            button.button.cast { (say!(words, "cast-button")) }
            p.trying role="status" {}
        }
        form #change method="post" action=(path::ballot(poll)) {
            (hidden(marked))
            button.button.plain { (say!(words, "review-change")) }
        }
    };
    let title = say!(words, "review-title");
    let band = band(words, &form.sheet);
    kit::page(frame, PageStyle::Ballot, &title.text, &band, &content)
}

/// Lines under one heading.
struct LineGroup<'s> {
    title: Phrase,
    /// Each line with the word of its choice.
    lines: Vec<(&'s RoundLine, Phrase)>,
    is_quiet: bool,
}

/// The lines by what was chosen, ranked ones in the order of their ranks. Where each line wants a
/// mark, those without one come first.
fn groups<'s>(marked: &MarkedPaper<'s>) -> Vec<LineGroup<'s>> {
    let words = marked.words;
    let chosen = |value: &str, word: &Phrase| {
        let lines = marked.lines_with(|sent| sent == value);
        lines
            .into_iter()
            .map(|line| (line, word.clone()))
            .collect::<Vec<_>>()
    };
    let choices = || marked.choices.iter();
    let quiet = choices()
        .filter(|choice| choice.is_quiet)
        .map(|choice| LineGroup {
            title: choice.word.clone(),
            lines: chosen(&choice.value, &choice.word),
            is_quiet: true,
        });
    let loud = || choices().filter(|choice| !choice.is_quiet);
    let each = loud().map(|choice| LineGroup {
        title: choice.word.clone(),
        lines: chosen(&choice.value, &choice.word),
        is_quiet: false,
    });
    match marked.kind() {
        BallotKind::PerItem | BallotKind::Grade => quiet.chain(each).collect(),
        BallotKind::Tick => each.chain(quiet).collect(),
        BallotKind::Rank => {
            let ranked = LineGroup {
                title: say!(words, "rank-order"),
                lines: loud()
                    .flat_map(|choice| chosen(&choice.value, &choice.word))
                    .collect(),
                is_quiet: false,
            };
            [ranked].into_iter().chain(quiet).collect()
        }
        BallotKind::WholeList => whole(marked),
    }
}

/// The one choice that all lines of a list share.
fn whole<'s>(marked: &MarkedPaper<'s>) -> Vec<LineGroup<'s>> {
    let chosen = |value: &str| marked.sent.iter().any(|sent| sent == value);
    let choices = marked.choices.iter();
    choices
        .filter(|choice| chosen(&choice.value))
        .map(|choice| LineGroup {
            title: choice.word.clone(),
            lines: marked
                .sheet
                .lines
                .iter()
                .map(|line| (line, choice.word.clone()))
                .collect(),
            is_quiet: choice.is_quiet,
        })
        .collect()
}

fn section(marked: &MarkedPaper<'_>, group: &LineGroup<'_>) -> Markup {
    let words = marked.words;
    let poll = marked.sheet.poll.id;
    let is_whole = marked.kind() == BallotKind::WholeList;
    html! {
        @if !group.is_quiet || !group.lines.is_empty() {
            section.group.boxed[group.is_quiet] {
                h2 { (group.title) " " span.num { (group.lines.len()) }
                    @if group.is_quiet && marked.kind() != BallotKind::Grade {
                        " " span.effect { (unmarked_effect(marked)) }
                    }
                }
                ul.reviewed {
                    @for (line, word) in &group.lines {
                        li { span.no { (line.line_no) } " " (name(words, line))
                            b.mark { (word) }
                            @if let Some(said) = marked.said_on(line).filter(|said| !said.is_empty()) {
                                p.said { (say!(words, "review-said")) " " bdi { (said) } }
                            }
                            @if !is_whole {
                                button.link form="change" formaction={ (path::ballot(poll)) "#line-" (line.line_no) } {
                                    (say!(words, "review-change-line"))
                                    span.sr { " " (line.name) }
                                }
                            } }
                    }
                }
            }
        }
    }
}

fn unmarked_effect(marked: &MarkedPaper<'_>) -> Phrase {
    let words = marked.words;
    match marked.sheet.rules.unmarked {
        UnmarkedRule::Abstain => say!(words, "review-as-abstain"),
        UnmarkedRule::Oppose => say!(words, "review-as-oppose"),
        UnmarkedRule::Approve => say!(words, "review-as-approve"),
    }
}

/// The marks as hidden fields: a form has one length whatever was marked or said.
fn hidden(marked: &MarkedPaper<'_>) -> Markup {
    html! {
        input type="hidden" name="round" value=(marked.sheet.round.id);
        @for (name, value) in marked.fields() { input type="hidden" name=(name) value=(value); }
        (remark::hidden(&marked.said))
    }
}

/// The end, beyond mistake: no marks, no time, nothing that proves a choice, and the same for the form
/// that was cast and for every other one of its slip.
pub(super) fn done(frame: &Frame<'_>, sheet: &BallotSheet) -> Markup {
    let words = frame.words;
    let content = html! {
        div.cast-done data-poll=(sheet.poll.id) {
            svg.tick viewBox="0 0 48 48" aria-hidden="true" {
                circle cx="24" cy="24" r="22" {}
                path d="M14 25l7 7 14-16" {}
            }
            h1 { (say!(words, "done-title")) }
            (kit::later_round(words, &sheet.round))
            p { (say!(words, "done-first")) }
            @if frame.is_kiosk {
                p.lead { (say!(words, "kiosk-done")) }
            } @else {
                p.lead { (say!(words, "done-lock")) }
                @if sheet.round.stage.is_held() { p { (say!(words, "done-come-back")) } }
            }
            @if sheet.polls > 1 {
                p { (say!(words, "done-other-polls", polls = sheet.polls)) }
                @if !frame.is_kiosk { p { a.button.plain href=(path::CODE) { (say!(words, "done-to-others")) } } }
            }
            p.quiet { (say!(words, "done-not-you")) }
        }
    };
    let title = say!(words, "done-title");
    kit::page(
        frame,
        PageStyle::Ballot,
        &title.text,
        &band(words, sheet),
        &content,
    )
}
