//! Leads, a row at a time. Lists and searches are in `lead_lists`, the words in `lead_words`.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::lead_words;
use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::{AccountId, CallId, CongressId, LeadId, ProjectId};
use domain::leads::family::{Family, FamilyMember};
use domain::leads::kind::{LeadKind, LeadOrigin};
use domain::leads::receipt::Receipt;
use domain::leads::{Lead, LeadStage, LeadState, Wish};

/// Every column of a lead, with the project that it stands behind.
pub(crate) const COLUMNS: &str = "l.id, l.congress, l.year, l.call, l.origin, l.origin_ref, \
    l.region, l.kind, l.what, l.place, l.received_at, l.account, l.receipt, l.split_from, l.stage, \
    l.merged_into, l.told, l.has_picture, \
    (select project from project_lead where lead = l.id) as project";

/// Reads a lead.
pub(crate) fn lead(row: &Row<'_>) -> Result<Lead, rusqlite::Error> {
    let receipt: Option<String> = row.get("receipt")?;
    let project: Option<i64> = row.get("project")?;
    let merged_into: Option<i64> = row.get("merged_into")?;
    let told: String = row.get("told")?;
    let state = word(row, "stage", |stage| {
        Some(match LeadStage::from_word(stage)? {
            LeadStage::Received => LeadState::Received,
            LeadStage::Merged => LeadState::Merged {
                into: LeadId(merged_into?),
            },
            LeadStage::TakenUp => LeadState::TakenUp {
                project: ProjectId(project?),
            },
            LeadStage::Declined => LeadState::Declined { reason: told },
            LeadStage::HandedOver => LeadState::HandedOver { to: told },
        })
    })?;
    let at: i64 = row.get("received_at")?;
    Ok(Lead {
        id: LeadId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        year: row.get("year")?,
        call: row.get::<_, Option<i64>>("call")?.map(CallId),
        wish: Wish {
            origin: word(row, "origin", LeadOrigin::from_word)?,
            origin_ref: row.get("origin_ref")?,
            region: row.get("region")?,
            kind: word(row, "kind", LeadKind::from_word)?,
            what: row.get("what")?,
            place: row.get("place")?,
        },
        received_at: Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH),
        by: row.get::<_, Option<i64>>("account")?.map(AccountId),
        receipt: receipt.and_then(|digits| Receipt::read(&digits).ok()),
        split_from: row.get::<_, Option<i64>>("split_from")?.map(LeadId),
        state,
        has_picture: row.get("has_picture")?,
    })
}

/// A lead to be added.
#[derive(Debug, Clone)]
pub struct NewLead {
    /// Whose library.
    pub congress: CongressId,
    pub year: i16,
    /// The call that it answers.
    pub call: Option<CallId>,
    /// What is wished for, checked.
    pub wish: Wish,
    /// When it came in.
    pub received_at: Timestamp,
    /// The account that hands it in.
    pub by: Option<AccountId>,
    /// Its number in the office's own book.
    pub number: Option<String>,
    /// The receipt's number; none for a part.
    pub receipt: Option<Receipt>,
    /// The form that it came by.
    pub form: Option<Digest>,
    /// The lead that it is a part of.
    pub split_from: Option<LeadId>,
}

/// Adds a lead and the words to find it by.
///
/// # Errors
/// A constraint when the receipt or the form is there already.
pub fn create(tx: &WriteTx<'_>, new: &NewLead) -> Result<LeadId, StoreError> {
    let sql = "insert into lead (congress, year, call, origin, origin_ref, region, kind, what, place, \
               received_at, account, number, receipt, form_hash, split_from, stage) values (?1, ?2, ?3, \
               ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 'received')";
    let wish = &new.wish;
    tx.run(
        sql,
        params![
            new.congress.0,
            new.year,
            new.call.map(|id| id.0),
            wish.origin.word(),
            wish.origin_ref,
            wish.region,
            wish.kind.word(),
            wish.what,
            wish.place,
            new.received_at.as_millisecond(),
            new.by.map(|id| id.0),
            new.number,
            new.receipt.as_ref().map(Receipt::digits),
            new.form.map(|hash| hash.0),
            new.split_from.map(|id| id.0),
        ],
    )?;
    let id = LeadId(tx.connection.last_insert_rowid());
    lead_words::create(tx, id, new.congress, new.year, wish)?;
    Ok(id)
}

