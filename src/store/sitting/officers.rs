//! Officers of a session, with the hashes of their PINs.

use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::two_people::ActScreen;
use domain::id::{AccountId, DeputyId, OfficerId, SessionId};
use domain::sitting::officer::{Officer, PinTries, Post};

const COLUMNS: &str = "id, session, post, name, deputy, account, unit, adopted_on, \
    pin_hash <> '' and pin_screen <> '' as has_pin, exists (select 1 from account as a \
    where a.id = officer.account and a.opened_by is null) as has_own_account";

fn officer(row: &Row<'_>) -> Result<Officer, rusqlite::Error> {
    Ok(Officer {
        id: OfficerId(row.get("id")?),
        session: SessionId(row.get("session")?),
        post: word(row, "post", Post::from_word)?,
        name: row.get("name")?,
        deputy: row.get::<_, Option<i64>>("deputy")?.map(DeputyId),
        account: row.get::<_, Option<i64>>("account")?.map(AccountId),
        has_own_account: row.get("has_own_account")?,
        unit: row.get("unit")?,
        adopted_on: row.get("adopted_on")?,
        has_pin: row.get("has_pin")?,
    })
}

/// The officer of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: OfficerId) -> Result<Officer, StoreError> {
    let sql = format!("select {COLUMNS} from officer where id = ?1");
    tx.get("officer", &sql, [id.0], officer)
}

/// A session's officers: the chief scrutineer, scrutineers, tellers, each in the order of naming.
pub fn list(tx: &ReadTx<'_>, session: SessionId) -> Result<Vec<Officer>, StoreError> {
    let sql = format!("select {COLUMNS} from officer where session = ?1 order by post, id");
    tx.list(&sql, [session.0], officer)
}

/// The hash of an officer's PIN; empty until one was chosen.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such officer.
pub fn get_pin(tx: &ReadTx<'_>, id: OfficerId) -> Result<String, StoreError> {
    let sql = "select pin_hash from officer where id = ?1";
    tx.get("officer", sql, [id.0], |row| row.get(0))
}

/// The copies of an officer without an account in the rehearsals of their congress.
pub fn list_copies(tx: &ReadTx<'_>, id: OfficerId) -> Result<Vec<OfficerId>, StoreError> {
    let sql = "select copy.id from officer as o join session as s on s.id = o.session \
               join congress as c on c.rehearsal_of = s.congress \
               join session as t on t.congress = c.id \
               join officer as copy on copy.session = t.id and copy.post = o.post \
               and copy.name = o.name and copy.account is null \
               where o.id = ?1 and o.account is null order by copy.id";
    tx.list(sql, [id.0], |row| row.get(0).map(OfficerId))
}

/// The names as adopted of the officers whose names were set right later.
pub fn list_adopted_names(
    tx: &ReadTx<'_>,
    session: SessionId,
) -> Result<Vec<(OfficerId, String)>, StoreError> {
    let sql = "select id, adopted_name from officer where session = ?1 and adopted_name <> ''";
    tx.list(sql, [session.0], |row| {
        Ok((OfficerId(row.get(0)?), row.get(1)?))
    })
}

/// Names an officer, proposed.
///
/// # Errors
/// The constraint when the deputy or the account is an officer of this session already.
pub fn create(tx: &WriteTx<'_>, new: &Officer) -> Result<OfficerId, StoreError> {
    let sql = "insert into officer (session, post, name, deputy, account, unit) \
               values (?1, ?2, ?3, ?4, ?5, ?6) returning id";
    let values = params![
        new.session.0,
        new.post.word(),
        new.name,
        new.deputy.map(|id| id.0),
        new.account.map(|id| id.0),
        new.unit,
    ];
    Ok(OfficerId(tx.one(sql, values, |row| row.get(0))?))
}

/// Takes an officer from the list who is only proposed.
pub fn remove(tx: &WriteTx<'_>, id: OfficerId) -> Result<(), StoreError> {
    let sql = "delete from officer where id = ?1 and adopted_on is null";
    tx.run(sql, [id.0])
}

