//! The resident's path: a form, a receipt, and what became of the lead.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;

use super::form_view::{self, FilledForm};
use super::{followed, form};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::headers;
use crate::kit::Frame;
use crate::path;
use crate::photo_form::OpenPhotoForm;
use crate::visitor::{Address, App, Device, PathPiece, TwoPathPieces, Visitor};
use domain::id::CallId;
use domain::leads::call::CallPhase;
use domain::leads::kind::LeadOrigin;
use domain::leads::receipt::{Receipt, ReceiptError};
use domain::picture::PictureName;
use domain::problem::{Nature, Problem};
use service::ServiceError;
use service::access::resident_limits::RetryAfter;
use service::access::sender::Sender;
use service::leads::handing_in::{LeadReceipt, LeadSubmission};

pub(crate) async fn show_form(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(call): PathPiece<CallId>,
    jar: CookieJar,
) -> Result<Response, Failure> {
    let found = visitor.or_page(app.service.get_call(call).await)?;
    if found.phase != CallPhase::Open {
        return Ok(Redirect::to(&path::call(call)).into_response());
    }
    let stamp = visitor.or_page(app.service.stamp_form(call))?;
    let jar = Device::Leads.keep(&app, &visitor, jar)?;
    let nothing = Fields::default();
    let filled = FilledForm {
        fields: &nothing,
        problems: &[],
    };
    let page = form_view::resident(&Frame::of(&visitor), &found, &stamp, &filled, None);
    Ok((jar, page).into_response())
}

pub(crate) async fn hand_in(
    State(app): State<App>,
    PathPiece(call): PathPiece<CallId>,
    Address(address): Address,
    jar: CookieJar,
    OpenPhotoForm { visitor, mut parts }: OpenPhotoForm,
) -> Result<Response, Failure> {
    let device = Device::Leads.named(&app, &jar);
    let sender = Sender { address, device };
    let picture = parts.one_photo();
    let fields = parts.fields;
    let wish = form::wish(&fields, LeadOrigin::Resident);
    let taken = match picture.and_then(|picture| Ok((picture, wish?))) {
        Ok((picture, wish)) => {
            let new = LeadSubmission {
                call,
                wish,
                contact: fields.get("contact").to_owned(),
                picture,
                stamp: fields.get("form").to_owned(),
                trap: fields.get("website").to_owned(),
            };
            app.service.hand_in(new, &sender).await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    let (error, wait) = match taken {
        Ok(LeadReceipt::In(receipt)) => {
            return Ok(Redirect::to(&path::followed(receipt.digits())).into_response());
        }
        Ok(LeadReceipt::ComeBack(wait)) => (None, Some(wait)),
        Err(error) => (Some(visitor.refused(error)?), None),
    };
    let found = visitor.or_page(app.service.get_call(call).await)?;
    let problems = error.as_ref().map_or(&[][..], ServiceError::problems);
    // A form that is too old gets a new stamp; any other keeps its own, by which it is one lead.
    let is_old = problems
        .iter()
        .any(|problem| problem.nature == Nature::OldForm);
    let stamp = if is_old {
        visitor.or_page(app.service.stamp_form(call))?
    } else {
        fields.get("form").to_owned()
    };
    let filled = FilledForm {
        fields: &fields,
        problems,
    };
    let page = form_view::resident(&Frame::of(&visitor), &found, &stamp, &filled, wait);
    Ok(match (&error, wait) {
        (Some(error), _) => error::with_problems(error, page),
        (None, Some(RetryAfter { seconds })) => error::too_many(page, seconds),
        (None, None) => page.into_response(),
    })
}

/// Asks for a receipt's number, and leads to what became of the lead.
pub(crate) async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let typed = fields.get("receipt");
    if typed.is_empty() {
        return Ok(followed::ask(&Frame::of(&visitor), "").into_response());
    }
    let receipt = match Receipt::read(typed) {
        Ok(receipt) => receipt,
        Err(misread) => return Ok(asked_again(&visitor, typed, told(misread))),
    };
    let digits = receipt.digits().to_owned();
    match app.service.follow_lead(receipt, &address).await {
        Ok(Ok(_)) => Ok(Redirect::to(&path::followed(&digits)).into_response()),
        Ok(Err(wait)) => Ok(too_often(&visitor, wait)),
        Err(ServiceError::NotFound(_)) => {
            let problem = Problem::error("receipt-unknown").at("receipt");
            Ok(asked_again(&visitor, typed, problem))
        }
        Err(error) => Err(visitor.fail(error)),
    }
}

fn told(misread: ReceiptError) -> Problem {
    let problem = match misread {
        ReceiptError::NotDigits => Problem::error("receipt-not-digits"),
        ReceiptError::Length(digits) => Problem::error("receipt-length").with("digits", digits),
        ReceiptError::Check => Problem::error("receipt-check"),
    };
    problem.at("receipt")
}

fn asked_again(visitor: &Visitor, typed: &str, problem: Problem) -> Response {
    let error = ServiceError::invalid(problem);
    let page = followed::ask(&Frame::of(visitor).against(error.problems()), typed);
    error::with_problems(&error, page)
}

fn too_often(visitor: &Visitor, wait: RetryAfter) -> Response {
    let problem = Problem::error("receipt-wait").with("seconds", wait.seconds);
    let page = followed::ask(&Frame::of(visitor).against(&[problem]), "");
    error::too_many(page, wait.seconds)
}

pub(crate) async fn follow(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    PathPiece(receipt): PathPiece<Receipt>,
) -> Result<Response, Failure> {
    match visitor.or_page(app.service.follow_lead(receipt, &address).await)? {
        Ok(found) => {
            let base = app.public_url.as_deref();
            Ok(followed::lead(&Frame::of(&visitor), &found, base).into_response())
        }
        Err(wait) => Ok(too_often(&visitor, wait)),
    }
}

pub(crate) async fn picture(
    State(app): State<App>,
    visitor: Visitor,
    TwoPathPieces(receipt, name): TwoPathPieces<Receipt, PictureName>,
) -> Result<Response, Failure> {
    let bytes = app.service.get_followed_picture(receipt, name).await;
    Ok(headers::picture(visitor.or_page(bytes)?))
}
