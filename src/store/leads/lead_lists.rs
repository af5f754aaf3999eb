//! Lists of leads: filtered, searched, a screen at a time.

use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use super::lead_words;
use super::rows::{COLUMNS, lead};
use crate::engine::words;
use crate::{ReadTx, StoreError, column};
use domain::id::{CongressId, LeadId};
use domain::leads::Lead;
use domain::leads::filter::{LeadFilter, LeadPage, MOST_COUNTED, PAGE, PageTurn};

/// The tables and conditions of a filter, with the values for its question marks.
struct FilterQuery {
    tables: &'static str,
    conditions: String,
    values: Vec<Value>,
}

fn asked(congress: CongressId, year: i16, filter: &LeadFilter) -> FilterQuery {
    let mut conditions = String::new();
    let mut values = Vec::new();
    let tables = if filter.words.is_empty() {
        conditions.push_str("l.congress = ? and l.year = ?");
        values.push(Value::from(congress.0));
        values.push(Value::from(i64::from(year)));
        "lead l"
    } else {
        // The words carry congress and year, and the index gives leads by number: `cross` keeps it
        // in front.
        conditions.push_str("lead_words match ?");
        let labels = lead_words::labels(filter.origin, filter.kind);
        let query = words::query(congress, year, &filter.words, &labels);
        values.push(Value::from(query));
        "lead_words w cross join lead l on l.id = w.rowid"
    };
    let mut only = |column: &str, value: Option<Value>| {
        if let Some(value) = value {
            conditions.push_str(" and l.");
            conditions.push_str(column);
            conditions.push_str(" = ?");
            values.push(value);
        }
    };
    let text = |word: &str| Value::from(word.to_owned());
    only("stage", filter.stage.map(|stage| text(stage.word())));
    if filter.words.is_empty() {
        only("origin", filter.origin.map(|origin| text(origin.word())));
        only("kind", filter.kind.map(|kind| text(kind.word())));
    }
    only("region", filter.region.as_deref().map(text));
    only("call", filter.call.map(|call| Value::from(call.0)));
    only("has_picture", filter.has_picture.map(Value::from));
    FilterQuery {
        tables,
        conditions,
        values,
    }
}

/// One screen of a list, and how many leads there are in all, as far as they are counted.
pub fn page(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    filter: &LeadFilter,
    turn: PageTurn,
) -> Result<LeadPage, StoreError> {
    let one_more = PAGE + 1;
    let mut leads = list(tx, (congress, year), filter, turn, one_more)?;
    let is_more = leads.len() == one_more;
    leads.truncate(PAGE);
    let is_back = matches!(turn, PageTurn::NewerThan(_));
    if is_back {
        leads.reverse();
    }
    Ok(LeadPage {
        leads,
        has_newer: if is_back {
            is_more
        } else {
            turn != PageTurn::Newest
        },
        has_older: is_back || is_more,
        total: count(tx, congress, year, filter)?,
    })
}

/// Leads of a filter, newest first (those just after a lead: the nearest first), at most `most`.
pub fn list(
    tx: &ReadTx<'_>,
    (congress, year): (CongressId, i16),
    filter: &LeadFilter,
    turn: PageTurn,
    most: usize,
) -> Result<Vec<Lead>, StoreError> {
    let FilterQuery {
        tables,
        mut conditions,
        mut values,
    } = asked(congress, year, filter);
    let key = if filter.words.is_empty() {
        "l.id"
    } else {
        "w.rowid"
    };
    let order = match turn {
        PageTurn::Newest => "desc",
        PageTurn::OlderThan(lead) => {
            conditions.push_str(&format!(" and {key} < ?"));
            values.push(Value::from(lead.0));
            "desc"
        }
        PageTurn::NewerThan(lead) => {
            conditions.push_str(&format!(" and {key} > ?"));
            values.push(Value::from(lead.0));
            "asc"
        }
    };
    values.push(Value::from(i64::try_from(most).unwrap_or(i64::MAX)));
    let sql =
        format!("select {COLUMNS} from {tables} where {conditions} order by {key} {order} limit ?");
    tx.list(&sql, params_from_iter(values), lead)
}

