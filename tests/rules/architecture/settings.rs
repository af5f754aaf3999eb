//! A setting of the rules has its name in one table, which canonical text, form and page walk.

use crate::{
    none, raised,
    source::{Source, product},
};

/// The table.
const TABLE: &str = "src/count/poll/rules.rs";
/// What walks it, and may name no setting.
const WALKERS: [&str; 2] = ["src/count/poll/canonical.rs", "src/web/poll/rules/"];
/// Settings that their page draws in a way of their own, and those that its messages are told.
const APART: [&str; 6] = ["body", "grades", "kind", "places", "rank-sum", "template"];

fn named_again(sources: &[Source]) -> Vec<String> {
    let table = sources.iter().filter(|source| source.path == TABLE);
    let names: Vec<&str> = table
        .flat_map(Source::literals)
        .map(|(_, name)| name)
        .filter(|name| !APART.contains(name))
        .collect();
    let walks = |source: &&Source| WALKERS.iter().any(|place| source.path.starts_with(place));
    sources
        .iter()
        .filter(walks)
        .flat_map(|source| {
            source
                .literals()
                .map(move |(line, text)| (source, line, text))
        })
        .filter(|(_, _, text)| names.contains(text))
        .map(|(source, line, text)| {
            format!(
                "{}:{line}: the setting {text} is named beside its table",
                source.path
            )
        })
        .collect()
}

#[test]
fn a_setting_is_named_in_its_table_alone() {
    none(&named_again(&product()));
}

#[test]
fn a_setting_that_a_form_names_again_is_noticed() {
    let sources = [
        Source::of(TABLE, "settings! { tie: Tie = Tie::RunOff, \"tie\", any; }"),
        Source::of("src/web/poll/rules/form.rs", "fn f() { one_of(\"tie\"); }"),
        Source::of("src/count/poll/clause.rs", "fn f() { said(\"tie\"); }"),
    ];
    raised(&named_again(&sources), 1, &["src/web/poll/rules/form.rs"]);
}
