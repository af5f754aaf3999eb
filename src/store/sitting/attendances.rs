//! The roll of a sitting, and the fact that somebody drew a slip.

use rusqlite::params;

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{DeputyId, SittingId};
use domain::sitting::roll::{Attendance, RollCount};
use domain::voting::desk::BallotMedium;

/// One line of the roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollLine {
    pub deputy: DeputyId,
    /// The roster's number.
    pub number: String,
    pub name: String,
    pub delegation: String,
    /// Present, on leave or absent.
    pub attendance: Attendance,
    /// Why they are on leave; empty when nobody said.
    pub reason: String,
    /// What they signed for, a slip or papers; never which one.
    pub signed_for: Option<BallotMedium>,
    /// Whether they signed.
    pub has_slip: bool,
    /// Whether they are of the body still: somebody may leave it after the roll was opened.
    pub is_member: bool,
}

/// Whether a deputy `d` is in office, and of the standing committee where it is the one that sits.
const IS_MEMBER: &str = "(d.in_office = 1 and (d.is_committee_member = 1 or (select s.body \
    from sitting as t join session as s on s.id = t.session where t.id = a.sitting) = 'congress'))";

/// The lines of a roll, by delegation and number.
pub fn list(tx: &ReadTx<'_>, sitting: SittingId) -> Result<Vec<RollLine>, StoreError> {
    let sql = format!(
        "select d.id, d.number, d.name, d.delegation, a.status, a.reason, i.kind, \
         {IS_MEMBER} as is_member from attendance as a join deputy as d on d.id = a.deputy \
         left join issued as i on i.sitting = a.sitting and i.deputy = a.deputy \
         where a.sitting = ?1 order by length(d.number), d.number, d.id"
    );
    tx.list(&sql, [sitting.0], |row| {
        Ok(RollLine {
            deputy: DeputyId(row.get("id")?),
            number: row.get("number")?,
            name: row.get("name")?,
            delegation: row.get("delegation")?,
            attendance: word(row, "status", Attendance::from_word)?,
            reason: row.get("reason")?,
            has_slip: row.get::<_, Option<String>>("kind")?.is_some(),
            is_member: row.get("is_member")?,
            signed_for: row
                .get::<_, Option<String>>("kind")?
                .and_then(|kind| BallotMedium::from_word(&kind)),
        })
    })
}

/// How each deputy stands on a roll, with the reason of a leave, by deputy.
pub fn list_standing(
    tx: &ReadTx<'_>,
    sitting: SittingId,
) -> Result<Vec<(DeputyId, Attendance, String)>, StoreError> {
    let sql = "select deputy, status, reason from attendance where sitting = ?1 order by deputy";
    tx.list(sql, [sitting.0], |row| {
        Ok((
            DeputyId(row.get("deputy")?),
            word(row, "status", Attendance::from_word)?,
            row.get("reason")?,
        ))
    })
}

/// The numbers of a roll.
pub fn count(tx: &ReadTx<'_>, sitting: SittingId) -> Result<RollCount, StoreError> {
    let sql = "select count(*), coalesce(sum(status = 'present'), 0), \
               coalesce(sum(status = 'on_leave'), 0) from attendance where sitting = ?1";
    let read = |row: &rusqlite::Row<'_>| {
        Ok(RollCount {
            due: row.get(0)?,
            present: row.get(1)?,
            on_leave: row.get(2)?,
        })
    };
    tx.one(sql, [sitting.0], read)
}

/// How many signed for a slip or for papers.
pub fn count_issued(tx: &ReadTx<'_>, sitting: SittingId) -> Result<u32, StoreError> {
    let sql = "select count(*) from issued where sitting = ?1";
    tx.one(sql, [sitting.0], |row| row.get(0))
}

/// Puts a member on the roll of a sitting, absent until signed in.
pub fn create(tx: &WriteTx<'_>, sitting: SittingId, deputy: DeputyId) -> Result<(), StoreError> {
    let sql = "insert into attendance (sitting, deputy, status) values (?1, ?2, 'absent')";
    tx.run(sql, params![sitting.0, deputy.0])
}

/// How a member stands on the roll.
///
/// # Errors
/// [`StoreError::NotFound`] when the member is not on this roll.
pub fn get(
    tx: &ReadTx<'_>,
    sitting: SittingId,
    deputy: DeputyId,
) -> Result<(Attendance, bool), StoreError> {
    let sql = "select status, exists (select 1 from issued as i where i.sitting = a.sitting \
               and i.deputy = a.deputy) as has_slip from attendance as a \
               where a.sitting = ?1 and a.deputy = ?2";
    let read = |row: &rusqlite::Row<'_>| {
        Ok((
            word(row, "status", Attendance::from_word)?,
            row.get("has_slip")?,
        ))
    };
    tx.get("line of the roll", sql, params![sitting.0, deputy.0], read)
}

/// The name of somebody on the roll, and whether they are of the body still.
///
/// # Errors
/// [`StoreError::NotFound`] when the deputy is not on this roll.
pub fn get_member(
    tx: &ReadTx<'_>,
    sitting: SittingId,
    deputy: DeputyId,
) -> Result<(String, bool), StoreError> {
    let sql = format!(
        "select d.name, {IS_MEMBER} as is_member from attendance as a \
         join deputy as d on d.id = a.deputy where a.sitting = ?1 and a.deputy = ?2"
    );
    let read = |row: &rusqlite::Row<'_>| Ok((row.get("name")?, row.get("is_member")?));
    tx.get("line of the roll", &sql, params![sitting.0, deputy.0], read)
}

/// Changes a line of the roll.
///
/// # Errors
/// [`StoreError::NotFound`] when the member is not on this roll.
pub fn update(
    tx: &WriteTx<'_>,
    sitting: SittingId,
    deputy: DeputyId,
    attendance: Attendance,
    reason: &str,
) -> Result<(), StoreError> {
    let sql = "update attendance set status = ?3, reason = ?4 where sitting = ?1 and deputy = ?2";
    tx.alter(
        "line of the roll",
        sql,
        params![sitting.0, deputy.0, attendance.word(), reason],
    )
}

/// Notes that a member signed for a slip or for papers. Which one, nobody writes down.
///
/// # Errors
/// The constraint `issued…` when the member signed before.
pub fn create_issued(
    tx: &WriteTx<'_>,
    sitting: SittingId,
    deputy: DeputyId,
    kind: BallotMedium,
) -> Result<(), StoreError> {
    let sql = "insert into issued (sitting, deputy, kind) values (?1, ?2, ?3)";
    tx.run(sql, params![sitting.0, deputy.0, kind.word()])
}
