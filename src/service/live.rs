//! What may be seen while a vote runs: four numbers and a stage, nothing else exists.

use super::acts::Place;
use super::{Service, ServiceError, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::id::RoundId;
use crate::domain::poll::round::RoundStage;
use crate::store::ReadTx;

/// The officers' live view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LiveCount {
    /// Members due.
    pub due: u32,
    /// Members present.
    pub present: u32,
    /// Slips drawn.
    pub issued: u32,
    /// Ballots in the box.
    pub returned: u32,
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
            let place = Place::of(tx, round)?;
            permit(&actor, Action::Look, place.congress.id)?;
            Ok::<_, ServiceError>(place.sitting.id)
        };
        let sitting = self.store.read(find).await?;
        let numbers = self.follow(sitting).await?.borrow().clone();
        let told = numbers.of(round).ok_or(ServiceError::NotFound("round"))?;
        Ok(LiveCount {
            due: numbers.roll.due,
            present: numbers.roll.present,
            issued: told.issued,
            returned: told.returned,
            stage: told.stage,
        })
    }
}
