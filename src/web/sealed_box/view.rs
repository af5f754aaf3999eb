//! The page of a box, and the page of one card.

use maud::{Markup, html};

use crate::at_desk::StaffDesk;
use crate::kit::{self, Frame};
use crate::path;
use domain::access::Action::{self, ActOnRound};
use domain::id::RoundId;
use domain::problem::Problem;
use domain::round::card_event::CARD_GIVEN;
use domain::round::holding::KeyHolding;
use domain::round::{RoundAct, RoundStage, missing};
use domain::sitting::officer::Officer;
use service::round::cards::{BoxView, Card, CardView, SealedBox};
use text::Words;
use text::say;

/// What the page shows besides the box.
pub(super) struct BoxPage<'s> {
    /// The token of its forms.
    pub(super) token: &'s str,
    /// The reader's account.
    pub(super) me: i64,
    /// What was typed and not accepted.
    pub(super) typed: &'s str,
    /// Why not.
    pub(super) problems: &'s [Problem],
}

impl<'s> BoxPage<'s> {
    /// A page on which nothing was typed.
    pub(super) fn plain(desk: &'s StaffDesk) -> Self {
        Self {
            token: &desk.token,
            me: desk.actor.account.map_or(0, |account| account.0),
            typed: "",
            problems: &[],
        }
    }
}

/// The page of a box: what is to be done with it now.
pub(super) fn page(frame: &Frame<'_>, view: &BoxView, shown: &BoxPage<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "box-title");
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, shown.problems))
        h1 { (title) }
        @match &view.sealed {
            Some(sealed) => { (told(words, sealed)) }
            None if was_sealed(view) => { p.lead { (say!(words, "box-void-unused")) } }
            None => { p.lead { (say!(words, "box-not-yet")) } }
        }
        @match view.round.round.stage {
            RoundStage::Frozen => { (sealing(words, view, RoundAct::Seal, shown, frame.is_demo || view.is_rehearsal)) }
            RoundStage::Sealed => {
                (cards(words, view, shown))
                section.card { details open[is_asked(view, RoundAct::SealAgain)] {
                    summary { (say!(words, "seal-again-title")) }
                    p { (say!(words, "seal-again-what")) }
                    (sealing(words, view, RoundAct::SealAgain, shown, frame.is_demo || view.is_rehearsal))
                } }
            }
            RoundStage::Accounted => { (opening(words, view, shown)) }
            RoundStage::Opened | RoundStage::Counted | RoundStage::Void => { (destroying(words, view, shown)) }
            RoundStage::Issuing | RoundStage::Open | RoundStage::Paused | RoundStage::Closed => {
                p { (say!(words, "box-in-use")) }
            }
            RoundStage::Draft | RoundStage::Certified => {}
        }
        p { a.button.plain href=(path::manage_poll(view.poll.id)) { (say!(words, "box-back")) } }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, shown.problems),
        &content,
    )
}

/// The box's name, who holds its key, and what became of the cards.
fn told(words: Words, sealed: &SealedBox) -> Markup {
    let holding = sealed.holding;
    html! {
        p.lead { (say!(words, "box-name")) " " code.box-name dir="ltr" { (sealed.name) } }
        @if holding == KeyHolding::Server {
            p.warn { (say!(words, "box-held-server")) }
        } @else {
            p { (say!(words, "box-held", cards = holding.cards(), needed = holding.needed())) }
        }
        @if let Some(destroyed) = sealed.destroyed {
            (kit::cards_destroyed(words, holding, Some(destroyed)))
        }
    }
}

/// Whether a box was sealed that went with its void round before any card of it was shown.
fn was_sealed(view: &BoxView) -> bool {
    let sealed = RoundAct::Seal.word();
    view.round.round.stage == RoundStage::Void
        && view.round.done.iter().any(|one| one.act == sealed)
}

fn is_asked(view: &BoxView, act: RoundAct) -> bool {
    view.round.asked.iter().any(|asked| asked.act == act.word())
}

/// The choice of who holds the key, by the first of two people, and its confirmation by the second.
fn sealing(
    words: Words,
    view: &BoxView,
    act: RoundAct,
    shown: &BoxPage<'_>,
    is_demo: bool,
) -> Markup {
    let against = missing(act, &view.round.facts);
    let offered: Vec<KeyHolding> = KeyHolding::ALL
        .into_iter()
        .filter(|holding| is_demo || *holding != KeyHolding::Server)
        .collect();
    let first = if is_demo {
        KeyHolding::Server
    } else {
        KeyHolding::TwoOfThree
    };
    let form = kit::PageForm::blank(words, shown.problems);
    let chosen = KeyHolding::from_word(shown.typed).unwrap_or(first);
    let choice = html! {
        (form.group("holding", say!(words, "seal-choose")).boxed("").of(&html! {
            @for holding in offered {
                (form.radio("holding", holding.word(), words.say_named("holding", holding.word(), &[]))
                    .chosen(holding == chosen))
            }
            p.hint { (say!(words, "seal-hint")) }
        }))
    };
    html! {
        section.card {
            h2 { (words.say_named("act", act.word(), &[])) }
            @if against.is_empty() {
                p { (say!(words, "seal-how")) }
                (two_people(words, view, act, shown, &choice, |word| words.say_named("holding", word, &[]).text))
            } @else {
                (kit::problem_list(words, &against))
            }
        }
    }
}

