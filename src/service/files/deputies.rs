//! A congress's roster: deputies by number; whoever is not on it may be said to have left office.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::ChangeCounts;
use super::table::{AbsentRows, MatchedRow, RowLock, SaveContext, StoredRow, Table};
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

    /// A new number that differs from a standing one by zeros at its beginning alone is that one, as a table
    /// calculation writes it. A new number for the name and delegation of somebody whom the file does not
    /// name otherwise may be the same deputy.
    fn look_alikes(
        &self,
        rows: &[MatchedRow<'_, DeputyRow>],
        standing: &[StoredRow<DeputyRow>],
    ) -> Vec<(usize, &'static str, Problem)> {
        let named: BTreeSet<&str> = rows.iter().map(|(row, _)| row.number.as_str()).collect();
        let others = || {
            let here = standing.iter().filter(|one| one.hold != RowLock::Gone);
            here.filter(|one| !named.contains(one.row.number.as_str()))
        };
        let by_digits: BTreeMap<&str, &DeputyRow> = others()
            .filter_map(|one| Some((digits(&one.row.number)?, &one.row)))
            .collect();
        let by_name: BTreeMap<(&str, &str), &DeputyRow> = others()
            .map(|one| {
                (
                    (one.row.name.as_str(), one.row.delegation.as_str()),
                    &one.row,
                )
            })
            .collect();
        let mut found = Vec::new();
        let new = rows
            .iter()
            .enumerate()
            .filter(|(_, (_, before))| before.is_none());
        for (place, (row, _)) in new {
            let same = digits(&row.number).and_then(|digits| by_digits.get(digits));
            let like = by_name.get(&(row.name.as_str(), row.delegation.as_str()));
            let (problem, stands) = match (same, like) {
                (Some(same), _) => (Problem::error("deputy-number-zeros"), same),
                (None, Some(like)) => (Problem::warning("deputy-other-number"), like),
                (None, None) => continue,
            };
            let problem = problem
                .with("stands", &stands.number)
                .with("name", &stands.name);
            found.push((place, "number", problem.with("number", &row.number)));
        }
        found
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

/// The digits of a number without the zeros at its beginning; none of a number that has other characters too.
fn digits(number: &str) -> Option<&str> {
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| number.trim_start_matches('0'))
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
