//! What is exported is read back as equal rows, whatever people write into it.

use domain::congress::Level;
use domain::library::fund::{Fund, FundKind};
use domain::library::kind::{Category, ProjectOrigin, Readiness};
use domain::library::sheet::{Sheet, YearTarget};
use domain::library::translation::{Translation, TranslationLanguage};
use exchange::{
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

/// One or more sources, whose names may not hold the signs that part them.
fn funds() -> impl Strategy<Value = Vec<Fund>> {
    let name = "[a-z0-9一-龥]{0,6}";
    let kind = prop::sample::select(FundKind::ALL.to_vec());
    let one = (kind, name, 0..=1_000_000_000_i64, 0..=100_u8, any::<bool>());
    prop::collection::vec(one, 0..4).prop_map(|all| {
        let all = all.into_iter();
        all.map(|(kind, source, amount, part, is_secured)| Fund {
            kind,
            source,
            amount,
            this_year: amount / 100 * i64::from(part),
            is_secured,
        })
        .collect()
    })
}

fn targets() -> impl Strategy<Value = Vec<YearTarget>> {
    prop::collection::btree_map(2024..2032_i16, "[a-z一-龥]{0,8}", 0..3).prop_map(|all| {
        let all = all.into_iter();
        all.map(|(year, text)| YearTarget { year, text }).collect()
    })
}

fn projects() -> impl Strategy<Value = Vec<ProjectRow>> {
    let row = (
        named(),
        prop::array::uniform9(line()),
        (lines(), lines()),
        (0..=10_000_000_000_000_i64, 0..=100_u8),
        (funds(), targets()),
        (
            prop::sample::select(Category::ALL.to_vec()),
            prop::sample::select(Readiness::ALL.to_vec()),
            prop::sample::select(ProjectOrigin::ALL.to_vec()),
            prop::option::of(0..=5_000_000_u32),
        ),
        (any::<bool>(), prop::array::uniform2(words())),
    );
    prop::collection::vec(row, 1..8).prop_map(|rows| {
        let rows = (1..).zip(rows).map(|(number, row)| {
            let (name, cells, (content, note), (investment, part), parts, kinds, rest) = row;
            let (is_candidate, words) = rest;
            let [
                summary,
                scale,
                place,
                beneficiaries,
                lead_unit,
                supporting_units,
                leader,
                start_by,
                finish_by,
            ] = cells;
            let (category, readiness, origin, beneficiary_count) = kinds;
            let sheet = Sheet {
                code: format!("=A-{number}"),
                name: format!("{name}{number}"),
                summary: format!("甲{summary}"),
                content,
                scale,
                place,
                beneficiaries,
                beneficiary_count,
                category,
                investment,
                need_this_year: investment / 100 * i64::from(part),
                funds: parts.0,
                targets: parts.1,
                lead_unit,
                supporting_units,
                leader,
                start_by,
                finish_by,
                readiness,
                origin,
                note,
            };
            ProjectRow {
                sheet,
                is_candidate,
                translations: TranslationLanguage::ALL
                    .iter()
                    .zip(words)
                    .map(|(language, (name, summary, content))| {
                        Translation::typed(*language, &name, &summary, &content)
                    })
                    .collect(),
            }
        });
        rows.collect()
    })
}

/// Nothing, a name, or name, one line and content, in Arabic script.
fn words() -> impl Strategy<Value = (String, String, String)> {
    let some = "[ا-ي]{1,8}( [ا-ي]{1,6})?";
    let more = (some, some, prop::collection::vec(some, 1..3));
    prop_oneof![
        Just((String::new(), String::new(), String::new())),
        some.prop_map(|name| (name, String::new(), String::new())),
        more.prop_map(|(name, summary, lines)| (name, summary, lines.join("\n"))),
    ]
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
