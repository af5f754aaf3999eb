//! Deputies' groups and who is of them.

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::group::{DeputyGroup, GroupMember};
use domain::id::{CongressId, DeputyGroupId, DeputyId, ProjectId};

/// The groups of a congress as they were entered, each with its members by number.
pub fn list(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<DeputyGroup>, StoreError> {
    let sql = "select id, name from deputy_group where congress = ?1 order by id";
    let mut groups = tx.list(sql, [congress.0], |row| {
        Ok(DeputyGroup {
            id: DeputyGroupId(row.get("id")?),
            name: row.get("name")?,
            members: Vec::new(),
        })
    })?;
    let sql = "select deputy.id, number, deputy.name from deputy_group_member \
               join deputy on deputy.id = deputy where deputy_group = ?1 order by number, deputy.id";
    for group in &mut groups {
        let rows = tx.list(sql, [group.id.0], |row| {
            Ok(GroupMember {
                deputy: DeputyId(row.get("id")?),
                number: row.get("number")?,
                name: row.get("name")?,
            })
        })?;
        group.members = rows;
    }
    Ok(groups)
}

/// Keeps a group under its name with exactly these members; answers with its identifier.
pub fn save(
    tx: &WriteTx<'_>,
    congress: CongressId,
    name: &str,
    members: &[DeputyId],
) -> Result<DeputyGroupId, StoreError> {
    let sql = "insert into deputy_group (congress, name) values (?1, ?2) \
               on conflict (congress, name) do update set name = excluded.name returning id";
    let id: i64 = tx.one(sql, params![congress.0, name], |row| row.get(0))?;
    let sql = "delete from deputy_group_member where deputy_group = ?1";
    tx.run(sql, [id])?;
    let sql = "insert into deputy_group_member (deputy_group, deputy) values (?1, ?2)";
    for member in members {
        tx.run(sql, [id, member.0])?;
    }
    Ok(DeputyGroupId(id))
}

/// Whether a deputy is of the group that a project's plan in force names.
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
    let found = tx.find(sql, [project.0, deputy.0], |_| Ok(()))?;
    Ok(found.is_some())
}
