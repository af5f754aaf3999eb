//! Phone and paper in one roll: exchanged in steps, never slip and name in one act; the account.

use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::ballot::{two, vote};
use super::officers::choose_pin;
use super::secrecy::texts;
use crate::support::{Client, Hall, Page};

const DESK: &str = "/manage/sittings/1/desk";

/// A hall with voting open, where all 15 drew slips and so many papers are printed.
fn with_papers(papers: &str) -> (Hall, Client) {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/count/1/account");
    let page = clerk.submit(&page, "/papers/printed", &[("printed", papers)]);
    assert_eq!(page.status, 200, "{}", page.text());
    (hall, clerk)
}

fn at_desk(clerk: &mut Client, act: &str) -> Page {
    let page = clerk.get(DESK);
    clerk.submit(&page, &format!("/desk/{act}"), &[])
}

#[test]
fn an_unused_slip_is_spent_before_a_paper_is_given_and_no_name_is_near() {
    let (hall, mut clerk) = with_papers("3");
    let told = at_desk(&mut clerk, "give-paper");
    assert_eq!(told.status, 409);
    assert!(told.says("先收回，再给纸质票"), "{}", told.text());
    // Four steps at most: open the desk, scan, give, done.
    let page = clerk.get(DESK);
    let code = hall.made.slips[0].scanned.clone();
    let page = clerk.submit(&page, "/desk/take-slip", &[("code", &code)]);
    assert!(
        page.says("手中票证14") && page.says("等待领取：1人"),
        "{}",
        page.text()
    );
    let dead = hall.client().get(&format!("/b/{code}"));
    assert!(
        dead.says("注销"),
        "the slip is spent already: {}",
        dead.text()
    );
    let page = clerk.submit(&page, "/desk/give-paper", &[]);
    assert!(page.says("手中票证14手中纸质票1"), "{}", page.text());
    // Again: the same slip, a used one, a strange one.
    let again = clerk.submit(&page, "/desk/take-slip", &[("code", &code)]);
    assert!(again.says("已经注销"), "{}", again.text());
    vote(&mut hall.scanned(1), &[("m1", "a")]);
    let used = hall.made.slips[1].scanned.clone();
    let told = clerk.submit(&page, "/desk/take-slip", &[("code", &used)]);
    assert!(told.says("已经投过票"), "{}", told.text());
    let told = clerk.submit(&page, "/desk/take-slip", &[("code", "1234567890")]);
    assert!(told.says("不认得这个号码"), "{}", told.text());
    let lines = texts(
        hall.dir.path(),
        "select line from audit where kind = 'desk'",
    );
    assert!(
        lines
            .iter()
            .all(|line| !line.contains("deputy") && !line.contains(&code)),
        "{lines:?}"
    );
}

#[test]
fn paper_goes_back_for_a_slip_only_while_one_is_kept_back() {
    let (hall, mut clerk) = with_papers("3");
    let told = at_desk(&mut clerk, "take-paper");
    assert!(told.says("没有代表持有纸质票"), "{}", told.text());
    let page = clerk.get(DESK);
    let code = hall.made.slips[0].typed.clone();
    clerk.submit(&page, "/desk/take-slip", &[("code", &code)]);
    at_desk(&mut clerk, "give-paper");
    // No slip is left: the paper stays with whoever holds it, and nobody stands between the two kinds
    // when voting closes.
    let told = at_desk(&mut clerk, "take-paper");
    assert!(told.says("没有备用票证可以抽取"), "{}", told.text());
    assert!(clerk.get(DESK).says("手中纸质票1"));
    let sheet = clerk.get("/manage/polls/1");
    assert!(!sheet.says("交回了一种票"), "{}", sheet.text());
}

#[test]
fn each_deputy_signs_the_roll_once_for_a_slip_or_for_papers() {
    let hall = Hall::at(DemoStage::Frozen);
    two(&hall, RoundAct::Seal);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/start-issuing", &[]);
    hall.print_slips(14);
    let slips = clerk.get("/manage/sittings/1/slips");
    let paper = [("deputy", "1"), ("kind", "paper")];
    let told = clerk.submit(&slips, "/slips/issue", &paper);
    assert!(
        told.says("”的纸质票不够"),
        "none is printed: {}",
        told.text()
    );
    let page = clerk.get("/count/1/account");
    clerk.submit(&page, "/papers/printed", &[("printed", "2")]);
    clerk.submit(&slips, "/slips/issue", &paper);
    let told = clerk.submit(&slips, "/slips/issue", &[("deputy", "1"), ("kind", "slip")]);
    assert!(told.says("该代表已领过票证"), "{}", told.text());
    let slips = clerk.get("/manage/sittings/1/slips");
    let slips = clerk.submit(&slips, "/slips/issue", &[("all", "yes")]);
    assert!(
        slips.says("印制14=发出14+注销0+未交代0"),
        "{}",
        slips.text()
    );
    let roll = clerk.get("/manage/sittings/1/roll");
    assert!(roll.says("已领纸质票"), "{}", roll.text());
    two(&hall, RoundAct::OpenVote);
}

