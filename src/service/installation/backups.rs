//! Backups: one file and its manifest, made by a running server or a stopped one; and their return.
//!
//! A backup is made at any time, in the middle of every vote too: no box is in it, for each is a file of its
//! own that no copy takes along. The key file is never in a backup; the manifest only names it, so that a
//! copy on a stick gives no living code away. Key and backup are kept apart and meet at a restore.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::keys::{self, Epoch, Keys};
use crate::audit::checking;
use crate::{Service, ServiceError};
use domain::access::{self, Action, Actor};
use domain::audit::chain::{ChainHead, PrintedHead};
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::installation::backup::Manifest;
use domain::problem::Problem;
use machine::clock::beijing;
use machine::random::{NoRandom, Random};
use store::{StoreError, Written};

/// So much higher, or a multiple of it, every sequence of ids goes on after a restore.
const LIFT: i64 = 1_000_000;
/// The most multiples: numbers stay below ten to the twelfth.
const MOST_LIFTS: u64 = 1_000_000;

/// A backup in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file; its manifest lies beside it.
    pub file: PathBuf,
    pub manifest: Manifest,
}

/// Why a backup did not become a data directory again.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is no manifest beside the file, or not one of ours.
    #[error("{0} is not the manifest of a backup")]
    NoManifest(PathBuf),
    /// The file is not the one that the manifest names.
    #[error("{0} is not the file of its manifest: its SHA-256 differs")]
    OtherFile(PathBuf),
    /// The backup was marked when it was made: what of it is not as it was fixed.
    #[error(
        "{} is marked: when it was made, its record did not hold ({}). {} To restore it all the same, add --marked",
        .0.display(), .1.join("; "), sound_words(.2.as_deref())
    )]
    Marked(PathBuf, Vec<String>, Option<PathBuf>),
    /// The key is not the one of the backup.
    #[error("{0} is not the key of this backup")]
    OtherKey(PathBuf),
    /// A file cannot be read or written.
    #[error("{0} cannot be read or written")]
    File(PathBuf, #[source] std::io::Error),
    /// Another epoch could not be drawn.
    #[error(transparent)]
    Random(#[from] NoRandom),
    /// The database itself.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A restored data directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoredData {
    /// What was restored.
    pub manifest: Manifest,
    /// Whether the key of its slips is there too.
    pub has_key: bool,
}

impl Service {
    /// Makes a backup in a folder: for the administrator of a running server, or the console. What is
    /// not as it was fixed marks the manifest and never keeps the backup from being made.
    ///
    /// # Errors
    /// Invalid: `backup-place` when the folder cannot be written.
    pub async fn back_up(&self, actor: &Actor, folder: &Path) -> Result<Backup, ServiceError> {
        let grant = access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        let now = self.clock.now();
        let stem = free_name(folder, now);
        let known = checking::known_heads(Some(folder));
        let file = folder.join(format!("{stem}.db"));
        let part = folder.join(format!("{stem}.part"));
        let empty = private(&part);
        empty.map_err(|_| ServiceError::invalid(Problem::error("backup-place").at("backups")))?;
        let copied = self.store.back_up(part.clone()).await;
        let key = self.keys.name();
        let kept = match copied {
            Ok(schema) => finish((part.clone(), file.clone()), (schema, key), known, now).await,
            Err(error) => Err(error.into()),
        };
        let manifest = match kept {
            Ok(manifest) => manifest,
            Err(error) => {
                if let Err(left) = std::fs::remove_file(&part) {
                    tracing::warn!(%left, "a half-made backup could not be removed");
                }
                return Err(error);
            }
        };
        let digest = manifest.digest.to_string();
        self.store
            .write(move |_| {
                let event = Event::new(&grant, now, EventKind::BackedUp { digest });
                Ok::<_, ServiceError>(Written::recorded((), event))
            })
            .await?;
        if !manifest.differs.is_empty() {
            // The newest check is what the pages tell: they turn red at once.
            self.check_record(file.parent()).await?;
        }
        Ok(Backup { file, manifest })
    }
}

/// Reads a written copy through, off the threads that answer, and keeps it.
async fn finish(
    (part, file): (PathBuf, PathBuf),
    (schema, key): (i64, Digest),
    known: Vec<PrintedHead>,
    at: jiff::Timestamp,
) -> Result<Manifest, ServiceError> {
    let working = move || {
        let (chain, differs) = examined(&part, &known);
        let about = Manifest {
            at,
            schema,
            bytes: 0,
            digest: key,
            key,
            chain: Some(chain),
            differs,
        };
        keep(&part, &file, about)
    };
    match tokio::task::spawn_blocking(working).await {
        Ok(kept) => kept.map_err(|error| ServiceError::Broken(error.into())),
        Err(_) => Err(ServiceError::Busy),
    }
}

/// A name in a folder that no backup has yet, after the time in 北京.
fn free_name(folder: &Path, now: jiff::Timestamp) -> String {
    let at = now.to_zoned_datetime(beijing());
    let stem = at.strftime("minsheng-%Y%m%d-%H%M%S").to_string();
    let is_free = |stem: &String| {
        let taken = ["db", "part", "manifest"].map(|ending| format!("{stem}.{ending}"));
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
        Ok(checked) => {
            let differs = checked.differences.iter().map(|one| {
                let facts = one.problem.facts.iter();
                let facts: Vec<String> =
                    facts.map(|(name, fact)| format!("{name}={fact}")).collect();
                format!("{} {} {}", one.problem.code, facts.join(" "), one.about)
            });
            (checked.head, differs.collect())
        }
        Err(error) => (ChainHead::EMPTY, vec![format!("database-damaged {error}")]),
    }
}

/// A new, empty file that only its owner reads.
fn private(path: &Path) -> std::io::Result<File> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

/// Makes a written copy durable, gives it its name, and lays the manifest beside it.
fn keep(part: &Path, file: &Path, about: Manifest) -> std::io::Result<Manifest> {
    File::open(part)?.sync_all()?;
    let (digest, bytes) = digest_of(part)?;
    let manifest = Manifest {
        bytes,
        digest,
        ..about
    };
    let mut beside = private(&manifest_of(file))?;
    beside.write_all(manifest.canonical().as_bytes())?;
    beside.sync_all()?;
    std::fs::rename(part, file)?;
    if let Some(folder) = file.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(manifest)
}

fn digest_of(path: &Path) -> std::io::Result<(Digest, u64)> {
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

fn manifest_of(file: &Path) -> PathBuf {
    file.with_extension("manifest")
}

fn read_manifest(file: &Path) -> Result<Manifest, RestoreError> {
    let path = manifest_of(file);
    let text =
        std::fs::read_to_string(&path).map_err(|error| RestoreError::File(path.clone(), error))?;
    Manifest::read(&text).ok_or(RestoreError::NoManifest(path))
}

/// The backups of a folder, newest first; what is not one is left out.
#[must_use]
pub fn list_backups(folder: &Path) -> Vec<Backup> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .filter_map(|file| {
            let manifest = read_manifest(&file).ok()?;
            Some(Backup { file, manifest })
        })
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

/// Which backup to take instead of a marked one.
fn sound_words(sound: Option<&Path>) -> String {
    sound.map_or_else(
        || "No other backup beside it is unmarked.".to_owned(),
        |file| format!("The newest that is not marked is {}.", file.display()),
    )
}

/// Makes a data directory of a backup; of a marked one only where that is asked for. The file must be the one of its manifest and sound; a
/// database that is there is never overwritten. Another epoch begins: every sign-in, ticket and form of
/// before is dead, and no id is given again. With the key, deputies' printed slips
/// stay good; officers' slips and first sign-ins open once and may have been used since, so they end; without it nothing starts there until the key lies beside it or two people draw a new one.
///
/// # Errors
/// [`RestoreError`], and nothing is restored.
pub fn restore(
    file: &Path,
    data: &Path,
    key: Option<&Path>,
    and_marked: bool,
) -> Result<RestoredData, RestoreError> {
    let manifest = read_manifest(file)?;
    if !manifest.differs.is_empty() && !and_marked {
        let beside = list_backups(file.parent().unwrap_or(Path::new(".")));
        let sound = beside
            .into_iter()
            .find(|one| one.manifest.differs.is_empty());
        let sound = sound.map(|one| one.file);
        let differs = manifest.differs;
        return Err(RestoreError::Marked(file.to_owned(), differs, sound));
    }
    let (digest, _) =
        digest_of(file).map_err(|error| RestoreError::File(file.to_owned(), error))?;
    if digest != manifest.digest {
        return Err(RestoreError::OtherFile(file.to_owned()));
    }
    let beside = data.join(keys::FILE);
    let secret = match key {
        Some(path) => {
            Some(Keys::read(path).map_err(|error| RestoreError::File(path.to_owned(), error))?)
        }
        None if beside.exists() => {
            Some(Keys::read(&beside).map_err(|error| RestoreError::File(beside.clone(), error))?)
        }
        None => None,
    };
    if let Some(secret) = &secret
        && secret.name() != manifest.key
    {
        let wrong = key.map_or(beside, Path::to_owned);
        return Err(RestoreError::OtherKey(wrong));
    }
    // Far above whatever was given since the backup, and another height at each restore of one file.
    let random = Random::system();
    let epoch = Epoch::draw(&random)?;
    let higher = LIFT.saturating_mul(1 + random.below(MOST_LIFTS)?.cast_signed());
    store::restore(file, data, epoch.0, higher, digest)?;
    if let Some(secret) = &secret
        && !beside.exists()
    {
        secret
            .write(&beside)
            .map_err(|error| RestoreError::File(beside, error))?;
    }
    Ok(RestoredData {
        manifest,
        has_key: secret.is_some(),
    })
}
