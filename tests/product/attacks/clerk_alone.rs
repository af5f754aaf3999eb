//! The dishonest clerk alone, with every page of the office and as many browsers as wanted: nothing
//! that two people stand for can be done.

use domain::act_of_two::{ActOfTwo, ActSubject};
use domain::digest::Digest;
use domain::round::RoundAct;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingAct;
use minsheng::demo::DemoStage;
use service::act_of_two::confirm::{Confirmation, RequestSubject};

use crate::officers::scrutineer_without_account;
use crate::people::{codes, people_page};
use crate::support::{Client, Hall, Page};

const OFFICERS: &str = "/manage/sessions/1/officers";

/// A draft whose sitting has declared its quorum, its officers proposed.
fn seated() -> Hall {
    let hall = Hall::at(DemoStage::Draft);
    let clerk = hall.actor("qinghe-clerk");
    hall.run(async {
        let (service, sitting) = (&hall.service, hall.sitting());
        let open = service.act_on_sitting(&clerk, sitting, SittingAct::OpenRoll);
        open.await.unwrap();
        let roll = service.get_roll(&clerk, sitting).await.unwrap();
        let here = roll.lines.iter();
        let here = here
            .map(|line| (line.deputy, Attendance::Present))
            .collect();
        service.keep_roll(&clerk, sitting, here).await.unwrap();
        let declare = service.act_on_sitting(&clerk, sitting, SittingAct::DeclareQuorum);
        declare.await.unwrap();
    });
    hall
}

/// The clerk prints the deputies' first sign-ins and opens one of the accounts in another browser.
fn joined_by_the_clerk(hall: &Hall, clerk: &mut Client) -> Client {
    let page = people_page(hall, clerk);
    let sheet = clerk.submit(&page, "/people/deputies", &[]);
    let code = codes(&sheet)[0].replace(' ', "");
    let mut other = hall.client();
    let fields = [("new", "long-enough-1"), ("repeat", "long-enough-1")];
    let home = other.post(&format!("/join/{code}"), &fields);
    assert_eq!(home.path, "/my", "{}", home.text());
    other
}

fn count(hall: &Hall, sql: &str) -> String {
    hall.stored(&format!("select cast(count(*) as text) from {sql}"))
}