/// Notes that every proposed officer of a session was adopted on a day; answers how many.
pub fn adopt(tx: &WriteTx<'_>, session: SessionId, on: &str) -> Result<usize, StoreError> {
    let sql = "update officer set adopted_on = ?2 where session = ?1 and adopted_on is null";
    tx.change(sql, params![session.0, on])
}

/// Keeps an officer's PIN by its hash, with the screen on which it was chosen; the wrong tries begin
/// anew.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such officer.
pub fn update_pin(
    tx: &WriteTx<'_>,
    id: OfficerId,
    hash: &str,
    screen: ActScreen,
) -> Result<(), StoreError> {
    remove_tries(tx, id)?;
    let sql = "update officer set pin_hash = ?2, pin_screen = ?3 where id = ?1";
    tx.alter("officer", sql, params![id.0, hash, screen.word()])
}

/// Sets an officer's name right; the name as adopted is kept beside it.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such officer.
pub fn update_name(tx: &WriteTx<'_>, id: OfficerId, name: &str) -> Result<(), StoreError> {
    let sql = "update officer set name = ?2, adopted_name = \
               case adopted_name when '' then name else adopted_name end where id = ?1";
    tx.alter("officer", sql, params![id.0, name])
}

/// Forgets an officer's PIN.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such officer.
pub fn remove_pin(tx: &WriteTx<'_>, id: OfficerId) -> Result<(), StoreError> {
    remove_tries(tx, id)?;
    let sql = "update officer set pin_hash = '', pin_screen = '' where id = ?1";
    tx.alter("officer", sql, [id.0])
}

/// Forgets the PINs of a session's officers.
pub fn remove_pins(tx: &WriteTx<'_>, session: SessionId) -> Result<(), StoreError> {
    let sql = "delete from pin_try where officer in (select id from officer where session = ?1)";
    tx.run(sql, [session.0])?;
    let sql = "update officer set pin_hash = '', pin_screen = '' where session = ?1";
    tx.run(sql, [session.0])
}

/// The wrong tries in a row at the PINs of a session's officers, by who typed them.
pub fn list_tries(tx: &ReadTx<'_>, session: SessionId) -> Result<Vec<PinTries>, StoreError> {
    let sql = "select t.officer, t.account, t.wrong, a.name from pin_try as t \
               join officer as o on o.id = t.officer left join account as a on a.id = t.account \
               where o.session = ?1 order by t.officer, t.account";
    tx.list(sql, [session.0], |row| {
        let account = row.get::<_, Option<i64>>(1)?.map(AccountId);
        let name: Option<String> = row.get(3)?;
        Ok(PinTries {
            officer: OfficerId(row.get(0)?),
            typed_by: account.zip(name),
            wrong: row.get(2)?,
        })
    })
}

/// The wrong tries in a row at an officer's PIN by one account; none: on the officer's own device.
pub fn count_tries(
    tx: &ReadTx<'_>,
    id: OfficerId,
    typed_by: Option<AccountId>,
) -> Result<u32, StoreError> {
    let sql = "select wrong from pin_try where officer = ?1 and coalesce(account, 0) = ?2";
    let by = typed_by.map_or(0, |account| account.0);
    let found = tx.find(sql, [id.0, by], |row| row.get(0))?;
    Ok(found.unwrap_or(0))
}

/// Keeps the number of wrong tries in a row by one account, or on the officer's own device.
pub fn update_tries(
    tx: &WriteTx<'_>,
    id: OfficerId,
    typed_by: Option<AccountId>,
    wrong: u32,
) -> Result<(), StoreError> {
    let account = typed_by.map(|account| account.0);
    let sql = "delete from pin_try where officer = ?1 and coalesce(account, 0) = coalesce(?2, 0)";
    tx.run(sql, params![id.0, account])?;
    if wrong > 0 {
        let sql = "insert into pin_try (officer, account, wrong) values (?1, ?2, ?3)";
        tx.run(sql, params![id.0, account, wrong])?;
    }
    Ok(())
}

fn remove_tries(tx: &WriteTx<'_>, id: OfficerId) -> Result<(), StoreError> {
    let sql = "delete from pin_try where officer = ?1";
    tx.run(sql, [id.0])
}
