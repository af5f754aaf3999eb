//! The task that does what acts leave to be done.

use std::sync::Arc;
use std::time::Duration;

use crate::{Service, ServiceError};
use machine::clock::Stopwatch;

/// Between two tries while something is left.
const AGAIN: Duration = Duration::from_secs(5);

/// Between two looks at everything while nothing is; boxes are looked at as often as after a failure.
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
            let (mut all, mut is_left, mut seen) = (Stopwatch::start(), true, 0);
            let mut heads = Stopwatch::start();
            loop {
                let pause = {
                    let Some(parts) = parts.upgrade() else { return };
                    let upto = *rung.borrow_and_update();
                    let (service, watch) = (Self(parts), Stopwatch::start());
                    if is_left || upto != seen || all.passed() > NAP {
                        (all, seen) = (Stopwatch::start(), upto);
                        is_left = service.run_background_tasks().await;
                    } else {
                        is_left = service.look_at_boxes().await;
                    }
                    if heads.passed() > NAP {
                        heads = Stopwatch::start();
                        service.take_heads_of_the_hour().await;
                    }
                    service.background_tasks.tried.send_replace(upto);
                    AGAIN.max(watch.passed().saturating_mul(REST))
                };
                tokio::select! {
                    rang = rung.changed() => if rang.is_err() { return },
                    () = tokio::time::sleep(pause) => {}
                }
            }
        });
    }

    /// Once an hour, however often acts ring: what is not taken now is an hour later.
    async fn take_heads_of_the_hour(&self) {
        if let Err(error) = self.take_heads().await {
            tracing::error!(%error, what = "heads", "left for the next try");
        }
    }

    /// Settles the boxes; answers whether anything is left.
    async fn look_at_boxes(&self) -> bool {
        match self.settle_boxes().await {
            Ok(is_done) => !is_done,
            Err(error) => {
                tracing::error!(%error, what = "boxes", "left for the next try");
                true
            }
        }
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
        note("pictures", self.remove_stray_pictures().await);
        is_left
    }

    /// Does now what is left, for a command that needs it done; whether it was, the command's own
    /// guards find.
    pub async fn finish_background_tasks(&self) {
        self.run_background_tasks().await;
    }
}
