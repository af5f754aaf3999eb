//! The public's pages are answered a few at a time, however many people read them, so that voters and
//! officers always find the database's readers and the machine free.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use super::error::Failure;
use super::visitor::{App, Visitor};
use machine::bounds::{READERS_OF_THE_PUBLIC, WAITING_PUBLIC};
use service::ServiceError;

/// The places in which the public reads, and those in which it waits for them.
#[derive(Clone)]
pub(super) struct PublicSlots {
    reading: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl PublicSlots {
    pub(super) fn new() -> Self {
        Self {
            reading: Arc::new(Semaphore::new(READERS_OF_THE_PUBLIC)),
            waiting: Arc::new(Semaphore::new(READERS_OF_THE_PUBLIC + WAITING_PUBLIC)),
        }
    }
}

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
