//! Files of a clerk: the page where one is brought or taken, the trial of one, and what was saved.

pub(super) mod handler;
mod trial;
mod view;
