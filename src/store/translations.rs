//! What projects say in Kazakh and Uyghur.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Row, params};

use super::column::word;
use super::{ReadTx, StoreError, WriteTx};
use domain::id::{AccountId, CongressId, ProjectId, RoundId};
use domain::library::translation::{Translation, TranslationLanguage, TranslationState};

/// A project's translations, by language; a language without a row is [`TranslationState::None`].
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Translation>, StoreError> {
    let sql = "select language, name, summary, content, state from translation where project = ?1 \
               order by language";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([project.0], translation)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn translation(row: &Row<'_>) -> Result<Translation, rusqlite::Error> {
    Ok(Translation {
        language: word(row, "language", TranslationLanguage::from_word)?,
        name: row.get("name")?,
        summary: row.get("summary")?,
        content: row.get("content")?,
        state: word(row, "state", TranslationState::from_word)?,
    })
}

/// The translations of every project of a congress.
///
/// # Errors
/// A failing database.
pub fn list_of_congress(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<BTreeMap<ProjectId, Vec<Translation>>, StoreError> {
    let sql = "select t.project, t.language, t.name, t.summary, t.content, t.state \
               from translation as t join project as p on p.id = t.project where p.congress = ?1 \
               order by t.project, t.language";
    grouped(tx, sql, congress.0)
}

/// What was fixed with the slate of a round, by project.
///
/// # Errors
/// A failing database.
pub(crate) fn list_frozen(
    tx: &ReadTx<'_>,
    round: RoundId,
) -> Result<BTreeMap<ProjectId, Vec<Translation>>, StoreError> {
    let sql = "select t.project, t.language, t.name, t.summary, t.content, t.state \
               from round_line as l join translation as t on t.project = l.project \
               where l.round = ?1 and l.part = '' and t.state = 'frozen' order by t.project, t.language";
    grouped(tx, sql, round.0)
}

fn grouped(
    tx: &ReadTx<'_>,
    sql: &str,
    of: i64,
) -> Result<BTreeMap<ProjectId, Vec<Translation>>, StoreError> {
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([of], |row| {
        Ok((ProjectId(row.get("project")?), translation(row)?))
    })?;
    let mut found: BTreeMap<ProjectId, Vec<Translation>> = BTreeMap::new();
    for row in rows {
        let (project, one) = row?;
        found.entry(project).or_default().push(one);
    }
    Ok(found)
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
    let sql = "insert into translation (project, language, name, summary, content, state, typed_by) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (project, language) do update set \
               name = ?3, summary = ?4, content = ?5, state = ?6, typed_by = ?7";
    let mut statement = tx.connection.prepare_cached(sql)?;
    statement.execute(params![
        project.0,
        given.language.word(),
        given.name,
        given.summary,
        given.content,
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
