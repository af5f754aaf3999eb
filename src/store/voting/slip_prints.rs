//! Prints of a sitting's slips: who stood for each, how many, when; never a code.

use jiff::Timestamp;
use rusqlite::params;

use crate::act_of_two::acts_done::screen;
use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::two_people::{ActScreen, Participation, TwoPeople};
use domain::id::{AccountId, RoundId, SittingId};
use domain::round::RoundAct;
use domain::voting::slip_order::SlipOrder;

/// One print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipPrint {
    /// Its number at the sitting.
    pub number: u32,
    pub slips: u32,
    pub reason: String,
    /// Whether it was lost: its slips are cancelled.
    pub is_lost: bool,
    /// Whether its slips have ended with their key, or since a restore.
    pub is_ended: bool,
    /// Who asked for it, and alone is shown it.
    pub by: AccountId,
    /// Their name.
    pub first: String,
    /// The name of who confirmed it.
    pub second: String,
    /// On which screen they did; none for prints of before this was kept.
    pub screen: Option<ActScreen>,
    /// Milliseconds: when it was confirmed.
    pub printed_at: i64,
    /// Milliseconds: when it was shown, once.
    pub shown_at: Option<i64>,
}

/// The prints of a sitting, oldest first.
pub fn list(tx: &ReadTx<'_>, sitting: SittingId) -> Result<Vec<SlipPrint>, StoreError> {
    list_until(tx, sitting, i64::MAX)
}

/// The prints that a round was held with: those of before its vote was opened, as they were then. What is
/// printed or ended later changes nothing of an account that was signed.
pub fn list_of_round(
    tx: &ReadTx<'_>,
    sitting: SittingId,
    round: RoundId,
) -> Result<Vec<SlipPrint>, StoreError> {
    let sql = "select max(done_at) from act_done \
               where subject = 'round' and subject_id = ?1 and act = ?2";
    let opened: Option<i64> = tx.one(sql, params![round.0, RoundAct::OpenVote.word()], |row| {
        row.get(0)
    })?;
    list_until(tx, sitting, opened.unwrap_or(i64::MAX))
}

fn list_until(
    tx: &ReadTx<'_>,
    sitting: SittingId,
    until: i64,
) -> Result<Vec<SlipPrint>, StoreError> {
    let sql = "select p.number, p.slips, p.reason, p.is_lost, p.first_person, a.name, \
               coalesce(b.name, o.name), p.printed_at, p.shown_at, p.second_screen, \
               coalesce(p.ended_at <= ?2, 0) from slip_print as p \
               join account as a on a.id = p.first_person \
               left join account as b on b.id = p.second_person \
               left join officer as o on o.id = p.second_officer \
               where p.sitting = ?1 and p.printed_at <= ?2 order by p.number";
    tx.list(sql, [sitting.0, until], |row| {
        Ok(SlipPrint {
            number: row.get(0)?,
            slips: row.get(1)?,
            reason: row.get(2)?,
            is_lost: row.get(3)?,
            by: AccountId(row.get(4)?),
            first: row.get(5)?,
            second: row.get(6)?,
            printed_at: row.get(7)?,
            shown_at: row.get(8)?,
            screen: word(row, "second_screen", screen)?,
            is_ended: row.get(10)?,
        })
    })
}

/// Notes that the slips of a sitting's prints are gone: with their key, or since a restore.
pub(super) fn end(tx: &WriteTx<'_>, sitting: SittingId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "update slip_print set ended_at = ?2 where sitting = ?1 and ended_at is null";
    tx.run(sql, [sitting.0, at.as_millisecond()])
}

/// Keeps a print and answers with its number.
pub fn create(
    tx: &WriteTx<'_>,
    sitting: SittingId,
    order: &SlipOrder,
    people: TwoPeople,
    at: Timestamp,
) -> Result<u32, StoreError> {
    let (account, officer) = match people.second().stands {
        Participation::Account(id) => (Some(id.0), None),
        Participation::Pin(id) => (None, Some(id.0)),
    };
    let sql = "insert into slip_print (sitting, number, slips, reason, first_person, \
               second_person, second_officer, printed_at, second_screen) \
               select ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 \
               from slip_print where sitting = ?1 returning number";
    let first = people.first().account.map(|id| id.0);
    let values = params![
        sitting.0,
        order.slips,
        order.reason,
        first,
        account,
        officer,
        at.as_millisecond(),
        people.second().screen.word()
    ];
    tx.one(sql, values, |row| row.get(0))
}

/// Notes that a print was shown.
pub fn update_shown(
    tx: &WriteTx<'_>,
    sitting: SittingId,
    number: u32,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "update slip_print set shown_at = ?3 where sitting = ?1 and number = ?2";
    let values = params![sitting.0, number, at.as_millisecond()];
    tx.run(sql, values)
}

/// Notes that a print was lost and cancels its slips; answers how many of them were alive.
pub fn lose(tx: &WriteTx<'_>, sitting: SittingId, number: u32) -> Result<u32, StoreError> {
    let sql = "update slip_print set is_lost = 1 where sitting = ?1 and number = ?2";
    tx.run(sql, params![sitting.0, number])?;
    let sql = "update slip set is_cancelled = 1 \
               where sitting = ?1 and print = ?2 and is_cancelled = 0";
    let cancelled = tx.change(sql, params![sitting.0, number])?;
    Ok(u32::try_from(cancelled).unwrap_or(u32::MAX))
}

/// Forgets of which print each slip is, once nothing hangs on it any more: a small print is a small
/// heap to have been drawn from.
pub fn forget(tx: &WriteTx<'_>, sitting: SittingId) -> Result<(), StoreError> {
    let sql = "update slip set print = null where sitting = ?1";
    tx.run(sql, [sitting.0])
}
