//! Typed papers attacked with the whole data directory in hand: no mark and no running count before
//! the opening, at no moment of typing, differing and deciding; after it, no sealed paper is left.

use std::path::Path;

use domain::ballot::{Mark, Paper};
use domain::round::RoundAct;
use rusqlite::{Connection, params};

use super::attack::stored;
use super::ballot::two;
use super::paper::{ROOM, accounted, tellers, type_batch};
use super::sealed_box::tried;
use super::secrecy::{blobs, bytes, contains};
use crate::support::Hall;

/// The keys of the n-th of many papers, all different.
fn keys(n: usize) -> String {
    let digit = |line: u32| char::from(b'0' + u8::try_from(n / 3_usize.pow(line) % 3).unwrap() + 1);
    std::iter::once('1').chain((0..5).map(digit)).collect()
}

/// The bytes of a paper as it is stored once the box is open.
fn encoded(keys: &str) -> Vec<u8> {
    let mark = |key: char| Mark::from_byte(u8::try_from(key.to_digit(10).unwrap()).unwrap());
    Paper::Marks(keys.chars().map(|key| mark(key).unwrap()).collect()).encode()
}

/// Types one batch by both tellers with one paper typed differently, which scrutineers decide; a copy
/// of the directory is taken after each step.
fn count_by_hand(hall: &Hall, papers: &[String], copies: &mut Vec<Vec<u8>>) {
    let dir = hall.dir.path();
    let (mut first, mut second) = tellers(hall);
    let first_keys: Vec<&str> = papers.iter().map(String::as_str).collect();
    let mut second_keys = first_keys.clone();
    second_keys[1] = "333333";
    let mut copy = || copies.push(bytes(dir));
    copy();
    type_batch(&mut first, 1, &first_keys);
    copy();
    type_batch(&mut second, 1, &second_keys);
    copy();
    for (client, keys) in [(&mut first, first_keys[1]), (&mut second, "333333")] {
        let page = client.get(&format!("{ROOM}/1"));
        client.submit(&page, "/retype", &[("paper-2", keys)]);
        copy();
    }
    for (who, act) in [
        ("qinghe-chief", "/decide"),
        ("qinghe-scrutineer", "/confirm"),
    ] {
        let mut client = hall.signed_in(who);
        let page = client.get(&format!("{ROOM}/1"));
        let fields: &[_] = match act {
            "/decide" => &[("paper-2", first_keys[1]), ("as", "ask")],
            _ => &[],
        };
        let told = client.submit(&page, act, fields);
        assert_eq!(told.status, 200, "{}", told.text());
        copy();
    }
}

fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

#[test]
fn at_no_moment_of_the_count_by_hand_does_any_file_hold_a_mark() {
    let hall = accounted(15, 7, "7");
    let dir = hall.dir.path();
    let papers: Vec<String> = (0..7).map(|n| keys(n * 31 + 5)).collect();
    let mut copies = Vec::new();
    count_by_hand(&hall, &papers, &mut copies);
    let rows = blobs(dir, "select key from batch_paper order by key");
    assert_eq!(rows.len(), 7);
    for (moment, copy) in copies.iter().enumerate() {
        let copy = letters(copy);
        for keys in papers.iter().map(String::as_str).chain(["333333"]) {
            assert!(
                !copy.contains(&letters(&encoded(keys))),
                "a paper at {moment}"
            );
            assert!(
                !copy.contains(&format!("paper-2={keys}")),
                "a form at {moment}"
            );
        }
    }
    let last = letters(copies.last().unwrap());
    assert!(
        last.contains(&letters(&rows[0])),
        "the search finds what is there"
    );
    let bodies = blobs(dir, "select body from batch_paper");
    let lengths: Vec<usize> = bodies.iter().map(Vec::len).collect();
    assert!(
        lengths.iter().all(|length| *length == lengths[0]),
        "{lengths:?}"
    );
    // Joined: the multiset alone is left, and it is in order of its contents.
    two(&hall, RoundAct::OpenBox);
    let after = bytes(dir);
    for row in rows.iter().chain(&bodies) {
        assert!(!contains(&after, row), "a sealed paper is left");
    }
    let opened = blobs(dir, "select pattern from opened_paper");
    for keys in &papers {
        assert!(opened.contains(&encoded(keys)), "each paper counts");
    }
    let mut sorted = opened.clone();
    sorted.sort();
    assert!(opened == sorted);
}

