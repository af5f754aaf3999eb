//! What acts leave between record and boxes, found and done: at start, after every act that gives leave,
//! and every few seconds. What is done about each is the law's (`domain::voting::box_file`).

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::Connection;

use super::{BoxFile, BoxFiles, LyingBox, state};
use crate::engine::column::word;
use crate::engine::{ReadTx, StoreError};
use crate::voting::desks;
use domain::audit::chain::ChainHead;
use domain::digest::Digest;
use domain::id::{BoxName, RoundId, SittingId};
use domain::round::RoundStage;
use domain::voting::box_file::{BoxStage, BoxStep, FoundBox, Taking, next};
use machine::telemetry;

/// A round as it stands in the record, by its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RoundOfBox {
    round: RoundId,
    stage: RoundStage,
}

/// The names of boxes with their rounds: what is asked of them follows.
const BOXES: &str = "select b.drawn, r.id, r.stage from round as r \
                     join sealed_box as b on b.round = r.id where";

/// What is found of one box, and what is done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxStanding {
    pub name: BoxName,
    /// The round that has it in the record.
    pub round: Option<RoundId>,
    /// Where that round stands.
    pub stage: Option<RoundStage>,
    pub found: FoundBox,
    pub step: BoxStep,
    /// The line that opened it, as the box says.
    pub opened: Option<ChainHead>,
}

/// What settling has left for others to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Left {
    /// Acts that the record must follow.
    pub follow: Vec<(RoundId, Taking)>,
    /// Boxes that are removed, unread.
    pub remove: Vec<BoxName>,
    /// Boxes with which it could not be done now.
    pub failed: u32,
}

/// The dirty rounds whose boxes are gone, or that never had one.
pub fn list_gone(tx: &ReadTx<'_>) -> Result<Vec<RoundId>, StoreError> {
    let Some(boxes) = tx.boxes else {
        return Ok(Vec::new());
    };
    let sql = "select r.id, b.drawn from round as r left join sealed_box as b on b.round = r.id \
               where r.is_dirty = 1 order by r.id";
    let read = |row: &rusqlite::Row<'_>| {
        let drawn: Option<[u8; 16]> = row.get(1)?;
        Ok((RoundId(row.get(0)?), drawn.map(BoxName)))
    };
    let mut gone = Vec::new();
    for (round, name) in tx.list(sql, [], read)? {
        if name.is_none_or(|name| boxes.is_gone(name)) {
            gone.push(round);
        }
    }
    Ok(gone)
}

/// Every box that the record counts on or that lies in the folder, and what is to be done about it.
pub fn list(tx: &ReadTx<'_>) -> Result<Vec<BoxStanding>, StoreError> {
    let Some(boxes) = tx.boxes else {
        return Ok(Vec::new());
    };
    let mut kept: BTreeMap<BoxName, Option<RoundOfBox>> =
        boxes.list()?.into_iter().map(|name| (name, None)).collect();
    let sql = format!("{BOXES} r.stage in ('open', 'paused', 'closed', 'accounted')");
    for (name, one) in tx.list(&sql, [], named)? {
        kept.insert(name, Some(one));
    }
    let sql = format!("{BOXES} b.drawn = ?1");
    let mut standing = Vec::with_capacity(kept.len());
    for (name, one) in kept {
        let one = match one {
            Some(one) => Some(one),
            None => tx.find(&sql, [name.0], named)?.map(|(_, one)| one),
        };
        standing.push(stand(tx, boxes, name, one)?);
    }
    Ok(standing)
}

fn named(row: &rusqlite::Row<'_>) -> Result<(BoxName, RoundOfBox), rusqlite::Error> {
    let one = RoundOfBox {
        round: RoundId(row.get("id")?),
        stage: word(row, "stage", RoundStage::from_word)?,
    };
    Ok((BoxName(row.get("drawn")?), one))
}

fn stand(
    tx: &ReadTx<'_>,
    boxes: &BoxFiles,
    name: BoxName,
    kept: Option<RoundOfBox>,
) -> Result<BoxStanding, StoreError> {
    let stage = kept.map(|kept| kept.stage);
    let is_done = next(stage, FoundBox::Torn) == BoxStep::Remove;
    let (found, opened) = if is_done {
        // What may be half overwritten is not looked at.
        (FoundBox::Torn, None)
    } else {
        look(tx, boxes, name, kept)?
    };
    Ok(BoxStanding {
        name,
        round: kept.map(|kept| kept.round),
        stage,
        found,
        step: next(stage, found),
        opened,
    })
}

