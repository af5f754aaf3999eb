//! How folders and files begin, and how long they may be.

use std::collections::BTreeSet;

use crate::{
    none, raised,
    source::{Source, files, product, text_of},
};

/// Product lines of a file that people should feel.
const LONG: usize = 400;
/// Product lines of a file that nobody commits.
const TOO_LONG: usize = 600;

/// Every crate has its `lib.rs`, every folder of it a `mod.rs`.
fn folders(paths: &[String]) -> Vec<String> {
    let mut folders = BTreeSet::new();
    for path in paths {
        let mut rest = path.as_str();
        while let Some((folder, _)) = rest.rsplit_once('/') {
            folders.insert(folder);
            rest = folder;
        }
    }
    folders
        .into_iter()
        .filter(|folder| folder.starts_with("src/"))
        .map(|folder| {
            let is_crate = folder.matches('/').count() == 1;
            format!("{folder}/{}.rs", if is_crate { "lib" } else { "mod" })
        })
        .filter(|wanted| !paths.contains(wanted))
        .map(|wanted| format!("{wanted} is missing: it says what belongs in its folder"))
        .collect()
}

/// Every file begins by saying what it is.
fn openings(files: &[(&str, &str)]) -> Vec<String> {
    files
        .iter()
        .filter(|(_, text)| {
            !text
                .lines()
                .next()
                .is_some_and(|line| line.len() > 8 && line.starts_with("//! "))
        })
        .map(|(path, _)| format!("{path}: its first line is not a `//!` sentence"))
        .collect()
}

/// Whatever a file shows to others says what it is: functions, types, traits, constants. A field or a
/// variant need not, where its name says it.
fn unsaid(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_said = false;
    let mut depth = 0_usize;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line == "#[cfg(test)]" {
            break;
        }
        // An attribute of several lines stands between the words and the thing.
        let opens = line.matches(['(', '[']).count();
        let closes = line.matches([')', ']']).count();
        if depth > 0 || line.starts_with("#[") {
            depth = (depth + opens).saturating_sub(closes);
        } else if line.starts_with("///") {
            is_said = true;
        } else {
            if let Some(name) = shown(line).filter(|_| !is_said) {
                found.push(format!(
                    "{path}:{}: `{name}` does not say what it is",
                    number + 1
                ));
            }
            is_said = false;
        }
    }
    found
}

/// What a line shows to others: `fn read` of `pub async fn read(..)`.
fn shown(line: &str) -> Option<String> {
    const KINDS: [&str; 7] = ["fn", "struct", "enum", "trait", "type", "const", "static"];
    let mut words = line.strip_prefix("pub ")?.split(' ').peekable();
    while matches!(words.peek(), Some(&("async" | "unsafe"))) || is_const_fn(words.clone()) {
        words.next();
    }
    let kind = words.next().filter(|word| KINDS.contains(word))?;
    let name: String = words
        .next()?
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    (!name.is_empty()).then(|| format!("{kind} {name}"))
}

fn is_const_fn(mut words: std::iter::Peekable<std::str::Split<'_, char>>) -> bool {
    words.next() == Some("const") && words.next() == Some("fn")
}

fn too_long(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| source.product_lines > TOO_LONG)
        .map(|source| {
            format!(
                "{}: {} product lines, at most {TOO_LONG}",
                source.path, source.product_lines
            )
        })
        .collect()
}

/// The median length and the files that grow long, for whoever reads the test's output.
fn lengths(sources: &[Source]) -> String {
    let mut lengths: Vec<usize> = sources.iter().map(|source| source.product_lines).collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
    let longest = lengths.last().copied().unwrap_or(0);
    let mut report = format!(
        "{} files, median {median} product lines, longest {longest}",
        lengths.len()
    );
    for source in sources.iter().filter(|source| source.product_lines > LONG) {
        report.push_str(&format!(
            "\nwarning: {} has {} product lines",
            source.path, source.product_lines
        ));
    }
    report
}

#[test]
fn every_folder_has_its_mod_file() {
    none(&folders(&files("src", ".rs")));
}

#[test]
fn every_file_says_first_what_it_is() {
    let mut paths = files("src", ".rs");
    paths.extend(files("tests", ".rs"));
    paths.extend(files("benches", ".rs"));
    let texts: Vec<String> = paths.iter().filter_map(|path| text_of(path)).collect();
    let files: Vec<(&str, &str)> = paths
        .iter()
        .map(String::as_str)
        .zip(texts.iter().map(String::as_str))
        .collect();
    none(&openings(&files));
}

#[test]
fn whatever_a_file_shows_says_what_it_is() {
    let paths = files("src", ".rs");
    let found = paths
        .iter()
        .filter_map(|path| Some(unsaid(path, &text_of(path)?)));
    none(&found.flatten().collect::<Vec<_>>());
}

#[test]
fn a_thing_that_does_not_say_what_it_is_is_noticed() {
    let text = "/// Said.\n#[derive(\n    Debug,\n)]\npub struct Said;\n\npub const fn unsaid() {}\n\
                impl Said {\n    pub async fn second(&self) {}\n    pub field: u8,\n}\n\
                #[cfg(test)]\nmod tests {\n    pub fn of_tests() {}\n}\n";
    raised(&unsaid("src/a.rs", text), 2, &["fn unsaid", "fn second"]);
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the median is printed so that drift is visible"
)]
fn no_file_is_too_long() {
    let sources = product();
    println!("{}", lengths(&sources));
    none(&too_long(&sources));
}

#[test]
fn a_folder_without_mod_file_is_noticed() {
    let paths = ["src/cli/lib.rs", "src/web/kit/page.rs", "src/web/lib.rs"].map(str::to_owned);
    raised(&folders(&paths), 1, &["src/web/kit/mod.rs"]);
}

#[test]
fn a_file_that_does_not_say_what_it_is_is_noticed() {
    let files = [
        ("a.rs", "use x;"),
        ("b.rs", "//! \nmod x;"),
        ("c.rs", "//! What it is.\nmod x;"),
        ("d.rs", ""),
    ];
    raised(&openings(&files), 3, &["a.rs", "b.rs", "d.rs"]);
}

#[test]
fn a_long_file_is_noticed_and_its_tests_do_not_count() {
    let long = "//! X.\n".to_owned() + &"fn f() {}\n".repeat(TOO_LONG);
    raised(
        &too_long(&[Source::of("src/a.rs", &long)]),
        1,
        &["601 product lines"],
    );
    let tests = format!(
        "//! X.\n#[cfg(test)]\nmod tests {{\n{}}}\n",
        "fn f() {}\n".repeat(TOO_LONG)
    );
    let source = Source::of("src/a.rs", &tests);
    assert_eq!(source.product_lines, 1);
    assert!(source.tokens.is_empty());
    let warned = lengths(&[Source::of("src/b.rs", &"fn f() {}\n".repeat(LONG + 1))]);
    assert!(
        warned.contains("median 401") && warned.contains("warning: src/b.rs"),
        "{warned}"
    );
}
