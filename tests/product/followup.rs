//! The year after the vote: assigned, reported from a phone, lit by a rule, found, answered, closed.

use minsheng::demo::DemoStage;

use crate::support::{Client, Hall, Page};

/// 青河县's first selected project, whose unit and deputy have accounts in the demo.
pub(super) const PROJECT: &str = "/manage/projects/1";

fn hall() -> Hall {
    Hall::at(DemoStage::Published)
}

pub(super) fn unit(hall: &Hall) -> Client {
    hall.signed_in("qinghe-u1")
}

pub(super) fn head(hall: &Hall) -> Client {
    hall.signed_in("qinghe-u2")
}

pub(super) fn deputy(hall: &Hall) -> Client {
    hall.signed_in("qinghe-d1")
}

pub(super) fn assign(hall: &Hall) -> Page {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let form = clerk.get(&format!("{PROJECT}/plan"));
    let fields = [("leader", "演示副县长"), ("group", "第一督办小组")];
    let page = clerk.submit(&form, "/plan", &fields);
    assert_eq!(page.path, format!("{PROJECT}/life"), "{}", page.text());
    page
}

/// A report of a month with its quantity and money, checked by the unit's head.
pub(super) fn report(hall: &Hall, month: &str, quantity: &str, paid: &str) -> Page {
    let mut unit = unit(hall);
    let form = unit.get(&format!("{PROJECT}/reports/new"));
    let fields = [
        ("month", month),
        ("quantity", quantity),
        ("paid", paid),
        ("status", "路基施工"),
    ];
    let told = unit.submit(&form, "/reports/new", &fields);
    assert_eq!(told.path, format!("{PROJECT}/life"), "{}", told.text());
    let mut head = head(hall);
    let page = head.get(&format!("{PROJECT}/life"));
    head.submit(&page, "/check", &[])
}

#[test]
fn a_selected_project_gets_its_plan_without_retyping_what_the_library_knows() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let form = clerk.get(&format!("{PROJECT}/plan"));
    assert_eq!(form.value("target"), "牧道86公里");
    assert_eq!(form.value("quantity"), "86");
    assert_eq!(form.value("measure"), "公里");
    assert_eq!(form.value("accept_by"), "2026-09-30");
    assert!(form.html().contains("680"), "the money of the library");
    let told = clerk.submit(
        &form,
        "/plan",
        &[("funds", "县财政"), ("leader", "演示副县长")],
    );
    assert_eq!(told.status, 422);
    assert!(told.says("第1行应为"), "{}", told.text());
    assert!(told.html().contains("演示副县长"), "what was typed stays");
    let page = assign(&hall);
    for words in [
        "已交办",
        "第一督办小组",
        "未开工",
        "县农业农村局",
        "计划680万元",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let again = clerk.submit(&form, "/plan", &[("leader", "x"), ("group", "y")]);
    assert_eq!(again.status, 409, "a project is assigned once");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let table = clerk.get(&format!("/manage/congresses/{congress}/tasks/2026"));
    for words in [
        "任务分解表",
        "牧道建设项目",
        "演示副县长",
        "第一督办小组",
        "2026-09-30",
    ] {
        assert!(table.says(words), "{words}: {}", table.text());
    }
}

#[test]
fn a_report_counts_once_its_head_has_checked_it_and_the_light_follows() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-04-02");
    let mut unit = unit(&hall);
    let form = unit.get(&format!("{PROJECT}/reports/new"));
    assert!(form.says("目标86公里"), "{}", form.text());
    let fields = [
        ("month", "2026-03"),
        ("quantity", "9"),
        ("paid", "80.5"),
        ("status", "路基完成9公里"),
        ("problem", "水泥供应紧张"),
    ];
    let page = unit.submit(&form, "/reports/new", &fields);
    assert!(page.says("待审核，尚未公开"), "{}", page.text());
    assert!(!page.has_form("/check"), "the writer is no head");
    let public = hall.client().get("/projects/1");
    assert!(
        !public.says("路基完成9公里"),
        "not public before it is checked"
    );
    let mut head = head(&hall);
    let page = head.get(&format!("{PROJECT}/life"));
    let page = head.submit(&page, "/check", &[]);
    for words in ["●正常", "10.4%", "已支付80.5万元", "实施中", "水泥供应紧张"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let public = hall.client().get("/projects/1");
    assert!(
        public.says("路基完成9公里") && public.says("●正常"),
        "{}",
        public.text()
    );
}

