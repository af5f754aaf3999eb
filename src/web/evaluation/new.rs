//! The form of a new evaluation: which projects the deputies grade, for the first or the second time.

use maud::{Markup, html};

use crate::domain::problem::Problem;
use crate::say;
use crate::service::evaluating::Offer;
use crate::service::sessions::SessionView;
use crate::text::Words;
use crate::web::form::Fields;
use crate::web::kit::{self, Frame};
use crate::web::path;
use crate::web::session::sitting_field;

pub(super) fn form(
    frame: &Frame<'_>,
    (view, offer): (&SessionView, &Offer),
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "evaluation-new");
    let year = i64::from(view.session.year);
    let default = say!(words, "evaluation-title-default", year = year).text;
    let named = match typed.get("title") {
        "" => default.as_str(),
        typed => typed,
    };
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, problems))
        h1 { (title) }
        @if offer.projects.is_empty() { p { (say!(words, "evaluation-nothing")) } }
        @else {
            form.card method="post" action=(path::new_evaluation(view.session.id)) {
                (kit::token_field(token))
                div.field { label for="title" { (say!(words, "poll-title")) }
                    (kit::field_error(words, problems, "title"))
                    input id="title" name="title" value=(named) maxlength="80"; }
                (sitting_field(words, &view.sittings))
                (times(words, offer, typed))
                (projects(words, offer, typed, problems))
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

/// First evaluation, or the second one of an earlier.
fn times(words: Words, offer: &Offer, typed: &Fields) -> Markup {
    html! {
        @if !offer.first.is_empty() {
            fieldset.field {
                legend { (say!(words, "evaluation-times")) }
                label.choice { input type="radio" name="second_of" value="" checked[typed.get("second_of").is_empty()];
                    (say!(words, "evaluation-first")) }
                @for (poll, projects) in &offer.first {
                    label.choice { input type="radio" name="second_of" value=(poll.id)
                        checked[typed.get("second_of") == poll.id.to_string()];
                        span { (say!(words, "evaluation-second-of", count = projects.len())) " "
                            bdi lang="zh-Hans" { (poll.title) } } }
                }
            }
        }
    }
}

/// The projects as check boxes; at first all of them are chosen.
fn projects(words: Words, offer: &Offer, typed: &Fields, problems: &[Problem]) -> Markup {
    let is_fresh = typed.get("title").is_empty();
    let is_chosen = |id: &str| is_fresh || typed.all("project").any(|one| one == id);
    html! {
        fieldset.field #projects {
            legend { (say!(words, "evaluation-projects")) }
            p.hint { (say!(words, "evaluation-projects-hint")) }
            (kit::field_error(words, problems, "projects"))
            @for project in &offer.projects {
                @let id = project.id.to_string();
                label.choice { input type="checkbox" name="project" value=(id) checked[is_chosen(&id)];
                    span { bdi lang="zh-Hans" { (project.name) } br;
                        span.hint { bdi lang="zh-Hans" { (project.lead_unit) } " · "
                            (words.say_named("project-stage", project.stage.word(), &[])) } } }
            }
        }
    }
}
