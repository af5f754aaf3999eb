//! One scene, drawn for the last row of the hall: few words, large numbers, no more than eight
//! lines.

use maud::{Markup, html};

use super::language::words;
use super::{panel, rows};
use crate::{kit, path};
use domain::hall::screen::PairCode;
use domain::round::RoundStage;
use service::hall::scenes::{SceneSubject, SceneText, SceneView};
use text::say;
use text::{Language, Phrase, Words};

/// The whole scene of a paired screen.
pub(super) fn stage(scene: &SceneView, base: Option<&str>) -> Markup {
    let content = match &scene.told {
        SceneText::Names => return names_only(scene),
        SceneText::Recess => return card(scene, &say!(words(), "screen-recess")),
        SceneText::Wait => return card(scene, &say!(words(), "screen-wait")),
        SceneText::Roll { quorum } => panel::roll(scene, *quorum),
        SceneText::Officers(officers) => rows::officers(officers),
        SceneText::Candidates(projects) => rows::candidates(projects),
        SceneText::Candidate(one) => panel::candidate(one),
        SceneText::Rules(rules) => panel::rules(scene, rules),
        SceneText::EmptyBox => panel::empty_box(),
        SceneText::Issuing(rules) => panel::issuing(scene, rules),
        SceneText::Voting => panel::voting(scene),
        SceneText::Closed => panel::closed(scene),
        SceneText::Account => panel::account(scene),
        SceneText::Counting => panel::counting(scene),
        SceneText::Result {
            outcome,
            lines,
            is_preliminary,
        } => rows::result(outcome, lines, *is_preliminary),
        SceneText::Undecided {
            is_tie,
            lines,
            places,
            next,
        } => rows::undecided(*is_tie, lines, *places, *next),
        SceneText::Notice { id, number, lines } => {
            let address = base.map(|base| format!("{base}{}", path::notice(*id)));
            rows::notice(*number, lines, address.as_deref())
        }
    };
    let name = scene.screen.shown.scene.word();
    html! {
        (frame_open(scene, &html! {
            (head(scene))
            div.body.(name) { (content) }
            (foot(scene))
        }))
    }
}

/// The stage with its colour and its size.
fn frame_open(scene: &SceneView, inside: &Markup) -> Markup {
    let tint = scene
        .about
        .as_ref()
        .map_or("", |about| about.poll.colour.word());
    html! {
        div class={ "stage tint " (tint) " size" (scene.screen.size) } lang="zh-Hans" { (inside) }
    }
}

/// Congress and session; below them what the scene is about.
fn head(scene: &SceneView) -> Markup {
    let words = words();
    let title = words.say_named("screen-scene", scene.screen.shown.scene.word(), &[]);
    html! {
        header {
            p.session { (kit::session_name(words, &scene.congress.name, &scene.session)) }
            @match &scene.about {
                Some(about) => {
                    div.title {
                    h1 {
                        @if about.polls > 1 { span.of { (words.say_named("colour", about.poll.colour.word(), &[])) } " " }
                        (about.poll.title) @if about.round.number > 1 { " · " (round(words, about)) } }
                    p.what { (title) (below(|words| words.say_named("screen-scene", scene.screen.shown.scene.word(), &[]))) }
                    }
                }
                None => h1 { (title) (below(|words| words.say_named("screen-scene", scene.screen.shown.scene.word(), &[]))) },
            }
        }
    }
}

fn round(words: Words, about: &SceneSubject) -> Phrase {
    say!(words, "round-number", number = about.round.number)
}

/// The same words in the two scripts of the region, below the Chinese line, where a translation
/// exists; nothing is invented and nothing stands in for it.
pub(super) fn below(say: impl Fn(Words) -> Phrase) -> Markup {
    let own = [Language::KkArab, Language::Ug].map(|language| say(Words::of(language)));
    html! {
        @for phrase in own.iter().filter(|phrase| !phrase.is_foreign()) {
            span.own lang=(phrase.language.tag()) dir=(phrase.language.dir()) { (phrase.text) }
        }
    }
}

/// The page, where there are several.
fn foot(scene: &SceneView) -> Markup {
    let (page, of) = scene.page;
    html! {
        @if of > 1 { footer { (say!(words(), "screen-page", page = page, of = of)) } }
    }
}

/// The neutral card: congress, session, sitting, and nothing that could be wrong.
pub(super) fn names_only(scene: &SceneView) -> Markup {
    let words = words();
    html! {
        div class={ "stage card size" (scene.screen.size) } lang="zh-Hans" {
            h1 { (kit::session_name(words, &scene.congress.name, &scene.session)) }
            p { (say!(words, "screen-sitting", number = scene.sitting.number)) }
        }
    }
}

/// A card with one word.
fn card(scene: &SceneView, word: &Phrase) -> Markup {
    let words = words();
    html! {
        div class={ "stage card size" (scene.screen.size) } lang="zh-Hans" {
            p.session { (kit::session_name(words, &scene.congress.name, &scene.session)) }
            p.word { (word) }
        }
    }
}

/// A screen that waits for its operator.
pub(super) fn unpaired(code: PairCode) -> Markup {
    let words = words();
    html! {
        div.stage.card.size0 lang="zh-Hans" {
            p { (say!(words, "screen-type-code")) }
            p.code dir="ltr" { (code.spaced()) }
            p.quiet { (say!(words, "screen-type-where")) }
        }
    }
}

/// How the vote stands, in words.
pub(super) fn state(stage: RoundStage) -> Phrase {
    let words = words();
    match stage {
        RoundStage::Paused => say!(words, "screen-paused"),
        RoundStage::Open => say!(words, "screen-open"),
        RoundStage::Draft | RoundStage::Frozen | RoundStage::Sealed | RoundStage::Issuing => {
            say!(words, "screen-not-open")
        }
        RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Opened
        | RoundStage::Counted
        | RoundStage::Certified
        | RoundStage::Void => say!(words, "screen-over"),
    }
}
