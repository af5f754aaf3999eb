//! Correcting a certified statement: the second person reads what was asked, by whom, why and what
//! changes; only what may change does, and the earlier version stays.

use minsheng::demo::DemoStage;

use crate::support::pdf::Pdf;
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
    let hall = Hall::at(DemoStage::Certified);
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
    assert!(told.says("等待确认的事项已经变了"), "{}", told.text());
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
    let hall = Hall::at(DemoStage::Certified);
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
    let hall = Hall::at(DemoStage::Published);
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
fn no_correction_exchanges_two_projects_or_turns_the_direction_of_a_name() {
    let hall = Hall::at(DemoStage::Published);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let voted = |line: u8| {
        hall.stored(&format!(
            "select p.name from round_line l join project p on p.id = l.project \
             where l.round = 1 and l.line_no = {line}"
        ))
    };
    let first = voted(1);
    let name = |line: &'static str, to: &str| {
        [
            ("kind", "name".to_owned()),
            ("line", line.to_owned()),
            ("name", to.to_owned()),
            ("reason", "排印有误".to_owned()),
        ]
    };
    let tried = |client: &mut Client, line: &'static str, to: &str| {
        let set = name(line, to);
        let set: Vec<(&str, &str)> = set.iter().map(|(n, v)| (*n, v.as_str())).collect();
        ask(client, &set)
    };
    // Line 1 gets another name; line 2 must not get the one under which line 1 was voted on.
    assert_eq!(tried(&mut clerk, "1.1", "过渡名称").status, 200);
    confirm(&mut chief);
    assert_eq!(voted(1), "过渡名称");
    let told = tried(&mut clerk, "1.2", &first);
    assert!(
        told.status == 422 && told.says("曾以这个名称付诸表决"),
        "{}",
        told.text()
    );
    // Nor one that it had in between.
    assert_eq!(tried(&mut clerk, "1.1", "最后名称").status, 200);
    confirm(&mut chief);
    assert_eq!(tried(&mut clerk, "1.2", "过渡名称").status, 422);
    // Its own earlier name it may have back.
    assert_eq!(tried(&mut clerk, "1.1", &first).status, 200);
    confirm(&mut chief);
    assert_eq!(voted(1), first);
    for turned in ["x\u{202e}y", "x\u{2067}y", "x\u{200b}y"] {
        let told = tried(&mut clerk, "1.1", turned);
        assert!(
            told.status == 422 && told.says("看不见的控制字符"),
            "{}",
            told.text()
        );
    }
}

