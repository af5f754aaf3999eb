//! Record and boxes of two moments: what a kill at each seam between the two leaves, a box that is missing,
//! torn, of another record or copied back, a folder that cannot be written, a record restored beside a box.
//!
//! A kill between two commits is the record of one moment with the box of the other: both are copied before
//! and after an act, put together crosswise, and started.

use std::path::{Path, PathBuf};

use domain::access::Actor;
use domain::ballot::Mark;
use domain::round::RoundAct;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::DemoStage;
use rusqlite::Connection;
use service::access::password::HashCost;
use service::installation::backup_place::BackupPlace;
use service::installation::restoring::{RestoreOrder, restore};
use service::voting::casting::CastOutcome;
use service::voting::checking_boxes::look_at_boxes;
use service::voting::unshown_prints::PrintedSlip;
use service::{Service, ServiceError};
use tempfile::TempDir;

use super::line::Dice;
use crate::attack::copy_database;
use crate::secrecy::{cast, texts};

use crate::support::{AsShown as _, Hall, boxes, noon, until};

/// Seeds of a test run.
const SEEDS: [u64; 3] = [3, 20_260_115, 999_331];

/// Those, and as many more as `scripts/kills` asks for at each seam.
fn seeds() -> Vec<u64> {
    let rounds = std::env::var("MINSHENG_KILL_ROUNDS");
    let rounds = rounds.map_or(SEEDS.len(), |text| text.parse().unwrap());
    let mut dice = Dice(SEEDS[1]);
    let more = std::iter::repeat_with(move || dice.below(1 << 30));
    let more = more.map(|seed| u64::try_from(seed).unwrap());
    SEEDS.into_iter().chain(more).take(rounds).collect()
}

/// A hall of fifteen in the middle of a vote, some of whom have voted.
struct Ground {
    hall: Hall,
    clerk: Actor,
    chief: Actor,
    voted: usize,
}

fn marks(n: usize) -> Vec<Mark> {
    let mut marks = vec![Mark::Oppose; 6];
    marks[n % 4] = Mark::Approve;
    marks
}

impl Ground {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let hall = Hall::seeded(DemoStage::Open, 15, seed);
        let voted = 3 + dice.below(6);
        for slip in &hall.made.slips[..voted] {
            hall.run(cast(
                &hall.service,
                hall.poll(),
                &slip.scanned,
                &marks(dice.below(9)),
            ));
        }
        let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
        Self {
            hall,
            clerk,
            chief,
            voted,
        }
    }

    fn data(&self) -> &Path {
        self.hall.dir.path()
    }

    fn act(&self, act: RoundAct) {
        self.act_on(&self.hall.service, act).unwrap();
    }

    /// Both press, as their pages offer it.
    fn act_on(&self, service: &Service, act: RoundAct) -> Result<(), ServiceError> {
        let (round, reason) = (self.hall.round(), "a test");
        self.hall.run(async {
            service.act_shown(&self.clerk, round, act, reason).await?;
            if act.needs_two() {
                service.act_shown(&self.chief, round, act, reason).await?;
            }
            Ok(())
        })
    }

    /// The state as it lies now.
    fn snap(&self) -> TempDir {
        snap_of(self.data())
    }

    fn open(&self, dir: &Path) -> Service {
        for _ in 0..400 {
            let opened = Service::open_at(
                HashCost::CHEAP,
                dir,
                Clock::fixed(noon()),
                Random::seeded(77),
            );
            if let Ok(service) = self.hall.run(opened) {
                return service;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        panic!("the directory is still in use");
    }

    /// What a slip that has not voted hears when it casts.
    fn try_cast(&self, service: &Service, slip: usize) -> Result<CastOutcome, ServiceError> {
        self.try_code(service, &self.hall.made.slips[slip].scanned, slip)
    }

    fn try_code(
        &self,
        service: &Service,
        code: &str,
        slip: usize,
    ) -> Result<CastOutcome, ServiceError> {
        let poll = self.hall.poll();
        self.hall.run(async {
            let ticket = service
                .present(code)
                .await?
                .map_err(|_| ServiceError::NotFound("slip"))?;
            let round = service.open_sheet(ticket, poll).await?.round.id;
            let token = service.sheet_token(ticket, round);
            let paper = domain::ballot::Paper::Marks(marks(slip));
            let form = service
                .review(ticket, poll, round, &token, paper.clone())
                .await?;
            service
                .cast(ticket, poll, round, &form.nonce, &form.token, paper)
                .await
        })
    }

    /// The day does not go on with a box that is not the record's.
    fn refuses_next(&self, service: &Service, is_closed: bool, name: &str) {
        let next = if is_closed {
            RoundAct::ConfirmAccount
        } else {
            RoundAct::CloseVote
        };
        let refused = self.act_on(service, next).unwrap_err();
        assert!(
            format!("{refused:?}").contains("fact-changed"),
            "{name}: {refused:?}"
        );
    }

    fn votes(&self, service: &Service, slip: usize) -> bool {
        matches!(self.try_cast(service, slip), Ok(CastOutcome::InTheBox(_)))
    }

    /// Goes on to the count: as many papers as were acknowledged.
    fn count(&self, service: &Service, dir: &Path, from: RoundAct, papers: usize) {
        let day = [
            RoundAct::CloseVote,
            RoundAct::ConfirmAccount,
            RoundAct::OpenBox,
            RoundAct::Count,
        ];
        for act in day.into_iter().skip_while(|act| *act != from) {
            self.act_on(service, act).unwrap();
        }
        let opened = one(dir, "select cast(sum(papers) as text) from opened_paper");
        assert_eq!(opened, papers.to_string());
        until("the box is gone", || boxes::files(dir).is_empty());
        assert_eq!(
            one(dir, "select cast(sum(is_dirty) as text) from round"),
            "0"
        );
    }
}

/// Record, boxes and keys of a directory, as they lie now.
fn snap_of(data: &Path) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_database(data, copy.path());
    for file in std::fs::read_dir(data).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "key") {
            std::fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    copy
}