#[test]
fn silence_turns_the_light_red_by_itself_and_catching_up_turns_it_yellow() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-04-02");
    assert!(report(&hall, "2026-03", "9", "80").says("●正常"));
    hall.on("2026-08-20");
    let page = hall.client().get("/projects/1");
    assert!(
        page.says("■严重滞后") && page.says("已逾期51天"),
        "{}",
        page.text()
    );
    assert!(
        page.says("亮灯规则") && page.says("逾期不超过30天"),
        "the rule stands beside it"
    );
    let caught_up = report(&hall, "2026-08", "60", "400");
    assert!(
        caught_up.says("▲滞后") && caught_up.says("本月赶上计划"),
        "{}",
        caught_up.text()
    );
    hall.on("2026-09-10");
    let page = hall.client().get("/projects/1");
    assert!(page.says("●正常"), "{}", page.text());
    assert!(
        page.says("2026-07■严重滞后"),
        "July stays red on record: {}",
        page.text()
    );
}

#[test]
fn a_finding_is_sent_answered_and_closed_by_somebody_else_than_its_unit() {
    let hall = hall();
    assign(&hall);
    let mut deputy = deputy(&hall);
    let form = deputy.get(&format!("{PROJECT}/findings/new"));
    let told = deputy.submit(&form, "/findings/new", &[]);
    assert_eq!(told.status, 422);
    let fields = [("text", "12公里处护栏松动"), ("place", "12公里处")];
    let page = deputy.submit(&form, "/findings/new", &fields);
    assert_eq!(page.path, "/manage/findings/1", "{}", page.text());
    assert!(
        page.says("待交办") && !page.has_form("/send"),
        "{}",
        page.text()
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/findings/1");
    let page = clerk.submit(&page, "/send", &[("due", "2026-02-10")]);
    assert!(
        page.says("待整改") && page.says("期限2026-02-10"),
        "{}",
        page.text()
    );
    let mut unit = unit(&hall);
    let page = unit.get("/manage/findings/1");
    let page = unit.submit(&page, "/answer", &[("text", "已加固12公里处护栏")]);
    assert!(page.says("待复查"), "{}", page.text());
    let token = page.value("token");
    let close = [("token", token.as_str()), ("text", "看过了")];
    let told = unit.post("/manage/findings/1/close", &close);
    assert_eq!(
        told.status,
        403,
        "the unit does not close its own finding: {}",
        told.text()
    );
    let page = deputy.get("/manage/findings/1");
    let page = deputy.submit(&page, "/close", &[("text", "现场查看，护栏已牢固")]);
    assert!(page.says("已销号"), "{}", page.text());
    let public = hall.client().get("/projects/1");
    for words in [
        "12公里处护栏松动",
        "已加固12公里处护栏",
        "现场查看",
        "已销号",
    ] {
        assert!(public.says(words), "{words}: {}", public.text());
    }
    let order = clerk.get("/manage/findings/1/order");
    assert!(
        order.says("督〔2026〕1号") && order.says("县农业农村局"),
        "{}",
        order.text()
    );
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let ledger = clerk.get(&format!("/manage/congresses/{congress}/findings/2026"));
    assert!(
        ledger.says("共1件，已销号1件，逾期0件"),
        "{}",
        ledger.text()
    );
}

#[test]
fn what_a_report_may_not_say_is_refused_with_its_reason_and_what_was_typed_stays() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-05-03");
    report(&hall, "2026-04", "20", "100");
    let mut unit = unit(&hall);
    let form = unit.get(&format!("{PROJECT}/reports/new"));
    assert!(
        form.says("上一次报告：2026-04") && form.says("23.2%"),
        "{}",
        form.text()
    );
    let mut told = |set: &[(&str, &str)]| {
        let mut fields = vec![("status", "施工中"), ("paid", "100"), ("quantity", "20")];
        fields.extend_from_slice(set);
        let page = unit.submit(&form, "/reports/new", &fields);
        assert_eq!(page.status, 422, "{set:?}: {}", page.text());
        assert!(page.html().contains("施工中"), "what was typed stays");
        page
    };
    let above = told(&[("month", "2026-05"), ("paid", "680.01")]);
    assert!(
        above.says("已支付680.01万元，超过计划资金680万元"),
        "{}",
        above.text()
    );
    let to_come = told(&[("month", "2026-06")]);
    assert!(to_come.says("2026-06还没有到"), "{}", to_come.text());
    let before = told(&[("month", "2025-12")]);
    assert!(before.says("早于交办"), "{}", before.text());
    let fell = told(&[("month", "2026-05"), ("quantity", "18")]);
    assert!(fell.says("从23.2%降到20.9%，请说明原因"), "{}", fell.text());
    assert!(
        fell.html().contains("name=\"why\""),
        "the field for it is there now"
    );
    let why = [
        ("month", "2026-05"),
        ("quantity", "18"),
        ("why", "两公里返工"),
    ];
    let fields = [&why[..], &[("status", "施工中"), ("paid", "100")]].concat();
    let page = unit.submit(&fell, "/reports/new", &fields);
    assert!(page.says("两公里返工"), "{}", page.text());
}

