//! The problems of the counting room under fixed numbers, so that somebody can call one out and
//! another looks it up on the sheet on the wall. A number never changes its meaning: new ones come last.

/// The problems in the order of their numbers, from 1. Their messages are `problem-<code>`, what to
/// do is `do-<code>`.
pub const CODES: [&str; 18] = [
    "papers-not-entered",
    "papers-differ",
    "returned-above-issued",
    "batch-pile-differs",
    "batches-unequal",
    "batch-same-teller",
    "batch-typed",
    "batch-gone",
    "sheet-missing",
    "sheet-lines",
    "sheet-key",
    "sheet-line",
    "sheet-reason",
    "batch-not-yours",
    "decide-doubtful",
    "decide-typist",
    "calling-mixed",
    "sheets-changed",
];

/// The number of a problem, if it is one of the counting room.
#[must_use]
pub fn number(code: &str) -> Option<u32> {
    let found = (1..).zip(CODES).find(|(_, one)| *one == code);
    found.map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_one_problem_for_ever() {
        assert_eq!(number("papers-not-entered"), Some(1));
        assert_eq!(number("returned-above-issued"), Some(3));
        assert_eq!(number("sheets-changed"), Some(18));
        assert_eq!(number("act-out-of-turn"), None);
        for (place, code) in CODES.iter().enumerate() {
            assert!(!CODES[..place].contains(code), "{code} twice");
        }
    }
}
