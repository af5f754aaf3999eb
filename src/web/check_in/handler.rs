//! Finding deputies and checking them in. What is typed or scanned is posted, never put into an
//! address: a slip that somebody scans here by mistake must not stay in a history.

use axum::extract::Query;
use axum::response::IntoResponse;
use serde::Deserialize;

use super::view::{self, RollFilter};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::kit;
use crate::visitor::{PathPiece, TwoPathPieces};
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
    PathPiece(sitting): PathPiece<SittingId>,
    Query(tab): Query<DelegationTab>,
    desk: StaffDesk,
) -> Answer {
    let filter = RollFilter {
        delegation: tab.delegation,
        ..RollFilter::default()
    };
    page(&desk, sitting, &filter, Ok(())).await
}

/// Finds deputies by what was typed, or by a check-in card that a scanner typed.
pub(crate) async fn find(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let mut filter = RollFilter::of(&desk.fields);
    filter.delegation.clear();
    if is_slip(&filter.find) {
        filter.find.clear();
        let problem = Problem::error("slip-at-check-in").at("find");
        return page(&desk, sitting, &filter, Err(ServiceError::invalid(problem))).await;
    }
    page(&desk, sitting, &filter, Ok(())).await
}

/// Whether somebody scanned or typed a slip instead of a card.
fn is_slip(text: &str) -> bool {
    let last = text.trim().rsplit('/').next().unwrap_or_default();
    matches!(SlipCode::read(last), Some(SlipCode::Scanned(_)))
}

/// Checks one deputy in, gives leave, or notes an arrival or departure.
pub(crate) async fn act(
    TwoPathPieces(sitting, deputy): TwoPathPieces<SittingId, DeputyId>,
    desk: StaffDesk,
) -> Answer {
    let (service, actor) = (&desk.service, &desk.actor);
    let reason = desk.get("reason");
    let done = match desk.get("what") {
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
            let press = kit::pressed(&desk.fields);
            let moved = service.move_deputy(actor, sitting, deputy, press).await;
            moved.map(drop)
        }
        _ => Err(ServiceError::invalid(Problem::error("choose-someone"))),
    };
    page(&desk, sitting, &RollFilter::of(&desk.fields), done).await
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
    desk: &StaffDesk,
    sitting: SittingId,
    filter: &RollFilter,
    done: Result<(), ServiceError>,
) -> Answer {
    let problems = done.as_ref().err().map_or(&[][..], ServiceError::problems);
    let roll = desk.service.get_roll(&desk.actor, sitting).await;
    let roll = desk.or_page(roll)?;
    let frame = desk.frame();
    let me = desk.actor.account;
    let page = view::check_in(&frame.against(problems), &roll, me, filter);
    match done {
        Ok(()) => Ok(page.into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            Ok(error::with_problems(&error, page))
        }
    }
}
