//! Scrutineers and tellers: proposed, adopted, with PINs; and two people at one screen, never one.

use crate::support::AsShown as _;
use domain::id::{OfficerId, SessionId};
use domain::round::RoundAct;
use domain::sitting::officer::Post;
use minsheng::demo::DemoStage;
use service::sitting::officers::NewOfficer;

use super::ballot::two;
use super::secrecy::texts;
use crate::support::{Client, Hall, Page};

/// Lets an officer choose a PIN on a screen of their own.
pub(crate) fn choose_pin(hall: &Hall, name: &str, pin: &str) -> String {
    hall.choose_pin(name, pin).to_string()
}

/// Deputy 001 without an account, adopted as a scrutineer.
pub(crate) fn scrutineer_without_account(hall: &Hall) -> OfficerId {
    let clerk = hall.actor("qinghe-clerk");
    let new = NewOfficer {
        post: Post::Scrutineer,
        number: "001".to_owned(),
        name: String::new(),
        username: String::new(),
        unit: String::new(),
    };
    let proposed = hall.service.propose_officer(&clerk, SessionId(1), new);
    let id = hall.run(proposed).unwrap();
    hall.adopt_at(hall.sitting());
    id
}

/// The phone of that scrutineer, opened with a slip.
pub(crate) fn phone(hall: &Hall) -> Client {
    let id = scrutineer_without_account(hall);
    let code = hall.slip_for(id);
    opened(hall, &code)
}

/// A browser that opens a device with a code.
pub(crate) fn opened(hall: &Hall, code: &str) -> Client {
    let mut phone = hall.client();
    let greeting = phone.get(&format!("/officer/open/{code}"));
    let page = phone.submit(&greeting, "/officer/open", &[]);
    assert_eq!(page.path, "/officer", "{}", page.text());
    phone
}

/// Presses an act with a PIN on the run-sheet; the box is sealed on a page of its own.
fn press(client: &mut Client, act: &str, officer: &str, pin: &str) -> Page {
    let fields = [("officer", officer), ("pin", pin), ("as", "pin")];
    if act != "seal" {
        let page = client.get("/manage/polls/1");
        return client.submit(&page, &format!("/manage/rounds/1/{act}"), &fields);
    }
    let page = client.get("/manage/rounds/1/box");
    let told = client.submit(&page, "/manage/rounds/1/box/seal", &fields);
    if told.status == 200 {
        client.get("/manage/polls/1")
    } else {
        told
    }
}

const OFFICERS: &str = "/manage/sessions/1/officers";

#[test]
fn officers_are_proposed_from_the_roster_and_adopted_once_a_quorum_is_declared() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(OFFICERS);
    assert!(
        page.says("演示总监票人001") && page.says("已提名，未通过"),
        "{}",
        page.text()
    );
    assert!(
        page.says("还没有宣布符合法定人数，不能通过名单"),
        "{}",
        page.text()
    );
    let page = clerk.submit(
        &page,
        OFFICERS,
        &[("post", "scrutineer"), ("number", "003")],
    );
    assert!(
        page.says("代表003"),
        "the name follows from the roster: {}",
        page.text()
    );
    let told = clerk.submit(&page, OFFICERS, &[("post", "teller"), ("number", "003")]);
    assert_eq!(told.status, 422, "one person, one post");
    assert!(
        told.says("一人只任一职") && told.value("number") == "003",
        "{}",
        told.text()
    );
    let told = clerk.submit(
        &page,
        OFFICERS,
        &[("post", "chief_scrutineer"), ("number", "004")],
    );
    assert!(told.says("总监票人只有一名"), "{}", told.text());
    let told = clerk.submit(
        &page,
        OFFICERS,
        &[("post", "scrutineer"), ("number", "999")],
    );
    assert!(told.says("没有编号“999”的代表"), "{}", told.text());

    let roll = clerk.get("/manage/sittings/1/roll");
    let roll = clerk.submit(&roll, "/manage/sittings/1/open-roll", &[]);
    let roll = clerk.submit(&roll, "/manage/sittings/1/roll", &[("all", "present")]);
    clerk.submit(&roll, "/manage/sittings/1/declare-quorum", &[]);
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/manage/polls/1/rules/adopt", &[]);
    let sheet = clerk.get("/manage/polls/1");
    assert!(sheet.says("下一步:通过监票人、计票人"), "{}", sheet.text());
    let page = clerk.get(OFFICERS);
    assert!(
        page.says("现在通过监票人、计票人名单：总监票人演示总监票人001"),
        "{}",
        page.text()
    );
    let asked = clerk.submit(&page, "/manage/sittings/1/officers", &[]);
    assert!(
        asked.says("已提名，未通过") && asked.says("等待另一位人员确认"),
        "one alone adopts nobody: {}",
        asked.text()
    );
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get(OFFICERS);
    assert!(
        page.says("演示工作人员001提出“记录会议通过"),
        "{}",
        page.text()
    );
    let page = chief.submit(&page, "/manage/sittings/1/officers", &[]);
    assert!(
        page.says("2026-01-15通过"),
        "a fact with its date: {}",
        page.text()
    );
    let sheet = clerk.get("/manage/polls/1");
    assert!(sheet.says("下一步:名单和办法定稿"), "{}", sheet.text());
    assert!(
        sheet.says("通过监票人、计票人演示工作人员001、演示总监票人001（本人账号）·12:00"),
        "who and when: {}",
        sheet.text()
    );
}

