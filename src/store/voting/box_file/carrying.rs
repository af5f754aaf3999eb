//! Carrying the closed boxes of an older database, in which they lay as tables, into files of their own.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::settling::find_opening_by;
use super::{BoxFiles, NewFile};
use crate::engine::{ReadTx, StoreError};
use domain::id::{BoxName, RoundId};

/// Makes a file of every closed box that lies in the database. What is carried is dropped with the tables
/// by the schema that follows. May be repeated.
///
/// # Errors
/// [`StoreError::VoteRuns`] while a vote is open or paused: the program that began it ends it. A full disk.
pub(crate) fn carry_out(connection: &Connection, boxes: &BoxFiles) -> Result<(), StoreError> {
    if !has_table(connection, "box_ballot")? {
        return Ok(());
    }
    let is_voting: bool = connection.query_row(
        "select exists (select 1 from round where stage in ('open', 'paused'))",
        [],
        |row| row.get(0),
    )?;
    if is_voting {
        return Err(StoreError::VoteRuns);
    }
    name_all(connection)?;
    let sql = "select b.round, b.drawn, b.public_key, b.context from sealed_box as b \
               join round as r on r.id = b.round \
               where r.stage in ('closed', 'accounted') and b.public_key is not null";
    let mut statement = connection.prepare(sql)?;
    let closed = statement.query_map([], |row| {
        Ok(NewFile {
            round: RoundId(row.get(0)?),
            name: BoxName(row.get(1)?),
            public_key: row.get(2)?,
            context: row.get(3)?,
            epoch: None,
        })
    })?;
    for new in closed.collect::<Result<Vec<_>, _>>()? {
        boxes.make(&new, |file| fill(connection, file, new.round))?;
    }
    Ok(())
}

fn has_table(connection: &Connection, name: &str) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from sqlite_schema where type = 'table' and name = ?1)";
    Ok(connection.query_row(sql, [name], |row| row.get(0))?)
}

/// Boxes of the first version have no random name: each is given one.
fn name_all(connection: &Connection) -> Result<(), StoreError> {
    let sql = "select 1 from pragma_table_info('sealed_box') where name = 'drawn'";
    let is_named = connection.query_row(sql, [], |_| Ok(())).optional()?;
    if is_named.is_none() {
        connection.execute_batch(
            "begin immediate; alter table sealed_box add column drawn blob; \
             update sealed_box set drawn = randomblob(16); commit",
        )?;
    }
    Ok(())
}