/// Posts a form of the office past its page.
fn post(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Page {
    let token = client.get("/manage").value("token");
    let mut all = vec![("token", token.as_str())];
    all.extend(fields);
    client.post(path, &all)
}

#[test]
fn the_clerk_sets_no_officers_pin_with_an_account_or_without_and_is_led_to_the_right_way() {
    let hall = Hall::at(DemoStage::Open);
    let without = scrutineer_without_account(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let chief = hall.officer("总监票人");
    for (officer, way) in [
        (chief, "请本人登录自己的账号"),
        (without, "请先由两人发放开机条"),
    ] {
        let fields = [("new_pin", "804172"), ("repeat", "804172")];
        let told = post(
            &mut clerk,
            &format!("/manage/officers/{officer}/pin"),
            &fields,
        );
        assert_eq!(told.status, 409, "{}", told.text());
        assert!(told.says(way), "{}", told.text());
    }
    assert_eq!(count(&hall, "officer where pin_hash <> ''"), "0");
    // A PIN of before, set on the clerk's screen, counts for nothing.
    hall.write_past("update officer set pin_hash = 'x' where post = 'chief_scrutineer'");
    let id = chief.to_string();
    let fields = [("officer", id.as_str()), ("pin", "804172"), ("as", "pin")];
    let told = post(&mut clerk, "/manage/rounds/1/close-vote", &fields);
    assert!(
        told.status == 422 && told.says("还没有设置PIN"),
        "{}",
        told.text()
    );
}

#[test]
fn the_clerk_adopts_no_officers_alone_not_even_with_a_deputys_account_that_the_clerk_invited() {
    let hall = seated();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(OFFICERS);
    clerk.submit(&page, "/manage/sittings/1/officers", &[]);
    let adopt = "/manage/sittings/1/officers";
    let again = post(&mut clerk, adopt, &[]);
    assert!(again.says("您已提出"), "{}", again.text());
    // With the digest of what waits, from whoever may see it, the asker is still one person.
    let seen = hall.signed_in("qinghe-chief").get("/my/acts").value("seen");
    let alone = post(&mut clerk, adopt, &[("seen", &seen)]);
    assert_eq!(alone.status, 409, "{}", alone.text());
    assert!(alone.says("您就是提出的人"), "{}", alone.text());
    let mut deputy = joined_by_the_clerk(&hall, &mut clerk);
    let waiting = deputy.get("/my/acts");
    assert!(!waiting.has_form("/my/acts"), "{}", waiting.text());
    let told = post(&mut deputy, adopt, &[("seen", &seen)]);
    assert!(told.status >= 400, "{}", told.text());
    assert_eq!(
        count(
            &hall,
            "officer where session = 1 and adopted_on is not null"
        ),
        "0"
    );
    // The prefecture's clerk, whose account nobody here opened, is another person.
    let mut prefecture = hall.signed_in("prefecture-clerk");
    let waiting = prefecture.get("/my/acts");
    assert!(
        waiting.says("演示总监票人001") && waiting.says("记录会议通过监票人"),
        "what exactly is confirmed: {}",
        waiting.text()
    );
    prefecture.submit(&waiting, "/my/acts", &[]);
    assert_eq!(
        count(&hall, "officer where session = 1 and adopted_on is null"),
        "0"
    );
    let line = "select line from audit where kind = 'officers-adopted' order by id desc limit 1";
    let line = hall.stored(line);
    assert!(
        line.contains("@own-account account/"),
        "the record names both: {line}"
    );
}

#[test]
fn what_was_shown_is_what_is_confirmed_and_nothing_else() {
    let hall = seated();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(OFFICERS);
    clerk.submit(&page, "/manage/sittings/1/officers", &[]);
    let mut chief = hall.signed_in("qinghe-chief");
    let shown = chief.get("/my/acts");
    // Somebody is added to the list while the chief still reads it.
    let page = clerk.get(OFFICERS);
    clerk.submit(&page, OFFICERS, &[("post", "teller"), ("number", "009")]);
    let told = chief.submit(&shown, "/my/acts", &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(
        told.says("已经变了") && told.says("代表009"),
        "{}",
        told.text()
    );
    assert_eq!(
        count(
            &hall,
            "officer where session = 1 and adopted_on is not null"
        ),
        "0"
    );
    chief.submit(&told, "/my/acts", &[]);
    assert_eq!(
        count(&hall, "officer where session = 1 and adopted_on is null"),
        "0"
    );
}

#[test]
fn the_clerk_gives_out_no_officers_slip_alone() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall).to_string();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let give = "/manage/sittings/1/officers/slips";
    let asked = post(&mut clerk, give, &[("for", id.as_str())]);
    assert_eq!(asked.status, 200, "{}", asked.text());
    let seen = hall.signed_in("qinghe-chief").get("/my/acts").value("seen");
    assert_eq!(post(&mut clerk, give, &[("seen", &seen)]).status, 409);
    let told = post(&mut clerk, "/manage/sessions/1/officers/slips", &[]);
    assert!(
        told.status == 409 && told.says("没有等待打印的开机条"),
        "{}",
        told.text()
    );
    let mut deputy = joined_by_the_clerk(&hall, &mut clerk);
    assert!(!deputy.get("/my/acts").has_form("/my/acts"));
    assert!(post(&mut deputy, give, &[("seen", &seen)]).status >= 400);
    assert_eq!(count(&hall, "officer_slip"), "0");
}

#[test]
fn one_browser_that_signs_in_as_everybody_in_turn_is_shown_one_card() {
    let hall = Hall::at(DemoStage::Frozen);
    crate::sealed_box::seal(&hall, "2-of-3");
    let mut browser = hall.client();
    let mut shown = Vec::new();
    for (name, number) in [
        ("qinghe-clerk", "1"),
        ("qinghe-chief", "1"),
        ("qinghe-scrutineer", "2"),
        ("qinghe-scrutineer-2", "2"),
    ] {
        let password = hall.made.password(name);
        browser.post("/sign-in", &[("username", name), ("password", &password)]);
        let told = post(
            &mut browser,
            &format!("/manage/rounds/1/cards/{number}"),
            &[],
        );
        shown.push((name, told.status));
        if told.status == 409 {
            assert!(told.says("一个浏览器只显示一张"), "{}", told.text());
        }
    }
    let statuses: Vec<u16> = shown.iter().map(|(_, status)| *status).collect();
    assert_eq!(statuses, [403, 200, 409, 409], "{shown:?}");
    assert_eq!(count(&hall, "card where browser is not null"), "1");
}

#[test]
fn pressing_twice_is_one_person_in_every_act_on_a_round() {
    for (stage, before, acts) in [
        (DemoStage::Frozen, None, vec!["box/seal", "void"]),
        (DemoStage::Open, None, vec!["close-vote", "void"]),
        (
            DemoStage::Closed,
            Some("confirm-account"),
            vec!["open-box", "void"],
        ),
    ] {
        let hall = Hall::at(stage);
        let mut clerk = hall.signed_in("qinghe-clerk");
        if let Some(before) = before {
            post(&mut clerk, &format!("/manage/rounds/1/{before}"), &[]);
        }
        let at = "select stage from round where id = 1";
        let stood = hall.stored(at);
        for act in acts {
            let path = format!("/manage/rounds/1/{act}");
            let fields = [("reason", "r"), ("holding", "server")];
            assert_eq!(
                post(&mut clerk, &path, &fields).status,
                200,
                "{act} is asked for"
            );
            let told = post(&mut clerk, &path, &fields);
            assert!(told.says("您已提出"), "{act}: {}", told.text());
            let seen = seen_by_the_chief(&hall);
            let told = post(&mut clerk, &path, &[("reason", "r"), ("seen", &seen)]);
            assert_eq!(told.status, 409, "{act}: {}", told.text());
            assert!(told.says("您就是提出的人"), "{act}: {}", told.text());
            assert_eq!(hall.stored(at), stood, "{act}");
            hall.write_past("delete from act_request");
        }
    }
    let hall = Hall::at(DemoStage::Certified);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let publish = "/manage/polls/1/publish";
    for _ in 0..2 {
        assert_eq!(post(&mut clerk, publish, &[]).status, 200);
    }
    let seen = seen_by_the_chief(&hall);
    assert_eq!(post(&mut clerk, publish, &[("seen", &seen)]).status, 409);
    let correction = [
        ("kind", "papers-found"),
        ("round", "1"),
        ("papers", "1"),
        ("reason", "r"),
    ];
    let statement = "/count/1/statement";
    for fields in [&correction[..], &correction[..]] {
        assert_eq!(post(&mut clerk, statement, fields).status, 200, "asked for");
    }
    let alone = post(&mut clerk, statement, &[("as", "confirm")]);
    assert_eq!(alone.status, 409, "{}", alone.text());
    assert_eq!(count(&hall, "statement"), "1");
    assert_eq!(count(&hall, "notice"), "0");
}

/// The digest of the one thing that waits for the chief scrutineer.
fn seen_by_the_chief(hall: &Hall) -> String {
    hall.signed_in("qinghe-chief").get("/my/acts").value("seen")
}

/// Presses everything that a form could hold but the digest of what waits.
fn press_unseen(hall: &Hall, who: &mut Client, path: &str, fields: &[(&str, &str)], at: &str) {
    let before = hall.stored(at);
    let foreign = "ab".repeat(32);
    for said in ["ask", "confirm", "", "pin"] {
        for seen in ["", "x", foreign.as_str()] {
            let mut all = vec![("as", said), ("seen", seen)];
            all.extend(fields);
            let told = post(who, path, &all);
            assert!(told.status < 500, "{path} {said} {seen}: {}", told.text());
            assert_eq!(hall.stored(at), before, "{path} {said} {seen}");
        }
    }
}

#[test]
fn nobody_confirms_what_was_not_shown_on_any_page_of_the_office() {
    let stage = "select stage from round where id = 1";
    let hall = Hall::at(DemoStage::Open);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    for act in ["void", "close-vote"] {
        let path = format!("/manage/rounds/1/{act}");
        post(&mut clerk, &path, &[("reason", "r"), ("as", "ask")]);
        press_unseen(&hall, &mut chief, &path, &[("reason", "other")], stage);
        let sheet = chief.get("/manage/polls/1");
        assert!(
            sheet.says("演示工作人员001提出"),
            "the question stands: {}",
            sheet.text()
        );
    }
    let pins = "select cast(count(*) as text) from officer where pin_hash <> ''";
    let id = hall.choose_pin("总监票人", "180926");
    let clear = format!("/manage/officers/{id}/clear-pin");
    post(&mut clerk, &clear, &[("as", "ask")]);
    press_unseen(&hall, &mut chief, &clear, &[], pins);

    let hall = Hall::at(DemoStage::Certified);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let notices = "select cast(count(*) as text) from notice";
    post(&mut clerk, "/manage/polls/1/publish", &[]);
    press_unseen(&hall, &mut chief, "/manage/polls/1/publish", &[], notices);
    let sitting = "select stage from sitting where id = 1";
    let closing = "/manage/sittings/1/closing";
    let fields = [("act", "close-sitting"), ("as", "ask")];
    assert!(post(&mut clerk, closing, &fields).says("您已提出"));
    let fields = [("act", "close-sitting"), ("reason", "other")];
    press_unseen(&hall, &mut chief, closing, &fields, sitting);

    let hall = seated();
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    // A movement after the quorum, of a deputy without a slip.
    let away = hall.stored(
        "select cast(deputy as text) from attendance where sitting = 1 \
         limit 1",
    );
    let moving = format!("/manage/sittings/1/check-in/{away}");
    let moved = "select cast(count(*) as text) from movement";
    let fields = [("what", "move"), ("reason", "早退"), ("as", "ask")];
    post(&mut clerk, &moving, &fields);
    assert_eq!(count(&hall, "act_request"), "1");
    press_unseen(&hall, &mut chief, &moving, &[("what", "move")], moved);
    let adopted = "select cast(count(*) as text) from officer where adopted_on is not null";
    let adopt = "/manage/sittings/1/officers";
    post(&mut clerk, adopt, &[]);
    press_unseen(&hall, &mut chief, adopt, &[], adopted);
    // With what was shown it is done at once.
    let page = chief.get(OFFICERS);
    let done = chief.submit(&page, adopt, &[]);
    assert_eq!(done.status, 200, "{}", done.text());
    assert_ne!(hall.stored(adopted), "0");
}

#[test]
fn one_browser_does_not_ask_as_one_and_confirm_as_another() {
    let hall = Hall::at(DemoStage::Certified);
    let publish = "/manage/polls/1/publish";
    let mut browser = hall.client();
    let sign_in = |browser: &mut Client, name: &str| {
        let password = hall.made.password(name);
        let fields = [("username", name), ("password", password.as_str())];
        assert_eq!(browser.post("/sign-in", &fields).status, 200, "{name}");
    };
    sign_in(&mut browser, "qinghe-clerk");
    let page = browser.get("/manage/polls/1");
    browser.submit(&page, publish, &[]);
    // The same browser with the other account's password: signed in over it, or after signing out.
    for signs_out in [false, true] {
        if signs_out {
            post(&mut browser, "/sign-out", &[]);
        }
        sign_in(&mut browser, "qinghe-chief");
        let page = browser.get("/manage/polls/1");
        let told = browser.submit(&page, publish, &[]);
        assert_eq!(told.status, 409, "{}", told.text());
        assert!(
            told.says("这一步就是在这个浏览器上提出的") && told.says("请换一台手机或电脑"),
            "why, and what to do: {}",
            told.text()
        );
        let waiting = browser.get("/my/acts");
        let told = browser.submit(&waiting, "/my/acts", &[]);
        assert_eq!(told.status, 409, "{}", told.text());
    }
    assert_eq!(count(&hall, "notice"), "0");
    assert_eq!(count(&hall, "act_done where act = 'publish'"), "0");
    // On a device of their own it is done.
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get("/manage/polls/1");
    chief.submit(&page, publish, &[]);
    assert_eq!(count(&hall, "notice"), "1");
}

#[test]
fn the_browser_that_asked_does_not_confirm_as_an_officers_device_either() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall);
    let mut browser = hall.signed_in("qinghe-clerk");
    post(
        &mut browser,
        "/manage/rounds/1/close-vote",
        &[("as", "ask")],
    );
    let code = hall.slip_for(id);
    post(&mut browser, "/sign-out", &[]);
    let greeting = browser.get(&format!("/officer/open/{code}"));
    let page = browser.submit(&greeting, "/officer/open", &[]);
    let pin = [("new_pin", "180926"), ("repeat", "180926")];
    let page = browser.submit(&page, "/officer/pin", &pin);
    let told = browser.submit(&page, "/officer/confirm", &[("pin", "180926")]);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(told.says("请换一台手机或电脑"), "{}", told.text());
    assert_eq!(hall.stored("select stage from round where id = 1"), "open");
}

