//! A project's name, one line and content in Kazakh and Uyghur: typed by people, never made by a machine.

use crate::problem::Problem;
use count::words;

words! {
    /// The languages that a project is translated into.
    pub enum TranslationLanguage {
        /// Kazakh in Arabic script.
        KkArab = "kk-Arab",
        /// Uyghur.
        Ug = "ug",
    }
}

words! {
    /// How far a translation has come.
    pub enum TranslationState {
        /// Nothing typed.
        None = "none",
        /// Typed.
        Draft = "draft",
        /// Read and found right by a second person.
        Checked = "checked",
        /// Fixed with its slate.
        Frozen = "frozen",
    }
}

/// One language's words of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    pub language: TranslationLanguage,
    /// The project's name.
    pub name: String,
    /// Its one line.
    pub summary: String,
    /// What is built, in full; may have several lines.
    pub content: String,
    /// How far it has come.
    pub state: TranslationState,
}

impl Translation {
    /// Words as somebody typed them: a draft, or nothing where there is no name.
    #[must_use]
    pub fn typed(language: TranslationLanguage, name: &str, summary: &str, content: &str) -> Self {
        Self {
            language,
            name: name.to_owned(),
            summary: summary.to_owned(),
            content: content.to_owned(),
            state: if name.is_empty() {
                TranslationState::None
            } else {
                TranslationState::Draft
            },
        }
    }

    /// The words by the name of their field, in the order of the form.
    #[must_use]
    pub fn fields(&self) -> [(&'static str, &str); 3] {
        [
            ("name", &self.name),
            ("summary", &self.summary),
            ("content", &self.content),
        ]
    }

    /// Whether another says the same, however far either has come.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.fields() == other.fields()
    }
}

/// Judges a translation as typed: both languages are written in Arabic script here, so a text
/// without a letter of it was pasted into the wrong field.
///
/// # Errors
/// `translation-script`, `translation-name-missing`, at the field.
pub fn check(typed: &Translation) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let is_more = !typed.summary.is_empty() || !typed.content.is_empty();
    if typed.name.is_empty() && is_more {
        problems.push(Problem::error("translation-name-missing").at("name"));
    }
    for (field, text) in typed.fields() {
        if !text.is_empty() && !text.chars().any(is_arabic_letter) {
            problems.push(Problem::error("translation-script").at(field));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn is_arabic_letter(character: char) -> bool {
    matches!(u32::from(character), 0x0620..=0x064a | 0x0671..=0x06d5 | 0xfb50..=0xfdff | 0xfe70..=0xfefc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_another_script_is_refused() {
        let codes = |name, summary, content| -> Vec<&'static str> {
            let typed = Translation::typed(TranslationLanguage::KkArab, name, summary, content);
            let problems = check(&typed).err().unwrap_or_default();
            problems.iter().map(|problem| problem.code).collect()
        };
        assert!(codes("مال جولى", "", "").is_empty());
        assert!(codes("", "", "").is_empty());
        assert_eq!(codes("牧道", "", ""), ["translation-script"]);
        assert_eq!(
            codes("Мал жолы", "мал", ""),
            ["translation-script", "translation-script"]
        );
        assert_eq!(codes("مال", "", "牧道"), ["translation-script"]);
        assert_eq!(codes("", "مال", ""), ["translation-name-missing"]);
        assert_eq!(codes("", "", "مال"), ["translation-name-missing"]);
    }
}
