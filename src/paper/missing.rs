//! What a page could not draw: characters without a glyph, each with the words that it stands in.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use domain::problem::Problem;

/// So much of the words around a missing character is told.
const TOLD: usize = 40;

/// The characters that no typeface had.
pub(super) fn characters(document: &PagedDocument) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for page in document.pages() {
        walk(&page.frame, &mut found);
    }
    found
}

fn walk(frame: &Frame, found: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        if let FrameItem::Group(group) = item {
            walk(&group.frame, found);
        }
        let FrameItem::Text(text) = item else {
            continue;
        };
        for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
            let drawn = text.text.get(glyph.range()).unwrap_or_default();
            found.extend(drawn.chars().filter(|c| !is_invisible(*c)));
        }
    }
}

/// Marks that guide the layout and are not drawn.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A problem for each character, with the words of the form that hold it: a name, a place.
pub(super) fn problems(characters: &BTreeSet<char>, facts: &Value) -> Vec<Problem> {
    let problem = |character: &char| {
        let words = holder(facts, *character).unwrap_or_default();
        let told: String = words.chars().take(TOLD).collect();
        Problem::error("glyph-missing")
            .with("character", character)
            .with("code", format!("U+{:04X}", u32::from(*character)))
            .with("text", told)
    };
    characters.iter().map(problem).collect()
}

/// The first text that holds a character.
fn holder(facts: &Value, character: char) -> Option<&str> {
    match facts {
        Value::String(text) => text.contains(character).then_some(text),
        Value::Array(items) => items.iter().find_map(|item| holder(item, character)),
        Value::Object(fields) => fields.values().find_map(|value| holder(value, character)),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
