//! Who owes what today: every collector reads one part of the product.
//!
//! Whoever adds something that is due by a day adds a collector to [`COLLECTORS`] and, where it is of
//! a new kind, a matter to `domain::reminder::debt`. Pages, reminders and robots follow by themselves.

mod ledger;
mod library;
mod planned;
mod progress;
mod reviews;
mod scope;

use jiff::civil::Date;

use crate::ServiceError;
use domain::id::CongressId;
use domain::reminder::debt::{self, Debt};
use domain::reminder::schedule::Schedule;
use store::ReadTx;

use scope::Scope;

type Collector = fn(&ReadTx<'_>, &Scope) -> Result<Vec<Debt>, ServiceError>;

/// Every part of the product in which something is owed by a day.
const COLLECTORS: [Collector; 5] = [
    progress::collect,
    ledger::collect,
    planned::collect,
    library::collect,
    reviews::collect,
];

/// Everything that is owed in a congress, longest overdue first.
pub(super) fn owed(
    tx: &ReadTx<'_>,
    congress: CongressId,
    schedule: Schedule,
    today: Date,
) -> Result<Vec<Debt>, ServiceError> {
    let scope = Scope {
        congress,
        today,
        schedule,
    };
    let mut debts = Vec::new();
    for collect in COLLECTORS {
        debts.extend(collect(tx, &scope)?);
    }
    debts.retain(|debt| debt.since <= today);
    Ok(debt::listed(debts))
}
