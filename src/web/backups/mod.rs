//! Backups beside a running server: the administrator presses a button, a file and its manifest are
//! written into the folder that the configuration names.

mod view;

use std::path::Path;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use crate::error::{self, Failure};
use crate::form::StaffForm;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, Staff};
use domain::problem::Problem;
use service::ServiceError;
use service::installation::backups::list_backups;

pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    Ok(page(&app, &staff, &[]).await?.into_response())
}

pub(crate) async fn make(
    State(app): State<App>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = match &app.backups {
        Some(folder) => app.service.back_up(&staff.actor, folder).await.map(drop),
        None => {
            let refusals = app.service.find_backup_refusals(&staff.actor).await;
            refusals.and(Err(ServiceError::invalid(Problem::error("backup-place"))))
        }
    };
    match done {
        Ok(()) => Ok(Redirect::to(path::BACKUPS).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = page(&app, &staff, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(app: &App, staff: &Staff, problems: &[Problem]) -> Result<Markup, Failure> {
    let refusals = app.service.find_backup_refusals(&staff.actor).await;
    let refusals = staff.visitor.or_page(refusals)?;
    let folder: Option<&Path> = app.backups.as_deref();
    let made = folder.map(list_backups).unwrap_or_default();
    let checked = staff
        .visitor
        .or_page(app.service.find_check(&staff.actor))?;
    let frame = Frame::office(staff);
    let shown = view::BackupsPage {
        folder,
        made: &made,
        refusals: &refusals,
        problems,
        checked: checked.as_ref(),
    };
    Ok(view::backups(&frame, &staff.token, &shown))
}
