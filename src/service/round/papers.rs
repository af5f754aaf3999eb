//! Papers of a round: how many were printed and spoilt, how many two people found in the boxes. What
//! is marked on them is typed in [`hand_count`](crate::hand_count).

use super::context::RoundContext;
use super::{counting, fixed, turnout};
use crate::act_of_two::ask::{ActProgress, find_asked, note, settle, stood_before};
use crate::act_of_two::press::{ActOutcome, PendingAct, Press, PressIntent};
use crate::voting::desk::refuse_counted_since;
use crate::voting::slips::refuse_above_stock;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::hand_count::pile;
use domain::id::RoundId;
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::round::account::AccountLine;
use domain::sitting::event::DayEvent;
use store::act_of_two::act_requests;
use store::act_of_two::act_requests::RequestSubject;
use store::hand_count::batches;
use store::round::papers;
use store::voting::slip_prints::SlipPrint;
use store::voting::{desks, slip_prints};
use store::{ReadTx, Written};

/// Papers that may be printed or found at most.
const MOST: u32 = 5_000;

/// The papers and the account of a round.
#[derive(Debug, Clone)]
pub struct AccountView {
    /// The account: as it stands now before closing, fixed after.
    pub lines: Vec<AccountLine>,
    /// Whether closing has fixed it.
    pub is_fixed: bool,
    /// Deputies who hold papers of another round and wait for this round's.
    pub waiting: u32,
    /// Why papers were replaced.
    pub spoilt: Vec<String>,
    /// The papers found in each box.
    pub boxes: Vec<(u32, u32)>,
    /// Who entered papers, where that waits for the second person.
    pub entered: Option<PendingAct>,
    /// Deputies who were helped.
    pub assisted: u32,
    /// The prints of the sitting's slips: who had how many printed.
    pub prints: Vec<SlipPrint>,
}

impl Service {
    /// The account of a round.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_account(
        &self,
        actor: &Actor,
        id: RoundId,
    ) -> Result<AccountView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                permit(&actor, Action::Look, place.congress.id)?;
                account_view(tx, &place)
            })
            .await
    }

    /// Keeps how many papers of a round were printed.
    ///
    /// # Errors
    /// Invalid: `papers-number` at `printed`. Refused: `papers-too-late`, `papers-of-poll-run-out` when fewer
    /// than deputies hold.
    pub async fn print_papers(
        &self,
        actor: &Actor,
        id: RoundId,
        printed: u32,
    ) -> Result<(), ServiceError> {
        if printed > MOST {
            let problem = Problem::error("papers-number").at("printed");
            return Err(ServiceError::invalid(problem.with("most", MOST)));
        }
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, Action::KeepSlips, place.congress.id)?;
                refuse_after_closing(&place)?;
                papers::save_printed(tx, id, printed)?;
                refuse_above_stock(tx, place.sitting.id)?;
                let what = EventKind::Day(DayEvent::PapersPrinted { round: id, printed });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Replaces a spoilt paper, with its reason. `seen` is how many had been replaced when the page was
    /// shown: a press that is sent again after a lost answer replaces nothing.
    ///
    /// # Errors
    /// Invalid: `reason-missing` at `reason`. Refused: `papers-too-late`, `counted-since`,
    /// `papers-of-poll-run-out`, `no-paper-in-hand`.
    pub async fn replace_paper(
        &self,
        actor: &Actor,
        id: RoundId,
        reason: &str,
        seen: Option<u32>,
    ) -> Result<(), ServiceError> {
        let (actor, now, reason) = (actor.clone(), self.clock.now(), reason.trim().to_owned());
        if reason.is_empty() {
            return Err(ServiceError::invalid(
                Problem::error("reason-missing").at("reason"),
            ));
        }
        self.store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, Action::KeepSlips, place.congress.id)?;
                refuse_after_closing(&place)?;
                let before = papers::list_spoilt(tx, id)?.len();
                refuse_counted_since(u32::try_from(before).unwrap_or(u32::MAX), seen)?;
                if desks::count_in_hand(tx, place.sitting.id)?.papers == 0 {
                    return Err(ServiceError::refused(Problem::error("no-paper-in-hand")));
                }
                papers::create_spoilt(tx, id, &reason)?;
                refuse_above_stock(tx, place.sitting.id)?;
                let spoilt = u32::try_from(papers::list_spoilt(tx, id)?.len()).unwrap_or(u32::MAX);
                let what = EventKind::Day(DayEvent::PaperSpoilt { round: id, spoilt });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// One person enters the papers found in each box; a second one enters the same, with an account
    /// or with a PIN, and then they stand in the account. What the first one entered is shown to
    /// nobody.
    ///
    /// # Errors
    /// Invalid: `papers-boxes` at `boxes`, and the problems of a PIN. Refused: `papers-not-closed`,
    /// `same-person`, `papers-differ`: then both begin anew.
    pub async fn enter_papers(
        &self,
        actor: &Actor,
        id: RoundId,
        boxes: Vec<u32>,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        if boxes.is_empty() || boxes.iter().any(|papers| *papers > MOST) {
            return Err(ServiceError::invalid(
                Problem::error("papers-boxes").at("boxes"),
            ));
        }
        let (act, subject) = (ActOfTwo::EnterPapers, RequestSubject::Round(id.0));
        let pressing = self.pressing(actor, act, subject, press).await?;
        let table = self.counting_table.clone();
        let agreed = self
            .store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&pressing.actor, Action::ActOnRound, place.congress.id)?;
                let now = pressing.now;
                if !matches!(
                    place.round.stage,
                    RoundStage::Closed | RoundStage::Accounted
                ) {
                    return Err(ServiceError::refused(Problem::error("papers-not-closed")));
                }
                fixed::refuse_changed(tx, &place)?;
                let text = words(&boxes);
                let event = |boxes: String, account: Option<Digest>| {
                    let entered = DayEvent::PapersEntered {
                        round: id,
                        is_agreed: account.is_some(),
                        boxes,
                        account,
                    };
                    Event::new(&grant, now, EventKind::Day(entered))
                };
                if pressing.said == PressIntent::Ask && stand_already(tx, id, &boxes)? {
                    let why = "what stands already, entered once more, changes nothing";
                    return Ok(Written::quiet(Some(ActOutcome::Done), why));
                }
                let (people, first) = match settle(tx, &pressing, || Ok(text.clone()))? {
                    ActProgress::Asked(_) => {
                        let event = event(String::new(), None);
                        return Ok(Written::recorded(Some(ActOutcome::Asked), event));
                    }
                    ActProgress::Before(who) => {
                        return Ok(stood_before(Some(ActOutcome::waits(who))));
                    }
                    ActProgress::Both(_, people, first) => (*people, first),
                };
                if first != text {
                    act_requests::remove(tx, subject, &act.word())?;
                    return Ok(Written::recorded(None, event(String::new(), None)));
                }
                note(tx, &pressing, people)?;
                let numbered: Vec<(u32, u32)> = (1..).zip(boxes.iter().copied()).collect();
                let sum = boxes
                    .iter()
                    .fold(0_u32, |sum, papers| sum.saturating_add(*papers));
                papers::save_boxes(tx, id, &numbered, sum)?;
                for batch in batches::list(tx, id)? {
                    // Another sum makes the last batch another size: it is typed anew.
                    if pile::size(sum, batch.number) != Some(batch.papers) {
                        batches::remove(tx, id, batch.number)?;
                    }
                }
                table.forget_other_sizes(id, sum);
                let account = fixed::fix_account(tx, id)?;
                Ok(Written::recorded(
                    Some(ActOutcome::Done),
                    event(text, Some(account)),
                ))
            })
            .await?;
        agreed.ok_or_else(|| ServiceError::refused(Problem::error("papers-differ")))
    }
}

