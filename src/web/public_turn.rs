//! A page of the public is made when it is its turn.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::error::Failure;
use super::visitor::{App, Visitor};
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
