//! The audit log: a hash chain over canonical lines, appended inside the write it tells of.

use rusqlite::{Row, params};
use sha2::{Digest as _, Sha256};

use crate::column::digest;
use crate::{ReadTx, StoreError, WriteTx};
use domain::audit::Event;
use domain::audit::broken_log::LogGap;
use domain::audit::chain::{BreakKind, ChainBreak, ChainHead, LineColumns, PrintedHead};
use domain::digest::Digest;
use domain::id::CongressId;

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// Place in the log, from 1.
    pub id: i64,
    /// Milliseconds: when.
    pub at: i64,
    /// The kind's word.
    pub kind: String,
    /// The canonical line.
    pub line: String,
    /// The chain's hash up to and with this line.
    pub hash: Digest,
}

/// Appends an event to the chain.
pub(crate) fn append(tx: &WriteTx<'_>, event: &Event) -> Result<(), StoreError> {
    let line = event.canonical();
    let hash = chain(head(tx)?, line.as_bytes());
    let sql = "insert into audit (at, account, congress, kind, line, hash) \
               values (?1, ?2, coalesce((select rehearsal_of from congress where id = ?3), ?3), \
               ?4, ?5, ?6)";
    tx.run(
        sql,
        params![
            event.at.as_millisecond(),
            event.grant.account().map(|id| id.0),
            event.grant.congress().map(|id| id.0),
            event.what.kind(),
            line,
            hash.0,
        ],
    )
}

/// The head of the chain; 32 zero bytes before the first event.
pub fn head(tx: &ReadTx<'_>) -> Result<Digest, StoreError> {
    let sql = "select hash from audit order by id desc limit 1";
    let head = tx.find(sql, [], |row| row.get(0))?;
    Ok(Digest(head.unwrap_or([0; 32])))
}

/// The head with its number: [`ChainHead::EMPTY`] before the first event.
pub fn find_head(tx: &ReadTx<'_>) -> Result<ChainHead, StoreError> {
    let sql = "select id, hash from audit order by id desc limit 1";
    let read = |row: &Row<'_>| {
        Ok(ChainHead {
            number: row.get(0)?,
            hash: digest(row, "hash")?,
        })
    };
    Ok(tx.find(sql, [], read)?.unwrap_or(ChainHead::EMPTY))
}

/// Reads the log from a proven head on and compares every line with its hash and with the columns
/// beside it: the new head, or the first place that does not hold.
pub fn check(
    tx: &ReadTx<'_>,
    from: ChainHead,
) -> Result<Result<ChainHead, ChainBreak>, StoreError> {
    read_on(tx, from, &mut |_| false)
}

/// Reads the whole log, past its breaks: where it ends, and the breaks, one more than `most` at most.
pub fn list_gaps(tx: &ReadTx<'_>, most: usize) -> Result<(ChainHead, Vec<LogGap>), StoreError> {
    let mut gaps = Vec::new();
    let read = read_on(tx, ChainHead::EMPTY, &mut |gap| {
        gaps.push(gap);
        gaps.len() <= most
    })?;
    Ok((read.unwrap_or(ChainHead::EMPTY), gaps))
}

