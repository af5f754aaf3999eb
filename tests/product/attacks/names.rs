//! Whatever comes again: a rehearsal's numbers, a void round's forms, a key of before, a database put
//! back from a backup. None of it may meet another thing.

use crate::support::AsShown as _;
use domain::access::Actor;
use domain::ballot::{BallotKind, Mark, Paper};
use domain::digest::Digest;
use domain::id::{PollId, RoundId};
use domain::poll::template::Template;
use domain::round::holding::KeyHolding;
use domain::round::{RoundAct, RoundStage};
use domain::sitting::roll::Attendance;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::DemoStage;
use rusqlite::{Connection, params};
use seal::ballot::{RowPurpose, open};
use seal::context::BoxFacts;
use seal::{BoxContext, BoxKey, Secret};
use service::access::password::HashCost;
use service::installation::backup_place::BackupPlace;
use service::installation::restoring::{RestoreOrder, restore};
use service::poll::polling::NewPoll;
use service::voting::casting::CastOutcome;
use service::{Service, ServiceError};

use crate::attack::copy_database;
use crate::sealed_box::HOLDERS;
use crate::support::{Client, Hall, Page, boxes, client, noon, slips, until};
use crate::{secrecy, steps};

/// A congress's people on a service: the hall's own, or one on a copy of its files.
pub(crate) struct Ground<'g> {
    pub(crate) hall: &'g Hall,
    pub(crate) service: &'g Service,
}

impl<'g> Ground<'g> {
    pub(crate) fn of(hall: &'g Hall) -> Self {
        Self {
            hall,
            service: &hall.service,
        }
    }

    pub(crate) fn actor(&self, username: &str) -> Actor {
        let password = self.hall.made.password(username);
        self.hall.run(async {
            let secret = self.service.sign_in(username, &password).await.unwrap();
            self.service.find_actor(&secret).await.unwrap().unwrap()
        })
    }

    /// Presses an act, by both people where it needs two.
    pub(crate) fn act(&self, people: &[Actor; 2], round: RoundId, act: RoundAct, typed: &str) {
        let told = self.tried(people, round, act, typed);
        assert_eq!(told, [] as [&str; 0], "{act:?}");
    }

