//! Backups: made by a running server at any time, without boxes, and returned to the same result.

use crate::support::AsShown as _;
use std::path::Path;
use std::process::Command;

use domain::round::RoundAct;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::DemoStage;
use service::Service;
use service::access::password::HashCost;
use service::installation::backup_place::{Backup, BackupPlace, list_backups};
use service::installation::restoring::{RestoreError, RestoreOrder, RestoredData};

use super::ballot::vote;
use super::secrecy::blobs;
use super::steps::do_it;
use crate::support::{self, Client, Hall, noon};

fn back_up(hall: &Hall, folder: &Path) -> Backup {
    let admin = hall.actor("admin");
    hall.run(hall.service.back_up(&admin, &BackupPlace::plain(folder)))
        .unwrap()
}

fn restore(
    file: &Path,
    data: &Path,
    key: Option<&Path>,
    and_marked: bool,
) -> Result<RestoredData, RestoreError> {
    service::installation::restoring::restore(&RestoreOrder {
        file,
        data,
        key,
        identity: None,
        and_marked,
    })
}

/// The key file of a hall, kept apart as the manual says.
fn key(hall: &Hall, folder: &Path) -> std::path::PathBuf {
    let kept = folder.join("key");
    std::fs::copy(hall.dir.path().join("minsheng.key"), &kept).unwrap();
    kept
}