#[test]
fn a_box_is_not_sealed_before_the_scrutineers_are_adopted() {
    let hall = Hall::at(DemoStage::Draft);
    let clerk = hall.actor("qinghe-clerk");
    let chief = hall.actor("qinghe-chief");
    hall.run(async {
        use domain::sitting::roll::Attendance;
        use domain::sitting::stage::SittingAct;
        let (service, sitting) = (&hall.service, hall.sitting());
        let act = SittingAct::OpenRoll;
        service.act_on_sitting(&clerk, sitting, act).await.unwrap();
        let roll = service.get_roll(&clerk, sitting).await.unwrap();
        let all = roll
            .lines
            .iter()
            .map(|line| (line.deputy, Attendance::Present));
        service
            .keep_roll(&clerk, sitting, all.collect())
            .await
            .unwrap();
        let act = SittingAct::DeclareQuorum;
        service.act_on_sitting(&clerk, sitting, act).await.unwrap();
        service.adopt_rules(&clerk, hall.poll()).await.unwrap();
        for one in [&clerk, &chief] {
            let freeze = service.act_shown(one, hall.round(), RoundAct::Freeze, "");
            freeze.await.unwrap();
        }
    });
    let refusal = hall
        .run(
            hall.service
                .act_shown(&clerk, hall.round(), RoundAct::Seal, ""),
        )
        .unwrap_err();
    assert_eq!(refusal.problems()[0].code, "officers-not-adopted");
    hall.adopt_at(hall.sitting());
    two(&hall, RoundAct::Seal);
}

#[test]
fn who_works_for_a_lead_unit_is_warned_of_on_the_page() {
    let hall = Hall::at(DemoStage::Draft);
    let clerk = hall.actor("qinghe-clerk");
    let projects = hall.run(async {
        let congress = hall.service.find_congress("qinghe").await.unwrap();
        hall.service
            .list_projects(&clerk, congress, 2026)
            .await
            .unwrap()
    });
    let unit = projects[0].lead_unit.clone();
    let mut client = hall.signed_in("qinghe-clerk");
    let page = client.get(OFFICERS);
    let fields = [
        ("post", "scrutineer"),
        ("number", "005"),
        ("unit", unit.as_str()),
    ];
    let page = client.submit(&page, OFFICERS, &fields);
    assert!(
        page.says(&format!("代表005的工作单位“{unit}”是候选项目的牵头单位")),
        "{}",
        page.text()
    );
    let page = client.submit(
        &page,
        &format!("/manage/officers/{}/withdraw", hall.officer("005")),
        &[],
    );
    assert!(!page.says("牵头单位，不宜监票"), "{}", page.text());
}

