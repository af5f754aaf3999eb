//! What a cast pays for what lies outside its transaction in the box (the form, the judging, the sealing): the
//! box's transaction alone, for slips that were used, for which it runs and stores nothing; and the whole of a
//! cast beside it.
//!
//! `cargo bench --bench checks`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    reason = "a bench measures time, prints, and fails loudly"
)]

#[path = "size/mod.rs"]
mod size;

use std::path::Path;
use std::time::{Duration, Instant};

use domain::ballot::{Mark, Paper};
use domain::digest::Digest;
use domain::id::{BoxName, PollId, RoundId};
use domain::voting::right::admit;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::{self, DemoStage, DemoSummary};
use service::Service;
use service::voting::casting::CastOutcome;
use service::voting::unshown_prints::PrintedSlip;
use store::round::boxes::BoxBallot;
use store::voting::cast;
use store::voting::cast::{AtTheBox, SealedFor};
use store::{Store, StoreError};
use tokio::runtime::Runtime;

fn median(mut took: Vec<Duration>) -> f64 {
    took.sort();
    took[took.len() / 2].as_secs_f64() * 1e6
}

/// The store, once the service's writer thread has let the directory go.
fn reopened(dir: &Path) -> Store {
    for _ in 0..500 {
        if let Ok(store) = Store::open(dir) {
            return store;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the directory stays in use");
}

/// Casts with every slip, and answers how long each took, from the pressed button to the answer.
fn whole_casts(runtime: &Runtime, service: &Service, made: &DemoSummary) -> Vec<Duration> {
    let poll = PollId(made.polls[0].id);
    let one = async |slip: &PrintedSlip| {
        let ticket = service.present(&slip.scanned).await.unwrap().unwrap();
        let sheet = service.open_sheet(ticket, poll).await.unwrap();
        let paper = Paper::Marks(vec![Mark::Oppose; sheet.lines.len()]);
        let round = sheet.round.id;
        let token = service.sheet_token(ticket, round);
        let form = service.review(ticket, poll, round, &token, paper.clone());
        let form = form.await.unwrap();
        let began = Instant::now();
        let done = service.cast(ticket, poll, round, &form.nonce, &form.token, paper);
        assert!(matches!(done.await, Ok(CastOutcome::InTheBox(_))));
        began.elapsed()
    };
    made.slips
        .iter()
        .map(|slip| runtime.block_on(one(slip)))
        .collect()
}

/// What a box is asked with.
struct Facts {
    slips: Vec<[u8; 32]>,
    round: RoundId,
    name: BoxName,
    key: [u8; 32],
    context: Vec<u8>,
    body: Vec<u8>,
}

impl Facts {
    /// Of the first box in which anybody has voted.
    fn of(dir: &Path) -> Self {
        let found = std::fs::read_dir(dir.join("boxes")).unwrap();
        let mut files = found.map(|one| one.unwrap().path());
        files
            .find_map(|file| {
                let is_box = file.extension().is_some_and(|ending| ending == "box");
                is_box.then(|| Self::in_box(&file)).flatten()
            })
            .unwrap()
    }

    fn in_box(file: &Path) -> Option<Self> {
        let file = rusqlite::Connection::open(file).unwrap();
        let mut rights = file
            .prepare("select slip from cast_right where spent = 1")
            .unwrap();
        let slips = rights.query_map([], |row| row.get(0)).unwrap();
        let slips = slips.map(Result::unwrap).collect();
        let read = "select s.round, s.name, s.public_key, s.context, b.body from state as s \
                    join box_ballot as b limit 1";
        let found = file.query_row(read, [], |row| {
            Ok(Self {
                slips,
                round: RoundId(row.get(0)?),
                name: BoxName(row.get(1)?),
                key: row.get(2)?,
                context: row.get(3)?,
                body: row.get(4)?,
            })
        });
        found.ok()
    }
}

/// The transaction of a cast in the box, commit and all.
fn transactions(runtime: &Runtime, store: &Store, facts: &Facts) -> Vec<Duration> {
    let into = runtime
        .block_on(store.find_box(facts.name))
        .unwrap()
        .unwrap();
    let one = |turn: usize| {
        let slip = Digest(facts.slips[turn % facts.slips.len()]);
        let ballot = BoxBallot {
            key: Random::system().bytes().unwrap(),
            body: facts.body.clone(),
        };
        let sealed_for = SealedFor {
            key: facts.key,
            context: facts.context.clone(),
        };
        let round = facts.round;
        let decide = move |at: AtTheBox| {
            assert!(at.is_its_box);
            Ok::<_, StoreError>(admit(round, slip, at.standing, at.is_full).unwrap())
        };
        let began = Instant::now();
        let done = cast::cast(&into, slip, sealed_for, (ballot, None), decide);
        runtime.block_on(done).unwrap();
        began.elapsed()
    };
    (0..size::of(400, 20)).map(one).collect()
}

fn main() {
    let deputies = size::of(350, 20);
    let dir = tempfile::tempdir().unwrap();
    let runtime = Runtime::new().unwrap();
    let opened = Service::open(dir.path(), Clock::system(), Random::system());
    let service = runtime.block_on(opened).unwrap();
    let made = runtime.block_on(demo::make(&service, DemoStage::Open, deputies));
    let made = made.unwrap();
    let whole = median(whole_casts(&runtime, &service, &made));
    drop(service);
    let store = reopened(dir.path());
    let alone = median(transactions(&runtime, &store, &Facts::of(dir.path())));
    println!(
        "{} casts, {deputies} deputies, {} turns",
        made.slips.len(),
        size::of(400, 20)
    );
    println!("the transaction of a cast in its box, commit and all: {alone:.1} us");
    println!("a whole cast through the service: {whole:.1} us");
    println!("the transaction / the whole: {:.3}", alone / whole);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average {}", load.trim());
}
