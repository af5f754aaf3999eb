//! Forms with photos: read part by part, bounded, within the room that there is for photos. What was
//! typed comes back however large the photo is.

use axum::body::Bytes;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request};
use axum::response::{IntoResponse, Response};

use super::error::Failure;
use super::form::{self, Fields};
use super::visitor::{Address, App, Staff, Visitor};
use domain::problem::Problem;
use service::ServiceError;
use service::picture::pictures::{UploadRoom, Uploader};

/// Everything in such a form but the file: a few fields of a thousand characters.
const MOST_FIELDS: usize = 64 << 10;
/// The largest file that is read to its end; a larger one is only measured.
const MOST_FILE: usize = 20 << 20;
/// The largest body: one file of a little more than the most, so that the form can be shown again
/// with its words kept.
const MOST_BODY: usize = 32 << 20;
/// The largest body of somebody signed in: what does not fit into memory is read and thrown away, so
/// that the words are kept.
const MOST_STAFF_BODY: usize = 320 << 20;
/// Bytes of photos that one form holds in memory.
const MOST_HELD: usize = 32 << 20;

/// A form that came in parts.
pub(super) struct Parts {
    pub(super) fields: Fields,
    /// The photos that were chosen: their bytes. One that is too large has only its first bytes, more
    /// than any reader takes.
    pub(super) photos: Vec<Vec<u8>>,
    /// Whether more came than is held at once: what is beyond was read and thrown away.
    pub(super) is_too_heavy: bool,
    _room: Option<UploadRoom>,
}

impl Parts {
    /// The first photo, for forms that take one.
    pub(super) fn first_photo(&mut self) -> Option<Vec<u8>> {
        let mut photos = std::mem::take(&mut self.photos).into_iter();
        photos.next()
    }
}

async fn read(
    visitor: &Visitor,
    app: &App,
    mut request: Request,
    whose: Uploader<'_>,
) -> Result<Parts, Failure> {
    if !form::is_of_type(request.headers(), "multipart/form-data") {
        // A form sent without its photo field, by a program or an old browser.
        let (head, body) = request.into_parts();
        return Ok(Parts {
            fields: form::read(visitor, &head.headers, body, MOST_FIELDS).await?,
            photos: Vec::new(),
            is_too_heavy: false,
            _room: None,
        });
    }
    let most_body = match whose {
        Uploader::Staff => MOST_STAFF_BODY,
        Uploader::Resident(_) => MOST_BODY,
    };
    DefaultBodyLimit::max(most_body).apply(&mut request);
    let not_a_form = |_| Failure::not_a_form(visitor.clone());
    let mut parts = Multipart::from_request(request, app)
        .await
        .map_err(not_a_form)?;
    let cut = |_| Failure::too_large(visitor.clone());
    let (mut pairs, mut left) = (Vec::new(), MOST_FIELDS);
    let (mut photos, mut held, mut is_too_heavy) = (Vec::new(), 0_usize, false);
    // A form without a photo needs no room.
    let mut room: Option<UploadRoom> = None;
    while let Some(mut part) = parts.next_field().await.map_err(cut)? {
        let name = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_none() {
            let text: Bytes = part.bytes().await.map_err(cut)?;
            left = left
                .checked_sub(text.len())
                .ok_or_else(|| Failure::too_large(visitor.clone()))?;
            pairs.push((name, String::from_utf8_lossy(&text).into_owned()));
            continue;
        }
        let taken = take(&mut part, &mut room, || app.service.upload_room(whose)).await;
        let bytes = taken.map_err(|ended| match ended {
            Ended::Cut => Failure::too_large(visitor.clone()),
            Ended::Refused(error) => visitor.fail(error),
        })?;
        held = held.saturating_add(bytes.len());
        is_too_heavy |= held > MOST_HELD;
        if !bytes.is_empty() && !is_too_heavy {
            photos.push(bytes);
        }
    }
    if let Some(room) = &room {
        room.is_whole();
    }
    Ok(Parts {
        fields: Fields::of(pairs),
        photos,
        is_too_heavy,
        _room: room,
    })
}

/// Why a photo was not taken.
enum Ended {
    /// Its sender stopped, or sent too much.
    Cut,
    /// There is no room, or no more.
    Refused(ServiceError),
}

/// The bytes of one photo. Room for it is taken with its first byte.
async fn take(
    part: &mut Field<'_>,
    room: &mut Option<UploadRoom>,
    find_room: impl Fn() -> Result<UploadRoom, ServiceError>,
) -> Result<Vec<u8>, Ended> {
    let mut bytes = Vec::new();
    loop {
        let piece = tokio::select! {
            biased;
            () = is_called(room.as_ref()) => return Err(Ended::Refused(ServiceError::Busy)),
            piece = part.chunk() => piece.map_err(|_| Ended::Cut)?,
        };
        let Some(piece) = piece else {
            return Ok(bytes);
        };
        if room.is_none() && !piece.is_empty() {
            match find_room() {
                Ok(found) => *room = Some(found),
                Err(busy) => {
                    // It is read to its end, so that its sender hears why.
                    while let Ok(Some(_)) = part.chunk().await {}
                    return Err(Ended::Refused(busy));
                }
            }
        }
        if bytes.len() <= MOST_FILE {
            bytes.extend_from_slice(&piece);
        }
    }
}

/// Ends when an upload has to make way for a newcomer.
async fn is_called(room: Option<&UploadRoom>) {
    match room {
        Some(room) => room.is_called().await,
        None => std::future::pending().await,
    }
}

/// A form with a file, posted by anybody.
pub(super) struct OpenPhotoForm {
    pub(super) visitor: Visitor,
    pub(super) parts: Parts,
}

impl FromRequest<App> for OpenPhotoForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut head, body) = request.into_parts();
        let visitor = Visitor::from_request_parts(&mut head, app).await?;
        let Ok(Address(address)) = Address::from_request_parts(&mut head, app).await;
        let request = Request::from_parts(head, body);
        let parts = read(&visitor, app, request, Uploader::Resident(&address)).await;
        let parts = parts.map_err(IntoResponse::into_response)?;
        Ok(Self { visitor, parts })
    }
}

/// A form with a file, posted by somebody signed in, its token checked.
pub(super) struct StaffPhotoForm {
    pub(super) staff: Staff,
    pub(super) parts: Parts,
}

impl FromRequest<App> for StaffPhotoForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut head, body) = request.into_parts();
        let mut staff = Staff::from_request_parts(&mut head, app).await?;
        let request = Request::from_parts(head, body);
        let parts = read(&staff.visitor, app, request, Uploader::Staff).await;
        let parts = parts.map_err(IntoResponse::into_response)?;
        let token = parts.fields.get("token");
        if !app.service.form_token_agrees(&staff.secret, token) {
            let foreign = ServiceError::refused(Problem::error("form-foreign"));
            return Err(staff.visitor.fail(foreign).into_response());
        }
        staff.visitor.typed = Some(parts.fields.clone());
        Ok(Self { staff, parts })
    }
}
