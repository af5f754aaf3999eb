//! Versions of the schema: a new database is `schema.sql`, an old one is carried to it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rusqlite::Connection;

use super::{StoreError, carry};

const SCHEMA: &str = include_str!("../../../schema.sql");

/// The version that this program writes: one more with each release that changes the schema.
const VERSION: i64 = 4;

/// What an older database needs before its rows are carried to the tables of a version.
const BEFORE_CARRYING: &[(i64, &str)] = &[
    // There was one chain: it is the first stretch of the installation's.
    (
        4,
        "drop trigger if exists audit_is_final; alter table audit add column number integer; \
         update audit set number = id",
    ),
];

/// What a version needs besides its tables, run on rows that were carried to it. A shipped one is
/// never edited.
const AFTER_CARRYING: &[(i64, &str)] = &[
    // Papers handed in were counted by sitting: those of a vote that runs are its round's.
    (
        2,
        "insert into paper_stock (round, handed_in) select r.id, d.papers_in from round as r \
         join desk as d on d.sitting = r.sitting where r.stage in ('issuing', 'open', 'paused') \
         and d.papers_in > 0 on conflict (round) do update set handed_in = excluded.handed_in",
    ),
];

/// Foreign parts of a schema that are told.
const TOLD: usize = 5;

/// The word `mshg`, so that a file of another program is never taken for ours.
const APPLICATION: i64 = 0x6d73_6867;

/// The version of a database that this program knows.
pub(crate) fn recognise(connection: &Connection) -> Result<i64, StoreError> {
    let application: i64 = connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let found: i64 = connection.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if application != APPLICATION {
        let path = connection.path().map(PathBuf::from).unwrap_or_default();
        return Err(StoreError::Foreign(path));
    }
    if found > VERSION {
        return Err(StoreError::Newer {
            found,
            known: VERSION,
        });
    }
    Ok(found)
}

/// Makes the tables of the present schema in an empty database.
pub(crate) fn create(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch(SCHEMA)?)
}

