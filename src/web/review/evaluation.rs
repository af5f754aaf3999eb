//! The evaluation after a review: its grade once certified, the rectification that a dissatisfied one
//! opened, and the form that drafts the next one.

use maud::{Markup, html};

use super::parts::ReviewForms;
use crate::kit;
use crate::path;
use service::evaluation::{EvaluatedLine, EvaluationView};
use service::review::{ReviewPollChoices, ReviewView};
use text::say;
use text::{Phrase, Words, rules as rule_words};

/// The section of the page; nothing at the work committee's review, which is never put to one.
pub(super) fn section(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let words = forms.words;
    html! {
        @if !view.review.reviewer.is_advisory() {
            section { h2 { (say!(words, "evaluations")) }
                @if view.evaluations.is_empty() { p.quiet { (say!(words, "work-review-no-evaluation")) } }
                @for one in &view.evaluations { (evaluation(words, one, view.may.keep)) }
                @if let Some(offer) = &view.put { (form(forms, view, offer)) }
            }
        }
    }
}

fn evaluation(words: Words, one: &EvaluationView, is_office: bool) -> Markup {
    let is_published = one.graded.iter().any(|graded| graded.result.is_published);
    html! {
        article.finding {
            p { (title(one, is_office, is_published)) " "
                @if one.evaluation.second_of.is_some() { span.tag.plain { (say!(words, "evaluation-is-second")) } " " }
                @if let Some(round) = &one.round { span.tag.plain { (words.say_named("stage", round.stage.word(), &[])) } } }
            @if one.graded.is_empty() { p.quiet { (say!(words, "evaluation-not-certified")) } }
            @for graded in &one.graded { (grade(words, graded)) (rectification(words, graded)) }
            @if !one.graded.is_empty() && !is_published { p.hint { (say!(words, "work-review-grade-not-public")) } }
        }
    }
}

fn title(one: &EvaluationView, is_office: bool, is_published: bool) -> Markup {
    html! {
        @if is_office { a href=(path::manage_poll(one.poll.id)) { bdi lang="zh-Hans" { (one.poll.title) } } }
        @else if is_published { a href=(path::result(one.poll.id)) { bdi lang="zh-Hans" { (one.poll.title) } } }
        @else { bdi lang="zh-Hans" { (one.poll.title) } }
    }
}

/// The grade with the numbers that it comes from.
fn grade(words: Words, graded: &EvaluatedLine) -> Markup {
    html! {
        p { b { (kit::grade_tag(words, graded.result.grade)) } " " span.quiet { (numbers(words, graded)) } }
    }
}

fn numbers(words: Words, graded: &EvaluatedLine) -> Phrase {
    let marks = graded.result.marks;
    say!(
        words,
        "grades-bar-label",
        satisfied = marks.satisfied,
        basically = marks.basically,
        dissatisfied = marks.dissatisfied,
        base = graded.result.base
    )
}

/// A grade as one line of words, for paper.
pub(crate) fn told(words: Words, one: &EvaluationView) -> Vec<String> {
    let line = |graded: &EvaluatedLine| {
        let grade = rule_words::line_grade(words, graded.result.grade);
        format!("{} · {grade} · {}", one.poll.title, numbers(words, graded))
    };
    one.graded.iter().map(line).collect()
}

/// Where the rectification of a dissatisfied grade stands, and by when.
fn rectification(words: Words, graded: &EvaluatedLine) -> Markup {
    html! {
        @if let Some(finding) = &graded.finding {
            p { a href=(path::finding(finding.id)) { (say!(words, "evaluation-rectification")) } " "
                span.tag.plain { (words.say_named("finding-stage", finding.stage.word(), &[])) }
                @if let Some(due) = finding.due { " " span.num { (say!(words, "evaluation-due", day = due.to_string())) } } }
        }
    }
}

fn form(forms: ReviewForms<'_>, view: &ReviewView, offer: &ReviewPollChoices) -> Markup {
    let form = forms.fields("poll", "");
    let words = forms.words;
    let fields = forms.fields("poll", "poll-");
    let chosen = if forms.is_sent("poll") {
        forms.typed.get("sitting")
    } else {
        ""
    };
    let (heading, second) = match offer.next.second_of {
        None => (say!(words, "work-review-put"), false),
        Some(_) => (say!(words, "work-review-put-again"), true),
    };
    let department = view.review.department.clone();
    let named = if second {
        say!(
            words,
            "work-review-poll-title-again",
            department = department
        )
    } else {
        say!(words, "work-review-poll-title", department = department)
    };
    let congress = view.congress.as_ref();
    html! {
        details.card.narrow open[forms.is_sent("poll")] {
            summary { b { (heading) } }
            p.hint { (say!(words, "work-review-put-hint")) }
            @if offer.instead_of_draft() { p.hint { (say!(words, "work-review-put-instead")) } }
            @if offer.sittings.is_empty() {
                p { (say!(words, "work-review-no-sitting")) " "
                    @if let Some(congress) = congress { a href=(path::new_session(congress.id)) { (say!(words, "session-new")) } } }
            } @else {
                form method="post" action=(path::review_polls(view.review.id)) {
                    (forms.hidden("poll"))
                    (fields.line("title", say!(words, "poll-title")).or(&named.text))
                    (form.select("sitting", say!(words, "poll-sitting"), offer.sittings.iter().map(|(session, sitting)| {
                        let session = kit::session_name(words, congress.map_or("", |one| &one.name), session);
                        let number = say!(words, "sitting-number", number = sitting.number);
                        (sitting.id.to_string(), format!("{session} {number} {}", sitting.held_on))
                    })).value(chosen))
                    button.button { (heading) }
                }
            }
        }
    }
}

/// The published grade, for everybody.
pub(super) fn public(words: Words, view: &ReviewView) -> Markup {
    html! {
        @if !view.evaluations.is_empty() {
            section { h2 { (say!(words, "evaluations")) }
                @for one in &view.evaluations { article.finding {
                    p { (title(one, false, true)) @if one.evaluation.second_of.is_some() { " " span.tag.plain { (say!(words, "evaluation-is-second")) } } }
                    @for graded in &one.graded { (grade(words, graded))
                        @if let Some(finding) = &graded.finding {
                            p { (say!(words, "evaluation-rectification")) " " span.tag.plain { (words.say_named("finding-stage", finding.stage.word(), &[])) }
                                @if let Some(due) = finding.due { " " span.num { (say!(words, "evaluation-due", day = due.to_string())) } } }
                        } }
                } }
            }
        }
    }
}
