//! The drawn ballots of `tests/product/count/drawn`: they are what `scripts/drawn-ballots` draws, and they come to the
//! totals and verdicts that were decided there before a ballot was drawn.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use super::{codes, json, of};

/// The drawn files; each has its result beside it.
const FILES: [&str; 4] = [
    "deputies.csv",
    "district.pb",
    "doubled.pb",
    "exactly-five.pb",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder() -> PathBuf {
    root().join("tests/product/count/drawn")
}

fn script(name: &str, folder: &Path) -> Output {
    let mut command = Command::new(root().join("scripts").join(name));
    let command = command.arg(folder);
    let output = command.env("MINSHENG", env!("CARGO_BIN_EXE_minsheng"));
    output
        .output()
        .unwrap_or_else(|error| unreachable!("{error}"))
}

fn decided(file: &str) -> Value {
    let path = folder().join(file).with_extension("json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_kept_files_are_what_the_script_draws() {
    let drawn = tempfile::tempdir().unwrap();
    let output = script("drawn-ballots", drawn.path());
    assert!(output.status.success(), "{output:?}");
    let mut names: Vec<_> = fs::read_dir(drawn.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2 * FILES.len());
    for name in &names {
        let kept = fs::read(folder().join(name)).unwrap();
        let anew = fs::read(drawn.path().join(name)).unwrap();
        assert!(kept == anew, "{name:?} is not what the script draws");
    }
    let kept = fs::read_dir(folder()).unwrap().count();
    assert_eq!(kept, names.len() + 1, "and .gitattributes, nothing else");
}

#[test]
fn drawn_ballots_come_to_what_was_decided_before() {
    for file in FILES {
        let decided = decided(file);
        let path = folder().join(file);
        let counts = decided["counts"].as_array().unwrap();
        assert!(counts.len() > 1, "{file}");
        for count in counts {
            let arguments = count["arguments"].as_array().unwrap().iter();
            let mut arguments: Vec<&str> = arguments.map(|value| value.as_str().unwrap()).collect();
            arguments.insert(0, path.to_str().unwrap());
            let report = json(&arguments);
            for field in ["ballots", "valid", "void", "blank"] {
                assert_eq!(report[field], decided[field], "{arguments:?}: {field}");
            }
            for field in ["id", "name", "approve", "oppose", "abstain", "rank"] {
                assert_eq!(
                    of(&report, field),
                    of(&decided, field),
                    "{arguments:?}: {field}"
                );
            }
            let verdicts: Vec<&Value> = count["verdicts"].as_array().unwrap().iter().collect();
            assert_eq!(of(&report, "verdict"), verdicts, "{arguments:?}");
            let problems = decided["problems"].as_array().unwrap().iter();
            let problems: Vec<_> = problems.map(|told| (&told[0], &told[1])).collect();
            assert_eq!(codes(&report), problems, "{arguments:?}");
            assert_eq!(report["problems_total"], problems.len());
        }
    }
}

#[test]
fn the_drawn_files_hold_the_traps_that_they_are_drawn_for() {
    let text = |name: &str| fs::read_to_string(folder().join(name)).unwrap();
    let has_verdict =
        |name: &str, verdict: &str| decided(name)["counts"].to_string().contains(verdict);
    for file in FILES {
        assert!(has_verdict(file, "tied"), "{file}: a tie at the cut");
    }
    let district = text("district.pb");
    assert!(district.contains("The \"\"Old\"\" Bridge, north\""));
    assert!(district.contains("\r\nvotes;name;project_id;cost\r\n"));
    assert_eq!(
        district.matches('\n').count(),
        district.matches("\r\n").count()
    );
    let five = text("exactly-five.pb");
    let (_, votes) = five.split_once("\nvoter_id;vote\n").unwrap();
    assert!(votes.lines().all(|line| line.matches(',').count() == 4));
    assert!(
        text("deputies.csv")
            .starts_with("ballot,\"p1\",\"p\"\"2\"\"\",\"p3\",\"p4\",\"p,5\",\"p6\"\r\n")
    );
    for code in [
        "vote-twice",
        "vote-unknown",
        "vote-too-long",
        "vote-too-short",
        "row-too-short",
    ] {
        assert!(
            decided("doubled.pb")["problems"].to_string().contains(code),
            "{code}"
        );
    }
}

#[test]
fn the_check_of_published_ballots_sees_a_vote_that_is_missing() {
    let output = script("published-ballots", &folder());
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(
        told.ends_with("3 compared, 0 differ, 0 left out\n"),
        "{told}"
    );
    let changed = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(folder().join("district.pb")).unwrap();
    let wrong = text.replacen("\r\n52;", "\r\n53;", 1);
    assert_ne!(text, wrong);
    fs::write(changed.path().join("wrong.pb"), wrong).unwrap();
    fs::write(changed.path().join("no.pb"), "no ballots").unwrap();
    let output = script("published-ballots", changed.path());
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(told.contains("< q/7\t53\n---\n> q/7\t52\n"), "{told}");
    assert!(
        told.ends_with("1 compared, 1 differ, 1 left out\n"),
        "{told}"
    );
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(
        script("published-ballots", empty.path()).status.code(),
        Some(2)
    );
}
