//! Opinions that units were asked for, and leads that nobody has looked through.

use jiff::Timestamp;

use super::Scope;
use crate::ServiceError;
use domain::reminder::debt::{Debt, DebtMatter, Debtor};
use machine::clock::day;
use store::ReadTx;
use store::reminder::debts;

pub(super) fn collect(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<Debt>, ServiceError> {
    let mut found = Vec::new();
    for one in debts::list_opinions(tx, scope.congress)? {
        let days = (one.asked_on, one.due_on);
        let (unit, name) = one.unit;
        found.push(Debt {
            by: Debtor::Unit(unit),
            name,
            detail: one.kind.word().to_owned(),
            ..scope.debt(DebtMatter::Opinion(one.opinion), &one.project, days)
        });
    }
    for (year, leads, oldest) in debts::list_leads(tx, scope.congress)? {
        let since = Timestamp::from_millisecond(oldest).map_or(scope.today, day);
        found.push(Debt {
            detail: leads.to_string(),
            ..scope.debt(DebtMatter::Leads(year), "", scope.own_days(since))
        });
    }
    Ok(found)
}
