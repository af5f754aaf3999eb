//! The place of backups: a folder in which each is a database, a manifest and a list of pictures of one
//! name, and the pictures' files lie once for all of them.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};

use super::encryption::{self, BackupKey};
use domain::digest::Digest;
use domain::installation::backup::Manifest;
use domain::installation::backup_schedule::{BackupSchedule, KeptBackup};
use domain::installation::drill::Drill;
use machine::clock::beijing;
use store::picture::picture_files::{ENDING, PictureFiles};

/// A picture that nothing names stays so long: another installation may be laying it for its backup.
const YOUNG: SignedDuration = SignedDuration::from_hours(24);
/// What the name of an encrypted file ends with.
const AGE: &str = ".age";

/// Where backups go, and how.
#[derive(Debug, Clone)]
pub struct BackupPlace {
    /// The folder: on another disk than the data.
    pub folder: PathBuf,
    /// The office's keys, to each of which everything is encrypted; none: nothing is.
    pub keys: Vec<BackupKey>,
    /// When they are made unasked and how long they are kept; none: only when asked, and for ever.
    pub schedule: Option<BackupSchedule>,
}

/// A backup in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The database's file; its manifest lies beside it.
    pub file: PathBuf,
    pub manifest: Manifest,
    /// The last time that it was brought back to see whether it can be.
    pub drill: Option<Drill>,
}

impl BackupPlace {
    /// A folder into which backups go as they are, when somebody asks, and stay.
    #[must_use]
    pub fn plain(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            keys: Vec::new(),
            schedule: None,
        }
    }

    /// The file of a backup's database.
    pub(super) fn database(&self, stem: &str) -> PathBuf {
        let ending = if self.keys.is_empty() { "" } else { AGE };
        self.folder.join(format!("{stem}.db{ending}"))
    }

    /// Lays the pictures that are not in the place yet; answers how many are missing or changed already.
    pub(super) fn lay_pictures(
        &self,
        names: &BTreeSet<Digest>,
        from: &PictureFiles,
    ) -> std::io::Result<u64> {
        let mut missing = 0_u64;
        let mut folders = BTreeSet::new();
        for name in names {
            let path = picture(&self.folder, *name, !self.keys.is_empty());
            if path.exists() {
                continue;
            }
            let Ok(bytes) = from.read(*name) else {
                missing = missing.saturating_add(1);
                continue;
            };
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
                folders.insert(folder.to_owned());
            }
            let part = path.with_extension("part");
            drop(std::fs::remove_file(&part));
            encryption::lay(&mut bytes.as_slice(), &part, &self.keys)?;
            std::fs::rename(&part, &path)?;
        }
        for folder in folders {
            File::open(folder)?.sync_all()?;
        }
        Ok(missing)
    }

    /// Removes the backups of a key that the schedule keeps no longer, and the pictures that no backup of
    /// the place has; answers how many backups are gone.
    pub(super) fn forget(&self, key: Digest, now: jiff::Timestamp) -> std::io::Result<usize> {
        let Some(schedule) = self.schedule else {
            return Ok(0);
        };
        let own = list_backups(&self.folder).into_iter();
        let own = own.filter(|one| one.manifest.key == key);
        let own: Vec<KeptBackup<PathBuf>> = own
            .map(|one| KeptBackup {
                at: one.manifest.at.to_zoned_datetime(beijing()).datetime(),
                is_marked: !one.manifest.differs.is_empty(),
                name: one.file,
            })
            .collect();
        let outdated = schedule.list_outdated(now.to_zoned_datetime(beijing()).datetime(), &own);
        for file in &outdated {
            // Without its manifest it is no backup any more, wherever this is cut short.
            for name in [
                beside(file, "manifest"),
                file.clone(),
                beside(file, "pictures"),
                beside(file, "drill"),
            ] {
                match std::fs::remove_file(name) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                        return Err(error);
                    }
                    Ok(()) | Err(_) => {}
                }
            }
        }
        if !outdated.is_empty() {
            self.forget_pictures(now)?;
        }
        Ok(outdated.len())
    }

    /// Where the list of one backup cannot be read, nothing is removed.
    fn forget_pictures(&self, now: jiff::Timestamp) -> std::io::Result<()> {
        let mut named = BTreeSet::new();
        for one in list_backups(&self.folder) {
            if one.manifest.pictures.is_some() {
                named.extend(read_list(&one)?);
            }
        }
        let files = PictureFiles::of(&self.folder);
        for is_encrypted in [false, true] {
            let ending = format!("{ENDING}{}", if is_encrypted { AGE } else { "" });
            let there = files.list_ending(&ending).map_err(std::io::Error::other)?;
            for name in there.into_iter().filter(|name| !named.contains(name)) {
                let path = picture(&self.folder, name, is_encrypted);
                let made = std::fs::metadata(&path)?.modified()?;
                let made = jiff::Timestamp::try_from(made).map_err(std::io::Error::other)?;
                if now.duration_since(made) > YOUNG {
                    std::fs::remove_file(&path)?;
                }
            }
        }
        Ok(())
    }
}

