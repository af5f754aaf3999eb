//! Uploaded files that were tried and wait to be saved, in memory only.
//!
//! A file lies under a random name, for the account that brought it and for nobody else. Number,
//! size and time are bounded; a file that was dropped must be uploaded again; nothing else is lost.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::compare::ChangeCounts;
use super::kind::FileKind;
use domain::id::{AccountId, CongressId};

/// Files of one account; the oldest makes room for another.
const MOST_OF_ONE: usize = 3;
/// Bytes of all files.
const MOST_BYTES: usize = 64 << 20;
/// How long a file waits.
const KEPT: SignedDuration = SignedDuration::from_mins(30);

/// The name of a file on the shelf: 32 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(pub(super) String);

impl std::fmt::Display for FileName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for FileName {
    type Err = NoFileName;

    fn from_str(text: &str) -> Result<Self, NoFileName> {
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == 32 && text.bytes().all(is_hex) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoFileName)
        }
    }
}

/// The text is no name of a file on the shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoFileName;

/// For whom and for what a file was brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UploadPurpose {
    pub(super) account: Option<AccountId>,
    pub(super) congress: CongressId,
    pub(super) kind: FileKind,
}

/// A file on the shelf.
#[derive(Debug, Clone)]
pub(super) struct WaitingFile {
    pub(super) name: FileName,
    pub(super) purpose: UploadPurpose,
    /// What its owner calls it.
    pub(super) title: String,
    pub(super) until: Timestamp,
    pub(super) content: FileContent,
}

/// What is left of a file.
#[derive(Debug, Clone)]
pub(super) enum FileContent {
    /// Tried, not saved.
    Tried(Arc<[u8]>),
    /// Saved: the bytes are gone, what was done is still told.
    Saved(ChangeCounts),
}

/// There is no room now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoUploadSpace;

/// The files that wait.
#[derive(Clone, Default)]
pub(crate) struct WaitingFiles(Arc<Mutex<Vec<WaitingFile>>>);

impl WaitingFiles {
    fn files(&self, now: Timestamp) -> MutexGuard<'_, Vec<WaitingFile>> {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock set back must not keep a file for ever.
        let is_fresh = |file: &WaitingFile| {
            let left = file.until.duration_since(now);
            left > SignedDuration::ZERO && left <= KEPT
        };
        files.retain(is_fresh);
        files
    }

    /// Lays a file on the shelf.
    pub(super) fn put(
        &self,
        name: FileName,
        purpose: UploadPurpose,
        title: String,
        bytes: Arc<[u8]>,
        now: Timestamp,
    ) -> Result<(), NoUploadSpace> {
        let mut files = self.files(now);
        let is_own = |file: &WaitingFile| file.purpose.account == purpose.account;
        while files.iter().filter(|file| is_own(file)).count() >= MOST_OF_ONE {
            let Some(oldest) = files.iter().position(is_own) else {
                break;
            };
            files.remove(oldest);
        }
        let held: usize = files.iter().map(|file| file.content.len()).sum();
        if held.saturating_add(bytes.len()) > MOST_BYTES {
            return Err(NoUploadSpace);
        }
        files.push(WaitingFile {
            name,
            purpose,
            title,
            until: now.saturating_add(KEPT).unwrap_or(now),
            content: FileContent::Tried(bytes),
        });
        Ok(())
    }

    /// The file of a name, if it was brought by this account for this purpose and still waits.
    pub(super) fn find(
        &self,
        name: &FileName,
        purpose: UploadPurpose,
        now: Timestamp,
    ) -> Option<WaitingFile> {
        let files = self.files(now);
        let found = files.iter().find(|file| file.name == *name);
        found.filter(|file| file.purpose == purpose).cloned()
    }

    /// Notes that a file was saved, and lets its bytes go.
    pub(super) fn mark_saved(&self, name: &FileName, counts: ChangeCounts, now: Timestamp) {
        let mut files = self.files(now);
        if let Some(file) = files.iter_mut().find(|file| file.name == *name) {
            file.content = FileContent::Saved(counts);
        }
    }
}

impl FileContent {
    fn len(&self) -> usize {
        match self {
            Self::Tried(bytes) => bytes.len(),
            Self::Saved(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn purpose(account: i64) -> UploadPurpose {
        UploadPurpose {
            account: Some(AccountId(account)),
            congress: CongressId(1),
            kind: FileKind::Deputies,
        }
    }

    fn put(shelf: &WaitingFiles, number: u32, account: i64, bytes: usize, now: i64) -> bool {
        let now = Timestamp::from_second(now).unwrap();
        let put = shelf.put(
            name(number),
            purpose(account),
            "a.csv".to_owned(),
            vec![0; bytes].into(),
            now,
        );
        put.is_ok()
    }

    fn name(number: u32) -> FileName {
        format!("{number:032x}").parse().unwrap()
    }

    fn has(shelf: &WaitingFiles, number: u32, account: i64, now: i64) -> bool {
        let now = Timestamp::from_second(now).unwrap();
        shelf.find(&name(number), purpose(account), now).is_some()
    }

    #[test]
    fn a_file_waits_for_its_owner_half_an_hour() {
        let shelf = WaitingFiles::default();
        assert!(put(&shelf, 1, 7, 10, 1_000));
        assert!(has(&shelf, 1, 7, 1_000 + 1_799));
        assert!(!has(&shelf, 1, 8, 1_000), "another account");
        let other = UploadPurpose {
            kind: FileKind::Projects { year: 2026 },
            ..purpose(7)
        };
        let now = Timestamp::from_second(1_000).unwrap();
        assert!(shelf.find(&name(1), other, now).is_none(), "another kind");
        assert!(!has(&shelf, 1, 7, 1_000 + 1_800));
        assert!(!has(&shelf, 1, 7, 1_000), "what expired is gone");
    }

    #[test]
    fn the_oldest_file_of_an_account_makes_room_and_nobody_elses_does() {
        let shelf = WaitingFiles::default();
        assert!(put(&shelf, 9, 1, 10, 0));
        for number in 1..=4 {
            assert!(put(&shelf, number, 7, 10, 0));
        }
        assert!(!has(&shelf, 1, 7, 0) && has(&shelf, 2, 7, 0) && has(&shelf, 4, 7, 0));
        assert!(has(&shelf, 9, 1, 0));
    }

    #[test]
    fn all_files_together_are_bounded_and_a_saved_one_weighs_nothing() {
        let shelf = WaitingFiles::default();
        for number in 0..8 {
            assert!(put(&shelf, number, i64::from(number), 8 << 20, 0));
        }
        assert!(!put(&shelf, 20, 20, 1, 0));
        let now = Timestamp::from_second(0).unwrap();
        shelf.mark_saved(&name(3), ChangeCounts::default(), now);
        assert!(put(&shelf, 20, 20, 8 << 20, 0));
        assert!(!put(&shelf, 21, 21, 1, 0));
    }

    #[test]
    fn a_name_is_32_lower_case_hexadecimal_digits() {
        for wrong in [
            "",
            "0",
            "../../etc/passwd",
            &"A".repeat(32),
            &"0".repeat(33),
        ] {
            assert!(wrong.parse::<FileName>().is_err(), "{wrong}");
        }
    }
}