#[test]
fn a_name_set_right_is_so_on_every_page_and_the_earlier_one_stays_where_it_was_voted_on() {
    let hall = Hall::at(DemoStage::Published);
    let (mut screen, wall, mut clerk) = super::hall::paired(&hall);
    let mut chief = hall.signed_in("qinghe-chief");
    let chosen = hall.stored(
        "select l.line_no || '|' || p.id || '|' || p.name || '|' || p.congress || '|' || p.year \
         from round_line l join project p on p.id = l.project \
         join vote_result v on v.project = p.id where l.round = 1 and v.is_selected = 1 \
         order by l.line_no limit 1",
    );
    let parts: Vec<&str> = chosen.split('|').collect();
    let (line, project, name) = (format!("1.{}", parts[0]), parts[1], parts[2]);
    let (congress, year) = (parts[3], parts[4]);
    let right = "改正后的名称";
    let set = [
        ("kind", "name"),
        ("line", line.as_str()),
        ("name", right),
        ("reason", "排印有误"),
    ];
    ask(&mut clerk, &set);
    confirm(&mut chief);

    let scene = |clerk: &mut Client, scene: &str| {
        let token = clerk.get("/manage/sittings/1/screens").value("token");
        let fields = [("token", token.as_str()), ("scene", scene)];
        assert_eq!(clerk.post("/manage/screens/1", &fields).status, 200);
    };
    // The wall tells the notice as it was issued until another one is.
    scene(&mut clerk, "notice:1");
    assert!(screen.get(&wall).says(name) && !screen.get(&wall).says(right));
    for who in [&mut clerk, &mut chief] {
        let page = who.get("/manage/polls/1");
        who.submit(&page, "/publish", &[]);
    }
    for shown in ["notice:1", "result:1"] {
        scene(&mut clerk, shown);
        let told = screen.get(&wall);
        assert!(
            told.says(right) && !told.says(name),
            "{shown}: {}",
            told.text()
        );
    }
    // The slate that was voted on keeps the name that was on the paper.
    scene(&mut clerk, "candidates:1");
    assert!(screen.get(&wall).says(name));
    let everywhere = [
        format!("/manage/congresses/{congress}/tasks/{year}"),
        "/count/1".to_owned(),
    ];
    for path in &everywhere {
        let page = clerk.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(
            page.says(right) && !page.says(name),
            "{path}: {}",
            page.text()
        );
    }
    let public = [format!("/projects/{project}"), "/notices/2".to_owned()];
    for path in &public {
        let page = hall.client().get(path);
        assert_eq!(page.status, 200, "{path}");
        // The notice says which name it sets right.
        let told = format!("原为“{name}”，更正为“{right}”");
        assert!(
            page.says(right) && (page.says(&told) || !page.says(name)),
            "{path}: {}",
            page.text()
        );
    }
    let form = Pdf::of(&clerk.get("/manage/polls/1/forms/statement"));
    let (table, _) = form.squeezed().split_once("更正").map_or_else(
        || panic!("{}", form.text()),
        |(before, after)| (before.to_owned(), after.to_owned()),
    );
    assert!(table.contains(right) && !table.contains(name), "{table}");
    let ballot = Pdf::of(&clerk.get("/manage/polls/1/forms/ballot"));
    assert!(
        ballot.says(name) && !ballot.says(right),
        "{}",
        ballot.text()
    );
    let history = clerk.get(&format!("/manage/projects/{project}/history"));
    assert!(
        history.says(name) && history.says(right),
        "{}",
        history.text()
    );

    // The next correction keeps it, and everything is still as it was fixed.
    let id = hall.officer("演示监票人").0.to_string();
    let next = [
        ("kind", "officer"),
        ("officer", id.as_str()),
        ("name", "张山"),
        ("reason", "姓名写错"),
    ];
    ask(&mut clerk, &next);
    confirm(&mut chief);
    let text = hall.stored("select text from statement where poll = 1 and version = 3");
    assert!(text.contains(&format!("\t{right}\t")), "{text}");
    let page = clerk.get(STATEMENT);
    assert!(page.says(name) && page.says("第1版"), "{}", page.text());
    let checked = hall.run(hall.service.check_record(None)).unwrap();
    assert!(checked.differences.is_empty(), "{:?}", checked.differences);
    // And the next one begins with the name as it reads now.
    let again = [
        ("kind", "name"),
        ("line", &line),
        ("name", right),
        ("reason", "x"),
    ];
    assert_eq!(ask(&mut clerk, &again).status, 422);
}

#[test]
fn what_was_corrected_before_the_first_notice_stands_in_it_and_on_the_printed_statement() {
    let hall = Hall::at(DemoStage::Certified);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let chosen = hall.stored(
        "select l.line_no || '|' || p.name from round_line l join project p on p.id = l.project \
         join vote_result v on v.project = p.id where l.round = 1 and v.is_selected = 1 \
         order by l.line_no limit 1",
    );
    let (line, name) = chosen.split_once('|').unwrap();
    let line = format!("1.{line}");
    let right = [
        ("kind", "name"),
        ("line", line.as_str()),
        ("name", "改正后的名称"),
        ("reason", "排印有误"),
    ];
    let found = [
        ("kind", "papers-found"),
        ("papers", "1"),
        ("reason", "票箱夹层"),
    ];
    for asked in [&right[..], &found[..]] {
        ask(&mut clerk, asked);
        confirm(&mut chief);
    }
    for who in [&mut clerk, &mut chief] {
        let page = who.get("/manage/polls/1");
        who.submit(&page, "/publish", &[]);
    }
    let notice = hall.client().get("/notices/1");
    assert!(
        notice.says("改正后的名称") && !notice.says(name),
        "{}",
        notice.text()
    );
    let public = hall.client().get("/polls/1");
    assert!(public.says("改正后的名称"), "{}", public.text());
    let form = Pdf::of(&clerk.get("/manage/polls/1/forms/statement"));
    for words in [
        &format!("原为“{name}”，更正为“改正后的名称”"),
        "排印有误",
        "记录在案，不计入结果",
        "票箱夹层",
    ] {
        assert!(form.says(words), "{words}: {}", form.text());
    }
}

