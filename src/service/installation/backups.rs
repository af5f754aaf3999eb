//! Making backups: a database, its manifest and its pictures, beside a running server or a stopped one.
//!
//! A backup is made at any time, in the middle of every vote too: no box is in it, for each is a file of its
//! own that no copy takes along. The key file is never in a backup; the manifest only names it, so that a
//! copy on a stick gives no living code away. Key and backup are kept apart and meet at a restore.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};

use super::backup_place::{self, Backup, BackupPlace, list_backups};
use super::encryption;
use super::keys;
use crate::audit::checking;
use crate::{Service, ServiceError};
use domain::access::{self, Action, Actor};
use domain::audit::chain::{ChainHead, PrintedHead};
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::installation::backup::{BackupPictures, Manifest};
use domain::problem::Problem;
use machine::clock::beijing;
use store::Written;
use store::picture::picture_files::PictureFiles;
use store::picture::pictures;
use store::voting::box_file::placing;

/// The folder, in a data directory, of copies that are not encrypted yet.
const COPIES: &str = "backup-copies";

/// Those who make backups, one after the other.
pub(crate) type BackupTurn = tokio::sync::Mutex<()>;

/// What a backup is laid with.
struct Laying {
    /// The database as it was copied, in the place or beside the data.
    copy: PathBuf,
    stem: String,
    place: BackupPlace,
    pictures: PictureFiles,
    schema: i64,
    key: Digest,
    known: Vec<PrintedHead>,
    at: jiff::Timestamp,
}

impl Service {
    /// Makes a backup in its place, and removes those that its schedule keeps no longer: for the administrator
    /// of a running server, or the console. What is not as it was fixed marks the manifest and never keeps the
    /// backup from being made.
    ///
    /// # Errors
    /// Invalid: `backup-place` when the folder cannot be written, or is full; `backup-holds-boxes` when the boxes
    /// lie in it.
    pub async fn back_up(
        &self,
        actor: &Actor,
        place: &BackupPlace,
    ) -> Result<Backup, ServiceError> {
        let grant = access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        if placing::lie_in(self.store.directory(), &place.folder) {
            let problem = Problem::error("backup-holds-boxes");
            return Err(ServiceError::invalid(problem.at("backups")));
        }
        let _turn = self.backup_turn.lock().await;
        // Its manifest has the head of the installation's chain, and that one theirs.
        self.take_heads().await?;
        let now = self.clock.now();
        let stem = free_name(&place.folder, now);
        let copy = self.empty_copy(place, &stem);
        let copy = copy.map_err(|error| out_of_place(&error))?;
        let laid = match self.store.back_up(copy.clone()).await {
            Ok(schema) => {
                let laying = Laying {
                    copy: copy.clone(),
                    stem,
                    place: place.clone(),
                    pictures: self.store.pictures().clone(),
                    schema,
                    key: self.keys.name(),
                    known: checking::known_heads(Some(&place.folder)),
                    at: now,
                };
                let laying = tokio::task::spawn_blocking(move || lay(&laying)).await;
                match laying {
                    Ok(laid) => laid.map_err(|error| out_of_place(&error)),
                    Err(_) => Err(ServiceError::Busy),
                }
            }
            Err(error) => Err(error.into()),
        };
        // Encrypted or not made: the copy is of no more use. Of a plain one nothing lies there any more.
        drop(std::fs::remove_file(&copy));
        let backup = laid?;
        let digest = backup.manifest.digest.to_string();
        self.store
            .write(move |_| {
                let event = Event::new(&grant, now, EventKind::BackedUp { digest });
                Ok::<_, ServiceError>(Written::recorded((), event))
            })
            .await?;
        if !backup.manifest.differs.is_empty() {
            // The newest check is what the pages tell: they turn red at once.
            self.check_record(Some(&place.folder)).await?;
        }
        if let Err(error) = place.forget(self.keys.name(), now) {
            tracing::warn!(%error, "backups that are kept no longer could not be removed");
        }
        Ok(backup)
    }

