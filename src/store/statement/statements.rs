//! Certified statements: written once, followed by corrections, never changed.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::{digest, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::two_people::{ActScreen, Participation, TwoPeople};
use domain::digest::Digest;
use domain::id::{AccountId, OfficerId, PollId, StatementId};

/// A certified statement, one version of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Identifier.
    pub id: StatementId,
    pub poll: PollId,
    /// From 1; a correction has the next.
    pub version: u32,
    /// Canonical text.
    pub text: String,
    /// SHA-256 of the text.
    pub digest: Digest,
    /// Why it was corrected; empty for the first.
    pub reason: String,
    /// Who asked.
    pub first_person: AccountId,
    /// Who confirmed, with an account or with a PIN.
    pub second_person: Participation,
    /// On which screen; none for statements of before this was kept.
    pub second_screen: Option<ActScreen>,
    /// Milliseconds: when.
    pub certified_at: i64,
}

fn statement(row: &Row<'_>) -> Result<Statement, rusqlite::Error> {
    Ok(Statement {
        id: StatementId(row.get("id")?),
        poll: PollId(row.get("poll")?),
        version: row.get("version")?,
        text: row.get("text")?,
        digest: digest(row, "digest")?,
        reason: row.get("reason")?,
        first_person: AccountId(row.get("first_person")?),
        second_person: match row.get::<_, Option<i64>>("second_officer")? {
            Some(officer) => Participation::Pin(OfficerId(officer)),
            None => Participation::Account(AccountId(row.get("second_person")?)),
        },
        second_screen: word(row, "second_screen", crate::act_of_two::acts_done::screen)?,
        certified_at: row.get("certified_at")?,
    })
}

/// The versions of a poll's statement, oldest first.
pub fn list(tx: &ReadTx<'_>, poll: PollId) -> Result<Vec<Statement>, StoreError> {
    let sql = "select id, poll, version, text, digest, reason, first_person, second_person, \
               second_officer, second_screen, certified_at from statement where poll = ?1 order by version";
    tx.list(sql, [poll.0], statement)
}

/// The statement of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: StatementId) -> Result<Statement, StoreError> {
    let sql = "select id, poll, version, text, digest, reason, first_person, second_person, \
               second_officer, second_screen, certified_at from statement where id = ?1";
    tx.get("statement", sql, [id.0], statement)
}

/// What certifying writes.
pub struct NewStatement<'t> {
    pub poll: PollId,
    /// From 1.
    pub version: u32,
    /// Canonical text.
    pub text: &'t str,
    /// SHA-256 of the text.
    pub digest: Digest,
    /// Why it was corrected.
    pub reason: &'t str,
}

/// Writes a statement, once.
///
/// # Errors
/// The constraint `statement.poll, statement.version` when that version exists.
pub fn create(
    tx: &WriteTx<'_>,
    new: &NewStatement<'_>,
    people: TwoPeople,
    at: Timestamp,
) -> Result<StatementId, StoreError> {
    let sql = "insert into statement (poll, version, text, digest, reason, first_person, \
               second_person, second_officer, second_screen, certified_at) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) returning id";
    let (account, officer) = match people.second().stands {
        Participation::Account(id) => (Some(id.0), None),
        Participation::Pin(id) => (None, Some(id.0)),
    };
    let values = params![
        new.poll.0,
        new.version,
        new.text,
        new.digest.0,
        new.reason,
        people.first().account.map(|id| id.0),
        account,
        officer,
        people.second().screen.word(),
        at.as_millisecond(),
    ];
    Ok(StatementId(tx.one(sql, values, |row| row.get(0))?))
}
