//! Projects as the follow-up needs them.

use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError};
use domain::followup::selected_project::SelectedProject;
use domain::id::{CongressId, ProjectId};
use domain::library::project::ProjectStage;

const COLUMNS: &str = "project.id, project.congress, code, year, project.name, summary, scale, \
    place, beneficiaries, category, investment, lead_unit, finish_by, stage";

/// The stages that belong to the follow-up, as `is_followed` in the domain says.
const FOLLOWED: &str = "('selected', 'assigned', 'in_progress', 'completed', 'accepted', \
    'evaluated', 'suspended', 'terminated')";

fn followed(row: &Row<'_>) -> Result<SelectedProject, rusqlite::Error> {
    Ok(SelectedProject {
        id: ProjectId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        code: row.get("code")?,
        year: row.get("year")?,
        name: row.get("name")?,
        summary: row.get("summary")?,
        scale: row.get("scale")?,
        place: row.get("place")?,
        beneficiaries: row.get("beneficiaries")?,
        category: row.get("category")?,
        investment: row.get("investment")?,
        lead_unit: row.get("lead_unit")?,
        finish_by: row.get("finish_by")?,
        stage: word(row, "stage", ProjectStage::from_word)?,
    })
}

/// The project of an identifier, at any stage.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ProjectId) -> Result<SelectedProject, StoreError> {
    let sql = format!("select {COLUMNS} from project where id = ?1");
    tx.get("project", &sql, [id.0], followed)
}

/// The selected projects of a year in one congress or (none) in all, by congress and code.
pub fn list(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    year: i16,
) -> Result<Vec<SelectedProject>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from project where year = ?2 and stage in {FOLLOWED} \
         and (?1 is null or congress = ?1) order by congress, code, id"
    );
    tx.list(&sql, params![congress.map(|id| id.0), year], followed)
}

/// The project of a code and year that no slate holds yet, if there is one.
pub fn find_open(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    code: &str,
) -> Result<Option<ProjectId>, StoreError> {
    let sql = "select id from project where congress = ?1 and year = ?2 and code = ?3 \
               and stage in ('in_library', 'under_appraisal', 'candidate')";
    let found = tx.find(sql, params![congress.0, year, code], |row| row.get(0))?;
    Ok(found.map(ProjectId))
}

/// How many projects of each year and stage a congress or (none) the prefecture has selected.
pub fn count_by_year(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
) -> Result<Vec<(i16, ProjectStage, u32)>, StoreError> {
    let sql = format!(
        "select year, stage, count(*) as n from project where stage in {FOLLOWED} \
         and (?1 is null or congress = ?1) group by year, stage order by year desc, stage"
    );
    tx.list(&sql, [congress.map(|id| id.0)], |row| {
        Ok((
            row.get("year")?,
            word(row, "stage", ProjectStage::from_word)?,
            row.get("n")?,
        ))
    })
}
