//! What is told of a round that cannot stand, of one that was voided, and of the one that follows: each
//! its own numbers, and no other round's.

use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::ballot::vote;
use super::hall::paired;
use super::steps::{do_it, newest, publish};
use crate::support::AsShown as _;
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, Page};

const ACCOUNT: &str = "/count/1/account";
const DESK: &str = "/manage/sittings/1/desk";

/// Fifteen deputies of whom so many exchanged their slip for a paper and so many have voted by phone.
fn voting(taken: usize, voted: usize) -> (Hall, Client) {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(ACCOUNT);
    let printed = (taken + 3).to_string();
    clerk.submit(&page, "/papers/printed", &[("printed", &printed)]);
    for slip in &hall.made.slips[..taken] {
        let page = clerk.get(DESK);
        clerk.submit(&page, "/desk/take-slip", &[("code", &slip.scanned)]);
        at_desk(&mut clerk, "give-paper");
    }
    for slip in taken..taken + voted {
        vote(&mut hall.scanned(slip), &[("m1", "a"), ("m2", "a")]);
    }
    (hall, clerk)
}

fn at_desk(clerk: &mut Client, act: &str) {
    let page = clerk.get(DESK);
    let page = clerk.submit(&page, &format!("/desk/{act}"), &[]);
    assert_eq!(page.status, 200, "{act}: {}", page.text());
}

fn void(hall: &Hall, reason: &str) {
    let round = newest(hall);
    for (who, why) in [("qinghe-clerk", reason), ("qinghe-chief", "")] {
        let actor = hall.actor(who);
        let done = hall.service.act_shown(&actor, round, RoundAct::Void, why);
        hall.run(done).unwrap();
    }
}

fn enter(hall: &Hall, boxes: &str) {
    for who in ["qinghe-clerk", "qinghe-chief"] {
        let mut person = hall.signed_in(who);
        let page = person.get(ACCOUNT);
        person.submit(&page, "/papers/returned", &[("boxes", boxes)]);
    }
}

/// The text of a page after a heading or a word.
fn after<'t>(text: &'t str, word: &str) -> &'t str {
    let at = text.find(word).unwrap_or_else(|| panic!("{word}: {text}"));
    &text[at..]
}

#[test]
fn nobody_calls_a_vote_valid_of_which_one_kind_came_back_too_often() {
    let (hall, mut clerk) = voting(2, 5);
    do_it(&hall, &[RoundAct::CloseVote]);
    let (mut screen, path, mut operator) = paired(&hall);
    let mut wall = |scene: &str| {
        let token = operator.get("/manage/sittings/1/screens").value("token");
        let fields = [("token", token.as_str()), ("scene", scene)];
        operator.post("/manage/screens/1", &fields);
        screen.get(&path)
    };
    assert!(
        !wall("account:1").says("本次表决有效"),
        "papers wait: nothing is said yet"
    );
    // Eight of fifteen came back, and yet one paper too many did.
    enter(&hall, "3");
    let above = "纸质票收回3张，多于发出2张";
    let everywhere = [
        ("the run-sheet", clerk.get("/manage/polls/1")),
        ("the chair's script", clerk.get("/manage/polls/1/script")),
        ("the account", clerk.get(ACCOUNT)),
    ];
    for (place, page) in &everywhere {
        assert!(page.says(above), "{place}: {}", page.text());
        let valid = page.says("收回不多于发出，投票有效") || page.says("本次表决有效");
        assert!(!valid, "{place}: {}", page.text());
    }
    let told = format!("发出15张，收回8张。{above}，本轮投票无效，须重新投票。");
    for (place, page) in &everywhere[..2] {
        assert!(page.says(&told), "{place}: {}", page.text());
    }
    let form = Pdf::of(&clerk.get("/manage/polls/1/forms/account"));
    assert!(
        form.says(above) && form.says("本次表决无效"),
        "{}",
        form.text()
    );
    assert!(!wall("account:1").says("本次表决有效"));
    // Counted again, by two: one paper had been counted twice.
    enter(&hall, "2");
    let script = clerk.get("/manage/polls/1/script");
    assert!(
        script.says("发出15张，收回7张。收回不多于发出，投票有效。"),
        "{}",
        script.text()
    );
    let form = Pdf::of(&clerk.get("/manage/polls/1/forms/account"));
    assert!(form.says("本次表决有效"), "{}", form.text());
}