/// What is stored, without what follows from the random bytes of sealing: the digests of sealed rows,
/// in their table and in the log, and the chain over them.
fn comparable(dir: &Path) -> Vec<String> {
    // Texts are listed byte by byte.
    let before_digest: Vec<String> = b" sealed=".iter().map(u8::to_string).collect();
    let before_digest = before_digest.join(", ");
    let plain = |line: String| match line.split_once(&before_digest) {
        Some((before, _)) => before.to_owned(),
        None => line,
    };
    let is_digest =
        |line: &str| line.starts_with("paper_batch.digest=") || line.starts_with("audit.hash=");
    let lines = stored(dir).into_iter().map(plain);
    lines.filter(|line| !is_digest(line)).collect()
}

#[test]
fn until_the_box_is_opened_nothing_that_is_stored_depends_on_the_marks_of_typed_papers() {
    let count = |first: usize| {
        let hall = accounted(15, 6, "6");
        let papers: Vec<String> = (0..6).map(|n| keys(first + n)).collect();
        count_by_hand(&hall, &papers, &mut Vec::new());
        comparable(hall.dir.path())
    };
    let (one, other) = (count(0), count(150));
    let differ: Vec<_> = one
        .iter()
        .zip(&other)
        .filter(|(a, b)| a != b)
        .take(5)
        .collect();
    assert!(one.len() == other.len() && differ.is_empty(), "{differ:?}");
}

/// Which papers were typed in which batch, by whom and in which order does not show in what is left.
#[test]
fn after_the_scrub_the_same_papers_leave_the_same_data_whatever_their_order_in_the_piles() {
    let count = |order: &[usize]| {
        let hall = accounted(40, 28, "28");
        let all: Vec<String> = order.iter().map(|n| keys(n * 7)).collect();
        let (mut first, mut second) = tellers(&hall);
        for (batch, papers) in (1..).zip(all.chunks(25)) {
            let papers: Vec<&str> = papers.iter().map(String::as_str).collect();
            type_batch(&mut first, batch, &papers);
            type_batch(&mut second, batch, &papers);
        }
        two(&hall, RoundAct::OpenBox);
        let left = stored(hall.dir.path()).into_iter();
        left.filter(|line| !line.starts_with("audit."))
            .collect::<Vec<_>>()
    };
    let forwards: Vec<usize> = (0..28).collect();
    let backwards: Vec<usize> = forwards.iter().rev().copied().collect();
    let (one, other) = (count(&forwards), count(&backwards));
    let differ: Vec<_> = one
        .iter()
        .zip(&other)
        .filter(|(a, b)| a != b)
        .take(5)
        .collect();
    assert!(one.len() == other.len() && differ.is_empty(), "{differ:?}");
}

/// Something done to a batch by somebody who can write to the database, and what undoes it.
type Tampering = fn(&Connection) -> Undo;

/// Undoes what was done to the batch.
type Undo = Box<dyn Fn(&Connection)>;

fn altered(database: &Connection) -> Undo {
    flip(database);
    Box::new(flip)
}

fn flip(database: &Connection) {
    let sql = "select key, body from batch_paper order by key limit 1";
    let (key, mut body): (Vec<u8>, Vec<u8>) = database
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    body[40] ^= 1;
    let sql = "update batch_paper set body = ?2 where key = ?1";
    assert_eq!(database.execute(sql, params![key, body]).unwrap(), 1);
}

fn copied(database: &Connection) -> Undo {
    let sql = "insert into batch_paper select batch, x'0102030405060708090a0b0c0d0e0f10', body \
               from batch_paper where key = (select min(key) from batch_paper)";
    assert_eq!(database.execute(sql, []).unwrap(), 1);
    Box::new(|database| {
        let sql = "delete from batch_paper where key = x'0102030405060708090a0b0c0d0e0f10'";
        assert_eq!(database.execute(sql, []).unwrap(), 1);
    })
}

