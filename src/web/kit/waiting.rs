//! What waits for a second person, and the form that confirms it: on an officer's device with the PIN,
//! or where the own account is signed in.

use maud::{Markup, html};

use super::form::PageForm;
use crate::form::Fields;
use crate::path;
use domain::digest::Digest;
use domain::problem::Problem;
use domain::voting::slip_code::plain_digit;
use service::act_of_two::confirm::{Confirmation, PendingConfirmation, RequestSubject};
use service::act_of_two::press::PendingAct;
use service::act_of_two::show::ActFact;
use text::say;
use text::{Words, format};

/// One act that waits: what exactly would be done, who asked, and the form.
pub(crate) fn waiting(
    words: Words,
    one: &PendingConfirmation,
    (to, back): (&str, &str),
    token: &str,
    with_pin: bool,
    problems: &[Problem],
) -> Markup {
    let line = one.act.line();
    let name = words.say_named("act", line.word, &[]).text;
    let (kind, id) = one.subject.words();
    let field = format!("pin-{kind}-{id}-{}", one.asked.act);
    html! {
        div.two {
            h3 { (name) }
            p { bdi lang="zh-Hans" { (one.congress) }
                @if !one.poll.is_empty() { " · " bdi lang="zh-Hans" { (one.poll) } } }
            p { (say!(words, "waiting-asked", who = one.asked.asked_by_name.clone(),
                time = format::time_of(one.asked.asked_at))) }
            (shown_facts(words, &one.shown))
        }
        @if one.is_mine {
            p.quiet { (say!(words, "waiting-is-mine")) }
        } @else if let Some(bar) = &one.bar {
            p.warn { "! " (say!(words, "waiting-not-you")) " " (super::told(words, bar)) }
        } @else {
            form.two-people method="post" action=(to) autocomplete="off" {
                (super::token_field(token))
                input type="hidden" name="subject" value=(kind);
                input type="hidden" name="id" value=(id);
                input type="hidden" name="act" value=(one.asked.act);
                input type="hidden" name="seen" value=(one.digest);
                @if line.word == "enter-papers" {
                    (PageForm::blank(words, problems).line("boxes", say!(words, "papers-boxes"))
                        .hint(say!(words, "papers-boxes-how")).id(format!("boxes-{id}")).digits().once())
                }
                @if with_pin {
                    (super::pin_field(words, &field, problems))
                }
                button.button { (say!(words, "act-confirm", act = name)) }
            }
        }
        @if one.bar.is_none() {
            form method="post" action=(back) {
                (super::token_field(token))
                input type="hidden" name="subject" value=(kind);
                input type="hidden" name="id" value=(id);
                input type="hidden" name="act" value=(one.asked.act);
                input type="hidden" name="seen" value=(one.digest);
                button.button.plain.small {
                    @if one.is_mine { (say!(words, "waiting-take-back")) } @else { (say!(words, "waiting-refuse")) } }
            }
        }
    }
}

/// Where an act that waits is taken back or refused.
pub(crate) fn take_back_link(words: Words) -> Markup {
    html! { p.quiet { a href=(path::MY_ACTS) { (say!(words, "waiting-take-back-where")) } } }
}

/// What exactly would be done.
pub(crate) fn shown_facts(words: Words, shown: &[ActFact]) -> Markup {
    html! {
        @if !shown.is_empty() {
            ul { @for fact in shown { li { (words.say_named("shown", fact.key, &fact.facts)) } } }
        }
    }
}

/// The digest of what waits and was shown, in a form that confirms it.
pub(crate) fn seen_field(asked: Option<&PendingAct>) -> Markup {
    html! { @if let Some(asked) = asked { input type="hidden" name="seen" value=(asked.seen); } }
}

/// The confirmation that a form holds.
///
/// # Errors
/// `act-changed` when it is none of ours.
pub(crate) fn confirmation(fields: &Fields) -> Result<Confirmation, Problem> {
    let foreign = || Problem::error("act-changed");
    let id = fields.get("id").parse().map_err(|_| foreign())?;
    Ok(Confirmation {
        subject: RequestSubject::from_words(fields.get("subject"), id).ok_or_else(foreign)?,
        word: fields.get("act").to_owned(),
        seen: Digest::from_hex(fields.get("seen")).ok_or_else(foreign)?,
        pin: fields.get("pin").to_owned(),
        boxes: boxes(fields.get("boxes")).unwrap_or_default(),
    })
}

/// The papers of each box: numbers with anything but digits between them.
pub(crate) fn boxes(text: &str) -> Option<Vec<u32>> {
    let plain: String = text.chars().map(plain_digit).collect();
    let numbers: Vec<&str> = plain
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| !number.is_empty())
        .collect();
    let read: Option<Vec<u32>> = numbers.iter().map(|number| number.parse().ok()).collect();
    read.filter(|boxes| !boxes.is_empty() && boxes.len() <= 20)
}
