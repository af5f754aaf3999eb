//! The task that does what acts leave to be done.

use std::sync::Arc;
use std::time::Duration;

use crate::{Service, ServiceError};
use machine::clock::Stopwatch;

/// Between two tries while something is left.
const AGAIN: Duration = Duration::from_secs(5);

/// Between two looks while nothing is.
const NAP: Duration = Duration::from_secs(3_600);

/// A try that took long is not made again before so many times as long: somebody wants to be served.
const REST: u32 = 10;

impl Service {
    /// Begins the task. It ends with the service, and keeps no data directory from being let go.
    pub(crate) fn start_background_tasks(&self) {
        let (parts, mut rung) = (
            Arc::downgrade(&self.0),
            self.background_tasks.rung.subscribe(),
        );
        tokio::spawn(async move {
            loop {
                let pause = {
                    let Some(parts) = parts.upgrade() else { return };
                    let upto = *rung.borrow_and_update();
                    let (service, watch) = (Self(parts), Stopwatch::start());
                    let is_left = service.run_background_tasks().await;
                    service.background_tasks.tried.send_replace(upto);
                    if is_left {
                        AGAIN.max(watch.passed().saturating_mul(REST))
                    } else {
                        NAP
                    }
                };
                tokio::select! {
                    rang = rung.changed() => if rang.is_err() { return },
                    () = tokio::time::sleep(pause) => {}
                }
            }
        });
    }

    /// Tries once to do all that is left; answers whether anything still is.
    async fn run_background_tasks(&self) -> bool {
        let mut is_left = false;
        let mut note = |what: &str, done: Result<bool, ServiceError>| match done {
            Ok(is_done) => is_left |= !is_done,
            Err(error) => {
                tracing::error!(%error, what, "left for the next try");
                is_left = true;
            }
        };
        note("restoring", self.tell_restored().await);
        note("scrubbing", self.finish_scrubs().await);
        note("photos", self.remove_stray_uploads().await);
        is_left
    }

    /// Does now what is left, for a command that needs it done; whether it was, the command's own
    /// guards find.
    pub async fn finish_background_tasks(&self) {
        self.run_background_tasks().await;
    }
}
