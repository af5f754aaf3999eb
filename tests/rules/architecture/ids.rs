//! No id is ever given twice: every table whose number leaves its transaction counts on for ever.

use crate::{none, raised, source::text_of};

/// Keys that need no sequence of their own: table, reason. An entry that is no longer needed fails.
const OTHERS_NUMBERS: &[(&str, &str)] = &[
    ("prefecture", "one row for ever"),
    ("installation", "one row for ever"),
    ("key_name", "one row for ever"),
    ("invitation", "the account's number"),
    ("officer_slip", "the officer's number"),
    ("lead_contact", "the lead's number"),
    ("project_lead", "the lead's number"),
    ("desk", "the sitting's number"),
    ("paper_stock", "the round's number"),
    ("sealed_box", "the round's number"),
    ("evaluation", "the poll's number"),
    ("review_poll", "the evaluation's number"),
    ("reminder_rule", "the congress's number"),
    ("webhook", "the congress's number"),
];

/// Numbers that a deleted row would give back, and entries that excuse nothing.
fn numbers_that_come_again(schema: &str, excused: &[(&str, &str)]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut used = Vec::new();
    let mut table = "";
    for line in schema.lines() {
        let line = line.split("--").next().unwrap_or(line).trim();
        if let Some(rest) = line.strip_prefix("create table ") {
            table = rest.split([' ', '(']).next().unwrap_or(rest);
        }
        let line = line.to_lowercase();
        if !line.contains("integer primary key") || line.contains("primary key autoincrement") {
            continue;
        }
        if excused.iter().any(|(name, _)| *name == table) {
            used.push(table);
        } else {
            complaints.push(format!(
                "schema.sql: a deleted row of {table} gives its number back: autoincrement"
            ));
        }
    }
    let stale = excused.iter().filter(|(name, _)| !used.contains(name));
    complaints.extend(stale.map(|(name, _)| format!("{name} needs no excuse any more")));
    complaints
}

#[test]
fn no_number_is_given_twice() {
    let schema = text_of("schema.sql").unwrap_or_default();
    assert!(schema.contains("create table round"), "the schema is read");
    none(&numbers_that_come_again(&schema, OTHERS_NUMBERS));
}

#[test]
fn a_number_that_comes_again_and_a_stale_excuse_are_noticed() {
    let schema = "create table a (      -- first\n    id integer primary key autoincrement,\n\
                  ) strict;\ncreate table b (\n    id INTEGER primary key, -- autoincrement\n\
                  );\ncreate table c (\n    a integer primary key references a\n);\n";
    let excused = [("c", "a's"), ("a", "was one once")];
    let found = numbers_that_come_again(schema, &excused);
    raised(&found, 2, &["row of b", "a needs no excuse"]);
}