#[test]
fn a_role_that_the_sitting_did_not_adopt_holds_no_card() {
    let hall = seated();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let outsider = hall.officer("演示监票人 002");
    let withdraw = format!("/manage/officers/{outsider}/withdraw");
    post(&mut clerk, &withdraw, &[]);
    hall.adopt_at(hall.sitting());
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/rules/adopt", &[]);
    post(&mut clerk, "/manage/rounds/1/freeze", &[("as", "ask")]);
    let mut other = hall.signed_in("qinghe-scrutineer-2");
    let mut chief = hall.signed_in("qinghe-chief");
    let waiting = chief.get("/my/acts");
    chief.submit(&waiting, "/my/acts", &[]);
    crate::sealed_box::seal(&hall, "2-of-3");
    let told = post(&mut other, "/manage/rounds/1/cards/1", &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(
        told.says("没有能办这一步的演示监票人002") && told.says("请由名单上的人办理"),
        "{}",
        told.text()
    );
    assert_eq!(count(&hall, "card where holder is not null"), "0");
}

#[test]
fn a_role_that_the_sitting_did_not_adopt_confirms_nothing_and_hears_who_can() {
    let hall = seated();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let outsider = hall.officer("演示监票人 002");
    post(
        &mut clerk,
        &format!("/manage/officers/{outsider}/withdraw"),
        &[],
    );
    hall.adopt_at(hall.sitting());
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/rules/adopt", &[]);
    let freeze = "/manage/rounds/1/freeze";
    post(&mut clerk, freeze, &[("as", "ask")]);
    let stage = || hall.stored("select stage from round where id = 1");
    // With the role alone, and a second clerk: two accounts, and no officer of the sitting.
    hall.write_past(
        "insert into account_role (account, role, congress) \
         select id, 'clerk', (select congress from session where id = 1) from account where username = 'qinghe-publisher'",
    );
    for (username, told) in [
        ("qinghe-scrutineer-2", "没有能办这一步的演示监票人002"),
        ("qinghe-publisher", "不能都是工作人员"),
    ] {
        let mut other = hall.signed_in(username);
        let sheet = other.get("/manage/polls/1");
        let page = other.submit(&sheet, freeze, &[("as", "confirm")]);
        assert_eq!(page.status, 409, "{}", page.text());
        assert!(
            page.says(told) && page.says("演示总监票人"),
            "{}",
            page.text()
        );
        let acts = other.get("/my/acts");
        assert!(!acts.has_form("/my/acts"), "{}", acts.text());
        assert_eq!(stage(), "draft");
    }
    // Whoever was not adopted asks for nothing either; the adopted one confirms and asks.
    let mut other = hall.signed_in("qinghe-scrutineer-2");
    let told = post(
        &mut other,
        "/manage/rounds/1/void",
        &[("as", "ask"), ("reason", "x")],
    );
    assert_eq!(told.status, 409, "{}", told.text());
    let mut chief = hall.signed_in("qinghe-chief");
    let waiting = chief.get("/my/acts");
    chief.submit(&waiting, "/my/acts", &[]);
    assert_eq!(stage(), "frozen");
}

#[test]
fn once_officers_can_act_whoever_was_not_adopted_gives_out_no_slips_and_the_prefecture_can() {
    let hall = seated();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let outsider = hall.officer("演示监票人 002");
    post(
        &mut clerk,
        &format!("/manage/officers/{outsider}/withdraw"),
        &[],
    );
    hall.adopt_at(hall.sitting());
    let without = scrutineer_without_account(&hall);
    let give = "/manage/sittings/1/officers/slips";
    let chosen = without.to_string();
    let page = clerk.get(OFFICERS);
    clerk.submit(&page, give, &[("officer", &chosen)]);
    let mut other = hall.signed_in("qinghe-scrutineer-2");
    let page = other.get(OFFICERS);
    let told = other.submit(&page, give, &[("as", "confirm")]);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(told.says("没有能办这一步的"), "{}", told.text());
    assert_eq!(count(&hall, "officer_slip"), "0");
    let mut prefecture = hall.signed_in("prefecture-clerk");
    let waiting = prefecture.get("/my/acts");
    prefecture.submit(&waiting, "/my/acts", &[]);
    assert_eq!(count(&hall, "officer_slip"), "1");
}

#[test]
fn no_act_of_two_is_confirmed_that_nobody_asked_for() {
    let hall = Hall::at(DemoStage::Open);
    let clerk = hall.actor("qinghe-clerk");
    for act in ActOfTwo::all() {
        let kind = match act.line().on {
            ActSubject::Round => "round",
            ActSubject::Poll => "poll",
            ActSubject::List => "list",
            ActSubject::Officer => "officer",
            ActSubject::Sitting => "sitting",
        };
        let confirmed = Confirmation {
            subject: RequestSubject::from_words(kind, 1).unwrap(),
            word: act.word(),
            seen: Digest([7; 32]),
            pin: String::new(),
            boxes: vec![1],
        };
        let refused = hall
            .run(hall.service.confirm(&clerk, confirmed))
            .unwrap_err();
        assert_eq!(refused.problems()[0].code, "act-changed", "{act:?}");
    }
    assert!(RoundAct::ALL.iter().filter(|act| act.needs_two()).count() >= 9);
}

#[test]
fn whoever_may_not_act_on_a_round_locks_nobodys_pin() {
    let hall = Hall::at(DemoStage::Open);
    let id = hall.choose_pin("总监票人", "180926").to_string();
    let mut publisher = hall.signed_in("qinghe-publisher");
    for _ in 0..5 {
        let fields = [("officer", id.as_str()), ("pin", "000001"), ("as", "pin")];
        let told = post(&mut publisher, "/manage/rounds/1/close-vote", &fields);
        assert_eq!(told.status, 403, "{}", told.text());
    }
    let tries = format!("select count(*) || '' from pin_try where officer = {id}");
    assert_eq!(hall.stored(&tries), "0");
}
