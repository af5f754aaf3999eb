//! Rounds that follow: a tie and its run-off, a second tie, a shortfall, the presidium's word.

use minsheng::domain::poll::round::RoundAct;
use minsheng::domain::poll::rules::{Shortfall, Tie};

use super::ballot::review;
use super::steps::{approve, count, do_it, hall, newest, open, publish, tied};

#[test]
fn a_tie_drafts_its_run_off_which_the_same_slips_decide() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, tied);
    count(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let outcome = clerk.get("/count/1");
    assert!(outcome.says("已起草下一轮：第2轮"), "{}", outcome.text());
    let sheet = clerk.get("/manage/polls/1");
    assert!(sheet.says("第2轮：另行票决"), "{}", sheet.text());
    let slate = clerk.get("/manage/polls/1/slate");
    assert!(slate.says("候选2个，应选1个"), "{}", slate.text());
    let past = clerk.post(
        "/manage/rounds/1/void",
        &[("token", &sheet.value("token")), ("reason", "x")],
    );
    assert!(
        past.says("第1轮之后已有新的一轮"),
        "the earlier round is history: {}",
        past.text()
    );
    open(&hall, &mut codes);
    let mut voter = hall.client();
    let page = voter.get(&format!("/b/{}", codes[0]));
    assert!(page.says("最多赞成1项"), "{}", page.text());
    let over = review(&mut voter, &[("m1", "a"), ("m2", "a")]);
    assert_eq!(over.status, 422, "a paper approves at most the places left");
    approve(&hall, &codes, |n| if n < 6 { vec![1] } else { vec![2] });
    count(&hall);
    do_it(&hall, &[RoundAct::Certify]);
    publish(&hall);
    let public = hall.client().get("/polls/1");
    for words in ["第1轮", "第2轮", "票数相等"] {
        assert!(public.says(words), "{words}: {}", public.text());
    }
    assert!(hall.client().get("/").says("入选4项"));
    let statement = clerk.get("/count/1/statement");
    assert!(statement.says("round1first") && statement.says("round2run_off"));
}

#[test]
fn a_second_tie_goes_to_the_presidium_which_gives_its_reason() {
    let hall = hall(|rules| rules.second_tie = Tie::Presidium);
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, tied);
    count(&hall);
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| match n {
        14 => Vec::new(),
        n if n % 2 == 0 => vec![1],
        _ => vec![2],
    });
    count(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/count/1");
    let told = clerk.submit(&page, "/presidium", &[("line", "1")]);
    assert_eq!(told.status, 422, "without a reason: {}", told.text());
    let (to, fields) = page.form("/presidium");
    let token = &fields.iter().find(|(name, _)| name == "token").unwrap().1;
    let both = [
        ("token", token.as_str()),
        ("line", "1"),
        ("line", "2"),
        ("reason", "x"),
    ];
    assert_eq!(clerk.post(&to, &both).status, 409, "one place, not two");
    let one = [
        ("token", token.as_str()),
        ("line", "2"),
        ("reason", "受益人数更多"),
    ];
    let asked = clerk.post(&to, &one);
    assert!(
        !asked.says("主席团决定 lines"),
        "one alone records nothing: {}",
        asked.text()
    );
    assert_eq!(clerk.post(&to, &one).status, 409, "nor by pressing twice");
    let mut chief = hall.signed_in("qinghe-chief");
    let waiting = chief.get("/my/acts");
    assert!(
        waiting.says("记录主席团的决定") && waiting.says("受益人数更多"),
        "{}",
        waiting.text()
    );
    chief.submit(&waiting, "/my/acts", &[]);
    let page = clerk.get("/count/1");
    assert!(
        page.says("主席团决定") && page.says("受益人数更多"),
        "{}",
        page.text()
    );
    do_it(&hall, &[RoundAct::Certify]);
    assert!(
        clerk.get("/count/1/statement").says("受益人数更多"),
        "it stands in the record"
    );
}

#[test]
fn a_shortfall_drafts_one_supplementary_round_where_the_rules_say_so() {
    let hall = hall(|rules| {
        rules.shortfall = Shortfall::Supplementary;
        rules.supplementary_rounds = 1;
    });
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| {
        if n < 9 { vec![1, 2, 3] } else { vec![4, 5] }
    });
    count(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(clerk.get("/manage/polls/1").says("第2轮：补充票决"));
    assert!(clerk.get("/manage/polls/1/slate").says("候选2个，应选1个"));
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| if n < 5 { vec![1] } else { Vec::new() });
    count(&hall);
    let page = clerk.get("/count/1");
    assert!(
        page.says("以达到的为准，可以认证"),
        "once at most: {}",
        page.text()
    );
    do_it(&hall, &[RoundAct::Certify]);
}

#[test]
fn a_void_run_off_is_drafted_anew_and_the_first_round_stands() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, tied);
    count(&hall);
    open(&hall, &mut codes);
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let round = newest(&hall);
    hall.run(
        hall.service
            .act_on_round(&clerk, round, RoundAct::Void, "停电"),
    )
    .unwrap();
    hall.run(hall.service.act_on_round(&chief, round, RoundAct::Void, ""))
        .unwrap();
    let mut client = hall.signed_in("qinghe-clerk");
    let sheet = client.get("/manage/polls/1");
    assert!(
        sheet.says("第3轮：另行票决") && sheet.says("停电"),
        "{}",
        sheet.text()
    );
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| if n < 9 { vec![1] } else { vec![2] });
    count(&hall);
    do_it(&hall, &[RoundAct::Certify]);
    let statement = client.get("/count/1/statement");
    assert!(
        statement.says("void停电"),
        "the void round is named too: {}",
        statement.text()
    );
}