fn one(dir: &Path, sql: &str) -> String {
    texts(dir, sql).remove(0)
}

fn stage(dir: &Path) -> String {
    one(dir, "select stage from round where id = 1")
}

/// The record of one moment with the boxes of another.
fn mix(record: &Path, of_box: &Path) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    boxes::copy(record, dir.path());
    drop(std::fs::remove_dir_all(dir.path().join("boxes")));
    if of_box.join("boxes").exists() {
        std::fs::create_dir_all(dir.path().join("boxes")).unwrap();
        for file in boxes::files(of_box) {
            let to = dir.path().join("boxes").join(file.file_name().unwrap());
            std::fs::copy(file, to).unwrap();
        }
    }
    dir
}

/// Changes the box of a directory in which nobody works.
fn alter(dir: &Path, sql: &str) {
    boxes::write_box(dir, sql);
}

fn the_box(dir: &Path) -> PathBuf {
    boxes::files(dir).remove(0)
}

#[test]
fn a_kill_while_the_vote_is_opened_leaves_no_box_or_an_open_one() {
    for seed in seeds() {
        let ground = Ground::new(seed);
        let after = ground.snap();
        // As it was made, before anybody could cast.
        alter(after.path(), "delete from box_ballot");
        alter(after.path(), "update cast_right set spent = 0");
        alter(
            after.path(),
            "update state set stage = 'made', opened_line = null, opened_hash = null",
        );
        // The record calls the vote open: it is opened.
        let service = ground.open(after.path());
        assert_eq!(stage(after.path()), "open");
        assert_eq!(one(after.path(), "select stage from box0.state"), "open");
        assert!(ground.votes(&service, 0));
        ground.count(&service, after.path(), RoundAct::CloseVote, 1);
    }
}

/// A hall whose slips are handed out, and those slips.
fn issuing() -> (Hall, Vec<PrintedSlip>) {
    let hall = crate::steps::hall(|_| {});
    let clerk = hall.actor("qinghe-clerk");
    crate::steps::do_it(
        &hall,
        &[RoundAct::Freeze, RoundAct::Seal, RoundAct::StartIssuing],
    );
    let slips = hall.print_slips(15);
    hall.run(async {
        let roll = hall.service.get_roll(&clerk, hall.sitting()).await.unwrap();
        let all = roll.lines.iter().map(|line| line.deputy).collect();
        let issued = hall.service.issue_slips(&clerk, hall.sitting(), all);
        issued.await.unwrap();
    });
    (hall, slips)
}

