//! Who asked for a project: itself, the leads behind it, what was merged into it, the years before.
//! Kinds and numbers, never a name.

use std::collections::BTreeMap;

use crate::domain::id::ProjectId;
use crate::domain::library::kind::Origin;
use crate::service::ServiceError;
use crate::store::{ReadTx, leads, projects};

/// The kinds of those who asked, each with how many leads of it there are.
pub(super) fn askers(
    tx: &ReadTx<'_>,
    project: ProjectId,
) -> Result<Vec<(Origin, u32)>, ServiceError> {
    let mut found: BTreeMap<Origin, u32> = BTreeMap::new();
    let mut all = vec![project];
    let mut place = 0;
    while let Some(id) = all.get(place).copied() {
        place += 1;
        let one = projects::get(tx, id)?;
        found.entry(one.sheet.origin).or_default();
        for (origin, count) in leads::count_behind(tx, id)? {
            let known = found.entry(origin.of_project()).or_default();
            *known = known.saturating_add(count);
        }
        let more = projects::list_merged(tx, id)?
            .into_iter()
            .chain(one.previous);
        for next in more {
            if !all.contains(&next) {
                all.push(next);
            }
        }
    }
    Ok(found.into_iter().collect())
}