/// What lies under the name of a box, compared with the record.
fn look(
    tx: &ReadTx<'_>,
    boxes: &BoxFiles,
    name: BoxName,
    kept: Option<RoundOfBox>,
) -> Result<(FoundBox, Option<ChainHead>), StoreError> {
    let found = match boxes.look(name)? {
        LyingBox::Nothing => return Ok((FoundBox::Missing, None)),
        LyingBox::Torn => return Ok((FoundBox::Torn, None)),
        LyingBox::Box(found) => found,
    };
    let Ok(state) = found.read(state::get) else {
        return Ok((FoundBox::Torn, None));
    };
    let opened = state.opened;
    let is_its_round = kept.is_none_or(|kept| kept.round == state.round);
    // A box that an upgrade carried into its file is of no epoch.
    let sql = "select ?1 is null or exists (select 1 from installation where epoch = ?1)";
    let is_of_here: bool = tx.one(sql, [state.epoch], |row| row.get(0))?;
    let is_told = match opened {
        None => true,
        Some(ChainHead { number, hash }) => {
            // In whatever chain: of a rehearsal that was wiped no round tells whose it is.
            let sql = "select exists (select 1 from audit where chain in \
                       (select 0 union select id from congress) and number = ?1 and hash = ?2)";
            let values = rusqlite::params![number, hash.0];
            tx.one(sql, values, |row| row.get(0))?
        }
    };
    if !is_its_round || !is_of_here || !is_told {
        return Ok((FoundBox::Foreign, opened));
    }
    let waits = match (&state.taking, kept) {
        (Some(taking), Some(kept)) => state::count_acts(tx, kept.round)? < taking.number,
        _ => false,
    };
    let there = FoundBox::There {
        stage: state.stage,
        waits,
    };
    Ok((there, opened))
}

/// What of the box of a round is not as the record says: nothing where all is well, and in a copy, which
/// has no boxes.
pub fn find_wrong(tx: &ReadTx<'_>, round: RoundId) -> Result<Option<BoxStanding>, StoreError> {
    let Some(boxes) = tx.boxes else {
        return Ok(None);
    };
    let sql = format!("{BOXES} r.id = ?1");
    let Some((name, kept)) = tx.find(&sql, [round.0], named)? else {
        return Ok(None);
    };
    let standing = stand(tx, boxes, name, Some(kept))?;
    Ok((standing.step == BoxStep::Keep).then_some(standing))
}

