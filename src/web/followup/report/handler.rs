//! Showing and taking a report.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{form, view};
use crate::domain::id::ProjectId;
use crate::service::ServiceError;
use crate::web::error::{self, Failure};
use crate::web::form::{Fields, StaffForm};
use crate::web::kit::Frame;
use crate::web::path;
use crate::web::visitor::{App, At, Staff};

pub(in crate::web) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(project): At<ProjectId>,
) -> Result<Response, Failure> {
    let desk = app.service.get_report_desk(&staff.actor, project).await;
    let desk = staff.visitor.go(desk)?;
    let frame = Frame::office(&staff);
    Ok(view::page(&frame, &desk, &staff.token, &Fields::default(), &[]).into_response())
}

pub(in crate::web) async fn write(
    State(app): State<App>,
    At(project): At<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let desk = app.service.get_report_desk(&staff.actor, project).await;
    let desk = staff.visitor.go(desk)?;
    let done = match form::read(project, &desk.plan, &fields) {
        Ok(report) => app.service.write_report(&staff.actor, report).await,
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path::life(project)).into_response()),
        Err(error) if !error.problems().is_empty() => {
            let frame = Frame::office(&staff);
            let page = view::page(&frame, &desk, &staff.token, &fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}
