//! The installation itself: its key, backups, and work that acts leave to be done.

pub mod backups;
pub(crate) mod chores;
pub(crate) mod housekeeping;
pub mod keys;
pub mod new_key;