/// Reads the log from a proven head on, past each break that `passes` lets pass.
fn read_on(
    tx: &ReadTx<'_>,
    from: ChainHead,
    passes: &mut dyn FnMut(LogGap) -> bool,
) -> Result<Result<ChainHead, ChainBreak>, StoreError> {
    if from != ChainHead::EMPTY && !is_at(tx, &PrintedHead::from(from))? {
        return Ok(Err(other(tx, from.number)?));
    }
    // Who reads on from a proven head has read these.
    let sql = "select id, hash from audit where id < 1 and ?1 = 0 order by id desc";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([from.number])?;
    while let Some(row) = rows.next()? {
        let (kind, line) = (BreakKind::Added, row.get(0)?);
        let found = ChainBreak { kind, line };
        let goes_on = ChainHead {
            number: line,
            hash: stored(row.get_ref(1)?),
        };
        if !passes(LogGap { found, goes_on }) {
            return Ok(Err(found));
        }
    }
    let marked = list_marked(tx)?;
    let sql =
        "select id, at, account, congress, kind, line, hash from audit where id > ?1 order by id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([from.number])?;
    let mut last = from;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let line = row.get_ref(5)?.as_bytes().unwrap_or_default();
        let goes_on = ChainHead {
            number,
            hash: stored(row.get_ref(6)?),
        };
        let broken = |kind, line| Some(ChainBreak { kind, line });
        let found = if number != last.number + 1 {
            broken(BreakKind::Removed, last.number + 1)
        } else if chain(last.hash, line) != goes_on.hash {
            Some(name(tx, number)?)
        } else if !is_as_recorded(row, line, &marked) {
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
    chain(hash, &[all.as_bytes(), line].concat())
}

fn stored(value: rusqlite::types::ValueRef<'_>) -> Digest {
    let bytes = value.as_bytes().unwrap_or_default();
    Digest(bytes.try_into().unwrap_or([0; 32]))
}

/// Compares the log with a head that is known from outside the file: what does not hold, if anything.
pub fn find_difference(
    tx: &ReadTx<'_>,
    head: &PrintedHead,
) -> Result<Option<ChainBreak>, StoreError> {
    if is_at(tx, head)? {
        return Ok(None);
    }
    other(tx, head.number).map(Some)
}

/// Whether the line of a head has the hash of the head.
fn is_at(tx: &ReadTx<'_>, head: &PrintedHead) -> Result<bool, StoreError> {
    let sql = "select hash from audit where id = ?1";
    let found = tx.find(sql, [head.number], |row| digest(row, "hash"))?;
    Ok(found.is_some_and(|hash| head.is(&hash)))
}

/// Why the line of a head is not there: the log is shorter, or another one.
fn other(tx: &ReadTx<'_>, number: i64) -> Result<ChainBreak, StoreError> {
    let last = find_head(tx)?.number;
    Ok(if last < number {
        ChainBreak {
            kind: BreakKind::Short,
            line: last + 1,
        }
    } else {
        ChainBreak {
            kind: BreakKind::Other,
            line: number,
        }
    })
}

/// What happened to a line whose hash does not follow from the line before it: its hash follows from
/// that of an earlier line (something was put in between), of a later one, or of none.
fn name(tx: &ReadTx<'_>, broken: i64) -> Result<ChainBreak, StoreError> {
    let sql = "select cast(line as blob), hash from audit where id = ?1";
    let read = |row: &Row<'_>| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?));
    let (line, hash) = tx.one(sql, [broken], read)?;
    let mut statement = tx
        .connection
        .prepare("select id, hash from audit order by id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, before) = (
            row.get::<_, i64>(0)?,
            row.get_ref(1)?.as_bytes().unwrap_or_default(),
        );
        if hash_of(before, &line).0.as_slice() != hash.as_slice() {
            continue;
        }
        return Ok(if id < broken {
            ChainBreak {
                kind: BreakKind::Added,
                line: id + 1,
            }
        } else {
            ChainBreak {
                kind: BreakKind::Moved,
                line: broken,
            }
        });
    }
    Ok(ChainBreak {
        kind: BreakKind::Changed,
        line: broken,
    })
}

/// Rehearsals that are not wiped yet: the marked congress and the real one, under which their lines stand.
fn list_marked(tx: &ReadTx<'_>) -> Result<Vec<(i64, Option<i64>)>, StoreError> {
    let sql = "select id, rehearsal_of from congress";
    tx.list(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Whether the columns beside a line say what the line says.
fn is_as_recorded(row: &Row<'_>, line: &[u8], congresses: &[(i64, Option<i64>)]) -> bool {
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
    at == recorded.at && account == recorded.account && kind == recorded.kind && is_there()
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
    let sql = "select a.id, a.line, a.hash, (select b.hash from audit as b where b.id = a.id - 1) as before \
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
                let follows = chain(Digest(before), line.as_bytes()) == digest(row, "hash")?;
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

/// The newest lines of a congress.
pub fn list(
    tx: &ReadTx<'_>,
    congress: CongressId,
    most: u32,
) -> Result<Vec<AuditLine>, StoreError> {
    let sql = "select id, at, kind, line, hash from audit where congress = ?1 \
               order by id desc limit ?2";
    tx.list(sql, params![congress.0, most], |row| {
        Ok(AuditLine {
            id: row.get(0)?,
            at: row.get(1)?,
            kind: row.get(2)?,
            line: row.get(3)?,
            hash: Digest(row.get(4)?),
        })
    })
}

fn chain(previous: Digest, line: &[u8]) -> Digest {
    hash_of(&previous.0, line)
}

fn hash_of(previous: &[u8], line: &[u8]) -> Digest {
    let hash = Sha256::new()
        .chain_update(previous)
        .chain_update(line)
        .finalize();
    Digest(hash.into())
}
