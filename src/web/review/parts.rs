//! What several pages of a review share: its mark, its stage, the list that it stands in, its forms.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::PageForm;
use crate::path;
use domain::problem::Problem;
use domain::review::{DepartmentReview, Reviewer};
use text::Words;
use text::say;

/// The mark of what decides nothing (无表决效力).
pub(super) fn advisory_mark(words: Words) -> Markup {
    html! { p.decision.stop { b { (say!(words, "work-review-no-vote")) } " " (say!(words, "work-review-no-vote-why")) } }
}

/// Where a review stands, as a tag.
pub(super) fn stage_tag(words: Words, review: &DepartmentReview) -> Markup {
    html! {
        span.tag.plain { (words.say_named("work-review-stage", review.stage.word(), &[])) }
        @if review.released_on.is_some() { " " span.tag.ok { "✓ " (say!(words, "work-review-is-released")) } }
    }
}

/// The list that a review stands in.
pub(super) fn list_path(reviewer: Reviewer, year: i16) -> String {
    match reviewer.congress() {
        Some(congress) => path::reviews(congress, year),
        None => path::advisory_reviews(year),
    }
}

/// The forms of one page: which was sent keeps what was typed and shows its problems.
#[derive(Clone, Copy)]
pub(super) struct ReviewForms<'f> {
    pub(super) words: Words,
    pub(super) token: &'f str,
    pub(super) typed: &'f Fields,
    pub(super) problems: &'f [Problem],
}

impl<'f> ReviewForms<'f> {
    /// Whether this form was the one that was sent.
    pub(super) fn is_sent(&self, key: &str) -> bool {
        self.typed.get("form") == key
    }

    /// A form's fields; `before` begins their identifiers unless it was the one that was sent.
    pub(super) fn fields(&self, key: &str, before: &'f str) -> PageForm<'f> {
        let form = PageForm::new(self.words, self.typed, self.problems);
        form.sent_if(self.is_sent(key), before)
    }

    /// The hidden fields of a form.
    pub(super) fn hidden(&self, key: &str) -> Markup {
        html! {
            input type="hidden" name="token" value=(self.token);
            input type="hidden" name="form" value=(key);
        }
    }
}
