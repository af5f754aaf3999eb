//! More than half and two thirds: the two fractions that the law knows, each computed here alone.

/// More than half: floor(N/2)+1.
#[must_use]
pub fn majority(of: u64) -> u64 {
    (of / 2).saturating_add(1)
}

/// The same of members.
#[must_use]
pub(crate) fn more_than_half(of: u32) -> u32 {
    (of / 2).saturating_add(1)
}

/// Two thirds, the number itself included: ceil(2N/3).
#[must_use]
pub(crate) fn two_thirds(of: u32) -> u32 {
    of.saturating_sub(of / 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_half_is_no_majority_and_exactly_two_thirds_are_enough() {
        for (of, half, thirds) in [
            (0, 1, 0),
            (1, 1, 1),
            (2, 2, 2),
            (3, 2, 2),
            (48, 25, 32),
            (49, 25, 33),
        ] {
            assert_eq!(more_than_half(of), half, "{of}");
            assert_eq!(majority(u64::from(of)), u64::from(half), "{of}");
            assert_eq!(two_thirds(of), thirds, "{of}");
        }
        assert_eq!(more_than_half(u32::MAX), u32::MAX / 2 + 1);
    }
}
