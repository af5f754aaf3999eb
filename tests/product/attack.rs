//! The attacker has everything: the data directory at every moment, copies from before, during and
//! after, and a program that tries to link slips to papers. With the cards gone it finds nothing;
//! with enough cards kept and a copy from the middle of the vote it reads every mark, and says so.

use crate::support::AsShown as _;
use std::collections::BTreeSet;
use std::path::Path;

use domain::access::Actor;
use domain::ballot::{Mark, Paper};
use domain::id::RoundId;
use domain::round::RoundAct;
use domain::round::holding::KeyHolding;
use machine::clock::Clock;
use machine::random::Random;
use rusqlite::{Connection, params};
use seal::ballot::{self, RowPurpose};
use seal::{BoxContext, BoxKey, OpeningKey, Secret, Share, share};
use service::{Service, ServiceError};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::sealed_box::{close, give, tried, voting};
use super::secrecy::{blobs, bytes, cast, contains};
use crate::support::{Hall, boxes, noon};

const ROUND: RoundId = RoundId(1);

/// A hall that votes, as files from which any number of elections can be begun.
struct Base {
    hall: Hall,
    codes: Vec<String>,
    cards: Vec<String>,
    clerk: Actor,
    chief: Actor,
}

impl Base {
    fn new() -> Self {
        let (hall, codes, cards) = voting();
        let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
        Self {
            hall,
            codes,
            cards,
            clerk,
            chief,
        }
    }

    /// A copy of the directory as it is now, compact and without a log.
    fn copy(&self) -> TempDir {
        let dir = tempfile::tempdir().unwrap();
        copy_database(self.hall.dir.path(), dir.path());
        dir
    }

    fn open(&self, dir: &Path, seed: u64) -> Service {
        let clock = Clock::fixed(noon());
        let opened = Service::open(dir, clock, Random::seeded(seed));
        self.hall.run(opened).unwrap()
    }

    /// Presses an act by both people; the codes it was refused for.
    async fn press(&self, service: &Service, act: RoundAct) -> Vec<&'static str> {
        for actor in [&self.clerk, &self.chief] {
            match service.act_shown(actor, ROUND, act, "").await {
                Ok(_) if act.needs_two() => {}
                Ok(_) => break,
                Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
                    return error
                        .problems()
                        .iter()
                        .map(|problem| problem.code)
                        .collect();
                }
                Err(error) => panic!("{error:?}"),
            }
        }
        Vec::new()
    }

    async fn close(&self, service: &Service) {
        for act in [RoundAct::CloseVote, RoundAct::ConfirmAccount] {
            assert_eq!(self.press(service, act).await, [] as [&str; 0]);
        }
    }

    async fn give_cards(&self, service: &Service) {
        for card in &self.cards[..2] {
            service.give_card(&self.clerk, ROUND, card).await.unwrap();
        }
    }
}

pub(crate) fn copy_database(from: &Path, to: &Path) {
    let database = Connection::open(from.join("minsheng.db")).unwrap();
    let file = to.join("minsheng.db");
    database
        .execute("vacuum into ?1", [file.to_str().unwrap()])
        .unwrap();
    std::fs::copy(from.join("minsheng.key"), to.join("minsheng.key")).unwrap();
    for file in boxes::files(from) {
        std::fs::create_dir_all(to.join("boxes")).unwrap();
        let copy = to.join("boxes").join(file.file_name().unwrap());
        Connection::open(file)
            .unwrap()
            .execute("vacuum into ?1", [copy.to_str().unwrap()])
            .unwrap();
    }
}

/// Numbers that differ from election to election and not from run to run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    /// The numbers below a bound in some order.
    fn order(&mut self, bound: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..bound).collect();
        for place in (1..bound).rev() {
            order.swap(place, self.below(place + 1));
        }
        order
    }
}

/// The n-th of many different papers that no rule makes void.
fn paper(n: usize) -> Vec<Mark> {
    let marks = [Mark::Oppose, Mark::Abstain, Mark::Unmarked];
    (0..6)
        .map(|line| match line {
            0 => Mark::Approve,
            line => marks[n / 3_usize.pow(line - 1) % 3],
        })
        .collect()
}

