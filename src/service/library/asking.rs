//! Who asked for a project: its own origin, the leads behind it, what was merged into it, the years before.
//! Kinds and numbers for everybody, never a name; the leads themselves for whoever keeps them.

use std::collections::BTreeMap;

use crate::ServiceError;
use domain::id::ProjectId;
use domain::leads::Lead;
use domain::library::kind::ProjectOrigin;
use store::ReadTx;
use store::library::{project_leads, projects};

/// A project with everything that went into it: merged ones and the years that it returned from,
/// nearest first.
fn sources(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<ProjectId>, ServiceError> {
    let mut all = vec![project];
    let mut place = 0;
    while let Some(id) = all.get(place).copied() {
        place += 1;
        let previous = projects::get(tx, id)?.previous;
        let more = projects::list_merged(tx, id)?.into_iter().chain(previous);
        for next in more {
            if !all.contains(&next) {
                all.push(next);
            }
        }
    }
    Ok(all)
}

/// The kinds of those who asked, each with how many leads of it there are.
pub(super) fn askers(
    tx: &ReadTx<'_>,
    project: ProjectId,
) -> Result<Vec<(ProjectOrigin, u32)>, ServiceError> {
    let mut found: BTreeMap<ProjectOrigin, u32> = BTreeMap::new();
    for id in sources(tx, project)? {
        let origin = projects::get(tx, id)?.sheet.origin;
        found.entry(origin).or_default();
        for (origin, count) in project_leads::count(tx, id)? {
            let known = found.entry(origin.of_project()).or_default();
            *known = known.saturating_add(count);
        }
    }
    Ok(found.into_iter().collect())
}

/// The leads behind a project, at most `most`: each as it was handed in, with its own origin.
pub(super) fn leads(
    tx: &ReadTx<'_>,
    project: ProjectId,
    most: u32,
) -> Result<Vec<Lead>, ServiceError> {
    let mut found: Vec<Lead> = Vec::new();
    for id in sources(tx, project)? {
        let here = u32::try_from(found.len()).unwrap_or(u32::MAX);
        found.extend(project_leads::list(tx, id, most.saturating_sub(here))?);
    }
    Ok(found)
}
