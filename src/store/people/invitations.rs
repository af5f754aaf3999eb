//! Printed slips for the first sign-in of deputies and units: a keyed hash, gone when used.

use jiff::Timestamp;
use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::AccountId;

/// The account that a code invites, while it lives.
pub fn find(
    tx: &ReadTx<'_>,
    code: Digest,
    now: Timestamp,
) -> Result<Option<AccountId>, StoreError> {
    let sql = "select account from invitation where code_hash = ?1 and expires_at > ?2";
    let found = tx.find(sql, params![code.0, now.as_millisecond()], |row| row.get(0))?;
    Ok(found.map(AccountId))
}

/// Invites an account; an earlier invitation of it ends.
pub fn save(
    tx: &WriteTx<'_>,
    account: AccountId,
    code: Digest,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "insert into invitation (account, code_hash, expires_at) values (?1, ?2, ?3) \
               on conflict (account) do update set code_hash = ?2, expires_at = ?3";
    tx.run(sql, params![account.0, code.0, expires_at.as_millisecond()])
}

/// Ends an account's invitation.
pub fn remove(tx: &WriteTx<'_>, account: AccountId) -> Result<(), StoreError> {
    let sql = "delete from invitation where account = ?1";
    tx.run(sql, [account.0])
}
