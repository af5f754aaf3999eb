//! What is added up, and why it may not add up.

/// Why there is no outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// More papers, points or lines than their numbers hold.
    #[error("the count does not fit its numbers")]
    TooLarge,
    /// The rules take the majority of those present, and their number was not given.
    #[error("the rules count those present, whose number is not known")]
    PresentUnknown,
    /// The account speaks of another number of papers than the box holds.
    #[error("the account has {account} papers returned, the box {counted}")]
    AccountDiffers {
        /// Papers returned by the account.
        account: u64,
        /// Papers counted.
        counted: u64,
    },
}

/// The sums of one line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LineSums {
    pub(super) approve: u64,
    pub(super) oppose: u64,
    pub(super) abstain: u64,
    pub(super) unmarked: u64,
    pub(super) points: u64,
}
