//! Due, present, issued and returned in steps of three seconds: one reading for all who follow.
//!
//! However many screens and phones follow a sitting, its numbers are read once a step, and nobody
//! is told anything between two steps: who opens a page anew sees the number of the last step, so
//! that no single ballot can be seen as it is cast.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use crate::round::turnout::turnout;

use crate::ServiceError;
use domain::id::{PollId, RoundId, SittingId};
use domain::round::RoundStage;
use domain::round::turnout::Turnout;
use domain::sitting::roll::RollCount;
use store::round::rounds;
use store::sitting::attendances;
use store::{ReadTx, Store};

/// How long a step is.
pub const STEP: Duration = Duration::from_secs(3);

/// A round as everybody in the hall may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundNumbers {
    pub round: RoundId,
    pub poll: PollId,
    /// Where it stands.
    pub stage: RoundStage,
    /// Issued, and what came back.
    pub turnout: Turnout,
}

/// The numbers of a sitting at the last step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SittingNumbers {
    /// Due, present, on leave.
    pub roll: RollCount,
    /// The rounds of the sitting, by poll and number.
    pub rounds: Vec<RoundNumbers>,
}

impl SittingNumbers {
    /// The numbers of a round.
    #[must_use]
    pub fn of(&self, round: RoundId) -> Option<&RoundNumbers> {
        self.rounds.iter().find(|one| one.round == round)
    }

    /// The numbers of the newest round of a poll.
    #[must_use]
    pub fn newest(&self, poll: PollId) -> Option<&RoundNumbers> {
        self.rounds.iter().rfind(|one| one.poll == poll)
    }
}

type SittingChannels = Arc<Mutex<BTreeMap<SittingId, watch::Sender<SittingNumbers>>>>;

/// Who follows which sitting, and the signal that a screen was given something else to show.
#[derive(Clone)]
pub(crate) struct LiveNumbers {
    sittings: SittingChannels,
    pub(super) turned: watch::Sender<u64>,
}

impl LiveNumbers {
    pub(crate) fn new() -> Self {
        Self {
            sittings: Arc::default(),
            turned: watch::Sender::new(0),
        }
    }

    /// Tells every screen to look at what it shows.
    pub(super) fn turn(&self) {
        self.turned
            .send_modify(|turns| *turns = turns.wrapping_add(1));
    }

    pub(super) fn find(&self, sitting: SittingId) -> Option<watch::Receiver<SittingNumbers>> {
        let sittings = self.sittings.lock().unwrap_or_else(PoisonError::into_inner);
        sittings.get(&sitting).map(watch::Sender::subscribe)
    }

    /// Begins to read a sitting's numbers in steps, unless somebody else began meanwhile.
    pub(super) fn begin(
        &self,
        store: Store,
        sitting: SittingId,
        first: SittingNumbers,
    ) -> watch::Receiver<SittingNumbers> {
        let mut sittings = self.sittings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sender) = sittings.get(&sitting) {
            return sender.subscribe();
        }
        let (sender, receiver) = watch::channel(first);
        sittings.insert(sitting, sender.clone());
        tokio::spawn(read_on(self.sittings.clone(), store, sitting, sender));
        receiver
    }
}

/// Reads the numbers at each step until nobody follows. The last reading stands for a whole step
/// after that, so that coming and going does not make steps shorter.
async fn read_on(
    sittings: SittingChannels,
    store: Store,
    sitting: SittingId,
    sender: watch::Sender<SittingNumbers>,
) {
    loop {
        tokio::time::sleep(STEP).await;
        {
            let mut sittings = sittings.lock().unwrap_or_else(PoisonError::into_inner);
            if sender.is_closed() {
                sittings.remove(&sitting);
                return;
            }
        }
        let read = store.read(move |tx| numbers(tx, sitting)).await;
        // A reading that fails leaves the numbers of the step before.
        let Ok(now) = read else { continue };
        sender.send_if_modified(|before| {
            let is_new = *before != now;
            *before = now;
            is_new
        });
    }
}

pub(super) fn numbers(tx: &ReadTx<'_>, sitting: SittingId) -> Result<SittingNumbers, ServiceError> {
    let mut told = Vec::new();
    for round in rounds::list_at(tx, sitting)? {
        told.push(RoundNumbers {
            round: round.id,
            poll: round.poll,
            stage: round.stage,
            turnout: turnout(tx, &round)?,
        });
    }
    Ok(SittingNumbers {
        roll: attendances::count(tx, sitting)?,
        rounds: told,
    })
}
