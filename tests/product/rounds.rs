//! Rounds that follow: a tie and its run-off, a second tie, a shortfall, the presidium's word.

use crate::support::AsShown as _;
use domain::id::SittingId;
use domain::poll::rules::{ShortfallRule, TieRule};
use domain::round::RoundAct;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingAct;

use super::ballot::review;
use super::steps::{approve, count, do_it, hall, newest, open, publish, tied, voter};
use crate::support::{pdf::Pdf, slips};

#[test]
fn a_tie_drafts_its_run_off_which_the_same_slips_decide() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    let mut late = voter(&hall, &codes[0]);
    let reviewed = review(&mut late, &[("m1", "a")]);
    approve(&hall, &codes, tied);
    count(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let outcome = clerk.get("/count/1");
    assert!(outcome.says("已起草下一轮：第2轮"), "{}", outcome.text());
    let sheet = clerk.get("/manage/polls/1");
    assert!(sheet.says("第2轮：另行投票"), "{}", sheet.text());
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
    let old = late.submit(&reviewed, "/ballot/1/cast", &[]);
    assert!(
        old.says("这一轮投票已经结束"),
        "a form of the round before is told so: {}",
        old.text()
    );
    let mut phone = hall.client();
    let page = phone.get(&format!("/b/{}", codes[0]));
    assert!(page.says("最多赞成1项"), "{}", page.text());
    let over = review(&mut phone, &[("m1", "a"), ("m2", "a")]);
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
fn a_run_off_at_a_later_sitting_names_its_own_sitting_everywhere() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, tied);
    count(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/sittings/1/closing");
    let added = [("held_on", "2026-01-17")];
    clerk.submit(&page, "/manage/sessions/1/sittings", &added);
    let page = clerk.get("/manage/sittings/1/closing");
    clerk.submit(&page, "/manage/polls/1/sitting", &[]);
    let of = "select cast(sitting as text) from round where poll = 1 and number = 2";
    let second = SittingId(hall.stored(of).parse().unwrap());
    assert_ne!(second, hall.sitting());
    // Two of the fifteen stay away from the second sitting.
    let (actor, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let codes = hall.run(async {
        let act = |act| hall.service.act_on_sitting(&actor, second, act);
        act(SittingAct::OpenRoll).await.unwrap();
        let roll = hall.service.get_roll(&actor, second).await.unwrap();
        let here = |n: usize| {
            if n < 13 {
                Attendance::Present
            } else {
                Attendance::Absent
            }
        };
        let lines = roll.lines.iter().enumerate();
        let all = lines.map(|(n, line)| (line.deputy, here(n))).collect();
        hall.service.keep_roll(&actor, second, all).await.unwrap();
        act(SittingAct::DeclareQuorum).await.unwrap();
        let slips = slips::print(&hall.service, second, (&actor, &chief), 13).await;
        slips
            .into_iter()
            .map(|slip| slip.scanned)
            .collect::<Vec<_>>()
    });
    do_it(
        &hall,
        &[RoundAct::Freeze, RoundAct::Seal, RoundAct::StartIssuing],
    );
    hall.run(async {
        let roll = hall.service.get_roll(&actor, second).await.unwrap();
        let present = roll.lines.iter().take(13).map(|line| line.deputy).collect();
        hall.service
            .issue_slips(&actor, second, present)
            .await
            .unwrap();
    });
    do_it(&hall, &[RoundAct::OpenVote]);
    approve(&hall, &codes, |n| if n < 4 { vec![1] } else { vec![2] });
    count(&hall);
    do_it(&hall, &[RoundAct::Certify]);
    publish(&hall);

    let text = hall.stored("select text from statement where poll = 1");
    let (first, later) = text.split_once("\nround\t2\t").unwrap();
    assert!(
        first.contains("\nsitting\t1\t") && first.contains("\t15\t10\t15\n"),
        "{text}"
    );
    assert!(
        later.contains("\nsitting\t2\t2026-01-17\t15\t10\t13\n"),
        "{text}"
    );
    for part in [first, later] {
        assert!(part.contains("\nofficer\tchief_scrutineer\t"), "{text}");
        assert_eq!(part.matches("\nprint\t").count(), 1, "{text}");
    }
    let own = [
        "第一次全体会议（2026-01-15）：应到代表15名，实到15名，法定人数10名",
        "第二次全体会议（2026-01-17）：应到代表15名，实到13名，法定人数10名",
    ];
    let form = Pdf::of(&clerk.get("/manage/polls/1/forms/statement"));
    let (page, public) = (clerk.get("/count/1"), hall.client().get("/polls/1"));
    for words in own {
        assert!(form.says(words), "{words}: {}", form.text());
        assert!(page.says(words), "{words}: {}", page.text());
        assert!(public.says(words), "{words}: {}", public.text());
    }
    assert!(form.says("13张") && form.says("15张"), "{}", form.text());
    for (number, which) in [(1, "第一次全体会议"), (2, "第二次全体会议")] {
        for form in ["zero-report", "account", "statement"] {
            let path = format!("/manage/polls/1/forms/{form}?round={number}");
            let form = Pdf::of(&clerk.get(&path));
            let other = if number == 1 {
                "第二次全体会议"
            } else {
                "第一次全体会议"
            };
            assert!(
                form.says(which) && !form.says(other),
                "{path}: {}",
                form.text()
            );
        }
    }
}

#[test]
fn a_second_tie_goes_to_the_presidium_which_gives_its_reason() {
    let hall = hall(|rules| rules.second_tie = TieRule::Presidium);
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
    let again = clerk.post(&to, &one);
    assert!(
        !again.says("主席团决定 lines") && again.says("您已提出“记录主席团的决定”"),
        "nor by pressing twice: {}",
        again.text()
    );
    // The second person's own choice is not the first one's: it confirms nothing.
    let mut chief = hall.signed_in("qinghe-chief");
    let token = chief.get("/manage").value("token");
    let mine = [("token", token.as_str()), ("line", "1"), ("reason", "另选")];
    let told = chief.post(&to, &mine);
    assert!(
        told.says("演示工作人员001提出“记录主席团的决定”") && told.says("受益人数更多"),
        "the page tells who asked what and why: {}",
        told.text()
    );
    let decided = "select decided_by_presidium from round where number = 2";
    assert_eq!(hall.stored(decided), "");
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
        rules.shortfall = ShortfallRule::Supplementary;
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
    approve(&hall, &codes[..3], |_| vec![1]);
    let mut late = voter(&hall, &codes[3]);
    let reviewed = review(&mut late, &[("m1", "a")]);
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let round = newest(&hall);
    hall.run(
        hall.service
            .act_shown(&clerk, round, RoundAct::Void, "停电"),
    )
    .unwrap();
    hall.run(hall.service.act_shown(&chief, round, RoundAct::Void, ""))
        .unwrap();
    let mut client = hall.signed_in("qinghe-clerk");
    let sheet = client.get("/manage/polls/1");
    assert!(
        sheet.says("第3轮：另行投票") && sheet.says("停电"),
        "{}",
        sheet.text()
    );
    // Whoever voted in it, or was about to, reads that it is void and what to do.
    for slip in [0, 3] {
        let told = voter(&hall, &codes[slip]).get("/ballot/1");
        assert!(
            told.says("投票还没有开始")
                && told.says("第2轮已作废，投过的票已销毁，不计票。请保管好票证"),
            "{}",
            told.text()
        );
    }
    let old = late.submit(&reviewed, "/ballot/1/cast", &[]);
    assert!(old.says("第2轮已作废，这一轮的票不计"), "{}", old.text());
    // It has an account of its own, one press from the run-sheet; that of a draft has no papers.
    assert!(sheet.html().contains("/count/1/account?round=2"));
    let account = client.get("/count/1/account?round=2");
    for words in ["停电", "作废时发出15张，电子票已投3张", "印制15=发出15"] {
        assert!(account.says(words), "{words}: {}", account.text());
    }
    assert!(!account.says("数字还会变"), "{}", account.text());
    let draft = client.get("/count/1/account");
    assert!(!draft.says("纸质票待清点"), "{}", draft.text());
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
    let text = hall.stored("select text from statement where poll = 1");
    let (_, second) = text.split_once("\nround\t2\t").unwrap();
    let (second, _) = second.split_once("\nround\t3\t").unwrap();
    assert!(
        second.contains("\nissued\t15\n") && second.ends_with("\nreturned\t3"),
        "{second}"
    );
    let form = Pdf::of(&client.get("/manage/polls/1/forms/statement"));
    assert!(
        form.says("作废时发出15张，电子票已投3张"),
        "{}",
        form.text()
    );
}
