//! The name of the installation's key: a keyed hash of an empty text, which tells one key file from another.

use jiff::Timestamp;

use crate::voting::desks;
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::{CongressId, SittingId};
use domain::voting::desk::{DeskCounts, SlipsOfOldKey};

/// The name of the key that slips, first sign-ins and forms belong to; none before the first start.
pub fn find(tx: &ReadTx<'_>) -> Result<Option<Digest>, StoreError> {
    let sql = "select name from key_name";
    let found = tx.find(sql, [], |row| row.get(0))?;
    Ok(found.map(Digest))
}

/// Keeps the name of the key that holds from now on.
pub fn save(tx: &WriteTx<'_>, name: Digest) -> Result<(), StoreError> {
    let sql = "insert into key_name (id, name) values (1, ?1) \
               on conflict (id) do update set name = ?1";
    tx.run(sql, [name.0])
}

/// What lived under a key and ended with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndedCounts {
    /// Slips of sittings that are not closed.
    pub slips: usize,
    /// First sign-ins that were printed and not used.
    pub invitations: usize,
    /// Browsers that were signed in.
    pub sign_ins: usize,
    /// PINs of officers.
    pub pins: usize,
}

/// Ends whatever lives under the key that held until now. Where a vote of a sitting runs, its slips stand
/// in its account until it is closed or void; elsewhere handing out begins anew at once.
pub fn end_all(tx: &WriteTx<'_>, at: Timestamp) -> Result<EndedCounts, StoreError> {
    let ended = count_living(tx)?;
    let sql = format!("select distinct sitting from slip where sitting in ({LIVING})");
    let rows = tx.list(&sql, [], |row| Ok(SittingId(row.get(0)?)))?;
    for sitting in rows {
        if desks::is_voting(tx, sitting)? {
            let old_slips = SlipsOfOldKey::Voting;
            let desk = desks::get(tx, sitting)?;
            desks::save(tx, sitting, &DeskCounts { old_slips, ..desk })?;
        } else {
            desks::begin_anew(tx, sitting, at)?;
        }
    }
    for sql in [
        "delete from officer_slip",
        "delete from invitation",
        "delete from sign_in",
        "delete from pin_try",
        "update officer set pin_hash = '', pin_screen = '' where pin_hash <> ''",
    ] {
        tx.run(sql, [])?;
    }
    Ok(ended)
}

/// What lives under the key, in numbers.
pub fn count_living(tx: &ReadTx<'_>) -> Result<EndedCounts, StoreError> {
    let count = |sql: &str| {
        let number = tx.one(sql, [], |row| row.get::<_, u32>(0))?;
        Ok::<_, StoreError>(usize::try_from(number).unwrap_or(usize::MAX))
    };
    Ok(EndedCounts {
        slips: count(&format!(
            "select count(*) from slip where is_cancelled = 0 and sitting in ({LIVING})"
        ))?,
        invitations: count("select count(*) from invitation")?,
        sign_ins: count("select count(*) from sign_in")?,
        pins: count("select count(*) from officer where pin_hash <> ''")?,
    })
}

/// A vote that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningVote {
    pub congress: CongressId,
    /// The congress's name.
    pub name: String,
    /// The poll's title.
    pub title: String,
}

/// The votes that run.
pub fn list_voting(tx: &ReadTx<'_>) -> Result<Vec<RunningVote>, StoreError> {
    let sql = "select c.id, c.name, p.title from round as r join poll as p on p.id = r.poll \
               join session as s on s.id = p.session join congress as c on c.id = s.congress \
               where r.stage in ('open', 'paused') order by r.id";
    tx.list(sql, [], |row| {
        Ok(RunningVote {
            congress: CongressId(row.get(0)?),
            name: row.get(1)?,
            title: row.get(2)?,
        })
    })
}

/// Whether anything lives under the key.
pub fn has_living(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    let living = count_living(tx)?;
    let numbers = [
        living.slips,
        living.invitations,
        living.sign_ins,
        living.pins,
    ];
    let sql = "select exists (select 1 from officer_slip)";
    let has_device: bool = tx.one(sql, [], |row| row.get(0))?;
    Ok(has_device || numbers.iter().any(|number| *number > 0))
}

const LIVING: &str = "select id from sitting where stage <> 'closed'";
