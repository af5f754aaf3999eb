//! The forms for signing in and for a new password.

use maud::{Markup, Render, html};

use crate::at_desk::StaffDesk;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::access::password::least;
use domain::problem::{Nature, Problem};
use text::Words;
use text::say;

pub(super) fn password(
    words: Words,
    name: &str,
    label: &str,
    kind: &'static str,
    problems: &[Problem],
) -> Markup {
    let form = kit::PageForm::blank(words, problems);
    form.secret(name, label, kind).ltr().render()
}

/// What the sign-in page says.
pub(super) struct SignInPage<'p> {
    /// What was typed as username.
    pub(super) username: &'p str,
    /// Where to go then.
    pub(super) next: &'p str,
    /// The form that waits, sealed; empty where none does.
    pub(super) kept: &'p str,
    /// What it says of that form.
    pub(super) told: Markup,
    pub(super) problems: &'p [Problem],
    pub(super) is_open_line: bool,
}

/// The sign-in page.
pub(super) fn sign_in(frame: &Frame<'_>, page: &SignInPage<'_>) -> Markup {
    let problems = page.problems;
    let form = kit::PageForm::blank(frame.words, problems);
    let words = frame.words;
    let title = say!(words, "sign-in-title");
    let content = html! {
        div.narrow {
            (kit::error_summary(words, problems))
            @if problems.iter().any(|problem| problem.nature == Nature::BrowserTaken) {
                p { a.button.plain href=(path::OFFICER) { (say!(words, "device-to-leave")) } }
            }
            h1 { (title) }
            (page.told)
            p.quiet { (say!(words, "sign-in-who")) }
            @if page.is_open_line { p.warn { "! " (say!(words, "sign-in-open-line")) } }
            form method="post" action=(path::SIGN_IN) {
                input type="hidden" name="next" value=(page.next);
                @if !page.kept.is_empty() { input type="hidden" name="kept" value=(page.kept); }
                (form.line("username", say!(words, "username")).value(page.username).ltr().complete("username").required())
                (password(words, "password", &say!(words, "password").text, "current-password", problems))
                button.button { (say!(words, "sign-in-button")) }
            }
        }
    };
    let band = html! { (frame.place) };
    kit::page(
        frame,
        PageStyle::Public,
        &kit::window_title(words, &title.text, problems),
        &band,
        &content,
    )
}

/// The page for a new password.
pub(super) fn new_password(desk: &StaffDesk, problems: &[Problem]) -> Markup {
    let frame = &desk.frame();
    let words = frame.words;
    let least = least(desk.actor.roles.iter().map(|(role, _)| *role));
    let title = say!(words, "password-title");
    let content = html! {
        div.narrow {
            (kit::error_summary(words, problems))
            h1 { (title) }
            @if desk.must_change {
                p.decision.stop { (say!(words, "password-of-another")) }
            }
            p.quiet { (say!(words, "password-signs-out")) }
            p.quiet { (say!(words, "password-how")) }
            form method="post" action=(path::PASSWORD) {
                (kit::token_field(&desk.token))
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
        PageStyle::Office,
        &kit::window_title(words, &title.text, problems),
        &band,
        &content,
    )
}
