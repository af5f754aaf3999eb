//! Workbooks as offices have them: formulas, dates, merged cells, hidden rows, several sheets.

use super::package::{Book, book, row, sheet};
use super::told;
use exchange::{Trial, try_deputies, try_projects};

const HEADER: [&str; 4] = ["代表编号", "姓名", "代表团", "备注"];

fn header() -> String {
    row(1, &HEADER)
}

#[test]
fn numbers_keep_their_text_form() {
    let rows = header()
        + r#"<row r="2"><c r="A2"><v>12</v></c><c r="B2" t="inlineStr"><is><t>李明</t></is></c><c r="C2"><v>480.50000000000006</v></c><c r="D2" t="b"><v>1</v></c></row>"#
        + r#"<row r="3"><c r="A3"><v>0.1</v></c><c r="B3" t="str"><v>王芳</v></c><c r="C3"><v>1E+3</v></c></row>"#;
    let trial = try_deputies(&book(&rows, ""));
    assert_eq!(told(&trial.problems), [""; 0]);
    let [first, second] = trial.rows.as_slice() else {
        panic!("two rows")
    };
    assert_eq!(
        (first.number.as_str(), first.delegation.as_str()),
        ("12", "480.5")
    );
    assert_eq!(first.note, "true");
    assert_eq!(
        (second.number.as_str(), second.delegation.as_str()),
        ("0.1", "1000")
    );
}

#[test]
fn a_number_that_lost_digits_is_refused() {
    let rows = header()
        + r#"<row r="2"><c r="A2"><v>654325199001011234</v></c><c r="B2" t="str"><v>李明</v></c></row>"#;
    assert_eq!(
        told(&try_deputies(&book(&rows, "")).problems),
        ["number-too-long 2 代表编号"]
    );
}

#[test]
fn formulas_and_errors_are_refused_with_row_and_column() {
    let rows = row(1, &["序号", "代表编号", "姓名"])
        + r#"<row r="2"><c r="A2"><f>ROW()-1</f><v>1</v></c><c r="B2"><v>1</v></c><c r="C2" t="str"><f>"李"&amp;"明"</f><v>李明</v></c></row>"#
        + r#"<row r="4"><c r="A4"><f t="shared" ref="A4:A5" si="0">ROW()</f><v>3</v></c><c r="B4"><v>2</v></c><c r="C4" t="e"><v>#N/A</v></c></row>"#
        + r#"<row r="5"><c r="A5"><f t="shared" si="999999999999"/><v>4</v></c><c r="B5"><f t="shared" si="7"/><v>9</v></c><c r="C5" t="str"><v>张伟</v></c></row>"#;
    let trial = try_deputies(&book(&rows, ""));
    assert_eq!(
        told(&trial.problems),
        [
            "cell-formula 2 姓名",
            "cell-unreadable 4 姓名",
            "cell-formula 5 代表编号"
        ]
    );
}

#[test]
fn dates_are_read_in_both_epochs_where_dates_belong() {
    let rows = row(
        1,
        &[
            "项目编号",
            "项目名称",
            "一句话说明",
            "投资（万元）",
            "完成时间",
        ],
    );
    let line = |serial: &str| {
        format!(
            r#"<row r="2"><c r="A2" t="str"><v>A1</v></c><c r="B2" t="str"><v>甲</v></c><c r="C2" t="str"><v>乙</v></c><c r="D2"><v>480.5</v></c><c r="E2" s="1"><v>{serial}</v></c></row>"#
        )
    };
    for (serial, is_1904, wanted) in [
        ("46295", false, "2026-09-30"),
        ("44833", true, "2026-09-30"),
        ("46295.5", false, "2026-09-30 12:00"),
    ] {
        let markup = sheet(&(rows.clone() + &line(serial)), "");
        let bytes = Book {
            sheets: &[("visible", &markup)],
            is_1904,
            ..Book::default()
        }
        .bytes();
        let trial = try_projects(&bytes);
        assert_eq!(told(&trial.problems), [""; 0]);
        assert_eq!(trial.rows[0].sheet.finish_by, wanted);
        assert_eq!(trial.rows[0].sheet.investment, 480_500_000);
    }
}

#[test]
fn a_number_that_became_a_date_is_refused() {
    let rows = header()
        + r#"<row r="2"><c r="A2" s="1"><v>46295</v></c><c r="B2" t="str"><v>李明</v></c></row>"#;
    assert_eq!(
        told(&try_deputies(&book(&rows, "")).problems),
        ["cell-is-date 2 代表编号"]
    );
}

#[test]
fn merged_cells_are_refused_under_the_header_and_ignored_above() {
    let rows = row(1, &["青河县代表名册"])
        + &row(2, &HEADER)
        + &row(3, &["1", "李明", "第一代表团"])
        + &row(4, &["2", "王芳"]);
    let merged = r#"<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="C3:C4"/><mergeCell ref="A4:B4"/></mergeCells>"#;
    assert_eq!(
        told(&try_deputies(&book(&rows, merged)).problems),
        [
            "header-not-first 2",
            "cells-merged 3 代表团",
            "cells-merged 4"
        ]
    );
}

#[test]
fn what_is_hidden_is_told() {
    let shown = sheet(
        &(header()
            + &row(2, &["1", "李明"])
            + &row(3, &["2", "王芳", "第一代表团"]).replace("<row ", "<row hidden=\"1\" ")
            + "<row r=\"9\" hidden=\"1\"/>"),
        r#"<cols><col min="3" max="3" hidden="1"/><col min="9" max="16384" hidden="true"/></cols>"#,
    );
    let hidden = sheet(&row(1, &["bait"]), "");
    let empty = sheet("", "");
    let read = |sheets: &[(&str, &str)]| {
        try_deputies(
            &Book {
                sheets,
                ..Book::default()
            }
            .bytes(),
        )
    };
    let trial = read(&[
        ("hidden", &hidden),
        ("visible", &shown),
        ("visible", &empty),
        ("veryHidden", &hidden),
    ]);
    assert_eq!(told(&trial.problems), ["column-hidden", "row-hidden 3"]);
    assert_eq!(trial.rows.len(), 2);
    let trial = read(&[("visible", &shown), ("visible", &hidden)]);
    assert_eq!(
        told(&trial.problems),
        ["column-hidden", "sheets-more", "row-hidden 3"]
    );
    assert_eq!(told(&read(&[("hidden", &shown)]).problems), ["table-empty"]);
}

#[test]
fn shared_texts_and_prefixed_markup_are_read() {
    let markup = sheet(
        r#"<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>"#,
        "",
    );
    let strings = r#"<?xml version="1.0" encoding="utf-8"?><sst count="4" uniqueCount="4"><si><t>代表编号</t></si><si><t>姓名</t></si><si><t>007</t></si><si><r><t>李</t></r><r><t>明</t></r></si></sst>"#;
    let bytes = Book {
        sheets: &[("visible", &markup)],
        strings,
        ..Book::default()
    }
    .bytes();
    let trial = try_deputies(&bytes);
    assert_eq!(told(&trial.problems), [""; 0]);
    assert_eq!(
        (trial.rows[0].number.as_str(), trial.rows[0].name.as_str()),
        ("007", "李明")
    );
}

#[test]
fn hidden_characters_are_refused_in_workbooks_too() {
    let rows = header() + &row(2, &["1", "李\u{202e}明"]) + &row(3, &["2", "王_x0000_芳"]);
    let trial: Trial<_> = try_deputies(&book(&rows, ""));
    assert_eq!(
        told(&trial.problems).first().map(String::as_str),
        Some("cell-hidden-character 2 姓名")
    );
}
