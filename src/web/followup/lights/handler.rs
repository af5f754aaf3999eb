//! The page of the rule: its numbers.

use axum::response::{IntoResponse, Redirect};

use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::path;
use crate::visitor::TwoPathPieces;
use domain::followup::light::LightRule;
use domain::followup::share::Share;
use domain::id::CongressId;
use domain::problem::Problem;
use service::ServiceError;

pub(crate) async fn show(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let found = desk
        .service
        .get_light_settings(&desk.actor, congress, year)
        .await;
    let found = desk.or_page(found)?;
    let frame = desk.frame();
    Ok(view::page(&frame, &found).into_response())
}

pub(crate) async fn set(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let done = match read(&desk.fields) {
        Ok(rule) => {
            desk.service
                .set_light_rule(&desk.actor, congress, rule)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::lights(congress, year)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk
                .service
                .get_light_settings(&desk.actor, congress, year)
                .await;
            let found = desk.or_page(found)?;
            let frame = desk.frame();
            let page = view::page(&frame.against(error.problems()), &found);
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