#[test]
fn a_void_round_keeps_the_numbers_of_its_voiding_and_they_stand_in_the_record() {
    let (hall, mut clerk) = voting(2, 5);
    void(&hall, "停电");
    let sheet = clerk.get("/manage/polls/1");
    let own = "/count/1/account?round=1";
    for (place, page) in [
        ("the run-sheet", sheet),
        ("the newest account", clerk.get(ACCOUNT)),
        ("the forms", clerk.get("/manage/polls/1/forms")),
    ] {
        let link = match place {
            "the forms" => "/manage/polls/1/forms/account?round=1",
            _ => own,
        };
        assert!(page.html().contains(link), "{place}: {}", page.html());
    }
    let told = "作废时发出15张，电子票已投5张，纸质票没有清点。票已全部销毁，不计票。";
    let account = clerk.get(own);
    for words in [
        "本轮作废。理由：停电",
        told,
        "演示工作人员001",
        "2026-01-15",
    ] {
        assert!(account.says(words), "{words}: {}", account.text());
    }
    for wrong in ["投票还没有结束", "待清点"] {
        assert!(!account.says(wrong), "{wrong}: {}", account.text());
    }
    let form = Pdf::of(&clerk.get("/manage/polls/1/forms/account?round=1"));
    assert!(form.says(told), "{}", form.text());
    assert!(!form.says("本次表决有效"), "{}", form.text());
    assert_eq!(
        clerk.get("/manage/polls/1/forms/statement?round=1").status,
        409
    );
    // The round that follows goes on to its end; the void one's numbers do not move with it.
    do_it(
        &hall,
        &[RoundAct::Freeze, RoundAct::Seal, RoundAct::StartIssuing],
    );
    let page = clerk.get(ACCOUNT);
    clerk.submit(&page, "/papers/printed", &[("printed", "4")]);
    do_it(&hall, &[RoundAct::OpenVote]);
    for slip in 2..14 {
        vote(&mut hall.scanned(slip), &[("m1", "a"), ("m2", "a")]);
    }
    do_it(&hall, &[RoundAct::CloseVote]);
    enter(&hall, "0");
    do_it(
        &hall,
        &[
            RoundAct::ConfirmAccount,
            RoundAct::OpenBox,
            RoundAct::Count,
            RoundAct::Certify,
        ],
    );
    publish(&hall);
    let same = clerk.get(own);
    assert!(same.says(told), "{}", same.text());
    for (place, page) in [
        ("the office's result", clerk.get("/count/1")),
        ("the public result", hall.client().get("/polls/1")),
    ] {
        assert!(page.says(told), "{place}: {}", page.text());
    }
    let statement = Pdf::of(&clerk.get("/manage/polls/1/forms/statement"));
    assert!(statement.says(told), "{}", statement.text());
    let text = hall.stored("select text from statement where poll = 1");
    let first = after(&text, "\nround\t1\t")
        .split("\nround\t2\t")
        .next()
        .unwrap();
    assert!(
        first.contains("\nissued\t15\n") && first.contains("\naccount\tslip\t"),
        "{first}"
    );
    assert!(first.contains("\t5\naccount\tpaper\t5\t2\t"), "{first}");
    // Its numbers are compared like those of every other round.
    hall.write_past("update ballot_account set returned = 4 where round = 1 and kind = 'slip'");
    let changed = clerk.get("/manage/polls/1");
    assert!(
        changed.says("清点单与当时确定的不一致"),
        "{}",
        changed.text()
    );
}

#[test]
fn papers_of_a_void_round_are_no_papers_of_the_next() {
    let (hall, mut clerk) = voting(3, 4);
    // One slip was kept back when the others were cancelled; a paper goes back for it: that is a fact of
    // this round alone.
    hall.write_past(
        "update slip set is_cancelled = 0 where code_hash = \
         (select code_hash from slip where is_cancelled = 1 limit 1)",
    );
    at_desk(&mut clerk, "take-paper");
    let account = clerk.get(ACCOUNT);
    let handed = |page: &Page| {
        let text = page.squeezed();
        let row = after(&text, "纸质票印制").to_owned();
        row.split("未发").next().unwrap().to_owned()
    };
    assert_eq!(
        handed(&account),
        "纸质票印制6=发出2+交回换票1+写错换发0+注销0+"
    );
    // It cannot be given to somebody else: four more would need a fourth that there is.
    void(&hall, "停电");
    for acts in [
        &[][..],
        &[RoundAct::Freeze, RoundAct::Seal],
        &[RoundAct::StartIssuing],
    ] {
        do_it(&hall, acts);
        let account = clerk.get(ACCOUNT);
        assert!(
            account.says("2位代表持有别的轮次的纸质票，还没有本轮的"),
            "{}",
            account.text()
        );
        assert!(
            !account.says("纸质票印制"),
            "nothing is equal yet: {}",
            account.text()
        );
        let sheet = clerk.get("/manage/polls/1");
        assert!(!sheet.says("纸质票待清点"), "{}", sheet.text());
    }
    let page = clerk.get(ACCOUNT);
    let account = clerk.submit(&page, "/papers/printed", &[("printed", "4")]);
    assert_eq!(
        handed(&account),
        "纸质票印制4=发出2+交回换票0+写错换发0+注销0+"
    );
    assert!(!account.says("还没有本轮的"), "{}", account.text());
    let sheet = clerk.get("/manage/polls/1");
    assert!(sheet.says("纸质票待清点"), "{}", sheet.text());
}

#[test]
fn a_round_voided_before_anything_was_handed_out_has_no_numbers_and_one_that_was_changed_keeps_none()
 {
    let hall = Hall::at(DemoStage::Frozen);
    void(&hall, "名单有误");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let account = clerk.get("/count/1/account?round=1");
    assert!(account.says("本轮在投票开始前作废"), "{}", account.text());
    assert!(!account.says("发出"), "{}", account.text());
    assert_eq!(
        clerk.get("/manage/polls/1/forms/account?round=1").status,
        409
    );

    let (hall, mut clerk) = voting(0, 5);
    do_it(&hall, &[RoundAct::CloseVote]);
    hall.write_past("update ballot_account set returned = 4 where kind = 'slip'");
    void(&hall, "清点单被改动");
    let account = clerk.get("/count/1/account?round=1");
    assert!(account.says("作废时的数字不能作数"), "{}", account.text());
    assert!(!account.says("与当时确定的不一致"), "{}", account.text());
}
