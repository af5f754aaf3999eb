//! The page of the rule: its numbers.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, Staff, TwoPathPieces};
use domain::followup::light::LightRule;
use domain::followup::share::Share;
use domain::id::CongressId;
use domain::problem::Problem;
use service::ServiceError;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
) -> Result<Response, Failure> {
    let found = app
        .service
        .get_light_settings(&staff.actor, congress, year)
        .await;
    let found = staff.visitor.or_page(found)?;
    let frame = Frame::office(&staff);
    Ok(view::page(&frame, &found, &staff.token, &Fields::default(), &[]).into_response())
}

pub(crate) async fn set(
    State(app): State<App>,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match read(&fields) {
        Ok(rule) => {
            app.service
                .set_light_rule(&staff.actor, congress, rule)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::lights(congress, year)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app
                .service
                .get_light_settings(&staff.actor, congress, year)
                .await;
            let found = staff.visitor.or_page(found)?;
            let frame = Frame::office(&staff);
            let page = view::page(&frame, &found, &staff.token, &fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

fn read(fields: &Fields) -> Result<LightRule, Problem> {
    let numbers = |name| fields.get(name).trim().parse::<u32>();
    let points = Share::read(fields.get("yellow_points"));
    match (numbers("yellow_days"), points, numbers("report_by_day")) {
        (Ok(yellow_days), Ok(points), Ok(day)) => Ok(LightRule {
            yellow_days,
            yellow_points: points.get(),
            report_by_day: i8::try_from(day).unwrap_or(0),
        }),
        _ => Err(Problem::error("rule-numbers")),
    }
}
