//! What the full-text indexes of leads and projects have in common: words that carry their congress and
//! year, so that a search reads nothing of others, and queries that cannot be broken out of.
//!
//! An index cuts no text itself: it is handed words made by `domain/library/grams.rs`. It keeps which
//! row has which word, and nothing else.

use std::collections::BTreeSet;

use domain::id::CongressId;
use domain::library::grams::{self, SearchPiece};

/// Stands before a word that no text has: how a row is sorted, not what it says.
pub(crate) const LABEL: char = '\u{a7}';

fn marked(congress: CongressId, year: i16, word: &str) -> String {
    format!("{congress}x{year}x{word}")
}

/// The words of a text, and labels beside them, as an index takes them.
pub(crate) fn of(congress: CongressId, year: i16, text: &str, labels: &[String]) -> String {
    let mut words = String::new();
    for word in grams::words(text).iter().chain(labels) {
        words.push_str(&marked(congress, year, word));
        words.push(' ');
    }
    words
}

/// A label; `word` is one of a closed list. The index knows no signs but letters and digits.
pub(crate) fn label(list: char, word: &str) -> String {
    let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{LABEL}{list}{word}")
}

/// A search in an index's own words: all pieces and labels must be there. Pieces are letters and
/// digits only, so the quotes cannot be broken out of.
pub(crate) fn query(
    congress: CongressId,
    year: i16,
    pieces: &BTreeSet<SearchPiece>,
    labels: &[String],
) -> String {
    let mut out = String::new();
    for piece in pieces {
        let star = if piece.is_beginning { "*" } else { "" };
        let word = marked(congress, year, &piece.word);
        out.push_str(&format!("\"{word}\"{star} "));
    }
    for label in labels {
        out.push_str(&format!("\"{}\" ", marked(congress, year, label)));
    }
    out
}
