//! Each file of `tests/corpus/import` and what a clerk is told about it.

use std::path::PathBuf;

use super::told;
use exchange::{try_congresses, try_deputies, try_projects};
use text::{Language, Words};

/// File, rows that are well, and all problems.
const FILES: &[(&str, usize, &[&str])] = &[
    ("blank.csv", 0, &["table-empty"]),
    (
        "congresses-bad.csv",
        1,
        &[
            "cell-twice 2 代号",
            "cell-twice 3 代号",
            "congress-code 3 区划代码",
            "congress-slug 4 代号",
            "congress-parent-missing 5 上级代号",
            "congress-code-elsewhere 6 区划代码",
            "congress-parent-township 7 上级代号",
            "congress-parent-of-county 8 上级代号",
            "cell-word 10 层级",
        ],
    ),
    ("deputies-cell-too-long.csv", 0, &["cell-too-long 2 姓名"]),
    ("deputies-columns-too-many.csv", 0, &["columns-too-many 2"]),
    (
        "deputies-comma-not-quoted.csv",
        0,
        &["cell-without-header 2 D"],
    ),
    ("deputies-formulas-as-text.csv", 2, &[]),
    ("deputies-gb18030.csv", 2, &[]),
    (
        "deputies-hidden-characters.csv",
        2,
        &[
            "cell-hidden-character 2 姓名",
            "cell-hidden-character 3 姓名",
            "cell-replaced-character 4 姓名",
            "cell-private-character 5 姓名",
        ],
    ),
    ("deputies-mixed-encodings.csv", 0, &["encoding-mixed 3"]),
    (
        "deputies-no-number-column.csv",
        0,
        &["column-missing 1 代表编号"],
    ),
    (
        "deputies-number-long.csv",
        0,
        &["deputy-number-long 2 代表编号"],
    ),
    (
        "deputies-number-twice.csv",
        2,
        &[
            "cell-twice 2 代表编号",
            "cell-alike 3 姓名",
            "cell-twice 4 代表编号",
            "cell-alike 5 姓名",
        ],
    ),
    (
        "deputies-odd-columns.csv",
        0,
        &[
            "column-twice 1 姓 名",
            "column-not-kept 1 性别",
            "column-unknown 1 身高",
        ],
    ),
    ("deputies-only-header.csv", 0, &["table-empty"]),
    ("deputies-quote-open.csv", 0, &["quote-open 2"]),
    ("deputies-semicolon-crlf-bom.csv", 2, &[]),
    ("deputies-title-first.csv", 2, &["header-not-first 3"]),
    (
        "deputies-words.csv",
        0,
        &[
            "cell-word 2 常委会委员",
            "cell-word 3 语言",
            "cell-empty 4 姓名",
            "cell-empty 5 代表编号",
        ],
    ),
    ("empty.csv", 0, &["table-empty"]),
    (
        "projects-amounts.csv",
        2,
        &[
            "amount-negative 2 投资（万元）",
            "amount-not-a-number 3 投资（万元）",
            "amount-too-fine 4 投资（万元）",
            "amount-too-large 5 投资（万元）",
            "amount-odd 6 投资（万元）",
            "cell-empty 7 投资（万元）",
        ],
    ),
    (
        "projects-equal.csv",
        0,
        &[
            "cell-twice 2 项目名称",
            "cell-twice 2 项目编号",
            "cell-twice 3 项目名称",
            "cell-twice 4 项目编号",
        ],
    ),
    ("web-page.xls", 0, &["file-web-page"]),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/import")
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

#[test]
fn every_file_is_told_as_it_should_be() {
    for (name, rows, wanted) in FILES {
        let bytes = read(name);
        let (well, problems) = if name.starts_with("projects") {
            let trial = try_projects(&bytes);
            (trial.rows.len(), trial.problems)
        } else if name.starts_with("congresses") {
            let trial = try_congresses(&bytes);
            (trial.rows.len(), trial.problems)
        } else {
            let trial = try_deputies(&bytes);
            (trial.rows.len(), trial.problems)
        };
        assert_eq!(told(&problems), *wanted, "{name}");
        assert_eq!(well, *rows, "{name}");
        for problem in &problems {
            for language in [Language::ZhHans, Language::En] {
                let words = Words::of(language).say_named("problem", problem.code, &problem.facts);
                let text = &words.text;
                assert!(
                    !text.contains('{') && !text.starts_with('['),
                    "{name}: {text}"
                );
            }
        }
    }
}

#[test]
fn every_file_of_the_corpus_has_its_line() {
    let mut names: Vec<String> = folder()
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let listed: Vec<&str> = FILES.iter().map(|(name, _, _)| *name).collect();
    assert_eq!(names, listed);
}

#[test]
fn both_rows_of_a_number_are_told_where_the_other_stands() {
    let trial = try_deputies(&read("deputies-number-twice.csv"));
    let others: Vec<&str> = trial
        .problems
        .iter()
        .map(|problem| problem.facts[1].1.as_str())
        .collect();
    assert_eq!(others, ["4", "5", "2", "3"]);
    assert_eq!(
        (trial.rows_read, trial.errors(), trial.warnings()),
        (4, 2, 2)
    );
    assert!(trial.accept().is_err());
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let rows = try_deputies(&read("deputies-formulas-as-text.csv")).rows;
    assert_eq!(rows[0].name, "=HYPERLINK(\"http://evil.example\",\"李明\")");
    assert_eq!(rows[0].note, "=1+1");
    assert_eq!(
        (rows[1].name.as_str(), rows[1].note.as_str()),
        ("@SUM(A1)", "-5")
    );
}

#[test]
fn lines_encodings_and_rare_characters_survive() {
    let rows = try_deputies(&read("deputies-semicolon-crlf-bom.csv")).rows;
    assert_eq!(rows[0].note, "甲,乙");
    assert_eq!(rows[1].note, "第一行\n第二行");
    let rows = try_deputies(&read("deputies-gb18030.csv")).rows;
    assert_eq!(rows[1].name, "王㐂");
}
