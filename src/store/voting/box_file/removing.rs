//! Removing a box: all connections closed, file and logs overwritten, synced, removed, and the folder
//! synced. May be repeated after a failure at any point; what lies there is never read.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::BoxFiles;
use crate::engine::StoreError;
use domain::id::BoxName;

impl BoxFiles {
    /// Overwrites and removes the file of a box. Done from no thread that answers somebody.
    ///
    /// # Errors
    /// [`StoreError::NotScrubbed`] while somebody still works in it; a folder that cannot be written.
    pub(crate) fn remove(&self, name: BoxName) -> Result<(), StoreError> {
        if let Some(open) = self.take(name) {
            match Arc::try_unwrap(open) {
                Ok(mine) => mine.close(),
                Err(shared) => {
                    self.open().insert(name, shared);
                    return Err(StoreError::NotScrubbed("somebody still reads the box"));
                }
            }
        }
        overwrite(&self.path(name))
    }

    /// Removes what making a box has left where it was cut short.
    pub(crate) fn remove_half_made(&self) -> Result<(), StoreError> {
        for path in self.half_made() {
            wipe(&path).map_err(|source| StoreError::Directory { path, source })?;
        }
        Ok(())
    }

    /// Whether the making of a box was cut short.
    pub(crate) fn has_half_made(&self) -> bool {
        self.half_made().next().is_some()
    }

    fn half_made(&self) -> impl Iterator<Item = PathBuf> {
        let entries = std::fs::read_dir(self.folder()).into_iter().flatten();
        let paths = entries.flatten().map(|entry| entry.path());
        paths.filter(|path| {
            let ending = path.extension().and_then(|ending| ending.to_str());
            ending.is_some_and(|ending| ending.starts_with("part"))
        })
    }
}

fn overwrite(path: &Path) -> Result<(), StoreError> {
    let broken = |source| StoreError::Directory {
        path: path.to_owned(),
        source,
    };
    let logs = ["box-wal", "box-shm", "box-journal"].map(|ending| path.with_extension(ending));
    let all: Vec<PathBuf> = logs.into_iter().chain([path.to_owned()]).collect();
    // Either all of it can be overwritten, or nothing is touched.
    let opened: Result<Vec<_>, _> = all.iter().map(|one| writable(one)).collect();
    for file in opened.map_err(broken)?.into_iter().flatten() {
        fill(file).map_err(broken)?;
    }
    // The file goes last: while it is there, the next start knows that something is left.
    for one in &all {
        unlink(one).map_err(broken)?;
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(broken(error)),
        _ => Ok(()),
    }
}

fn wipe(path: &Path) -> std::io::Result<()> {
    if let Some(file) = writable(path)? {
        fill(file)?;
    }
    unlink(path)
}

/// A file to be overwritten; none where nothing lies there.
fn writable(path: &Path) -> std::io::Result<Option<File>> {
    match OpenOptions::new().write(true).open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        opened => opened.map(Some),
    }
}

/// Writes zeros over every byte of a file and waits for the disk.
fn fill(mut file: File) -> std::io::Result<()> {
    let zeros = [0; 1 << 16];
    let mut left = file.metadata()?.len();
    while left > 0 {
        let piece = usize::try_from(left).unwrap_or(zeros.len());
        let piece = zeros.get(..piece).unwrap_or(&zeros);
        file.write_all(piece)?;
        left = left.saturating_sub(u64::try_from(piece.len()).unwrap_or(left));
    }
    file.sync_all()
}

fn unlink(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LyingBox, NewFile, state};
    use super::*;
    use domain::id::RoundId;

    /// What of this process is open: files and threads.
    fn held() -> [usize; 2] {
        ["/proc/self/fd", "/proc/self/task"]
            .map(|folder| std::fs::read_dir(folder).unwrap().count())
    }

    #[test]
    fn a_thousand_boxes_over_the_years_leave_nothing_open_and_nothing_behind() {
        let directory = tempfile::tempdir().unwrap();
        let boxes = BoxFiles::of(directory.path());
        let mut at_first = [0; 2];
        for number in 1..=1_000_u64 {
            let mut name = [0; 16];
            name[..8].copy_from_slice(&number.to_be_bytes());
            let new = NewFile {
                name: BoxName(name),
                round: RoundId(number.cast_signed()),
                epoch: None,
                public_key: [7; 32],
                context: vec![1; 64],
            };
            boxes.make(&new, |_| Ok(())).unwrap();
            let LyingBox::Box(found) = boxes.look(new.name).unwrap() else {
                panic!("box {number}");
            };
            found.read(state::get).unwrap();
            found
                .write_now(|tx| {
                    tx.run(
                        "insert into cast_right (slip, spent) values (zeroblob(32), 0)",
                        [],
                    )
                })
                .unwrap();
            drop(found);
            boxes.remove(new.name).unwrap();
            if number == 10 {
                at_first = held();
            }
        }
        let at_last = held();
        assert!(
            at_last
                .iter()
                .zip(at_first)
                .all(|(last, first)| *last <= first + 4),
            "{at_first:?} {at_last:?}"
        );
        assert!(boxes.list().unwrap().is_empty());
        let left = std::fs::read_dir(boxes.folder()).unwrap().flatten();
        let left: Vec<_> = left.map(|entry| entry.file_name()).collect();
        assert_eq!(left, [super::super::MARK]);
    }
}
