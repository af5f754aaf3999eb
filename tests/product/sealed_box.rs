//! The sealed box with real cards: sealing, showing, checking, giving, destroying; and every way in
//! which a card can be the wrong one.

use crate::support::AsShown as _;
use domain::access::Actor;
use domain::ballot::Mark;
use domain::id::RoundId;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;
use service::ServiceError;

use super::ballot::{two, vote};
use super::steps::newest;
use crate::support::{Client, Hall, Page, slips};

/// The accounts that take the cards, in the order of the cards.
pub(crate) const HOLDERS: [&str; 3] = ["qinghe-chief", "qinghe-scrutineer", "qinghe-scrutineer-2"];

pub(crate) fn address(hall: &Hall, rest: &str) -> String {
    format!("/manage/rounds/{}/{rest}", newest(hall))
}

/// Presses a form of the box's page.
pub(crate) fn press(client: &mut Client, hall: &Hall, rest: &str, typed: &[(&str, &str)]) -> Page {
    let page = client.get(&address(hall, "box"));
    let token = page.value("token");
    let seen = rest.strip_prefix("box/").and_then(|act| client.seen(act));
    let mut fields = vec![("token", token.as_str())];
    fields.extend(seen.as_deref().map(|seen| ("seen", seen)));
    fields.extend(typed);
    client.post(&address(hall, rest), &fields)
}

/// The nine groups of a shown card.
pub(crate) fn groups(page: &Page) -> String {
    let html = page.html();
    let list = html.split("class=\"groups\"").nth(1).unwrap();
    let list = list.split("</ol>").next().unwrap();
    let groups: Vec<&str> = list
        .split("<li>")
        .skip(1)
        .map(|part| part.split("</li>").next().unwrap())
        .collect();
    assert_eq!(groups.len(), 9, "{html}");
    groups.join(" ")
}

/// The clerk asks for sealing, the chief scrutineer confirms.
pub(crate) fn seal(hall: &Hall, holding: &str) {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let asked = press(&mut clerk, hall, "box/seal", &[("holding", holding)]);
    assert_eq!(asked.status, 200, "{}", asked.text());
    let mut chief = hall.signed_in("qinghe-chief");
    let done = press(&mut chief, hall, "box/seal", &[]);
    assert_eq!(done.status, 200, "{}", done.text());
}

#[test]
fn a_choice_that_waits_is_never_replaced_by_none() {
    let hall = Hall::at(DemoStage::Frozen);
    let mut clerk = hall.signed_in("qinghe-clerk");
    press(&mut clerk, &hall, "box/seal", &[("holding", "2-of-3")]);
    let told = press(
        &mut clerk,
        &hall,
        "box/seal",
        &[("holding", ""), ("as", "ask")],
    );
    assert_eq!(told.status, 422, "{}", told.text());
    let waits = "select reason from act_request where act = 'seal'";
    assert_eq!(hall.stored(waits), "2-of-3");
    let other = [("holding", "server"), ("as", "ask")];
    press(&mut clerk, &hall, "box/seal", &other);
    assert_eq!(
        hall.stored(waits),
        "server",
        "another choice takes its place"
    );
}

/// Each holder takes a card and types it back; answers what the cards say.
pub(crate) fn take_cards(hall: &Hall, cards: usize) -> Vec<String> {
    (1..=cards)
        .zip(HOLDERS)
        .map(|(number, holder)| {
            let mut client = hall.signed_in(holder);
            let card = press(&mut client, hall, &format!("cards/{number}"), &[]);
            assert_eq!(card.status, 200, "{}", card.text());
            let typed = groups(&card);
            let done = press(&mut client, hall, "cards/check", &[("card", &typed)]);
            assert_eq!(done.status, 200, "{}", done.text());
            typed
        })
        .collect()
}

/// Hands out slips for the fifteen of the hall and opens the vote.
pub(crate) fn hand_out(hall: &Hall) -> Vec<String> {
    let clerk = hall.actor("qinghe-clerk");
    let act = |act| hall.service.act_shown(&clerk, newest(hall), act, "");
    hall.run(act(RoundAct::StartIssuing)).unwrap();
    let codes = hall.run(async {
        let roll = hall.service.get_roll(&clerk, hall.sitting()).await.unwrap();
        let present = roll
            .lines
            .iter()
            .filter(|line| line.attendance == domain::sitting::roll::Attendance::Present);
        let present: Vec<_> = present.map(|line| line.deputy).collect();
        let number = u32::try_from(present.len()).unwrap();
        let chief = hall.actor_now("qinghe-chief").await;
        let people = (&clerk, &chief);
        let printed = slips::print(&hall.service, hall.sitting(), people, number).await;
        hall.service
            .issue_slips(&clerk, hall.sitting(), present)
            .await
            .unwrap();
        printed.into_iter().map(|slip| slip.scanned).collect()
    });
    two(hall, RoundAct::OpenVote);
    codes
}

