//! The lines of a candidate list as its text has them.

use crate::ServiceError;
use domain::id::ProjectId;
use domain::library::list::ListLine;
use store::ReadTx;
use store::library::projects::search;

/// The lines of a list for its canonical text.
pub(crate) fn text_lines(
    tx: &ReadTx<'_>,
    lines: &[ProjectId],
) -> Result<Vec<ListLine>, ServiceError> {
    let mut found = Vec::new();
    for id in lines {
        let project = search::get(tx, *id)?;
        found.push(ListLine {
            project: *id,
            code: project.code,
            name: project.name,
            summary: project.summary,
            investment: project.investment,
        });
    }
    Ok(found)
}
