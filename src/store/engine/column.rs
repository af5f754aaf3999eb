//! Reading columns into domain values; a word or number that cannot be read is an error with its
//! column's name, never a default.

use jiff::civil::Date;
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Error, Row};

use domain::digest::Digest;
use domain::followup::month::Month;
use domain::id::{ProjectId, UnitId};
use domain::poll::Subject;

#[derive(Debug, thiserror::Error)]
#[error("the stored value is not one this program knows: {0}")]
struct UnknownWord(String);

/// A word of state.
pub(crate) fn word<T>(
    row: &Row<'_>,
    column: &str,
    from_word: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Error> {
    let word: String = row.get(column)?;
    from_word(&word).ok_or_else(|| {
        Error::FromSqlConversionFailure(
            0,
            Type::Text,
            Box::new(UnknownWord(format!("{column}={word}"))),
        )
    })
}

/// A count.
pub(crate) fn count(row: &Row<'_>) -> Result<u64, Error> {
    let number: i64 = row.get(0)?;
    Ok(u64::try_from(number).unwrap_or(0))
}

/// A civil date.
pub(crate) fn date(row: &Row<'_>, column: &str) -> Result<Date, Error> {
    word(row, column, |text| text.parse().ok())
}

/// A civil date that may be missing.
pub(crate) fn date_opt(row: &Row<'_>, column: &str) -> Result<Option<Date>, Error> {
    if row.get_ref(column)? == ValueRef::Null {
        return Ok(None);
    }
    date(row, column).map(Some)
}

/// A civil date that may be missing, as a column takes it.
pub(crate) fn day_text(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// What a line asks about, from the columns `project`, `part` and `unit`.
pub(crate) fn subject(row: &Row<'_>) -> Result<Subject, Error> {
    let project = row.get::<_, Option<i64>>("project")?.map(ProjectId);
    let unit = row.get::<_, Option<i64>>("unit")?.map(UnitId);
    Subject::of(project, row.get("part")?, unit).ok_or_else(|| {
        let unknown = UnknownWord(format!("project={project:?} unit={unit:?}"));
        Error::FromSqlConversionFailure(0, Type::Integer, Box::new(unknown))
    })
}

/// A month.
pub(crate) fn month(row: &Row<'_>, column: &str) -> Result<Month, Error> {
    word(row, column, Month::read)
}

/// A digest or keyed hash.
pub(crate) fn digest(row: &Row<'_>, column: &str) -> Result<Digest, Error> {
    Ok(Digest(row.get::<_, [u8; 32]>(column)?))
}

/// A digest that may be missing.
pub(crate) fn digest_opt(row: &Row<'_>, column: &str) -> Result<Option<Digest>, Error> {
    Ok(row.get::<_, Option<[u8; 32]>>(column)?.map(Digest))
}
