//! The installation: the manifest of a backup, and who may draw a new key.

pub mod backup;
pub mod backup_schedule;
pub mod drill;
pub mod new_key;
