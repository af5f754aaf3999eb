//! Slips: asked for by one, confirmed by another, shown once; handed out; cancelled.

use axum::response::{IntoResponse, Redirect};

use super::view::{self, PrintingPage};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::forms;
use crate::kit;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::{DeputyId, SittingId};
use domain::problem::Problem;
use domain::sitting::roll::Attendance;
use domain::voting::desk::BallotMedium;
use domain::voting::slip_order::SlipOrder;
use service::ServiceError;
use service::sitting::roll_call::RollView;
use service::voting::unshown_prints::UnshownPrint;

pub(crate) async fn show(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let found = roll(&desk, sitting).await?;
    let fields = Fields::default();
    let printing = printing(&desk, &found, &fields, &[]);
    Ok(view::slips(&desk.frame(), &found, &printing).into_response())
}

async fn roll(desk: &StaffDesk, sitting: SittingId) -> Result<RollView, Failure> {
    let found = desk.service.get_roll(&desk.actor, sitting).await;
    desk.or_page(found)
}

fn printing<'p>(
    desk: &'p StaffDesk,
    found: &RollView,
    typed: &'p Fields,
    problems: &'p [Problem],
) -> PrintingPage<'p> {
    PrintingPage {
        token: &desk.token,
        me: desk.actor.account,
        has_address: desk.app.public_url.is_some(),
        fresh: desk.service.list_fresh_slips(found.sitting.id),
        typed,
        problems,
    }
}

/// One person asks for slips.
pub(crate) async fn ask(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let order = match (desk.app.printed_address(), order(&desk.fields)) {
        (Ok(base), Ok(order)) => {
            // A specimen first: codes that could not be printed would be lost.
            let specimen = UnshownPrint::specimen(sitting);
            let found = roll(&desk, sitting).await?;
            let form = forms::slips(&found, base, "", &specimen, desk.visitor.place.is_demo);
            forms::pdf(&desk.app, &desk.visitor, "slips", form).await?;
            Ok(order)
        }
        (Err(problem), _) => Err(ServiceError::refused(problem)),
        (_, Err(problems)) => Err(ServiceError::Invalid(problems)),
    };
    let done = match order {
        Ok(order) => {
            let asked = desk.service.ask_for_slips(&desk.actor, sitting, order);
            asked.await.map(drop)
        }
        Err(error) => Err(error),
    };
    back(&desk, sitting, &desk.fields, done).await
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
pub(crate) async fn confirm(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let press = kit::pressed(&desk.fields);
    let done = desk.service.confirm_slips(&desk.actor, sitting, press);
    back(&desk, sitting, &desk.fields, done.await).await
}

/// The one print, for the one who asked for it.
pub(crate) async fn print(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let (service, actor) = (&desk.service, &desk.actor);
    let taken = match desk.app.printed_address() {
        Ok(base) => {
            let number = desk.get("print").parse().unwrap_or(0);
            let print = service.take_fresh_slips(actor, sitting, number).await;
            print.map(|print| (print, base))
        }
        Err(problem) => Err(ServiceError::refused(problem)),
    };
    let (print, base) = match taken {
        Ok(taken) => taken,
        Err(error) => return show_refused(&desk, sitting, &desk.fields, error).await,
    };
    match pressed(&desk, &print, base, desk.get("wifi")).await {
        Ok(pdf) => Ok(pdf),
        Err(failure) => {
            // Nobody was shown it: it waits on.
            service.put_fresh_slips_back(print);
            Err(failure)
        }
    }
}

async fn pressed(desk: &StaffDesk, print: &UnshownPrint, base: &str, wifi: &str) -> Answer {
    let found = roll(desk, print.sitting).await?;
    let form = forms::slips(&found, base, wifi, print, desk.visitor.place.is_demo);
    let pdf = forms::pdf(&desk.app, &desk.visitor, "slips", form).await?;
    let noted = desk.service.note_slips_shown(&desk.actor, print).await;
    desk.or_page(noted)?;
    Ok(pdf)
}

/// The slips' page after an act.
async fn back(
    desk: &StaffDesk,
    sitting: SittingId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::slips(sitting)).into_response()),
        Err(error) => show_refused(desk, sitting, fields, error).await,
    }
}

pub(crate) async fn issue(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let is_all = desk.get("all") == "yes";
    let chosen: Vec<DeputyId> = if is_all {
        let roll = roll(&desk, sitting).await?;
        let waits = roll
            .lines
            .iter()
            .filter(|line| line.attendance == Attendance::Present)
            .filter(|line| !line.has_slip && line.is_member);
        waits.map(|line| line.deputy).collect()
    } else {
        desk.fields
            .all("deputy")
            .filter_map(|id| id.parse().ok())
            .collect()
    };
    let kind = BallotMedium::from_word(desk.get("kind")).unwrap_or(BallotMedium::Slip);
    let done = if chosen.is_empty() {
        let code = if is_all {
            "slips-all-drawn"
        } else {
            "choose-someone"
        };
        Err(ServiceError::refused(Problem::error(code)))
    } else {
        desk.service
            .hand_out(&desk.actor, sitting, chosen, kind)
            .await
    };
    back(&desk, sitting, &desk.fields, done).await
}

pub(crate) async fn cancel(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let codes = desk.get("codes");
    let done = desk.service.cancel_slips(&desk.actor, sitting, codes).await;
    back(&desk, sitting, &desk.fields, done.map(drop)).await
}

/// The page again with what was refused, and what was typed.
async fn show_refused(
    desk: &StaffDesk,
    sitting: SittingId,
    fields: &Fields,
    error: ServiceError,
) -> Answer {
    let error = desk.refused(error)?;
    let found = roll(desk, sitting).await?;
    let frame = desk.frame();
    let printing = printing(desk, &found, fields, error.problems());
    let page = view::slips(&frame, &found, &printing);
    Ok(error::with_problems(&error, page))
}