#[test]
fn a_second_report_of_a_month_corrects_the_first_which_stays_readable() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-05-03");
    report(&hall, "2026-04", "20", "100");
    let mut unit = unit(&hall);
    let form = unit.get(&format!("{PROJECT}/reports/new"));
    let fields = [
        ("month", "2026-04"),
        ("quantity", "25"),
        ("paid", "100"),
        ("status", "核实为25公里"),
    ];
    let told = unit.submit(&form, "/reports/new", &fields);
    assert!(
        told.says("2026-04已有报告。如要更正，请说明原因"),
        "{}",
        told.text()
    );
    let why = [&fields[..], &[("why", "漏计支线5公里")]].concat();
    unit.submit(&told, "/reports/new", &why);
    let mut head = head(&hall);
    let page = head.get(&format!("{PROJECT}/life"));
    let page = head.submit(&page, "/check", &[]);
    for words in [
        "核实为25公里",
        "漏计支线5公里",
        "更正前的1次填报",
        "路基施工",
        "29%",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
}

#[test]
fn a_closed_year_takes_no_report_any_more() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-12-20");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let rules = format!("/manage/congresses/{congress}/lights/2026");
    let page = clerk.get(&rules);
    let year = format!("/manage/congresses/{congress}/evaluations/2026");
    assert!(!page.html().contains(&year), "the year is not over");
    assert!(!clerk.get(&year).has_form("/close"));
    hall.on("2027-02-01");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&rules);
    assert!(page.html().contains(&year), "{}", page.text());
    let page = clerk.get(&year);
    let page = clerk.submit(&page, "/close", &[("confirm", "yes")]);
    assert!(page.says("2026年已结账"), "{}", page.text());
    let mut unit = unit(&hall);
    let form = unit.get(&format!("{PROJECT}/reports/new"));
    let fields = [
        ("month", "2026-11"),
        ("quantity", "80"),
        ("paid", "100"),
        ("status", "x"),
    ];
    let told = unit.submit(&form, "/reports/new", &fields);
    assert_eq!(told.status, 422);
    assert!(told.says("2026年已结账，不再接收或更正"), "{}", told.text());
}

#[test]
fn the_numbers_of_the_lights_are_the_congresss_own_and_hold_from_their_month_on() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-04-02");
    report(&hall, "2026-03", "9", "80");
    hall.on("2026-07-12");
    let page = hall.client().get("/projects/1");
    assert!(
        page.says("▲滞后") || page.says("■严重滞后"),
        "{}",
        page.text()
    );
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let form = clerk.get(&format!("/manage/congresses/{congress}/lights/2026"));
    let told = clerk.submit(&form, "/lights/2026", &[("yellow_points", "101")]);
    assert_eq!(told.status, 422, "{}", told.text());
    let fields = [
        ("yellow_days", "5"),
        ("yellow_points", "50"),
        ("report_by_day", "5"),
    ];
    let page = clerk.submit(&form, "/lights/2026", &fields);
    assert!(page.says("逾期不超过5天"), "{}", page.text());
    let page = hall.client().get("/projects/1");
    assert!(
        page.says("■严重滞后") && page.says("逾期不超过5天"),
        "{}",
        page.text()
    );
    assert!(
        page.says("2026-06●正常"),
        "June keeps its numbers: {}",
        page.text()
    );
}