fn removed(database: &Connection) -> Undo {
    let sql = "select key, body from batch_paper order by key limit 1";
    let (key, body): (Vec<u8>, Vec<u8>) = database
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let gone = "delete from batch_paper where key = ?1";
    assert_eq!(database.execute(gone, [&key]).unwrap(), 1);
    Box::new(move |database| {
        let sql = "insert into batch_paper (batch, key, body) values (1, ?1, ?2)";
        assert_eq!(database.execute(sql, params![key, body]).unwrap(), 1);
    })
}

fn recounted(database: &Connection) -> Undo {
    let set = |papers: i64| {
        move |database: &Connection| {
            let sql = "update paper_batch set papers = ?1";
            assert_eq!(database.execute(sql, [papers]).unwrap(), 1);
        }
    };
    set(2)(database);
    Box::new(set(3))
}

/// A ballot of a phone laid among the papers, under its own key.
fn ballot_moved_in(database: &Connection) -> Undo {
    let sql = "insert into batch_paper select 1, key, body from box_ballot limit 1";
    assert_eq!(database.execute(sql, []).unwrap(), 1);
    Box::new(|database| {
        let sql = "delete from batch_paper where key in (select key from box_ballot)";
        assert_eq!(database.execute(sql, []).unwrap(), 1);
    })
}

#[test]
fn a_typed_paper_that_was_altered_added_copied_or_removed_stops_the_opening_with_nothing_written() {
    let hall = accounted(15, 3, "3");
    let (mut first, mut second) = tellers(&hall);
    let papers = ["111111", "222222", "/1"];
    type_batch(&mut first, 1, &papers);
    type_batch(&mut second, 1, &papers);
    for (who, act) in [
        ("qinghe-chief", "/decide"),
        ("qinghe-scrutineer", "/confirm"),
    ] {
        let mut client = hall.signed_in(who);
        let page = client.get(&format!("{ROOM}/1"));
        let fields: &[_] = if act == "/decide" {
            &[("paper-3", "/1"), ("as", "ask")]
        } else {
            &[]
        };
        client.submit(&page, act, fields);
    }
    let database = crate::support::boxes::to_write(hall.dir.path());
    let count = |sql: &str| -> i64 { database.query_row(sql, [], |row| row.get(0)).unwrap() };
    let cases: [(&str, Tampering, &str); 5] = [
        ("altered", altered, "sheets-changed"),
        ("copied", copied, "sheets-changed"),
        ("removed", removed, "sheets-changed"),
        ("its number changed", recounted, "batches-unequal"),
        ("a ballot moved in", ballot_moved_in, "sheets-changed"),
    ];
    for (name, tamper, code) in cases {
        let undo = tamper(&database);
        assert_eq!(tried(&hall, RoundAct::OpenBox, ""), [code], "{name}");
        assert_eq!(count("select count(*) from opened_paper"), 0, "{name}");
        assert_eq!(
            hall.stored("select stage from round where id = 1"),
            "accounted"
        );
        undo(&database);
    }
    assert_eq!(tried(&hall, RoundAct::OpenBox, ""), [] as [&str; 0]);
    assert_eq!(count("select sum(papers) from opened_paper"), 15);
    let void = "select reason || ' ' || length(pattern) from opened_paper where verdict = 'void'";
    assert_eq!(hall.stored(void), "illegible 0");
}

#[test]
fn voiding_destroys_typed_papers_unread() {
    let hall = accounted(15, 3, "3");
    let (mut first, mut second) = tellers(&hall);
    let papers = ["111111", "222222", "333333"];
    type_batch(&mut first, 1, &papers);
    type_batch(&mut second, 1, &papers);
    let dir = hall.dir.path();
    let sealed = blobs(dir, "select body from batch_paper");
    assert_eq!(sealed.len(), 3);
    two(&hall, RoundAct::Void);
    let after = bytes(dir);
    assert!(sealed.iter().all(|body| !contains(&after, body)));
}
