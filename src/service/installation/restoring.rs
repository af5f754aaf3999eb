//! Bringing a backup back: for good, or as a drill that ends with checks and leaves nothing but its report.

use std::path::{Path, PathBuf};

use super::backup_place::{self, Backup, list_backups};
use super::encryption::{self, BackupSecret};
use super::keys::{self, Epoch, Keys};
use crate::audit::checking;
use crate::{Service, ServiceError};
use domain::audit::chain::PrintedHead;
use domain::digest::Digest;
use domain::installation::backup::Manifest;
use domain::installation::drill::Drill;
use machine::clock::{Clock, Stopwatch};
use machine::random::{NoRandom, Random};
use store::StoreError;
use store::picture::picture_files::PictureFiles;

/// So much higher, or a multiple of it, every sequence of ids goes on after a restore.
const LIFT: i64 = 1_000_000;
/// The most multiples: numbers stay below ten to the twelfth.
const MOST_LIFTS: u64 = 1_000_000;
/// A database that is decrypted, until it is brought back.
const DECRYPTED: &str = "restore.part";

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
    /// The backup is encrypted, and nothing was given to decrypt it with.
    #[error("{0} is encrypted: give the file of the office's secret key with --identity")]
    Encrypted(PathBuf),
    /// The secret key is not one that the backup was encrypted to, or the file was changed.
    #[error("{0} does not decrypt this backup: it is another key, or the backup was changed")]
    OtherIdentity(PathBuf),
    /// A drill makes its folder itself.
    #[error("{0} is there already: a drill makes a folder of its own and removes it")]
    Occupied(PathBuf),
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

/// Which backup becomes which data directory, and with what.
#[derive(Debug, Clone, Copy)]
pub struct RestoreOrder<'o> {
    /// The backup's database.
    pub file: &'o Path,
    /// The data directory; a database that is there is never overwritten.
    pub data: &'o Path,
    /// The key file of the installation, kept apart.
    pub key: Option<&'o Path>,
    /// The file of the office's secret key, where the backup is encrypted.
    pub identity: Option<&'o Path>,
    /// Whether a backup whose record did not hold is brought back too.
    pub and_marked: bool,
}

/// A restored data directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoredData {
    /// What was restored.
    pub manifest: Manifest,
    /// Whether the key of its slips is there too.
    pub has_key: bool,
    /// Pictures that were brought back.
    pub pictures: usize,
    /// Pictures of the backup that are not where it laid them, or not what they were.
    pub missing: Vec<Digest>,
}

/// Which backup to take instead of a marked one.
fn sound_words(sound: Option<&Path>) -> String {
    sound.map_or_else(
        || "No other backup beside it is unmarked.".to_owned(),
        |file| format!("The newest that is not marked is {}.", file.display()),
    )
}

fn read(file: &Path) -> Result<Backup, RestoreError> {
    backup_place::read_backup(file).map_err(|error| {
        let manifest = backup_place::beside(file, "manifest");
        if error.kind() == std::io::ErrorKind::InvalidData {
            RestoreError::NoManifest(manifest)
        } else {
            RestoreError::File(manifest, error)
        }
    })
}

fn refuse_marked(backup: &Backup) -> Result<(), RestoreError> {
    if backup.manifest.differs.is_empty() {
        return Ok(());
    }
    let beside = list_backups(backup.file.parent().unwrap_or(Path::new(".")));
    let sound = beside
        .into_iter()
        .find(|one| one.manifest.differs.is_empty());
    let sound = sound.map(|one| one.file);
    let differs = backup.manifest.differs.clone();
    Err(RestoreError::Marked(backup.file.clone(), differs, sound))
}

