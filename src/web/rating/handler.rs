//! Rating a project on a phone, and what the office does with what was said.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;

use super::view::{self, RatingAnswer};
use crate::error::{self, Failure};
use crate::form::{Fields, OpenForm, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{Address, App, Device, PathPiece, Staff, Visitor};
use domain::followup::rating::RatingWord;
use domain::id::{ProjectId, RatingId};
use domain::problem::Problem;
use service::ServiceError;
use service::access::sender::Sender;
use service::followup::ratings::RatingOutcome;

pub(crate) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(project): PathPiece<ProjectId>,
    jar: CookieJar,
) -> Result<Response, Failure> {
    let found = visitor.or_page(app.service.get_rating_page(project).await)?;
    let jar = Device::Ratings.keep(&app, &visitor, jar)?;
    let page = view::form(&Frame::of(&visitor), &found, &Fields::default(), &[]);
    Ok((jar, page).into_response())
}

pub(crate) async fn rate(
    State(app): State<App>,
    PathPiece(project): PathPiece<ProjectId>,
    Address(address): Address,
    jar: CookieJar,
    OpenForm { visitor, fields }: OpenForm,
) -> Result<Response, Failure> {
    let device = Device::Ratings.named(&app, &jar);
    let sender = Sender { address, device };
    let said = RatingWord::from_word(fields.get("word"));
    let done = match said {
        Some(word) => {
            let remark = fields.get("remark");
            app.service.rate(project, word, remark, &sender).await
        }
        None => {
            let problem = Problem::error("rating-missing").at("word");
            Err(ServiceError::invalid(problem))
        }
    };
    let found = visitor.or_page(app.service.get_rating_page(project).await)?;
    let frame = Frame::of(&visitor);
    match done {
        Ok(RatingOutcome::In) => {
            Ok(view::after(&frame, &found, RatingAnswer::Thanks, &fields).into_response())
        }
        Ok(RatingOutcome::Before) => {
            Ok(view::after(&frame, &found, RatingAnswer::Before, &fields).into_response())
        }
        Ok(RatingOutcome::ComeBack(wait)) => {
            let page = view::after(&frame, &found, RatingAnswer::Later, &fields);
            Ok(error::too_many(page, wait.seconds))
        }
        Err(refused) => {
            let refused = visitor.refused(refused)?;
            let page = view::form(&frame, &found, &fields, refused.problems());
            Ok(error::with_problems(&refused, page))
        }
    }
}

pub(crate) async fn sign(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(project): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let found = visitor.or_page(app.service.get_rating_page(project).await)?;
    let base = app.printed_address().map_err(ServiceError::refused);
    let base = visitor.or_page(base)?;
    Ok(view::sign(&Frame::of(&visitor), &found, base).into_response())
}

pub(crate) async fn list(
    State(app): State<App>,
    staff: Staff,
    PathPiece(project): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let got = app.service.get_ratings(&staff.actor, project).await;
    let found = staff.visitor.or_page(got)?;
    Ok(view::office(&Frame::office(&staff), &found, &staff.token).into_response())
}

pub(crate) async fn find(
    State(app): State<App>,
    PathPiece(rating): PathPiece<RatingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let text = fields.get("text");
    let done = app
        .service
        .find_from_rating(&staff.actor, rating, text)
        .await;
    let finding = staff.visitor.or_page(done)?;
    Ok(Redirect::to(&path::finding(finding)).into_response())
}