    /// The same; the codes that it was refused for.
    pub(crate) fn tried(
        &self,
        people: &[Actor; 2],
        round: RoundId,
        act: RoundAct,
        typed: &str,
    ) -> Vec<&'static str> {
        let number = if act.needs_two() { 2 } else { 1 };
        for person in people.iter().take(number) {
            let done = self.service.act_shown(person, round, act, typed);
            if let Err(error) = self.hall.run(done) {
                assert!(
                    matches!(error, ServiceError::Refused(_) | ServiceError::Invalid(_)),
                    "{act:?}: {error:?}"
                );
                return error.problems().iter().map(|one| one.code).collect();
            }
        }
        Vec::new()
    }

    /// Prints slips for all who are present and hands them out.
    fn hand_out(&self, people: &[Actor; 2], poll: PollId) -> Vec<String> {
        let clerk = &people[0];
        self.hall.run(async {
            let sitting = self.service.get_poll(clerk, poll).await.unwrap().sitting.id;
            let roll = self.service.get_roll(clerk, sitting).await.unwrap();
            let here = roll.lines.iter();
            let here = here.filter(|line| line.attendance == Attendance::Present);
            let here: Vec<_> = here.map(|line| line.deputy).collect();
            let number = u32::try_from(here.len()).unwrap();
            let two = (clerk, &people[1]);
            let printed = slips::print(self.service, sitting, two, number).await;
            let issued = self.service.issue_slips(clerk, sitting, here);
            issued.await.unwrap();
            printed.into_iter().map(|slip| slip.scanned).collect()
        })
    }

    fn newest(&self, clerk: &Actor, poll: PollId) -> RoundId {
        let view = self.hall.run(self.service.get_poll(clerk, poll)).unwrap();
        view.rounds.last().unwrap().round.id
    }

    /// Rehearses a poll from sealing to the count, with the dummies' votes; does not wipe it.
    pub(crate) fn rehearse(&self, poll: PollId, who: [&str; 2]) -> (PollId, RoundId) {
        let clerk = self.actor(who[0]);
        let copy = self.service.start_rehearsal(&clerk, poll, "演练");
        let copy = self.hall.run(copy).unwrap();
        // The people of the copy are those of the congress: they sign in again.
        let people = who.map(|name| self.actor(name));
        let clerk = &people[0];
        let round = self.newest(clerk, copy);
        self.act(&people, round, RoundAct::Seal, "server");
        self.act(&people, round, RoundAct::StartIssuing, "");
        self.hand_out(&people, copy);
        self.act(&people, round, RoundAct::OpenVote, "");
        let cast = self.hall.run(self.service.rehearse_votes(clerk, copy));
        assert_eq!(cast.unwrap(), 12);
        for act in [
            RoundAct::CloseVote,
            RoundAct::ConfirmAccount,
            RoundAct::OpenBox,
            RoundAct::Count,
        ] {
            self.act(&people, round, act, "");
        }
        let result = self.hall.run(self.service.get_result(clerk, copy)).unwrap();
        assert_eq!(result.rounds[0].outcome.as_ref().unwrap().valid, 12);
        (copy, round)
    }

    pub(crate) fn wipe(&self, copy: PollId, who: [&str; 2]) {
        let clerk = self.actor(who[0]);
        self.hall
            .run(self.service.wipe_rehearsal(&clerk, copy))
            .unwrap();
    }

    /// Another poll of the county on the list of the first, with its rules adopted and frozen.
    pub(crate) fn real_poll(&self) -> (PollId, RoundId) {
        let people = PEOPLE.map(|name| self.actor(name));
        let (clerk, service) = (&people[0], self.service);
        let (poll, round) = self.hall.run(async {
            let first = service.get_poll(clerk, self.hall.poll()).await.unwrap();
            let lists = service.list_lists(clerk, self.hall.poll()).await.unwrap();
            let new = NewPoll {
                session: first.session.id,
                sitting: self.hall.sitting(),
                title: "正式票决".to_owned(),
                places: 4,
                template: Template::PerItem,
            };
            let (poll, round) = service.create_poll(clerk, new).await.unwrap();
            service
                .use_list(clerk, poll, lists.0.unwrap())
                .await
                .unwrap();
            let view = service.get_poll(clerk, poll).await.unwrap();
            if !view.findings.is_empty() {
                service
                    .accept_warnings(clerk, poll, "tried in a test")
                    .await
                    .unwrap();
            }
            service.adopt_rules(clerk, poll).await.unwrap();
            (poll, round)
        });
        self.act(&people, round, RoundAct::Freeze, "");
        (poll, round)
    }

    /// Seals to two of three cards, shown and typed back; answers the cards.
    pub(crate) fn seal(&self, round: RoundId) -> Vec<String> {
        self.seal_by(round, RoundAct::Seal)
    }

    /// The same by sealing, or by sealing again.
    fn seal_by(&self, round: RoundId, act: RoundAct) -> Vec<String> {
        let people = PEOPLE.map(|name| self.actor(name));
        self.act(&people, round, act, "2-of-3");
        let cards = (1..).zip(HOLDERS).map(|(number, holder)| {
            let holder = self.actor(holder);
            let card = self.service.show_card(&holder, round, number, None);
            let text = self.hall.run(card).unwrap().text().to_string();
            let checked = self.service.check_cards(&holder, round, &text);
            self.hall.run(checked).unwrap();
            text
        });
        cards.collect()
    }

    /// Hands out slips and opens the vote; answers the codes.
    pub(crate) fn open_vote(&self, poll: PollId, round: RoundId) -> Vec<String> {
        let people = PEOPLE.map(|name| self.actor(name));
        self.act(&people, round, RoundAct::StartIssuing, "");
        let codes = self.hand_out(&people, poll);
        self.act(&people, round, RoundAct::OpenVote, "");
        codes
    }

    /// Everybody votes; every cast is acknowledged.
    pub(crate) fn vote(&self, poll: PollId, codes: &[String]) {
        for (n, code) in codes.iter().enumerate() {
            self.hall
                .run(secrecy::cast(self.service, poll, code, &marks(n)));
        }
    }

    /// From closing to the certified statement, with two of the cards: as many papers as ballots.
    pub(crate) fn certify(&self, poll: PollId, round: RoundId, cards: &[String], ballots: u64) {
        let people = PEOPLE.map(|name| self.actor(name));
        self.act(&people, round, RoundAct::CloseVote, "");
        self.open_and_certify(poll, round, cards, ballots);
    }

    /// The same from the account of a vote that is closed.
    pub(crate) fn open_and_certify(
        &self,
        poll: PollId,
        round: RoundId,
        cards: &[String],
        ballots: u64,
    ) {
        let people = PEOPLE.map(|name| self.actor(name));
        self.act(&people, round, RoundAct::ConfirmAccount, "");
        for card in &cards[..2] {
            let given = self.service.give_card(&people[0], round, card);
            self.hall.run(given).unwrap();
        }
        self.act(&people, round, RoundAct::OpenBox, "");
        self.act(&people, round, RoundAct::RecordCards, "3");
        self.act(&people, round, RoundAct::Count, "");
        self.act(&people, round, RoundAct::Certify, "");
        let view = self.service.get_poll(&people[0], poll);
        let view = self.hall.run(view).unwrap();
        assert_eq!(view.rounds[0].round.stage, RoundStage::Certified);
        let result = self.service.get_result(&people[0], poll);
        let result = self.hall.run(result).unwrap();
        let outcome = result.rounds[0].outcome.as_ref().unwrap();
        assert_eq!(outcome.valid, ballots, "every acknowledged ballot counts");
    }

    /// A real poll with real cards from its draft to its statement.
    pub(crate) fn real_day(&self) -> (PollId, RoundId) {
        let (poll, round) = self.real_poll();
        let cards = self.seal(round);
        let codes = self.open_vote(poll, round);
        self.vote(poll, &codes);
        self.certify(poll, round, &cards, 15);
        (poll, round)
    }
}

