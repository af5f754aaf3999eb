//! An order for slips, as one person gives it and a second one confirms it: how many, why, and
//! whether they stand for an earlier print that was lost.

use crate::problem::Problem;

/// Slips that may be printed at once.
pub const MOST: u32 = 5_000;
/// Characters of a reason.
const REASON: usize = 100;

/// An order for slips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipOrder {
    pub slips: u32,
    /// The number of an earlier print that was lost: its slips are cancelled.
    pub instead_of: Option<u32>,
    /// Why they are printed.
    pub reason: String,
}

/// Slips that are proposed to be printed for so many deputies: one each, and one in twenty to spare, but
/// two at least.
#[must_use]
pub fn usual(deputies: u32) -> u32 {
    deputies.saturating_add(deputies.div_ceil(20).max(2))
}

impl SlipOrder {
    /// An order as it was typed.
    ///
    /// # Errors
    /// `slips-number` (fact `most`) at `number`, `reason-missing` and `reason-long` at `reason`.
    pub fn of(slips: u32, instead_of: Option<u32>, reason: &str) -> Result<Self, Vec<Problem>> {
        let reason = reason.trim();
        let mut problems = Vec::new();
        if slips == 0 || slips > MOST {
            let problem = Problem::error("slips-number").at("number");
            problems.push(problem.with("most", MOST));
        }
        if reason.is_empty() {
            problems.push(Problem::error("reason-missing").at("reason"));
        } else if reason.chars().count() > REASON {
            let problem = Problem::error("reason-long").at("reason");
            problems.push(problem.with("most", REASON));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            slips,
            instead_of,
            reason: reason.to_owned(),
        })
    }

    /// The order as one line, as it waits for the second person.
    #[must_use]
    pub fn line(&self) -> String {
        let instead_of = self.instead_of.unwrap_or(0);
        format!("{} {instead_of} {}", self.slips, self.reason)
    }

    /// The order of a line.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        let (slips, rest) = line.split_once(' ')?;
        let (instead_of, reason) = rest.split_once(' ')?;
        let instead_of: u32 = instead_of.parse().ok()?;
        let instead_of = Some(instead_of).filter(|number| *number > 0);
        Self::of(slips.parse().ok()?, instead_of, reason).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_comes_back_from_its_line() {
        for (slips, instead_of, reason) in [
            (159, None, "154 deputies and 5 to spare"),
            (MOST, Some(2), "lost"),
        ] {
            let order = SlipOrder::of(slips, instead_of, reason).unwrap();
            assert_eq!(SlipOrder::read(&order.line()), Some(order));
        }
        for line in ["", "159", "159 0", "159 0 ", "0 0 why", "many 0 why"] {
            assert_eq!(SlipOrder::read(line), None, "{line}");
        }
    }

    #[test]
    fn an_order_has_a_number_and_a_reason() {
        let codes = |slips, reason: &str| -> Vec<&str> {
            let refused = SlipOrder::of(slips, None, reason).err();
            let problems = refused.unwrap_or_default();
            problems.iter().map(|problem| problem.code).collect()
        };
        assert_eq!(codes(0, " "), ["slips-number", "reason-missing"]);
        assert_eq!(codes(MOST + 1, "why"), ["slips-number"]);
        assert_eq!(codes(1, &"x".repeat(101)), ["reason-long"]);
        assert_eq!(codes(1, "why"), Vec::<&str>::new());
    }

    #[test]
    fn one_slip_in_twenty_is_proposed_to_spare_and_two_at_least() {
        let proposed = [(0, 2), (1, 3), (40, 42), (41, 44), (159, 167)];
        for (deputies, slips) in proposed {
            assert_eq!(usual(deputies), slips, "{deputies}");
        }
    }
}
