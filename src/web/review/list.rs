//! The reviews of a year, and the released ones as the public pages list them.

use maud::{Markup, html};

use super::parts::{advisory_mark, list_path, stage_tag};
use crate::kit::{self, Frame};
use crate::path;
use domain::review::{DepartmentReview, Reviewer};
use service::review::{ReviewListLine, Reviews};
use text::Words;
use text::say;

/// The list of a congress, or of the work committee.
pub(super) fn page(frame: &Frame<'_>, view: &Reviews) -> Markup {
    let words = frame.words;
    let year = i64::from(view.year);
    let (title, calendar, new) = match &view.congress {
        Some(congress) => (
            say!(
                words,
                "work-reviews-of",
                name = congress.name.clone(),
                year = year
            ),
            path::calendar(congress.id, view.year),
            path::new_review(congress.id, view.year),
        ),
        None => (
            say!(
                words,
                "work-reviews-of-prefecture",
                name = frame.place.to_owned(),
                year = year
            ),
            path::overview(view.year),
            path::new_advisory_review(view.year),
        ),
    };
    let content = html! {
        p.crumbs { a href=(calendar) {
            @if view.congress.is_some() { (say!(words, "calendar-title", year = year)) }
            @else { (say!(words, "work-reviews-to-overview", year = year)) }
        } }
        h1 { (title) }
        @if view.congress.is_none() { (advisory_mark(words)) }
        (years(words, view))
        @if view.list.is_empty() { p.quiet { (say!(words, "work-reviews-none")) } }
        ul.list { @for one in &view.list { (line(words, one)) } }
        @if view.may_plan { p { a.button href=(new) { (say!(words, "work-review-new")) } } }
    };
    kit::office_page(frame, &title.text, &content)
}

fn years(words: Words, view: &Reviews) -> Markup {
    let of = |year: i16| match &view.congress {
        Some(congress) => path::reviews(congress.id, year),
        None => list_path(Reviewer::WorkCommittee, year),
    };
    html! {
        @if view.years.iter().any(|year| *year != view.year) {
            nav.years aria-label=(say!(words, "board-years").text) {
                @for year in &view.years {
                    a.num href=(of(*year)) aria-current=[(*year == view.year).then_some("page")] { (year) } " "
                }
            }
        }
    }
}

fn line(words: Words, one: &ReviewListLine) -> Markup {
    let ((questions, late_questions), (tasks, late_tasks)) = (one.questions, one.tasks);
    html! {
        li {
            (place(words, &one.review))
            @if questions > 0 { " " span.tag.warn { (say!(words, "questions-open", open = questions)) } }
            @if tasks > 0 { " " span.tag.warn { (say!(words, "work-review-tasks-open", open = tasks)) } }
            @let late = late_questions.saturating_add(late_tasks);
            @if late > 0 { " " span.tag.bad { "■ " (say!(words, "of-them-overdue", overdue = late)) } }
        }
    }
}

/// The reviews of a year in the calendar of supervision.
pub(crate) fn listed(words: Words, reviews: &[DepartmentReview]) -> Markup {
    html! {
        ul.list { @for review in reviews { li { (place(words, review)) } } }
    }
}

/// A review in a list: its day, its name as the way to it, where it stands.
fn place(words: Words, review: &DepartmentReview) -> Markup {
    html! {
        span.num { (review.on) } " "
        a href=(path::manage_review(review.id)) { bdi { (review.department) } " · " bdi { (review.topic) } } " "
        (stage_tag(words, review))
    }
}

/// Released reviews on a public page; nothing where there are none.
pub(crate) fn released(words: Words, reviews: &[DepartmentReview]) -> Markup {
    let is_advisory = reviews.iter().any(|one| one.reviewer.is_advisory());
    html! {
        @if !reviews.is_empty() {
            section {
                h2 { @if is_advisory { (say!(words, "work-reviews-public-advisory")) } @else { (say!(words, "work-reviews")) } }
                ul.results { @for review in reviews { li {
                    a href=(path::public_review(review.id)) { bdi lang="zh-Hans" { (review.department) " · " (review.topic) } }
                    p.quiet { span.num { (review.on) }
                        @if review.reviewer.is_advisory() { " · " (say!(words, "work-review-no-vote")) } }
                } } }
            }
        }
    }
}
