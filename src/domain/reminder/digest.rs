//! What a chat group is told of a day's reminders: who, what, how many, since when. No name of a
//! project, no number of the ledger, nothing that anybody wrote.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::debt::{Debt, Debtor};

/// Debts of one kind that one debtor owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestLine {
    /// Who: the office, a unit, a group; deputies are put together, and not named.
    pub by: Debtor,
    /// The unit's or the group's name.
    pub name: String,
    /// The word of the matter.
    pub matter: &'static str,
    pub debts: u32,
    pub overdue: u32,
    /// Since when the oldest is owed.
    pub since: Date,
}

/// Puts debts together: units first, then groups, deputies and the office, each by name.
#[must_use]
pub fn digest(debts: &[Debt], today: Date) -> Vec<DigestLine> {
    let mut lines: BTreeMap<(u8, String, &'static str), DigestLine> = BTreeMap::new();
    for debt in debts {
        let (place, name) = match debt.by {
            Debtor::Unit(_) => (0, debt.name.clone()),
            Debtor::Group(_) => (1, debt.name.clone()),
            Debtor::Deputy(_) => (2, String::new()),
            Debtor::Office => (3, String::new()),
        };
        let matter = debt.matter.word();
        let line = lines
            .entry((place, name.clone(), matter))
            .or_insert_with(|| DigestLine {
                by: debt.by,
                name,
                matter,
                debts: 0,
                overdue: 0,
                since: debt.since,
            });
        line.debts = line.debts.saturating_add(1);
        if debt.days_overdue(today) > 0 {
            line.overdue = line.overdue.saturating_add(1);
        }
        line.since = line.since.min(debt.since);
    }
    lines.into_values().collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::id::{CongressId, DeputyId, FindingId, ProjectId, UnitId};
    use crate::reminder::debt::DebtMatter;

    #[test]
    fn debts_are_put_together_by_debtor_and_kind_without_names_of_projects_or_deputies() {
        let debt = |by, name: &str, matter, day| Debt {
            congress: CongressId(1),
            matter,
            about: "a project".to_owned(),
            detail: "2026-7".to_owned(),
            by,
            name: name.to_owned(),
            since: date(2026, 4, day),
            due: date(2026, 5, day),
        };
        let unit = Debtor::Unit(UnitId(1));
        let deputy = |id| Debtor::Deputy(DeputyId(id));
        let lines = digest(
            &[
                debt(Debtor::Office, "", DebtMatter::Plan(ProjectId(9)), 2),
                debt(deputy(1), "Zhang", DebtMatter::Recheck(FindingId(1)), 3),
                debt(deputy(2), "Li", DebtMatter::Recheck(FindingId(2)), 1),
                debt(unit, "roads", DebtMatter::Report(ProjectId(1)), 5),
                debt(unit, "roads", DebtMatter::Report(ProjectId(2)), 4),
            ],
            date(2026, 5, 5),
        );
        let told: Vec<String> = lines
            .iter()
            .map(|line| {
                let (debts, overdue) = (line.debts, line.overdue);
                format!(
                    "{}:{} {debts}/{overdue} {}",
                    line.name, line.matter, line.since
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "roads:report 2/1 2026-04-04",
                ":recheck 2/2 2026-04-01",
                ":plan 1/1 2026-04-02",
            ]
        );
    }
}
