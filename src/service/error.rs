//! The few kinds of failure that a use case can end in; only `web/error.rs` turns them into pages.

use crate::access::password::PasswordError;
use domain::access::PermissionDenied;
use domain::problem::Problem;
use machine::random::NoRandom;
use store::StoreError;

/// Why a use case was not done. Nothing of it is saved.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The state of things forbids it; each problem says what is missing.
    #[error("refused: {}", codes(.0))]
    Refused(Vec<Problem>),
    /// What was typed or uploaded must be mended.
    #[error("invalid: {}", codes(.0))]
    Invalid(Vec<Problem>),
    /// The actor has no such permission.
    #[error("not permitted: {:?}", .0.action)]
    Denied(PermissionDenied),
    /// There is no such thing, or the actor may not know of it.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// Too much at once: try again in a moment.
    #[error("too much at once")]
    Busy,
    /// The office's database is damaged: somebody must be called.
    #[error("damaged")]
    Damaged(#[source] Box<StoreError>),
    /// Something broke that no user can mend.
    #[error("broken")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

fn codes(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(|problem| problem.code)
        .collect::<Vec<_>>()
        .join(", ")
}

impl ServiceError {
    /// A refusal for one reason.
    #[must_use]
    pub fn refused(problem: Problem) -> Self {
        Self::Refused(vec![problem])
    }

    /// One thing to mend.
    #[must_use]
    pub fn invalid(problem: Problem) -> Self {
        Self::Invalid(vec![problem])
    }

    /// The problems that the user can read, if any.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Refused(problems) | Self::Invalid(problems) => problems,
            Self::Denied(_)
            | Self::NotFound(_)
            | Self::Busy
            | Self::Damaged(_)
            | Self::Broken(_) => &[],
        }
    }
}

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound(what) => Self::NotFound(what),
            StoreError::Busy | StoreError::NotDurable => Self::Busy,
            StoreError::Unsound(_) => Self::Damaged(Box::new(error)),
            StoreError::Sqlite(_)
            | StoreError::Constraint(_)
            | StoreError::Lost
            | StoreError::Newer { .. }
            | StoreError::Foreign(_)
            | StoreError::InUse(_)
            | StoreError::Directory { .. }
            | StoreError::Occupied(_)
            | StoreError::Damaged(_)
            | StoreError::NotScrubbed(_)
            | StoreError::VoteRuns
            | StoreError::BoxesLie(_)
            | StoreError::Thread(_) => Self::Broken(Box::new(error)),
        }
    }
}

impl From<PasswordError> for ServiceError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Busy => Self::Busy,
            PasswordError::Broken => Self::Broken(Box::new(error)),
        }
    }
}

impl From<NoRandom> for ServiceError {
    fn from(error: NoRandom) -> Self {
        Self::Broken(Box::new(error))
    }
}
