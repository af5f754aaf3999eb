//! What the people of a day know of it themselves: which slips they hold, what they marked, what is
//! written on their cards. Nothing of it is read from the product's store.

use std::collections::{BTreeMap, BTreeSet};

use crate::random_days::hands::Hands;
use crate::random_days::site::Browser;

/// A printed slip and what became of it.
#[derive(Debug, Clone)]
pub(crate) struct Slip {
    pub(crate) scanned: String,
    pub(crate) typed: String,
    /// A deputy drew it.
    pub(crate) is_drawn: bool,
    /// It was scanned back.
    pub(crate) is_cancelled: bool,
    /// The phone of whoever drew it.
    pub(crate) phone: Browser,
}

/// A reviewed form that its deputy, or whoever paid for it, kept.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) sitting: i64,
    pub(crate) slip: usize,
    pub(crate) round: i64,
    pub(crate) poll: i64,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) pattern: Vec<u8>,
}

/// The phone of an officer without an account, and the slip that opens it.
#[derive(Debug, Clone)]
pub(crate) struct OfficerPhone {
    pub(crate) session: i64,
    pub(crate) code: String,
    pub(crate) browser: Browser,
    /// What the officer chose there.
    pub(crate) pin: Option<String>,
    /// The slip was opened there.
    pub(crate) is_open: bool,
}

/// A card as its holder copied it.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    pub(crate) text: String,
    /// The account that was shown it, or the officer's phone.
    pub(crate) holder: String,
    pub(crate) is_checked: bool,
    /// The name of its box.
    pub(crate) of: String,
}

/// What is known of a day.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    /// Slips by sitting, in the order of printing.
    pub(crate) slips: BTreeMap<i64, Vec<Slip>>,
    /// Ballots that were acknowledged, by round and slip: their patterns as stored papers have them.
    pub(crate) cast: BTreeMap<i64, BTreeMap<usize, Vec<u8>>>,
    /// Rounds in which dummies voted: what they marked nobody knows.
    pub(crate) dummies: BTreeSet<i64>,
    /// Papers in the boxes of a round, as tellers type them.
    pub(crate) papers: BTreeMap<i64, Vec<String>>,
    /// The cards of a round's box.
    pub(crate) cards: BTreeMap<i64, Vec<Card>>,
    pub(crate) kept: Vec<Kept>,
    /// Whose hands took part in acts of two.
    pub(crate) hands: Hands,
    /// The act that was looked at last.
    pub(crate) acts_seen: i64,
    /// The phones of officers without an account, by officer.
    pub(crate) officers: BTreeMap<i64, OfficerPhone>,
    /// The hall's screen of a sitting: its address, and its number.
    pub(crate) screens: BTreeMap<i64, (String, i64)>,
    /// PINs by officer: the digits, and who chose them.
    pub(crate) pins: BTreeMap<i64, (String, String)>,
    /// The versions of a poll's statement, oldest first.
    pub(crate) statements: BTreeMap<i64, Vec<String>>,
    /// Phones so far; each has an address of its own.
    pub(crate) phones: usize,
    /// By table: the numbers that are given now, and the highest that ever was.
    pub(crate) named: BTreeMap<&'static str, (BTreeSet<i64>, i64)>,
}

impl Model {
    /// The slips that are in deputies' hands, by place.
    pub(crate) fn in_hand(&self, sitting: i64) -> Vec<usize> {
        let slips = self.slips.get(&sitting).map_or(&[][..], Vec::as_slice);
        let held = slips.iter().enumerate();
        held.filter(|(_, slip)| slip.is_drawn && !slip.is_cancelled)
            .map(|(place, _)| place)
            .collect()
    }

    /// The slips that lie at the desk, by place.
    pub(crate) fn left_over(&self, sitting: i64) -> Vec<usize> {
        let slips = self.slips.get(&sitting).map_or(&[][..], Vec::as_slice);
        let left = slips.iter().enumerate();
        left.filter(|(_, slip)| !slip.is_drawn && !slip.is_cancelled)
            .map(|(place, _)| place)
            .collect()
    }

    /// The officers of a session who hold a slip or a phone.
    pub(crate) fn officers_of(&self, session: i64) -> Vec<i64> {
        let of = self.officers.iter();
        of.filter(|(_, phone)| phone.session == session)
            .map(|(officer, _)| *officer)
            .collect()
    }

    pub(crate) fn has_cast(&self, round: i64, slip: usize) -> bool {
        self.cast
            .get(&round)
            .is_some_and(|cast| cast.contains_key(&slip))
    }

    /// Nothing of a wiped rehearsal is kept, so that whatever comes again under its numbers is seen.
    pub(crate) fn forget(&mut self, sitting: i64, rounds: &[i64]) {
        self.slips.remove(&sitting);
        self.screens.remove(&sitting);
        self.kept.retain(|kept| kept.sitting != sitting);
        for round in rounds {
            self.cast.remove(round);
            self.dummies.remove(round);
            self.papers.remove(round);
            self.cards.remove(round);
        }
        self.hands.forget(rounds);
    }
}
