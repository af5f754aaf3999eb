//! Staff accounts and their roles.

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::access::line::LineSafety;
use domain::access::{Actor, Role};
use domain::id::{AccountId, CongressId, DeputyId, UnitId};
use domain::people::person::{Account, InvitedAccount};

/// The account of a username, if it may sign in.
pub fn find(tx: &ReadTx<'_>, username: &str) -> Result<Option<Account>, StoreError> {
    let sql = "select id, username, name, password_hash, must_change from account \
               where username = ?1 and is_disabled = 0";
    tx.find(sql, [username], |row| {
        Ok(Account {
            id: AccountId(row.get(0)?),
            username: row.get(1)?,
            name: row.get(2)?,
            password_hash: row.get(3)?,
            must_change: row.get(4)?,
        })
    })
}

/// The account of an identifier as one who acts, with all roles. A deputy who has left office keeps
/// the account and holds the role no more.
///
/// # Errors
/// [`StoreError::NotFound`] when it is gone or disabled.
pub fn get_actor(tx: &ReadTx<'_>, id: AccountId) -> Result<Actor, StoreError> {
    let sql = "select name, deputy, unit from account where id = ?1 and is_disabled = 0";
    let (name, deputy, unit) = tx.get("account", sql, [id.0], |row| {
        let deputy = row.get::<_, Option<i64>>(1)?.map(DeputyId);
        let unit = row.get::<_, Option<i64>>(2)?.map(UnitId);
        Ok((row.get(0)?, deputy, unit))
    })?;
    let sql = "select role, congress from account_role where account = ?1 \
               and (role <> 'deputy' or exists (select 1 from account as a \
               join deputy as d on d.id = a.deputy where a.id = ?1 and d.in_office = 1)) \
               order by role, congress";
    let rows = tx.list(sql, [id.0], |row| {
        let role = crate::column::word(row, "role", Role::from_word)?;
        Ok((role, row.get::<_, Option<i64>>("congress")?.map(CongressId)))
    })?;
    Ok(Actor {
        account: Some(id),
        device: None,
        browser: None,
        line: LineSafety::Closed,
        name,
        deputy,
        unit,
        roles: rows,
    })
}

/// Who printed the slip that first opened an account, where one did.
pub fn find_opened_by(tx: &ReadTx<'_>, id: AccountId) -> Result<Option<AccountId>, StoreError> {
    let sql = "select opened_by from account where id = ?1";
    let found = tx.find(sql, [id.0], |row| row.get::<_, Option<i64>>(0))?;
    Ok(found.flatten().map(AccountId))
}

/// Keeps who prints the slip that opens an account.
pub fn update_opened_by(
    tx: &WriteTx<'_>,
    id: AccountId,
    by: Option<AccountId>,
) -> Result<(), StoreError> {
    let sql = "update account set opened_by = ?2 where id = ?1";
    tx.run(sql, params![id.0, by.map(|id| id.0)])
}

