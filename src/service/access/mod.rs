//! Who may: the permission table, signing in, passwords, whose a thing is, limits on tries.

pub(crate) mod anonymous_slots;
pub(crate) mod browsers;
pub(crate) mod choosing;
pub mod kept_forms;
pub mod ownership;
pub mod password;
pub mod permission;
pub mod rate_limit;
pub mod resident_limits;
pub mod sender;
pub mod sign_in;
pub(crate) mod sign_in_limits;
pub(crate) mod stranger_reads;
