//! What it takes to read the audit log as a chain: a million lines, each with its hash and the columns
//! beside it, as before certifying, by `minsheng doctor` and after each start.
//!
//! `cargo bench --bench chain`; `CHAIN_LINES` for fewer. Goal: a million lines within five seconds.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark measures time, says what it measured and stops when it cannot"
)]

#[path = "size/mod.rs"]
mod size;

use std::time::Instant;

use machine::clock::Clock;
use machine::random::Random;
use rusqlite::{Connection, params};
use service::Service;
use service::audit::checking::check_file;
use sha2::{Digest as _, Sha256};

/// How many are asked for.
fn lines() -> i64 {
    std::env::var("CHAIN_LINES").map_or(size::of(1_000_000, 20_000), |text| text.parse().unwrap())
}

/// Lets the log of an installation go on to so many lines after those that it has.
fn fill(database: &Connection, lines: i64) {
    let tx = database.unchecked_transaction().unwrap();
    let sql = "insert into audit (chain, number, at, account, congress, kind, line, hash) \
               values (0, ?1, ?2, null, null, 'signed-in', ?3, ?4)";
    let mut insert = tx.prepare(sql).unwrap();
    let (begun, mut last): (i64, [u8; 32]) = tx
        .query_row(
            "select number, hash from audit where chain = 0 order by number desc limit 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap_or((0, [0; 32]));
    for id in begun + 1..=lines {
        let at = 1_768_449_600_000 + id * 37_000;
        let line = format!(
            "minsheng-audit-1\t{at}\t\tresident or console\t\tsigned-in\taccount={}",
            id % 800
        );
        last = Sha256::new()
            .chain_update(last)
            .chain_update(&line)
            .finalize()
            .into();
        insert.execute(params![id, at, line, last]).unwrap();
    }
    drop(insert);
    tx.commit().unwrap();
}

fn main() {
    let dir = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let opened = Service::open(dir.path(), Clock::system(), Random::system());
    drop(runtime.block_on(opened).unwrap());
    drop(runtime);
    let file = dir.path().join("minsheng.db");
    let lines = lines();
    fill(&Connection::open(&file).unwrap(), lines);
    let bytes = std::fs::metadata(&file).unwrap().len();
    println!("{lines} lines, {} MB", bytes / 1_000_000);
    for _ in 0..size::of(3, 1) {
        let start = Instant::now();
        let checked = check_file(dir.path(), &[], None).unwrap();
        let took = start.elapsed().as_secs_f64();
        assert!(checked.differences.is_empty() && checked.head.number == lines);
        println!("pages, chain and columns: {took:.2} s");
    }
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average {}", load.trim());
}
