//! The count of papers by hand (人工计票): what a teller types of a paper, a batch that two tellers
//! type blind to each other, the problems of the counting room under their numbers.
//!
//! Read `typed.rs` first, then `batch.rs`. In law the paper is the ballot; so it is typed as a whole, is sealed to
//! the box like the ballot of a phone, and joins the others when the box is opened.

pub mod batch;
pub mod calling;
pub mod code;
pub mod event;
pub mod pile;
pub mod typed;
