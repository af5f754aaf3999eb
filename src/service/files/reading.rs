//! Reading files away from the threads that answer requests: one at a time, a few may wait.
//!
//! A file of the largest size keeps one processor busy for a second or two. On a machine with two
//! of them a second file at once would hold up the hall that casts its ballots meanwhile.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::ServiceError;

/// Files read at once.
const AT_ONCE: usize = 1;
/// Files that are read or wait for it; one more is told to come again.
const MOST: usize = 8;

/// The places at which files are read or written.
#[derive(Clone)]
pub(crate) struct FileReaders {
    waiting: Arc<Semaphore>,
    working: Arc<Semaphore>,
}

impl FileReaders {
    pub(crate) fn new() -> Self {
        Self {
            waiting: Arc::new(Semaphore::new(MOST)),
            working: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Does a piece of work on a thread of its own when its turn comes.
    ///
    /// # Errors
    /// [`ServiceError::Busy`] when too many wait, or when the work broke off.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ServiceError> {
        let busy = |_| ServiceError::Busy;
        let _waits = self.waiting.try_acquire().map_err(|_| ServiceError::Busy)?;
        let permit = Arc::clone(&self.working).acquire_owned().await;
        let permit = permit.map_err(|_| ServiceError::Busy)?;
        // The permit goes along: a caller that hangs up does not end the work.
        let working = move || {
            let done = work();
            drop(permit);
            done
        };
        tokio::task::spawn_blocking(working).await.map_err(busy)
    }
}
