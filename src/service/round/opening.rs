//! Taking the papers out of a closed box: all of them or none. The papers that tellers typed lie
//! sealed beside it and are opened with the same key, as one heap.
//!
//! This is done before the transaction that writes them, so that the writer does not wait for it. If
//! anything about the box is not as it was closed, nothing is written and the refusal says which
//! number is wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::card_shares::CardShares;
use super::contents::{BoxContents, PaperCounts, judged};
use super::context::RoundContext;
use super::facts::facts;
use super::sealed::{box_digest, box_key, sealed_digest, server_key};
use crate::round::rules::rules_of;
use crate::{Service, ServiceError};
use domain::ballot::remark::{OpenedRemark, groups};
use domain::ballot::{LineNo, Remarks};
use domain::hand_count::typed::TypedPaper;
use domain::id::RoundId;
use domain::poll::rules::Rules;
use domain::problem::Problem;
use domain::round::holding::KeyHolding;
use domain::round::{RoundAct, missing};
use seal::ballot::RowPurpose;
use seal::{OpeningKey, ballot, share};
use store::ReadTx;
use store::hand_count::batches;
use store::hand_count::batches::StoredBatch;
use store::round::boxes::{BoxBallot, OpenedPapers};
use store::round::{boxes, rounds, sealed_boxes};
use store::voting::remarks;

impl Service {
    /// Takes the papers out, if nothing stands against opening the box; the press says why, if it
    /// does. The first of two may see a refusal here too: a box that is not as it was closed.
    pub(crate) async fn take_out(
        &self,
        round: RoundId,
    ) -> Result<Option<BoxContents>, ServiceError> {
        let card_shares = self.card_shares.clone();
        let taken = self
            .store
            .read(move |tx| {
                let place = RoundContext::of(tx, round)?;
                if !missing(RoundAct::OpenBox, &facts(tx, &place, &card_shares)?).is_empty() {
                    return Ok(None);
                }
                let key = opening_key(tx, round, &card_shares)?;
                let taken = take_out(tx, &place, &key)?;
                Ok::<_, ServiceError>(Some((taken, take_remarks(tx, &place, &key)?)))
            })
            .await?;
        let Some((mut taken, grouped)) = taken else {
            return Ok(None);
        };
        taken.salt = self.random.bytes()?;
        for (line, group) in grouped {
            for text in group {
                // A key of its own for each remark: lines of one ballot cannot be put together again.
                let key = self.random.bytes()?;
                taken.remarks.push(OpenedRemark { line, key, text });
            }
        }
        Ok(Some(taken))
    }
}

/// The key that opens a round's box, from the cards on the desk or from a demo's file.
fn opening_key(
    tx: &ReadTx<'_>,
    round: RoundId,
    card_shares: &CardShares,
) -> Result<OpeningKey, ServiceError> {
    let lost = || ServiceError::refused(Problem::error("key-lost"));
    let found = sealed_boxes::find(tx, round)?.ok_or(ServiceError::NotFound("box"))?;
    if found.holding == KeyHolding::Server {
        return server_key(&found, card_shares)?.ok_or_else(lost);
    }
    let key = box_key(found.key.ok_or(ServiceError::NotFound("box"))?)?;
    share::opening_key(&card_shares.given(found.drawn), found.holding, &key).map_err(|_| lost())
}

