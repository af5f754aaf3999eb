//! The Fluent bundles, built once from the files compiled into the program.

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::{Language, Phrase};
use machine::telemetry;

type Bundle = FluentBundle<FluentResource>;

macro_rules! areas {
    ($folder:literal: $($area:literal),+ $(,)?) => {
        &[$(include_str!(concat!($folder, "/", $area, ".ftl"))),+]
    };
}

/// The areas of the complete languages, in the order of the year; one line each.
macro_rules! complete {
    ($folder:literal) => {
        areas!($folder:
            "common",
            "people",
            "import",
            "files",
            "leads",
            "office",
            "library",
            "hall",
            "day",
            "officers",
            "rules",
            "box",
            "hand-count",
            "ballot",
            "forms",
            "count",
            "followup",
            "evaluation",
            "reminders",
            "review",
            "public",
        )
    };
}

const ZH_HANS: &[&str] = complete!("zh-Hans");
const EN: &[&str] = complete!("en");
const KK_ARAB: &[&str] = areas!("kk-Arab": "words");
const UG: &[&str] = areas!("ug": "words");

/// One language's words, falling back to Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language asked for.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// Says a message; prefer the macro [`say!`](crate::say), whose key and arguments are tested.
    ///
    /// A message that is nowhere is shown as its key in brackets: a test keeps that from happening,
    /// and a reader is never shown an empty place.
    #[must_use]
    pub fn say(self, key: &str, facts: &FluentArgs<'_>) -> Phrase {
        for language in [self.language, Language::ZhHans] {
            if let Some(text) = find(language, key, facts) {
                return Phrase {
                    text,
                    language,
                    wanted: self.language,
                };
            }
        }
        Phrase {
            text: format!("[{key}]"),
            language: Language::En,
            wanted: self.language,
        }
    }

    /// Says the message of a coded problem or of another name that is only known at run time.
    #[must_use]
    pub fn say_named(self, prefix: &str, name: &str, facts: &[(&'static str, String)]) -> Phrase {
        let mut args = super::facts();
        for (name, value) in facts {
            match value.parse::<i64>() {
                Ok(number) if number.to_string() == *value => args.set(*name, number),
                _ => args.set(*name, value.clone()),
            }
        }
        self.say(&format!("{prefix}-{name}"), &args)
    }

    /// Whether this language itself has the message.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        bundle(self.language).has_message(key)
    }
}

fn find(language: Language, key: &str, facts: &FluentArgs<'_>) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(facts), &mut errors);
    if !errors.is_empty() {
        telemetry::note(format!("the message {key} lacks an argument"));
    }
    Some(text.into_owned())
}

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 4] = [const { OnceLock::new() }; 4];
    let (slot, sources) = match language {
        Language::ZhHans => (&BUNDLES[0], ZH_HANS),
        Language::KkArab => (&BUNDLES[1], KK_ARAB),
        Language::Ug => (&BUNDLES[2], UG),
        Language::En => (&BUNDLES[3], EN),
    };
    slot.get_or_init(|| build(language, sources))
}

/// A number in Chinese numerals.
fn han<'a>(given: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    let number = match given.first() {
        Some(FluentValue::Number(number)) => number.as_string().into_owned(),
        Some(FluentValue::String(text)) => text.to_string(),
        _ => String::new(),
    };
    let named = number.parse().map(super::format::han);
    FluentValue::from(named.unwrap_or(number))
}

fn build(language: Language, sources: &[&str]) -> Bundle {
    let tag = language.tag();
    let mut bundle = Bundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    // Isolation marks are needed where a number or a Han name stands in a right-to-left sentence;
    // in Chinese and English they would only be invisible characters that a search stumbles over.
    bundle.set_use_isolating(language.dir() == "rtl");
    // Sittings are named in Chinese numerals, as sessions are.
    if let Err(error) = bundle.add_function("HAN", han) {
        telemetry::note(format!("the numerals of {tag} are there twice: {error:?}"));
    }
    for source in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                telemetry::note(format!("a message of {tag} does not parse: {errors:?}"));
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            telemetry::note(format!("a message of {tag} is there twice: {errors:?}"));
        }
    }
    bundle
}
