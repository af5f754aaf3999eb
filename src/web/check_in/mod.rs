//! Checking deputies in: found by two characters, by delegation, or by a scanned check-in card.

pub(super) mod handler;
mod view;