#[test]
fn an_extension_is_granted_before_the_deadline_and_never_after() {
    let hall = hall();
    assign(&hall);
    let mut deputy = deputy(&hall);
    let form = deputy.get(&format!("{PROJECT}/findings/new"));
    deputy.submit(&form, "/findings/new", &[("text", "护栏松动")]);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/findings/1");
    clerk.submit(&page, "/send", &[("due", "2026-02-10")]);
    let mut unit = unit(&hall);
    let page = unit.get("/manage/findings/1");
    let fields = [("text", "材料未到"), ("due", "2026-02-20")];
    let page = unit.submit(&page, "/ask-extension", &fields);
    assert!(page.says("申请延期"), "{}", page.text());
    let page = clerk.get("/manage/findings/1");
    let fields = [("text", "同意"), ("due", "2026-02-20")];
    let told = clerk.submit(&page, "/extend", &fields);
    assert_eq!(told.status, 422, "somebody must stand for it");
    let fields = [
        ("text", "同意"),
        ("due", "2026-02-20"),
        ("approver", "演示主任"),
    ];
    let page = clerk.submit(&page, "/extend", &fields);
    assert!(
        page.says("期限2026-02-20") && page.says("演示主任批准"),
        "{}",
        page.text()
    );
    hall.on("2026-02-23");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/findings/1");
    assert!(page.says("逾期3天"), "{}", page.text());
    let fields = [
        ("text", "同意"),
        ("due", "2026-03-20"),
        ("approver", "演示主任"),
    ];
    let told = clerk.submit(&page, "/extend", &fields);
    assert!(
        told.says("整改期限2026-02-20已过，不能再延期"),
        "{}",
        told.text()
    );
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let board = clerk.get(&format!("/manage/congresses/{congress}/followup/2026"));
    assert!(
        board.says("欠问题1的整改反馈") && board.says("自2026-02-21起"),
        "{}",
        board.text()
    );
}

#[test]
fn a_change_waits_for_the_body_of_its_level_and_the_old_text_stays() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-05-10");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let form = clerk.get(&format!("{PROJECT}/changes/new"));
    assert!(form.says("须由人大常委会决定"), "{}", form.text());
    let fields = [("kind", "scale"), ("after", "60"), ("reason", "汛情影响")];
    let asked = clerk.submit(&form, "/changes/new", &fields);
    assert!(
        asked.path.starts_with("/manage/changes/"),
        "{}",
        asked.text()
    );
    let life = clerk.get(&format!("{PROJECT}/life"));
    assert!(
        life.says("86公里") && life.says("待决定"),
        "nothing is changed yet"
    );
    let decided = [
        ("granted", "yes"),
        ("on", "2026-05-10"),
        ("document", "演示决定第3号"),
        ("notice", "演示公告"),
    ];
    let wrong = [&decided[..], &[("body", "congress")]].concat();
    let told = clerk.submit(&asked, "/changes/", &wrong);
    assert_eq!(told.status, 422);
    assert!(told.says("须由县级人大常委会决定"), "{}", told.text());
    let bare = [
        ("body", "standing_committee"),
        ("granted", "yes"),
        ("on", "2026-05-10"),
    ];
    let told = clerk.submit(&asked, "/changes/", &bare);
    assert!(
        told.says("请填写文件的名称或文号") && told.says("请填写公告"),
        "{}",
        told.text()
    );
    let right = [&decided[..], &[("body", "standing_committee")]].concat();
    let page = clerk.submit(&asked, "/changes/", &right);
    for words in ["60公里", "原为：86公里", "演示决定第3号", "第1版计划"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let public = hall.client().get("/projects/1");
    assert!(
        public.says("原为：86公里") && public.says("汛情影响"),
        "{}",
        public.text()
    );
    let again = clerk.submit(&asked, "/changes/", &right);
    assert!(again.says("已经有决定"), "{}", again.text());
}

