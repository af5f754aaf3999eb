//! What the department puts right (整改): each task with its steps, and the forms of the next ones.

use maud::{Markup, html};

use super::parts::ReviewForms;
use crate::followup::life::{stage_tag, taken};
use crate::path;
use domain::followup::finding::FindingAct;
use domain::review::task::{self, ReviewTask};
use service::review::{ReviewView, TaskView};
use text::Words;
use text::say;

/// The tasks of a review, and the form of a new one.
pub(super) fn section(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let words = forms.words;
    html! {
        section { h2 { (say!(words, "work-review-tasks")) }
            @if view.tasks.is_empty() { p.quiet { (say!(words, "work-review-tasks-none")) } }
            @for one in &view.tasks { (one_task(forms, view, one)) }
            @if view.may.keep { (new_task(forms, view)) }
        }
    }
}

fn one_task(forms: ReviewForms<'_>, view: &ReviewView, one: &TaskView) -> Markup {
    html! {
        article.finding {
            (heading(forms.words, &one.task, view.today))
            @if !one.steps.is_empty() { ol.steps-taken { @for step in &one.steps { li { (taken(forms.words, step)) } } } }
            @for act in &one.acts { (step_form(forms, view, one, *act)) }
        }
    }
}

/// What must be put right, by when, and where it stands.
pub(super) fn heading(words: Words, task: &ReviewTask, today: jiff::civil::Date) -> Markup {
    html! {
        p { b.num { (task.number) "." } " " bdi.typed { (task.what) } }
        p { (stage_tag(words, task.stage, task.reopened, task.days_overdue(today))) " "
            span.num { (say!(words, "due-on", due = task.due.to_string())) }
            @if let Some(day) = task.closed_on { " · " span.num { (say!(words, "work-review-closed-on", day = day.to_string())) } } }
    }
}

fn step_form(forms: ReviewForms<'_>, view: &ReviewView, one: &TaskView, act: FindingAct) -> Markup {
    let words = forms.words;
    let key = format!("task-{}-{}", one.task.id, act.word());
    let before = format!("{key}-");
    let fields = forms.fields(&key, &before);
    let title = words.say_named("finding-do", act.word(), &[]);
    let due = task::usual_due(Some(one.task.due), view.today).to_string();
    let is_usual = matches!(act, FindingAct::Answer | FindingAct::Close) && view.tasks.len() == 1;
    html! {
        details open[is_usual || forms.is_sent(&key)] {
            summary { (title) }
            form.narrow method="post" action=(path::review_task_step(view.review.id, one.task.id, act.word())) {
                (forms.hidden(&key))
                (fields.area("text", words.say_named("finding-say", act.word(), &[]), 3))
                @if act.sets_deadline() { (fields.date("due", say!(words, "due-day")).or(&due)) }
                @if act == FindingAct::Extend { (fields.line("approver", say!(words, "approver"))) }
                button.button { (title) }
            }
        }
    }
}

fn new_task(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let words = forms.words;
    let fields = forms.fields("new-task", "new-task-");
    let due = task::usual_due(None, view.today).to_string();
    html! {
        details.card.narrow open[forms.is_sent("new-task")] {
            summary { b { (say!(words, "work-review-give-task")) } }
            form method="post" action=(path::review_tasks(view.review.id)) {
                (forms.hidden("new-task"))
                (fields.area("text", say!(words, "work-review-task-what"), 3))
                (fields.date("due", say!(words, "due-day")).or(&due))
                button.button { (say!(words, "work-review-give-task")) }
            }
        }
    }
}
