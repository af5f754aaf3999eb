//! The start page of a kiosk: type the digits of the slip, on keys for any finger.

use maud::{Markup, html};

use crate::ballot::keep_or_change;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use service::voting::presenting::CodeRefusal;
use text::say;

/// The field of the form by which a phone becomes a tablet.
pub(super) const AS_TABLET: &str = "tablet";

/// Asks on a phone with a slip whether it shall be a tablet of the hall.
pub(super) fn ask(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    let told = html! { p.lead { (say!(words, "kiosk-ask-told")) } };
    let title = say!(words, "kiosk-ask-title");
    let button = say!(words, "kiosk-ask-begin");
    keep_or_change(
        frame,
        &title,
        &told,
        (path::KIOSK, (AS_TABLET, "yes")),
        &button,
    )
}

/// The start page; `unknown` says what was wrong with the code typed last.
pub(super) fn start(frame: &Frame<'_>, typed: &str, unknown: Option<CodeRefusal>) -> Markup {
    let words = frame.words;
    let problem = unknown.map(|unknown| match unknown {
        CodeRefusal::Code => say!(words, "code-unknown"),
        CodeRefusal::Cancelled => say!(words, "told-cancelled"),
        CodeRefusal::NotNow => say!(words, "code-not-now"),
        CodeRefusal::Ended => say!(words, "code-ended"),
    });
    let content = html! {
        div.kiosk-start {
            h1 { (say!(words, "kiosk-title")) }
            form method="post" action=(path::KIOSK) autocomplete="off" {
                label for="code" { (say!(words, "code-label")) }
                @if let Some(problem) = &problem {
                    p.field-error #code-error role="alert" { (problem) }
                }
                input.code #code name="code" value=(typed) inputmode="none" autocomplete="off"
                    autocapitalize="off" spellcheck="false" dir="ltr" maxlength="14" autofocus
                    aria-describedby=[problem.is_some().then_some("code-error")]
                    aria-invalid=[problem.is_some().then_some("true")];
                // The pad types into the field; where there is no script it is not shown.
                div.pad hidden dir="ltr" {
                    @for key in ["1", "2", "3", "4", "5", "6", "7", "8", "9"] {
                        button type="button" data-type=(key) { (key) }
                    }
                    button type="button" data-type="back" { (say!(words, "kiosk-back")) }
                    button type="button" data-type="0" { "0" }
                    button type="button" data-type="clear" { (say!(words, "kiosk-clear")) }
                }
                button.button { (say!(words, "code-enter")) }
            }
            p.quiet { (say!(words, "code-secret")) }
        }
    };
    let title = say!(words, "kiosk-title");
    kit::page(
        frame,
        PageStyle::Ballot,
        &title.text,
        &html! { (frame.place) },
        &content,
    )
}
