//! A file is tried, looked at and saved; what is stored is exported as a file.

use axum::extract::{RawQuery, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use super::{trial, view};
use crate::error::{self, Failure};
use crate::form::StaffForm;
use crate::kit::Frame;
use crate::visitor::{App, Staff, ThreePathPieces, TwoPathPieces};
use crate::{path, upload};
use domain::digest::Digest;
use domain::id::CongressId;
use domain::problem::Problem;
use service::ServiceError;
use service::files::{FileKind, FileName, FilePage, Format};
use text::Words;
use text::say;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, kind): TwoPathPieces<CongressId, FileKind>,
) -> Result<Response, Failure> {
    let desk = desk(&app, &staff, congress, kind).await?;
    Ok(view::desk(&Frame::office(&staff), &desk, &staff.token, &[]).into_response())
}

async fn desk(
    app: &App,
    staff: &Staff,
    congress: CongressId,
    kind: FileKind,
) -> Result<FilePage, Failure> {
    let found = app.service.get_file_desk(&staff.actor, congress, kind);
    staff.visitor.or_page(found.await)
}

/// Takes a file and tries it. Who may is asked before a byte of it is read.
pub(crate) async fn try_file(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, kind): TwoPathPieces<CongressId, FileKind>,
    request: Request,
) -> Result<Response, Failure> {
    let desk = desk(&app, &staff, congress, kind).await?;
    let tried = match upload::read(&app, &staff, request).await? {
        Ok(file) => {
            let tried = app.service.try_file(&staff.actor, congress, kind, file);
            tried.await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match tried {
        Ok(name) => Ok(Redirect::to(&path::tried(congress, kind, &name)).into_response()),
        Err(error) => show_refused(&staff, &desk, error),
    }
}

/// The page with what was refused; what broke is a page of its own.
fn show_refused(staff: &Staff, desk: &FilePage, error: ServiceError) -> Result<Response, Failure> {
    let error = staff.visitor.refused(error)?;
    let frame = Frame::office(staff);
    let page = view::desk(&frame, desk, &staff.token, error.problems());
    Ok(error::with_problems(&error, page))
}

pub(crate) async fn show_trial(
    State(app): State<App>,
    staff: Staff,
    ThreePathPieces(congress, kind, name): ThreePathPieces<CongressId, FileKind, FileName>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = query.unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let page = pairs.find(|(name, _)| name == "page");
    let page = page.and_then(|(_, page)| page.parse().ok()).unwrap_or(1);
    match app
        .service
        .get_trial(&staff.actor, congress, kind, &name)
        .await
    {
        Ok(found) => {
            let frame = Frame::office(&staff);
            Ok(trial::trial(&frame, &found, &staff.token, page, &[]).into_response())
        }
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let desk = desk(&app, &staff, congress, kind).await?;
            show_refused(&staff, &desk, error)
        }
    }
}

/// Saves the file that was tried, and leads back to it.
pub(crate) async fn save(
    State(app): State<App>,
    ThreePathPieces(congress, kind, name): ThreePathPieces<CongressId, FileKind, FileName>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let leave = fields.get("leave") == "yes";
    let saved = match Digest::from_hex(fields.get("seen")) {
        Some(seen) => {
            let saving = app
                .service
                .save_file(&staff.actor, congress, kind, &name, seen, leave);
            saving.await
        }
        // A form without it did not come from a trial's page.
        None => Err(ServiceError::refused(Problem::error("import-expired"))),
    };
    let error = match saved {
        Ok(()) => return Ok(Redirect::to(&path::tried(congress, kind, &name)).into_response()),
        Err(error) => error,
    };
    let error = staff.visitor.refused(error)?;
    let frame = Frame::office(&staff);
    match app
        .service
        .get_trial(&staff.actor, congress, kind, &name)
        .await
    {
        Ok(found) => {
            let page = trial::trial(&frame, &found, &staff.token, 1, error.problems());
            Ok(error::with_problems(&error, page))
        }
        Err(_) => {
            let desk = desk(&app, &staff, congress, kind).await?;
            show_refused(&staff, &desk, error)
        }
    }
}

pub(crate) async fn export(
    State(app): State<App>,
    staff: Staff,
    ThreePathPieces(congress, kind, format): ThreePathPieces<CongressId, FileKind, String>,
) -> Result<Response, Failure> {
    let Some(format) = Format::from_extension(&format) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let desk = desk(&app, &staff, congress, kind).await?;
    let written = app
        .service
        .export_file(&staff.actor, congress, kind, format);
    let bytes = staff.visitor.or_page(written.await)?;
    let words = staff.visitor.words;
    Ok(attachment(words, &desk, format, "", bytes))
}

pub(crate) async fn template(
    State(app): State<App>,
    staff: Staff,
    ThreePathPieces(congress, kind, format): ThreePathPieces<CongressId, FileKind, String>,
) -> Result<Response, Failure> {
    let Some(format) = Format::from_extension(&format) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let desk = desk(&app, &staff, congress, kind).await?;
    let written = app
        .service
        .template_file(&staff.actor, congress, kind, format);
    let bytes = staff.visitor.or_page(written)?;
    let words = staff.visitor.words;
    let mark = say!(words, "import-template-mark").text;
    Ok(attachment(words, &desk, format, &mark, bytes))
}

/// A file to be saved by the browser: an ASCII name for old ones, and the name in its own letters.
fn attachment(
    words: Words,
    desk: &FilePage,
    format: Format,
    mark: &str,
    bytes: Vec<u8>,
) -> Response {
    let ending = format.extension();
    let part = if mark.is_empty() { "" } else { "-template" };
    let plain = format!("{}-{}{part}.{ending}", desk.congress.slug, desk.kind);
    let name = words.say_named(
        "import-file-name",
        desk.kind.word(),
        &view::facts(&desk.congress, desk.kind),
    );
    let name = encoded(&format!("{name}{mark}.{ending}"));
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{name}");
    let headers = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, bytes).into_response()
}

/// A name as RFC 5987 wants it.
fn encoded(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