pub(crate) const PEOPLE: [&str; 2] = ["qinghe-clerk", "qinghe-chief"];
const TOWNSHIP: [&str; 2] = ["township-clerk", "township-chief"];

/// Lines 1 to 4 are approved by all, the others by nobody.
fn marks(n: usize) -> Vec<Mark> {
    let other = [Mark::Oppose, Mark::Abstain][n % 2];
    let approve = std::iter::repeat_n(Mark::Approve, 4);
    approve.chain([other; 2]).collect()
}

/// A county of fifteen with its roll taken and its officers adopted, and nothing frozen.
pub(crate) fn prepared() -> Hall {
    steps::hall(|_| {})
}

fn reopened(hall: &Hall, dir: &std::path::Path) -> Service {
    let clock = Clock::fixed(noon());
    let opened = Service::open_at(HashCost::CHEAP, dir, clock, Random::seeded(11));
    hall.run(opened).unwrap()
}

#[test]
fn a_real_poll_after_a_wiped_rehearsal_counts_every_ballot() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let (copy, round) = ground.rehearse(hall.poll(), PEOPLE);
    ground.wipe(copy, PEOPLE);
    let (poll, real) = ground.real_day();
    assert!(poll > copy && real > round, "no number comes again");
}

#[test]
fn a_real_poll_after_another_congress_rehearsed_counts_every_ballot() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let township = PollId(hall.made.polls[1].id);
    let (copy, round) = ground.rehearse(township, TOWNSHIP);
    ground.wipe(copy, TOWNSHIP);
    let (poll, real) = ground.real_day();
    assert!(poll > copy && real > round, "no number comes again");
}

#[test]
fn a_second_rehearsal_counts_also_one_of_another_kind_of_ballot() {
    let hall = Hall::at(DemoStage::Draft);
    let ground = Ground::of(&hall);
    let (first, _) = ground.rehearse(hall.poll(), PEOPLE);
    ground.wipe(first, PEOPLE);
    let (second, _) = ground.rehearse(hall.poll(), PEOPLE);
    ground.wipe(second, PEOPLE);
    let clerk = hall.actor("qinghe-clerk");
    let view = hall
        .run(hall.service.get_poll(&clerk, hall.poll()))
        .unwrap();
    let mut rules = view.rounds[0].rules.clone();
    rules.kind = BallotKind::Tick;
    let set = hall
        .service
        .set_rules(&clerk, hall.poll(), &view.poll.title, rules);
    hall.run(set).unwrap();
    let (third, _) = ground.rehearse(hall.poll(), PEOPLE);
    assert!(first < second && second < third);
}

