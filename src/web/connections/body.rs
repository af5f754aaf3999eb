//! The body of a request, which must arrive in time, and the body of an answer; each tells the connection's
//! seat when it is over.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, Bytes};
use hyper::body::{Body as Pieces, Frame, Incoming, SizeHint};
use tokio::time::{Sleep, sleep};

use super::slots::ConnectionSlot;

/// The body of a request, to be whole within a time.
pub(super) struct TimedBody {
    body: Incoming,
    seat: ConnectionSlot,
    /// None where there is no body to wait for.
    deadline: Option<Pin<Box<Sleep>>>,
}

impl TimedBody {
    pub(super) fn new(body: Incoming, time: Duration, seat: ConnectionSlot) -> Self {
        let deadline = if body.is_end_stream() {
            seat.is_whole();
            None
        } else {
            Some(Box::pin(sleep(time)))
        };
        Self {
            body,
            seat,
            deadline,
        }
    }
}

impl Pieces for TimedBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match Pin::new(&mut self.body).poll_frame(context) {
            Poll::Ready(Some(Ok(frame))) => {
                if self.body.is_end_stream() {
                    self.seat.is_whole();
                }
                Poll::Ready(Some(Ok(frame)))
            }
            Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(error.into()))),
            Poll::Ready(None) => {
                self.seat.is_whole();
                Poll::Ready(None)
            }
            Poll::Pending => {
                let deadline = self.deadline.as_mut();
                let is_late = deadline.is_some_and(|at| at.as_mut().poll(context).is_ready());
                if is_late {
                    let late: BoxError = "the body did not come in time".into();
                    Poll::Ready(Some(Err(late)))
                } else {
                    Poll::Pending
                }
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of an answer; when it is gone the connection waits for its next request.
pub(super) struct AnswerBody {
    body: Body,
    seat: ConnectionSlot,
}

impl AnswerBody {
    pub(super) fn new(body: Body, seat: ConnectionSlot) -> Self {
        Self { body, seat }
    }
}

impl Drop for AnswerBody {
    fn drop(&mut self) {
        self.seat.waits();
    }
}

impl Pieces for AnswerBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
