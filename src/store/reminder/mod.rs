//! Reminders: the facts that debts are read from, the messages, and the outbox that carries them.
//!
//! Nothing here reads a ballot, a count or a roll; of polls only whether their notice is out, so that
//! what a poll decided is owed by nobody before that.

pub mod debts;
pub mod inbox;
pub mod messages;
pub mod outbox;
pub mod settings;
