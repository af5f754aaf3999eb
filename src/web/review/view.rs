//! The page of a review: what it is, questions and answers, what is put right, what may be done now.

use maud::{Markup, html};

use super::parts::{ReviewForms, advisory_mark, list_path, stage_tag};
use super::{day, evaluation, opinions, tasks};
use crate::kit::{self, Frame};
use crate::path;
use domain::review::question::ReviewQuestion;
use domain::review::{DepartmentReview, ReviewStage};
use service::review::ReviewView;
use text::say;
use text::{Words, format};

/// The whole page.
pub(super) fn page(frame: &Frame<'_>, view: &ReviewView) -> Markup {
    let words = frame.words;
    let review = &view.review;
    let forms = ReviewForms {
        words,
        token: frame.token,
        typed: frame.typed,
        problems: frame.problems,
    };
    let title = say!(
        words,
        "work-review-title",
        department = review.department.clone()
    );
    let content = html! {
        p.crumbs { a href=(list_path(review.reviewer, review.year)) {
            @match &view.congress {
                Some(congress) => (say!(words, "work-reviews-of", name = congress.name.clone(), year = i64::from(review.year))),
                None => (say!(words, "work-reviews-of-prefecture", name = frame.place.to_owned(), year = i64::from(review.year))),
            }
        } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        @if review.reviewer.is_advisory() { (advisory_mark(words)) }
        p { (stage_tag(words, review)) }
        (facts(words, review))
        (conclusion(words, review))
        @if view.may.keep && review.stage.is_open() { p { a.button.plain href=(path::edit_review(review.id)) { (say!(words, "work-review-edit")) } } }
        @if review.stage.took_place() {
            (questions(forms, view))
            (opinions::section(forms, view))
            (evaluation::section(forms, view))
            (tasks::section(forms, view))
        }
        @if review.stage.took_place() { p { a href=(path::review_record(review.id)) { (say!(words, "work-review-record")) } } }
        @if view.may.keep { section { (day::acts(forms, view)) } }
        @if review.released_on.is_some() { p { a href=(path::public_review(review.id)) { (say!(words, "work-review-public-page")) } } }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

/// Topic, day, place, chair, media.
pub(super) fn facts(words: Words, review: &DepartmentReview) -> Markup {
    let day = if review.stage.took_place() {
        say!(words, "work-review-held-on")
    } else {
        say!(words, "work-review-on")
    };
    html! {
        dl.facts {
            div { dt { (say!(words, "work-review-topic")) } dd { bdi { (review.topic) } } }
            div { dt { (say!(words, "work-review-year")) } dd.num { (review.year) } }
            div { dt { (day) } dd { (format::date(words.language(), review.on)) } }
            @if !review.place.is_empty() { div { dt { (say!(words, "work-review-place")) } dd { bdi { (review.place) } } } }
            @if !review.chair.is_empty() { div { dt { (say!(words, "work-review-chair")) } dd { bdi { (review.chair) } } } }
            (day::media(words, review))
        }
    }
}

/// What is held of the department's work, or why the review was called off.
pub(super) fn conclusion(words: Words, review: &DepartmentReview) -> Markup {
    html! {
        @match review.stage {
            ReviewStage::Concluded => section.card { h2 { (say!(words, "work-review-conclusion")) } p.typed { bdi { (review.conclusion) } } },
            ReviewStage::CalledOff => p.decision.stop { (say!(words, "work-review-called-off-why")) " " bdi { (review.reason) } },
            ReviewStage::Planned | ReviewStage::Held => {},
        }
    }
}

fn questions(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let words = forms.words;
    html! {
        section { h2 { (say!(words, "work-review-questions")) }
            @if view.questions.is_empty() { p.quiet { (say!(words, "questions-none")) } }
            @for question in &view.questions { (asked(forms, view, question)) }
            @if view.may.keep && view.review.stage == ReviewStage::Held { (new_question(forms, view)) }
        }
    }
}

fn asked(forms: ReviewForms<'_>, view: &ReviewView, question: &ReviewQuestion) -> Markup {
    let words = forms.words;
    let key = format!("answer-{}", question.id);
    let before = format!("{key}-");
    html! {
        article.finding {
            (said(words, question, view.today))
            @if view.may.answer && question.answered_on.is_none() {
                form method="post" action=(path::review_answer(view.review.id, question.id)) {
                    (forms.hidden(&key))
                    (forms.fields(&key, &before).area("answer", say!(words, "question-reply"), 2))
                    button.button.plain { (say!(words, "question-save-reply")) }
                }
            }
        }
    }
}

/// A question with its answer, or since when it is owed.
pub(super) fn said(words: Words, question: &ReviewQuestion, today: jiff::civil::Date) -> Markup {
    let overdue = question.days_overdue(today);
    html! {
        p { @if !question.asked_by.is_empty() { b { bdi { (question.asked_by) } } " " } bdi.typed { (question.text) } }
        @match (question.answered_on, question.answer_by) {
            (Some(day), _) => p { span.tag.ok { "✓ " (say!(words, "question-answered-on", day = day.to_string())) } " " bdi.typed { (question.answer) } },
            (None, Some(by)) => p {
                span.tag.warn { (say!(words, "question-due", day = by.to_string())) }
                @if overdue > 0 { " " span.tag.bad { "■ " (say!(words, "overdue", days = overdue)) } }
            },
            (None, None) => {},
        }
    }
}

fn new_question(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let words = forms.words;
    let fields = forms.fields("question", "question-");
    html! {
        details.card.narrow open[forms.is_sent("question") || view.questions.is_empty()] {
            summary { b { (say!(words, "work-review-ask")) } }
            form method="post" action=(path::review_questions(view.review.id)) {
                (forms.hidden("question"))
                (fields.line("asked_by", say!(words, "question-asked-by")).hint(say!(words, "work-review-asker-hint")))
                (fields.area("text", say!(words, "question-text"), 3))
                (fields.area("answer", say!(words, "question-answer"), 3))
                (fields.date("answer_by", say!(words, "question-answer-by")).hint(say!(words, "question-answer-by-hint")))
                button.button { (say!(words, "question-save")) }
            }
        }
    }
}
