//! Department reviews of a congress: to be held, answered, put right, checked again. Those of the
//! prefecture's work committee belong to no congress, and nobody in one owes anything for them.

use super::Scope;
use crate::ServiceError;
use domain::followup::finding::FindingStage;
use domain::reminder::debt::{Debt, DebtMatter, Debtor};
use domain::reminder::schedule::{AHEAD_DAYS, from_ahead};
use store::ReadTx;
use store::review::reviews::PendingReviewWork;
use store::review::{questions, reviews, tasks};

pub(super) fn collect(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<Debt>, ServiceError> {
    let congress = scope.congress;
    let ahead = jiff::Span::new().try_days(AHEAD_DAYS);
    let up_to = ahead.map_or(scope.today, |span| scope.today.saturating_add(span));
    let mut found = Vec::new();
    for review in reviews::list_planned(tx, congress, up_to)? {
        let days = (from_ahead(review.on), review.on);
        found.push(scope.debt(DebtMatter::Review(review.id), &review.topic, days));
    }
    for one in questions::list_waiting(tx, congress)? {
        found.push(of_unit(scope, DebtMatter::ReviewReply(one.review), one));
    }
    for one in tasks::list_waiting(tx, congress, FindingStage::Sent)? {
        found.push(of_unit(scope, DebtMatter::ReviewTask(one.review), one));
    }
    for one in tasks::list_waiting(tx, congress, FindingStage::Answered)? {
        let days = scope.own_days(one.since);
        let matter = DebtMatter::ReviewRecheck(one.review);
        found.push(Debt {
            detail: one.number.to_string(),
            ..scope.debt(matter, &one.topic, days)
        });
    }
    Ok(found)
}

fn of_unit(scope: &Scope, matter: DebtMatter, one: PendingReviewWork) -> Debt {
    let (unit, name) = one.unit;
    Debt {
        by: Debtor::Unit(unit),
        name,
        detail: one.number.to_string(),
        ..scope.debt(matter, &one.topic, (one.since, one.due))
    }
}
