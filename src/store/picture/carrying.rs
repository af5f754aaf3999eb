//! Carrying the pictures of an older database, in which they lay as blobs, into files of their own.

use rusqlite::{Connection, params};

use super::picture_files::PictureFiles;
use crate::StoreError;

/// Makes files of every picture that lies in the database, and names them in columns that the schema which
/// follows keeps; the blobs go with the old table. May be repeated.
///
/// # Errors
/// A full disk.
pub(crate) fn carry_out(connection: &Connection, files: &PictureFiles) -> Result<(), StoreError> {
    let has = |column: &str| {
        let sql = "select exists (select 1 from pragma_table_info('picture') where name = ?1)";
        connection.query_row(sql, [column], |row| row.get::<_, bool>(0))
    };
    if !has("large")? {
        return Ok(());
    }
    if !has("large_file")? {
        connection.execute_batch(
            "begin immediate; alter table picture add column large_file blob; \
             alter table picture add column small_file blob; commit",
        )?;
    }
    let transaction = connection.unchecked_transaction()?;
    let mut last = 0;
    while let Some((id, large, small)) = next(connection, last)? {
        let (large, small) = (files.keep(&large)?, files.keep(&small)?);
        connection.execute(
            "update picture set large_file = ?2, small_file = ?3 where id = ?1",
            params![id, large.name().0, small.name().0],
        )?;
        last = id;
    }
    Ok(transaction.commit()?)
}

/// The picture after one: its number and its bytes, large and small.
type Blobs = (i64, Vec<u8>, Vec<u8>);

fn next(connection: &Connection, last: i64) -> Result<Option<Blobs>, StoreError> {
    use rusqlite::OptionalExtension as _;
    let sql = "select id, large, small from picture where id > ?1 order by id limit 1";
    let row = connection
        .query_row(sql, [last], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::digest::Digest;

    const KEPT: &str = include_str!("../../../tests/databases/version-1.sql");

    #[test]
    fn pictures_of_an_older_database_become_files_and_their_rows_name_them() {
        let directory = tempfile::tempdir().unwrap();
        let files = PictureFiles::of(directory.path());
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(KEPT).unwrap();
        let before: i64 = connection
            .query_row("select count(*) from picture", [], |row| row.get(0))
            .unwrap();
        for (large, small) in [("one", "1"), ("two", "2"), ("one", "1")] {
            let sql = "insert into picture (owner_kind, owner, added_at, width, height, large, small) \
                       values ('project', 1, 0, 4, 3, ?1, ?2)";
            let blobs = params![large.as_bytes(), small.as_bytes()];
            connection.execute(sql, blobs).unwrap();
        }
        // Cut short after the files were made, it is done once more.
        carry_out(&connection, &files).unwrap();
        carry_out(&connection, &files).unwrap();
        assert!(crate::engine::schema::prepare(&connection).unwrap());
        let mut statement = connection
            .prepare("select large_file, small_file from picture order by id desc limit 3")
            .unwrap();
        let named: Vec<(Digest, Digest)> = statement
            .query_map([], |row| Ok((Digest(row.get(0)?), Digest(row.get(1)?))))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let read = |name| String::from_utf8(files.read(name).unwrap()).unwrap();
        let told: Vec<String> = named
            .iter()
            .map(|(large, small)| format!("{} {}", read(*large), read(*small)))
            .collect();
        assert_eq!(told, ["one 1", "two 2", "one 1"]);
        let rows: i64 = connection
            .query_row("select count(*) from picture", [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows, before + 3);
        carry_out(&connection, &files).unwrap();
    }
}
