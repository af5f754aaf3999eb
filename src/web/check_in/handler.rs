//! Finding deputies and checking them in. What is typed or scanned is posted, never put into an
//! address: a slip that somebody scans here by mistake must not stay in a history.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::view::{self, RollFilter};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::id::{DeputyId, SittingId};
use domain::problem::Problem;
use domain::sitting::roll::Attendance;
use domain::voting::slip_code::SlipCode;
use service::ServiceError;

/// The delegation whose tab is open.
#[derive(Deserialize)]
pub(crate) struct DelegationTab {
    #[serde(default)]
    delegation: String,
}

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(sitting): PathPiece<SittingId>,
    Query(tab): Query<DelegationTab>,
) -> Result<Response, Failure> {
    let filter = RollFilter {
        delegation: tab.delegation,
        ..RollFilter::default()
    };
    page(&app, &staff, sitting, &filter, Ok(())).await
}

/// Finds deputies by what was typed, or by a check-in card that a scanner typed.
pub(crate) async fn find(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let mut filter = RollFilter::of(&fields);
    filter.delegation.clear();
    if is_slip(&filter.find) {
        filter.find.clear();
        let problem = Problem::error("slip-at-check-in").at("find");
        return page(
            &app,
            &staff,
            sitting,
            &filter,
            Err(ServiceError::invalid(problem)),
        )
        .await;
    }
    page(&app, &staff, sitting, &filter, Ok(())).await
}

/// Whether somebody scanned or typed a slip instead of a card.
fn is_slip(text: &str) -> bool {
    let last = text.trim().rsplit('/').next().unwrap_or_default();
    matches!(SlipCode::read(last), Some(SlipCode::Scanned(_)))
}

/// Checks one deputy in, gives leave, or notes an arrival or departure.
pub(crate) async fn act(
    State(app): State<App>,
    TwoPathPieces(sitting, deputy): TwoPathPieces<SittingId, DeputyId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (service, actor) = (&app.service, &staff.actor);
    let reason = fields.get("reason");
    let done = match fields.get("what") {
        "present" => {
            let here = vec![(deputy, Attendance::Present)];
            service.keep_roll(actor, sitting, here).await
        }
        "absent" => {
            let away = vec![(deputy, Attendance::Absent)];
            service.keep_roll(actor, sitting, away).await
        }
        "leave" => service.give_leave(actor, sitting, deputy, reason).await,
        "move" => {
            let press = kit::pressed(&fields);
            let moved = service.move_deputy(actor, sitting, deputy, press).await;
            moved.map(drop)
        }
        _ => Err(ServiceError::invalid(Problem::error("choose-someone"))),
    };
    page(&app, &staff, sitting, &RollFilter::of(&fields), done).await
}

impl RollFilter {
    fn of(fields: &Fields) -> Self {
        Self {
            find: fields.get("find").trim().to_owned(),
            delegation: fields.get("delegation").to_owned(),
            reason: fields.get("reason").to_owned(),
        }
    }
}

async fn page(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    filter: &RollFilter,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    let problems = done.as_ref().err().map_or(&[][..], ServiceError::problems);
    let roll = app.service.get_roll(&staff.actor, sitting).await;
    let roll = staff.visitor.or_page(roll)?;
    let frame = Frame::office(staff);
    let me = staff.actor.account;
    let page = view::check_in(&frame, &roll, &staff.token, me, filter, problems);
    match done {
        Ok(()) => Ok(page.into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            Ok(error::with_problems(&error, page))
        }
    }
}
