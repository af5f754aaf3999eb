//! One congress opens its box beside gigabytes of pictures while another votes: how long casts wait, how much
//! memory it takes, and how soon the server listens afterwards. Run by `scripts/opening`, which prints it.

use std::io::Write as _;
use std::time::{Duration, Instant};

use domain::ballot::{Mark, Paper};
use domain::id::PollId;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::DemoStage;
use rusqlite::{Connection, params};
use service::access::password::HashCost;
use service::voting::casting::CastOutcome;
use service::{Service, ServiceError};
use sha2::{Digest as _, Sha256};

use super::attacks::names::Ground;
use crate::support::{Hall, noon};

const DEPUTIES: u32 = 400;
const TOWNSHIP: [&str; 2] = ["township-clerk", "township-chief"];

/// Pictures of so many megabytes in all, as rows and as files.
fn fill(hall: &Hall, megabytes: u64) -> u64 {
    let data = hall.dir.path();
    let database = Connection::open(data.join("minsheng.db")).unwrap();
    let mut bytes = vec![0_u8; 300 << 10];
    let pictures = megabytes * 1_000_000 / u64::try_from(bytes.len()).unwrap();
    let folder = data.join("pictures");
    let tx = database.unchecked_transaction().unwrap();
    for number in 0..pictures {
        for (piece, at) in bytes.chunks_mut(4096).zip(0_u64..) {
            piece[..8].copy_from_slice(&((number << 20) | at).to_le_bytes());
        }
        let name: [u8; 32] = Sha256::digest(&bytes).into();
        let hex: String = name.iter().map(|byte| format!("{byte:02x}")).collect();
        let place = folder.join(&hex[..2]);
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join(format!("{}.jpg", &hex[2..])), &bytes).unwrap();
        tx.execute(
            "insert into picture (owner_kind, owner, added_at, width, height, large_file, small_file) \
             values ('project', 1, 0, 4, 3, ?1, ?1)",
            params![name],
        )
        .unwrap();
    }
    tx.commit().unwrap();
    pictures
}

/// A whole vote of one slip, and how long its cast took.
fn vote(hall: &Hall, slip: usize) -> Duration {
    let code = &hall.made.slips[slip].scanned;
    let (service, poll) = (&hall.service, hall.poll());
    let mut marks = vec![Mark::Oppose; 6];
    marks[slip % 4] = Mark::Approve;
    let paper = Paper::Marks(marks);
    hall.run(async {
        let ticket = service.present(code).await.unwrap().map_err(drop).unwrap();
        let round = service.open_sheet(ticket, poll).await.unwrap().round.id;
        let token = service.sheet_token(ticket, round);
        let form = service
            .review(ticket, poll, round, &token, paper.clone())
            .await
            .unwrap();
        let begun = Instant::now();
        let done = service
            .cast(ticket, poll, round, &form.nonce, &form.token, paper)
            .await;
        assert!(
            matches!(done, Ok(CastOutcome::InTheBox(_))),
            "{:?}",
            done.map(drop)
        );
        begun.elapsed()
    })
}

fn told(what: &str, mut took: Vec<Duration>) {
    took.sort_unstable();
    let at = |share: usize| took[(took.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    say(&format!(
        "{what}: {}, p50 {:.1} ms, p99 {:.1} ms, longest {:.1} ms",
        took.len(),
        at(50),
        at(99),
        at(100)
    ));
}

fn say(line: &str) {
    writeln!(std::io::stdout().lock(), "{line}").unwrap();
}

/// Kilobytes that the process had resident at most since it was last asked.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    let kilobytes = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    // From now on the most is counted anew.
    drop(std::fs::write("/proc/self/clear_refs", "5"));
    kilobytes
}

#[test]
#[ignore = "gigabytes of pictures: scripts/opening"]
fn opening_a_box_stands_nobody_still() {
    let megabytes = std::env::var("OPENING_MB").map_or(60, |text| text.parse().unwrap());
    let hall = Hall::with(DemoStage::Open, DEPUTIES);
    let pictures = fill(&hall, megabytes);
    let base = resident();
    say(&format!(
        "{pictures} pictures, {megabytes} MB; resident before {} MB",
        base / 1024
    ));
    let slips = hall.made.slips.len();
    let half = slips / 2;
    told(
        "casts while nothing else happens",
        (0..half).map(|slip| vote(&hall, slip)).collect(),
    );
    resident();
    let township = PollId(hall.made.polls[1].id);
    let ground = Ground::of(&hall);
    std::thread::scope(|scope| {
        let voting = scope.spawn(|| (half..slips).map(|slip| vote(&hall, slip)).collect());
        let mut rounds = Vec::new();
        while !voting.is_finished() {
            let begun = Instant::now();
            // Sealed, opened for the vote, twelve ballots cast, closed, opened, overwritten, counted.
            let (copy, _) = ground.rehearse(township, TOWNSHIP);
            rounds.push(begun.elapsed());
            ground.wipe(copy, TOWNSHIP);
        }
        told(
            "whole rounds of another congress, each with a box that is opened and removed",
            rounds,
        );
        told("casts meanwhile", voting.join().unwrap());
    });
    say(&format!(
        "resident at most meanwhile {} MB",
        resident() / 1024
    ));
    // A machine that stops with a round whose box is not removed yet.
    let copy = tempfile::tempdir().unwrap();
    crate::support::boxes::copy(hall.dir.path(), copy.path());
    std::os::unix::fs::symlink(
        hall.dir.path().join("pictures"),
        copy.path().join("pictures"),
    )
    .unwrap();
    let database = Connection::open(copy.path().join("minsheng.db")).unwrap();
    database
        .execute(
            "update round set is_dirty = 1 where id = (select min(id) from round)",
            [],
        )
        .unwrap();
    drop(database);
    let begun = Instant::now();
    let opened = Service::open_at(
        HashCost::CHEAP,
        copy.path(),
        Clock::fixed(noon()),
        Random::seeded(5),
    );
    let service: Result<Service, ServiceError> = hall.run(opened);
    let took = begun.elapsed();
    assert!(service.is_ok());
    say(&format!(
        "until it listens, with a dirty round: {:.2} s",
        took.as_secs_f64()
    ));
}
