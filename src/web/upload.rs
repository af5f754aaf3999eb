//! Reading an uploaded file: the form's token first, then the file, within bounds of size, number
//! and time. What is too large is read to its end and thrown away, so that its sender hears why.

use std::time::Duration;

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::header::CONTENT_LENGTH;

use super::at_desk::StaffDesk;
use super::error::Failure;
use super::form;
use domain::problem::Problem;
use service::ServiceError;
use service::files::{MOST_BYTES, UploadedFile};

/// The most bytes of a form whose file is looked for; of a larger one nothing is.
const MOST: usize = 40 << 20;
/// So much of a refused form is read and thrown away before the line is cut.
const DRAINED: usize = 256 << 20;
/// The longest token.
const MOST_TOKEN: usize = 256;
/// The longest name of a file that is shown, in characters.
const MOST_TITLE: usize = 120;
/// How long a file may take to come; less than the server gives any answer.
const PATIENCE: Duration = Duration::from_secs(25);

/// Reads the form of a file. The inner problem belongs beside the field.
pub(super) async fn read(
    desk: &StaffDesk,
    mut request: Request,
) -> Result<Result<UploadedFile, Problem>, Failure> {
    let (app, fail) = (&desk.app, |error| desk.fail(error));
    let Ok(_place) = app.uploads.try_acquire() else {
        return Err(fail(ServiceError::Busy));
    };
    if !form::is_of_type(request.headers(), "multipart/form-data") {
        form::drain(request.into_body(), DRAINED).await;
        return Err(Failure::not_a_form(desk.visitor.clone()));
    }
    let declared = request.headers().get(CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > MOST) {
        form::drain(request.into_body(), DRAINED).await;
        return Ok(Err(too_large().at("file")));
    }
    DefaultBodyLimit::max(MOST).apply(&mut request);
    let Ok(mut parts) = Multipart::from_request(request, app).await else {
        return Err(Failure::not_a_form(desk.visitor.clone()));
    };
    let reading = async {
        let is_ours = match token(&mut parts).await {
            Ok(Some(token)) => app.service.form_token_agrees(&desk.secret, &token),
            Ok(None) => false,
            Err(BrokenUpload) => return Ok(Err(Problem::error("upload-broken"))),
        };
        if !is_ours {
            drain(&mut parts).await;
            return Err(fail(ServiceError::refused(Problem::foreign_form())));
        }
        let file = file(&mut parts).await;
        drain(&mut parts).await;
        Ok(file)
    };
    let late = |_| Ok(Err(Problem::error("upload-too-slow")));
    tokio::time::timeout(PATIENCE, reading)
        .await
        .unwrap_or_else(late)
        .map(|file| file.map_err(|problem| problem.at("file")))
}

/// The form ended in the middle, or is none.
struct BrokenUpload;

impl From<MultipartError> for BrokenUpload {
    fn from(_: MultipartError) -> Self {
        Self
    }
}

/// The token, which must be the first field.
async fn token(parts: &mut Multipart) -> Result<Option<String>, BrokenUpload> {
    let Some(mut field) = parts.next_field().await? else {
        return Ok(None);
    };
    if field.name() != Some("token") {
        return Ok(None);
    }
    let bytes = take(&mut field, MOST_TOKEN).await?;
    Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// The file, which must follow it.
async fn file(parts: &mut Multipart) -> Result<UploadedFile, Problem> {
    let missing = || Problem::error("file-missing");
    let broken = |_| Problem::error("upload-broken");
    let field = parts.next_field().await.map_err(broken)?;
    let mut field = field
        .filter(|field| field.name() == Some("file"))
        .ok_or_else(missing)?;
    let title: String = field
        .file_name()
        .unwrap_or_default()
        .chars()
        .filter(|char| !char.is_control())
        .take(MOST_TITLE)
        .collect();
    let taken = take(&mut field, MOST_BYTES).await;
    match taken.map_err(|BrokenUpload| Problem::error("upload-broken"))? {
        // A browser sends the field without a name when no file was chosen.
        Some(bytes) if bytes.is_empty() && title.is_empty() => Err(missing()),
        Some(bytes) => Ok(UploadedFile { title, bytes }),
        None => Err(too_large()),
    }
}

fn too_large() -> Problem {
    Problem::error("file-too-large").with("most", MOST_BYTES >> 20)
}

/// The bytes of a field, or none when there are more than so many.
async fn take(field: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>, BrokenUpload> {
    let mut bytes = Vec::new();
    let mut is_too_long = false;
    while let Some(piece) = field.chunk().await? {
        is_too_long |= bytes.len().saturating_add(piece.len()) > most;
        if is_too_long {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&piece);
        }
    }
    Ok((!is_too_long).then_some(bytes))
}

/// Reads what is left and throws it away.
async fn drain(parts: &mut Multipart) {
    while let Ok(Some(mut field)) = parts.next_field().await {
        while let Ok(Some(_)) = field.chunk().await {}
    }
}
