//! The course of a project: its lights month by month, from facts that are only ever added to.
//!
//! No light is stored, so that none can be set. A month is judged by what was known when its
//! reports were due: a report that comes later, or a correction, changes the months to come and
//! leaves the month that was red as it was.

use jiff::civil::Date;

use super::light::{self, Checkpoint, Light, LightFacts, LightReading, LightRule};
use super::month::Month;
use super::share::Share;

/// A version of the plan as the lights see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPeriod {
    /// The first day on which this version is in force.
    pub from: Date,
    /// The day by which work must have begun.
    pub start_by: Date,
    /// The milestones, by due day.
    pub checkpoints: Vec<Checkpoint>,
    /// The day by which the work must be accepted.
    pub accept_by: Date,
}

/// A checked report as the lights see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckedReport {
    /// The month it tells of.
    pub month: Month,
    /// How much was done.
    pub done: Share,
    /// When it was checked.
    pub on: Date,
}

/// A fact with the day on which it happened and the day since which it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedFact {
    /// When it happened.
    pub on: Date,
    /// When it was noted.
    pub known: Date,
}

/// Everything that the lights of one project come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// The versions of the plan, oldest first.
    pub stretches: Vec<PlanPeriod>,
    /// The checked reports by month, corrections after what they correct.
    pub reports: Vec<CheckedReport>,
    /// Since when work has begun.
    pub started: Option<DatedFact>,
    /// Since when the finished work is accepted.
    pub accepted: Option<DatedFact>,
    /// From when to when it was suspended; the end is open while it lasts.
    pub suspended: Vec<(Date, Option<Date>)>,
    /// Since when it is ended for good.
    pub terminated: Option<Date>,
}

/// The rule of a congress from a month on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedRule {
    /// The first month that it judges.
    pub from: Month,
    /// Its numbers.
    pub rule: LightRule,
}

/// The rule that judges a month: the newest that began by then, or the default one.
#[must_use]
pub fn rule_for(rules: &[DatedRule], month: Month) -> LightRule {
    rules
        .iter()
        .filter(|one| one.from <= month)
        .max_by_key(|one| one.from)
        .map_or_else(LightRule::default, |one| one.rule)
}

/// A month with its reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthReading {
    pub month: Month,
    /// Its light and figures.
    pub reading: LightReading,
    /// Whether it stands for good: the reports of the month are no longer awaited.
    pub is_final: bool,
}

impl Course {
    /// The months from the plan's first to the present, judged; the present one as of today. A month
    /// in which the project was suspended at its end, or ended, has no light.
    #[must_use]
    pub fn months(&self, rules: &[DatedRule], today: Date) -> Vec<MonthReading> {
        let Some(first) = self.stretches.first() else {
            return Vec::new();
        };
        let mut judged: Vec<MonthReading> = Vec::new();
        let mut before: Option<Light> = None;
        for month in Month::of(first.from).to(Month::of(today)) {
            let rule = rule_for(rules, month);
            let deadline = month.next().day(rule.report_by_day);
            let is_final = today > deadline;
            let on = month.last().min(today);
            if !self.is_running(on) {
                continue;
            }
            let Some(reading) = self.on(&rule, on, deadline.min(today), month) else {
                continue;
            };
            let reading = light::after_red(before, reading);
            before = Some(reading.light);
            judged.push(MonthReading {
                month,
                reading,
                is_final,
            });
        }
        judged
    }

    /// The reading of today, after the red months before it.
    #[must_use]
    pub fn now(&self, rules: &[DatedRule], today: Date) -> Option<LightReading> {
        self.months(rules, today)
            .pop()
            .filter(|last| last.month == Month::of(today))
            .map(|last| last.reading)
    }

    /// How much is done by the newest report of a month up to this one that was checked by a day.
    #[must_use]
    pub fn done(&self, up_to: Month, known_on: Date) -> Share {
        self.reports
            .iter()
            .filter(|report| report.month <= up_to && report.on <= known_on)
            .max_by_key(|report| report.month)
            .map_or(Share::NONE, |report| report.done)
    }

    fn is_running(&self, day: Date) -> bool {
        let is_over = self.terminated.is_some_and(|since| since <= day);
        let is_paused = self
            .suspended
            .iter()
            .any(|(from, to)| *from <= day && to.is_none_or(|to| day < to));
        !is_over && !is_paused
    }

    fn on(
        &self,
        rule: &LightRule,
        day: Date,
        known_on: Date,
        month: Month,
    ) -> Option<LightReading> {
        let stretch = self.stretches.iter().rfind(|stretch| stretch.from <= day)?;
        let has_by = |since: Option<DatedFact>| {
            since.is_some_and(|since| since.on <= day && since.known <= known_on)
        };
        let known = LightFacts {
            start_by: stretch.start_by,
            checkpoints: &stretch.checkpoints,
            accept_by: stretch.accept_by,
            done: self.done(month, known_on),
            is_started: has_by(self.started),
            is_accepted: has_by(self.accepted),
        };
        Some(light::read(rule, day, &known))
    }
}

#[cfg(test)]
#[path = "course_tests.rs"]
mod tests;
