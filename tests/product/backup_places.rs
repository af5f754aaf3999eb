//! Pictures as files, and the places of backups: what they hold, what they forget, how they come back.

use std::collections::BTreeSet;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use domain::installation::backup_schedule::BackupSchedule;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::DemoStage;
use service::Service;
use service::access::password::HashCost;
use service::installation::backup_place::{Backup, BackupPlace, list_backups};
use service::installation::encryption::BackupSecret;
use service::installation::restoring::{RestoreError, RestoreOrder, drill, restore};

use super::photos::{add, jpeg};
use super::steps;
use crate::support::{self, Client, Hall, Page, noon};

/// The files below a folder, by their names there.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(
                files(&path)
                    .into_iter()
                    .map(|below| PathBuf::from(path.file_name().unwrap()).join(below)),
            );
        } else {
            found.insert(PathBuf::from(path.file_name().unwrap()));
        }
    }
    found
}

fn pictures(folder: &Path) -> BTreeSet<PathBuf> {
    files(&folder.join("pictures"))
}

fn contains(file: &Path, piece: &[u8]) -> bool {
    let bytes = std::fs::read(file).unwrap_or_default();
    bytes.windows(piece.len()).any(|window| window == piece)
}

/// The large photos of a page, with their addresses.
fn shown(client: &mut Client, page: &Page) -> Vec<(String, Vec<u8>)> {
    let html = page.html();
    let small = html.split("src=\"").skip(1);
    let small = small.map(|rest| rest.split('"').next().unwrap().to_owned());
    let small: Vec<String> = small.filter(|to| to.ends_with("-320.jpg")).collect();
    let large = small.iter().map(|to| to.replace("-320", "-1600"));
    let large: Vec<String> = large.collect();
    let mut found = Vec::new();
    for address in large {
        let photo = client.get(&address);
        assert_eq!(photo.status, 200, "{address}");
        found.push((address, photo.body));
    }
    found
}

fn back_up(hall: &Hall, place: &BackupPlace) -> Backup {
    let admin = hall.actor("admin");
    hall.run(hall.service.back_up(&admin, place)).unwrap()
}

fn order<'o>(file: &'o Path, data: &'o Path, identity: Option<&'o Path>) -> RestoreOrder<'o> {
    RestoreOrder {
        file,
        data,
        key: None,
        identity,
        and_marked: false,
    }
}

#[test]
fn a_picture_lies_in_a_file_and_a_backup_takes_along_what_its_place_has_not_yet() {
    let hall = steps::hall(|_| {});
    let mut clerk = hall.signed_in("qinghe-clerk");
    let data = hall.dir.path();
    let page = add(&mut clerk, "桥头", &jpeg(1800, 900));
    let one = shown(&mut clerk, &page).remove(0).1;
    let piece = &one[one.len() / 2..one.len() / 2 + 64];
    for file in ["minsheng.db", "minsheng.db-wal"] {
        assert!(!contains(&data.join(file), piece), "{file}");
    }
    assert_eq!(pictures(data).len(), 2, "large and small");

    let kept = tempfile::tempdir().unwrap();
    let place = BackupPlace::plain(kept.path());
    let first = back_up(&hall, &place);
    assert_eq!(pictures(kept.path()), pictures(data));
    let told = first.manifest.pictures.unwrap();
    assert_eq!((told.files, told.missing), (2, 0));
    let before: Vec<u64> = pictures(kept.path())
        .iter()
        .map(|file| {
            std::fs::metadata(kept.path().join("pictures").join(file))
                .unwrap()
                .ino()
        })
        .collect();
    add(&mut clerk, "羊圈", &jpeg(1700, 900));
    // The same photo once more is the same files.
    let page = add(&mut clerk, "又是桥头", &jpeg(1800, 900));
    let all = shown(&mut clerk, &page);
    assert_eq!((all.len(), pictures(data).len()), (3, 4));
    let second = back_up(&hall, &place);
    assert_eq!(second.manifest.pictures.unwrap().files, 4);
    assert_eq!(pictures(kept.path()), pictures(data));
    let again: BTreeSet<u64> = pictures(kept.path())
        .iter()
        .map(|file| {
            std::fs::metadata(kept.path().join("pictures").join(file))
                .unwrap()
                .ino()
        })
        .collect();
    assert!(
        before.iter().all(|one| again.contains(one)),
        "none is laid twice"
    );

    for (backup, photos) in [(&first, 1), (&second, 3)] {
        let data = tempfile::tempdir().unwrap();
        let key = hall.dir.path().join("minsheng.key");
        let restored = restore(&RestoreOrder {
            key: Some(&key),
            ..order(&backup.file, data.path(), None)
        });
        assert!(restored.unwrap().missing.is_empty());
        let clock = Clock::fixed(noon());
        let opening = Service::open_at(HashCost::CHEAP, data.path(), clock, Random::seeded(1));
        let service = hall.run(opening).unwrap();
        let (address, _stop) = support::start(&hall.runtime, &service, data.path());
        let mut clerk = Client::new(&address);
        let password = hall.made.password("qinghe-clerk");
        let fields = [
            ("username", "qinghe-clerk"),
            ("password", password.as_str()),
        ];
        assert_eq!(clerk.post("/sign-in", &fields).status, 200);
        let page = clerk.get("/manage/projects/1/photos");
        let came: Vec<Vec<u8>> = shown(&mut clerk, &page)
            .into_iter()
            .map(|one| one.1)
            .collect();
        let wanted = all.iter().take(photos).map(|one| one.1.clone());
        assert_eq!(came, wanted.collect::<Vec<_>>());
    }
}

