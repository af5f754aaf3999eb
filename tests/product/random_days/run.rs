//! A day from its seed: chosen act by act, looked at after each, brought to its end; and made as short
//! as it still fails.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use crate::random_days::acts::{self, ACTS};
use crate::random_days::chance::Chance;
use crate::random_days::course;
use crate::random_days::day::Day;
use crate::random_days::promises;
use crate::random_days::target::{Place, SLUGS, Target};
use crate::random_days::told::{Tried, Violation};

/// Acts that a day tries before it is brought to its end.
const ACTS_A_DAY: usize = 90;
/// Presses that bring one poll to its end from wherever it stands.
const PRESSES_TO_THE_END: usize = 300;
/// How often a failing day is run again to make it shorter, and for how long at most.
const TRIES_TO_SHORTEN: usize = 400;
const TIME_TO_SHORTEN: Duration = Duration::from_secs(60);

/// One act of a day, told so that it can be done again in a shorter one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    act: &'static str,
    place: Place,
    seed: u64,
}

/// What was tried over many days.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) days: usize,
    /// How often a round came to a stage.
    stages: BTreeMap<String, usize>,
    /// From which stages a poll was brought to its end: how often, and with how many presses at most.
    ways: BTreeMap<String, (usize, usize)>,
    acts: BTreeMap<&'static str, Count>,
}

#[derive(Debug, Default, Clone)]
struct Count {
    done: usize,
    refused: usize,
    not_offered: usize,
    codes: BTreeMap<String, usize>,
}

impl Report {
    fn note(&mut self, act: &'static str, came: &Tried) {
        let count = self.acts.entry(act).or_default();
        match came {
            Tried::Done => count.done += 1,
            Tried::NotOffered => count.not_offered += 1,
            Tried::Refused(codes) => {
                count.refused += 1;
                for code in codes {
                    *count.codes.entry(code.clone()).or_default() += 1;
                }
            }
        }
    }

    /// Takes in what another one saw.
    pub(crate) fn add(&mut self, other: Self) {
        self.days += other.days;
        for (stage, times) in other.stages {
            *self.stages.entry(stage).or_default() += times;
        }
        for (stage, (times, most)) in other.ways {
            let way = self.ways.entry(stage).or_default();
            *way = (way.0 + times, way.1.max(most));
        }
        for (act, seen) in other.acts {
            let count = self.acts.entry(act).or_default();
            count.done += seen.done;
            count.refused += seen.refused;
            count.not_offered += seen.not_offered;
            for (code, times) in seen.codes {
                *count.codes.entry(code).or_default() += times;
            }
        }
    }

    /// Acts that were tried, and those of them that were done.
    pub(crate) fn tried(&self) -> (usize, usize) {
        let done = self.acts.values().map(|count| count.done).sum();
        let refused: usize = self.acts.values().map(|count| count.refused).sum();
        (done + refused, done)
    }

    /// What never occurred of a list: acts that must be done, stages, refusals.
    pub(crate) fn missing(&self, kept: Vec<(String, String)>) -> Vec<(String, String)> {
        let codes = self.codes();
        let is_done = |name: &str| self.acts.get(name).is_some_and(|count| count.done > 0);
        let is_there = |kind: &str, name: &str| match kind {
            "act" => is_done(name),
            "stage" => self.stages.contains_key(name),
            "way" => self.ways.contains_key(name),
            _ => codes.contains(name),
        };
        let all = kept.into_iter();
        all.filter(|(kind, name)| !is_there(kind, name)).collect()
    }

    /// Every code by which something was refused.
    pub(crate) fn codes(&self) -> BTreeSet<String> {
        let all = self.acts.values().flat_map(|count| count.codes.keys());
        all.cloned().collect()
    }