/// An act with a choice: asked for by one, with the choice; confirmed by another, who reads it.
fn two_people(
    words: Words,
    view: &BoxView,
    act: RoundAct,
    shown: &BoxPage<'_>,
    choice: &Markup,
    read: impl Fn(&str) -> String,
) -> Markup {
    let asked = view
        .round
        .asked
        .iter()
        .find(|asked| asked.act == act.word());
    let is_mine = asked.is_some_and(|asked| asked.asked_by.0 == shown.me);
    let name = words.say_named("act", act.word(), &[]).text;
    let to = path::box_act(view.round.round.id, act.word());
    let may = with_pin(view, ActOnRound);
    html! {
        @if let Some(asked) = asked {
            div.two {
                @if is_mine { p { (say!(words, "act-waits-for-other", act = name.clone())) } }
                @else { p { (say!(words, "act-confirm-told", who = asked.asked_by_name.clone(), act = name.clone())) } }
                p { b { (read(&asked.reason)) } }
                (kit::take_back_link(words))
            }
        }
        form.two-people method="post" action=(to) autocomplete="off" {
            (kit::token_field(shown.token))
            (kit::seen_field(asked))
            @if asked.is_none() { (choice) }
            div.acts {
                @if asked.is_none() {
                    button.button name="as" value="ask" { (say!(words, "act-ask", act = name.clone())) }
                } @else if !is_mine {
                    button.button name="as" value="confirm" { (say!(words, "act-confirm", act = name.clone())) }
                }
            }
            (kit::way_out(words, &may, "", shown.problems, &name))
        }
        @if may.is_empty() && asked.is_none() { p.quiet { (say!(words, "act-two-people")) } }
    }
}

/// The officers whose PIN may stand for an action now.
fn with_pin(view: &BoxView, action: Action) -> Vec<&Officer> {
    let officers = view.officers.iter();
    officers
        .filter(|one| one.may_confirm(action).is_ok())
        .collect()
}

/// Before issuing: each card goes to its holder and is typed back.
fn cards(words: Words, view: &BoxView, shown: &BoxPage<'_>) -> Markup {
    let left = view.cards.iter().filter(|card| !card.is_checked).count();
    let is_lost = |card: &CardView| card.holder.is_none() && !card.is_waiting;
    html! {
        @if !view.cards.is_empty() {
            section.card {
                h2 { (say!(words, "cards-title")) }
                p { (say!(words, "cards-how")) }
                ul.list { @for card in &view.cards {
                    li.card-line { (card_line(words, view, card, shown)) }
                } }
                (take_with_pin(words, view, shown))
                @if view.cards.iter().any(is_lost) {
                    p.warn { (say!(words, "cards-lost")) }
                } @else if left == 0 {
                    p { span.tag.ok { "✓ " (say!(words, "cards-all-checked")) } }
                }
            }
            @if left > 0 {
                section.card {
                    h2 { (say!(words, "card-check-title")) }
                    (card_form(words, &path::check_card(view.round.round.id), shown,
                        &say!(words, "card-check-button").text))
                }
            }
        }
    }
}

/// Scrutineers without an account take the next card with their PIN, on this screen.
fn take_with_pin(words: Words, view: &BoxView, shown: &BoxPage<'_>) -> Markup {
    let next = view.cards.iter().find(|card| card.is_waiting);
    let may = with_pin(view, Action::HoldCard);
    let Some(next) = next.filter(|_| !may.is_empty()) else {
        return html! {};
    };
    html! {
        form.two-people method="post" action=(path::show_card(view.round.round.id, next.number)) autocomplete="off" {
            (kit::token_field(shown.token))
            p.quiet { (say!(words, "card-take-pin-how")) }
            (kit::pin_fields(words, &may, "", shown.problems))
            div.acts { button.button.plain name="as" value="pin" {
                (say!(words, "card-take-pin", number = next.number)) } }
        }
    }
}

