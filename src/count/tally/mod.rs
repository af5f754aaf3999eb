//! The count: papers in, an outcome that explains itself out.
//!
//! `count.rs` adds up papers, `decide.rs` decides, `tie.rs` finds where the places end, `grade.rs`
//! what grades add up to, `outcome.rs` is what comes of it, `trace.rs` says how, step by step, and `next.rs` what round follows. Nothing here is broken
//! by order, number or chance, and no sum may wrap.
#![deny(clippy::arithmetic_side_effects)]

mod count;
mod decide;
mod grade;
mod next;
mod outcome;
mod sums;
mod tie;
mod trace;

pub use super::poll::clause::Clause;
pub use count::Counter;
pub use grade::{GradedLine, LineGrade, needs};
pub use next::{NextRound, next};
pub use outcome::{Decision, LineOutcome, LineVerdict, Outcome, VoidRound};
pub use sums::CountError;
pub use tie::settle;
pub use trace::{TraceEvent, TraceStep};

#[cfg(test)]
mod grade_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
