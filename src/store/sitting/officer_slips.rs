//! The one-time slips of officers without an account, and the devices that they opened: hashes alone.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::two_people::ActScreen;
use domain::digest::Digest;
use domain::id::{AccountId, OfficerId, SessionId};

/// The slip of an officer, as far as anybody may know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficerSlip {
    pub officer: OfficerId,
    /// Milliseconds: when two people gave it out.
    pub given_at: i64,
    /// Milliseconds: when it ends unopened; none until it is printed.
    pub expires_at: Option<i64>,
    /// Milliseconds: when it was opened.
    pub opened_at: Option<i64>,
    /// Whether the device that it opened still acts.
    pub is_open: bool,
    /// What that device is.
    pub screen: ActScreen,
    /// Keyed hash of the name of the browser that it is.
    pub browser: Option<Digest>,
    /// Who was shown its digits; none until it is printed.
    pub printed_by: Option<AccountId>,
    /// Keyed hash of the name of the browser in which they were shown; none for slips of before that was kept.
    pub printed_in: Option<Digest>,
    /// Which other account saw the officer at the device that it opened.
    pub seen_by: Option<AccountId>,
    /// Slips that the officer was given before this one, and how many of them were opened.
    pub before: (u32, u32),
}

impl OfficerSlip {
    /// Who is not told apart from the officer: whoever was shown the digits, until somebody else saw who
    /// holds the device.
    #[must_use]
    pub fn opened_by(&self) -> Option<AccountId> {
        self.printed_by.filter(|_| self.seen_by.is_none())
    }
}

const COLUMNS: &str = "officer, given_at, expires_at, opened_at, token_hash is not null as is_open, \
                       screen, browser, printed_by, printed_in, seen_by, given_before, opened_before";

fn slip(row: &Row<'_>) -> Result<OfficerSlip, rusqlite::Error> {
    Ok(OfficerSlip {
        officer: OfficerId(row.get("officer")?),
        given_at: row.get("given_at")?,
        expires_at: row.get("expires_at")?,
        opened_at: row.get("opened_at")?,
        is_open: row.get("is_open")?,
        screen: word(row, "screen", ActScreen::from_word)?,
        browser: crate::column::digest_opt(row, "browser")?,
        printed_by: row.get::<_, Option<i64>>("printed_by")?.map(AccountId),
        printed_in: crate::column::digest_opt(row, "printed_in")?,
        seen_by: row.get::<_, Option<i64>>("seen_by")?.map(AccountId),
        before: (row.get("given_before")?, row.get("opened_before")?),
    })
}

fn find_by(
    tx: &ReadTx<'_>,
    column: &'static str,
    value: &dyn rusqlite::ToSql,
) -> Result<Option<OfficerSlip>, StoreError> {
    let sql = format!("select {COLUMNS} from officer_slip where {column} = ?1");
    tx.find(&sql, [value], slip)
}

/// An officer's slip, if one was given out.
pub fn find(tx: &ReadTx<'_>, officer: OfficerId) -> Result<Option<OfficerSlip>, StoreError> {
    find_by(tx, "officer", &officer.0)
}

/// The slip of a code's hash, opened or not.
pub fn find_by_code(tx: &ReadTx<'_>, code: Digest) -> Result<Option<OfficerSlip>, StoreError> {
    find_by(tx, "code_hash", &code.0)
}

/// The slip whose device has a cookie of this hash.
pub fn find_by_token(tx: &ReadTx<'_>, token: Digest) -> Result<Option<OfficerSlip>, StoreError> {
    find_by(tx, "token_hash", &token.0)
}

/// The slip whose device is a browser of this name, while that device acts.
pub fn find_open_in(tx: &ReadTx<'_>, browser: Digest) -> Result<Option<OfficerSlip>, StoreError> {
    let sql =
        format!("select {COLUMNS} from officer_slip where browser = ?1 and token_hash is not null");
    tx.find(&sql, [browser.0], slip)
}

