//! `minsheng count` as a program calls it: drawn ballots against the totals that were decided before
//! they were drawn, files of our own, bad files, and every prefix and flipped bit of them.

mod drawn;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use exchange::BallotFile;
use serde_json::Value;

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/ballots");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
    paths.sort();
    assert!(paths.len() > 30, "the corpus is there");
    paths
}

fn call(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_minsheng"));
    let output = command.arg("count").args(arguments).output();
    output.unwrap_or_else(|error| unreachable!("{error}"))
}

fn json(arguments: &[&str]) -> Value {
    let mut all = arguments.to_vec();
    all.extend(["--format", "json"]);
    let output = call(&all);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

/// Counts a text as a file of this name.
fn count_text(name: &str, text: &str, more: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    let path = folder.path().join(name);
    assert!(fs::write(&path, text).is_ok());
    let path = path.to_string_lossy();
    json(&[&[path.as_ref()], more].concat())
}

fn of<'v>(report: &'v Value, field: &str) -> Vec<&'v Value> {
    let candidates = report["candidates"].as_array().into_iter().flatten();
    candidates.map(|candidate| &candidate[field]).collect()
}

fn codes(report: &Value) -> Vec<(&Value, &Value)> {
    let problems = report["problems"].as_array().into_iter().flatten();
    problems
        .map(|problem| (&problem["row"], &problem["code"]))
        .collect()
}

#[test]
fn a_table_is_counted_against_the_majority_of_all_deputies() {
    let table = "ballot,p1,p2,p3\n1,a,a,o\n2,a,x,\n3,a,,\n4,,,\n";
    let report = count_text("ballots.csv", table, &["--deputies", "5", "--places", "2"]);
    assert_eq!(report["needed"], 3);
    assert_eq!(
        (&report["ballots"], &report["valid"]),
        (&4.into(), &4.into())
    );
    assert_eq!((&report["blank"], &report["void"]), (&1.into(), &0.into()));
    assert_eq!(of(&report, "approve"), [3, 1, 0]);
    assert_eq!(of(&report, "oppose"), [0, 0, 1]);
    assert_eq!(of(&report, "abstain"), [1, 3, 3]);
    assert_eq!(of(&report, "rank"), [1, 2, 3]);
    let verdicts = of(&report, "verdict");
    assert_eq!(verdicts, ["selected", "below_threshold", "below_threshold"]);
    assert_eq!(report["problems_total"], 0);
    let none = count_text(
        "ballots.csv",
        table,
        &["--threshold", "none", "--places", "1"],
    );
    assert_eq!(none["needed"], 0);
    assert_eq!(
        of(&none, "verdict"),
        ["selected", "beyond_places", "beyond_places"]
    );
}

#[test]
fn exactly_half_of_all_does_not_pass() {
    let table = "ballot,p1,p2\n1,a,a\n2,a,a\n3,a,o\n4,o,o\n";
    let report = count_text("ballots.csv", table, &["--deputies", "4"]);
    assert_eq!(of(&report, "verdict"), ["selected", "below_threshold"]);
    let few = count_text("ballots.csv", table, &["--deputies", "3"]);
    assert_eq!(
        codes(&few),
        [(&Value::Null, &"ballots-above-members".into())]
    );
}

#[test]
fn what_is_wrong_is_told_by_row_and_counted_as_it_stands() {
    let files = [
        ("doubled_mark.pb", 15, "vote-twice", [2, 1, 1]),
        ("unknown_project.pb", 15, "vote-unknown", [1, 1, 1]),
        ("too_many.pb", 15, "vote-too-long", [2, 2, 2]),
        ("choose_1.pb", 11, "vote-too-long", [1, 1, 1]),
    ];
    for (name, row, code, approve) in files {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/corpus/ballots")
            .join(name);
        let report = json(&[path.to_str().unwrap()]);
        assert_eq!(codes(&report), [(&row.into(), &code.into())], "{name}");
        assert_eq!(of(&report, "approve"), approve, "{name}");
        let message = report["problems"][0]["message"].as_str().unwrap();
        assert!(message.is_ascii() && message.ends_with('.'), "{message}");
    }
}

