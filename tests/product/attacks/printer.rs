//! Whoever prints the slips alone: to have codes that nobody drew, or to look at them twice.

use std::time::Duration;

use domain::round::RoundAct;
use minsheng::demo::DemoStage;
use web::config::Config;

use super::super::ballot::two;
use super::super::officers::choose_pin;
use super::super::secrecy::{bytes, contains, texts};
use super::super::steps::do_it;
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, noon, slips};

const SLIPS: &str = "/manage/sittings/1/slips";

fn issuing() -> (Hall, Client, Client) {
    let hall = Hall::at(DemoStage::Frozen);
    do_it(&hall, &[RoundAct::Seal, RoundAct::StartIssuing]);
    let (clerk, chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    (hall, clerk, chief)
}

fn printed(hall: &Hall) -> String {
    hall.stored("select cast(count(*) as text) from slip")
}

#[test]
fn one_person_alone_prints_nothing_however_often_they_ask() {
    let (hall, mut clerk, mut chief) = issuing();
    let order = [("number", "15"), ("reason", "会议表决")];
    for _ in 0..3 {
        let page = clerk.get(SLIPS);
        let page = clerk.submit(&page, "/slips/ask", &order);
        assert!(page.says("申请印制票证15张"), "{}", page.text());
        assert!(!page.says("确认印制"), "nobody confirms the own order");
        let token = page.value("token");
        let confirm = "/manage/sittings/1/slips/confirm";
        let told = clerk.post(confirm, &[("token", &token)]);
        assert_eq!(told.status, 409, "nothing was shown: {}", told.text());
        let seen = chief.seen("print-slips").unwrap();
        let told = clerk.post(confirm, &[("token", &token), ("seen", &seen)]);
        assert_eq!(told.status, 409);
        assert!(told.says("两个人"), "{}", told.text());
        let told = clerk.post(
            "/manage/sittings/1/slips/print",
            &[("token", &token), ("print", "1")],
        );
        assert_eq!(told.status, 409);
    }
    assert_eq!(printed(&hall), "0");
    for (number, reason) in [
        ("15", ""),
        ("0", "会议表决"),
        ("5001", "会议表决"),
        ("x", "会议表决"),
    ] {
        let page = clerk.get(SLIPS);
        let told = clerk.submit(
            &page,
            "/slips/ask",
            &[("number", number), ("reason", reason)],
        );
        assert_eq!(told.status, 422, "{number} {reason}");
    }
    // What the second person read is what is printed, and nothing that was asked for since.
    let stale = chief.get(SLIPS);
    let page = clerk.get(SLIPS);
    let more = [("number", "900"), ("reason", "会议表决")];
    clerk.submit(&page, "/slips/ask", &more);
    let told = chief.submit(&stale, "/slips/confirm", &[]);
    assert_eq!(told.status, 409);
    assert!(told.says("已经变了"), "{}", told.text());
    assert_eq!(printed(&hall), "0");
    let page = clerk.get(SLIPS);
    clerk.submit(&page, "/slips/ask", &order);
    let page = chief.get(SLIPS);
    assert!(
        page.says("会议表决") && page.says("确认印制"),
        "{}",
        page.text()
    );
    chief.submit(&page, "/slips/confirm", &[]);
    assert_eq!(printed(&hall), "15");
    let again = chief.submit(&page, "/slips/confirm", &[]);
    assert!(again.says("已经变了"), "{}", again.text());
    assert_eq!(printed(&hall), "15");
}

#[test]
fn the_print_is_shown_once_to_the_one_who_asked_and_its_codes_are_in_no_file() {
    let (hall, mut clerk, mut chief) = issuing();
    let page = slips::print_pdf(&mut clerk, &mut chief, SLIPS, "15");
    let codes = slips::digits(&Pdf::of(&page));
    assert_eq!(codes.len(), 15);
    let stored = bytes(hall.dir.path());
    assert!(codes.iter().all(|code| !contains(&stored, code.as_bytes())));
    let page = clerk.get(SLIPS);
    assert!(!page.has_form("/slips/print"), "it is gone");
    let token = page.value("token");
    for client in [&mut clerk, &mut chief] {
        let token = client.get(SLIPS).value("token");
        let fields = [("token", token.as_str()), ("print", "1")];
        let told = client.post("/manage/sittings/1/slips/print", &fields);
        assert_eq!(told.status, 409);
        assert!(told.says("已经取走"), "{}", told.text());
    }
    let csv = [("token", token.as_str()), ("number", "3"), ("as", "csv")];
    assert_eq!(
        clerk.post(SLIPS, &csv).status,
        405,
        "no list of codes either"
    );
    let shown = hall.stored("select cast(count(shown_at) as text) from slip_print");
    assert_eq!(shown, "1");
    let lines = texts(hall.dir.path(), "select line from audit order by id");
    for words in [
        "sitting=1 slips=15",
        "print=1 slips=15 by=account/1@own-account account/2@own-account",
        "sitting=1 print=1",
    ] {
        assert!(
            lines.iter().any(|line| line.contains(words)),
            "{words}: {lines:?}"
        );
    }
}

#[test]
fn the_second_person_is_never_shown_the_codes_and_neither_is_anybody_after_a_while() {
    let (hall, mut clerk, mut chief) = issuing();
    for wait in [Duration::from_secs(15 * 60 + 1), Duration::ZERO] {
        let page = clerk.get(SLIPS);
        clerk.submit(
            &page,
            "/slips/ask",
            &[("number", "5"), ("reason", "会议表决")],
        );
        let page = chief.get(SLIPS);
        let page = chief.submit(&page, "/slips/confirm", &[]);
        assert!(page.says("等待申请人打印") && !page.has_form("/slips/print"));
        hall.clock.set(noon() + wait);
        let page = clerk.get(SLIPS);
        assert_eq!(page.has_form("/slips/print"), wait.is_zero(), "{wait:?}");
        hall.clock.set(noon());
    }
}

#[test]
fn a_lost_print_is_cancelled_by_two_and_printed_anew_and_the_account_says_so() {
    let (hall, mut clerk, mut chief) = issuing();
    let lost = slips::digits(&Pdf::of(&slips::print_pdf(
        &mut clerk, &mut chief, SLIPS, "15",
    )));
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let page = clerk.get(SLIPS);
    let by_pin = [("number", "16"), ("reason", "打印机卡纸"), ("lost", "1")];
    clerk.submit(&page, "/slips/ask", &by_pin);
    let page = clerk.get(SLIPS);
    assert!(page.says("第1次印的票证全部注销"), "{}", page.text());
    let second = [("officer", pin.as_str()), ("pin", "180926"), ("as", "pin")];
    let page = clerk.submit(&page, "/slips/confirm", &second);
    assert!(page.says("印制31=发出0+注销15+未交代16"), "{}", page.text());
    let told = hall.client().post("/ballot", &[("code", &lost[0])]);
    assert!(told.says("已注销"), "{}", told.text());
    let pdf = clerk.submit(&page, "/slips/print", &[]);
    let codes = slips::digits(&Pdf::of(&pdf));
    assert_eq!(codes.len(), 16);
    // Once deputies hold them, a print is not lost any more.
    let page = clerk.get(SLIPS);
    clerk.submit(&page, "/slips/issue", &[("all", "yes")]);
    let page = clerk.get(SLIPS);
    let told = clerk.submit(
        &page,
        "/slips/ask",
        &[("number", "5"), ("reason", "x"), ("lost", "2")],
    );
    assert!(told.says("不能注销"), "{}", told.text());
    let cancelled = [("codes", codes[15].as_str())];
    clerk.submit(&page, "/slips/cancel", &cancelled);
    two(&hall, RoundAct::OpenVote);
    let of_prints = hall.stored("select cast(count(print) as text) from slip");
    assert_eq!(of_prints, "0", "of which print a slip was is forgotten");
    do_it(&hall, &[RoundAct::CloseVote]);
    let account = clerk.get("/count/1/account");
    let printed = Pdf::of(&clerk.get("/manage/polls/1/forms/account"));
    for words in [
        "第1次印制票证15张，已遗失，全部注销：演示工作人员001申请，演示总监票人001（本人账号）确认",
        "第2次印制票证16张",
        "演示监票人",
        "打印机卡纸",
    ] {
        assert!(account.says(words), "{words}: {}", account.text());
        assert!(printed.says(words), "{words}: {}", printed.text());
    }
}

#[test]
fn a_restart_forgets_the_codes_and_the_page_leads_to_a_new_print() {
    let (hall, mut clerk, mut chief) = issuing();
    let page = clerk.get(SLIPS);
    clerk.submit(
        &page,
        "/slips/ask",
        &[("number", "15"), ("reason", "会议表决")],
    );
    let page = chief.get(SLIPS);
    chief.submit(&page, "/slips/confirm", &[]);
    assert!(clerk.get(SLIPS).has_form("/slips/print"));
    // Another process at the same directory knows nothing of it: the codes were only here.
    let fresh = hall.service.list_fresh_slips(hall.sitting());
    assert_eq!(fresh.len(), 1);
    let print = hall.run(hall.service.take_fresh_slips(
        &hall.actor("qinghe-clerk"),
        hall.sitting(),
        fresh[0].0,
    ));
    drop(print.unwrap());
    let page = clerk.get(SLIPS);
    assert!(!page.has_form("/slips/print") && page.says("代替遗失的票证"));
}

#[test]
fn nothing_with_a_qr_is_printed_while_phones_could_not_find_the_server() {
    let (hall, mut clerk, mut chief) = issuing();
    // What two people agreed on while there was an address is not lost either.
    let page = clerk.get(SLIPS);
    clerk.submit(
        &page,
        "/slips/ask",
        &[("number", "15"), ("reason", "会议表决")],
    );
    let page = chief.get(SLIPS);
    chief.submit(&page, "/slips/confirm", &[]);
    let base = without_address(&hall);
    let mut elsewhere = Client::new(&base);
    elsewhere.cookies.clone_from(&clerk.cookies);
    let page = elsewhere.get(SLIPS);
    let why = "--public-url";
    assert!(page.says(why) && page.says("系统管理员"), "{}", page.text());
    assert!(!page.has_form("/slips/ask"), "no form that cannot be sent");
    let token = page.value("token");
    let order = [
        ("token", token.as_str()),
        ("number", "5"),
        ("reason", "x"),
        ("print", "1"),
    ];
    let refused = [
        elsewhere.post("/manage/sittings/1/slips/ask", &order),
        elsewhere.post("/manage/sittings/1/slips/print", &order),
        elsewhere.get("/calls/1/poster"),
    ];
    for told in &refused {
        assert_eq!(told.status, 409, "{}", told.path);
        assert!(told.says(why), "{}: {}", told.path, told.text());
    }
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let before = hall.stored("select cast(count(*) as text) from invitation");
    let people = format!("/manage/congresses/{congress}/people");
    let told = elsewhere.post(&format!("{people}/deputies"), &order);
    assert!(told.status == 409 && told.says(why), "{}", told.text());
    let after = hall.stored("select cast(count(*) as text) from invitation");
    assert_eq!(
        before, after,
        "nobody is invited with a code that nobody sees"
    );
    // Where the address is known, the print still waits.
    let page = clerk.get(SLIPS);
    let pdf = clerk.submit(&page, "/slips/print", &[]);
    assert_eq!(slips::digits(&Pdf::of(&pdf)).len(), 15);
}

/// The same service at another port that nobody said an address of.
fn without_address(hall: &Hall) -> String {
    let listener = hall
        .run(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let config = Config {
        data: hall.dir.path().to_owned(),
        listen: listener.local_addr().unwrap(),
        public_url: None,
        behind_proxy: false,
        fonts: None,
        backups: None,
        webhook_hosts: Vec::new(),
    };
    let app = web::app(hall.service.clone(), &config);
    hall.runtime
        .spawn(web::serve(listener, app, std::future::pending()));
    base
}