/// The stored password hash of an account and its username.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account.
pub fn get_secret(tx: &ReadTx<'_>, id: AccountId) -> Result<(String, String), StoreError> {
    let sql = "select username, password_hash from account where id = ?1";
    tx.get("account", sql, [id.0], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Whether somebody else chose the password of an account.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account.
pub fn must_change(tx: &ReadTx<'_>, id: AccountId) -> Result<bool, StoreError> {
    let sql = "select must_change from account where id = ?1";
    tx.get("account", sql, [id.0], |row| row.get(0))
}

/// The name of an account, for "asked by" and "certified by".
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account.
pub fn get_name(tx: &ReadTx<'_>, id: AccountId) -> Result<String, StoreError> {
    let sql = "select name from account where id = ?1";
    tx.get("account", sql, [id.0], |row| row.get(0))
}

/// Usernames, names, role words and whether the password must be changed, for the operator's list.
pub fn list(tx: &ReadTx<'_>) -> Result<Vec<(String, String, String, bool)>, StoreError> {
    let sql = "select a.username, a.name, coalesce((select group_concat(r.role || \
               coalesce('@' || c.slug, ''), ' ') from account_role as r \
               left join congress as c on c.id = r.congress where r.account = a.id), ''), a.must_change \
               from account as a order by a.username";
    tx.list(sql, [], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })
}

/// Creates an account; `must_change` where somebody else chose its password.
///
/// # Errors
/// The constraint `account.username` when the username is taken.
pub fn create(
    tx: &WriteTx<'_>,
    username: &str,
    name: &str,
    password_hash: &str,
    must_change: bool,
) -> Result<AccountId, StoreError> {
    let sql = "insert into account (username, name, password_hash, must_change) \
               values (?1, ?2, ?3, ?4) returning id";
    let values = params![username, name, password_hash, must_change];
    Ok(AccountId(tx.one(sql, values, |row| row.get(0))?))
}

/// Creates an account without a password, for a deputy or somebody of a unit: it opens by its
/// invitation.
///
/// # Errors
/// A constraint when the username is taken or the deputy has an account.
pub fn create_invited(
    tx: &WriteTx<'_>,
    username: &str,
    name: &str,
    deputy: Option<DeputyId>,
    unit: Option<UnitId>,
) -> Result<AccountId, StoreError> {
    let sql = "insert into account (username, name, password_hash, deputy, unit) \
               values (?1, ?2, '', ?3, ?4) returning id";
    let values = params![username, name, deputy.map(|id| id.0), unit.map(|id| id.0)];
    Ok(AccountId(tx.one(sql, values, |row| row.get(0))?))
}

const INVITED: &str = "select a.id, a.username, a.name, a.deputy, a.unit, a.password_hash <> '' as \
                       has_joined, a.is_disabled, r.role from account as a \
                       join account_role as r on r.account = a.id \
                       where r.congress = ?1 and r.role in ('deputy', 'unit_staff', 'unit_head')";

fn invited(row: &rusqlite::Row<'_>) -> Result<InvitedAccount, rusqlite::Error> {
    Ok(InvitedAccount {
        id: AccountId(row.get("id")?),
        username: row.get("username")?,
        name: row.get("name")?,
        role: crate::column::word(row, "role", Role::from_word)?,
        deputy: row.get::<_, Option<i64>>("deputy")?.map(DeputyId),
        unit: row.get::<_, Option<i64>>("unit")?.map(UnitId),
        has_joined: row.get("has_joined")?,
        is_disabled: row.get("is_disabled")?,
    })
}

/// The accounts of a congress's deputies and units.
pub fn list_invited(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<InvitedAccount>, StoreError> {
    let sql = format!("{INVITED} order by a.unit, a.username");
    tx.list(&sql, [congress.0], invited)
}

/// One of a congress's accounts of deputies and units.
///
/// # Errors
/// [`StoreError::NotFound`] when it is none of them.
pub fn get_invited(
    tx: &ReadTx<'_>,
    congress: CongressId,
    id: AccountId,
) -> Result<InvitedAccount, StoreError> {
    let sql = format!("{INVITED} and a.id = ?2");
    tx.get("account", &sql, params![congress.0, id.0], invited)
}

/// Closes an account, or opens it again.
pub fn update_disabled(tx: &WriteTx<'_>, id: AccountId, disabled: bool) -> Result<(), StoreError> {
    let sql = "update account set is_disabled = ?2 where id = ?1";
    tx.run(sql, params![id.0, disabled])
}

/// The open accounts that hold a role in a congress.
pub fn list_with_role(
    tx: &ReadTx<'_>,
    congress: CongressId,
    role: Role,
) -> Result<Vec<AccountId>, StoreError> {
    let sql = "select r.account from account_role as r join account as a on a.id = r.account \
               where r.congress = ?1 and r.role = ?2 and a.is_disabled = 0 order by r.account";
    let values = params![congress.0, role.word()];
    tx.list(sql, values, |row| row.get(0).map(AccountId))
}

/// Gives a role; giving it twice is giving it once.
///
/// # Errors
/// A constraint when the role and its place do not fit.
pub fn create_role(
    tx: &WriteTx<'_>,
    account: AccountId,
    role: Role,
    congress: Option<CongressId>,
) -> Result<(), StoreError> {
    let sql = "insert into account_role (account, role, congress) \
               select ?1, ?2, ?3 where not exists (select 1 from account_role \
               where account = ?1 and role = ?2 and congress is ?3)";
    tx.run(
        sql,
        params![account.0, role.word(), congress.map(|id| id.0)],
    )
}

/// Sets a new password hash; `must_change` where somebody else chose the password.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account.
pub fn update_password(
    tx: &WriteTx<'_>,
    id: AccountId,
    password_hash: &str,
    must_change: bool,
) -> Result<(), StoreError> {
    let sql = "update account set password_hash = ?2, must_change = ?3 where id = ?1";
    let values = params![id.0, password_hash, must_change];
    tx.alter("account", sql, values)
}

/// The deputy whose account it is.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account.
pub fn find_deputy(tx: &ReadTx<'_>, id: AccountId) -> Result<Option<DeputyId>, StoreError> {
    let sql = "select deputy from account where id = ?1";
    let deputy = tx.get("account", sql, [id.0], |row| row.get::<_, Option<i64>>(0))?;
    Ok(deputy.map(DeputyId))
}

/// The account of a deputy, if they have one.
pub fn find_of_deputy(tx: &ReadTx<'_>, deputy: DeputyId) -> Result<Option<AccountId>, StoreError> {
    let sql = "select id from account where deputy = ?1";
    let found = tx.find(sql, [deputy.0], |row| row.get(0))?;
    Ok(found.map(AccountId))
}
