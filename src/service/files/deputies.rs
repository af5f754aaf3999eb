//! A congress's roster: deputies by number; whoever is not on it may be said to have left office.

use super::compare::ChangeCounts;
use super::table::{AbsentRows, RowLock, SaveContext, StoredRow, Table};
use crate::{ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::audit::EventKind;
use domain::id::CongressId;
use domain::problem::Problem;
use exchange::DeputyRow;
use store::people::deputies;
use store::sitting::sessions;
use store::{ReadTx, WriteTx};

/// The roster of a congress.
pub(super) struct DeputyTable {
    pub(super) congress: CongressId,
}

impl DeputyTable {
    /// What somebody must be permitted who brings or takes it.
    pub(super) const ACTION: Action = Action::Prepare;
}

impl Table for DeputyTable {
    type Row = DeputyRow;

    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError> {
        permit(actor, Self::ACTION, self.congress)
    }

    fn standing(&self, tx: &ReadTx<'_>) -> Result<Vec<StoredRow<DeputyRow>>, ServiceError> {
        let all = deputies::list_roster(tx, self.congress)?.into_iter();
        let standing = all.map(|(row, is_in_office)| StoredRow {
            row: from_stored(row),
            hold: if is_in_office {
                RowLock::Free
            } else {
                RowLock::Gone
            },
        });
        Ok(standing.collect())
    }

    fn concerns(
        &self,
        _tx: &ReadTx<'_>,
        row: &DeputyRow,
        before: Option<&StoredRow<DeputyRow>>,
    ) -> Result<Vec<(&'static str, Problem)>, ServiceError> {
        let Some(before) = before else {
            return Ok(Vec::new());
        };
        let mut concerns = Vec::new();
        if before.row.name != row.name {
            let problem = Problem::warning("deputy-renamed").with("before", &before.row.name);
            concerns.push(("name", problem.with("after", &row.name)));
        }
        if before.hold == RowLock::Gone {
            let problem = Problem::warning("deputy-returns").with("name", &before.row.name);
            concerns.push(("number", problem));
        }
        Ok(concerns)
    }

    fn save(
        &self,
        tx: &WriteTx<'_>,
        _: &SaveContext<'_>,
        row: &DeputyRow,
    ) -> Result<(), ServiceError> {
        Ok(deputies::save(tx, self.congress, &stored(row))?)
    }

    /// N of a sitting is fixed when its roll opens; until the sitting is closed, who is in office
    /// stays as the roll has it.
    fn leaving(&self, tx: &ReadTx<'_>) -> Result<AbsentRows, ServiceError> {
        for session in sessions::list(tx, self.congress)? {
            let sittings = sessions::list_sittings(tx, session.id)?;
            if let Some(open) = sittings
                .iter()
                .find(|sitting| sitting.stage.has_open_roll())
            {
                let problem = Problem::error("deputies-roll-open").with("date", &open.held_on);
                return Ok(AbsentRows::NotNow(problem));
            }
        }
        Ok(AbsentRows::Allowed)
    }

    fn leave(&self, tx: &WriteTx<'_>, key: &str) -> Result<(), ServiceError> {
        Ok(deputies::leave(tx, self.congress, key)?)
    }

    fn what(&self, counts: ChangeCounts) -> EventKind {
        EventKind::DeputiesImported {
            congress: self.congress,
            saved: counts.saved(),
            left: u64::try_from(counts.left).unwrap_or(u64::MAX),
        }
    }
}

fn from_stored(row: deputies::DeputyRow) -> DeputyRow {
    DeputyRow {
        number: row.number,
        name: row.name,
        delegation: row.delegation,
        is_committee_member: row.is_committee_member,
        language: row.language,
        note: row.note,
    }
}

fn stored(row: &DeputyRow) -> deputies::DeputyRow {
    let row = row.clone();
    deputies::DeputyRow {
        number: row.number,
        name: row.name,
        delegation: row.delegation,
        is_committee_member: row.is_committee_member,
        language: row.language,
        note: row.note,
    }
}
