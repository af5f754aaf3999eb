//! Closing, opening the box, counting, voiding.
//!
//! Opening is all or nothing: every ballot becomes part of the multiset or nothing changes. The
//! outcome is never stored: it is counted anew, from the opened papers, whenever it is shown.

use jiff::Timestamp;

use super::contents::BoxContents;
use super::context::{ActContext, RoundContext, advance, after, take_leave};
use super::drafting::{draft, draft_next};
use super::fixed;
use super::freezing::unfreeze_project;
use super::outcome::outcome;
use super::sealed::sealed_digest;
use super::turnout::held;
use crate::ServiceError;

use domain::audit::Event;
use domain::ballot::LineNo;
use domain::id::{RoundId, SittingId};
use domain::library::project::ProjectStage;
use domain::poll::{Round, RoundKind};
use domain::problem::Problem;
use domain::round::account::AccountLine;
use domain::round::{RoundAct, RoundStage};

use domain::voting::desk::{BallotMedium, SlipsOfOldKey};
use store::hand_count::batches;
use store::installation;
use store::library::projects;
use store::poll::rehearsals;
use store::round::{boxes, cards, papers, rounds, sealed_boxes};
use store::voting::{desks, remarks, slips};
use store::{ReadTx, WriteTx};

/// Ends voting: the account's numbers and the digest of the closed box are fixed.
pub(crate) fn close(
    tx: &WriteTx<'_>,
    place: RoundContext,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let issued = held(tx, &place.round)?.issued;
    // From here on nothing of the box changes.
    take_leave(tx, &place, RoundAct::CloseVote, doing)?;
    let ballots = boxes::list(tx, id)?;
    let digest = sealed_digest(&ballots, &remarks::list_sealed(tx, id)?);
    let returned = u32::try_from(ballots.len()).unwrap_or(u32::MAX);
    let lines = account(tx, &place, returned)?;
    let sitting = place.sitting.id;
    let round = Round {
        issued: Some(issued),
        slips_returned: Some(returned),
        box_digest: Some(digest),
        ..after(place.round, RoundAct::CloseVote)?
    };
    for line in &lines {
        papers::create_account(tx, id, line)?;
    }
    rounds::update(tx, &round)?;
    replace_old_slips(tx, sitting, doing.now)?;
    let account = fixed::fix_account(tx, id)?;
    let detail = format!("issued={issued} returned={returned} box={digest} account={account}");
    Ok(vec![doing.event(id, RoundAct::CloseVote, detail)])
}

/// Where a new key has ended the slips of a sitting, handing out begins anew once none of its votes runs.
fn replace_old_slips(
    tx: &WriteTx<'_>,
    sitting: SittingId,
    now: Timestamp,
) -> Result<(), ServiceError> {
    let old = desks::get(tx, sitting)?.old_slips;
    let waits = matches!(old, SlipsOfOldKey::Voting | SlipsOfOldKey::Restored);
    if waits && !desks::is_voting(tx, sitting)? {
        desks::begin_anew(tx, sitting, now)?;
    }
    Ok(())
}

/// The account as it stands now, and as closing or voiding fixes it; nobody has counted the papers yet.
pub(crate) fn account(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    returned: u32,
) -> Result<[AccountLine; 2], ServiceError> {
    let sitting = place.sitting.id;
    let (printed, gone) = slips::count(tx, sitting)?;
    let desk = desks::get(tx, sitting)?;
    let held = held(tx, &place.round)?;
    let (in_hand, (spoilt, handed_in)) = (held.in_hand, held.gone);
    let papers = papers::count_printed(tx, place.round.id)?;
    let given = in_hand.papers + handed_in + spoilt;
    Ok([
        AccountLine {
            kind: BallotMedium::Slip,
            printed,
            issued: in_hand.slips,
            handed_in: desk.slips_in,
            spoilt: 0,
            cancelled: gone.saturating_sub(desk.slips_in),
            unused: printed.saturating_sub(gone).saturating_sub(in_hand.slips),
            returned: Some(returned),
        },
        AccountLine {
            kind: BallotMedium::Paper,
            // Never fewer than went out: the guards of handing out, replacing and registering see to it.
            printed: papers.max(given),
            issued: in_hand.papers,
            handed_in,
            spoilt,
            cancelled: 0,
            unused: papers.saturating_sub(given),
            returned: (in_hand.papers == 0).then_some(0),
        },
    ])
}

