//! Name and one line of a project in Kazakh and Uyghur: typed by people, never made by a machine.

use super::kind::words;
use crate::domain::problem::Problem;

words! {
    /// The languages that a project is translated into.
    TranslationLanguage {
        /// Kazakh in Arabic script.
        KkArab = "kk-Arab",
        /// Uyghur.
        Ug = "ug",
    }
}

words! {
    /// How far a translation has come.
    TranslationState {
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
    /// The language.
    pub language: TranslationLanguage,
    /// The project's name.
    pub name: String,
    /// Its one line.
    pub summary: String,
    /// How far it has come.
    pub state: TranslationState,
}

/// Judges a translation as typed: both languages are written in Arabic script here, so a text
/// without a letter of it was pasted into the wrong field.
///
/// # Errors
/// `translation-script`, `translation-name-missing`, at the field.
pub fn check(name: &str, summary: &str) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    if name.is_empty() && !summary.is_empty() {
        problems.push(Problem::error("translation-name-missing").at("name"));
    }
    for (field, text) in [("name", name), ("summary", summary)] {
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
        assert_eq!(check("مال جولى", ""), Ok(()));
        assert_eq!(check("", ""), Ok(()));
        let codes = |name, summary| -> Vec<&'static str> {
            let problems = check(name, summary).err().unwrap_or_default();
            problems.iter().map(|problem| problem.code).collect()
        };
        assert_eq!(codes("牧道", ""), ["translation-script"]);
        assert_eq!(
            codes("Мал жолы", "мал"),
            ["translation-script", "translation-script"]
        );
        assert_eq!(codes("", "مال"), ["translation-name-missing"]);
    }
}