/// The key of the slips: the one that is given, else the one that lies there already.
fn find_key(order: &RestoreOrder<'_>, manifest: &Manifest) -> Result<Option<Keys>, RestoreError> {
    let beside = order.data.join(keys::FILE);
    let path = match order.key {
        Some(path) => path.to_owned(),
        None if beside.exists() => beside,
        None => return Ok(None),
    };
    let read = Keys::read(&path);
    let secret = read.map_err(|error| RestoreError::File(path.clone(), error))?;
    if secret.name() != manifest.key {
        return Err(RestoreError::OtherKey(path));
    }
    Ok(Some(secret))
}

/// Makes a data directory of a backup; of a marked one only where that is asked for. The file must be the one
/// of its manifest and sound; a database that is there is never overwritten. Another epoch begins: every
/// sign-in, ticket and form of before is dead, and no id is given again. With the key, deputies' printed slips
/// stay good; officers' slips and first sign-ins open once and may have been used since, so they end; without
/// it nothing starts there until the key lies beside it or two people draw a new one. Pictures that cannot be
/// brought back are told, and keep nothing else from it.
///
/// # Errors
/// [`RestoreError`], and nothing is restored.
pub fn restore(order: &RestoreOrder<'_>) -> Result<RestoredData, RestoreError> {
    let backup = read(order.file)?;
    if !order.and_marked {
        refuse_marked(&backup)?;
    }
    let manifest = &backup.manifest;
    let (digest, _) = backup_place::digest_of(order.file)
        .map_err(|error| RestoreError::File(order.file.to_owned(), error))?;
    if digest != manifest.digest {
        return Err(RestoreError::OtherFile(order.file.to_owned()));
    }
    let key = find_key(order, manifest)?;
    let secret = find_identity(order, manifest)?;
    store::make_directory(order.data)?;
    let decrypted = order.data.join(DECRYPTED);
    let copy = match &secret {
        Some(secret) => {
            decrypt((order, secret), &decrypted)?;
            decrypted.as_path()
        }
        None => order.file,
    };
    let (mut pictures, mut missing) = (0_usize, Vec::new());
    let names = backup_place::read_list(&backup)
        .map_err(|error| RestoreError::File(backup_place::beside(order.file, "pictures"), error));
    let fill = |files: &PictureFiles| -> Result<(), StoreError> {
        for name in names.as_deref().unwrap_or_default() {
            match read_picture(&backup, *name, secret.as_ref()) {
                Some(bytes) => {
                    drop(files.keep(&bytes)?);
                    pictures = pictures.saturating_add(1);
                }
                None => missing.push(*name),
            }
        }
        Ok(())
    };
    // Far above whatever was given since the backup, and another height at each restore of one file.
    let random = Random::system();
    let epoch = Epoch::draw(&random)?;
    let higher = LIFT.saturating_mul(1 + random.below(MOST_LIFTS)?.cast_signed());
    let restored = store::restore((copy, digest), order.data, epoch.0, higher, fill);
    if secret.is_some() {
        drop(std::fs::remove_file(&decrypted));
    }
    restored?;
    names?;
    let beside = order.data.join(keys::FILE);
    if let Some(key) = &key
        && !beside.exists()
    {
        key.write(&beside)
            .map_err(|error| RestoreError::File(beside, error))?;
    }
    Ok(RestoredData {
        has_key: key.is_some(),
        pictures,
        missing,
        manifest: backup.manifest,
    })
}

fn find_identity(
    order: &RestoreOrder<'_>,
    manifest: &Manifest,
) -> Result<Option<BackupSecret>, RestoreError> {
    match order.identity {
        _ if !manifest.is_encrypted => Ok(None),
        None => Err(RestoreError::Encrypted(order.file.to_owned())),
        Some(path) => {
            let secret = BackupSecret::read(path);
            let unread = |error| RestoreError::File(path.to_owned(), error);
            secret.map(Some).map_err(unread)
        }
    }
}

