//! The clerk who holds the sheet of officers' slips: opens one of them alone, and would be both people.

use domain::access::line::LineSafety;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingAct;
use minsheng::demo::DemoStage;

use super::super::officers::{opened, scrutineer_without_account};
use super::super::people::codes;
use super::super::sealed_box::{address, cast, close, press, voting};
use crate::support::{Client, Hall, Page};

const OFFICERS: &str = "/manage/sessions/1/officers";
const PIN: [(&str, &str); 2] = [("new_pin", "246813"), ("repeat", "246813")];

fn post(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Page {
    let token = client.get("/my/acts").value("token");
    let mut all = vec![("token", token.as_str())];
    all.extend(fields);
    client.post(path, &all)
}

/// Clerk and chief give a slip out; one of them prints it, and answers its code.
fn printed_by(printer: &mut Client, clerk: &mut Client, chief: &mut Client, id: &str) -> String {
    let page = clerk.get(OFFICERS);
    clerk.submit(&page, "/sittings/1/officers/slips", &[("for", id)]);
    let waiting = chief.get("/my/acts");
    chief.submit(&waiting, "/my/acts", &[]);
    let page = printer.get(OFFICERS);
    let sheet = printer.submit(&page, "/sessions/1/officers/slips", &[]);
    codes(&sheet)[0].replace(' ', "")
}

fn stage(hall: &Hall) -> String {
    hall.stored("select stage from round where id = 1")
}

#[test]
fn who_printed_an_officers_slip_and_opened_it_is_one_person_until_another_account_saw_the_officer()
{
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall).to_string();
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let mut printer = hall.signed_in("qinghe-clerk");
    let code = printed_by(&mut printer, &mut clerk, &mut chief, &id);
    let mut stolen = opened(&hall, &code);
    let page = stolen.get("/officer");
    stolen.submit(&page, "/officer/pin", &PIN);
    let close = "/manage/rounds/1/close-vote";
    post(&mut clerk, close, &[("as", "ask")]);
    // On the device: nothing to press, and why; a form of before is refused.
    let waiting = stolen.get("/officer");
    assert!(
        waiting.says("这一步您不能作为第二人") && !waiting.has_form("/officer/confirm"),
        "{}",
        waiting.text()
    );
    // With the PIN on any screen of the clerk's.
    for act in [close, "/manage/rounds/1/void"] {
        let by_pin = [
            ("officer", id.as_str()),
            ("pin", "246813"),
            ("reason", "x"),
            ("as", "pin"),
        ];
        let told = post(&mut clerk, act, &by_pin);
        assert!(told.status >= 400, "{}", told.text());
    }
    assert_eq!(stage(&hall), "open");
    // Neither the clerk nor the device itself says that the officer was seen.
    let see = format!("/my/officers/{id}/seen");
    let told = post(&mut clerk, &see, &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(!clerk.get("/my/acts").says("手机在本人手里吗"));
    // Nor does another account in the browser where the digits were shown: nobody stepped to it.
    let page = printer.get("/my/acts");
    printer.submit(&page, "/sign-out", &[]);
    let password = hall.made.password("qinghe-chief");
    let fields = [("username", "qinghe-chief"), ("password", &*password)];
    assert_eq!(printer.post("/sign-in", &fields).status, 200);
    assert!(!printer.get("/my/acts").says("手机在本人手里吗"));
    let told = post(&mut printer, &see, &[]);
    assert!(told.says("就是在这个浏览器上显示的"), "{}", told.text());
    let waiting = chief.get("/my/acts");
    assert!(waiting.says("手机在本人手里吗"), "{}", waiting.text());
    chief.submit(&waiting, "/my/officers/", &[]);
    assert!(!chief.get("/my/acts").says("手机在本人手里吗"));
    let line = "select line from audit where kind = 'officer-seen'";
    assert!(hall.stored(line).contains("@own-account"));
    let waiting = stolen.get("/officer");
    let done = stolen.submit(&waiting, "/officer/confirm", &[("pin", "246813")]);
    assert_eq!(done.status, 200, "{}", done.text());
    assert_eq!(stage(&hall), "closed");
}

#[test]
fn who_was_shown_no_digits_is_another_person_at_once() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall).to_string();
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let mut printer = hall.signed_in("qinghe-chief");
    let code = printed_by(&mut printer, &mut clerk, &mut chief, &id);
    let mut phone = opened(&hall, &code);
    let page = phone.get("/officer");
    phone.submit(&page, "/officer/pin", &PIN);
    // Beside the chief, who printed, it counts for nothing; beside the clerk it does.
    let close = "/manage/rounds/1/close-vote";
    post(&mut chief, close, &[("as", "ask")]);
    let waiting = phone.get("/officer");
    assert!(!waiting.has_form("/officer/confirm"), "{}", waiting.text());
    let waiting = chief.get("/my/acts");
    chief.submit(&waiting, "/my/take-back", &[]);
    post(&mut clerk, close, &[("as", "ask")]);
    let waiting = phone.get("/officer");
    phone.submit(&waiting, "/officer/confirm", &[("pin", "246813")]);
    assert_eq!(stage(&hall), "closed");
}

