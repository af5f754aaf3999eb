//! Secrecy is a property of the stored bytes: attacked here with the whole data directory in hand.

use crate::support::AsShown as _;
use std::collections::BTreeSet;
use std::path::Path;

use domain::access::Actor;
use domain::ballot::{Mark, Paper};
use domain::id::{PollId, RoundId};
use domain::round::RoundAct;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::{self, DemoStage};
use rusqlite::Connection;
use service::Service;
use service::access::password::HashCost;

use super::ballot::{two, vote};
use crate::support::{Hall, boxes, noon};

fn open(dir: &Path) -> Connection {
    boxes::open(dir)
}

/// Every byte of the data directory: record, boxes, write-ahead logs, shared memory.
pub(crate) fn bytes(dir: &Path) -> Vec<u8> {
    let files = boxes::every_file(dir).into_iter();
    files
        .flat_map(|file| std::fs::read(file).unwrap())
        .collect()
}

pub(crate) fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}

pub(crate) fn blobs(dir: &Path, sql: &str) -> Vec<Vec<u8>> {
    let connection = open(dir);
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// The first column of every row.
pub(crate) fn texts(dir: &Path, sql: &str) -> Vec<String> {
    let connection = open(dir);
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

pub(crate) async fn cast(service: &Service, poll: PollId, code: &str, marks: &[Mark]) {
    let ticket = service.present(code).await.unwrap().unwrap();
    let sheet = service.open_sheet(ticket, poll).await.unwrap();
    let round = sheet.round.id;
    let token = service.sheet_token(ticket, round);
    let form = service
        .review(ticket, poll, round, &token, Paper::Marks(marks.to_vec()))
        .await
        .unwrap();
    let done = service.cast(
        ticket,
        poll,
        round,
        &form.nonce,
        &form.token,
        Paper::Marks(marks.to_vec()),
    );
    done.await.unwrap();
}

async fn close_and_open(service: &Service, round: RoundId, clerk: &Actor, chief: &Actor) {
    for act in [
        RoundAct::CloseVote,
        RoundAct::ConfirmAccount,
        RoundAct::OpenBox,
    ] {
        service.act_shown(clerk, round, act, "").await.unwrap();
        if act.needs_two() {
            service.act_shown(chief, round, act, "").await.unwrap();
        }
    }
}

/// The marks of the n-th paper: the same papers whatever the order of casting.
fn paper(n: usize) -> Vec<Mark> {
    (0..6)
        .map(|line| Mark::ALL[(n * 7 + line * n) % 4])
        .map(|mark| {
            if mark == Mark::Approve && n.is_multiple_of(2) {
                Mark::Oppose
            } else {
                mark
            }
        })
        .enumerate()
        .map(|(line, mark)| {
            if line > 3 && mark == Mark::Approve {
                Mark::Abstain
            } else {
                mark
            }
        })
        .collect()
}

#[test]
fn after_opening_the_file_is_the_same_for_twenty_orders_of_casting() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let base = tempfile::tempdir().unwrap();
    let (clock, random) = (Clock::fixed(noon()), Random::seeded(5));
    let (made, clerk, chief) = runtime.block_on(async {
        let service = Service::open_at(HashCost::CHEAP, base.path(), clock.clone(), random.clone())
            .await
            .unwrap();
        let made = demo::make(&service, DemoStage::Open, 25).await.unwrap();
        let mut staff = Vec::new();
        for name in ["qinghe-clerk", "qinghe-chief"] {
            let secret = service.sign_in(name, &made.password(name)).await.unwrap();
            staff.push(service.find_actor(&secret).await.unwrap().unwrap());
        }
        let chief = staff.pop().unwrap();
        (made, staff.pop().unwrap(), chief)
    });
    settled(base.path());
    let poll = PollId(made.polls[0].id);
    let voters = made.slips.len() - 1;
    let mut files = BTreeSet::new();
    let mut keys = BTreeSet::new();
    for order in 0..20_usize {
        let dir = tempfile::tempdir().unwrap();
        boxes::copy(base.path(), dir.path());
        runtime.block_on(async {
            let random = Random::seeded(1_000 + u64::try_from(order).unwrap());
            let service = Service::open_at(HashCost::CHEAP, dir.path(), clock.clone(), random)
                .await
                .unwrap();
            for step in 0..voters {
                // A different walk through the same voters each time (the step is coprime to their 23).
                let n = (order + step * [1, 5, 7, 11, 13, 17, 19, 3][order % 8]) % voters;
                cast(&service, poll, &made.slips[n].scanned, &paper(n)).await;
            }
            keys.insert(blobs(dir.path(), "select key from box_ballot order by key"));
            close_and_open(&service, made.county_round, &clerk, &chief).await;
        });
        settled(dir.path());
        let file = masked(dir.path());
        if let Some(first) = files.iter().next() {
            let first: &Vec<u8> = first;
            let differ: Vec<usize> = (0..file.len().max(first.len()))
                .filter(|place| file.get(*place) != first.get(*place))
                .collect();
            assert!(
                differ.is_empty(),
                "order {order}: {} bytes differ, first at {:?} of {} and {}",
                differ.len(),
                &differ[..differ.len().min(40)],
                file.len(),
                first.len()
            );
        }
        files.insert(file);
    }
    assert_eq!(keys.len(), 20, "the boxes themselves were all different");
    assert_eq!(files.len(), 1, "the opened files are one and the same");
}

/// Waits until the database is closed and the write-ahead log is gone. Where a reader was the last
/// to close, the log stays until somebody opens the file again; that is done here.
fn settled(dir: &Path) {
    for _ in 0..200 {
        if !dir.join("minsheng.db-wal").exists() {
            return;
        }
        let again = Connection::open(dir.join("minsheng.db")).unwrap();
        drop(again.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(())));
        drop(again);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("the write-ahead log is still there");
}

/// The database file without what counts commits (bytes 24 to 27 and 92 to 95 of the header), and
/// without the digest of the closed box, which is a hash over random keys, and the audit chain that
/// holds it.
fn masked(dir: &Path) -> Vec<u8> {
    let mut secrets = blobs(dir, "select hash from audit");
    let hex = |bytes: &Vec<u8>| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    // The salt of the papers is drawn at the opening, when nobody knows an order any more.
    secrets.extend(blobs(
        dir,
        "select papers_salt from round where papers_salt is not null",
    ));
    let digests = blobs(
        dir,
        "select box_digest from round where box_digest is not null \
         union all select papers_digest from round where papers_digest is not null",
    );
    secrets.extend(digests.iter().cloned());
    secrets.extend(digests.iter().map(|digest| hex(digest).into_bytes()));
    let mut file = std::fs::read(dir.join("minsheng.db")).unwrap();
    for place in (24..28).chain(92..96) {
        file[place] = 0;
    }
    for secret in secrets {
        let mut from = 0;
        while let Some(at) = file[from..].windows(secret.len()).position(|w| w == secret) {
            file[from + at..from + at + secret.len()].fill(0);
            from += at + secret.len();
        }
    }
    file
}

#[test]
fn opening_leaves_no_ballot_key_and_no_spent_right_anywhere_in_the_files() {
    let hall = Hall::at(DemoStage::Open);
    for slip in 0..14 {
        vote(&mut hall.scanned(slip), &[("m1", "a"), ("m2", "o")]);
    }
    let dir = hall.dir.path();
    let keys = blobs(dir, "select key from box_ballot");
    assert_eq!(keys.len(), 14);
    let before = bytes(dir);
    assert!(
        keys.iter().all(|key| contains(&before, key)),
        "they are there while the box is closed"
    );
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    hall.run(close_and_open(&hall.service, hall.round(), &clerk, &chief));
    let after = bytes(dir);
    assert!(
        !keys.iter().any(|key| contains(&after, key)),
        "no ballot's key is left"
    );
    let connection = open(dir);
    let count = |sql: &str| {
        connection
            .query_row(sql, [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(count("select count(*) from box_ballot"), 0);
    assert_eq!(count("select sum(papers) from opened_paper"), 14);
    assert_eq!(count("select count(*) from cast_right where spent = 1"), 0);
    assert_eq!(count("select count(*) from round where is_dirty = 1"), 0);
}

#[test]
fn voiding_destroys_the_ballots_unread() {
    let hall = Hall::at(DemoStage::Open);
    for slip in 0..5 {
        vote(&mut hall.scanned(slip), &[("m1", "a")]);
    }
    let dir = hall.dir.path();
    let keys = blobs(dir, "select key from box_ballot");
    two(&hall, RoundAct::Void);
    let after = bytes(dir);
    assert!(!keys.iter().any(|key| contains(&after, key)));
    let opened: i64 = open(dir)
        .query_row("select count(*) from opened_paper", [], |row| row.get(0))
        .unwrap();
    assert_eq!(opened, 0);
}

#[test]
fn no_column_joins_a_deputy_to_a_slip_or_a_ballot() {
    let hall = Hall::at(DemoStage::Open);
    for slip in 0..6 {
        vote(&mut hall.scanned(slip), &[("m1", "a")]);
    }
    let connection = open(hall.dir.path());
    let columns = |table: &str| -> BTreeSet<String> {
        let sql = format!("select name from pragma_table_info('{table}')");
        let mut statement = connection.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    assert_eq!(
        columns("issued"),
        ["sitting", "deputy", "kind"].map(str::to_owned).into()
    );
    assert_eq!(
        columns("box_ballot"),
        ["round", "key", "body"].map(str::to_owned).into(),
        "the round is that of the file"
    );
    let of_slips = ["slip", "cast_right", "box_ballot"].map(columns);
    for table in &of_slips {
        for name in [
            "deputy",
            "account",
            "at",
            "created_at",
            "issued_at",
            "number",
        ] {
            assert!(!table.contains(name), "{name}");
        }
    }
    // Not a value either: no hash or key of the voting side stands in a table that knows people.
    let secrets = blobs(hall.dir.path(), "select code_hash from slip");
    for table in [
        "issued",
        "attendance",
        "deputy",
        "audit",
        "act_request",
        "sign_in",
    ] {
        let sql = format!("select * from {table}");
        let mut statement = connection.prepare(&sql).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..width {
                let value = format!("{:?}", row.get_ref(column).unwrap());
                let blob = row
                    .get_ref(column)
                    .unwrap()
                    .as_blob()
                    .ok()
                    .map(<[u8]>::to_vec);
                assert!(
                    !secrets.iter().any(|one| Some(one) == blob.as_ref()),
                    "{table}: {value}"
                );
            }
        }
    }
    for table in [
        "issued",
        "slip",
        "cast_right",
        "box_ballot",
        "opened_paper",
        "attendance",
    ] {
        let sql = "select sql from main.sqlite_schema where name = ?1 \
                   union all select sql from box0.sqlite_schema where name = ?1";
        let sql: String = connection
            .query_row(sql, [table], |row| row.get(0))
            .unwrap();
        assert!(
            sql.to_lowercase().contains("without rowid"),
            "{table} keeps no order of insertion"
        );
    }
}

#[test]
fn casting_writes_no_event_and_the_audit_chain_holds() {
    let hall = Hall::at(DemoStage::Open);
    let lines = || -> i64 {
        let sql = "select count(*) from audit";
        open(hall.dir.path())
            .query_row(sql, [], |row| row.get(0))
            .unwrap()
    };
    let before = lines();
    for slip in 0..4 {
        vote(&mut hall.scanned(slip), &[("m1", "a")]);
    }
    assert_eq!(lines(), before);
    two(&hall, RoundAct::CloseVote);
    let sql = "select group_concat(line, char(10)) from audit";
    let log: String = open(hall.dir.path())
        .query_row(sql, [], |row| row.get(0))
        .unwrap();
    assert!(
        log.contains("act=close-vote first=account/1@own-account second=account/2@own-account issued=15 returned=4 box="),
        "{log}"
    );
    for word in ["approve", "oppose", "abstain", "m1="] {
        assert!(!log.contains(word), "{word}");
    }
}

#[test]
fn before_closing_every_page_is_the_same_whatever_was_marked() {
    let pages = |mark: &str| -> Vec<String> {
        let hall = Hall::seeded(DemoStage::Open, 15, 99);
        for slip in 0..10 {
            vote(&mut hall.scanned(slip), &[("m1", mark), ("m2", mark)]);
        }
        let mut clerk = hall.signed_in("qinghe-clerk");
        [
            "/manage",
            "/manage/polls/1",
            "/manage/sittings/1/roll",
            "/manage/sittings/1/slips",
            "/count/1",
            "/count/1/statement",
            "/polls/1",
            "/",
            "/regions/qinghe",
        ]
        .iter()
        .map(|path| {
            let page = clerk.get(path);
            assert_eq!(page.status, 200, "{path}");
            page.text()
        })
        .collect()
    };
    assert_eq!(pages("a"), pages("o"));
}

#[test]
fn a_form_and_its_answer_have_one_length_whatever_was_marked() {
    let hall = Hall::at(DemoStage::Open);
    let mut lengths = BTreeSet::new();
    for (slip, mark) in ["a", "o", "x", "n"].iter().enumerate() {
        let marks = [("m1", *mark), ("m3", *mark)];
        let mut client = hall.scanned(slip);
        let form = super::ballot::review(&mut client, &marks);
        let (_, fields) = form.form("/ballot/1/cast");
        let pairs: Vec<_> = fields
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        let body = crate::support::client::encode(&pairs);
        let done = client.submit(&form, "/ballot/1/cast", &[]);
        lengths.insert((body.len(), done.body.len()));
    }
    assert_eq!(lengths.len(), 1, "{lengths:?}");
    let bodies = blobs(hall.dir.path(), "select body from box_ballot");
    assert!(
        bodies.iter().all(|body| body.len() == 8 + 48),
        "stored ballots too"
    );
}
