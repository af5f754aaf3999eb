//! Signed-in browsers, and whose a thing is that an address names.

pub mod ownership;
pub mod sign_ins;
