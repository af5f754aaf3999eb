//! A few query-only connections. The permit lives inside the blocking closure: a caller that hangs
//! up must not free a place whose connection is still at work.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::{ReadTx, StoreError, db};
use crate::voting::box_file::BoxFiles;
use machine::bounds::READERS;
use machine::telemetry;

/// A work that only reads. It is boxed, so that what carries it is compiled once for an answer, not
/// once for each work.
pub(crate) type ReadJob<T, E> = Box<dyn FnOnce(&ReadTx<'_>) -> Result<T, E> + Send>;

#[derive(Clone)]
pub(crate) struct Readers {
    permits: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<Connection>>>,
    boxes: BoxFiles,
}

impl Readers {
    pub(crate) fn open(path: &Path, boxes: BoxFiles) -> Result<Self, StoreError> {
        let idle: Result<Vec<_>, _> = (0..READERS).map(|_| db::open_reader(path)).collect();
        let permits = Semaphore::new(usize::try_from(READERS).unwrap_or(1));
        Ok(Self {
            permits: Arc::new(permits),
            idle: Arc::new(Mutex::new(idle?)),
            boxes,
        })
    }

    pub(crate) async fn read<T, E>(&self, work: ReadJob<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, mut answer) = oneshot::channel();
        let working = move |tx: &ReadTx<'_>| drop(reply.send(work(tx)));
        self.lend(Box::new(working)).await?;
        answer
            .try_recv()
            .unwrap_or_else(|_| Err(StoreError::Lost.into()))
    }

    /// Runs a work on a connection that nobody else has, in a transaction that is rolled back.
    async fn lend(&self, work: Box<dyn FnOnce(&ReadTx<'_>) + Send>) -> Result<(), StoreError> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|_| StoreError::Lost)?;
        let (idle, boxes) = (Arc::clone(&self.idle), self.boxes.clone());
        let reading = move || {
            let borrowed = BorrowedConnection::take(idle, permit)?;
            let connection = borrowed.connection.as_ref().ok_or(StoreError::Lost)?;
            connection.execute_batch("begin")?;
            work(&ReadTx::beside(connection, Some(&boxes)));
            Ok(connection.execute_batch("rollback")?)
        };
        let done = tokio::task::spawn_blocking(reading).await;
        done.unwrap_or(Err(StoreError::Lost))
    }

    /// Waits until nobody reads and keeps everybody out while the guard lives.
    pub(crate) async fn all(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        let all = Arc::clone(&self.permits).acquire_many_owned(READERS).await;
        all.map_err(|_| StoreError::Lost)
    }
}

/// A connection that goes back to its place even when the work panics.
struct BorrowedConnection {
    connection: Option<Connection>,
    idle: Arc<Mutex<Vec<Connection>>>,
    _permit: OwnedSemaphorePermit,
}

impl BorrowedConnection {
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

impl Drop for BorrowedConnection {
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
