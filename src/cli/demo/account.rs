//! What the parts of a demo hand to each other: accounts, polls, the service and its errors.

use serde::Serialize;

use service::{Service, ServiceError};

/// A staff account of the demo.
#[derive(Debug, Clone, Serialize)]
pub struct DemoStaff {
    /// Role word.
    pub role: &'static str,
    /// The congress's slug; none for the prefecture.
    pub congress: Option<String>,
    /// What is typed to sign in.
    pub username: String,
    /// Drawn anew for each demo.
    pub password: String,
}

/// A poll of the demo.
#[derive(Debug, Clone, Serialize)]
pub struct DemoPoll {
    /// Its number, as in addresses.
    pub id: i64,
    /// The congress's slug.
    pub congress: String,
    /// Title.
    pub title: String,
    /// How far it has come.
    pub stage: String,
}

/// The error of a demo that could not be made.
pub(crate) type DemoError = ServiceError;

/// A handle for the parts of the demo.
pub(crate) type DemoService = Service;
