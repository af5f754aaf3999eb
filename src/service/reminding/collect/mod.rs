//! Who owes what today: every collector reads one part of the product.
//!
//! Whoever adds something that is due by a day adds a collector to [`COLLECTORS`] and, where it is of
//! a new kind, a matter to `domain::reminder::debt`. Pages, reminders and robots follow by themselves.

mod ledger;
mod library;
mod planned;
mod progress;
mod reviews;

use jiff::civil::Date;

use crate::ServiceError;
use domain::id::CongressId;
use domain::reminder::debt::{self, Debt, Debtor, Matter};
use domain::reminder::schedule::Schedule;
use store::ReadTx;

/// For whom and on which day debts are read.
pub(super) struct Scope {
    congress: CongressId,
    today: Date,
    schedule: Schedule,
}

type Collector = fn(&ReadTx<'_>, &Scope) -> Result<Vec<Debt>, ServiceError>;

/// Every part of the product in which something is owed by a day.
const COLLECTORS: [Collector; 5] = [
    progress::collect,
    ledger::collect,
    planned::collect,
    library::collect,
    reviews::collect,
];

impl Scope {
    /// A debt of the office, to be given to another debtor where it is another's.
    fn debt(&self, matter: Matter, about: &str, (since, due): (Date, Date)) -> Debt {
        Debt {
            congress: self.congress,
            matter,
            about: about.to_owned(),
            detail: String::new(),
            by: Debtor::Office,
            name: String::new(),
            since,
            due,
        }
    }

    /// When something without a day of its own came up, and when it is due.
    fn own_days(&self, since: Date) -> (Date, Date) {
        (since, self.schedule.own_day(since))
    }
}

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
