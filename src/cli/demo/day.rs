//! Where and when the demo takes place.

use jiff::Timestamp;
use jiff::civil::Date;

use machine::clock::beijing;

/// The county whose ballot the demo shows.
pub(super) const COUNTY: &str = "qinghe";
/// The township of the demo whose roster and slate are filled.
pub(super) const TOWNSHIP: &str = "chaganguole";
/// The year of its session.
pub(super) const YEAR: i16 = 2026;

/// Noon in Beijing on the day of the session: where the clock of the stage `followup` begins.
pub(super) fn noon() -> Timestamp {
    moment(Date::constant(YEAR, 1, 15), 12)
}

/// An hour of a day in Beijing.
pub(super) fn moment(day: Date, hour: i8) -> Timestamp {
    let at = day.at(hour, 0, 0, 0);
    let zoned = beijing().to_ambiguous_zoned_datetime(at).compatible();
    zoned.map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}
