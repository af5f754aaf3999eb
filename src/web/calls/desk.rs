//! The clerk's desk for calls: write one, change one, set how long contacts are kept.

use axum::response::{IntoResponse, Redirect};

use super::desk_view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error::Failure;
use crate::form::Fields;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::{CallId, CongressId};
use domain::leads::call::CallText;
use domain::problem::Problem;
use service::ServiceError;

pub(crate) async fn list(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let calls = desk.service.list_calls(&desk.actor, congress).await;
    Ok(desk_view::list(&desk.frame(), &desk.or_page(calls)?).into_response())
}

pub(crate) async fn show_new(
    PathPiece(congress): PathPiece<CongressId>,
    desk: StaffDesk,
) -> Answer {
    let townships = townships(&desk, congress).await?;
    let fields = Fields::of(vec![("regions".to_owned(), townships)]);
    let frame = desk.frame();
    let action = path::new_call(congress);
    Ok(desk_view::form(&frame.typing(&fields), congress, &action).into_response())
}

/// The townships of a county, one a line, to begin the list of regions with. A stranger to the
/// congress is told nothing.
async fn townships(desk: &StaffDesk, congress: CongressId) -> Result<String, Failure> {
    desk.or_page(may_keep(desk, congress).await)?;
    let prefecture = desk.or_page(desk.service.get_prefecture().await)?;
    let below = prefecture.congresses.iter();
    let below = below.filter(|one| one.parent == Some(congress));
    let names: Vec<&str> = below.map(|one| one.name.as_str()).collect();
    Ok(names.join("\n"))
}

pub(crate) async fn create(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let accepts = desk.get("accept") == "yes";
    let done = match call_of(&desk.fields) {
        Ok(text) => {
            desk.service
                .create_call(&desk.actor, congress, text, accepts)
                .await
        }
        Err(problems) => may_keep(&desk, congress)
            .await
            .and(Err(ServiceError::Invalid(problems))),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path::calls(congress)).into_response()),
        Err(error) => {
            let action = path::new_call(congress);
            desk.show_refused(error, |frame| desk_view::form(frame, congress, &action))
        }
    }
}

pub(crate) async fn show(PathPiece(call): PathPiece<CallId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_call(call).await)?;
    let congress = found.congress.id;
    // What a call says is public; its form is the clerk's.
    desk.or_page(may_keep(&desk, congress).await)?;
    let frame = desk.frame();
    let fields = fields_of(&found.call.text);
    let action = path::manage_call(call);
    Ok(desk_view::form(&frame.typing(&fields), congress, &action).into_response())
}

pub(crate) async fn change(PathPiece(call): PathPiece<CallId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_call(call).await)?;
    let congress = found.congress.id;
    let accepts = desk.get("accept") == "yes";
    let done = match call_of(&desk.fields) {
        Ok(text) => {
            desk.service
                .change_call(&desk.actor, call, text, accepts)
                .await
        }
        Err(problems) => may_keep(&desk, congress)
            .await
            .and(Err(ServiceError::Invalid(problems))),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::calls(congress)).into_response()),
        Err(error) => {
            let action = path::manage_call(call);
            desk.show_refused(error, |frame| desk_view::form(frame, congress, &action))
        }
    }
}

/// Who may not keep calls here hears that, and not what the form lacks.
async fn may_keep(desk: &StaffDesk, congress: CongressId) -> Result<(), ServiceError> {
    let calls = desk.service.list_calls(&desk.actor, congress).await;
    calls.map(drop)
}

pub(crate) async fn set_contact_days(
    PathPiece(congress): PathPiece<CongressId>,
    desk: StaffDesk,
) -> Answer {
    let done = match desk.fields.number("contact_days") {
        Ok(days) => {
            desk.service
                .set_contact_days(&desk.actor, congress, days)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::calls(congress)).into_response()),
        Err(error) => {
            let calls = desk.service.list_calls(&desk.actor, congress).await;
            let calls = desk.or_page(calls)?;
            desk.show_refused(error, |frame| desk_view::list(frame, &calls))
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
