//! The papers of an opened box, equal ones together.

use std::collections::BTreeMap;

use domain::ballot::remark::OpenedRemark;
use domain::ballot::{Paper, Verdict, VoidReason, judge};
use domain::digest::Digest;
use domain::poll::rules::Rules;

use store::hand_count::batches::StoredBatch;
use store::round::boxes::OpenedPapers;

/// Equal papers with their number.
pub(crate) type PaperCounts = BTreeMap<OpenedPapers, u64>;

/// The papers of a box, equal ones together.
pub(crate) struct BoxContents {
    pub(crate) papers: PaperCounts,
    /// What their digest is salted with: 256 random bits.
    pub(crate) salt: [u8; 32],
    /// Digest of the box that they came from.
    pub(crate) digest: Digest,
    /// The batches of typed papers among them.
    pub(crate) batches: Vec<StoredBatch>,
    /// Remarks on lines that have enough of them, mixed line by line.
    pub(crate) remarks: Vec<OpenedRemark>,
}

impl BoxContents {
    /// How many papers were typed by hand.
    pub(crate) fn typed(&self) -> u32 {
        self.batches.iter().map(|batch| batch.papers).sum()
    }
}

/// A paper with its verdict. What is no paper of the round is void and keeps none of its bytes.
pub(crate) fn judged(plain: &[u8], rules: &Rules, lines: usize) -> OpenedPapers {
    let Ok(paper) = Paper::decode(plain, rules.kind, lines) else {
        return OpenedPapers {
            verdict: "void",
            reason: VoidReason::Unreadable.word(),
            pattern: Vec::new(),
        };
    };
    let (verdict, reason) = match judge(&paper, rules, lines).verdict {
        Verdict::Valid => ("valid", ""),
        Verdict::Blank => ("blank", ""),
        Verdict::Void(reason) => ("void", reason.word()),
    };
    OpenedPapers {
        verdict,
        reason,
        pattern: plain.to_vec(),
    }
}
