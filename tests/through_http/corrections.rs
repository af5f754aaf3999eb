//! Correcting a certified statement: the second person reads what was asked, by whom, why and what
//! changes; only what may change does, and the earlier version stays.

use minsheng::cli::demo::Stage;

use crate::support::{Client, Hall, Page};

const STATEMENT: &str = "/count/1/statement";

fn ask(client: &mut Client, set: &[(&str, &str)]) -> Page {
    let page = client.get(STATEMENT);
    client.submit(&page, STATEMENT, set)
}

fn confirm(client: &mut Client) -> Page {
    let page = client.get(STATEMENT);
    client.submit(&page, STATEMENT, &[("as", "confirm")])
}

fn versions(hall: &Hall) -> String {
    hall.stored("select cast(count(*) as text) from statement where poll = 1")
}

#[test]
fn the_second_person_reads_who_asks_for_what_and_why_and_confirms_only_that() {
    let hall = Hall::at(Stage::Certified);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let first = hall.stored("select text from statement where poll = 1");
    let asked = [
        ("kind", "papers-found"),
        ("papers", "2"),
        ("reason", "票箱夹层里发现两张"),
    ];
    let waits = ask(&mut clerk, &asked);
    assert!(
        waits.says("您已提出“更正”，等待另一位人员确认"),
        "{}",
        waits.text()
    );
    assert!(
        clerk.get("/manage/polls/1").says("提出了更正，等待确认"),
        "the run-sheet tells it too"
    );
    let shown = chief.get(STATEMENT);
    for words in [
        "演示工作人员001提出“更正”",
        "提出时间",
        "票箱夹层里发现两张",
        "第1轮事后发现的纸质票没有记录2张，记录在案，不计入结果",
    ] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
    // Somebody who means to ask for something else confirms nothing.
    let token = shown.value("token");
    let other = [
        ("token", token.as_str()),
        ("kind", "papers-found"),
        ("round", "1"),
        ("papers", "1"),
        ("reason", "完全不同的原因"),
        ("as", "ask"),
    ];
    let told = chief.post(STATEMENT, &other);
    assert!(told.says("刚刚提出了这一步"), "{}", told.text());
    for way in ["", "confirm"] {
        chief.post(STATEMENT, &[("token", &token), ("as", way)]);
    }
    assert_eq!(versions(&hall), "1");
    hall.write_past("update act_request set asked_at = asked_at + 1");
    let told = chief.submit(&shown, STATEMENT, &[("as", "confirm")]);
    assert_eq!(told.status, 409, "it is not the request that was shown");
    assert!(told.says("您看到的申请已经变了"), "{}", told.text());
    let alone = clerk.get(STATEMENT);
    assert!(
        !alone.has_form(STATEMENT),
        "nobody is both: {}",
        alone.text()
    );
    let page = confirm(&mut chief);
    assert!(page.says("第2版") && page.says("第1版"), "{}", page.text());
    let kept = hall.stored("select text from statement where poll = 1 and version = 1");
    assert_eq!(kept, first, "the earlier version stays");
    let newest = hall.stored("select text from statement where poll = 1 and version = 2");
    assert!(
        newest.contains("\ncorrection\tpapers-found\t1\t2\t"),
        "{newest}"
    );
    let totals = |text: &str| {
        let lines = text
            .lines()
            .filter(|line| line.starts_with("line\t") || line.starts_with("returned\t"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(totals(&newest), totals(&first), "never new totals");
}

#[test]
fn more_than_four_papers_or_papers_that_could_change_the_result_need_a_new_vote() {
    let hall = Hall::at(Stage::Certified);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let told = ask(
        &mut clerk,
        &[("kind", "papers-found"), ("papers", "5"), ("reason", "x")],
    );
    assert_eq!(told.status, 422);
    assert!(
        told.says("超过4张的不能只作更正") && told.value("papers") == "5",
        "{}",
        told.text()
    );
    let told = ask(
        &mut clerk,
        &[("kind", "papers-found"), ("papers", "1"), ("reason", " ")],
    );
    assert_eq!(told.status, 422, "{}", told.text());
    // One paper more than did not come back is more than was issued.
    let missing: u32 = hall
        .stored("select cast(issued - returned as text) from round where id = 1")
        .parse()
        .unwrap();
    assert!(missing < 4, "{missing}");
    let papers = (missing + 1).to_string();
    let asked = [
        ("kind", "papers-found"),
        ("papers", papers.as_str()),
        ("reason", "x"),
    ];
    let told = ask(&mut clerk, &asked);
    assert!(told.says("须重新票决"), "{}", told.text());
}

#[test]
fn a_name_on_the_notice_is_set_right_by_a_new_notice_and_the_old_one_stays() {
    let hall = Hall::at(Stage::Published);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let notice = hall.client().get("/notices/1");
    let chosen = hall.stored(
        "select l.line_no || '|' || p.name from round_line l join project p on p.id = l.project \
         join vote_result v on v.project = p.id where l.round = 1 and v.is_selected = 1 \
         order by l.line_no limit 1",
    );
    let (line, name) = chosen.split_once('|').unwrap();
    assert!(notice.says(name), "{name}: {}", notice.text());
    let line = format!("1.{line}");
    let same = [
        ("kind", "name"),
        ("line", &line),
        ("name", name),
        ("reason", "x"),
    ];
    assert_eq!(ask(&mut clerk, &same).status, 422);
    let right = [
        ("kind", "name"),
        ("line", line.as_str()),
        ("name", "改正后的名称"),
        ("reason", "排印有误"),
    ];
    ask(&mut clerk, &right);
    let shown = chief.get(STATEMENT);
    assert!(
        shown.says(name) && shown.says("改正后的名称"),
        "{}",
        shown.text()
    );
    confirm(&mut chief);
    assert!(!hall.client().get("/notices/1").says("改正后的名称"));
    for who in [&mut clerk, &mut chief] {
        let page = who.get("/manage/polls/1");
        who.submit(&page, "/publish", &[]);
    }
    let second = hall.client().get("/notices/2");
    assert!(second.says("改正后的名称"), "{}", second.text());
    let first = hall.client().get("/notices/1");
    assert!(
        first.says(name) && first.says("已由后来的更正公告代替"),
        "{}",
        first.text()
    );
    let public = hall.client().get("/polls/1");
    assert!(
        public.says("排印有误") && public.says("改正后的名称"),
        "{}",
        public.text()
    );
}

#[test]
fn an_officers_line_is_set_right() {
    let hall = Hall::at(Stage::Certified);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let id = hall.officer("演示监票人").0.to_string();
    let asked = [
        ("kind", "officer"),
        ("officer", id.as_str()),
        ("name", "张山"),
        ("reason", "姓名写错"),
    ];
    let waits = ask(&mut clerk, &asked);
    assert!(waits.says("张山"), "{}", waits.text());
    confirm(&mut chief);
    let text = hall.stored("select text from statement where poll = 1 and version = 2");
    assert!(
        text.contains("\ncorrection\tofficer\t") && text.contains("\t张山\n"),
        "{text}"
    );
}
