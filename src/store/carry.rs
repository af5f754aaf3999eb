//! Carrying an older database to the present schema: each table that is not as `schema.sql` says is
//! made anew and filled from the old one, column by column of the same name.
//!
//! So a change of the schema is written once, in `schema.sql`, and what a new column holds for old
//! rows is its default there. What no default can say is a statement in [`super::schema`].

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::StoreError;

/// A table, index or trigger by its name: its kind, and the text that makes it.
type Things = BTreeMap<String, (String, String)>;

/// Makes tables, indexes and triggers of a database those of `schema`, keeping its rows.
///
/// # Errors
/// A failing database, such as an old row that breaks a rule of the present schema;
/// [`StoreError::Damaged`] when a row would refer to nothing. Nothing is changed then, for the caller's
/// transaction ends.
pub(super) fn carry(connection: &Connection, schema: &str) -> Result<(), StoreError> {
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
pub(super) fn things(connection: &Connection) -> Result<Things, StoreError> {
    let sql = "select name, type, sql from sqlite_schema as one where sql is not null \
               and name not like 'sqlite\\_%' escape '\\' and not exists (select 1 from \
               sqlite_schema as words where words.sql like 'create virtual table%' \
               and one.name like words.name || '\\_%' escape '\\')";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
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
