//! The installation itself: its key, backups, and work that acts leave to be done.

pub(crate) mod background_tasks;
pub mod backup_place;
pub mod backups;
pub mod encryption;
pub(crate) mod housekeeping;
pub mod keys;
pub mod new_key;
pub mod restoring;
mod running;
