//! A sitting's slips: print, hand out, cancel what is left.

pub(super) mod handler;
mod view;
