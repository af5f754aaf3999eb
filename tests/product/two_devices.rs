//! Officers without an account on devices of their own: a slip once, a PIN there, a card there, a
//! confirmation there; and a whole day of one clerk and one chief scrutineer.

use domain::id::SessionId;
use domain::sitting::officer::Post;
use domain::voting::slip_order::SlipOrder;
use minsheng::demo::DemoStage;
use service::sitting::officers::NewOfficer;

use super::officers::{opened, phone, scrutineer_without_account};
use crate::support::{Client, Hall, Page};

const PIN: &str = "180926";

fn with_pin(phone: &mut Client) -> Page {
    let page = phone.get("/officer");
    let page = phone.submit(&page, "/officer/pin", &[("new_pin", PIN), ("repeat", PIN)]);
    assert!(page.says("等待我确认"), "{}", page.text());
    page
}

#[test]
fn a_slip_opens_one_device_once_and_a_new_one_takes_it_out() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall);
    let code = hall.slip_for(id);
    let stored = hall.stored("select hex(code_hash) from officer_slip");
    assert!(
        !stored.is_empty() && !stored.contains(&code),
        "a hash alone"
    );
    let mut first = opened(&hall, &code);
    let page = first.get("/officer");
    assert!(
        page.says("代表001·监票人") && page.says("开机条在12:00打开"),
        "{}",
        page.text()
    );
    let mut other = hall.client();
    let told = other.get(&format!("/officer/open/{code}"));
    assert_eq!(told.status, 422);
    assert!(told.says("这张开机条已经用过"), "{}", told.text());
    assert!(
        hall.signed_in("qinghe-clerk")
            .get("/manage/sessions/1/officers")
            .says("12:00打开本人手机")
    );

    // The phone is lost: a new slip by two, and the old browser is out at once.
    let again = hall.slip_for(id);
    assert!(
        first.get("/officer").says("开机条上的十五位数字"),
        "out at once"
    );
    let mut second = opened(&hall, &again);
    with_pin(&mut second);
    assert!(second.get("/officer").says("现在没有等待您确认的事项"));
}

#[test]
fn the_officers_page_says_of_each_act_who_confirmed_it_on_which_screen() {
    let hall = Hall::at(DemoStage::Open);
    let mut phone = phone(&hall);
    with_pin(&mut phone);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/close-vote", &[("as", "ask")]);
    let shown = phone.get("/officer");
    phone.submit(&shown, "/officer/confirm", &[("pin", PIN)]);
    let page = clerk.get("/manage/sessions/1/officers");
    assert!(page.says("由两人办理的各步"), "{}", page.text());
    for words in [
        "记录会议通过监票人、计票人名单·",
        "发放监票人、计票人的开机条·",
        "结束投票·演示工作人员001、代表001（",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
}

#[test]
fn a_slip_ends_after_twelve_hours_and_a_wrong_code_opens_nothing() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall);
    let code = hall.slip_for(id);
    hall.clock.set("2026-01-15T16:00:01Z".parse().unwrap());
    let mut late = hall.client();
    let told = late.get(&format!("/officer/open/{code}"));
    assert_eq!(told.status, 422, "{}", told.text());
    let page = late.get("/officer");
    let told = late.submit(&page, "/officer", &[("code", "000000000000000")]);
    assert!(told.says("没有这张开机条"), "{}", told.text());
    assert_eq!(
        told.value("code"),
        "000000000000000",
        "what was typed stays"
    );
}