#[test]
fn a_name_set_right_in_the_year_after_is_so_on_the_pages_of_that_year() {
    let hall = Hall::at(DemoStage::FollowUp);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let chosen = hall.stored(
        "select l.line_no || '|' || p.id || '|' || p.name || '|' || p.congress || '|' || p.year \
         from round_line l join project p on p.id = l.project \
         join vote_result v on v.project = p.id where l.round = 1 and v.is_selected = 1 \
         order by l.line_no limit 1",
    );
    let parts: Vec<&str> = chosen.split('|').collect();
    let (line, project, name) = (format!("1.{}", parts[0]), parts[1], parts[2]);
    let (congress, year) = (parts[3], parts[4]);
    let right = "改正后的名称";
    let set = [
        ("kind", "name"),
        ("line", line.as_str()),
        ("name", right),
        ("reason", "排印有误"),
    ];
    ask(&mut clerk, &set);
    confirm(&mut chief);
    for who in [&mut clerk, &mut chief] {
        let page = who.get("/manage/polls/1");
        who.submit(&page, "/publish", &[]);
    }
    let office = [format!("/manage/congresses/{congress}/tasks/{year}")];
    for path in &office {
        let page = clerk.get(path);
        assert!(
            page.says(right) && !page.says(name),
            "{path}: {}",
            page.text()
        );
    }
    let notice = hall.stored("select cast(max(id) as text) from notice");
    let public = [
        format!("/projects/{project}"),
        "/polls/1".to_owned(),
        format!("/notices/{notice}"),
    ];
    for path in &public {
        let page = hall.client().get(path);
        // The list of corrections tells both, and so does the notice that corrects.
        let tells_both = !path.starts_with("/projects");
        assert!(
            page.says(right) && (tells_both || !page.says(name)),
            "{path}: {}",
            page.text()
        );
    }
    let life = clerk.get(&format!("/manage/projects/{project}/life"));
    assert!(life.says(right), "{}", life.text());
    // What was set right is compared ever after, with nothing but the certified text.
    let checked = || service::audit::checking::check_file(hall.dir.path(), &[], None).unwrap();
    assert_eq!(checked().differences, []);
    let change = format!("update project set name = name || '一' where id = {project}");
    hall.write_past(&change);
    let found = checked().differences;
    let told = |one: &service::audit::check_result::Difference| {
        one.problem.facts.contains(&("fact", "names".to_owned()))
    };
    assert!(found.iter().any(told), "{found:?}");
}

#[test]
fn an_officers_line_is_set_right() {
    let hall = Hall::at(DemoStage::Certified);
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
    let post = text.lines().filter(|line| line.starts_with("officer\t"));
    let post: Vec<&str> = post.collect();
    assert!(post.iter().any(|line| line.ends_with("\t张山")), "{post:?}");
    let first = hall.stored("select text from statement where poll = 1 and version = 1");
    assert!(
        !first.contains("张山"),
        "the earlier version stays: {first}"
    );
    let before = hall.stored(&format!("select adopted_name from officer where id = {id}"));
    assert!(before.contains("演示监票人"), "{before}");
    // Where officers sign, on paper and on pages, the name stands as it reads now.
    let form = Pdf::of(&clerk.get("/manage/polls/1/forms/statement"));
    assert!(form.says("监票人：张山"), "{}", form.text());
    for form in ["account", "zero-report", "opening-sheet"] {
        let form = Pdf::of(&clerk.get(&format!("/manage/polls/1/forms/{form}")));
        assert!(form.says("张山") && !form.says(&before), "{}", form.text());
    }
    for path in ["/manage/sessions/1/officers", "/count/1/account"] {
        let page = clerk.get(path);
        assert!(
            page.says("张山") && !page.says(&before),
            "{path}: {}",
            page.text()
        );
    }
}
