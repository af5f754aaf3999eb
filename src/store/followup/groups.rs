//! Deputies' groups and who is of them.

use rusqlite::{OptionalExtension, params};

use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::group::{DeputyGroup, Member};
use domain::id::{CongressId, DeputyGroupId, DeputyId, ProjectId};

/// The groups of a congress as they were entered, each with its members by number.
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<DeputyGroup>, StoreError> {
    let sql = "select id, name from deputy_group where congress = ?1 order by id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([congress.0], |row| {
        Ok(DeputyGroup {
            id: DeputyGroupId(row.get("id")?),
            name: row.get("name")?,
            members: Vec::new(),
        })
    })?;
    let mut groups = rows.collect::<Result<Vec<_>, _>>()?;
    let sql = "select deputy.id, number, deputy.name from deputy_group_member \
               join deputy on deputy.id = deputy where deputy_group = ?1 order by number, deputy.id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    for group in &mut groups {
        let rows = statement.query_map([group.id.0], |row| {
            Ok(Member {
                deputy: DeputyId(row.get("id")?),
                number: row.get("number")?,
                name: row.get("name")?,
            })
        })?;
        group.members = rows.collect::<Result<_, _>>()?;
    }
    Ok(groups)
}

/// Keeps a group under its name with exactly these members; answers with its identifier.
///
/// # Errors
/// A failing database.
pub fn save(
    tx: &WriteTx<'_>,
    congress: CongressId,
    name: &str,
    members: &[DeputyId],
) -> Result<DeputyGroupId, StoreError> {
    let sql = "insert into deputy_group (congress, name) values (?1, ?2) \
               on conflict (congress, name) do update set name = excluded.name returning id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let id: i64 = statement.query_row(params![congress.0, name], |row| row.get(0))?;
    let sql = "delete from deputy_group_member where deputy_group = ?1";
    tx.connection.prepare_cached(sql)?.execute([id])?;
    let sql = "insert into deputy_group_member (deputy_group, deputy) values (?1, ?2)";
    let mut statement = tx.connection.prepare_cached(sql)?;
    for member in members {
        statement.execute([id, member.0])?;
    }
    Ok(DeputyGroupId(id))
}

/// Whether a deputy is of the group that a project's plan in force names.
///
/// # Errors
/// A failing database.
pub fn supervises(
    tx: &ReadTx<'_>,
    deputy: DeputyId,
    project: ProjectId,
) -> Result<bool, StoreError> {
    let sql = "select 1 from plan join project on project.id = plan.project \
               join deputy_group on deputy_group.congress = project.congress \
               and deputy_group.name = plan.supervisors \
               join deputy_group_member on deputy_group = deputy_group.id \
               where plan.project = ?1 and deputy = ?2 and plan.version = \
               (select max(version) from plan where project = ?1)";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let found = statement.query_row([project.0, deputy.0], |_| Ok(()));
    Ok(found.optional()?.is_some())
}
