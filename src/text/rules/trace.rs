//! The trace of a count as sentences, each ending with the clause that it goes by.

use super::{clause, line_grade, list, void_reason};
use crate::say;
use crate::{Phrase, Words};
use domain::poll::rules::CountingBase;
use domain::tally::{Outcome, TraceEvent, TraceStep};

/// All steps of an outcome, in order.
#[must_use]
pub fn trace(words: Words, outcome: &Outcome) -> Vec<Phrase> {
    let steps = outcome.trace.iter();
    steps.map(|step| trace_sentence(words, step)).collect()
}

/// One step as a sentence. Candidates are named by their line numbers.
#[must_use]
pub(crate) fn trace_sentence(words: Words, step: &TraceStep) -> Phrase {
    let told = told(words, step.event.clone());
    let by = clause(words, step.clause, step.clause_no);
    say!(words, "trace-by", told = told.text, clause = by.text)
}

#[rustfmt::skip] // one line a message, as in the files of messages
fn told(words: Words, event: TraceEvent) -> Phrase {
    match event {
        TraceEvent::Presence { present, quorum, is_met: true } => {
            say!(words, "trace-presence", present = present, quorum = quorum)
        }
        TraceEvent::Presence { present, quorum, is_met: false } => {
            say!(words, "trace-presence-short", present = present, quorum = quorum)
        }
        TraceEvent::Account { issued, returned, missing } => {
            say!(words, "trace-account", issued = issued, returned = returned, missing = missing)
        }
        TraceEvent::RoundVoid { issued, returned } => {
            say!(words, "trace-round-void", issued = issued, returned = returned)
        }
        TraceEvent::Papers { returned, valid, void, blank } => {
            say!(words, "trace-papers", returned = returned, valid = valid, void = void, blank = blank)
        }
        TraceEvent::VoidPapers { reason, papers } => {
            let reason = void_reason(words, reason).text;
            say!(words, "trace-void-papers", reason = reason, papers = papers)
        }
        TraceEvent::UnmarkedLines { lines } => say!(words, "trace-unmarked", lines = lines),
        TraceEvent::BaseIs { base, number } => base_is(words, base, number),
        TraceEvent::Needed { votes } => say!(words, "trace-needed", votes = votes),
        TraceEvent::NothingNeeded => say!(words, "trace-nothing-needed"),
        TraceEvent::Passed { passed, places } => {
            say!(words, "trace-passed", passed = passed, places = places)
        }
        TraceEvent::AllSelected { lines } => {
            say!(words, "trace-all-selected", lines = list(words, &lines))
        }
        TraceEvent::Cut { votes, is_points, lines } => {
            let (unit, lines) = (unit(is_points), list(words, &lines));
            say!(words, "trace-cut", votes = votes, unit = unit, lines = lines)
        }
        TraceEvent::AboveTie { votes, is_points, lines } => {
            let (unit, lines) = (unit(is_points), list(words, &lines));
            say!(words, "trace-above-tie", votes = votes, unit = unit, lines = lines)
        }
        TraceEvent::Tied { votes, is_points, lines, places_left } => {
            let (unit, lines) = (unit(is_points), list(words, &lines));
            say!(words, "trace-tied", votes = votes, unit = unit, lines = lines, places = places_left)
        }
        TraceEvent::Missing { places } => say!(words, "trace-missing", places = places),
        TraceEvent::PresidiumDecided { lines } => {
            say!(words, "trace-presidium-decided", lines = list(words, &lines))
        }
        TraceEvent::GradesNeed { satisfied, basically } => {
            say!(words, "trace-grades-need", satisfied = satisfied, basically = basically)
        }
        TraceEvent::Graded { grade, lines } => {
            let (grade, lines) = (line_grade(words, grade).text, list(words, &lines));
            say!(words, "trace-graded", grade = grade, lines = lines)
        }
        TraceEvent::Stands => say!(words, "trace-stands"),
        TraceEvent::RunOffFollows { lines, places } => {
            say!(words, "trace-run-off-follows", lines = list(words, &lines), places = places)
        }
        TraceEvent::PresidiumFollows { lines, places } => {
            say!(words, "trace-presidium-follows", lines = list(words, &lines), places = places)
        }
        TraceEvent::SupplementaryFollows { lines, places } => {
            say!(words, "trace-supplementary-follows", lines = list(words, &lines), places = places)
        }
        TraceEvent::AgainFollows => say!(words, "trace-again-follows"),
        TraceEvent::Unsaid => say!(words, "trace-unsaid"),
    }
}

/// The unit as messages select on it.
fn unit(is_points: bool) -> &'static str {
    if is_points { "points" } else { "votes" }
}

fn base_is(words: Words, base: CountingBase, number: u64) -> Phrase {
    match base {
        CountingBase::InOffice => say!(words, "trace-base-in-office", number = number),
        CountingBase::Present => say!(words, "trace-base-present", number = number),
        CountingBase::Returned => say!(words, "trace-base-returned", number = number),
        CountingBase::Valid => say!(words, "trace-base-valid", number = number),
    }
}