#[test]
fn the_account_has_one_equation_a_kind_and_papers_in_the_box_keep_it_shut() {
    let (hall, mut clerk) = with_papers("5");
    let pin = choose_pin(&hall, "演示监票人", "180926");
    for slip in [0, 1] {
        let page = clerk.get(DESK);
        let code = hall.made.slips[slip].scanned.clone();
        clerk.submit(&page, "/desk/take-slip", &[("code", &code)]);
        at_desk(&mut clerk, "give-paper");
    }
    let page = clerk.get("/count/1/account");
    let told = clerk.submit(&page, "/papers/spoilt", &[("reason", "")]);
    assert_eq!(told.status, 422);
    clerk.submit(&page, "/papers/spoilt", &[("reason", "写错")]);
    for slip in 2..6 {
        vote(&mut hall.scanned(slip), &[("m1", "a")]);
    }
    at_desk(&mut clerk, "assist");
    two(&hall, RoundAct::CloseVote);
    let page = clerk.get("/count/1/account");
    for words in [
        "票证印制20=发出13+交回换票2+写错换发0+注销5+未发0✓相等",
        "纸质票印制5=发出2+交回换票0+写错换发1+注销0+未发2✓相等",
        "换发第1张，原因：写错",
        "协助投票1次",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("发出纸质票2张，还没有填写收回的张数"),
        "{}",
        sheet.text()
    );
    // Two people enter what they found; one alone, or two who differ, do not.
    let entered = clerk.submit(&page, "/papers/returned", &[("boxes", "1 1")]);
    assert!(
        entered.says("您已填写，请第二个人再填一次"),
        "{}",
        entered.text()
    );
    assert!(
        !entered.html().contains("value=\"1 1\""),
        "the second person counts alone"
    );
    let by_pin = |boxes| {
        [
            ("boxes", boxes),
            ("officer", pin.as_str()),
            ("pin", "180926"),
            ("as", "pin"),
        ]
    };
    let told = clerk.submit(&entered, "/papers/returned", &by_pin("2 1"));
    assert!(
        told.says("两个人填的张数不同，都没有保存"),
        "{}",
        told.text()
    );
    let page = clerk.get("/count/1/account");
    let entered = clerk.submit(&page, "/papers/returned", &[("boxes", "1 1")]);
    let page = clerk.submit(&entered, "/papers/returned", &by_pin("1 1"));
    assert!(
        page.says("票证发出13=收回4+未收回9") && page.says("纸质票发出2=收回2+未收回0"),
        "{}",
        page.text()
    );
    assert!(
        page.says("1号票箱1张") && page.says("2号票箱1张"),
        "{}",
        page.text()
    );
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/confirm-account", &[]);
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("收回纸质票2张，录完0张。全部录完、两人一致后才能开箱"),
        "{}",
        sheet.text()
    );
    assert!(!sheet.has_form("/open-box"));
    two(&hall, RoundAct::Void);
}

#[test]
fn more_returned_than_issued_stops_everything_but_voiding_the_round() {
    let (hall, mut clerk) = with_papers("2");
    let page = clerk.get(DESK);
    let code = hall.made.slips[0].scanned.clone();
    clerk.submit(&page, "/desk/take-slip", &[("code", &code)]);
    at_desk(&mut clerk, "give-paper");
    two(&hall, RoundAct::CloseVote);
    let page = clerk.get("/count/1/account");
    clerk.submit(&page, "/papers/returned", &[("boxes", "2")]);
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get("/count/1/account");
    let page = chief.submit(&page, "/papers/returned", &[("boxes", "2")]);
    assert!(
        page.says("纸质票收回2张，多于发出1张：投票无效"),
        "{}",
        page.text()
    );
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        !sheet.has_form("/confirm-account") && sheet.has_form("/void"),
        "{}",
        sheet.text()
    );
}

#[test]
fn no_more_slips_vote_than_were_handed_out_though_some_are_kept_back() {
    let hall = Hall::at(DemoStage::Frozen);
    two(&hall, RoundAct::Seal);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let desk = clerk.get(DESK);
    clerk.submit(
        &desk,
        "/desk/reserve",
        &[("reserve", "2"), ("reason", "换票")],
    );
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/start-issuing", &[]);
    let printed = hall.print_slips(17);
    let codes: Vec<String> = printed.into_iter().map(|slip| slip.scanned).collect();
    let slips = clerk.get("/manage/sittings/1/slips");
    clerk.submit(&slips, "/slips/issue", &[("all", "yes")]);
    two(&hall, RoundAct::OpenVote);
    for code in &codes[..15] {
        let mut phone = hall.client();
        phone.get(&format!("/b/{code}"));
        vote(&mut phone, &[("m1", "a")]);
    }
    let mut phone = hall.client();
    phone.get(&format!("/b/{}", codes[15]));
    let page = super::ballot::review(&mut phone, &[("m1", "a")]);
    let told = phone.submit(&page, "/cast", &[]);
    assert_eq!(told.status, 409);
    assert!(told.says("投票的张数已经等于发出的张数"), "{}", told.text());
    let boxed = texts(
        hall.dir.path(),
        "select cast(count(*) as text) from box_ballot",
    );
    assert_eq!(boxed, ["15"], "nothing is stored");
}

#[test]
fn the_zero_report_says_zero_before_slips_go_out_and_is_not_given_later() {
    let hall = Hall::at(DemoStage::Frozen);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/count/1/zero");
    for words in [
        "票箱内的票0",
        "已用的票证0",
        "票箱是空的",
        "演示总监票人001",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let open = Hall::at(DemoStage::Open);
    let page = open.signed_in("qinghe-clerk").get("/count/1/zero");
    assert!(page.says("开始投票以前才能出具"), "{}", page.text());
}
