//! Printing answers with the codes themselves, once; the store never had them in clear.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use super::{sheet, view};
use crate::domain::id::{DeputyId, SittingId};
use crate::domain::problem::Problem;
use crate::domain::session::desk::Kind;
use crate::domain::session::roll::Attendance;
use crate::service::ServiceError;
use crate::service::slips::PrintedSlip;
use crate::web::error::{self, Failure};
use crate::web::form::StaffForm;
use crate::web::forms;
use crate::web::kit::Frame;
use crate::web::path;
use crate::web::visitor::{App, At, Staff};

pub(in crate::web) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(sitting): At<SittingId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .go(app.service.get_roll(&staff.actor, sitting).await)?;
    Ok(view::slips(&Frame::office(&staff), &found, &staff.token, "", &[]).into_response())
}

pub(in crate::web) async fn print(
    State(app): State<App>,
    At(sitting): At<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let base = app.public_url.as_deref().unwrap_or_default();
    let wifi = fields.get("wifi");
    if fields.get("as") == "pdf" {
        // A specimen first: codes that could not be printed would be lost.
        let specimen = [PrintedSlip {
            scanned: String::new(),
            typed: String::new(),
        }];
        let found = staff
            .visitor
            .go(app.service.get_roll(&staff.actor, sitting).await)?;
        let form = forms::slips(&found, base, wifi, &specimen, staff.visitor.place.is_demo);
        forms::pdf(&app, &staff.visitor, "slips", form).await?;
    }
    let printed = match fields.number("number") {
        Ok(number) => {
            let replace = fields.get("replace") == "yes";
            app.service
                .print_slips(&staff.actor, sitting, number, replace)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    let printed = match printed {
        Ok(printed) => printed,
        Err(error) => return again(&app, &staff, sitting, "", error).await,
    };
    if fields.get("as") == "csv" {
        return Ok(csv(base, &printed));
    }
    let found = staff
        .visitor
        .go(app.service.get_roll(&staff.actor, sitting).await)?;
    if fields.get("as") == "pdf" {
        let form = forms::slips(&found, base, wifi, &printed, staff.visitor.place.is_demo);
        return forms::pdf(&app, &staff.visitor, "slips", form).await;
    }
    Ok(sheet::sheet(&Frame::office(&staff), &found, base, &printed).into_response())
}

/// The slips as a file for an office's own printing: no deputy, no order that means anything.
fn csv(base: &str, printed: &[PrintedSlip]) -> Response {
    let mut text = "\u{feff}deputy_no,code,url\r\n".to_owned();
    for slip in printed {
        text.push_str(&format!(
            ",{},{base}{}\r\n",
            slip.typed,
            path::slip(&slip.scanned)
        ));
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"slips.csv\"",
        ),
    ];
    (headers, text).into_response()
}

pub(in crate::web) async fn issue(
    State(app): State<App>,
    At(sitting): At<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let chosen: Vec<DeputyId> = if fields.get("all") == "yes" {
        let roll = staff
            .visitor
            .go(app.service.get_roll(&staff.actor, sitting).await)?;
        let waits = roll
            .lines
            .iter()
            .filter(|line| line.attendance == Attendance::Present)
            .filter(|line| !line.has_slip && line.is_member);
        waits.map(|line| line.deputy).collect()
    } else {
        fields
            .all("deputy")
            .filter_map(|id| id.parse().ok())
            .collect()
    };
    let kind = Kind::from_word(fields.get("kind")).unwrap_or(Kind::Slip);
    let done = if chosen.is_empty() {
        Err(ServiceError::refused(Problem::error("choose-someone")))
    } else {
        app.service
            .hand_out(&staff.actor, sitting, chosen, kind)
            .await
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::slips(sitting)).into_response()),
        Err(error) => again(&app, &staff, sitting, "", error).await,
    }
}

pub(in crate::web) async fn cancel(
    State(app): State<App>,
    At(sitting): At<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let codes = fields.get("codes");
    match app.service.cancel_slips(&staff.actor, sitting, codes).await {
        Ok(_) => Ok(Redirect::to(&path::slips(sitting)).into_response()),
        Err(error) => again(&app, &staff, sitting, codes, error).await,
    }
}

/// The page again with what was refused, and what was typed.
async fn again(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    codes: &str,
    error: ServiceError,
) -> Result<Response, Failure> {
    if error.problems().is_empty() {
        return Err(staff.visitor.fail(error));
    }
    let found = staff
        .visitor
        .go(app.service.get_roll(&staff.actor, sitting).await)?;
    let frame = Frame::office(staff);
    let page = view::slips(&frame, &found, &staff.token, codes, error.problems());
    Ok(error::with_problems(&error, page))
}
