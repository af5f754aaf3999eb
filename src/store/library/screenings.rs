//! Answers to the positive and negative list.

use rusqlite::params;

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::ProjectId;
use domain::library::appraisal::{ScreeningAnswer, ScreeningItem};

/// The items of a project that were answered.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<ScreeningAnswer>, StoreError> {
    let sql = "select item, is_met, note from screening where project = ?1 order by item";
    tx.list(sql, [project.0], |row| {
        Ok(ScreeningAnswer {
            check: word(row, "item", ScreeningItem::from_word)?,
            is_met: row.get("is_met")?,
            note: row.get("note")?,
        })
    })
}

/// Saves an answer.
pub fn save(tx: &WriteTx<'_>, project: ProjectId, one: &ScreeningAnswer) -> Result<(), StoreError> {
    let sql = "insert into screening (project, item, is_met, note) values (?1, ?2, ?3, ?4) \
               on conflict (project, item) do update set is_met = ?3, note = ?4";
    let values = params![project.0, one.check.word(), one.is_met, one.note];
    tx.run(sql, values)
}