    /// One line an act.
    pub(crate) fn table(&self) -> String {
        let mut told = format!(
            "{:<28}{:>7}{:>7}{:>9}{:>12}  refused for\n",
            "act", "tried", "done", "refused", "not offered"
        );
        for act in ACTS {
            let count = self.acts.get(act.name).cloned().unwrap_or_default();
            let codes: Vec<String> = count
                .codes
                .iter()
                .map(|(code, times)| format!("{code} {times}"))
                .collect();
            told.push_str(&format!(
                "{:<28}{:>7}{:>7}{:>9}{:>12}  {}\n",
                act.name,
                count.done + count.refused,
                count.done,
                count.refused,
                count.not_offered,
                codes.join(", ")
            ));
        }
        let (tried, done) = self.tried();
        let codes = self.codes().len();
        let stages = self.stages.iter();
        let stages: Vec<String> = stages.map(|(name, n)| format!("{name} {n}")).collect();
        told.push_str(&format!("stages reached: {}\n", stages.join(", ")));
        let ways = self.ways.iter();
        let ways: Vec<String> = ways
            .map(|(stage, (times, most))| format!("{stage} {times} ({most} presses at most)"))
            .collect();
        told.push_str(&format!("brought to the end from: {}\n", ways.join(", ")));
        told.push_str(&format!(
            "{} days, {tried} acts, {done} done, {codes} refusals\n",
            self.days
        ));
        told
    }
}

/// A day that broke a promise.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) seed: u64,
    pub(crate) violation: Violation,
    pub(crate) steps: Vec<Step>,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Violation { promise, told } = &self.violation;
        writeln!(f, "day {}: broken: {promise}\n  {told}", self.seed)?;
        for step in &self.steps {
            writeln!(f, "    {} ({}, {:x})", step.act, step.place, step.seed)?;
        }
        Ok(())
    }
}

/// Lives a day and tells what was tried; a failing one is made short.
pub(crate) fn live(seed: u64) -> Result<Report, Failure> {
    let mut steps = Vec::new();
    let mut report = Report {
        days: 1,
        ..Report::default()
    };
    let mut ending = None;
    let lived = guarded(|| {
        let mut day = choose(seed, &mut steps, &mut report)?;
        for place in begun(&day) {
            ending = Some(place);
            end(&mut day, place, seed, &mut report)?;
        }
        Ok(())
    });
    let Err(violation) = lived else {
        return Ok(report);
    };
    let again = |steps: &[Step]| guarded(|| replay(seed, steps, ending));
    let (steps, violation) = shorten(again, steps, violation);
    Err(Failure {
        seed,
        violation,
        steps,
    })
}

/// Whatever breaks in the test itself is told as a broken day too, with its seed.
fn guarded(work: impl FnOnce() -> Result<(), Violation>) -> Result<(), Violation> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|cause| {
        let told = cause.downcast_ref::<String>().cloned();
        let told = told.or_else(|| cause.downcast_ref::<&str>().map(|told| (*told).to_owned()));
        Violation::of("the day goes on", told.unwrap_or_default())
    })
}

/// Chooses acts as the day goes.
fn choose(seed: u64, steps: &mut Vec<Step>, report: &mut Report) -> Result<Day, Violation> {
    let mut day = Day::begin(seed);
    let mut chance = Chance::new(seed);
    let focus = chance.below(SLUGS.len());
    let mut tried = 0;
    while tried < ACTS_A_DAY && steps.len() < 4 * ACTS_A_DAY {
        let targets = day.targets();
        let here: Vec<&Target> = targets
            .iter()
            .filter(|one| one.place.congress == focus)
            .collect();
        let all: Vec<&Target> = targets.iter().collect();
        let from = if chance.percent(75) { &here } else { &all };
        let target = (*chance.of(from).unwrap()).clone();
        let next = course::next(&day, &target, &mut chance);
        let act = match next {
            Some(next) if chance.percent(62) => next,
            _ => out_of_turn(&target, &mut chance),
        };
        let step = Step {
            act,
            place: target.place,
            seed: chance.next(),
        };
        steps.push(step);
        let came = take(&mut day, step, report)?;
        tried += usize::from(came != Tried::NotOffered);
    }
    Ok(day)
}

/// An act by its weight: mostly one that somebody may think of at this stage, now and then any.
fn out_of_turn(at: &Target, chance: &mut Chance) -> &'static str {
    let is_any = chance.percent(20);
    let letter = acts::letter(&at.stage);
    let fit = |act: &&acts::Act| is_any || act.at.is_empty() || act.at.contains(letter);
    let all: usize = ACTS.iter().filter(fit).map(|act| act.weight).sum();
    let mut left = chance.below(all);
    for act in ACTS.iter().filter(fit) {
        if left < act.weight {
            return act.name;
        }
        left -= act.weight;
    }
    ACTS[0].name
}

