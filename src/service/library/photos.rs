//! Photos of a project: added with the words that say what they show, fixed with the rest of the
//! project by its slate, and public with it.

use super::{event, kept};

use crate::picture::shrinking;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::id::{PictureId, ProjectId};
use domain::library::event::LibraryEvent;
use domain::library::project::Project;
use domain::library::wording;
use domain::picture::{PictureName, PictureOwner};
use domain::problem::Problem;
use store::Written;
use store::library::{project_changes, projects};
use store::picture::pictures as stored_pictures;

/// Photos of one project.
pub const MOST_PHOTOS: usize = 8;

impl Service {
    /// Adds a photo; `caption` says what it shows, for those who see it and those who do not.
    ///
    /// # Errors
    /// Refused: `project-not-editable` from the frozen slate on, `pictures-many`. Invalid:
    /// `picture-missing`, `caption-missing`, and what is wrong with the photo.
    pub async fn add_photo(
        &self,
        actor: &Actor,
        id: ProjectId,
        caption: &str,
        bytes: Option<Vec<u8>>,
    ) -> Result<(), ServiceError> {
        self.require_keeper(actor, id).await?;
        let mut problems = Vec::new();
        let caption = wording::line("caption", caption);
        let caption = caption.map_err(|problem| problems.push(problem));
        if caption.as_ref().is_ok_and(String::is_empty) {
            problems.push(Problem::error("caption-missing").at("caption"));
        }
        if bytes.is_none() {
            problems.push(Problem::error("picture-missing").at("picture"));
        }
        let (Ok(caption), Some(bytes), true) = (caption, bytes, problems.is_empty()) else {
            return Err(ServiceError::Invalid(problems));
        };
        let photo = self.keep_picture("picture", bytes).await?;
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                refuse_fixed(&project)?;
                let owner = PictureOwner::Project(id);
                if stored_pictures::list(tx, owner)?.len() >= MOST_PHOTOS {
                    let problem = Problem::error("pictures-many").with("most", MOST_PHOTOS);
                    return Err(ServiceError::refused(problem));
                }
                let picture = shrinking::keep(tx, owner, &caption, now, photo)?;
                let told = ("picture", "", caption.as_str());
                project_changes::create(tx, id, now, grant.account(), told)?;
                let told = LibraryEvent::PictureAdded {
                    project: id,
                    picture,
                };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// Takes a photo away.
    ///
    /// # Errors
    /// Refused: `project-not-editable`. Not found: another project's photo.
    pub async fn remove_photo(
        &self,
        actor: &Actor,
        id: ProjectId,
        picture: PictureId,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                refuse_fixed(&project)?;
                let caption = stored_pictures::remove(tx, PictureOwner::Project(id), picture)?;
                let caption = caption.ok_or(ServiceError::NotFound("picture"))?;
                let told = ("picture", caption.as_str(), "");
                project_changes::create(tx, id, now, grant.account(), told)?;
                let told = LibraryEvent::PictureRemoved {
                    project: id,
                    picture,
                };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// The bytes of a photo for whoever may see the project in the office.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress and another project's photo.
    pub async fn get_photo(
        &self,
        actor: &Actor,
        id: ProjectId,
        name: PictureName,
    ) -> Result<Vec<u8>, ServiceError> {
        let actor = actor.clone();
        self.read_picture(move |tx| {
            let project = projects::get(tx, id)?;
            permit(&actor, Action::Look, project.congress)?;
            Self::picture_of(tx, PictureOwner::Project(id), name)
        })
        .await
    }

    /// The bytes of a photo for everybody, once its project is on a frozen slate.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] before that.
    pub async fn get_public_photo(
        &self,
        id: ProjectId,
        name: PictureName,
    ) -> Result<Vec<u8>, ServiceError> {
        self.read_picture(move |tx| {
            if !projects::get(tx, id)?.stage.is_public() {
                return Err(ServiceError::NotFound("picture"));
            }
            Self::picture_of(tx, PictureOwner::Project(id), name)
        })
        .await
    }
}

fn refuse_fixed(project: &Project) -> Result<(), ServiceError> {
    if project.stage.is_open_to_change() {
        return Ok(());
    }
    let problem = Problem::error("project-not-editable").with("stage", project.stage.word());
    Err(ServiceError::refused(problem))
}
