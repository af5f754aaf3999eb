//! Forms with photos: read part by part, bounded, within the room that there is for photos. What was
//! typed comes back however large the photo is.

use axum::body::Body;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::error::{self, Failure};
use super::form::{self, Fields};
use super::visitor::{Address, App, Visitor};
use domain::problem::Problem;
use service::ServiceError;
use service::picture::pictures::{UploadSlot, Uploader};

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

/// What was typed into a form of parts that nobody takes; its files are read and thrown away.
pub(super) async fn texts(app: &App, headers: &HeaderMap, body: Body) -> Fields {
    let mut request = Request::new(body);
    headers.clone_into(request.headers_mut());
    DefaultBodyLimit::max(MOST_BODY).apply(&mut request);
    let (mut pairs, mut file, mut left) = (Vec::new(), None, MOST_FIELDS);
    if let Ok(mut parts) = Multipart::from_request(request, app).await {
        while let Ok(Some(mut part)) = parts.next_field().await {
            let name = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(str::is_empty) {
                None => {
                    let (text, _) = text(&mut part, &mut left).await;
                    pairs.push((name, text));
                }
                Some(is_none) => {
                    while let Ok(Some(_)) = part.chunk().await {}
                    file = file.or((!is_none).then_some(name));
                }
            }
        }
    }
    Fields::of(pairs).with_file(file)
}

/// A field's text as far as there is room for it, and whether that is all.
async fn text(part: &mut Field<'_>, left: &mut usize) -> (String, bool) {
    let (mut bytes, mut is_whole) = (Vec::new(), true);
    loop {
        match part.chunk().await {
            Ok(Some(piece)) => {
                let (kept, beyond) = piece.split_at_checked(*left).unwrap_or((&piece, &[]));
                bytes.extend_from_slice(kept);
                *left = left.saturating_sub(kept.len());
                is_whole &= beyond.is_empty();
            }
            Ok(None) => break,
            Err(_) => {
                is_whole = false;
                break;
            }
        }
    }
    (String::from_utf8_lossy(&bytes).into_owned(), is_whole)
}

/// A form that came in parts.
pub(super) struct FormParts {
    pub(super) fields: Fields,
    /// The photos that were chosen: their bytes. One that is too large has only its first bytes, more
    /// than any reader takes.
    pub(super) photos: Vec<Vec<u8>>,
    /// Whether more came than is held at once: what is beyond was read and thrown away.
    pub(super) is_too_heavy: bool,
    _room: Option<UploadSlot>,
}

impl FormParts {
    /// The photo of a form that takes one.
    ///
    /// # Errors
    /// `picture-too-large` where it was not read to its end.
    pub(super) fn one_photo(&mut self) -> Result<Option<Vec<u8>>, Problem> {
        if self.is_too_heavy {
            let problem = Problem::error("picture-too-large").with("most", MOST_FILE >> 20);
            return Err(problem.at("picture"));
        }
        let mut photos = std::mem::take(&mut self.photos).into_iter();
        Ok(photos.next())
    }
}

/// Reads such a form, within the room that there is for photos.
pub(super) async fn read(
    visitor: &Visitor,
    app: &App,
    mut request: Request,
    whose: Uploader<'_>,
) -> Result<FormParts, Failure> {
    if !form::is_of_type(request.headers(), "multipart/form-data") {
        // A form sent without its photo field, by a program or an old browser.
        let (head, body) = request.into_parts();
        return Ok(FormParts {
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
    let (mut pairs, mut left, mut file) = (Vec::new(), MOST_FIELDS, None);
    let (mut photos, mut held, mut is_too_heavy) = (Vec::new(), 0_usize, false);
    // A form without a photo needs no room.
    let mut room: Option<UploadSlot> = None;
    let failed = loop {
        let mut part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break None,
            Err(error) if is_beyond(&error) => {
                is_too_heavy = true;
                break None;
            }
            Err(_) => break Some(Failure::too_large(visitor.clone(), most_body)),
        };
        let name = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_none() {
            let (text, is_whole) = text(&mut part, &mut left).await;
            pairs.push((name, text));
            if is_whole {
                continue;
            }
            break Some(Failure::too_large(visitor.clone(), MOST_FIELDS));
        }
        let is_chosen = part.file_name().is_some_and(|title| !title.is_empty());
        file = file.or(is_chosen.then_some(name));
        let taken = take(&mut part, &mut room, || app.service.upload_room(whose)).await;
        let bytes = match taken {
            Ok(bytes) => bytes,
            Err(PhotoError::Beyond) => {
                is_too_heavy = true;
                break None;
            }
            Err(PhotoError::Cut) => break Some(Failure::too_large(visitor.clone(), most_body)),
            Err(PhotoError::Refused(error)) => break Some(visitor.fail(error)),
        };
        held = held.saturating_add(bytes.len());
        is_too_heavy |= held > MOST_HELD;
        if !bytes.is_empty() && !is_too_heavy {
            photos.push(bytes);
        }
    };
    let fields = Fields::of(pairs).with_file(file);
    if let Some(failure) = failed {
        return Err(failure.with_typed(&fields));
    }
    if let Some(room) = &room {
        room.is_whole();
    }
    Ok(FormParts {
        fields,
        photos,
        is_too_heavy,
        _room: room,
    })
}

/// Why a photo was not taken.
enum PhotoError {
    /// Its sender stopped.
    Cut,
    /// It is more than a form may bring.
    Beyond,
    /// There is no room, or no more.
    Refused(ServiceError),
}

/// Whether a form ended because it is larger than the most, and not because its line broke.
fn is_beyond(error: &MultipartError) -> bool {
    error::is_too_large(error.status())
}

/// The bytes of one photo. Room for it is taken with its first byte.
async fn take(
    part: &mut Field<'_>,
    room: &mut Option<UploadSlot>,
    find_room: impl Fn() -> Result<UploadSlot, ServiceError>,
) -> Result<Vec<u8>, PhotoError> {
    let mut bytes = Vec::new();
    loop {
        let piece = tokio::select! {
            biased;
            () = is_called(room.as_ref()) => return Err(PhotoError::Refused(ServiceError::Busy)),
            piece = part.chunk() => piece.map_err(|error| if is_beyond(&error) { PhotoError::Beyond } else { PhotoError::Cut })?,
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
                    return Err(PhotoError::Refused(busy));
                }
            }
        }
        if bytes.len() <= MOST_FILE {
            bytes.extend_from_slice(&piece);
        }
    }
}

/// Ends when an upload has to make way for a newcomer.
async fn is_called(room: Option<&UploadSlot>) {
    match room {
        Some(room) => room.is_called().await,
        None => std::future::pending().await,
    }
}

/// A form with a file, posted by anybody.
pub(super) struct OpenPhotoForm {
    pub(super) visitor: Visitor,
    pub(super) parts: FormParts,
}

impl FromRequest<App> for OpenPhotoForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut head, body) = request.into_parts();
        let mut visitor = Visitor::from_request_parts(&mut head, app).await?;
        let Ok(Address(address)) = Address::from_request_parts(&mut head, app).await;
        let request = Request::from_parts(head, body);
        let parts = read(&visitor, app, request, Uploader::Resident(&address)).await;
        let parts = parts.map_err(IntoResponse::into_response)?;
        visitor.keep_typed(&parts.fields);
        Ok(Self { visitor, parts })
    }
}
