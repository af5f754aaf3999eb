//! Corrections and the record that people sign, before everybody's eyes: what was noted adds up over all
//! versions, the public reads it, and the paper says who stood for what.

use domain::poll::rules::TieRule;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::ballot::review;
use super::steps::{approve, count, do_it, hall, open, publish, tied, voter};
use crate::support::pdf::Pdf;
use crate::support::{Hall, Page};

const STATEMENT: &str = "/count/1/statement";

fn ask(hall: &Hall, set: &[(&str, &str)]) -> Page {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(STATEMENT);
    clerk.submit(&page, STATEMENT, set)
}

fn correct(hall: &Hall, set: &[(&str, &str)]) {
    let asked = ask(hall, set);
    assert_eq!(asked.status, 200, "{}", asked.text());
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get(STATEMENT);
    let done = chief.submit(&page, STATEMENT, &[("as", "confirm")]);
    assert_eq!(done.status, 200, "{}", done.text());
}

fn found<'a>(papers: &'a str, reason: &'a str) -> [(&'a str, &'a str); 3] {
    [
        ("kind", "papers-found"),
        ("papers", papers),
        ("reason", reason),
    ]
}

#[test]
fn papers_found_later_are_four_at_most_over_all_versions_and_the_newest_tells_all() {
    let hall = Hall::at(DemoStage::Certified);
    correct(&hall, &found("2", "夹层里两张"));
    let told = ask(&hall, &found("3", "又有三张"));
    assert_eq!(told.status, 422, "{}", told.text());
    assert!(told.says("不能只作更正"), "{}", told.text());
    correct(&hall, &found("1", "又有一张"));
    correct(&hall, &found("1", "再有一张"));
    let told = ask(&hall, &found("1", "还有一张"));
    assert_eq!(told.status, 422, "a fifth paper: {}", told.text());
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(STATEMENT);
    for words in [
        "没有记录2张，记录在案",
        "已记录2张3张，记录在案",
        "已记录3张4张，记录在案",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let text = hall.stored("select text from statement where poll = 1 and version = 4");
    for line in [
        "\ncorrection\tpapers-found\t1\t1\t3\t",
        "\ncorrected\t2\tpapers-found\t1\t2\t0\t",
        "\ncorrected\t3\tpapers-found\t1\t1\t2\t",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let stood: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("stood\t"))
        .collect();
    let of = |act: &str| stood.iter().filter(|line| line.contains(act)).count();
    assert_eq!(of("\tcertify\t"), 1, "certified once: {stood:?}");
    assert_eq!(of("\tcorrect\t"), 3, "{stood:?}");
}

#[test]
fn the_public_reads_each_correction_and_that_a_new_vote_is_needed() {
    let hall = Hall::at(DemoStage::Certified);
    let missing: u32 = hall
        .stored("select cast(issued - returned as text) from round where id = 1")
        .parse()
        .unwrap();
    let papers = (missing + 1).to_string();
    correct(&hall, &found(&papers, "夹层里发现"));
    publish(&hall);
    let why = "收回将多于发出：须重新票决";
    for (place, page) in [
        ("the result", hall.client().get("/polls/1")),
        ("the notice", hall.client().get("/notices/1")),
    ] {
        for words in ["更正", "夹层里发现", "记录在案", why] {
            assert!(page.says(words), "{place}: {words}: {}", page.text());
        }
    }
    let public = hall.client().get("/polls/1");
    assert!(public.says("第1版·2026年1月15日"), "{}", public.text());
    let printed = Pdf::of(&hall.client().get("/notices/1/pdf"));
    assert!(printed.says(why), "{}", printed.text());
    // The next: an officer's name is called by the post, and the notice says what it corrects.
    let id = hall.officer("演示监票人").0.to_string();
    let name = [
        ("kind", "officer"),
        ("officer", id.as_str()),
        ("name", "张山"),
        ("reason", "姓名写错"),
    ];
    correct(&hall, &name);
    assert!(
        !hall.client().get("/polls/1").says("张山"),
        "not before it is published"
    );
    publish(&hall);
    let second = hall.client().get("/notices/2");
    for words in ["本公告更正公告（第1号）", "监票人姓名", "张山", "姓名写错"]
    {
        assert!(second.says(words), "{words}: {}", second.text());
    }
    assert!(
        !second.says("夹层里发现"),
        "that stood in the first: {}",
        second.text()
    );
    let first = hall.client().get("/notices/1");
    assert!(
        first.says("夹层里发现") && !first.says("张山"),
        "{}",
        first.text()
    );
    let public = hall.client().get("/polls/1");
    assert!(
        public.says("夹层里发现") && public.says("张山"),
        "{}",
        public.text()
    );
}

#[test]
fn the_signed_paper_says_who_stood_for_what_on_which_screen_and_what_the_presidium_chose() {
    let hall = hall(|rules| rules.second_tie = TieRule::Presidium);
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, tied);
    count(&hall);
    open(&hall, &mut codes);
    // A deputy who voted an hour ago sees that this is another round.
    let mut phone = voter(&hall, &codes[0]);
    let later = "第2轮：另行投票";
    let ballot = phone.get("/ballot/1");
    assert!(ballot.says(later), "{}", ballot.text());
    let reviewed = review(&mut phone, &[("m1", "a")]);
    assert!(reviewed.says(later), "{}", reviewed.text());
    let done = phone.submit(&reviewed, "/ballot/1/cast", &[]);
    assert!(done.says(later), "{}", done.text());
    approve(&hall, &codes[1..], |n| match n {
        13 => Vec::new(),
        n if n % 2 == 0 => vec![2],
        _ => vec![1],
    });
    count(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("由主席团决定后才能认证")
            && sheet.html().contains("class=\"button\" href=\"/count/1\""),
        "{}",
        sheet.html()
    );
    let name = hall.stored(
        "select p.name from round_line l join project p on p.id = l.project \
         join round r on r.id = l.round where r.number = 2 and l.line_no = 2",
    );
    let page = clerk.get("/count/1");
    let chosen = [("line", "2"), ("reason", "受益人数更多"), ("as", "ask")];
    clerk.submit(&page, "/presidium", &chosen);
    let mut chief = hall.signed_in("qinghe-chief");
    let waiting = chief.get("/my/acts");
    chief.submit(&waiting, "/my/acts", &[]);
    do_it(&hall, &[RoundAct::Certify]);
    let decided = format!("主席团决定：第2项“{name}”入选。理由：受益人数更多");
    let form = Pdf::of(&clerk.get("/manage/polls/1/forms/statement"));
    for words in [
        decided.as_str(),
        "全部入选项目",
        "由两人办理的各步",
        "验箱封箱",
        "认证结果",
        "本人账号",
    ] {
        assert!(form.says(words), "{words}: {}", form.text());
    }
    assert!(!form.says("lines="), "{}", form.text());
    let page = clerk.get(STATEMENT);
    assert!(page.says(&decided), "{}", page.text());
    assert!(
        page.html().contains("<details><summary>报告单原文"),
        "the text for machines is folded: {}",
        page.html()
    );
}
