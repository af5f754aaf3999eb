//! The inbox of each person: who gets a reminder, what is unread, what was read.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::params;

use super::messages::{COLUMNS, debt, key};
use crate::column::date;
use crate::{ReadTx, StoreError, WriteTx};
use domain::access::Role;
use domain::id::{AccountId, CongressId, ReminderId};
use domain::reminder::debt::{Debt, DebtKey, Debtor};

/// Reminders that an inbox shows at most.
const MOST: i64 = 200;

/// Whoever may see a reminder now: an open account that still has a role in its congress, and of a
/// deputy's one who is still in office.
const MAY_SEE: &str = "exists (select 1 from account_role as ro join account as a \
    on a.id = ro.account left join deputy as d on d.id = a.deputy \
    where ro.account = i.account and ro.congress = r.congress and a.is_disabled = 0 \
    and (ro.role <> 'deputy' or d.in_office = 1))";

/// A reminder in front of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxEntry {
    pub id: ReminderId,
    /// What it is about, as it stood when it was written.
    pub debt: Debt,
    pub written_on: Date,
    pub is_read: bool,
}

/// The open accounts that hear of a debt: of the unit, the group's members, the deputy or the office,
/// in one of these roles. Whoever left office or whose account is closed is not among them.
pub fn list_readers(tx: &ReadTx<'_>, debt: &Debt) -> Result<Vec<AccountId>, StoreError> {
    let whose = match debt.by {
        Debtor::Office => "?3 = 0",
        Debtor::Unit(_) => "a.unit = ?3",
        Debtor::Group(_) => {
            "exists (select 1 from deputy_group_member as m join deputy as d on d.id = m.deputy \
             where m.deputy_group = ?3 and m.deputy = a.deputy and d.in_office = 1)"
        }
        Debtor::Deputy(_) => {
            "a.deputy = ?3 and exists (select 1 from deputy as d where d.id = ?3 and d.in_office = 1)"
        }
    };
    let sql = format!(
        "select distinct a.id from account as a join account_role as ro on ro.account = a.id \
         where ro.congress = ?1 and ro.role = ?2 and a.is_disabled = 0 and {whose} order by a.id"
    );
    let mut found = Vec::new();
    for role in debt.roles().iter().copied().map(Role::word) {
        let values = params![debt.congress.0, role, debt.by.number()];
        let rows = tx.list(&sql, values, |row| row.get(0).map(AccountId))?;
        found.extend(rows);
    }
    Ok(found)
}

/// Lays a reminder in front of a person; once is enough.
pub fn create(
    tx: &WriteTx<'_>,
    reminder: ReminderId,
    account: AccountId,
) -> Result<(), StoreError> {
    let sql = "insert into inbox (reminder, account) values (?1, ?2) on conflict do nothing";
    tx.run(sql, params![reminder.0, account.0])
}

/// A person's reminders, newest first.
pub fn list(tx: &ReadTx<'_>, account: AccountId) -> Result<Vec<InboxEntry>, StoreError> {
    let sql = format!(
        "select {COLUMNS}, r.written_on, i.read_at is not null as is_read from inbox as i \
         join reminder as r on r.id = i.reminder where i.account = ?1 and {MAY_SEE} \
         order by r.written_on desc, r.due, r.id limit ?2"
    );
    tx.list(&sql, params![account.0, MOST], |row| {
        Ok(InboxEntry {
            id: ReminderId(row.get("id")?),
            debt: debt(row)?,
            written_on: date(row, "written_on")?,
            is_read: row.get("is_read")?,
        })
    })
}

/// One reminder of a person; nothing where it is none of theirs.
pub fn find(
    tx: &ReadTx<'_>,
    account: AccountId,
    reminder: ReminderId,
) -> Result<Option<Debt>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from inbox as i join reminder as r on r.id = i.reminder \
         where i.account = ?1 and i.reminder = ?2 and {MAY_SEE}"
    );
    tx.find(&sql, params![account.0, reminder.0], debt)
}

/// How many reminders a person has not read.
pub fn count_unread(tx: &ReadTx<'_>, account: AccountId) -> Result<u64, StoreError> {
    let sql = format!(
        "select count(*) from inbox as i join reminder as r on r.id = i.reminder \
         where i.account = ?1 and i.read_at is null and {MAY_SEE}"
    );
    tx.one(&sql, [account.0], crate::column::count)
}

/// Notes that a person has read a reminder.
pub fn read(
    tx: &WriteTx<'_>,
    account: AccountId,
    reminder: ReminderId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "update inbox set read_at = ?3 where account = ?1 and reminder = ?2 \
               and read_at is null";
    tx.run(sql, params![account.0, reminder.0, at.as_millisecond()])
}

/// Notes that a person has read everything up to a reminder.
pub fn read_up_to(
    tx: &WriteTx<'_>,
    account: AccountId,
    last: ReminderId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "update inbox set read_at = ?3 where account = ?1 and reminder <= ?2 \
               and read_at is null";
    tx.run(sql, params![account.0, last.0, at.as_millisecond()])
}

/// The debts of a congress about which somebody has an unread reminder.
pub fn list_unread_debts(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<DebtKey>, StoreError> {
    let sql = "select distinct matter, subject, debtor, debtor_number, since from reminder as r \
               join inbox as i on i.reminder = r.id where r.congress = ?1 and i.read_at is null";
    tx.list(sql, [congress.0], key)
}

/// Takes the reminders of a debt off everybody's unread ones: it is paid, or told anew.
pub fn overtake(
    tx: &WriteTx<'_>,
    congress: CongressId,
    debt: &DebtKey,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "update inbox set read_at = ?7 where read_at is null and reminder in \
               (select id from reminder where congress = ?1 and matter = ?2 and subject = ?3 \
               and since = ?4 and debtor = ?5 and debtor_number = ?6)";
    tx.run(
        sql,
        params![
            congress.0,
            debt.matter.word(),
            debt.matter.subject(),
            debt.since.to_string(),
            debt.by.word(),
            debt.by.number(),
            at.as_millisecond()
        ],
    )
}
