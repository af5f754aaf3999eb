//! The manifest of a backup: what the file beside it must be, as a canonical text.

use jiff::Timestamp;

use crate::audit::chain::ChainHead;
use crate::audit::one_line;
use crate::digest::Digest;

/// The first line of a manifest.
const HEAD: &str = "minsheng-backup-2";
/// That of one which says nothing of the audit log.
const EARLIER: &str = "minsheng-backup-1";

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
    /// What of the copy is not as it was fixed, a line each; a marked backup is kept and not trusted.
    pub differs: Vec<String>,
}

impl Manifest {
    /// The text of the manifest: a version line, then one fact a line.
    #[must_use]
    pub fn canonical(&self) -> String {
        let head = if self.chain.is_some() { HEAD } else { EARLIER };
        let mut text = format!(
            "{head}\nat {}\nschema {}\nbytes {}\nsha256 {}\nkey {}\n",
            self.at, self.schema, self.bytes, self.digest, self.key
        );
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
        let is_earlier = match lines.next()? {
            HEAD => false,
            EARLIER => true,
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
            differs: Vec::new(),
        };
        if !is_earlier {
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
            differs: vec!["chain-broken kind=changed line=7".to_owned()],
        }
    }

    #[test]
    fn a_manifest_goes_both_ways_and_is_read_strictly() {
        let text = manifest().canonical();
        assert_eq!(Manifest::read(&text), Some(manifest()));
        let earlier = Manifest {
            chain: None,
            differs: Vec::new(),
            ..manifest()
        };
        assert_eq!(Manifest::read(&earlier.canonical()), Some(earlier));
        for wrong in [
            text.replace("minsheng-backup-2", "minsheng-backup-3"),
            text.replace("minsheng-backup-2", "minsheng-backup-1"),
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