/// Whether anything between record and boxes is left to be done.
pub(crate) fn is_anything_left(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    if tx.boxes.is_some_and(BoxFiles::has_half_made) {
        return Ok(true);
    }
    for standing in list(tx)? {
        match standing.step {
            BoxStep::Nothing => {
                if let (Some(round), Some(stage)) = (standing.round, standing.stage)
                    && differs(tx, round, stage)?
                {
                    return Ok(true);
                }
            }
            BoxStep::Keep => {}
            BoxStep::Remove | BoxStep::Admit | BoxStep::Interrupt | BoxStep::Follow => {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Does what makes boxes agree with the record, and answers what the record must do, or others. Run on
/// the record's connection between two transactions: no act is under way. What cannot be done with one box
/// keeps nothing from another.
pub(crate) fn settle(connection: &Connection, boxes: &BoxFiles) -> Result<Left, StoreError> {
    let tx = ReadTx::beside(connection, Some(boxes));
    let mut left = Left::default();
    if let Err(error) = boxes.remove_half_made() {
        telemetry::note(format!("a half-made box could not be removed: {error}"));
        left.failed = left.failed.saturating_add(1);
    }
    for standing in list(&tx)? {
        if let Err(error) = settle_one(&tx, boxes, &standing, &mut left) {
            telemetry::note(format!("a box could not be settled: {error}"));
            left.failed = left.failed.saturating_add(1);
        }
    }
    Ok(left)
}

fn settle_one(
    tx: &ReadTx<'_>,
    boxes: &BoxFiles,
    standing: &BoxStanding,
    left: &mut Left,
) -> Result<(), StoreError> {
    let name = standing.name;
    match (standing.step, standing.round) {
        (BoxStep::Remove, _) => {
            let is_made = matches!(
                standing.found,
                FoundBox::There {
                    stage: BoxStage::Made,
                    ..
                }
            );
            if is_made {
                // It admitted nothing, and goes before a vote opens again.
                return boxes.remove(name);
            }
            left.remove.push(name);
            Ok(())
        }
        (BoxStep::Admit, Some(round)) => {
            let (opened, most) = (find_opening(tx, round)?, most(tx, round)?);
            with(boxes, name, |found| {
                found.write_now(move |tx| {
                    state::save_most(tx, most)?;
                    state::admit(tx, opened)
                })
            })
        }
        (BoxStep::Interrupt, _) => with(boxes, name, |found| found.write_now(state::interrupt)),
        (BoxStep::Follow, Some(round)) => with(boxes, name, |found| {
            let taking = found.read(state::get)?.taking;
            left.follow.extend(taking.map(|taking| (round, taking)));
            Ok(())
        }),
        (BoxStep::Nothing, Some(round)) => match standing.stage {
            Some(stage) if differs(tx, round, stage)? => {
                with(boxes, name, |found| agree(tx, found, round))
            }
            _ => Ok(()),
        },
        (BoxStep::Nothing | BoxStep::Keep | BoxStep::Admit | BoxStep::Follow, _) => Ok(()),
    }
}

fn with(
    boxes: &BoxFiles,
    name: BoxName,
    work: impl FnOnce(&Arc<BoxFile>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    match boxes.look(name)? {
        LyingBox::Box(found) => work(&found),
        LyingBox::Nothing | LyingBox::Torn => Ok(()),
    }
}

/// The line of the log that opened the vote of a round.
pub(super) fn find_opening(tx: &ReadTx<'_>, round: RoundId) -> Result<ChainHead, StoreError> {
    find_opening_by(tx, round, "number")
}

/// The same by the column that numbers the lines: in a database of one chain that was `id`.
pub(super) fn find_opening_by(
    tx: &ReadTx<'_>,
    round: RoundId,
    column: &'static str,
) -> Result<ChainHead, StoreError> {
    let sql = "select {column}, hash from audit where kind = 'round' and congress = \
               (select coalesce(c.rehearsal_of, c.id) from round as r \
               join poll as p on p.id = r.poll join session as s on s.id = p.session \
               join congress as c on c.id = s.congress where r.id = ?1) \
               and instr(line || ' ', '\tround=' || ?1 || ' act=open-vote ') > 0 \
               order by id desc limit 1";
    let sql = sql.replace("{column}", column);
    tx.get("opening of the vote", &sql, [round.0], |row| {
        Ok(ChainHead {
            number: row.get(0)?,
            hash: Digest(row.get(1)?),
        })
    })
}

fn most(tx: &ReadTx<'_>, round: RoundId) -> Result<Option<u32>, StoreError> {
    let sql = "select sitting from round where id = ?1";
    let sitting = tx.one(sql, [round.0], |row| row.get(0).map(SittingId))?;
    desks::count_most(tx, sitting)
}

/// Whether rights are held, or the most slips that may vote are others than the record says, in a box
/// that takes ballots or will again.
fn differs(tx: &ReadTx<'_>, round: RoundId, stage: RoundStage) -> Result<bool, StoreError> {
    let Some(found) = tx.box_of(round)? else {
        return Ok(false);
    };
    if !list_held(&found)?.is_empty() {
        return Ok(true);
    }
    let is_voting = matches!(stage, RoundStage::Open | RoundStage::Paused);
    Ok(is_voting && found.read(state::get)?.most != most(tx, round)?)
}

fn list_held(found: &BoxFile) -> Result<Vec<[u8; 32]>, StoreError> {
    let sql = "select slip from cast_right where is_held = 1";
    found.read(|tx| tx.list(sql, [], |row| row.get(0)))
}

/// Held rights go where the record has cancelled the slip and are free where it has not; the most slips
/// that may vote are those in deputies' hands.
fn agree(tx: &ReadTx<'_>, found: &BoxFile, round: RoundId) -> Result<(), StoreError> {
    let mut held = Vec::new();
    for slip in list_held(found)? {
        let sql = "select exists (select 1 from slip where code_hash = ?1 and is_cancelled = 0)";
        let is_good: bool = tx.one(sql, [slip], |row| row.get(0))?;
        held.push((slip, is_good));
    }
    let most = most(tx, round)?;
    found.write_now(move |tx| {
        for (slip, is_good) in held {
            tx.run(
                if is_good {
                    "update cast_right set is_held = 0 where slip = ?1"
                } else {
                    "delete from cast_right where slip = ?1 and is_held = 1"
                },
                [slip],
            )?;
        }
        state::save_most(tx, most)
    })
}
