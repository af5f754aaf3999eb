//! Boxes on another disk than the record: `boxes` in the data directory leads there, so that every command
//! finds them without being told.

use std::io::ErrorKind;
use std::path::Path;

use super::{FOLDER, MARK};
use crate::engine::{StoreError, db};

/// Lets the boxes of a data directory lie in another folder from now on. May be repeated.
///
/// # Errors
/// [`StoreError::BoxesLie`] while boxes lie elsewhere, [`StoreError::Directory`].
pub fn place(directory: &Path, to: &Path) -> Result<(), StoreError> {
    let link = directory.join(FOLDER);
    let broken = |source| StoreError::Directory {
        path: link.clone(),
        source,
    };
    db::make_directory(directory)?;
    db::make_directory(to)?;
    let to = to.canonicalize().map_err(broken)?;
    let is_link = match std::fs::symlink_metadata(&link) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return std::os::unix::fs::symlink(&to, &link).map_err(broken);
        }
        found => found.map_err(broken)?.is_symlink(),
    };
    if link.canonicalize().is_ok_and(|there| there == to) {
        return Ok(());
    }
    let entries = std::fs::read_dir(&link).into_iter().flatten().flatten();
    if entries.into_iter().any(|entry| entry.file_name() != MARK) {
        return Err(StoreError::BoxesLie(link));
    }
    if is_link {
        std::fs::remove_file(&link).map_err(broken)?;
    } else {
        std::fs::remove_dir_all(&link).map_err(broken)?;
    }
    std::os::unix::fs::symlink(&to, &link).map_err(broken)
}

/// Whether the boxes of a data directory lie in a folder, or would: what copies it copies them.
#[must_use]
pub fn lie_in(directory: &Path, folder: &Path) -> bool {
    let data = directory.canonicalize();
    let boxes = directory.join(FOLDER).canonicalize();
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    // Where none was made yet, they will lie in the data directory.
    let lies = |there: std::io::Result<std::path::PathBuf>| {
        there.is_ok_and(|there| there.starts_with(&folder))
    };
    if boxes.is_ok() {
        lies(boxes)
    } else {
        lies(data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_move_while_none_lies_anywhere_and_not_after() {
        let (data, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (one, two) = (other.path().join("one"), other.path().join("two"));
        let folder = data.path().join(FOLDER);
        assert!(lie_in(data.path(), data.path()) && !lie_in(data.path(), other.path()));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join(MARK), "").unwrap();
        for to in [&one, &one, &two, &one] {
            place(data.path(), to).unwrap();
            assert_eq!(folder.canonicalize().unwrap(), to.canonicalize().unwrap());
        }
        assert!(!lie_in(data.path(), data.path()) && lie_in(data.path(), other.path()));
        std::fs::write(folder.join("0.box"), "").unwrap();
        assert!(one.join("0.box").exists());
        place(data.path(), &one).unwrap();
        let refused = place(data.path(), &two).unwrap_err();
        assert!(matches!(refused, StoreError::BoxesLie(_)), "{refused}");
        assert!(folder.join("0.box").exists());
    }
}