#[test]
fn finished_accepted_and_in_use_are_three_facts() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-04-02");
    report(&hall, "2026-03", "86", "600");
    let mut head = head(&hall);
    let page = head.get(&format!("{PROJECT}/life"));
    assert!(
        !page.has_form("/facts/accepted"),
        "acceptance is not the unit's to note"
    );
    let page = head.submit(&page, "/facts/finished", &[]);
    assert!(
        page.says("已完工，待验收") && page.says("●正常"),
        "{}",
        page.text()
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&format!("{PROJECT}/life"));
    let told = clerk.submit(&page, "/facts/accepted", &[]);
    assert_eq!(told.status, 422, "no certificate, no acceptance");
    let page = clerk.submit(&page, "/facts/accepted", &[("document", "演示验收意见书")]);
    assert!(
        page.says("✔办结") && page.says("演示验收意见书"),
        "{}",
        page.text()
    );
    assert!(page.says("投入使用尚未"), "{}", page.text());
}

#[test]
fn a_clock_that_is_set_back_and_a_month_of_summer_time_lose_no_day() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-04-02");
    report(&hall, "2026-03", "9", "80");
    hall.on("2026-03-01");
    let page = hall.client().get("/projects/1");
    assert_eq!(
        page.status, 200,
        "the page is read as of the day that the clock says"
    );
    assert!(page.says("截至2026-03-01"), "{}", page.text());
    let mut unit = unit(&hall);
    let form = unit.get(&format!("{PROJECT}/reports/new"));
    let fields = [
        ("month", "2026-03"),
        ("quantity", "10"),
        ("paid", "80"),
        ("status", "x"),
        ("why", "y"),
    ];
    let told = unit.submit(&form, "/reports/new", &fields);
    assert_eq!(told.path, format!("{PROJECT}/life"), "{}", told.text());
}

#[test]
fn the_calendar_counts_its_days_and_a_question_becomes_a_line_of_the_ledger() {
    let hall = hall();
    assign(&hall);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let calendar = format!("/manage/congresses/{congress}/calendar/2026");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&calendar);
    let told = clerk.submit(&page, "/calendar/2026", &[("kind", "visit")]);
    assert_eq!(told.status, 422);
    let fields = [
        ("kind", "year_end_report"),
        ("topic", "项目完成情况"),
        ("on", "2026-12-28"),
    ];
    let entry = clerk.submit(&page, "/calendar/2026", &fields);
    assert!(
        entry.says("2026年12月8日前送交征求意见") && entry.says("2026年12月18日前送交"),
        "{}",
        entry.text()
    );
    let fields = [
        ("kind", "study"),
        ("topic", "牧道管护"),
        ("on", "2026-01-14"),
    ];
    clerk.submit(&page, "/calendar/2026", &fields);
    let next = clerk.get(&format!("/manage/congresses/{congress}/calendar/2027"));
    assert!(next.says("2027-01-14回头看牧道管护"), "{}", next.text());
    let fields = [
        ("kind", "public_qa"),
        ("topic", "道路和牧道"),
        ("on", "2026-01-15"),
        ("unit", "县农业农村局"),
    ];
    let entry = clerk.submit(&page, "/calendar/2026", &fields);
    let told = clerk.submit(&entry, "/questions", &[("text", "何时通车？")]);
    assert!(told.says("当场答复，或书面答复的期限"), "{}", told.text());
    let fields = [
        ("text", "何时通车？"),
        ("asked_by", "代表001"),
        ("answer_by", "2026-01-20"),
        ("project", "1"),
        ("follow", "yes"),
    ];
    let page = clerk.submit(&entry, "/questions", &fields);
    assert!(
        page.says("应在2026-01-20前答复") && page.says("查看台账"),
        "{}",
        page.text()
    );
    let finding = clerk.get("/manage/findings/1");
    assert!(
        finding.says("何时通车？") && finding.says("代表001"),
        "{}",
        finding.text()
    );
    hall.on("2026-01-23");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&entry.path);
    assert!(page.says("逾期3天"), "{}", page.text());
    let board = clerk.get(&format!("/manage/congresses/{congress}/followup/2026"));
    assert!(
        board.says("县农业农村局·欠“道路和牧道”所提问题的答复") && board.says("自2026-01-21起"),
        "{}",
        board.text()
    );
    let page = clerk.submit(&page, "/answer", &[("answer", "八月底通车")]);
    assert!(page.says("2026-01-23答复八月底通车"), "{}", page.text());
    let fields = [("on", "2026-01-15"), ("outcome", "答复3件，列入台账1件")];
    let page = clerk.submit(&page, "/hold", &fields);
    assert!(page.says("2026-01-15举行：答复3件"), "{}", page.text());
}

