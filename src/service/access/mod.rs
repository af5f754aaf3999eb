//! Who may: the permission table, signing in, passwords, whose a thing is, limits on tries.

pub(crate) mod browsers;
pub(crate) mod choosing;
pub mod floods;
pub mod kept_forms;
pub mod limits;
pub mod pace;
pub mod password;
pub mod sign_in;
pub(crate) mod strangers;
pub mod whose;
