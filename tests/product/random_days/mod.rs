//! Random days: clerks, chiefs, scrutineers, tellers and deputies of three congresses, and strangers,
//! press what they can press, in any order, with rehearsals, wipes, voids, run-offs, papers, restarts
//! and kills between. After every act the promises hold that stand in `promises/`; at the end of a day
//! every poll that was begun is brought to a certified result. A day runs in this process through the
//! product's router. A failing day prints its seed and its shortest form.
//!
//! `scripts/days` lives as many days as one likes: it sets `DAYS` (how many) and `DAYS_FROM` (the first
//! seed). `DAYS_ONLY` looks at one alone of the promises that may be left out; `DAYS_TELL` prints every
//! act.

mod acts;
mod chance;
mod course;
mod day;
mod hands;
mod mends;
mod model;
mod prefecture;
mod promises;
mod run;
mod site;
mod target;
mod told;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use run::{Failure, Report, live};

/// Days of a test run.
const DAYS: u64 = 20;

/// Days over which the rare ones must occur too.
const MANY_DAYS: u64 = 500;

/// What must occur over the days, a line each: `act`, `stage` or `refusal`, and its name; after `rare`
/// what twenty days may miss.
const KEPT: &str = "tests/product/random_days/kept.txt";

/// The kept list: kind and name, of those that are rare or of the others.
fn kept(is_rare: bool) -> Vec<(String, String)> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(KEPT);
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let found = lines.filter_map(|line| match line.strip_prefix("rare ") {
        Some(rest) => rest.split_once(' ').filter(|_| is_rare),
        None => line.split_once(' ').filter(|_| !is_rare),
    });
    found
        .map(|(kind, name)| (kind.to_owned(), name.to_owned()))
        .collect()
}

/// A number of the environment.
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Lives so many days from a seed on, as many at once as the machine has cores.
fn live_all(from: u64, days: u64) -> (Report, Vec<Failure>) {
    prefecture::Prefecture::get();
    let next = AtomicU64::new(from);
    let work = || {
        let (mut report, mut failures) = (Report::default(), Vec::new());
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= from + days || failures.len() > 2 {
                return (report, failures);
            }
            match live(seed) {
                Ok(seen) => report.add(seen),
                Err(failure) => failures.push(failure),
            }
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let (mut report, mut failures) = (Report::default(), Vec::new());
        for worker in workers {
            let (seen, failed) = worker.join().unwrap();
            report.add(seen);
            failures.extend(failed);
        }
        (report, failures)
    })
}

#[test]
fn random_days_keep_every_promise_and_end_with_a_certified_result() {
    let from = setting("DAYS_FROM").unwrap_or(1);
    let days = setting("DAYS").unwrap_or(DAYS);
    let began = Instant::now();
    let (report, failures) = live_all(from, days);
    // First what broke: where only the head of a long output is kept, the table may go.
    let told: Vec<String> = failures.iter().map(ToString::to_string).collect();
    println!("{}", told.join("\n"));
    println!("{}", report.table());
    println!(
        "{:.2} s a day of wall clock on this machine",
        began.elapsed().as_secs_f64() / days as f64
    );
    assert!(failures.is_empty(), "{}", told.join("\n"));
    let (tried, done) = report.tried();
    assert!(2 * done >= tried, "{done} of {tried} acts were done");
    let mut never = Vec::new();
    if days >= DAYS {
        never.extend(report.missing(kept(false)));
    }
    if days >= MANY_DAYS {
        never.extend(report.missing(kept(true)));
    }
    assert!(never.is_empty(), "never occurred: {never:?}");
}

#[test]
fn the_kept_list_names_every_act_of_the_days() {
    let listed = [kept(false), kept(true)].concat();
    for act in acts::ACTS {
        let is_it = |one: &&(String, String)| (one.0.as_str(), one.1.as_str()) == ("act", act.name);
        let times = listed.iter().filter(is_it).count();
        assert_eq!(times, 1, "{}", act.name);
    }
}
