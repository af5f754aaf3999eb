//! The bytes of pictures: files in a folder beside the record, each named by the SHA-256 of what is in it.
//!
//! A file is synced under its name before the row that names it is written, and it is removed only where
//! no row names it and nobody holds it ([`HeldFile`]): so a row never names what is not there. Two rows
//! may name one file; a file never changes.

use std::collections::BTreeMap;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest as _, Sha256};

use crate::StoreError;
use domain::digest::Digest;

/// The folder of the pictures in a data directory, and in a place of backups.
pub const FOLDER: &str = "pictures";
/// The folder, in that one, of what is not whole yet.
const PARTS: &str = "parts";
/// How the name of a picture's file ends.
pub const ENDING: &str = ".jpg";

/// The pictures of a data directory.
#[derive(Clone)]
pub struct PictureFiles(Arc<PictureFolder>);

struct PictureFolder {
    folder: PathBuf,
    held: Mutex<HeldNames>,
}

/// Files that wait for the row that names them.
#[derive(Default)]
struct HeldNames {
    /// How many hold each.
    files: BTreeMap<Digest, usize>,
    /// Halves that were begun, so that no two have one name.
    parts: u64,
}

/// A file of a picture that is there and stays at least as long as this is held: until the work that
/// writes the row is done.
pub struct HeldFile {
    name: Digest,
    files: PictureFiles,
}

impl HeldFile {
    /// The name of the file: the SHA-256 of its bytes.
    #[must_use]
    pub fn name(&self) -> Digest {
        self.name
    }
}

impl Drop for HeldFile {
    fn drop(&mut self) {
        let mut held = self.files.held();
        if let Some(count) = held.files.get_mut(&self.name) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                held.files.remove(&self.name);
            }
        }
    }
}

impl PictureFiles {
    /// The pictures of a folder: a data directory, or a place of backups.
    #[must_use]
    pub fn of(directory: &Path) -> Self {
        Self(Arc::new(PictureFolder {
            folder: directory.join(FOLDER),
            held: Mutex::default(),
        }))
    }

