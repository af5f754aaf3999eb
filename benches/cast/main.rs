//! Casts per second through HTTP, answered after the durable commit, beside a mutex design doing the
//! same work and beside SQLite alone. Run it through `scripts/bench`.
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
mod load;
mod mutex;
mod product;
mod raw;
mod report;

use std::path::Path;
use std::time::Duration;

use hall::Prepared;
use load::Measured;
use report::Report;

/// How a run is cut; every figure may be set from the environment (see `scripts/bench`).
struct Plan {
    polls: u32,
    slips: u32,
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
        polls: number("BENCH_POLLS", 64),
        slips: number("BENCH_SLIPS", 400),
        runs: number("BENCH_RUNS", 3),
        most: Duration::from_secs(u64::from(number("BENCH_SECONDS", 4))),
        connections: vec![64, 256],
        delay_ms: number("SLOW_SYNC_MS", 0),
    };
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let place = std::env::var("BENCH_DIR").unwrap_or_else(|_| ".".to_owned());
    let place = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(place)
        .unwrap();
    let prepared = hall::prepare(&place.path().join("template"), &plan);
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
            check(&data, measured.done);
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
    check(&data, measured.done);
    measured
}

/// A copy of the prepared directory, so that every run begins with the same files.
fn fresh(place: &Path, prepared: &Prepared) -> std::path::PathBuf {
    let to = place.join("data");
    if to.exists() {
        std::fs::remove_dir_all(&to).unwrap();
    }
    std::fs::create_dir(&to).unwrap();
    for entry in prepared.template.read_dir().unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    // The copy's pages go to the disk now, not during the run.
    sync(&to);
    to
}

fn sync(directory: &Path) {
    for entry in directory.read_dir().unwrap() {
        std::fs::File::open(entry.unwrap().path())
            .unwrap()
            .sync_all()
            .unwrap();
    }
}

/// Every acknowledged ballot is in the box, once.
fn check(data: &Path, acknowledged: u32) {
    let database = rusqlite::Connection::open(data.join("minsheng.db")).unwrap();
    let count = |sql| {
        database
            .query_row(sql, [], |row| row.get::<_, u32>(0))
            .unwrap()
    };
    assert_eq!(count("select count(*) from box_ballot"), acknowledged);
    assert_eq!(
        count("select count(*) from cast_right where spent = 1"),
        acknowledged
    );
}
