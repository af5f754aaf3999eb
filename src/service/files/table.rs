//! What a kind of file says of itself ([`Table`]), and the same without its row's type ([`AnyTable`]).

use std::sync::Arc;

use jiff::Timestamp;

use super::compare::{ChangeCounts, Comparison, RowChange, compare, matched};
use crate::ServiceError;
use domain::access::{Actor, Grant};
use domain::audit::EventKind;
use domain::problem::Problem;
use exchange::{Column, ExportError, FileRow, Format, Trial};
use store::{ReadTx, WriteTx};

/// A kind of file: who may bring it, what stands, how a row is saved, what the event says.
pub(super) trait Table: Send + Sync + 'static {
    /// A row of the file, as it would be kept.
    type Row: FileRow + Clone + PartialEq + Send + Sync + 'static;

    /// Who may bring such a file, and take it away.
    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError>;

    /// The row with what is kept of it; two rows that are kept alike are unchanged.
    fn kept(&self, row: Self::Row) -> Self::Row {
        row
    }

    /// Everything that stands now, in the order of an export.
    fn standing(&self, tx: &ReadTx<'_>) -> Result<Vec<StoredRow<Self::Row>>, ServiceError>;

    /// What stands of what rows with these keys may touch: everything, but for a kind of which there
    /// is so much that only what is named is read. Such a kind knows nobody absent.
    fn standing_of(
        &self,
        tx: &ReadTx<'_>,
        _keys: &[&str],
    ) -> Result<Vec<StoredRow<Self::Row>>, ServiceError> {
        self.standing(tx)
    }

    /// How many rows an export has.
    fn count(&self, tx: &ReadTx<'_>) -> Result<usize, ServiceError> {
        Ok(here(self.standing(tx)?).count())
    }

    /// What only the store can tell of a row, each with its column.
    fn concerns(
        &self,
        _tx: &ReadTx<'_>,
        _row: &Self::Row,
        _before: Option<&StoredRow<Self::Row>>,
    ) -> Result<Vec<(&'static str, Problem)>, ServiceError> {
        Ok(Vec::new())
    }

    /// What may be wrong with new rows that are like some that stand under another key: the place of the row,
    /// its column, and what to say.
    fn look_alikes(
        &self,
        _rows: &[MatchedRow<'_, Self::Row>],
        _standing: &[StoredRow<Self::Row>],
    ) -> Vec<(usize, &'static str, Problem)> {
        Vec::new()
    }

    /// Saves a row that is new or changed.
    fn save(
        &self,
        tx: &WriteTx<'_>,
        by: &SaveContext<'_>,
        row: &Self::Row,
    ) -> Result<(), ServiceError>;

    /// Whether those who stand and are not in the file may be said to have left.
    fn leaving(&self, _tx: &ReadTx<'_>) -> Result<AbsentRows, ServiceError> {
        Ok(AbsentRows::Never)
    }

    /// Notes that a row which stands has left; asked only where [`Table::leaving`] allows it.
    fn leave(&self, _tx: &WriteTx<'_>, _key: &str) -> Result<(), ServiceError> {
        Ok(())
    }

    /// The one event of a save.
    fn what(&self, counts: ChangeCounts) -> EventKind;
}

/// A row of a file, with what stands under its key.
pub(super) type MatchedRow<'s, Row> = (Row, Option<&'s StoredRow<Row>>);

/// Under which permission and when a file is saved: for rows that keep a history.
pub(super) struct SaveContext<'b> {
    pub(super) grant: &'b Grant,
    pub(super) now: Timestamp,
}

/// A row that stands, and how far a file may reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StoredRow<Row> {
    pub(super) row: Row,
    pub(super) hold: RowLock,
}

/// How far a file may reach a row that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowLock {
    /// It may be changed.
    Free,
    /// It stays as it is: a file that says otherwise leaves it out.
    Locked,
    /// It has left, and a file may bring it back.
    Gone,
    /// It stands elsewhere: a file that names it is refused by a concern.
    Elsewhere,
}

/// Whether what is not in the file may be said to have left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AbsentRows {
    /// Such files only add and change.
    Never,
    /// It may be ticked.
    Allowed,
    /// It may not be ticked now, and why.
    NotNow(Problem),
}

/// Writes the rows of an export, away from any transaction.
pub(super) type ExportWriter = Box<dyn FnOnce(Format) -> Result<Vec<u8>, ExportError> + Send>;

