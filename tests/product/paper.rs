//! Papers counted by hand: two tellers blind to each other, scrutineers, and one heap at the opening.

use domain::poll::template::Template;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::ballot::{two, vote};
use super::kinds::voting;
use super::officers::choose_pin;
use super::secrecy::texts;
use super::steps::do_it;
use crate::support::{Client, Hall, Page};

pub(crate) const ROOM: &str = "/count/rounds/1/batches";

/// A hall with the account confirmed: so many deputies exchanged their slip for a paper, so many
/// papers were found in the box, and the others' ballots are in the sealed box.
pub(crate) fn accounted(deputies: u32, taken: usize, returned: &str) -> Hall {
    let hall = Hall::with(DemoStage::Open, deputies);
    accounted_in(&hall, taken, returned);
    hall
}

pub(crate) fn accounted_in(hall: &Hall, taken: usize, returned: &str) {
    let codes: Vec<String> = hall
        .made
        .slips
        .iter()
        .map(|slip| slip.scanned.clone())
        .collect();
    let marks = [("m1", "a"), ("m2", "a"), ("m3", "o")];
    for code in &codes[taken..] {
        let mut phone = hall.client();
        phone.get(&format!("/b/{code}"));
        vote(&mut phone, &marks);
    }
    on_paper(hall, &codes[..taken], returned);
}

/// Exchanges these slips for papers, ends the vote and confirms so many papers in the box.
fn on_paper(hall: &Hall, codes: &[String], returned: &str) {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/count/1/account");
    clerk.submit(
        &page,
        "/papers/printed",
        &[("printed", &(codes.len() + 3).to_string())],
    );
    for code in codes {
        let page = clerk.get("/manage/sittings/1/desk");
        clerk.submit(&page, "/desk/take-slip", &[("code", code)]);
        let page = clerk.get("/manage/sittings/1/desk");
        clerk.submit(&page, "/desk/give-paper", &[]);
    }
    two(hall, RoundAct::CloseVote);
    for who in ["qinghe-clerk", "qinghe-chief"] {
        let mut client = hall.signed_in(who);
        let page = client.get("/count/1/account");
        client.submit(&page, "/papers/returned", &[("boxes", returned)]);
    }
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/confirm-account", &[]);
    let page = clerk.get("/manage/polls/1");
    assert!(page.says("张，录完0张"), "{}", page.text());
}

/// Types a batch as a form without JavaScript does.
pub(crate) fn type_batch(client: &mut Client, batch: u32, papers: &[&str]) -> Page {
    let page = client.get(&format!("{ROOM}/{batch}"));
    let names: Vec<String> = (1..=papers.len()).map(|n| format!("paper-{n}")).collect();
    let counted = papers.len().to_string();
    let mut fields: Vec<(&str, &str)> = names
        .iter()
        .map(String::as_str)
        .zip(papers.iter().copied())
        .collect();
    fields.push(("counted", &counted));
    client.submit(&page, "/type", &fields)
}

pub(crate) fn tellers(hall: &Hall) -> (Client, Client) {
    (
        hall.signed_in("qinghe-teller"),
        hall.signed_in("qinghe-teller-2"),
    )
}

#[test]
fn two_tellers_type_each_batch_and_papers_join_the_phones_ballots_at_the_opening() {
    let hall = accounted(15, 3, "3");
    let (mut first, mut second) = tellers(&hall);
    let papers = ["112000", "１１００００", "+3 4"];
    let room = type_batch(&mut first, 1, &papers);
    assert!(
        room.says("一人已录") && room.says("演示计票人001"),
        "{}",
        room.text()
    );
    let room = type_batch(&mut second, 1, &papers);
    assert!(room.says("收回纸质票3=已录完3+未录完0"), "{}", room.text());
    assert!(room.says("已一致，已密封"), "{}", room.text());
    let page = opened_and_counted(&hall);
    // Twelve phones approved lines 1 and 2, two papers as well; two of the papers line 1, one line 3.
    assert!(
        page.says("收回15") && page.says("有效15"),
        "{}",
        page.text()
    );
    assert!(page.says("其中电子票12张，纸质票3张"), "{}", page.text());
    let gone = hall.stored("select cast((select count(*) from batch_paper) + (select count(*) from paper_batch) as text)");
    assert_eq!(gone, "0", "the typed batches go with the sealed ballots");
    two(&hall, RoundAct::Certify);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let record = clerk.get("/count/1/statement");
    assert!(record.says("minsheng-statement5"), "{}", record.text());
    assert!(
        record.says("account paper 6 3 0 0 0 3 3"),
        "{}",
        record.text()
    );
    assert!(record.says("returned 15"), "{}", record.text());
}

