//! The table of attacks, a file an attacker, each attack a test told as a sentence. It grows: whatever
//! was found once is tried here ever after, together with its brothers.

mod administrator;
mod altered;
mod boxes;
mod broken_log;
mod buyer;
mod chains;
mod clerk_alone;
mod dropped;
mod flips;
mod flood;
mod handshakes;
mod kills;
mod line;
mod listener;
mod log;
pub(crate) mod names;
mod office;
mod printed_officer;
mod printer;
mod suppressor;
