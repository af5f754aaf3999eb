//! Slips: asked for by one, confirmed by another, shown once; handed out; cancelled.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view::{self, PrintingPage};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::forms;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::{DeputyId, SittingId};
use domain::problem::Problem;
use domain::sitting::roll::Attendance;
use domain::voting::desk::BallotMedium;
use domain::voting::slip_order::SlipOrder;
use service::ServiceError;
use service::sitting::roll_call::RollView;
use service::voting::unshown_prints::UnshownPrint;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(sitting): PathPiece<SittingId>,
) -> Result<Response, Failure> {
    let found = roll(&app, &staff, sitting).await?;
    let fields = Fields::default();
    let printing = printing(&app, &staff, &found, &fields, &[]);
    Ok(view::slips(&Frame::office(&staff), &found, &printing).into_response())
}

async fn roll(app: &App, staff: &Staff, sitting: SittingId) -> Result<RollView, Failure> {
    let found = app.service.get_roll(&staff.actor, sitting).await;
    staff.visitor.or_page(found)
}

fn printing<'p>(
    app: &App,
    staff: &'p Staff,
    found: &RollView,
    typed: &'p Fields,
    problems: &'p [Problem],
) -> PrintingPage<'p> {
    PrintingPage {
        token: &staff.token,
        me: staff.actor.account,
        has_address: app.public_url.is_some(),
        fresh: app.service.list_fresh_slips(found.sitting.id),
        typed,
        problems,
    }
}

/// One person asks for slips.
pub(crate) async fn ask(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let order = match (app.printed_address(), order(&fields)) {
        (Ok(base), Ok(order)) => {
            // A specimen first: codes that could not be printed would be lost.
            let specimen = UnshownPrint::specimen(sitting);
            let found = roll(&app, &staff, sitting).await?;
            let form = forms::slips(&found, base, "", &specimen, staff.visitor.place.is_demo);
            forms::pdf(&app, &staff.visitor, "slips", form).await?;
            Ok(order)
        }
        (Err(problem), _) => Err(ServiceError::refused(problem)),
        (_, Err(problems)) => Err(ServiceError::Invalid(problems)),
    };
    let done = match order {
        Ok(order) => {
            let asked = app.service.ask_for_slips(&staff.actor, sitting, order);
            asked.await.map(drop)
        }
        Err(error) => Err(error),
    };
    back(&app, &staff, sitting, &fields, done).await
}

/// What was typed, as an order.
fn order(fields: &Fields) -> Result<SlipOrder, Vec<Problem>> {
    let lost = fields.get("lost").parse().ok();
    match fields.number("number") {
        Ok(number) => SlipOrder::of(number, lost, fields.get("reason")),
        Err(problem) => Err(vec![problem]),
    }
}

/// A second person confirms what was asked for and shown.
pub(crate) async fn confirm(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let press = kit::pressed(&fields);
    let done = app.service.confirm_slips(&staff.actor, sitting, press);
    back(&app, &staff, sitting, &fields, done.await).await
}

/// The one print, for the one who asked for it.
pub(crate) async fn print(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (service, actor) = (&app.service, &staff.actor);
    let taken = match app.printed_address() {
        Ok(base) => {
            let number = fields.get("print").parse().unwrap_or(0);
            let print = service.take_fresh_slips(actor, sitting, number).await;
            print.map(|print| (print, base))
        }
        Err(problem) => Err(ServiceError::refused(problem)),
    };
    let (print, base) = match taken {
        Ok(taken) => taken,
        Err(error) => return show_refused(&app, &staff, sitting, &fields, error).await,
    };
    match pressed(&app, &staff, &print, base, fields.get("wifi")).await {
        Ok(pdf) => Ok(pdf),
        Err(failure) => {
            // Nobody was shown it: it waits on.
            service.put_fresh_slips_back(print);
            Err(failure)
        }
    }
}

async fn pressed(
    app: &App,
    staff: &Staff,
    print: &UnshownPrint,
    base: &str,
    wifi: &str,
) -> Result<Response, Failure> {
    let found = roll(app, staff, print.sitting).await?;
    let form = forms::slips(&found, base, wifi, print, staff.visitor.place.is_demo);
    let pdf = forms::pdf(app, &staff.visitor, "slips", form).await?;
    let noted = app.service.note_slips_shown(&staff.actor, print).await;
    staff.visitor.or_page(noted)?;
    Ok(pdf)
}

/// The slips' page after an act.
async fn back(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::slips(sitting)).into_response()),
        Err(error) => show_refused(app, staff, sitting, fields, error).await,
    }
}

pub(crate) async fn issue(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let is_all = fields.get("all") == "yes";
    let chosen: Vec<DeputyId> = if is_all {
        let roll = roll(&app, &staff, sitting).await?;
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
    let kind = BallotMedium::from_word(fields.get("kind")).unwrap_or(BallotMedium::Slip);
    let done = if chosen.is_empty() {
        let code = if is_all {
            "slips-all-drawn"
        } else {
            "choose-someone"
        };
        Err(ServiceError::refused(Problem::error(code)))
    } else {
        app.service
            .hand_out(&staff.actor, sitting, chosen, kind)
            .await
    };
    back(&app, &staff, sitting, &fields, done).await
}

pub(crate) async fn cancel(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let codes = fields.get("codes");
    let done = app.service.cancel_slips(&staff.actor, sitting, codes).await;
    back(&app, &staff, sitting, &fields, done.map(drop)).await
}

/// The page again with what was refused, and what was typed.
async fn show_refused(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    fields: &Fields,
    error: ServiceError,
) -> Result<Response, Failure> {
    let error = staff.visitor.refused(error)?;
    let found = roll(app, staff, sitting).await?;
    let frame = Frame::office(staff);
    let printing = printing(app, staff, &found, fields, error.problems());
    let page = view::slips(&frame, &found, &printing);
    Ok(error::with_problems(&error, page))
}
