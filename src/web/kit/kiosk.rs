//! What a page has besides when a kiosk shows it: its style and script, and the box that asks.

use maud::{Markup, html};

use crate::assets::{self, Asset};
use crate::path;
use text::Words;
use text::say;

/// Style and script. A tablet without scripts starts over by itself after three minutes.
pub(super) fn head() -> Markup {
    html! {
        link rel="stylesheet" href=(assets::path(Asset::KioskStyle));
        script defer src=(assets::path(Asset::KioskScript)) {}
        noscript { meta http-equiv="refresh" content={ "180;url=" (path::KIOSK) }; }
    }
}

/// The question after a minute without a touch, and the note when the line is down.
pub(super) fn boxes(words: Words) -> Markup {
    html! {
        p.offline hidden role="alert" { (say!(words, "kiosk-offline")) }
        div.idle hidden role="alertdialog" aria-label=(say!(words, "kiosk-more-time").text) { div {
            p { b { (say!(words, "kiosk-more-time")) } }
            p { (say!(words, "kiosk-wipes")) " " span.left-seconds.num { "30" } }
            button.button type="button" { (say!(words, "kiosk-go-on")) }
        } }
    }
}
