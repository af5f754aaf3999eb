//! The installation's secret: it keys the hashes of slip codes and the tokens of forms. Tokens are
//! keyed by the installation's epoch too: none that was given before a restore is taken after it.
//!
//! It lies beside the database, in a file of its own, so that a copy of the database alone does not
//! let anybody try out ten-digit codes. The database keeps the key's name: where the file is missing or of
//! another database, nothing opens, for a key drawn in silence would be the end of every printed slip.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;

use crate::ServiceError;
use domain::access::{self, Action, Actor};
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::installation::new_key::KeyEvent;
use machine::clock::Clock;
use machine::random::{NoRandom, Random};
use store::audit::audits;
use store::installation::key_names;
use store::{Store, Written};

/// The key file in a data directory.
pub(crate) const FILE: &str = "minsheng.key";

/// What restoring changes: whoever comes with something of another epoch comes from before a restore.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Epoch(pub(crate) [u8; 16]);

impl Epoch {
    /// Another epoch, for a restore.
    pub(crate) fn draw(random: &Random) -> Result<Self, NoRandom> {
        random.bytes().map(Self)
    }
}

/// Keyed hashes under the installation's secret.
#[derive(Clone)]
pub(crate) struct Keys {
    secret: [u8; 32],
    epoch: Epoch,
}

impl Keys {
    /// Opens the key of a data directory: the file that its database names. A database that never had a key
    /// draws one, once; an older one takes the file that lies beside it.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] with a [`KeyRefused`]: nothing is drawn in place of a key that is missing.
    pub(crate) async fn open(
        directory: &Path,
        store: &Store,
        clock: &Clock,
        random: &Random,
    ) -> Result<Self, ServiceError> {
        let (named, is_new) = store
            .read(|tx| {
                let is_new = !audits::has_lines(tx)?;
                Ok::<_, ServiceError>((key_names::find(tx)?, is_new))
            })
            .await?;
        if let Some(name) = named {
            finish(directory, name).map_err(|error| ServiceError::Broken(error.into()))?;
        }
        let path = directory.join(FILE);
        let refused = |fault| {
            let (path, name) = (path.clone(), named);
            ServiceError::Broken(Box::new(KeyRefused { fault, path, name }))
        };
        let keys = match (Self::read(&path), named) {
            (Ok(keys), Some(name)) if keys.name() == name => return Ok(keys),
            (Ok(_), Some(_)) => return Err(refused(KeyFault::Foreign)),
            (Ok(keys), None) => keys,
            (Err(error), None) if error.kind() == ErrorKind::NotFound && is_new => {
                let drawn = Self::draw(random)?;
                drawn
                    .write(&path)
                    .map_err(|error| ServiceError::Broken(error.into()))?;
                drawn
            }
            (Err(error), _) if error.kind() == ErrorKind::NotFound => {
                return Err(refused(KeyFault::Missing));
            }
            (Err(error), _) => return Err(refused(KeyFault::Unreadable(error.to_string()))),
        };
        let (name, now) = (keys.name(), clock.now());
        let grant = access::may(&Actor::console(), Action::Administer, None);
        let grant = grant.map_err(ServiceError::Denied)?;
        store
            .write(move |tx| {
                key_names::save(tx, name)?;
                let event = Event::new(&grant, now, EventKind::Key(KeyEvent::Named { key: name }));
                Ok::<_, ServiceError>(Written::recorded((), event))
            })
            .await?;
        Ok(keys)
    }

    /// A new secret.
    pub(crate) fn draw(random: &Random) -> Result<Self, ServiceError> {
        random.bytes().map(Self::with).map_err(ServiceError::from)
    }

    /// A secret before its epoch is known.
    fn with(secret: [u8; 32]) -> Self {
        Self {
            secret,
            epoch: Epoch([0; 16]),
        }
    }

    /// Reads a key file.
    pub(crate) fn read(path: &Path) -> std::io::Result<Self> {
        let bytes = std::fs::read(path)?;
        let secret = bytes.as_slice().try_into().map_err(|_| {
            let told = format!("it has {} bytes and a key has 32", bytes.len());
            std::io::Error::new(ErrorKind::InvalidData, told)
        })?;
        Ok(Self::with(secret))
    }

    /// Writes a key file that only its owner reads, whole or not at all; one that is there is left alone.
    pub(crate) fn write(&self, path: &Path) -> std::io::Result<()> {
        let part = path.with_extension("key.part");
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&part)?;
        file.write_all(&self.secret)?;
        file.sync_all()?;
        let linked = std::fs::hard_link(&part, path);
        std::fs::remove_file(&part)?;
        linked?;
        sync_folder(path)
    }

    /// The epoch with which an installation begins: the key is random, and so is what follows from it.
    pub(crate) fn first_epoch(&self) -> Epoch {
        let Digest(bytes) = self.hash("first-epoch", &[]);
        let (first, _) = bytes.split_at(16);
        Epoch(first.try_into().unwrap_or_default())
    }

    /// The same keys in an epoch.
    pub(crate) fn in_epoch(self, epoch: Epoch) -> Self {
        Self { epoch, ..self }
    }

    /// The epoch of the tokens.
    pub(crate) fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// A name of the key that tells nothing of it: for the database, and the manifest of a backup.
    pub(crate) fn name(&self) -> Digest {
        self.hash("key-name", &[])
    }

    /// A keyed hash over named parts that lasts, for what is printed or stored; each part is preceded by its length, so that no two lists of
    /// parts hash alike.
    #[must_use]
    pub(crate) fn hash(&self, purpose: &str, parts: &[&[u8]]) -> Digest {
        // HMAC takes a key of any length; `new` fails for no 32-byte key.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.secret) else {
            return Digest([0; 32]);
        };
        for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
            let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
            mac.update(&length.to_be_bytes());
            mac.update(part);
        }
        Digest(mac.finalize().into_bytes().into())
    }

    /// The same for what travels in a cookie or a form, of this epoch alone.
    #[must_use]
    pub(crate) fn token(&self, purpose: &str, parts: &[&[u8]]) -> Digest {
        let mut all: Vec<&[u8]> = vec![&self.epoch.0];
        all.extend(parts);
        self.hash(purpose, &all)
    }

    /// Whether what comes from outside is the token of these parts, in constant time.
    #[must_use]
    pub(crate) fn agrees(&self, token: &str, purpose: &str, parts: &[&[u8]]) -> bool {
        let Some(token) = Digest::from_hex(token) else {
            return false;
        };
        token.0.ct_eq(&self.token(purpose, parts).0).into()
    }
}

