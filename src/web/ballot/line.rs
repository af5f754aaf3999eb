//! What a line of the ballot says: in the deputy's language where its words were fixed with the slate,
//! with the Chinese below them, which is what the law knows.

use maud::{Markup, html};

use crate::kit;
use domain::library::translation::{Translation, TranslationLanguage};
use domain::poll::RoundLine;
use text::say;
use text::{Language, Words};

/// The words of a line in the reader's language; none where nobody typed and checked any.
fn own(words: Words, line: &RoundLine) -> Option<&Translation> {
    let language = match words.language() {
        Language::KkArab => TranslationLanguage::KkArab,
        Language::Ug => TranslationLanguage::Ug,
        Language::ZhHans | Language::En => return None,
    };
    line.translations
        .iter()
        .find(|one| one.language == language)
}

/// The name of a line.
pub(super) fn name(words: Words, line: &RoundLine) -> Markup {
    let language = words.language();
    html! {
        @match own(words, line) {
            Some(own) => span.named {
                bdi lang=(language.tag()) dir=(language.dir()) { (own.name) } " "
                span.original lang="zh-Hans" dir="ltr" { (line.name) }
            },
            None => bdi lang="zh-Hans" { (line.name) },
        }
    }
}

/// What a line says below its name.
pub(super) fn what(words: Words, line: &RoundLine) -> Markup {
    let own = own(words, line);
    let language = words.language();
    html! {
        @if let Some(own) = own.filter(|own| !own.summary.is_empty()) {
            p.what { bdi lang=(language.tag()) dir=(language.dir()) { (own.summary) } }
        }
        p.what { (kit::money_and_summary(language, &line.summary, line.investment)) }
        @if !line.content.is_empty() {
            details {
                summary { (say!(words, "ballot-details")) }
                @if let Some(own) = own.filter(|own| !own.content.is_empty()) {
                    p lang=(language.tag()) dir=(language.dir()) { (own.content) }
                }
                p lang="zh-Hans" dir="auto" { (line.content) }
            }
        }
    }
}