/// How many leads a filter shows, counted up to [`MOST_COUNTED`]: beyond that a number tells nobody
/// more, and counting on would make a page wait.
pub fn count(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    filter: &LeadFilter,
) -> Result<u64, StoreError> {
    let is_of_words_alone = *filter
        == (LeadFilter {
            words: filter.words.clone(),
            origin: filter.origin,
            kind: filter.kind,
            ..LeadFilter::default()
        });
    let FilterQuery {
        tables,
        conditions,
        mut values,
    } = asked(congress, year, filter);
    // Without other conditions the index of words counts by itself.
    let tables = match tables {
        _ if is_of_words_alone && !filter.words.is_empty() => "lead_words",
        other => other,
    };
    values.push(Value::from(i64::try_from(MOST_COUNTED).unwrap_or(i64::MAX)));
    let sql =
        format!("select count(*) from (select 1 from {tables} where {conditions} limit 1 + ?)");
    tx.one(&sql, params_from_iter(values), column::count)
}

/// How many leads a congress has for a year, all of them.
pub fn count_all(tx: &ReadTx<'_>, congress: CongressId, year: i16) -> Result<u64, StoreError> {
    let sql = "select count(*) from lead where congress = ?1 and year = ?2";
    let values = params![congress.0, year];
    tx.one(sql, values, column::count)
}

/// The lead that a row of a file calls by this key: its number in the office's own book, or for one
/// without a number its receipt's, or for a part `#` with its own.
pub fn find_of_key(
    tx: &ReadTx<'_>,
    (congress, year): (CongressId, i16),
    key: &str,
) -> Result<Option<(Lead, Option<String>)>, StoreError> {
    let own: Option<i64> = key.strip_prefix('#').and_then(|id| id.parse().ok());
    let numbered = "l.congress = ?1 and l.year = ?2 and l.number = ?3";
    let others = "l.congress = ?1 and l.year = ?2 and l.number is null and l.receipt = ?3";
    let part = "l.congress = ?1 and l.year = ?2 and l.number is null and l.receipt is null \
                and l.id = ?3";
    let text = Value::from(key.to_owned());
    let ways = [
        (numbered, Some(text.clone())),
        (others, Some(text)),
        (part, own.map(Value::from)),
    ];
    for (condition, value) in ways {
        let Some(value) = value else {
            continue;
        };
        let sql = format!("select {COLUMNS}, l.number from lead l where {condition}");
        let found = tx.find(&sql, params![congress.0, year, value], |row| {
            Ok((lead(row)?, row.get("number")?))
        })?;
        if let Some(found) = found {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Every lead of a congress and year with its number in the office's own book, oldest first.
pub fn list_all(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
) -> Result<Vec<(Lead, Option<String>)>, StoreError> {
    let sql = format!(
        "select {COLUMNS}, l.number from lead l where l.congress = ?1 and l.year = ?2 order by l.id"
    );
    tx.list(&sql, [congress.0, i64::from(year)], |row| {
        Ok((lead(row)?, row.get("number")?))
    })
}

/// The number of a lead in the office's own book.
pub fn find_number(tx: &ReadTx<'_>, id: LeadId) -> Result<Option<String>, StoreError> {
    let sql = "select number from lead where id = ?1";
    let found = tx.find(sql, [id.0], |row| row.get(0))?;
    Ok(found.flatten())
}

/// Leads by their identifiers, in the order asked for; those that are gone are left out.
pub fn list_of(tx: &ReadTx<'_>, ids: &[LeadId]) -> Result<Vec<Lead>, StoreError> {
    let sql = format!("select {COLUMNS} from lead l where l.id = ?1");
    let mut found = Vec::new();
    for id in ids {
        found.extend(tx.find(&sql, [id.0], lead)?);
    }
    Ok(found)
}

/// The regions that occur among a congress's leads of a year, for the filter.
pub fn regions(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
) -> Result<Vec<String>, StoreError> {
    // From one to the next along the index: as many steps as there are regions, not leads.
    let sql = "with recursive found (region) as ( \
        select min(region) from lead where congress = ?1 and year = ?2 union all \
        select (select min(region) from lead where congress = ?1 and year = ?2 \
                and region > found.region) from found where found.region is not null limit 201) \
        select region from found where region is not null limit 200";
    tx.list(sql, [congress.0, i64::from(year)], |row| row.get(0))
}
