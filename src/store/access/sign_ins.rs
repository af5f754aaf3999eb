//! Signed-in browsers: only the hash of the cookie is kept.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::digest_opt;
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::AccountId;

/// A signed-in browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignIn {
    pub account: AccountId,
    /// Milliseconds: when it began.
    pub created_at: i64,
    /// Milliseconds: when it was last seen.
    pub seen_at: i64,
    /// Keyed hash of the browser's own name.
    pub browser: Option<Digest>,
}

fn sign_in(row: &Row<'_>) -> Result<SignIn, rusqlite::Error> {
    Ok(SignIn {
        account: AccountId(row.get("account")?),
        created_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
        browser: digest_opt(row, "browser")?,
    })
}

/// The sign-in of a token's hash.
pub fn find(tx: &ReadTx<'_>, token: Digest) -> Result<Option<SignIn>, StoreError> {
    let sql = "select account, created_at, seen_at, browser from sign_in where token_hash = ?1";
    tx.find(sql, [token.0], sign_in)
}

/// The sign-ins of a browser, dead ones too.
pub fn list_of_browser(tx: &ReadTx<'_>, browser: Digest) -> Result<Vec<SignIn>, StoreError> {
    let sql = "select account, created_at, seen_at, browser from sign_in where browser = ?1";
    tx.list(sql, [browser.0], sign_in)
}

/// Keeps a new sign-in.
pub fn create(
    tx: &WriteTx<'_>,
    token: Digest,
    account: AccountId,
    browser: Option<Digest>,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "insert into sign_in (token_hash, account, created_at, seen_at, browser) \
               values (?1, ?2, ?3, ?3, ?4)";
    let browser = browser.map(|hash| hash.0);
    tx.run(
        sql,
        params![token.0, account.0, at.as_millisecond(), browser],
    )
}

/// Notes that a signed-in browser is still there.
pub fn update_seen(tx: &WriteTx<'_>, token: Digest, at: Timestamp) -> Result<(), StoreError> {
    let sql = "update sign_in set seen_at = ?2 where token_hash = ?1";
    tx.run(sql, params![token.0, at.as_millisecond()])
}

/// Ends one sign-in.
pub fn remove(tx: &WriteTx<'_>, token: Digest) -> Result<(), StoreError> {
    tx.run("delete from sign_in where token_hash = ?1", [token.0])
}

/// Ends every sign-in of an account, as a change of password does.
pub fn remove_all(tx: &WriteTx<'_>, account: AccountId) -> Result<(), StoreError> {
    tx.run("delete from sign_in where account = ?1", [account.0])
}