#[test]
fn a_scrutineers_pin_on_the_same_screen_is_the_second_person_and_is_named() {
    let hall = Hall::at(DemoStage::Frozen);
    let id = choose_pin(&hall, "监票人", "180926");
    let name = "演示总监票人001";
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sealed = press(&mut clerk, "seal", &id, "180926");
    assert_eq!(sealed.status, 200, "{}", sealed.text());
    assert!(
        sealed.says(&format!(
            "验箱封箱演示工作人员001、{name}（工作人员屏幕）·12:00"
        )),
        "one press, two names: {}",
        sealed.text()
    );
    let lines = texts(
        hall.dir.path(),
        "select line from audit where kind = 'round'",
    );
    let wanted = format!("second=officer/{id}@clerk-screen");
    assert!(
        lines
            .iter()
            .any(|line| line.contains("act=seal") && line.contains(&wanted))
    );
}

#[test]
fn a_pin_that_stands_for_a_result_is_named_in_the_statement() {
    let hall = Hall::at(DemoStage::Closed);
    let id = choose_pin(&hall, "总监票人", "180926");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/manage/rounds/1/confirm-account", &[]);
    press(&mut clerk, "open-box", &id, "180926");
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/manage/rounds/1/count", &[]);
    press(&mut clerk, "certify", &id, "180926");
    let page = clerk.get("/count/1/statement");
    assert!(
        page.says("演示工作人员001提出，演示总监票人001确认"),
        "{}",
        page.text()
    );
}

#[test]
fn five_wrong_tries_lock_a_pin_where_they_were_typed_until_clerk_and_chief_clear_it() {
    let hall = Hall::at(DemoStage::Open);
    let id = choose_pin(&hall, "演示监票人", "180926");
    let mut clerk = hall.signed_in("qinghe-clerk");
    for left in ["还可以试4次", "还可以试3次", "还可以试2次", "还可以试1次"] {
        let told = press(&mut clerk, "close-vote", &id, "000001");
        assert_eq!(told.status, 422);
        assert!(told.says(left), "{left}: {}", told.text());
        assert!(
            !told.html().contains("000001"),
            "a PIN is never shown again"
        );
    }
    let told = press(&mut clerk, "close-vote", &id, "000001");
    assert!(told.says("PIN在这里连续输错，已锁定"), "{}", told.text());
    let token = told.value("token");
    let fields = [
        ("token", token.as_str()),
        ("officer", &id),
        ("pin", "180926"),
        ("as", "pin"),
    ];
    let told = clerk.post("/manage/rounds/1/close-vote", &fields);
    assert_eq!(told.status, 422, "the right one opens nothing now");
    assert!(told.says("两人清除，再由本人重新设置"), "{}", told.text());
    // A clock that is set opens nothing, and locks nothing.
    for year in ["2016", "2036"] {
        let set = format!("{year}-01-15T04:00:00Z");
        hall.clock.set(set.parse().unwrap());
        let mut again = hall.signed_in("qinghe-clerk");
        let told = press(&mut again, "close-vote", &id, "180926");
        assert!(
            told.says("已锁定，在别处不受影响"),
            "{set}: {}",
            told.text()
        );
    }
    hall.clock.set("2026-01-15T04:00:00Z".parse().unwrap());
    let page = clerk.get(OFFICERS);
    let locked = "演示工作人员001处PIN已锁定（连续输错5次）";
    assert!(page.says(locked), "{}", page.text());

    // One alone does not clear it; clerk and chief do.
    let clear = format!("/manage/officers/{id}/clear-pin");
    let asked = clerk.submit(&page, &clear, &[("as", "ask")]);
    assert!(
        asked.says("您已提出清除，等待另一人确认"),
        "{}",
        asked.text()
    );
    let told = clerk.submit(&asked, &clear, &[("as", "ask")]);
    assert!(told.says("您已提出清除"), "{}", told.text());
    let told = clerk.submit(&asked, &clear, &[("as", "confirm")]);
    assert_eq!(told.status, 409, "{}", told.text());
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get(OFFICERS);
    let page = chief.submit(&page, &clear, &[("as", "ask")]);
    assert!(
        page.says("PIN已锁定"),
        "asking confirms nothing: {}",
        page.text()
    );
    let page = chief.submit(&page, &clear, &[("as", "confirm")]);
    assert!(
        !page.says("PIN已锁定") && !page.says("输错PIN"),
        "{}",
        page.text()
    );
    choose_pin(&hall, "演示监票人", "271093");
    let closed = press(&mut clerk, "close-vote", &id, "271093");
    assert!(closed.says("投票结束"), "{}", closed.text());
    let lines = texts(hall.dir.path(), "select line from audit");
    for kind in ["pin-wrong", "pin-clear-asked", "pin-cleared", "pin-set"] {
        assert!(lines.iter().any(|line| line.contains(kind)), "{kind}");
    }
    assert!(
        lines
            .iter()
            .all(|line| !line.contains("180926") && !line.contains("271093"))
    );
}