/// The share that a card's digits say.
fn share_of(number: u8, card: &str) -> Share {
    let groups = card.split(' ').take(8);
    let bytes: Vec<u8> = groups
        .flat_map(|group| group.parse::<u16>().unwrap().to_be_bytes())
        .collect();
    Share::of(number, bytes.try_into().unwrap())
}

/// What a copy of the database tells of the box of the round: who holds its key, its public key.
fn box_of(dir: &Path) -> (KeyHolding, BoxKey) {
    let database = Connection::open(dir.join("minsheng.db")).unwrap();
    let sql = "select holding, public_key, context from sealed_box where round = 1";
    let (holding, public, context): (String, Vec<u8>, Vec<u8>) = database
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    let key = BoxKey::stored(&public, BoxContext::stored(context)).unwrap();
    (KeyHolding::from_word(&holding).unwrap(), key)
}

/// The key of the box, from a copy of the database and cards that somebody kept.
fn key_with(dir: &Path, cards: &[String]) -> Option<OpeningKey> {
    let (holding, key) = box_of(dir);
    let shares: Vec<Share> = (1..).zip(cards).map(|(n, c)| share_of(n, c)).collect();
    share::opening_key(&shares, holding, &key).ok()
}

fn rows(dir: &Path) -> Vec<([u8; 16], Vec<u8>)> {
    let database = boxes::open(dir);
    let mut statement = database
        .prepare("select key, body from box_ballot where round = 1 order by key")
        .unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

/// Bytes as letters, one each: texts are searched fast, also in an unoptimised build.
fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

#[test]
fn before_the_opening_no_copy_of_any_moment_holds_a_mark_a_card_or_the_secret() {
    let base = Base::new();
    let (hall, dir) = (&base.hall, base.hall.dir.path());
    let mut copies = vec![bytes(dir)];
    let papers: Vec<Vec<u8>> = (0..9)
        .map(|n| Paper::Marks(paper(n * 7 + 1)).encode())
        .collect();
    for (n, code) in base.codes[..9].iter().enumerate() {
        hall.run(cast(&hall.service, hall.poll(), code, &paper(n * 7 + 1)));
        copies.push(bytes(dir));
    }
    close(hall);
    copies.push(bytes(dir));
    give(hall, &base.cards[0]);
    copies.push(bytes(dir));
    let key = key_with(dir, &base.cards).unwrap();
    let (holding, _) = box_of(dir);
    let shares: Vec<Share> = (1..)
        .zip(&base.cards)
        .map(|(n, c)| share_of(n, c))
        .collect();
    let secret = share::combine(&shares, holding).unwrap();
    let public = key.box_key().bytes();
    for (moment, copy) in copies.iter().enumerate() {
        let copy = letters(copy);
        let has = |bytes: &[u8]| copy.contains(&letters(bytes));
        assert!(has(&public), "the search finds what is there");
        assert!(!has(secret.bytes()), "the secret at {moment}");
        for (share, card) in shares.iter().zip(&base.cards) {
            assert!(!has(share.bytes()), "a share at {moment}");
            assert!(!has(card.as_bytes()), "a card at {moment}");
        }
        for paper in &papers {
            assert!(!has(paper), "a paper at {moment}");
        }
    }
}

/// Everything that is stored, but of a sealed ballot only its length.
pub(crate) fn stored(dir: &Path) -> Vec<String> {
    let database = boxes::to_write(dir);
    let mut out = Vec::new();
    for (place, table) in boxes::tables(&database) {
        let sql = format!("select * from {place}");
        let mut statement = database.prepare(&sql).unwrap();
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for (place, column) in columns.iter().enumerate() {
                let value = row.get_ref(place).unwrap();
                let told = match (table.as_str(), column.as_str()) {
                    ("box_ballot" | "batch_paper", "body") => {
                        value.as_blob().unwrap().len().to_string()
                    }
                    _ => format!("{value:?}"),
                };
                out.push(format!("{table}.{column}={told}"));
            }
        }
    }
    out
}

