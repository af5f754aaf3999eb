//! The form of an act of two people: whoever asks says why; whoever confirms reads who asked,
//! when and why, and the button says what it confirms.

use maud::{Markup, html};

use super::form::PageForm;
use crate::form::Fields;
use domain::digest::Digest;
use domain::id::{AccountId, OfficerId};
use domain::problem::Problem;
use domain::sitting::officer::Officer;
use service::act_of_two::press::PinEntry;
use service::act_of_two::press::{PendingAct, Press, PressIntent};
use text::say;
use text::{Words, format};

/// What the form is made of.
pub(crate) struct TwoPeopleForm<'f> {
    /// Where it is sent.
    pub(crate) action: String,
    pub(crate) token: &'f str,
    /// The act in words.
    pub(crate) name: String,
    /// The act's word, where several share an address.
    pub(crate) act: &'f str,
    /// What waits.
    pub(crate) asked: Option<&'f PendingAct>,
    pub(crate) me: Option<AccountId>,
    /// Who may be the second person with a PIN.
    pub(crate) officers: &'f [&'f Officer],
    pub(crate) typed: &'f Fields,
    pub(crate) problems: &'f [Problem],
    /// Whether asking takes a reason.
    pub(crate) asks_why: bool,
}

/// The form, or the words that it waits.
pub(crate) fn two_people(words: Words, form: &TwoPeopleForm<'_>) -> Markup {
    let is_mine = form.asked.map(|request| Some(request.asked_by) == form.me);
    let name = form.name.clone();
    html! {
        @if let Some(request) = form.asked { (asked_box(words, &name, request, form.me)) }
        @if is_mine != Some(true) || !form.officers.is_empty() {
            form.two-people method="post" action=(form.action) autocomplete="off" {
                (super::token_field(form.token))
                @if !form.act.is_empty() { input type="hidden" name="act" value=(form.act); }
                (super::seen_field(form.asked))
                @if form.asks_why && form.asked.is_none() {
                    (PageForm::new(words, form.typed, form.problems)
                        .line("reason", say!(words, "act-reason")).most(200))
                }
                div.acts {
                    @match is_mine {
                        None => button.button name="as" value="ask" { (say!(words, "act-ask", act = name.clone())) },
                        Some(false) => button.button name="as" value="confirm" { (say!(words, "act-confirm", act = name.clone())) },
                        Some(true) => {},
                    }
                }
                (way_out(words, form.officers, form.typed.get("officer"), form.problems, &name))
            }
        }
    }
}

/// The way out when a phone fails: an officer's PIN on this screen, after the button of the one who is
/// signed in, which the Enter key presses.
pub(crate) fn way_out(
    words: Words,
    officers: &[&Officer],
    chosen: &str,
    problems: &[Problem],
    act: &str,
) -> Markup {
    let act = act.to_owned();
    html! {
        @if !officers.is_empty() {
            p.quiet { (say!(words, "act-pin-how", act = act.clone())) }
            (super::pin_fields(words, officers, chosen, problems))
            div.acts {
                button.button.plain name="as" value="pin" { (say!(words, "act-with-pin", act = act)) }
            }
        }
    }
}

/// Who asked for what, when and why; to who asked, that it waits.
pub(crate) fn asked_box(
    words: Words,
    name: &str,
    request: &PendingAct,
    me: Option<AccountId>,
) -> Markup {
    let name = name.to_owned();
    html! {
        div.two {
            @if Some(request.asked_by) == me {
                p { (say!(words, "act-waits-for-other", act = name)) }
                p.quiet { (say!(words, "act-waits-how")) }
            } @else {
                p { (say!(words, "act-confirm-told", who = request.asked_by_name.clone(), act = name)) }
            }
            p.quiet { (say!(words, "act-asked-at", time = format::moment(request.asked_at))) }
            @if !request.reason.is_empty() {
                p { (say!(words, "act-reason")) ": " bdi lang="zh-Hans" { (request.reason) } }
            }
            (super::take_back_link(words))
        }
    }
}

/// The press that a form holds. A confirmation carries the digest of what its page showed; whatever is
/// sent in its place is the digest of nothing, and everything else only asks.
pub(crate) fn pressed(fields: &Fields) -> Press {
    let seen = fields.get("seen");
    let said = if fields.is_second_word() {
        PressIntent::Confirm(Digest::from_hex(seen).unwrap_or(Digest([0; 32])))
    } else {
        PressIntent::Ask
    };
    Press {
        reason: fields.get("reason").to_owned(),
        said,
        by_pin: by_pin(fields),
    }
}

/// The second person that a form names by officer and PIN, unless it says that one only asks.
pub(crate) fn by_pin(fields: &Fields) -> Option<PinEntry> {
    let pin = fields.get("pin").trim();
    let officer = OfficerId(fields.get("officer").parse().ok()?);
    let is_meant = fields.get("as") == "pin" || (fields.get("as").is_empty() && !pin.is_empty());
    is_meant.then(|| PinEntry {
        officer,
        pin: pin.to_owned(),
    })
}
