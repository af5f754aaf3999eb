//! The form of a new evaluation: whole projects, their parts, or units; for the first or the second
//! time.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use crate::session::sitting_field;
use domain::followup::followed::Followed;
use domain::poll::Subject;
use domain::problem::Problem;
use service::evaluating::{Earlier, Offer};
use service::sessions::SessionView;
use text::Words;
use text::say;

/// What was typed, and what stands against it.
type Shown<'s> = (&'s Fields, &'s [Problem]);

pub(super) fn form(
    frame: &Frame<'_>,
    (view, offer, again): (&SessionView, &Offer, Option<&Earlier>),
    token: &str,
    (typed, problems): Shown<'_>,
) -> Markup {
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
                (kit::token_field(token))
                div.field { label for="title" { (say!(words, "poll-title")) }
                    (kit::field_error(words, problems, "title"))
                    input id="title" name="title" value=(named) maxlength="80"; }
                (sitting_field(words, &view.sittings))
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
fn times(words: Words, view: &SessionView, offer: &Offer, again: Option<&Earlier>) -> Markup {
    let here = path::new_evaluation(view.session.id);
    let current = again.map(|again| again.poll.id);
    html! {
        @if !offer.earlier.is_empty() {
            nav aria-label=(say!(words, "evaluation-times").text) {
                p.hint { (say!(words, "evaluation-times")) }
                ul.list {
                    li { a href=(here) aria-current=[current.is_none().then_some("page")] { (say!(words, "evaluation-first")) } }
                    @for Earlier { poll, lines } in &offer.earlier {
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
fn projects(words: Words, offer: &Offer, (typed, problems): Shown<'_>) -> Markup {
    html! {
        fieldset.field #projects {
            legend { (say!(words, "evaluation-projects")) }
            p.hint { (say!(words, "evaluation-projects-hint")) }
            (kit::field_error(words, problems, "projects"))
            @for project in &offer.projects {
                @let id = project.id.to_string();
                label.choice { input type="checkbox" name="project" value=(id) checked[is_chosen(typed, "project", &id, true)];
                    span { bdi lang="zh-Hans" { (project.name) } br;
                        span.hint { bdi lang="zh-Hans" { (project.lead_unit) } " · "
                            (words.say_named("project-stage", project.stage.word(), &[])) } } }
                (parts(words, project, (typed, problems)))
            }
        }
    }
}

/// The parts of a project, one a line; open once something stands there.
fn parts(words: Words, project: &Followed, (typed, problems): Shown<'_>) -> Markup {
    let field = format!("parts-{}", project.id);
    let text = typed.get(&field);
    html! {
        details.parts open[!text.trim().is_empty()] {
            summary { (say!(words, "evaluation-parts")) }
            div.field { label for=(field) { (say!(words, "evaluation-parts-of", name = project.name.clone())) }
                p.hint { (say!(words, "evaluation-parts-hint")) }
                (kit::field_error(words, problems, &field))
                textarea id=(field) name=(field) rows="4" maxlength="4000" { (text) } }
        }
    }
}

/// The units that lead these projects; at first none is chosen.
fn units(words: Words, offer: &Offer, (typed, problems): Shown<'_>) -> Markup {
    html! {
        @if !offer.units.is_empty() {
            fieldset.field #units {
                legend { (say!(words, "evaluation-by-unit")) }
                p.hint { (say!(words, "evaluation-by-unit-hint")) }
                (kit::field_error(words, problems, "units"))
                @for (unit, led) in &offer.units {
                    @let id = unit.id.to_string();
                    label.choice { input type="checkbox" name="unit" value=(id) checked[is_chosen(typed, "unit", &id, false)];
                        span { bdi lang="zh-Hans" { (unit.name) } br;
                            @for name in led { span.hint { bdi lang="zh-Hans" { (name) } } br; } } }
                }
            }
        }
    }
}

/// What was dissatisfied before; at first all of it is asked about again.
fn second(words: Words, again: &Earlier, (typed, problems): Shown<'_>) -> Markup {
    html! {
        input type="hidden" name="second_of" value=(again.poll.id);
        fieldset.field #projects {
            legend { (say!(words, "evaluation-again")) }
            p.hint { (say!(words, "evaluation-again-hint")) }
            (kit::field_error(words, problems, "projects"))
            @for (number, subject, name) in &again.lines {
                @let (field, value) = match subject {
                    Subject::Project(id) => ("project", id.to_string()),
                    Subject::Part { .. } => ("again", number.to_string()),
                    Subject::Unit(id) => ("unit", id.to_string()),
                };
                label.choice { input type="checkbox" name=(field) value=(value) checked[is_chosen(typed, field, &value, true)];
                    bdi lang="zh-Hans" { (name) } }
            }
        }
    }
}
