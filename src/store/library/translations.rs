//! What projects say in Kazakh and Uyghur.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{AccountId, CongressId, ProjectId, RoundId};
use domain::library::translation::{Translation, TranslationLanguage, TranslationState};

/// A project's translations, by language; a language without a row is [`TranslationState::None`].
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Translation>, StoreError> {
    let sql = "select language, name, summary, content, state from translation where project = ?1 \
               order by language";
    tx.list(sql, [project.0], translation)
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
    let rows = tx.list(sql, [of], |row| {
        Ok((ProjectId(row.get("project")?), translation(row)?))
    })?;
    let mut found: BTreeMap<ProjectId, Vec<Translation>> = BTreeMap::new();
    for row in rows {
        let (project, one) = row;
        found.entry(project).or_default().push(one);
    }
    Ok(found)
}

/// Who typed a translation.
pub fn find_typist(
    tx: &ReadTx<'_>,
    project: ProjectId,
    language: TranslationLanguage,
) -> Result<Option<AccountId>, StoreError> {
    let sql = "select typed_by from translation where project = ?1 and language = ?2";
    let values = params![project.0, language.word()];
    let found: Option<Option<i64>> = tx.find(sql, values, |row| row.get(0))?;
    Ok(found.flatten().map(AccountId))
}

/// Saves a translation; `typed_by` is who typed these words.
pub fn save(
    tx: &WriteTx<'_>,
    project: ProjectId,
    given: &Translation,
    typed_by: Option<AccountId>,
) -> Result<(), StoreError> {
    let sql = "insert into translation (project, language, name, summary, content, state, typed_by) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (project, language) do update set \
               name = ?3, summary = ?4, content = ?5, state = ?6, typed_by = ?7";
    tx.run(
        sql,
        params![
            project.0,
            given.language.word(),
            given.name,
            given.summary,
            given.content,
            given.state.word(),
            typed_by.map(|id| id.0)
        ],
    )
}

/// Removes a translation whose words were all taken away.
pub fn remove(
    tx: &WriteTx<'_>,
    project: ProjectId,
    language: TranslationLanguage,
) -> Result<(), StoreError> {
    let sql = "delete from translation where project = ?1 and language = ?2";
    tx.run(sql, params![project.0, language.word()])
}

/// Moves every translation of a project from one state to another: checked ones are frozen with
/// their slate, and freed when it is voided.
pub fn update_states(
    tx: &WriteTx<'_>,
    project: ProjectId,
    from: TranslationState,
    to: TranslationState,
) -> Result<(), StoreError> {
    let sql = "update translation set state = ?3 where project = ?1 and state = ?2";
    tx.run(sql, params![project.0, from.word(), to.word()])
}
