//! Kazakh and Uyghur beside the Chinese: typed by people, checked by a second one, frozen with the
//! slate.

use maud::{Markup, html};

use super::content::lines;
use super::tabs::{self, ProjectTab};
use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::library::translation::{Translation, TranslationLanguage, TranslationState};
use domain::problem::Problem;
use service::library::reading::ProjectView;
use service::library::translating::find;
use text::say;
use text::{Language, Words};

/// The page; `typed` is what was refused, in the language it was typed for.
pub(super) fn translations(
    frame: &Frame<'_>,
    view: &ProjectView,
    typed: Option<(TranslationLanguage, &Fields)>,
) -> Markup {
    let words = frame.words;
    let sheet = &view.project.sheet;
    let page = html! {
        p.quiet { (say!(words, "translations-how")) }
        section.card {
            h2 { (words.say_named("language", "zh-Hans", &[])) }
            p { b { bdi lang="zh-Hans" { (sheet.name) } } }
            p { bdi lang="zh-Hans" { (sheet.summary) } }
            @if !sheet.content.is_empty() { p { (lines(&sheet.content, Language::ZhHans)) } }
        }
        @for language in TranslationLanguage::ALL.iter().copied() {
            @let kept = find(&view.translations, language);
            @let mine = typed.filter(|(of, _)| *of == language).map(|(_, fields)| fields);
            (one(words, view, &kept, mine, frame.token, if mine.is_some() { frame.problems } else { &[] }))
        }
    };
    tabs::page(frame, view, ProjectTab::Translations, &page)
}

fn one(
    words: Words,
    view: &ProjectView,
    kept: &Translation,
    typed: Option<&Fields>,
    token: &str,
    problems: &[Problem],
) -> Markup {
    let (id, tag) = (view.project.id, kept.language.word());
    let before = format!("{tag}-");
    let form = kit::PageForm::blank(words, problems).sent_if(typed.is_some(), &before);
    let shown = |field: &str, kept: &str| {
        typed.map_or_else(|| kept.to_owned(), |typed| typed.get(field).to_owned())
    };
    let dir = Language::from_tag(tag).unwrap_or_default().dir();
    let is_open = view.project.stage.is_open_to_change() && kept.state != TranslationState::Frozen;
    html! {
        section.card {
            h2 { (words.say_named("language", tag, &[])) " " (state(words, kept.state)) }
            @if is_open {
                form method="post" action=(path::translation(id, tag)) {
                    (kit::token_field(token))
                    @for (field, value) in [("name", &kept.name), ("summary", &kept.summary)] {
                        (form.line(field, words.say_named("translation-field", field, &[])).value(shown(field, value)).spoken(tag, dir))
                    }
                    (form.area("content", words.say_named("translation-field", "content", &[]), 4)
                        .value(shown("content", &kept.content)).spoken(tag, dir))
                    button.button { (say!(words, "translation-save")) }
                }
                @if kept.state == TranslationState::Draft {
                    form method="post" action=(path::check_translation(id, tag)) {
                        (kit::token_field(token))
                        p.hint { (say!(words, "translation-check-how")) }
                        button.button.plain { (say!(words, "translation-check")) }
                    }
                }
            } @else if kept.name.is_empty() {
                p.quiet { (say!(words, "translation-missing")) }
            } @else {
                p { b { bdi lang=(tag) dir=(dir) { (kept.name) } } }
                p { bdi lang=(tag) dir=(dir) { (kept.summary) } }
                @if !kept.content.is_empty() { p { (lines(&kept.content, Language::from_tag(tag).unwrap_or_default())) } }
            }
        }
    }
}

/// A state as word and shape.
pub(crate) fn state(words: Words, state: TranslationState) -> Markup {
    let class = match state {
        TranslationState::None => "bad",
        TranslationState::Draft => "warn",
        TranslationState::Checked | TranslationState::Frozen => "ok",
    };
    html! { span.tag.(class) { (words.say_named("translation", state.word(), &[])) } }
}
