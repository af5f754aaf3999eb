//! A page of the public is made when it is its turn, and one that is the same for everybody only once.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use tokio::sync::SemaphorePermit;

use super::error::{self, Failure};
use super::kept_pages::{KeptPage, PageKey};
use super::public_slots::PublicSlots;
use super::visitor::{App, Visitor};
use machine::bounds::KEPT_PAGE;
use service::{RecordState, ServiceError};

/// A place among those who read, once it is one's turn; none where too many wait already. Nothing of the
/// answer's way to its reader is waited for: whoever reads slowly holds no place.
async fn turn(crowd: &PublicSlots) -> Option<(SemaphorePermit<'_>, Option<SemaphorePermit<'_>>)> {
    let waits = crowd.waiting.try_acquire().ok()?;
    // The places are never closed: were they, the page would be made out of turn.
    Some((waits, crowd.reading.acquire().await.ok()))
}

fn too_many(visitor: Visitor) -> Response {
    Failure::new(visitor, ServiceError::Busy).into_response()
}

/// Makes a page when it is its turn; where too many wait already, it is to be asked for again.
pub(super) async fn in_turn(
    State(app): State<App>,
    visitor: Visitor,
    request: Request,
    next: Next,
) -> Response {
    match turn(&app.crowd).await {
        Some(_turn) => next.run(request).await,
        None => too_many(visitor),
    }
}

/// Gives a page out as it is kept, or has it made in its turn and keeps it. Of a crowd that asks for one page
/// at once the first has it made, and the others find it when it is their turn.
pub(super) async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    request: Request,
    next: Next,
) -> Response {
    let asked = request.headers().clone();
    let kept = may_keep(&app, &visitor, &request);
    let find = || kept.as_ref().and_then(|(of, key)| app.pages.find(*of, key));
    if let Some(page) = find() {
        return answer(&page, &asked);
    }
    let Some(_turn) = turn(&app.crowd).await else {
        return too_many(visitor);
    };
    if let Some(page) = find() {
        return answer(&page, &asked);
    }
    let made = next.run(request).await;
    let Some((of, key)) = kept.filter(|_| is_alike_for_all(&made)) else {
        return made;
    };
    let (parts, body) = made.into_parts();
    let plain = match to_bytes(body, usize::MAX).await {
        Ok(plain) => plain,
        Err(error) => {
            return Failure::new(visitor, ServiceError::Broken(error.into())).into_response();
        }
    };
    let page = (plain.len() <= KEPT_PAGE).then(|| KeptPage::of(plain.clone()));
    match page.flatten().map(Arc::new) {
        Some(page) => {
            app.pages.keep(of, key, &page);
            answer(&page, &asked)
        }
        None => Response::from_parts(parts, Body::from(plain)),
    }
}

/// Under what a page is kept, where it is one that may be; a record that cannot be asked is told of by the
/// page.
fn may_keep(
    app: &App,
    visitor: &Visitor,
    request: &Request,
) -> Option<((RecordState, Date), PageKey)> {
    let is_alike = request.method() == Method::GET
        && request.uri().query().is_none()
        && visitor.name.is_none()
        && !visitor.is_kiosk;
    let state = app.service.record_state().ok().filter(|_| is_alike)?;
    let key = PageKey {
        address: visitor.here.clone(),
        language: visitor.words.language(),
        size: visitor.size,
    };
    Some(((state, app.service.today()), key))
}

fn is_alike_for_all(made: &Response) -> bool {
    made.status().is_success() && !made.headers().contains_key(header::SET_COOKIE)
}

/// The answer to a browser: that it has this page already, or the page.
fn answer(page: &KeptPage, asked: &HeaderMap) -> Response {
    let mut response = if page.is_known(asked) {
        error::not_modified()
    } else {
        page.answer(asked)
    };
    page.tag(response.headers_mut());
    response
}
