//! The numbers of a congress's lights, and the years whose account is closed.

use jiff::civil::Date;
use rusqlite::params;

use crate::column::{date, month};
use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::course::DatedRule;
use domain::followup::light::LightRule;
use domain::id::CongressId;

/// The rules of a congress, oldest first.
pub fn list(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<DatedRule>, StoreError> {
    let sql = "select from_month, yellow_days, yellow_points, report_by_day from light_rule \
               where congress = ?1 order by from_month";
    tx.list(sql, [congress.0], |row| {
        Ok(DatedRule {
            from: month(row, "from_month")?,
            rule: LightRule {
                yellow_days: row.get("yellow_days")?,
                yellow_points: row.get("yellow_points")?,
                report_by_day: row.get("report_by_day")?,
            },
        })
    })
}

/// Sets the numbers from a month on.
pub fn save(tx: &WriteTx<'_>, congress: CongressId, rule: &DatedRule) -> Result<(), StoreError> {
    let sql = "insert into light_rule (congress, from_month, yellow_days, yellow_points, \
               report_by_day) values (?1, ?2, ?3, ?4, ?5) on conflict (congress, from_month) \
               do update set yellow_days = ?3, yellow_points = ?4, report_by_day = ?5";
    tx.run(
        sql,
        params![
            congress.0,
            rule.from.to_string(),
            rule.rule.yellow_days,
            rule.rule.yellow_points,
            rule.rule.report_by_day
        ],
    )
}

/// The closed years of a congress.
pub fn list_closed(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<i16>, StoreError> {
    let sql = "select year from closed_year where congress = ?1 order by year";
    tx.list(sql, [congress.0], |row| row.get(0))
}

/// The day on which a year was closed.
pub fn find_closed(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
) -> Result<Option<Date>, StoreError> {
    let sql = "select closed_on from closed_year where congress = ?1 and year = ?2";
    tx.find(sql, params![congress.0, year], |row| date(row, "closed_on"))
}

/// Closes a year for good.
pub fn close(
    tx: &WriteTx<'_>,
    congress: CongressId,
    year: i16,
    on: Date,
) -> Result<(), StoreError> {
    let sql = "insert into closed_year (congress, year, closed_on) values (?1, ?2, ?3) \
               on conflict do nothing";
    tx.run(sql, params![congress.0, year, on.to_string()])
}
