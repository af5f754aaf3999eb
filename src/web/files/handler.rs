//! A file is tried, looked at and saved; what is stored is exported as a file.

use axum::extract::{RawQuery, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use super::{trial, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
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
    TwoPathPieces(congress, kind): TwoPathPieces<CongressId, FileKind>,
    desk: StaffDesk,
) -> Answer {
    let found = files(&desk, congress, kind).await?;
    Ok(view::desk(&desk.frame(), &found).into_response())
}

async fn files(
    desk: &StaffDesk,
    congress: CongressId,
    kind: FileKind,
) -> Result<FilePage, Failure> {
    let found = desk.service.get_file_desk(&desk.actor, congress, kind);
    desk.or_page(found.await)
}

/// Takes a file and tries it. Who may is asked before a byte of it is read.
pub(crate) async fn try_file(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, kind): TwoPathPieces<CongressId, FileKind>,
    request: Request,
) -> Answer {
    let desk = StaffDesk::unread(&app, staff);
    let found = files(&desk, congress, kind).await?;
    let tried = match upload::read(&desk, request).await? {
        Ok(file) => {
            let tried = desk.service.try_file(&desk.actor, congress, kind, file);
            tried.await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match tried {
        Ok(name) => Ok(Redirect::to(&path::tried(congress, kind, &name)).into_response()),
        Err(error) => show_refused(&desk, &found, error),
    }
}

/// The page with what was refused; what broke is a page of its own.
fn show_refused(desk: &StaffDesk, found: &FilePage, error: ServiceError) -> Answer {
    desk.show_refused(error, |frame| view::desk(frame, found))
}

pub(crate) async fn show_trial(
    ThreePathPieces(congress, kind, name): ThreePathPieces<CongressId, FileKind, FileName>,
    RawQuery(query): RawQuery,
    desk: StaffDesk,
) -> Answer {
    let query = query.unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let page = pairs.find(|(name, _)| name == "page");
    let page = page.and_then(|(_, page)| page.parse().ok()).unwrap_or(1);
    match desk
        .service
        .get_trial(&desk.actor, congress, kind, &name)
        .await
    {
        Ok(found) => {
            let frame = desk.frame();
            Ok(trial::trial(&frame, &found, page, &[]).into_response())
        }
        Err(error) => {
            let found = files(&desk, congress, kind).await?;
            show_refused(&desk, &found, error)
        }
    }
}

/// Saves the file that was tried, and leads back to it.
pub(crate) async fn save(
    ThreePathPieces(congress, kind, name): ThreePathPieces<CongressId, FileKind, FileName>,
    desk: StaffDesk,
) -> Answer {
    let leave = desk.get("leave") == "yes";
    let saved = match Digest::from_hex(desk.get("seen")) {
        Some(seen) => {
            let saving = desk
                .service
                .save_file(&desk.actor, congress, kind, &name, seen, leave);
            saving.await
        }
        // A form without it did not come from a trial's page.
        None => Err(ServiceError::refused(Problem::error("import-expired"))),
    };
    let error = match saved {
        Ok(()) => return Ok(Redirect::to(&path::tried(congress, kind, &name)).into_response()),
        Err(error) => error,
    };
    let error = desk.refused(error)?;
    let frame = desk.frame();
    match desk
        .service
        .get_trial(&desk.actor, congress, kind, &name)
        .await
    {
        Ok(found) => {
            let page = trial::trial(&frame, &found, 1, error.problems());
            Ok(error::with_problems(&error, page))
        }
        Err(_) => {
            let found = files(&desk, congress, kind).await?;
            show_refused(&desk, &found, error)
        }
    }
}

pub(crate) async fn export(
    ThreePathPieces(congress, kind, format): ThreePathPieces<CongressId, FileKind, String>,
    desk: StaffDesk,
) -> Answer {
    let Some(format) = Format::from_extension(&format) else {
        return Err(desk.no_such_page());
    };
    let found = files(&desk, congress, kind).await?;
    let written = desk
        .service
        .export_file(&desk.actor, congress, kind, format);
    let bytes = desk.or_page(written.await)?;
    let words = desk.visitor.words;
    Ok(attachment(words, &found, format, "", bytes))
}

pub(crate) async fn template(
    ThreePathPieces(congress, kind, format): ThreePathPieces<CongressId, FileKind, String>,
    desk: StaffDesk,
) -> Answer {
    let Some(format) = Format::from_extension(&format) else {
        return Err(desk.no_such_page());
    };
    let found = files(&desk, congress, kind).await?;
    let written = desk
        .service
        .template_file(&desk.actor, congress, kind, format);
    let bytes = desk.or_page(written)?;
    let words = desk.visitor.words;
    let mark = say!(words, "import-template-mark").text;
    Ok(attachment(words, &found, format, &mark, bytes))
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