#[test]
fn a_right_pin_takes_the_wrong_tries_back() {
    let hall = Hall::at(DemoStage::Frozen);
    let id = choose_pin(&hall, "演示监票人", "180926");
    let mut clerk = hall.signed_in("qinghe-clerk");
    for _ in 0..4 {
        press(&mut clerk, "seal", &id, "999990");
    }
    let sealed = press(&mut clerk, "seal", &id, "180926");
    assert!(sealed.says("已封箱"), "{}", sealed.text());
    assert_eq!(hall.stored("select count(*) || '' from pin_try"), "0");
}

#[test]
fn a_try_at_a_pin_that_could_not_be_looked_at_is_not_counted() {
    let hall = Hall::at(DemoStage::Open);
    let id = choose_pin(&hall, "演示监票人", "180926");
    let mut clerk = hall.signed_in("qinghe-clerk");
    press(&mut clerk, "close-vote", &id, "000001");
    let kept = format!("select pin_hash from officer where id = {id}");
    let kept = hall.stored(&kept);
    hall.write_past(&format!(
        "update officer set pin_hash = 'torn' where id = {id}"
    ));
    for _ in 0..7 {
        let told = press(&mut clerk, "close-vote", &id, "180926");
        assert!(told.status >= 500, "{}", told.text());
    }
    let tries = || hall.stored("select wrong || '' from pin_try");
    assert_eq!(tries(), "1", "what was wrong before stays");
    hall.write_past(&format!(
        "update officer set pin_hash = '{kept}' where id = {id}"
    ));
    let closed = press(&mut clerk, "close-vote", &id, "180926");
    assert!(closed.says("投票结束"), "{}", closed.text());
}

#[test]
fn nobody_locks_a_pin_for_anybody_else() {
    let hall = Hall::at(DemoStage::Open);
    let id = choose_pin(&hall, "演示监票人", "180926");
    let mut chief = hall.signed_in("qinghe-chief");
    for _ in 0..6 {
        press(&mut chief, "close-vote", &id, "000001");
    }
    let told = press(&mut chief, "close-vote", &id, "180926");
    assert!(told.says("PIN在这里连续输错，已锁定"), "{}", told.text());
    let mut clerk = hall.signed_in("qinghe-clerk");
    let told = press(&mut clerk, "close-vote", &id, "000001");
    assert!(
        told.says("还可以试4次"),
        "the clerk's own count: {}",
        told.text()
    );
    let page = clerk.get(OFFICERS);
    for said in [
        "演示总监票人001处PIN已锁定（连续输错5次）",
        "演示工作人员001处连续输错PIN1次",
    ] {
        assert!(page.says(said), "{said}: {}", page.text());
    }
    // Neither a second browser of the same account nor a restart of its sign-in begins anew.
    let mut again = hall.signed_in("qinghe-chief");
    let told = press(&mut again, "close-vote", &id, "180926");
    assert!(told.says("已锁定，在别处不受影响"), "{}", told.text());
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        !sheet.says("已锁定"),
        "it is open to the clerk: {}",
        sheet.text()
    );
    let closed = press(&mut clerk, "close-vote", &id, "180926");
    assert!(closed.says("投票结束"), "{}", closed.text());
    let left = "select group_concat(officer || ':' || account || ':' || wrong) from pin_try";
    let chief = "select id || '' from account where username = 'qinghe-chief'";
    let chief = hall.stored(chief);
    assert_eq!(
        hall.stored(left),
        format!("{id}:{chief}:5"),
        "a right one takes back its own"
    );
}