    /// Removes what a kill left half-written. Only for whoever alone works in the directory.
    pub(crate) fn remove_parts(&self) -> Result<(), StoreError> {
        let parts = self.0.folder.join(PARTS);
        match std::fs::remove_dir_all(&parts) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(broken(&parts)(error)),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    fn held(&self) -> MutexGuard<'_, HeldNames> {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the file of a name lies: in a folder of its first two digits.
    #[must_use]
    pub fn path(&self, name: Digest) -> PathBuf {
        let digits = name.to_string();
        let (first, rest) = digits.split_at_checked(2).unwrap_or(("", &digits));
        self.0.folder.join(first).join(format!("{rest}{ENDING}"))
    }

    /// Keeps bytes as a file; where they are kept already, that one. It is on the disk when this answers.
    ///
    /// # Errors
    /// [`StoreError::Directory`]: a full disk, a folder that cannot be written. Nothing is left then.
    pub fn keep(&self, bytes: &[u8]) -> Result<HeldFile, StoreError> {
        let name = Digest(Sha256::digest(bytes).into());
        let part = {
            let mut held = self.held();
            let count = held.files.entry(name).or_insert(0);
            *count = count.saturating_add(1);
            held.parts = held.parts.wrapping_add(1);
            self.0.folder.join(PARTS).join(held.parts.to_string())
        };
        // From here on it is given up again where anything fails.
        let file = HeldFile {
            name,
            files: self.clone(),
        };
        let path = self.path(name);
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let is_there = std::fs::metadata(&path).is_ok_and(|found| found.len() == length);
        if !is_there {
            let written = write(&part, &path, bytes);
            if let Err(error) = written {
                drop(std::fs::remove_file(&part));
                return Err(broken(&path)(error));
            }
        }
        // Also of one that was there: whoever made it may not have come to this line yet.
        sync_folder(&path).map_err(broken(&path))?;
        Ok(file)
    }

    /// The bytes of a file, which are still those that it is named by.
    ///
    /// # Errors
    /// [`StoreError::Directory`] where it is missing or unreadable, [`StoreError::Damaged`] where it is
    /// not what it was.
    pub fn read(&self, name: Digest) -> Result<Vec<u8>, StoreError> {
        let path = self.path(name);
        let bytes = std::fs::read(&path).map_err(broken(&path))?;
        if Digest(Sha256::digest(&bytes).into()) == name {
            return Ok(bytes);
        }
        Err(StoreError::Damaged(format!(
            "the picture {} is not what it was",
            path.display()
        )))
    }

    /// The names of all files that are here, in order.
    ///
    /// # Errors
    /// [`StoreError::Directory`].
    pub fn list(&self) -> Result<Vec<Digest>, StoreError> {
        self.list_ending(ENDING)
    }

    /// The same of files whose names end in another way.
    ///
    /// # Errors
    /// [`StoreError::Directory`].
    pub fn list_ending(&self, ending: &str) -> Result<Vec<Digest>, StoreError> {
        let mut names = Vec::new();
        for folder in entries(&self.0.folder)? {
            let first = folder.file_name().unwrap_or_default().to_string_lossy();
            if first.len() != 2 {
                continue;
            }
            for file in entries(&folder)? {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                let rest = name.strip_suffix(ending);
                names.extend(rest.and_then(|rest| Digest::from_hex(&format!("{first}{rest}"))));
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    /// Removes a file, unless somebody holds it; answers whether it is gone.
    ///
    /// # Errors
    /// [`StoreError::Directory`].
    pub fn remove(&self, name: Digest) -> Result<bool, StoreError> {
        // Whoever keeps the same bytes meanwhile waits, and makes the file anew.
        let held = self.held();
        if held.files.contains_key(&name) {
            return Ok(false);
        }
        let path = self.path(name);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(broken(&path)(error)),
            Ok(()) | Err(_) => Ok(true),
        }
    }
}

fn broken(path: &Path) -> impl Fn(std::io::Error) -> StoreError {
    move |source| StoreError::Directory {
        path: path.to_owned(),
        source,
    }
}

/// What lies in a folder; nothing where it is not there.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let found = match std::fs::read_dir(folder) {
        Ok(found) => found,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(broken(folder)(error)),
    };
    let paths = found.map(|entry| entry.map(|entry| entry.path()));
    paths.collect::<Result<_, _>>().map_err(broken(folder))
}

/// Writes a file under another name, syncs it and gives it its own.
fn write(part: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    for file in [part, path] {
        if let Some(folder) = file.parent() {
            DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(folder)?;
        }
    }
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(part, path)
}

/// Makes the name of a file durable, and that of its folder.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    for folder in path.ancestors().skip(1).take(3) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_one_file_and_it_stays_while_anybody_holds_it() {
        let directory = tempfile::tempdir().unwrap();
        let files = PictureFiles::of(directory.path());
        assert!(files.list().unwrap().is_empty());
        let one = files.keep(b"one").unwrap();
        let same = files.keep(b"one").unwrap();
        let two = files.keep(b"two").unwrap();
        assert_eq!(one.name(), same.name());
        let mut both = vec![one.name(), two.name()];
        both.sort_unstable();
        assert_eq!(files.list().unwrap(), both);
        assert_eq!(files.read(one.name()).unwrap(), b"one");
        let name = one.name();
        for holder in [one, same] {
            assert!(!files.remove(name).unwrap(), "it is held");
            drop(holder);
        }
        assert!(files.remove(name).unwrap() && files.remove(name).unwrap());
        assert!(files.read(name).is_err());
        assert_eq!(files.list().unwrap(), [two.name()]);
    }

    #[test]
    fn a_file_that_is_not_what_it_was_is_not_shown_and_one_of_another_length_is_made_anew() {
        let directory = tempfile::tempdir().unwrap();
        let files = PictureFiles::of(directory.path());
        let name = files.keep(b"as it was").unwrap().name();
        std::fs::write(files.path(name), b"as it is").unwrap();
        assert!(matches!(
            files.read(name).unwrap_err(),
            StoreError::Damaged(_)
        ));
        drop(files.keep(b"as it was").unwrap());
        assert_eq!(files.read(name).unwrap(), b"as it was");
    }

    #[test]
    fn a_disk_that_takes_nothing_leaves_nothing_and_holds_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let files = PictureFiles::of(directory.path());
        // Something else lies where the folder would be.
        std::fs::write(directory.path().join(FOLDER), b"").unwrap();
        assert!(files.keep(b"one").is_err());
        assert!(files.held().files.is_empty());
        std::fs::remove_file(directory.path().join(FOLDER)).unwrap();
        let name = files.keep(b"one").unwrap().name();
        let half = directory.path().join(FOLDER).join(PARTS).join("9");
        std::fs::write(&half, b"on").unwrap();
        files.remove_parts().unwrap();
        files.remove_parts().unwrap();
        assert!(!half.exists());
        assert_eq!(files.list().unwrap(), [name]);
    }
}
