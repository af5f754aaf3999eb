//! A photo on its way: begun with its length, asked for its offset, continued there; and the photos
//! that arrived.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use tokio_stream::StreamExt as _;

use crate::at_desk::{Answer, StaffDesk};
use crate::error::{Failure, NO_GAP};
use crate::form::drain;
use crate::headers;
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces, Visitor};
use domain::id::{PictureId, ProjectId};
use domain::picture::{PictureName, Upload, UploadKey};
use domain::problem::Problem;
use service::{Service, ServiceError};

const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
/// The picture that an upload became.
const PICTURE: HeaderName = HeaderName::from_static("upload-picture");
/// Whether the place where the photo was taken may be kept.
const PLACE: HeaderName = HeaderName::from_static("upload-place");
/// The form's token: a piece of a photo has no fields.
const TOKEN: HeaderName = HeaderName::from_static("form-token");
/// Bytes that are gathered before they are written: what a broken line costs at most.
const GATHERED: usize = 64 << 10;
/// So much of a piece that is not wanted is read and thrown away.
const UNWANTED: usize = 4 << 20;

fn number(headers: &HeaderMap, name: HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

fn check_token(desk: &StaffDesk, headers: &HeaderMap) -> Result<(), Failure> {
    let token = headers.get(TOKEN).and_then(|token| token.to_str().ok());
    if desk
        .service
        .form_token_agrees(&desk.secret, token.unwrap_or_default())
    {
        return Ok(());
    }
    let foreign = ServiceError::refused(Problem::foreign_form());
    Err(desk.fail(foreign))
}

/// Where an upload stands, in headers: the body is for people, and nobody reads this.
fn standing(upload: &Upload, received: u64) -> Response {
    let mut answer = ().into_response();
    let set = answer.headers_mut();
    set.insert(OFFSET, HeaderValue::from(received));
    set.insert(LENGTH, HeaderValue::from(upload.total));
    if let Some(PictureId(picture)) = upload.picture {
        set.insert(PICTURE, HeaderValue::from(picture));
    }
    answer
}

pub(crate) async fn begin(
    State(app): State<App>,
    staff: Staff,
    PathPiece(project): PathPiece<ProjectId>,
    headers: HeaderMap,
) -> Answer {
    let desk = StaffDesk::unread(&app, staff);
    check_token(&desk, &headers)?;
    let total = number(&headers, LENGTH).unwrap_or(0);
    let keeps_place = headers.get(PLACE).is_some_and(|asked| asked == "kept");
    let begun = desk
        .service
        .begin_upload(&desk.actor, project, total, keeps_place);
    let key = desk.or_page(begun.await)?;
    let address = HeaderValue::try_from(path::upload(&key));
    let address = address.map_err(|_| desk.no_such_page())?;
    Ok(([(header::LOCATION, address)], ()).into_response())
}

pub(crate) async fn show(PathPiece(key): PathPiece<UploadKey>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_upload(&desk.actor, &key).await;
    let (upload, received) = desk.or_page(found)?;
    Ok(standing(&upload, received))
}

/// Takes what comes of a photo from an offset on. Whatever arrived stays, however the line ends; a piece
/// that is not the next one hears where the photo stands.
pub(crate) async fn take(
    State(app): State<App>,
    staff: Staff,
    PathPiece(key): PathPiece<UploadKey>,
    headers: HeaderMap,
    request: Request,
) -> Answer {
    let desk = StaffDesk::unread(&app, staff);
    let found = match check_token(&desk, &headers) {
        Ok(()) => desk.service.get_upload(&desk.actor, &key).await,
        Err(foreign) => return turned_away(request, Err(foreign)).await,
    };
    let (upload, received) = match found {
        Ok(found) => found,
        Err(error) => return turned_away(request, Err(desk.fail(error))).await,
    };
    let stands = standing(&upload, received);
    if upload.picture.is_some() {
        return turned_away(request, Ok(stands)).await;
    }
    if number(&headers, OFFSET) != Some(received) {
        let answer = (NO_GAP, stands).into_response();
        return turned_away(request, Ok(answer)).await;
    }
    // A task of its own: the server drops a request whose line broke, with whatever of it is read and
    // not yet kept.
    let receiving = receive(desk.service.clone(), upload.clone(), received, request);
    let offset = tokio::spawn(receiving)
        .await
        .map_err(|_| ServiceError::Busy);
    let offset = desk.or_page(offset.and_then(|received| received))?;
    let finished = desk.service.finish_upload(&desk.actor, &key).await;
    let picture = desk.or_page(finished)?;
    Ok(standing(&Upload { picture, ..upload }, offset))
}

/// Reads a piece that is not wanted to its end, so that its sender hears the answer.
async fn turned_away(request: Request, answer: Result<Response, Failure>) -> Answer {
    drain(request.into_body(), UNWANTED).await;
    answer
}

/// Keeps the pieces of a body from an offset on; answers how far they reach.
async fn receive(
    service: Service,
    upload: Upload,
    mut offset: u64,
    request: Request,
) -> Result<u64, ServiceError> {
    let mut gathered = Vec::new();
    let mut pieces = request.into_body().into_data_stream();
    loop {
        let piece = pieces.next().await;
        let is_end = !matches!(piece, Some(Ok(_)));
        if let Some(Ok(piece)) = piece {
            gathered.extend_from_slice(&piece);
        }
        if gathered.len() >= GATHERED || (is_end && !gathered.is_empty()) {
            let piece = std::mem::take(&mut gathered);
            match service.take_piece(&upload, offset, piece).await {
                Ok(reached) => offset = reached,
                Err(error) => {
                    let unread = Body::from_stream(pieces);
                    drain(unread, UNWANTED).await;
                    return Err(error);
                }
            }
        }
        if is_end {
            return Ok(offset);
        }
    }
}

pub(crate) async fn picture(
    TwoPathPieces(project, name): TwoPathPieces<ProjectId, PictureName>,
    desk: StaffDesk,
) -> Answer {
    let bytes = desk
        .service
        .get_progress_photo(&desk.actor, project, name)
        .await;
    Ok(headers::picture(desk.or_page(bytes)?))
}

pub(crate) async fn public_picture(
    State(app): State<App>,
    visitor: Visitor,
    TwoPathPieces(project, name): TwoPathPieces<ProjectId, PictureName>,
) -> Answer {
    let bytes = app.service.get_public_progress_photo(project, name).await;
    Ok(headers::picture(visitor.or_page(bytes)?))
}
