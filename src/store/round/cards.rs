//! The cards of a sealed box: their hashes, who saw each, which were typed back. Never a share.

use rusqlite::params;

use crate::column::{digest, digest_opt};
use crate::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::two_people::{Participation, Person};
use domain::digest::Digest;
use domain::id::{AccountId, OfficerId, RoundId};

/// What is stored of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCard {
    /// Its number, from 1.
    pub number: u8,
    /// Of its share and the box's context.
    pub hash: Digest,
    /// Who saw it, and how they stood for it.
    pub holder: Option<Participation>,
    /// Their name; empty while nobody saw it.
    pub holder_name: String,
    /// Keyed hash of the name of the browser that showed it.
    pub browser: Option<Digest>,
    /// Whether it was typed back and agreed.
    pub is_checked: bool,
}

/// The cards of a round's box; none once it is open.
pub fn list(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<StoredCard>, StoreError> {
    let sql = "select c.number, c.hash, c.holder, c.officer, c.browser, c.is_checked, \
               coalesce(a.name, o.name, '') as name \
               from card as c left join account as a on a.id = c.holder \
               left join officer as o on o.id = c.officer \
               where c.round = ?1 order by c.number";
    tx.list(sql, [round.0], |row| {
        let account: Option<i64> = row.get("holder")?;
        let officer: Option<i64> = row.get("officer")?;
        let by_pin = officer.map(|id| Participation::Pin(OfficerId(id)));
        Ok(StoredCard {
            number: row.get("number")?,
            hash: digest(row, "hash")?,
            holder: account
                .map(|id| Participation::Account(AccountId(id)))
                .or(by_pin),
            holder_name: row.get("name")?,
            browser: digest_opt(row, "browser")?,
            is_checked: row.get("is_checked")?,
        })
    })
}

/// Writes the hashes of a new box's cards.
pub fn create(
    tx: &WriteTx<'_>,
    round: RoundId,
    number: u8,
    hash: Digest,
) -> Result<(), StoreError> {
    let sql = "insert into card (round, number, hash) values (?1, ?2, ?3)";
    tx.run(sql, params![round.0, number, hash.0])
}

/// Writes down who sees a card, and which browser shows it.
///
/// # Errors
/// [`StoreError::NotFound`] when somebody saw it before, the constraint `card.round, card.holder` for
/// an account that saw another one.
pub fn update_holder(
    tx: &WriteTx<'_>,
    round: RoundId,
    number: u8,
    holder: Person,
    browser: Option<Digest>,
) -> Result<(), StoreError> {
    let (account, officer) = match holder.stands {
        Participation::Account(id) => (Some(id.0), None),
        Participation::Pin(id) => (None, Some(id.0)),
    };
    let sql = "update card set holder = ?3, officer = ?4, browser = ?5 where round = ?1 \
               and number = ?2 and holder is null and officer is null";
    let browser = browser.map(|hash| hash.0);
    let values = params![round.0, number, account, officer, browser];
    let changed = tx.change(sql, values)?;
    if changed == 0 {
        return Err(StoreError::NotFound("card"));
    }
    Ok(())
}

/// Writes down that a card was typed back and agreed.
pub fn update_checked(tx: &WriteTx<'_>, round: RoundId, number: u8) -> Result<(), StoreError> {
    let sql = "update card set is_checked = 1 where round = ?1 and number = ?2";
    tx.run(sql, params![round.0, number])
}

/// Forgets the cards of a box that is open, void or sealed anew.
pub fn remove_all(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    tx.run("delete from card where round = ?1", [round.0])
}