#[test]
fn a_rehearsal_that_is_wiped_in_mid_vote_leaves_no_key_that_a_real_ballot_is_sealed_to() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let clerk = ground.actor(PEOPLE[0]);
    let copy = hall.service.start_rehearsal(&clerk, hall.poll(), "演练");
    let copy = hall.run(copy).unwrap();
    let people = PEOPLE.map(|name| ground.actor(name));
    let round = ground.newest(&people[0], copy);
    ground.act(&people, round, RoundAct::Seal, "server");
    ground.act(&people, round, RoundAct::StartIssuing, "");
    ground.hand_out(&people, copy);
    ground.act(&people, round, RoundAct::OpenVote, "");
    hall.run(hall.service.rehearse_votes(&people[0], copy))
        .unwrap();
    let file = format!("minsheng-box-{round}.key");
    let secret = std::fs::read(hall.dir.path().join(&file)).unwrap();
    ground.wipe(copy, PEOPLE);
    assert!(!hall.dir.path().join(&file).exists());
    let (poll, real) = ground.real_poll();
    let cards = ground.seal(real);
    let codes = ground.open_vote(poll, real);
    ground.vote(poll, &codes);
    // Whoever kept the rehearsal's file tries it on every ballot.
    let database = boxes::open(hall.dir.path());
    let context = database.query_row(
        "select context from sealed_box where round = ?1",
        [real.0],
        |row| row.get(0),
    );
    let context = BoxContext::stored(context.unwrap());
    let theirs = Secret::of(secret.try_into().unwrap());
    let theirs = theirs.opening_key(&context).unwrap();
    let mut ballots = database
        .prepare("select key, body from box_ballot")
        .unwrap();
    let ballots = ballots.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let ballots: Vec<([u8; 16], Vec<u8>)> = ballots.unwrap().map(Result::unwrap).collect();
    assert_eq!(ballots.len(), 15);
    for (key, body) in &ballots {
        assert!(open(&theirs, RowPurpose::Cast, key, body).is_err());
    }
    ground.certify(poll, real, &cards, 15);
}

#[test]
fn after_a_void_round_and_after_a_box_that_was_sealed_again_every_ballot_counts() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let (poll, round) = ground.real_poll();
    let people = PEOPLE.map(|name| ground.actor(name));
    ground.seal(round);
    let first = ground.open_vote(poll, round);
    ground.vote(poll, &first[..3]);
    ground.act(&people, round, RoundAct::Void, "停电");
    let again = ground.newest(&people[0], poll);
    ground.act(&people, again, RoundAct::Freeze, "");
    ground.seal(again);
    // Somebody opens the ballot early: the box that stands now must not be remembered for ever.
    let ticket = hall.run(hall.service.present(&first[0]));
    let ticket = ticket.unwrap().unwrap();
    hall.run(hall.service.open_sheet(ticket, poll)).unwrap();
    let cards = ground.seal_by(again, RoundAct::SealAgain);
    ground.act(&people, again, RoundAct::StartIssuing, "");
    ground.act(&people, again, RoundAct::OpenVote, "");
    ground.vote(poll, &first);
    ground.act(&people, again, RoundAct::CloseVote, "");
    ground.act(&people, again, RoundAct::ConfirmAccount, "");
    for card in &cards[1..] {
        hall.run(hall.service.give_card(&people[0], again, card))
            .unwrap();
    }
    ground.act(&people, again, RoundAct::OpenBox, "");
    ground.act(&people, again, RoundAct::Count, "");
    let result = hall.run(hall.service.get_result(&people[0], poll)).unwrap();
    let counted = result.rounds.iter().find_map(|one| one.outcome.as_ref());
    assert_eq!(counted.unwrap().valid, 15);
}

#[test]
fn after_a_restart_a_rehearsal_and_a_real_poll_go_as_before() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let (copy, _) = ground.rehearse(hall.poll(), PEOPLE);
    ground.wipe(copy, PEOPLE);
    let dir = tempfile::tempdir().unwrap();
    copy_database(hall.dir.path(), dir.path());
    let service = reopened(&hall, dir.path());
    let later = Ground {
        hall: &hall,
        service: &service,
    };
    let (again, _) = later.rehearse(hall.poll(), PEOPLE);
    assert!(again > copy, "no number comes again, also after a restart");
    later.wipe(again, PEOPLE);
    later.real_day();
}