#[test]
fn while_voting_nothing_that_is_stored_depends_on_the_marks() {
    let vote = |first: usize| {
        let base = Base::new();
        let hall = &base.hall;
        for (n, code) in base.codes[..9].iter().enumerate() {
            hall.run(cast(&hall.service, hall.poll(), code, &paper(first + n)));
        }
        let sealed: BTreeSet<Vec<u8>> = rows(hall.dir.path()).into_iter().map(|(_, b)| b).collect();
        (stored(hall.dir.path()), sealed)
    };
    let ((one, sealed_one), (other, sealed_other)) = (vote(0), vote(100));
    let differ: Vec<_> = one
        .iter()
        .zip(&other)
        .filter(|(a, b)| a != b)
        .take(5)
        .collect();
    assert!(one.len() == other.len() && differ.is_empty(), "{differ:?}");
    assert!(
        sealed_one.is_disjoint(&sealed_other),
        "only the sealed ballots"
    );
}

/// How often each way of guessing was right.
#[derive(Default)]
struct Hits {
    by_time: usize,
    by_key: usize,
    by_body: usize,
    by_likeness: usize,
}

/// How many bits two texts have in common where both have bytes.
fn likeness(one: &[u8], other: &[u8]) -> u32 {
    let same = |(a, b): (&u8, &u8)| (a ^ b).count_zeros();
    one.iter().zip(other).map(same).sum()
}

impl Hits {
    /// Guesses the paper of each sealed row, given in the order of casting with its true paper.
    fn guess(&mut self, cast: &[([u8; 16], Vec<u8>, Vec<u8>)], opened: &[Vec<u8>]) {
        let mut by_key: Vec<_> = cast.iter().collect();
        by_key.sort_by_key(|(key, _, _)| *key);
        let mut by_body: Vec<_> = cast.iter().collect();
        by_body.sort_by_key(|(_, body, _)| body.clone());
        for (place, (_, body, paper)) in cast.iter().enumerate() {
            self.by_time += usize::from(opened[place] == *paper);
            self.by_key += usize::from(opened[place] == by_key[place].2);
            self.by_body += usize::from(opened[place] == by_body[place].2);
            let likest = opened.iter().max_by_key(|one| likeness(&body[32..], one));
            self.by_likeness += usize::from(likest == Some(paper));
        }
    }
}

#[test]
fn with_the_cards_gone_a_link_program_over_many_elections_does_no_better_than_chance() {
    const ELECTIONS: usize = 50;
    let base = Base::new();
    let voters = base.codes.len() - 1;
    let mut hits = Hits::default();
    for election in 0..ELECTIONS {
        let seed = u64::try_from(election).unwrap();
        let mut dice = Dice(seed * 31 + 7);
        let dir = base.copy();
        let service = base.open(dir.path(), seed + 500);
        let (slips, papers) = (dice.order(voters), dice.order(voters));
        let mut cast_rows = Vec::new();
        let mut known = BTreeSet::new();
        for (slip, n) in slips.into_iter().zip(papers) {
            let marks = paper(n * 11);
            base.hall
                .run(cast(&service, base.hall.poll(), &base.codes[slip], &marks));
            // The attacker copies the disk after each cast: slip and sealed row are tied for sure.
            let new: Vec<_> = rows(dir.path())
                .into_iter()
                .filter(|(key, _)| !known.contains(key))
                .collect();
            let [(key, body)] = new.as_slice() else {
                panic!("one row a cast");
            };
            known.insert(*key);
            cast_rows.push((*key, body.clone(), Paper::Marks(marks).encode()));
        }
        base.hall.run(async {
            base.close(&service).await;
            base.give_cards(&service).await;
            assert_eq!(
                base.press(&service, RoundAct::OpenBox).await,
                [] as [&str; 0]
            );
        });
        // Every paper is different: in the file there is one row for each.
        let opened = blobs(dir.path(), "select pattern from opened_paper");
        assert_eq!(opened.len(), voters);
        hits.guess(&cast_rows, &opened);
        let after = bytes(dir.path());
        assert!(known.iter().all(|key| !contains(&after, key)));
    }
    // By chance one of all papers of an election is guessed, give or take one.
    for (way, right) in [
        ("time", hits.by_time),
        ("key", hits.by_key),
        ("body", hits.by_body),
        ("likeness", hits.by_likeness),
    ] {
        assert!(
            (ELECTIONS - 30..=ELECTIONS + 30).contains(&right),
            "by {way}: {right} of {} in {ELECTIONS} elections",
            ELECTIONS * voters
        );
    }
}