/// What is wrong with a key file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFault {
    /// There is none.
    Missing,
    /// It is the key of another database.
    Foreign,
    /// It is there, and its database is not.
    Alone,
    /// It cannot be read as a key; why.
    Unreadable(String),
}

/// The key file is not the one of the database: nothing goes on without it.
#[derive(Debug, Clone, thiserror::Error)]
#[error(
    "the key file {}. {}{}",
    .fault.words(.path),
    name_words(.name.as_ref()),
    .fault.ways(.path.parent().unwrap_or(Path::new(".")))
)]
pub(crate) struct KeyRefused {
    /// What is wrong.
    pub fault: KeyFault,
    /// Where it was looked for.
    pub path: PathBuf,
    /// The name of the key that belongs here; none where the database is older than names of keys.
    pub name: Option<Digest>,
}

impl KeyFault {
    /// What is wrong with the file at a path, as the rest of a sentence.
    fn words(&self, path: &Path) -> String {
        let path = path.display();
        match self {
            Self::Missing => format!("is missing: {path} is not there"),
            Self::Foreign => format!("is foreign: {path} is the key of another database"),
            Self::Alone => format!(
                "stands alone: {path} is there, and the database that it belongs to is missing or empty"
            ),
            Self::Unreadable(why) => format!("cannot be read: {path}: {why}"),
        }
    }
}

impl KeyFault {
    /// What can be done, for a data directory.
    fn ways(&self, data: &Path) -> String {
        let data = data.display();
        match self {
            Self::Alone => format!(
                "Nothing is begun anew over it: restore the newest backup into a new folder \
                 (minsheng restore BACKUP.db --data NEW --key {data}/minsheng.key); for a new installation take an empty folder"
            ),
            Self::Missing | Self::Foreign | Self::Unreadable(_) => format!(
                "There are two ways on: put the file back that was kept apart; or, when it is lost for good, \
                 `minsheng admin --data {data} new-key`, for which two people type their passwords. A new key ends every \
                 living slip, first sign-in, sign-in and PIN"
            ),
        }
    }
}

fn name_words(name: Option<&Digest>) -> String {
    name.map_or_else(String::new, |name| {
        format!("The one of this database is called {}. ", short(name))
    })
}

/// The beginning of a key's name, as people compare it.
pub(crate) fn short(name: &Digest) -> String {
    name.to_string().chars().take(16).collect()
}

/// Looks at the key file of a data directory without opening anything: what is wrong with it beside a name.
#[must_use]
pub(crate) fn find_fault(directory: &Path, name: Digest) -> Option<KeyRefused> {
    let path = directory.join(FILE);
    let fault = match Keys::read(&path) {
        Ok(keys) if keys.name() == name => return None,
        Ok(_) => KeyFault::Foreign,
        Err(error) if error.kind() == ErrorKind::NotFound => KeyFault::Missing,
        Err(error) => KeyFault::Unreadable(error.to_string()),
    };
    Some(KeyRefused {
        fault,
        path,
        name: Some(name),
    })
}

/// Refuses a key without its database: a database that was lost would begin anew in silence.
///
/// # Errors
/// [`KeyRefused`].
pub(crate) fn refuse_alone(directory: &Path) -> Result<(), KeyRefused> {
    let path = directory.join(FILE);
    if store::is_made(directory) || !path.exists() {
        return Ok(());
    }
    Err(KeyRefused {
        fault: KeyFault::Alone,
        path,
        name: None,
    })
}

/// Where a new key waits until the database names it.
pub(crate) fn waiting(directory: &Path) -> PathBuf {
    directory.join("minsheng.key.new")
}

/// Puts a new key in its place that the database names already: the program may have been killed between the
/// two. The file that was there is kept aside.
pub(crate) fn finish(directory: &Path, name: Digest) -> std::io::Result<()> {
    let (new, path) = (waiting(directory), directory.join(FILE));
    if !Keys::read(&new).is_ok_and(|keys| keys.name() == name) {
        return Ok(());
    }
    if path.exists() && !Keys::read(&path).is_ok_and(|keys| keys.name() == name) {
        let aside = (1..)
            .map(|number: u32| directory.join(format!("minsheng.key.before-{number}")))
            .find(|aside| !aside.exists());
        std::fs::rename(&path, aside.unwrap_or_else(|| path.clone()))?;
    }
    std::fs::rename(&new, &path)?;
    sync_folder(&path)
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) => std::fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// SHA-256 of a text that is frozen or certified.
#[must_use]
pub fn digest(text: &[u8]) -> Digest {
    Digest(Sha256::digest(text).into())
}
