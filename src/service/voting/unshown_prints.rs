//! Slips that were printed by two and wait to be shown to the one who asked: their codes are in this
//! process for a quarter of an hour, and nowhere else. Whoever takes them takes them away.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroize as _;

use domain::id::{AccountId, SittingId};
use machine::clock::Clock;

/// So long a print waits to be shown.
const WAITS: SignedDuration = SignedDuration::from_mins(15);
/// How often what was left lying is looked for.
const ROUND: Duration = Duration::from_secs(20);

/// A print with its codes, which are overwritten when it is dropped.
pub struct UnshownPrint {
    pub sitting: SittingId,
    pub number: u32,
    /// Who asked for it: nobody else is shown it.
    pub asker: AccountId,
    /// Until when it waits.
    pub until: Timestamp,
    /// The codes.
    pub slips: Vec<PrintedSlip>,
}

impl UnshownPrint {
    /// A print of one slip without a code, to try whether slips can be printed.
    #[must_use]
    pub fn specimen(sitting: SittingId) -> Self {
        let slip = PrintedSlip {
            scanned: String::new(),
            typed: String::new(),
        };
        Self {
            sitting,
            number: 0,
            asker: AccountId(0),
            until: Timestamp::UNIX_EPOCH,
            slips: vec![slip],
        }
    }
}

/// The codes are never printed but on slips.
impl std::fmt::Debug for UnshownPrint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FreshPrint")
            .field("sitting", &self.sitting)
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

impl Drop for UnshownPrint {
    fn drop(&mut self) {
        for slip in &mut self.slips {
            slip.scanned.zeroize();
            slip.typed.zeroize();
        }
    }
}

type UnshownPrintMap = BTreeMap<(SittingId, u32), UnshownPrint>;

/// The prints that wait, by sitting and number.
#[derive(Clone)]
pub(crate) struct UnshownPrints {
    waiting: Arc<Mutex<UnshownPrintMap>>,
    clock: Clock,
}

impl UnshownPrints {
    pub(crate) fn new(clock: &Clock) -> Self {
        Self {
            waiting: Arc::default(),
            clock: clock.clone(),
        }
    }

    /// Wipes what nobody fetched, now and then, for as long as the service lives.
    pub(crate) fn watch(&self) {
        let (waiting, clock) = (Arc::downgrade(&self.waiting), self.clock.clone());
        tokio::spawn(async move {
            let mut ticks = tokio::time::interval(ROUND);
            loop {
                ticks.tick().await;
                let Some(waiting) = waiting.upgrade() else {
                    return;
                };
                let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
                sweep(&mut waiting, clock.now());
            }
        });
    }

    fn waiting(&self) -> MutexGuard<'_, UnshownPrintMap> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        sweep(&mut waiting, self.clock.now());
        waiting
    }

    /// Lets a print wait for the one who asked for it.
    pub(crate) fn keep(
        &self,
        sitting: SittingId,
        number: u32,
        asker: AccountId,
        slips: Vec<PrintedSlip>,
    ) {
        let until = self.clock.now().checked_add(WAITS);
        let print = UnshownPrint {
            sitting,
            number,
            asker,
            until: until.unwrap_or(Timestamp::MAX),
            slips,
        };
        self.lay_back(print);
    }

    /// Lets a print wait on that was taken and not shown.
    pub(crate) fn lay_back(&self, print: UnshownPrint) {
        self.waiting().insert((print.sitting, print.number), print);
    }

    /// The numbers of the prints of a sitting that wait, with who asked and until when.
    pub(crate) fn list(&self, sitting: SittingId) -> Vec<(u32, AccountId, Timestamp)> {
        let waiting = self.waiting();
        let here = waiting.values().filter(|print| print.sitting == sitting);
        here.map(|print| (print.number, print.asker, print.until))
            .collect()
    }

    /// Takes a print away: whoever comes next finds none.
    pub(crate) fn take(
        &self,
        sitting: SittingId,
        number: u32,
        asker: AccountId,
    ) -> Option<UnshownPrint> {
        let mut waiting = self.waiting();
        let place = (sitting, number);
        waiting.get(&place).filter(|print| print.asker == asker)?;
        waiting.remove(&place)
    }

    /// Wipes a print that was lost.
    pub(crate) fn forget(&self, sitting: SittingId, number: u32) {
        self.waiting().remove(&(sitting, number));
    }
}

/// Drops what waited too long; a clock that was set back makes nothing wait longer.
fn sweep(waiting: &mut UnshownPrintMap, now: Timestamp) {
    waiting.retain(|_, print| now < print.until && print.until.duration_since(now) <= WAITS);
}

/// A freshly printed slip: the only place where its codes stand in clear.
#[derive(Clone)]
pub struct PrintedSlip {
    /// For the QR.
    pub scanned: String,
    /// For fingers: ten digits, or twelve.
    pub typed: String,
}
