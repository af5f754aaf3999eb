//! The lists of a year, and the form in which a review is planned and corrected.

use axum::response::{IntoResponse, Redirect};
use maud::Markup;

use super::{form, list, sheet};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::id::{CongressId, ReviewId};
use domain::problem::Problem;

pub(crate) async fn list(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    list_of(&desk, Some(congress), year).await
}

pub(crate) async fn list_advisory(PathPiece(year): PathPiece<i16>, desk: StaffDesk) -> Answer {
    list_of(&desk, None, year).await
}

async fn list_of(desk: &StaffDesk, congress: Option<CongressId>, year: i16) -> Answer {
    let found = desk.service.list_reviews(&desk.actor, congress, year).await;
    let found = desk.or_page(found)?;
    Ok(list::page(&desk.frame(), &found).into_response())
}

pub(crate) async fn offer(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let page = new_page(&desk, (Some(congress), year), &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn offer_advisory(PathPiece(year): PathPiece<i16>, desk: StaffDesk) -> Answer {
    let page = new_page(&desk, (None, year), &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn plan(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    plan_for(&desk, (Some(congress), year), &desk.fields).await
}

pub(crate) async fn plan_advisory(PathPiece(year): PathPiece<i16>, desk: StaffDesk) -> Answer {
    plan_for(&desk, (None, year), &desk.fields).await
}

async fn plan_for(desk: &StaffDesk, whose: (Option<CongressId>, i16), fields: &Fields) -> Answer {
    let asked = form::sheet(fields);
    let done = desk.service.plan_review(&desk.actor, whose.0, asked).await;
    match done {
        Ok(review) => Ok(Redirect::to(&path::manage_review(review)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = new_page(desk, whose, fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn new_page(
    desk: &StaffDesk,
    (congress, year): (Option<CongressId>, i16),
    fields: &Fields,
    problems: &[Problem],
) -> Result<Markup, Failure> {
    let offer = desk.service.get_new_review(&desk.actor, congress).await;
    let offer = desk.or_page(offer)?;
    let frame = desk.frame();
    Ok(sheet::page(
        &frame.typing(fields).against(problems),
        &offer,
        year,
    ))
}

pub(crate) async fn show_edit(PathPiece(review): PathPiece<ReviewId>, desk: StaffDesk) -> Answer {
    let page = edit_page(&desk, review, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn change(PathPiece(review): PathPiece<ReviewId>, desk: StaffDesk) -> Answer {
    let typed = form::sheet(&desk.fields);
    let done = desk.service.change_review(&desk.actor, review, typed).await;
    match done {
        Ok(()) => Ok(Redirect::to(&path::manage_review(review)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = edit_page(&desk, review, &desk.fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn edit_page(
    desk: &StaffDesk,
    review: ReviewId,
    fields: &Fields,
    problems: &[Problem],
) -> Result<Markup, Failure> {
    let offer = desk.service.get_review_form(&desk.actor, review).await;
    let offer = desk.or_page(offer)?;
    let year = offer.review.as_ref().map_or(0, |review| review.year);
    let frame = desk.frame();
    Ok(sheet::page(
        &frame.typing(fields).against(problems),
        &offer,
        year,
    ))
}