#[test]
fn whoever_kept_enough_cards_and_a_copy_from_the_middle_of_the_vote_reads_every_mark_of_it() {
    let base = Base::new();
    let hall = &base.hall;
    let mut order = Vec::new();
    for (n, code) in base.codes[..8].iter().enumerate() {
        hall.run(cast(&hall.service, hall.poll(), code, &paper(n * 13)));
        let known: BTreeSet<[u8; 16]> = order.iter().map(|(key, _)| *key).collect();
        let new = rows(hall.dir.path());
        let (key, _) = new.iter().find(|(key, _)| !known.contains(key)).unwrap();
        order.push((*key, Paper::Marks(paper(n * 13)).encode()));
    }
    let copy = base.copy();
    close(hall);
    for card in &base.cards[..2] {
        give(hall, card);
    }
    assert_eq!(tried(hall, RoundAct::OpenBox, ""), [] as [&str; 0]);
    // This is what destroying the cards is for.
    let key = key_with(copy.path(), &base.cards[..2]).unwrap();
    let rows = rows(copy.path());
    for (row, paper) in &order {
        let (_, body) = rows.iter().find(|(key, _)| key == row).unwrap();
        let opened = ballot::open(&key, RowPurpose::Cast, row, body).unwrap();
        assert_eq!(*opened, *paper, "a slip and its marks");
    }
    assert!(
        key_with(copy.path(), &base.cards[..1]).is_none(),
        "with one card of the two that are needed the same copy tells nothing"
    );
}

/// Something done to the box by somebody who can write to the database.
type Tampering = fn(&Connection);

fn alter(database: &Connection) {
    let sql = "select key, body from box_ballot order by key limit 1";
    let (key, mut body): (Vec<u8>, Vec<u8>) = database
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    body[40] ^= 1;
    let sql = "update box_ballot set body = ?2 where key = ?1";
    assert_eq!(database.execute(sql, params![key, body]).unwrap(), 1);
}

fn remove(database: &Connection) {
    let sql = "delete from box_ballot where key = (select min(key) from box_ballot)";
    assert_eq!(database.execute(sql, []).unwrap(), 1);
}

/// A right is spent as well, so that the numbers agree.
fn spend(database: &Connection) {
    let sql = "update cast_right set spent = 1 where slip = \
               (select min(slip) from cast_right where spent = 0)";
    assert_eq!(database.execute(sql, []).unwrap(), 1);
}

fn unspend(database: &Connection) {
    let sql = "update cast_right set spent = 0 where slip = \
               (select min(slip) from cast_right where spent = 1)";
    assert_eq!(database.execute(sql, []).unwrap(), 1);
}

fn copy_row(database: &Connection) {
    let sql = "insert into box_ballot select x'0102030405060708090a0b0c0d0e0f10', body \
               from box_ballot where key = (select min(key) from box_ballot)";
    assert_eq!(database.execute(sql, []).unwrap(), 1);
    spend(database);
}

fn add(database: &Connection, to: &BoxKey, plain: &[u8]) {
    let row = [9; 16];
    let body = ballot::seal(to, RowPurpose::Cast, &row, plain, [5; 32]).unwrap();
    let sql = "insert into box_ballot (key, body) values (?1, ?2)";
    database.execute(sql, params![row, body]).unwrap();
    spend(database);
}

fn own_key(database: &Connection) -> BoxKey {
    let sql = "select public_key, context from sealed_box where round = 1";
    let (public, context): (Vec<u8>, Vec<u8>) = database
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    BoxKey::stored(&public, BoxContext::stored(context)).unwrap()
}