#[test]
fn one_browser_is_one_officer_or_one_sign_in_and_says_how_to_change() {
    let hall = Hall::at(DemoStage::Open);
    let mut phone = phone(&hall);
    let password = hall.made.password("qinghe-clerk");
    let fields = [
        ("username", "qinghe-clerk"),
        ("password", password.as_str()),
    ];
    let told = phone.post("/sign-in", &fields);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(
        told.says("这个浏览器是代表001的设备") && told.html().contains("href=\"/officer\""),
        "{}",
        told.text()
    );
    // Another officer's slip does not open here either.
    let clerk = hall.actor("qinghe-clerk");
    let new = NewOfficer {
        post: Post::Teller,
        number: "002".to_owned(),
        name: String::new(),
        username: String::new(),
        unit: String::new(),
    };
    let other = hall
        .run(hall.service.propose_officer(&clerk, SessionId(1), new))
        .unwrap();
    hall.adopt_at(hall.sitting());
    let code = hall.slip_for(other);
    let greeting = phone.get(&format!("/officer/open/{code}"));
    let told = phone.submit(&greeting, "/officer/open", &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    // And a signed-in browser is no officer's device.
    let mut desk = hall.signed_in("qinghe-clerk");
    let greeting = desk.get(&format!("/officer/open/{code}"));
    let told = desk.submit(&greeting, "/officer/open", &[]);
    assert_eq!(told.status, 409);
    assert!(
        told.says("正登录着演示工作人员001的账号"),
        "{}",
        told.text()
    );
    // Given back, it is an ordinary browser again.
    let page = phone.get("/officer");
    phone.submit(&page, "/officer/leave", &[]);
    let told = phone.post("/sign-in", &fields);
    assert_eq!(told.status, 200, "{}", told.text());
}

#[test]
fn a_wrong_pin_on_the_device_does_nothing_and_a_right_one_confirms_what_was_shown() {
    let hall = Hall::at(DemoStage::Open);
    let mut phone = phone(&hall);
    with_pin(&mut phone);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/manage/rounds/1/close-vote", &[("as", "ask")]);
    let page = phone.get("/officer");
    assert!(
        page.says("结束投票") && page.says("演示工作人员001在12:00提出") && page.says("已发出15张"),
        "what exactly: {}",
        page.text()
    );
    let told = phone.submit(&page, "/officer/confirm", &[("pin", "000001")]);
    assert_eq!(told.status, 422);
    assert!(told.says("还可以试4次"), "{}", told.text());
    let foreign = [("pin", PIN), ("seen", &"ab".repeat(32))];
    let told = phone.submit(&page, "/officer/confirm", &foreign);
    assert!(
        told.status == 409 && told.says("已经变了"),
        "{}",
        told.text()
    );
    assert_eq!(hall.stored("select stage from round where id = 1"), "open");
    phone.submit(&page, "/officer/confirm", &[("pin", PIN)]);
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("结束投票演示工作人员001、代表001（服务器本机）"),
        "the record says where: {}",
        sheet.text()
    );
}

#[test]
fn a_stolen_phone_locks_its_own_tries_and_the_clerks_screen_stays_the_way_out() {
    let hall = Hall::at(DemoStage::Open);
    let mut phone = phone(&hall);
    with_pin(&mut phone);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/manage/rounds/1/close-vote", &[("as", "ask")]);
    let page = phone.get("/officer");
    for _ in 0..5 {
        phone.submit(&page, "/officer/confirm", &[("pin", "000001")]);
    }
    let told = phone.submit(&page, "/officer/confirm", &[("pin", PIN)]);
    assert!(told.says("PIN在这里连续输错，已锁定"), "{}", told.text());
    let officers = clerk.get("/manage/sessions/1/officers");
    assert!(
        officers.says("本人设备处PIN已锁定（连续输错5次）"),
        "{}",
        officers.text()
    );
    let id = hall.stored("select officer || '' from pin_try");
    let fields = [("officer", id.as_str()), ("pin", PIN), ("as", "pin")];
    let sheet = clerk.get("/manage/polls/1");
    let closed = clerk.submit(&sheet, "/manage/rounds/1/close-vote", &fields);
    assert!(closed.says("投票结束"), "{}", closed.text());
    // A new PIN begins anew everywhere; so does the end of the sitting.
    assert_eq!(hall.stored("select wrong || '' from pin_try"), "5");
}

