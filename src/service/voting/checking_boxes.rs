//! What `minsheng doctor` says of the boxes that lie beside the record.

use std::path::Path;

use crate::ServiceError;
use crate::round::context::RoundContext;
use domain::audit::chain::ChainHead;
use domain::id::RoundId;
use domain::voting::box_file::{BoxStep, FoundBox};
use store::ReadTx;
use store::audit::audits;
use store::round::sealed_boxes;
use store::voting::box_file::settling;

/// A box that is not as the record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongBox {
    /// The name of eight letters that is printed on its cards; none where no round has it.
    pub name: Option<String>,
    /// The number of its round.
    pub round: Option<i64>,
    pub found: FoundBox,
    /// The line of a log that opened it.
    pub opened: Option<ChainHead>,
    /// Where this record's log of the round's congress ends; none where there is no such round.
    pub head: Option<ChainHead>,
}

/// Boxes beside a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boxes {
    /// How many the record counts on, or will remove.
    pub there: usize,
    pub wrong: Vec<WrongBox>,
}

/// Looks at the boxes of a data directory, beside a running server or without one. Changes nothing.
///
/// # Errors
/// A record that cannot be read.
pub fn look_at_boxes(directory: &Path) -> Result<Boxes, ServiceError> {
    store::look(directory, look)
}

fn look(tx: &ReadTx<'_>) -> Result<Boxes, ServiceError> {
    let listed = settling::list(tx)?;
    let there = listed.len();
    let mut wrong = Vec::new();
    for one in listed.into_iter().filter(|one| one.step == BoxStep::Keep) {
        let sealed = match one.round {
            Some(round) => sealed_boxes::find(tx, round)?,
            None => None,
        };
        wrong.push(WrongBox {
            name: sealed.map(|sealed| sealed.name),
            round: one.round.map(|round| round.0),
            found: one.found,
            opened: one.opened,
            head: match one.round {
                Some(round) => Some(find_head(tx, round)?),
                None => None,
            },
        });
    }
    Ok(Boxes { there, wrong })
}

fn find_head(tx: &ReadTx<'_>, round: RoundId) -> Result<ChainHead, ServiceError> {
    let place = RoundContext::of(tx, round)?;
    Ok(audits::find_printed_head(tx, place.congress.id)?.head)
}