/// A hall that votes with a box sealed to two of three cards: the codes of its slips and the cards.
pub(crate) fn voting() -> (Hall, Vec<String>, Vec<String>) {
    let hall = Hall::at(DemoStage::Frozen);
    seal(&hall, "2-of-3");
    let cards = take_cards(&hall, 3);
    let codes = hand_out(&hall);
    (hall, codes, cards)
}

/// Casts so many ballots, each with other marks.
pub(crate) fn cast(hall: &Hall, codes: &[String]) {
    for (place, code) in codes.iter().enumerate() {
        let mut client = hall.client();
        client.get(&format!("/b/{code}"));
        let mark = ["a", "o", "x", "n"][place % 4];
        let done = vote(&mut client, &[("m1", mark), ("m2", "a")]);
        assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
    }
}

pub(crate) fn close(hall: &Hall) {
    two(hall, RoundAct::CloseVote);
    let clerk = hall.actor("qinghe-clerk");
    let act = RoundAct::ConfirmAccount;
    hall.run(hall.service.act_shown(&clerk, hall.round(), act, ""))
        .unwrap();
}

/// A card typed at the desk, by anybody who may act on the round.
pub(crate) fn give(hall: &Hall, typed: &str) -> Page {
    let mut clerk = hall.signed_in("qinghe-clerk");
    press(&mut clerk, hall, "cards/give", &[("card", typed)])
}

/// Presses an act twice, by two people; the codes of what the last press was refused for.
pub(crate) fn tried(hall: &Hall, act: RoundAct, typed: &str) -> Vec<&'static str> {
    tried_on(hall, hall.round(), act, typed)
}

/// The same on another round than the first.
fn tried_on(hall: &Hall, round: RoundId, act: RoundAct, typed: &str) -> Vec<&'static str> {
    for name in ["qinghe-clerk", "qinghe-chief"] {
        let actor: Actor = hall.actor(name);
        let done = hall.service.act_shown(&actor, round, act, typed);
        if let Err(error) = hall.run(done) {
            assert!(
                matches!(error, ServiceError::Refused(_) | ServiceError::Invalid(_)),
                "{error:?}"
            );
            return error
                .problems()
                .iter()
                .map(|problem| problem.code)
                .collect();
        }
        if !act.needs_two() {
            break;
        }
    }
    Vec::new()
}

/// A number from the database.
pub(crate) fn number(hall: &Hall, sql: &str) -> i64 {
    let database = crate::support::boxes::open(hall.dir.path());
    database
        .query_row(sql, [], |row| row.get::<_, Option<i64>>(0))
        .unwrap()
        .unwrap_or(0)
}

#[test]
fn two_people_seal_a_box_and_choose_who_holds_its_key() {
    let hall = Hall::at(DemoStage::Frozen);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let few = press(&mut clerk, &hall, "box/seal", &[("holding", "3-of-5")]);
    assert_eq!(few.status, 422);
    assert!(few.says("需要5位持卡人"), "{}", few.text());
    let asked = press(&mut clerk, &hall, "box/seal", &[("holding", "2-of-3")]);
    assert!(asked.says("等待另一位"), "{}", asked.text());
    let mut chief = hall.signed_in("qinghe-chief");
    let seen = chief.seen("seal").unwrap();
    let again = press(&mut clerk, &hall, "box/seal", &[("seen", &seen)]);
    assert_eq!(again.status, 409, "one account is never both");
    let page = chief.get(&address(&hall, "box"));
    assert!(page.says("3张卡，任意2张可以开箱"), "{}", page.text());
    let page = press(&mut chief, &hall, "box/seal", &[]);
    assert!(
        page.says("任意2张可以开箱。服务器上没有钥匙"),
        "{}",
        page.text()
    );
    assert!(!page.html().contains("class=\"groups\""), "no card on it");
}

