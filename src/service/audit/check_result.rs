//! How a check of the record came out, and the last one of this process.

use std::sync::{Arc, Mutex};

use jiff::Timestamp;

use domain::audit::chain::ChainHead;
use domain::problem::Problem;

/// Something that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The congress and the poll that it is about; empty where it is about the whole record.
    pub about: String,
    pub problem: Problem,
}

/// How a check of the whole record came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckResult {
    /// The head of the installation's chain, which is a proven one only where nothing differs.
    pub head: ChainHead,
    /// Lines of all chains.
    pub lines: u64,
    /// How many chains there are: the installation's and one for each congress that has acted.
    pub chains: usize,
    /// What does not hold; empty when everything does.
    pub differences: Vec<Difference>,
}

/// The last check of this process and its time: for the administrator's page, and proof of nothing.
#[derive(Clone, Default)]
pub(crate) struct LastCheck(pub(super) Arc<Mutex<Option<(Timestamp, CheckResult)>>>);
