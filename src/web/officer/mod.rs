//! The own device of an officer without an account: opened by a printed slip, it shows what waits, the
//! own card once, and takes the PIN. It works without scripts and needs nothing but this server.

mod device;
pub(super) mod handler;
pub(super) mod routes;
mod view;
