//! Whether every picture that the record names is there, and is what it was.

use super::picture_files::PictureFiles;
use super::pictures;
use crate::{ReadTx, StoreError};
use domain::digest::Digest;

/// What was found of the pictures of a record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PictureReport {
    /// Files that the record names and that are what they were.
    pub whole: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Files that cannot be read.
    pub missing: Vec<Digest>,
    /// Files that hold something else than they did.
    pub changed: Vec<Digest>,
    /// Files that nothing names: they are removed within the hour by a server that works.
    pub strays: usize,
}

/// Reads every picture that a record names.
///
/// # Errors
/// A folder that cannot be listed.
pub fn examine(tx: &ReadTx<'_>, files: &PictureFiles) -> Result<PictureReport, StoreError> {
    let named = pictures::list_files(tx)?;
    let mut report = PictureReport::default();
    for name in &named {
        match files.read(*name) {
            Ok(bytes) => {
                report.whole = report.whole.saturating_add(1);
                let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                report.bytes = report.bytes.saturating_add(length);
            }
            Err(StoreError::Damaged(_)) => report.changed.push(*name),
            Err(_) => report.missing.push(*name),
        }
    }
    let there = files.list()?;
    report.strays = there.iter().filter(|name| !named.contains(name)).count();
    Ok(report)
}
