//! Department reviews: planned, held, asked, answered, put right, released; and those of the work
//! committee, which decide nothing.

use minsheng::demo::DemoStage;

use crate::support::{Client, Hall, Page};

/// Sends fields to an address with the token of a page.
pub(super) fn send(client: &mut Client, page: &Page, to: &str, fields: &[(&str, &str)]) -> Page {
    let token = page.value("token");
    let mut sent = vec![("token", token.as_str())];
    sent.extend(fields);
    client.post(to, &sent)
}

fn reviews_of(hall: &Hall, slug: &str) -> String {
    let congress = hall.run(hall.service.find_congress(slug)).unwrap();
    format!("/manage/congresses/{congress}/reviews/2026")
}

/// 青河县's unit whose people have accounts in the demo.
pub(super) fn unit(hall: &Hall) -> String {
    hall.stored("select cast(unit as text) from account where username = 'qinghe-u1'")
}

/// Another unit of 青河县.
fn other_unit(hall: &Hall) -> String {
    let clerk = hall.actor("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let kept = hall.service.keep_unit(&clerk, congress, "县水利局");
    hall.run(kept).unwrap().to_string()
}

/// A review planned by 青河县's clerk; its page.
fn planned(hall: &Hall, clerk: &mut Client, unit: &str) -> Page {
    let new = format!("{}/new", reviews_of(hall, "qinghe"));
    let form = clerk.get(&new);
    let fields = [
        ("unit", unit),
        ("topic", "农村饮水安全保障"),
        ("on", "2026-01-20"),
        ("place", "县会议中心"),
        ("chair", "演示副主任"),
    ];
    let page = clerk.submit(&form, "/reviews/2026/new", &fields);
    assert!(page.path.starts_with("/manage/reviews/"), "{}", page.text());
    page
}

/// The same, held on its day, with the clerk who wrote it down.
pub(super) fn held(hall: &Hall, unit: &str) -> (Client, Page) {
    hall.on("2026-01-20");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = planned(hall, &mut clerk, unit);
    let fields = [("media_live", "演示电视台"), ("media", "演示日报\n演示网")];
    let page = clerk.submit(&page, "/hold", &fields);
    assert!(page.says("已举行"), "{}", page.text());
    (clerk, page)
}

const ASKED: [(&str, &str); 4] = [
    ("form", "question"),
    ("asked_by", "代表007"),
    ("text", "冬季管网冻裂何时修好？"),
    ("answer_by", "2026-01-30"),
];

fn ask(client: &mut Client, page: &Page, fields: &[(&str, &str)]) -> Page {
    send(client, page, &format!("{}/questions", page.path), fields)
}

/// Writes the usual question down.
pub(super) fn ask_once(client: &mut Client, page: &Page) -> Page {
    ask(client, page, &ASKED)
}

fn task(client: &mut Client, page: &Page, what: &str, due: &str) -> Page {
    let fields = [("form", "new-task"), ("text", what), ("due", due)];
    send(client, page, &format!("{}/tasks", page.path), &fields)
}

/// A review with a question answered there, one to be answered, a task, and its conclusion.
fn concluded(hall: &Hall) -> Page {
    let (mut clerk, page) = held(hall, &unit(hall));
    let there = [
        ("form", "question"),
        ("asked_by", "委员003"),
        ("text", "水质多久检测一次？"),
        ("answer", "每月一次，结果上墙"),
    ];
    let page = ask(&mut clerk, &page, &there);
    assert!(page.says("2026-01-20答复每月一次"), "{}", page.text());
    let page = ask(&mut clerk, &page, &ASKED);
    assert!(page.says("应在2026-01-30前答复"), "{}", page.text());
    let page = task(&mut clerk, &page, "更换冻裂的管段", "2026-03-01");
    assert!(page.says("期限2026-03-01"), "{}", page.text());
    let page = clerk.submit(&page, "/conclude", &[("text", "总体满意，管网维护要加强")]);
    assert!(page.says("已提出评议意见"), "{}", page.text());
    page
}

/// The department answers what it owes, and the office finds it mended; the clerk and the page.
fn put_right(hall: &Hall, page: &Page) -> (Client, Page) {
    hall.on("2026-02-02");
    let mut reporter = hall.signed_in("qinghe-u1");
    let mine = reporter.get(&page.path);
    let told = reporter.submit(&mine, "/answer", &[("answer", "")]);
    assert_eq!(told.status, 422, "{}", told.text());
    let answered = reporter.submit(&mine, "/answer", &[("answer", "二月底前修好")]);
    assert!(
        answered.says("2026-02-02答复二月底前修好"),
        "{}",
        answered.text()
    );
    let done = reporter.submit(&answered, "/tasks/1/answer", &[("text", "已换新管")]);
    assert!(done.says("待复查"), "{}", done.text());
    assert!(
        !done.has_form("/tasks/1/close"),
        "the department closes nothing"
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    let office = clerk.get(&page.path);
    let closed = clerk.submit(&office, "/tasks/1/close", &[("text", "现场已复查")]);
    assert!(closed.says("已销号"), "{}", closed.text());
    (clerk, closed)
}

#[test]
fn a_department_finds_what_it_owes_answers_and_puts_it_right() {
    let hall = Hall::at(DemoStage::Draft);
    let page = concluded(&hall);
    for words in [
        "演示电视台直播",
        "演示网录播、采访",
        "县会议中心",
        "2026年1月20日",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    hall.on("2026-02-02");
    let mut reporter = hall.signed_in("qinghe-u1");
    let home = reporter.get("/my");
    let list = reviews_of(&hall, "qinghe");
    assert!(home.html().contains(&list), "{}", home.text());
    let listed = reporter.get(&list);
    for words in ["农村饮水安全保障", "待答复1件", "待整改1件", "逾期1"] {
        assert!(listed.says(words), "{words}: {}", listed.text());
    }
    let mine = reporter.get(&page.path);
    assert!(!mine.has_form("/conclude") && !mine.has_form("/release"));
    put_right(&hall, &page);
}

#[test]
fn everybody_reads_a_review_once_the_office_releases_it_and_never_who_asked() {
    let hall = Hall::at(DemoStage::Draft);
    let page = concluded(&hall);
    let (mut clerk, closed) = put_right(&hall, &page);
    let public = page.path.replace("/manage", "");
    let mut anybody = hall.client();
    assert_eq!(anybody.get(&public).status, 404);
    clerk.submit(&closed, "/release", &[]);
    let read = anybody.get(&public);
    for words in [
        "冬季管网冻裂何时修好",
        "二月底前修好",
        "每月一次",
        "演示电视台直播",
        "总体满意，管网维护要加强",
        "更换冻裂的管段",
        "已换新管",
        "2026-02-02销号",
    ] {
        assert!(read.says(words), "{words}: {}", read.text());
    }
    for words in ["代表007", "委员003", "无表决效力", "责任单位人员"] {
        assert!(!read.says(words), "{words}: {}", read.text());
    }
    let of_congress = anybody.get("/regions/qinghe");
    assert!(
        of_congress.html().contains(&public),
        "{}",
        of_congress.text()
    );
    let office = clerk.get(&page.path);
    clerk.submit(&office, "/withdraw", &[]);
    assert_eq!(anybody.get(&public).status, 404);
}

#[test]
fn a_plan_that_is_not_right_says_why_and_keeps_what_was_typed() {
    let hall = Hall::at(DemoStage::Draft);
    let (mine, mut clerk) = (unit(&hall), hall.signed_in("qinghe-clerk"));
    let township = hall.actor("township-clerk");
    let of = township.roles[0].1.unwrap();
    let foreign = hall.run(hall.service.keep_unit(&township, of, "镇水管站"));
    let foreign = foreign.unwrap().to_string();
    let new = format!("{}/new", reviews_of(&hall, "qinghe"));
    let form = clerk.get(&new);
    assert!(!form.html().contains("镇水管站"));
    let blank = clerk.submit(&form, "/reviews/2026/new", &[("unit", &mine)]);
    assert_eq!(blank.status, 422);
    assert!(
        blank.says("请填写这一项") && blank.says("填写日期"),
        "{}",
        blank.text()
    );
    let fields = [
        ("unit", foreign.as_str()),
        ("topic", "农村饮水"),
        ("on", "2026-01-20"),
    ];
    let other = clerk.submit(&form, "/reviews/2026/new", &fields);
    assert_eq!(other.status, 422);
    assert!(other.says("请选择本级的一个责任单位"), "{}", other.text());
    assert!(other.html().contains("农村饮水"), "what was typed stays");
    let fields = [
        ("unit", mine.as_str()),
        ("topic", "农村饮水"),
        ("on", "2026-01-14"),
        ("year", "2024"),
    ];
    let past = clerk.submit(&form, "/reviews/2026/new", &fields);
    assert_eq!(past.status, 422);
    for words in ["计划日期不能早于今天", "评议年度应为"] {
        assert!(past.says(words), "{words}: {}", past.text());
    }
    assert_eq!(
        hall.stored("select cast(count(*) as text) from review"),
        "0"
    );
}

#[test]
fn what_is_sent_twice_is_written_once() {
    let hall = Hall::at(DemoStage::Draft);
    let (mine, mut clerk) = (unit(&hall), hall.signed_in("qinghe-clerk"));
    let first = planned(&hall, &mut clerk, &mine);
    let (mut clerk, page) = held(&hall, &mine);
    assert_eq!(page.path, first.path, "planned twice, it is the same one");
    let token = page.value("token");
    let hold = [
        ("token", token.as_str()),
        ("form", "hold"),
        ("on", "2026-01-20"),
        ("place", "县会议中心"),
        ("chair", "演示副主任"),
        ("media_live", "演示电视台"),
        ("media", "演示日报\n演示网"),
    ];
    let twice = clerk.post(&format!("{}/hold", page.path), &hold);
    assert_eq!(twice.status, 200, "{}", twice.text());
    ask(&mut clerk, &page, &ASKED);
    let asked = ask(&mut clerk, &page, &ASKED);
    assert_eq!(asked.status, 200);
    task(&mut clerk, &page, "更换管段", "2026-03-01");
    let given = task(&mut clerk, &page, "更换管段", "2026-03-01");
    assert_eq!(given.status, 200);
    for _ in 0..2 {
        let answer = format!("{}/questions/1/answer", page.path);
        let told = send(&mut clerk, &page, &answer, &[("answer", "月底")]);
        assert_eq!(told.status, 200, "{}", told.text());
        let step = format!("{}/tasks/1/answer", page.path);
        let told = send(&mut clerk, &page, &step, &[("text", "已换")]);
        assert_eq!(told.status, 200, "{}", told.text());
    }
    // Another answer is another thing, and is not taken.
    let answer = format!("{}/questions/1/answer", page.path);
    let fields = [("form", "answer-1"), ("answer", "年底")];
    let other = send(&mut clerk, &page, &answer, &fields);
    assert_eq!(other.status, 409);
    assert!(other.says("这件事已经答复"), "{}", other.text());
    for _ in 0..2 {
        let conclude = [("form", "conclude"), ("text", "满意")];
        let to = format!("{}/conclude", page.path);
        assert_eq!(send(&mut clerk, &page, &to, &conclude).status, 200);
        let to = format!("{}/release", page.path);
        assert_eq!(send(&mut clerk, &page, &to, &[]).status, 200);
    }
    let counted = "select (select count(*) from review) || ' ' || \
        (select count(*) from review_question) || ' ' || (select count(*) from review_task) || ' ' || \
        (select count(*) from review_task_step) || ' ' || \
        (select count(*) from audit where kind like 'review-%')";
    assert_eq!(hall.stored(counted), "1 1 1 1 8");
}

#[test]
fn what_was_written_down_is_changed_only_until_the_conclusion() {
    let hall = Hall::at(DemoStage::Draft);
    let (mine, mut clerk) = (unit(&hall), hall.signed_in("qinghe-clerk"));
    let page = planned(&hall, &mut clerk, &mine);
    let early = ask(&mut clerk, &page, &ASKED);
    assert_eq!(early.status, 409);
    assert!(early.says("请先由工作人员记录举行情况"), "{}", early.text());
    let edit = clerk.get(&format!("{}/edit", page.path));
    let page = clerk.submit(&edit, "/edit", &[("topic", "城乡供水")]);
    assert!(page.says("城乡供水"), "{}", page.text());
    let early = clerk.submit(&page, "/hold", &[("on", "2026-01-16"), ("chair", "")]);
    assert_eq!(early.status, 422);
    for words in ["日期不能晚于今天", "请填写这一项"] {
        assert!(early.says(words), "{words}: {}", early.text());
    }
    let page = clerk.submit(&page, "/hold", &[("on", "2026-01-15")]);
    let told = ask(&mut clerk, &page, &ASKED[..3]);
    assert_eq!(told.status, 422);
    assert!(told.says("当场答复，或书面答复的期限"), "{}", told.text());
    assert!(told.html().contains("冬季管网冻裂"), "what was typed stays");
    let page = clerk.get(&page.path);
    let page = clerk.submit(&page, "/conclude", &[("text", "基本满意")]);
    let late = ask(&mut clerk, &page, &ASKED);
    assert_eq!(late.status, 409, "{}", late.text());
    let late = clerk.submit(&edit, "/edit", &[("topic", "另一件事")]);
    assert_eq!(late.status, 409, "{}", late.text());
    let off = send(
        &mut clerk,
        &page,
        &format!("{}/call-off", page.path),
        &[("text", "改期")],
    );
    assert_eq!(off.status, 409, "what took place is not called off");
}

#[test]
fn a_review_that_does_not_take_place_keeps_its_reason() {
    let hall = Hall::at(DemoStage::Draft);
    let (mine, mut clerk) = (unit(&hall), hall.signed_in("qinghe-clerk"));
    let page = planned(&hall, &mut clerk, &mine);
    let told = clerk.submit(&page, "/call-off", &[]);
    assert_eq!(told.status, 422, "{}", told.text());
    let off = clerk.submit(&page, "/call-off", &[("text", "与汛期抢险冲突")]);
    assert!(off.says("已取消：与汛期抢险冲突"), "{}", off.text());
    let anew = planned(&hall, &mut clerk, &mine);
    assert_ne!(anew.path, off.path, "it may be planned anew");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let calendar = clerk.get(&format!("/manage/congresses/{congress}/calendar/2026"));
    assert!(calendar.html().contains(&anew.path), "{}", calendar.text());
    let office = clerk.get("/manage");
    assert!(office.html().contains(&reviews_of(&hall, "qinghe")));
}

#[test]
fn a_task_is_extended_by_an_approver_and_closed_by_somebody_else() {
    let hall = Hall::at(DemoStage::Draft);
    let (mut clerk, page) = held(&hall, &unit(&hall));
    let past = task(&mut clerk, &page, "更换管段", "2026-01-20");
    assert_eq!(past.status, 422);
    assert!(past.says("期限须在今天之后"), "{}", past.text());
    let page = clerk.get(&page.path);
    let page = task(&mut clerk, &page, "更换管段", "2026-03-01");
    let told = clerk.submit(&page, "/tasks/1/extend", &[("text", "解冻晚")]);
    assert_eq!(
        told.status,
        422,
        "an extension names who approves: {}",
        told.text()
    );
    let fields = [
        ("text", "解冻晚"),
        ("due", "2026-04-10"),
        ("approver", "演示主任"),
    ];
    let page = clerk.submit(&page, "/tasks/1/extend", &fields);
    assert!(
        page.says("期限2026-04-10") && page.says("演示主任批准"),
        "{}",
        page.text()
    );
    // The clerk writes down what came on paper, and so does not close it.
    let page = clerk.submit(&page, "/tasks/1/answer", &[("text", "已换新管")]);
    assert!(!page.has_form("/tasks/1/close"), "{}", page.text());
    let close = format!("{}/tasks/1/close", page.path);
    let told = send(&mut clerk, &page, &close, &[("text", "好了")]);
    assert_eq!(told.status, 422);
    assert!(told.says("不能复查自己的整改"), "{}", told.text());
    let again = format!("{}/tasks/1/reopen", page.path);
    let told = send(
        &mut clerk,
        &page,
        &again,
        &[("text", "x"), ("due", "2026-05-01")],
    );
    assert_eq!(told.status, 422, "{}", told.text());
}

#[test]
fn another_congress_another_unit_and_who_only_reads_do_nothing_here() {
    let hall = Hall::at(DemoStage::Draft);
    let (mut clerk, page) = held(&hall, &other_unit(&hall));
    let page = ask(&mut clerk, &page, &ASKED);
    let page = task(&mut clerk, &page, "更换管段", "2026-03-01");
    let acts = [
        format!("{}/edit", page.path),
        format!("{}/questions", page.path),
        format!("{}/questions/1/answer", page.path),
        format!("{}/tasks", page.path),
        format!("{}/tasks/1/answer", page.path),
        format!("{}/tasks/1/close", page.path),
        format!("{}/opinions", page.path),
        format!("{}/conclude", page.path),
    ];
    let tries = |name: &str, reads: u16, refused: &[u16]| {
        let mut client = hall.signed_in(name);
        let token = client.get("/manage").value("token");
        assert_eq!(client.get(&page.path).status, reads, "{name} reads");
        for to in &acts {
            let fields = [("token", token.as_str()), ("answer", "x"), ("text", "x")];
            let told = client.post(to, &fields);
            assert!(
                refused.contains(&told.status),
                "{name} {to}: {}",
                told.status
            );
        }
    };
    // Who may something nowhere is refused whatever exists; who may it elsewhere finds nothing here.
    tries("township-clerk", 404, &[403, 404]);
    // Of another unit: not even that the review exists.
    tries("qinghe-u1", 404, &[403, 404]);
    tries("qinghe-d1", 200, &[403]);
    tries("reader", 200, &[403]);
    tries("prefecture-clerk", 200, &[404]);
    let mut reporter = hall.signed_in("qinghe-u1");
    let list = reporter.get(&reviews_of(&hall, "qinghe"));
    assert!(
        list.status == 200 && !list.says("农村饮水"),
        "{}",
        list.text()
    );
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let calendar = format!("/manage/congresses/{congress}/calendar/2026");
    assert!(!reporter.get(&calendar).says("农村饮水安全保障"));
    let mut stranger = hall.signed_in("township-clerk");
    assert_eq!(stranger.get(&reviews_of(&hall, "qinghe")).status, 404);
    let same = hall.stored("select stage || (select count(*) from review_task_step) from review");
    assert_eq!(same, "held0");
}

/// A review of the work committee, held; its page.
pub(super) fn advisory(hall: &Hall) -> (Client, Page) {
    let mut clerk = hall.signed_in("prefecture-clerk");
    let form = clerk.get("/manage/advisory-reviews/2026/new");
    assert!(form.says("无表决效力"), "{}", form.text());
    let fields = [
        ("department", "地区演示水利局"),
        ("topic", "城乡供水一体化"),
        ("on", "2026-01-15"),
        ("place", "地区会议室"),
        ("chair", "演示工委副主任"),
    ];
    let page = clerk.submit(&form, "/advisory-reviews/2026/new", &fields);
    let page = clerk.submit(&page, "/hold", &[]);
    assert!(
        page.says("已举行") && page.says("无表决效力"),
        "{}",
        page.text()
    );
    (clerk, page)
}

pub(super) const OPINIONS: [(&str, &str); 6] = [
    ("form", "opinions"),
    ("members", "12"),
    ("satisfied", "2"),
    ("basically", "1"),
    ("dissatisfied", "8"),
    ("abstain", "1"),
];

#[test]
fn opinions_of_the_work_committee_add_up_and_are_typed_by_two() {
    let hall = Hall::at(DemoStage::Draft);
    let (mut clerk, page) = advisory(&hall);
    let to = format!("{}/opinions", page.path);
    let mut wrong = OPINIONS;
    wrong[3].1 = "4";
    let told = send(&mut clerk, &page, &to, &wrong);
    assert_eq!(told.status, 422);
    assert!(
        told.says("各项意见之和是15，与提出意见的人数12不相等"),
        "{}",
        told.text()
    );
    assert_eq!(told.value("basically"), "4", "what was typed stays");
    let told = send(
        &mut clerk,
        &page,
        &to,
        &[("form", "opinions"), ("members", "twelve")],
    );
    assert!(
        told.status == 422 && told.says("请填整数"),
        "{}",
        told.text()
    );
    let told = send(&mut clerk, &page, &to, &[("form", "opinions")]);
    assert!(
        told.status == 422 && told.says("应大于0"),
        "{}",
        told.text()
    );

    let first = send(&mut clerk, &page, &to, &OPINIONS);
    assert!(first.says("等另一位记录员"), "{}", first.text());
    let first = send(&mut clerk, &page, &to, &OPINIONS);
    assert!(first.says("等另一位记录员"), "one person is not two");
    let early = clerk.submit(&first, "/conclude", &[("text", "供水保障有差距")]);
    assert_eq!(early.status, 422);
    assert!(early.says("只有一位记录员录入"), "{}", early.text());
    let mut second = hall.signed_in("prefecture-clerk-2");
    let page = second.get(&page.path);
    assert!(
        !page.says("不满意8"),
        "the second types without seeing the first's"
    );
    let mut other = OPINIONS;
    (other[2].1, other[4].1) = ("3", "7");
    let told = send(&mut second, &page, &to, &other);
    assert_eq!(told.status, 422);
    assert!(
        told.says("与另一位记录员录入的数字不一致"),
        "{}",
        told.text()
    );
    let agreed = send(&mut second, &page, &to, &OPINIONS);
    assert!(
        agreed.says("不满意8") && agreed.says("提出意见的人数12"),
        "{}",
        agreed.text()
    );
    let late = send(&mut clerk, &early, &to, &other);
    assert_eq!(late.status, 409, "{}", late.text());
    let page = clerk.get(&page.path);
    let page = clerk.submit(&page, "/conclude", &[("text", "供水保障有差距")]);
    let page = clerk.submit(&page, "/release", &[]);
    let public = page.path.replace("/manage", "");
    let read = hall.client().get(&public);
    for words in ["无表决效力", "不满意8", "供水保障有差距"] {
        assert!(read.says(words), "{words}: {}", read.text());
    }
    let home = hall.client().get("/");
    assert!(
        home.says("地区人大工委工作评议（无表决效力）"),
        "{}",
        home.text()
    );
    let logged = "select cast(count(*) as text) from audit \
        where kind = 'review-opinions-typed' and line not like '%review=1'";
    assert_eq!(hall.stored(logged), "0", "no event carries a number");
}

#[test]
fn what_the_work_committee_says_is_in_no_congresss_results() {
    let hall = Hall::at(DemoStage::Published);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let shown = |hall: &Hall| -> Vec<String> {
        let mut clerk = hall.signed_in("qinghe-clerk");
        let mut reader = hall.signed_in("reader");
        let mut pages = vec![
            clerk.get(&format!("/manage/congresses/{congress}/evaluations")),
            clerk.get(&format!("/manage/congresses/{congress}/followup/2026")),
            clerk.get(&format!("/manage/congresses/{congress}/findings/2026")),
            clerk.get(&format!("/manage/congresses/{congress}/calendar/2026")),
            clerk.get(&reviews_of(hall, "qinghe")),
            clerk.get(&format!("/manage/congresses/{congress}/evaluations/2026")),
            clerk.get(&format!("/manage/congresses/{congress}/reminders")),
            hall.client().get("/regions/qinghe/years/2026"),
            clerk.get("/count/1/statement"),
            reader.get("/manage/overview/2026"),
            hall.client().get("/regions/qinghe"),
            hall.client().get("/polls/1"),
        ];
        pages.extend((1..=3).map(|id| hall.client().get(&format!("/projects/{id}"))));
        pages.iter().map(Page::text).collect()
    };
    let counts = "select (select count(*) from poll) || ' ' || (select count(*) from evaluation) \
        || ' ' || (select count(*) from grade_result) || ' ' || (select count(*) from statement) \
        || ' ' || (select count(*) from notice) || ' ' || (select count(*) from finding)";
    let (before, stored) = (shown(&hall), hall.stored(counts));
    // The same name as a unit of the county, and a majority that is dissatisfied.
    let name = hall.stored(
        "select u.name from unit as u join account as a on a.unit = u.id \
         where a.username = 'qinghe-u1'",
    );
    let (mut clerk, page) = advisory(&hall);
    let edit = clerk.get(&format!("{}/edit", page.path));
    let page = clerk.submit(&edit, "/edit", &[("department", &name)]);
    for who in ["prefecture-clerk", "prefecture-clerk-2"] {
        let mut client = hall.signed_in(who);
        let page = client.get(&page.path);
        let to = format!("{}/opinions", page.path);
        send(&mut client, &page, &to, &OPINIONS);
    }
    let page = clerk.get(&page.path);
    assert!(page.says("不满意8"), "{}", page.text());
    let page = task(&mut clerk, &page, "整改供水", "2026-03-01");
    let page = clerk.submit(&page, "/conclude", &[("text", "不满意")]);
    clerk.submit(&page, "/release", &[]);
    assert_eq!(shown(&hall), before);
    assert_eq!(hall.stored(counts), stored);

    // Nothing in the program can hang a poll on it, nor opinions on a congress's review.
    let database = hall.dir.path().join("minsheng.db");
    let connection = rusqlite::Connection::open(database).unwrap();
    let put = connection.execute("insert into review_poll (poll, review) values (1, 1)", []);
    let refused = put.unwrap_err().to_string();
    assert!(
        refused.contains("the work committee never votes"),
        "{refused}"
    );
    let mut county = hall.signed_in("qinghe-clerk");
    planned(&hall, &mut county, &unit(&hall));
    let put = "insert into advisory_opinion values (2, 1, 1, 1, 0, 0, 0)";
    let refused = connection.execute(put, []).unwrap_err().to_string();
    assert!(refused.contains("a congress votes by a poll"), "{refused}");
    let mut office = hall.signed_in("qinghe-clerk");
    assert_eq!(office.get("/manage/reviews/1").status, 404);
    assert_eq!(office.get("/manage/advisory-reviews/2026").status, 404);
}

#[test]
fn the_work_committees_clerk_reads_the_prefecture_and_writes_only_its_own_records() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("prefecture-clerk");
    let home = clerk.get("/manage");
    for to in ["/manage/overview/2026", "/manage/advisory-reviews/2026"] {
        assert!(home.html().contains(to), "{to}: {}", home.text());
        assert_eq!(clerk.get(to).status, 200, "{to}");
    }
    let overview = clerk.get("/manage/overview/2026");
    assert!(overview.html().contains("/manage/advisory-reviews/2026"));
    let token = home.value("token");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    for to in [
        format!("/manage/congresses/{congress}/reviews/2026/new"),
        format!("/manage/congresses/{congress}/calendar/2026"),
        format!("/manage/congresses/{congress}/sessions/new"),
        format!("/manage/congresses/{congress}/people/units"),
        "/manage/polls/1/rules".to_owned(),
        "/manage/polls/1/publish".to_owned(),
    ] {
        let told = clerk.post(&to, &[("token", &token), ("kind", "visit"), ("unit", "x")]);
        assert_eq!(told.status, 403, "{to}");
    }
    let mut reader = hall.signed_in("reader");
    assert_eq!(reader.get("/manage/advisory-reviews/2026").status, 200);
    assert_eq!(reader.get("/manage/advisory-reviews/2026/new").status, 403);
}

#[test]
fn who_owes_what_of_a_review_stands_in_the_list_of_debts() {
    let hall = Hall::at(DemoStage::Draft);
    let (mine, mut clerk) = (unit(&hall), hall.signed_in("qinghe-clerk"));
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let owing = format!("/manage/congresses/{congress}/reminders");
    planned(&hall, &mut clerk, &mine);
    let list = clerk.get(&owing);
    assert!(list.says("举行工作评议并记录"), "{}", list.text());
    let (mut clerk, page) = held(&hall, &mine);
    let page = ask_once(&mut clerk, &page);
    let page = task(&mut clerk, &page, "更换管段", "2026-03-01");
    hall.on("2026-02-05");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let list = clerk.get(&owing);
    for words in [
        "答复工作评议提问",
        "逾期6天",
        "工作评议整改并反馈",
        "农村饮水安全保障",
    ] {
        assert!(list.says(words), "{words}: {}", list.text());
    }
    assert!(list.html().contains(&page.path), "a debt leads to its page");
    assert!(!list.says("举行工作评议并记录"), "{}", list.text());
    let mut reporter = hall.signed_in("qinghe-u1");
    let mine = reporter.get(&page.path);
    let mine = reporter.submit(&mine, "/answer", &[("answer", "月底修好")]);
    reporter.submit(&mine, "/tasks/1/answer", &[("text", "已换")]);
    let list = clerk.get(&owing);
    assert!(
        list.says("复查工作评议整改") && list.says("1件"),
        "{}",
        list.text()
    );
    assert!(!list.says("答复工作评议提问"), "{}", list.text());
}
