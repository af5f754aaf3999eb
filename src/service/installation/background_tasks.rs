//! What acts leave to be done after they are committed: removing keys, scrubbing the files, removing
//! photos that nobody took. A task of the service does it, and no request: it is done at once when an
//! act rings its bell, again and again while something is left, and at the start of the program, also where the
//! browser hung up, pressed twice or waited too long, or the program was killed in between.
//!
//! What is left stands in the database (a dirty round, traces in the files) or in a file that nothing
//! points to any more; nothing is remembered here but who rang.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::{Service, ServiceError};
use machine::clock::Stopwatch;

/// Between two tries while something is left.
const AGAIN: Duration = Duration::from_secs(5);
/// Between two looks while nothing is.
const NAP: Duration = Duration::from_secs(3_600);
/// A try that took long is not made again before so many times as long: somebody wants to be served.
const REST: u32 = 10;
/// So long an act waits for what it left, so that the next page shows it done.
const PATIENCE: Duration = Duration::from_secs(10);

/// The bell of the chores, and how far they have come.
pub(crate) struct BackgroundTasks {
    /// How often somebody rang.
    rung: watch::Sender<u64>,
    /// Up to which ringing everything was tried.
    tried: watch::Sender<u64>,
}

impl BackgroundTasks {
    pub(crate) fn new() -> Self {
        Self {
            rung: watch::Sender::new(0),
            tried: watch::Sender::new(0),
        }
    }

    /// Tells the task that something is to be done, and waits a while for one try of it. Whoever stops
    /// waiting has stopped nothing.
    pub(crate) async fn run_now(&self) {
        let mut mine = 0;
        self.rung.send_modify(|rung| {
            *rung = rung.wrapping_add(1);
            mine = *rung;
        });
        let mut tried = self.tried.subscribe();
        let done = tried.wait_for(|tried| *tried >= mine);
        // Whether it was done in time, the next page asks the database.
        drop(tokio::time::timeout(PATIENCE, done).await);
    }
}

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
