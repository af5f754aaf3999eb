//! Versions of the schema: a new database is `schema.sql`, an old one is moved step by step.

use std::path::PathBuf;

use rusqlite::Connection;

use super::StoreError;

const SCHEMA: &str = include_str!("../../schema.sql");

/// Steps from version n to n + 1, oldest first. A shipped step is never edited.
const MIGRATIONS: &[&str] = &[];

/// The word `mshg`, so that a file of another program is never taken for ours.
const APPLICATION: i64 = 0x6d73_6867;

/// The version that this program writes: 1 is the first schema, each migration adds one.
fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX - 1) + 1
}

/// The version of a database that this program knows.
pub(super) fn recognise(connection: &Connection) -> Result<i64, StoreError> {
    let application: i64 = connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let found: i64 = connection.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if application != APPLICATION {
        let path = connection.path().map(PathBuf::from).unwrap_or_default();
        return Err(StoreError::Foreign(path));
    }
    if found > known() {
        return Err(StoreError::Newer {
            found,
            known: known(),
        });
    }
    Ok(found)
}

/// Makes or moves the schema of an open database.
pub(super) fn prepare(connection: &Connection) -> Result<(), StoreError> {
    let application: i64 = connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let found: i64 = connection.pragma_query_value(None, "user_version", |r| r.get(0))?;
    let is_empty: bool =
        connection.query_row("select count(*) = 0 from sqlite_schema", [], |r| r.get(0))?;
    if application == 0 && found == 0 && is_empty {
        connection.execute_batch(&format!(
            "begin immediate; {SCHEMA}; pragma application_id = {APPLICATION}; \
             pragma user_version = {}; commit;",
            known()
        ))?;
        return Ok(());
    }
    recognise(connection)?;
    let done = usize::try_from(found - 1).unwrap_or(0);
    for (step, migration) in MIGRATIONS.iter().enumerate().skip(done) {
        connection.execute_batch(&format!(
            "begin immediate; {migration}; pragma user_version = {}; commit;",
            step + 2
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(connection: &Connection) -> i64 {
        connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn a_new_database_has_the_present_version_and_is_left_alone_after() {
        let connection = Connection::open_in_memory().unwrap();
        prepare(&connection).unwrap();
        assert_eq!(version(&connection), known());
        prepare(&connection).unwrap();
        assert_eq!(version(&connection), known());
    }

    #[test]
    fn a_database_of_a_later_program_or_of_another_one_is_refused() {
        let connection = Connection::open_in_memory().unwrap();
        prepare(&connection).unwrap();
        connection
            .pragma_update(None, "user_version", known() + 1)
            .unwrap();
        let refused = prepare(&connection).unwrap_err();
        assert!(matches!(refused, StoreError::Newer { found, .. } if found == known() + 1));
        let other = Connection::open_in_memory().unwrap();
        other
            .execute_batch("create table theirs (id integer)")
            .unwrap();
        assert!(matches!(
            prepare(&other).unwrap_err(),
            StoreError::Foreign(_)
        ));
    }
}
