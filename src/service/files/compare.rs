//! A file compared with what is stored: what becomes of each row, what is not in the file, a sample.

use domain::words;
use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::table::{AbsentRows, MatchedRow, RowLock, StoredRow, Table};
use crate::ServiceError;
use domain::digest::Digest;
use domain::problem::Problem;
use exchange::{Column, FileRow, Trial};
use store::ReadTx;

/// How many changes a trial shows in full.
const SAMPLE: usize = 8;

words! {
    /// What saving would do with a row.
    pub enum RowChange {
        /// Nothing of that key stands.
        New = "new",
        /// It would replace what stands.
        Changed = "changed",
        /// It says what stands already.
        Unchanged = "unchanged",
        /// It would not be saved: a problem says why.
        LeftOut = "left-out",
    }
}

/// How many rows have which fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChangeCounts {
    /// Rows under the header that hold something.
    pub read: usize,
    /// Would be added.
    pub new: usize,
    /// Would be changed.
    pub changed: usize,
    /// Stand so already.
    pub unchanged: usize,
    /// Would not be saved.
    pub left_out: usize,
    /// Stand, and are not in the file.
    pub absent: usize,
    /// Noted as having left; only a save does that.
    pub left: usize,
}

impl ChangeCounts {
    /// How many rows a save writes.
    #[must_use]
    pub fn saved(self) -> u64 {
        u64::try_from(self.new.saturating_add(self.changed)).unwrap_or(u64::MAX)
    }
}

/// A row that stands, by the names that people know it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRow {
    /// Number or code.
    pub key: String,
    pub name: String,
}

/// One row as saving would leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// Its number in the file.
    pub number: u64,
    /// New or changed.
    pub fate: RowChange,
    /// Its cells in the order of the columns: what stands, where that is different, and what would.
    pub cells: Vec<(Option<String>, String)>,
}

/// A file set against what stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The numbers.
    pub counts: ChangeCounts,
    /// The fate of each row without an error, in the order of the file.
    pub fates: Vec<RowChange>,
    /// What stands and is not in the file.
    pub absent: Vec<NamedRow>,
    /// The first changes in full, changed rows before new ones.
    pub sample: Vec<ChangedRow>,
    /// What only the comparison could find.
    pub problems: Vec<Problem>,
    /// Whether what is absent may be said to have left.
    pub leaving: AbsentRows,
    /// How many stand.
    pub here: usize,
    /// How many would stand after a save, before the absent leave.
    pub after: usize,
    /// The digest of everything that stood.
    pub seen: Digest,
}