/// A good ballot of another round's box.
fn move_in(database: &Connection) {
    let context = own_key(database).context().clone();
    let other = Secret::of([1; 16]).opening_key(&context).unwrap();
    add(database, other.box_key(), &Paper::Marks(paper(1)).encode());
}

fn nothing(_: &Connection) {}

fn remove_with_right(database: &Connection) {
    remove(database);
    unspend(database);
}

#[test]
fn a_row_that_was_altered_added_copied_moved_or_removed_stops_the_opening_with_nothing_written() {
    let base = Base::new();
    for (n, code) in base.codes[..6].iter().enumerate() {
        base.hall
            .run(cast(&base.hall.service, base.hall.poll(), code, &paper(n)));
    }
    // What is done before closing, what after, and what the opening says.
    let cases: [(&str, Tampering, Tampering, &str); 8] = [
        ("nothing at all", nothing, nothing, ""),
        ("altered before closing", alter, nothing, "ballots-unopened"),
        ("altered after closing", nothing, alter, "box-changed"),
        (
            "copied before closing",
            copy_row,
            nothing,
            "ballot-repeated",
        ),
        (
            "moved in before closing",
            move_in,
            nothing,
            "ballots-unopened",
        ),
        (
            "moved in after closing",
            nothing,
            move_in,
            "box-count-changed",
        ),
        ("removed after closing", nothing, remove, "fact-changed"),
        (
            "removed with its right",
            nothing,
            remove_with_right,
            "box-count-changed",
        ),
    ];
    for (name, before, after, code) in cases {
        let dir = base.copy();
        let service = base.open(dir.path(), 3);
        let database = boxes::to_write(dir.path());
        before(&database);
        let told = base.hall.run(async {
            base.close(&service).await;
            base.give_cards(&service).await;
            after(&database);
            base.press(&service, RoundAct::OpenBox).await
        });
        let count = |sql: &str| -> i64 { database.query_row(sql, [], |row| row.get(0)).unwrap() };
        if code.is_empty() {
            assert_eq!(told, [] as [&str; 0], "{name}");
            assert_eq!(count("select sum(papers) from opened_paper"), 6, "{name}");
            continue;
        }
        assert_eq!(told, [code], "{name}");
        assert_eq!(count("select count(*) from opened_paper"), 0, "{name}");
        assert!(count("select count(*) from box_ballot") >= 5, "{name}");
        let stage: String = database
            .query_row("select stage from round where id = 1", [], |row| row.get(0))
            .unwrap();
        assert_eq!(stage, "accounted", "{name}");
    }
}

#[test]
fn what_opens_and_is_no_paper_is_a_void_paper_and_none_of_its_bytes_are_kept() {
    let base = Base::new();
    for (n, code) in base.codes[..4].iter().enumerate() {
        base.hall
            .run(cast(&base.hall.service, base.hall.poll(), code, &paper(n)));
    }
    let dir = base.copy();
    let service = base.open(dir.path(), 3);
    let database = boxes::to_write(dir.path());
    let to = own_key(&database);
    add(&database, &to, b"signed by the one who was told to");
    base.hall.run(async {
        base.close(&service).await;
        base.give_cards(&service).await;
        assert_eq!(
            base.press(&service, RoundAct::OpenBox).await,
            [] as [&str; 0]
        );
    });
    let sql = "select verdict || ' ' || reason || ' ' || papers || ' ' || length(pattern) \
               from opened_paper where verdict = 'void'";
    let told: String = database.query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(told, "void unreadable 1 0");
    assert!(!contains(&bytes(dir.path()), b"signed by the one"));
}

#[test]
fn voiding_for_lost_cards_destroys_the_sealed_ballots_and_the_key() {
    let base = Base::new();
    let hall = &base.hall;
    for (n, code) in base.codes[..5].iter().enumerate() {
        hall.run(cast(&hall.service, hall.poll(), code, &paper(n)));
    }
    close(hall);
    let dir = hall.dir.path();
    let (sealed, key) = (rows(dir), box_of(dir).1.bytes());
    give(hall, &base.cards[0]);
    super::ballot::two(hall, RoundAct::Void);
    let after = bytes(dir);
    for (row, body) in &sealed {
        assert!(!contains(&after, row) && !contains(&after, body));
    }
    let in_clear = blobs(
        dir,
        "select public_key from sealed_box where public_key is not null",
    );
    assert!(!in_clear.contains(&key.to_vec()));
    assert_eq!(
        blobs(dir, "select cast(count(*) as blob) from card"),
        [b"0".to_vec()]
    );
}