#[test]
fn differing_papers_go_to_their_own_typist_first_and_then_to_two_scrutineers() {
    let hall = accounted(15, 4, "4");
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let (mut first, mut second) = tellers(&hall);
    type_batch(
        &mut first,
        1,
        &["112000", "100000", "3", "/3"].map(|keys| if keys == "3" { "333000" } else { keys }),
    );
    let room = type_batch(&mut second, 1, &["112000", "200000", "323000", "/3"]);
    assert!(room.says("两人不同，重录2张"), "{}", room.text());
    // Each sees their own keys and the numbers of the papers, never the other's.
    let page = first.get(&format!("{ROOM}/1"));
    assert!(
        page.says("第2张您上次录的100000") && page.says("第3张您上次录的333000"),
        "{}",
        page.text()
    );
    assert!(
        !page.says("200000") && !page.says("323000") && !page.says("112000"),
        "{}",
        page.text()
    );
    let told = first.submit(&page, "/retype", &[("paper-2", "100000"), ("paper-3", "")]);
    assert!(told.says("计-09第3张没有录"), "{}", told.text());
    assert_eq!(told.value("paper-2"), "100000", "what was typed is kept");
    let room = first.submit(
        &page,
        "/retype",
        &[("paper-2", "100000"), ("paper-3", "323000")],
    );
    assert!(room.says("两人不同，重录1张"), "{}", room.text());
    let again = first.submit(
        &page,
        "/retype",
        &[("paper-2", "200000"), ("paper-3", "323000")],
    );
    assert!(again.says("计-14"), "once each: {}", again.text());
    // Nobody decides yet.
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get(&format!("{ROOM}/1"));
    assert!(
        !page.has_form("/decide") && !page.says("100000"),
        "{}",
        page.text()
    );
    let page = second.get(&format!("{ROOM}/1"));
    let room = second.submit(&page, "/retype", &[("paper-2", "200000")]);
    assert!(
        room.says("等监票人认定2张"),
        "the void paper too: {}",
        room.text()
    );
    // Tellers do not see the papers side by side; two scrutineers do, and both stand for it.
    let page = second.get(&format!("{ROOM}/1"));
    assert!(!page.says("100000"), "{}", page.text());
    let page = chief.get(&format!("{ROOM}/1"));
    assert!(
        page.says("100000") && page.says("200000") && page.says("/3"),
        "{}",
        page.text()
    );
    let other = [("paper-2", "200000"), ("paper-4", "/3"), ("as", "ask")];
    chief.submit(&page, "/decide", &other);
    let mut scrutineer = hall.signed_in("qinghe-scrutineer");
    let before = scrutineer.get(&format!("{ROOM}/1"));
    assert!(before.says("演示总监票人001这样认定"), "{}", before.text());
    let alone = [("paper-2", "100000"), ("paper-4", "/3"), ("as", "ask")];
    let room = chief.submit(&page, "/decide", &alone);
    assert!(room.says("等监票人认定2张"), "{}", room.text());
    let page = chief.get(&format!("{ROOM}/1"));
    assert!(
        !page.has_form("/confirm"),
        "nobody is both: {}",
        page.text()
    );
    let wrong = [
        ("paper-2", "*"),
        ("paper-4", "/3"),
        ("officer", pin.as_str()),
        ("pin", "180926"),
        ("as", "pin"),
    ];
    let told = chief.submit(&page, "/decide", &wrong);
    assert!(told.says("计-15第2张还没有认定"), "{}", told.text());
    stands_for_nothing_else(&mut scrutineer, &before);
    let page = scrutineer.get(&format!("{ROOM}/1"));
    assert!(page.says("演示总监票人001这样认定"), "{}", page.text());
    let room = scrutineer.submit(&page, "/confirm", &[]);
    assert!(room.says("录完4+未录完0"), "{}", room.text());
    events_hold_no_mark(&hall);
    let page = opened_and_counted(&hall);
    assert!(
        page.says("有效14") && page.says("无效1") && page.says("写有姓名或记号"),
        "{}",
        page.text()
    );
}

