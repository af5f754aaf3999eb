//! The numbers of a congress's reminders, and its webhook.

use jiff::Timestamp;
use rusqlite::params;

use super::outbox::failure;
use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::CongressId;
use domain::reminder::delivery::DeliveryFailure;
use domain::reminder::schedule::Schedule;
use domain::reminder::webhook::{Robot, RobotKind, WebhookAddress, WebhookSecret};

/// A congress's numbers; the usual ones where it has set none.
pub fn get_schedule(tx: &ReadTx<'_>, congress: CongressId) -> Result<Schedule, StoreError> {
    let sql = "select is_on, before_days, every_days, own_days from reminder_rule \
               where congress = ?1";
    let found = tx.find(sql, [congress.0], |row| {
        Ok(Schedule {
            is_on: row.get("is_on")?,
            before_days: row.get("before_days")?,
            every_days: row.get("every_days")?,
            own_days: row.get("own_days")?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// Sets them.
pub fn save_schedule(
    tx: &WriteTx<'_>,
    congress: CongressId,
    schedule: &Schedule,
) -> Result<(), StoreError> {
    let sql = "insert into reminder_rule (congress, is_on, before_days, every_days, own_days) \
               values (?1, ?2, ?3, ?4, ?5) on conflict (congress) do update set is_on = ?2, \
               before_days = ?3, every_days = ?4, own_days = ?5";
    tx.run(
        sql,
        params![
            congress.0,
            schedule.is_on,
            schedule.before_days,
            schedule.every_days,
            schedule.own_days
        ],
    )
}

/// A congress's robot with how the last message went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRobot {
    pub robot: Robot,
    /// Milliseconds: when the last message was sent to it, if one was.
    pub tried_at: Option<i64>,
    /// Why it did not arrive; none when it did.
    pub failure: Option<DeliveryFailure>,
}

/// The webhook of a congress.
pub fn find_webhook(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Option<StoredRobot>, StoreError> {
    let sql = "select kind, url, secret, tried_at, failure, failure_number from webhook \
               where congress = ?1";
    tx.find(sql, [congress.0], |row| {
        // What cannot be read is named by its column alone: the value has the robot's key in it.
        let url: String = row.get("url")?;
        let unreadable = || rusqlite::Error::InvalidColumnName("url".to_owned());
        Ok(StoredRobot {
            robot: Robot {
                kind: word(row, "kind", RobotKind::from_word)?,
                address: WebhookAddress::read(&url).map_err(|_| unreadable())?,
                secret: WebhookSecret(row.get("secret")?),
            },
            tried_at: row.get("tried_at")?,
            failure: failure(row)?,
        })
    })
}

/// Sets the webhook of a congress.
pub fn save_webhook(
    tx: &WriteTx<'_>,
    congress: CongressId,
    robot: &Robot,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "insert into webhook (congress, kind, url, secret, set_at) values (?1, ?2, ?3, ?4, ?5) \
               on conflict (congress) do update set kind = ?2, url = ?3, secret = ?4, set_at = ?5, \
               tried_at = null, failure = null, failure_number = 0";
    tx.run(
        sql,
        params![
            congress.0,
            robot.kind.word(),
            robot.address.text(),
            robot.secret.0,
            at.as_millisecond()
        ],
    )
}

/// Takes the webhook of a congress away; answers whether there was one.
pub fn remove_webhook(tx: &WriteTx<'_>, congress: CongressId) -> Result<bool, StoreError> {
    let sql = "delete from webhook where congress = ?1";
    Ok(tx.change(sql, [congress.0])? > 0)
}

/// Notes how the last message to a congress's robot went.
pub fn note_try(
    tx: &WriteTx<'_>,
    congress: CongressId,
    at: Timestamp,
    failure: Option<DeliveryFailure>,
) -> Result<(), StoreError> {
    let sql = "update webhook set tried_at = ?2, failure = ?3, failure_number = ?4 \
               where congress = ?1";
    tx.run(
        sql,
        params![
            congress.0,
            at.as_millisecond(),
            failure.map(DeliveryFailure::word),
            failure.map_or(0, DeliveryFailure::number),
        ],
    )
}
