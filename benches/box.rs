//! What the sealed box costs: sealing beside a cast without it, and opening a hall and a prefecture;
//! and what a count by hand costs the machine: 100 papers of 12 lines, five typed differently.
//!
//! `cargo bench --bench box`. Goals: sealing adds less to a cast than its commit does; 350 ballots open
//! in 0.1 s, 5,000 in 1 s.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark measures time, says what it measured and stops when it cannot"
)]

#[path = "size/mod.rs"]
mod size;

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::act_of_two::two_people::{Person, TwoPeople};
use domain::ballot::{BallotKind, Paper};
use domain::digest::Digest;
use domain::hand_count::batch::Batch;
use domain::hand_count::typed::{TypedPaper, read};
use domain::id::AccountId;
use domain::round::holding::KeyHolding;
use machine::random::Random;
use rusqlite::{Connection, params};
use seal::ballot::{self, RowPurpose};
use seal::context::BoxFacts;
use seal::{BoxContext, BoxKey, OpeningKey, Secret, share};

const LINES: usize = 15;

fn key() -> OpeningKey {
    let context = BoxContext::of(&BoxFacts {
        congress: "bench",
        poll: 1,
        round: 1,
        slate: Digest([1; 32]),
        rules: Digest([2; 32]),
        holding: KeyHolding::ThreeOfFive,
        epoch: [3; 16],
        name: [4; 16],
    });
    Secret::of(Random::system().bytes().unwrap())
        .opening_key(&context)
        .unwrap()
}

fn seal(random: &Random, to: &BoxKey) -> ([u8; 16], Vec<u8>) {
    let paper = Paper::blank(BallotKind::PerItem, LINES).encode();
    let row = random.bytes().unwrap();
    let body = ballot::seal(to, RowPurpose::Cast, &row, &paper, random.bytes().unwrap());
    (row, body.unwrap())
}

/// The fastest of some tries, by time a piece.
fn fastest(pieces: u32, mut work: impl FnMut()) -> Duration {
    let tries = (0..size::of(5, 1)).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed() / pieces
    });
    tries.min().unwrap()
}

/// Two rows in a transaction of their own, as a cast that waits for nobody else writes them.
fn commits(database: &Connection, casts: u32, mut body: impl FnMut() -> ([u8; 16], Vec<u8>)) {
    for cast in 0..casts {
        let (row, body) = body();
        let tx = database.unchecked_transaction().unwrap();
        tx.execute(
            "update spent set spent = spent + 1 where slip = ?1",
            [cast % 300],
        )
        .unwrap();
        tx.execute("insert into box values (?1, ?2)", params![row, body])
            .unwrap();
        tx.commit().unwrap();
    }
}

fn cast_with_and_without(random: &Random, to: &BoxKey) {
    let dir = tempfile::tempdir().unwrap();
    let database = Connection::open(dir.path().join("bench.db")).unwrap();
    database
        .execute_batch(
            "pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;
             create table spent (slip integer primary key, spent integer not null) strict;
             create table box (key blob primary key, body blob not null) strict, without rowid;",
        )
        .unwrap();
    for slip in 0..300 {
        database
            .execute("insert into spent values (?1, 0)", [slip])
            .unwrap();
    }
    let casts = size::of(500, 20);
    let plain = || {
        let paper = Paper::blank(BallotKind::PerItem, LINES).encode();
        (random.bytes().unwrap(), paper)
    };
    let without = fastest(casts, || commits(&database, casts, plain));
    let with = fastest(casts, || commits(&database, casts, || seal(random, to)));
    let sql = "select count(*) from box";
    let stored: u32 = database.query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(stored, casts * size::of(10, 2), "every cast is in the box");
    let ratio = with.as_secs_f64() / without.as_secs_f64();
    println!("two rows and their commit   {without:>10.1?} a cast");
    println!("sealed before that          {with:>10.1?} a cast, {ratio:.2} of it");
}

/// Four batches of 25: read twice, compared, typed again, decided, sealed, opened.
fn papers_typed_by_two(random: &Random, key: &OpeningKey) {
    let (kind, lines) = (BallotKind::PerItem, 12);
    let keys = |paper: u32| -> String {
        (0..12)
            .map(|line| ((paper + line) % 4).to_string())
            .collect()
    };
    let type_all = |batch: u32, differs: bool| -> Vec<TypedPaper> {
        let papers = (0..25).map(|paper| batch * 25 + paper);
        papers
            .map(|paper| match paper % 20 {
                0 if differs => read(&keys(paper + 1), kind, lines).unwrap_or(TypedPaper::Doubtful),
                _ => read(&keys(paper), kind, lines).unwrap_or(TypedPaper::Doubtful),
            })
            .collect()
    };
    let person = |id| Person::from(AccountId(id));
    let mut decided = 0;
    let each = fastest(1, || {
        decided = 0;
        for number in 0..4 {
            let mut batch = Batch::new(25);
            batch.take(person(1), type_all(number, false)).unwrap();
            batch.take(person(2), type_all(number, true)).unwrap();
            for (id, differs) in [(1, false), (2, true)] {
                let mine = type_all(number, differs);
                let again = (1..).zip(mine).collect();
                batch.retype(&person(id), again).unwrap();
            }
            let open = batch.to_decide();
            decided += open.len();
            let people = TwoPeople::of(AccountId(8), AccountId(9)).unwrap();
            let last = open.into_iter().map(|one| {
                let [first, _] = one.typed;
                (one.paper, first)
            });
            batch.decide(people, last.collect()).unwrap();
            for paper in batch.agreed().unwrap() {
                let plain = paper.encode(kind, lines).unwrap();
                let row = random.bytes().unwrap();
                let drawn = random.bytes().unwrap();
                let body =
                    ballot::seal(key.box_key(), RowPurpose::Paper, &row, &plain, drawn).unwrap();
                black_box(ballot::open(key, RowPurpose::Paper, &row, &body).unwrap());
            }
        }
    });
    assert_eq!(decided, 5, "the papers that two typed differently");
    println!("100 papers x 12 by two       {each:>9.1?} in all, {decided} papers decided");
}

fn main() {
    let (random, key) = (Random::system(), key());
    let to = key.box_key();
    let ballots = size::of(2_000, 20);
    let sealing = fastest(ballots, || {
        for _ in 0..ballots {
            black_box(seal(&random, to));
        }
    });
    println!("sealing one ballot          {sealing:>10.1?}");
    cast_with_and_without(&random, to);
    for ballots in size::of([350_u32, 5_000], [10, 20]) {
        let sealed: Vec<_> = (0..ballots).map(|_| seal(&random, to)).collect();
        let each = fastest(ballots, || {
            for (row, body) in &sealed {
                black_box(ballot::open(&key, RowPurpose::Cast, row, body).unwrap());
            }
        });
        println!(
            "opening {ballots:>5} ballots       {:>10.1?} in all, {each:.1?} each",
            each * ballots
        );
    }
    papers_typed_by_two(&random, &key);
    let secret = Secret::of(random.bytes().unwrap());
    let box_key = secret.opening_key(to.context()).unwrap();
    let sets = size::of(20, 2);
    let cards = fastest(sets, || {
        for _ in 0..sets {
            let drawn = random.bytes().unwrap();
            let shares = share::split(&secret, KeyHolding::ThreeOfFive, drawn).unwrap();
            let keys = share::every_key(&shares, KeyHolding::ThreeOfFive, box_key.box_key());
            black_box(keys.unwrap());
        }
    });
    println!("three of five, all ten tried {cards:>9.1?}");
}
