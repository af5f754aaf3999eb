//! Requests of candidate lists.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{form, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, At, At2, Staff};
use domain::access::Action;
use domain::id::ListId;
use domain::library::list::ListAct;
use domain::problem::Problem;
use service::ServiceError;
use service::library::listing::Review;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(id): At<ListId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .go(app.service.get_list(&staff.actor, id).await)?;
    let (frame, typed) = (Frame::office(&staff), Fields::default());
    Ok(view::list(&frame, &found, keys(&staff), &typed, &[]).into_response())
}

/// The form token, and the account that looks at the page.
fn keys(staff: &Staff) -> (&str, i64) {
    (
        &staff.token,
        staff.actor.account.map_or(0, |account| account.0),
    )
}

/// Who may not hears that first, and nothing of the form.
async fn require(app: &App, staff: &Staff, id: ListId, action: Action) -> Result<(), Failure> {
    let may = app.service.require_for_list(&staff.actor, id, action).await;
    staff.visitor.go(may)
}

async fn again(
    app: &App,
    staff: &Staff,
    id: ListId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::candidate_list(id)).into_response()),
        Err(error @ (ServiceError::Invalid(_) | ServiceError::Refused(_))) => {
            let found = staff
                .visitor
                .go(app.service.get_list(&staff.actor, id).await)?;
            let frame = Frame::office(staff);
            let page = view::list(&frame, &found, keys(staff), fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}

pub(crate) async fn save(
    State(app): State<App>,
    At(id): At<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    require(&app, &staff, id, Action::KeepLibrary).await?;
    let done = match (form::read(&fields), fields.number("places")) {
        (Ok(lines), Ok(places)) => app.service.set_list(&staff.actor, id, places, lines).await,
        (Err(problem), _) | (_, Err(problem)) => Err(ServiceError::invalid(problem)),
    };
    again(&app, &staff, id, &fields, done).await
}

/// A named act on a list.
pub(crate) async fn act(
    State(app): State<App>,
    At2(id, act): At2<ListId, String>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    require(&app, &staff, id, Action::KeepLibrary).await?;
    let (service, actor) = (&app.service, &staff.actor);
    let done = match ListAct::from_word(&act) {
        Some(ListAct::Review) => match fields.get("on").trim().parse() {
            Ok(on) => {
                let how = fields.get("how").to_owned();
                service.review_list(actor, id, Review { on, how }).await
            }
            Err(_) => Err(ServiceError::invalid(Problem::error("date-form").at("on"))),
        },
        Some(ListAct::Fix) => service.fix_list(actor, id).await,
        Some(ListAct::Reopen) => service.reopen_list(actor, id).await,
        Some(ListAct::Freeze | ListAct::Revise) | None => {
            return Err(Failure::no_such_page(staff.visitor));
        }
    };
    again(&app, &staff, id, &fields, done).await
}

pub(crate) async fn revise(
    State(app): State<App>,
    At(id): At<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    require(&app, &staff, id, Action::ReviseSlate).await?;
    let done = match form::read(&fields) {
        Ok(lines) => {
            let reason = fields.get("reason");
            app.service
                .ask_revision(&staff.actor, id, lines, reason)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    again(&app, &staff, id, &fields, done).await
}

pub(crate) async fn confirm(
    State(app): State<App>,
    At(id): At<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let press = kit::pressed(&fields);
    let done = app.service.confirm_revision(&staff.actor, id, press).await;
    again(&app, &staff, id, &fields, done.map(drop)).await
}

pub(crate) async fn drop_revision(
    State(app): State<App>,
    At(id): At<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.drop_revision(&staff.actor, id).await;
    again(&app, &staff, id, &fields, done).await
}
