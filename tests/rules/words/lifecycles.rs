//! The diagrams and the table of acts in `docs/lifecycle.md` are drawn from the transition tables.
//!
//! A block follows a line `<!-- from the code: NAME -->`. A diagram of what has no transition table
//! follows `<!-- by hand: NAME -->`, and must name just the stages of its enum.
//! `UPDATE_SNAPSHOTS=1` writes what is drawn into the document.

use std::fmt::Write as _;

use domain::followup::finding::{FindingAct, FindingStage};
use domain::followup::stage as follow;
use domain::followup::stage::FollowupAct;
use domain::hand_count::batch::BatchStage;
use domain::leads::LeadStage;
use domain::leads::act::LeadAct;
use domain::library::list::{ListAct, ListStage};
use domain::library::project::ProjectStage;
use domain::library::stage::ProjectAct;
use domain::reminder::delivery::DeliveryStage;
use domain::review::{ReviewAct, ReviewStage};
use domain::round::{RoundAct, RoundStage};
use domain::sitting::closing::ClosingAct;
use domain::sitting::stage::{SittingAct, SittingStage};

const DOCUMENT: &str = "docs/lifecycle.md";

/// From, act, to.
type Arrow = (&'static str, String, &'static str);

/// A diagram of arrows. Acts between the same two stages share an arrow; a stage that no arrow leaves for
/// another one is an end. `first` is where a life begins; none of a diagram that goes on from another one.
fn diagram(first: Option<&str>, arrows: &[Arrow]) -> String {
    let mut out = String::from("```mermaid\nstateDiagram-v2\n");
    if let Some(first) = first {
        let _ = writeln!(out, "    [*] --> {first}");
    }
    let mut drawn: Vec<(&str, Vec<&str>, &str)> = Vec::new();
    for (from, act, to) in arrows {
        match drawn.iter_mut().find(|one| one.0 == *from && one.2 == *to) {
            Some((_, acts, _)) => acts.push(act),
            None => drawn.push((from, vec![act], to)),
        }
    }
    for (from, acts, to) in &drawn {
        let _ = writeln!(out, "    {from} --> {to}: {}", acts.join(", "));
    }
    let mut ends: Vec<&str> = Vec::new();
    for (_, _, to) in &drawn {
        if !ends.contains(to) && !drawn.iter().any(|(from, _, on)| from == to && on != to) {
            ends.push(to);
        }
    }
    for end in ends {
        let _ = writeln!(out, "    {end} --> [*]");
    }
    out.push_str("```\n");
    out
}

/// Every arrow of a table: each stage with each act, where the act leads on.
fn arrows<S: Copy, A: Copy>(
    stages: &[S],
    acts: &[A],
    after: impl Fn(S, A) -> Option<S>,
    stage: impl Fn(S) -> &'static str,
    act: impl Fn(A) -> String,
) -> Vec<Arrow> {
    let pairs = stages
        .iter()
        .flat_map(|from| acts.iter().map(move |act| (*from, *act)));
    pairs
        .filter_map(|(from, by)| Some((stage(from), act(by), stage(after(from, by)?))))
        .collect()
}

fn sitting() -> String {
    let word = |act: SittingAct| act.word().to_owned();
    let mut all = arrows(
        &SittingStage::ALL,
        &SittingAct::ALL,
        SittingStage::after,
        SittingStage::word,
        word,
    );
    for act in ClosingAct::ALL {
        for from in SittingStage::ALL {
            let (with, without) = (act.after(from, true), act.after(from, false));
            let mut arrow = |to: Option<SittingStage>, how: &str| {
                let to = to.map(|to| (from.word(), format!("{} ({how})", act.word()), to.word()));
                all.extend(to);
            };
            if with == without {
                arrow(with, "two");
            } else {
                arrow(with, "two; a quorum was declared");
                arrow(without, "two; none was");
            }
        }
    }
    diagram(Some(SittingStage::Planned.word()), &all)
}

fn round() -> String {
    let word = |act: RoundAct| match act.needs_two() {
        true => format!("{} (two)", act.word()),
        false => act.word().to_owned(),
    };
    let all = arrows(
        &RoundStage::ALL,
        &RoundAct::ALL,
        RoundStage::after,
        RoundStage::word,
        word,
    );
    diagram(Some(RoundStage::Draft.word()), &all)
}

fn round_acts() -> String {
    let mut out = String::from("| act | from | who may | people |\n|---|---|---|---|\n");
    for act in RoundAct::ALL {
        let from = RoundStage::ALL
            .into_iter()
            .filter(|stage| stage.after(act).is_some());
        let from: Vec<_> = from.map(|stage| format!("`{}`", stage.word())).collect();
        let who = act.action().roles();
        let who: Vec<_> = who
            .iter()
            .map(|role| role.word().replace('_', " "))
            .collect();
        let (word, from, who) = (act.word(), from.join(", "), who.join(", "));
        let people = if act.needs_two() { "two" } else { "one" };
        let _ = writeln!(out, "| {word} | {from} | {who} | {people} |");
    }
    out
}

fn lead() -> String {
    let word = |act: LeadAct| act.word().to_owned();
    let all = arrows(
        &LeadStage::ALL,
        &LeadAct::ALL,
        LeadStage::after,
        LeadStage::word,
        word,
    );
    diagram(Some(LeadStage::Received.word()), &all)
}

