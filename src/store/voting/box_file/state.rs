//! The one row of a box that says where it stands, and who moves it.

use rusqlite::params;

use super::{LyingBox, name_of_round};
use crate::act_of_two::act_requests::RequestSubject;
use crate::act_of_two::acts_done;
use crate::engine::column::{digest_opt, word};
use crate::engine::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::two_people::{Participation, Person};
use domain::audit::chain::ChainHead;
use domain::id::{AccountId, BoxName, OfficerId, RoundId};
use domain::round::RoundAct;
use domain::voting::box_file::{BoxStage, Taking};

/// Where a box stands.
pub(crate) struct BoxState {
    pub(crate) name: BoxName,
    pub(crate) round: RoundId,
    /// Of the installation that made it; none where an upgrade did.
    pub(crate) epoch: Option<[u8; 16]>,
    pub(crate) stage: BoxStage,
    /// The line of the log that opened the vote.
    pub(crate) opened: Option<ChainHead>,
    /// Slips in deputies' hands, where some are kept back.
    pub(crate) most: Option<u32>,
    /// The last act that took leave to cast.
    pub(crate) taking: Option<Taking>,
}

/// The row of a box.
pub(crate) fn get(tx: &ReadTx<'_>) -> Result<BoxState, StoreError> {
    let sql = "select name, round, epoch, stage, opened_line, opened_hash, most, \
               act, act_number, act_at, act_first, act_account, act_officer, act_screen, act_reason \
               from state";
    tx.get("state of the box", sql, [], |row| {
        let opened = row.get::<_, Option<i64>>("opened_line")?;
        let act: String = row.get("act")?;
        Ok(BoxState {
            name: BoxName(row.get("name")?),
            round: RoundId(row.get("round")?),
            epoch: row.get("epoch")?,
            stage: word(row, "stage", BoxStage::from_word)?,
            opened: opened
                .zip(digest_opt(row, "opened_hash")?)
                .map(|(number, hash)| ChainHead { number, hash }),
            most: row.get("most")?,
            taking: if act.is_empty() {
                None
            } else {
                Some(taking(row)?)
            },
        })
    })
}

fn taking(row: &rusqlite::Row<'_>) -> Result<Taking, rusqlite::Error> {
    let account: Option<i64> = row.get("act_account")?;
    let officer: Option<i64> = row.get("act_officer")?;
    let stands = account.map(|id| Participation::Account(AccountId(id)));
    let stands = stands.or(officer.map(|id| Participation::Pin(OfficerId(id))));
    let screen = word(row, "act_screen", acts_done::screen)?;
    let second = stands.zip(screen).map(|(stands, screen)| Person {
        stands,
        screen,
        opened_by: None,
        account: account.map(AccountId),
        officer: officer.map(OfficerId),
        deputy: None,
        browser: None,
    });
    Ok(Taking {
        act: word(row, "act", RoundAct::from_word)?,
        number: row.get("act_number")?,
        at: row.get("act_at")?,
        first: AccountId(row.get("act_first")?),
        second,
        reason: row.get("act_reason")?,
    })
}

/// How many acts were done on a round: the number of the last one.
pub fn count_acts(tx: &ReadTx<'_>, round: RoundId) -> Result<u32, StoreError> {
    let done = acts_done::list(tx, RequestSubject::Round(round.0))?;
    Ok(u32::try_from(done.len()).unwrap_or(u32::MAX))
}

/// Gives leave to cast, after the record tells of it: in the line `opened` of its log.
pub(super) fn admit(tx: &WriteTx<'_>, opened: ChainHead) -> Result<(), StoreError> {
    let sql = "update state set stage = 'open', opened_line = coalesce(opened_line, ?1), \
               opened_hash = coalesce(opened_hash, ?2)";
    tx.run(sql, params![opened.number, opened.hash.0])
}

/// Interrupts a box whose record says so.
pub(super) fn interrupt(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    tx.run("update state set stage = 'paused'", [])
}

/// Says how many slips may vote at most; none where no slip is kept back.
pub(super) fn save_most(tx: &WriteTx<'_>, most: Option<u32>) -> Result<(), StoreError> {
    tx.run("update state set most = ?1", [most])
}

/// Takes leave to cast: effective here, before the record tells of it. May be repeated.
///
/// # Errors
/// [`StoreError::Busy`] where the box went further already, and the record follows first.
fn take(tx: &WriteTx<'_>, taking: &Taking) -> Result<(), StoreError> {
    let now = get(tx)?;
    let Some(stage) = now.stage.after(taking.act) else {
        return Err(StoreError::Busy);
    };
    // Repeated by the task, it stays the act that it was.
    let number = now.taking.map_or(0, |before| before.number);
    let number = number.max(taking.number);
    let (account, officer) = match taking.second.map(|person| person.stands) {
        Some(Participation::Account(id)) => (Some(id.0), None),
        Some(Participation::Pin(id)) => (None, Some(id.0)),
        None => (None, None),
    };
    let sql = "update state set stage = ?1, act = ?2, act_number = ?3, act_at = ?4, act_first = ?5, \
               act_account = ?6, act_officer = ?7, act_screen = ?8, act_reason = ?9";
    let values = params![
        stage.word(),
        taking.act.word(),
        number,
        taking.at,
        taking.first.0,
        account,
        officer,
        taking.second.map_or("", |person| person.screen.word()),
        taking.reason,
    ];
    tx.run(sql, values)
}

/// Pauses, closes or voids the box of a round, where it has one that the record counts on.
///
/// # Errors
/// [`StoreError::Busy`] where the box went further already, and the record follows first.
pub fn take_leave(tx: &WriteTx<'_>, round: RoundId, taking: Taking) -> Result<(), StoreError> {
    let Some(found) = tx.box_of(round)? else {
        return Ok(());
    };
    found.write_now(move |tx| take(tx, &taking))
}

/// Voids whatever box a round has, for a rehearsal that is wiped with its rows: a void box that no round
/// has is removed.
pub fn give_up(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    let (Some(boxes), Some(name)) = (tx.boxes, name_of_round(tx, round)?) else {
        return Ok(());
    };
    match boxes.look(name)? {
        LyingBox::Box(found) => found.write_now(|tx| tx.run("update state set stage = 'void'", [])),
        LyingBox::Nothing | LyingBox::Torn => Ok(()),
    }
}
