//! What the library's pages show: the list of a year, and one project with everything around it.

use super::asking::{askers, leads};
use crate::round::fixed;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::congress::Congress;
use domain::id::{CongressId, ProjectId};
use domain::leads::Lead;
use domain::library::grams;
use domain::library::kind::ProjectOrigin;
use domain::library::list::CandidateList;
use domain::library::project::{Project, ProjectLine};
use domain::library::translation::Translation;
use domain::people::person::Unit;
use domain::picture::{PictureFacts, PictureOwner};
use store::ReadTx;
use store::library::appraisals;
use store::library::appraisals::Appraisal;
use store::library::project_changes;
use store::library::project_changes::ProjectChange;
use store::library::projects::search;
pub use store::library::projects::search::ProjectFilter;
use store::library::vote_results::VoteResult;
use store::library::{projects, translations};
use store::people::{congresses, units};
use store::picture::pictures;
use store::poll::candidate_lists;

/// Projects on one page of a list.
pub const PAGE: u32 = 50;
/// Versions on a page of a project's history.
const VERSIONS: u32 = 100;
/// Leads shown with a project.
pub const LEADS: u32 = 100;

/// A page of a library.
#[derive(Debug, Clone)]
pub struct LibraryPage {
    pub congress: Congress,
    pub year: i16,
    /// The years that have projects, newest first.
    pub years: Vec<i16>,
    /// The lines of this page.
    pub lines: Vec<ProjectLine>,
    /// How many the filter finds in all.
    pub total: u32,
    /// The units that can be filtered by.
    pub units: Vec<Unit>,
    /// The candidate lists of the year.
    pub lists: Vec<CandidateList>,
}

/// A page of a project's history.
#[derive(Debug, Clone)]
pub struct ProjectChangesPage {
    /// Whole versions, newest first.
    pub changes: Vec<ProjectChange>,
    /// The version before which older ones are, if there are any.
    pub older: Option<u32>,
}

/// A project with everything around it.
#[derive(Debug, Clone)]
pub struct ProjectView {
    pub congress: Congress,
    pub project: Project,
    pub translations: Vec<Translation>,
    /// How its appraisals ended, newest first.
    pub appraisals: Vec<Appraisal>,
    /// The lists that it stands on.
    pub lists: Vec<CandidateList>,
    /// What became of it at votes, and of the years before that it returned from.
    pub results: Vec<VoteResult>,
    /// The years before that it returned from, nearest first.
    pub earlier: Vec<Project>,
    /// The project of a later year that it returned as.
    pub returned_as: Option<Project>,
    /// Projects that went into it.
    pub merged: Vec<Project>,
    /// The project that it went into.
    pub into: Option<Project>,
    /// The units of the congress.
    pub units: Vec<Unit>,
    /// Who asked, with how many leads of each kind.
    pub askers: Vec<(ProjectOrigin, u32)>,
    /// The leads behind it, at most [`LEADS`], for whoever keeps the library; others are shown the
    /// numbers alone.
    pub leads: Vec<Lead>,
    /// Its photos.
    pub pictures: Vec<PictureFacts>,
}

impl Service {
    /// A page of a library, narrowed.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_library(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        narrowed: (String, ProjectFilter),
        page: u32,
    ) -> Result<LibraryPage, ServiceError> {
        let actor = actor.clone();
        let (words, mut filter) = narrowed;
        filter.words = grams::search(&words);
        self.store
            .read(move |tx| {
                permit(&actor, Action::Look, congress)?;
                let skip = page.saturating_sub(1).saturating_mul(PAGE);
                let (lines, total) = search::list(tx, congress, year, &filter, skip, PAGE)?;
                Ok(LibraryPage {
                    years: search::list_years(tx, congress)?,
                    units: units::list(tx, congress)?,
                    lists: candidate_lists::list(tx, congress, year)?,
                    congress: congresses::get(tx, congress)?,
                    year,
                    lines,
                    total,
                })
            })
            .await
    }

    /// Every project of a congress's year, for short lists.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn list_projects(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
    ) -> Result<Vec<ProjectLine>, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                permit(&actor, Action::Look, congress)?;
                let filter = ProjectFilter::default();
                Ok(search::list(tx, congress, year, &filter, 0, u32::MAX)?.0)
            })
            .await
    }

    /// One project with everything around it, for those who keep the library.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_project(
        &self,
        actor: &Actor,
        id: ProjectId,
    ) -> Result<ProjectView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let project = projects::get(tx, id)?;
                permit(&actor, Action::Look, project.congress)?;
                let keeps = permit(&actor, Action::KeepLibrary, project.congress).is_ok();
                view(tx, project, keeps)
            })
            .await
    }
}

impl Service {
    /// A page of a project's history: its newest versions, or those before a version.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_history(
        &self,
        actor: &Actor,
        id: ProjectId,
        before: Option<u32>,
    ) -> Result<ProjectChangesPage, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let project = projects::get(tx, id)?;
                permit(&actor, Action::Look, project.congress)?;
                let changes = project_changes::list(tx, id, before, VERSIONS)?;
                let older = match changes.last() {
                    Some(last) if project_changes::is_any_before(tx, id, last.version)? => {
                        Some(last.version)
                    }
                    _ => None,
                };
                Ok(ProjectChangesPage { changes, older })
            })
            .await
    }
}

fn view(tx: &ReadTx<'_>, project: Project, shows_leads: bool) -> Result<ProjectView, ServiceError> {
    let id = project.id;
    let mut earlier = Vec::new();
    let mut results = fixed::list_proven(tx, id)?;
    let mut back = project.previous;
    while let Some(previous) = back {
        let found = projects::get(tx, previous)?;
        results.extend(fixed::list_proven(tx, previous)?);
        back = found.previous;
        earlier.push(found);
    }
    let some = |id: Option<ProjectId>| id.map(|id| projects::get(tx, id)).transpose();
    let merged = projects::list_merged(tx, id)?;
    let merged: Result<Vec<Project>, _> =
        merged.into_iter().map(|id| projects::get(tx, id)).collect();
    Ok(ProjectView {
        congress: congresses::get(tx, project.congress)?,
        translations: translations::list(tx, id)?,
        appraisals: appraisals::list(tx, id)?,
        lists: candidate_lists::list_of_project(tx, id)?,
        results,
        earlier,
        returned_as: some(projects::find_return(tx, id)?)?,
        merged: merged?,
        into: some(project.merged_into)?,
        units: units::list(tx, project.congress)?,
        askers: askers(tx, id)?,
        leads: if shows_leads {
            leads(tx, id, LEADS)?
        } else {
            Vec::new()
        },
        pictures: pictures::list(tx, PictureOwner::Project(id))?,
        project,
    })
}
