//! The table of attacks, a file an attacker, each attack a test told as a sentence. It grows: whatever
//! was found once is tried here ever after, together with its brothers.

mod buyer;
mod flood;
mod log;
mod names;
mod office;
