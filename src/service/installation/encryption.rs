//! Files of backups encrypted to the office's keys, in the format of age: its own program opens them too.
//!
//! Whoever encrypts knows the public half alone, so a server that is stolen opens no backup. The secret
//! half lies with the office, apart from the machine and from the stick.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::str::FromStr;

use age::secrecy::ExposeSecret as _;
use age::x25519::{Identity, Recipient};
use age::{Decryptor, Encryptor};

/// The public half of an office's key, as it is typed: `age1` and what follows.
#[derive(Clone)]
pub struct BackupKey(Recipient);

/// The secret half, read from a file that lies apart.
pub struct BackupSecret(Identity);

/// A text that is not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the public half of a key for backups, which begins with age1")]
pub struct NotAKey;

impl FromStr for BackupKey {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        text.trim().parse().map(Self).map_err(|_| NotAKey)
    }
}

impl std::fmt::Display for BackupKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::fmt::Debug for BackupKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl BackupSecret {
    /// Reads the file that [`BackupSecret::write_new`] or `age-keygen` has made.
    ///
    /// # Errors
    /// An unreadable file, [`std::io::ErrorKind::InvalidData`] for one without a secret half.
    pub fn read(path: &Path) -> std::io::Result<Self> {
        let text = std::fs::read_to_string(path)?;
        let mut lines = text.lines().map(str::trim);
        let line = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
        let read = line.and_then(|line| line.parse().ok()).map(Self);
        read.ok_or_else(|| std::io::ErrorKind::InvalidData.into())
    }

    /// Draws a key, writes its secret half into a new file that only its owner reads, and answers with the
    /// public half.
    ///
    /// # Errors
    /// A file that is there already or cannot be written.
    pub fn write_new(path: &Path) -> std::io::Result<BackupKey> {
        let secret = Identity::generate();
        let key = BackupKey(secret.to_public());
        let mut file = new_private(path)?;
        let text = secret.to_string();
        write!(file, "# public key: {key}\n{}\n", text.expose_secret())?;
        file.sync_all()?;
        Ok(key)
    }
}

/// Makes an empty file that only its owner reads; one that is there is refused.
pub(super) fn new_private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

/// Writes what `from` gives into a new file, encrypted to every key where there is any, and syncs it.
///
/// # Errors
/// A full disk; then a piece of the file may be left.
pub(super) fn lay(from: &mut impl Read, to: &Path, keys: &[BackupKey]) -> std::io::Result<()> {
    let mut file = new_private(to)?;
    if keys.is_empty() {
        std::io::copy(from, &mut file)?;
    } else {
        let all = keys.iter().map(|key| -> &dyn age::Recipient { &key.0 });
        let wrapped = Encryptor::with_recipients(all).map_err(std::io::Error::other)?;
        let mut sealed = wrapped.wrap_output(&mut file)?;
        std::io::copy(from, &mut sealed)?;
        sealed.finish()?;
    }
    file.sync_all()
}

/// Opens a file for reading, decrypted with the secret half where there is one.
///
/// # Errors
/// An unreadable file; [`std::io::ErrorKind::InvalidData`] where it is not encrypted to this key. What was
/// changed in it shows while it is read.
pub(super) fn open(path: &Path, secret: Option<&BackupSecret>) -> std::io::Result<Box<dyn Read>> {
    let file = File::open(path)?;
    let Some(BackupSecret(secret)) = secret else {
        return Ok(Box::new(file));
    };
    let not_ours = |_| std::io::Error::from(std::io::ErrorKind::InvalidData);
    let wrapped = Decryptor::new_buffered(std::io::BufReader::new(file)).map_err(not_ours)?;
    let secret: &dyn age::Identity = secret;
    let secrets = std::iter::once(secret);
    Ok(Box::new(wrapped.decrypt(secrets).map_err(not_ours)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_laid_opens_with_each_of_its_keys_and_with_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let keys =
            ["one", "two", "other"].map(|name| BackupSecret::write_new(&path(name)).unwrap());
        assert!(
            BackupSecret::write_new(&path("one")).is_err(),
            "none is overwritten"
        );
        assert_eq!(
            keys[0]
                .to_string()
                .parse::<BackupKey>()
                .unwrap()
                .to_string(),
            keys[0].to_string()
        );
        assert!("age1x".parse::<BackupKey>().is_err() && "".parse::<BackupKey>().is_err());
        let words = vec![7; 200_000];
        lay(&mut words.as_slice(), &path("laid"), &keys[..2]).unwrap();
        assert!(lay(&mut words.as_slice(), &path("laid"), &keys[..2]).is_err());
        let opened = |secret: &str| {
            let secret = BackupSecret::read(&path(secret)).unwrap();
            let mut read = Vec::new();
            open(&path("laid"), Some(&secret))?.read_to_end(&mut read)?;
            Ok::<_, std::io::Error>(read)
        };
        assert_eq!(opened("one").unwrap(), words);
        assert_eq!(opened("two").unwrap(), words);
        assert!(opened("other").is_err());
        let mut changed = std::fs::read(path("laid")).unwrap();
        assert!(!changed.windows(100).any(|piece| piece == &words[..100]));
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        std::fs::write(path("laid"), &changed).unwrap();
        assert!(opened("one").is_err());
        std::fs::write(path("none"), "# nothing\n").unwrap();
        assert!(BackupSecret::read(&path("none")).is_err());
    }
}