fn fill(from: &Connection, file: &Connection, round: RoundId) -> Result<(), StoreError> {
    let opened = find_opening_by(&ReadTx::on(from), round, "id")?;
    file.execute(
        "update state set stage = 'closed', opened_line = ?1, opened_hash = ?2",
        params![opened.number, opened.hash.0],
    )?;
    for (table, columns, take, put) in [
        (
            "cast_right",
            2,
            "select slip, spent from cast_right where round = ?1 order by slip",
            "insert into cast_right (slip, spent) values (?1, ?2)",
        ),
        (
            "box_ballot",
            2,
            "select key, body from box_ballot where round = ?1 order by key",
            "insert into box_ballot (key, body) values (?1, ?2)",
        ),
        (
            "box_remark",
            2,
            "select key, body from box_remark where round = ?1 order by key",
            "insert into box_remark (key, body) values (?1, ?2)",
        ),
        (
            "batch_paper",
            3,
            "select key, body, batch from batch_paper where round = ?1 order by key",
            "insert into batch_paper (key, body, batch) values (?1, ?2, ?3)",
        ),
    ] {
        if !has_table(from, table)? {
            continue;
        }
        let mut take = from.prepare(take)?;
        let mut put = file.prepare(put)?;
        let mut rows = take.query([round.0])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                put.raw_bind_parameter(column + 1, row.get::<_, Value>(column)?)?;
            }
            put.raw_execute()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voting::box_file::LyingBox;
    use crate::voting::box_file::state;
    use domain::voting::box_file::BoxStage;

    const KEPT: &str = include_str!("../../../../tests/databases/version-1.sql");

    /// A database of the first version with a box that was closed and not opened yet.
    fn closed(stage: &str) -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(KEPT).unwrap();
        let change = format!(
            "delete from opened_paper; delete from cast_right; \
             update round set stage = '{stage}' where id = 1; \
             update sealed_box set context = x'01', public_key = zeroblob(32) where round = 1; \
             insert into cast_right (round, slip, spent, form_hash) values \
             (1, zeroblob(32), 1, zeroblob(32)), (1, x'{one}', 0, null); \
             insert into box_ballot values (1, zeroblob(16), zeroblob(60)); \
             insert into box_remark values (1, zeroblob(16), zeroblob(70)); \
             insert into paper_batch values (1, 1, 1, zeroblob(32)); \
             insert into batch_paper values (1, 1, zeroblob(16), zeroblob(80))",
            one = "01".repeat(32),
        );
        connection.execute_batch(&change).unwrap();
        connection
    }

    fn carried(connection: &Connection) -> BoxName {
        let sql = "select drawn from sealed_box where round = 1";
        connection
            .query_row(sql, [], |row| row.get(0).map(BoxName))
            .unwrap()
    }

    #[test]
    fn a_closed_box_of_an_older_database_is_carried_to_a_file_with_all_that_lies_in_it() {
        let directory = tempfile::tempdir().unwrap();
        let boxes = BoxFiles::of(directory.path());
        let connection = closed("accounted");
        // Cut short after the file was made, it is done once more.
        carry_out(&connection, &boxes).unwrap();
        carry_out(&connection, &boxes).unwrap();
        let name = carried(&connection);
        let LyingBox::Box(found) = boxes.look(name).unwrap() else {
            panic!("no box");
        };
        assert_eq!(found.round(), RoundId(1));
        let state = found.read(state::get).unwrap();
        assert!(state.stage == BoxStage::Closed && state.epoch.is_none());
        let told = found.read(|tx| find_line(tx, &state, &connection)).unwrap();
        assert!(told.contains("act=open-vote"), "{told}");
        for (sql, rows) in [
            ("select count(*) from cast_right", 2),
            ("select count(*) from cast_right where spent = 1", 1),
            ("select count(*) from box_ballot where length(body) = 60", 1),
            ("select count(*) from box_remark where length(body) = 70", 1),
            (
                "select count(*) from batch_paper where length(body) = 80 and batch = 1",
                1,
            ),
        ] {
            let count = found.read(|tx| tx.one(sql, [], |row| row.get::<_, i64>(0)));
            assert_eq!(count.unwrap(), rows, "{sql}");
        }
        // The schema that follows drops what was carried, and keeps the name.
        assert!(crate::engine::schema::prepare(&connection).unwrap());
        assert!(!has_table(&connection, "box_ballot").unwrap());
        assert_eq!(carried(&connection), name);
        carry_out(&connection, &boxes).unwrap();
        drop(found);
        boxes.remove(name).unwrap();
        assert!(boxes.is_gone(name));
    }

    fn find_line(
        _: &ReadTx<'_>,
        state: &state::BoxState,
        record: &Connection,
    ) -> Result<String, StoreError> {
        let opened = state.opened.unwrap();
        let sql = "select line from audit where id = ?1 and hash = ?2";
        let values = params![opened.number, opened.hash.0];
        Ok(record.query_row(sql, values, |row| row.get(0))?)
    }

    #[test]
    fn a_vote_that_runs_is_ended_by_the_program_that_began_it() {
        let directory = tempfile::tempdir().unwrap();
        let boxes = BoxFiles::of(directory.path());
        for stage in ["open", "paused"] {
            let refused = carry_out(&closed(stage), &boxes).unwrap_err();
            assert!(matches!(refused, StoreError::VoteRuns), "{refused}");
        }
    }
}
