//! What acts leave to be done after they are committed: removing keys, scrubbing the files, removing
//! photos that nobody took. A task of the service does it, and no request: it is done at once when an
//! act rings its bell, again and again while something is left, and at the start of the program, also where the
//! browser hung up, pressed twice or waited too long, or the program was killed in between.
//!
//! What is left stands in the database (a dirty round, traces in the files) or in a file that nothing
//! points to any more; nothing is remembered here but who rang.

use std::time::Duration;

use tokio::sync::watch;

/// So long an act waits for what it left, so that the next page shows it done.
const PATIENCE: Duration = Duration::from_secs(10);

/// The bell of the chores, and how far they have come.
pub(crate) struct BackgroundTasks {
    /// How often somebody rang.
    pub(super) rung: watch::Sender<u64>,
    /// Up to which ringing everything was tried.
    pub(super) tried: watch::Sender<u64>,
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
