//! Which state of the record is the latest, without reading it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use super::{StoreError, db};

/// A state of the record: another one after each commit, whoever made it, also with another program. Two
/// of one run of the program are compared, and no more is told by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordState(i64);

/// A connection that does nothing but look whether others have committed.
#[derive(Clone)]
pub(crate) struct StateWatch(Arc<Mutex<Connection>>);

impl StateWatch {
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self(Arc::new(Mutex::new(db::open_reader(path)?))))
    }

    /// SQLite's own count of other connections' commits, which it keeps in shared memory.
    pub(crate) fn look(&self) -> Result<RecordState, StoreError> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let state = connection
            .prepare_cached("pragma data_version")?
            .query_row([], |row| row.get(0));
        Ok(RecordState(state?))
    }
}
