//! Two scrutineers decide: what both tellers typed side by side, the paper in hand.

use maud::{Markup, html};

use super::page::CountingPage;
use super::room::keys;
use crate::kit::{self, Frame};
use crate::path;
use domain::hand_count::typed::TypedPaper;
use domain::sitting::officer::{Officer, Post};
use service::hand_count::room::BatchPage;
use text::Words;
use text::say;

pub(super) fn batch(frame: &Frame<'_>, page: &BatchPage, seen: &CountingPage<'_>) -> Markup {
    let words = frame.words;
    let (room, line) = (&page.room, &page.line);
    let title = say!(words, "deciding-title", number = line.number);
    let to = |act| path::batch_act(room.round.round.id, line.number, act);
    let content = html! {
        p.crumbs { a href=(path::counting(room.round.round.id)) { (say!(words, "counting-title")) } }
        (kit::error_summary(words, seen.problems))
        h1 { (title) }
        p { (say!(words, "deciding-how")) }
        (keys(words, room.round.rules.kind, true))
        @if let Some(proposed) = &page.proposal {
            div.two {
                p { (say!(words, "deciding-proposed", who = proposed.who.clone())) }
                ul.list { @for (paper, typed) in &proposed.decided {
                    li { (say!(words, "paper-number", paper = *paper)) ": " kbd dir="ltr" { (typed.write()) } } } }
                @if page.is_my_proposal { p.quiet { (say!(words, "act-waits-how")) } }
                @else {
                    form method="post" action=(to("confirm")) { (kit::token_field(seen.token))
                        input type="hidden" name="seen" value=(proposed.seen);
                        button.button { (say!(words, "deciding-confirm")) } }
                }
            }
        }
        form.two-people method="post" action=(to("decide")) autocomplete="off" {
            (kit::token_field(seen.token))
            div.scroll tabindex="0" role="region" aria-label=(title.text) {
                table.differing {
                    thead { tr {
                        th scope="col" { (say!(words, "deciding-paper")) }
                        th scope="col" { (say!(words, "deciding-first")) }
                        th scope="col" { (say!(words, "deciding-second")) }
                        th scope="col" { (say!(words, "deciding-is")) }
                    } }
                    tbody { @for one in &page.decide { (row(words, page, seen, one.paper, &one.typed)) } }
                }
            }
            (second(words, page, seen))
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, seen.problems),
        &content,
    )
}

fn row(
    words: Words,
    page: &BatchPage,
    seen: &CountingPage<'_>,
    paper: u32,
    [first, other]: &[TypedPaper; 2],
) -> Markup {
    let name = format!("paper-{paper}");
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    let field = form.code(&name, "").digits().ltr().most(200);
    html! {
        tr {
            th.whole scope="row" { label for=(name) { (say!(words, "paper-number", paper = paper)) } }
            td { (typed(page, first, other)) }
            td { (typed(page, other, first)) }
            td { (field.errors()) (field.control()) }
        }
    }
}

/// What one teller typed; the keys that the other one has not are marked.
fn typed(page: &BatchPage, one: &TypedPaper, other: &TypedPaper) -> Markup {
    let (keys, others) = (one.write(), other.write());
    let is_same_length = keys.chars().count() == others.chars().count();
    let rest: Vec<char> = others.chars().collect();
    html! {
        kbd.keys-typed dir="ltr" data-lines=(page.room.round.lines.len()) {
            @for (place, key) in keys.chars().enumerate() {
                @if is_same_length && rest.get(place) != Some(&key) { mark { (key) } } @else { (key) }
            }
        }
    }
}

/// The second scrutineer with a PIN on this screen; or this one alone proposes.
fn second(words: Words, page: &BatchPage, seen: &CountingPage<'_>) -> Markup {
    let is_scrutineer = |one: &&Officer| match one.post {
        Post::ChiefScrutineer | Post::Scrutineer => one.has_pin && one.adopted_on.is_some(),
        Post::Teller => false,
    };
    let officers: Vec<&Officer> = page.room.officers.iter().filter(is_scrutineer).collect();
    html! {
        @if !officers.is_empty() {
            (kit::pin_fields(words, &officers, seen.typed.get("officer"), seen.problems))
            button.button name="as" value="pin" { (say!(words, "deciding-both")) } " "
        }
        button.button.plain[!officers.is_empty()] name="as" value="ask" { (say!(words, "deciding-propose")) }
    }
}
