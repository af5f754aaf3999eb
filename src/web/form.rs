//! Reading posted forms: bounded, in order, doubled fields seen, the form's token checked.

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use tokio_stream::StreamExt as _;

use super::error::Failure;
pub(super) use super::typed::{Fields, NOTHING_TYPED};
use super::visitor::{App, Staff, Visitor};
use domain::problem::Problem;
use service::ServiceError;

/// The largest form: the roll of a large congress, or left-over slips pasted at once.
const MOST: usize = 256 << 10;

/// Fields in which somebody types what nobody else in the net may read: a PIN, a new one, a card.
const SECRETS: [&str; 3] = ["pin", "new_pin", "card"];

/// So much of a refused body is read and thrown away before the line is cut.
pub(super) const DRAINED: usize = 8 << 20;

/// Whether a body says that it is of a type: by its whole name, in letters of any size, whatever
/// parameters follow.
pub(super) fn is_of_type(headers: &axum::http::HeaderMap, wanted: &str) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let name = kind.split(';').next().unwrap_or_default();
    name.trim().eq_ignore_ascii_case(wanted)
}

/// Reads a bounded form body of the right type.
pub(super) async fn read(
    visitor: &Visitor,
    headers: &axum::http::HeaderMap,
    body: Body,
    most: usize,
) -> Result<Fields, Failure> {
    if !is_of_type(headers, "application/x-www-form-urlencoded") {
        drain(body, DRAINED).await;
        return Err(Failure::not_a_form(visitor.clone()));
    }
    let declared = headers
        .get(axum::http::header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > most) {
        drain(body, DRAINED).await;
        return Err(Failure::too_large(visitor.clone()));
    }
    match to_bytes(body, most).await {
        Ok(body) => Ok(Fields::parse(&body)),
        Err(_) => Err(Failure::too_large(visitor.clone())),
    }
}

/// Reads a refused body to its end and throws it away, so that the sender hears the answer instead
/// of a broken line; one that is larger still is cut off.
pub(super) async fn drain(body: Body, most: usize) {
    let mut pieces = body.into_data_stream();
    let mut left = most;
    while let Some(Ok(piece)) = pieces.next().await {
        match left.checked_sub(piece.len()) {
            Some(less) => left = less,
            None => return,
        }
    }
}

/// A form posted by signed-in staff, its token checked.
pub(super) struct StaffForm {
    pub(super) staff: Staff,
    pub(super) fields: Fields,
}

impl FromRequest<App> for StaffForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let mut staff = Staff::from_request_parts(&mut parts, app).await?;
        let fields = read(&staff.visitor, &parts.headers, body, MOST)
            .await
            .map_err(IntoResponse::into_response)?;
        if !app
            .service
            .form_token_agrees(&staff.secret, fields.get("token"))
        {
            let problem = Problem::error("form-foreign");
            return Err(staff
                .visitor
                .fail(ServiceError::refused(problem))
                .into_response());
        }
        staff.visitor.typed = Some(fields.clone());
        if SECRETS
            .iter()
            .any(|name| !fields.get(name).trim().is_empty())
        {
            let closed = staff.needs_closed_line();
            closed.map_err(IntoResponse::into_response)?;
        }
        Ok(Self { staff, fields })
    }
}

/// A form posted by anybody who is not signed in.
pub(super) struct OpenForm {
    pub(super) visitor: Visitor,
    pub(super) fields: Fields,
}

impl FromRequest<App> for OpenForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visitor = Visitor::from_request_parts(&mut parts, app).await?;
        let fields = read(&visitor, &parts.headers, body, MOST >> 4).await;
        let fields = fields.map_err(IntoResponse::into_response)?;
        Ok(Self { visitor, fields })
    }
}
