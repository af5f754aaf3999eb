//! The second person on this screen: an officer and their PIN.

use maud::{Markup, Render, html};

use super::Frame;
use super::form::{FormField, PageForm};
use domain::act_of_two::two_people::ActScreen;
use domain::problem::Problem;
use domain::sitting::officer::{Officer, Post};
use service::round::acts::ActDone;
use service::round::cards::Card;
use text::say;
use text::{Phrase, Words};

/// The names of those who stood for an act, and on which screen the second one did.
pub(crate) fn stood(words: Words, done: &ActDone) -> String {
    let Some(second) = &done.second else {
        return done.first.clone();
    };
    let (first, second) = (done.first.clone(), second_name(words, second, done.screen));
    say!(words, "two-names", first = first, second = second).text
}

/// The name of a second person with the screen on which they confirmed, where that is known.
pub(super) fn second_name(words: Words, name: &str, screen: Option<ActScreen>) -> String {
    let name = name.to_owned();
    match screen {
        Some(screen) => {
            let screen = words.say_named("screen", screen.word(), &[]).text;
            say!(words, "name-on-screen", name = name, screen = screen).text
        }
        None => name,
    }
}

fn pin<'f>(form: PageForm<'f>, name: &str, label: Phrase, complete: &'static str) -> FormField<'f> {
    form.secret(name, label, complete).digits().size(8).most(6)
}

/// The own PIN, on a device of one's own.
pub(crate) fn pin_field(words: Words, id: &str, problems: &[Problem]) -> Markup {
    pin(
        PageForm::blank(words, problems),
        "pin",
        say!(words, "second-pin"),
        "off",
    )
    .id(id)
    .render()
}

/// A new PIN, twice.
pub(crate) fn new_pin_fields(words: Words, problems: &[Problem]) -> Markup {
    let form = PageForm::blank(words, problems);
    html! {
        (pin(form, "new_pin", say!(words, "officer-pin-new"), "new-password"))
        (pin(form, "repeat", say!(words, "officer-pin-repeat"), "new-password"))
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
pub(crate) fn pin_fields(
    words: Words,
    officers: &[&Officer],
    chosen: &str,
    problems: &[Problem],
) -> Markup {
    let form = PageForm::blank(words, problems);
    let may = officers.iter();
    let may = may.filter(|officer| officer.has_pin && officer.adopted_on.is_some());
    let named = may.map(|officer| {
        let post = words.say_named("role", officer.post.word(), &[]);
        let choice = (officer.id.to_string(), format!("{} · {post}", officer.name));
        (officer.post, choice)
    });
    let named: Vec<_> = named.collect();
    let has_tellers = named.iter().any(|(post, _)| *post == Post::Teller);
    let label = if has_tellers {
        say!(words, "second-officer-or-teller")
    } else {
        say!(words, "second-officer")
    };
    let named = named.into_iter().map(|(_, choice)| choice);
    // A page may have several of these: only the one that the summary leads to has an identifier.
    let id = if form.is_wrong("pin") { "pin" } else { "" };
    let officer = form.select("officer", "", named).value(chosen).id("");
    let pin = pin(form, "pin", say!(words, "second-pin"), "off").id(id);
    html! {
        (pin.errors())
        div.second {
            label { span { (label) } (officer.control()) }
            label { span { (say!(words, "second-pin")) } (pin.control()) }
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
