//! THE MACHINE: time, chance, the log, and how much of everything there is room for.
//!
//! What the law may not see stands here, under the layers that serve people: only this crate asks the
//! machine for the time ([`clock`]) and for random bytes ([`random`]), which the lints keep; failures that a
//! ballot may meet are counted by [`telemetry`]; every bound is a line of [`bounds`].

pub mod bounds;
pub mod clock;
pub mod random;
pub mod telemetry;
