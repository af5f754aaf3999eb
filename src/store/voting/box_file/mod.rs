//! Boxes: each is a SQLite file of its own in a folder beside the record, from the opening of the vote
//! until the box is opened or its round void. `box.sql` is its schema.
//!
//! No transaction spans box and record. What takes leave to cast is committed in the box inside the
//! record's transaction, before that commits; what gives it is done after ([`settling`]). The decision
//! `docs/decisions/0010-boxes-are-files.md` has the order of every act, and what a kill leaves.

pub mod carrying;
pub(crate) mod cast_count;
mod file;
mod making;
pub mod placing;
mod removing;
pub mod rights;
pub mod settling;
pub mod state;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::params;

pub use file::BoxFile;
pub(crate) use making::{NewFile, schema};

use crate::engine::{ReadTx, StoreError};
use domain::id::{BoxName, RoundId};

/// The folder of the boxes in a data directory.
pub(crate) const FOLDER: &str = "boxes";
/// The file by which programs that copy everything leave the folder out.
pub(crate) const MARK: &str = "CACHEDIR.TAG";
/// How the name of a box's file ends.
const ENDING: &str = "box";

/// The boxes of a data directory, those that are open in this process among them.
#[derive(Clone)]
pub struct BoxFiles(Arc<BoxFolder>);

struct BoxFolder {
    folder: PathBuf,
    /// Whether boxes are only looked at, beside a server that works with them.
    only_looks: bool,
    open: Mutex<BTreeMap<BoxName, Arc<BoxFile>>>,
}

/// What lies under a name.
pub(crate) enum LyingBox {
    Nothing,
    /// What cannot be read as the box of that name.
    Torn,
    Box(Arc<BoxFile>),
}

impl BoxFiles {
    /// The boxes of a data directory, to work with.
    pub(crate) fn of(directory: &Path) -> Self {
        Self::on(directory, false)
    }

    /// The same only to look at, beside whoever works with them.
    pub(crate) fn beside(directory: &Path) -> Self {
        Self::on(directory, true)
    }

    fn on(directory: &Path, only_looks: bool) -> Self {
        Self(Arc::new(BoxFolder {
            folder: directory.join(FOLDER),
            only_looks,
            open: Mutex::default(),
        }))
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Where the file of a box lies.
    pub(crate) fn path(&self, name: BoxName) -> PathBuf {
        let mut file = String::with_capacity(36);
        for byte in name.0 {
            file.push_str(&format!("{byte:02x}"));
        }
        self.0.folder.join(format!("{file}.{ENDING}"))
    }

    fn open(&self) -> MutexGuard<'_, BTreeMap<BoxName, Arc<BoxFile>>> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A box that is open in this process and whose file is still there; the first look at each opens it
    /// ([`BoxFiles::look`]).
    pub(crate) fn find_open(&self, name: BoxName) -> Option<Arc<BoxFile>> {
        let found = self.open().get(&name).cloned();
        found.filter(|found| found.is_there())
    }

    /// What lies under a name.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub(crate) fn look(&self, name: BoxName) -> Result<LyingBox, StoreError> {
        let path = self.path(name);
        let mut open = self.open();
        let is_there = path.try_exists().map_err(|source| StoreError::Directory {
            path: path.clone(),
            source,
        })?;
        if !is_there {
            // Whoever took the file away took the box: what is still open of it admits nothing more.
            open.remove(&name);
            return Ok(LyingBox::Nothing);
        }
        if let Some(found) = open.get(&name) {
            return Ok(LyingBox::Box(Arc::clone(found)));
        }
        Ok(match BoxFile::open(name, path, self.0.only_looks) {
            Ok(found) => {
                let found = Arc::new(found);
                open.insert(name, Arc::clone(&found));
                LyingBox::Box(found)
            }
            Err(StoreError::Directory { path, source }) => {
                return Err(StoreError::Directory { path, source });
            }
            Err(_) => LyingBox::Torn,
        })
    }

    /// Takes a box out of use, so that nobody finds it open any more.
    fn take(&self, name: BoxName) -> Option<Arc<BoxFile>> {
        self.open().remove(&name)
    }

    /// Whether nothing of a box is left.
    pub(crate) fn is_gone(&self, name: BoxName) -> bool {
        let path = self.path(name);
        let logs = ["box-wal", "box-shm"].map(|ending| path.with_extension(ending));
        ![path].iter().chain(&logs).any(|file| file.exists())
    }

    /// The names of all boxes of which anything lies in the folder, in order; half-made ones are none.
    pub(crate) fn list(&self) -> Result<Vec<BoxName>, StoreError> {
        let broken = |source| StoreError::Directory {
            path: self.0.folder.clone(),
            source,
        };
        let entries = match std::fs::read_dir(&self.0.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(broken(error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            names.extend(name_of(&entry.map_err(broken)?.path()));
        }
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }
}

/// The name of the box whose file this is, or one of its logs.
fn name_of(path: &Path) -> Option<BoxName> {
    let ending = path.extension()?.to_str()?;
    let is_box = ending.strip_prefix(ENDING)?;
    let is_box = is_box.is_empty() || is_box.starts_with('-');
    let stem = path.file_stem()?.to_str()?;
    if !is_box || stem.len() != 32 || !stem.is_ascii() {
        return None;
    }
    let mut name = [0; 16];
    for (byte, place) in name.iter_mut().zip((0..32).step_by(2)) {
        *byte = u8::from_str_radix(stem.get(place..place + 2)?, 16).ok()?;
    }
    Some(BoxName(name))
}

/// The name of a round's box, once it is sealed.
pub(crate) fn name_of_round(
    tx: &ReadTx<'_>,
    round: RoundId,
) -> Result<Option<BoxName>, StoreError> {
    let sql = "select drawn from sealed_box where round = ?1";
    tx.find(sql, params![round.0], |row| row.get(0).map(BoxName))
}

impl ReadTx<'_> {
    /// The box of a round while the record counts on it: from the opening of the vote until the box is
    /// opened or the round void. None in a copy, and where none lies that can be read.
    pub(crate) fn box_of(&self, round: RoundId) -> Result<Option<Arc<BoxFile>>, StoreError> {
        let Some(boxes) = self.boxes else {
            return Ok(None);
        };
        let sql = "select b.drawn from sealed_box as b join round as r on r.id = b.round \
                   where r.id = ?1 and r.stage in ('open', 'paused', 'closed', 'accounted')";
        let name = self.find(sql, [round.0], |row| row.get(0).map(BoxName))?;
        let Some(name) = name else { return Ok(None) };
        Ok(match boxes.look(name)? {
            LyingBox::Box(found) if found.round() == round => Some(found),
            LyingBox::Box(_) | LyingBox::Nothing | LyingBox::Torn => None,
        })
    }

    /// Whether boxes lie beside this record: a copy has none, and says nothing of them.
    #[must_use]
    pub fn has_boxes(&self) -> bool {
        self.boxes.is_some()
    }
}
