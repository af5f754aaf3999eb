//! Calling out: large keys for whoever marks, strokes in fives for everybody.

use maud::{Markup, html};

use super::page::CountingPage;
use super::room::keys;
use crate::kit::{self, Frame};
use crate::path;
use domain::ballot::BallotKind;
use domain::hand_count::calling::in_fives;
use domain::hand_count::typed::REASONS;
use domain::sitting::officer::Officer;
use service::hand_count::calling::CallingPage;
use text::Words;
use text::rules as rule_words;
use text::say;

pub(super) fn page(frame: &Frame<'_>, page: &CallingPage, seen: &CountingPage<'_>) -> Markup {
    let words = frame.words;
    let (room, line) = (&page.room, &page.line);
    let title = say!(words, "calling-title", number = line.number);
    let content = html! {
        p.crumbs { a href=(path::counting(room.round.round.id)) { (say!(words, "counting-title")) } }
        (kit::error_summary(words, seen.problems))
        h1 { (title) " · " (say!(words, "batch-papers", papers = line.papers)) }
        @match &page.people {
            _ if line.is_sealed => p { span.tag.ok { "✓ " (say!(words, "batch-sealed")) } },
            None if !room.may_call => p.warn { "! " (say!(words, "problem-calling-mixed")) },
            None => (begin(words, page, seen)),
            Some([marker, watcher]) => {
                p { (say!(words, "calling-people", marker = marker.clone(), watcher = watcher.clone())) }
                p.equation {
                    span { (say!(words, "calling-called")) b { (line.called.unwrap_or(0)) } } " / "
                    span { b { (line.papers) } } }
                @if page.is_marker { (marking(words, page, seen)) }
            },
        }
        (strokes(words, page))
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, seen.problems),
        &content,
    )
}

fn act(page: &CallingPage, act: &str) -> String {
    path::batch_act(page.room.round.round.id, page.line.number, act)
}

fn begin(words: Words, page: &CallingPage, seen: &CountingPage<'_>) -> Markup {
    html! {
        p { (say!(words, "calling-how")) }
        @if !page.room.officers.iter().any(|one| one.has_pin && one.adopted_on.is_some()) {
            p.warn { "! " (say!(words, "calling-no-pin")) }
        } @else {
        form.two-people method="post" action=(act(page, "call-begin")) autocomplete="off" {
            (kit::token_field(seen.token))
            (watcher(words, page, seen))
            button.button { (say!(words, "calling-begin")) }
        } }
    }
}

/// The PIN of whoever watches.
fn watcher(words: Words, page: &CallingPage, seen: &CountingPage<'_>) -> Markup {
    let officers: Vec<&Officer> = page.room.officers.iter().collect();
    html! {
        (kit::pin_fields(words, &officers, seen.typed.get("officer"), seen.problems))
    }
}

fn marking(words: Words, page: &CallingPage, seen: &CountingPage<'_>) -> Markup {
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    let line = &page.line;
    let called = line.called.unwrap_or(0);
    html! {
        @if called < line.papers {
            h2 { (say!(words, "typing-place", paper = called.saturating_add(1), papers = line.papers)) }
            form.calling method="post" action=(act(page, "call-mark")) autocomplete="off" {
                (kit::token_field(seen.token))
                (form.errors(&format!("paper-{}", called.saturating_add(1)), "keys"))
                (large_keys(words, page))
                details { summary { (say!(words, "calling-by-keyboard")) }
                    (keys(words, page.room.round.rules.kind, true))
                    (form.line("keys", say!(words, "calling-keys")).most(200).digits().ltr().once()) }
                button.button { (say!(words, "calling-mark")) }
            }
        }
        form.two-people.calling-end method="post" autocomplete="off"
            action=(act(page, if called < line.papers { "call-undo" } else { "call-end" })) {
            (kit::token_field(seen.token))
            @if let Some(last) = &page.last {
                p { (say!(words, "calling-last")) " " kbd dir="ltr" { (last.write()) } }
            }
            @if called == line.papers {
                (form.line("counted", say!(words, "typing-counted")).size(4).digits().boxed("field counted"))
            }
            @if called > 0 { (watcher(words, page, seen)) }
            @if called == line.papers { button.button { (say!(words, "calling-end")) } " " }
            @if called > 0 {
                button.button.plain formaction=(act(page, "call-undo")) { (say!(words, "calling-undo")) } }
        }
    }
}

