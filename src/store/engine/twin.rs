//! The twin of a box: a copy of its tables in memory alone, so that a trial ballot is stored as a real one
//! is and leaves nothing behind.

use rusqlite::Connection;

use super::{ReadTx, StoreError, WriteTx};
use crate::round::boxes;
use crate::round::boxes::BoxBallot;
use crate::voting::box_file;
use crate::voting::remarks;

/// What lay in a twin.
pub struct TwinContents {
    /// The ballots, as opening reads them.
    pub ballots: Vec<BoxBallot>,
    /// The records of remarks.
    pub remarks: Vec<BoxBallot>,
}

/// Puts one ballot, and the record of its remarks, into an empty twin and takes everything out of it
/// again, by the statements of casting and of opening.
///
/// # Errors
/// A constraint that a cast would meet too, or a failing database.
pub fn pass(ballot: &BoxBallot, record: Option<&BoxBallot>) -> Result<TwinContents, StoreError> {
    let connection = Connection::open_in_memory()?;
    box_file::schema(&connection)?;
    boxes::put(&WriteTx::on(&connection), ballot, record, false)?;
    let tx = ReadTx::on(&connection);
    Ok(TwinContents {
        ballots: boxes::list_in(&tx)?,
        remarks: remarks::list_in(&tx)?,
    })
}
