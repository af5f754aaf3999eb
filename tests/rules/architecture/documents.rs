//! Documents and the schema name things that exist, and each document says for whom it is.

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
    "box.sql",
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

/// For whom a document may be.
const READERS: &[&str] = &[
    "everyone",
    "clerks",
    "installers",
    "developers",
    "auditors",
    "translators",
];

/// Words that the first page a newcomer reads may have, tables and commands included.
const README_WORDS: usize = 700;

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

/// For whom a document is: the readers named in the sentence that opens it below its title.
fn readers(text: &str) -> Vec<&'static str> {
    let opening = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .and_then(|line| line.strip_prefix("For "))
        .unwrap_or_default();
    let sentence = opening.split(['.', ':']).next().unwrap_or_default();
    let words: Vec<&str> = sentence
        .split(|char: char| !char.is_alphanumeric())
        .collect();
    READERS
        .iter()
        .copied()
        .filter(|reader| words.contains(reader))
        .collect()
}

/// Documents that do not say for whom they are, or that the README does not name in the row of each
/// of their readers. The guides of `deploy` and the decisions stand behind one link each.
fn unaddressed(documents: &[(&str, &str)], readme: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (document, text) in documents {
        let named = readers(text);
        if named.is_empty() {
            let of = READERS.join(", ");
            out.push(format!(
                "{document}: begin it, below its title, with \"For \" and one of {of}"
            ));
        }
        let is_listed = document
            .strip_prefix("docs/")
            .is_some_and(|name| !name.contains('/'));
        for reader in named.into_iter().filter(|reader| *reader != "everyone") {
            let row = readme
                .lines()
                .find(|line| line.starts_with(&format!("| {reader} |")))
                .unwrap_or_default();
            if is_listed && !row.contains(&format!("({document})")) {
                out.push(format!(
                    "{document}: README.md does not name it in the row for {reader}"
                ));
            }
        }
    }
    out
}

/// The name under which a heading can be linked to.
fn anchor(heading: &str) -> String {
    heading
        .trim_start_matches('#')
        .trim()
        .to_lowercase()
        .chars()
        .filter(|char| char.is_alphanumeric() || matches!(char, ' ' | '-' | '_'))
        .map(|char| if char == ' ' { '-' } else { char })
        .collect()
}

/// Links to a part of a document that has no such heading.
fn headless(documents: &[(&str, &str)]) -> Vec<String> {
    let mut out = Vec::new();
    for (document, text) in documents {
        let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (number, line) in (1..).zip(text.lines()) {
            for rest in line.split("](").skip(1) {
                let target = rest.split([')', ' ']).next().unwrap_or_default();
                let Some((file, part)) = target.split_once('#') else {
                    continue;
                };
                let path = match (file.strip_prefix("../"), folder) {
                    (Some(above), _) => above.to_owned(),
                    (None, _) if file.is_empty() => (*document).to_owned(),
                    (None, "") => file.to_owned(),
                    (None, folder) => format!("{folder}/{file}"),
                };
                let has_heading = documents
                    .iter()
                    .filter(|(name, _)| *name == path)
                    .flat_map(|(_, text)| text.lines())
                    .any(|line| line.starts_with('#') && anchor(line) == part);
                if !target.contains("://") && !has_heading {
                    out.push(format!("{document}:{number}: {target} has no such heading"));
                }
            }
        }
    }
    out
}

/// Whether a quoted name is that of a test: a sentence of five words or more.
fn is_sentence(name: &str) -> bool {
    name.matches('_').count() >= 4
        && name
            .chars()
            .all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_')
}

/// Tests that a document names and that are gone, among these texts of code.
fn untested(documents: &[(&str, &str)], code: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    for (document, text) in documents {
        for (line, name) in quoted(text) {
            let start = format!("fn {name}(");
            if is_sentence(&name) && !code.iter().any(|text| text.contains(&start)) {
                out.push(format!("{document}:{line}: there is no test `{name}`"));
            }
        }
    }
    out
}

/// The documents of the repository: path and text.
fn documents() -> Vec<(String, String)> {
    let mut paths = files("docs", ".md");
    paths.extend(files("deploy", ".md"));
    paths.extend(["README.md", "CONTRIBUTING.md"].map(str::to_owned));
    paths
        .into_iter()
        .filter_map(|path| text_of(&path).map(|text| (path, text)))
        .collect()
}

/// The same, borrowed.
fn borrowed(texts: &[(String, String)]) -> Vec<(&str, &str)> {
    texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect()
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
    let texts = documents();
    let documents = borrowed(&texts);
    none(&headless(&documents));
    let mut code = files("tests", ".rs");
    code.extend(files("src", ".rs"));
    let code: Vec<String> = code.iter().filter_map(|path| text_of(path)).collect();
    none(&untested(&documents, &code));
    none(&complaints(&documents, &|path| root().join(path).exists()));
}

#[test]
fn every_document_says_for_whom_it_is_and_stands_in_the_readme() {
    let texts = documents();
    let readme = text_of("README.md").unwrap_or_default();
    none(&unaddressed(&borrowed(&texts), &readme));
    let words = readme.split_whitespace().count();
    assert!(
        words < README_WORDS,
        "README.md has {words} words: what does not fit goes to docs/features.md"
    );
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
    let of_a_box = text_of("box.sql").unwrap_or_default();
    assert!(tables(&of_a_box).len() > 4, "the tables of a box");
    none(&orphans(&of_a_box, &product()));
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
        Source::of(
            "src/store/poll/polls.rs",
            "fn f() { q(\"select a from poll\") }",
        ),
        Source::of("src/service/x.rs", "fn f() { q(\"round\") }"),
    ];
    raised(&orphans(schema, &sources), 1, &["table round"]);
}

#[test]
fn a_document_for_nobody_or_in_no_row_is_noticed() {
    let documents = [
        ("docs/a.md", "# A\n\nFor clerks and auditors. It is."),
        ("docs/b.md", "# B\n\nAll of it, for clerks."),
        ("docs/decisions/c.md", "# C\n\nFor developers.\n"),
    ];
    let readme = "| clerks | [a](docs/a.md) |\n| auditors | [b](docs/b.md) |";
    raised(
        &unaddressed(&documents, readme),
        2,
        &[
            "docs/a.md: README.md does not name it in the row for auditors",
            "docs/b.md: begin it",
        ],
    );
}

#[test]
fn a_link_to_a_heading_that_is_gone_is_noticed() {
    let documents = [
        (
            "README.md",
            "[a](docs/a.md#poll-票决-derived) [b](docs/a.md#gone) [c](https://example.org/#x)",
        ),
        ("docs/a.md", "# A\n## Poll (票决), derived\n[up](#a)"),
    ];
    raised(&headless(&documents), 1, &["README.md:1: docs/a.md#gone"]);
}

#[test]
fn a_test_that_a_document_names_and_that_is_gone_is_noticed() {
    let text = "`a_test_that_is_there`, `a_test_that_is_gone`, `write_in_words`";
    let code = ["#[test]\nfn a_test_that_is_there() {}".to_owned()];
    raised(
        &untested(&[("a.md", text)], &code),
        1,
        &["a_test_that_is_gone"],
    );
}
