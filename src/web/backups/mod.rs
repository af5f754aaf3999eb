//! Backups beside a running server: the administrator presses a button, a file and its manifest are
//! written into the folder that the configuration names.

mod view;

use crate::at_desk::{Answer, StaffDesk};
use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::Administer;

use std::path::Path;

use axum::response::{IntoResponse, Redirect};
use maud::Markup;

use crate::error::{self, Failure};
use crate::path;
use domain::problem::Problem;
use service::ServiceError;
use service::installation::backups::list_backups;

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
        Some(folder) => desk.service.back_up(&desk.actor, folder).await.map(drop),
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
    let folder: Option<&Path> = desk.app.backups.as_deref();
    let made = folder.map(list_backups).unwrap_or_default();
    let checked = desk.or_page(desk.service.find_check(&desk.actor))?;
    let restored_at = desk.service.find_restoring(&desk.actor).await;
    let restored_at = desk.or_page(restored_at)?;
    let frame = desk.frame();
    let shown = view::BackupsPage {
        folder,
        made: &made,
        problems,
        checked: checked.as_ref(),
        restored_at,
    };
    Ok(view::backups(&frame, &shown))
}