#[test]
fn after_a_restore_nothing_of_the_life_before_it_meets_another_thing() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let place = tempfile::tempdir().unwrap();
    let admin = hall.actor("admin");
    let backup = hall
        .run(
            hall.service
                .back_up(&admin, &BackupPlace::plain(place.path())),
        )
        .unwrap();
    // The life that the restore undoes: a rehearsal, a real poll, a phone with its slip and its form.
    let (copy, _) = ground.rehearse(hall.poll(), PEOPLE);
    ground.wipe(copy, PEOPLE);
    let (lost, lost_round) = ground.real_poll();
    ground.seal(lost_round);
    let codes = ground.open_vote(lost, lost_round);
    let ticket = hall.run(hall.service.present(&codes[0]));
    let ticket = ticket.unwrap().unwrap();
    let cookie = hall.service.ticket_cookie(ticket);
    let token = hall.service.sheet_token(ticket, lost_round);
    let password = hall.made.password("qinghe-clerk");
    let secret = hall.run(hall.service.sign_in("qinghe-clerk", &password));
    let secret = secret.unwrap();
    let form = hall.service.form_token(&secret, None);
    assert!(hall.service.ticket(&cookie).is_some());

    let mut lives = Vec::new();
    for _ in 0..2 {
        let dir = tempfile::tempdir().unwrap();
        let key = place.path().join("key");
        std::fs::copy(hall.dir.path().join("minsheng.key"), &key).unwrap();
        restore(&RestoreOrder {
            file: &backup.file,
            data: dir.path(),
            key: Some(&key),
            identity: None,
            and_marked: false,
        })
        .unwrap();
        let service = reopened(&hall, dir.path());
        assert!(service.ticket(&cookie).is_none(), "a ticket of before");
        let gone = hall.run(service.find_actor(&secret)).unwrap();
        assert!(gone.is_none(), "a sign-in of before");
        assert!(!service.form_token_agrees(&secret, &form));
        assert_ne!(service.sheet_token(ticket, lost_round), token);
        let later = Ground {
            hall: &hall,
            service: &service,
        };
        let (poll, round) = later.real_day();
        assert!(poll.0 > lost.0 + 999_000 && round.0 > lost_round.0 + 999_000);
        lives.push(round);
    }
    let apart = lives[0].0.abs_diff(lives[1].0);
    assert!(apart > 999_000, "two restores of one backup: {lives:?}");
}

/// Another box in the place of the one that a round has, past the server; answers its key.
fn exchange(hall: &Hall, round: RoundId) -> seal::OpeningKey {
    let context = BoxContext::of(&BoxFacts {
        congress: "another",
        poll: 1,
        round: round.0,
        slate: Digest([1; 32]),
        rules: Digest([2; 32]),
        holding: KeyHolding::TwoOfThree,
        epoch: [3; 16],
        name: [4; 16],
    });
    let key = Secret::of([9; 16]).opening_key(&context).unwrap();
    let database = Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    let sql = "update sealed_box set public_key = ?2, context = ?3, drawn = randomblob(16) \
               where round = ?1";
    let of = key.box_key();
    let changed = database.execute(sql, params![round.0, of.bytes(), of.context().bytes()]);
    assert_eq!(changed.unwrap(), 1);
    key
}

#[test]
fn no_ballot_is_sealed_to_a_box_that_was_put_in_the_place_of_the_sealed_one() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let (poll, round) = ground.real_poll();
    ground.seal(round);
    let codes = ground.open_vote(poll, round);
    let review = |code: &str| {
        hall.run(async {
            let ticket = hall.service.present(code).await.unwrap().unwrap();
            let token = hall.service.sheet_token(ticket, round);
            let paper = Paper::Marks(marks(0));
            let form = hall.service.review(ticket, poll, round, &token, paper);
            (ticket, form.await.unwrap())
        })
    };
    let (ticket, form) = review(&codes[0]);
    let database = Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    database
        .execute_batch("create temp table kept as select * from sealed_box")
        .unwrap();
    exchange(&hall, round);
    let paper = Paper::Marks(marks(0));
    let cast = || {
        let paper = paper.clone();
        hall.run(
            hall.service
                .cast(ticket, poll, round, &form.nonce, &form.token, paper),
        )
    };
    // Whoever comes now is not shown it.
    let fresh = hall.run(hall.service.present(&codes[1])).unwrap().unwrap();
    let refused = hall.run(hall.service.open_sheet(fresh, poll)).unwrap_err();
    assert!(
        format!("{refused:?}").contains("fact-changed"),
        "{refused:?}"
    );
    let cast_now = "select cast(count(*) as text) from box_ballot";
    assert_eq!(hall.stored(cast_now), "0");
    // A ballot that was reviewed before goes into the sealed box, which alone admits it, and opens there.
    for _ in 0..2 {
        assert!(matches!(cast().unwrap(), CastOutcome::InTheBox(_)));
    }
    assert_eq!(hall.stored(cast_now), "1");
    // The sealed one is put back: the same form is a repeat.
    database
        .execute_batch(
            "update sealed_box set (public_key, context, drawn) = (select public_key, context, drawn \
             from kept where kept.round = sealed_box.round)",
        )
        .unwrap();
    for _ in 0..2 {
        assert!(matches!(cast().unwrap(), CastOutcome::InTheBox(_)));
    }
    assert_eq!(hall.stored(cast_now), "1");
}

