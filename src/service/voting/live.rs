//! What may be seen while a vote runs: four numbers and a stage, and nothing else.

use crate::poll::polling::PollView;
use crate::round::context::RoundContext;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::id::RoundId;
use domain::round::RoundStage;
use domain::round::turnout::Turnout;
use store::ReadTx;

/// The officers' live view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LiveCount {
    /// Members due.
    pub due: u32,
    /// Members present.
    pub present: u32,
    /// Issued, and what came back.
    pub turnout: Turnout,
    /// The round's stage.
    pub stage: RoundStage,
}

impl Service {
    /// The numbers that may be seen while a vote runs, as of the last step of three seconds: officers
    /// see no single ballot fall either.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn live(&self, actor: &Actor, round: RoundId) -> Result<LiveCount, ServiceError> {
        let actor = actor.clone();
        let find = move |tx: &ReadTx<'_>| {
            let place = RoundContext::of(tx, round)?;
            permit(&actor, Action::Look, place.congress.id)?;
            Ok::<_, ServiceError>(place.sitting.id)
        };
        let sitting = self.store.read(find).await?;
        let mut numbers = self.follow(sitting).await?.borrow().clone();
        if numbers.of(round).is_none() {
            // Younger than the last step: no ballot of it can have been seen before.
            numbers = self.read_now(sitting).await?;
        }
        let told = numbers.of(round).ok_or(ServiceError::NotFound("round"))?;
        Ok(LiveCount {
            due: numbers.roll.due,
            present: numbers.roll.present,
            turnout: told.turnout,
            stage: told.stage,
        })
    }

    /// The page of a poll with the numbers of the last step where its vote runs: whoever loads it again
    /// and again sees no single ballot fall.
    pub(crate) async fn in_steps(&self, mut view: PollView) -> Result<PollView, ServiceError> {
        let runs = |stage| matches!(stage, RoundStage::Open | RoundStage::Paused);
        if !view.day.polls.iter().any(|held| runs(held.stage)) {
            return Ok(view);
        }
        let numbers = self.follow(view.sitting.id).await?.borrow().clone();
        let seen = |round| numbers.of(round).map(|known| &known.turnout);
        for held in view.day.polls.iter_mut().filter(|held| runs(held.stage)) {
            held.turnout = held.turnout.as_seen(seen(held.round));
        }
        for round in view.rounds.iter_mut().filter(|one| runs(one.round.stage)) {
            round.turnout = round.turnout.as_seen(seen(round.round.id));
            round.facts.in_box = round.turnout.slips();
        }
        Ok(view)
    }
}
