//! Stages of the demo: each is made once for a build of the product, by whoever comes first, and copied by
//! the others. A test runs in a process of its own, so what is shared lies on the disk.
//!
//! `target/tmp/stages/BUILD/STAGE` is complete from the moment that it has its name. Whoever makes one holds
//! `STAGE.lock`; whoever uses one holds `lock` with others, and alone when the stages of old builds are removed.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a program that closes its files gives no signal to a test outside"
)]

use std::fs::{self, File};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use domain::id::{RoundId, SittingId};
use jiff::Timestamp;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::{self, DemoPoll, DemoStaff, DemoStage, DemoSummary};
use serde_json::{Value, json};
use service::Service;
use service::access::password::HashCost;
use service::voting::unshown_prints::PrintedSlip;

use super::{noon, until};

/// Builds whose stages are kept beside the present one's: whoever goes to and fro between a test and a bench
/// makes nothing anew.
const BUILDS: usize = 3;

/// The file in which a stage tells what was made.
const TOLD: &str = "made.json";

/// The stages of one build.
pub struct Shelf {
    /// Where the stages of all builds lie.
    all: PathBuf,
    build: String,
}

impl Shelf {
    /// The stages of this very program: another build of it has another size or was written at another time.
    pub fn of_this_build() -> Self {
        let program = std::env::current_exe().unwrap();
        let file = fs::metadata(&program).unwrap();
        let name = program.file_name().unwrap().to_string_lossy().into_owned();
        let build = format!(
            "{name}-{}-{}-{}",
            file.len(),
            file.mtime(),
            file.mtime_nsec()
        );
        Self::of(Path::new(env!("CARGO_TARGET_TMPDIR")).join("stages"), build)
    }

    /// The stages of a build, in a folder for those of all.
    pub fn of(all: PathBuf, build: String) -> Self {
        Self { all, build }
    }

    /// Copies a stage into an empty folder; `make` makes it in another one if it is not there yet.
    pub fn copy(&self, stage: &str, to: &Path, make: impl FnOnce(&Path)) {
        let folder = self.all.join(&self.build);
        let together = self.begin(&folder);
        let made = folder.join(stage);
        let alone = File::create(folder.join(format!("{stage}.lock"))).unwrap();
        alone.lock().unwrap();
        if !made.exists() {
            let part = folder.join(format!("{stage}.part"));
            if part.exists() {
                // Whoever began it was killed.
                fs::remove_dir_all(&part).unwrap();
            }
            fs::create_dir(&part).unwrap();
            make(&part);
            fs::rename(&part, &made).unwrap();
        }
        drop(alone);
        copy(&made, to);
        drop(together);
    }

    /// Sees to it that the build's folder is there, and that it stays while what is answered lives. Whoever
    /// makes the folder removes those of old builds.
    fn begin(&self, folder: &Path) -> File {
        fs::create_dir_all(&self.all).unwrap();
        loop {
            let lock = File::create(self.all.join("lock")).unwrap();
            lock.lock_shared().unwrap();
            if folder.exists() {
                return lock;
            }
            lock.unlock().unwrap();
            lock.lock().unwrap();
            self.forget_old();
            fs::create_dir_all(folder).unwrap();
        }
    }

    /// Removes the stages of all builds but the latest.
    fn forget_old(&self) {
        let found = fs::read_dir(&self.all).unwrap().map(|entry| entry.unwrap());
        let mut builds: Vec<_> = found
            .filter(|entry| entry.file_type().unwrap().is_dir())
            .map(|entry| (entry.metadata().unwrap().modified().unwrap(), entry.path()))
            .collect();
        builds.sort();
        let old = builds.len().saturating_sub(BUILDS);
        for (_, path) in builds.drain(..old) {
            fs::remove_dir_all(path).unwrap();
        }
    }
}

/// Copies a data directory that nobody works in, without locks.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        let place = to.join(&name);
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&place).unwrap();
            fs::set_permissions(&place, entry.metadata().unwrap().permissions()).unwrap();
            copy(&entry.path(), &place);
        } else if name != TOLD && !name.to_string_lossy().ends_with(".lock") {
            fs::copy(entry.path(), &place).unwrap();
        }
    }
}

