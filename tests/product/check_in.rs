//! Attendance: found by two characters, leave with its reason, who comes or leaves after the quorum.

use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::ballot::two;
use super::officers::choose_pin;
use super::secrecy::texts;
use crate::support::{Client, Hall, Page};

const CHECK_IN: &str = "/manage/sittings/1/check-in";

fn find(clerk: &mut Client, what: &str) -> Page {
    let page = clerk.get(CHECK_IN);
    clerk.submit(&page, CHECK_IN, &[("find", what)])
}

#[test]
fn a_deputy_is_found_by_two_characters_and_checked_in_with_one_press() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let roll = clerk.get("/manage/sittings/1/roll");
    clerk.submit(&roll, "/manage/sittings/1/open-roll", &[]);
    for typed in ["003", "０３", "表003"] {
        let page = find(&mut clerk, typed);
        assert!(page.says("代表003签到"), "{typed}: {}", page.text());
        assert!(!page.says("代表004签到"), "{typed}");
    }
    assert!(find(&mut clerk, "表").says("请至少输入两个字"));
    let page = find(&mut clerk, "3");
    assert!(
        page.says("代表003签到") && !page.says("代表013签到"),
        "a card's number without its zeros: {}",
        page.text()
    );
    let page = find(&mut clerk, "003");
    let page = clerk.submit(&page, "/check-in/3", &[]);
    assert!(
        page.says("实到1") && page.says("代表003"),
        "the same list: {}",
        page.text()
    );
    // Delegation tabs say how many are here.
    let lines = page.html();
    let tab = lines.split("check-in?delegation=").nth(1).unwrap();
    let tab = tab.split('"').next().unwrap();
    let page = clerk.get(&format!("{CHECK_IN}?delegation={tab}"));
    assert!(page.says("签到") && page.html().contains("aria-current=\"page\""));
    // Leave needs its reason, which is kept.
    let page = find(&mut clerk, "004");
    let told = clerk.submit(&page, "/check-in/4", &[("what", "leave"), ("reason", " ")]);
    assert_eq!(told.status, 422);
    let page = clerk.submit(
        &page,
        "/check-in/4",
        &[("what", "leave"), ("reason", "住院")],
    );
    assert!(
        page.says("请假：住院") && page.says("请假1"),
        "{}",
        page.text()
    );
}

#[test]
fn a_slip_scanned_at_the_check_in_is_refused_and_stays_nowhere() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let slip = &hall.made.slips[0].scanned;
    for scanned in [slip.clone(), format!("{}/b/{slip}", hall.address)] {
        let told = find(&mut clerk, &scanned);
        assert_eq!(told.status, 422);
        assert!(told.says("这是票证，不是签到卡"), "{}", told.text());
        assert!(!told.html().contains(slip.as_str()), "not shown again");
        assert!(!told.path.contains(slip.as_str()), "not in an address");
    }
}

#[test]
fn who_comes_after_the_quorum_is_a_line_by_two_people_and_it_is_declared_again() {
    let hall = Hall::with(DemoStage::Frozen, 30);
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let mut clerk = hall.signed_in("qinghe-clerk");
    two(&hall, RoundAct::Seal);
    let page = find(&mut clerk, "030");
    assert!(page.says("代表030") && page.says("到会"), "{}", page.text());
    let with_pin = [
        ("reason", "交通延误"),
        ("officer", &pin),
        ("pin", "180926"),
        ("as", "pin"),
    ];
    let told = clerk.submit(&page, "/check-in/30", &[("reason", ""), ("as", "ask")]);
    assert_eq!(told.status, 422, "a reason is needed");
    let page = clerk.submit(&page, "/check-in/30", &with_pin);
    assert!(page.says("宣布时实到29人，现在实到30人"), "{}", page.text());
    assert!(page.says("应到30"), "N never changes");
    assert!(
        page.says("交通延误·演示工作人员001、演示监票人001"),
        "{}",
        page.text()
    );
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("请工作人员在签到页重新宣布"),
        "before slips go out: {}",
        sheet.text()
    );
    let page = clerk.get(CHECK_IN);
    clerk.submit(&page, "/declare-again", &[]);
    let sheet = clerk.get("/manage/polls/1");
    assert!(sheet.has_form("/start-issuing"), "{}", sheet.text());
    let lines = texts(
        hall.dir.path(),
        "select line from audit where kind = 'moved'",
    );
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0].contains("arrived=true present=30") && !lines[0].contains("030"),
        "{lines:?}"
    );
}

