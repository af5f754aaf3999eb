//! Reports of many projects in one file: tried first with row, column and cause, saved all or nothing,
//! given back with the same columns.

use minsheng::demo::DemoStage;

use super::files::{Desk, figures};
use super::followup::{PROJECT, assign, head, report, unit};
use crate::support::Hall;

const HEAD: &str = "项目编号,月份,完成数量,完成比例,累计支付,进展情况,说明原因";

fn file(rows: &[&str]) -> String {
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

/// The page of a unit that brings its reports: one report stands, of March.
fn desk() -> Desk {
    let hall = Hall::at(DemoStage::Published);
    assign(&hall);
    hall.on("2026-06-02");
    report(&hall, "2026-03", "9", "80");
    let unit = unit(&hall);
    Desk::by(hall, unit, "reports-2026")
}

#[test]
fn a_unit_reports_with_a_file_that_is_tried_first_and_its_head_checks_each_row() {
    let mut desk = desk();
    let rows = [
        "QH2026-01,2026-04,20,,100,路基完成20公里,",
        "QH2026-01,2026年5月,31,,150,路面开始,",
    ];
    let trial = desk.try_file(file(&rows).as_bytes());
    assert_eq!(
        figures(&trial),
        ["2", "2", "0", "0", "0", "1"],
        "{}",
        trial.text()
    );
    let life = desk.clerk.get(&format!("{PROJECT}/life"));
    assert!(!life.says("路基完成20公里"), "nothing is saved yet");
    let saved = desk.save(&trial);
    assert!(saved.says("已保存：新增2行"), "{}", saved.text());
    let life = desk.clerk.get(&format!("{PROJECT}/life"));
    assert!(
        life.says("23.2%") && life.says("36%"),
        "shares by amount: {}",
        life.text()
    );
    assert!(life.says("待审核，尚未公开"), "{}", life.text());
    let public = desk.hall.client().get("/projects/1");
    assert!(!public.says("路面开始"), "nobody stands for it yet");
    let mut head = head(&desk.hall);
    let page = head.get(&format!("{PROJECT}/life"));
    assert!(head.submit(&page, "/check", &[]).status == 200);
}

#[test]
fn what_a_row_may_not_say_is_told_by_row_column_and_cause_and_nothing_is_saved() {
    let mut desk = desk();
    let trial = desk.try_file(
        file(&[
            "QH2026-01,2026-04,20,,100,好,",
            "QH2026-01,2026-04,21,,100,再报一次,",
            "QH2026-01,2026-05,8,,100,退步,",
            "QH2026-01,2026-06,30,,681,超支,",
            "QH2026-01,2026-07,30,,100,还没到,",
            "QH2026-02,2026-05,,10,1,别的单位,",
            "QH2026-99,2026-05,,10,1,没有,",
            "QH2026-01,5月,30,,100,何月,",
            "QH2026-01,2026-05,,,100,没有数字,",
            "QH2026-01,2026-03,10,,80,更正不说原因,",
        ])
        .as_bytes(),
    );
    assert_eq!(trial.status, 200, "{}", trial.text());
    for told in [
        "2026-04的报告在第2行已经有了",
        "从10.4%降到9.3%，请说明原因",
        "超过计划资金680万元",
        "2026-07还没有到",
        "没有编号为“QH2026-99”的项目",
        "“5月”不是月份",
        "请填写完成比例或完成数量",
        "2026-03已有报告。如要更正，请说明原因",
    ] {
        assert!(trial.says(told), "{told}: {}", trial.text());
    }
    for place in [
        "3月份必须改正",
        "4说明原因必须改正",
        "5累计支付（万元）必须改正",
        "8项目编号必须改正",
    ] {
        assert!(trial.says(place), "{place}: {}", trial.text());
    }
    assert!(!trial.has_form("/tried/"), "one error, no saving");
    let life = desk.clerk.get(&format!("{PROJECT}/life"));
    assert!(!life.says("再报一次"), "not one row: {}", life.text());
}

#[test]
fn rows_that_lean_on_each_other_are_checked_together_and_a_year_that_is_closed_takes_none() {
    let mut desk = desk();
    let rows = [
        "QH2026-01,2026-04,20,,100,到20公里,",
        "QH2026-01,2026-05,15,,100,退到15公里,",
    ];
    let trial = desk.try_file(file(&rows).as_bytes());
    let told = desk.save(&trial);
    assert_eq!(told.status, 422, "{}", told.text());
    let life = desk.clerk.get(&format!("{PROJECT}/life"));
    assert!(!life.says("到20公里"), "all or nothing: {}", life.text());
    desk.hall.on("2027-02-01");
    let congress = desk
        .hall
        .run(desk.hall.service.find_congress("qinghe"))
        .unwrap();
    let mut clerk = desk.hall.signed_in("qinghe-clerk");
    let year = format!("/manage/congresses/{congress}/evaluations/2026");
    let page = clerk.get(&year);
    let page = clerk.submit(&page, "/close", &[("confirm", "yes")]);
    assert!(page.says("已结账"), "{}", page.text());
    let unit = unit(&desk.hall);
    let mut desk = Desk::by(desk.hall, unit, "reports-2026");
    let trial = desk.try_file(file(&rows[..1]).as_bytes());
    assert!(
        trial.says("2026年已结账，不再接收或更正"),
        "{}",
        trial.text()
    );
}

#[test]
fn an_export_imports_unchanged_and_a_changed_figure_corrects_its_month() {
    let mut desk = desk();
    for format in ["csv", "xlsx"] {
        let bytes = desk.export(format).body;
        let trial = desk.try_file(&bytes);
        assert_eq!(
            figures(&trial),
            ["1", "0", "0", "1", "0", "0"],
            "{format}: {}",
            trial.text()
        );
    }
    let text = desk.export("csv").html();
    assert!(
        text.contains("牧道建设项目") && text.contains("已审核"),
        "{text}"
    );
    let by_share = text.replace(",10.4,", ",20,");
    let told = desk.try_file(by_share.as_bytes());
    assert!(told.says("请改“完成数量”"), "{}", told.text());
    let corrected = "项目编号,月份,完成数量,累计支付,进展情况,说明原因\nQH2026-01,2026-03,12,80,核实为12公里,漏计3公里\n";
    let trial = desk.try_file(corrected.as_bytes());
    assert_eq!(
        figures(&trial),
        ["1", "0", "1", "0", "0", "0"],
        "{}",
        trial.text()
    );
    desk.save(&trial);
    let life = desk.clerk.get(&format!("{PROJECT}/life"));
    assert!(
        life.says("核实为12公里") && life.says("更正前的1次填报"),
        "{}",
        life.text()
    );
}
