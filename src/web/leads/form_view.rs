//! The form of a lead: for a resident on a phone, and for whoever has an account.

use maud::{Markup, html};

use crate::assets::{self, Asset};
use crate::form::Fields;
use crate::kit::{self, Entry, Frame, Look, Options};
use crate::path;
use domain::id::CongressId;
use domain::library::lead::kind::{LeadKind, Origin};
use domain::library::lead::{MOST_LINE, MOST_WHAT};
use domain::problem::Problem;
use service::calls::CallView;
use service::floods::ComeBack;
use text::say;
use text::{Language, Phrase, Words};

/// What was typed, and what is wrong with it.
pub(super) struct Filled<'f> {
    pub(super) fields: &'f Fields,
    pub(super) problems: &'f [Problem],
}

/// A resident's form: six fields, two of them optional.
pub(super) fn resident(
    frame: &Frame<'_>,
    view: &CallView,
    stamp: &str,
    filled: &Filled<'_>,
    wait: Option<ComeBack>,
) -> Markup {
    let words = frame.words;
    let title = say!(words, "lead-form-title");
    let text = &view.call.text;
    let content = html! {
        p.crumbs { a href=(path::call(view.call.id)) { bdi lang="zh-Hans" { (text.title) } } }
        h1 { (title) }
        p { (say!(words, "lead-form-how")) }
        @if let Some(wait) = wait {
            div.summary role="alert" tabindex="-1" {
                h2 { (say!(words, "lead-wait", minutes = minutes(wait))) }
                p { (say!(words, "lead-wait-kept")) }
            }
        }
        (kit::error_summary(words, filled.problems))
        form.narrow method="post" action=(path::new_lead(view.call.id)) enctype="multipart/form-data" {
            input type="hidden" name="form" value=(stamp);
            (wish_fields(words, &text.regions, filled))
            (optional_fields(words, filled))
            div.trap aria-hidden="true" {
                label for="website" { (say!(words, "lead-trap-label")) }
                input id="website" name="website" tabindex="-1" autocomplete="off";
            }
            button.button { (say!(words, "lead-submit")) }
        }
        script defer src=(assets::path(Asset::PhotoScript)) {}
    };
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = view.congress.name.clone())) } };
    kit::page(
        frame,
        Look::Public,
        &titled(words, &title, filled),
        &band,
        &content,
    )
}

fn minutes(wait: ComeBack) -> i64 {
    (wait.seconds + 59) / 60
}

fn titled(words: Words, title: &Phrase, filled: &Filled<'_>) -> String {
    if filled.problems.is_empty() {
        return title.text.clone();
    }
    format!("{}{title}", say!(words, "error-title"))
}

/// Region, kind, what, where.
fn wish_fields(words: Words, regions: &[String], filled: &Filled<'_>) -> Markup {
    let entry = |name: &'static str, label, hint| Entry {
        words,
        problems: filled.problems,
        name,
        label,
        hint,
        value: filled.fields.get(name),
    };
    html! {
        @if regions.is_empty() {
            (kit::line(&entry("region", say!(words, "lead-region"), Some(say!(words, "lead-region-hint"))), "text", MOST_LINE))
        } @else {
            (kit::select(&entry("region", say!(words, "lead-region"), None), &choices(words, regions)))
        }
        (kit::select(&entry("kind", say!(words, "lead-kind-label"), None), &kinds(words)))
        (kit::area(&entry("what", say!(words, "lead-what"), Some(say!(words, "lead-what-hint"))), 5, MOST_WHAT))
        (kit::line(&entry("place", say!(words, "lead-place"), Some(say!(words, "lead-place-hint"))), "text", MOST_LINE))
    }
}

/// Contact and photo.
fn optional_fields(words: Words, filled: &Filled<'_>) -> Markup {
    let entry = |name: &'static str, label, hint| Entry {
        words,
        problems: filled.problems,
        name,
        label,
        hint,
        value: filled.fields.get(name),
    };
    html! {
        (kit::line(&entry("contact", say!(words, "lead-contact"), Some(say!(words, "lead-contact-hint"))), "text", MOST_LINE))
        div.field {
            label for="picture" { (say!(words, "lead-picture")) }
            p.hint #picture-hint { (say!(words, "lead-picture-hint")) }
            (kit::field_error(words, filled.problems, "picture"))
            input #picture type="file" name="picture" accept="image/jpeg,image/png,image/webp"
                aria-describedby="picture-hint" data-shrink="1600";
            @if !filled.fields.get("what").is_empty() { p.hint { (say!(words, "lead-picture-again")) } }
        }
    }
}

fn nothing_chosen(words: Words) -> (String, Phrase) {
    (String::new(), say!(words, "choose"))
}

fn choices(words: Words, regions: &[String]) -> Options {
    let regions = regions.iter().map(|region| {
        let phrase = Phrase {
            text: region.clone(),
            language: Language::ZhHans,
            wanted: words.language(),
        };
        (region.clone(), phrase)
    });
    std::iter::once(nothing_chosen(words))
        .chain(regions)
        .collect()
}

fn kinds(words: Words) -> Options {
    let kinds = LeadKind::ALL.iter().map(|kind| {
        let word = kind.word();
        (word.to_owned(), words.say_named("lead-kind", word, &[]))
    });
    std::iter::once(nothing_chosen(words))
        .chain(kinds)
        .collect()
}

/// The form with an account: a clerk also says on whose behalf and under which call.
pub(super) fn account(
    frame: &Frame<'_>,
    congress: (CongressId, &str),
    calls: &[CallView],
    is_clerk: bool,
    token: &str,
    filled: &Filled<'_>,
) -> Markup {
    let words = frame.words;
    let title = say!(words, "propose-title");
    let entry = |name: &'static str, label, hint| Entry {
        words,
        problems: filled.problems,
        name,
        label,
        hint,
        value: filled.fields.get(name),
    };
    let origins: Options = std::iter::once(nothing_chosen(words))
        .chain(Origin::ON_BEHALF.iter().map(|origin| {
            let word = origin.word();
            (word.to_owned(), words.say_named("lead-origin", word, &[]))
        }))
        .collect();
    let content = html! {
        h1 { (title) }
        p.quiet { bdi lang="zh-Hans" { (congress.1) } }
        (kit::error_summary(words, filled.problems))
        form.narrow method="post" action=(path::propose(congress.0)) enctype="multipart/form-data" {
            (kit::token_field(token))
            @if is_clerk {
                (kit::select(&entry("origin", say!(words, "lead-origin-label"), None), &origins))
                (kit::line(&entry("origin_ref", say!(words, "lead-ref"), Some(say!(words, "lead-ref-hint"))), "text", MOST_LINE))
            }
            @if calls.is_empty() {
                (kit::line(&entry("year", say!(words, "call-year-label"), Some(say!(words, "call-year-hint"))), "number", 4))
            } @else {
                (kit::select(&entry("call", say!(words, "lead-call"), None), &open(words, calls)))
            }
            (wish_fields(words, &[], filled))
            (optional_fields(words, filled))
            button.button { (say!(words, "lead-submit")) }
        }
        script defer src=(assets::path(Asset::PhotoScript)) {}
    };
    kit::office_page(frame, &titled(words, &title, filled), &content)
}

fn open(words: Words, calls: &[CallView]) -> Options {
    let label = |call: &CallView| Phrase {
        text: call.call.text.title.clone(),
        language: Language::ZhHans,
        wanted: words.language(),
    };
    calls
        .iter()
        .map(|call| (call.call.id.to_string(), label(call)))
        .collect()
}
