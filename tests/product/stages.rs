//! The shelf of made stages: a stage is made once, never taken from another build of the product, never taken
//! when it was left half made, and old builds do not pile up.

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use minsheng::demo::DemoStage;

use crate::support::Hall;
use crate::support::stages::{Shelf, takes_log_in};

/// Takes a stage of a build, made of one file that names the build; answers what came.
fn taken(all: &Path, build: &str, makes: &Cell<usize>) -> String {
    let to = tempfile::tempdir().unwrap();
    let shelf = Shelf::of(all.to_owned(), build.to_owned());
    shelf.copy("draft", to.path(), |part| {
        makes.set(makes.get() + 1);
        fs::write(part.join("minsheng.db"), build).unwrap();
        fs::write(part.join("minsheng.lock"), "").unwrap();
    });
    assert!(
        !to.path().join("minsheng.lock").exists(),
        "no lock is copied"
    );
    fs::read_to_string(to.path().join("minsheng.db")).unwrap()
}

#[test]
fn a_stage_is_made_once_for_a_build_and_never_taken_from_another() {
    let all = tempfile::tempdir().unwrap();
    let makes = Cell::new(0);
    for (build, made) in [("one", 1), ("one", 1), ("two", 2), ("one", 2), ("two", 2)] {
        assert_eq!(taken(all.path(), build, &makes), build);
        assert_eq!(makes.get(), made, "{build}");
    }
    for build in ["three", "four", "five", "six"] {
        taken(all.path(), build, &makes);
    }
    let kept = fs::read_dir(all.path())
        .unwrap()
        .map(|entry| entry.unwrap());
    let kept = kept.filter(|entry| entry.file_type().unwrap().is_dir());
    assert_eq!(kept.count(), 4, "the present build and three before it");
    makes.set(0);
    assert_eq!(taken(all.path(), "one", &makes), "one");
    assert_eq!(makes.get(), 1, "what was removed is made anew");
}

#[test]
fn what_was_left_half_made_is_made_anew() {
    let all = tempfile::tempdir().unwrap();
    let part = all.path().join("one/draft.part");
    fs::create_dir_all(&part).unwrap();
    fs::write(part.join("minsheng.key"), "of a maker who was killed").unwrap();
    let makes = Cell::new(0);
    assert_eq!(taken(all.path(), "one", &makes), "one");
    assert_eq!(makes.get(), 1);
    assert!(!all.path().join("one/draft/minsheng.key").exists());
}

#[test]
fn many_who_come_at_once_wait_for_the_one_who_makes() {
    let all = tempfile::tempdir().unwrap();
    let makes = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let to = tempfile::tempdir().unwrap();
                let shelf = Shelf::of(all.path().to_owned(), "one".to_owned());
                shelf.copy("open", to.path(), |part| {
                    makes.fetch_add(1, Ordering::SeqCst);
                    fs::create_dir(part.join("boxes")).unwrap();
                    for number in 0..200 {
                        fs::write(part.join(format!("boxes/{number}")), "whole").unwrap();
                    }
                });
                for number in 0..200 {
                    let box_file = to.path().join(format!("boxes/{number}"));
                    assert_eq!(fs::read_to_string(box_file).unwrap(), "whole");
                }
            });
        }
    });
    assert_eq!(makes.into_inner(), 1);
}

#[test]
fn a_log_that_two_left_behind_is_taken_in() {
    let (open, left) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let database = rusqlite::Connection::open(open.path().join("minsheng.db")).unwrap();
    database
        .execute_batch(
            "pragma journal_mode = wal; create table kept (x text) strict; \
             insert into kept values ('whole');",
        )
        .unwrap();
    for name in ["minsheng.db", "minsheng.db-wal"] {
        fs::copy(open.path().join(name), left.path().join(name)).unwrap();
    }
    assert!(takes_log_in(left.path()));
    assert!(!left.path().join("minsheng.db-wal").exists());
    let kept = rusqlite::Connection::open(left.path().join("minsheng.db")).unwrap();
    let kept: String = kept
        .query_row("select x from kept", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, "whole");
}

#[test]
fn a_copied_stage_is_a_prefecture_of_its_own() {
    let (one, other) = (Hall::at(DemoStage::Draft), Hall::at(DemoStage::Draft));
    let title = "select title from poll where id = 1";
    let before = other.stored(title);
    one.write_past("update poll set title = 'changed' where id = 1");
    assert_eq!(other.stored(title), before);
    assert_eq!(Hall::at(DemoStage::Draft).stored(title), before);
    // What is drawn in a copy was not drawn when the stage was made: a second sign-in under one secret is refused.
    for _ in 0..2 {
        let mut clerk = one.signed_in("qinghe-clerk");
        assert_eq!(clerk.get("/manage/polls/1").status, 200);
    }
}
