//! The form of a review: department, year, topic, day, place, chair, media.

use maud::{Markup, html};

use super::day::media_fields;
use super::parts::advisory_mark;
use crate::kit::PageForm;
use crate::kit::{self, Frame};
use crate::path;
use service::review::ReviewForm;
use text::Words;
use text::say;

/// The page of the form, for a new review or for one that is corrected.
pub(super) fn page(frame: &Frame<'_>, offer: &ReviewForm, year: i16) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let before = offer.review.as_ref();
    let congress = offer.congress.as_ref().map(|congress| congress.id);
    let (title, to) = match before {
        Some(review) => (
            say!(words, "work-review-edit"),
            path::edit_review(review.id),
        ),
        None => (
            say!(words, "work-review-new"),
            congress.map_or_else(
                || path::new_advisory_review(year),
                |id| path::new_review(id, year),
            ),
        ),
    };
    let list = congress.map_or_else(
        || path::advisory_reviews(year),
        |id| path::reviews(id, year),
    );
    let was = |of: fn(&domain::review::DepartmentReview) -> String| before.map(of);
    let content = html! {
        div.narrow {
            p.crumbs { a href=(list) { (say!(words, "work-reviews")) } }
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            @match &offer.congress {
                Some(congress) => p { bdi lang="zh-Hans" { (congress.name) } },
                None => (advisory_mark(words)),
            }
            form method="post" action=(to) {
                (kit::token_field(frame.token))
                @if congress.is_some() { (unit(words, &form, offer)) }
                @else { (form.line("department", say!(words, "work-review-department")).or(was(|one| one.department.clone()).unwrap_or_default())) }
                (form.line("topic", say!(words, "work-review-topic")).hint(say!(words, "work-review-topic-hint")).or(was(|one| one.topic.clone()).unwrap_or_default()))
                (form.line("year", say!(words, "work-review-year")).hint(say!(words, "work-review-year-hint")).or(was(|one| one.year.to_string()).unwrap_or_else(|| year.to_string())))
                (form.date("on", say!(words, "work-review-on")).or(was(|one| one.on.to_string()).unwrap_or_default()))
                (form.line("place", say!(words, "work-review-place")).or(was(|one| one.place.clone()).unwrap_or_default()))
                (form.line("chair", say!(words, "work-review-chair")).or(was(|one| one.chair.clone()).unwrap_or_default()))
                (media_fields(words, &form, before.map_or(&[], |one| one.media.as_slice())))
                button.button { (say!(words, "work-review-save")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

/// The unit reviewed, of those that the congress has named.
fn unit(words: Words, form: &PageForm<'_>, offer: &ReviewForm) -> Markup {
    let before = offer.review.as_ref().and_then(|one| one.reviewer.unit());
    let before = before.map(|unit| unit.to_string()).unwrap_or_default();
    let chosen = form.value("unit", &before);
    html! {
        (form.select("unit", say!(words, "work-review-department"), kit::none_or(say!(words, "work-review-choose"), offer.units.iter().map(|unit| {
            (unit.id.to_string(), &unit.name)
        }))).value(chosen).hint(html! { (say!(words, "work-review-unit-hint")) " "
                @if let Some(congress) = &offer.congress { a href=(path::people(congress.id)) { (say!(words, "task-people")) } } }))
    }
}
