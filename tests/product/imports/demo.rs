//! The demo's files go through the importers that clerks use, without a single remark.

use std::collections::BTreeSet;

use domain::congress::Level;
use exchange::{read_congresses, read_deputies, read_projects};

fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/cli/demo/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

#[test]
fn the_prefecture_has_seven_counties_and_fifty_seven_townships() {
    let import = read_congresses(&file("congresses.csv")).unwrap();
    assert_eq!(import.problems, []);
    let counties: Vec<&str> = import
        .rows
        .iter()
        .filter(|row| row.level == Level::County)
        .map(|row| row.name.as_str())
        .collect();
    let names = "阿勒泰市 布尔津县 富蕴县 福海县 哈巴河县 青河县 吉木乃县";
    assert_eq!(counties.join(" "), names);
    assert_eq!(import.rows.len(), 7 + 57);
    let slugs: BTreeSet<&str> = import.rows.iter().map(|row| row.slug.as_str()).collect();
    for row in &import.rows {
        assert!(
            row.parent
                .as_deref()
                .is_none_or(|parent| slugs.contains(parent)),
            "{row:?}"
        );
    }
    assert!(slugs.contains("qinghe") && slugs.contains("chaganguole"));
}

#[test]
fn the_rosters_have_the_numbers_of_the_worked_examples() {
    let county = read_deputies(&file("deputies-qinghe.csv")).unwrap();
    assert_eq!(county.problems, []);
    assert_eq!(county.rows.len(), 161);
    assert_eq!(
        county
            .rows
            .iter()
            .filter(|row| row.is_committee_member)
            .count(),
        25
    );
    let languages: BTreeSet<&str> = county
        .rows
        .iter()
        .map(|row| row.language.as_str())
        .collect();
    assert_eq!(
        languages.into_iter().collect::<Vec<_>>(),
        ["kk-Arab", "ug", "zh-Hans"]
    );
    assert_eq!(county.rows[160].name, "代表 161");
    let township = read_deputies(&file("deputies-township.csv")).unwrap();
    assert_eq!(township.problems, []);
    assert_eq!(township.rows.len(), 49);
    assert!(township.rows.iter().all(|row| !row.is_committee_member));
}

#[test]
fn the_libraries_have_six_and_three_candidates() {
    let county = read_projects(&file("projects-qinghe.csv")).unwrap();
    assert_eq!(county.problems, []);
    assert_eq!(county.rows.iter().filter(|row| row.is_candidate).count(), 6);
    assert_eq!(county.rows.len(), 9);
    assert!(county.rows[0].sheet.name.contains("牧道"));
    let township = read_projects(&file("projects-township.csv")).unwrap();
    assert_eq!(township.problems, []);
    assert_eq!(
        township.rows.iter().filter(|row| row.is_candidate).count(),
        3
    );
}
