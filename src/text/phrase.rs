//! A said message: its text and the language it is really in.

use super::Language;

/// Words for a reader. When a translation is missing the text is Chinese, and `language` says so,
/// so that a page can mark the run with its own `lang` and `dir`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// The language of the text.
    pub language: Language,
    /// The language that was asked for.
    pub wanted: Language,
}

impl Phrase {
    /// Whether the text is in another language than the page.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.language != self.wanted
    }
}

impl From<Phrase> for String {
    fn from(phrase: Phrase) -> Self {
        phrase.text
    }
}

impl std::fmt::Display for Phrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}
