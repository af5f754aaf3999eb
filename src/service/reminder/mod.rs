//! Reminders: who owes what ([`owing`]), the daily task that writes them ([`running`]), the outbox
//! that carries them ([`outbox`]), and its two channels ([`inbox`], [`webhook`]).
//!
//! At least once: a delivery is counted before it is tried, so a server that stops in the middle of one
//! tries again after its start; the inbox takes a second time for the first, a robot may say it twice.

mod carrying;
mod collect;
pub mod inbox;
pub mod outbox;
pub mod owing;
pub mod robots;
pub mod running;
pub mod webhook;

use super::{Service, ServiceError, permit};