/// A [`Table`] whose row's type nobody needs to name.
pub(super) trait AnyTable: Send + Sync {
    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError>;
    fn columns(&self) -> Vec<Column>;
    fn read(self: Arc<Self>, file: &[u8]) -> Box<dyn ReadFile>;
    fn count(&self, tx: &ReadTx<'_>) -> Result<usize, ServiceError>;
    fn export(&self, tx: &ReadTx<'_>) -> Result<ExportWriter, ServiceError>;
    fn template(&self, format: Format) -> Result<Vec<u8>, ExportError>;
}

/// A file that was read, with the table that it is for.
pub(super) trait ReadFile: Send {
    /// Rows under the header that hold something.
    fn rows_read(&self) -> usize;
    /// What was found in the file alone.
    fn problems(&self) -> &[Problem];
    /// Sets it against what stands.
    fn compare(&self, tx: &ReadTx<'_>) -> Result<Comparison, ServiceError>;
    /// Saves what a comparison of this transaction found new or changed.
    fn save(
        &self,
        tx: &WriteTx<'_>,
        by: &SaveContext<'_>,
        found: &Comparison,
        leave: bool,
    ) -> Result<(ChangeCounts, EventKind), ServiceError>;
}

struct FileRows<T: Table> {
    table: Arc<T>,
    trial: Trial<T::Row>,
}

impl<T: Table> AnyTable for T {
    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError> {
        Table::permit(self, actor)
    }

    fn columns(&self) -> Vec<Column> {
        exchange::columns_of::<T::Row>()
    }

    fn read(self: Arc<Self>, file: &[u8]) -> Box<dyn ReadFile> {
        let mut trial = T::Row::read(file);
        let rows = std::mem::take(&mut trial.rows).into_iter();
        trial.rows = rows.map(|row| self.kept(row)).collect();
        Box::new(FileRows { table: self, trial })
    }

    fn count(&self, tx: &ReadTx<'_>) -> Result<usize, ServiceError> {
        Table::count(self, tx)
    }

    fn export(&self, tx: &ReadTx<'_>) -> Result<ExportWriter, ServiceError> {
        let rows: Vec<T::Row> = here(self.standing(tx)?).collect();
        Ok(Box::new(move |format| exchange::export(&rows, format)))
    }

    fn template(&self, format: Format) -> Result<Vec<u8>, ExportError> {
        exchange::template::<T::Row>(format)
    }
}

/// What stands in this place and has not left it.
fn here<Row>(standing: Vec<StoredRow<Row>>) -> impl Iterator<Item = Row> {
    let standing = standing.into_iter();
    standing.filter_map(|one| match one.hold {
        RowLock::Free | RowLock::Locked => Some(one.row),
        RowLock::Gone | RowLock::Elsewhere => None,
    })
}

impl<T: Table> FileRows<T> {
    fn standing(&self, tx: &ReadTx<'_>) -> Result<Vec<StoredRow<T::Row>>, ServiceError> {
        let keys: Vec<&str> = self.trial.rows.iter().map(FileRow::key).collect();
        self.table.standing_of(tx, &keys)
    }
}

impl<T: Table> ReadFile for FileRows<T> {
    fn rows_read(&self) -> usize {
        self.trial.rows_read
    }

    fn problems(&self) -> &[Problem] {
        &self.trial.problems
    }

    fn compare(&self, tx: &ReadTx<'_>) -> Result<Comparison, ServiceError> {
        let standing = self.standing(tx)?;
        let leaving = self.table.leaving(tx)?;
        compare(tx, &*self.table, &self.trial, &standing, leaving)
    }

    fn save(
        &self,
        tx: &WriteTx<'_>,
        by: &SaveContext<'_>,
        found: &Comparison,
        leave: bool,
    ) -> Result<(ChangeCounts, EventKind), ServiceError> {
        let standing = self.standing(tx)?;
        let rows = matched(&self.trial, &standing);
        for ((row, _), fate) in rows.iter().zip(&found.fates) {
            match fate {
                RowChange::New | RowChange::Changed => self.table.save(tx, by, row)?,
                RowChange::Unchanged | RowChange::LeftOut => {}
            }
        }
        let mut counts = found.counts;
        if leave {
            for one in &found.absent {
                self.table.leave(tx, &one.key)?;
            }
            counts.left = found.absent.len();
        }
        Ok((counts, self.table.what(counts)))
    }
}
