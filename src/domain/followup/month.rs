//! A calendar month. Days are counted by the calendar, never by hours, so that a month in which
//! clocks are changed is as long as any other.

use jiff::civil::Date;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// The month that a date lies in.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self {
            year: date.year(),
            month: date.month(),
        }
    }

    /// The month of a year, 1 to 12; nothing for any other number.
    #[must_use]
    pub fn new(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(Self::of)
    }

    /// Reads `2026-03`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (year, month) = text.trim().split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// Its number in the year, 1 to 12.
    #[must_use]
    pub fn number(self) -> i8 {
        self.month
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Date {
        Date::new(self.year, self.month, 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.first().last_of_month()
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self.month {
            12 => Self {
                year: self.year.saturating_add(1),
                month: 1,
            },
            month => Self {
                year: self.year,
                month: month.saturating_add(1),
            },
        }
    }

    /// A day of this month; past its end, the last.
    #[must_use]
    pub fn day(self, day: i8) -> Date {
        Date::new(self.year, self.month, day).unwrap_or_else(|_| self.last())
    }

    /// Every month from this one to another, both included; none when the other lies before.
    pub fn to(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |month| Some(month.next()))
            .take_while(move |month| *month <= last)
    }
}

/// As `2026-03`.
impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Whole calendar days from one date to a later one; nothing when it is not later.
#[must_use]
pub fn days_after(from: Date, to: Date) -> u32 {
    from.until(to)
        .map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_written_and_counted_by_the_calendar() {
        let month = Month::read("2026-02").unwrap();
        assert_eq!(month.to_string(), "2026-02");
        assert_eq!(month.last().day(), 28);
        assert_eq!(month.day(31), month.last());
        let months: Vec<String> = Month::read("2026-11")
            .unwrap()
            .to(Month::read("2027-02").unwrap())
            .map(|month| month.to_string())
            .collect();
        assert_eq!(months, ["2026-11", "2026-12", "2027-01", "2027-02"]);
        assert_eq!(month.to(Month::read("2026-01").unwrap()).count(), 0);
        for text in ["2026-13", "2026-00", "2026", "26-01", "2026-1", ""] {
            assert_eq!(Month::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_in_which_the_clock_was_changed_has_all_its_days() {
        // Summer time began in China on 14 April 1991 and ended on 15 September.
        for (month, days) in [("1991-04", 30), ("1991-09", 30)] {
            let month = Month::read(month).unwrap();
            assert_eq!(days_after(month.first(), month.next().first()), days);
        }
        assert_eq!(
            days_after(
                Month::read("2026-02").unwrap().last(),
                Month::read("2026-01").unwrap().last()
            ),
            0
        );
    }
}
