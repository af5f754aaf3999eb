//! Typing a project's name and one line in Kazakh and Uyghur, and checking what another typed.

use super::{event, kept};
use crate::domain::access::Actor;
use crate::domain::id::ProjectId;
use crate::domain::library::event::LibraryEvent;
use crate::domain::library::translation::{
    self, Translation, TranslationLanguage, TranslationState,
};
use crate::domain::library::wording;
use crate::domain::problem::Problem;
use crate::service::{Service, ServiceError};
use crate::store::{Written, project_changes, translations};

impl Service {
    /// Saves what was typed in a language, as a draft; words taken away leave nothing.
    ///
    /// # Errors
    /// Refused: `translation-frozen`. Invalid: `translation-script`, `translation-name-missing`, and
    /// what is wrong with the words.
    pub async fn save_translation(
        &self,
        actor: &Actor,
        id: ProjectId,
        language: TranslationLanguage,
        name: &str,
        summary: &str,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let given = typed(language, name, summary).map_err(ServiceError::Invalid)?;
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                let before = find(&translations::list(tx, id)?, language);
                if before.state == TranslationState::Frozen || !project.stage.is_open_to_change() {
                    return Err(ServiceError::refused(Problem::error("translation-frozen")));
                }
                let is_same = before.name == given.name && before.summary == given.summary;
                if is_same {
                    return Ok(Written::quiet((), "nothing had changed"));
                }
                if given.name.is_empty() {
                    translations::remove(tx, id, language)?;
                } else {
                    translations::save(tx, id, &given, grant.account())?;
                }
                for (what, was, is) in [
                    ("name", &before.name, &given.name),
                    ("summary", &before.summary, &given.summary),
                ] {
                    if was != is {
                        let field = format!("{}.{what}", language.word());
                        let told = (field.as_str(), was.as_str(), is.as_str());
                        project_changes::create(tx, id, now, grant.account(), told)?;
                    }
                }
                let state = given.state;
                let told = LibraryEvent::Translated {
                    project: id,
                    language,
                    state,
                };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// Notes that somebody else than the typist read a translation and found it right.
    ///
    /// # Errors
    /// Refused: `translation-none`, `translation-own` for the typist.
    pub async fn check_translation(
        &self,
        actor: &Actor,
        id: ProjectId,
        language: TranslationLanguage,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (_, grant) = kept(tx, &actor, id)?;
                let before = find(&translations::list(tx, id)?, language);
                if before.state != TranslationState::Draft {
                    return Err(ServiceError::refused(Problem::error("translation-none")));
                }
                let typist = translations::find_typist(tx, id, language)?;
                if typist.is_some() && typist == grant.account() {
                    return Err(ServiceError::refused(Problem::error("translation-own")));
                }
                let state = TranslationState::Checked;
                translations::save(tx, id, &Translation { state, ..before }, typist)?;
                let field = format!("{}.state", language.word());
                let told = (field.as_str(), TranslationState::Draft.word(), state.word());
                project_changes::create(tx, id, now, grant.account(), told)?;
                let told = LibraryEvent::Translated {
                    project: id,
                    language,
                    state,
                };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }
}

fn typed(
    language: TranslationLanguage,
    name: &str,
    summary: &str,
) -> Result<Translation, Vec<Problem>> {
    let name = wording::line("name", name).map_err(|problem| vec![problem])?;
    let summary = wording::line("summary", summary).map_err(|problem| vec![problem])?;
    translation::check(&name, &summary)?;
    let state = if name.is_empty() {
        TranslationState::None
    } else {
        TranslationState::Draft
    };
    Ok(Translation {
        language,
        name,
        summary,
        state,
    })
}

/// The words of a language; empty ones where nothing was typed.
#[must_use]
pub fn find(all: &[Translation], language: TranslationLanguage) -> Translation {
    let found = all.iter().find(|one| one.language == language).cloned();
    found.unwrap_or(Translation {
        language,
        name: String::new(),
        summary: String::new(),
        state: TranslationState::None,
    })
}
