//! Printed slips of a sitting: keyed hashes of codes, ordered by hash; no row says whose it is.

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::SittingId;

/// A printed slip as the store knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    pub sitting: SittingId,
    /// Keyed hash of its code; the slip's only name.
    pub code_hash: Digest,
    /// Scanned back, or replaced.
    pub is_cancelled: bool,
}

/// The slip of the QR's code.
pub fn find_by_code(tx: &ReadTx<'_>, code_hash: Digest) -> Result<Option<Slip>, StoreError> {
    find(tx, "code_hash", code_hash)
}

/// The slip of typed digits, at whatever stage: for the desk.
pub fn find_by_digits(tx: &ReadTx<'_>, digits_hash: Digest) -> Result<Option<Slip>, StoreError> {
    find(tx, "digits_hash", digits_hash)
}

/// The slip of typed digits while they let anybody in: while a round of its sitting is issuing, open or
/// paused.
pub fn find_held_by_digits(tx: &ReadTx<'_>, digits: Digest) -> Result<Option<Slip>, StoreError> {
    const HELD: &str = "exists (select 1 from round as r where r.sitting = slip.sitting \
                        and r.stage in ('issuing', 'open', 'paused')) and digits_hash";
    find(tx, HELD, digits)
}

/// Whether the digits of any slip let anybody in now.
pub fn is_any_held(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from round where stage in ('issuing', 'open', 'paused'))";
    tx.one(sql, [], |row| row.get(0))
}

fn find(tx: &ReadTx<'_>, column: &str, hash: Digest) -> Result<Option<Slip>, StoreError> {
    let sql = format!("select sitting, code_hash, is_cancelled from slip where {column} = ?1");
    tx.find(&sql, [hash.0], |row| {
        Ok(Slip {
            sitting: SittingId(row.get(0)?),
            code_hash: Digest(row.get(1)?),
            is_cancelled: row.get(2)?,
        })
    })
}

/// Printed and cancelled slips of a sitting.
pub fn count(tx: &ReadTx<'_>, sitting: SittingId) -> Result<(u32, u32), StoreError> {
    let sql = "select count(*), coalesce(sum(is_cancelled), 0) from slip where sitting = ?1";
    tx.one(sql, [sitting.0], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Living slips of a print.
pub fn count_of_print(tx: &ReadTx<'_>, sitting: SittingId, print: u32) -> Result<u32, StoreError> {
    let sql = "select count(*) from slip where sitting = ?1 and print = ?2 and is_cancelled = 0";
    let read = |row: &rusqlite::Row<'_>| row.get(0);
    tx.one(sql, params![sitting.0, print], read)
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
    tx.run(sql, params![sitting.0, print, code_hash.0, digits_hash.0])
}

/// Cancels one slip; answers whether it was alive.
pub fn cancel(tx: &WriteTx<'_>, sitting: SittingId, code: Digest) -> Result<bool, StoreError> {
    let sql = "update slip set is_cancelled = 1 \
               where sitting = ?1 and code_hash = ?2 and is_cancelled = 0";
    Ok(tx.change(sql, params![sitting.0, code.0])? == 1)
}
