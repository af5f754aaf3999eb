//! Printed slips of a sitting: keyed hashes of codes, ordered by hash; no row says whose it is.

use rusqlite::{OptionalExtension, params};

use super::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::SittingId;

/// A printed slip as the store knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// Of which sitting.
    pub sitting: SittingId,
    /// Keyed hash of its code; the slip's only name.
    pub code_hash: Digest,
    /// Scanned back, or replaced.
    pub is_cancelled: bool,
}

/// The slip of the QR's code.
///
/// # Errors
/// A failing database.
pub fn find_by_code(tx: &ReadTx<'_>, code_hash: Digest) -> Result<Option<Slip>, StoreError> {
    find(tx, "code_hash", code_hash)
}

/// The slip of typed digits, at whatever stage: for the desk.
///
/// # Errors
/// A failing database.
pub fn find_by_digits(tx: &ReadTx<'_>, digits_hash: Digest) -> Result<Option<Slip>, StoreError> {
    find(tx, "digits_hash", digits_hash)
}

/// The slip of typed digits while they let anybody in: while a round of its sitting is issuing, open or
/// paused.
///
/// # Errors
/// A failing database.
pub fn find_held_by_digits(tx: &ReadTx<'_>, digits: Digest) -> Result<Option<Slip>, StoreError> {
    const HELD: &str = "exists (select 1 from round as r where r.sitting = slip.sitting \
                        and r.stage in ('issuing', 'open', 'paused')) and digits_hash";
    find(tx, HELD, digits)
}

/// Whether the digits of any slip let anybody in now.
///
/// # Errors
/// A failing database.
pub fn is_any_held(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from round where stage in ('issuing', 'open', 'paused'))";
    let mut statement = tx.connection.prepare_cached(sql)?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

fn find(tx: &ReadTx<'_>, column: &str, hash: Digest) -> Result<Option<Slip>, StoreError> {
    let sql = format!("select sitting, code_hash, is_cancelled from slip where {column} = ?1");
    let found = tx
        .connection
        .prepare_cached(&sql)?
        .query_row([hash.0], |row| {
            Ok(Slip {
                sitting: SittingId(row.get(0)?),
                code_hash: Digest(row.get(1)?),
                is_cancelled: row.get(2)?,
            })
        });
    Ok(found.optional()?)
}

/// Printed and cancelled slips of a sitting.
///
/// # Errors
/// A failing database.
pub fn count(tx: &ReadTx<'_>, sitting: SittingId) -> Result<(u32, u32), StoreError> {
    let sql = "select count(*), coalesce(sum(is_cancelled), 0) from slip where sitting = ?1";
    Ok(tx
        .connection
        .query_row(sql, [sitting.0], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Living slips of a print.
///
/// # Errors
/// A failing database.
pub fn count_of_print(tx: &ReadTx<'_>, sitting: SittingId, print: u32) -> Result<u32, StoreError> {
    let sql = "select count(*) from slip where sitting = ?1 and print = ?2 and is_cancelled = 0";
    let read = |row: &rusqlite::Row<'_>| row.get(0);
    Ok(tx
        .connection
        .query_row(sql, params![sitting.0, print], read)?)
}

/// Keeps the hashes of a slip of a print.
///
/// # Errors
/// A constraint when a code was drawn before: draw another.
pub fn create(
    tx: &WriteTx<'_>,
    sitting: SittingId,
    print: u32,
    code_hash: Digest,
    digits_hash: Digest,
) -> Result<(), StoreError> {
    let sql = "insert into slip (sitting, print, code_hash, digits_hash) values (?1, ?2, ?3, ?4)";
    let mut statement = tx.connection.prepare_cached(sql)?;
    statement.execute(params![sitting.0, print, code_hash.0, digits_hash.0])?;
    Ok(())
}

/// Cancels one slip; answers whether it was alive.
///
/// # Errors
/// A failing database.
pub fn cancel(tx: &WriteTx<'_>, sitting: SittingId, code: Digest) -> Result<bool, StoreError> {
    let sql = "update slip set is_cancelled = 1 \
               where sitting = ?1 and code_hash = ?2 and is_cancelled = 0";
    Ok(tx.connection.execute(sql, params![sitting.0, code.0])? == 1)
}

/// Whether a slip has voted in any round whose box is not open yet.
///
/// # Errors
/// A failing database.
pub fn has_voted(tx: &ReadTx<'_>, slip: Digest) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from slip as s join round as r on r.sitting = s.sitting \
               join cast_right as c on c.round = r.id and c.slip = s.code_hash \
               where s.code_hash = ?1 and c.spent = 1)";
    let mut statement = tx.connection.prepare_cached(sql)?;
    Ok(statement.query_row([slip.0], |row| row.get(0))?)
}
