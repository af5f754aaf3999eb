//! Reading posted forms: bounded, in order, doubled fields seen, the form's token checked.

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use tokio_stream::StreamExt as _;

use super::error::Failure;
pub(super) use super::typed::{Fields, NOTHING_TYPED};
use super::visitor::{App, Staff, Visitor};
use domain::access::line::LineContent;
use domain::library::wording::refuse_turned as refuse_turned_in;
use domain::problem::Problem;
use service::ServiceError;

/// So much of the form of somebody who is not let in is read, to be given back.
pub(super) const MOST_OF_STRANGERS: usize = 64 << 10;

/// The largest form of anybody who is not signed in.
const MOST: usize = 16 << 10;

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
    let (read, is_whole) = gather(body, most).await;
    let fields = Fields::parse(&read);
    if is_whole {
        return Ok(fields);
    }
    Err(Failure::too_large(visitor.clone(), most).with_typed(&fields))
}

/// So many bytes of a body, and whether they are all of it; what is beyond is thrown away.
pub(super) async fn gather(body: Body, most: usize) -> (Vec<u8>, bool) {
    let mut pieces = body.into_data_stream();
    let (mut read, mut left) = (Vec::new(), DRAINED);
    loop {
        match pieces.next().await {
            None => return (read, left == DRAINED),
            Some(Err(_)) => return (read, false),
            Some(Ok(piece)) => {
                let room = most.saturating_sub(read.len());
                let (kept, beyond) = piece.split_at_checked(room).unwrap_or((&piece, &[]));
                read.extend_from_slice(kept);
                match left.checked_sub(beyond.len()) {
                    Some(less) => left = less,
                    None => return (read, false),
                }
            }
        }
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

/// Takes a form as one of the sign-in's pages. Where it is of an earlier sign-in of the same account, it is
/// given back to be sent again.
///
/// # Errors
/// The page that refuses a foreign form, with what was typed.
pub(super) fn check_token(app: &App, staff: &mut Staff, fields: &Fields) -> Result<(), Failure> {
    let (service, token) = (&app.service, fields.get("token"));
    staff.visitor.typed = Some(fields.clone());
    if service.form_token_agrees(&staff.secret, token) {
        return Ok(());
    }
    if service.form_is_of(staff.actor.account, token) {
        let visitor = staff.visitor.clone();
        return Err(Failure::of_earlier_sign_in(visitor, staff.token.clone()));
    }
    let problem = Problem::foreign_form();
    Err(staff.visitor.fail(ServiceError::refused(problem)))
}

/// Fields in which somebody types what nobody else in the net may read: a PIN, a new one, a card.
const SECRETS: [&str; 3] = ["pin", "new_pin", "card"];

/// Fields that the law of their capability reads, and answers at the field.
const READ_BY_LAW: [&str; 2] = ["name", "unit"];

/// Refuses texts that read as others because something invisible turns them around, whatever form they are
/// typed into.
pub(super) fn refuse_turned(fields: &Fields) -> Result<(), ServiceError> {
    let read_here = fields
        .iter()
        .filter(|(name, _)| !READ_BY_LAW.contains(name));
    let problems = read_here.filter_map(|(name, value)| refuse_turned_in(name, value).err());
    match problems.collect::<Vec<Problem>>() {
        problems if problems.is_empty() => Ok(()),
        problems => Err(ServiceError::Invalid(problems)),
    }
}

/// What a form of the office carries: the second word of an act of two, a secret that somebody typed, or
/// neither.
pub(super) fn carried(fields: &Fields) -> LineContent {
    let is_typed = |name: &&str| !fields.get(name).trim().is_empty();
    if fields.is_second_word() {
        LineContent::SecondWord
    } else if SECRETS.iter().any(is_typed) {
        LineContent::Secret
    } else {
        LineContent::Plain
    }
}

/// A form posted by anybody who is not signed in, of so many bytes at most.
pub(super) struct OpenForm<const MOST_BYTES: usize = MOST> {
    pub(super) visitor: Visitor,
    pub(super) fields: Fields,
}

impl<const MOST_BYTES: usize> FromRequest<App> for OpenForm<MOST_BYTES> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let mut visitor = Visitor::from_request_parts(&mut parts, app).await?;
        let fields = read(&visitor, &parts.headers, body, MOST_BYTES).await;
        let fields = fields.map_err(IntoResponse::into_response)?;
        visitor.keep_typed(&fields);
        Ok(Self { visitor, fields })
    }
}