#[test]
fn a_new_slip_ends_the_pin_of_whoever_opened_the_one_before() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall);
    let mut stolen = opened(&hall, &hall.slip_for(id));
    let page = stolen.get("/officer");
    stolen.submit(&page, "/officer/pin", &PIN);
    let has_pin = format!("select cast(pin_hash <> '' as text) from officer where id = {id}");
    assert_eq!(hall.stored(&has_pin), "1");
    let code = hall.slip_for(id);
    assert_eq!(
        hall.stored(&has_pin),
        "0",
        "before anybody opens the new one"
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    let list = clerk.get(OFFICERS);
    assert!(
        list.says("已打开1张，共发放2张"),
        "every slip that was opened is told: {}",
        list.text()
    );
    let officer = id.to_string();
    let by_pin = [
        ("officer", officer.as_str()),
        ("pin", "246813"),
        ("reason", "x"),
        ("as", "pin"),
    ];
    let told = post(&mut clerk, "/manage/rounds/1/void", &by_pin);
    assert!(told.says("还没有设置PIN"), "{}", told.text());
    assert_eq!(stage(&hall), "open");
    let mut own = opened(&hall, &code);
    let page = own.get("/officer");
    let page = own.submit(
        &page,
        "/officer/pin",
        &[("new_pin", "180926"), ("repeat", "180926")],
    );
    assert!(
        page.says("等待我确认"),
        "the own one is chosen: {}",
        page.text()
    );
}

#[test]
fn a_card_that_another_types_is_given_for_its_holder_and_the_record_and_the_statement_say_so() {
    let (hall, codes, cards) = voting();
    cast(&hall, &codes[..7]);
    close(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let typed = press(&mut clerk, &hall, "cards/give", &[("card", &cards[0])]);
    assert_eq!(typed.status, 200, "{}", typed.text());
    let mut scrutineer = hall.signed_in("qinghe-scrutineer");
    press(&mut scrutineer, &hall, "cards/give", &[("card", &cards[1])]);
    let lines = "select group_concat(line, ';') from audit where kind like 'card-given%'";
    let lines = hall.stored(lines);
    assert!(
        lines.contains("by=account/") && lines.contains("holder=account/"),
        "{lines}"
    );
    assert_eq!(
        hall.stored("select cast(count(*) as text) from audit where kind = 'card-given-for'"),
        "1",
        "{lines}"
    );
    let box_page = clerk.get(&address(&hall, "box"));
    assert!(box_page.says("代他人输入密钥卡"), "{}", box_page.text());
    let officers = clerk.get(OFFICERS);
    assert!(officers.says("代他人输入密钥卡"), "{}", officers.text());
}

#[test]
fn deputies_whose_slips_the_clerk_printed_neither_confirm_nor_drop_what_the_clerk_asked_for() {
    let hall = Hall::at(DemoStage::Draft);
    let clerk = hall.actor("qinghe-clerk");
    assert_eq!(clerk.line, LineSafety::Closed);
    hall.run(async {
        let (service, sitting) = (&hall.service, hall.sitting());
        let open = service.act_on_sitting(&clerk, sitting, SittingAct::OpenRoll);
        open.await.unwrap();
        let roll = service.get_roll(&clerk, sitting).await.unwrap();
        let here = roll.lines.iter();
        let here = here.map(|line| (line.deputy, Attendance::Present));
        service
            .keep_roll(&clerk, sitting, here.collect())
            .await
            .unwrap();
        let declare = service.act_on_sitting(&clerk, sitting, SittingAct::DeclareQuorum);
        declare.await.unwrap();
    });
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(OFFICERS);
    clerk.submit(&page, "/manage/sittings/1/officers", &[]);
    let shown = hall.signed_in("qinghe-chief").get("/my/acts");
    let asked = "select cast(count(*) as text) from act_request";
    let mut deputy = hall.signed_in("qinghe-d1");
    let told = deputy.get("/my/acts");
    assert!(
        told.says("这一步您不能作为第二人") && !told.says("这是您提出的"),
        "{}",
        told.text()
    );
    assert!(!told.has_form("/my/take-back") && !told.has_form("/my/acts"));
    let (_, form) = shown.form("/my/take-back");
    let mut fields: Vec<(&str, &str)> = form
        .iter()
        .filter(|(name, _)| name != "token")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.sort_unstable();
    let told = post(&mut deputy, "/my/take-back", &fields);
    assert_eq!(told.status, 409, "{}", told.text());
    assert_eq!(hall.stored(asked), "1");
    // Whoever asked still takes it back.
    let own = clerk.get("/my/acts");
    clerk.submit(&own, "/my/take-back", &[]);
    assert_eq!(hall.stored(asked), "0");
}