#[test]
fn the_same_person_is_never_both_by_account_pin_or_deputy() {
    let hall = Hall::at(DemoStage::Frozen);
    let clerk = hall.actor("qinghe-clerk");
    // The chief asks with the account and types the PIN of the post.
    let chief_pin = choose_pin(&hall, "总监票人", "180926");
    let mut chief = hall.signed_in("qinghe-chief");
    let told = press(&mut chief, "seal", &chief_pin, "180926");
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(
        told.says("须由两个人完成，您就是提出的人"),
        "{}",
        told.text()
    );
    // The chief asks with the account; on the clerk's screen the chief's PIN is still the chief.
    let page = chief.get("/manage/rounds/1/box");
    chief.submit(&page, "/manage/rounds/1/box/seal", &[("as", "ask")]);
    let mut client = hall.signed_in("qinghe-clerk");
    let told = press(&mut client, "seal", &chief_pin, "180926");
    assert_eq!(told.status, 409, "{}", told.text());
    // A deputy with an account of their own is the officer with the same number.
    let deputy = hall.run(hall.service.propose_officer(
        &clerk,
        SessionId(1),
        NewOfficer {
            post: Post::Scrutineer,
            number: "001".to_owned(),
            name: String::new(),
            username: String::new(),
            unit: String::new(),
        },
    ));
    let deputy = deputy.unwrap();
    hall.adopt_at(hall.sitting());
    assert_eq!(choose_pin(&hall, "代表 001", "180926"), deputy.to_string());
    let sealed = press(&mut client, "seal", &deputy.to_string(), "180926");
    assert!(
        sealed.says("演示总监票人001、代表001（工作人员屏幕）"),
        "the asker and the deputy: {}",
        sealed.text()
    );
}

#[test]
fn who_presses_what_another_has_just_asked_for_confirms_nothing_by_mistake() {
    let hall = Hall::at(DemoStage::Open);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    // Both have the page open before either presses.
    let (one, other) = (clerk.get("/manage/polls/1"), chief.get("/manage/polls/1"));
    clerk.submit(&one, "/manage/rounds/1/close-vote", &[("as", "ask")]);
    let told = chief.submit(&other, "/manage/rounds/1/close-vote", &[("as", "ask")]);
    assert_eq!(told.status, 200, "no error page");
    assert!(
        told.says("演示工作人员001刚刚提出了这一步"),
        "{}",
        told.text()
    );
    assert!(told.says("投票中"), "nothing was closed");
    let closed = chief.submit(&told, "/manage/rounds/1/close-vote", &[("as", "confirm")]);
    assert!(closed.says("投票结束"), "{}", closed.text());
    // And a third press hears that it is done, by whom and when.
    let late = clerk.submit(&one, "/manage/rounds/1/close-vote", &[("as", "ask")]);
    assert_eq!(late.status, 200);
    assert!(
        late.says(
            "“结束投票”已经办过：演示工作人员001、演示总监票人001（本人账号），12:00。没有重复操作"
        ),
        "{}",
        late.text()
    );
}

#[test]
fn the_chairs_script_prints_as_a_set_with_the_real_numbers() {
    let hall = Hall::with(DemoStage::Frozen, 161);
    let page = hall.signed_in("qinghe-clerk").get("/manage/polls/1/script");
    for words in [
        "应到161人，法定人数108人",
        "候选项目6个，应选4个",
        "过半数为81票",
        "开箱",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
}
