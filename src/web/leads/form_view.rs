//! The form of a lead: for a resident on a phone, and for whoever has an account.

use maud::{Markup, html};

use crate::assets::{self, Asset};
use crate::form::Fields;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::id::CongressId;
use domain::leads::kind::{LeadKind, LeadOrigin};
use domain::leads::{MOST_LINE, MOST_WHAT};
use domain::problem::Problem;
use service::access::resident_limits::RetryAfter;
use service::leads::calls::CallView;
use text::Words;
use text::say;

/// What was typed, and what is wrong with it.
pub(super) struct FilledForm<'f> {
    pub(super) fields: &'f Fields,
    pub(super) problems: &'f [Problem],
}

/// A resident's form: six fields, two of them optional.
pub(super) fn resident(
    frame: &Frame<'_>,
    view: &CallView,
    stamp: &str,
    filled: &FilledForm<'_>,
    wait: Option<RetryAfter>,
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
        PageStyle::Public,
        &kit::window_title(words, &title.text, filled.problems),
        &band,
        &content,
    )
}

fn minutes(wait: RetryAfter) -> i64 {
    (wait.seconds + 59) / 60
}

/// Region, kind, what, where.
fn wish_fields(words: Words, regions: &[String], filled: &FilledForm<'_>) -> Markup {
    let form = kit::PageForm::new(words, filled.fields, filled.problems);
    html! {
        @if regions.is_empty() {
            (form.line("region", say!(words, "lead-region")).hint(say!(words, "lead-region-hint")).most(MOST_LINE))
        } @else {
            (form.select("region", say!(words, "lead-region"), choices(words, regions)))
        }
        (form.select("kind", say!(words, "lead-kind-label"), kinds(words)))
        (form.area("what", say!(words, "lead-what"), 5).hint(say!(words, "lead-what-hint")).most(MOST_WHAT))
        (form.line("place", say!(words, "lead-place")).hint(say!(words, "lead-place-hint")).most(MOST_LINE))
    }
}

/// Contact and photo.
fn optional_fields(words: Words, filled: &FilledForm<'_>) -> Markup {
    let form = kit::PageForm::new(words, filled.fields, filled.problems);
    html! {
        (form.line("contact", say!(words, "lead-contact")).hint(say!(words, "lead-contact-hint")).most(MOST_LINE))
        (form.photo("picture", say!(words, "lead-picture")).hint(say!(words, "lead-picture-hint")).after(html! { @if !filled.fields.get("what").is_empty() { p.hint { (say!(words, "lead-picture-again")) } } }))
    }
}

fn choices(words: Words, regions: &[String]) -> Vec<(String, String)> {
    let regions = regions.iter().map(|region| (region, region));
    kit::none_or(say!(words, "choose"), regions)
}

fn kinds(words: Words) -> Vec<(String, String)> {
    let kinds = LeadKind::ALL.iter().map(|kind| {
        let word = kind.word();
        (word, words.say_named("lead-kind", word, &[]))
    });
    kit::none_or(say!(words, "choose"), kinds)
}

/// The form with an account: a clerk also says on whose behalf and under which call.
pub(super) fn account(
    frame: &Frame<'_>,
    congress: (CongressId, &str),
    calls: &[CallView],
    is_clerk: bool,
    filled: &FilledForm<'_>,
) -> Markup {
    let form = kit::PageForm::new(frame.words, filled.fields, filled.problems);
    let words = frame.words;
    let title = say!(words, "propose-title");
    let origins = LeadOrigin::ON_BEHALF.iter().map(|origin| {
        let word = origin.word();
        (word, words.say_named("lead-origin", word, &[]))
    });
    let origins = kit::none_or(say!(words, "choose"), origins);
    let content = html! {
        h1 { (title) }
        p.quiet { bdi lang="zh-Hans" { (congress.1) } }
        (kit::error_summary(words, filled.problems))
        form.narrow method="post" action=(path::propose(congress.0)) enctype="multipart/form-data" {
            (kit::token_field(frame.token))
            @if is_clerk {
                (form.select("origin", say!(words, "lead-origin-label"), origins))
                (form.line("origin_ref", say!(words, "lead-ref")).hint(say!(words, "lead-ref-hint")).most(MOST_LINE))
            }
            @if calls.is_empty() {
                (form.number("year", say!(words, "call-year-label")).hint(say!(words, "call-year-hint")))
            } @else {
                (form.select("call", say!(words, "lead-call"), open(calls)))
            }
            (wish_fields(words, &[], filled))
            (optional_fields(words, filled))
            button.button { (say!(words, "lead-submit")) }
        }
        script defer src=(assets::path(Asset::PhotoScript)) {}
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, filled.problems),
        &content,
    )
}

fn open(calls: &[CallView]) -> impl Iterator<Item = (String, &String)> {
    let calls = calls.iter();
    calls.map(|view| (view.call.id.to_string(), &view.call.text.title))
}
