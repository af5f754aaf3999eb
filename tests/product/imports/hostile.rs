//! Files made to break the reader: each is refused by name, none costs more than its bounds.

use super::package::{Book, book, cell, package, row, sheet};
use super::told;
use exchange::{Format, MOST_ROWS, export, try_deputies};
use zip::CompressionMethod;

fn header() -> String {
    row(1, &["代表编号", "姓名"])
}

/// A plain workbook with one more part.
fn with_part(name: &str, bytes: &[u8]) -> Vec<u8> {
    let markup = sheet(&(header() + &row(2, &["1", "李明"])), "");
    Book {
        sheets: &[("visible", &markup)],
        more: &[(name, bytes)],
        ..Book::default()
    }
    .bytes()
}

fn codes(bytes: &[u8]) -> Vec<String> {
    told(&try_deputies(bytes).problems)
}

#[test]
fn a_plain_workbook_with_a_small_attachment_is_read() {
    assert_eq!(
        codes(&with_part("xl/media/image1.png", &[7; 3000])),
        [""; 0]
    );
}

#[test]
fn a_bomb_is_refused_by_its_measured_size() {
    let zeros = vec![b' '; 50 << 20];
    assert_eq!(
        codes(&with_part("xl/worksheets/sheet9.xml", &zeros)),
        ["workbook-too-large"]
    );
    assert_eq!(
        codes(&with_part("xl/theme.xml", &zeros[..17 << 20])),
        ["workbook-too-large"]
    );
    // Small enough, yet a thousand times larger than packed.
    assert_eq!(
        codes(&with_part("xl/media/a.bin", &zeros[..4 << 20])),
        ["workbook-too-large"]
    );
}

#[test]
fn a_directory_that_lies_about_sizes_does_not_help() {
    let mut bytes = with_part("xl/worksheets/sheet9.xml", &vec![b' '; 50 << 20]);
    let size = (50_u32 << 20).to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..*at + 4] == size)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    let told = codes(&bytes);
    assert!(
        told == ["workbook-too-large"] || told == ["workbook-broken"],
        "{told:?}"
    );
}

#[test]
fn thousands_of_parts_are_refused() {
    let names: Vec<String> = (0..600)
        .map(|n| format!("xl/worksheets/extra{n}.xml"))
        .collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"<a/>".as_slice()))
        .collect();
    let markup = sheet("", "");
    let bytes = Book {
        sheets: &[("visible", &markup)],
        more: &parts,
        ..Book::default()
    }
    .bytes();
    assert_eq!(codes(&bytes), ["workbook-parts"]);
}

#[test]
fn announcements_entities_and_other_encodings_are_refused() {
    let padded = |spaces: usize| format!("<sst uniqueCount{}='99999999'/>", " ".repeat(spaces));
    let far = |before: usize| {
        let comment = format!("<!--{}-->", "x".repeat(before));
        format!("{comment}<sst uniqueCount=\"1000000000000\"/>")
    };
    for strings in [
        padded(30).as_str(),
        padded(100).as_str(),
        // The announcement crosses the edge of what is unpacked at a time.
        far((64 << 10) - 30).as_str(),
        far((64 << 10) - 20).as_str(),
        far((64 << 10) - 8).as_str(),
        r#"<sst count="1" uniqueCount="1000000000000"><si><t>a</t></si></sst>"#,
        r#"<sst count="1" uniqueCount='18446744073709551615'><si><t>a</t></si></sst>"#,
        r#"<sst uniqueCount = "99999999"></sst>"#,
        r#"<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst>&b;</sst>"#,
        r#"<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>"#,
        r#"<?xml version="1.0" encoding="UTF-16"?><sst/>"#,
        "<\0s\0s\0t\0/\0>\0",
    ] {
        let markup = sheet(&header(), "");
        for strings_name in ["sharedStrings.xml", "media/image1.png"] {
            let bytes = Book {
                sheets: &[("visible", &markup)],
                strings,
                strings_name,
                ..Book::default()
            }
            .bytes();
            assert_eq!(codes(&bytes), ["workbook-odd"], "{strings:?}");
        }
    }
}

#[test]
fn odd_packages_are_refused() {
    assert_eq!(
        codes(&with_part("../../etc/cron.d/x", b"x")),
        ["workbook-broken"]
    );
    assert_eq!(codes(&with_part("xl\\x.xml", b"x")), ["workbook-broken"]);
    let other = package(
        &[("word/document.xml", b"<w/>")],
        CompressionMethod::Deflated,
    );
    assert_eq!(codes(&other), ["file-not-table"]);
    assert_eq!(codes(b"PK\x03\x04 and nothing else"), ["workbook-broken"]);
    let twice = header()
        + r#"<row r="2">"#
        + &cell("A2", "1")
        + &cell("A2", "2")
        + &cell("B2", "李明")
        + "</row>";
    assert_eq!(codes(&book(&twice, "")), ["workbook-broken"]);
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let rows = header() + r#"<row r="1048576">"# + &cell("XFD1048576", "x") + "</row>";
    assert_eq!(codes(&book(&rows, "")), ["columns-too-many 1048576 XFD"]);
    let rows = header()
        + r#"<row r="1048576">"#
        + &cell("A1048576", "1")
        + &cell("B1048576", "李明")
        + "</row>";
    assert_eq!(codes(&book(&rows, "")), [""; 0]);
}

