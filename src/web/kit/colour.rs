//! The mark of a poll's colour: a patch with its word, so that it is told without seeing colours.

use maud::{Markup, html};

use crate::domain::poll::Colour;
use crate::text::Words;

/// The mark of a poll among others.
pub(in crate::web) fn colour(words: Words, colour: Colour) -> Markup {
    html! {
        span class={ "colour " (colour.word()) } { (words.say_named("colour", colour.word(), &[])) }
    }
}
