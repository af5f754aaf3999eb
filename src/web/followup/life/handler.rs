//! Showing a project's life, and noting the facts at its end.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view::{self, PageRights};
use crate::error::Failure;
use crate::form::StaffForm;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::access::{self, Action, Actor};
use domain::followup::fact::FactKind;
use domain::id::{ProjectId, ReportId};
use service::followup::life::ProjectHistory;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(project): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let life = staff
        .visitor
        .or_page(app.service.get_life(&staff.actor, project).await)?;
    let may = may(&staff.actor, &life);
    Ok(view::office(&Frame::office(&staff), &life, may, &staff.token).into_response())
}

/// What an actor may do with a project: the table of permissions, and whose unit it is.
fn may(actor: &Actor, life: &ProjectHistory) -> PageRights {
    let may = |action| access::may(actor, action, Some(life.congress.id)).is_ok();
    let is_own = match (&life.unit, actor.unit) {
        (Some(unit), Some(own)) => unit.id == own,
        (None, Some(_)) => false,
        (_, None) => true,
    };
    PageRights {
        report: is_own && may(Action::Report),
        check: is_own && may(Action::CheckReport),
        inspect: may(Action::Inspect),
        supervise: may(Action::Supervise),
    }
}

pub(crate) async fn check_report(
    State(app): State<App>,
    PathPiece(report): PathPiece<ReportId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.check_report(&staff.actor, report).await;
    let project = staff.visitor.or_page(done)?;
    Ok(Redirect::to(&path::life(project)).into_response())
}

pub(crate) async fn note_fact(
    kind: FactKind,
    State(app): State<App>,
    PathPiece(project): PathPiece<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let on = fields.get("on").trim().parse().ok();
    let document = fields.get("document");
    let done = app
        .service
        .note_fact(&staff.actor, project, kind, on, document);
    staff.visitor.or_page(done.await)?;
    Ok(Redirect::to(&path::life(project)).into_response())
}