#[test]
fn a_box_that_cannot_be_removed_keeps_its_round_dirty_until_it_can() {
    let base = Base::new();
    let hall = &base.hall;
    for (n, code) in base.codes[..5].iter().enumerate() {
        hall.run(cast(&hall.service, hall.poll(), code, &paper(n)));
    }
    close(hall);
    let (dir, keys) = (hall.dir.path(), rows(hall.dir.path()));
    for card in &base.cards[..2] {
        give(hall, card);
    }
    let obstacle = boxes::obstruct(dir);
    assert_eq!(tried(hall, RoundAct::OpenBox, ""), [] as [&str; 0]);
    let dirty = "select count(*) from round where is_dirty = 1";
    assert_eq!(super::sealed_box::number(hall, dirty), 1);
    assert_eq!(
        tried(hall, RoundAct::RecordCards, "3"),
        ["cards-wait-for-clean"],
        "the cards are needed no more, but the store is not clean"
    );
    let clerk = hall.actor("qinghe-clerk");
    let count = hall.service.act_shown(&clerk, ROUND, RoundAct::Count, "");
    hall.run(count).unwrap();
    assert!(tried(hall, RoundAct::Certify, "").contains(&"box-not-clean"));
    std::fs::remove_dir(obstacle).unwrap();
    assert_eq!(tried(hall, RoundAct::RecordCards, "3"), [] as [&str; 0]);
    assert_eq!(super::sealed_box::number(hall, dirty), 0);
    let after = bytes(dir);
    assert!(
        keys.iter()
            .all(|(key, body)| !contains(&after, key) && !contains(&after, body))
    );
}

/// Opens a directory again after its service was dropped; its threads end in their own time.
fn reopen(runtime: &Runtime, dir: &Path) -> Service {
    for _ in 0..200 {
        let opened = Service::open(dir, Clock::fixed(noon()), Random::seeded(8));
        match runtime.block_on(opened) {
            Ok(service) => return service,
            Err(_) => std::thread::sleep(std::time::Duration::from_millis(25)),
        }
    }
    panic!("the directory is still in use");
}

#[test]
fn a_stop_before_the_opening_forgets_typed_cards_and_one_after_it_finishes_the_scrub() {
    let base = Base::new();
    for (n, code) in base.codes[..5].iter().enumerate() {
        base.hall
            .run(cast(&base.hall.service, base.hall.poll(), code, &paper(n)));
    }
    let runtime = &base.hall.runtime;
    let dir = base.copy();
    let service = base.open(dir.path(), 3);
    base.hall.run(async {
        base.close(&service).await;
        base.give_cards(&service).await;
    });
    drop(service);
    let service = reopen(runtime, dir.path());
    let told = base.hall.run(base.press(&service, RoundAct::OpenBox));
    assert_eq!(told, ["cards-missing"], "they are typed again");
    let obstacle = boxes::obstruct(dir.path());
    base.hall.run(async {
        base.give_cards(&service).await;
        assert_eq!(
            base.press(&service, RoundAct::OpenBox).await,
            [] as [&str; 0]
        );
    });
    drop(service);
    std::fs::remove_dir(obstacle).unwrap();
    let service = reopen(runtime, dir.path());
    let database = Connection::open(dir.path().join("minsheng.db")).unwrap();
    let count = |sql: &str| -> i64 { database.query_row(sql, [], |row| row.get(0)).unwrap() };
    // A task does it, beside whoever is served already.
    let is_dirty = || count("select count(*) from round where is_dirty = 1") == 1;
    crate::support::until("the scrub is finished", || !is_dirty());
    assert_eq!(count("select sum(papers) from opened_paper"), 5);
    drop(service);
}
