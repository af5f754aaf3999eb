//! A phrase: the text of a message, and the language that the text is really in.

use maud::{Markup, Render, html};

use super::Language;

/// Words for a reader. When a translation is missing the text is Chinese, and `language` says so,
/// so that a page can mark the run with its own `lang` and `dir`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
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

/// In markup a run in another language than the page says so itself.
impl Render for Phrase {
    fn render(&self) -> Markup {
        if self.is_foreign() {
            html! { span lang=(self.language.tag()) dir=(self.language.dir()) { (self.text) } }
        } else {
            html! { (self.text) }
        }
    }
}
