//! Changes that wait for their decision, and the supervision calendar.

use super::Scope;
use crate::ServiceError;
use domain::reminder::debt::{Debt, DebtMatter, Debtor};
use domain::reminder::schedule::{AHEAD_DAYS, body_day, from_ahead};
use store::ReadTx;
use store::reminder::debts;

pub(super) fn collect(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<Debt>, ServiceError> {
    let mut found = Vec::new();
    for (change, project, asked_on) in debts::list_changes(tx, scope.congress)? {
        let days = (asked_on, body_day(asked_on));
        found.push(scope.debt(DebtMatter::Decision(change), &project, days));
    }
    for one in debts::list_questions(tx, scope.congress)? {
        let debt = scope.debt(DebtMatter::Reply(one.entry), &one.topic, (one.on, one.due));
        let (by, name) = match one.unit {
            Some((unit, name)) => (Debtor::Unit(unit), name),
            None => (Debtor::Office, String::new()),
        };
        let detail = one.questions.to_string();
        found.push(Debt {
            by,
            name,
            detail,
            ..debt
        });
    }
    let ahead = jiff::Span::new().try_days(AHEAD_DAYS);
    let up_to = ahead.map_or(scope.today, |span| scope.today.saturating_add(span));
    for (entry, topic, on) in debts::list_entries(tx, scope.congress, up_to)? {
        found.push(scope.debt(DebtMatter::Entry(entry), &topic, (from_ahead(on), on)));
    }
    Ok(found)
}
