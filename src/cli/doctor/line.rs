//! What is asked of a machine, and the lines that answer.

use std::net::SocketAddr;
use std::path::PathBuf;

use domain::audit::chain::PrintedHead;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::doctor) enum Grade {
    /// As it should be.
    Good,
    /// The day can go on, but somebody should know.
    Warning,
    /// Not fit: mend it first.
    Failure,
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::doctor) struct ReportLine {
    pub(in crate::doctor) grade: Grade,
    pub(in crate::doctor) text: String,
}

impl ReportLine {
    pub(in crate::doctor) fn good(text: impl Into<String>) -> Self {
        Self::of(Grade::Good, text)
    }

    pub(in crate::doctor) fn warning(text: impl Into<String>) -> Self {
        Self::of(Grade::Warning, text)
    }

    pub(in crate::doctor) fn failure(text: impl Into<String>) -> Self {
        Self::of(Grade::Failure, text)
    }

    fn of(grade: Grade, text: impl Into<String>) -> Self {
        Self {
            grade,
            text: text.into(),
        }
    }
}

/// What is to be checked.
pub(in crate::doctor) struct DoctorOptions {
    pub(in crate::doctor) data: PathBuf,
    pub(in crate::doctor) listen: SocketAddr,
    pub(in crate::doctor) public_url: Option<String>,
    pub(in crate::doctor) behind_proxy: bool,
    pub(in crate::doctor) backups: Option<PathBuf>,
    pub(in crate::doctor) heads: Vec<PrintedHead>,
}
