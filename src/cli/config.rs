//! The file of settings that `serve` and `doctor` read.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use domain::installation::backup_schedule::BackupSchedule;
use service::installation::backup_place::BackupPlace;

/// The file as it may be written; anything it does not know is refused by name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfigFile {
    /// The data directory.
    pub data: Option<PathBuf>,
    /// Address and port to listen on.
    pub listen: Option<SocketAddr>,
    /// The address that people type, for example `https://vote.example.cn`; printed in QR codes.
    pub public_url: Option<String>,
    /// Whether a proxy on this machine stands in front and names the client's address in
    /// `X-Forwarded-For`.
    pub behind_proxy: Option<bool>,
    /// A folder with the office's own typefaces for printed forms.
    pub fonts: Option<PathBuf>,
    /// Where backups go: another disk than the data.
    pub backups: Option<PathBuf>,
    /// Where boxes lie, if not in the data directory: another disk, of which nothing makes copies.
    pub boxes: Option<PathBuf>,
    /// The office's keys, `age1` and what follows, to which backups are encrypted.
    pub backup_keys: Option<Vec<String>>,
    /// The time of day in 北京 of the daily backup, such as `03:00`; `never` for none.
    pub backup_at: Option<String>,
    /// Days for which every backup is kept.
    pub backup_days: Option<u16>,
    /// Months before those of which the last backup is kept.
    pub backup_months: Option<u16>,
    /// The hosts to which reminders may be sent; none at all with an empty list.
    pub webhook_hosts: Option<Vec<String>>,
}

/// Why a configuration file was not accepted.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    /// The file cannot be read.
    #[error("the configuration file {0} cannot be read")]
    Unreadable(PathBuf, #[source] std::io::Error),
    /// The file does not say what it may say.
    #[error("the configuration file {0} is not right: {1}")]
    Wrong(PathBuf, String),
}

/// What the settings of backups must be.
const RIGHT_KEY: &str = "backup_keys: each is the public half of a key, which begins with age1";
const RIGHT_TIME: &str = "backup_at: a time of day such as 03:00, or never";
const RIGHT_PLACE: &str =
    "backup_keys, backup_at, backup_days and backup_months need backups, a folder";

impl ConfigFile {
    /// The place of backups that the file names, if it names one.
    ///
    /// # Errors
    /// What of its settings is not right.
    pub(crate) fn backup_place(&self) -> Result<Option<BackupPlace>, std::io::Error> {
        let wrong = |what: &'static str| std::io::Error::other(what);
        let usual = BackupSchedule::default();
        let at = match self.backup_at.as_deref() {
            None => usual.at,
            Some("never") => None,
            Some(time) => Some(time.parse().map_err(|_| wrong(RIGHT_TIME))?),
        };
        let keys = self.backup_keys.iter().flatten();
        let keys = keys.map(|key| key.parse().map_err(|_| wrong(RIGHT_KEY)));
        let keys = keys.collect::<Result<Vec<_>, _>>()?;
        let is_set = self.backup_keys.is_some()
            || self.backup_at.is_some()
            || self.backup_days.is_some()
            || self.backup_months.is_some();
        match &self.backups {
            None if is_set => Err(wrong(RIGHT_PLACE)),
            None => Ok(None),
            Some(folder) => Ok(Some(BackupPlace {
                folder: folder.clone(),
                keys,
                schedule: Some(BackupSchedule {
                    at,
                    days: self.backup_days.unwrap_or(usual.days),
                    months: self.backup_months.unwrap_or(usual.months),
                }),
            })),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`ConfigError`] with the file's name, and the line where it is not right.
    pub(crate) fn read(path: &Path) -> Result<Self, ConfigError> {
        let unreadable = |error| ConfigError::Unreadable(path.to_owned(), error);
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        toml::from_str(&text)
            .map_err(|error| ConfigError::Wrong(path.to_owned(), error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backups_are_made_each_night_unless_the_file_says_otherwise_and_a_slip_of_the_pen_is_told() {
        let read = |text: &str| toml::from_str::<ConfigFile>(text).unwrap().backup_place();
        assert!(read("").unwrap().is_none());
        let usual = read("backups = \"/b\"").unwrap().unwrap();
        assert_eq!(usual.schedule, Some(BackupSchedule::default()));
        assert!(usual.keys.is_empty());
        let own = "backups = \"/b\"\nbackup_at = \"12:30\"\nbackup_days = 7\nbackup_months = 3";
        let own = read(own).unwrap().unwrap().schedule.unwrap();
        assert_eq!((own.days, own.months), (7, 3));
        assert_eq!(own.at, Some("12:30".parse().unwrap()));
        let never = read("backups = \"/b\"\nbackup_at = \"never\"")
            .unwrap()
            .unwrap();
        assert_eq!(never.schedule.unwrap().at, None);
        for (wrong, what) in [
            ("backups = \"/b\"\nbackup_at = \"25:00\"", RIGHT_TIME),
            ("backups = \"/b\"\nbackup_keys = [\"ssh-rsa\"]", RIGHT_KEY),
            ("backup_days = 7", RIGHT_PLACE),
        ] {
            assert_eq!(read(wrong).unwrap_err().to_string(), what);
        }
    }

    #[test]
    fn an_unknown_setting_is_refused_by_name() {
        let read = |text: &str| toml::from_str::<ConfigFile>(text);
        let file = read("listen = \"0.0.0.0:8080\"\nbehind_proxy = true").unwrap();
        assert_eq!(file.behind_proxy, Some(true));
        assert!(
            read("lisen = \"0.0.0.0:8080\"")
                .unwrap_err()
                .to_string()
                .contains("lisen")
        );
    }
}
