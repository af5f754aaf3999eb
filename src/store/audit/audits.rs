//! The audit log: hash chains over canonical lines, appended inside the write they tell of. Each congress has
//! its own; that of the installation takes their heads ([`heads`](super::heads)).

use rusqlite::{Row, params};
use sha2::{Digest as _, Sha256};

use crate::column::digest;
use crate::{ReadTx, StoreError, WriteTx};
use domain::audit::Event;
use domain::audit::broken_log::LogGap;
use domain::audit::chain::{
    BreakKind, ChainBreak, ChainHead, CongressHead, LineColumns, LogChain, PrintedHead,
};
use domain::digest::Digest;
use domain::id::CongressId;

/// Appends an event to the chain of the congress that it is of; what is of none, to the installation's.
pub(crate) fn append(tx: &WriteTx<'_>, event: &Event) -> Result<(), StoreError> {
    let line = event.canonical();
    let congress = match event.grant.congress() {
        Some(congress) => Some(find_real(tx, congress)?),
        None => None,
    };
    let chain = congress.map_or(LogChain::Installation, LogChain::Congress);
    let last = find_head(tx, chain)?;
    let sql = "insert into audit (chain, number, at, account, congress, kind, line, hash) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    tx.run(
        sql,
        params![
            chain.number(),
            last.number + 1,
            event.at.as_millisecond(),
            event.grant.account().map(|id| id.0),
            congress.map(|id| id.0),
            event.what.kind(),
            line,
            link(last.hash, line.as_bytes()).0,
        ],
    )
}

/// The congress under which the lines of this one stand: of a rehearsal the real one.
pub fn find_real(tx: &ReadTx<'_>, congress: CongressId) -> Result<CongressId, StoreError> {
    let sql = "select coalesce(rehearsal_of, id) from congress where id = ?1";
    let real = tx.find(sql, [congress.0], |row| row.get(0).map(CongressId))?;
    Ok(real.unwrap_or(congress))
}

/// Whether the log has any line.
pub fn has_lines(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    tx.one("select exists (select 1 from audit)", [], |row| row.get(0))
}

