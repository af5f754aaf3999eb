//! Signing in and out, and changing one's password.

pub(super) mod handler;
mod view;
