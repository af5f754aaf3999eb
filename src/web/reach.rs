//! Over which line a request came: one that others can listen to, or none.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;

use domain::access::line::LineSafety;

/// What a proxy says of whom it asks for.
const FORWARDED: [&str; 4] = ["x-forwarded-for", "x-forwarded-proto", "forwarded", "via"];

/// What settings say of the line, and what counts as the address of who asks.
pub(super) struct LineFacts<'p> {
    /// Whether the own gate speaks TLS.
    pub(super) is_tls: bool,
    /// Whether people come by https.
    pub(super) is_secure: bool,
    pub(super) behind_proxy: bool,
    pub(super) address: &'p str,
}

/// The line of a request.
pub(super) fn line(facts: &LineFacts<'_>, parts: &Parts) -> LineSafety {
    if facts.is_tls || is_through_tls(facts, parts) || is_here(facts, parts) {
        LineSafety::Closed
    } else {
        LineSafety::Open
    }
}

/// Whether a proxy took the request over TLS: people come by https, and the proxy says that this one did.
/// Settings alone say nothing of a line: whoever goes past the proxy comes over plain http.
fn is_through_tls(facts: &LineFacts<'_>, parts: &Parts) -> bool {
    let mut told = parts.headers.get_all("x-forwarded-proto").iter().peekable();
    facts.is_secure
        && told.peek().is_some()
        && told.all(|told| {
            let told = told.to_str().unwrap_or_default();
            told.split(',').all(|one| one.trim() == "https")
        })
}

/// Whether whoever asks sits at the machine itself. A proxy on it that nobody told of is not who asks.
fn is_here(facts: &LineFacts<'_>, parts: &Parts) -> bool {
    if facts.behind_proxy && !facts.is_secure {
        return is_loopback(facts.address);
    }
    let of_others = FORWARDED.iter().any(|name| {
        let mut told = parts.headers.get_all(*name).iter();
        // A proxy that serves its own machine names that; everything else may be anybody.
        !told.all(|told| {
            let told = told.to_str().unwrap_or_default();
            *name == "x-forwarded-for" && told.split(',').all(|one| is_loopback(one.trim()))
        })
    });
    is_peer_here(parts) && !of_others
}

fn is_peer_here(parts: &Parts) -> bool {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    peer.is_some_and(|ConnectInfo(peer)| peer.ip().to_canonical().is_loopback())
}

fn is_loopback(address: &str) -> bool {
    let address = address.parse();
    address.is_ok_and(|address: IpAddr| address.to_canonical().is_loopback())
}
