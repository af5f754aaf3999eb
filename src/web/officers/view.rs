//! The officers' page: the list that the sitting adopts, the warning about interest, PINs.

use maud::{Markup, html};

use crate::domain::id::AccountId;
use crate::domain::problem::Problem;
use crate::domain::session::officer::{MOST_WRONG_PINS, Officer, Post};
use crate::domain::session::sitting::SittingStage;
use crate::say;
use crate::service::officers::{ActRequest, OfficersView};
use crate::text::Words;
use crate::web::form::Fields;
use crate::web::kit::{self, Frame};
use crate::web::path;

/// The page; `typed` is what a refused form held.
pub(super) fn officers(
    frame: &Frame<'_>,
    view: &OfficersView,
    token: &str,
    me: Option<AccountId>,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "officers-title");
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, problems))
        h1 { (title) }
        @for warning in &view.interested {
            p.warn { "! " (kit::told(words, warning)) }
        }
        (list(words, view, token, me))
        (adoption(words, view, token))
        (naming(words, view, token, typed, problems))
    };
    kit::office_page(frame, &title.text, &content)
}

fn list(words: Words, view: &OfficersView, token: &str, me: Option<AccountId>) -> Markup {
    html! {
        section.card {
            h2 { (say!(words, "officers-list")) }
            @if view.officers.is_empty() { p.quiet { (say!(words, "officers-none")) } }
            ul.list.officers {
                @for (officer, asked) in &view.officers {
                    li {
                        b { bdi lang="zh-Hans" { (officer.name) } } " "
                        span.tag.plain { (words.say_named("role", officer.post.word(), &[])) } " "
                        (standing(words, officer))
                        @if !officer.unit.is_empty() { " " span.quiet { bdi lang="zh-Hans" { (officer.unit) } } }
                        (pin(words, view, officer, asked.as_ref(), token, me))
                        @if officer.adopted_on.is_none() {
                            form.inline method="post" action=(path::officer_act(officer.id, "withdraw")) {
                                (kit::token_field(token))
                                button.button.plain.small { (say!(words, "officer-withdraw")) }
                            }
                        }
                    }
                }
            }
            p.quiet { (say!(words, "officers-pin-why")) }
        }
    }
}

fn standing(words: Words, officer: &Officer) -> Markup {
    html! {
        @match &officer.adopted_on {
            Some(on) => span.tag.ok { "✓ " (say!(words, "officer-adopted-on", date = on.clone())) },
            None => span.tag.plain { (say!(words, "officer-proposed")) },
        }
        @if officer.is_locked() {
            " " span.tag.warn { "! " (say!(words, "officer-pin-locked", tries = MOST_WRONG_PINS)) }
        } @else if officer.has_pin {
            " " span.tag.ok { "✓ " (say!(words, "officer-pin-set")) }
        }
    }
}

/// The form in which the officer chooses a PIN, or the one that takes a PIN away.
fn pin(
    words: Words,
    view: &OfficersView,
    officer: &Officer,
    asked: Option<&ActRequest>,
    token: &str,
    me: Option<AccountId>,
) -> Markup {
    let id = officer.id;
    let others = view.officers.iter().map(|(one, _)| one);
    let others: Vec<&Officer> = others.filter(|one| one.id != id).collect();
    html! {
        @if officer.has_pin {
            details open[officer.is_locked() || asked.is_some()] {
                summary { (say!(words, "officer-pin-clear")) }
                p { (say!(words, "officer-pin-clear-how")) }
                @match asked {
                    Some(asked) if Some(asked.asked_by) == me => p { (say!(words, "officer-pin-clear-asked")) },
                    Some(asked) => p { (say!(words, "officer-pin-clear-by", who = asked.asked_by_name.clone())) },
                    None => {},
                }
                form method="post" action=(path::officer_act(id, "clear-pin")) autocomplete="off" {
                    (kit::token_field(token))
                    (kit::pin_fields(words, &others, ""))
                    div.acts {
                        button.button name="as" value="pin" { (say!(words, "officer-pin-clear-two")) }
                        button.button.plain name="as" value="ask" { (say!(words, "officer-pin-clear-ask")) }
                    }
                }
            }
        } @else {
            details {
                summary { (say!(words, "officer-pin-choose")) }
                p { (say!(words, "officer-pin-choose-how")) }
                form.pin method="post" action=(path::officer_act(id, "pin")) autocomplete="off" {
                    (kit::token_field(token))
                    div.field { label for={ "new" (id) } { (say!(words, "officer-pin-new")) }
                        input id={ "new" (id) } name="new_pin" type="password" inputmode="numeric" size="8" maxlength="6" autocomplete="new-password"; }
                    div.field { label for={ "repeat" (id) } { (say!(words, "officer-pin-repeat")) }
                        input id={ "repeat" (id) } name="repeat" type="password" inputmode="numeric" size="8" maxlength="6" autocomplete="new-password"; }
                    button.button { (say!(words, "officer-pin-save")) }
                }
            }
        }
    }
}