#[test]
fn a_box_that_is_not_the_proven_one_is_used_for_nothing() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let people = PEOPLE.map(|name| ground.actor(name));
    let (poll, round) = ground.real_poll();
    ground.seal(round);
    let database = boxes::open(hall.dir.path());
    let left = "select (select count(*) from box_ballot) + (select count(*) from box_remark)";
    let left: i64 = database.query_row(left, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0, "nothing of the trial stays");
    let issuing = |wanted: &str| {
        let told = ground.tried(&people, round, RoundAct::StartIssuing, "");
        assert_eq!(told, [wanted]);
    };
    // Another key of the same context: a ballot sealed to it would open for nobody.
    let context: Vec<u8> = database
        .query_row(
            "select context from sealed_box where round = ?1",
            [round.0],
            |row| row.get(0),
        )
        .unwrap();
    let other = Secret::of([7; 16])
        .opening_key(&BoxContext::stored(context))
        .unwrap();
    let other: &BoxKey = other.box_key();
    let sql = "update sealed_box set public_key = ?2 where round = ?1";
    database
        .execute(sql, params![round.0, other.bytes()])
        .unwrap();
    issuing("box-proof-changed");
    ground.seal_by(round, RoundAct::SealAgain);
    exchange(&hall, round);
    issuing("box-context-changed");
    ground.act(&people, round, RoundAct::SealAgain, "server");
    ground.act(&people, round, RoundAct::StartIssuing, "");
    ground.hand_out(&people, poll);
    let sql = "update sealed_box set proof = zeroblob(32) where round = ?1";
    database.execute(sql, [round.0]).unwrap();
    let told = ground.tried(&people, round, RoundAct::OpenVote, "");
    assert_eq!(told, ["box-proof-changed"]);
    ground.act(&people, round, RoundAct::Void, "票箱与封箱时不同");
}

/// Sends a form of a page and hangs up before any answer.
fn send_and_hang_up(from: &Client, page: &Page, action: &str) {
    use std::io::Write as _;
    let (to, fields) = page.form(action);
    let fields: Vec<_> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let body = client::encode(&fields);
    let host = from.base().trim_start_matches("http://");
    let request = format!(
        "POST {to} HTTP/1.1\r\nhost: {host}\r\norigin: {}\r\ncookie: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        from.base(),
        from.cookies.header(&to),
        body.len()
    );
    let mut line = std::net::TcpStream::connect(host).unwrap();
    line.write_all(request.as_bytes()).unwrap();
    line.shutdown(std::net::Shutdown::Both).unwrap();
}

/// A closed vote whose opening only the chief scrutineer has still to confirm.
fn to_be_opened() -> (Hall, Client, Client) {
    let hall = Hall::at(DemoStage::Closed);
    let (mut clerk, chief) = (hall.signed_in(PEOPLE[0]), hall.signed_in(PEOPLE[1]));
    for act in ["confirm-account", "open-box"] {
        let page = clerk.get("/manage/polls/1");
        let told = clerk.submit(&page, &format!("/{act}"), &[]);
        assert_eq!(told.status, 200, "{act}: {}", told.text());
    }
    (hall, clerk, chief)
}

const DIRTY: &str = "select cast(count(*) as text) from round where is_dirty = 1";

