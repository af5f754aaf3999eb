//! The house, kept by a test: where words, SQL, markup and addresses live, how
//! files begin and how long they are, and that documents name things that exist.
//!
//! Each rule is a function from sources to complaints, and each is tried on a small bad sample
//! beside it, so that a rule which silently stops matching is noticed. A rule's exceptions stand in
//! a list beside the rule, each with its reason.

mod circles;
mod documents;
mod exposed;
mod ids;
mod measured;
mod names;
mod numbers;
mod outside;
mod pages;
mod paths;
mod places;
mod remembered;
mod rooms;
mod settings;
mod shape;
