//! The opinions that wait, for a unit and for the clerk, and the form of an answer.

use maud::{Markup, html};

use super::view::{answer_tag, waiting};
use crate::kit::{self, Frame};
use crate::library::content::value;
use crate::path;
use domain::library::opinion::{AnswerChoice, Opinion};
use domain::library::sheet::Field;
use service::library::opining::{OpinionView, OpinionsView};
use text::say;
use text::{Words, format};

/// The list: overdue ones first.
pub(super) fn opinions(frame: &Frame<'_>, view: &OpinionsView) -> Markup {
    let words = frame.words;
    let title = say!(words, "opinions-title");
    let (open, done): (Vec<_>, Vec<_>) = view
        .opinions
        .iter()
        .partition(|(one, _)| one.answered.is_none());
    let late = open
        .iter()
        .filter(|(one, _)| one.days_overdue(view.today).is_some())
        .count();
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        h1 { bdi lang="zh-Hans" { (view.congress.name) } " " (title) }
        p { (say!(words, "opinions-count", open = open.len(), late = late)) }
        @if open.is_empty() { p.quiet { (say!(words, "opinions-none")) } }
        ul.list { @for (opinion, project) in &open { li { (line(words, opinion, project, view)) } } }
        @if !done.is_empty() {
            h2 { (say!(words, "opinions-answered")) }
            ul.list { @for (opinion, project) in &done { li { (line(words, opinion, project, view)) } } }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

fn line(words: Words, opinion: &Opinion, project: &str, view: &OpinionsView) -> Markup {
    html! {
        a href=(path::opinion(opinion.id)) { bdi lang="zh-Hans" { (project) } } " · "
        (words.say_named("opinion-kind", opinion.kind.word(), &[]))
        @if view.is_clerk { " · " bdi lang="zh-Hans" { (opinion.unit_name) } }
        " " @if opinion.answered.is_some() { (answer_tag(words, opinion)) }
        @else { (waiting(words, opinion, view.today)) }
        " " (say!(words, "opinion-asked-on", on = format::date(words.language(), opinion.asked_on)))
    }
}

/// One opinion: what the project is, what is asked, the answer or its form.
pub(super) fn opinion(frame: &Frame<'_>, view: &OpinionView) -> Markup {
    let words = frame.words;
    let opinion = &view.opinion;
    let title = words.say_named("opinion-kind", opinion.kind.word(), &[]);
    let content = html! {
        p.crumbs { a href=(path::opinions(view.congress.id)) { (say!(words, "opinions-title")) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) " · " bdi lang="zh-Hans" { (view.project.sheet.name) } }
        p { bdi lang="zh-Hans" { (opinion.unit_name) } " · "
            (say!(words, "opinion-asked-on", on = format::date(words.language(), opinion.asked_on))) " "
            @if opinion.answered.is_some() { (answer_tag(words, opinion)) } @else { (waiting(words, opinion, view.today)) } }
        section.card { dl.facts {
            @for field in Field::ALL.iter().filter(|field| !matches!(field, Field::Note | Field::Origin)) {
                @let text = view.project.sheet.text(*field);
                @if !text.is_empty() { div { dt { (words.say_named("field", field.word(), &[])) }
                    dd { (value(words, field.word(), &text)) } } }
            }
        } }
        @match &opinion.answered {
            Some(given) => section.card {
                p { (answer_tag(words, opinion)) " " (say!(words, "opinion-answered-on", on = format::date(words.language(), given.on)))
                    @if given.is_paper { " · " (say!(words, "opinion-paper")) } " " bdi { (given.by) } }
                p { bdi lang="zh-Hans" { (given.text) } }
            },
            None => (form(frame, view)),
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

fn form(frame: &Frame<'_>, view: &OpinionView) -> Markup {
    let words = frame.words;
    let form = frame.form();
    html! {
            form.card method="post" action=(path::opinion(view.opinion.id)) {
                (kit::token_field(frame.token))
                h2 { @if view.is_clerk { (say!(words, "opinion-paper-title")) } @else { (say!(words, "opinion-own-title")) } }
                (form.group("answer", say!(words, "opinion-answer")).of(&html! {
    @for answer in AnswerChoice::ALL {
                        (form.radio("answer", answer.word(), words.say_named("answer", answer.word(), &[])))
                    }
    }))
                (form.area("text", say!(words, "opinion-text"), 4))
                @if view.is_clerk {
                    (form.date("on", say!(words, "opinion-paper-date")))
                }
                button.button { (say!(words, "opinion-answer-button")) }
            }
        }
}
