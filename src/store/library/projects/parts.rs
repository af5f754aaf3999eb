//! The rows below a project's row: its funds and its annual targets.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, ProjectId};
use domain::library::fund::{Fund, FundKind};
use domain::library::sheet::{Sheet, YearTarget};

pub(super) fn list_funds(tx: &ReadTx<'_>, id: ProjectId) -> Result<Vec<Fund>, StoreError> {
    let sql = "select kind, source, amount, this_year, is_secured from fund where project = ?1 \
               order by line_no";
    tx.list(sql, [id.0], fund)
}

pub(super) fn list_targets(tx: &ReadTx<'_>, id: ProjectId) -> Result<Vec<YearTarget>, StoreError> {
    let sql = "select year, target from annual_target where project = ?1 order by year";
    tx.list(sql, [id.0], target)
}

fn fund(row: &Row<'_>) -> Result<Fund, rusqlite::Error> {
    Ok(Fund {
        kind: word(row, "kind", FundKind::from_word)?,
        source: row.get("source")?,
        amount: row.get("amount")?,
        this_year: row.get("this_year")?,
        is_secured: row.get("is_secured")?,
    })
}

fn target(row: &Row<'_>) -> Result<YearTarget, rusqlite::Error> {
    Ok(YearTarget {
        year: row.get("year")?,
        text: row.get("target")?,
    })
}

/// The funds of every project of a congress.
pub(super) fn list_all_funds(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<BTreeMap<ProjectId, Vec<Fund>>, StoreError> {
    let sql = "select f.project, f.kind, f.source, f.amount, f.this_year, f.is_secured \
               from fund as f join project as p on p.id = f.project where p.congress = ?1 \
               order by f.project, f.line_no";
    by_project(tx, sql, congress, fund)
}

/// The targets of every project of a congress.
pub(super) fn list_all_targets(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<BTreeMap<ProjectId, Vec<YearTarget>>, StoreError> {
    let sql = "select t.project, t.year, t.target from annual_target as t \
               join project as p on p.id = t.project where p.congress = ?1 \
               order by t.project, t.year";
    by_project(tx, sql, congress, target)
}

fn by_project<T>(
    tx: &ReadTx<'_>,
    sql: &str,
    congress: CongressId,
    read: impl Fn(&Row<'_>) -> Result<T, rusqlite::Error>,
) -> Result<BTreeMap<ProjectId, Vec<T>>, StoreError> {
    let rows = tx.list(sql, [congress.0], |row| {
        Ok((ProjectId(row.get("project")?), read(row)?))
    })?;
    let mut found: BTreeMap<ProjectId, Vec<T>> = BTreeMap::new();
    for row in rows {
        let (project, one) = row;
        found.entry(project).or_default().push(one);
    }
    Ok(found)
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
