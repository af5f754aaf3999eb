//! What a cast pays for what is checked in its own transaction beside the slip's right: that the round's box is
//! the one that the ballot was sealed to, and that no more slips vote than deputies hold. The statements of
//! a cast with and without these, in turn, on the same database; and the whole of a cast beside them.
//!
//! `cargo bench --bench checks`. Goal: the checks add less than a tenth to a cast.

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
use store::round::sealed_boxes;
use store::voting::{cast, desks};
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

/// What the statements of a cast are asked with.
struct Facts {
    slips: Vec<[u8; 32]>,
    round: RoundId,
    name: BoxName,
    key: [u8; 32],
    context: Vec<u8>,
    body: Vec<u8>,
}

impl Facts {
    fn of(dir: &Path) -> Self {
        let file = rusqlite::Connection::open(dir.join("minsheng.db")).unwrap();
        let read = "select slip from cast_right where round = (select max(round) from box_ballot)";
        let mut rights = file.prepare(read).unwrap();
        let slips = rights.query_map([], |row| row.get(0)).unwrap();
        let slips = slips.map(Result::unwrap).collect();
        let read = "select r.round, r.drawn, r.public_key, r.context, b.body from sealed_box as r \
                    join box_ballot as b on b.round = r.round limit 1";
        file.query_row(read, [], |row| {
            Ok(Self {
                slips,
                round: RoundId(row.get(0)?),
                name: BoxName(row.get(1)?),
                key: row.get(2)?,
                context: row.get(3)?,
                body: row.get(4)?,
            })
        })
        .unwrap()
    }
}

/// The statements of a cast without the checks and with them, in turn. For a slip that was used they run
/// and store nothing: so they can be asked for ever.
fn statements(runtime: &Runtime, store: &Store, facts: &Facts) -> [Vec<Duration>; 2] {
    let mut took: [Vec<Duration>; 2] = Default::default();
    for turn in 0..size::of(800, 40) {
        let is_checked = turn % 2 == 0;
        let slip = Digest(facts.slips[turn / 2 % facts.slips.len()]);
        let ballot = BoxBallot {
            key: Random::system().bytes().unwrap(),
            body: facts.body.clone(),
        };
        let (round, name, key) = (facts.round, facts.name, facts.key);
        let context = facts.context.clone();
        let (tell, told) = std::sync::mpsc::channel();
        let work = store.write(move |tx| {
            let began = Instant::now();
            let standing = cast::find_standing(tx, round, slip)?.unwrap();
            let is_full = is_checked && desks::has_every_slip_voted(tx, round)?;
            if is_checked {
                assert!(sealed_boxes::is_it(tx, round, name, &key, &context)?);
            }
            let admitted = admit(round, slip, standing, is_full).unwrap();
            let written = cast::cast(tx, admitted, &ballot, None)?;
            tell.send(began.elapsed()).unwrap();
            Ok::<_, StoreError>(written)
        });
        runtime.block_on(work).unwrap();
        took[usize::from(is_checked)].push(told.recv().unwrap());
    }
    took
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
    let [without, with] = statements(&runtime, &store, &Facts::of(dir.path())).map(median);
    println!(
        "{} casts, {deputies} deputies, {} turns each",
        made.slips.len(),
        size::of(400, 20)
    );
    println!(
        "the statements of a cast, without the checks: {without:.1} us, with them: {with:.1} us"
    );
    println!("with / without: {:.3}", with / without);
    println!("a whole cast through the service, commit and all: {whole:.1} us");
    println!(
        "the checks / the whole of a cast: {:.4}",
        (with - without) / whole
    );
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average {}", load.trim());
}
