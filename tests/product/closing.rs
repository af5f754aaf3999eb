//! Closing a sitting: an act of two with a page of its own, which waits for every poll and is taken
//! back while nothing followed. No single press ends the day.

use domain::sitting::stage::SittingAct;
use minsheng::demo::DemoStage;

use crate::support::{Client, Hall, Page};

const CLOSING: &str = "/manage/sittings/1/closing";

fn stage(hall: &Hall) -> String {
    hall.stored("select stage from sitting where id = 1")
}

fn press(client: &mut Client, set: &[(&str, &str)]) -> Page {
    let page = client.get(CLOSING);
    client.submit(&page, CLOSING, set)
}

#[test]
fn no_single_press_ends_the_day_at_any_stage() {
    for at in [
        DemoStage::Draft,
        DemoStage::Frozen,
        DemoStage::Open,
        DemoStage::Closed,
        DemoStage::Certified,
    ] {
        let hall = Hall::at(at);
        let before = stage(&hall);
        let mut clerk = hall.signed_in("qinghe-clerk");
        let roll = clerk.get("/manage/sittings/1/roll");
        let forms = roll.html();
        for gone in [
            "/close\"",
            "/close-sitting\"",
            "/closing\" method",
            "闭会</button>",
        ] {
            assert!(!forms.contains(gone), "{at:?} {gone}");
        }
        let token = roll.value("token");
        for act in ["close-sitting", "reopen-sitting", "close"] {
            let old = clerk.post(&format!("/manage/sittings/1/{act}"), &[("token", &token)]);
            assert!(
                [404, 409].contains(&old.status),
                "{at:?} {act}: {}",
                old.status
            );
        }
        // Alone, with every button that there is, again and again.
        for way in ["ask", "confirm", "pin", ""] {
            for _ in 0..2 {
                let fields = [
                    ("token", token.as_str()),
                    ("act", "close-sitting"),
                    ("as", way),
                ];
                clerk.post(CLOSING, &fields);
            }
        }
        assert_eq!(stage(&hall), before, "{at:?}");
    }
}

#[test]
fn a_sitting_waits_for_its_polls_and_says_for_which() {
    let hall = Hall::at(DemoStage::Closed);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(CLOSING);
    assert!(page.says("正在“投票结束”阶段"), "{}", page.text());
    assert!(page.html().contains("href=\"/manage/polls/1\""));
    assert!(!page.has_form(CLOSING), "{}", page.text());
    let fields = [("token", clerk.get("/manage/polls/1").value("token"))];
    let fields = [
        ("token", fields[0].1.as_str()),
        ("act", "close-sitting"),
        ("as", "ask"),
    ];
    let told = clerk.post(CLOSING, &fields);
    assert_eq!(told.status, 409);
    assert!(told.says("请在它的日程页继续"), "{}", told.text());
}

#[test]
fn two_people_close_it_after_the_result_and_take_it_back_while_nothing_followed() {
    let hall = Hall::at(DemoStage::Certified);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let waits = press(&mut clerk, &[("as", "ask")]);
    assert!(waits.says("您已提出“闭会”"), "{}", waits.text());
    assert_eq!(stage(&hall), "quorum_declared");
    let shown = chief.get(CLOSING);
    assert!(
        shown.says("演示工作人员001提出“闭会”") && shown.says("提出时间"),
        "{}",
        shown.text()
    );
    let asks = press(&mut chief, &[("as", "ask")]);
    assert!(
        asks.says("刚刚提出了这一步"),
        "asking confirms nothing: {}",
        asks.text()
    );
    assert_eq!(stage(&hall), "quorum_declared");
    chief.submit(&shown, CLOSING, &[("as", "confirm")]);
    assert_eq!(stage(&hall), "closed");
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("会议结束") && sheet.says("闭会演示工作人员001"),
        "{}",
        sheet.text()
    );
    // Nothing new is put to a sitting that is over, but the session can have another one.
    let form = clerk.get("/manage/sessions/1/polls/new");
    assert!(form.says("都已闭会"), "{}", form.text());
    let session = clerk.get("/manage/sessions/1");
    assert!(!session.says("第一次全体会议日期"), "{}", session.text());
    let early = clerk.submit(
        &session,
        "/manage/sessions/1/sittings",
        &[("held_on", "2020-01-01")],
    );
    assert_eq!(early.status, 422, "before the first one: {}", early.text());
    assert!(early.says("不能早于已有的会议"), "{}", early.text());
    let added = clerk.submit(
        &session,
        "/manage/sessions/1/sittings",
        &[("held_on", "2026-01-16")],
    );
    assert!(added.says("第二次全体会议"), "{}", added.text());

    let without = press(&mut clerk, &[("as", "ask")]);
    assert_eq!(
        without.status,
        422,
        "a reason is asked for: {}",
        without.text()
    );
    press(&mut clerk, &[("as", "ask"), ("reason", "误按")]);
    let shown = chief.get(CLOSING);
    assert!(shown.says("理由:误按"), "{}", shown.text());
    chief.submit(&shown, CLOSING, &[("as", "confirm")]);
    assert_eq!(stage(&hall), "quorum_declared");

    press(&mut clerk, &[("as", "ask")]);
    press(&mut chief, &[("as", "confirm")]);
    assert_eq!(stage(&hall), "closed");
    let actor = hall.actor("qinghe-clerk");
    let second =
        hall.stored("select cast(id as text) from sitting where session = 1 and number = 2");
    let second = domain::id::SittingId(second.parse().unwrap());
    hall.run(
        hall.service
            .act_on_sitting(&actor, second, SittingAct::OpenRoll),
    )
    .unwrap();
    let page = clerk.get(CLOSING);
    assert!(
        page.says("闭会不能再收回") && !page.has_form(CLOSING),
        "{}",
        page.text()
    );
}