#[test]
fn the_own_card_is_shown_once_on_the_own_device_and_typed_back_there() {
    let hall = Hall::at(DemoStage::Frozen);
    let mut phone = phone(&hall);
    with_pin(&mut phone);
    super::sealed_box::seal(&hall, "2-of-3");
    let page = phone.get("/officer");
    let card = phone.submit(&page, "/officer/rounds/1/cards/", &[("pin", PIN)]);
    assert!(card.says("第1张"), "{}", card.text());
    let groups: Vec<String> = card
        .html()
        .split("<ol class=\"groups\"")
        .nth(1)
        .unwrap()
        .split("</ol>")
        .next()
        .unwrap()
        .split("<li>")
        .skip(1)
        .map(|group| group.split('<').next().unwrap().to_owned())
        .collect();
    let page = phone.get("/officer");
    assert!(!page.html().contains(&groups[0]), "shown once");
    let told = phone.submit(&page, "/cards/check", &[("card", "1234")]);
    assert_eq!(told.status, 422, "{}", told.text());
    // Another's card is typed back by its holder: a copy that nobody typed may be wrong.
    let chief = hall.actor("qinghe-chief");
    let other = hall.service.show_card(&chief, hall.round(), 2, None);
    let other = hall.run(other).unwrap();
    let told = phone.submit(&told, "/cards/check", &[("card", &other.text())]);
    assert_eq!(told.status, 422, "{}", told.text());
    assert!(
        told.says("您输入的是第2张卡") && told.says("请输入您自己的卡"),
        "{}",
        told.text()
    );
    // Nor does an account take it at its own screen, where it was not shown.
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/rounds/1/box");
    let refused = clerk.submit(&page, "/cards/check", &[("card", &groups.join(" "))]);
    assert_eq!(refused.status, 422, "{}", refused.text());
    let page = phone.submit(&told, "/cards/check", &[("card", &groups.join(" "))]);
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.says("您的第1张卡已核对"), "{}", page.text());
    assert!(!page.has_form("/cards/check"), "{}", page.html());
    assert_eq!(
        hall.stored("select cast(sum(is_checked) as text) from card"),
        "1"
    );
}

#[test]
fn closing_the_sitting_ends_devices_and_pins() {
    let hall = Hall::at(DemoStage::Certified);
    let mut phone = phone(&hall);
    with_pin(&mut phone);
    hall.write_past("update sitting set stage = 'quorum_declared' where id = 1");
    let closing = "/manage/sittings/1/closing";
    for (who, meant) in [("qinghe-clerk", "ask"), ("qinghe-chief", "confirm")] {
        let mut one = hall.signed_in(who);
        let page = one.get(closing);
        one.submit(&page, closing, &[("as", meant)]);
    }
    assert!(phone.get("/officer").says("开机条上的十五位数字"));
    let pins = "select cast(count(*) as text) from officer where session = 1 and pin_hash <> ''";
    assert_eq!(hall.stored(pins), "0");
}