/// What a copied stage tells: what was made, and at what moment its clock stands.
pub struct Copied {
    pub made: DemoSummary,
    pub at: Timestamp,
}

/// Puts a demo's data into an empty folder.
pub fn demo_in(folder: &Path, stage: DemoStage, deputies: u32, seed: u64) -> Copied {
    let shelf = Shelf::of_this_build();
    let name = format!("{stage:?}-{deputies}-{seed}").to_lowercase();
    let mut told = None;
    shelf.copy(&name, folder, |part| {
        let text = make(part, stage, deputies, seed);
        fs::write(part.join(TOLD), text.to_string()).unwrap();
        told = Some(text);
    });
    let kept = shelf.all.join(&shelf.build).join(&name).join(TOLD);
    read(&told.unwrap_or_else(|| serde_json::from_slice(&fs::read(kept).unwrap()).unwrap()))
}

/// Makes a demo with a service of its own, which has ended and closed its files when this returns.
fn make(folder: &Path, stage: DemoStage, deputies: u32, seed: u64) -> Value {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let clock = Clock::fixed(noon());
    let made = runtime.block_on(async {
        let random = Random::seeded(seed);
        let opened = Service::open_at(HashCost::CHEAP, folder, clock.clone(), random);
        let service = opened.await.unwrap();
        demo::make(&service, stage, deputies).await.unwrap()
    });
    drop(runtime);
    until("the stage lies in whole files", || {
        !Service::is_in_use(folder) && takes_log_in(folder)
    });
    let slips: Vec<[&str; 2]> = made
        .slips
        .iter()
        .map(|slip| [slip.scanned.as_str(), slip.typed.as_str()])
        .collect();
    json!({
        "staff": made.staff,
        "polls": made.polls,
        "slips": slips,
        "round": made.county_round.0,
        "sitting": made.county_sitting.0,
        "at": clock.now().to_string(),
    })
}

/// Whether no database has a log beside it. A log goes with the last who closes its database; of two who
/// close it at the same moment neither is the last, and the log stays until somebody closes it once more.
pub fn takes_log_in(folder: &Path) -> bool {
    if has_log(folder) {
        let again = rusqlite::Connection::open(folder.join("minsheng.db")).unwrap();
        let read = again.query_row("select count(*) from sqlite_schema", [], |_| Ok(()));
        // Whoever still writes there is waited for.
        drop((read, again));
    }
    !has_log(folder)
}

/// Whether a database has a log beside it.
fn has_log(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let entry = entry.unwrap();
        // A box keeps its log: it is overwritten with the box, and never removed by who closes it.
        let is_log = entry.file_name().to_string_lossy().ends_with(".db-wal");
        is_log || (entry.file_type().unwrap().is_dir() && has_log(&entry.path()))
    })
}

fn read(told: &Value) -> Copied {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = |name: &str| told[name].as_array().unwrap().iter();
    let staff = list("staff").map(|one| DemoStaff {
        // As many as there are roles, for as long as a test lives.
        role: text(&one["role"]).leak(),
        congress: one["congress"].as_str().map(str::to_owned),
        username: text(&one["username"]),
        password: text(&one["password"]),
    });
    let polls = list("polls").map(|one| DemoPoll {
        id: one["id"].as_i64().unwrap(),
        congress: text(&one["congress"]),
        title: text(&one["title"]),
        stage: text(&one["stage"]),
    });
    let slips = list("slips").map(|one| PrintedSlip {
        scanned: text(&one[0]),
        typed: text(&one[1]),
    });
    Copied {
        made: DemoSummary {
            staff: staff.collect(),
            polls: polls.collect(),
            slips: slips.collect(),
            county_round: RoundId(told["round"].as_i64().unwrap()),
            county_sitting: SittingId(told["sitting"].as_i64().unwrap()),
        },
        at: told["at"].as_str().unwrap().parse().unwrap(),
    }
}
