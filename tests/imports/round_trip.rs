//! What is exported is read back as equal rows, whatever people write into it.

use minsheng::domain::congress::Level;
use minsheng::exchange::{
    CongressRow, DeputyRow, Format, ProjectRow, export, read_congresses, read_deputies,
    read_projects,
};
use proptest::prelude::*;

/// Text as an importer leaves it: trimmed, one line, nothing hidden; often like a formula.
fn line() -> impl Strategy<Value = String> {
    let start = prop_oneof![
        Just(""),
        Just("="),
        Just("'="),
        Just("''-"),
        Just("@"),
        Just("+1"),
        Just("'"),
        Just("\u{ff1d}")
    ];
    (start, "[ -~一-龥ا-ي·（），。]{0,12}")
        .prop_map(|(start, rest)| format!("{start}{rest}").trim().to_owned())
}

/// The same with several lines.
fn lines() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 0..3).prop_map(|lines| lines.join("\n").trim().to_owned())
}

/// Never empty, and different for each number; no spaces, which names may lose.
fn named() -> impl Strategy<Value = String> {
    "[=@a-z一-龥]{1,8}"
}

fn deputies() -> impl Strategy<Value = Vec<DeputyRow>> {
    let tags = prop::sample::select(vec!["zh-Hans", "kk-Arab", "ug", "en"]);
    let row = (named(), line(), any::<bool>(), tags, lines());
    prop::collection::vec(row, 1..12).prop_map(|rows| {
        let rows = (1..).zip(rows).map(
            |(number, (name, delegation, is_committee_member, language, note))| DeputyRow {
                number: format!("{number:03}"),
                name: format!("{name}{number}"),
                delegation,
                is_committee_member,
                language: language.to_owned(),
                note,
            },
        );
        rows.collect()
    })
}

fn projects() -> impl Strategy<Value = Vec<ProjectRow>> {
    let row = (
        named(),
        prop::array::uniform8(line()),
        lines(),
        0..=10_000_000_000_000_i64,
        any::<bool>(),
    );
    prop::collection::vec(row, 1..8).prop_map(|rows| {
        let rows = (1..).zip(rows).map(
            |(number, (name, cells, content, investment, is_candidate))| {
                let [
                    summary,
                    scale,
                    place,
                    beneficiaries,
                    category,
                    funding,
                    lead_unit,
                    finish_by,
                ] = cells;
                ProjectRow {
                    code: format!("=A-{number}"),
                    name: format!("{name}{number}"),
                    summary: format!("甲{summary}"),
                    note: content.clone(),
                    content,
                    scale,
                    place,
                    beneficiaries,
                    category,
                    investment,
                    funding,
                    lead_unit,
                    finish_by,
                    is_candidate,
                }
            },
        );
        rows.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rosters_come_back(rows in deputies()) {
        for format in [Format::Csv, Format::Xlsx] {
            let bytes = export(&rows, format).unwrap();
            prop_assert_eq!(&read_deputies(&bytes).unwrap().rows, &rows);
            prop_assert_eq!(bytes, export(&rows, format).unwrap());
        }
    }

    #[test]
    fn projects_come_back(rows in projects()) {
        for format in [Format::Csv, Format::Xlsx] {
            let bytes = export(&rows, format).unwrap();
            prop_assert_eq!(&read_projects(&bytes).unwrap().rows, &rows);
        }
    }

    #[test]
    fn no_cell_of_exported_text_begins_a_formula(rows in deputies()) {
        let bytes = export(&rows, Format::Csv).unwrap();
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap();
        for record in csv::Reader::from_reader(text).records() {
            for cell in &record.unwrap() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\u{ff1d}']), "{}", cell);
            }
        }
    }
}

#[test]
fn congresses_come_back() {
    let row = |code: &str, slug: &str, level, parent: Option<&str>| CongressRow {
        code: code.to_owned(),
        slug: slug.to_owned(),
        name: format!("名{slug}"),
        level,
        parent: parent.map(str::to_owned),
        note: "=演示".to_owned(),
    };
    let rows = vec![
        row("654325", "qinghe", Level::County, None),
        row("654325901", "arele", Level::Township, Some("qinghe")),
    ];
    for format in [Format::Csv, Format::Xlsx] {
        let bytes = export(&rows, format).unwrap();
        assert_eq!(read_congresses(&bytes).unwrap().rows, rows);
    }
}

#[test]
fn exported_text_opens_in_spreadsheets() {
    let bytes = export::<DeputyRow>(&[], Format::Csv).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(
        text,
        "\u{feff}代表编号,姓名,代表团,常委会委员,语言,备注\r\n"
    );
}