#[test]
fn an_officers_own_phone_shows_and_confirms_the_end_of_a_sitting_and_the_withdrawal_of_a_poll() {
    let hall = Hall::at(DemoStage::Certified);
    let mut phone = phone(&hall);
    with_pin(&mut phone);
    let closing = "/manage/sittings/1/closing";
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(closing);
    clerk.submit(&page, closing, &[("as", "ask")]);
    let shown = phone.get("/officer");
    assert!(
        shown.says("闭会") && shown.says("第一次全体会议") && shown.says("第1轮"),
        "what exactly: {}",
        shown.text()
    );
    phone.submit(&shown, "/officer/confirm", &[("pin", PIN)]);
    assert_eq!(
        hall.stored("select stage from sitting where id = 1"),
        "closed"
    );
    let page = clerk.get(closing);
    assert!(page.says("代表001"), "{}", page.text());
    let line = "select line from audit where kind = 'sitting-closed'";
    let line = hall.stored(line);
    assert!(
        line.contains("@own-account officer/") && line.contains("@machine"),
        "the record says on which screens: {line}"
    );

    let hall = Hall::at(DemoStage::Frozen);
    let mut phone = super::officers::phone(&hall);
    with_pin(&mut phone);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get("/manage/polls/1");
    let why = [("reason", "不办了"), ("as", "ask")];
    clerk.submit(&sheet, "/manage/rounds/1/void", &why);
    let shown = phone.get("/officer");
    phone.submit(&shown, "/officer/confirm", &[("pin", PIN)]);
    let page = clerk.get(closing);
    let why = [("reason", "政府撤回议题"), ("as", "ask")];
    clerk.submit(&page, "/withdraw", &why);
    let shown = phone.get("/officer");
    assert!(
        shown.says("撤回票决") && shown.says("理由：政府撤回议题"),
        "{}",
        shown.text()
    );
    // Somebody asks for something else while it is read: what was not shown is not confirmed.
    hall.write_past("update act_request set reason = '别的理由'");
    let told = phone.submit(&shown, "/officer/confirm", &[("pin", PIN)]);
    assert!(told.says("已经变了"), "{}", told.text());
    assert_eq!(hall.stored("select withdrawn from poll where id = 1"), "");
    phone.submit(&told, "/officer/confirm", &[("pin", PIN)]);
    assert_eq!(
        hall.stored("select withdrawn from poll where id = 1"),
        "别的理由"
    );
}

#[test]
fn whoever_asked_takes_it_back_and_the_second_person_may_refuse_on_the_own_phone_too() {
    let hall = Hall::at(DemoStage::Certified);
    let mut phone = phone(&hall);
    with_pin(&mut phone);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let statement = "/count/1/statement";
    let wrong = [
        ("kind", "papers-found"),
        ("papers", "2"),
        ("reason", "写错了"),
        ("as", "ask"),
    ];
    let waits = "select cast(count(*) as text) from act_request";
    for way in 0..3 {
        let page = clerk.get(statement);
        let asked = clerk.submit(&page, statement, &wrong);
        assert!(
            asked.says("撤回或者不同意"),
            "where to go is told: {}",
            asked.text()
        );
        assert_eq!(hall.stored(waits), "1");
        let told = match way {
            0 => {
                let page = clerk.get("/my/acts");
                clerk.submit(&page, "/my/take-back", &[])
            }
            1 => {
                let tasks = chief.get("/manage");
                assert!(tasks.says("等待我确认：1项"), "{}", tasks.text());
                let page = chief.get("/my/acts");
                chief.submit(&page, "/my/take-back", &[])
            }
            _ => {
                let page = phone.get("/officer");
                phone.submit(&page, "/officer/take-back", &[])
            }
        };
        assert_eq!(told.status, 200, "{}", told.text());
        assert_eq!(hall.stored(waits), "0", "{way}");
        let page = clerk.get(statement);
        assert!(page.has_form(statement), "it may be asked for anew");
    }
    let dropped = "select cast(count(*) as text) from audit where kind = 'asking-dropped'";
    assert_eq!(hall.stored(dropped), "3");
    let versions = "select cast(count(*) as text) from statement where poll = 1";
    assert_eq!(hall.stored(versions), "1");
}