fn project() -> String {
    let all = arrows(
        &ProjectStage::ALL,
        &ProjectAct::ALL,
        |stage, act| stage.after(act).ok(),
        ProjectStage::word,
        |act| act.word().to_owned(),
    );
    diagram(Some(ProjectStage::InLibrary.word()), &all)
}

fn followed_project() -> String {
    let all = arrows(
        &ProjectStage::ALL,
        &FollowupAct::ALL,
        follow::after,
        ProjectStage::word,
        |act| format!("{act:?}").to_lowercase(),
    );
    diagram(None, &all)
}

fn list() -> String {
    let all = arrows(
        &ListStage::ALL,
        &ListAct::ALL,
        |stage, act| stage.after(act).ok(),
        ListStage::word,
        |act| act.word().to_owned(),
    );
    diagram(Some(ListStage::Preliminary.word()), &all)
}

fn finding() -> String {
    let all = arrows(
        &FindingStage::ALL,
        &FindingAct::ALL,
        FindingStage::after,
        FindingStage::word,
        |act| act.word().to_owned(),
    );
    diagram(Some(FindingStage::Found.word()), &all)
}

fn review() -> String {
    let all = arrows(
        &ReviewStage::ALL,
        &ReviewAct::ALL,
        ReviewStage::after,
        ReviewStage::word,
        |act| act.word().to_owned(),
    );
    diagram(Some(ReviewStage::Planned.word()), &all)
}

/// What is drawn, by the name in the document.
fn drawn() -> Vec<(&'static str, String)> {
    vec![
        ("sitting", sitting()),
        ("round", round()),
        ("acts of a round", round_acts()),
        ("lead", lead()),
        ("project until the vote", project()),
        ("project after the vote", followed_project()),
        ("candidate list", list()),
        ("finding", finding()),
        ("department review", review()),
    ]
}

/// Diagrams by hand, with their stages: these have no acts in the code, a stage is read from facts.
fn by_hand() -> Vec<(&'static str, Vec<&'static str>)> {
    use BatchStage::{Agreed, Deciding, Retyping, Typing};
    let batch = [Typing, Retyping, Deciding, Agreed].map(BatchStage::word);
    vec![
        ("batch of papers", batch.to_vec()),
        (
            "delivery",
            DeliveryStage::ALL.map(DeliveryStage::word).to_vec(),
        ),
        // A poll has no type of its own for where it stands.
        ("poll", vec!["drafting", "running", "decided", "published"]),
    ]
}

/// The block that follows a marker: from the line after it to its end, that is the closing fence of a
/// diagram or the last row of a table.
fn block<'a>(document: &'a str, marker: &str) -> Option<&'a str> {
    let (_, rest) = document.split_once(&format!("<!-- {marker} -->\n"))?;
    let is_diagram = rest.starts_with("```");
    let mut length = 0;
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        if !is_diagram && !line.starts_with('|') {
            break;
        }
        length += line.len();
        if is_diagram && number > 0 && line.starts_with("```") {
            break;
        }
    }
    rest.get(..length)
}

/// The stages that a diagram names, each once, in order.
fn stages(block: &str) -> Vec<&str> {
    let mut found: Vec<&str> = block
        .lines()
        .filter_map(|line| line.split_once(" --> "))
        .flat_map(|(from, to)| [from, to.split(':').next().unwrap_or_default()])
        .map(str::trim)
        .filter(|stage| *stage != "[*]")
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn the_lifecycles_in_the_document_are_those_of_the_code() {
    let path = crate::source::root().join(DOCUMENT);
    let mut document = std::fs::read_to_string(&path).unwrap();
    for (name, wanted) in drawn() {
        let marker = format!("from the code: {name}");
        let found = block(&document, &marker);
        let found = found.unwrap_or_else(|| panic!("{DOCUMENT} has no place for {name:?}"));
        if found != wanted && std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            let place = format!("<!-- {marker} -->\n");
            let (old, new) = (format!("{place}{found}"), format!("{place}{wanted}"));
            document = document.replacen(&old, &new, 1);
            continue;
        }
        assert_eq!(
            found, wanted,
            "{name}: run with UPDATE_SNAPSHOTS=1 once the change is meant"
        );
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, document).unwrap();
    }
}

#[test]
fn no_lifecycle_is_drawn_by_hand_that_the_code_has() {
    let document = std::fs::read_to_string(crate::source::root().join(DOCUMENT)).unwrap();
    let of_code: Vec<String> = drawn()
        .into_iter()
        .map(|(name, _)| format!("<!-- from the code: {name} -->"))
        .collect();
    let lines: Vec<&str> = document.lines().collect();
    for pair in lines.windows(2) {
        let [before, line] = pair else { continue };
        if line.starts_with("```mermaid") {
            let is_by_hand = by_hand()
                .iter()
                .any(|(name, _)| *before == format!("<!-- by hand: {name} -->"));
            assert!(
                is_by_hand || of_code.iter().any(|marker| marker == before),
                "a diagram stands under {before:?}"
            );
        }
    }
    for (name, mut wanted) in by_hand() {
        wanted.sort_unstable();
        let found = block(&document, &format!("by hand: {name}")).unwrap_or_default();
        assert_eq!(stages(found), wanted, "{name}");
    }
}
