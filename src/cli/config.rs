//! The file of settings that `serve` and `doctor` read.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

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

impl ConfigFile {
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
