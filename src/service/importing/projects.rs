//! The projects of a congress's library for a year, by code.

use super::compare::Counts;
use super::table::{Hold, Standing, Table};
use crate::domain::access::{Action, Actor, Grant};
use crate::domain::audit::What;
use crate::domain::id::{CongressId, ProjectId};
use crate::domain::library::project::{Project, ProjectStage};
use crate::domain::problem::Problem;
use crate::exchange::ProjectRow;
use crate::service::{ServiceError, permit};
use crate::store::{ReadTx, WriteTx, projects};

/// The library of a congress for a year.
pub(super) struct Library {
    pub(super) congress: CongressId,
    pub(super) year: i16,
}

impl Table for Library {
    type Row = ProjectRow;

    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError> {
        permit(actor, Action::KeepLibrary, self.congress)
    }

    fn kept(&self, row: ProjectRow) -> ProjectRow {
        ProjectRow {
            funding: String::new(),
            note: String::new(),
            ..row
        }
    }

    fn standing(&self, tx: &ReadTx<'_>) -> Result<Vec<Standing<ProjectRow>>, ServiceError> {
        let all = projects::list_of_all_years(tx, self.congress)?.into_iter();
        let standing = all.map(|project| Standing {
            hold: if project.year != self.year {
                Hold::Elsewhere
            } else if project.stage.is_open_to_change() {
                Hold::Free
            } else {
                Hold::Locked
            },
            row: row_of(project),
        });
        Ok(standing.collect())
    }

    fn concerns(
        &self,
        row: &ProjectRow,
        before: Option<&Standing<ProjectRow>>,
    ) -> Vec<(&'static str, Problem)> {
        let problem = match before {
            Some(before) if before.hold == Hold::Elsewhere => {
                Problem::error("project-of-another-year").with("value", &row.code)
            }
            Some(before) if before.hold == Hold::Locked && before.row != *row => {
                Problem::warning("project-locked").with("value", &before.row.name)
            }
            _ => return Vec::new(),
        };
        vec![("code", problem)]
    }

    fn save(&self, tx: &WriteTx<'_>, row: &ProjectRow) -> Result<(), ServiceError> {
        let before = projects::find(tx, self.congress, &row.code)?;
        let was_appraised =
            before.is_some_and(|before| before.stage == ProjectStage::UnderAppraisal);
        let stage = if row.is_candidate {
            ProjectStage::Candidate
        } else if was_appraised {
            // A file knows candidates and others; it does not end an appraisal.
            ProjectStage::UnderAppraisal
        } else {
            ProjectStage::InLibrary
        };
        let row = row.clone();
        let project = Project {
            id: ProjectId(0),
            congress: self.congress,
            code: row.code,
            year: self.year,
            name: row.name,
            summary: row.summary,
            content: row.content,
            scale: row.scale,
            place: row.place,
            beneficiaries: row.beneficiaries,
            category: row.category,
            investment: row.investment,
            lead_unit: row.lead_unit,
            finish_by: row.finish_by,
            stage,
        };
        Ok(projects::save(tx, &project)?)
    }

    fn what(&self, counts: Counts) -> What {
        What::ProjectsImported {
            congress: self.congress,
            saved: counts.saved(),
        }
    }
}

fn row_of(project: Project) -> ProjectRow {
    ProjectRow {
        code: project.code,
        name: project.name,
        summary: project.summary,
        content: project.content,
        scale: project.scale,
        place: project.place,
        beneficiaries: project.beneficiaries,
        category: project.category,
        investment: project.investment,
        funding: String::new(),
        lead_unit: project.lead_unit,
        finish_by: project.finish_by,
        is_candidate: project.stage.has_been_candidate(),
        note: String::new(),
    }
}
