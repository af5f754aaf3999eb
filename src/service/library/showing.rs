//! A project for everybody: from the frozen slate on, without the office's notes and without names.

use super::asking::askers;
use crate::round::fixed;
use crate::{Service, ServiceError};
use domain::congress::Congress;
use domain::id::ProjectId;
use domain::library::kind::ProjectOrigin;
use domain::library::project::Project;
use domain::library::stage::ProjectStage;
use domain::library::translation::{Translation, TranslationState};
use domain::picture::{PictureFacts, PictureOwner};
use store::ReadTx;
use store::library::vote_results::VoteResult;
use store::library::{projects, translations, vote_results};
use store::people::congresses;
use store::picture::pictures;

/// What everybody may read of a project.
#[derive(Debug, Clone)]
pub struct PublicProject {
    pub congress: Congress,
    /// The project; its note is empty.
    pub project: Project,
    /// Translations that were checked.
    pub translations: Vec<Translation>,
    /// Who asked, with how many leads of each kind; never a name.
    pub origins: Vec<(ProjectOrigin, u32)>,
    /// Earlier years in which it was not selected.
    pub earlier: Vec<i16>,
    /// Published results that are as they were counted.
    pub results: Vec<VoteResult>,
    /// Whether a published result is not as it was counted: then it is not told.
    pub has_changed_result: bool,
    /// Its photos.
    pub pictures: Vec<PictureFacts>,
}

impl Service {
    /// The public projects of a code or an identifier: one, or those of several congresses.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is none that everybody may read.
    pub async fn find_public_projects(
        &self,
        key: &str,
    ) -> Result<Vec<PublicProject>, ServiceError> {
        let key = key.to_owned();
        self.store
            .read(move |tx| {
                let mut ids = projects::list_of_code(tx, &key)?;
                if ids.is_empty() {
                    ids.extend(key.parse::<ProjectId>());
                }
                let mut found = Vec::new();
                for id in ids {
                    let project = projects::get(tx, id)?;
                    if project.stage.is_public() {
                        found.push(shown(tx, project)?);
                    }
                }
                if found.is_empty() {
                    return Err(ServiceError::NotFound("project"));
                }
                Ok(found)
            })
            .await
    }
}

fn shown(tx: &ReadTx<'_>, mut project: Project) -> Result<PublicProject, ServiceError> {
    project.sheet.note = String::new();
    let id = project.id;
    let mut earlier = Vec::new();
    let mut back = project.previous;
    while let Some(previous) = back {
        let found = projects::get(tx, previous)?;
        earlier.push(found.year);
        back = found.previous;
    }
    let mut words = translations::list(tx, id)?;
    words.retain(|one| {
        matches!(
            one.state,
            TranslationState::Checked | TranslationState::Frozen
        )
    });
    let mut results = fixed::list_proven(tx, id)?;
    results.retain(|result| result.is_published);
    let kept = vote_results::list(tx, id)?;
    let published = kept.iter().filter(|result| result.is_published).count();
    project.stage = match (project.stage, results.first()) {
        // Before the notice only the slate is public, not what became of it.
        (stage, None) if stage.is_voted() => ProjectStage::OnSlate,
        // What the vote made of it is read where it is compared.
        (ProjectStage::Selected | ProjectStage::NotSelected, Some(newest)) => {
            if newest.is_selected {
                ProjectStage::Selected
            } else {
                ProjectStage::NotSelected
            }
        }
        (stage, _) => stage,
    };
    Ok(PublicProject {
        congress: congresses::get(tx, project.congress)?,
        translations: words,
        origins: askers(tx, id)?,
        earlier,
        has_changed_result: published > results.len(),
        results,
        pictures: pictures::list(tx, PictureOwner::Project(id))?,
        project,
    })
}
