//! What may be seen while a vote runs: four numbers and a stage, nothing else exists.

use super::acts::Place;
use super::counting::returned;
use super::{Service, ServiceError, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::id::RoundId;
use crate::domain::poll::round::RoundStage;
use crate::store::{attendances, boxes};

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
    /// The numbers that may be seen while a vote runs.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn live(&self, actor: &Actor, round: RoundId) -> Result<LiveCount, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = Place::of(tx, round)?;
                permit(&actor, Action::Look, place.congress.id)?;
                let roll = attendances::count(tx, place.sitting.id)?;
                let in_box = boxes::count(tx, round)?;
                Ok(LiveCount {
                    due: roll.due,
                    present: roll.present,
                    issued: attendances::count_issued(tx, place.sitting.id)?,
                    returned: returned(tx, &place.round)?.unwrap_or(in_box),
                    stage: place.round.stage,
                })
            })
            .await
    }
}
