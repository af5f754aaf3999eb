//! What the presidium decided of a tie, as the round keeps it.

use domain::ballot::LineNo;

/// What the presidium decided, as the round keeps it: `lines=2,4 reason=…`.
pub(crate) struct PresidiumDecision {
    pub(crate) chosen: Vec<LineNo>,
    pub(crate) reason: String,
}

impl PresidiumDecision {
    pub(super) fn text(&self) -> String {
        let lines: Vec<String> = self.chosen.iter().map(|line| line.0.to_string()).collect();
        format!("lines={} reason={}", lines.join(","), self.reason)
    }

    /// Reads the kept text; none where nothing was decided.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (lines, reason) = text.strip_prefix("lines=")?.split_once(" reason=")?;
        let chosen: Option<Vec<LineNo>> = lines
            .split(',')
            .map(|line| line.parse().ok().map(LineNo))
            .collect();
        Some(Self {
            chosen: chosen?,
            reason: reason.to_owned(),
        })
    }
}
