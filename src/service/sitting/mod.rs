//! Sessions and their sittings, the roll, the officers and their devices, the closing.

pub(crate) mod acting_officers;
pub(crate) mod adopting;
pub mod attending;
pub mod closing;
pub(crate) mod context;
pub mod officer_devices;
pub mod officers;
pub mod roll_call;
pub mod seen_officers;
pub mod sessions;
