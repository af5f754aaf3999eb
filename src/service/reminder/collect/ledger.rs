//! Findings: each stage waits for somebody else.

use super::Scope;
use crate::ServiceError;
use domain::followup::finding::{FindingAct, FindingStage};
use domain::reminder::debt::{Debt, DebtMatter, Debtor};
use store::ReadTx;
use store::reminder::debts;
use store::reminder::debts::WaitingFinding;

pub(super) fn collect(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<Debt>, ServiceError> {
    let findings = debts::list_findings(tx, scope.congress)?;
    Ok(findings.iter().flat_map(|one| of(scope, one)).collect())
}

fn of(scope: &Scope, one: &WaitingFinding) -> Vec<Debt> {
    let (year, number) = one.number;
    let detail = format!("{year}-{number}");
    let debt = |matter, days, (by, name)| Debt {
        by,
        name,
        detail: detail.clone(),
        ..scope.debt(matter, &one.about, days)
    };
    let office = (Debtor::Office, String::new());
    match one.stage {
        FindingStage::Found => {
            let days = scope.own_days(one.found_on);
            vec![debt(DebtMatter::Send(one.finding), days, office)]
        }
        FindingStage::Sent => {
            let mut found = Vec::new();
            let since = one.sent_on.unwrap_or(one.found_on);
            if let (Some(due), Some((unit, name))) = (one.due, one.unit.clone()) {
                let by = (Debtor::Unit(unit), name);
                found.push(debt(DebtMatter::Answer(one.finding), (since, due), by));
            }
            if let Some((FindingAct::AskExtension, asked)) = one.last {
                // It is granted while there is time left, or not at all.
                let (since, own) = scope.own_days(asked);
                let due = one.due.map_or(own, |due| due.min(own));
                found.push(debt(
                    DebtMatter::Extension(one.finding),
                    (since, due),
                    office,
                ));
            }
            found
        }
        FindingStage::Answered => {
            let since = one.last.map_or(one.found_on, |(_, on)| on);
            let days = scope.own_days(since);
            vec![debt(DebtMatter::Recheck(one.finding), days, rechecker(one))]
        }
        FindingStage::Closed | FindingStage::Dismissed => Vec::new(),
    }
}

/// The group of the project; without one the deputy who found it; else the office.
fn rechecker(one: &WaitingFinding) -> (Debtor, String) {
    match (&one.group, &one.finder) {
        (Some((group, name)), _) => (Debtor::Group(*group), name.clone()),
        (None, Some((deputy, name))) => (Debtor::Deputy(*deputy), name.clone()),
        (None, None) => (Debtor::Office, String::new()),
    }
}