#[test]
fn at_most_a_thousand_problems_are_listed_and_all_are_numbered() {
    let mut text = "ballot,p1\n".to_owned();
    for number in 0..1200 {
        text.push_str(&format!("{number},?\n"));
    }
    let report = count_text("ballots.csv", &text, &["--threshold", "none"]);
    assert_eq!(report["problems_total"], 1200);
    assert_eq!(report["problems"].as_array().map(Vec::len), Some(1000));
    assert_eq!(report["blank"], 1200);
}

#[test]
fn wrong_use_and_unreadable_input_exit_with_2_and_a_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/ballots");
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let cases: [(&[&str], &str); 17] = [
        (&[&at("plain.csv")], "--deputies"),
        (
            &[&at("plain.pb"), "--threshold", "majority-of-all"],
            "--deputies",
        ),
        (&[&at("plain.pb"), "--places", "0"], "--places"),
        (&[&at("plain.pb"), "--places", "-1"], "-1"),
        (&[&at("plain.pb"), "--deputies", "0"], "--deputies"),
        (&[&at("no such file.pb")], "no such file"),
        (&[], "FILE"),
        (&[&at("ordinal.pb")], "ordinal"),
        (&[&at("cumulative.pb")], "cumulative"),
        (&[&at("no_kind.pb")], "pb-kind-missing"),
        (&[&at("no_meta.pb")], "META"),
        (&[&at("no_vote_column.pb")], "vote"),
        (
            &[&at("repeated_project.pb")],
            "row 9, column project_id: candidate-repeated",
        ),
        (&[&at("broken_number.pb")], "pb-number-wrong"),
        (&[&at("not_text.pb")], "row 15"),
        (&[&at("empty.pb")], "pb-section-missing"),
        (
            &[&at("wrong_header.csv"), "--threshold", "none"],
            "ballots-header",
        ),
    ];
    for (arguments, reason) in cases {
        let output = call(arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
        assert!(told.contains(reason), "{arguments:?}: {told}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_table_for_people_tells_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/ballots");
    let path = folder.join("doubled_mark.pb");
    let output = call(&[path.to_str().unwrap(), "--places", "1"]);
    let text = String::from_utf8_lossy(&output.stdout);
    for line in [
        "3 ballots: 3 valid, 0 void, 0 blank; 1 places, 0 approvals needed",
        "   1         2         0         1  selected         A Road",
        "   2         1         0         2  beyond_places    B School",
        "row 15, column vote: vote-twice: \"A\" is named twice; it counts once.",
    ] {
        assert!(text.contains(line), "{line:?} in {text}");
    }
}

#[test]
fn the_same_file_with_crlf_or_a_byte_order_mark_counts_the_same() {
    for kind in ["pb", "csv"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/ballots");
        let report = |name: &str| {
            let path = folder.join(format!("{name}.{kind}"));
            json(&[path.to_str().unwrap(), "--threshold", "none"])
        };
        assert_eq!(report("crlf"), report("plain"));
        assert_eq!(report("bom"), report("plain"));
    }
}

/// Reads all of it; whether it came to an end is all the same, as long as it ends.
fn read(bytes: &[u8], is_pabulib: bool) -> usize {
    let Ok(mut file) = BallotFile::open(bytes, is_pabulib) else {
        return 0;
    };
    let lines = file.candidates().len();
    let mut ballots = 0;
    while let Ok(Some(ballot)) = file.next_ballot() {
        ballots += 1;
        let kind = domain::ballot::BallotKind::PerItem;
        assert!(ballot.paper.is_none_or(|paper| paper.fits(kind, lines)));
        assert!(ballots <= bytes.len());
    }
    ballots
}

#[test]
fn no_bytes_make_a_parser_fail() {
    let mut tried = 0;
    for path in corpus() {
        let bytes = fs::read(&path).unwrap();
        for is_pabulib in [true, false] {
            for end in 0..=bytes.len() {
                read(&bytes[..end], is_pabulib);
                tried += 1;
            }
            for place in 0..bytes.len() {
                for with in [0, b'"', b';', b',', b'\n', b'\r', 0xff, bytes[place] ^ 0x20] {
                    let mut changed = bytes.clone();
                    changed[place] = with;
                    read(&changed, is_pabulib);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 50_000, "{tried}");
}
