//! A page of the public is made when it is its turn, and one that is the same for everybody only once.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::error::{self, Failure};
use super::kept_pages::{KeptPage, PageKey};
use super::visitor::{App, Visitor};
use machine::bounds::KEPT_PAGE;
use service::ServiceError;

/// Makes a page when it is its turn; where too many wait already, it is to be asked for again. Nothing of
/// the answer's way to its reader is waited for: whoever reads slowly holds no place.
pub(super) async fn in_turn(
    State(app): State<App>,
    visitor: Visitor,
    request: Request,
    next: Next,
) -> Response {
    let crowd = &app.crowd;
    let Ok(_waits) = crowd.waiting.try_acquire() else {
        return Failure::new(visitor, ServiceError::Busy).into_response();
    };
    // The places are never closed: were they, the page would be made out of turn.
    let _reads = crowd.reading.acquire().await.ok();
    next.run(request).await
}

/// Gives a page out as it is kept, or has it made and keeps it.
pub(super) async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    request: Request,
    next: Next,
) -> Response {
    let is_alike = request.method() == Method::GET
        && request.uri().query().is_none()
        && visitor.name.is_none()
        && !visitor.is_kiosk;
    // A record that cannot be asked is told of by the page.
    let state = app.service.record_state().ok().filter(|_| is_alike);
    let Some(of) = state.map(|state| (state, app.service.today())) else {
        return next.run(request).await;
    };
    let key = PageKey {
        address: visitor.here.clone(),
        language: visitor.words.language(),
        size: visitor.size,
    };
    let asked = request.headers().clone();
    if let Some(page) = app.pages.find(of, &key) {
        return answer(&page, &asked);
    }
    let made = next.run(request).await;
    if !made.status().is_success() || made.headers().contains_key(header::SET_COOKIE) {
        return made;
    }
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