pub(super) fn compare<T: Table>(
    tx: &ReadTx<'_>,
    table: &T,
    trial: &Trial<T::Row>,
    standing: &[StoredRow<T::Row>],
    leaving: AbsentRows,
) -> Result<Comparison, ServiceError> {
    let columns = exchange::columns_of::<T::Row>();
    let mut counts = ChangeCounts {
        read: trial.rows_read,
        left_out: trial.rows_read.saturating_sub(trial.rows.len()),
        ..ChangeCounts::default()
    };
    let (mut fates, mut problems) = (Vec::new(), Vec::new());
    let (mut changed, mut added) = (Vec::new(), Vec::new());
    let rows = matched(trial, standing);
    let mut alike: BTreeMap<usize, Vec<(&'static str, Problem)>> = BTreeMap::new();
    for (place, name, problem) in table.look_alikes(&rows, standing) {
        alike.entry(place).or_default().push((name, problem));
    }
    let mut returning = 0_usize;
    for (place, ((row, before), number)) in rows.iter().zip(&trial.numbers).enumerate() {
        let before = *before;
        let mut concerns = table.concerns(tx, row, before)?;
        concerns.extend(alike.remove(&place).unwrap_or_default());
        let is_refused = concerns.iter().any(|(_, problem)| problem.is_error());
        problems.extend(concerns.into_iter().map(|(name, problem)| {
            let column = columns.iter().find(|column| column.name == name);
            problem.in_cell(*number, column.map_or("", |column| column.header))
        }));
        let fate = if is_refused {
            RowChange::LeftOut
        } else {
            fate(row, before)
        };
        if fate == RowChange::Changed && before.is_some_and(|one| one.hold == RowLock::Gone) {
            returning = returning.saturating_add(1);
        }
        let (count, sample) = match fate {
            RowChange::New => (&mut counts.new, Some(&mut added)),
            RowChange::Changed => (&mut counts.changed, Some(&mut changed)),
            RowChange::Unchanged => (&mut counts.unchanged, None),
            RowChange::LeftOut => (&mut counts.left_out, None),
        };
        *count += 1;
        if let Some(sample) = sample.filter(|sample| sample.len() < SAMPLE) {
            sample.push(change(&columns, *number, fate, row, before));
        }
        fates.push(fate);
    }
    let absent = absent(trial, standing);
    counts.absent = absent.len();
    let is_here = |one: &&StoredRow<T::Row>| match one.hold {
        RowLock::Free | RowLock::Locked => true,
        RowLock::Gone | RowLock::Elsewhere => false,
    };
    let here = standing.iter().filter(is_here).count();
    changed.extend(added);
    changed.truncate(SAMPLE);
    Ok(Comparison {
        counts,
        fates,
        absent,
        sample: changed,
        problems,
        leaving,
        here,
        after: here.saturating_add(counts.new).saturating_add(returning),
        seen: seen(&columns, standing),
    })
}

/// Each row as it would be saved, with what stands under its key.
pub(super) fn matched<'s, Row: FileRow + Clone>(
    trial: &Trial<Row>,
    standing: &'s [StoredRow<Row>],
) -> Vec<MatchedRow<'s, Row>> {
    let by_key: BTreeMap<&str, &StoredRow<Row>> =
        standing.iter().map(|one| (one.row.key(), one)).collect();
    let rows = trial.rows.iter().cloned();
    rows.map(|row| match by_key.get(row.key()) {
        Some(before) => (row.filled(&before.row, &trial.lacks), Some(*before)),
        None => (row, None),
    })
    .collect()
}

fn fate<Row: PartialEq>(row: &Row, before: Option<&StoredRow<Row>>) -> RowChange {
    let Some(before) = before else {
        return RowChange::New;
    };
    let is_same = before.row == *row;
    match before.hold {
        RowLock::Free | RowLock::Locked if is_same => RowChange::Unchanged,
        RowLock::Free | RowLock::Gone => RowChange::Changed,
        RowLock::Locked | RowLock::Elsewhere => RowChange::LeftOut,
    }
}

/// What stands and is not in the file. A row with an error is in the file all the same, but its key
/// may be what is wrong, so nobody is called absent while there are such rows.
fn absent<Row: FileRow>(trial: &Trial<Row>, standing: &[StoredRow<Row>]) -> Vec<NamedRow> {
    if trial.errors() > 0 {
        return Vec::new();
    }
    let named: BTreeSet<&str> = trial.rows.iter().map(FileRow::key).collect();
    let absent = standing.iter().filter(|one| match one.hold {
        RowLock::Free | RowLock::Locked => !named.contains(one.row.key()),
        RowLock::Gone | RowLock::Elsewhere => false,
    });
    absent
        .map(|one| NamedRow {
            key: one.row.key().to_owned(),
            name: one.row.name().to_owned(),
        })
        .collect()
}

fn change<Row: FileRow>(
    columns: &[Column],
    number: u64,
    fate: RowChange,
    row: &Row,
    before: Option<&StoredRow<Row>>,
) -> ChangedRow {
    let cells = columns.iter().map(|column| {
        let (is, was) = (
            row.cell(column.name),
            before.map(|one| one.row.cell(column.name)),
        );
        (was.filter(|was| *was != is), is)
    });
    ChangedRow {
        number,
        fate,
        cells: cells.collect(),
    }
}

/// A digest over every cell that stands, each preceded by its length.
fn seen<Row: FileRow>(columns: &[Column], standing: &[StoredRow<Row>]) -> Digest {
    let mut hash = Sha256::new();
    for one in standing {
        hash.update([match one.hold {
            RowLock::Free => 0_u8,
            RowLock::Locked => 1,
            RowLock::Gone => 2,
            RowLock::Elsewhere => 3,
        }]);
        for column in columns {
            let cell = one.row.cell(column.name);
            hash.update(u64::try_from(cell.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(cell);
        }
    }
    Digest(hash.finalize().into())
}
