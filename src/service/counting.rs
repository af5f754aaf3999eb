//! Closing, opening the box, counting, voiding.
//!
//! Opening is all or nothing: every ballot becomes part of the multiset or nothing changes. The
//! outcome is never stored: it is counted anew, from the opened papers, whenever it is shown.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::ServiceError;
use super::acts::{Doing, Place, advance};
use super::drafting::{Presidium, draft, draft_next};
use super::freezing::unfreeze_project;
use super::polling::{due, rules_of};
use crate::domain::audit::Event;
use crate::domain::ballot::{Paper, Verdict, VoidReason, judge};
use crate::domain::digest::Digest;
use crate::domain::library::project::ProjectStage;
use crate::domain::poll::round::{RoundAct, RoundStage};
use crate::domain::poll::rules::Numbers;
use crate::domain::poll::{Round, RoundKind};
use crate::domain::problem::Problem;
use crate::domain::tally::{Counter, Outcome, settle};
use crate::store::boxes::{BoxBallot, OpenedPapers};
use crate::store::{ReadTx, WriteTx, attendances, boxes, cast, projects, rounds};

/// Ends voting: the account's numbers and the digest of the closed box are fixed.
pub(super) fn close(
    tx: &WriteTx<'_>,
    place: Place,
    doing: &Doing<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let issued = attendances::count_issued(tx, place.sitting.id)?;
    let ballots = boxes::list(tx, id)?;
    let digest = box_digest(&ballots);
    let returned = u32::try_from(ballots.len()).unwrap_or(u32::MAX);
    let round = Round {
        stage: RoundStage::Closed,
        issued: Some(issued),
        returned: Some(returned),
        box_digest: Some(digest),
        ..place.round
    };
    rounds::update(tx, &round)?;
    let detail = format!("issued={issued} returned={returned} box={digest}");
    Ok(vec![doing.event(id, RoundAct::CloseVote, detail)])
}

/// Opens the box: the ballots become a multiset without keys or order, and who has returned one is
/// forgotten.
pub(super) fn open_box(
    tx: &WriteTx<'_>,
    place: Place,
    doing: &Doing<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let ballots = boxes::list(tx, id)?;
    if place.round.box_digest != Some(box_digest(&ballots)) {
        return Err(ServiceError::refused(Problem::error("box-changed")));
    }
    let rules = rules_of(&place.round)?;
    let lines = rounds::list_lines(tx, id)?.len();
    let mut papers: BTreeMap<OpenedPapers, u64> = BTreeMap::new();
    for ballot in ballots {
        let (verdict, reason) = match Paper::decode(&ballot.body, rules.kind, lines) {
            Ok(paper) => words(judge(&paper, &rules, lines).verdict),
            Err(_) => words(Verdict::Void(VoidReason::Unreadable)),
        };
        let equal = papers.entry(OpenedPapers {
            verdict,
            reason,
            pattern: ballot.body,
        });
        let count = equal.or_default();
        *count = count.saturating_add(1);
    }
    boxes::create_opened(tx, id, &papers)?;
    boxes::remove_all(tx, id)?;
    cast::clear_spent(tx, id)?;
    let opened: u64 = papers.values().sum();
    let digest = opened_digest(&papers);
    let round = Round {
        stage: RoundStage::Opened,
        is_dirty: true,
        ..place.round
    };
    rounds::update(tx, &round)?;
    Ok(vec![doing.event(
        id,
        RoundAct::OpenBox,
        format!("opened={opened} papers={digest}"),
    )])
}

/// Counts: from now on the outcome may be seen by the officers.
pub(super) fn count(
    tx: &WriteTx<'_>,
    place: Place,
    doing: &Doing<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let outcome = outcome(tx, &place)?.ok_or(ServiceError::NotFound("papers"))?;
    let chosen: Vec<String> = outcome
        .selected()
        .map(|line| line.line_no.to_string())
        .collect();
    let detail = format!(
        "valid={} void={} selected={} decision={}",
        outcome.valid,
        outcome.void_total(),
        chosen.join(","),
        outcome.decision.word(),
    );
    let mut events = vec![doing.event(id, RoundAct::Count, detail)];
    events.extend(draft_next(tx, &place, &outcome, doing)?);
    advance(tx, place, RoundStage::Counted)?;
    Ok(events)
}