/// Opens the box: the papers that were taken out become a multiset without keys or order; the box's key
/// is forgotten, and the box itself is removed once this is committed.
pub(crate) fn open_box(
    tx: &WriteTx<'_>,
    place: RoundContext,
    doing: &ActContext<'_>,
    taken: &BoxContents,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let ballots = boxes::list(tx, id)?;
    let digest = sealed_digest(&ballots, &remarks::list_sealed(tx, id)?);
    if place.round.box_digest != Some(digest) || taken.digest != digest {
        return Err(ServiceError::refused(Problem::error("box-changed")));
    }
    if batches::list(tx, id)? != taken.batches {
        return Err(ServiceError::refused(Problem::error("sheets-changed")));
    }
    boxes::create_opened(tx, id, &taken.papers)?;
    remarks::create_opened(tx, id, &taken.remarks)?;
    forget(tx, id)?;
    let opened: u64 = taken.papers.values().sum();
    let digest = fixed::papers_digest(Some(&taken.salt), &fixed::multiset(&taken.papers));
    let round = Round {
        papers_digest: Some(digest),
        is_dirty: true,
        ..after(place.round, RoundAct::OpenBox)?
    };
    rounds::update(tx, &round)?;
    boxes::update_salt(tx, id, taken.salt)?;
    Ok(vec![doing.event(
        id,
        RoundAct::OpenBox,
        format!("opened={opened} typed={} papers={digest}", taken.typed()),
    )])
}

/// Forgets the batches, the cards and the box's key.
fn forget(tx: &WriteTx<'_>, id: RoundId) -> Result<(), ServiceError> {
    batches::remove_all(tx, id)?;
    cards::remove_all(tx, id)?;
    Ok(sealed_boxes::remove_key(tx, id)?)
}

/// Counts: from now on the outcome may be seen by the officers.
pub(crate) fn count(
    tx: &WriteTx<'_>,
    place: RoundContext,
    doing: &ActContext<'_>,
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
    advance(tx, place, RoundAct::Count)?;
    Ok(events)
}

/// Voids a round: its ballots are destroyed unread, and a new round of the same slate is drafted.
pub(crate) fn void(
    tx: &WriteTx<'_>,
    place: RoundContext,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let was_shown = cards::list(tx, id)?
        .iter()
        .any(|card| card.holder.is_some());
    let is_before_use = place.round.stage == RoundStage::Sealed;
    let is_as_fixed = fixed::differences(tx, &place)?.is_empty();
    // Nothing is cast any more; what it had come to is fixed before its ballots are destroyed.
    take_leave(tx, &place, RoundAct::Void, doing)?;
    let (issued, slips_returned) = fix_void(tx, &place, is_as_fixed)?;
    forget(tx, id)?;
    if is_before_use && !was_shown {
        // No card of it ever left the machine: there is none to destroy.
        sealed_boxes::remove(tx, id)?;
    }
    boxes::remove_opened(tx, id)?;
    remarks::remove_opened(tx, id)?;
    installation::leave_traces(tx)?;
    let lines = rounds::list_lines(tx, id)?;
    let round = Round {
        is_dirty: true,
        void_reason: doing.reason.to_owned(),
        issued,
        slips_returned,
        account_digest: None,
        ..after(place.round, RoundAct::Void)?
    };
    rounds::update(tx, &round)?;
    let account = match issued {
        Some(_) => Some(fixed::fix_account(tx, id)?),
        None => None,
    };
    replace_old_slips(tx, place.sitting.id, doing.now)?;
    // A rehearsal's projects are copies: their history, which nobody may shorten, would outlive the wiping.
    let is_rehearsed = rehearsals::find_real(tx, place.congress.id)?.is_some();
    for candidate in lines.iter().filter_map(|line| line.subject.whole()) {
        // A later round's lines stay on the slate of the first, which still stands.
        let is_first = round.kind == RoundKind::First && !is_rehearsed;
        let project = projects::get(tx, candidate)?;
        if is_first && project.stage == ProjectStage::OnSlate {
            unfreeze_project(tx, doing, &project)?;
        }
    }
    let slate: Vec<_> = lines.iter().map(|line| LineNo(line.line_no)).collect();
    let drafted = draft(tx, &round, round.kind, &round.rules, &slate, doing)?;
    let number = |value: Option<u32>| value.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let detail = format!(
        "issued={} returned={} account={} reason={}",
        number(issued),
        number(slips_returned),
        account.map_or_else(|| "-".to_owned(), |digest| digest.to_string()),
        doing.reason
    );
    Ok(vec![doing.event(id, RoundAct::Void, detail), drafted])
}

/// What is kept of a round that is about to be void: slips and papers issued, and how many ballots of
/// slips came back. Nothing of a round that never handed anything out, nor of one whose facts are not
/// as they were fixed: nobody knows its numbers.
fn fix_void(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    is_as_fixed: bool,
) -> Result<(Option<u32>, Option<u32>), ServiceError> {
    let (id, round) = (place.round.id, &place.round);
    if !is_as_fixed {
        papers::remove_account(tx, id)?;
        return Ok((None, None));
    }
    if !round.stage.is_held() {
        return Ok((round.issued, round.slips_returned));
    }
    let cast = boxes::count(tx, id)?;
    for line in account(tx, place, cast)? {
        papers::create_account(tx, id, &line)?;
    }
    Ok((Some(held(tx, round)?.issued), Some(cast)))
}
