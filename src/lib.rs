//! minsheng: livelihood projects decided by deputies' ballot (民生实事项目人大代表票决制).
//!
//! Layers, each of which may name only those before it: [`domain`] (the law, pure), `store` (SQL),
//! `service` (one intention, one transaction, one audit event), [`text`] (words), [`paper`] (official
//! forms), `web` (pages),
//! `cli` (commands). `tests/architecture` proves it. Read `docs/walkthrough.md` first.

pub mod bounds;
pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod paper;
pub mod password;
pub mod random;
pub mod seal;
pub mod service;
pub mod store;
pub mod telemetry;
pub mod text;
pub mod web;
