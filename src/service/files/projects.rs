//! The projects of a congress's library for a year, by code.
//!
//! A file edits what may be edited, with a row of history for each field, and moves nothing: a project
//! that it calls a candidate begins its appraisal where that has not begun.

use super::compare::ChangeCounts;
use super::table::{RowLock, SaveContext, StoredRow, Table};
use crate::library::{editing, move_project, translating};
use crate::{ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::audit::EventKind;
use domain::id::CongressId;
use domain::library::project::Project;
use domain::library::stage::{ProjectAct, ProjectStage};
use domain::library::translation::{Translation, TranslationLanguage};
use domain::problem::Problem;
use exchange::ProjectRow;
use store::library::{projects, translations};
use store::{ReadTx, WriteTx};

/// The library of a congress for a year.
pub(super) struct ProjectTable {
    pub(super) congress: CongressId,
    pub(super) year: i16,
}

impl ProjectTable {
    /// What somebody must be permitted who brings or takes it.
    pub(super) const ACTION: Action = Action::KeepLibrary;
}

impl Table for ProjectTable {
    type Row = ProjectRow;

    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError> {
        permit(actor, Self::ACTION, self.congress)
    }

    fn standing(&self, tx: &ReadTx<'_>) -> Result<Vec<StoredRow<ProjectRow>>, ServiceError> {
        let all = projects::list_of_all_years(tx, self.congress)?.into_iter();
        let mut words = translations::list_of_congress(tx, self.congress)?;
        let standing = all.map(|project| StoredRow {
            hold: if project.year != self.year {
                RowLock::Elsewhere
            } else if project.stage.is_open_to_change() {
                RowLock::Free
            } else {
                RowLock::Locked
            },
            row: row_of(&words.remove(&project.id).unwrap_or_default(), project),
        });
        Ok(standing.collect())
    }

    fn concerns(
        &self,
        _tx: &ReadTx<'_>,
        row: &ProjectRow,
        before: Option<&StoredRow<ProjectRow>>,
    ) -> Result<Vec<(&'static str, Problem)>, ServiceError> {
        let (column, problem) = match before {
            Some(before) if before.hold == RowLock::Elsewhere => {
                let problem = Problem::error("project-of-another-year");
                ("code", problem.with("value", &row.sheet.code))
            }
            Some(before) if before.hold == RowLock::Locked && before.row != *row => {
                let problem = Problem::warning("project-locked");
                ("code", problem.with("value", &before.row.sheet.name))
            }
            Some(before) if row.is_candidate && !before.row.is_candidate => {
                ("candidate", Problem::warning("candidate-by-appraisal"))
            }
            _ => return Ok(Vec::new()),
        };
        Ok(vec![(column, problem)])
    }

    fn save(
        &self,
        tx: &WriteTx<'_>,
        by: &SaveContext<'_>,
        row: &ProjectRow,
    ) -> Result<(), ServiceError> {
        let SaveContext { grant, now } = *by;
        let found = projects::find(tx, self.congress, &row.sheet.code)?;
        let id = match found {
            Some(project) => {
                editing::edit(tx, grant, now, &project, &row.sheet)?;
                project.id
            }
            None => editing::create(tx, grant, now, (self.congress, self.year), &row.sheet)?,
        };
        for words in &row.translations {
            translating::put(tx, grant, now, id, words)?;
        }
        let project = projects::get(tx, id)?;
        if row.is_candidate && project.stage == ProjectStage::InLibrary {
            move_project(tx, grant, now, &project, ProjectAct::StartAppraisal, "")?;
        }
        Ok(())
    }

    fn what(&self, counts: ChangeCounts) -> EventKind {
        EventKind::ProjectsImported {
            congress: self.congress,
            saved: counts.saved(),
        }
    }
}

/// A project as a row of a file, with its words as they were typed: how far they have come is not the
/// file's to say.
fn row_of(words: &[Translation], project: Project) -> ProjectRow {
    let typed = |language: &TranslationLanguage| {
        let words = translating::find(words, *language);
        Translation::typed(*language, &words.name, &words.summary, &words.content)
    };
    ProjectRow {
        translations: TranslationLanguage::ALL.iter().map(typed).collect(),
        sheet: project.sheet,
        is_candidate: project.stage.has_been_candidate(),
    }
}