#[test]
fn a_picture_that_was_taken_away_goes_when_no_other_row_has_it_and_so_does_what_a_kill_left() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let before = pictures(hall.dir.path()).len();
    for caption in ["桥头", "还是桥头"] {
        add(&mut clerk, caption, &jpeg(600, 400));
    }
    let page = add(&mut clerk, "羊圈", &jpeg(500, 400));
    let folder = hall.dir.path().join("pictures/ab");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{}.jpg", "0".repeat(62))), b"nobody's").unwrap();
    assert_eq!(pictures(hall.dir.path()).len(), before + 5);
    hall.run(hall.service.finish_background_tasks());
    assert_eq!(pictures(hall.dir.path()).len(), before + 4);
    let page = clerk.submit(&page, "/remove", &[]);
    hall.run(hall.service.finish_background_tasks());
    assert_eq!(
        pictures(hall.dir.path()).len(),
        before + 4,
        "another row has it"
    );
    clerk.submit(&page, "/remove", &[]);
    hall.run(hall.service.finish_background_tasks());
    assert_eq!(pictures(hall.dir.path()).len(), before + 2);
    let page = clerk.get("/manage/projects/1/photos");
    assert_eq!(shown(&mut clerk, &page).len(), 1);
}

#[test]
fn a_picture_that_is_missing_or_changed_is_named_and_hinders_nothing_else() {
    let hall = steps::hall(|_| {});
    let mut clerk = hall.signed_in("qinghe-clerk");
    let data = hall.dir.path();
    add(&mut clerk, "桥头", &jpeg(600, 400));
    let page = add(&mut clerk, "羊圈", &jpeg(500, 400));
    let kept = tempfile::tempdir().unwrap();
    let place = BackupPlace::plain(kept.path());
    let sound = back_up(&hall, &place);
    let photos = shown(&mut clerk, &page);
    let file_of = |bytes: &[u8]| {
        let all = pictures(data)
            .into_iter()
            .map(|file| data.join("pictures").join(file));
        all.into_iter()
            .find(|file| std::fs::read(file).unwrap() == bytes)
            .unwrap()
    };
    let (gone, changed) = (file_of(&photos[0].1), file_of(&photos[1].1));
    std::fs::remove_file(&gone).unwrap();
    let mut bytes = photos[1].1.clone();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&changed, &bytes).unwrap();
    for (address, _) in &photos {
        assert_eq!(
            clerk.get(address).status,
            500,
            "nothing else is shown in its place"
        );
    }
    let found = Service::examine_pictures(data).unwrap().unwrap();
    assert_eq!((found.missing.len(), found.changed.len()), (1, 1));
    assert!(gone.ends_with(format!("{}.jpg", &found.missing[0].to_string()[2..])));

    // Another place gets what there is, and says how many it lacks; this one has both still.
    let other = tempfile::tempdir().unwrap();
    let lacking = back_up(&hall, &BackupPlace::plain(other.path()));
    assert_eq!(lacking.manifest.pictures.unwrap().missing, 2);
    assert!(lacking.manifest.differs.is_empty(), "the record holds");
    assert_eq!(back_up(&hall, &place).manifest.pictures.unwrap().missing, 0);

    let new = tempfile::tempdir().unwrap();
    let tried = new.path().join("drill");
    let clock = Clock::fixed(noon());
    let report = drill(&order(&sound.file, &tried, None), &clock).unwrap();
    assert!(
        report.differs.is_empty() && report.pictures == 4,
        "{report:?}"
    );
    assert!(!tried.exists(), "a drill leaves nothing");
    let report = drill(&order(&lacking.file, &tried, None), &clock).unwrap();
    assert_eq!(report.differs.len(), 2, "{report:?}");
    assert!(
        report
            .differs
            .iter()
            .all(|line| line.starts_with("picture-missing"))
    );
    std::fs::create_dir(&tried).unwrap();
    let refused = drill(&order(&sound.file, &tried, None), &clock).unwrap_err();
    assert!(matches!(refused, RestoreError::Occupied(_)));
    let restored = restore(&order(&lacking.file, &tried, None)).unwrap();
    assert_eq!((restored.pictures, restored.missing.len()), (2, 2));
}