#[test]
fn a_card_is_shown_once_to_one_scrutineer_and_is_on_no_other_page() {
    let hall = Hall::at(DemoStage::Frozen);
    seal(&hall, "2-of-3");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let refused = press(&mut clerk, &hall, "cards/1", &[]);
    assert_eq!(refused.status, 403, "a clerk holds no card");
    let mut chief = hall.signed_in("qinghe-chief");
    let card = press(&mut chief, &hall, "cards/1", &[]);
    assert_eq!(card.status, 200);
    assert_eq!(card.header("cache-control").unwrap(), "no-store");
    assert!(card.says("只显示这一次") && card.html().contains("<svg"));
    let digits = groups(&card);
    for (number, says) in [(1, "已由"), (2, "已领取过第1张卡")] {
        let refused = press(&mut chief, &hall, &format!("cards/{number}"), &[]);
        assert_eq!(refused.status, 409);
        assert!(refused.says(says), "{}", refused.text());
    }
    let reload = chief.get(&address(&hall, "cards/1"));
    assert_ne!(reload.status, 200, "no address shows a card");
    let first = digits.split(' ').next().unwrap();
    for path in [&address(&hall, "box"), "/manage/polls/1", "/manage"] {
        assert!(!chief.get(path).text().contains(first), "{path}");
    }
    let mut scrutineer = hall.signed_in("qinghe-scrutineer");
    let taken = press(&mut scrutineer, &hall, "cards/1", &[]);
    assert!(taken.says("已由演示总监票人"), "{}", taken.text());
    let other = groups(&press(&mut scrutineer, &hall, "cards/2", &[]));
    assert_ne!(other, digits);
}

#[test]
fn a_scrutineer_without_an_account_takes_a_card_with_a_pin_and_nobody_takes_two() {
    let hall = Hall::at(DemoStage::Frozen);
    let clerk = hall.actor("qinghe-clerk");
    let scrutineer = hall
        .run(hall.service.propose_officer(
            &clerk,
            domain::id::SessionId(1),
            service::sitting::officers::NewOfficer {
                post: domain::sitting::officer::Post::Scrutineer,
                number: "001".to_owned(),
                name: String::new(),
                username: String::new(),
                unit: String::new(),
            },
        ))
        .unwrap();
    hall.adopt_at(hall.sitting());
    assert_eq!(hall.choose_pin("代表 001", "180926"), scrutineer);
    let chief_pin = super::officers::choose_pin(&hall, "总监票人", "271093");
    seal(&hall, "2-of-3");
    let mut desk = hall.signed_in("qinghe-clerk");
    let by_pin = |officer: &str, pin: &str| {
        [("officer", officer), ("pin", pin), ("as", "pin")].map(|(n, v)| (n, v.to_owned()))
    };
    let take = |desk: &mut Client, card: u8, officer: &str, pin: &str| {
        let fields = by_pin(officer, pin);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        press(desk, &hall, &format!("cards/{card}"), &fields)
    };
    let scrutineer = scrutineer.to_string();
    let wrong = take(&mut desk, 1, &scrutineer, "999990");
    assert_eq!(wrong.status, 422, "a wrong PIN");
    let card = take(&mut desk, 1, &scrutineer, "180926");
    assert_eq!(card.status, 200, "{}", card.text());
    groups(&card);
    assert!(take(&mut desk, 2, &scrutineer, "180926").says("已领取过第1张卡"));
    let second = take(&mut desk, 2, &chief_pin, "271093");
    assert!(
        second.status == 409 && second.says("一个浏览器只显示一张"),
        "{}",
        second.text()
    );
    let mut other = hall.signed_in("qinghe-clerk");
    groups(&take(&mut other, 2, &chief_pin, "271093"));
    let mut chief = hall.signed_in("qinghe-chief");
    let page = press(&mut chief, &hall, "cards/3", &[]);
    assert_eq!(page.status, 409, "the account and the PIN are one person");
    assert!(page.says("已领取过第2张卡"), "{}", page.text());
    assert!(page.says("代表001") && page.says("演示总监票人"));
}

