//! Names and one-lines of projects in Kazakh and Uyghur.

use rusqlite::{OptionalExtension, params};

use super::column::word;
use super::{ReadTx, StoreError, WriteTx};
use crate::domain::id::{AccountId, ProjectId};
use crate::domain::library::translation::{Translation, TranslationLanguage, TranslationState};

/// A project's translations, by language; a language without a row is [`TranslationState::None`].
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Translation>, StoreError> {
    let sql = "select language, name, summary, state from translation where project = ?1 \
               order by language";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([project.0], |row| {
        Ok(Translation {
            language: word(row, "language", TranslationLanguage::from_word)?,
            name: row.get("name")?,
            summary: row.get("summary")?,
            state: word(row, "state", TranslationState::from_word)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who typed a translation.
///
/// # Errors
/// A failing database.
pub fn find_typist(
    tx: &ReadTx<'_>,
    project: ProjectId,
    language: TranslationLanguage,
) -> Result<Option<AccountId>, StoreError> {
    let sql = "select typed_by from translation where project = ?1 and language = ?2";
    let values = params![project.0, language.word()];
    let found: Option<Option<i64>> = tx
        .connection
        .query_row(sql, values, |row| row.get(0))
        .optional()?;
    Ok(found.flatten().map(AccountId))
}

/// Saves a translation; `typed_by` is who typed these words.
///
/// # Errors
/// A failing database.
pub fn save(
    tx: &WriteTx<'_>,
    project: ProjectId,
    given: &Translation,
    typed_by: Option<AccountId>,
) -> Result<(), StoreError> {
    let sql = "insert into translation (project, language, name, summary, state, typed_by) \
               values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (project, language) do update set \
               name = ?3, summary = ?4, state = ?5, typed_by = ?6";
    let mut statement = tx.connection.prepare_cached(sql)?;
    statement.execute(params![
        project.0,
        given.language.word(),
        given.name,
        given.summary,
        given.state.word(),
        typed_by.map(|id| id.0)
    ])?;
    Ok(())
}

/// Removes a translation whose words were all taken away.
///
/// # Errors
/// A failing database.
pub fn remove(
    tx: &WriteTx<'_>,
    project: ProjectId,
    language: TranslationLanguage,
) -> Result<(), StoreError> {
    let sql = "delete from translation where project = ?1 and language = ?2";
    tx.connection
        .execute(sql, params![project.0, language.word()])?;
    Ok(())
}

/// Moves every translation of a project from one state to another: checked ones are frozen with
/// their slate, and freed when it is voided.
///
/// # Errors
/// A failing database.
pub fn update_states(
    tx: &WriteTx<'_>,
    project: ProjectId,
    from: TranslationState,
    to: TranslationState,
) -> Result<(), StoreError> {
    let sql = "update translation set state = ?3 where project = ?1 and state = ?2";
    let mut statement = tx.connection.prepare_cached(sql)?;
    statement.execute(params![project.0, from.word(), to.word()])?;
    Ok(())
}