#[test]
fn a_page_of_before_drops_nothing_that_was_asked_since_and_nobody_else_drops_anything() {
    let hall = Hall::at(DemoStage::Certified);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let statement = "/count/1/statement";
    let waits = "select cast(count(*) as text) from act_request";
    let page = clerk.get(statement);
    let asked = [
        ("kind", "papers-found"),
        ("papers", "2"),
        ("reason", "x"),
        ("as", "ask"),
    ];
    clerk.submit(&page, statement, &asked);
    let stale = chief.get("/my/acts");
    hall.write_past("update act_request set asked_at = asked_at + 1");
    let told = chief.submit(&stale, "/my/take-back", &[]);
    assert!(
        told.status == 409 && told.says("已经变了"),
        "{}",
        told.text()
    );
    let fresh = chief.get("/my/acts");
    let (to, fields) = fresh.form("/my/take-back");
    let mut stranger = hall.signed_in("qinghe-publisher");
    let token = stranger.get("/manage").value("token");
    let mut fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| *name != "token")
        .collect();
    fields.push(("token", &token));
    assert_eq!(stranger.post(&to, &fields).status, 403);
    assert_eq!(hall.stored(waits), "1");
}

#[test]
fn a_rehearsal_is_confirmed_on_the_phone_that_the_day_will_use() {
    let hall = Hall::at(DemoStage::Frozen);
    let mut phone = phone(&hall);
    with_pin(&mut phone);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1/rehearsal");
    clerk.submit(&page, "/manage/polls/1/rehearsal", &[]);
    let round = hall.stored("select cast(max(id) as text) from round");
    let page = clerk.get(&format!("/manage/rounds/{round}/box"));
    let seal = format!("/manage/rounds/{round}/box/seal");
    clerk.submit(&page, &seal, &[("holding", "server"), ("as", "ask")]);
    let shown = phone.get("/officer");
    assert!(
        shown.says("验箱封箱") && shown.says("演练·青河县"),
        "{}",
        shown.text()
    );
    let done = phone.submit(&shown, "/officer/confirm", &[("pin", PIN)]);
    assert_eq!(done.status, 200, "{}", done.text());
    let stage = format!("select stage from round where id = {round}");
    assert_eq!(hall.stored(&stage), "sealed");
    assert_eq!(
        hall.stored("select stage from round where id = 1"),
        "frozen",
        "the real poll stays"
    );
}

/// The clerk asks on the page of an act, the chief confirms on the phone.
fn both(clerk: &mut Client, chief: &mut Client, page: &str, act: &str, fields: &[(&str, &str)]) {
    let shown = clerk.get(page);
    let mut set = vec![("as", "ask")];
    set.extend(fields);
    let asked = clerk.submit(&shown, act, &set);
    assert_eq!(asked.status, 200, "{act}: {}", asked.text());
    let waiting = chief.get("/officer");
    let done = chief.submit(&waiting, "/officer/confirm", &[("pin", PIN)]);
    assert_eq!(done.status, 200, "{act}: {}", done.text());
}