/// Where a picture lies in a place of backups.
pub(super) fn picture(folder: &Path, name: Digest, is_encrypted: bool) -> PathBuf {
    let path = PictureFiles::of(folder).path(name);
    if is_encrypted {
        let mut name = path.into_os_string();
        name.push(AGE);
        return name.into();
    }
    path
}

/// What lies beside the database of a backup under the same name.
pub(super) fn beside(file: &Path, ending: &str) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(AGE).unwrap_or(&name);
    let stem = stem.strip_suffix(".db").unwrap_or(stem);
    file.with_file_name(format!("{stem}.{ending}"))
}

/// The text of a list of pictures: a name a line, in order.
pub(super) fn list_text(names: &BTreeSet<Digest>) -> String {
    names.iter().map(|name| format!("{name}\n")).collect()
}

/// The pictures of a backup, as the list says that its manifest names.
pub(super) fn read_list(backup: &Backup) -> std::io::Result<Vec<Digest>> {
    let Some(pictures) = backup.manifest.pictures else {
        return Ok(Vec::new());
    };
    let text = std::fs::read_to_string(beside(&backup.file, "pictures"))?;
    let digest = Digest(Sha256::digest(text.as_bytes()).into());
    let names: Option<Vec<Digest>> = text.lines().map(Digest::from_hex).collect();
    names
        .filter(|_| digest == pictures.list)
        .ok_or_else(|| std::io::ErrorKind::InvalidData.into())
}

/// Writes a small file that only its owner reads, and syncs it; one that is there is written anew.
pub(super) fn write(path: &Path, text: &str) -> std::io::Result<()> {
    drop(std::fs::remove_file(path));
    let mut file = encryption::new_private(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// SHA-256 and length of a file.
pub(super) fn digest_of(path: &Path) -> std::io::Result<(Digest, u64)> {
    let mut file = File::open(path)?;
    let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok((Digest(hash.finalize().into()), bytes));
        }
        hash.update(piece.get(..read).unwrap_or_default());
        bytes = bytes.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
    }
}

/// The backup whose database is this file.
///
/// # Errors
/// A manifest that cannot be read; [`std::io::ErrorKind::InvalidData`] where it is not one of ours.
pub(super) fn read_backup(file: &Path) -> std::io::Result<Backup> {
    let text = std::fs::read_to_string(beside(file, "manifest"))?;
    let invalid = || std::io::Error::from(std::io::ErrorKind::InvalidData);
    let manifest = Manifest::read(&text).ok_or_else(invalid)?;
    let drill = std::fs::read_to_string(beside(file, "drill")).ok();
    Ok(Backup {
        file: file.to_owned(),
        manifest,
        drill: drill.and_then(|text| Drill::read(&text)),
    })
}

/// The backups of a folder, newest first; what is not one is left out.
#[must_use]
pub fn list_backups(folder: &Path) -> Vec<Backup> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_database = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".db") || name.ends_with(".db.age")
    };
    let mut found: Vec<Backup> = entries
        .map(|entry| entry.path())
        .filter(is_database)
        .filter_map(|file| read_backup(&file).ok())
        .collect();
    // Two of one second: the longer name came later.
    let age = |one: &Backup| {
        (
            one.manifest.at,
            one.file.as_os_str().len(),
            one.file.clone(),
        )
    };
    found.sort_by_key(|one| std::cmp::Reverse(age(one)));
    found
}

/// The newest drill of a folder, whatever it came to.
#[must_use]
pub fn find_drill(backups: &[Backup]) -> Option<&Drill> {
    let drills = backups.iter().filter_map(|one| one.drill.as_ref());
    drills.max_by_key(|drill| drill.at)
}
