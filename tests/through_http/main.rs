//! The product through its pages, told as sentences: a real server, real forms, a fixed clock.

#[path = "../support/mod.rs"]
mod support;

mod access;
mod ballot;
mod office;
mod refusals;
mod secrecy;
