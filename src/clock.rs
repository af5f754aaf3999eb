//! The only place that reads time. Everything else is handed a timestamp.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::{Timestamp, tz::TimeZone};

/// A source of the present moment: the machine's clock, or one that a test sets.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    fixed: Option<Arc<Mutex<Hands>>>,
}

/// Where a set clock stands, and since when it runs from there.
#[derive(Debug, Clone, Copy)]
struct Hands {
    at: Timestamp,
    runs_since: Option<Instant>,
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands still until it is set.
    #[must_use]
    pub fn fixed(at: Timestamp) -> Self {
        Self {
            fixed: Some(Arc::new(Mutex::new(Hands {
                at,
                runs_since: None,
            }))),
        }
    }

    /// Moves a fixed clock; the machine's clock is left alone.
    pub fn set(&self, at: Timestamp) {
        if let Some(fixed) = &self.fixed {
            let mut hands = fixed.lock().unwrap_or_else(PoisonError::into_inner);
            *hands = Hands {
                at,
                runs_since: None,
            };
        }
    }

    /// Lets a fixed clock run on from where it stands: the demo of a past year is used as if it were
    /// that year's day.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that may ask the machine"
    )]
    pub fn run(&self) {
        if let Some(fixed) = &self.fixed {
            let mut hands = fixed.lock().unwrap_or_else(PoisonError::into_inner);
            hands.runs_since = Some(Instant::now());
        }
    }

    /// The present moment.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that may ask the machine"
    )]
    pub fn now(&self) -> Timestamp {
        match &self.fixed {
            Some(fixed) => {
                let hands = *fixed.lock().unwrap_or_else(PoisonError::into_inner);
                let run = hands
                    .runs_since
                    .map_or(Duration::ZERO, |since| since.elapsed());
                hands.at.saturating_add(run).unwrap_or(hands.at)
            }
            None => Timestamp::now(),
        }
    }
}

/// Measures how long something takes; no moment of the calendar.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that may ask the machine"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// How long ago it was started.
    #[must_use]
    pub fn passed(self) -> Duration {
        self.0.elapsed()
    }
}

/// The civil date of a moment here.
#[must_use]
pub fn day(at: Timestamp) -> jiff::civil::Date {
    at.to_zoned_datetime(beijing()).date()
}

/// The zone of all civil dates here (北京时间). The zone data are compiled in; were they missing,
/// the fixed offset of the same zone stands in.
#[must_use]
pub fn beijing() -> TimeZone {
    TimeZone::get("Asia/Shanghai").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(8)))
}
