//! Rating a project on a phone, and what the office does with what was said.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum_extra::extract::cookie::CookieJar;

use super::view::{self, RatingAnswer};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::OpenForm;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{Address, App, Device, PathPiece, Visitor};
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
) -> Answer {
    let found = visitor.or_page(app.service.get_rating_page(project).await)?;
    let jar = Device::Ratings.keep(&app, &visitor, jar)?;
    let page = view::form(&Frame::of(&visitor), &found);
    Ok((jar, page).into_response())
}

pub(crate) async fn rate(
    State(app): State<App>,
    PathPiece(project): PathPiece<ProjectId>,
    Address(address): Address,
    jar: CookieJar,
    OpenForm { visitor, fields }: OpenForm,
) -> Answer {
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
            Ok(view::after(&frame.typing(&fields), &found, RatingAnswer::Thanks).into_response())
        }
        Ok(RatingOutcome::Before) => {
            Ok(view::after(&frame.typing(&fields), &found, RatingAnswer::Before).into_response())
        }
        Ok(RatingOutcome::ComeBack(wait)) => {
            let page = view::after(&frame.typing(&fields), &found, RatingAnswer::Later);
            Ok(error::too_many(page, wait.seconds))
        }
        Err(refused) => {
            let refused = visitor.refused(refused)?;
            let page = view::form(&frame.typing(&fields).against(refused.problems()), &found);
            Ok(error::with_problems(&refused, page))
        }
    }
}

pub(crate) async fn sign(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(project): PathPiece<ProjectId>,
) -> Answer {
    let found = visitor.or_page(app.service.get_rating_page(project).await)?;
    let base = app.printed_address().map_err(ServiceError::refused);
    let base = visitor.or_page(base)?;
    Ok(view::sign(&Frame::of(&visitor), &found, base).into_response())
}

pub(crate) async fn list(PathPiece(project): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let got = desk.service.get_ratings(&desk.actor, project).await;
    let found = desk.or_page(got)?;
    Ok(view::office(&desk.frame(), &found).into_response())
}

pub(crate) async fn find(PathPiece(rating): PathPiece<RatingId>, desk: StaffDesk) -> Answer {
    let text = desk.get("text");
    let done = desk
        .service
        .find_from_rating(&desk.actor, rating, text)
        .await;
    let finding = desk.or_page(done)?;
    Ok(Redirect::to(&path::finding(finding)).into_response())
}
