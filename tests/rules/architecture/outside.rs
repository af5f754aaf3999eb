//! The clone is enough: no test, script or document needs anything that lies outside the repository.

use crate::{
    none, raised,
    source::{files, root, text_of},
};

/// Folders whose files are read, and the files of the root beside them.
const WHERE: &[&str] = &[
    "src", "tests", "benches", "scripts", "docs", "deploy", ".ci",
];
const ROOT_FILES: &[&str] = &[
    "README.md",
    "CONTRIBUTING.md",
    "Cargo.toml",
    "clippy.toml",
    "deny.toml",
    "schema.sql",
    "box.sql",
];

/// What a test run makes and the repository does not hold.
const MADE: &[&str] = &["tests/browser/node_modules/", "tests/browser/shots/"];

/// Where somebody's files lie that no stranger has. A sample in `deploy` names such folders of the
/// office's own machine; nothing there runs in the repository.
const OUTSIDE: &[&str] = &[
    "/work",
    "/home",
    "/root",
    "/srv",
    "/opt",
    "/mnt",
    "/media",
    "/Users",
    "/tmp",
    "/workspace",
    "/builds",
    "~",
];

/// Paths that may look so: file, path, reason. One that is no longer needed fails.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "src/domain/picture.rs",
        "../../etc/passwd",
        "a name that must be refused",
    ),
    (
        "src/service/files/waiting_files.rs",
        "../../etc/passwd",
        "a name that must be refused",
    ),
    (
        "tests/product/imports/hostile.rs",
        "../../etc/cron.d/x",
        "a name that must be refused",
    ),
    (
        "tests/product/refusals.rs",
        "/assets/../Cargo.toml",
        "an address that must be refused",
    ),
    (
        "scripts/test",
        "/root",
        "the home of a machine that names none",
    ),
];

/// Environment variables that a test, bench or journey may read.
const VARIABLES: &[&str] = &[
    "ALIKE_ANSWERS",
    "PAGES_ASKED",
    "CHAIN_LINES",
    "BENCH_DIR",
    "BENCH_ONLY",
    "BENCH_SECONDS",
    "CARGO_TARGET_DIR",
    "CHROMIUM",
    "DAYS",
    "DAYS_FROM",
    "DAYS_ONLY",
    "DAYS_TELL",
    "MINSHENG_KILL_ROUNDS",
    "OPENING_MB",
    "UPDATE_SNAPSHOTS",
];

/// Runs of characters that paths are made of, with their lines.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_of_path = |char: char| char.is_ascii_alphanumeric() || "_./~-".contains(char);
    text.lines().enumerate().flat_map(move |(number, line)| {
        line.split(move |char| !is_of_path(char))
            .map(move |run| (number + 1, run))
    })
}

/// Whether a path with `..` in it, read from this folder, leads to something of the repository.
fn leads_inside(folder: &str, path: &str, exists: &dyn Fn(&str) -> bool) -> bool {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return false,
            ".." => {}
            part => parts.push(part),
        }
    }
    exists(&parts.join("/"))
}

fn climbs(run: &str) -> bool {
    run.contains('/') && run.split('/').any(|part| part == "..")
}

fn lies_outside(run: &str) -> Option<&str> {
    let run = run.trim_start_matches('-'); // `${HOME:-/root}`
    let is = |folder: &&&str| {
        run.strip_prefix(**folder)
            .is_some_and(|rest| rest.starts_with('/') || rest.is_empty() && **folder != "~")
    };
    OUTSIDE.iter().find(is).map(|_| run)
}

/// The variable that a line asks the environment for.
fn variables(line: &str) -> Vec<&str> {
    let after = ["env::var(\"", "env::var_os(\"", "process.env."];
    let asked = after.iter().flat_map(|call| line.split(call).skip(1));
    asked
        .filter_map(|rest| {
            rest.split(|char: char| !(char.is_ascii_alphanumeric() || char == '_'))
                .next()
        })
        .collect()
}