fn adoption(words: Words, view: &OfficersView, token: &str) -> Markup {
    let waits = view
        .officers
        .iter()
        .any(|(one, _)| one.adopted_on.is_none());
    html! {
        @if waits {
            section.card {
                h2 { (say!(words, "officers-adopt-title")) }
                p.script { (say!(words, "officers-script", names = names(words, view))) }
                @for sitting in &view.sittings {
                    @if sitting.stage == SittingStage::QuorumDeclared {
                        form method="post" action=(path::adopt_officers(sitting.id)) {
                            (kit::token_field(token))
                            button.button { (say!(words, "officers-adopt", number = sitting.number)) }
                        }
                    } @else {
                        p.quiet { (say!(words, "officers-adopt-later", number = sitting.number)) }
                    }
                }
            }
        }
    }
}

/// The proposed officers as the chair reads them out.
fn names(words: Words, view: &OfficersView) -> String {
    let proposed = view
        .officers
        .iter()
        .filter(|(one, _)| one.adopted_on.is_none());
    let named: Vec<String> = proposed
        .map(|(one, _)| {
            let role = words.say_named("role", one.post.word(), &[]);
            format!("{role} {}", one.name)
        })
        .collect();
    named.join(&say!(words, "list-comma").text)
}

fn naming(
    words: Words,
    view: &OfficersView,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let field = |name: &str, label: Markup, hint: Option<Markup>| {
        html! {
            div.field {
                label for=(name) { (label) }
                @if let Some(hint) = hint { p.hint { (hint) } }
                (kit::field_error(words, problems, name))
                input id=(name) name=(name) value=(typed.get(name)) maxlength="60"
                    list=[(name == "unit").then_some("units")];
            }
        }
    };
    html! {
        section.card.narrow {
            h2 { (say!(words, "officer-name-title")) }
            form method="post" action=(path::officers(view.session.id)) {
                (kit::token_field(token))
                fieldset.field {
                    legend { (say!(words, "officer-post")) }
                    (kit::field_error(words, problems, "post"))
                    @for post in Post::ALL {
                        label.choice { input type="radio" name="post" value=(post.word())
                            checked[typed.get("post") == post.word()];
                            (words.say_named("role", post.word(), &[])) }
                    }
                }
                (field("number", html! { (say!(words, "officer-number")) }, Some(html! { (say!(words, "officer-number-how")) })))
                (field("name", html! { (say!(words, "officer-own-name")) }, None))
                (field("username", html! { (say!(words, "officer-username")) }, Some(html! { (say!(words, "officer-username-how")) })))
                (field("unit", html! { (say!(words, "officer-unit")) }, Some(html! { (say!(words, "officer-unit-how")) })))
                datalist id="units" { @for unit in &view.units { option value=(unit) {} } }
                button.button { (say!(words, "officer-propose")) }
            }
        }
    }
}
