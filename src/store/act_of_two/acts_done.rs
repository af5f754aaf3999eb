//! Who stood for which act, and when: what the run-sheet shows beside a past step.

use jiff::Timestamp;
use rusqlite::params;

use super::act_requests::RequestSubject;
use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::two_people::{ActScreen, Participation, Person};
use domain::id::AccountId;

/// An act that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActDone {
    /// The act's word.
    pub act: String,
    /// The name of who asked, or of who did it alone.
    pub first: String,
    /// The name of the second person, where there was one.
    pub second: Option<String>,
    /// On which screen the second one stood for it; none also for acts of before this was kept.
    pub screen: Option<ActScreen>,
    /// Milliseconds: when.
    pub done_at: i64,
}

/// The acts done on a subject, oldest first.
pub fn list(tx: &ReadTx<'_>, subject: RequestSubject) -> Result<Vec<ActDone>, StoreError> {
    let (kind, id) = subject.parts();
    let sql = "select d.act, a.name as first, coalesce(b.name, o.name) as second, d.second_screen, \
               d.done_at from act_done as d \
               join account as a on a.id = d.first_person \
               left join account as b on b.id = d.second_person \
               left join officer as o on o.id = d.second_officer \
               where d.subject = ?1 and d.subject_id = ?2 order by d.id";
    tx.list(sql, params![kind, id], |row| {
        Ok(ActDone {
            act: row.get("act")?,
            first: row.get("first")?,
            second: row.get("second")?,
            screen: word(row, "second_screen", screen)?,
            done_at: row.get("done_at")?,
        })
    })
}

/// The screen of a word; an empty one says that none was kept.
pub(crate) fn screen(word: &str) -> Option<Option<ActScreen>> {
    if word.is_empty() {
        return Some(None);
    }
    ActScreen::from_word(word).map(Some)
}

/// Keeps who stood for an act.
pub fn create(
    tx: &WriteTx<'_>,
    subject: RequestSubject,
    act: &str,
    first: AccountId,
    second: Option<Person>,
    at: Timestamp,
) -> Result<(), StoreError> {
    let (kind, id) = subject.parts();
    let (account, officer) = match second.map(|person| person.stands) {
        Some(Participation::Account(id)) => (Some(id.0), None),
        Some(Participation::Pin(id)) => (None, Some(id.0)),
        None => (None, None),
    };
    let sql = "insert into act_done (subject, subject_id, act, first_person, second_person, \
               second_officer, second_screen, done_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let screen = second.map_or("", |person| person.screen.word());
    let at = at.as_millisecond();
    let values = params![kind, id, act, first.0, account, officer, screen, at];
    tx.run(sql, values)
}