/// A disk of so many kilobytes under a folder, until it is dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn at(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let disk = Self(folder.to_owned());
        disk.mount("size=4k");
        disk
    }

    fn mount(&self, options: &str) {
        let mut mount = std::process::Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", options, "tmpfs"]);
        let done = mount.arg(&self.0).status().unwrap();
        assert!(done.success(), "only root mounts: scripts/full-disk");
    }

    fn resize(&self, kilobytes: u32) {
        self.mount(&format!("remount,size={kilobytes}k"));
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(std::process::Command::new("umount").arg(&self.0).status());
    }
}

#[test]
#[ignore = "mounts a disk, which only root may: scripts/full-disk"]
fn a_disk_that_is_full_when_a_box_is_made_cast_into_closed_or_opened_loses_nothing_and_goes_on() {
    let (hall, slips) = issuing();
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let dir = snap_of(hall.dir.path());
    let place = tempfile::tempdir().unwrap();
    let disk = SmallDisk::at(place.path());
    Service::place_boxes(dir.path(), place.path()).unwrap();
    let mut ground = Ground {
        hall,
        clerk,
        chief,
        voted: 0,
    };
    let service = ground.open(dir.path());
    // Too small for a box: none is made, nothing is open, and there is nothing left of it.
    for kilobytes in [4, 16] {
        disk.resize(kilobytes);
        let refused = ground.act_on(&service, RoundAct::OpenVote);
        assert!(refused.is_err(), "{kilobytes} kB");
        assert_eq!(stage(dir.path()), "issuing");
        assert!(boxes::files(dir.path()).is_empty(), "{kilobytes} kB");
    }
    // Room for the box and not for its log: the vote is open, and ballots are admitted once there is room.
    disk.resize(32);
    let opened = ground.act_on(&service, RoundAct::OpenVote);
    println!(
        "opening with room for the box alone: {opened:?}, {}",
        stage(dir.path())
    );
    let voting = |slip: usize| {
        let done = ground.try_code(&service, &slips[slip].scanned, slip);
        matches!(done, Ok(CastOutcome::InTheBox(_)))
    };
    if opened.is_ok() {
        assert!(!voting(0), "nothing is acknowledged that lies nowhere");
    }
    disk.resize(512);
    if opened.is_err() {
        ground.act_on(&service, RoundAct::OpenVote).unwrap();
    }
    until("the first ballot is in", || voting(0));
    assert!((1..5).all(&voting));
    // Full in the middle of the vote: casts are refused, and what was acknowledged is there.
    let filler = place.path().join("filler");
    let fill = || drop(std::fs::write(&filler, vec![1; 600 << 10]));
    let empty = || std::fs::remove_file(&filler).unwrap();
    fill();
    let while_full = (5..15).filter(|slip| voting(*slip)).count();
    println!("of ten that cast on a full disk {while_full} were acknowledged");
    assert!(while_full < 10, "the log has little room left");
    empty();
    for slip in 5..15 {
        until("every slip has voted", || voting(slip));
    }
    // Full when it closes: still open or closed whole, and pressed again it is closed.
    fill();
    let closed = ground.act_on(&service, RoundAct::CloseVote);
    println!("closing on a full disk: {closed:?}");
    empty();
    if stage(dir.path()) == "open" {
        ground.act_on(&service, RoundAct::CloseVote).unwrap();
    }
    ground.act_on(&service, RoundAct::ConfirmAccount).unwrap();
    // Full when it is opened and removed: overwriting needs no room.
    fill();
    ground.act_on(&service, RoundAct::OpenBox).unwrap();
    until("the box is gone", || boxes::files(dir.path()).is_empty());
    empty();
    ground.voted = 15;
    ground.count(&service, dir.path(), RoundAct::Count, 15);
    println!("a disk that was full at each step: 15 of 15 ballots counted");
}

