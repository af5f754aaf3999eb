//! Opening connections: every pragma in one place, and the lock of the data directory.

use std::fs::{DirBuilder, File, TryLockError};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{StoreError, schema};
use crate::installation;
use crate::picture::carrying;
use crate::picture::picture_files::PictureFiles;

/// Prepared statements that a connection keeps: as many as the pages of a sitting's day ask, so that
/// none is compiled anew at each look.
const STATEMENTS: usize = 512;

/// The database file inside a data directory.
pub(crate) const FILE: &str = "minsheng.db";

/// The lock of a data directory.
const LOCK: &str = "minsheng.lock";

/// Holds a data directory against a second process, until it is dropped or the process dies.
pub(crate) struct DirectoryLock {
    _file: File,
}

impl DirectoryLock {
    /// Makes the directory if need be and takes its lock.
    pub(crate) fn take(directory: &Path) -> Result<Self, StoreError> {
        let broken = |source| StoreError::Directory {
            path: PathBuf::from(directory),
            source,
        };
        make_directory(directory)?;
        let file = File::create(directory.join(LOCK)).map_err(broken)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse(PathBuf::from(directory))),
            Err(TryLockError::Error(source)) => Err(broken(source)),
        }
    }
}

/// Makes a directory that only its owner may look into: sizes and times of the files alone would tell
/// when somebody casts. One that is there keeps its mode.
pub(crate) fn make_directory(directory: &Path) -> Result<(), StoreError> {
    let made = DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(directory);
    made.map_err(|source| StoreError::Directory {
        path: PathBuf::from(directory),
        source,
    })
}

/// Whether another process holds a directory. Looks, and makes nothing.
pub(crate) fn is_held(directory: &Path) -> bool {
    let Ok(file) = File::open(directory.join(LOCK)) else {
        return false;
    };
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// The writer's connection: WAL, and a commit is on the disk before it is answered.
pub(crate) fn open_writer(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    // The write-ahead log takes the mode of the database file.
    make_private(path)?;
    erase_what_is_deleted(&connection)?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "wal_autocheckpoint", 1000)?;
    keep_statements(&connection)?;
    Ok(connection)
}

/// Makes a copy that no program works on another installation, and closes it again. The copy has no
/// write-ahead log, so everything is in the one file.
pub(crate) fn renew(
    path: &Path,
    epoch: [u8; 16],
    higher: i64,
    from: [u8; 32],
    pictures: &PictureFiles,
) -> Result<(), StoreError> {
    let connection = Connection::open(path)?;
    erase_what_is_deleted(&connection)?;
    connection.pragma_update(None, "synchronous", "full")?;
    carrying::carry_out(&connection, pictures)?;
    schema::prepare(&connection)?;
    installation::renew(&connection, epoch, higher, from)?;
    connection.close().map_err(|(_, error)| error.into())
}

/// Lets nobody but the owner read a file.
pub(crate) fn make_private(path: &Path) -> Result<(), StoreError> {
    let owner_only = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(path, owner_only).map_err(|source| StoreError::Directory {
        path: PathBuf::from(path),
        source,
    })
}

/// A reader's connection, which cannot write even by mistake.
pub(crate) fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    erase_what_is_deleted(&connection)?;
    connection.pragma_update(None, "query_only", true)?;
    keep_statements(&connection)?;
    Ok(connection)
}

/// A statement is compiled once, and its plan stays whatever is bound to it. Without this SQLite compiles
/// a kept statement anew whenever other values are bound, which costs more than most of them do.
fn keep_statements(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// An empty file in which a box is made: nothing is laid beside it, and it is synced when it is whole.
pub(crate) fn open_new_box(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    make_private(path)?;
    erase_what_is_deleted(&connection)?;
    connection.pragma_update_and_check(None, "journal_mode", "memory", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    Ok(connection)
}

/// The connection of a box's writer. Its log is never removed by SQLite: whoever removes the box overwrites
/// it first.
pub(crate) fn open_box(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    keep_log(&connection)?;
    erase_what_is_deleted(&connection)?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "wal_autocheckpoint", 1000)?;
    keep_statements(&connection)?;
    Ok(connection)
}

/// A connection that reads a box.
pub(crate) fn open_box_reader(path: &Path) -> Result<Connection, StoreError> {
    let connection = open_reader(path)?;
    keep_log(&connection)?;
    Ok(connection)
}

fn keep_log(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(())
}

/// A connection that only looks: beside a server that works, or at a file that nobody has open.
pub(crate) fn open_looking(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    Ok(connection)
}

/// Deleted content is overwritten, and nothing is spilled into temporary files: on every connection
/// from its first moment, for the pragma does nothing for what was deleted before it.
fn erase_what_is_deleted(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    connection.pragma_update(None, "temp_store", "memory")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    #[test]
    fn a_kept_statement_is_compiled_once_whatever_is_bound_to_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(FILE);
        let writer = open_writer(&path).unwrap();
        schema::prepare(&writer).unwrap();
        let reader = open_reader(&path).unwrap();
        for connection in [&writer, &reader] {
            let sql = "select p.id from project as p join fund as f on f.project = p.id \
                       where p.congress = ?1 and p.year > ?2 and f.kind = ?3";
            for bound in 0..20 {
                let mut statement = connection.prepare_cached(sql).unwrap();
                assert!(!statement.exists((bound, bound, "own_budget")).unwrap());
                assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
            }
        }
    }
}
