//! One box: a writer of its own, and connections that only read.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::Connection;

use super::{cast_count, making, state};
use crate::engine::writer::{WriteClosure, Writer};
use crate::engine::{ReadTx, StoreError, WriteTx, Written, db};
use domain::id::{BoxName, RoundId};

/// An open box. Everything of it is closed when it is dropped.
pub struct BoxFile {
    path: PathBuf,
    round: RoundId,
    only_looks: bool,
    /// Connections that nobody reads with now.
    idle: Mutex<Vec<Connection>>,
    /// The writer and its thread, from the first write on.
    writer: Mutex<Option<(Writer, JoinHandle<()>)>>,
}

impl BoxFile {
    /// Opens the file of a box.
    ///
    /// # Errors
    /// What is wrong with it, where it is not the box of that name.
    pub(super) fn open(name: BoxName, path: PathBuf, only_looks: bool) -> Result<Self, StoreError> {
        let connection = if only_looks {
            db::open_looking(&path)?
        } else {
            // The first connection finishes what a kill has left in the write-ahead log.
            db::open_box(&path)?
        };
        making::recognise(&connection)?;
        let found = state::get(&ReadTx::on(&connection))?;
        if found.name != name {
            return Err(StoreError::Foreign(path));
        }
        let reader = if only_looks {
            connection
        } else {
            db::open_box_reader(&path)?
        };
        Ok(Self {
            path,
            round: found.round,
            only_looks,
            idle: Mutex::new(vec![reader]),
            writer: Mutex::default(),
        })
    }

    /// The round whose ballots it takes.
    pub(crate) fn round(&self) -> RoundId {
        self.round
    }

    /// Whether its file lies there still: what is written in one that was taken away would be lost.
    pub(crate) fn is_there(&self) -> bool {
        self.path.exists()
    }

    /// Reads, seeing one state throughout.
    ///
    /// # Errors
    /// What the work returns, or a failing file.
    pub(crate) fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let found = self.idle().pop();
        let connection = match found {
            Some(connection) => connection,
            None => self.reader()?,
        };
        let begun = connection.execute_batch("begin");
        begun.map_err(|error| E::from(error.into()))?;
        let done = work(&ReadTx::on(&connection));
        let ended = connection.execute_batch("rollback");
        ended.map_err(|error| E::from(error.into()))?;
        self.idle().push(connection);
        done
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reader(&self) -> Result<Connection, StoreError> {
        if self.only_looks {
            db::open_looking(&self.path)
        } else {
            db::open_box_reader(&self.path)
        }
    }

    /// The writer; it is started for the first who writes.
    fn writer(&self) -> Result<Writer, StoreError> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((writer, _)) = &*writer {
            return Ok(writer.clone());
        }
        if self.only_looks {
            return Err(StoreError::Lost);
        }
        let path: Arc<Path> = Arc::from(self.path.as_path());
        let open = move || {
            let connection = db::open_box(&path)?;
            cast_count::begin(&connection)?;
            Ok(connection)
        };
        let connection = open()?;
        let anew = Box::new(open);
        let started = Writer::start_box(connection, anew)?;
        Ok(writer.insert(started).0.clone())
    }

    /// Runs a piece of work as one transaction of the box and answers after it is durable. What is
    /// written in a box has no event: acts have theirs in the record.
    ///
    /// # Errors
    /// What the work returns, or a [`StoreError`]: [`StoreError::NotDurable`] when nobody knows whether
    /// it was done.
    pub(crate) async fn write<T, E>(
        &self,
        work: impl FnOnce(&WriteTx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let writer = self.writer()?;
        writer.write(unrecorded(work)).await
    }

    /// The same for the writer of the record, inside an act.
    pub(crate) fn write_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&WriteTx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.writer()?.write_now(unrecorded(work))
    }

    /// Closes every connection: nothing of this process works in the file after.
    pub(super) fn close(self) {
        let writer = self.writer.into_inner();
        if let Some((writer, thread)) = writer.unwrap_or_else(PoisonError::into_inner) {
            drop(writer);
            // A thread that panicked has closed its connection too.
            drop(thread.join());
        }
    }
}

fn unrecorded<T, E>(
    work: impl FnOnce(&WriteTx<'_>) -> Result<T, E> + Send + 'static,
) -> WriteClosure<T, E> {
    Box::new(move |tx| work(tx).map(Written::unrecorded))
}
