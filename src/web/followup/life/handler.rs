//! Showing a project's life, and noting the facts at its end.

use axum::response::{IntoResponse, Redirect};

use super::view::{self, PageRights};
use crate::at_desk::{Answer, StaffDesk};
use crate::path;
use crate::visitor::PathPiece;
use domain::access::{self, Action, Actor};
use domain::followup::fact::FactKind;
use domain::id::{ProjectId, ReportId};
use service::followup::life::ProjectHistory;

pub(crate) async fn show(PathPiece(project): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let life = desk.or_page(desk.service.get_life(&desk.actor, project).await)?;
    let may = may(&desk.actor, &life);
    Ok(view::office(&desk.frame(), &life, may).into_response())
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
    PathPiece(report): PathPiece<ReportId>,
    desk: StaffDesk,
) -> Answer {
    let done = desk.service.check_report(&desk.actor, report).await;
    let project = desk.or_page(done)?;
    Ok(Redirect::to(&path::life(project)).into_response())
}

pub(crate) async fn note_fact(
    kind: FactKind,
    PathPiece(project): PathPiece<ProjectId>,
    desk: StaffDesk,
) -> Answer {
    let on = desk.get("on").trim().parse().ok();
    let document = desk.get("document");
    let done = desk
        .service
        .note_fact(&desk.actor, project, kind, on, document);
    desk.or_page(done.await)?;
    Ok(Redirect::to(&path::life(project)).into_response())
}