/// A second scrutineer's page of before shows another decision, and a form without one shows none.
fn stands_for_nothing_else(scrutineer: &mut Client, before: &Page) {
    let token = before.value("token");
    for told in [
        scrutineer.submit(before, "/confirm", &[]),
        scrutineer.post(&format!("{ROOM}/1/confirm"), &[("token", &token)]),
    ] {
        assert_eq!(told.status, 409, "{}", told.text());
        assert!(told.says("等待确认的事项已经变了"), "{}", told.text());
    }
}

/// The log says what happened to the batch, and no key of a paper.
fn events_hold_no_mark(hall: &Hall) {
    let events = texts(
        hall.dir.path(),
        "select line from audit where line like '%batch-%'",
    )
    .join("\n");
    for kind in [
        "batch-typed",
        "batch-retyped",
        "batch-proposed",
        "batch-decided",
        "batch-sealed",
    ] {
        assert!(events.contains(kind), "{kind}: {events}");
    }
    assert!(!events.contains("100000"), "{events}");
}

#[test]
fn two_scrutineers_decide_at_one_screen_with_a_pin() {
    let hall = accounted(15, 1, "1");
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let (mut first, mut second) = tellers(&hall);
    type_batch(&mut first, 1, &["*"]);
    type_batch(&mut second, 1, &["110000"]);
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get(&format!("{ROOM}/1"));
    let keys = [
        ("paper-1", "110000"),
        ("officer", pin.as_str()),
        ("pin", "180926"),
        ("as", "pin"),
    ];
    let room = chief.submit(&page, "/decide", &keys);
    assert!(room.says("录完1+未录完0"), "{}", room.text());
}

#[test]
fn a_scrutineer_without_an_account_judges_doubtful_papers_on_the_own_phone_with_the_pin() {
    let hall = accounted(15, 2, "2");
    let mut phone = super::officers::phone(&hall);
    let page = phone.get("/officer");
    let set = [("new_pin", "180926"), ("repeat", "180926")];
    phone.submit(&page, "/officer/pin", &set);
    let (mut first, mut second) = tellers(&hall);
    type_batch(&mut first, 1, &["112000", "*"]);
    type_batch(&mut second, 1, &["112000", "*"]);
    assert!(
        !phone.get("/officer").has_form("/batches/1"),
        "nobody proposed"
    );
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get(&format!("{ROOM}/1"));
    let proposed = [("paper-2", "100000"), ("as", "ask")];
    chief.submit(&page, "/decide", &proposed);
    let shown = phone.get("/officer");
    assert!(
        shown.says("演示总监票人001这样认定") && shown.says("第2张:100000"),
        "{}",
        shown.text()
    );
    // A wrong PIN judges nothing, nor does a page of before.
    let told = phone.submit(&shown, "/batches/1", &[("pin", "180927")]);
    assert_eq!(told.status, 422, "{}", told.text());
    let other = [("paper-2", "200000"), ("as", "ask")];
    let page = chief.get(&format!("{ROOM}/1"));
    chief.submit(&page, "/decide", &other);
    let told = phone.submit(&shown, "/batches/1", &[("pin", "180926")]);
    assert_eq!(told.status, 409, "{}", told.text());
    let shown = phone.get("/officer");
    assert!(shown.says("第2张:200000"), "{}", shown.text());
    let done = phone.submit(&shown, "/batches/1", &[("pin", "180926")]);
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(!phone.get("/officer").has_form("/batches/1"));
    let log = hall.stored("select line from audit where kind = 'batch-decided'");
    assert!(
        log.contains("second=officer/") && log.contains("@machine"),
        "{log}"
    );
    let page = opened_and_counted(&hall);
    assert!(page.says("有效15"), "{}", page.text());
}

