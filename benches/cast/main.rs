//! Casts per second through HTTP, answered after the durable commit, beside a mutex design doing the
//! same work and beside SQLite alone, each ballot sealed by all three. Run it through `scripts/bench`.
//!
//! Nothing here asserts a time: machines differ, so the report gives ratios of designs that were
//! run in turn on the same disk. What is asserted is that every acknowledged ballot is in the box.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench may fail loudly, prints its report and measures time"
)]

mod hall;
#[path = "../line/mod.rs"]
mod line;
mod load;
mod mutex;
mod product;
mod raw;
mod report;
#[path = "../size/mod.rs"]
mod size;

use std::path::Path;
use std::time::Duration;

use hall::Prepared;
use load::Measured;
use report::Report;

/// How a run is cut; every figure may be set from the environment (see `scripts/bench`).
struct Plan {
    deputies: u32,
    runs: u32,
    /// A run ends here, or when its slips are used up.
    most: Duration,
    connections: Vec<u32>,
    delay_ms: u32,
}

fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

fn main() {
    let plan = Plan {
        deputies: number("BENCH_DEPUTIES", size::of(2_000, 320)),
        runs: number("BENCH_RUNS", size::of(5, 1)),
        most: Duration::from_secs(u64::from(number("BENCH_SECONDS", size::of(4, 20)))),
        connections: vec![64, 256],
        delay_ms: number("SLOW_SYNC_MS", 0),
    };
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let place = std::env::var("BENCH_DIR").unwrap_or_else(|_| ".".to_owned());
    let place = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(place)
        .unwrap();
    let prepared = hall::prepare(&place.path().join("template"), plan.deputies);
    mutex::prepare(&prepared);
    let mut report = Report::new(&plan, prepared.forms.len());
    for run in 0..plan.runs {
        for connections in plan.connections.clone() {
            for design in ["product", "mutex"] {
                if only.is_empty() || only == design {
                    let measured = one(place.path(), &prepared, &plan, design, connections);
                    report.add(design, connections, run, measured);
                }
            }
        }
        if only.is_empty() || only == "raw" {
            let data = fresh(place.path(), &prepared);
            let measured = raw::run(&data, &prepared, plan.most);
            assert_eq!(mutex::stored(&data), [measured.done; 2]);
            report.add("raw", 0, run, measured);
        }
    }
    print!("{report}");
}

/// One design on a fresh copy of the prepared directory.
fn one(place: &Path, prepared: &Prepared, plan: &Plan, design: &str, connections: u32) -> Measured {
    let data = fresh(place, prepared);
    let server = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let address = match design {
        "product" => product::start(&server, &data),
        _ => mutex::start(&server, &data),
    };
    let measured = load::run(address, &prepared.forms, connections, plan.most);
    server.shutdown_timeout(Duration::from_secs(5));
    // Every acknowledged ballot is in the box, once.
    if design == "product" {
        let done = usize::try_from(measured.done).unwrap();
        assert_eq!(line::boxed(&data), done);
    } else {
        assert_eq!(mutex::stored(&data), [measured.done; 2]);
    }
    measured
}

/// A copy of the prepared directory, so that every run begins with the same files.
fn fresh(place: &Path, prepared: &Prepared) -> std::path::PathBuf {
    let to = place.join("data");
    if to.exists() {
        std::fs::remove_dir_all(&to).unwrap();
    }
    copy(&prepared.template, &to);
    to
}

/// Copies a folder; the copy's pages go to the disk now, not during the run.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in from.read_dir().unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &place);
        } else {
            std::fs::copy(entry.path(), &place).unwrap();
            std::fs::File::open(&place).unwrap().sync_all().unwrap();
        }
    }
}