#[test]
fn a_kill_before_the_record_calls_the_vote_open_leaves_a_box_that_is_thrown_away_and_made_again() {
    let (hall, slips) = issuing();
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let issuing = snap_of(hall.dir.path());
    assert!(boxes::files(issuing.path()).is_empty());
    crate::steps::do_it(&hall, &[RoundAct::OpenVote]);
    let made = snap_of(hall.dir.path());
    let back = "update state set stage = 'made', opened_line = null, opened_hash = null";
    alter(made.path(), back);
    let dir = mix(issuing.path(), made.path());
    let part = the_box(dir.path()).with_extension("part");
    std::fs::write(&part, b"half a box").unwrap();
    let ground = Ground {
        hall,
        clerk,
        chief,
        voted: 0,
    };
    let service = ground.open(dir.path());
    assert!(boxes::files(dir.path()).is_empty() && !part.exists());
    assert_eq!(stage(dir.path()), "issuing");
    // Where it cannot be made, the vote is not open; and then it is.
    std::fs::create_dir(&part).unwrap();
    ground.act_on(&service, RoundAct::OpenVote).unwrap_err();
    assert_eq!(stage(dir.path()), "issuing");
    std::fs::remove_dir(&part).unwrap();
    ground.act_on(&service, RoundAct::OpenVote).unwrap();
    let paper = marks(1);
    ground.hall.run(cast(
        &service,
        ground.hall.poll(),
        &slips[0].scanned,
        &paper,
    ));
    ground.count(&service, dir.path(), RoundAct::CloseVote, 1);
}

#[test]
fn a_kill_after_leave_to_cast_was_taken_and_before_the_record_says_so_is_followed() {
    for seed in seeds() {
        for (act, word) in [
            (RoundAct::Pause, "paused"),
            (RoundAct::CloseVote, "closed"),
            (RoundAct::Void, "void"),
        ] {
            let ground = Ground::new(seed);
            let before = ground.snap();
            ground.act_asked(act);
            let asked = ground.snap();
            // The box takes leave inside the act: its state is read while the box is still there.
            let with_box = ground.snap_at(act);
            let record = if act.needs_two() { &asked } else { &before };
            let dir = mix(record.path(), with_box.path());
            let service = ground.open(dir.path());
            assert_eq!(stage(dir.path()), word, "{act:?}");
            let people = "select count(*) || '' from act_done where subject = 'round' \
                          and subject_id = 1 and act = ";
            let people = format!("{people}'{}'", act.word());
            assert_eq!(
                one(dir.path(), &people),
                "1",
                "{act:?}: who did it is noted"
            );
            let told = one(
                dir.path(),
                "select line from audit where kind = 'round' order by id desc",
            );
            assert!(
                told.contains(&format!("act={}", act.word())) && told.contains("first=account/"),
                "{told}"
            );
            assert!(!ground.votes(&service, ground.voted), "{act:?}");
            match word {
                "paused" => {
                    ground.act_on(&service, RoundAct::Resume).unwrap();
                    assert!(ground.votes(&service, ground.voted));
                    ground.count(&service, dir.path(), RoundAct::CloseVote, ground.voted + 1);
                }
                "closed" => {
                    ground.count(&service, dir.path(), RoundAct::ConfirmAccount, ground.voted);
                }
                _ => {
                    until("the box is gone", || boxes::files(dir.path()).is_empty());
                    let drafted = "select stage from round where number = 2";
                    assert_eq!(one(dir.path(), drafted), "draft");
                }
            }
        }
    }
}

impl Ground {
    /// The first of two asks.
    fn act_asked(&self, act: RoundAct) {
        if act.needs_two() {
            let asking = self
                .hall
                .service
                .act_shown(&self.clerk, self.hall.round(), act, "a test");
            self.hall.run(asking).unwrap();
        }
    }

