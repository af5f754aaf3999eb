//! The year after the vote: assigned, reported from a phone, lit by a rule, found, answered, closed.

use jiff::Timestamp;
use minsheng::cli::demo::Stage;

use crate::support::{Client, Hall, Page};

/// 青河县's first selected project, whose unit and deputy have accounts in the demo.
const PROJECT: &str = "/manage/projects/1";

fn hall() -> Hall {
    Hall::at(Stage::Published)
}

/// Sets the hall's clock to noon in Beijing.
fn on(hall: &Hall, day: &str) {
    let at: Timestamp = format!("{day}T04:00:00Z").parse().unwrap();
    hall.clock.set(at);
}

fn unit(hall: &Hall) -> Client {
    hall.signed_in("qinghe-u1")
}

fn head(hall: &Hall) -> Client {
    hall.signed_in("qinghe-u2")
}

fn deputy(hall: &Hall) -> Client {
    hall.signed_in("qinghe-d1")
}

fn assign(hall: &Hall) -> Page {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let form = clerk.get(&format!("{PROJECT}/plan"));
    let fields = [("leader", "演示副县长"), ("group", "第一督办小组")];
    let page = clerk.submit(&form, "/plan", &fields);
    assert_eq!(page.path, format!("{PROJECT}/life"), "{}", page.text());
    page
}

/// A report of a month with its quantity and money, checked by the unit's head.
fn report(hall: &Hall, month: &str, quantity: &str, paid: &str) -> Page {
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
    assert!(
        form.html().contains("财政资金 680"),
        "the money of the library"
    );
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
    on(&hall, "2026-04-02");
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
    let public = hall.client().get("/projects/1/progress");
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
    let public = hall.client().get("/projects/1/progress");
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
    on(&hall, "2026-04-02");
    assert!(report(&hall, "2026-03", "9", "80").says("●正常"));
    on(&hall, "2026-08-20");
    let page = hall.client().get("/projects/1/progress");
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
    on(&hall, "2026-09-10");
    let page = hall.client().get("/projects/1/progress");
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
    let public = hall.client().get("/projects/1/progress");
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
