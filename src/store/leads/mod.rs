//! Calls, leads, how their senders are reached, and their words for searching.

pub mod calls;
pub mod lead_contacts;
pub mod lead_lists;
pub mod lead_words;
pub mod rows;