/// One row of large keys a line, no mark chosen at first.
fn large_keys(words: Words, page: &CallingPage) -> Markup {
    let kind = page.room.round.rules.kind;
    let names: Vec<&str> = match kind {
        BallotKind::WholeList => vec![""],
        BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank | BallotKind::Grade => {
            let lines = page.room.round.lines.iter();
            lines.map(|line| line.name.as_str()).collect()
        }
    };
    let most = match kind {
        BallotKind::PerItem | BallotKind::WholeList => 3,
        BallotKind::Tick => 1,
        BallotKind::Grade => 4,
        BallotKind::Rank => names.len(),
    };
    html! {
        @for (number, name) in (1_u32..).zip(&names) {
            fieldset.call-line {
                legend { b.no { (number) } " " bdi lang="zh-Hans" { (name) } }
                @if kind == BallotKind::Rank {
                    select name={ "line-" (number) } aria-label=(say!(words, "calling-rank").text) {
                        @for rank in 0..=most { option value=(rank) { (rank) } } }
                } @else {
                    div.cells {
                        @for key in (1..=most).chain([0]) {
                            label { input type="radio" name={ "line-" (number) } value=(key) checked[key == 0];
                                span { (words.say_named("key", &format!("{}-{key}", kind.word()), &[])) } }
                        } }
                }
            }
        }
        fieldset.call-line {
            legend { (say!(words, "calling-void")) }
            select name="void" aria-label=(say!(words, "calling-void").text) {
                option value="" { (say!(words, "calling-not-void")) }
                @for (number, reason) in (1_u32..).zip(REASONS) {
                    option value=(number) { (rule_words::void_reason(words, reason).text) } }
            }
        }
    }
}

/// What was called so far, one row a line.
fn strokes(words: Words, page: &CallingPage) -> Markup {
    let kind = page.room.round.rules.kind;
    let drawn = &page.strokes;
    let shown = match kind {
        BallotKind::PerItem | BallotKind::WholeList => 3_usize,
        BallotKind::Tick | BallotKind::Rank => 1,
        BallotKind::Grade => 4,
    };
    html! {
        @if drawn.papers > 0 {
            h2 { (say!(words, "calling-strokes", papers = drawn.papers)) }
            div.scroll tabindex="0" role="region" aria-label=(say!(words, "calling-strokes", papers = drawn.papers).text) {
                table.strokes {
                    thead { tr { th scope="col" { (say!(words, "calling-line")) }
                        @for key in 1..=shown { th scope="col" {
                            (words.say_named("key", &format!("{}-{key}", kind.word()), &[])) } } } }
                    tbody { @for (place, counts) in drawn.lines.iter().enumerate() { tr {
                        th scope="row" {
                            @match page.room.round.lines.get(place).filter(|_| kind != BallotKind::WholeList) {
                                Some(line) => { b.no { (line.line_no) } " " bdi lang="zh-Hans" { (line.name) } },
                                None => (say!(words, "calling-list")),
                            } }
                        @for key in 1..=shown { td { (fives(counts.get(key).copied().unwrap_or(0))) } }
                    } } }
                }
            }
            @if drawn.void > 0 { p { (say!(words, "calling-void-papers")) " " (fives(drawn.void)) } }
        }
    }
}

/// A number as strokes in fives, the last five as far as it is drawn; the number beside it.
fn fives(number: u32) -> Markup {
    let (whole, begun) = in_fives(number);
    html! {
        span.fives {
            @for _ in 0..whole { (one_five(5)) }
            @if begun > 0 { (one_five(begun)) }
            " " b { (number) }
        }
    }
}

/// The strokes of one five, the character for upright, in the order in which they are drawn.
fn one_five(strokes: u32) -> Markup {
    const DRAWN: [(u8, u8, u8, u8); 5] = [
        (3, 4, 17, 4),
        (10, 4, 10, 17),
        (10, 10, 16, 10),
        (5, 9, 5, 17),
        (2, 17, 18, 17),
    ];
    html! {
        svg.five viewBox="0 0 20 20" aria-hidden="true" {
            @for (_, (x1, y1, x2, y2)) in (0..strokes).zip(DRAWN) {
                line x1=(x1) y1=(y1) x2=(x2) y2=(y2) {}
            }
        }
    }
}
