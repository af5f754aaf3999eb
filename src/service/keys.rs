//! The installation's secret: it keys the hashes of slip codes and the tokens of forms. Tokens are
//! keyed by the installation's epoch too: none that was given before a restore is taken after it.
//!
//! It lies beside the database, in a file of its own, so that a copy of the database alone does not
//! let anybody try out ten-digit codes.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;

use super::ServiceError;
use crate::domain::digest::Digest;
use crate::random::{NoRandom, Random};

/// The key file in a data directory.
pub(super) const FILE: &str = "minsheng.key";

/// What restoring changes: whoever comes with something of another epoch comes from before a restore.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Epoch(pub(super) [u8; 16]);

impl Epoch {
    /// Another epoch, for a restore.
    pub(super) fn draw(random: &Random) -> Result<Self, NoRandom> {
        random.bytes().map(Self)
    }
}

/// Keyed hashes under the installation's secret.
#[derive(Clone)]
pub struct Keys {
    secret: [u8; 32],
    epoch: Epoch,
}

impl Keys {
    /// Reads the secret of a data directory, or draws one for a new directory.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the file cannot be read, made or is cut short.
    pub(crate) fn load(directory: &Path, random: &Random) -> Result<Self, ServiceError> {
        let broken = |error: std::io::Error| ServiceError::Broken(Box::new(error));
        let path = directory.join(FILE);
        let drawn = Self {
            secret: random.bytes::<32>()?,
            epoch: Epoch([0; 16]),
        };
        match drawn.write(&path) {
            Ok(()) => Ok(drawn),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Self::read(&path).map_err(broken)
            }
            Err(error) => Err(broken(error)),
        }
    }

    /// Reads a key file.
    pub(super) fn read(path: &Path) -> std::io::Result<Self> {
        let mut secret = [0; 32];
        OpenOptions::new()
            .read(true)
            .open(path)?
            .read_exact(&mut secret)?;
        Ok(Self {
            secret,
            epoch: Epoch([0; 16]),
        })
    }

    /// Writes a key file that only its owner reads; one that is there is left alone.
    pub(super) fn write(&self, path: &Path) -> std::io::Result<()> {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        file.write_all(&self.secret)?;
        file.sync_all()
    }

    /// The epoch with which an installation begins: the key is random, and so is what follows from it.
    pub(super) fn first_epoch(&self) -> Epoch {
        let Digest(bytes) = self.hash("first-epoch", &[]);
        let (first, _) = bytes.split_at(16);
        Epoch(first.try_into().unwrap_or_default())
    }

    /// The same keys in an epoch.
    pub(super) fn in_epoch(self, epoch: Epoch) -> Self {
        Self { epoch, ..self }
    }

    /// The epoch of the tokens.
    pub(super) fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// A name of the key that tells nothing of it: for the manifest of a backup.
    pub(super) fn name(&self) -> Digest {
        self.hash("key-name", &[])
    }

    /// A keyed hash over named parts that lasts, for what is printed or stored; each part is preceded by its length, so that no two lists of
    /// parts hash alike.
    #[must_use]
    pub fn hash(&self, purpose: &str, parts: &[&[u8]]) -> Digest {
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
    pub fn token(&self, purpose: &str, parts: &[&[u8]]) -> Digest {
        let mut all: Vec<&[u8]> = vec![&self.epoch.0];
        all.extend(parts);
        self.hash(purpose, &all)
    }

    /// Whether what comes from outside is the token of these parts, in constant time.
    #[must_use]
    pub fn agrees(&self, token: &str, purpose: &str, parts: &[&[u8]]) -> bool {
        let Some(token) = Digest::from_hex(token) else {
            return false;
        };
        token.0.ct_eq(&self.token(purpose, parts).0).into()
    }
}

/// SHA-256 of a text that is frozen or certified.
#[must_use]
pub fn digest(text: &[u8]) -> Digest {
    Digest(Sha256::digest(text).into())
}