/// The lead of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: LeadId) -> Result<Lead, StoreError> {
    let sql = format!("select {COLUMNS} from lead l where l.id = ?1");
    tx.get("lead", &sql, [id.0], lead)
}

/// The lead of a receipt.
pub fn find(tx: &ReadTx<'_>, receipt: &Receipt) -> Result<Option<Lead>, StoreError> {
    let sql = format!("select {COLUMNS} from lead l where l.receipt = ?1");
    tx.find(&sql, [receipt.digits()], lead)
}

/// The lead that a form brought, when it was sent before.
pub fn find_of_form(tx: &ReadTx<'_>, form: Digest) -> Result<Option<Lead>, StoreError> {
    let sql = format!("select {COLUMNS} from lead l where l.form_hash = ?1");
    tx.find(&sql, [form.0], lead)
}

/// Everything that is linked with a lead by merges and splits, in any number of steps.
pub fn family(tx: &ReadTx<'_>, of: LeadId) -> Result<Family, StoreError> {
    // The unary plus keeps SQLite on the indexes of the links instead of the list's.
    let sql = "with recursive linked (id) as (select ?1 union select n.id from linked f join \
        (select id as a, merged_into as b from lead where merged_into is not null \
         union all select merged_into, id from lead where merged_into is not null \
         union all select id, split_from from lead where split_from is not null \
         union all select split_from, id from lead where split_from is not null) e on e.a = f.id \
        join lead n on n.id = e.b) \
        select l.id, l.origin, l.merged_into, l.split_from from linked join lead l on l.id = linked.id";
    let members = tx.list(sql, [of.0], |row| {
        let member = FamilyMember {
            origin: word(row, "origin", LeadOrigin::from_word)?,
            merged_into: row.get::<_, Option<i64>>("merged_into")?.map(LeadId),
            split_from: row.get::<_, Option<i64>>("split_from")?.map(LeadId),
        };
        Ok((LeadId(row.get("id")?), member))
    })?;
    Ok(Family::of(members))
}

/// Moves a lead into a state. The link to a project is part of the state.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such lead.
pub fn update_state(tx: &WriteTx<'_>, id: LeadId, state: &LeadState) -> Result<(), StoreError> {
    let (into, told) = match state {
        LeadState::Received | LeadState::TakenUp { .. } => (None, ""),
        LeadState::Merged { into } => (Some(into.0), ""),
        LeadState::Declined { reason } => (None, reason.as_str()),
        LeadState::HandedOver { to } => (None, to.as_str()),
    };
    let sql = "update lead set stage = ?2, merged_into = ?3, told = ?4 where id = ?1";
    if tx.change(sql, params![id.0, state.stage().word(), into, told])? == 0 {
        return Err(StoreError::NotFound("lead"));
    }
    let sql = "delete from project_lead where lead = ?1";
    tx.run(sql, [id.0])?;
    if let LeadState::TakenUp { project } = state {
        let sql = "insert into project_lead (lead, project) values (?1, ?2)";
        tx.run(sql, [id.0, project.0])?;
    }
    Ok(())
}

/// Notes that pictures belong to a lead.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such lead.
pub fn update_picture(tx: &WriteTx<'_>, id: LeadId) -> Result<(), StoreError> {
    let sql = "update lead set has_picture = 1 where id = ?1";
    tx.alter("lead", sql, [id.0])
}

/// Takes away a part whose split is undone.
///
/// # Errors
/// A constraint when something still points to it.
pub fn remove(tx: &WriteTx<'_>, id: LeadId) -> Result<(), StoreError> {
    lead_words::remove(tx, id)?;
    let sql = "delete from lead where id = ?1 and split_from is not null";
    tx.alter("lead", sql, [id.0])
}