/// How many lines all chains have together.
pub fn count(tx: &ReadTx<'_>) -> Result<u64, StoreError> {
    let count: i64 = tx.one("select count(*) from audit", [], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// The chains that have lines, the installation's first.
pub fn list_chains(tx: &ReadTx<'_>) -> Result<Vec<LogChain>, StoreError> {
    // One look into the index a chain, however long each is.
    let sql = "with recursive named (chain) as (select min(chain) from audit union all \
               select (select min(a.chain) from audit as a where a.chain > named.chain) from named \
               where named.chain is not null) select chain from named where chain is not null";
    tx.list(sql, [], |row| row.get(0).map(LogChain::of))
}

/// Whether lines of a congress stand in the installation's chain: those of earlier versions.
pub fn has_earlier(tx: &ReadTx<'_>, congress: CongressId) -> Result<bool, StoreError> {
    let sql =
        "select coalesce((select chain = 0 from audit where congress = ?1 order by id limit 1), 0)";
    tx.one(sql, [congress.0], |row| row.get(0))
}

/// The head of a chain: [`ChainHead::EMPTY`] before its first line.
pub fn find_head(tx: &ReadTx<'_>, chain: LogChain) -> Result<ChainHead, StoreError> {
    let sql = "select number, hash from audit where chain = ?1 order by number desc limit 1";
    let read = |row: &Row<'_>| {
        Ok(ChainHead {
            number: row.get(0)?,
            hash: digest(row, "hash")?,
        })
    };
    Ok(tx
        .find(sql, [chain.number()], read)?
        .unwrap_or(ChainHead::EMPTY))
}

/// The head of the chain of a congress, or of the one that it rehearses, as it is printed.
pub fn find_printed_head(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<CongressHead, StoreError> {
    let real = find_real(tx, congress)?;
    let sql = "select slug from congress where id = ?1";
    Ok(CongressHead {
        slug: tx.get("congress", sql, [real.0], |row| row.get(0))?,
        head: find_head(tx, LogChain::Congress(real))?,
    })
}

/// Reads a chain from a proven head on and compares every line with its hash and with the columns
/// beside it: the new head, or the first place that does not hold.
pub fn check(
    tx: &ReadTx<'_>,
    chain: LogChain,
    from: ChainHead,
) -> Result<Result<ChainHead, ChainBreak>, StoreError> {
    read_on(tx, (chain, from), &mut |_| false)
}

/// Reads a whole chain, past its breaks: where it ends, and the breaks, one more than `most` at most.
pub fn list_gaps(
    tx: &ReadTx<'_>,
    chain: LogChain,
    most: usize,
) -> Result<(ChainHead, Vec<LogGap>), StoreError> {
    let mut gaps = Vec::new();
    let read = read_on(tx, (chain, ChainHead::EMPTY), &mut |gap| {
        gaps.push(gap);
        gaps.len() <= most
    })?;
    Ok((read.unwrap_or(ChainHead::EMPTY), gaps))
}

/// Reads a chain from a proven head on, past each break that `passes` lets pass.
fn read_on(
    tx: &ReadTx<'_>,
    (chain, from): (LogChain, ChainHead),
    passes: &mut dyn FnMut(LogGap) -> bool,
) -> Result<Result<ChainHead, ChainBreak>, StoreError> {
    if from != ChainHead::EMPTY && !is_at(tx, chain, &PrintedHead::from(from))? {
        return Ok(Err(other(tx, chain, from.number)?));
    }
    // Who reads on from a proven head has read these.
    let sql = "select number, hash from audit where chain = ?2 and number < 1 and ?1 = 0 \
               order by number desc";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([from.number, chain.number()])?;
    while let Some(row) = rows.next()? {
        let (kind, line) = (BreakKind::Added, row.get(0)?);
        let found = ChainBreak { chain, kind, line };
        let goes_on = ChainHead {
            number: line,
            hash: stored(row.get_ref(1)?),
        };
        if !passes(LogGap { found, goes_on }) {
            return Ok(Err(found));
        }
    }
    let marked = list_marked(tx)?;
    let sql = "select number, at, account, congress, kind, line, hash from audit \
               where chain = ?2 and number > ?1 order by number";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([from.number, chain.number()])?;
    let mut last = from;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let line = row.get_ref(5)?.as_bytes().unwrap_or_default();
        let goes_on = ChainHead {
            number,
            hash: stored(row.get_ref(6)?),
        };
        let broken = |kind, line| Some(ChainBreak { chain, kind, line });
        let found = if number != last.number + 1 {
            broken(BreakKind::Removed, last.number + 1)
        } else if link(last.hash, line) != goes_on.hash {
            Some(name(tx, chain, number)?)
        } else if !is_as_recorded(row, line, chain, &marked) {
            broken(BreakKind::Column, number)
        } else {
            None
        };
        if let Some(found) = found {
            let goes_on = ChainHead {
                number,
                hash: all_in(row, line, goes_on.hash),
            };
            if !passes(LogGap { found, goes_on }) {
                return Ok(Err(found));
            }
        }
        last = goes_on;
    }
    Ok(Ok(last))
}

/// A hash as it stands in the file; what is none agrees with nothing.
/// Digest of everything that stands in a row of the log, the columns beside the line included: a row that
/// is changed once more is another break.
fn all_in(row: &Row<'_>, line: &[u8], hash: Digest) -> Digest {
    let mut all = String::new();
    for column in 1..=4 {
        all.push_str(&format!("{:?}\t", row.get_ref(column)));
    }
    link(hash, &[all.as_bytes(), line].concat())
}

fn stored(value: rusqlite::types::ValueRef<'_>) -> Digest {
    let bytes = value.as_bytes().unwrap_or_default();
    Digest(bytes.try_into().unwrap_or([0; 32]))
}

/// Compares a chain with a head that is known from outside the file: what does not hold, if anything.
pub fn find_difference(
    tx: &ReadTx<'_>,
    chain: LogChain,
    head: &PrintedHead,
) -> Result<Option<ChainBreak>, StoreError> {
    if is_at(tx, chain, head)? {
        return Ok(None);
    }
    other(tx, chain, head.number).map(Some)
}

/// Whether the line of a head has the hash of the head.
fn is_at(tx: &ReadTx<'_>, chain: LogChain, head: &PrintedHead) -> Result<bool, StoreError> {
    let sql = "select hash from audit where chain = ?1 and number = ?2";
    let place = [chain.number(), head.number];
    let found = tx.find(sql, place, |row| digest(row, "hash"))?;
    Ok(found.is_some_and(|hash| head.is(&hash)))
}

/// Why the line of a head is not there: the chain is shorter, or another one.
fn other(tx: &ReadTx<'_>, chain: LogChain, number: i64) -> Result<ChainBreak, StoreError> {
    let last = find_head(tx, chain)?.number;
    Ok(if last < number {
        ChainBreak {
            chain,
            kind: BreakKind::Short,
            line: last + 1,
        }
    } else {
        ChainBreak {
            chain,
            kind: BreakKind::Other,
            line: number,
        }
    })
}

/// What happened to a line whose hash does not follow from the line before it: its hash follows from
/// that of an earlier line (something was put in between), of a later one, or of none.
fn name(tx: &ReadTx<'_>, chain: LogChain, broken: i64) -> Result<ChainBreak, StoreError> {
    let sql = "select cast(line as blob), hash from audit where chain = ?1 and number = ?2";
    let read = |row: &Row<'_>| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?));
    let (line, hash) = tx.one(sql, [chain.number(), broken], read)?;
    let mut statement = tx
        .connection
        .prepare("select number, hash from audit where chain = ?1 order by number")?;
    let mut rows = statement.query([chain.number()])?;
    while let Some(row) = rows.next()? {
        let (number, before) = (
            row.get::<_, i64>(0)?,
            row.get_ref(1)?.as_bytes().unwrap_or_default(),
        );
        if hash_of(before, &line).0.as_slice() != hash.as_slice() {
            continue;
        }
        let (kind, line) = if number < broken {
            (BreakKind::Added, number + 1)
        } else {
            (BreakKind::Moved, broken)
        };
        return Ok(ChainBreak { chain, kind, line });
    }
    let (kind, line) = (BreakKind::Changed, broken);
    Ok(ChainBreak { chain, kind, line })
}

/// Rehearsals that are not wiped yet: the marked congress and the real one, under which their lines stand.
fn list_marked(tx: &ReadTx<'_>) -> Result<Vec<(i64, Option<i64>)>, StoreError> {
    let sql = "select id, rehearsal_of from congress";
    tx.list(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Whether the columns beside a line say what the line says, and it stands in the chain of its congress.
fn is_as_recorded(
    row: &Row<'_>,
    line: &[u8],
    chain: LogChain,
    congresses: &[(i64, Option<i64>)],
) -> bool {
    let Some(recorded) = std::str::from_utf8(line).ok().and_then(LineColumns::read) else {
        return false;
    };
    let (Ok(at), Ok(account), Ok(congress), Ok(kind)) = (
        row.get::<_, i64>(1),
        row.get::<_, Option<i64>>(2),
        row.get::<_, Option<i64>>(3),
        row.get_ref(4).and_then(|kind| Ok(kind.as_str()?)),
    ) else {
        return false;
    };
    let is_there = || match recorded.congress {
        said if said == congress => true,
        // A rehearsal's line stands under the real congress; once wiped, the marked one is gone.
        Some(said) => congresses
            .iter()
            .find(|(id, _)| *id == said)
            .is_none_or(|(_, real)| real.is_some() && *real == congress),
        None => false,
    };
    // In the installation's stand those of earlier versions too, of whatever congress.
    let is_in_place = match chain {
        LogChain::Installation => true,
        LogChain::Congress(id) => congress == Some(id.0),
    };
    is_in_place
        && at == recorded.at
        && account == recorded.account
        && kind == recorded.kind
        && is_there()
}

/// A line that tells what an act fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditFact {
    /// Place in the log.
    pub number: i64,
    /// The canonical line.
    pub line: String,
    /// Whether its hash follows from the line before it.
    pub follows: bool,
}

/// The lines of a congress's log of one of these kinds whose facts begin with `subject`, such as
/// `round=12`, oldest first.
pub fn list_told(
    tx: &ReadTx<'_>,
    congress: CongressId,
    kinds: &[&str],
    subject: &str,
) -> Result<Vec<AuditFact>, StoreError> {
    let sql = "select a.id, a.line, a.hash, (select b.hash from audit as b \
               where b.chain = a.chain and b.number = a.number - 1) as before \
               from audit as a where a.congress = (select coalesce(rehearsal_of, id) from congress \
               where id = ?1) and a.kind = ?2 and instr(a.line, ?3) > 0 order by a.id";
    let wanted = format!("\t{subject}");
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut found = Vec::new();
    for kind in kinds {
        let mut rows = statement.query(params![congress.0, kind, wanted])?;
        while let Some(row) = rows.next()? {
            let line: String = row.get("line")?;
            let is_about = LineColumns::read(&line).is_some_and(|recorded| {
                let rest = recorded.detail.strip_prefix(subject);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            if is_about {
                let before = row.get::<_, Option<[u8; 32]>>("before")?.unwrap_or([0; 32]);
                let follows = link(Digest(before), line.as_bytes()) == digest(row, "hash")?;
                let number = row.get("id")?;
                found.push(AuditFact {
                    number,
                    line,
                    follows,
                });
            }
        }
    }
    Ok(found)
}

/// Milliseconds: when the newest event of a kind happened that is of no congress.
pub fn find_newest_at(tx: &ReadTx<'_>, kind: &str) -> Result<Option<i64>, StoreError> {
    let sql = "select at from audit where congress is null and kind = ?1 order by id desc limit 1";
    tx.find(sql, [kind], |row| row.get(0))
}

fn link(previous: Digest, line: &[u8]) -> Digest {
    hash_of(&previous.0, line)
}

fn hash_of(previous: &[u8], line: &[u8]) -> Digest {
    let hash = Sha256::new()
        .chain_update(previous)
        .chain_update(line)
        .finalize();
    Digest(hash.into())
}