#[test]
fn slips_are_handed_out_only_after_every_card_was_typed_back() {
    let hall = Hall::at(DemoStage::Frozen);
    assert_eq!(
        tried(&hall, RoundAct::StartIssuing, ""),
        ["act-out-of-turn"]
    );
    seal(&hall, "2-of-3");
    assert_eq!(
        tried(&hall, RoundAct::StartIssuing, ""),
        ["cards-unchecked"]
    );
    let mut holders: Vec<Client> = HOLDERS.iter().map(|name| hall.signed_in(name)).collect();
    for (place, client) in holders.iter_mut().enumerate() {
        let card = press(client, &hall, &format!("cards/{}", place + 1), &[]);
        let typed = groups(&card);
        let mut wrong: Vec<String> = typed.split(' ').map(str::to_owned).collect();
        let value: u32 = wrong[3].parse().unwrap();
        wrong[3] = format!("{:05}", (value + 1) % 65_536);
        let refused = press(client, &hall, "cards/check", &[("card", &wrong.join(" "))]);
        assert_eq!(refused.status, 422);
        assert!(refused.says("第4组输错了"), "{}", refused.text());
        assert!(
            refused.html().contains(&wrong.join(" ")),
            "what was typed stays in its field"
        );
        assert_eq!(
            tried(&hall, RoundAct::StartIssuing, ""),
            ["cards-unchecked"]
        );
        let done = press(client, &hall, "cards/check", &[("card", &typed)]);
        assert_eq!(done.status, 200, "{}", done.text());
    }
    assert!(holders[0].get(&address(&hall, "box")).says("全部核对"));
    assert_eq!(tried(&hall, RoundAct::StartIssuing, ""), [] as [&str; 0]);
    assert_eq!(
        tried(&hall, RoundAct::SealAgain, "2-of-3"),
        ["act-out-of-turn"],
        "once slips are handed out no other key can be drawn"
    );
}

#[test]
fn a_card_that_is_lost_before_it_is_checked_means_sealing_again() {
    let hall = Hall::at(DemoStage::Frozen);
    seal(&hall, "2-of-3");
    let old = take_cards(&hall, 2);
    let mut clerk = hall.signed_in("qinghe-clerk");
    press(
        &mut clerk,
        &hall,
        "box/seal-again",
        &[("holding", "1-of-2")],
    );
    let mut chief = hall.signed_in("qinghe-chief");
    let page = press(&mut chief, &hall, "box/seal-again", &[]);
    assert!(page.says("任意1张可以开箱"), "{}", page.text());
    let refused = press(&mut chief, &hall, "cards/check", &[("card", &old[0])]);
    assert_eq!(refused.status, 422, "the old cards are worth nothing");
    let new = take_cards(&hall, 2);
    assert!(new.iter().all(|card| !old.contains(card)));
    let codes = hand_out(&hall);
    cast(&hall, &codes[..5]);
    close(&hall);
    assert_eq!(give(&hall, &new[1]).status, 200);
    assert_eq!(tried(&hall, RoundAct::OpenBox, ""), [] as [&str; 0]);
    assert_eq!(number(&hall, "select sum(papers) from opened_paper"), 5);
}

#[test]
fn cards_that_nobody_takes_are_wiped_after_fifteen_minutes() {
    let hall = Hall::at(DemoStage::Frozen);
    seal(&hall, "2-of-3");
    let minutes = |minutes| crate::support::noon() + jiff::SignedDuration::from_mins(minutes);
    hall.clock.set(minutes(14));
    let mut chief = hall.signed_in("qinghe-chief");
    assert_eq!(press(&mut chief, &hall, "cards/1", &[]).status, 200);
    hall.clock.set(minutes(30));
    let mut scrutineer = hall.signed_in("qinghe-scrutineer");
    let gone = press(&mut scrutineer, &hall, "cards/2", &[]);
    assert_eq!(gone.status, 409);
    assert!(gone.says("已从服务器内存清除"), "{}", gone.text());
    assert!(gone.says("请重新封箱"));
}

#[test]
fn a_real_prefecture_never_keeps_the_key_in_the_server() {
    let hall = Hall::at(DemoStage::Frozen);
    let console = Actor::console();
    hall.run(hall.service.name_prefecture(&console, "地区", false))
        .unwrap();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&address(&hall, "box"));
    assert!(!page.html().contains("value=\"server\""));
    for (holding, says) in [("server", "只能用于演示"), ("", "请选择钥匙由谁保管")] {
        let refused = press(&mut clerk, &hall, "box/seal", &[("holding", holding)]);
        assert_eq!(refused.status, 422);
        assert!(refused.says(says), "{}", refused.text());
    }
}

