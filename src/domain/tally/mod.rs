//! The count: papers in, an outcome that explains itself out. Read `count.rs`, then `outcome.rs`.

mod count;
mod outcome;

pub use count::{Counter, UncountedLines};
pub use outcome::{Clause, Decision, LineOutcome, LineVerdict, Outcome};

#[cfg(test)]
mod tests;
