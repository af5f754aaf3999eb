//! Department reviews: of a congress by year, or of the prefecture's work committee, with their media.

use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::column::{date, date_opt, day_text, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, ReviewId, UnitId};
use domain::review::{DepartmentReview, Medium, ReviewStage, Reviewer};

const COLUMNS: &str = "id, congress, unit, department, year, topic, happens_on, place, chair, stage, \
    conclusion, reason, released_on";

fn review(row: &Row<'_>) -> Result<DepartmentReview, rusqlite::Error> {
    let congress = row.get::<_, Option<i64>>("congress")?.map(CongressId);
    let unit = row.get::<_, Option<i64>>("unit")?.map(UnitId);
    let reviewer = match congress.zip(unit) {
        Some((congress, unit)) => Reviewer::Congress { congress, unit },
        None => Reviewer::WorkCommittee,
    };
    Ok(DepartmentReview {
        id: ReviewId(row.get("id")?),
        reviewer,
        department: row.get("department")?,
        year: row.get("year")?,
        topic: row.get("topic")?,
        on: date(row, "happens_on")?,
        place: row.get("place")?,
        chair: row.get("chair")?,
        media: Vec::new(),
        stage: word(row, "stage", ReviewStage::from_word)?,
        conclusion: row.get("conclusion")?,
        reason: row.get("reason")?,
        released_on: date_opt(row, "released_on")?,
    })
}

/// Reads the media that go with reviews.
fn with_media(
    tx: &ReadTx<'_>,
    mut reviews: Vec<DepartmentReview>,
) -> Result<Vec<DepartmentReview>, StoreError> {
    let sql = "select name, is_live from review_medium where review = ?1 order by line_no";
    for one in &mut reviews {
        let rows = tx.list(sql, [one.id.0], |row| {
            Ok(Medium {
                name: row.get("name")?,
                is_live: row.get("is_live")?,
            })
        })?;
        one.media = rows;
    }
    Ok(reviews)
}

fn of(
    tx: &ReadTx<'_>,
    which: &str,
    values: &[&dyn rusqlite::ToSql],
) -> Result<Vec<DepartmentReview>, StoreError> {
    let sql = format!("select {COLUMNS} from review where {which}");
    let rows = tx.list(&sql, values, review)?;
    with_media(tx, rows)
}

/// A review.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such review.
pub fn get(tx: &ReadTx<'_>, id: ReviewId) -> Result<DepartmentReview, StoreError> {
    let found = of(tx, "id = ?1", &[&id.0])?.pop();
    found.ok_or(StoreError::NotFound("review"))
}

/// The reviews of a congress, or (none) of the work committee, of a year, by day.
pub fn list(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    year: i16,
) -> Result<Vec<DepartmentReview>, StoreError> {
    let which = "congress is ?1 and year = ?2 order by happens_on, id";
    of(tx, which, &[&congress.map(|id| id.0), &year])
}

/// The years in which a congress, or (none) the work committee, has reviews, newest first.
pub fn list_years(tx: &ReadTx<'_>, congress: Option<CongressId>) -> Result<Vec<i16>, StoreError> {
    let sql = "select distinct year from review where congress is ?1 order by year desc";
    tx.list(sql, [congress.map(|id| id.0)], |row| row.get(0))
}

/// The reviews of a congress, or (none) of the work committee, that everybody may read, newest first.
pub fn list_released(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
) -> Result<Vec<DepartmentReview>, StoreError> {
    let which = "congress is ?1 and released_on is not null order by happens_on desc, id desc";
    of(tx, which, &[&congress.map(|id| id.0)])
}

/// The review of the same department on the same topic for the same day, unless it was called off.
pub fn find_same(tx: &ReadTx<'_>, new: &DepartmentReview) -> Result<Option<ReviewId>, StoreError> {
    let sql = "select id from review where congress is ?1 and department = ?2 and topic = ?3 \
               and happens_on = ?4 and stage <> 'called_off' and id <> ?5";
    let congress = new.reviewer.congress().map(|id| id.0);
    let on = new.on.to_string();
    let asked = params![congress, new.department, new.topic, on, new.id.0];
    let found = tx.find(sql, asked, |row| row.get(0))?;
    Ok(found.map(ReviewId))
}

/// The reviews of a congress that are planned up to a day and not noted as held, by day.
pub fn list_planned(
    tx: &ReadTx<'_>,
    congress: CongressId,
    up_to: Date,
) -> Result<Vec<DepartmentReview>, StoreError> {
    let which = "congress = ?1 and stage = 'planned' and happens_on <= ?2 order by happens_on, id";
    of(tx, which, &[&congress.0, &up_to.to_string()])
}

/// What waits for somebody at one review, put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingReviewWork {
    pub review: ReviewId,
    pub topic: String,
    /// The unit reviewed.
    pub unit: (UnitId, String),
    /// Since when the oldest waits.
    pub since: Date,
    /// When the first is due.
    pub due: Date,
    pub number: u32,
}

pub(super) fn waiting(row: &Row<'_>) -> Result<PendingReviewWork, rusqlite::Error> {
    Ok(PendingReviewWork {
        review: ReviewId(row.get("id")?),
        topic: row.get("topic")?,
        unit: (UnitId(row.get("unit")?), row.get("unit_name")?),
        since: date(row, "since")?,
        due: date(row, "due")?,
        number: row.get("number")?,
    })
}

/// Plans a review.
pub fn create(tx: &WriteTx<'_>, new: &DepartmentReview) -> Result<ReviewId, StoreError> {
    let sql = "insert into review (congress, unit, department, year, topic, happens_on, place, chair, \
               stage) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) returning id";
    let id = tx.one(
        sql,
        params![
            new.reviewer.congress().map(|id| id.0),
            new.reviewer.unit().map(|id| id.0),
            new.department,
            new.year,
            new.topic,
            new.on.to_string(),
            new.place,
            new.chair,
            new.stage.word(),
        ],
        |row| row.get(0),
    )?;
    save_media(tx, ReviewId(id), &new.media)?;
    Ok(ReviewId(id))
}

/// Saves a review as it stands now.
pub fn update(tx: &WriteTx<'_>, review: &DepartmentReview) -> Result<(), StoreError> {
    let sql = "update review set unit = ?2, department = ?3, year = ?4, topic = ?5, happens_on = ?6, \
               place = ?7, chair = ?8, stage = ?9, conclusion = ?10, reason = ?11, released_on = ?12 \
               where id = ?1";
    tx.run(
        sql,
        params![
            review.id.0,
            review.reviewer.unit().map(|id| id.0),
            review.department,
            review.year,
            review.topic,
            review.on.to_string(),
            review.place,
            review.chair,
            review.stage.word(),
            review.conclusion,
            review.reason,
            day_text(review.released_on),
        ],
    )?;
    save_media(tx, review.id, &review.media)
}

fn save_media(tx: &WriteTx<'_>, id: ReviewId, media: &[Medium]) -> Result<(), StoreError> {
    let sql = "delete from review_medium where review = ?1";
    tx.run(sql, [id.0])?;
    let sql = "insert into review_medium (review, line_no, name, is_live) values (?1, ?2, ?3, ?4)";
    for (number, medium) in (1_i64..).zip(media) {
        tx.run(sql, params![id.0, number, medium.name, medium.is_live])?;
    }
    Ok(())
}
