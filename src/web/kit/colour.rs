//! The mark of a poll's colour: a patch with its word, so that it is told without seeing colours.

use maud::{Markup, html};

use domain::poll::Colour;
use text::Words;

/// The mark of a poll among others.
pub(crate) fn colour(words: Words, colour: Colour) -> Markup {
    html! {
        span class={ "colour " (colour.word()) } { (words.say_named("colour", colour.word(), &[])) }
    }
}
