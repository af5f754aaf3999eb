//! Copies of the database by `vacuum into`: whole, without free pages, without a write-ahead log.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{StoreError, schema, scrub};

/// Writes a copy into an empty file; answers with the version of its schema.
pub(crate) fn copy_into(connection: &Connection, to: &Path) -> Result<i64, StoreError> {
    let Some(to) = to.to_str() else {
        return Err(StoreError::Directory {
            path: to.to_owned(),
            source: std::io::ErrorKind::InvalidFilename.into(),
        });
    };
    connection.execute("vacuum into ?1", [to])?;
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Copies a damaged database byte by byte: what cannot be rebuilt is kept as it is. Any other failure
/// of [`copy_into`] stays one.
pub(crate) fn copy_as_it_is(
    connection: &Connection,
    to: &Path,
    failed: StoreError,
) -> Result<i64, StoreError> {
    let is_damaged = matches!(failed, StoreError::Unsound(_));
    let (true, Some(from)) = (is_damaged, connection.path()) else {
        return Err(failed);
    };
    if scrub::truncate(connection).is_err() {
        return Err(failed);
    }
    std::fs::copy(from, to).map_err(|source| StoreError::Directory {
        path: to.to_owned(),
        source,
    })?;
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Opens a copy to read it; the file is not changed, and nothing is laid beside it.
pub(crate) fn open_copy(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let escaped: String = path
        .to_string_lossy()
        .chars()
        .flat_map(|char| match char {
            '%' => "%25".chars().collect::<Vec<_>>(),
            '?' => "%3f".chars().collect(),
            '#' => "%23".chars().collect(),
            other => vec![other],
        })
        .collect();
    let address = format!("file:{escaped}?immutable=1");
    Ok(Connection::open_with_flags(address, flags)?)
}

/// Reads a copy through and answers with the version of its schema.
///
/// # Errors
/// [`StoreError::Foreign`] and [`StoreError::Newer`] as when opening, [`StoreError::Damaged`] with
/// what SQLite finds wrong.
pub(crate) fn examine(path: &Path) -> Result<i64, StoreError> {
    let connection = open_copy(path)?;
    let version = schema::recognise(&connection)?;
    let found: String = connection.query_row("pragma integrity_check", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(StoreError::Damaged(found));
    }
    let mut broken = connection.prepare("pragma foreign_key_check")?;
    if broken.exists([])? {
        return Err(StoreError::Damaged("a reference leads nowhere".to_owned()));
    }
    Ok(version)
}
