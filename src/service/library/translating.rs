//! Typing what a project says in Kazakh and Uyghur, and checking what another typed.
//!
//! Freezing a slate fixes what was checked, with the hash; what waits to be checked is not on it.

use jiff::Timestamp;

use super::{event, kept};
use crate::{Service, ServiceError};
use domain::access::{Actor, Grant};
use domain::id::ProjectId;
use domain::library::event::LibraryEvent;
use domain::library::translation::{self, Translation, TranslationLanguage, TranslationState};
use domain::library::wording;
use domain::problem::Problem;
use store::library::{project_changes, translations};
use store::{WriteTx, Written};

impl Service {
    /// Saves what was typed in a language (name, one line, content), as a draft; words taken away
    /// leave nothing.
    ///
    /// # Errors
    /// Refused: `translation-frozen`. Invalid: `translation-script`, `translation-name-missing`, and
    /// what is wrong with the words.
    pub async fn save_translation(
        &self,
        actor: &Actor,
        id: ProjectId,
        language: TranslationLanguage,
        typed: (&str, &str, &str),
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let (name, summary, content) = typed;
        let (name, summary, content) = (name.to_owned(), summary.to_owned(), content.to_owned());
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                let given = tidied(language, &name, &summary, &content);
                let given = given.map_err(ServiceError::Invalid)?;
                let before = find(&translations::list(tx, id)?, language);
                if before.state == TranslationState::Frozen || !project.stage.is_open_to_change() {
                    return Err(ServiceError::refused(Problem::error("translation-frozen")));
                }
                if !put(tx, &grant, now, id, &given)? {
                    return Ok(Written::quiet((), "nothing had changed"));
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

/// Puts words in the place of what stood in their language, with a row of history for each field;
/// answers whether anything changed. Words taken away leave nothing.
pub(crate) fn put(
    tx: &WriteTx<'_>,
    grant: &Grant,
    now: Timestamp,
    id: ProjectId,
    given: &Translation,
) -> Result<bool, ServiceError> {
    let language = given.language;
    let before = find(&translations::list(tx, id)?, language);
    if before.says_the_same(given) {
        return Ok(false);
    }
    if given.name.is_empty() {
        translations::remove(tx, id, language)?;
    } else {
        translations::save(tx, id, given, grant.account())?;
    }
    for ((what, was), (_, is)) in before.fields().into_iter().zip(given.fields()) {
        if was != is {
            let field = format!("{}.{what}", language.word());
            project_changes::create(tx, id, now, grant.account(), (&field, was, is))?;
        }
    }
    Ok(true)
}

fn tidied(
    language: TranslationLanguage,
    name: &str,
    summary: &str,
    content: &str,
) -> Result<Translation, Vec<Problem>> {
    let one = |problem| vec![problem];
    let name = wording::line("name", name).map_err(one)?;
    let summary = wording::line("summary", summary).map_err(one)?;
    let content = wording::lines("content", content).map_err(one)?;
    let typed = Translation::typed(language, &name, &summary, &content);
    translation::check(&typed)?;
    Ok(typed)
}

/// The words of a language; empty ones where nothing was typed.
#[must_use]
pub fn find(all: &[Translation], language: TranslationLanguage) -> Translation {
    let found = all.iter().find(|one| one.language == language).cloned();
    found.unwrap_or_else(|| Translation::typed(language, "", "", ""))
}
