//! What one person asked for and waits for another, and who stood for what was done.

pub mod act_requests;
pub mod acts_done;
