//! What a write must hand back: its value, and the events that the log gets with it.

use super::{StoreError, WriteTx};
use crate::audit::{audits, heads};
use domain::audit::Event;

/// What a write returns: its value and its audit events. A write without an event cannot be
/// written down; the exceptions are one for casting and the named quiet ones.
#[must_use]
pub struct Written<T> {
    value: T,
    events: Vec<Event>,
}

impl<T> Written<T> {
    /// A write with its event.
    pub fn recorded(value: T, event: Event) -> Self {
        Self {
            value,
            events: vec![event],
        }
    }

    /// A write with several events, for a second person who finishes what the first asked.
    pub fn recorded_all(value: T, events: Vec<Event>) -> Self {
        Self { value, events }
    }

    /// Housekeeping that is nobody's act, such as touching a sign-in. The reason is for readers of
    /// the code; `tests/rules/architecture` lists every use.
    pub fn quiet(value: T, _reason: &'static str) -> Self {
        Self {
            value,
            events: Vec::new(),
        }
    }

    /// What is written in a box, a cast ballot above all: an event for it would be a signed list of the
    /// order of voting.
    pub(crate) fn unrecorded(value: T) -> Self {
        Self {
            value,
            events: Vec::new(),
        }
    }

    /// Appends the events to the chain and gives up the value.
    pub(crate) fn finish(self, tx: &WriteTx<'_>) -> Result<T, StoreError> {
        for event in &self.events {
            audits::append(tx, event)?;
        }
        let mut taking = self.events.iter().filter(|event| event.what.takes_heads());
        if let Some(event) = taking.next() {
            for taken in heads::list_untaken(tx, event.at)? {
                audits::append(tx, &taken)?;
            }
        }
        Ok(self.value)
    }
}
