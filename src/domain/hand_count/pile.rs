//! The papers of the boxes laid out in batches of 25, the last one smaller.

/// Papers in a full batch: as many as a hand holds and counts again without losing them.
pub(crate) const FULL: u32 = 25;

/// How many papers each batch holds, in order; none where no paper came back.
#[must_use]
pub fn batches(returned: u32) -> Vec<u32> {
    let mut left = returned;
    let mut sizes = Vec::new();
    while left > 0 {
        let size = left.min(FULL);
        sizes.push(size);
        left = left.saturating_sub(size);
    }
    sizes
}

/// How many papers the batch of a number holds.
#[must_use]
pub fn size(returned: u32, number: u32) -> Option<u32> {
    let before = number.checked_sub(1)?.checked_mul(FULL)?;
    let left = returned.checked_sub(before)?;
    (left > 0).then(|| left.min(FULL))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_hold_twenty_five_and_add_up_to_what_came_back() {
        for returned in [0, 1, 24, 25, 26, 50, 101, 5_000] {
            let sizes = batches(returned);
            assert_eq!(sizes.iter().sum::<u32>(), returned);
            for (number, papers) in (1..).zip(&sizes) {
                assert_eq!(size(returned, number), Some(*papers));
                assert!(*papers <= FULL);
            }
            let beyond = u32::try_from(sizes.len()).unwrap() + 1;
            assert_eq!(size(returned, beyond), None);
            assert_eq!(size(returned, 0), None);
        }
    }
}
