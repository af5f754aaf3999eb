//! Who came or left after the quorum was declared: a line of its own, by two people, without a time.

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::two_people::{Participation, TwoPeople};
use domain::id::{DeputyId, SittingId};

/// One arrival or departure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// The deputy's number on the roster.
    pub number: String,
    pub name: String,
    /// Whether they came; else they left.
    pub has_arrived: bool,
    pub reason: String,
    /// Who wrote it down.
    pub first: String,
    /// Who confirmed it.
    pub second: String,
}

/// The movements at a sitting, by the roster's number.
pub fn list(tx: &ReadTx<'_>, sitting: SittingId) -> Result<Vec<Movement>, StoreError> {
    let sql = "select d.number, d.name, m.what = 'arrived', m.reason, a.name, \
               coalesce(b.name, o.name) from movement as m join deputy as d on d.id = m.deputy \
               join account as a on a.id = m.first_person \
               left join account as b on b.id = m.second_person \
               left join officer as o on o.id = m.second_officer \
               where m.sitting = ?1 order by d.number, d.id, m.line_no";
    tx.list(sql, [sitting.0], |row| {
        Ok(Movement {
            number: row.get(0)?,
            name: row.get(1)?,
            has_arrived: row.get(2)?,
            reason: row.get(3)?,
            first: row.get(4)?,
            second: row.get(5)?,
        })
    })
}

/// Adds a line for a deputy.
pub fn create(
    tx: &WriteTx<'_>,
    sitting: SittingId,
    deputy: DeputyId,
    has_arrived: bool,
    reason: &str,
    people: TwoPeople,
) -> Result<(), StoreError> {
    let what = if has_arrived { "arrived" } else { "left" };
    let (account, officer) = match people.second().stands {
        Participation::Account(id) => (Some(id.0), None),
        Participation::Pin(id) => (None, Some(id.0)),
    };
    let sql = "insert into movement (sitting, deputy, line_no, what, reason, first_person, \
               second_person, second_officer, second_screen) \
               select ?1, ?2, coalesce(max(line_no), 0) + 1, ?3, \
               ?4, ?5, ?6, ?7, ?8 from movement where sitting = ?1 and deputy = ?2";
    let first = people.first().account.map(|id| id.0);
    let screen = people.second().screen.word();
    let values = params![
        sitting.0, deputy.0, what, reason, first, account, officer, screen
    ];
    tx.run(sql, values)
}
