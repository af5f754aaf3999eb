//! The project library (项目库): calls, leads, and what may come onto a slate.
//!
//! A [`call`] asks residents; what comes in is a [`lead`]; what the office makes of it is a
//! [`project`]. [`typed`] cleans what people type, [`grams`] finds texts again.

pub mod call;
pub mod grams;
pub mod lead;
pub mod project;
pub mod typed;
