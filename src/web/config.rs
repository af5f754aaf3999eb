//! The settings of a running server: one small typed struct, as the command line and its file say.

use std::net::SocketAddr;
use std::path::PathBuf;

use service::installation::backup_place::BackupPlace;

/// The settings in force.
#[derive(Debug, Clone)]
pub struct Config {
    /// The data directory.
    pub data: PathBuf,
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// The address that people type, without a slash at the end.
    pub public_url: Option<String>,
    /// Whether `X-Forwarded-For` is believed.
    pub behind_proxy: bool,
    /// A folder with the office's own typefaces for printed forms.
    pub fonts: Option<PathBuf>,
    /// Where backups go, if anywhere.
    pub backups: Option<BackupPlace>,
    /// The hosts to which reminders may be sent.
    pub webhook_hosts: Vec<String>,
}

/// The hosts of the robots of 企业微信 and 钉钉: where a congress's office may send reminders unless
/// the configuration says otherwise.
#[must_use]
pub fn usual_webhook_hosts() -> Vec<String> {
    ["qyapi.weixin.qq.com", "oapi.dingtalk.com"]
        .map(str::to_owned)
        .to_vec()
}
