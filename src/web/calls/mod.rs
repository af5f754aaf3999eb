//! Calls for leads: the public page and its poster, and the clerk's desk for them.

pub(super) mod desk;
mod desk_view;
pub(super) mod handler;
pub(crate) mod routes;
mod view;
