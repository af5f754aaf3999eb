//! What became of each project at a vote: for its page, and for its way back.

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{PollId, ProjectId};

/// The result of one project in one poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteResult {
    pub project: ProjectId,
    pub poll: PollId,
    /// The poll's title.
    pub title: String,
    /// The session's year.
    pub year: i16,
    /// Approvals.
    pub votes: u32,
    /// Approvals needed.
    pub needed: u32,
    /// Rank, equal ranks for equal votes.
    pub rank: u32,
    pub is_selected: bool,
    /// Whether everybody may read it: the poll has a notice.
    pub is_published: bool,
}

/// The results of a project, newest first.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<VoteResult>, StoreError> {
    of(tx, "v.project = ?1 order by v.poll desc", project.0)
}

/// The results of a poll, by project.
pub fn list_of_poll(tx: &ReadTx<'_>, poll: PollId) -> Result<Vec<VoteResult>, StoreError> {
    of(tx, "v.poll = ?1 order by v.project", poll.0)
}

fn of(tx: &ReadTx<'_>, which: &str, id: i64) -> Result<Vec<VoteResult>, StoreError> {
    let sql = format!(
        "select v.project, v.poll, p.title, s.year, v.votes, v.needed, v.rank, \
         v.is_selected, exists (select 1 from notice as n where n.poll = v.poll) \
         from vote_result as v join poll as p on p.id = v.poll \
         join session as s on s.id = p.session where {which}"
    );
    tx.list(&sql, [id], |row| {
        Ok(VoteResult {
            project: ProjectId(row.get(0)?),
            poll: PollId(row.get(1)?),
            title: row.get(2)?,
            year: row.get(3)?,
            votes: row.get(4)?,
            needed: row.get(5)?,
            rank: row.get(6)?,
            is_selected: row.get(7)?,
            is_published: row.get(8)?,
        })
    })
}

/// Writes down a result; a later round of the poll replaces an earlier one.
pub fn save(
    tx: &WriteTx<'_>,
    project: ProjectId,
    poll: PollId,
    (votes, needed, rank): (u32, u32, u32),
    is_selected: bool,
) -> Result<(), StoreError> {
    let sql = "insert into vote_result (project, poll, votes, needed, rank, is_selected) \
               values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (project, poll) do update set \
               votes = ?3, needed = ?4, rank = ?5, is_selected = ?6";
    tx.run(
        sql,
        params![project.0, poll.0, votes, needed, rank, is_selected],
    )
}
