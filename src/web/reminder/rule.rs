//! The numbers of a congress's reminders: one form.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::owing_view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::CongressId;
use domain::problem::Problem;
use domain::reminder::schedule::Schedule;
use service::ServiceError;
use service::reminder::owing::DebtList;
use text::say;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let found = app.service.get_owing(&staff.actor, congress).await;
    let found = staff.visitor.or_page(found)?;
    let typed = typed(&found.schedule);
    Ok(page(&Frame::office(&staff), &found, &typed, &[], &staff.token).into_response())
}

pub(crate) async fn set(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match read(&fields) {
        Ok(schedule) => {
            app.service
                .set_schedule(&staff.actor, congress, schedule)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::owing(congress)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_owing(&staff.actor, congress).await;
            let found = staff.visitor.or_page(found)?;
            let frame = Frame::office(&staff);
            let page = page(&frame, &found, &fields, error.problems(), &staff.token);
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

fn page(
    frame: &Frame<'_>,
    owing: &DebtList,
    typed: &Fields,
    problems: &[Problem],
    token: &str,
) -> Markup {
    let words = frame.words;
    let congress = owing.congress.id;
    let title = say!(words, "reminder-rule-title");
    let form = kit::PageForm::new(words, typed, problems);
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::owing(congress)) { (say!(words, "owing-title")) } }
            (kit::error_summary(words, problems))
            h1 { (title) }
            p { (owing_view::rule(words, &owing.schedule)) }
            form.card method="post" action=(path::reminder_rule(congress)) {
                (kit::token_field(token))
                (form.tick("is_on", "yes", say!(words, "reminder-rule-on")))
                (form.number("before_days", say!(words, "reminder-before")).hint(say!(words, "reminder-before-hint")))
                (form.number("every_days", say!(words, "reminder-every")))
                (form.number("own_days", say!(words, "reminder-own")).hint(say!(words, "reminder-own-hint")))
                button.button { (say!(words, "reminder-save")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, problems);
    kit::office_page(frame, &window, &content)
}
