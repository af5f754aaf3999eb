//! How many rights of a box are spent, in the memory of the connection that casts: counted once when it is
//! opened, and from then on by each cast inside its own transaction, so that what is taken back was never
//! counted.

use rusqlite::Connection;

use crate::engine::{ReadTx, StoreError, WriteTx};

/// Counts for a connection that was opened.
pub(super) fn begin(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch(
        "create temp table cast_count as select count(*) as number from cast_right where spent = 1",
    )?)
}

/// As many as are spent now.
pub(crate) fn get(tx: &ReadTx<'_>) -> Result<u32, StoreError> {
    tx.one("select number from temp.cast_count", [], |row| row.get(0))
}

/// One more; for a right that was spent before the same statement, and as many.
pub(crate) fn add(tx: &WriteTx<'_>, was_spent: bool) -> Result<(), StoreError> {
    let sql = "update temp.cast_count set number = number + ?1";
    tx.run(sql, [!was_spent])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_back_was_never_counted() {
        let connection = Connection::open_in_memory().unwrap();
        crate::voting::box_file::schema(&connection).unwrap();
        let right = "insert into cast_right (slip, spent) values (zeroblob(32), 1)";
        connection.execute(right, []).unwrap();
        begin(&connection).unwrap();
        let tx = WriteTx::on(&connection);
        assert_eq!(get(&tx).unwrap(), 1, "counted when it is opened");
        connection.execute_batch("begin; savepoint work").unwrap();
        add(&tx, false).unwrap();
        add(&tx, true).unwrap();
        assert_eq!(get(&tx).unwrap(), 2, "a repeat counts nothing");
        connection
            .execute_batch("rollback to work; release work; commit")
            .unwrap();
        assert_eq!(get(&tx).unwrap(), 1);
        connection.execute_batch("begin").unwrap();
        add(&tx, false).unwrap();
        connection.execute_batch("commit").unwrap();
        assert_eq!(get(&tx).unwrap(), 2);
    }
}