#[test]
fn one_clerk_and_one_chief_scrutineer_without_an_account_hold_the_whole_day() {
    let hall = Hall::with(DemoStage::Draft, 9);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let officers = "/manage/sessions/1/officers";
    let mut page = clerk.get(officers);
    while page.has_form("/withdraw") {
        page = clerk.submit(&page, "/withdraw", &[]);
    }
    clerk.submit(
        &page,
        officers,
        &[("post", "chief_scrutineer"), ("number", "001")],
    );
    let roll = clerk.get("/manage/sittings/1/roll");
    let roll = clerk.submit(&roll, "/open-roll", &[]);
    let roll = clerk.submit(&roll, "/manage/sittings/1/roll", &[("all", "present")]);
    clerk.submit(&roll, "/declare-quorum", &[]);
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/rules/adopt", &[]);
    // Before there are officers, the second person is the prefecture's clerk.
    let mut prefecture = hall.signed_in("prefecture-clerk");
    let page = clerk.get(officers);
    clerk.submit(&page, "/manage/sittings/1/officers", &[]);
    let waiting = prefecture.get("/my/acts");
    prefecture.submit(&waiting, "/my/acts", &[]);
    let page = clerk.get(officers);
    clerk.submit(&page, "/sittings/1/officers/slips", &[]);
    let waiting = prefecture.get("/my/acts");
    assert!(waiting.says("总监票人代表001"), "{}", waiting.text());
    prefecture.submit(&waiting, "/my/acts", &[]);
    let page = clerk.get(officers);
    let sheet = clerk.submit(&page, "/sessions/1/officers/slips", &[]);
    let code = super::people::codes(&sheet)[0].replace(' ', "");
    let mut chief = opened(&hall, &code);
    with_pin(&mut chief);
    // The clerk printed the slip: the prefecture's clerk sees who holds the phone.
    let waiting = prefecture.get("/my/acts");
    prefecture.submit(&waiting, "/my/officers/", &[]);

    let (run, round) = ("/manage/polls/1", "/manage/rounds/1");
    both(&mut clerk, &mut chief, run, &format!("{round}/freeze"), &[]);
    let boxed = format!("{round}/box");
    let seal = format!("{round}/box/seal");
    both(
        &mut clerk,
        &mut chief,
        &boxed,
        &seal,
        &[("holding", "server")],
    );
    let sheet = clerk.get(run);
    clerk.submit(&sheet, "/start-issuing", &[]);
    let actor = hall.actor("qinghe-clerk");
    let order = SlipOrder::of(9, None, "开会用").unwrap();
    hall.run(hall.service.ask_for_slips(&actor, hall.sitting(), order))
        .unwrap();
    let waiting = chief.get("/officer");
    assert!(
        waiting.says("打印票证") && waiting.says("打印9张"),
        "{}",
        waiting.text()
    );
    chief.submit(&waiting, "/officer/confirm", &[("pin", PIN)]);
    let slips = hall.run(async {
        let (service, sitting) = (&hall.service, hall.sitting());
        let (print, _, _) = service.list_fresh_slips(sitting).pop().unwrap();
        let taken = service.take_fresh_slips(&actor, sitting, print).await;
        let mut print = taken.unwrap();
        service.note_slips_shown(&actor, &print).await.unwrap();
        let roll = service.get_roll(&actor, sitting).await.unwrap();
        let all = roll.lines.iter().map(|line| line.deputy).collect();
        service.issue_slips(&actor, sitting, all).await.unwrap();
        std::mem::take(&mut print.slips)
    });
    both(
        &mut clerk,
        &mut chief,
        run,
        &format!("{round}/open-vote"),
        &[],
    );
    let mut voter = hall.client();
    voter.get(&format!("/b/{}", slips[0].scanned));
    super::ballot::vote(&mut voter, &[("m1", "a")]);
    both(
        &mut clerk,
        &mut chief,
        run,
        &format!("{round}/close-vote"),
        &[],
    );
    let sheet = clerk.get(run);
    clerk.submit(&sheet, "/confirm-account", &[]);
    both(
        &mut clerk,
        &mut chief,
        run,
        &format!("{round}/open-box"),
        &[],
    );
    let sheet = clerk.get(run);
    clerk.submit(&sheet, &format!("{round}/count"), &[]);
    both(
        &mut clerk,
        &mut chief,
        run,
        &format!("{round}/certify"),
        &[],
    );
    both(&mut clerk, &mut chief, run, "/publish", &[]);
    assert_eq!(
        hall.stored("select stage from round where id = 1"),
        "certified"
    );
    assert_eq!(
        hall.stored("select cast(count(*) as text) from notice"),
        "1"
    );
    let statement = clerk.get("/count/1/statement");
    assert!(statement.says("代表001确认"), "{}", statement.text());
    // Printing says on which screen it was confirmed, as every act of two does.
    for page in ["/manage/sittings/1/slips", "/count/1/account"] {
        let page = clerk.get(page);
        assert!(page.says("代表001（服务器本机）确认"), "{}", page.text());
    }
    let text = hall.stored("select text from statement where poll = 1");
    assert!(text.contains("\t代表 001\tmachine\t"), "{text}");
    let line = "select line from audit where kind = 'slips-printed'";
    assert!(hall.stored(line).contains("@machine"));
}
