//! The rows below a project's row: its funds and its annual targets.

use rusqlite::params;

use super::super::column::word;
use super::super::{ReadTx, StoreError, WriteTx};
use crate::domain::id::ProjectId;
use crate::domain::library::fund::{Fund, FundKind};
use crate::domain::library::sheet::{Sheet, Target};

pub(super) fn list_funds(tx: &ReadTx<'_>, id: ProjectId) -> Result<Vec<Fund>, StoreError> {
    let sql = "select kind, source, amount, this_year, is_secured from fund where project = ?1 \
               order by line_no";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([id.0], |row| {
        Ok(Fund {
            kind: word(row, "kind", FundKind::from_word)?,
            source: row.get("source")?,
            amount: row.get("amount")?,
            this_year: row.get("this_year")?,
            is_secured: row.get("is_secured")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn list_targets(tx: &ReadTx<'_>, id: ProjectId) -> Result<Vec<Target>, StoreError> {
    let sql = "select year, target from annual_target where project = ?1 order by year";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([id.0], |row| {
        Ok(Target {
            year: row.get(0)?,
            text: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Replaces funds and targets by those of a sheet.
pub(super) fn replace(tx: &WriteTx<'_>, id: ProjectId, sheet: &Sheet) -> Result<(), StoreError> {
    let connection = tx.connection;
    for sql in [
        "delete from fund where project = ?1",
        "delete from annual_target where project = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([id.0])?;
    }
    let sql = "insert into fund (project, line_no, kind, source, amount, this_year, is_secured) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let mut statement = connection.prepare_cached(sql)?;
    for (line_no, fund) in (1_i64..).zip(&sheet.funds) {
        statement.execute(params![
            id.0,
            line_no,
            fund.kind.word(),
            fund.source,
            fund.amount,
            fund.this_year,
            fund.is_secured
        ])?;
    }
    let sql = "insert into annual_target (project, year, target) values (?1, ?2, ?3)";
    let mut statement = connection.prepare_cached(sql)?;
    for target in &sheet.targets {
        statement.execute(params![id.0, target.year, target.text])?;
    }
    Ok(())
}
