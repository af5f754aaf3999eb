//! Reading the product's own source: files, tokens and paths, for the tests that guard the house.
//!
//! [`Source`] is one file without comments and test modules. Start with [`product`].

pub(crate) mod lexer;

use std::{
    fs,
    path::{Path, PathBuf},
};

use lexer::{Token, closing, lex};

/// One Rust file as the rules see it.
pub(crate) struct Source {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    /// Tokens without comments and test modules.
    pub(crate) tokens: Vec<Token>,
    /// Lines that are not of a test module.
    pub(crate) product_lines: usize,
}

impl Source {
    /// A file from its path and its text.
    pub(crate) fn of(path: &str, text: &str) -> Self {
        let mut tokens = lex(text);
        let all = text.lines().count();
        let dropped = drop_tests(&mut tokens, all);
        Self {
            path: path.to_owned(),
            tokens,
            product_lines: all.saturating_sub(dropped),
        }
    }

    /// The folder under `src`, which is the crate: `store` for `src/store/engine/tx.rs`.
    pub(crate) fn layer(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside)
    }

    /// The file's module path, with its crate first: `store`, `tx`.
    pub(crate) fn module(&self) -> Vec<String> {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let inside = inside.strip_suffix(".rs").unwrap_or(inside);
        let mut parts: Vec<String> = inside.split('/').map(str::to_owned).collect();
        if parts
            .last()
            .is_some_and(|last| matches!(last.as_str(), "mod" | "lib"))
        {
            parts.pop();
        }
        parts
    }

    /// String and character literals with their lines.
    pub(crate) fn literals(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tokens
            .iter()
            .filter_map(|token| token.literal().map(|text| (token.line, text)))
    }

    /// Whether the tokens at `at` read as `wanted`.
    pub(crate) fn reads(&self, at: usize, wanted: &[&str]) -> bool {
        wanted.iter().enumerate().all(|(step, word)| {
            self.tokens
                .get(at + step)
                .is_some_and(|token| token.is(word))
        })
    }

    /// The places where the tokens read as `wanted`.
    pub(crate) fn places<'s>(&'s self, wanted: &'s [&'s str]) -> impl Iterator<Item = usize> + 's {
        (0..self.tokens.len()).filter(move |at| self.reads(*at, wanted))
    }

    /// The line of a token.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(0, |token| token.line)
    }
}

/// Removes what `#[cfg(test)]` guards; returns how many lines that was.
fn drop_tests(tokens: &mut Vec<Token>, lines: usize) -> usize {
    let mut dropped = 0;
    let mut at = 0;
    while at < tokens.len() {
        let reads = |from: usize, wanted: &[&str]| {
            wanted
                .iter()
                .enumerate()
                .all(|(step, word)| tokens.get(from + step).is_some_and(|token| token.is(word)))
        };
        if reads(at, &["#", "!", "[", "cfg", "(", "test", ")", "]"]) {
            tokens.clear();
            return lines;
        }
        if !reads(at, &["#", "[", "cfg", "(", "test", ")", "]"]) {
            at += 1;
            continue;
        }
        let end = item_end(tokens, at);
        let first = tokens.get(at).map_or(0, |token| token.line);
        let last = tokens.get(end).map_or(lines, |token| token.end);
        dropped += last + 1 - first.min(last);
        tokens.drain(at..=end.min(tokens.len() - 1));
    }
    dropped
}

/// The last token of the item that starts at `at` with its attributes.
fn item_end(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        if token.is("{") {
            return closing(tokens, at);
        }
        if token.is(";") {
            return at;
        }
        at = if token.is("(") || token.is("[") {
            closing(tokens, at) + 1
        } else {
            at + 1
        };
    }
    tokens.len().saturating_sub(1)
}

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the repository, if it is there.
pub(crate) fn text_of(path: &str) -> Option<String> {
    fs::read_to_string(root().join(path)).ok()
}

/// All files under a folder of the repository whose name ends so, sorted, as paths from the root.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let mut paths: Vec<String> = found
        .iter()
        .filter_map(|path| path.strip_prefix(root()).ok())
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .filter(|path| path.ends_with(ending))
        .collect();
    paths.sort();
    paths
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Whether a path is of a file that holds only tests.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The product's files: `src/**/*.rs` without those that hold only tests.
pub(crate) fn product() -> Vec<Source> {
    files("src", ".rs")
        .iter()
        .filter(|path| !is_test_file(path))
        .filter_map(|path| text_of(path).map(|text| Source::of(path, &text)))
        .collect()
}
