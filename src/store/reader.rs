//! A few query-only connections. The permit lives inside the blocking closure: a caller that hangs
//! up must not free a place whose connection is still at work.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{ReadTx, StoreError, db};
use machine::bounds::READERS;
use machine::telemetry;

#[derive(Clone)]
pub(super) struct Readers {
    permits: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let idle: Result<Vec<_>, _> = (0..READERS).map(|_| db::open_reader(path)).collect();
        let permits = Semaphore::new(usize::try_from(READERS).unwrap_or(1));
        Ok(Self {
            permits: Arc::new(permits),
            idle: Arc::new(Mutex::new(idle?)),
        })
    }

    pub(super) async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&ReadTx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let lost = |_| StoreError::Lost;
        let permit = Arc::clone(&self.permits)
            .acquire_owned()
            .await
            .map_err(lost)?;
        let idle = Arc::clone(&self.idle);
        let reading = move || {
            let borrowed = Borrowed::take(idle, permit)?;
            let connection = borrowed.connection.as_ref().ok_or(StoreError::Lost)?;
            connection
                .execute_batch("begin")
                .map_err(StoreError::from)?;
            let result = work(&ReadTx::on(connection));
            connection
                .execute_batch("rollback")
                .map_err(StoreError::from)?;
            result
        };
        tokio::task::spawn_blocking(reading)
            .await
            .unwrap_or_else(|_| Err(StoreError::Lost.into()))
    }

    /// Waits until nobody reads and keeps everybody out while the guard lives.
    pub(super) async fn all(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        let all = Arc::clone(&self.permits).acquire_many_owned(READERS).await;
        all.map_err(|_| StoreError::Lost)
    }
}

/// A connection that goes back to its place even when the work panics.
struct Borrowed {
    connection: Option<Connection>,
    idle: Arc<Mutex<Vec<Connection>>>,
    _permit: OwnedSemaphorePermit,
}

impl Borrowed {
    fn take(
        idle: Arc<Mutex<Vec<Connection>>>,
        permit: OwnedSemaphorePermit,
    ) -> Result<Self, StoreError> {
        let connection = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if connection.is_none() {
            return Err(StoreError::Lost);
        }
        Ok(Self {
            connection,
            idle,
            _permit: permit,
        })
    }
}

impl Drop for Borrowed {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            // A work that panicked left its transaction open: its snapshot would hold the WAL.
            if !connection.is_autocommit()
                && let Err(error) = connection.execute_batch("rollback")
            {
                telemetry::note(format!(
                    "a reader's transaction could not be ended: {error}"
                ));
            }
            self.idle
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(connection);
        }
    }
}
