//! Backups beside a running server: the administrator presses a button, a file and its manifest are
//! written into the folder that the configuration names.

mod view;

use crate::at_desk::{Answer, StaffDesk};
use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::Administer;

use axum::response::{IntoResponse, Redirect};
use maud::Markup;

use crate::error::{self, Failure};
use crate::path;
use domain::problem::Problem;
use service::ServiceError;
use service::installation::backup_place::{BackupPlace, list_backups};

table! {
    /// Backups, for the administrator of a running server.
    pages;
    /// Backups of the whole prefecture.
    BACKUPS = "/manage/backups" {
        reads: May(Administer) => show;
        writes: May(Administer) => make;
    }
}

pub(crate) async fn show(desk: StaffDesk) -> Answer {
    Ok(page(&desk, &[]).await?.into_response())
}

pub(crate) async fn make(desk: StaffDesk) -> Answer {
    let done = match &desk.app.backups {
        Some(place) => desk.service.back_up(&desk.actor, place).await.map(drop),
        None => Err(ServiceError::invalid(Problem::error("backup-place"))),
    };
    match done {
        Ok(()) => Ok(Redirect::to(path::BACKUPS).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = page(&desk, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(desk: &StaffDesk, problems: &[Problem]) -> Result<Markup, Failure> {
    let place: Option<&BackupPlace> = desk.app.backups.as_deref();
    let made = place
        .map(|place| list_backups(&place.folder))
        .unwrap_or_default();
    let checked = desk.or_page(desk.service.find_check(&desk.actor))?;
    let restored_at = desk.service.find_restoring(&desk.actor).await;
    let restored_at = desk.or_page(restored_at)?;
    let frame = desk.frame();
    let shown = view::BackupsPage {
        place,
        made: &made,
        now: desk.service.clock().now(),
        problems,
        checked: checked.as_ref(),
        restored_at,
    };
    Ok(view::backups(&frame, &shown))
}