fn complaints(
    texts: &[(&str, &str)],
    exists: &dyn Fn(&str) -> bool,
    exceptions: &[(&str, &str, &str)],
) -> Vec<String> {
    let mut out = Vec::new();
    let mut used = Vec::new();
    for (path, text) in texts {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_deploy = path.starts_with("deploy/");
        for (line, run) in runs(text) {
            let leaves = if climbs(run) && !leads_inside(folder, run, exists) {
                run
            } else if let Some(outside) = lies_outside(run).filter(|_| !is_deploy) {
                outside
            } else {
                continue;
            };
            let allowed = exceptions
                .iter()
                .find(|(of, what, _)| of == path && *what == leaves);
            match allowed {
                Some(exception) => used.push(exception),
                None => out.push(format!("{path}:{line}: {leaves} is outside the repository")),
            }
        }
        let is_run = ["tests/", "benches/"]
            .iter()
            .any(|folder| path.starts_with(folder));
        if !is_run || *path == "tests/rules/architecture/outside.rs" {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let number = number + 1;
            let asked = variables(line).into_iter();
            for name in asked.filter(|name| !VARIABLES.contains(name)) {
                out.push(format!("{path}:{number}: asks the environment for {name}"));
            }
            if line.contains(".ancestors()")
                || line.contains("vars_os(")
                || line.contains("env::vars(")
            {
                out.push(format!(
                    "{path}:{number}: looks for something beside the repository"
                ));
            }
        }
    }
    for exception in exceptions
        .iter()
        .filter(|exception| !used.contains(exception))
    {
        out.push(format!("{} no longer needs {}", exception.0, exception.1));
    }
    out
}

#[test]
fn nothing_outside_the_repository_is_needed() {
    let mut paths: Vec<String> = WHERE.iter().flat_map(|folder| files(folder, "")).collect();
    paths.extend(ROOT_FILES.iter().map(|&path| path.to_owned()));
    paths.retain(|path| !MADE.iter().any(|made| path.starts_with(made)));
    paths.retain(|path| path != "tests/rules/architecture/outside.rs");
    let texts: Vec<(String, String)> = paths
        .into_iter()
        .filter_map(|path| text_of(&path).map(|text| (path, text)))
        .collect();
    assert!(texts.len() > 600, "{} texts were read", texts.len());
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let exists = |path: &str| root().join(path).exists();
    none(&complaints(&texts, &exists, EXCEPTIONS));
    assert!(EXCEPTIONS.iter().all(|(_, _, reason)| reason.len() > 10));
}

#[test]
fn a_need_from_outside_is_noticed() {
    let exists = |path: &str| matches!(path, "" | "src/text" | "docs/secrecy.md");
    let inside = [
        (
            "scripts/a",
            "cd \"$(dirname \"$0\")/..\"\ncd \"$(dirname \"$0\")/../src/text\"",
        ),
        (
            "docs/decisions/1.md",
            "[here](../secrecy.md) ~55 /var/lib/minsheng 1..2 a/b",
        ),
        ("deploy/a.md", "`cp -a /var/lib/minsheng /root/before`"),
        (
            "tests/a.rs",
            "std::env::var(\"BENCH_DIR\"); get(\"/workbook\"); f(\"~ /\")",
        ),
    ];
    none(&complaints(&inside, &exists, &[]));
    let outside = [
        ("tests/a/b.rs", "here.join(\"../shared/ballots\")"),
        (
            "tests/c.rs",
            "f(\"/work/data\"); let x = env::var(\"MINSHENG_DATA\");\nhere.ancestors()",
        ),
        (
            "scripts/d",
            "cd ../../elsewhere\ncat ~/ballots\ncd \"${X:-/home/me}\"",
        ),
        ("docs/e.md", "lies in /srv/ballots"),
        ("tests/f.mjs", "process.env.BALLOTS"),
        ("README.md", "see ../notes"),
    ];
    let words = [
        "tests/a/b.rs:1: ../shared/ballots is outside",
        "tests/c.rs:1: /work/data",
        "asks the environment for MINSHENG_DATA",
        "tests/c.rs:2: looks for something beside",
        "../../elsewhere",
        "~/ballots",
        "/home/me",
        "/srv/ballots",
        "asks the environment for BALLOTS",
        "../notes",
    ];
    raised(&complaints(&outside, &exists, &[]), 10, &words);
    let exception = [("tests/g.rs", "/home/x", "a name that must be refused")];
    none(&complaints(
        &[("tests/g.rs", "f(\"/home/x\")")],
        &exists,
        &exception,
    ));
    raised(
        &complaints(&[("tests/g.rs", "")], &exists, &exception),
        1,
        &["no longer needs"],
    );
}
