//! Department reviews (工作评议): the list of a year, the form, the page of one with its acts, and the
//! public page. What the prefecture's work committee holds says on each of them that it is no vote.

pub(super) mod act;
mod day;
mod evaluation;
mod form;
pub(super) mod handler;
mod list;
mod opinions;
pub(super) mod public;
mod record;
pub(super) mod routes;
mod sheet;
mod tasks;
mod view;

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::PageForm;
use crate::path;
use domain::problem::Problem;
use domain::review::{DepartmentReview, Reviewer};
use text::Words;
use text::say;

pub(super) use list::{listed, released};

/// The mark of what decides nothing (无表决效力).
fn advisory_mark(words: Words) -> Markup {
    html! { p.decision.stop { b { (say!(words, "work-review-no-vote")) } " " (say!(words, "work-review-no-vote-why")) } }
}

/// Where a review stands, as a tag.
fn stage_tag(words: Words, review: &DepartmentReview) -> Markup {
    html! {
        span.tag.plain { (words.say_named("work-review-stage", review.stage.word(), &[])) }
        @if review.released_on.is_some() { " " span.tag.ok { "✓ " (say!(words, "work-review-is-released")) } }
    }
}

/// The list that a review stands in.
fn list_path(reviewer: Reviewer, year: i16) -> String {
    match reviewer.congress() {
        Some(congress) => path::reviews(congress, year),
        None => path::advisory_reviews(year),
    }
}

/// The forms of one page: which was sent keeps what was typed and shows its problems.
#[derive(Clone, Copy)]
struct ReviewForms<'f> {
    words: Words,
    token: &'f str,
    typed: &'f Fields,
    problems: &'f [Problem],
}

impl<'f> ReviewForms<'f> {
    /// Whether this form was the one that was sent.
    fn is_sent(&self, key: &str) -> bool {
        self.typed.get("form") == key
    }

    /// A form's fields; `before` begins their identifiers unless it was the one that was sent.
    fn fields(&self, key: &str, before: &'f str) -> PageForm<'f> {
        let form = PageForm::new(self.words, self.typed, self.problems);
        form.sent_if(self.is_sent(key), before)
    }

    /// The hidden fields of a form.
    fn hidden(&self, key: &str) -> Markup {
        html! {
            input type="hidden" name="token" value=(self.token);
            input type="hidden" name="form" value=(key);
        }
    }
}