    /// The act is done to its end; the boxes as they were between the two commits.
    fn snap_at(&self, act: RoundAct) -> TempDir {
        let obstacle = (act == RoundAct::Void).then(|| boxes::obstruct(self.data()));
        let done = self.hall.run(async {
            let who = if act.needs_two() {
                &self.chief
            } else {
                &self.clerk
            };
            let service = &self.hall.service;
            service
                .act_shown(who, self.hall.round(), act, "a test")
                .await
        });
        done.unwrap();
        if obstacle.is_none() {
            return self.snap();
        }
        // Nobody works in this one any more: what its log has is put into the file.
        let copy = tempfile::tempdir().unwrap();
        boxes::copy(self.data(), copy.path());
        let file = Connection::open(the_box(copy.path())).unwrap();
        let emptied = "pragma wal_checkpoint(truncate)";
        file.query_row(emptied, [], |_| Ok(())).unwrap();
        copy
    }
}

#[test]
fn a_kill_after_the_record_gave_leave_again_is_made_good_and_one_before_opens_nothing() {
    for seed in seeds() {
        let ground = Ground::new(seed);
        ground.act(RoundAct::Pause);
        let paused = ground.snap();
        ground.act(RoundAct::Resume);
        let resumed = ground.snap();
        let dir = mix(resumed.path(), paused.path());
        let service = ground.open(dir.path());
        assert!(ground.votes(&service, ground.voted), "resumed");
        ground.count(&service, dir.path(), RoundAct::CloseVote, ground.voted + 1);
        // A box that is open though the record says paused never was: it is interrupted.
        let dir = mix(paused.path(), resumed.path());
        let service = ground.open(dir.path());
        assert_eq!(stage(dir.path()), "paused");
        assert!(!ground.votes(&service, ground.voted), "paused");
    }
}

#[test]
fn a_kill_while_the_desk_takes_a_slip_back_frees_its_right_or_ends_it() {
    for seed in seeds() {
        let ground = Ground::new(seed);
        let before = ground.snap();
        let slip = ground.voted;
        let code = ground.hall.made.slips[slip].scanned.clone();
        let taking = ground
            .hall
            .service
            .hand_in_slip(&ground.clerk, ground.hall.sitting(), &code);
        ground.hall.run(taking).unwrap();
        let after = ground.snap();
        let cancelled = |dir: &Path| {
            texts(
                dir,
                "select hex(code_hash) from slip where is_cancelled = 1",
            )
        };
        let earlier = cancelled(before.path());
        let mut hash = cancelled(after.path());
        hash.retain(|one| !earlier.contains(one));
        let hash = hash.remove(0);
        let held = format!("update cast_right set is_held = 1 where slip = x'{hash}'");
        // Between the two: the right is held, and the record knows or does not know.
        for (record, is_gone) in [(&before, false), (&after, true)] {
            let dir = mix(record.path(), before.path());
            alter(dir.path(), &held);
            let service = ground.open(dir.path());
            let left = format!("select count(*) || '' from cast_right where slip = x'{hash}'");
            assert_eq!(one(dir.path(), &left), if is_gone { "0" } else { "1" });
            let held = "select count(*) || '' from cast_right where is_held = 1";
            assert_eq!(one(dir.path(), held), "0");
            assert_eq!(ground.votes(&service, slip), !is_gone);
            if !is_gone {
                let cast = ground.voted + 1;
                ground.count(&service, dir.path(), RoundAct::CloseVote, cast);
            }
        }
        assert!(!ground.votes(&ground.hall.service, slip));
    }
}

#[test]
fn a_kill_while_the_box_is_opened_leaves_it_closed_or_gone_and_what_is_half_overwritten_is_not_read()
 {
    for seed in seeds() {
        let ground = Ground::new(seed);
        ground.act(RoundAct::CloseVote);
        ground.act(RoundAct::ConfirmAccount);
        let closed = ground.snap();
        ground.act(RoundAct::OpenBox);
        let opened = ground.snap();
        assert!(boxes::files(opened.path()).is_empty());
        // Before the record: nothing has happened.
        let service = ground.open(closed.path());
        ground.count(&service, closed.path(), RoundAct::OpenBox, ground.voted);
        // After it, at three moments of the overwriting, and copied back when all was over.
        let again = ground.snap_closed(seed);
        for cut in [0, 4096, usize::MAX] {
            let dir = mix(opened.path(), again.path());
            let file = the_box(dir.path());
            let mut bytes = std::fs::read(&file).unwrap();
            let cut = cut.min(bytes.len());
            bytes[..cut].fill(0);
            std::fs::write(&file, bytes).unwrap();
            let service = ground.open(dir.path());
            until("the box is gone", || boxes::files(dir.path()).is_empty());
            assert_eq!(stage(dir.path()), "opened");
            ground.act_on(&service, RoundAct::Count).unwrap();
        }
    }
}

