//! The first of two people: what was asked for and waits for somebody else.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::{digest_opt, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::act_of_two::ActSubject;
use domain::act_of_two::two_people::ActScreen;
use domain::digest::Digest;
use domain::id::AccountId;

/// An act that waits for its second person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRequest {
    /// The act's word.
    pub act: String,
    pub asked_by: AccountId,
    pub asked_by_name: String,
    /// Milliseconds: when.
    pub asked_at: i64,
    /// The reason given, for a void round or a correction.
    pub reason: String,
    /// The keyed hash of the name of the browser in which it was asked for, where it has one.
    pub browser: Option<Digest>,
    /// On which screen it was asked for.
    pub screen: ActScreen,
}

/// What an act is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestSubject {
    /// A round, by its identifier.
    Round(i64),
    /// A poll, by its identifier.
    Poll(i64),
    /// A candidate list, by its identifier.
    List(i64),
    /// An officer, by their identifier.
    Officer(i64),
    /// A sitting, by its identifier.
    Sitting(i64),
}

impl RequestSubject {
    /// What kind of thing it is.
    #[must_use]
    pub fn on(self) -> ActSubject {
        match self {
            Self::Round(_) => ActSubject::Round,
            Self::Poll(_) => ActSubject::Poll,
            Self::List(_) => ActSubject::List,
            Self::Officer(_) => ActSubject::Officer,
            Self::Sitting(_) => ActSubject::Sitting,
        }
    }

    /// Its word in forms and in the store, and its number.
    #[must_use]
    pub fn words(self) -> (&'static str, i64) {
        self.parts()
    }

    /// The thing of a word and a number.
    #[must_use]
    pub fn from_words(kind: &str, id: i64) -> Option<Self> {
        [
            Self::Round(id),
            Self::Poll(id),
            Self::List(id),
            Self::Officer(id),
            Self::Sitting(id),
        ]
        .into_iter()
        .find(|subject| subject.parts().0 == kind)
    }

    pub(crate) fn parts(self) -> (&'static str, i64) {
        match self {
            Self::Round(id) => ("round", id),
            Self::Poll(id) => ("poll", id),
            Self::List(id) => ("list", id),
            Self::Officer(id) => ("officer", id),
            Self::Sitting(id) => ("sitting", id),
        }
    }
}

fn request(row: &Row<'_>) -> Result<ActRequest, rusqlite::Error> {
    Ok(ActRequest {
        act: row.get("act")?,
        asked_by: AccountId(row.get("asked_by")?),
        asked_by_name: row.get("name")?,
        asked_at: row.get("asked_at")?,
        reason: row.get("reason")?,
        browser: digest_opt(row, "browser")?,
        screen: word(row, "screen", ActScreen::from_word)?,
    })
}

/// What waits on a subject.
pub fn list(tx: &ReadTx<'_>, subject: RequestSubject) -> Result<Vec<ActRequest>, StoreError> {
    let (kind, id) = subject.parts();
    let sql = "select r.act, r.asked_by, a.name, r.asked_at, r.reason, r.browser, r.screen \
               from act_request as r join account as a on a.id = r.asked_by \
               where r.subject = ?1 and r.id = ?2 order by r.act";
    tx.list(sql, params![kind, id], request)
}

/// Everything that waits anywhere, the oldest first, each with what it is on.
pub fn list_all(tx: &ReadTx<'_>) -> Result<Vec<(RequestSubject, ActRequest)>, StoreError> {
    let sql = "select r.subject, r.id, r.act, r.asked_by, a.name, r.asked_at, r.reason, r.browser, r.screen \
               from act_request as r join account as a on a.id = r.asked_by \
               order by r.asked_at, r.subject, r.id, r.act";
    tx.list(sql, [], |row| {
        let id = row.get("id")?;
        let subject = word(row, "subject", |kind| RequestSubject::from_words(kind, id))?;
        Ok((subject, request(row)?))
    })
}

/// What waits under a word, if it does.
pub fn find(
    tx: &ReadTx<'_>,
    subject: RequestSubject,
    act: &str,
) -> Result<Option<ActRequest>, StoreError> {
    let waiting = list(tx, subject)?;
    Ok(waiting.into_iter().find(|request| request.act == act))
}

/// Keeps what the first person asks for; asking again replaces the earlier asking.
pub fn save(
    tx: &WriteTx<'_>,
    subject: RequestSubject,
    act: &str,
    (asked_by, browser, screen): (AccountId, Option<Digest>, ActScreen),
    asked_at: Timestamp,
    reason: &str,
) -> Result<(), StoreError> {
    let (kind, id) = subject.parts();
    let sql = "insert into act_request (subject, id, act, asked_by, asked_at, reason, browser, screen) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (subject, id, act) \
               do update set asked_by = ?4, asked_at = ?5, reason = ?6, browser = ?7, screen = ?8";
    let at = asked_at.as_millisecond();
    let browser = browser.map(|browser| browser.0);
    let values = params![
        kind,
        id,
        act,
        asked_by.0,
        at,
        reason,
        browser,
        screen.word()
    ];
    tx.run(sql, values)
}

/// Forgets everything that waits on a subject, once an act has changed it.
pub fn remove_all(tx: &WriteTx<'_>, subject: RequestSubject) -> Result<(), StoreError> {
    let (kind, id) = subject.parts();
    let sql = "delete from act_request where subject = ?1 and id = ?2";
    tx.run(sql, params![kind, id])
}

/// Forgets one act that waits on a subject.
pub fn remove(tx: &WriteTx<'_>, subject: RequestSubject, act: &str) -> Result<(), StoreError> {
    let (kind, id) = subject.parts();
    let sql = "delete from act_request where subject = ?1 and id = ?2 and act = ?3";
    tx.run(sql, params![kind, id, act])
}
