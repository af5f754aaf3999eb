//! The robot of a chat group (企业微信、钉钉), and to which addresses a server may be sent at all.
//!
//! Whoever sets a webhook makes this server send a request: without a list of hosts that would reach
//! every machine that the server can reach. The operator keeps the list, the office chooses from it.

use crate::problem::Problem;
use count::words;

words! {
    /// Whose robot it is. Both take the same text; they differ in how they know who sends.
    pub enum RobotKind {
        /// 企业微信: the key in the address is all.
        WeCom = "wecom",
        /// 钉钉: the address may be signed with a secret.
        DingTalk = "dingtalk",
    }
}

/// Letters of an address or a secret at most.
pub const MOST_LETTERS: usize = 500;

/// The address of a robot. It has the robot's key in it: nothing prints it, and its debugging form
/// names the host alone.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookAddress {
    text: String,
    origin: String,
}

impl std::fmt::Debug for WebhookAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Address({})", self.origin)
    }
}

impl WebhookAddress {
    /// Reads an address as it is typed, strictly: a scheme, a plain host, perhaps a port, a path.
    ///
    /// # Errors
    /// `webhook-form` at `url`.
    pub fn read(typed: &str) -> Result<Self, Problem> {
        let text = typed.trim();
        let origin = if text.len() <= MOST_LETTERS {
            origin(text)
        } else {
            None
        };
        match origin {
            Some(origin) => Ok(Self {
                text: text.to_owned(),
                origin,
            }),
            None => Err(Problem::error("webhook-form").at("url")),
        }
    }

    /// The whole of it, for the request alone.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Scheme, host and port: what pages show of it.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether the operator's list has its host: `host` stands for https on the usual port, anything
    /// else is written out, as `http://127.0.0.1:8090`.
    #[must_use]
    pub fn is_allowed(&self, hosts: &[String]) -> bool {
        hosts.iter().any(|host| {
            let host = host.trim().trim_end_matches('/');
            if host.contains("://") {
                self.origin == host
            } else {
                self.origin.strip_prefix("https://") == Some(host)
            }
        })
    }
}

/// The origin of an address, unless anything about it is unusual.
fn origin(text: &str) -> Option<String> {
    let is_usual = |char: char| {
        char.is_ascii_graphic() && !matches!(char, '\\' | '@' | '#' | '"' | '<' | '>' | '`')
    };
    if !text.chars().all(is_usual) {
        return None;
    }
    let (scheme, rest) = text.split_once("://")?;
    let usual = match scheme {
        "https" => 443,
        "http" => 80,
        _ => return None,
    };
    let end = rest.find(['/', '?'])?;
    let (authority, path) = rest.split_at(end);
    if !path.starts_with('/') {
        return None;
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, port.parse::<u16>().ok().filter(|port| *port > 0)?),
        None => (authority, usual),
    };
    let is_plain = |char: char| {
        char.is_ascii_lowercase() || char.is_ascii_digit() || matches!(char, '.' | '-')
    };
    if host.is_empty()
        || host.starts_with('.')
        || host.ends_with('.')
        || !host.chars().all(is_plain)
    {
        return None;
    }
    Some(if port == usual {
        format!("{scheme}://{host}")
    } else {
        format!("{scheme}://{host}:{port}")
    })
}

/// The robot of a congress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Robot {
    pub kind: RobotKind,
    /// Where it listens.
    pub address: WebhookAddress,
    /// With what its address is signed; empty where it is not.
    pub secret: WebhookSecret,
}

/// The secret of a signed address; its debugging form tells nothing.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct WebhookSecret(pub String);