#[test]
fn one_long_text_in_every_cell_is_refused_before_it_is_copied() {
    let strings = format!(
        "<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>",
        "长".repeat(1_900)
    );
    let mut rows = header();
    for number in 2..400 {
        let cells: String = ('A'..='J')
            .map(|column| format!(r#"<c r="{column}{number}" t="s"><v>0</v></c>"#))
            .collect();
        rows += &format!(r#"<row r="{number}">{cells}</row>"#);
    }
    let markup = sheet(&rows, "");
    let bytes = Book {
        sheets: &[("visible", &markup)],
        strings: &strings,
        ..Book::default()
    }
    .bytes();
    assert_eq!(codes(&bytes), ["file-too-large"]);
}

#[test]
fn a_hundred_thousand_rows_are_refused_by_name() {
    let mut text = "代表编号,姓名\n".to_owned();
    for number in 1..=100_000 {
        text += &format!("{number},代表 {number}\n");
    }
    assert_eq!(codes(text.as_bytes()), ["rows-too-many"]);
    let lines: Vec<&str> = text.lines().take(MOST_ROWS + 1).collect();
    let trial = try_deputies(lines.join("\n").as_bytes());
    assert_eq!((trial.rows.len(), trial.problems.len()), (MOST_ROWS, 0));
    let lines: Vec<&str> = text.lines().take(MOST_ROWS + 2).collect();
    assert_eq!(codes(lines.join("\n").as_bytes()), ["rows-too-many"]);

    let mut rows = header();
    for number in 2..=100_001 {
        rows += &format!(
            r#"<row r="{number}"><c r="A{number}"><v>{number}</v></c><c r="B{number}" t="str"><v>x</v></c></row>"#
        );
    }
    assert_eq!(codes(&book(&rows, "")), ["rows-too-many"]);
}

#[test]
fn many_errors_in_a_column_nobody_reads_hide_no_other() {
    let mut rows = row(1, &["序号", "代表编号", "姓名"]);
    for number in 2..=1_500 {
        rows += &format!(
            r#"<row r="{number}"><c r="A{number}"><f>ROW()</f><v>1</v></c><c r="B{number}"><v>{number}</v></c>"#
        );
        let name = if number == 1_500 {
            r#"<c r="C1500" t="str"><f>A1</f><v>x</v></c>"#.to_owned()
        } else {
            cell(&format!("C{number}"), &format!("n{number}"))
        };
        rows += &format!("{name}</row>");
    }
    assert_eq!(codes(&book(&rows, "")), ["cell-formula 1500 姓名"]);
}

/// A small generator, the same in every run.
fn next(state: &mut u64) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

#[test]
fn damaged_files_are_read_or_refused_but_break_nothing() {
    let markup = sheet(
        &(header()
            + r#"<row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A3">1</f><v>46295</v></c><c r="B2" s="1"><v>46295.5</v></c><c r="C2" t="s"><v>0</v></c></row>"#),
        r#"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#,
    );
    let strings = r#"<sst uniqueCount="1"><si><t>a&amp;b</t></si></sst>"#;
    let plain = Book {
        sheets: &[("visible", &markup)],
        strings,
        method: CompressionMethod::Stored,
        ..Book::default()
    }
    .bytes();
    let rows = try_deputies("代表编号,姓名\n1,李明\n2,王芳\n".as_bytes()).rows;
    let packed = export(&rows, Format::Xlsx).unwrap();
    let text = "代表编号,姓名,备注\n1,\"李\n明\",قازاق\n2,王芳,\"a\"\"b\"\n"
        .as_bytes()
        .to_vec();
    let (gb, _, _) = encoding_rs::GB18030.encode("代表编号,姓名\n1,李明\n2,王芳\n");
    let mut state = 7;
    for original in [&plain, &packed, &text, &gb.into_owned()] {
        for _ in 0..800 {
            let mut bytes = original.clone();
            for _ in 0..=next(&mut state) % 4 {
                let at = next(&mut state) % bytes.len();
                match next(&mut state) % 4 {
                    0 => bytes.truncate(at.max(1)),
                    1 => bytes[at] = u8::try_from(next(&mut state) % 256).unwrap(),
                    2 => bytes[at] = b"<>\"&/=09A:"[next(&mut state) % 10],
                    _ => bytes.swap(at, 0),
                }
            }
            let trial = try_deputies(&bytes);
            assert!(!trial.rows.is_empty() || !trial.problems.is_empty());
        }
    }
}
