//! The lists of a year, and the form in which a review is planned and corrected.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::{form, list, sheet};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::id::{CongressId, ReviewId};
use domain::problem::Problem;

pub(crate) async fn list(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
) -> Result<Response, Failure> {
    list_of(&app, &staff, Some(congress), year).await
}

pub(crate) async fn list_advisory(
    State(app): State<App>,
    staff: Staff,
    PathPiece(year): PathPiece<i16>,
) -> Result<Response, Failure> {
    list_of(&app, &staff, None, year).await
}

async fn list_of(
    app: &App,
    staff: &Staff,
    congress: Option<CongressId>,
    year: i16,
) -> Result<Response, Failure> {
    let found = app.service.list_reviews(&staff.actor, congress, year).await;
    let found = staff.visitor.or_page(found)?;
    Ok(list::page(&Frame::office(staff), &found).into_response())
}

pub(crate) async fn offer(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
) -> Result<Response, Failure> {
    let page = new_page(
        &app,
        &staff,
        (Some(congress), year),
        &Fields::default(),
        &[],
    )
    .await?;
    Ok(page.into_response())
}

pub(crate) async fn offer_advisory(
    State(app): State<App>,
    staff: Staff,
    PathPiece(year): PathPiece<i16>,
) -> Result<Response, Failure> {
    let page = new_page(&app, &staff, (None, year), &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn plan(
    State(app): State<App>,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    plan_for(&app, &staff, (Some(congress), year), &fields).await
}

pub(crate) async fn plan_advisory(
    State(app): State<App>,
    PathPiece(year): PathPiece<i16>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    plan_for(&app, &staff, (None, year), &fields).await
}

async fn plan_for(
    app: &App,
    staff: &Staff,
    whose: (Option<CongressId>, i16),
    fields: &Fields,
) -> Result<Response, Failure> {
    let asked = form::sheet(fields);
    let done = app.service.plan_review(&staff.actor, whose.0, asked).await;
    match done {
        Ok(review) => Ok(Redirect::to(&path::manage_review(review)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = new_page(app, staff, whose, fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn new_page(
    app: &App,
    staff: &Staff,
    (congress, year): (Option<CongressId>, i16),
    fields: &Fields,
    problems: &[Problem],
) -> Result<Markup, Failure> {
    let offer = app.service.get_new_review(&staff.actor, congress).await;
    let offer = staff.visitor.or_page(offer)?;
    let frame = Frame::office(staff);
    Ok(sheet::page(
        &frame,
        &offer,
        year,
        &staff.token,
        fields,
        problems,
    ))
}

pub(crate) async fn show_edit(
    State(app): State<App>,
    staff: Staff,
    PathPiece(review): PathPiece<ReviewId>,
) -> Result<Response, Failure> {
    let page = edit_page(&app, &staff, review, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn change(
    State(app): State<App>,
    PathPiece(review): PathPiece<ReviewId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let typed = form::sheet(&fields);
    let done = app.service.change_review(&staff.actor, review, typed).await;
    match done {
        Ok(()) => Ok(Redirect::to(&path::manage_review(review)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = edit_page(&app, &staff, review, &fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn edit_page(
    app: &App,
    staff: &Staff,
    review: ReviewId,
    fields: &Fields,
    problems: &[Problem],
) -> Result<Markup, Failure> {
    let offer = app.service.get_review_form(&staff.actor, review).await;
    let offer = staff.visitor.or_page(offer)?;
    let year = offer.review.as_ref().map_or(0, |review| review.year);
    let frame = Frame::office(staff);
    Ok(sheet::page(
        &frame,
        &offer,
        year,
        &staff.token,
        fields,
        problems,
    ))
}