impl Ground {
    /// A closed box of the same ballots, from another copy of the day.
    fn snap_closed(&self, seed: u64) -> TempDir {
        let other = Self::new(seed);
        other.act(RoundAct::CloseVote);
        let copy = other.snap();
        let name = one(
            self.data(),
            "select lower(hex(drawn)) from sealed_box where round = 1",
        );
        let file = the_box(copy.path());
        let to = file.with_file_name(format!("{name}.box"));
        if file != to {
            std::fs::rename(&file, &to).unwrap();
        }
        copy
    }
}

#[test]
fn a_box_that_is_missing_torn_or_of_another_record_stops_the_round_and_two_people_may_void_it() {
    fn missing(file: &Path) {
        std::fs::remove_file(file).unwrap();
    }
    fn torn(file: &Path) {
        let bytes = std::fs::read(file).unwrap();
        std::fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
    }
    fn run(file: &Path, sql: &str) {
        let database = Connection::open(file).unwrap();
        assert_eq!(database.execute(sql, []).unwrap(), 1);
    }
    fn of_another_round(file: &Path) {
        run(file, "update state set round = round + 1");
    }
    fn of_another_name(file: &Path) {
        run(file, "update state set name = zeroblob(16)");
    }
    fn of_another_record(file: &Path) {
        run(file, "update state set opened_hash = zeroblob(32)");
    }
    fn of_before_a_restore(file: &Path) {
        run(file, "update state set epoch = zeroblob(16)");
    }
    type Change = fn(&Path);
    let kinds: [(&str, &str, Change); 6] = [
        ("missing", "box-missing", missing),
        ("torn", "box-torn", torn),
        ("another round", "box-foreign", of_another_round),
        ("another name", "box-torn", of_another_name),
        ("another record", "box-foreign", of_another_record),
        ("restored since", "box-foreign", of_before_a_restore),
    ];
    for is_closed in [false, true] {
        let ground = Ground::new(SEEDS[0]);
        if is_closed {
            ground.act(RoundAct::CloseVote);
        }
        let base = ground.snap();
        for (name, code, change) in kinds {
            let dir = mix(base.path(), base.path());
            change(&the_box(dir.path()));
            let found = look_at_boxes(dir.path()).unwrap();
            assert_eq!(found.wrong.len(), 1, "{name}: {found:?}");
            let service = ground.open(dir.path());
            assert!(!ground.votes(&service, ground.voted), "{name}");
            ground.refuses_next(&service, is_closed, name);
            let next = match is_closed {
                true => RoundAct::ConfirmAccount,
                false => RoundAct::CloseVote,
            };
            let refused = ground.act_on(&service, next).unwrap_err();
            let told = refused.problems().iter().find(|one| one.code == code);
            let told = told.unwrap_or_else(|| panic!("{name}: {refused:?}"));
            if code == "box-foreign" {
                let facts = told.facts.iter().map(|(_, fact)| fact.to_string());
                let facts: Vec<String> = facts.collect();
                let (opened, head) = (&facts[0], &facts[1]);
                assert!(
                    head.starts_with("qinghe:") && opened.contains(':'),
                    "{facts:?}"
                );
            }
            let files = boxes::files(dir.path()).len();
            assert_eq!(files, usize::from(name != "missing"), "it is kept");
            let alone = ground.hall.run(service.act_shown(
                &ground.clerk,
                ground.hall.round(),
                RoundAct::Void,
                "lost",
            ));
            alone.unwrap();
            assert_ne!(stage(dir.path()), "void", "{name}: one alone voids nothing");
            ground
                .hall
                .run(service.act_shown(&ground.chief, ground.hall.round(), RoundAct::Void, "lost"))
                .unwrap();
            assert_eq!(stage(dir.path()), "void", "{name}");
            until("the box is gone", || boxes::files(dir.path()).is_empty());
            assert!(
                look_at_boxes(dir.path()).unwrap().wrong.is_empty(),
                "{name}"
            );
        }
    }
}

