//! The second person on this screen: an officer and their PIN.

use maud::{Markup, html};

use super::Frame;
use super::field::field_error;
use domain::problem::Problem;
use domain::session::officer::{Officer, Post};
use domain::two_people::Screen;
use service::acts::ActDone;
use service::cards::Card;
use text::Words;
use text::say;

/// The names of those who stood for an act, and on which screen the second one did.
pub(crate) fn stood(words: Words, done: &ActDone) -> String {
    let Some(second) = &done.second else {
        return done.first.clone();
    };
    let (first, second) = (done.first.clone(), second_name(words, second, done.screen));
    say!(words, "two-names", first = first, second = second).text
}

/// The name of a second person with the screen on which they confirmed, where that is known.
pub(super) fn second_name(words: Words, name: &str, screen: Option<Screen>) -> String {
    let name = name.to_owned();
    match screen {
        Some(screen) => {
            let screen = words.say_named("screen", screen.word(), &[]).text;
            say!(words, "name-on-screen", name = name, screen = screen).text
        }
        None => name,
    }
}

/// The own PIN, on a device of one's own.
pub(crate) fn pin_field(words: Words, id: &str) -> Markup {
    html! {
        div.field { label for=(id) { (say!(words, "second-pin")) }
            input id=(id) name="pin" type="password" inputmode="numeric" size="8" maxlength="6" autocomplete="off"; }
    }
}

/// A new PIN, twice.
pub(crate) fn new_pin_fields(words: Words, problems: &[Problem]) -> Markup {
    let field = |name: &str, label: Markup| {
        html! {
            div.field { label for=(name) { (label) }
                (field_error(words, problems, name))
                input id=(name) name=(name) type="password" inputmode="numeric" size="8"
                    maxlength="6" autocomplete="new-password"; }
        }
    };
    html! {
        (field("new_pin", html! { (say!(words, "officer-pin-new")) }))
        (field("repeat", html! { (say!(words, "officer-pin-repeat")) }))
    }
}

/// A card as it is shown once, to be copied by hand.
pub(crate) fn key_card(frame: &Frame<'_>, card: &Card) -> Markup {
    let words = frame.words;
    let (named, groups) = (card.named(), card.groups());
    let number = card.number();
    html! {
        section.slip.key-card {
            div.qr { (super::qr(&card.text())) }
            div {
                h2 { (say!(words, "card-title", number = number)) }
                @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
                p { (say!(words, "box-name")) " " code.box-name dir="ltr" { (named.id) } }
                p { (say!(words, "card-of", number = number, cards = named.holding.cards(), needed = named.holding.needed())) }
                ol.groups dir="ltr" { @for group in groups.iter() { li { (group) } } }
                p.quiet { (say!(words, "card-last-group")) }
            }
        }
    }
}

/// Officer and PIN, for the second person on this screen.
pub(crate) fn pin_fields(words: Words, officers: &[&Officer], chosen: &str) -> Markup {
    let is_listed = |officer: &&&Officer| officer.has_pin && officer.adopted_on.is_some();
    let mut listed = officers.iter().filter(is_listed);
    let has_tellers = listed.any(|officer| officer.post == Post::Teller);
    html! {
        div.second {
            label { span { @if has_tellers { (say!(words, "second-officer-or-teller")) } @else { (say!(words, "second-officer")) } }
                select name="officer" {
                    @for officer in officers {
                        @if officer.has_pin && officer.adopted_on.is_some() {
                            option value=(officer.id) selected[officer.id.to_string() == chosen] {
                                (officer.name) " · " (words.say_named("role", officer.post.word(), &[]))
                            }
                        }
                    }
                } }
            label { span { (say!(words, "second-pin")) }
                input name="pin" type="password" inputmode="numeric" size="8" maxlength="6" autocomplete="off"; }
        }
    }
}

/// Lines to sign on a printed sheet: the officers by post and name.
pub(crate) fn signature_lines(words: Words, officers: &[Officer]) -> Markup {
    html! {
        ul.signatures {
            @for officer in officers {
                li { (words.say_named("role", officer.post.word(), &[])) " "
                    bdi lang="zh-Hans" { (officer.name) } " " span.blank {} }
            }
            li { (say!(words, "signed-on")) " " span.blank {} }
        }
    }
}
