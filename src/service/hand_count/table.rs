//! The counting table: batches that are being typed, in this process alone and in no file, so that
//! no copy of the disk tells a running count. A batch leaves it agreed and sealed to the box.
//!
//! What lies here is lost when the program stops, and typed again: batches that only one teller
//! typed, or on which the two still differ.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::act_of_two::two_people::Person;
use domain::hand_count::batch::Batch;
use domain::hand_count::pile;
use domain::hand_count::typed::TypedPaper;
use domain::id::RoundId;

/// Papers of a batch that are being called out, one after the other.
#[derive(Clone)]
pub(super) struct CalledPapers {
    /// Who marks down what is called, and who watches it.
    pub(super) people: [Person; 2],
    /// The papers so far; kept after the batch is sealed, for the strokes go on.
    pub(super) papers: Vec<TypedPaper>,
}

/// Batches in the making, by round and number. None of it has `Debug`.
#[derive(Clone, Default)]
pub(crate) struct CountingTable {
    lying: Arc<Mutex<TableContents>>,
}

#[derive(Default)]
pub(super) struct TableContents {
    pub(super) batches: BTreeMap<(RoundId, u32), Batch>,
    pub(super) called: BTreeMap<(RoundId, u32), CalledPapers>,
}

impl CountingTable {
    /// What lies there, for as long as it is looked at.
    pub(super) fn lying(&self) -> MutexGuard<'_, TableContents> {
        self.lying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A batch as it lies there now.
    pub(super) fn find(&self, round: RoundId, number: u32) -> Option<Batch> {
        self.lying().batches.get(&(round, number)).cloned()
    }

    /// Takes a batch away: it is sealed, or its size was wrong.
    pub(crate) fn remove(&self, round: RoundId, number: u32) {
        self.lying().batches.remove(&(round, number));
    }

    /// Takes the batches away that hold another number of papers than the account has for them.
    pub(crate) fn forget_other_sizes(&self, round: RoundId, returned: u32) {
        let mut lying = self.lying();
        let fits = |number, papers| pile::size(returned, number) == Some(papers);
        lying
            .batches
            .retain(|(one, number), batch| *one != round || fits(*number, batch.papers()));
        lying.called.retain(|(one, _), _| *one != round);
    }

    /// Takes everything of a round away.
    pub(crate) fn forget(&self, round: RoundId) {
        let mut lying = self.lying();
        lying.batches.retain(|(one, _), _| *one != round);
        lying.called.retain(|(one, _), _| *one != round);
    }
}
