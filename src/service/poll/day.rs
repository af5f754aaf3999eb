//! What the run-sheet tells beside a poll's rounds: officers, who did what and when, other polls at
//! the same sitting.

use crate::ServiceError;
use crate::hall::cues::cue_of;
use crate::round::context::RoundContext;
use crate::round::fixed;
use crate::round::turnout::turnout;
use crate::sitting::officers::interested;
use domain::hall::screen::{Screen, ScreenContent};
use domain::id::RoundId;
use domain::poll::Poll;
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::round::turnout::Turnout;
use domain::sitting::officer::{Officer, PinTries};
use domain::voting::desk::SlipsOfOldKey;
use store::ReadTx;
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
use store::act_of_two::acts_done::ActDone;
use store::hall::screens;
use store::poll::{polls, rehearsals};
use store::round::rounds;
use store::sitting::officers;
use store::voting::desks;

/// The voting day of a poll.
#[derive(Debug, Clone)]
pub struct Day {
    /// The session's officers.
    pub officers: Vec<Officer>,
    /// Wrong tries at their PINs, by who typed them.
    pub tries: Vec<PinTries>,
    /// Warnings about officers who work for a unit on a slate.
    pub interested: Vec<Problem>,
    /// Acts done on the sitting, oldest first.
    pub on_sitting: Vec<ActDone>,
    /// Acts done on the poll, oldest first.
    pub on_poll: Vec<ActDone>,
    pub is_rehearsal: bool,
    /// Every poll held at the sitting, in order.
    pub polls: Vec<HeldPoll>,
    /// The hall's screens and what each shows.
    pub screens: Vec<Screen>,
    /// The scene of the step at hand.
    pub cue: ScreenContent,
    /// How many wrong codes were typed lately, at least, in coarse steps; none where there were few.
    pub wrong_codes: Option<u64>,
    /// Whether slips of an earlier key were handed out at the sitting.
    pub old_slips: SlipsOfOldKey,
}

/// A poll of a sitting with the account of its newest round.
#[derive(Debug, Clone)]
pub struct HeldPoll {
    pub poll: Poll,
    /// Its newest round.
    pub round: RoundId,
    /// Where its newest round stands.
    pub stage: RoundStage,
    /// Issued, and what came back.
    pub turnout: Turnout,
    /// Whether something of the round is not as it was fixed: then its numbers are told nowhere.
    pub is_changed: bool,
}

impl Day {
    /// The last time that an act was done on the sitting or the poll.
    #[must_use]
    pub fn last(&self, act: &str) -> Option<&ActDone> {
        let mut all = self.on_sitting.iter().chain(&self.on_poll);
        all.rfind(|one| one.act == act)
    }
}

pub(crate) fn day(tx: &ReadTx<'_>, place: &RoundContext) -> Result<Day, ServiceError> {
    let mut held: Vec<HeldPoll> = Vec::new();
    for round in rounds::list_at(tx, place.sitting.id)? {
        held.retain(|one| one.poll.id != round.poll);
        held.push(HeldPoll {
            poll: polls::get(tx, round.poll)?,
            round: round.id,
            stage: round.stage,
            turnout: turnout(tx, &round)?,
            is_changed: !fixed::differences(tx, &RoundContext::of(tx, round.id)?)?.is_empty(),
        });
    }
    Ok(Day {
        officers: officers::list(tx, place.session.id)?,
        tries: officers::list_tries(tx, place.session.id)?,
        interested: interested(tx, place.session.id)?,
        on_sitting: acts_done::list(tx, RequestSubject::Sitting(place.sitting.id.0))?,
        on_poll: acts_done::list(tx, RequestSubject::Poll(place.poll.id.0))?,
        is_rehearsal: rehearsals::find_real(tx, place.congress.id)?.is_some(),
        polls: held,
        screens: screens::list(tx, place.sitting.id)?,
        cue: cue_of(tx, place.poll.id)?,
        wrong_codes: None,
        old_slips: desks::get(tx, place.sitting.id)?.old_slips,
    })
}
