//! A released review for everybody: questions and answers, media, what was put right; no names of who
//! asked or acted.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::parts::advisory_mark;
use super::{evaluation, opinions, tasks, view as office};
use crate::error::Failure;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use crate::visitor::{App, PathPiece, Visitor};
use domain::followup::finding::FindingAct;
use domain::id::ReviewId;
use service::review::{ReviewView, TaskView};
use text::Words;
use text::say;

pub(crate) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(review): PathPiece<ReviewId>,
) -> Result<Response, Failure> {
    let found = visitor.or_page(app.service.get_public_review(review).await)?;
    Ok(page(&Frame::of(&visitor), &found).into_response())
}

fn page(frame: &Frame<'_>, view: &ReviewView) -> Markup {
    let words = frame.words;
    let review = &view.review;
    let title = say!(
        words,
        "work-review-title",
        department = review.department.clone()
    );
    let content = html! {
        p.crumbs { a href=(path::HOME) { (frame.place) }
            @if let Some(congress) = &view.congress { " › " a href=(path::congress(&congress.slug)) { bdi lang="zh-Hans" { (congress.name) } } } }
        h1 { (title) }
        @if review.reviewer.is_advisory() { (advisory_mark(words)) }
        (office::facts(words, review))
        (office::conclusion(words, review))
        section { h2 { (say!(words, "work-review-questions")) }
            @if view.questions.is_empty() { p.quiet { (say!(words, "questions-none")) } }
            @for question in &view.questions { article.finding { (office::said(words, question, view.today)) } }
        }
        @if let Some(given) = &view.opinions {
            section { h2 { (say!(words, "opinions-advisory")) " " span.tag.warn { (say!(words, "work-review-no-vote")) } }
                (opinions::table(words, given)) }
        }
        (evaluation::public(words, view))
        section { h2 { (say!(words, "work-review-tasks")) }
            @if view.tasks.is_empty() { p.quiet { (say!(words, "work-review-tasks-none")) } }
            @for one in &view.tasks { article.finding { (task(words, view, one)) } }
        }
    };
    let band = match &view.congress {
        Some(congress) => html! {
            bdi lang="zh-Hans" { (say!(words, "congress-of", name = congress.name.clone())) }
        },
        None => html! { (say!(words, "work-committee-of", name = frame.place.to_owned())) },
    };
    kit::page(frame, PageStyle::Public, &title.text, &band, &content)
}

/// A task with what the department said of it last.
fn task(words: Words, view: &ReviewView, one: &TaskView) -> Markup {
    let answer = one
        .steps
        .iter()
        .rfind(|taken| taken.step.act == FindingAct::Answer);
    html! {
        (tasks::heading(words, &one.task, view.today))
        @if let Some(taken) = answer { p { span.num { (taken.on) } " " b { (words.say_named("finding-act", taken.step.act.word(), &[])) } " " bdi.typed { (taken.step.text) } } }
    }
}
