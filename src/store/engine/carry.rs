//! Carrying an older database to the present schema: each table that is not as `schema.sql` says is
//! made anew and filled from the old one, column by column of the same name.
//!
//! So a change of the schema is written once, in `schema.sql`, and what a new column holds for old
//! rows is its default there. What no default can say is a statement in [`super::schema`].

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::StoreError;

/// A table, index or trigger by its name: its kind, and the text that makes it.
type SchemaObjects = BTreeMap<String, (String, String)>;

/// More ids than the wiped rehearsals of a first version can have given.
const FREED: i64 = 10_000;

/// Makes tables, indexes and triggers of a database those of `schema`, keeping its rows.
///
/// # Errors
/// A failing database, such as an old row that breaks a rule of the present schema;
/// [`StoreError::Damaged`] when a row would refer to nothing. Nothing is changed then, for the caller's
/// transaction ends.
pub(crate) fn carry(connection: &Connection, schema: &str) -> Result<(), StoreError> {
    let pattern = Connection::open_in_memory()?;
    pattern.execute_batch(schema)?;
    let (wanted, found) = (things(&pattern)?, things(connection)?);
    // Triggers hang on tables, and they forbid what moving rows needs: they come back at the end.
    for (name, (kind, _)) in &found {
        if kind != "table" {
            connection.execute_batch(&format!("drop {kind} if exists \"{name}\""))?;
        }
    }
    for (name, (kind, text)) in &wanted {
        match found.get(name) {
            Some((_, before)) if before == text => {}
            _ if kind != "table" => {}
            None => connection.execute_batch(text)?,
            Some(_) => {
                connection
                    .execute_batch(&format!("alter table \"{name}\" rename to \"old {name}\""))?;
                connection.execute_batch(text)?;
                copy(connection, name)?;
                keep_sequence(connection, name)?;
                connection.execute_batch(&format!("drop table \"old {name}\""))?;
            }
        }
    }
    for (name, (kind, _)) in &found {
        if kind == "table" && !wanted.contains_key(name) {
            connection.execute_batch(&format!("drop table \"{name}\""))?;
        }
    }
    for (kind, text) in wanted.values() {
        if kind != "table" {
            connection.execute_batch(text)?;
        }
    }
    if connection.prepare("pragma foreign_key_check")?.exists([])? {
        return Err(StoreError::Damaged("a reference leads nowhere".to_owned()));
    }
    Ok(())
}

/// Tables, indexes and triggers that a schema names; not what SQLite keeps for itself.
pub(crate) fn things(connection: &Connection) -> Result<SchemaObjects, StoreError> {
    let sql = "select name, type, sql from sqlite_schema as one where sql is not null \
               and name not like 'sqlite\\_%' escape '\\' and not exists (select 1 from \
               sqlite_schema as words where words.sql like 'create virtual table%' \
               and one.name like words.name || '\\_%' escape '\\')";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Ids go on after the last that was ever given, not after the last that is left.
fn keep_sequence(connection: &Connection, table: &str) -> Result<(), StoreError> {
    let counts = "select exists (select 1 from sqlite_schema where name = ?1 \
                  and lower(sql) like '%primary key autoincrement%')";
    if !connection.query_row(counts, [table], |row| row.get(0))? {
        return Ok(());
    }
    // A table that did not count before gave its last ids again: those that it gave are guessed high.
    let last = "select coalesce((select seq from sqlite_sequence where name = 'old ' || ?1), \
                (select seq from sqlite_sequence where name = ?1) + ?2, ?2)";
    // No line of the audit log was ever taken out: a gap there would say so.
    let freed = if table == "audit" { 0 } else { FREED };
    let last: i64 = connection.query_row(last, params![table, freed], |row| row.get(0))?;
    connection.execute("delete from sqlite_sequence where name = ?1", [table])?;
    let sql = "insert into sqlite_sequence (name, seq) values (?1, ?2)";
    connection.execute(sql, params![table, last])?;
    Ok(())
}

/// Copies the columns that both have.
fn copy(connection: &Connection, table: &str) -> Result<(), StoreError> {
    let sql = "select group_concat('\"' || now.name || '\"', ', ') \
               from pragma_table_info(?1) as now join pragma_table_info('old ' || ?1) as before \
               on before.name = now.name";
    let columns: String = connection.query_row(sql, [table], |row| row.get(0))?;
    connection.execute_batch(&format!(
        "insert into \"{table}\" ({columns}) select {columns} from \"old {table}\""
    ))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(connection: &Connection) -> i64 {
        let sql = "insert into a (name) values ('x') returning id";
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn ids_go_on_after_the_last_that_was_given_whatever_was_deleted() {
        const NOW: &str =
            "create table a (id integer primary key autoincrement, name text, b text)";
        for (before, least) in [
            (
                "create table a (id integer primary key autoincrement, name text)",
                8,
            ),
            ("create table a (id integer primary key, name text)", FREED),
        ] {
            for kept in ["id < 4", "false"] {
                let connection = Connection::open_in_memory().unwrap();
                connection.execute_batch(before).unwrap();
                for _ in 0..7 {
                    next(&connection);
                }
                let rest = format!("delete from a where not ({kept})");
                connection.execute(&rest, []).unwrap();
                carry(&connection, NOW).unwrap();
                assert!(next(&connection) >= least, "{before}, kept {kept}");
            }
        }
    }
}