    /// Makes the backup of the day where the schedule of its place says that it is due; answers whether it was.
    ///
    /// # Errors
    /// As [`Service::back_up`].
    pub async fn back_up_when_due(&self, place: &BackupPlace) -> Result<bool, ServiceError> {
        let Some(schedule) = place.schedule else {
            return Ok(false);
        };
        let (folder, key) = (place.folder.clone(), self.keys.name());
        let newest = move || {
            let own = list_backups(&folder).into_iter().map(|one| one.manifest);
            let mut own = own.filter(|one| one.key == key).map(|one| one.at);
            own.next()
        };
        let newest = tokio::task::spawn_blocking(newest).await;
        let newest = newest.map_err(|_| ServiceError::Busy)?;
        let local = |at: jiff::Timestamp| at.to_zoned_datetime(beijing()).datetime();
        let is_due = schedule.is_due(local(self.clock.now()), newest.map(local));
        if is_due {
            self.back_up(&Actor::console(), place).await?;
        }
        Ok(is_due)
    }

    /// An empty file for the copy of the database: in the place itself, or, where only what is encrypted may
    /// lie there, beside the data.
    fn empty_copy(&self, place: &BackupPlace, stem: &str) -> std::io::Result<PathBuf> {
        let folder = if place.keys.is_empty() {
            place.folder.clone()
        } else {
            let folder = self.store.directory().join(COPIES);
            // What a kill has left there is nobody's.
            drop(std::fs::remove_dir_all(&folder));
            store::make_directory(&folder).map_err(std::io::Error::other)?;
            folder
        };
        let copy = folder.join(format!("{stem}.part"));
        encryption::new_private(&copy)?;
        Ok(copy)
    }
}

/// A place that takes no backup, for whoever asked; what the disk says, for the log.
fn out_of_place(error: &std::io::Error) -> ServiceError {
    tracing::warn!(%error, "a backup could not be made");
    ServiceError::invalid(Problem::error("backup-place").at("backups"))
}

/// A name in a folder that no backup has yet, after the time in 北京.
fn free_name(folder: &Path, now: jiff::Timestamp) -> String {
    let at = now.to_zoned_datetime(beijing());
    let stem = at.strftime("minsheng-%Y%m%d-%H%M%S").to_string();
    let is_free = |stem: &String| {
        let taken = ["db", "db.age", "part", "manifest"].map(|ending| format!("{stem}.{ending}"));
        taken.iter().all(|name| !folder.join(name).exists())
    };
    let mut more = (2..).map(|number| format!("{stem}-{number}"));
    if is_free(&stem) {
        return stem;
    }
    more.find(is_free).unwrap_or(stem)
}

/// The head of a copy's log, and what of the copy is not as it was, the heads that earlier backups of
/// the folder know included: the manifest says it, and the backup is kept.
fn examined(copy: &Path, known: &[PrintedHead]) -> (ChainHead, Vec<String>) {
    let found = store::look_at_copy(copy, |tx| checking::examine(tx, known));
    match found {
        Ok(checked) => (checked.head, checking::difference_lines(&checked)),
        Err(error) => (ChainHead::EMPTY, vec![format!("database-damaged {error}")]),
    }
}

/// Reads a copy through, lays its pictures, then the database, and gives it its name and its manifest.
fn lay(laying: &Laying) -> std::io::Result<Backup> {
    let (chain, mut differs) = examined(&laying.copy, &laying.known);
    let names = store::look_at_copy(&laying.copy, pictures::list_files).unwrap_or_else(|error| {
        differs.push(format!("pictures-unknown {error}"));
        BTreeSet::new()
    });
    let missing = laying.place.lay_pictures(&names, &laying.pictures)?;
    let file = laying.place.database(&laying.stem);
    let list = backup_place::list_text(&names);
    backup_place::write(&backup_place::beside(&file, "pictures"), &list)?;
    let part = if laying.place.keys.is_empty() {
        File::open(&laying.copy)?.sync_all()?;
        laying.copy.clone()
    } else {
        let part = backup_place::beside(&file, "part");
        encryption::lay(&mut File::open(&laying.copy)?, &part, &laying.place.keys)?;
        part
    };
    let (digest, bytes) = backup_place::digest_of(&part)?;
    let manifest = Manifest {
        at: laying.at,
        schema: laying.schema,
        bytes,
        digest,
        key: laying.key,
        chain: Some(chain),
        pictures: Some(BackupPictures {
            files: u64::try_from(names.len()).unwrap_or(u64::MAX),
            list: keys::digest(list.as_bytes()),
            missing,
        }),
        is_encrypted: !laying.place.keys.is_empty(),
        differs,
    };
    let beside = backup_place::beside(&file, "manifest");
    backup_place::write(&beside, &manifest.canonical())?;
    std::fs::rename(&part, &file)?;
    File::open(&laying.place.folder)?.sync_all()?;
    Ok(Backup {
        file,
        manifest,
        drill: None,
    })
}
