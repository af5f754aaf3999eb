//! Requests that change something are carried out to their end, whether or not somebody waits for the answer.
//!
//! A browser that hangs up, a second click and the time limit of a request end the waiting, not the
//! act: its handler runs in a task of its own. So whatever comes after a commit (a share on the desk, a
//! scene on the wall, the second transaction of one intention) is done in any case.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

/// Runs the rest of a request in a task that no connection owns.
pub(super) async fn see_through(request: Request, next: Next) -> Response {
    let answer = tokio::spawn(next.run(request)).await;
    // A handler that panics is answered as without the task.
    answer.unwrap_or_else(|failed| std::panic::resume_unwind(failed.into_panic()))
}