#[test]
fn who_leaves_needs_two_accounts_or_a_pin_and_nobody_who_holds_a_slip_leaves() {
    let hall = Hall::with(DemoStage::Frozen, 30);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let page = find(&mut clerk, "001");
    let asked = clerk.submit(&page, "/check-in/1", &[("reason", "急事"), ("as", "ask")]);
    assert!(
        asked.says("演示工作人员001已提出，理由：急事"),
        "{}",
        asked.text()
    );
    assert!(asked.says("实到29"), "nothing is changed yet");
    let page = find(&mut chief, "001");
    let token = page.value("token");
    let fields = [
        ("token", token.as_str()),
        ("what", "move"),
        ("find", "001"),
        ("as", "ask"),
    ];
    // The route is the clerk's and the scrutineers': the chief confirms what is shown, and nothing by asking.
    let told = chief.post(&format!("{CHECK_IN}/1"), &fields);
    assert!(told.says("实到29"), "{}", told.text());
    let done = chief.submit(&page, "/check-in/1", &[("as", "confirm")]);
    assert!(done.says("实到28"), "{}", done.text());
    assert!(
        done.says("离会·急事·演示工作人员001、演示总监票人001"),
        "{}",
        done.text()
    );

    let open = Hall::at(DemoStage::Open);
    let mut clerk = open.signed_in("qinghe-clerk");
    let page = find(&mut clerk, "001");
    assert!(!page.says("离会") && page.says("已领"), "{}", page.text());
    let token = page.value("token");
    let fields = [
        ("token", token.as_str()),
        ("what", "move"),
        ("reason", "x"),
        ("as", "ask"),
    ];
    let told = clerk.post(&format!("{CHECK_IN}/1"), &fields);
    assert!(told.says("已领票证"), "{}", told.text());
}

#[test]
fn a_latecomer_draws_a_kept_back_slip_only_where_the_sitting_allowed_it() {
    for allowed in [true, false] {
        let hall = Hall::with(DemoStage::Frozen, 30);
        let pin = choose_pin(&hall, "演示监票人", "180926");
        two(&hall, RoundAct::Seal);
        let mut clerk = hall.signed_in("qinghe-clerk");
        let desk = clerk.get("/manage/sittings/1/desk");
        let mut fields = vec![("reserve", "2"), ("reason", "迟到的代表")];
        if allowed {
            fields.push(("latecomers", "yes"));
        }
        clerk.submit(&desk, "/desk/reserve", &fields);
        let sheet = clerk.get("/manage/polls/1");
        clerk.submit(&sheet, "/start-issuing", &[]);
        hall.print_slips(31);
        let slips = clerk.get("/manage/sittings/1/slips");
        let slips = clerk.submit(&slips, "/slips/issue", &[("all", "yes")]);
        assert!(
            slips.says("印制31=发出29+注销0+备用2+未交代0"),
            "{}",
            slips.text()
        );
        two(&hall, RoundAct::OpenVote);
        let page = find(&mut clerk, "030");
        let with_pin = [
            ("reason", "迟到"),
            ("officer", &pin),
            ("pin", "180926"),
            ("as", "pin"),
        ];
        clerk.submit(&page, "/check-in/30", &with_pin);
        let page = clerk.get(CHECK_IN);
        clerk.submit(&page, "/declare-again", &[]);
        let slips = clerk.get("/manage/sittings/1/slips");
        let told = clerk.submit(&slips, "/slips/issue", &[("all", "yes")]);
        if allowed {
            assert!(
                told.says("印制31=发出30+注销0+备用1+未交代0"),
                "{}",
                told.text()
            );
        } else {
            assert!(told.says("会议没有允许迟到的代表领票"), "{}", told.text());
        }
    }
}

#[test]
fn a_scanned_card_finds_its_deputy_and_no_other() {
    let hall = Hall::with(DemoStage::Draft, 30);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let roll = clerk.get("/manage/sittings/1/roll");
    clerk.submit(&roll, "/manage/sittings/1/open-roll", &[]);
    // A scanner types what the card's code holds, the deputy's number, and presses Enter.
    for scanned in ["012", " 012\r\n", "０１２"] {
        let page = find(&mut clerk, scanned);
        assert_eq!(
            page.html()
                .matches("name=\"what\" value=\"present\"")
                .count(),
            1
        );
        assert!(page.says("代表012签到"), "{scanned:?}: {}", page.text());
    }
    let page = find(&mut clerk, "012");
    let page = clerk.submit(&page, "/check-in/12", &[]);
    assert!(page.says("实到1"), "{}", page.text());
}

#[test]
fn a_whole_delegation_is_checked_in_from_its_tab_which_stays_open() {
    let hall = Hall::with(DemoStage::Draft, 40);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let roll = clerk.get("/manage/sittings/1/roll");
    clerk.submit(&roll, "/manage/sittings/1/open-roll", &[]);
    let page = clerk.get(CHECK_IN);
    let html = page.html();
    let tab = html.split("check-in?delegation=").nth(1).unwrap();
    let tab = format!("{CHECK_IN}?delegation={}", tab.split('"').next().unwrap());
    let mut page = clerk.get(&tab);
    let waiting = |page: &Page| page.html().matches("value=\"present\"").count();
    let all = waiting(&page);
    assert_eq!(all, 28, "the first delegation of the roster, of several");
    for (deputy, left) in (1..=28).zip((0..all).rev()) {
        page = clerk.submit(&page, &format!("/check-in/{deputy}"), &[]);
        assert_eq!(waiting(&page), left, "the tab stays open: {}", page.text());
    }
    assert!(page.says(&format!("实到{all}")), "{}", page.text());
}
