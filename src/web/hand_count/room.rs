//! The counting room: every batch with who typed it and how it stands. No mark and no sum.

use maud::{Markup, html};

use super::page::CountingPage;
use crate::kit::{self, Frame};
use crate::path;
use domain::ballot::BallotKind;
use domain::hand_count::batch::BatchStage;
use domain::hand_count::typed::REASONS;
use domain::round::RoundStage;
use domain::sitting::officer::{Officer, Post};
use service::hand_count::room::{BatchLine, CountingRoom};
use text::Words;
use text::rules as rule_words;
use text::say;

pub(super) fn room(frame: &Frame<'_>, room: &CountingRoom) -> Markup {
    let words = frame.words;
    let title = say!(words, "counting-title");
    let sealed: u32 = room.round.facts.papers_typed;
    let content = html! {
        p.crumbs.no-print { a href=(path::manage_poll(room.poll.id)) { bdi lang="zh-Hans" { (room.poll.title) } } }
        h1 { (title) }
        p { bdi lang="zh-Hans" { (room.poll.title) } " · "
            (say!(words, "steps-of-round", number = room.round.round.number)) }
        @match room.round.round.stage {
            RoundStage::Accounted if room.returned == 0 => p { (say!(words, "counting-no-papers")) },
            RoundStage::Accounted => {
                p.equation {
                    span { (say!(words, "counting-returned")) b { (room.returned) } } " = "
                    span { (say!(words, "counting-done")) b { (sealed) } } " + "
                    span { (say!(words, "counting-left")) b { (room.returned.saturating_sub(sealed)) } }
                }
                @if sealed == room.returned {
                    p { span.tag.ok { "✓ " (say!(words, "counting-all-done")) } }
                    p { a.button href=(path::manage_poll(room.poll.id)) { (say!(words, "counting-to-open")) } }
                } @else {
                    p.quiet { (say!(words, "counting-how")) }
                }
                (batches(words, room))
                p.quiet { (say!(words, "counting-restart")) }
            },
            RoundStage::Draft | RoundStage::Frozen | RoundStage::Sealed | RoundStage::Issuing
            | RoundStage::Open | RoundStage::Paused | RoundStage::Closed =>
                p { (say!(words, "counting-not-yet")) },
            RoundStage::Opened | RoundStage::Counted | RoundStage::Certified | RoundStage::Void =>
                p { (say!(words, "counting-over")) },
        }
        p.no-print { a href=(path::account(room.poll.id)) { (say!(words, "account-title")) } " · "
            a href=(path::CODES) { (say!(words, "codes-title")) } }
    };
    kit::office_page(frame, &title.text, &content)
}

fn batches(words: Words, room: &CountingRoom) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "counting-batches").text) {
            table.batches {
                thead { tr {
                    th.whole scope="col" { (say!(words, "counting-batch")) }
                    th.n scope="col" { (say!(words, "counting-papers")) }
                    th.whole scope="col" { (say!(words, "counting-typed-by")) }
                    th.whole scope="col" { (say!(words, "counting-stands")) }
                    th.whole scope="col" { (say!(words, "counting-next")) }
                } }
                tbody { @for line in &room.batches { tr {
                    th.whole scope="row" { (say!(words, "batch-number", number = line.number)) }
                    td.n { (line.papers) }
                    td { @for (place, name) in line.typists.iter().enumerate() {
                        @if place > 0 { " · " } bdi lang="zh-Hans" { (name) } } }
                    td { (standing(words, line)) }
                    td { (next(words, room, line))
                        @if room.may_call && !line.is_sealed && line.typists.is_empty() {
                            " " a href=(path::calling(room.round.round.id, line.number)) { (say!(words, "batch-call")) } } }
                } } }
            }
        }
    }
}

fn standing(words: Words, line: &BatchLine) -> Markup {
    let told = words.say_named("batch-stage", line.stage.word(), &[]);
    html! {
        @if line.is_sealed { span.tag.ok { "✓ " (say!(words, "batch-sealed")) } }
        @else if line.open > 0 { span.tag.warn { (told) } " " (say!(words, "batch-open", papers = line.open)) }
        @else if !line.typists.is_empty() { span.tag.plain { (say!(words, "batch-typed-once")) } }
        @else if let Some(called) = line.called { span.tag.plain { (say!(words, "batch-called", papers = called)) } }
        @else { span.tag.plain { (told) } }
    }
}

/// What the reader can do with a batch: a link with the words of the act, or nothing.
fn next(words: Words, room: &CountingRoom, line: &BatchLine) -> Markup {
    let here = path::batch(room.round.round.id, line.number);
    let has_pins = room.officers.iter().any(can_type);
    let may_type = (room.may.type_papers && !line.is_mine) || has_pins;
    html! {
        @match line.stage {
            BatchStage::Agreed => "—",
            BatchStage::Typing if line.called.is_none() && may_type => {
                a href=(here) { (say!(words, "batch-type")) } },
            BatchStage::Retyping if line.waits_for_me || (has_pins && !line.is_mine) => {
                a href=(here) { (say!(words, "batch-retype")) } },
            BatchStage::Deciding if room.may.judge && !line.is_mine => {
                a href=(here) { (say!(words, "batch-decide")) } },
            BatchStage::Typing | BatchStage::Retyping | BatchStage::Deciding => {
                span.quiet { (say!(words, "batch-waits-for-others")) } },
        }
    }
}

/// Whether an officer is a teller whose PIN may stand for what was typed.
pub(super) fn can_type(officer: &Officer) -> bool {
    officer.post == Post::Teller && officer.has_pin && officer.adopted_on.is_some()
}

/// Which keys make a paper of this kind.
pub(super) fn keys(words: Words, kind: BallotKind, is_deciding: bool) -> Markup {
    html! {
        div.keys {
            p { (words.say_named("keys", kind.word(), &[])) }
            @if matches!(kind, BallotKind::PerItem | BallotKind::Tick) { p { (say!(words, "keys-chosen")) } }
            p { (say!(words, "keys-void")) " "
                @for (number, reason) in (1_u32..).zip(REASONS) {
                    span.whole { kbd { "/" (number) } " " (rule_words::void_reason(words, reason)) } " " } }
            @if !is_deciding { p { (say!(words, "keys-doubtful")) } }
        }
    }
}

/// The tellers' PIN fields, where somebody types on another one's screen.
pub(super) fn teller_pin(words: Words, room: &CountingRoom, seen: &CountingPage<'_>) -> Markup {
    let tellers: Vec<&Officer> = room.officers.iter().filter(|one| can_type(one)).collect();
    html! {
        @if !tellers.is_empty() {
            @if room.may.type_papers { p.quiet { (say!(words, "typing-pin-other")) } }
            (kit::pin_fields(words, &tellers, seen.typed.get("officer"), seen.problems))
        }
    }
}