#[test]
fn an_encrypted_backup_opens_with_the_offices_key_alone_and_leaves_no_copy_in_clear() {
    let hall = steps::hall(|_| {});
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = add(&mut clerk, "牧道", &jpeg(900, 400));
    let photo = shown(&mut clerk, &page).remove(0).1;
    let (kept, own) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let [office, second, foreign] =
        ["office", "second", "foreign"].map(|name| own.path().join(name));
    let key = BackupSecret::write_new(&office).unwrap();
    let keys = vec![key, BackupSecret::write_new(&second).unwrap()];
    BackupSecret::write_new(&foreign).unwrap();
    let place = BackupPlace {
        keys,
        ..BackupPlace::plain(kept.path())
    };
    let backup = back_up(&hall, &place);
    assert!(backup.manifest.is_encrypted && backup.file.to_string_lossy().ends_with(".db.age"));
    let piece = &photo[photo.len() / 2..photo.len() / 2 + 64];
    for file in files(kept.path()) {
        let path = kept.path().join(&file);
        for clear in [b"SQLite format 3".as_slice(), "牧道".as_bytes(), piece] {
            assert!(!contains(&path, clear), "{file:?}");
        }
    }
    let left = files(&hall.dir.path().join("backup-copies"));
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(list_backups(kept.path()).len(), 1);

    let into = own.path().join("data");
    let asked = |identity| restore(&order(&backup.file, &into, identity));
    assert!(matches!(
        asked(None).unwrap_err(),
        RestoreError::Encrypted(_)
    ));
    let refused = asked(Some(&foreign)).unwrap_err();
    assert!(
        matches!(refused, RestoreError::OtherIdentity(_)),
        "{refused}"
    );
    assert!(!into.join("minsheng.db").exists());
    let tried = own.path().join("drill");
    let clock = Clock::fixed(noon());
    let report = drill(&order(&backup.file, &tried, Some(&second)), &clock).unwrap();
    assert!(report.differs.is_empty(), "{report:?}");
    let restored = asked(Some(&office)).unwrap();
    assert_eq!((restored.pictures, restored.missing.len()), (2, 0));
    assert_eq!(pictures(&into), pictures(hall.dir.path()));
    assert!(!into.join("restore.part").exists());
    let drilled = list_backups(kept.path()).remove(0).drill.unwrap();
    assert_eq!(drilled, report, "the report lies beside it");
}