/// The slips of a session's officers.
pub fn list(tx: &ReadTx<'_>, session: SessionId) -> Result<Vec<OfficerSlip>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from officer_slip \
         where officer in (select id from officer where session = ?1) order by officer"
    );
    tx.list(&sql, [session.0], slip)
}

/// Gives a slip out, not printed yet: an earlier one ends, and so does the device that it opened.
pub fn give(tx: &WriteTx<'_>, officer: OfficerId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "insert into officer_slip (officer, given_at) values (?1, ?2) \
               on conflict (officer) do update set given_before = given_before + 1, \
               opened_before = opened_before + (opened_at is not null), given_at = ?2, \
               code_hash = null, expires_at = null, printed_by = null, printed_in = null, seen_by = null, \
               opened_at = null, token_hash = null, browser = null, screen = 'own-device'";
    tx.run(sql, params![officer.0, at.as_millisecond()])
}

/// The slips whose devices act and that nobody saw yet but who was shown their digits.
pub fn list_unseen(tx: &ReadTx<'_>) -> Result<Vec<OfficerSlip>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from officer_slip \
         where token_hash is not null and printed_by is not null and seen_by is null \
         order by officer"
    );
    tx.list(&sql, [], slip)
}

/// Keeps which account saw the officer at the device.
///
/// # Errors
/// [`StoreError::NotFound`] when none is open.
pub fn update_seen(
    tx: &WriteTx<'_>,
    officer: OfficerId,
    seen_by: AccountId,
) -> Result<(), StoreError> {
    let sql = "update officer_slip set seen_by = ?2 where officer = ?1 and token_hash is not null";
    tx.alter("officer slip", sql, [officer.0, seen_by.0])
}

/// Keeps the code of a slip that is printed now, and who is shown it.
///
/// # Errors
/// [`StoreError::NotFound`] when none waits to be printed.
pub fn update_code(
    tx: &WriteTx<'_>,
    officer: OfficerId,
    code: Digest,
    (printed_by, printed_in): (AccountId, Option<Digest>),
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "update officer_slip set code_hash = ?2, expires_at = ?3, printed_by = ?4, printed_in = ?5 \
               where officer = ?1 and code_hash is null";
    let ends = expires_at.as_millisecond();
    let printed_in = printed_in.map(|browser| browser.0);
    let values = params![officer.0, code.0, ends, printed_by.0, printed_in];
    tx.alter("officer slip", sql, values)
}

/// A device as a slip opens it.
#[derive(Debug, Clone, Copy)]
pub struct DeviceOpening {
    /// Hash of the cookie's secret.
    pub token: Digest,
    /// Keyed hash of the browser's name.
    pub browser: Digest,
    /// What the device is.
    pub screen: ActScreen,
}

/// Opens a device; when it was first opened stays.
///
/// # Errors
/// [`StoreError::NotFound`] when the officer has no slip.
pub fn open(
    tx: &WriteTx<'_>,
    officer: OfficerId,
    new: &DeviceOpening,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "update officer_slip set token_hash = ?2, browser = ?3, screen = ?4, \
               opened_at = coalesce(opened_at, ?5) where officer = ?1";
    let values = params![
        officer.0,
        new.token.0,
        new.browser.0,
        new.screen.word(),
        at.as_millisecond()
    ];
    tx.alter("officer slip", sql, values)
}

/// Ends the device of an officer; when its slip was opened stays.
pub fn close(tx: &WriteTx<'_>, officer: OfficerId) -> Result<(), StoreError> {
    let sql = "update officer_slip set token_hash = null where officer = ?1";
    tx.run(sql, [officer.0])
}

/// Ends the devices of a session's officers, and the slips that were not opened.
pub fn close_all(tx: &WriteTx<'_>, session: SessionId) -> Result<(), StoreError> {
    let of_session = "officer in (select id from officer where session = ?1)";
    let ended = format!("update officer_slip set token_hash = null where {of_session}");
    tx.run(&ended, [session.0])?;
    let unopened = format!("delete from officer_slip where opened_at is null and {of_session}");
    tx.run(&unopened, [session.0])
}
