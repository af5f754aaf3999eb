//! How long counts take: a hall's, and a million ballots through the command.
//!
//! `cargo bench --bench tally`. Goals: 350 ballots of 30 candidates in 5 ms; 1,000,000 ballots through
//! `minsheng count` in 3 s, with memory that does not grow with their number.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark measures time, says what it measured and stops when it cannot"
)]

#[path = "size/mod.rs"]
mod size;

use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use domain::ballot::{BallotKind, Paper};
use domain::congress::Body;
use domain::poll::rules::{HallNumbers, Rules};
use domain::poll::template::Template;
use domain::tally::Counter;

/// A stream of numbers that is the same each time.
struct Stream(u64);

impl Stream {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % bound
    }
}

/// Stored papers of a kind.
fn papers(kind: BallotKind, papers: usize, lines: usize) -> Vec<Vec<u8>> {
    let mut stream = Stream(7);
    let values = if kind == BallotKind::Tick { 1 } else { 3 };
    let mut paper = || {
        let mut bytes = Paper::blank(kind, lines).encode();
        for _ in 0..4 {
            let line = usize::try_from(stream.below(u64::try_from(lines).unwrap())).unwrap();
            if let Some(mark) = bytes.get_mut(line + 2) {
                *mark = u8::try_from(1 + stream.below(values)).unwrap();
            }
        }
        bytes
    };
    (0..papers).map(|_| paper()).collect()
}

/// Decodes, judges, counts and decides, as after an opening.
fn hall(rules: &Rules, stored: &[Vec<u8>], lines: usize) {
    let mut counter = Counter::new(rules, lines);
    for bytes in stored {
        match Paper::decode(bytes, rules.kind, lines) {
            Ok(paper) => counter.add(&paper, 1),
            Err(_) => counter.add_unreadable(1),
        }
    }
    black_box(counter.finish(&HallNumbers::of(350)).unwrap());
}

fn best(times: u32, mut work: impl FnMut()) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..times {
        let from = Instant::now();
        work();
        best = best.min(from.elapsed());
    }
    best
}

fn write_pabulib(path: &Path, ballots: u32) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    write!(
        out,
        "META\nkey;value\nvote_type;approval\nPROJECTS\nproject_id;name\n"
    )
    .unwrap();
    for project in 0..30 {
        writeln!(out, "P{project:03};Project {project}").unwrap();
    }
    writeln!(out, "VOTES\nvoter_id;vote").unwrap();
    let mut stream = Stream(11);
    for ballot in 0..ballots {
        let first = stream.below(10);
        let (second, third) = (10 + stream.below(10), 20 + stream.below(10));
        writeln!(out, "{ballot};P{first:03},P{second:03},P{third:03}").unwrap();
    }
    out.flush().unwrap();
}

fn write_table(path: &Path, ballots: u32) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    write!(out, "ballot").unwrap();
    (0..30).for_each(|project| write!(out, ",P{project:03}").unwrap());
    writeln!(out).unwrap();
    let mut stream = Stream(13);
    for ballot in 0..ballots {
        write!(out, "{ballot}").unwrap();
        for _ in 0..30 {
            let cell = [",a", ",o", ",x", ","];
            let cell = cell.get(usize::try_from(stream.below(4)).unwrap()).unwrap();
            write!(out, "{cell}").unwrap();
        }
        writeln!(out).unwrap();
    }
    out.flush().unwrap();
}

/// Counts a file with the command: how long, and its greatest memory where the system tells.
fn command(path: &Path, ballots: u32, more: &[&str]) -> (Duration, String) {
    let from = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_minsheng"))
        .arg("count")
        .arg(path)
        .args(more)
        .args(["--format", "json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut peak = "memory unknown".to_owned();
    let status = loop {
        let proc = format!("/proc/{}/status", child.id());
        let text = std::fs::read_to_string(proc).unwrap_or_default();
        if let Some(line) = text.lines().find(|line| line.starts_with("VmHWM")) {
            peak = line
                .split_whitespace()
                .skip(1)
                .collect::<Vec<_>>()
                .join(" ");
        }
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let took = from.elapsed();
    assert!(status.success());
    let report: serde_json::Value = serde_json::from_reader(child.stdout.take().unwrap()).unwrap();
    assert_eq!(
        report.get("ballots"),
        Some(&ballots.into()),
        "every ballot is counted"
    );
    (took, peak)
}

fn main() {
    for template in Template::FIRST {
        let rules = template.rules(Body::Congress, 4);
        let stored = papers(rules.kind, 350, 30);
        let time = best(size::of(50, 1), || hall(&rules, &stored, 30));
        println!("350 ballots x 30 candidates, {}: {time:?}", template.word());
    }
    let folder = tempfile::tempdir().unwrap();
    for ballots in size::of([100_000, 1_000_000], [500, 1_000]) {
        let path = folder.path().join("ballots.pb");
        write_pabulib(&path, ballots);
        let (time, peak) = command(&path, ballots, &[]);
        println!("{ballots} ballots through count, .pb: {time:?}, {peak}");
        let path = folder.path().join("ballots.csv");
        write_table(&path, ballots);
        let (time, peak) = command(&path, ballots, &["--deputies", "1000000"]);
        println!("{ballots} ballots through count, table: {time:?}, {peak}");
    }
}
