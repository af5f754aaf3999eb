//! For whom and on which day debts are read, and how a debt begins.

use jiff::civil::Date;

use domain::id::CongressId;
use domain::reminder::debt::{Debt, DebtMatter, Debtor};
use domain::reminder::schedule::Schedule;

/// For whom and on which day debts are read.
pub(in crate::reminder) struct Scope {
    pub(super) congress: CongressId,
    pub(super) today: Date,
    pub(super) schedule: Schedule,
}

impl Scope {
    /// A debt of the office, to be given to another debtor where it is another's.
    pub(super) fn debt(&self, matter: DebtMatter, about: &str, (since, due): (Date, Date)) -> Debt {
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
    pub(super) fn own_days(&self, since: Date) -> (Date, Date) {
        (since, self.schedule.own_day(since))
    }
}
