//! The desk's acts, each a form of its own.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, At, At2, Staff};
use domain::id::SittingId;
use service::ServiceError;
use service::exchanging::DeskAct;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(sitting): At<SittingId>,
) -> Result<Response, Failure> {
    let roll = app.service.get_roll(&staff.actor, sitting).await;
    let roll = staff.visitor.go(roll)?;
    let frame = Frame::office(&staff);
    Ok(view::desk(&frame, &roll, &staff.token, &Fields::default(), &[]).into_response())
}

pub(crate) async fn act(
    State(app): State<App>,
    At2(sitting, act): At2<SittingId, String>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (service, actor) = (&app.service, &staff.actor);
    let done = match (act.as_str(), DeskAct::from_word(&act)) {
        (_, Some(act)) => {
            let seen = fields.seen_times();
            service.act_at_desk(actor, sitting, act, seen).await
        }
        ("take-slip", _) => {
            service
                .hand_in_slip(actor, sitting, fields.get("code"))
                .await
        }
        ("reserve", _) => match fields.number("reserve") {
            Ok(reserve) => {
                let (reason, draw) = (fields.get("reason"), fields.get("latecomers") == "yes");
                service
                    .keep_reserve(actor, sitting, reserve, reason, draw)
                    .await
            }
            Err(problem) => Err(ServiceError::invalid(problem)),
        },
        (_, None) => return Err(Failure::no_such_page(staff.visitor)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::desk(sitting)).into_response()),
        Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
            let roll = app.service.get_roll(&staff.actor, sitting).await;
            let roll = staff.visitor.go(roll)?;
            let frame = Frame::office(&staff);
            let page = view::desk(&frame, &roll, &staff.token, &fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}