fn decrypt(
    (order, secret): (&RestoreOrder<'_>, &BackupSecret),
    to: &Path,
) -> Result<(), RestoreError> {
    let mut from = encryption::open(order.file, Some(secret)).map_err(|error| {
        let identity = order.identity.unwrap_or(order.file).to_owned();
        if error.kind() == std::io::ErrorKind::InvalidData {
            RestoreError::OtherIdentity(identity)
        } else {
            RestoreError::File(order.file.to_owned(), error)
        }
    })?;
    drop(std::fs::remove_file(to));
    encryption::lay(&mut from, to, &[]).map_err(|error| RestoreError::File(to.to_owned(), error))
}

/// A picture of a backup, where it lies there and is what it was.
fn read_picture(backup: &Backup, name: Digest, secret: Option<&BackupSecret>) -> Option<Vec<u8>> {
    let folder = backup.file.parent()?;
    let path = backup_place::picture(folder, name, backup.manifest.is_encrypted);
    let mut bytes = Vec::new();
    let mut from = encryption::open(&path, secret).ok()?;
    from.read_to_end(&mut bytes).ok()?;
    (keys::digest(&bytes) == name).then_some(bytes)
}

/// Brings a backup back into a folder of its own, reads everything that came through, removes the folder and
/// lays the report beside the backup, where the administrator's page and `doctor` find it.
///
/// # Errors
/// [`RestoreError`] where it cannot even be brought back, or the report cannot be written.
pub fn drill(order: &RestoreOrder<'_>, clock: &Clock) -> Result<Drill, RestoreError> {
    if order.data.exists() {
        return Err(RestoreError::Occupied(order.data.to_owned()));
    }
    let watch = Stopwatch::start();
    let restored = restore(order);
    let checked = restored.and_then(|restored| {
        let differs = check(order, &restored).map_err(|error| {
            let told = std::io::Error::other(error);
            RestoreError::File(order.data.to_owned(), told)
        });
        differs.map(|differs| (restored, differs))
    });
    let removed = std::fs::remove_dir_all(order.data);
    let (restored, (lines, differs)) = checked?;
    removed.map_err(|error| RestoreError::File(order.data.to_owned(), error))?;
    let drill = Drill {
        at: clock.now(),
        took: u64::try_from(watch.passed().as_millis()).unwrap_or(u64::MAX),
        lines,
        pictures: u64::try_from(restored.pictures).unwrap_or(u64::MAX),
        differs,
    };
    let report = backup_place::beside(order.file, "drill");
    let written = backup_place::write(&report, &drill.canonical());
    written.map_err(|error| RestoreError::File(report, error))?;
    Ok(drill)
}

/// Reads all that was brought back; answers how many lines the log has, and what is not as it should be.
fn check(
    order: &RestoreOrder<'_>,
    restored: &RestoredData,
) -> Result<(u64, Vec<String>), ServiceError> {
    // What later backups know this one cannot.
    let last = restored.manifest.chain.map_or(0, |head| head.number);
    let folder = order.file.parent().unwrap_or(Path::new("."));
    let earlier = list_backups(folder).into_iter().map(|one| one.manifest);
    let earlier = earlier.filter(|one| one.differs.is_empty());
    let heads: Vec<PrintedHead> = earlier
        .filter_map(|one| one.chain)
        .filter(|head| (1..=last).contains(&head.number))
        .map(PrintedHead::from)
        .collect();
    let checked = checking::check_file(order.data, &heads, None)?;
    let mut differs: Vec<String> = checking::difference_lines(&checked);
    if let Some(found) = Service::examine(order.data)? {
        differs.extend(found.damage);
    }
    let missing = restored.missing.iter();
    differs.extend(missing.map(|name| format!("picture-missing {name}")));
    if let Some(found) = Service::examine_pictures(order.data)? {
        let bad = found.missing.iter().chain(&found.changed);
        let bad = bad.filter(|name| !restored.missing.contains(name));
        differs.extend(bad.map(|name| format!("picture-missing {name}")));
    }
    Ok((checked.lines, differs))
}
