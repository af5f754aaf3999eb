//! Public pages: no sign-in, no cookie needed, nothing that is not published.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;

use super::{home, project, result};
use crate::assets;
use crate::error::Failure;
use crate::form::OpenForm;
use crate::headers;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, LANGUAGE_COOKIE, PathPiece, TwoPathPieces, Visitor, set_cookie};
use domain::id::{NoticeId, PollId, ProjectId, SessionId};
use domain::picture::PictureName;
use text::Language;

/// Newest results on the home page.
const NEWEST: u32 = 12;
/// Results on a congress's page.
const LISTED: u32 = 60;

pub(crate) async fn home(State(app): State<App>, visitor: Visitor) -> Result<Response, Failure> {
    let prefecture = visitor.or_page(app.service.get_prefecture().await)?;
    let calls = visitor.or_page(app.service.list_open_calls(None).await)?;
    let newest = visitor.or_page(app.service.list_published(None, NEWEST).await)?;
    let advice = visitor.or_page(app.service.list_released_reviews(None).await)?;
    let frame = Frame::of(&visitor);
    Ok(home::home(&frame, &prefecture, &calls, (&newest, &advice)).into_response())
}

pub(crate) async fn congress(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(slug): PathPiece<String>,
) -> Result<Response, Failure> {
    let prefecture = visitor.or_page(app.service.get_prefecture().await)?;
    let Some(congress) = prefecture.congresses.iter().find(|one| one.slug == slug) else {
        return Err(Failure::no_such_page(visitor));
    };
    let calls = visitor.or_page(app.service.list_open_calls(Some(congress.id)).await)?;
    let sessions = visitor.or_page(app.service.list_sessions(congress.id).await)?;
    let published = visitor.or_page(app.service.list_published(Some(congress.id), LISTED).await)?;
    let years = visitor.or_page(app.service.list_public_years(congress.id).await)?;
    let reviews = app.service.list_released_reviews(Some(congress.id)).await;
    let shown = home::CongressPage {
        calls,
        sessions,
        published,
        years,
        reviews: visitor.or_page(reviews)?,
    };
    Ok(home::congress(&Frame::of(&visitor), &prefecture, congress, &shown).into_response())
}

pub(crate) async fn session(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(id): PathPiece<SessionId>,
) -> Result<Response, Failure> {
    let (view, published) = visitor.or_page(app.service.get_public_session(id).await)?;
    Ok(home::session(&Frame::of(&visitor), &view, &published).into_response())
}

pub(crate) async fn result(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(id): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let view = visitor.or_page(app.service.get_published(id).await)?;
    Ok(result::result(&Frame::of(&visitor), &view).into_response())
}

pub(crate) async fn notice(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(id): PathPiece<NoticeId>,
) -> Result<Response, Failure> {
    let view = visitor.or_page(app.service.get_notice(id).await)?;
    Ok(result::notice(&Frame::of(&visitor), &view).into_response())
}

pub(crate) async fn about(visitor: Visitor) -> Response {
    home::about(&Frame::of(&visitor)).into_response()
}

/// Keeps the chosen language and goes back to the page.
pub(crate) async fn set_language(
    State(app): State<App>,
    jar: CookieJar,
    OpenForm { fields, .. }: OpenForm,
) -> Response {
    let language = Language::from_tag(fields.get("lang")).unwrap_or_default();
    let jar = jar.add(set_cookie(&app, LANGUAGE_COOKIE, language.tag().to_owned()));
    let next = path::local(fields.get("next")).unwrap_or(path::HOME);
    (jar, Redirect::to(next)).into_response()
}

/// A project by its code or number; several congresses may use one code.
pub(crate) async fn project(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(key): PathPiece<String>,
) -> Result<maud::Markup, Failure> {
    let found = visitor.or_page(app.service.find_public_projects(&key).await)?;
    let frame = Frame::of(&visitor);
    let [one] = found.as_slice() else {
        return Ok(project::choose(&frame, &key, &found));
    };
    let life = app.service.find_public_life(one.project.id).await;
    let life = visitor.or_page(life)?;
    Ok(project::project(&frame, one, life.as_ref()))
}

pub(crate) async fn photo(
    State(app): State<App>,
    visitor: Visitor,
    TwoPathPieces(project, name): TwoPathPieces<ProjectId, PictureName>,
) -> Result<Response, Failure> {
    let bytes = app.service.get_public_photo(project, name).await;
    Ok(headers::picture(visitor.or_page(bytes)?))
}

/// Style, scripts and icons.
pub(crate) async fn asset(
    visitor: Visitor,
    asked: HeaderMap,
    PathPiece(name): PathPiece<String>,
) -> Result<Response, Failure> {
    match assets::find(&name) {
        Some(asset) => Ok(headers::lasting(&asked, asset)),
        None => Err(Failure::no_such_page(visitor)),
    }
}

/// For the service manager and proxies.
pub(crate) async fn health() -> Response {
    "ok\n".into_response()
}
