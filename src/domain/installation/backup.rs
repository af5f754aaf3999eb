//! The manifest of a backup: what the file beside it must be, as a canonical text.

use jiff::Timestamp;

use crate::audit::chain::ChainHead;
use crate::audit::one_line;
use crate::digest::Digest;

/// The first line of a manifest.
const HEAD: &str = "minsheng-backup-3";
/// That of one whose pictures lie in the database.
const WITHOUT_PICTURES: &str = "minsheng-backup-2";
/// That of one which says nothing of the audit log either.
const WITHOUT_CHAIN: &str = "minsheng-backup-1";

/// How its files lie there: encrypted in the format of age, or as they are.
const AGE: &str = "age";
const PLAIN: &str = "plain";

/// The pictures of a backup: files beside it, which it shares with the other backups of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupPictures {
    /// How many files.
    pub files: u64,
    /// SHA-256 of the list of their names, a line each in order.
    pub list: Digest,
    /// How many of them could not be laid beside it: missing or changed already.
    pub missing: u64,
}

/// What a backup is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// When it was made.
    pub at: Timestamp,
    /// Version of the database's schema.
    pub schema: i64,
    /// Length of the file.
    pub bytes: u64,
    /// SHA-256 of the file.
    pub digest: Digest,
    /// Keyed hash that names the key file without telling it: the key that belongs to the slips.
    pub key: Digest,
    /// The head of the copy's audit log; unknown of earlier backups.
    pub chain: Option<ChainHead>,
    /// Its pictures; none of earlier backups, which hold them in the database.
    pub pictures: Option<BackupPictures>,
    /// Whether database and pictures are encrypted to the office's keys.
    pub is_encrypted: bool,
    /// What of the copy is not as it was fixed, a line each; a marked backup is kept and not trusted.
    pub differs: Vec<String>,
}

impl Manifest {
    /// The text of the manifest: a version line, then one fact a line.
    #[must_use]
    pub fn canonical(&self) -> String {
        let head = match (self.pictures, self.chain) {
            (Some(_), _) => HEAD,
            (None, Some(_)) => WITHOUT_PICTURES,
            (None, None) => WITHOUT_CHAIN,
        };
        let mut text = format!(
            "{head}\nat {}\nschema {}\nbytes {}\nsha256 {}\nkey {}\n",
            self.at, self.schema, self.bytes, self.digest, self.key
        );
        if let Some(pictures) = self.pictures {
            let kind = if self.is_encrypted { AGE } else { PLAIN };
            text.push_str(&format!(
                "pictures {} {} {}\nfiles {kind}\n",
                pictures.files, pictures.list, pictures.missing
            ));
        }
        if let Some(chain) = self.chain {
            text.push_str(&format!("chain {} {}\n", chain.number, chain.hash));
            for line in &self.differs {
                text.push_str(&format!("differs {}\n", one_line(line)));
            }
        }
        text
    }

    /// Reads a manifest; nothing when it is not one that this program wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let (has_pictures, has_chain) = match lines.next()? {
            HEAD => (true, true),
            WITHOUT_PICTURES => (false, true),
            WITHOUT_CHAIN => (false, false),
            _ => return None,
        };
        let mut fact = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let mut found = Self {
            at: fact("at")?.parse().ok()?,
            schema: fact("schema")?.parse().ok()?,
            bytes: fact("bytes")?.parse().ok()?,
            digest: Digest::from_hex(fact("sha256")?)?,
            key: Digest::from_hex(fact("key")?)?,
            chain: None,
            pictures: None,
            is_encrypted: false,
            differs: Vec::new(),
        };
        if has_pictures {
            let mut told = fact("pictures")?.split(' ');
            found.pictures = Some(BackupPictures {
                files: told.next()?.parse().ok()?,
                list: Digest::from_hex(told.next()?)?,
                missing: told.next()?.parse().ok()?,
            });
            found.is_encrypted = fact("files")? == AGE;
        }
        if has_chain {
            let (number, hash) = fact("chain")?.split_once(' ')?;
            found.chain = Some(ChainHead {
                number: number.parse().ok()?,
                hash: Digest::from_hex(hash)?,
            });
            let differs = lines.map(|line| line.strip_prefix("differs ").map(str::to_owned));
            found.differs = differs.collect::<Option<_>>()?;
        }
        (found.canonical() == text).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        Manifest {
            at: "2026-01-15T04:00:00Z".parse().unwrap(),
            schema: 1,
            bytes: 4096,
            digest: Digest([7; 32]),
            key: Digest([9; 32]),
            chain: Some(ChainHead {
                number: 12,
                hash: Digest([8; 32]),
            }),
            pictures: Some(BackupPictures {
                files: 3,
                list: Digest([6; 32]),
                missing: 1,
            }),
            is_encrypted: true,
            differs: vec!["chain-broken kind=changed line=7".to_owned()],
        }
    }

    #[test]
    fn a_manifest_goes_both_ways_and_is_read_strictly() {
        let text = manifest().canonical();
        assert_eq!(Manifest::read(&text), Some(manifest()));
        let plain = Manifest {
            is_encrypted: false,
            ..manifest()
        };
        assert_eq!(Manifest::read(&plain.canonical()), Some(plain.clone()));
        let earlier = Manifest {
            pictures: None,
            ..plain
        };
        assert_eq!(Manifest::read(&earlier.canonical()), Some(earlier.clone()));
        let first = Manifest {
            chain: None,
            differs: Vec::new(),
            ..earlier
        };
        assert_eq!(Manifest::read(&first.canonical()), Some(first));
        for wrong in [
            text.replace("minsheng-backup-3", "minsheng-backup-4"),
            text.replace("minsheng-backup-3", "minsheng-backup-2"),
            text.replace("minsheng-backup-3", "minsheng-backup-1"),
            text.replace("files age", "files zip"),
            text.replace("differs", "agrees"),
            text.replace("bytes", "size"),
            text.replace("4096", "04096"),
            format!("{text}more\n"),
            text.trim_end().to_owned(),
            String::new(),
        ] {
            assert_eq!(Manifest::read(&wrong), None, "{wrong}");
        }
    }
}
