//! The page of a screen: one stage, dark, and nothing to press.

use maud::{DOCTYPE, Markup, html};
use serde_json::json;

use super::language::words;
use super::stage;
use crate::assets::{self, Asset};
use crate::path;
use crate::visitor::Visitor;
use domain::hall::screen::PairCode;
use service::hall::scenes::SceneView;
use text::say;

/// The whole page.
pub(super) fn screen(
    visitor: &Visitor,
    code: PairCode,
    scene: Option<&SceneView>,
    base: Option<&str>,
) -> Markup {
    let words = words();
    let (drawn, neutral) = drawn(code, scene, base);
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) dir=(words.language().dir()) {
            head {
                meta charset="utf-8";
                title { (say!(words, "screen-title")) " · " (say!(words, "product")) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="dark";
                noscript { meta http-equiv="refresh" content="5"; }
                link rel="stylesheet" href=(assets::path(Asset::ScreenStyle));
                link rel="icon" href=(assets::path(Asset::Icon)) type="image/svg+xml";
                script defer src=(assets::path(Asset::ScreenScript)) {}
            }
            body.hall data-live=(path::screen_live(code)) {
                @if visitor.place.is_demo { p.demo-corner { (say!(words, "demo-word")) } }
                main.scene { (drawn) }
                template.neutral { (neutral) }
                i.dot aria-hidden="true" {}
            }
        }
    }
}

/// The scene, and the neutral card for when the line drops.
fn drawn(code: PairCode, scene: Option<&SceneView>, base: Option<&str>) -> (Markup, Markup) {
    match scene {
        Some(scene) => (stage::stage(scene, base), stage::names_only(scene)),
        None => (stage::unpaired(code), stage::unpaired(code)),
    }
}

/// The same as one message of the stream: whole or not at all.
pub(super) fn snapshot(
    code: PairCode,
    scene: Option<&SceneView>,
    base: Option<&str>,
) -> serde_json::Value {
    let (drawn, neutral) = drawn(code, scene, base);
    json!({ "scene": drawn.0, "neutral": neutral.0 })
}
