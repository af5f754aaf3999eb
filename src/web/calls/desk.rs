//! The clerk's desk for calls: write one, change one, set how long contacts are kept.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::desk_view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::{CallId, CongressId};
use domain::leads::call::CallText;
use domain::problem::Problem;
use service::ServiceError;

pub(crate) async fn list(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let desk = app.service.list_calls(&staff.actor, congress).await;
    let desk = staff.visitor.or_page(desk)?;
    Ok(desk_view::list(&Frame::office(&staff), &desk, &staff.token, &[]).into_response())
}

pub(crate) async fn show_new(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let townships = townships(&app, &staff, congress).await?;
    let fields = Fields::of(vec![("regions".to_owned(), townships)]);
    let frame = Frame::office(&staff);
    let action = path::new_call(congress);
    Ok(desk_view::form(&frame, congress, &action, &staff.token, &fields, &[]).into_response())
}

/// The townships of a county, one a line, to begin the list of regions with. A stranger to the
/// congress is told nothing.
async fn townships(app: &App, staff: &Staff, congress: CongressId) -> Result<String, Failure> {
    staff
        .visitor
        .or_page(may_keep(app, staff, congress).await)?;
    let prefecture = staff.visitor.or_page(app.service.get_prefecture().await)?;
    let below = prefecture.congresses.iter();
    let below = below.filter(|one| one.parent == Some(congress));
    let names: Vec<&str> = below.map(|one| one.name.as_str()).collect();
    Ok(names.join("\n"))
}

pub(crate) async fn create(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let accepts = fields.get("accept") == "yes";
    let done = match call_of(&fields) {
        Ok(text) => {
            app.service
                .create_call(&staff.actor, congress, text, accepts)
                .await
        }
        Err(problems) => may_keep(&app, &staff, congress)
            .await
            .and(Err(ServiceError::Invalid(problems))),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path::calls(congress)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let action = path::new_call(congress);
            Ok(show_refused(&staff, congress, &action, &fields, &error))
        }
    }
}

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(call): PathPiece<CallId>,
) -> Result<Response, Failure> {
    let found = staff.visitor.or_page(app.service.get_call(call).await)?;
    let congress = found.congress.id;
    // What a call says is public; its form is the clerk's.
    staff
        .visitor
        .or_page(may_keep(&app, &staff, congress).await)?;
    let frame = Frame::office(&staff);
    let fields = fields_of(&found.call.text);
    let action = path::manage_call(call);
    Ok(desk_view::form(&frame, congress, &action, &staff.token, &fields, &[]).into_response())
}

pub(crate) async fn change(
    State(app): State<App>,
    PathPiece(call): PathPiece<CallId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let found = staff.visitor.or_page(app.service.get_call(call).await)?;
    let congress = found.congress.id;
    let accepts = fields.get("accept") == "yes";
    let done = match call_of(&fields) {
        Ok(text) => {
            app.service
                .change_call(&staff.actor, call, text, accepts)
                .await
        }
        Err(problems) => may_keep(&app, &staff, congress)
            .await
            .and(Err(ServiceError::Invalid(problems))),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::calls(congress)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let action = path::manage_call(call);
            Ok(show_refused(&staff, congress, &action, &fields, &error))
        }
    }
}

/// Who may not keep calls here hears that, and not what the form lacks.
async fn may_keep(app: &App, staff: &Staff, congress: CongressId) -> Result<(), ServiceError> {
    let desk = app.service.list_calls(&staff.actor, congress).await;
    desk.map(drop)
}

fn show_refused(
    staff: &Staff,
    congress: CongressId,
    action: &str,
    fields: &Fields,
    error: &ServiceError,
) -> Response {
    let frame = Frame::office(staff);
    let problems = error.problems();
    let page = desk_view::form(&frame, congress, action, &staff.token, fields, problems);
    error::with_problems(error, page)
}

pub(crate) async fn set_contact_days(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.number("contact_days") {
        Ok(days) => {
            app.service
                .set_contact_days(&staff.actor, congress, days)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::calls(congress)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let desk = app.service.list_calls(&staff.actor, congress).await;
            let desk = staff.visitor.or_page(desk)?;
            let frame = Frame::office(&staff);
            let page = desk_view::list(&frame, &desk, &staff.token, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

fn call_of(fields: &Fields) -> Result<CallText, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut date = |name: &'static str| {
        let day = fields.get(name).trim().parse::<jiff::civil::Date>();
        day.map_err(|_| problems.push(Problem::error("date-form").at(name)))
            .ok()
    };
    let (opens_on, closes_on) = (date("opens_on"), date("closes_on"));
    let year = fields.number("year");
    match (opens_on, closes_on, year) {
        (Some(opens_on), Some(closes_on), Ok(year)) => Ok(CallText {
            year,
            title: fields.get("title").to_owned(),
            scope: fields.get("scope").to_owned(),
            excluded: fields.get("excluded").to_owned(),
            regions: fields.get("regions").lines().map(str::to_owned).collect(),
            opens_on,
            closes_on,
        }),
        (_, _, year) => {
            problems.extend(year.err());
            Err(problems)
        }
    }
}

fn fields_of(text: &CallText) -> Fields {
    let pair = |name: &str, value: String| (name.to_owned(), value);
    Fields::of(vec![
        pair("year", text.year.to_string()),
        pair("title", text.title.clone()),
        pair("scope", text.scope.clone()),
        pair("excluded", text.excluded.clone()),
        pair("regions", text.regions.join("\n")),
        pair("opens_on", text.opens_on.to_string()),
        pair("closes_on", text.closes_on.to_string()),
    ])
}