#[test]
fn an_opening_whose_browser_hangs_up_is_cleaned_and_certified_without_a_restart() {
    let (hall, mut clerk, mut chief) = to_be_opened();
    let page = chief.get("/manage/polls/1");
    // Hung up, pressed twice, hung up again.
    for _ in 0..3 {
        send_and_hang_up(&chief, &page, "/open-box");
    }
    until("the box is open", || {
        hall.stored("select stage from round where id = 1") == "opened"
    });
    until("the store is clean", || hall.stored(DIRTY) == "0");
    assert!(!hall.dir.path().join("minsheng-box-1.key").exists());
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/count", &[]);
    for client in [&mut clerk, &mut chief] {
        let page = client.get("/manage/polls/1");
        let told = client.submit(&page, "/certify", &[]);
        assert_eq!(told.status, 200, "{}", told.text());
    }
    assert_eq!(
        hall.stored("select stage from round where id = 1"),
        "certified"
    );
}

#[test]
fn while_a_box_is_being_cleaned_the_page_says_so_and_comes_again_until_the_form_is_there() {
    let (hall, mut clerk, mut chief) = to_be_opened();
    let obstacle = boxes::obstruct(hall.dir.path());
    let page = chief.get("/manage/polls/1");
    chief.submit(&page, "/open-box", &[]);
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/count", &[]);
    let page = clerk.get("/manage/polls/1");
    assert!(page.says("开箱后的清理尚未完成"), "{}", page.text());
    assert!(!page.has_form("/certify"));
    assert_eq!(page.header("refresh").as_deref(), Some("3"));
    assert_eq!(hall.stored(DIRTY), "1");
    std::fs::remove_dir(obstacle).unwrap();
    // Nobody presses anything.
    until("the store is clean", || hall.stored(DIRTY) == "0");
    let page = clerk.get("/manage/polls/1");
    assert!(page.has_form("/certify"), "{}", page.text());
    assert!(page.header("refresh").is_none());
}

#[test]
fn a_box_of_another_congress_that_cannot_be_cleaned_keeps_nobody_from_certifying() {
    let (hall, mut clerk, mut chief) = to_be_opened();
    let page = chief.get("/manage/polls/1");
    chief.submit(&page, "/open-box", &[]);
    until("the county's box is clean", || hall.stored(DIRTY) == "0");
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/count", &[]);
    // A box that is never gone, of another congress's round.
    let other = hall.stored("select cast(min(id) as text) from round where id <> 1");
    hall.write_past(&format!(
        "insert or replace into sealed_box (round, name, holding, drawn) \
         values ({other}, 'AAAAAAAA', 'server', zeroblob(16))"
    ));
    std::fs::create_dir(hall.dir.path().join("boxes").join("0".repeat(32) + ".box")).unwrap();
    hall.write_past("update round set is_dirty = 1 where id <> 1");
    for client in [&mut clerk, &mut chief] {
        let page = client.get("/manage/polls/1");
        let told = client.submit(&page, "/certify", &[]);
        assert_eq!(told.status, 200, "{}", told.text());
    }
    assert_eq!(
        hall.stored("select stage from round where id = 1"),
        "certified"
    );
    assert_ne!(hall.stored(DIRTY), "0", "the other one waits");
}

#[test]
fn what_a_killed_program_left_of_a_wiped_rehearsal_is_removed_at_the_next_start() {
    let hall = prepared();
    let ground = Ground::of(&hall);
    let (copy, round) = ground.rehearse(hall.poll(), PEOPLE);
    ground.wipe(copy, PEOPLE);
    let dir = tempfile::tempdir().unwrap();
    copy_database(hall.dir.path(), dir.path());
    // As if it had died after the commit: the key lies there, and the pages are not scrubbed.
    let file = dir.path().join(format!("minsheng-box-{round}.key"));
    std::fs::write(&file, [7; 16]).unwrap();
    std::fs::create_dir_all(dir.path().join("uploads")).unwrap();
    let upload = dir
        .path()
        .join("uploads")
        .join("0123456789abcdef".repeat(2));
    std::fs::write(&upload, b"half a photo").unwrap();
    let database = Connection::open(dir.path().join("minsheng.db")).unwrap();
    database
        .execute("update installation set traces_in_log = 1", [])
        .unwrap();
    let service = reopened(&hall, dir.path());
    until("everything is removed", || {
        let left: i64 = database
            .query_row("select traces_in_log from installation", [], |row| {
                row.get(0)
            })
            .unwrap();
        left == 0 && !file.exists() && !upload.exists()
    });
    drop(service);
}