#[test]
fn one_teller_never_types_a_batch_twice_not_even_with_a_pin() {
    let hall = accounted(15, 1, "1");
    let pin = choose_pin(&hall, "计票人 001", "180926");
    let (mut first, mut second) = tellers(&hall);
    type_batch(&mut first, 1, &["110000"]);
    let told = type_batch(&mut first, 1, &["110000"]);
    assert_eq!(told.status, 409);
    assert!(told.says("计-06您已录过这一叠"), "{}", told.text());
    let page = second.get(&format!("{ROOM}/1"));
    let before = page.clone();
    let keys = [
        ("paper-1", "110000"),
        ("counted", "1"),
        ("officer", pin.as_str()),
        ("pin", "180926"),
    ];
    let told = second.submit(&page, "/type", &keys);
    assert!(
        told.says("计-06"),
        "the PIN of the same person: {}",
        told.text()
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&format!("{ROOM}/1"));
    let told = clerk.submit(&page, "/type", &[("paper-1", "110000"), ("counted", "1")]);
    assert_eq!(told.status, 403, "a clerk types nothing: {}", told.text());
    // A teller without an account types on the clerk's screen, with a PIN.
    let other = choose_pin(&hall, "计票人 002", "180927");
    let keys = [
        ("paper-1", "110000"),
        ("counted", "1"),
        ("officer", other.as_str()),
        ("pin", "180927"),
    ];
    let room = clerk.submit(&page, "/type", &keys);
    assert!(room.says("录完1+未录完0"), "{}", room.text());
    let keys = [("paper-1", "110000"), ("counted", "1")];
    let late = second.submit(&before, "/type", &keys);
    assert!(late.says("计-07"), "sealed is sealed: {}", late.text());
}

#[test]
fn a_pile_that_is_not_as_large_as_the_account_says_stops_and_the_account_is_corrected_by_two() {
    let hall = accounted(60, 28, "27");
    let (mut first, mut second) = tellers(&hall);
    let room = first.get(ROOM);
    assert!(
        room.says("第1叠25") && room.says("第2叠2"),
        "{}",
        room.text()
    );
    let page = first.get(&format!("{ROOM}/2"));
    let told = first.submit(
        &page,
        "/type",
        &[
            ("paper-1", "110000"),
            ("paper-2", "110000"),
            ("counted", "3"),
        ],
    );
    assert_eq!(told.status, 422);
    assert!(
        told.says("计-04您数的是3张，这一叠应有2张"),
        "{}",
        told.text()
    );
    assert_eq!(told.value("paper-2"), "110000", "what was typed is kept");
    let full = vec!["110000"; 25];
    type_batch(&mut first, 1, &full);
    type_batch(&mut second, 1, &full);
    type_batch(&mut first, 2, &["110000", "110000"]);
    type_batch(&mut second, 2, &["110000", "110000"]);
    // One more paper was found after all: two people correct the account, the last batch is typed anew.
    for who in ["qinghe-clerk", "qinghe-chief"] {
        let mut client = hall.signed_in(who);
        let page = client.get("/count/1/account");
        client.submit(&page, "/papers/returned", &[("boxes", "28")]);
    }
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1");
    assert!(
        page.says("计-05收回纸质票28张，录完25张"),
        "{}",
        page.text()
    );
    assert!(!page.has_form("/open-box"));
    type_batch(&mut first, 2, &["110000"; 3]);
    type_batch(&mut second, 2, &["110000"; 3]);
    two(&hall, RoundAct::OpenBox);
}

