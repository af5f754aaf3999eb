//! Leads of a congress for a year, by the office's own number. What stands is never rewritten by a
//! file: a wish stays as it was handed in.

use super::compare::ChangeCounts;
use super::table::{RowLock, SaveContext, StoredRow, Table};
use crate::{ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::audit::EventKind;
use domain::id::CongressId;
use domain::leads::event::LeadEvent;
use domain::leads::receipt::{DRAWN_BELOW, Receipt};
use domain::leads::{Lead, LeadState};
use domain::problem::Problem;
use exchange::LeadRow;
use machine::clock::{beijing, day};
use machine::random::Random;
use store::leads::rows::NewLead;
use store::leads::{calls, lead_contacts, lead_lists, rows};
use store::{ReadTx, WriteTx};

/// The leads of a congress for a year.
pub(super) struct LeadTable {
    pub(super) congress: CongressId,
    pub(super) year: i16,
    /// For the numbers of their receipts.
    pub(super) random: Random,
}

impl LeadTable {
    /// What somebody must be permitted who brings or takes it.
    pub(super) const ACTION: Action = Action::KeepLibrary;
}

impl Table for LeadTable {
    type Row = LeadRow;

    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError> {
        permit(actor, Self::ACTION, self.congress)
    }

    fn standing(&self, tx: &ReadTx<'_>) -> Result<Vec<StoredRow<LeadRow>>, ServiceError> {
        let all = lead_lists::list_all(tx, self.congress, self.year)?;
        let standing = all.into_iter();
        Ok(standing
            .map(|(lead, number)| locked(lead, number))
            .collect())
    }

    fn standing_of(
        &self,
        tx: &ReadTx<'_>,
        keys: &[&str],
    ) -> Result<Vec<StoredRow<LeadRow>>, ServiceError> {
        let mut standing = Vec::new();
        for key in keys {
            let found = lead_lists::find_of_key(tx, (self.congress, self.year), key)?;
            standing.extend(found.map(|(lead, number)| locked(lead, number)));
        }
        Ok(standing)
    }

    fn count(&self, tx: &ReadTx<'_>) -> Result<usize, ServiceError> {
        let count = lead_lists::count_all(tx, self.congress, self.year)?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    fn concerns(
        &self,
        _tx: &ReadTx<'_>,
        row: &LeadRow,
        before: Option<&StoredRow<LeadRow>>,
    ) -> Result<Vec<(&'static str, Problem)>, ServiceError> {
        match before {
            Some(before) if before.row != *row => {
                let problem = Problem::warning("lead-locked").with("value", &row.number);
                Ok(vec![("number", problem)])
            }
            _ => Ok(Vec::new()),
        }
    }

    fn save(
        &self,
        tx: &WriteTx<'_>,
        by: &SaveContext<'_>,
        row: &LeadRow,
    ) -> Result<(), ServiceError> {
        let noon = row.received_on.at(12, 0, 0, 0);
        let received_at = beijing().to_timestamp(noon);
        let received_at = received_at.map_err(|error| ServiceError::Broken(Box::new(error)))?;
        // What came in while a call was open answers it, on whatever paper it came.
        let day = row.received_on.to_string();
        let call = calls::find_open(tx, self.congress, self.year, &day)?;
        let new = NewLead {
            congress: self.congress,
            year: self.year,
            call,
            wish: row.wish.clone(),
            received_at,
            by: by.grant.account(),
            number: Some(row.number.clone()),
            // Whoever told it at a station follows it as whoever handed it in on a phone.
            receipt: Some(Receipt::of(self.random.below(DRAWN_BELOW)?)),
            form: None,
            split_from: None,
        };
        let lead = rows::create(tx, &new)?;
        if !row.contact.is_empty() {
            lead_contacts::create(tx, lead, &row.contact, received_at)?;
        }
        Ok(())
    }

    fn what(&self, counts: ChangeCounts) -> EventKind {
        EventKind::Lead(LeadEvent::Imported {
            congress: self.congress,
            rows: counts.saved(),
        })
    }
}

/// A wish stays as it was handed in, whatever a file says.
fn locked(lead: Lead, number: Option<String>) -> StoredRow<LeadRow> {
    StoredRow {
        row: row_of(lead, number),
        hold: RowLock::Locked,
    }
}

/// A lead as a row of a file: without its contact.
pub(crate) fn row_of(lead: Lead, number: Option<String>) -> LeadRow {
    let receipt = lead.receipt.as_ref();
    let number = number
        .or_else(|| receipt.map(|receipt| receipt.digits().to_owned()))
        .unwrap_or_else(|| format!("#{}", lead.id));
    let stage = lead.state.stage();
    let told = match lead.state {
        LeadState::Declined { reason } => reason,
        LeadState::HandedOver { to } => to,
        LeadState::Received | LeadState::Merged { .. } | LeadState::TakenUp { .. } => String::new(),
    };
    LeadRow {
        number,
        received_on: day(lead.received_at),
        wish: lead.wish,
        contact: String::new(),
        stage,
        told,
    }
}