#[test]
fn another_congress_and_another_unit_see_and_do_nothing_here() {
    let hall = hall();
    assign(&hall);
    let mut stranger = hall.signed_in("township-clerk");
    for path in [
        "/life",
        "/plan",
        "/reports/new",
        "/findings/new",
        "/changes/new",
    ] {
        let page = stranger.get(&format!("{PROJECT}{path}"));
        assert_eq!(page.status, 404, "{path}");
    }
    let mut unit = unit(&hall);
    let told = unit.get("/manage/projects/2/reports/new");
    assert_eq!(
        told.status,
        409,
        "the unit leads project 1 only: {}",
        told.text()
    );
    let mut reader = hall.signed_in("reader");
    let page = reader.get(&format!("{PROJECT}/life"));
    assert!(
        page.status == 200 && !page.html().contains("<form class=\"card"),
        "reads only"
    );
    let overview = reader.get("/manage/overview/2026");
    assert!(
        overview.says("阿勒泰地区2026年民生实事项目进度"),
        "{}",
        overview.text()
    );
}

#[test]
fn the_demos_year_ends_with_186_projects_and_figures_that_its_pages_compute() {
    let hall = Hall::at(DemoStage::FollowUp);
    let mut reader = hall.signed_in("reader");
    let page = reader.get("/manage/overview/2026");
    assert!(
        page.says("共186个票决项目，截至2026年12月31日"),
        "{}",
        page.text()
    );
    assert!(
        page.says("青河县25") || page.says("92%（23/25，截至2026年12月31日）"),
        "{}",
        page.text()
    );
    assert!(
        page.says("92%（23/25，截至2026年12月31日）"),
        "{}",
        page.text()
    );
    let red = reader.get("/manage/overview/2026?light=red&month=2026-07");
    assert!(
        red.says("■严重滞后") && !red.says("符合条件0个"),
        "{}",
        red.text()
    );
    let congresses = hall.run(hall.service.get_prefecture()).unwrap().congresses;
    let mut of_counties = 0;
    let mut by_number = [0; 5];
    for congress in &congresses {
        let actor = hall.actor("reader");
        let board = hall
            .run(hall.service.get_board(&actor, congress.id, 2026))
            .unwrap();
        let is_county = congress.parent.is_none();
        of_counties += if is_county { board.lines.len() } else { 0 };
        by_number[board.lines.len()] += 1;
    }
    assert_eq!(of_counties, 27);
    // Six counties with four, one with three; 45 townships with three, twelve with two.
    assert_eq!(by_number, [0, 0, 12, 46, 6]);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let calendar = reader.get(&format!("/manage/congresses/{congress}/calendar/2026"));
    assert!(
        calendar.says("代表问政会") && calendar.says("待答复1件"),
        "{}",
        calendar.text()
    );
    let board = reader.get(&format!("/manage/congresses/{congress}/followup/2026"));
    assert!(board.says("共4个票决项目"), "{}", board.text());
    let public = hall.client().get("/projects/1");
    assert!(
        public.says("✔办结") && public.says("2026-11"),
        "{}",
        public.text()
    );
}

#[test]
fn before_the_notice_the_office_alone_knows_which_projects_were_selected() {
    let hall = Hall::at(DemoStage::Certified);
    let chosen = "select cast(project as text) from vote_result where is_selected = 1 limit 1";
    let life = format!("/manage/projects/{}/life", hall.stored(chosen));
    let name = hall.stored(
        "select p.name from project as p join vote_result as v on v.project = p.id \
         where v.is_selected = 1 limit 1",
    );
    let board = "/manage/congresses/6/followup/2026";
    for username in ["qinghe-d1", "qinghe-u1", "reader", "prefecture-clerk"] {
        let mut browser = hall.signed_in(username);
        let page = browser.get(board);
        assert!(!page.says(&name), "{username}: {}", page.text());
        let page = browser.get(&life);
        assert!(page.status >= 400, "{username}: {}", page.text());
    }
    assert!(hall.signed_in("qinghe-clerk").get(board).says(&name));
}
