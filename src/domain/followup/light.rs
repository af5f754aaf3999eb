//! The light of a project (亮灯): a pure function of plan, reports and the day, never set by hand.
//!
//! Two things are measured, and the worse one decides: days since the oldest checkpoint that is due and
//! not reached, and points of the work that should be done and is not. The ends of each band belong
//! to it. A month that was red and catches up turns yellow, not green: `after_red`.

use count::words;
use jiff::civil::Date;

use super::month::days_after;
use super::share::Share;

words! {
    /// The five lights, in the order of lists: what needs looking at comes first.
    pub enum Light {
        /// Further behind than the rule allows (严重滞后).
        Red = "red",
        /// Behind, within the rule (滞后).
        Yellow = "yellow",
        /// On plan (正常).
        Green = "green",
        /// Not started, and the start is not overdue (未开工).
        Grey = "grey",
        /// Finished and accepted (办结).
        Blue = "blue",
    }
}

impl Light {
    /// The shape that says the same without colour.
    #[must_use]
    pub fn shape(self) -> char {
        match self {
            Self::Red => '\u{25a0}',
            Self::Yellow => '\u{25b2}',
            Self::Green => '\u{25cf}',
            Self::Grey => '\u{25cb}',
            Self::Blue => '\u{2714}',
        }
    }
}

/// The numbers of the rule: settings of a congress, shown beside every light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LightRule {
    /// Up to so many days behind is yellow, more is red.
    pub yellow_days: u32,
    /// Up to so many thousandths of the work behind is yellow, more is red.
    pub yellow_points: u16,
    /// Until this day of the next month a report still counts for its month.
    pub report_by_day: i8,
}

impl Default for LightRule {
    /// 30 days, 10 points, the 5th.
    fn default() -> Self {
        Self {
            yellow_days: 30,
            yellow_points: 100,
            report_by_day: 5,
        }
    }
}

/// A point of the plan that is due on a day with so much of the work done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checkpoint {
    /// The last day on which it is in time.
    pub due: Date,
    /// So much of the work is done when it is reached.
    pub share: Share,
    /// Since when it is known to be reached.
    pub reached: Option<Date>,
}

/// What is known of a project on a day.
#[derive(Debug, Clone, Copy)]
pub struct LightFacts<'k> {
    /// The day by which work must have begun.
    pub start_by: Date,
    /// The milestones, by due day.
    pub checkpoints: &'k [Checkpoint],
    /// The day by which the work must be accepted.
    pub accept_by: Date,
    /// How much is done by the newest checked report.
    pub done: Share,
    /// Whether work has begun.
    pub is_started: bool,
    /// Whether the finished work was accepted.
    pub is_accepted: bool,
}

words! {
    /// Why a light shows what it shows.
    pub enum LightReason {
        /// Finished and accepted.
        Accepted = "accepted",
        /// Not begun, and not yet due to begin.
        StartNotDue = "start-not-due",
        /// Nothing is overdue.
        OnPlan = "on-plan",
        /// The days decide.
        Days = "days",
        /// The points decide.
        Points = "points",
        /// Caught up in a month that follows a red one.
        CaughtUp = "caught-up",
    }
}

/// A light with the two figures that it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LightReading {
    pub light: Light,
    /// Days since the oldest checkpoint that is due and not reached.
    pub days_behind: u32,
    /// Since when: the due day of that checkpoint.
    pub behind_since: Option<Date>,
    /// Thousandths of the work that should be done and are not.
    pub points_behind: u16,
    /// How much should be done by now.
    pub planned: Share,
    /// How much is done.
    pub done: Share,
    /// Which of them decides.
    pub reason: LightReason,
}

/// Reads the light on a day. A due day itself is still in time.
#[must_use]
pub fn read(rule: &LightRule, today: Date, known: &LightFacts<'_>) -> LightReading {
    let is_reached = |point: &Checkpoint| {
        known.done >= point.share || point.reached.is_some_and(|since| since <= today)
    };
    let mut overdue = known
        .checkpoints
        .iter()
        .filter(|point| point.due < today && !is_reached(point))
        .map(|point| point.due)
        .min();
    let mut also = |due: Date, is_met: bool| {
        if due < today && !is_met {
            overdue = Some(overdue.map_or(due, |earlier| earlier.min(due)));
        }
    };
    also(known.start_by, known.is_started);
    also(known.accept_by, known.is_accepted);
    let planned = known
        .checkpoints
        .iter()
        .filter(|point| point.due < today)
        .map(|point| point.share)
        .max()
        .unwrap_or(Share::NONE);
    let days_behind = overdue.map_or(0, |due| days_after(due, today));
    let points_behind = known.done.behind(planned);
    let (light, reason) = decide(rule, known, days_behind, points_behind);
    LightReading {
        light,
        days_behind,
        behind_since: overdue,
        points_behind,
        planned,
        done: known.done,
        reason,
    }
}

fn decide(
    rule: &LightRule,
    known: &LightFacts<'_>,
    days: u32,
    points: u16,
) -> (Light, LightReason) {
    if known.is_accepted {
        return (Light::Blue, LightReason::Accepted);
    }
    let by_days = band(days == 0, days <= rule.yellow_days);
    let by_points = band(points == 0, points <= rule.yellow_points);
    let worse = by_days.min(by_points);
    if worse == Light::Green {
        return if known.is_started {
            (Light::Green, LightReason::OnPlan)
        } else {
            (Light::Grey, LightReason::StartNotDue)
        };
    }
    let reason = if worse == by_days {
        LightReason::Days
    } else {
        LightReason::Points
    };
    (worse, reason)
}

fn band(is_on_plan: bool, is_near: bool) -> Light {
    match (is_on_plan, is_near) {
        (true, _) => Light::Green,
        (false, true) => Light::Yellow,
        (false, false) => Light::Red,
    }
}

/// The reading of a month in the light of the month before: whoever catches up after red is yellow
/// for that month, so that one good report does not wipe out a bad spring.
#[must_use]
pub(crate) fn after_red(before: Option<Light>, now: LightReading) -> LightReading {
    if before == Some(Light::Red) && now.light == Light::Green {
        return LightReading {
            light: Light::Yellow,
            reason: LightReason::CaughtUp,
            ..now
        };
    }
    now
}

#[cfg(test)]
#[path = "light_tests.rs"]
mod tests;
