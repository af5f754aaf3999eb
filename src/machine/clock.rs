//! The only place that reads time. Everything else is handed a timestamp.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::{Timestamp, tz::TimeZone};

/// A source of the present moment: the machine's clock, or one that a test sets.
#[derive(Debug, Clone)]
pub struct Clock {
    began: Instant,
    fixed: Option<Arc<Mutex<ClockSetting>>>,
}

/// How long a clock has gone: it never goes back nor leaps, whatever is done to the calendar. Waits and
/// limits are measured by it, so that a clock set back or forward locks nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct MonotonicTime(Duration);

impl MonotonicTime {
    /// How long ago an earlier moment was; nothing for a later one.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// The moment so much later.
    #[must_use]
    pub fn after(self, time: Duration) -> Self {
        Self(self.0.saturating_add(time))
    }
}

/// Where a set clock stands, since when it runs from there, and how much time it was told has passed.
#[derive(Debug, Clone, Copy)]
struct ClockSetting {
    at: Timestamp,
    runs_since: Option<Instant>,
    passed: Duration,
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that may ask the machine"
    )]
    pub fn system() -> Self {
        Self {
            began: Instant::now(),
            fixed: None,
        }
    }

    /// A clock that stands still until it is set.
    #[must_use]
    pub fn fixed(at: Timestamp) -> Self {
        let hands = ClockSetting {
            at,
            runs_since: None,
            passed: Duration::ZERO,
        };
        Self {
            fixed: Some(Arc::new(Mutex::new(hands))),
            ..Self::system()
        }
    }

    /// Sets the hands of a fixed clock, back or forward, as somebody does who sets a watch: no time
    /// passes by it. The machine's clock is left alone.
    pub fn set(&self, at: Timestamp) {
        if let Some(fixed) = &self.fixed {
            let mut hands = fixed.lock().unwrap_or_else(PoisonError::into_inner);
            *hands = ClockSetting {
                at,
                runs_since: None,
                ..*hands
            };
        }
    }

    /// Lets time pass on a fixed clock; the machine's clock is left alone.
    pub fn pass(&self, time: Duration) {
        if let Some(fixed) = &self.fixed {
            let mut hands = fixed.lock().unwrap_or_else(PoisonError::into_inner);
            hands.at = hands.at.saturating_add(time).unwrap_or(hands.at);
            hands.passed = hands.passed.saturating_add(time);
        }
    }

    /// How long this clock has gone.
    #[must_use]
    pub fn moment(&self) -> MonotonicTime {
        let Some(fixed) = &self.fixed else {
            return MonotonicTime(self.began.elapsed());
        };
        let hands = *fixed.lock().unwrap_or_else(PoisonError::into_inner);
        let run = hands.runs_since.map(|since| since.elapsed());
        MonotonicTime(hands.passed.saturating_add(run.unwrap_or_default()))
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