#[test]
fn a_demo_says_that_its_box_is_not_secret_and_removes_the_key_at_opening() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(
        clerk
            .get(&address(&hall, "box"))
            .says("正式会议不能这样封箱")
    );
    let file = hall.dir.path().join("minsheng-box-1.key");
    let mode = std::os::unix::fs::PermissionsExt::mode(&file.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    close(&hall);
    two(&hall, RoundAct::OpenBox);
    assert!(!file.exists());
}

#[test]
fn opening_needs_enough_cards_of_this_very_round() {
    let (hall, codes, cards) = voting();
    cast(&hall, &codes[..7]);
    let early = give(&hall, &cards[0]);
    assert_eq!(early.status, 409, "not before the account is confirmed");
    close(&hall);
    assert_eq!(tried(&hall, RoundAct::OpenBox, ""), ["cards-missing"]);
    let page = give(&hall, &cards[0]);
    assert!(page.says("已输入1/需要2"), "{}", page.text());
    assert_eq!(tried(&hall, RoundAct::OpenBox, ""), ["cards-missing"]);
    let twice = give(&hall, &cards[0]);
    assert_eq!(twice.status, 422);
    assert!(twice.says("第1张卡已经输入过"), "{}", twice.text());
    let mistyped = give(&hall, &cards[2].replace(&cards[2][6..11], "00000"));
    assert!(mistyped.says("第2组输错了"), "{}", mistyped.text());
    let short = give(&hall, &cards[2][..47]);
    assert!(short.says("卡上共45个数字"), "{}", short.text());
    assert_eq!(number(&hall, "select count(*) from box_ballot"), 7);
    let page = give(&hall, &cards[2]);
    assert!(page.says("卡已齐"), "{}", page.text());
    assert_eq!(tried(&hall, RoundAct::OpenBox, ""), [] as [&str; 0]);
    assert_eq!(number(&hall, "select sum(papers) from opened_paper"), 7);
    assert_eq!(number(&hall, "select count(*) from box_ballot"), 0);
    assert_eq!(number(&hall, "select count(*) from card"), 0);
    let key = "select count(*) from sealed_box where public_key is not null and round = 1";
    assert_eq!(number(&hall, key), 0);
}

#[test]
fn typed_cards_are_forgotten_after_five_minutes() {
    let (hall, codes, cards) = voting();
    cast(&hall, &codes[..3]);
    close(&hall);
    give(&hall, &cards[0]);
    let later = crate::support::noon() + jiff::SignedDuration::from_mins(6);
    hall.clock.set(later);
    let page = give(&hall, &cards[1]);
    assert!(page.says("已输入1/需要2"), "{}", page.text());
    assert!(give(&hall, &cards[0]).says("卡已齐"));
}

#[test]
fn a_card_of_another_round_is_named_and_opens_nothing() {
    let (hall, codes, old) = voting();
    cast(&hall, &codes[..3]);
    two(&hall, RoundAct::Void);
    super::steps::do_it(&hall, &[RoundAct::Freeze]);
    seal(&hall, "2-of-3");
    let new = take_cards(&hall, 3);
    super::steps::do_it(
        &hall,
        &[
            RoundAct::StartIssuing,
            RoundAct::OpenVote,
            RoundAct::CloseVote,
            RoundAct::ConfirmAccount,
        ],
    );
    let other = give(&hall, &old[0]);
    assert_eq!(other.status, 422);
    assert!(other.says("请拿本轮的卡"), "{}", other.text());
    assert!(give(&hall, &new[0]).says("已输入1/需要2"));
}

#[test]
fn certifying_waits_for_the_destroyed_cards_and_too_few_are_told_in_words() {
    let (hall, codes, cards) = voting();
    cast(&hall, &codes[..13]);
    close(&hall);
    for card in &cards[..2] {
        give(&hall, card);
    }
    two(&hall, RoundAct::OpenBox);
    let clerk = hall.actor("qinghe-clerk");
    let count = hall
        .service
        .act_shown(&clerk, hall.round(), RoundAct::Count, "");
    hall.run(count).unwrap();
    assert!(tried(&hall, RoundAct::Certify, "").contains(&"cards-unrecorded"));
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(clerk.get("/manage/polls/1").says("密钥卡还没有当众销毁"));
    let refused = press(&mut clerk, &hall, "box/record-cards", &[("destroyed", "4")]);
    assert_eq!(refused.status, 422, "there were three");
    press(&mut clerk, &hall, "box/record-cards", &[("destroyed", "1")]);
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get(&address(&hall, "box"));
    assert!(
        page.says("销毁1张，共3张"),
        "the second person reads the number"
    );
    let page = press(&mut chief, &hall, "box/record-cards", &[]);
    assert!(page.says("只销毁了1张，少于须销毁的2张"), "{}", page.text());
    assert_eq!(tried(&hall, RoundAct::RecordCards, "3"), ["cards-recorded"]);
}

