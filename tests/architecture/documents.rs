//! Documents and the schema name things that exist.

use crate::{
    none, raised,
    source::{Source, files, product, root, text_of},
};

/// Folders that stand at the root; a quoted path that begins with one must exist.
const TOP: &[&str] = &[
    "src", "tests", "docs", "deploy", "scripts", "benches", ".ci",
];

/// Files of the root that documents call by name.
const TOP_FILES: &[&str] = &[
    "schema.sql",
    "Cargo.toml",
    "Cargo.lock",
    "clippy.toml",
    "rustfmt.toml",
    "deny.toml",
    "README.md",
    "CONTRIBUTING.md",
];

/// Endings that make a quoted name with a slash a path of the repository.
const ENDINGS: &[&str] = &[
    "rs", "md", "toml", "sql", "ftl", "mjs", "js", "css", "csv", "service",
];

/// What a test run makes and the repository does not hold.
const MADE: &[&str] = &["tests/browser/shots", "tests/browser/node_modules"];

/// Names in backticks, outside code blocks, with their lines.
fn quoted(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut is_block = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_block = !is_block;
        } else if !is_block {
            let names = line.split('`').skip(1).step_by(2);
            found.extend(names.map(|name| (number + 1, name.to_owned())));
        }
    }
    found
}

/// Targets of links and pictures, with their lines.
fn linked(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for rest in line.split("](").skip(1) {
            let target = rest.split([')', '#', ' ']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains(':') {
                found.push((number + 1, target.to_owned()));
            }
        }
    }
    found
}

/// Whether a quoted name means a file or folder of the repository.
fn is_path(name: &str, layers: &[&str]) -> bool {
    let is_plain = name
        .chars()
        .all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '.' | '/'));
    if !is_plain || name.starts_with('/') || name.contains("NNNN") || name.contains("..") {
        return false;
    }
    let Some((first, _)) = name.split_once('/') else {
        return TOP_FILES.contains(&name);
    };
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    TOP.contains(&first)
        || ENDINGS.contains(&ending)
        || (layers.contains(&first) && name.ends_with('/'))
}

fn complaints(documents: &[(&str, &str)], exists: &dyn Fn(&str) -> bool) -> Vec<String> {
    let layers = [
        "domain", "store", "service", "text", "web", "paper", "exchange", "cli",
    ];
    let mut out = Vec::new();
    for (document, text) in documents {
        let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = |name: &str| {
            if folder.is_empty() {
                name.to_owned()
            } else {
                format!("{folder}/{name}")
            }
        };
        for (line, name) in quoted(text)
            .into_iter()
            .filter(|(_, name)| is_path(name, &layers))
        {
            let name = name.trim_end_matches('/');
            let places = [name.to_owned(), format!("src/{name}"), beside(name)];
            let is_made = MADE.iter().any(|made| name.starts_with(made));
            if !is_made && !places.iter().any(|place| exists(place)) {
                out.push(format!("{document}:{line}: `{name}` does not exist"));
            }
        }
        for (line, target) in linked(text) {
            if !exists(&beside(&target)) {
                out.push(format!(
                    "{document}:{line}: the link to {target} leads nowhere"
                ));
            }
        }
    }
    out
}

/// The tables that a schema creates.
fn tables(schema: &str) -> Vec<String> {
    let code: String = schema
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default().to_lowercase() + "\n")
        .collect();
    let mut words = code
        .split(|char: char| !(char.is_alphanumeric() || char == '_'))
        .filter(|word| !word.is_empty());
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        if word == "create" && words.next() == Some("table") {
            let name = words.find(|word| !matches!(*word, "if" | "not" | "exists"));
            found.extend(name.map(str::to_owned));
        }
    }
    found
}

/// Tables that no store module reads or writes.
fn orphans(schema: &str, sources: &[Source]) -> Vec<String> {
    let names = |text: &str, table: &str| {
        text.split(|char: char| !(char.is_alphanumeric() || char == '_'))
            .any(|word| word == table)
    };
    tables(schema)
        .into_iter()
        .filter(|table| {
            !sources
                .iter()
                .filter(|source| source.layer() == "store")
                .any(|source| source.literals().any(|(_, text)| names(text, table)))
        })
        .map(|table| format!("schema.sql: no module of store names the table {table}"))
        .collect()
}

#[test]
fn every_path_in_a_document_exists() {
    let mut paths = files("docs", ".md");
    paths.extend(files("deploy", ".md"));
    paths.extend(["README.md", "CONTRIBUTING.md"].map(str::to_owned));
    let texts: Vec<(String, String)> = paths
        .into_iter()
        .filter_map(|path| text_of(&path).map(|text| (path, text)))
        .collect();
    let documents: Vec<(&str, &str)> = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    none(&complaints(&documents, &|path| root().join(path).exists()));
}

#[test]
fn every_table_has_its_store_module() {
    let Some(schema) = text_of("schema.sql") else {
        return;
    };
    assert!(
        !tables(&schema).is_empty(),
        "schema.sql has no table that this test can read"
    );
    none(&orphans(&schema, &product()));
}

#[test]
fn a_path_or_link_that_leads_nowhere_is_noticed() {
    let text = "See `src/cli/lib.rs`, `src/gone.rs`, `web/lib.rs`, `text/html`, `/b/`, `domain::poll`, `deny.toml`.\n\
        ```\n`src/also_gone.rs`\n```\n[map](gone.png) [here](lib.md#part) [out](https://example.org/x)\n\
        `tests/browser/shots/a.png` `decisions/0001-sqlite.md` `cargo nextest run`";
    let there = [
        "src/cli/lib.rs",
        "src/web/lib.rs",
        "docs/lib.md",
        "docs/decisions/0001-sqlite.md",
    ];
    raised(
        &complaints(&[("docs/x.md", text)], &|path| there.contains(&path)),
        3,
        &[
            "docs/x.md:1: `src/gone.rs`",
            "`deny.toml`",
            "docs/x.md:5: the link to gone.png",
        ],
    );
}

#[test]
fn a_table_that_no_store_module_names_is_noticed() {
    let schema = "-- create table no (a)\nCREATE TABLE poll (a) strict;\ncreate table if not exists round (a);";
    let sources = [
        Source::of("src/store/polls.rs", "fn f() { q(\"select a from poll\") }"),
        Source::of("src/service/x.rs", "fn f() { q(\"round\") }"),
    ];
    raised(&orphans(schema, &sources), 1, &["table round"]);
}
