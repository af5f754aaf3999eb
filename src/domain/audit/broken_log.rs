//! Going on with a poll although the audit log is broken: what of it two people accept, and what is
//! written down of that.

use super::chain::{BreakKind, ChainBreak, ChainHead, LogChain};
use super::one_line;
use crate::digest::Digest;
use crate::event::events;
use crate::id::PollId;

/// A break of the log with what stands where it was found: when that is changed once more, it is another
/// break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogGap {
    /// What does not hold.
    pub found: ChainBreak,
    /// The line at which it was found, with a digest of all that stands in its row.
    pub goes_on: ChainHead,
}

/// `changed:7:7:<hash>`: kind, line, and the line that it goes on behind; behind it, of a congress's chain,
/// the congress's number.
impl std::fmt::Display for LogGap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (found, on) = (self.found, self.goes_on);
        write!(
            f,
            "{}:{}:{}:{}",
            found.kind.word(),
            found.line,
            on.number,
            on.hash
        )?;
        match found.chain {
            LogChain::Installation => Ok(()),
            LogChain::Congress(id) => write!(f, ":{id}"),
        }
    }
}

impl LogGap {
    /// Reads what [`LogGap`] is written as.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let kind = BreakKind::from_word(parts.next()?)?;
        let line = parts.next()?.parse().ok()?;
        let number = parts.next()?.parse().ok()?;
        let hash = Digest::from_hex(parts.next()?)?;
        let chain = match parts.next() {
            None => LogChain::Installation,
            Some(id) => LogChain::of(id.parse().ok().filter(|id| *id > 0)?),
        };
        let gap = Self {
            found: ChainBreak { chain, kind, line },
            goes_on: ChainHead { number, hash },
        };
        parts.next().is_none().then_some(gap)
    }
}

/// The most breaks that two people may go on in spite of: a log with more of them is restored.
pub const MOST_GAPS: usize = 8;

/// What two people accept: these breaks of the log, and why. A break that is made later is another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The breaks, in the order of the log.
    pub gaps: Vec<LogGap>,
    /// Why the result may be built on the log all the same.
    pub reason: String,
}

impl Acceptance {
    /// The breaks in one word.
    #[must_use]
    pub fn word(&self) -> String {
        let gaps: Vec<String> = self.gaps.iter().map(ToString::to_string).collect();
        gaps.join(",")
    }

    /// As it is kept while it waits: the breaks, then the reason.
    #[must_use]
    pub fn write(&self) -> String {
        format!("{} {}", self.word(), self.reason)
    }

    /// Reads what [`Acceptance::write`] wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (gaps, reason) = text.split_once(' ')?;
        Some(Self {
            gaps: gaps.split(',').map(LogGap::read).collect::<Option<_>>()?,
            reason: reason.to_owned(),
        })
    }
}

events! {
    /// What is written down of it.
    pub enum LogEvent {
        /// Somebody asked to go on with a poll although the log is broken.
        Asked { poll: PollId } = "log-accept-asked";
        /// Two people go on with it.
        Accepted { poll: PollId, accepted: Acceptance, people: String }
            = "log-accepted" => "poll={poll} gaps={} by={people} reason={}", accepted.word(), one_line(&accepted.reason);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_accepted_goes_both_ways_and_is_read_strictly() {
        let gap = |chain, kind, line, number| LogGap {
            found: ChainBreak {
                chain: LogChain::of(chain),
                kind,
                line,
            },
            goes_on: ChainHead {
                number,
                hash: Digest([7; 32]),
            },
        };
        let accepted = Acceptance {
            gaps: vec![
                gap(0, BreakKind::Removed, 7, 8),
                gap(3, BreakKind::Added, -1, -1),
            ],
            reason: "a disk: twice".to_owned(),
        };
        assert_eq!(Acceptance::read(&accepted.write()), Some(accepted.clone()));
        let word = accepted.gaps[1].to_string();
        let more = format!("{word}:9 why");
        let none = format!("{}0 why", word.trim_end_matches('3'));
        for wrong in [
            "",
            "why",
            "removed:7:8 why",
            "lost:7:8:00 why",
            &more,
            &none,
        ] {
            assert_eq!(Acceptance::read(wrong), None, "{wrong}");
        }
    }
}
