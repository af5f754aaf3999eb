//! The folder of photos on their way.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::ServiceError;
use domain::picture::UploadKey;

const FOLDER: &str = "uploads";

/// The folder of photos on their way.
#[derive(Clone)]
pub(crate) struct Uploads {
    folder: Arc<Path>,
}

impl Uploads {
    pub(crate) fn of(directory: &Path) -> Self {
        Self {
            folder: directory.join(FOLDER).into(),
        }
    }

    pub(super) fn file(&self, key: &UploadKey) -> PathBuf {
        self.folder.join(key.as_str())
    }

    /// So many bytes of an upload are here.
    pub(super) fn received(&self, key: &UploadKey) -> Result<u64, ServiceError> {
        match std::fs::metadata(self.file(key)) {
            Ok(found) => Ok(found.len()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
            Err(error) => Err(broken(error)),
        }
    }

    pub(super) fn write(&self, key: &UploadKey, offset: u64, piece: &[u8]) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(false).mode(0o600);
        file.open(self.file(key))?.write_all_at(piece, offset)
    }

    /// The uploads of which a file is here.
    pub(super) fn list(&self) -> Result<Vec<UploadKey>, ServiceError> {
        let entries = match std::fs::read_dir(&*self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(broken(error)),
        };
        let mut found = Vec::new();
        for entry in entries {
            let name = entry.map_err(broken)?.file_name();
            found.extend(name.to_str().and_then(|name| name.parse().ok()));
        }
        Ok(found)
    }

    pub(super) fn remove(&self, key: &UploadKey) {
        // What is gone already needs no removing, and what stays is one of the chores.
        drop(std::fs::remove_file(self.file(key)));
    }
}

pub(crate) fn broken(error: std::io::Error) -> ServiceError {
    ServiceError::Broken(Box::new(error))
}
