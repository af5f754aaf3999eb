//! What the run-sheet tells beside a poll's rounds: officers, who did what and when, other polls at
//! the same sitting.

use super::ServiceError;
use super::acts::Place;
use super::officers::interested;
use crate::domain::poll::Poll;
use crate::domain::poll::round::RoundStage;
use crate::domain::problem::Problem;
use crate::domain::session::officer::Officer;
use crate::store::act_requests::Subject;
use crate::store::acts_done::{self, ActDone};
use crate::store::{ReadTx, officers, polls, rehearsals, rounds};

/// The voting day of a poll.
#[derive(Debug, Clone)]
pub struct Day {
    /// The session's officers.
    pub officers: Vec<Officer>,
    /// Warnings about officers who work for a unit on a slate.
    pub interested: Vec<Problem>,
    /// Acts done on the sitting, oldest first.
    pub on_sitting: Vec<ActDone>,
    /// Acts done on the poll, oldest first.
    pub on_poll: Vec<ActDone>,
    /// Whether all this is a rehearsal.
    pub is_rehearsal: bool,
    /// Every poll held at the sitting with the stage of its newest round, in order.
    pub polls: Vec<(Poll, RoundStage)>,
}

impl Day {
    /// The last time that an act was done on the sitting or the poll.
    #[must_use]
    pub fn last(&self, act: &str) -> Option<&ActDone> {
        let mut all = self.on_sitting.iter().chain(&self.on_poll);
        all.rfind(|one| one.act == act)
    }
}

pub(super) fn day(tx: &ReadTx<'_>, place: &Place) -> Result<Day, ServiceError> {
    let mut held: Vec<(Poll, RoundStage)> = Vec::new();
    for round in rounds::list_at(tx, place.sitting.id)? {
        held.retain(|(poll, _)| poll.id != round.poll);
        held.push((polls::get(tx, round.poll)?, round.stage));
    }
    Ok(Day {
        officers: officers::list(tx, place.session.id)?,
        interested: interested(tx, place.session.id)?,
        on_sitting: acts_done::list(tx, Subject::Sitting(place.sitting.id.0))?,
        on_poll: acts_done::list(tx, Subject::Poll(place.poll.id.0))?,
        is_rehearsal: rehearsals::find_real(tx, place.congress.id)?.is_some(),
        polls: held,
    })
}