fn take_out(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    key: &OpeningKey,
) -> Result<BoxContents, ServiceError> {
    let id = place.round.id;
    let ballots = boxes::list(tx, id)?;
    let rules = rules_of(&place.round)?;
    let lines = rounds::list_lines(tx, id)?.len();
    let closed = place.round.slips_returned.unwrap_or(0);
    let records = remarks::list_sealed(tx, id)?;
    refuse_changed(&ballots, closed)?;
    let digest = sealed_digest(&ballots, &records);
    let is_whole = records.len() == if rules.asks_remarks { ballots.len() } else { 0 };
    if place.round.box_digest != Some(digest) || !is_whole {
        return Err(ServiceError::refused(Problem::error("box-changed")));
    }
    let mut papers = PaperCounts::new();
    let mut opened = 0_usize;
    for ballot in &ballots {
        let plain = ballot::open(key, RowPurpose::Cast, &ballot.key, &ballot.body);
        let Ok(plain) = plain else { continue };
        opened += 1;
        let count = papers.entry(judged(&plain, &rules, lines)).or_default();
        *count = count.saturating_add(1);
    }
    if opened < ballots.len() {
        let problem = Problem::error("ballots-unopened").with("opened", opened);
        return Err(ServiceError::refused(problem.with("of", ballots.len())));
    }
    let batches = batches::list(tx, id)?;
    for batch in &batches {
        for paper in take_batch(tx, id, batch, (key, &rules, lines))? {
            let count = papers.entry(paper).or_default();
            *count = count.saturating_add(1);
        }
    }
    Ok(BoxContents {
        papers,
        salt: [0; 32],
        digest,
        batches,
        remarks: Vec::new(),
    })
}

/// The remarks of the round by line, without names, where there are enough of them. A ballot and its
/// remarks are opened apart and nothing of one reaches the other.
fn take_remarks(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    key: &OpeningKey,
) -> Result<BTreeMap<LineNo, Vec<String>>, ServiceError> {
    let id = place.round.id;
    let lines = rounds::list_lines(tx, id)?.len();
    let sealed = remarks::list_sealed(tx, id)?;
    let mut opened = Vec::with_capacity(sealed.len());
    for record in &sealed {
        let plain = ballot::open(key, RowPurpose::Remarks, &record.key, &record.body);
        let read = plain
            .ok()
            .and_then(|plain| Remarks::decode(&plain, lines).ok());
        opened.extend(read);
    }
    if opened.len() < sealed.len() {
        let problem = Problem::error("remarks-unopened").with("opened", opened.len());
        return Err(ServiceError::refused(problem.with("of", sealed.len())));
    }
    let people = remarks::list_people(tx, place.congress.id)?;
    Ok(groups(opened, &people))
}

/// The typed papers of a batch, if they are those that were agreed.
fn take_batch(
    tx: &ReadTx<'_>,
    id: RoundId,
    batch: &StoredBatch,
    (key, rules, lines): (&OpeningKey, &Rules, usize),
) -> Result<Vec<OpenedPapers>, ServiceError> {
    let changed = || {
        let problem = Problem::error("sheets-changed").with("batch", batch.number);
        ServiceError::refused(problem)
    };
    let sealed = batches::list_papers(tx, id, batch.number)?;
    let is_whole = u32::try_from(sealed.len()).ok() == Some(batch.papers);
    if !is_whole || box_digest(&sealed) != batch.digest {
        return Err(changed());
    }
    let mut papers = Vec::with_capacity(sealed.len());
    for one in &sealed {
        let plain = ballot::open(key, RowPurpose::Paper, &one.key, &one.body);
        let plain = plain.map_err(|_| changed())?;
        papers.push(match TypedPaper::decode(&plain, rules.kind, lines) {
            Some(TypedPaper::Void(reason)) => OpenedPapers {
                verdict: "void",
                reason: reason.word(),
                pattern: Vec::new(),
            },
            Some(TypedPaper::Paper(_) | TypedPaper::Doubtful) | None => {
                judged(&plain, rules, lines)
            }
        });
    }
    Ok(papers)
}

/// Refuses a box that has not as many ballots as when it was closed, or in which one lies twice.
fn refuse_changed(ballots: &[BoxBallot], closed: u32) -> Result<(), ServiceError> {
    let refused = |problem: Problem| Err(ServiceError::refused(problem));
    let found = u32::try_from(ballots.len()).unwrap_or(u32::MAX);
    if found != closed {
        let problem = Problem::error("box-count-changed").with("closed", closed);
        return refused(problem.with("found", found));
    }
    let different: BTreeSet<_> = ballots
        .iter()
        .map(|sealed| ballot::encapsulated(&sealed.body))
        .collect();
    let repeated = ballots.len() - different.len();
    if repeated > 0 {
        return refused(Problem::error("ballot-repeated").with("ballots", repeated));
    }
    Ok(())
}
