//! Next year: a project that was not selected returns with one touch, nothing retyped.

use super::editing::next_code;
use super::{event, kept};
use crate::{Service, ServiceError};
use domain::access::Actor;
use domain::id::ProjectId;
use domain::library::event::LibraryEvent;
use domain::library::stage::ProjectAct;
use domain::library::translation::{Translation, TranslationState};
use domain::picture::PictureOwner;
use domain::problem::Problem;
use store::Written;
use store::library::{project_changes, projects, translations};
use store::people::congresses;
use store::picture::pictures;

impl Service {
    /// Enters a not selected project into the library of the next year under a new code. It keeps
    /// everything it says and who asked for it; its result stays with the old entry, to which it is
    /// linked.
    ///
    /// # Errors
    /// Refused: `library-out-of-turn`, `returned-already` with the code.
    pub async fn return_project(
        &self,
        actor: &Actor,
        id: ProjectId,
    ) -> Result<ProjectId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (old, grant) = kept(tx, &actor, id)?;
                let stage = old.stage.after(ProjectAct::Return);
                let stage = stage.map_err(ServiceError::refused)?;
                if let Some(again) = projects::find_return(tx, id)? {
                    let code = projects::get(tx, again)?.sheet.code;
                    let problem = Problem::error("returned-already").with("code", code);
                    return Err(ServiceError::refused(problem));
                }
                let congress = congresses::get(tx, old.congress)?;
                let year = old.year.saturating_add(1);
                let mut sheet = old.sheet.clone();
                sheet.code = next_code(tx, &congress, year)?;
                let new = projects::create(tx, old.congress, year, &sheet, stage, Some(id))?;
                let told = ("stage", "", stage.word());
                project_changes::create(tx, new, now, grant.account(), told)?;
                pictures::copy(tx, PictureOwner::Project(id), PictureOwner::Project(new))?;
                for words in translations::list(tx, id)? {
                    let typist = translations::find_typist(tx, id, words.language)?;
                    let state = TranslationState::Checked;
                    let is_final = words.state == TranslationState::Frozen;
                    let again = Translation {
                        state: if is_final { state } else { words.state },
                        ..words
                    };
                    translations::save(tx, new, &again, typist)?;
                }
                let told = LibraryEvent::ProjectReturned {
                    previous: id,
                    project: new,
                };
                Ok(Written::recorded(new, event(&grant, now, told)))
            })
            .await
    }
}