/// Voids a round: its ballots are destroyed unread, and a new round of the same slate is drafted.
pub(super) fn void(
    tx: &WriteTx<'_>,
    place: Place,
    doing: &Doing<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    boxes::remove_all(tx, id)?;
    boxes::remove_opened(tx, id)?;
    cast::clear_spent(tx, id)?;
    let lines = rounds::list_lines(tx, id)?;
    let round = Round {
        stage: RoundStage::Void,
        is_dirty: true,
        void_reason: doing.reason.to_owned(),
        ..place.round
    };
    rounds::update(tx, &round)?;
    for line in &lines {
        // A later round's lines stay on the slate of the first, which still stands.
        let is_first = round.kind == RoundKind::First;
        let project = projects::get(tx, line.project)?;
        if is_first && project.stage == ProjectStage::OnSlate {
            unfreeze_project(tx, doing, &project)?;
        }
    }
    let slate: Vec<_> = lines.iter().map(|line| line.project).collect();
    let drafted = draft(tx, &round, round.kind, &round.rules, &slate, doing)?;
    let detail = format!("reason={}", doing.reason);
    Ok(vec![doing.event(id, RoundAct::Void, detail), drafted])
}

/// The outcome of a round, from its opened papers; none before the box is open.
pub(super) fn outcome(tx: &ReadTx<'_>, place: &Place) -> Result<Option<Outcome>, ServiceError> {
    match place.round.stage {
        RoundStage::Opened | RoundStage::Counted | RoundStage::Certified => {}
        RoundStage::Draft
        | RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Issuing
        | RoundStage::Open
        | RoundStage::Paused
        | RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Void => return Ok(None),
    }
    let rules = rules_of(&place.round)?;
    let lines = rounds::list_lines(tx, place.round.id)?.len();
    let mut counter = Counter::new(&rules, lines);
    for (pattern, papers) in boxes::list_opened(tx, place.round.id)? {
        match Paper::decode(&pattern, rules.kind, lines) {
            Ok(paper) => counter.add(&paper, papers),
            Err(_) => counter.add_unreadable(papers),
        }
    }
    let numbers = Numbers {
        due: due(tx, place)?,
        present: place.sitting.quorum_present,
        issued: place.round.issued.map(u64::from),
        returned: place.round.returned.map(u64::from),
    };
    let outcome = counter.finish(&numbers);
    let outcome = outcome.map_err(|error| ServiceError::Broken(Box::new(error)))?;
    match Presidium::read(&place.round.decided_by_presidium) {
        Some(decision) => {
            let settled = settle(outcome, &rules, &decision.chosen);
            settled.map(Some).map_err(ServiceError::refused)
        }
        None => Ok(Some(outcome)),
    }
}

/// The places of a round and whether its outcome leaves nothing to decide.
pub(super) fn decided(tx: &ReadTx<'_>, place: &Place) -> Result<(u32, bool), ServiceError> {
    let places = u32::from(rules_of(&place.round)?.places);
    let outcome = outcome(tx, place)?;
    Ok((
        places,
        outcome.is_some_and(|outcome| outcome.decision.is_final()),
    ))
}

fn words(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Valid => ("valid", ""),
        Verdict::Blank => ("blank", ""),
        Verdict::Void(reason) => ("void", reason.word()),
    }
}

/// SHA-256 over the rows of a closed box in the order of their keys.
fn box_digest(ballots: &[BoxBallot]) -> Digest {
    let mut hash = Sha256::new();
    for ballot in ballots {
        hash.update(ballot.key);
        hash.update(&ballot.body);
    }
    Digest(hash.finalize().into())
}

/// SHA-256 over the multiset in the order of its contents.
fn opened_digest(papers: &BTreeMap<OpenedPapers, u64>) -> Digest {
    let mut hash = Sha256::new();
    for (paper, count) in papers {
        hash.update(paper.verdict);
        hash.update(paper.reason);
        hash.update(&paper.pattern);
        hash.update(count.to_be_bytes());
    }
    Digest(hash.finalize().into())
}