#[test]
fn a_box_that_no_round_has_is_kept_for_the_record_that_it_belongs_to() {
    let ground = Ground::new(SEEDS[1]);
    let open = ground.snap();
    let earlier = Hall::seeded(DemoStage::Draft, 15, 4);
    let record = tempfile::tempdir().unwrap();
    copy_database(earlier.dir.path(), record.path());
    let dir = mix(record.path(), open.path());
    let before = std::fs::read(the_box(dir.path())).unwrap();
    let service = ground.open(dir.path());
    drop(service);
    let found = look_at_boxes(dir.path()).unwrap();
    assert_eq!(found.wrong.len(), 1, "{found:?}");
    assert_eq!(found.wrong[0].round, None);
    assert_eq!(
        std::fs::read(the_box(dir.path())).unwrap().len(),
        before.len()
    );
}

#[test]
fn a_box_of_another_congress_in_trouble_holds_up_nobody() {
    let ground = Ground::new(SEEDS[2]);
    let stranger =
        boxes::files(ground.data())[0].with_file_name(format!("{}.box", "ab".repeat(16)));
    std::fs::write(&stranger, b"torn").unwrap();
    std::fs::create_dir(stranger.with_extension("part")).unwrap();
    ground.act(RoundAct::CloseVote);
    ground.act(RoundAct::ConfirmAccount);
    ground.act(RoundAct::OpenBox);
    until("its own box is gone", || {
        one(
            ground.data(),
            "select cast(is_dirty as text) from round where id = 1",
        ) == "0"
    });
    assert!(stranger.exists());
}

#[test]
fn a_record_restored_from_the_middle_of_a_vote_has_no_box_so_the_round_is_voided_and_new_slips_are_printed()
 {
    for is_closed in [false, true] {
        let ground = Ground::new(SEEDS[0]);
        if is_closed {
            ground.act(RoundAct::CloseVote);
        }
        let place = tempfile::tempdir().unwrap();
        let admin = ground.hall.actor("admin");
        let backup = ground.hall.run(
            ground
                .hall
                .service
                .back_up(&admin, &BackupPlace::plain(place.path())),
        );
        let backup = backup.unwrap();
        assert!(backup.manifest.differs.is_empty(), "{:?}", backup.manifest);
        let dir = tempfile::tempdir().unwrap();
        let key = ground.data().join("minsheng.key");
        restore(&RestoreOrder {
            file: &backup.file,
            data: dir.path(),
            key: Some(&key),
            identity: None,
            and_marked: false,
        })
        .unwrap();
        let service = ground.open(dir.path());
        let living = "select count(*) || '' from slip where is_cancelled = 0";
        assert_eq!(one(dir.path(), living), "0", "they are dead");
        for slip in [0, ground.voted] {
            assert!(!ground.votes(&service, slip));
        }
        ground.refuses_next(&service, is_closed, "restored");
        ground.act_on(&service, RoundAct::Void).unwrap();
        assert_eq!(stage(dir.path()), "void");
        assert_eq!(one(dir.path(), "select old_slips from desk"), "gone");
        let ended = "select count(ended_at) || ' of ' || count(*) from slip_print";
        assert_eq!(
            one(dir.path(), ended),
            "1 of 1",
            "its list of prints adds up"
        );
        let printed = crate::support::slips::print(
            &service,
            ground.hall.sitting(),
            (&ground.clerk, &ground.chief),
            15,
        );
        let printed = ground.hall.run(printed);
        assert_eq!(printed.len(), 15);
        assert_eq!(one(dir.path(), living), "15");
        assert_eq!(one(dir.path(), ended), "1 of 2");
    }
}