fn card_line(words: Words, view: &BoxView, card: &CardView, shown: &BoxPage<'_>) -> Markup {
    html! {
        b { (say!(words, "card-number", number = card.number)) } " "
        @match &card.holder {
            Some(name) => {
                bdi { (name) } " "
                @if card.is_checked { span.tag.ok { "✓ " (say!(words, "card-checked")) } }
                @else { span.tag.plain { (say!(words, "card-unchecked")) } }
            }
            None if !card.is_waiting => { span.tag.plain { (say!(words, "card-gone")) } }
            None if view.may_hold => {
                form.inline method="post" action=(path::show_card(view.round.round.id, card.number)) {
                    (kit::token_field(shown.token))
                    button.button.plain { (say!(words, "card-take", number = card.number)) }
                }
            }
            None => { span.tag.plain { (say!(words, "card-waits")) } }
        }
    }
}

/// Where a card is typed or scanned.
fn card_form(words: Words, to: &str, shown: &BoxPage<'_>, label: &str) -> Markup {
    let form = kit::PageForm::blank(words, shown.problems);
    html! {
        form method="post" action=(to) autocomplete="off" {
            (kit::token_field(shown.token))
            (form.area("card", say!(words, "card-field"), 3).hint(say!(words, "card-field-hint")).value(shown.typed).size(20).digits().ltr().once().class("card-text"))
            button.button { (label) }
        }
    }
}

/// After the account: cards are given one at a time until there are enough.
fn opening(words: Words, view: &BoxView, shown: &BoxPage<'_>) -> Markup {
    let facts = &view.round.facts;
    let against = missing(RoundAct::OpenBox, facts);
    html! {
        @if let Some(sealed) = facts.sealed.filter(|sealed| sealed.holding != KeyHolding::Server) {
            section.card {
                h2 { (say!(words, "card-give-title")) }
                p.equation { span { (say!(words, "card-given")) b { (sealed.given) } } " / "
                    span { (say!(words, "card-needed")) b { (sealed.holding.needed()) } } }
                @for done in view.round.done.iter().filter(|done| done.act == CARD_GIVEN) {
                    p.quiet { (words.say_named("act", CARD_GIVEN, &[])) " · " (kit::stood(words, done)) }
                }
                @if sealed.can_open() {
                    p { span.tag.ok { "✓ " (say!(words, "cards-enough")) } }
                } @else {
                    p { (say!(words, "card-give-how")) }
                    (card_form(words, &path::give_card(view.round.round.id), shown,
                        &say!(words, "card-give-button").text))
                }
                p.quiet { (say!(words, "card-give-wiped")) }
                details { summary { (say!(words, "cards-missing-title")) }
                    p { (say!(words, "cards-missing-what")) } }
            }
        }
        @if against.is_empty() {
            p { a.button href=(path::manage_poll(view.poll.id)) { (say!(words, "box-to-open")) } }
        }
    }
}

/// After opening or voiding, and scrubbing: the cards are destroyed before the sitting.
fn destroying(words: Words, view: &BoxView, shown: &BoxPage<'_>) -> Markup {
    let form = kit::PageForm::blank(words, shown.problems);
    let act = RoundAct::RecordCards;
    let against = missing(act, &view.round.facts);
    let sealed = view.sealed.as_ref();
    let waits =
        sealed.filter(|sealed| sealed.holding != KeyHolding::Server && sealed.destroyed.is_none());
    let Some(sealed) = waits else {
        return html! {};
    };
    let (cards, least) = (sealed.holding.cards(), sealed.holding.to_destroy());
    let typed = if shown.typed.is_empty() {
        cards.to_string()
    } else {
        shown.typed.to_owned()
    };
    let choice = html! {
        (form.line("destroyed", say!(words, "destroyed-field", cards = cards)).value(typed).size(3).digits())
    };
    html! {
        section.card {
            h2 { (words.say_named("act", act.word(), &[])) }
            p { (say!(words, "destroy-how", cards = cards, least = least)) }
            @if against.is_empty() {
                (two_people(words, view, act, shown, &choice, |number|
                    say!(words, "destroyed-number", destroyed = number.to_owned(), cards = cards).text))
            } @else {
                (kit::problem_list(words, &against))
            }
        }
    }
}

/// One card, shown once. It is on no other page, in no file and at no address of its own.
pub(super) fn card(frame: &Frame<'_>, round: RoundId, card: &Card) -> Markup {
    let words = frame.words;
    let title = say!(words, "card-title", number = card.number());
    let content = html! {
        h1 { (title) }
        p.lead.no-print { (say!(words, "card-once")) }
        (kit::key_card(frame, card))
        section.no-print {
            ul { li { (say!(words, "card-do-copy")) }
                li { (say!(words, "card-do-check")) }
                li { (say!(words, "card-do-keep")) } }
            p { a.button href=(path::sealed_box(round)) { (say!(words, "card-copied")) } }
        }
    };
    kit::office_page(frame, &title.text, &content)
}
