//! Signing in and out, a first sign-in by a printed slip, and changing one's password.

pub(super) mod handler;
pub(super) mod join;
pub(super) mod kept;
mod view;
