//! The hall beside the run-sheet: what its screens show now, and the scene of the step at hand.

use maud::{Markup, html};

use super::sheet::RunSheetPage;
use crate::assets::{self, Asset};
use crate::kit;
use crate::path;
use domain::hall::screen::Screen;
use service::poll::polling::PollView;
use text::Words;
use text::say;

/// The card of the hall: a small live picture of each screen, and one button for the next scene.
pub(super) fn card(seen: &RunSheetPage<'_>, view: &PollView) -> Markup {
    let words = seen.words;
    let (cue, screens) = (view.day.cue, &view.day.screens);
    let is_up = !screens.is_empty() && screens.iter().all(|screen| is_same(screen, view));
    html! {
        section.card.hall-now {
            h2 { (say!(words, "screens-now")) }
            @if screens.is_empty() {
                p.quiet { (say!(words, "hall-no-screen")) }
                p { a.button.plain href=(path::screens(view.sitting.id)) { (say!(words, "screens-pair")) } }
            } @else {
                link rel="stylesheet" href=(assets::path(Asset::ScreenStyle));
                script defer src=(assets::path(Asset::OperatorScript)) {}
                @for screen in screens { (now(words, screen)) }
                @if is_up {
                    p { span.tag.ok { "✓ " (say!(words, "hall-cue-is-up")) } }
                } @else {
                    form method="post" action=(path::poll_scene(view.poll.id)) {
                        (kit::token_field(seen.token))
                        p.quiet { (say!(words, "hall-next-scene")) " "
                            b { (words.say_named("screen-scene", cue.scene.word(), &[])) } }
                        button.button.plain { (say!(words, "hall-put-up")) }
                    }
                }
                p { a href=(path::screens(view.sitting.id)) { (say!(words, "hall-other-scene")) } }
            }
        }
    }
}

/// What one screen shows: in words, and with a script as a small picture that follows it.
fn now(words: Words, screen: &Screen) -> Markup {
    html! {
        p { bdi { (screen.name) } ": " b { (words.say_named("screen-scene", screen.shown.scene.word(), &[])) } }
        div.preview.small aria-hidden="true" data-live=(path::screen_live(screen.code)) {}
    }
}

fn is_same(screen: &Screen, view: &PollView) -> bool {
    (screen.shown.scene, screen.shown.round) == (view.day.cue.scene, view.day.cue.round)
}

/// A tick beside an act's button: when it is done, the screens show the scene of the step that follows.
pub(super) fn with_scene(words: Words, view: &PollView) -> Markup {
    let form = kit::PageForm::blank(words, &[]);
    html! {
        @if !view.day.screens.is_empty() {
            (form.tick("scene", "yes", say!(words, "hall-with-scene")).boxed("choice with-scene"))
        }
    }
}
