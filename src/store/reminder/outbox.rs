//! The outbox: each run of the daily task once a channel, with its attempts.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, DeliveryId, RunId};
use domain::reminder::delivery::{Channel, Delivery, DeliveryFailure, DeliveryStage};

const COLUMNS: &str = "d.id, r.congress, d.run, d.channel, d.stage, d.attempts, d.next_at, \
    d.failure, d.failure_number";

/// Deliveries that are listed or begun at once.
const MOST: i64 = 100;

fn delivery(row: &Row<'_>) -> Result<Delivery, rusqlite::Error> {
    Ok(Delivery {
        id: DeliveryId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        run: RunId(row.get("run")?),
        channel: word(row, "channel", Channel::from_word)?,
        stage: word(row, "stage", DeliveryStage::from_word)?,
        attempts: row.get("attempts")?,
        next_at: row.get("next_at")?,
        failure: failure(row)?,
    })
}

pub(super) fn failure(row: &Row<'_>) -> Result<Option<DeliveryFailure>, rusqlite::Error> {
    let number = row.get("failure_number")?;
    match row.get::<_, Option<String>>("failure")? {
        Some(_) => word(row, "failure", |word| {
            DeliveryFailure::from_stored(word, number)
        })
        .map(Some),
        None => Ok(None),
    }
}

/// Puts a run into the outbox.
///
/// # Errors
/// The constraint `delivery_once` when it is there already.
pub fn create(
    tx: &WriteTx<'_>,
    run: RunId,
    channel: Channel,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "insert into delivery (run, channel, stage, next_at) values (?1, ?2, 'waiting', ?3)";
    tx.run(sql, params![run.0, channel.word(), at.as_millisecond()])
}

/// A delivery.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: DeliveryId) -> Result<Delivery, StoreError> {
    let sql = format!(
        "select {COLUMNS} from delivery as d join reminder_run as r on r.id = d.run where d.id = ?1"
    );
    tx.get("delivery", &sql, [id.0], delivery)
}

/// The deliveries of a channel whose time has come, oldest first.
pub fn list_due(
    tx: &ReadTx<'_>,
    channel: Channel,
    now: Timestamp,
) -> Result<Vec<Delivery>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from delivery as d join reminder_run as r on r.id = d.run \
         where d.channel = ?1 and d.stage = 'waiting' and d.next_at <= ?2 \
         order by d.next_at, d.id limit ?3"
    );
    let values = params![channel.word(), now.as_millisecond(), MOST];
    tx.list(&sql, values, delivery)
}

/// The deliveries of a congress that did not arrive, newest first.
pub fn list_open(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<(Delivery, i64)>, StoreError> {
    let sql = format!(
        "select {COLUMNS}, r.ran_at from delivery as d join reminder_run as r on r.id = d.run \
         where r.congress = ?1 and d.stage <> 'delivered' order by d.id desc limit 20"
    );
    tx.list(&sql, [congress.0], |row| {
        Ok((delivery(row)?, row.get("ran_at")?))
    })
}

/// Saves where a delivery stands.
pub fn update(tx: &WriteTx<'_>, delivery: &Delivery) -> Result<(), StoreError> {
    let sql = "update delivery set stage = ?2, attempts = ?3, next_at = ?4, failure = ?5, \
               failure_number = ?6 where id = ?1";
    tx.run(
        sql,
        params![
            delivery.id.0,
            delivery.stage.word(),
            delivery.attempts,
            delivery.next_at,
            delivery.failure.map(DeliveryFailure::word),
            delivery.failure.map_or(0, DeliveryFailure::number),
        ],
    )
}