#[test]
fn more_papers_than_issued_found_while_counting_leave_only_voiding_by_two_with_a_reason() {
    let hall = accounted(15, 2, "2");
    for who in ["qinghe-clerk", "qinghe-chief"] {
        let mut client = hall.signed_in(who);
        let page = client.get("/count/1/account");
        client.submit(&page, "/papers/returned", &[("boxes", "3")]);
    }
    let (mut first, _) = tellers(&hall);
    let told = type_batch(&mut first, 1, &["110000"; 3]);
    assert!(
        told.says("计-03纸质票收回3张，多于发出2张：投票无效"),
        "{}",
        told.text()
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1");
    assert!(
        page.says("计-03") && !page.has_form("/open-box") && page.has_form("/void"),
        "{}",
        page.text()
    );
    let told = clerk.submit(&page, "/void", &[("reason", "")]);
    assert_eq!(told.status, 422, "a reason is needed");
    two(&hall, RoundAct::Void);
    assert_eq!(hall.stored("select stage from round where id = 1"), "void");
}

#[test]
fn keys_that_no_paper_has_are_told_at_their_paper_and_nothing_typed_is_lost() {
    let hall = accounted(15, 4, "4");
    let (mut first, _) = tellers(&hall);
    let told = type_batch(&mut first, 1, &["112", "119000", "/9", "110000"]);
    assert_eq!(told.status, 422);
    for words in [
        "计-10第1张录了3行，应为6行",
        "计-11第2张的“9”不是本次的键",
        "计-13第3张的作废原因要填1到5",
    ] {
        assert!(told.says(words), "{words}: {}", told.text());
    }
    assert_eq!(told.value("paper-4"), "110000");
    let codes = first.get("/count/codes");
    for words in ["计-01", "计-18", "重数这一叠，看看前后两叠"] {
        assert!(codes.says(words), "{words}: {}", codes.text());
    }
}

#[test]
fn papers_are_typed_after_the_account_and_before_the_box_is_opened_and_never_else() {
    let hall = Hall::at(DemoStage::Open);
    let mut teller = hall.signed_in("qinghe-teller");
    assert!(
        teller
            .get(ROOM)
            .says("结束投票、确认清点数以后开始人工计票")
    );
    assert_eq!(teller.get(&format!("{ROOM}/1")).status, 404);
    let hall = accounted(15, 1, "1");
    let (mut first, mut second) = tellers(&hall);
    let page = first.get(&format!("{ROOM}/1"));
    type_batch(&mut first, 1, &["110000"]);
    type_batch(&mut second, 1, &["110000"]);
    two(&hall, RoundAct::OpenBox);
    let told = first.submit(&page, "/type", &[("paper-1", "110000"), ("counted", "1")]);
    assert!([404, 409].contains(&told.status), "{}", told.text());
    assert!(first.get(ROOM).says("人工计票已经结束"));
}

/// A hall where every deputy holds a paper and no slip was drawn.
fn all_on_paper() -> Hall {
    let hall = Hall::at(DemoStage::Open);
    accounted_in(&hall, 15, "15");
    hall
}

#[test]
fn a_small_congress_calls_papers_out_one_marks_one_watches_and_both_take_back() {
    let hall = all_on_paper();
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let by_pin = [("officer", pin.as_str()), ("pin", "180926")];
    let (mut teller, mut second) = tellers(&hall);
    let calling = format!("{ROOM}/1/calling");
    let page = teller.get(&calling);
    assert!(!page.says("监票人或计票人"), "{}", page.text());
    choose_pin(&hall, "演示计票人 002", "270926");
    let page = teller.get(&calling);
    assert!(
        page.says("监票人或计票人"),
        "both are listed: {}",
        page.text()
    );
    let told = teller.submit(&page, "/call-begin", &[("pin", "")]);
    assert!(
        told.says("请监票的人选自己的名字，输入PIN"),
        "{}",
        told.text()
    );
    let page = teller.submit(&page, "/call-begin", &by_pin);
    assert!(
        page.says("计票：演示计票人001") && page.says("监票：演示监票人001"),
        "{}",
        page.text()
    );
    assert!(
        type_batch_refused(&mut second, 1),
        "a batch that is called is not typed as well"
    );
    for _ in 0..7 {
        let page = teller.get(&calling);
        teller.submit(&page, "/call-mark", &[("line-1", "1"), ("line-2", "2")]);
    }
    let page = teller.get(&calling);
    assert!(
        page.says("已唱7张") && page.says("120000"),
        "{}",
        page.text()
    );
    let strokes = page.html().matches("<line ").count();
    assert_eq!(
        strokes, 14,
        "seven strokes for a line approved, seven for one opposed"
    );
    // Taking back needs both; another teller may not mark.
    let told = teller.submit(&page, "/call-undo", &[("pin", "000000")]);
    assert_eq!(told.status, 422, "{}", told.text());
    let page = teller.submit(&page, "/call-undo", &by_pin);
    assert!(page.says("已唱6张"), "{}", page.text());
    let theirs = second.get(&calling);
    assert!(
        !theirs.has_form("/call-mark") && theirs.says("已唱6张"),
        "{}",
        theirs.text()
    );
    let void = [("void", "5")];
    let page = teller.submit(&page, "/call-mark", &void);
    let early = teller.submit(
        &page,
        "/call-undo",
        &[("officer", &pin), ("pin", "180926"), ("counted", "15")],
    );
    assert!(early.says("已唱6张"), "{}", early.text());
    for _ in 0..9 {
        let page = teller.get(&calling);
        teller.submit(&page, "/call-mark", &[("keys", "+1 3")]);
    }
    let page = teller.get(&calling);
    let end = [
        ("officer", pin.as_str()),
        ("pin", "180926"),
        ("counted", "14"),
    ];
    let told = teller.submit(&page, "/call-end", &end);
    assert!(told.says("计-04您数的是14张"), "{}", told.text());
    let end = [
        ("officer", pin.as_str()),
        ("pin", "180926"),
        ("counted", "15"),
    ];
    let page = teller.submit(&page, "/call-end", &end);
    assert!(page.says("已一致，已密封"), "{}", page.text());
    let page = opened_and_counted(&hall);
    assert!(
        page.says("收回15") && page.says("其中电子票0张，纸质票15张"),
        "{}",
        page.text()
    );
}

/// The box is opened by two and counted; answers with the outcome.
fn opened_and_counted(hall: &Hall) -> Page {
    two(hall, RoundAct::OpenBox);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/count", &[]);
    clerk.get("/count/1")
}

fn type_batch_refused(client: &mut Client, batch: u32) -> bool {
    let page = client.get(&format!("{ROOM}/{batch}"));
    !page.has_form("/type")
}

#[test]
fn papers_are_not_called_out_while_phones_ballots_lie_in_the_closed_box() {
    let hall = accounted(15, 2, "2");
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let (mut teller, _) = tellers(&hall);
    let calling = format!("{ROOM}/1/calling");
    let page = teller.get(&calling);
    assert!(
        page.says("票箱里有电子票，还没有开箱") && !page.has_form("/call-begin"),
        "{}",
        page.text()
    );
    let token = teller.get(&format!("{ROOM}/1")).value("token");
    let fields = [
        ("token", token.as_str()),
        ("officer", &pin),
        ("pin", "180926"),
    ];
    let told = teller.post(&format!("{ROOM}/1/call-begin"), &fields);
    assert_eq!(told.status, 409);
    assert!(told.says("会先说出一部分结果"), "{}", told.text());
}

#[test]
fn papers_of_every_kind_are_typed_with_their_own_keys_and_judged_by_the_rules() {
    let cases: [(Template, u16, [&str; 3], &str); 4] = [
        (Template::Tick, 4, ["110000", "+1", "000000"], "有效3"),
        (
            Template::Rank,
            3,
            ["120300", "1 0 0 0 0 2", "110000"],
            "无效1",
        ),
        (Template::WholeList, 6, ["1", "１", "3"], "有效3"),
        (Template::Exactly, 2, ["+1 2", "110000", "100000"], "无效1"),
    ];
    for (template, places, papers, told) in cases {
        let (hall, codes) = voting(template, places, |_| {});
        on_paper(&hall, &codes[..3], "3");
        let (mut first, mut second) = tellers(&hall);
        type_batch(&mut first, 1, &papers);
        let room = type_batch(&mut second, 1, &papers);
        assert!(room.says("录完3+未录完0"), "{template:?}: {}", room.text());
        do_it(&hall, &[RoundAct::OpenBox, RoundAct::Count]);
        let page = hall.signed_in("qinghe-clerk").get("/count/1");
        assert!(
            page.says("收回3") && page.says(told),
            "{template:?}: {}",
            page.text()
        );
    }
}