/// Does a step and looks at everything that must hold.
fn take(day: &mut Day, step: Step, report: &mut Report) -> Result<Tried, Violation> {
    let Some(target) = day.target(step.place) else {
        return Ok(Tried::NotOffered);
    };
    let act = acts::find(step.act);
    let mut chance = Chance::new(step.seed);
    let came = (act.run)(day, &target, &mut chance)?;
    report.note(act.name, &came);
    if std::env::var("DAYS_TELL").is_ok() {
        println!("{} {} {}: {came:?}", step.place, target.stage, step.act);
    }
    promises::check(day)?;
    if let Some(now) = day.target(step.place) {
        let is_new = now.stage != target.stage || now.round != target.round;
        if is_new || chance.percent(8) {
            promises::check_pages(day, &now)?;
        }
        if is_new {
            *report.stages.entry(now.stage).or_default() += 1;
        }
    }
    Ok(came)
}

/// The polls that were begun.
fn begun(day: &Day) -> Vec<Place> {
    let begun = |one: &Target| !one.place.is_rehearsal && one.sitting_stage != "planned";
    let all = day.targets().into_iter();
    all.filter(begun).map(|one| one.place).collect()
}

/// From wherever a poll stands, a list of presses leads it to a certified result.
fn end(day: &mut Day, place: Place, seed: u64, report: &mut Report) -> Result<(), Violation> {
    let mut chance = Chance::new(seed ^ 0xE4D);
    let mut last = Vec::new();
    let from = day.target(place).map(|one| one.stage).unwrap_or_default();
    for presses in 0..PRESSES_TO_THE_END {
        let target = day.target(place);
        let next = match &target {
            Some(target) => course::next(day, target, &mut chance),
            None => None,
        };
        let Some(next) = next else {
            let way = report.ways.entry(from).or_default();
            *way = (way.0 + 1, way.1.max(presses));
            return Ok(());
        };
        let step = Step {
            act: next,
            place,
            seed: chance.next(),
        };
        let came = take(day, step, report)?;
        last.push(format!("{next}: {came:?}"));
    }
    let target = day.target(place).unwrap();
    let from = last.len().saturating_sub(4);
    let clerk = day.person(&format!("{}-clerk", SLUGS[place.congress]));
    let sheet = day.get(clerk, &target.sheet()).html();
    let against: Vec<&str> = sheet
        .split("<li class=\"no\">")
        .skip(1)
        .filter_map(|part| part.split("</li>").next())
        .collect();
    let told = format!(
        "{place} stands at {}: {:?}, against it {against:?}",
        target.stage,
        &last[from..]
    );
    Violation::of("every state has a way to its end", told)
}

/// Does the steps of a list, as they are, and brings the poll to its end with which the day broke, if
/// it broke only there.
fn replay(seed: u64, steps: &[Step], ending: Option<Place>) -> Result<(), Violation> {
    let mut day = Day::begin(seed);
    let mut report = Report::default();
    for step in steps {
        take(&mut day, *step, &mut report)?;
    }
    match ending {
        Some(place)
            if day
                .target(place)
                .is_some_and(|one| one.sitting_stage != "planned") =>
        {
            end(&mut day, place, seed, &mut report)
        }
        _ => Ok(()),
    }
}

/// Leaves out whatever may be left out while the day still breaks the same promise.
fn shorten(
    again: impl Fn(&[Step]) -> Result<(), Violation>,
    steps: Vec<Step>,
    violation: Violation,
) -> (Vec<Step>, Violation) {
    let mut best = (steps, violation);
    let mut tries = 0;
    let began = Instant::now();
    let is_over = |tries| tries >= TRIES_TO_SHORTEN || began.elapsed() > TIME_TO_SHORTEN;
    let mut size = best.0.len().div_ceil(2);
    while size > 0 && !is_over(tries) {
        let mut from = 0;
        let mut is_shorter = false;
        while from < best.0.len() && !is_over(tries) {
            let mut shorter = best.0.clone();
            shorter.drain(from..(from + size).min(shorter.len()));
            tries += 1;
            match again(&shorter) {
                Err(violation) if violation.promise == best.1.promise => {
                    best = (shorter, violation);
                    is_shorter = true;
                }
                _ => from += size,
            }
        }
        if !is_shorter || size > 1 {
            size /= 2;
        }
    }
    best
}
