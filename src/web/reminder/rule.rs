//! The numbers of a congress's reminders: one form.

use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

use super::owing_view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::PathPiece;
use domain::id::CongressId;
use domain::problem::Problem;
use domain::reminder::schedule::Schedule;
use service::ServiceError;
use service::reminder::owing::DebtList;
use text::say;

pub(crate) async fn show(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_owing(&desk.actor, congress).await;
    let found = desk.or_page(found)?;
    let typed = typed(&found.schedule);
    Ok(page(&desk.frame().typing(&typed), &found).into_response())
}

pub(crate) async fn set(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let done = match read(&desk.fields) {
        Ok(schedule) => {
            desk.service
                .set_schedule(&desk.actor, congress, schedule)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::owing(congress)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_owing(&desk.actor, congress).await;
            let found = desk.or_page(found)?;
            let frame = desk.frame();
            let page = page(&frame.against(error.problems()), &found);
            Ok(error::with_problems(&error, page))
        }
    }
}

fn typed(schedule: &Schedule) -> Fields {
    let mut fields = vec![
        ("before_days", schedule.before_days.to_string()),
        ("every_days", schedule.every_days.to_string()),
        ("own_days", schedule.own_days.to_string()),
    ];
    if schedule.is_on {
        fields.push(("is_on", "yes".to_owned()));
    }
    let fields = fields.into_iter();
    Fields::of(fields.map(|(name, value)| (name.to_owned(), value)))
}

fn read(fields: &Fields) -> Result<Schedule, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut number = |name: &'static str| {
        fields.number::<u32>(name).unwrap_or_else(|problem| {
            problems.push(problem);
            0
        })
    };
    let schedule = Schedule {
        is_on: fields.get("is_on") == "yes",
        before_days: number("before_days"),
        every_days: number("every_days"),
        own_days: number("own_days"),
    };
    if problems.is_empty() {
        Ok(schedule)
    } else {
        Err(problems)
    }
}

fn page(frame: &Frame<'_>, owing: &DebtList) -> Markup {
    let words = frame.words;
    let congress = owing.congress.id;
    let title = say!(words, "reminder-rule-title");
    let form = frame.form();
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::owing(congress)) { (say!(words, "owing-title")) } }
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p { (owing_view::rule(words, &owing.schedule)) }
            form.card method="post" action=(path::reminder_rule(congress)) {
                (kit::token_field(frame.token))
                (form.tick("is_on", "yes", say!(words, "reminder-rule-on")))
                (form.number("before_days", say!(words, "reminder-before")).hint(say!(words, "reminder-before-hint")))
                (form.number("every_days", say!(words, "reminder-every")))
                (form.number("own_days", say!(words, "reminder-own")).hint(say!(words, "reminder-own-hint")))
                button.button { (say!(words, "reminder-save")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}
