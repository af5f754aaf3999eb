//! Nothing is measured once and forgotten: every bench has its place in `docs/measured.md`, with the command
//! that runs it, the day, the machine and its load; and `scripts/test` runs each in small.

use crate::{
    none, raised,
    source::{files, text_of},
};

const LIST: &str = "docs/measured.md";

/// Benches without figures, each with its reason.
const WITHOUT: &[(&str, &str)] = &[];

/// The benches that a manifest names.
fn benches(manifest: &str) -> Vec<String> {
    let parts = manifest.split("[[bench]]").skip(1);
    let names = parts.filter_map(|part| {
        let name = part
            .lines()
            .find_map(|line| line.strip_prefix("name = \""))?;
        Some(name.trim_end_matches('"').to_owned())
    });
    names.collect()
}

/// Whether a line says when something was measured, and on what.
fn tells_of_the_run(line: &str) -> bool {
    let day = line
        .strip_prefix("Measured ")
        .and_then(|rest| rest.get(..10));
    let is_day = day.is_some_and(|day| {
        day.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    });
    is_day && line.contains("core") && line.contains("load")
}

/// Benches without their section, and sections that do not say of which run they tell. `scripts` are names
/// and texts: a bench may be run by one of them.
fn complaints(manifest: &str, scripts: &[(String, String)], list: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let without = |bench: &String| WITHOUT.iter().any(|(name, _)| name == bench);
    for bench in benches(manifest).into_iter().filter(|one| !without(one)) {
        let run = format!("--bench {bench}");
        let runs = |text: &str| text.lines().any(|line| line.ends_with(&run));
        let scripts = scripts.iter().filter(|(_, text)| runs(text));
        let mut commands: Vec<String> = scripts.map(|(path, _)| format!("`{path}`")).collect();
        commands.push(format!("`cargo bench --bench {bench}`"));
        let names_it = |section: &&str| {
            let heading = section.lines().next().unwrap_or_default();
            commands.iter().any(|command| heading.contains(command))
        };
        match list.split("\n## ").skip(1).find(names_it) {
            None => wrong.push(format!("{bench}: no heading of {LIST} names its command")),
            Some(section) if !section.lines().any(tells_of_the_run) => {
                wrong.push(format!("{bench}: its section has no day, machine and load"));
            }
            Some(_) => {}
        }
    }
    wrong
}

#[test]
fn every_bench_has_its_figures_with_the_day_the_machine_and_the_load() {
    let manifest = text_of("Cargo.toml").unwrap_or_default();
    assert!(benches(&manifest).len() > 9, "they are found");
    let scripts = files("scripts", "").into_iter();
    let scripts: Vec<(String, String)> = scripts
        .map(|path| {
            let text = text_of(&path).unwrap_or_default();
            (path, text)
        })
        .collect();
    none(&complaints(
        &manifest,
        &scripts,
        &text_of(LIST).unwrap_or_default(),
    ));
}

/// Benches that `scripts/test` does not run in small, and benches that have no small size.
fn unrun(manifest: &str, script: &str, has_size: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut lines = script.lines().map(str::trim);
    let list = lines.find_map(|line| line.strip_prefix("for bench in ")?.strip_suffix("; do"));
    let run: Vec<&str> = list.unwrap_or_default().split(' ').collect();
    let mut wrong = Vec::new();
    for bench in benches(manifest) {
        if !run.contains(&bench.as_str()) {
            wrong.push(format!("{bench}: scripts/test does not run it"));
        }
        if !has_size(&bench) {
            wrong.push(format!(
                "{bench}: it does not ask benches/size how large it is"
            ));
        }
    }
    wrong
}

#[test]
fn every_bench_is_run_in_small_by_the_gate() {
    let has_size = |bench: &str| {
        let paths = [
            format!("benches/{bench}.rs"),
            format!("benches/{bench}/main.rs"),
        ];
        let text = paths.iter().find_map(|path| text_of(path));
        text.is_some_and(|text| text.contains("\nmod size;\n") && text.contains("size::"))
    };
    none(&unrun(
        &text_of("Cargo.toml").unwrap_or_default(),
        &text_of("scripts/test").unwrap_or_default(),
        &has_size,
    ));
}

#[test]
fn a_bench_that_nobody_runs_or_that_knows_one_size_is_found() {
    let manifest = "[[bench]]\nname = \"a\"\n[[bench]]\nname = \"b\"\n[[bench]]\nname = \"c\"\n";
    let script = "small() {\n    for bench in a c; do\n        cargo test --bench $bench\n";
    raised(
        &unrun(manifest, script, &|bench| bench != "c"),
        2,
        &["b: scripts/test does not", "c: it does not ask"],
    );
}

#[test]
fn a_bench_without_figures_or_without_their_day_is_found() {
    let manifest = "[[bench]]\nname = \"a\"\n[[bench]]\nname = \"b\"\n[[bench]]\nname = \"c\"\n";
    let scripts = [(
        "scripts/b".to_owned(),
        "cargo bench --locked --bench b".to_owned(),
    )];
    let list = "# Measured\n\n## A: `cargo bench --bench a`\n\n1 s\n\n## B: `scripts/b`\n\n\
                Measured 2026-11-30 on two cores, load 3\n";
    raised(
        &complaints(manifest, &scripts, list),
        2,
        &["a: its section", "c: no heading"],
    );
}
