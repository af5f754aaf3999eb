//! A poll before it is held: its drafting, rules, candidate list, slate, rehearsal; and how it stands.

pub mod day;
pub(crate) mod draft;
pub mod overview;
pub mod polling;
pub mod rehearsing;
pub(crate) mod ruling;
