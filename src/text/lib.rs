//! WORDS. Everything a browser or a paper shows comes from here, in four languages.
//!
//! Messages are Fluent files, one folder a language, one file an area. `zh-Hans` is complete and
//! first, `en` complete, `kk-Arab` and `ug` hold only what `docs/glossary.md` confirms and fall back
//! to Chinese, never to each other. Read [`Words`] first, then the macro [`say!`](crate::say).

mod bundle;
pub mod format;
mod language;
pub mod numerals;
mod phrase;
pub mod rules;

pub use bundle::Words;
pub use language::Language;
pub use phrase::Phrase;

/// Says a message: `say!(words, "poll-needed", votes = 81)`.
///
/// The key and the names of the arguments are checked against the Fluent files by
/// `tests/rules/words/`, so a message that does not exist does not reach a reader.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        #[allow(unused_mut, clippy::allow_attributes, reason = "a message without arguments adds none")]
        let mut facts = $crate::facts();
        $(facts.set(stringify!($name), $value);)*
        $words.say($key, &facts)
    }};
}

/// An empty list of message arguments.
#[must_use]
pub fn facts() -> fluent_bundle::FluentArgs<'static> {
    fluent_bundle::FluentArgs::new()
}
