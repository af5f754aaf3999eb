//! A ballot with nothing on it.

use domain::ballot::{Ballot, Paper, Remarks};
use service::voting::casting::BallotSheet;

/// A ballot of a sheet with nothing on it.
pub(super) fn blank(sheet: &BallotSheet) -> Ballot {
    let lines = sheet.lines.len();
    let asked = if sheet.rules.asks_remarks { lines } else { 0 };
    Ballot {
        paper: Paper::blank(sheet.rules.kind, lines),
        remarks: Remarks::none(asked),
    }
}
