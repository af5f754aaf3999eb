//! Showing the groups, keeping one.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::followup::may_supervise;
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::CongressId;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let found = app.service.list_groups(&staff.actor, congress).await;
    let found = staff.visitor.or_page(found)?;
    let token = may_supervise(&staff.actor, congress).then_some(staff.token.as_str());
    let year = app.service.today().year();
    let frame = Frame::office(&staff);
    let page = view::page(&frame, &found, year, token, (&Fields::default(), &[]));
    Ok(page.into_response())
}

pub(crate) async fn keep(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (name, members) = (fields.get("name"), fields.get("members"));
    let kept = app
        .service
        .keep_group(&staff.actor, congress, name, members);
    match kept.await {
        Ok(()) => Ok(Redirect::to(&path::groups(congress)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.list_groups(&staff.actor, congress).await;
            let found = staff.visitor.or_page(found)?;
            let year = app.service.today().year();
            let frame = Frame::office(&staff);
            let shown = (&fields, error.problems());
            let page = view::page(&frame, &found, year, Some(&staff.token), shown);
            Ok(error::with_problems(&error, page))
        }
    }
}
