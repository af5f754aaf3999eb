//! The rounds that follow: a run-off for a tie, a supplementary round for a shortfall, the same
//! again after a void one; and the presidium's decision where the rules leave a tie to it.
//!
//! The earlier round is never overwritten: its slate, papers and outcome stay as they were.

use super::context::{ActContext, RoundContext};
use super::fixed;
use super::outcome::outcome;
use super::presidium::PresidiumDecision;
use crate::act_of_two::ask::{ActProgress, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, Press};
use crate::round::rules::rules_of;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::{Event, EventKind};
use domain::ballot::LineNo;
use domain::id::RoundId;
use domain::poll::{Round, RoundKind};
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::tally::{NextRound, Outcome, next, settle};
use store::act_of_two::act_requests::RequestSubject;
use store::round::rounds;
use store::{WriteTx, Written};

/// Drafts what the rules ask for after a counted round; nothing when the result stands or the
/// presidium has the word.
pub(crate) fn draft_next(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    outcome: &Outcome,
    doing: &ActContext<'_>,
) -> Result<Option<Event>, ServiceError> {
    let rules = rules_of(&place.round)?;
    let (kind, lines, rules) = match next(outcome, &rules) {
        NextRound::RunOff { lines, rules } => (RoundKind::RunOff, lines, rules),
        NextRound::Supplementary { lines, rules } => (RoundKind::Supplementary, lines, rules),
        NextRound::Nothing | NextRound::Presidium { .. } | NextRound::Again | NextRound::Unsaid => {
            return Ok(None);
        }
    };
    draft(tx, &place.round, kind, &rules.canonical(), &lines, doing).map(Some)
}

/// Drafts a further round of a poll about these lines of the one before, at the same sitting: the
/// same slips serve it.
pub(crate) fn draft(
    tx: &WriteTx<'_>,
    after: &Round,
    kind: RoundKind,
    rules: &str,
    lines: &[LineNo],
    doing: &ActContext<'_>,
) -> Result<Event, ServiceError> {
    let held = rounds::list(tx, after.poll)?;
    let number = held.iter().map(|round| round.number).max().unwrap_or(0) + 1;
    let round = rounds::create(tx, after.poll, after.sitting, number, kind, rules)?;
    rounds::copy_lines(tx, after.id, round, lines)?;
    let what = EventKind::RoundDrafted {
        round,
        kind: kind.word(),
        drafted: fixed::draft_digest(tx, round, rules)?,
    };
    Ok(Event::new(doing.grant, doing.now, what))
}

impl Service {
    /// Asks for it to be recorded which of the tied lines the presidium chose, with its reason, where
    /// the rules of the round leave that to it, or confirms what another asked for.
    ///
    /// # Errors
    /// Refused: `act-out-of-turn`, `tie-not-for-presidium`, `tie-choice-number`,
    /// `tie-choice-foreign`, and as for every act of two. Invalid: `reason-missing`.
    pub async fn decide_by_presidium(
        &self,
        actor: &Actor,
        id: RoundId,
        chosen: Vec<LineNo>,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let (act, subject) = (ActOfTwo::DecideByPresidium, RequestSubject::Round(id.0));
        let pressing = self.pressing(actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                permit(&pressing.actor, Action::ActOnRound, place.congress.id)?;
                if place.round.stage != RoundStage::Counted {
                    let problem = Problem::error("act-out-of-turn");
                    let problem = problem.with("stage", place.round.stage.word());
                    return Err(ServiceError::refused(problem));
                }
                let counted = outcome(tx, &place)?.ok_or(ServiceError::NotFound("papers"))?;
                let rules = rules_of(&place.round)?;
                let (now, reason) = (pressing.now, pressing.reason.clone());
                let given = || {
                    if reason.is_empty() {
                        let problem = Problem::error("reason-missing").at("reason");
                        return Err(ServiceError::invalid(problem));
                    }
                    settle(counted.clone(), &rules, &chosen).map_err(ServiceError::refused)?;
                    Ok(PresidiumDecision { chosen, reason }.text())
                };
                let (grant, decided_by_presidium) = match stand(tx, &pressing, given)? {
                    ActProgress::Asked(grant) => {
                        let what = EventKind::PresidiumAsked { round: id };
                        let event = Event::new(&grant, now, what);
                        return Ok(Written::recorded(ActOutcome::Asked, event));
                    }
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(grant, _, text) => (grant, text),
                };
                let decision = PresidiumDecision::read(&decided_by_presidium);
                let decision = decision.ok_or(ServiceError::NotFound("decision"))?;
                settle(counted, &rules, &decision.chosen).map_err(ServiceError::refused)?;
                let what = EventKind::PresidiumDecided {
                    round: id,
                    decision: decided_by_presidium.clone(),
                };
                rounds::update(
                    tx,
                    &Round {
                        decided_by_presidium,
                        ..place.round
                    },
                )?;
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
    }
}