#[test]
fn a_place_makes_one_backup_a_day_and_keeps_those_of_its_schedule_with_their_pictures() {
    let hall = Hall::at(DemoStage::Draft);
    let kept = tempfile::tempdir().unwrap();
    let schedule = BackupSchedule {
        days: 2,
        months: 1,
        ..BackupSchedule::default()
    };
    let place = BackupPlace {
        schedule: Some(schedule),
        ..BackupPlace::plain(kept.path())
    };
    let mut clerk = hall.signed_in("qinghe-clerk");
    let none = pictures(hall.dir.path()).len();
    add(&mut clerk, "桥头", &jpeg(600, 400));
    for (day, made) in [
        ("2026-03-29", 1),
        ("2026-03-30", 2),
        ("2026-03-31", 3),
        ("2026-04-01", 3), // the 29th is no last of a month
        ("2026-04-02", 3), // nor is the 30th; the 31st is
        ("2026-05-09", 2), // of April the 2nd is the last, and March is over
    ] {
        hall.on(day);
        for is_due in [true, false] {
            let done = hall.run(hall.service.back_up_when_due(&place)).unwrap();
            assert_eq!(done, is_due, "{day}");
        }
        let left = list_backups(kept.path());
        assert_eq!(left.len(), made, "{day}: {left:?}");
        if day == "2026-03-31" {
            let mut clerk = hall.signed_in("qinghe-clerk");
            let page = clerk.get("/manage/projects/1/photos");
            let page = clerk.submit(&page, "/remove", &[]);
            assert_eq!(shown(&mut clerk, &page).len(), 0);
        }
        let aged = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000);
        for file in pictures(kept.path()) {
            let path = kept.path().join("pictures").join(file);
            std::fs::File::options()
                .append(true)
                .open(path)
                .unwrap()
                .set_modified(aged)
                .unwrap();
        }
    }
    let left = pictures(kept.path()).len();
    assert_eq!(
        left, none,
        "the photo went with the last backup that had it"
    );
    for backup in list_backups(kept.path()) {
        let data = tempfile::tempdir().unwrap();
        let restored = restore(&order(&backup.file, data.path(), None)).unwrap();
        assert!(restored.missing.is_empty());
    }
    // A place that is not there is no backup, and is tried again.
    let lost = BackupPlace {
        folder: kept.path().join("stick"),
        ..place
    };
    for _ in 0..2 {
        let refused = hall.run(hall.service.back_up_when_due(&lost)).unwrap_err();
        assert!(
            refused
                .problems()
                .iter()
                .any(|one| one.code == "backup-place")
        );
    }
}

#[test]
fn the_commands_draw_a_key_back_up_with_it_and_drill() {
    let hall = Hall::at(DemoStage::Certified);
    let own = tempfile::tempdir().unwrap();
    let path = |name: &str| own.path().join(name).to_str().unwrap().to_owned();
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
    let (code, told) = run(&["admin", "backup-key", &path("office")]);
    assert_eq!(code, 0, "{told}");
    let key = told.split('"').nth(1).unwrap().to_owned();
    assert!(key.starts_with("age1"), "{told}");
    let (code, told) = run(&["admin", "backup-key", &path("office")]);
    assert_eq!(code, 2, "{told}");
    let stopped = own.path().join("stopped");
    std::fs::create_dir(&stopped).unwrap();
    for file in ["minsheng.db", "minsheng.db-wal", "minsheng.key"] {
        std::fs::copy(hall.dir.path().join(file), stopped.join(file)).unwrap();
    }
    let (data, to) = (path("stopped"), path("place"));
    std::fs::create_dir(&to).unwrap();
    let (code, told) = run(&["backup", "--data", &data, "--to", &to, "--recipient", &key]);
    assert_eq!(code, 0, "{told}");
    let file = list_backups(Path::new(&to)).remove(0).file;
    let file = file.to_str().unwrap();
    let trial = path("trial");
    let (code, told) = run(&["restore", file, "--data", &trial, "--drill"]);
    assert!(code == 1 && told.contains("--identity"), "{told}");
    let doctor = [
        "doctor",
        "--data",
        &data,
        "--listen",
        "127.0.0.1:0",
        "--backups",
        &to,
    ];
    assert!(run(&doctor).1.contains("no backup was ever brought back"));
    let office = path("office");
    let drill = [
        "restore",
        file,
        "--data",
        &trial,
        "--drill",
        "--identity",
        &office,
    ];
    let (code, told) = run(&drill);
    assert!(code == 0 && told.contains("the drill passed"), "{told}");
    assert!(!Path::new(&trial).exists());
    let (_, told) = run(&doctor);
    assert!(
        told.contains("the last drill, of") && told.contains("passed"),
        "{told}"
    );
    assert!(
        told.contains("pictures, 0 MB, are what they were") || told.contains("pictures, 1 MB"),
        "{told}"
    );
}

#[test]
fn a_place_in_which_boxes_lie_takes_no_backup() {
    let hall = Hall::at(DemoStage::Open);
    let admin = hall.actor("admin");
    let data = hall.dir.path();
    for folder in [
        data.to_owned(),
        data.join("boxes"),
        data.parent().unwrap().to_owned(),
    ] {
        let made = hall.run(hall.service.back_up(&admin, &BackupPlace::plain(&folder)));
        let is_refused = made.as_ref().is_err_and(|refused| {
            refused
                .problems()
                .iter()
                .any(|one| one.code == "backup-holds-boxes")
        });
        // A folder beside the boxes, also below the data, holds none.
        assert!(is_refused, "{}: {made:?}", folder.display());
    }
    let beside = data.join("kept");
    std::fs::create_dir(&beside).unwrap();
    back_up(&hall, &BackupPlace::plain(&beside));
}
