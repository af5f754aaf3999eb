//! The form of a new evaluation: whole projects, their parts, or units; for the first or the second
//! time.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use crate::sitting::sitting_field;
use domain::followup::selected_project::SelectedProject;
use domain::poll::Subject;
use domain::problem::Problem;
use service::evaluation::{EarlierEvaluation, EvaluationChoices};
use service::sitting::sessions::SessionView;
use text::Words;
use text::say;

/// What was typed, and what stands against it.
type TypedEvaluation<'s> = (&'s Fields, &'s [Problem]);

pub(super) fn form(
    frame: &Frame<'_>,
    (view, offer, again): (&SessionView, &EvaluationChoices, Option<&EarlierEvaluation>),
    (typed, problems): TypedEvaluation<'_>,
) -> Markup {
    let form = kit::PageForm::new(frame.words, typed, problems);
    let words = frame.words;
    let title = say!(words, "evaluation-new");
    let year = i64::from(view.session.year);
    let default = match again {
        Some(_) => say!(words, "evaluation-title-second", year = year).text,
        None => say!(words, "evaluation-title-default", year = year).text,
    };
    let named = match typed.get("title") {
        "" => default.as_str(),
        typed => typed,
    };
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, problems))
        h1 { (title) }
        (times(words, view, offer, again))
        @if again.is_none() && offer.projects.is_empty() { p { (say!(words, "evaluation-nothing")) } }
        @else {
            form.card method="post" action=(path::new_evaluation(view.session.id)) {
                (kit::token_field(frame.token))
                (form.line("title", say!(words, "poll-title")).value(named).most(80))
                (sitting_field(form, &view.sittings))
                @match again {
                    Some(again) => (second(words, again, (typed, problems))),
                    None => {
                        (projects(words, offer, (typed, problems)))
                        (units(words, offer, (typed, problems)))
                    },
                }
                button.button { (say!(words, "evaluation-create")) }
            }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, problems),
        &content,
    )
}

/// First evaluation, or the second one of an earlier: each has its own address.
fn times(
    words: Words,
    view: &SessionView,
    offer: &EvaluationChoices,
    again: Option<&EarlierEvaluation>,
) -> Markup {
    let here = path::new_evaluation(view.session.id);
    let current = again.map(|again| again.poll.id);
    html! {
        @if !offer.earlier.is_empty() {
            nav aria-label=(say!(words, "evaluation-times").text) {
                p.hint { (say!(words, "evaluation-times")) }
                ul.list {
                    li { a href=(here) aria-current=[current.is_none().then_some("page")] { (say!(words, "evaluation-first")) } }
                    @for EarlierEvaluation { poll, lines } in &offer.earlier {
                        li { a href={ (here) "?second_of=" (poll.id) } aria-current=[(current == Some(poll.id)).then_some("page")] {
                            (say!(words, "evaluation-second-of", count = lines.len())) " "
                            bdi lang="zh-Hans" { (poll.title) } } }
                    }
                }
            }
        }
    }
}

/// Before anything was typed a box is as it is offered.
fn is_chosen(typed: &Fields, name: &str, value: &str, at_first: bool) -> bool {
    let is_fresh = typed.get("token").is_empty();
    (is_fresh && at_first) || typed.all(name).any(|one| one == value)
}

/// The projects as check boxes, each with room for its parts; at first all of them are chosen whole.
fn projects(
    words: Words,
    offer: &EvaluationChoices,
    (typed, problems): TypedEvaluation<'_>,
) -> Markup {
    let form = kit::PageForm::new(words, typed, problems);
    html! {
            (form.group("projects", say!(words, "evaluation-projects")).hint(say!(words, "evaluation-projects-hint")).of(&html! {
    @for project in &offer.projects {
                    @let id = project.id.to_string();
                    (form.tick("project", &id, html! { span { bdi lang="zh-Hans" { (project.name) } br;
                            span.hint { bdi lang="zh-Hans" { (project.lead_unit) } " · "
                                (words.say_named("project-stage", project.stage.word(), &[])) } } }).chosen(is_chosen(typed, "project", &id, true)))
                    (parts(words, project, (typed, problems)))
                }
    }))
        }
}

/// The parts of a project, one a line; open once something stands there.
fn parts(
    words: Words,
    project: &SelectedProject,
    (typed, problems): TypedEvaluation<'_>,
) -> Markup {
    let form = kit::PageForm::new(words, typed, problems);
    let field = format!("parts-{}", project.id);
    let text = typed.get(&field);
    html! {
        details.parts open[!text.trim().is_empty()] {
            summary { (say!(words, "evaluation-parts")) }
            (form.area(&field, say!(words, "evaluation-parts-of", name = project.name.clone()), 4).hint(say!(words, "evaluation-parts-hint")).value(text).most(4000))
        }
    }
}

/// The units that lead these projects; at first none is chosen.
fn units(
    words: Words,
    offer: &EvaluationChoices,
    (typed, problems): TypedEvaluation<'_>,
) -> Markup {
    let form = kit::PageForm::new(words, typed, problems);
    html! {
            @if !offer.units.is_empty() {
                (form.group("units", say!(words, "evaluation-by-unit")).hint(say!(words, "evaluation-by-unit-hint")).of(&html! {
    @for (unit, led) in &offer.units {
                        @let id = unit.id.to_string();
                        (form.tick("unit", &id, html! { span { bdi lang="zh-Hans" { (unit.name) } br;
                                @for name in led { span.hint { bdi lang="zh-Hans" { (name) } } br; } } }).chosen(is_chosen(typed, "unit", &id, false)))
                    }
    }))
            }
        }
}

/// What was dissatisfied before; at first all of it is asked about again.
fn second(
    words: Words,
    again: &EarlierEvaluation,
    (typed, problems): TypedEvaluation<'_>,
) -> Markup {
    let form = kit::PageForm::new(words, typed, problems);
    html! {
            input type="hidden" name="second_of" value=(again.poll.id);
            (form.group("projects", say!(words, "evaluation-again")).hint(say!(words, "evaluation-again-hint")).of(&html! {
    @for (number, subject, name) in &again.lines {
                    @let (field, value) = match subject {
                        Subject::Project(id) => ("project", id.to_string()),
                        Subject::Part { .. } => ("again", number.to_string()),
                        Subject::Unit(id) => ("unit", id.to_string()),
                    };
                    (form.tick(field, &value, html! { bdi lang="zh-Hans" { (name) } }).chosen(is_chosen(typed, field, &value, true)))
                }
    }))
        }
}
