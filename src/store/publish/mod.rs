//! Public notices.

pub mod notices;