/// Tables, indexes and triggers of a database: kind, name and text of each, but for those that SQLite
/// keeps for itself.
fn list(connection: &Connection) -> Result<BTreeSet<(String, String, String)>, StoreError> {
    let sql = "select type, name, coalesce(sql, '') from sqlite_schema where name not like 'sqlite\\_%' escape '\\'";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What of a database's schema this program did not write, such as `trigger evil`: put in, taken out
/// or changed; none where it is as `schema.sql` says.
pub(crate) fn find_foreign(connection: &Connection) -> Result<Option<String>, StoreError> {
    let own = Connection::open_in_memory()?;
    create(&own)?;
    let (there, own) = (list(connection)?, list(&own)?);
    let found: BTreeSet<String> = there
        .symmetric_difference(&own)
        .map(|(kind, name, _)| format!("{kind} {name}"))
        .collect();
    let told: Vec<String> = found.into_iter().take(TOLD).collect();
    Ok((!told.is_empty()).then(|| told.join(", ")))
}

/// Makes or moves the schema of an open database; answers whether an older one was moved.
pub(crate) fn prepare(connection: &Connection) -> Result<bool, StoreError> {
    let application: i64 = connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let found: i64 = connection.pragma_query_value(None, "user_version", |r| r.get(0))?;
    let is_empty: bool =
        connection.query_row("select count(*) = 0 from sqlite_schema", [], |r| r.get(0))?;
    if application == 0 && found == 0 && is_empty {
        connection.execute_batch(&format!(
            "begin immediate; {SCHEMA}; pragma application_id = {APPLICATION}; \
             pragma user_version = {VERSION}; commit;"
        ))?;
        return Ok(false);
    }
    recognise(connection)?;
    if found == VERSION {
        return Ok(false);
    }
    // Tables are renamed under those that refer to them, and every reference is checked at the end.
    connection.execute_batch(
        "pragma foreign_keys = off; pragma legacy_alter_table = on; begin immediate",
    )?;
    let carried = prepare_rows(connection, found).and_then(|()| {
        carry::carry(connection, SCHEMA)?;
        for (_, after) in AFTER_CARRYING.iter().filter(|(of, _)| *of > found) {
            connection.execute_batch(after)?;
        }
        Ok(connection.execute_batch(&format!("pragma user_version = {VERSION}; commit"))?)
    });
    if carried.is_err() {
        connection.execute_batch("rollback")?;
    }
    connection.execute_batch("pragma legacy_alter_table = off; pragma foreign_keys = on")?;
    carried.map(|()| true)
}

fn prepare_rows(connection: &Connection, found: i64) -> Result<(), StoreError> {
    for (_, before) in BEFORE_CARRYING.iter().filter(|(of, _)| *of > found) {
        connection.execute_batch(before)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A used database of each release, as its program left it.
    const KEPT: &[&str] = &[include_str!("../../../tests/databases/version-1.sql")];

    fn version(connection: &Connection) -> i64 {
        connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn a_new_database_has_the_present_version_and_is_left_alone_after() {
        let connection = Connection::open_in_memory().unwrap();
        prepare(&connection).unwrap();
        assert_eq!(version(&connection), VERSION);
        prepare(&connection).unwrap();
        assert_eq!(version(&connection), VERSION);
    }

    #[test]
    fn a_database_of_a_later_program_or_of_another_one_is_refused() {
        let connection = Connection::open_in_memory().unwrap();
        prepare(&connection).unwrap();
        connection
            .pragma_update(None, "user_version", VERSION + 1)
            .unwrap();
        let refused = prepare(&connection).unwrap_err();
        assert!(matches!(refused, StoreError::Newer { found, .. } if found == VERSION + 1));
        let other = Connection::open_in_memory().unwrap();
        other
            .execute_batch("create table theirs (id integer)")
            .unwrap();
        assert!(matches!(
            prepare(&other).unwrap_err(),
            StoreError::Foreign(_)
        ));
    }

    #[test]
    fn a_database_of_each_release_ends_at_the_present_schema_with_all_its_rows() {
        let count = |connection: &Connection, sql: &str| -> i64 {
            connection.query_row(sql, [], |row| row.get(0)).unwrap()
        };
        let new = Connection::open_in_memory().unwrap();
        prepare(&new).unwrap();
        for kept in KEPT {
            let connection = Connection::open_in_memory().unwrap();
            connection.execute_batch(kept).unwrap();
            let lines = count(&connection, "select count(*) from audit");
            let votes = count(&connection, "select sum(votes) from vote_result");
            assert!(
                lines > 100 && votes > 10,
                "it is a used one: {lines} {votes}"
            );
            prepare(&connection).unwrap();
            assert_eq!(version(&connection), VERSION);
            assert_eq!(
                carry::things(&connection).unwrap(),
                carry::things(&new).unwrap()
            );
            assert_eq!(count(&connection, "select count(*) from audit"), lines);
            assert_eq!(
                count(&connection, "select sum(votes) from vote_result"),
                votes
            );
            let whole: String = connection
                .query_row("pragma integrity_check", [], |row| row.get(0))
                .unwrap();
            assert_eq!(whole, "ok");
            assert_eq!(count(&connection, "pragma foreign_keys"), 1);
        }
    }

    #[test]
    fn a_row_that_the_present_schema_forbids_leaves_the_old_database_as_it_was() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(KEPT[0]).unwrap();
        // Whatever else changes, a table whose text differs is made anew.
        let differs = "alter table session add column later text not null default ''";
        connection.execute_batch(differs).unwrap();
        let broken = "pragma ignore_check_constraints = on; update session set term_no = 0; \
                      pragma ignore_check_constraints = off";
        connection.execute_batch(broken).unwrap();
        let before = carry::things(&connection).unwrap();
        assert!(prepare(&connection).is_err());
        assert_eq!(version(&connection), 1);
        assert_eq!(carry::things(&connection).unwrap(), before);
    }
}
