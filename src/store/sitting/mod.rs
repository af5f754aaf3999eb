//! Sessions and sittings, their rolls, officers and devices.

pub mod attendances;
pub mod movements;
pub mod officer_slips;
pub mod officers;
pub mod sessions;
