//! Who is chosen, who is tied, what follows: by an independent reading of the design's rules over what
//! the people of the day know that they marked.

use std::collections::BTreeSet;

use super::ballots::{counted, is_tick};
use crate::random_days::day::Day;
use crate::random_days::target::Target;
use crate::random_days::told::Violation;

/// A round that was counted.
struct Round {
    id: i64,
    number: i64,
    rules: String,
    due: i64,
    /// The projects of its lines, in the order of the paper.
    projects: Vec<i64>,
}

/// What the marks come to.
struct Outcome {
    selected: Vec<i64>,
    tied: Vec<i64>,
    /// Places that are left.
    left: usize,
    /// Whoever was not selected, with the votes, most first.
    others: Vec<(usize, i64)>,
}

fn rounds(day: &Day, at: &Target) -> Vec<Round> {
    let sql = "select r.id, r.number, r.rules, coalesce(t.due, 0) from round as r \
        join sitting as t on t.id = r.sitting where r.poll = ?1 \
        and r.stage in ('counted', 'certified') order by r.number";
    let mut statement = day.facts().prepare_cached(sql).unwrap();
    let rows = statement.query_map([at.poll], |row| {
        Ok(Round {
            id: row.get(0)?,
            number: row.get(1)?,
            rules: row.get(2)?,
            due: row.get(3)?,
            projects: Vec::new(),
        })
    });
    let mut found: Vec<Round> = rows.unwrap().map(Result::unwrap).collect();
    for round in &mut found {
        round.projects = projects(day, round.id);
    }
    found
}

fn projects(day: &Day, round: i64) -> Vec<i64> {
    let sql = "select cast(project as text) from round_line where round = ?1 order by line_no";
    let found = day.texts(sql, &[&round]);
    found.iter().filter_map(|id| id.parse().ok()).collect()
}

/// A setting of canonical rules.
fn setting<'r>(rules: &'r str, name: &str) -> &'r str {
    let lines = rules.lines().filter_map(|line| line.split_once(" = "));
    let mut named = lines.filter(|(found, _)| *found == name);
    named.next().map_or("", |(_, value)| value)
}

fn outcome(day: &Day, round: &Round) -> Outcome {
    let papers = counted(&day.model, round.id, is_tick(day, round.id));
    let places: usize = setting(&round.rules, "places").parse().unwrap();
    let needed = match setting(&round.rules, "pass") {
        "majority" => round.due as usize / 2 + 1,
        _ => 0,
    };
    let lines = round.projects.iter().enumerate();
    let mut votes: Vec<(usize, i64)> = lines
        .map(|(place, project)| (papers.marks(place + 1, 1), *project))
        .collect();
    votes.sort_by_key(|(approve, _)| std::cmp::Reverse(*approve));
    let passed: Vec<(usize, i64)> = votes
        .iter()
        .copied()
        .filter(|(approve, _)| *approve >= needed)
        .collect();
    let (selected, tied) = if passed.len() <= places {
        (passed, Vec::new())
    } else {
        let edge = passed[places - 1].0;
        let above: Vec<_> = passed.iter().copied().filter(|one| one.0 > edge).collect();
        let equal: Vec<_> = passed.iter().copied().filter(|one| one.0 == edge).collect();
        if above.len() + equal.len() <= places {
            ([above, equal].concat(), Vec::new())
        } else {
            (above, equal)
        }
    };
    let name = |all: Vec<(usize, i64)>| all.into_iter().map(|(_, project)| project).collect();
    let left = places - selected.len();
    let selected: Vec<i64> = name(selected);
    let others = votes
        .into_iter()
        .filter(|(_, project)| !selected.contains(project))
        .collect();
    Outcome {
        selected,
        tied: name(tied),
        left,
        others,
    }
}

/// The projects of a supplementary round: the highest that were not selected, one fifth more than there
/// are places left, and whoever equals the last of them.
fn supplementary(outcome: &Outcome) -> BTreeSet<i64> {
    let wanted = outcome.left + outcome.left.div_ceil(5).max(1);
    let edge = outcome.others.get(wanted - 1).map_or(0, |one| one.0);
    let others = outcome.others.iter();
    others
        .filter(|(approve, _)| *approve >= edge)
        .map(|(_, project)| *project)
        .collect()
}

pub(super) fn check(day: &Day, at: &Target) -> Result<(), Violation> {
    let mut chosen: BTreeSet<i64> = BTreeSet::new();
    let mut may_be: BTreeSet<i64> = BTreeSet::new();
    for round in rounds(day, at) {
        if day.model.dummies.contains(&round.id) {
            return Ok(());
        }
        let outcome = outcome(day, &round);
        chosen.extend(&outcome.selected);
        may_be.extend(&outcome.tied);
        follows(day, at, &round, &outcome)?;
    }
    let sql = "select cast(project as text) from vote_result where poll = ?1 and is_selected = 1";
    let stored = day.texts(sql, &[&at.poll]);
    let stored: BTreeSet<i64> = stored.iter().map(|id| id.parse().unwrap()).collect();
    let has_result = "select count(*) from vote_result where poll = ?1";
    let is_right = chosen.is_subset(&stored)
        && stored
            .difference(&chosen)
            .all(|project| may_be.contains(project));
    if day.number(has_result, &[&at.poll]) > 0 && !is_right {
        let told = format!(
            "poll {}: {chosen:?} by the marks, {stored:?} stored",
            at.poll
        );
        return Violation::of("who is chosen follows from the marks", told);
    }
    Ok(())
}

/// The round after a tie asks about exactly the tied for the places left; the one after a shortfall about
/// the next highest.
fn follows(day: &Day, at: &Target, round: &Round, outcome: &Outcome) -> Result<(), Violation> {
    let sql = "select coalesce(max(id), 0) from round where poll = ?1 and number = ?2";
    let next = day.number(sql, &[&at.poll, &(round.number + 1)]);
    if next == 0 {
        return Ok(());
    }
    let kind = day
        .texts("select kind from round where id = ?1", &[&next])
        .concat();
    let rules = day
        .texts("select rules from round where id = ?1", &[&next])
        .concat();
    let asked: BTreeSet<i64> = projects(day, next).into_iter().collect();
    let wanted: BTreeSet<i64> = match kind.as_str() {
        "run_off" => outcome.tied.iter().copied().collect(),
        "supplementary" => supplementary(outcome),
        _ => return Ok(()),
    };
    let places = setting(&rules, "places");
    if asked != wanted || places != outcome.left.to_string() {
        let told = format!(
            "poll {} round {}: {kind} about {asked:?} for {places}, not {wanted:?} for {}",
            at.poll,
            round.number + 1,
            outcome.left
        );
        return Violation::of("a tie is decided among the tied", told);
    }
    Ok(())
}
