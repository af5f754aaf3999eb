//! Breaks of the audit log, and what two people accepted of them, in words.

use domain::audit::broken_log::{Acceptance, LogGap};
use text::Words;
use text::say;

/// One break.
pub(crate) fn log_gap(words: Words, gap: &LogGap) -> String {
    let facts = [
        ("kind", gap.found.kind.word().to_owned()),
        ("line", gap.found.line.to_string()),
    ];
    words.say_named("shown", "log-gap", &facts).text
}

/// What two people went on with, one sentence an act: for the pages and forms of the poll.
pub(crate) fn accepted_log(words: Words, accepted: &[Acceptance]) -> Vec<String> {
    let told = accepted.iter().map(|one| {
        let gaps: Vec<String> = one.gaps.iter().map(|gap| log_gap(words, gap)).collect();
        let (gaps, reason) = (gaps.join(" "), one.reason.clone());
        say!(words, "log-accepted", gaps = gaps, reason = reason).text
    });
    told.collect()
}
