//! The forms for signing in and for a new password.

use maud::{Markup, html};

use crate::kit::{self, Frame, Look};
use crate::path;
use crate::visitor::Staff;
use domain::password::least;
use domain::problem::Problem;
use text::Words;
use text::say;

pub(super) fn password(
    words: Words,
    name: &str,
    label: &str,
    kind: &str,
    problems: &[Problem],
) -> Markup {
    let is_wrong = problems
        .iter()
        .any(|one| one.place == domain::problem::Place::Field(name.to_owned()));
    html! {
        div.field {
            label for=(name) { (label) }
            (kit::field_error(words, problems, name))
            input id=(name) name=(name) type="password" autocomplete=(kind) dir="ltr"
                aria-invalid=[is_wrong.then_some("true")]
                aria-describedby=[is_wrong.then_some(format!("{name}-error"))];
        }
    }
}

pub(super) fn window(words: Words, title: &str, problems: &[Problem]) -> String {
    if problems.is_empty() {
        return title.to_owned();
    }
    format!("{}{title}", say!(words, "error-title"))
}

/// The sign-in page; what was typed as username is kept.
pub(super) fn sign_in(
    frame: &Frame<'_>,
    username: &str,
    next: &str,
    problems: &[Problem],
    is_open_line: bool,
) -> Markup {
    let words = frame.words;
    let title = say!(words, "sign-in-title");
    let content = html! {
        div.narrow {
            (kit::error_summary(words, problems))
            @if problems.iter().any(|problem| problem.code == "browser-holds-officer") {
                p { a.button.plain href=(path::OFFICER) { (say!(words, "device-to-leave")) } }
            }
            h1 { (title) }
            p.quiet { (say!(words, "sign-in-who")) }
            @if is_open_line { p.warn { "! " (say!(words, "sign-in-open-line")) } }
            form method="post" action=(path::SIGN_IN) {
                input type="hidden" name="next" value=(next);
                div.field {
                    label for="username" { (say!(words, "username")) }
                    input id="username" name="username" value=(username) autocomplete="username"
                        autocapitalize="off" spellcheck="false" dir="ltr" required;
                }
                (password(words, "password", &say!(words, "password").text, "current-password", problems))
                button.button { (say!(words, "sign-in-button")) }
            }
        }
    };
    let band = html! { (frame.place) };
    kit::page(
        frame,
        Look::Public,
        &window(words, &title.text, problems),
        &band,
        &content,
    )
}

/// The page for a new password.
pub(super) fn new_password(staff: &Staff, problems: &[Problem]) -> Markup {
    let frame = &Frame::office(staff);
    let words = frame.words;
    let least = least(staff.actor.roles.iter().map(|(role, _)| *role));
    let title = say!(words, "password-title");
    let content = html! {
        div.narrow {
            (kit::error_summary(words, problems))
            h1 { (title) }
            @if staff.must_change {
                p.decision.stop { (say!(words, "password-of-another")) }
            }
            p.quiet { (say!(words, "password-signs-out")) }
            p.quiet { (say!(words, "password-how")) }
            form method="post" action=(path::PASSWORD) {
                (kit::token_field(&staff.token))
                (password(words, "old", &say!(words, "password-old").text, "current-password", problems))
                (password(words, "new", &say!(words, "password-new", least = least).text, "new-password", problems))
                (password(words, "repeat", &say!(words, "password-again").text, "new-password", problems))
                button.button { (say!(words, "password-button")) }
            }
        }
    };
    let band = html! { (frame.place) };
    kit::page(
        frame,
        Look::Office,
        &window(words, &title.text, problems),
        &band,
        &content,
    )
}