#[test]
fn a_void_round_asks_for_destroying_its_cards_and_the_statement_counts_them() {
    let (hall, codes, cards) = voting();
    cast(&hall, &codes[..3]);
    close(&hall);
    give(&hall, &cards[0]);
    two(&hall, RoundAct::Void);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1");
    assert!(
        page.says("第1轮票箱:密钥卡还没有当众销毁"),
        "{}",
        page.text()
    );
    // The next round is held to its end; without the cards of the void one nothing is certified.
    let newest = hall.stored("select cast(max(id) as text) from round where poll = 1");
    let second = RoundId(newest.parse().unwrap());
    let acts = [
        RoundAct::Freeze,
        RoundAct::Seal,
        RoundAct::StartIssuing,
        RoundAct::OpenVote,
    ];
    for act in acts {
        assert_eq!(tried_on(&hall, second, act, ""), [] as [&str; 0], "{act:?}");
    }
    for code in &codes[..13] {
        let marks = [
            Mark::Approve,
            Mark::Approve,
            Mark::Oppose,
            Mark::Oppose,
            Mark::Oppose,
            Mark::Oppose,
        ];
        hall.run(super::secrecy::cast(
            &hall.service,
            hall.poll(),
            code,
            &marks,
        ));
    }
    let acts = [
        RoundAct::CloseVote,
        RoundAct::ConfirmAccount,
        RoundAct::OpenBox,
        RoundAct::Count,
    ];
    for act in acts {
        assert_eq!(tried_on(&hall, second, act, ""), [] as [&str; 0], "{act:?}");
    }
    assert_eq!(
        tried_on(&hall, second, RoundAct::Certify, ""),
        ["cards-unrecorded"]
    );
    let mut chief = hall.signed_in("qinghe-chief");
    for client in [&mut clerk, &mut chief] {
        let page = client.get("/manage/rounds/1/box");
        let told = client.submit(&page, "/box/record-cards", &[("destroyed", "3")]);
        assert_eq!(told.status, 200, "{}", told.text());
    }
    assert_eq!(
        tried_on(&hall, second, RoundAct::Certify, ""),
        [] as [&str; 0]
    );
    let record = clerk.get("/count/1/statement");
    assert!(record.says("destroyed=3 needed=2"), "{}", record.text());
    assert!(record.says("第1轮票箱"), "{}", record.text());
}

#[test]
fn a_box_whose_cards_nobody_took_is_voided_without_cards_to_destroy() {
    let hall = Hall::at(DemoStage::Frozen);
    seal(&hall, "2-of-3");
    two(&hall, RoundAct::Void);
    let page = hall.signed_in("qinghe-clerk").get("/manage/polls/1");
    assert!(!page.says("密钥卡还没有当众销毁"), "{}", page.text());
}

#[test]
fn a_stop_between_sealing_and_the_cards_means_sealing_again_and_no_ballot_is_lost() {
    let hall = Hall::at(DemoStage::Frozen);
    seal(&hall, "2-of-3");
    let dir = tempfile::tempdir().unwrap();
    super::attack::copy_database(hall.dir.path(), dir.path());
    // The same files after a stop of the program: the shares were in its memory alone.
    let clock = machine::clock::Clock::fixed(crate::support::noon());
    let opened = service::Service::open(dir.path(), clock, machine::random::Random::seeded(5));
    let service = hall.run(opened).unwrap();
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let lost = hall.run(service.show_card(&chief, hall.round(), 1, None));
    assert_eq!(lost.err().unwrap().problems()[0].code, "cards-gone");
    let start = service.act_shown(&clerk, hall.round(), RoundAct::StartIssuing, "");
    let refused = hall.run(start).unwrap_err();
    assert_eq!(
        refused.problems()[0].code,
        "cards-unchecked",
        "no slip goes out"
    );
    for actor in [&clerk, &chief] {
        let again = service.act_shown(actor, hall.round(), RoundAct::SealAgain, "2-of-3");
        hall.run(again).unwrap();
    }
    assert!(
        hall.run(service.show_card(&chief, hall.round(), 1, None))
            .is_ok()
    );
}