impl std::fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// Reads a robot as it is typed, against the operator's list of hosts.
///
/// # Errors
/// `webhook-form` and `webhook-host` at `url`, `webhook-secret` at `secret`.
pub fn read(
    kind: RobotKind,
    url: &str,
    secret: &str,
    hosts: &[String],
) -> Result<Robot, Vec<Problem>> {
    let mut problems = Vec::new();
    let secret = secret.trim();
    let is_sound =
        secret.len() <= MOST_LETTERS && secret.chars().all(|char| char.is_ascii_graphic());
    if !is_sound || (kind == RobotKind::WeCom && !secret.is_empty()) {
        problems.push(Problem::error("webhook-secret").at("secret"));
    }
    match WebhookAddress::read(url) {
        Ok(address) if problems.is_empty() && address.is_allowed(hosts) => {
            return Ok(Robot {
                kind,
                address,
                secret: WebhookSecret(secret.to_owned()),
            });
        }
        Ok(address) if !address.is_allowed(hosts) => {
            let problem = Problem::error("webhook-host").at("url");
            let problem = problem.with("host", address.origin());
            problems.push(problem.with("hosts", hosts.join(", ")));
        }
        Ok(_) => {}
        Err(problem) => problems.push(problem),
    }
    Err(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts() -> Vec<String> {
        [
            "qyapi.weixin.qq.com",
            "oapi.dingtalk.com",
            "http://127.0.0.1:8090",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    #[test]
    fn only_hosts_of_the_list_are_reached_however_the_address_is_written() {
        for good in [
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
            " https://oapi.dingtalk.com/robot/send?access_token=t ",
            "https://oapi.dingtalk.com:443/robot/send",
            "http://127.0.0.1:8090/hook",
        ] {
            assert!(
                read(RobotKind::DingTalk, good, "", &hosts()).is_ok(),
                "{good}"
            );
        }
        for bad in [
            "http://qyapi.weixin.qq.com/x",
            "https://qyapi.weixin.qq.com:8443/x",
            "https://qyapi.weixin.qq.com.evil.example/x",
            "https://evil.example/qyapi.weixin.qq.com",
            "https://127.0.0.1:8090/x",
            "http://127.0.0.1/x",
            "http://127.0.0.1:80/x",
            "http://localhost:8090/x",
            "http://169.254.169.254/latest/meta-data",
            "https://10.0.0.1/x",
            "https://2130706433/x",
        ] {
            let problems = read(RobotKind::WeCom, bad, "", &hosts()).unwrap_err();
            assert_eq!(problems[0].code, "webhook-host", "{bad}");
        }
        for odd in [
            "",
            "qyapi.weixin.qq.com/x",
            "https://qyapi.weixin.qq.com",
            "https://qyapi.weixin.qq.com?x",
            "https://qyapi.weixin.qq.com@evil.example/x",
            "https://user:pass@qyapi.weixin.qq.com/x",
            "https://evil.example\\@qyapi.weixin.qq.com/x",
            "https://qyapi.weixin.qq.com./x",
            "https://QYAPI.weixin.qq.com/x",
            "https://[::1]/x",
            "https://qyapi.weixin.qq.com:0/x",
            "https://qyapi.weixin.qq.com:x/x",
            "https://qyapi.weixin.qq.com/x#y",
            "https://qyapi.weixin.qq.com/x y",
            "https://qyapi.weixin.qq.com/\r\nx",
            "file:///etc/passwd",
            "ftp://qyapi.weixin.qq.com/x",
        ] {
            let problems = read(RobotKind::WeCom, odd, "", &hosts()).unwrap_err();
            assert_eq!(problems[0].code, "webhook-form", "{odd}");
        }
    }

    #[test]
    fn nothing_printed_for_debugging_has_the_key_or_the_secret() {
        let url = "https://oapi.dingtalk.com/robot/send?access_token=hidden-key";
        let robot = read(RobotKind::DingTalk, url, "SEChidden", &hosts()).unwrap();
        let printed = format!("{robot:?}");
        assert!(!printed.contains("hidden"), "{printed}");
        assert!(printed.contains("oapi.dingtalk.com"));
    }

    #[test]
    fn a_secret_is_for_the_kind_that_signs() {
        let url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k";
        let problems = read(RobotKind::WeCom, url, "SECx", &hosts()).unwrap_err();
        assert_eq!(problems[0].code, "webhook-secret");
        assert!(read(RobotKind::DingTalk, url, "SEC x", &hosts()).is_err());
    }
}