/// Whether two people entered just these papers before.
fn stand_already(tx: &ReadTx<'_>, id: RoundId, boxes: &[u32]) -> Result<bool, ServiceError> {
    let before = papers::list_boxes(tx, id)?;
    Ok(before.iter().map(|(_, papers)| papers).eq(boxes))
}

/// The numbers of the boxes as one text.
fn words(boxes: &[u32]) -> String {
    let each = (1..).zip(boxes);
    let each: Vec<String> = each
        .map(|(number, papers): (u32, _)| format!("{number}={papers}"))
        .collect();
    each.join(" ")
}

fn refuse_after_closing(place: &RoundContext) -> Result<(), ServiceError> {
    match place.round.stage {
        RoundStage::Draft
        | RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Issuing
        | RoundStage::Open
        | RoundStage::Paused => Ok(()),
        RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Opened
        | RoundStage::Counted
        | RoundStage::Certified
        | RoundStage::Void => Err(ServiceError::refused(Problem::error("papers-too-late"))),
    }
}

/// The account of a round whose place is known.
pub(crate) fn account_view(
    tx: &ReadTx<'_>,
    place: &RoundContext,
) -> Result<AccountView, ServiceError> {
    let id = place.round.id;
    let fixed = papers::list_account(tx, id)?;
    let is_fixed = !fixed.is_empty();
    let is_void = place.round.stage == RoundStage::Void;
    let (lines, waiting) = if is_fixed || is_void {
        (fixed, 0)
    } else {
        let held = turnout::held(tx, &place.round)?;
        (counting::account(tx, place, 0)?.to_vec(), held.waiting)
    };
    Ok(AccountView {
        lines,
        is_fixed,
        waiting,
        spoilt: papers::list_spoilt(tx, id)?,
        boxes: papers::list_boxes(tx, id)?,
        entered: find_asked(tx, ActOfTwo::EnterPapers, RequestSubject::Round(id.0))?,
        assisted: desks::get(tx, place.sitting.id)?.assisted,
        prints: slip_prints::list_of_round(tx, place.sitting.id, id)?,
    })
}