#[test]
fn a_poll_that_has_not_begun_is_given_to_a_later_sitting_and_this_one_closes_without_a_quorum() {
    let hall = Hall::at(DemoStage::Draft);
    let actor = hall.actor("qinghe-clerk");
    hall.run(
        hall.service
            .act_on_sitting(&actor, hall.sitting(), SittingAct::OpenRoll),
    )
    .unwrap();
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let page = clerk.get(CLOSING);
    assert!(page.says("还没有开始：请改到以后的会议"), "{}", page.text());
    clerk.submit(
        &page,
        "/manage/sessions/1/sittings",
        &[("held_on", "2026-01-16")],
    );
    let page = clerk.get(CLOSING);
    let page = clerk.submit(&page, "/manage/polls/1/sitting", &[]);
    assert!(!page.says("还没有开始：请改到"), "{}", page.text());
    assert_eq!(hall.stored("select cast(s.number as text) from round r join sitting s on s.id = r.sitting where r.poll = 1"), "2");
    let told = press(&mut clerk, &[("as", "ask")]);
    assert_eq!(told.status, 422, "{}", told.text());
    press(&mut clerk, &[("as", "ask"), ("reason", "到会不足")]);
    press(&mut chief, &[("as", "confirm")]);
    assert_eq!(stage(&hall), "closed");
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("下一步:清点人数"),
        "the poll goes on: {}",
        sheet.text()
    );
}

#[test]
fn two_people_withdraw_a_poll_and_its_candidates_are_candidates_again() {
    let hall = Hall::at(DemoStage::Frozen);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let token = clerk.get("/manage/polls/1").value("token");
    let early = [
        ("token", token.as_str()),
        ("reason", "不办了"),
        ("as", "ask"),
    ];
    let told = clerk.post("/manage/polls/1/withdraw", &early);
    assert!(told.says("先由两个人作废本轮"), "{}", told.text());
    for (who, way) in [(&mut clerk, "ask"), (&mut chief, "confirm")] {
        let page = who.get("/manage/polls/1");
        who.submit(
            &page,
            "/manage/rounds/1/void",
            &[("reason", "不办了"), ("as", way)],
        );
    }
    let page = clerk.get(CLOSING);
    assert!(page.says("还有第2轮"), "{}", page.text());
    clerk.submit(
        &page,
        "/withdraw",
        &[("reason", "政府撤回议题"), ("as", "ask")],
    );
    let page = chief.get(CLOSING);
    assert!(page.says("政府撤回议题"), "{}", page.text());
    let page = chief.submit(&page, "/withdraw", &[("as", "confirm")]);
    assert!(page.says("不影响闭会"), "{}", page.text());
    let left = hall.stored("select cast(count(*) as text) from project where stage = 'on_slate' and congress = (select congress from session where id = 1)");
    assert_eq!(left, "0");
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("这项票决已经撤回") && !sheet.has_form("/freeze"),
        "{}",
        sheet.text()
    );
    let newest = super::steps::newest(&hall).0;
    let fields = [("token", token.as_str()), ("as", "ask")];
    let told = clerk.post(&format!("/manage/rounds/{newest}/freeze"), &fields);
    assert_eq!(told.status, 409, "{}", told.text());
}