#[test]
fn a_restored_poll_counts_to_the_same_result() {
    let hall = Hall::at(DemoStage::Closed);
    do_it(&hall, &[RoundAct::ConfirmAccount, RoundAct::OpenBox]);
    let (place, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let backup = back_up(&hall, place.path());
    do_it(&hall, &[RoundAct::Count, RoundAct::Certify]);
    let outcome = |service: &Service| {
        let clerk = hall.actor("qinghe-clerk");
        let result = hall.run(service.get_result(&clerk, hall.poll())).unwrap();
        result.rounds[0].outcome.clone().unwrap()
    };
    let wanted = outcome(&hall.service);
    assert_eq!(wanted.selected().count(), 4);
    let restored = restore(
        &backup.file,
        data.path(),
        Some(&key(&hall, place.path())),
        false,
    )
    .unwrap();
    assert!(restored.has_key);
    let service = hall
        .run(Service::open_at(
            HashCost::CHEAP,
            data.path(),
            Clock::fixed(noon()),
            Random::seeded(1),
        ))
        .unwrap();
    // The log says from which backup this began again, once.
    for _ in 0..2 {
        hall.run(service.finish_background_tasks());
    }
    let told = super::secrecy::texts(
        data.path(),
        "select line from audit where kind = 'restored'",
    );
    let digest = backup.manifest.digest.to_string();
    assert!(told.len() == 1 && told[0].contains(&digest), "{told:?}");
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    for act in [RoundAct::Count, RoundAct::Certify] {
        hall.run(service.act_shown(&clerk, hall.round(), act, ""))
            .unwrap();
        if act.needs_two() {
            hall.run(service.act_shown(&chief, hall.round(), act, ""))
                .unwrap();
        }
    }
    let (address, _stop) = support::start(&hall.runtime, &service, data.path());
    let mut client = Client::new(&address);
    let password = hall.made.password("qinghe-clerk");
    let fields = [
        ("username", "qinghe-clerk"),
        ("password", password.as_str()),
    ];
    assert_eq!(
        client.post("/sign-in", &fields).status,
        200,
        "passwords came along"
    );
    assert!(client.get("/count/1").says("入选"));
    assert_eq!(outcome(&service), wanted);
    // Whoever keeps the machine is told on the screen too.
    let mut admin = Client::new(&address);
    let password = hall.made.password("admin");
    let fields = [("username", "admin"), ("password", password.as_str())];
    assert_eq!(admin.post("/sign-in", &fields).status, 200);
    assert!(admin.get("/manage/backups").says("从备份恢复"));
    assert!(
        !hall
            .signed_in("admin")
            .get("/manage/backups")
            .says("从备份恢复")
    );
}

#[test]
fn in_the_middle_of_every_vote_a_backup_is_made_and_holds_no_box() {
    let hall = Hall::at(DemoStage::Open);
    let place = tempfile::tempdir().unwrap();
    let copy = |sealed: &[Vec<u8>]| {
        let backup = back_up(&hall, place.path());
        assert!(backup.manifest.differs.is_empty(), "{:?}", backup.manifest);
        let bytes = std::fs::read(&backup.file).unwrap();
        for row in sealed {
            assert!(!bytes.windows(row.len()).any(|window| window == row));
        }
    };
    for slip in 0..4 {
        vote(&mut hall.scanned(slip), &[("m1", "a")]);
        let rows = ["key", "body"].map(|column| format!("select {column} from box_ballot"));
        let sealed: Vec<Vec<u8>> = rows
            .iter()
            .flat_map(|sql| blobs(hall.dir.path(), sql))
            .collect();
        assert!(!sealed.is_empty());
        copy(&sealed);
    }
    for act in [
        RoundAct::Pause,
        RoundAct::Resume,
        RoundAct::CloseVote,
        RoundAct::ConfirmAccount,
    ] {
        do_it(&hall, &[act]);
        copy(&blobs(hall.dir.path(), "select body from box_ballot"));
    }
    do_it(&hall, &[RoundAct::OpenBox]);
    copy(&[]);
}

#[test]
fn a_backup_holds_no_key_and_no_trace_of_deleted_ballots_and_only_its_owner_reads_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let hall = Hall::at(DemoStage::Certified);
    let place = tempfile::tempdir().unwrap();
    let backup = back_up(&hall, place.path());
    let bytes = std::fs::read(&backup.file).unwrap();
    let secret = std::fs::read(hall.dir.path().join("minsheng.key")).unwrap();
    assert!(!bytes.windows(32).any(|window| window == secret));
    let mode = std::fs::metadata(&backup.file)
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let copy = rusqlite::Connection::open(&backup.file).unwrap();
    let count = |sql: &str| -> i64 { copy.query_row(sql, [], |row| row.get(0)).unwrap() };
    assert_eq!(count("pragma freelist_count"), 0);
    let events: i64 = rusqlite::Connection::open(hall.dir.path().join("minsheng.db"))
        .unwrap()
        .query_row(
            "select count(*) from audit where kind = 'backed-up'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(events, 1);
}

#[test]
fn what_opens_once_opens_no_more_after_a_restore() {
    let hall = Hall::at(DemoStage::Certified);
    hall.write_past(
        "insert into invitation (account, code_hash, expires_at) \
         select min(id), zeroblob(32), 900000000000000 from account",
    );
    hall.write_past(
        "insert or replace into officer_slip (officer, given_at, code_hash, expires_at) \
         select min(id), 1, zeroblob(32), 900000000000000 from officer",
    );
    hall.write_past("update officer set pin_hash = 'x', pin_screen = 'own-device'");
    let place = tempfile::tempdir().unwrap();
    let backup = back_up(&hall, place.path());
    let data = tempfile::tempdir().unwrap();
    restore(&backup.file, data.path(), None, false).unwrap();
    let pins = "select pin_hash from officer where pin_hash <> ''";
    let pins = super::secrecy::texts(data.path(), pins);
    assert_eq!(
        pins,
        [] as [String; 0],
        "who set them is gone with the slips"
    );
    let database = rusqlite::Connection::open(data.path().join("minsheng.db")).unwrap();
    for (table, left) in [
        ("invitation", false),
        ("officer_slip", false),
        ("sign_in", false),
        ("slip", true),
    ] {
        let sql = format!("select exists (select 1 from {table})");
        let is_there: bool = database.query_row(&sql, [], |row| row.get(0)).unwrap();
        assert_eq!(is_there, left, "{table}");
    }
}

#[test]
fn a_damaged_or_foreign_file_is_not_restored_and_nothing_is_overwritten() {
    let hall = Hall::at(DemoStage::Certified);
    let place = tempfile::tempdir().unwrap();
    let backup = back_up(&hall, place.path());
    let data = tempfile::tempdir().unwrap();
    let into =
        |file: &Path, key: Option<&Path>| restore(file, data.path(), key, false).unwrap_err();
    let occupied = restore(&backup.file, hall.dir.path(), None, false).unwrap_err();
    assert!(
        occupied.to_string().contains("another minsheng works in"),
        "{occupied}"
    );
    let other_key = place.path().join("other");
    std::fs::write(&other_key, [7; 32]).unwrap();
    assert!(matches!(
        into(&backup.file, Some(&other_key)),
        RestoreError::OtherKey(_)
    ));
    let mut bytes = std::fs::read(&backup.file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&backup.file, &bytes).unwrap();
    assert!(matches!(
        into(&backup.file, None),
        RestoreError::OtherFile(_)
    ));
    assert!(!data.path().join("minsheng.db").exists());
    // Even with a manifest that was made to agree, a broken database is found out.
    let page = 4096;
    for byte in &mut bytes[page..page * 3] {
        *byte = 0xff;
    }
    std::fs::write(&backup.file, &bytes).unwrap();
    let manifest = domain::installation::backup::Manifest {
        digest: service::installation::keys::digest(&bytes),
        ..backup.manifest
    };
    let beside = backup.file.with_extension("manifest");
    std::fs::write(&beside, manifest.canonical()).unwrap();
    assert!(matches!(into(&backup.file, None), RestoreError::Store(_)));
    std::fs::write(&beside, "something else").unwrap();
    assert!(matches!(
        into(&backup.file, None),
        RestoreError::NoManifest(_)
    ));
    assert!(!data.path().join("minsheng.db").exists());
}

#[test]
fn the_administrator_presses_a_button_and_nobody_else() {
    let hall = Hall::at(DemoStage::Open);
    let mut admin = hall.signed_in("admin");
    let home = admin.get("/manage");
    assert!(home.html().contains("/manage/backups"), "{}", home.text());
    assert!(!home.says("没有您负责的人大"), "{}", home.text());
    let page = admin.get("/manage/backups");
    assert!(page.says("还没有设置备份位置"), "{}", page.text());
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert_ne!(clerk.get("/manage/backups").status, 200);
    let token = clerk.get("/manage/polls/1").value("token");
    assert_ne!(
        clerk.post("/manage/backups", &[("token", &token)]).status,
        200
    );
}

#[test]
fn the_commands_back_up_a_stopped_server_and_bring_it_back() {
    let hall = Hall::at(DemoStage::Certified);
    let (place, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_minsheng"))
            .args(arguments)
            .env("NO_COLOR", "1")
            .output()
            .unwrap();
        let mut told = String::from_utf8_lossy(&output.stdout).into_owned();
        told.push_str(&String::from_utf8_lossy(&output.stderr));
        (output.status.code().unwrap(), told)
    };
    let data = hall.dir.path().to_str().unwrap().to_owned();
    let to = place.path().to_str().unwrap();
    let (code, told) = run(&["backup", "--data", &data, "--to", to]);
    assert_eq!(code, 2, "{told}");
    assert!(
        told.contains("/manage/backups"),
        "a running server has a button: {told}"
    );
    // The same data, where no server works.
    let stopped = tempfile::tempdir().unwrap();
    for file in ["minsheng.db", "minsheng.db-wal", "minsheng.key"] {
        std::fs::copy(hall.dir.path().join(file), stopped.path().join(file)).unwrap();
    }
    let data = stopped.path().to_str().unwrap();
    let (code, told) = run(&["backup", "--data", data, "--to", to]);
    assert_eq!(code, 0, "{told}");
    let file = list_backups(place.path()).remove(0).file;
    let into = new.path().to_str().unwrap();
    let (code, told) = run(&["restore", file.to_str().unwrap(), "--data", into]);
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("without its key"), "{told}");
    let (code, told) = run(&["restore", file.to_str().unwrap(), "--data", into]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("there is a database already"), "{told}");
}
