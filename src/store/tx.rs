//! The two transactions, and what a write must hand back.

use std::ops::Deref;

use rusqlite::Connection;

use super::{StoreError, audits};
use domain::audit::Event;

/// A transaction that can only read: every function that writes asks for a [`WriteTx`].
pub struct ReadTx<'c> {
    pub(crate) connection: &'c Connection,
}

/// A transaction of the writer thread. It can read too.
pub struct WriteTx<'c> {
    read: ReadTx<'c>,
}

impl<'c> ReadTx<'c> {
    pub(crate) fn on(connection: &'c Connection) -> Self {
        Self { connection }
    }
}

impl<'c> WriteTx<'c> {
    pub(crate) fn on(connection: &'c Connection) -> Self {
        Self {
            read: ReadTx::on(connection),
        }
    }
}

impl<'c> Deref for WriteTx<'c> {
    type Target = ReadTx<'c>;
    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

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
    /// the code; `tests/architecture` lists every use.
    pub fn quiet(value: T, _reason: &'static str) -> Self {
        Self {
            value,
            events: Vec::new(),
        }
    }

    /// A cast ballot: an event for it would be a signed list of the order of voting.
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
        Ok(self.value)
    }
}
