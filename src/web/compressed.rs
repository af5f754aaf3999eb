//! What is the same for everybody goes over the line compressed: style and scripts, public pages. Never a
//! ballot, and never a page of somebody who is signed in: its length would tell what stands in it.

use std::io::Write as _;

use axum::http::{HeaderMap, header};
use flate2::Compression;
use flate2::write::GzEncoder;

/// The gzip file of some bytes: the same bytes give the same file.
pub(super) fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // A vector takes whatever is written into it.
    drop(encoder.write_all(plain));
    encoder.finish().unwrap_or_default()
}

/// Whether a browser reads gzip. One that refuses it by a quality of nothing does not.
pub(super) fn accepts_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get_all(header::ACCEPT_ENCODING);
    let listed = accepted.iter().filter_map(|one| one.to_str().ok());
    listed.flat_map(|one| one.split(',')).any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let is_gzip = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let is_refused = |weight: &str| {
            let weight = weight.trim_start_matches("q=");
            weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0)
        };
        is_gzip && !parts.any(is_refused)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn gzip_is_sent_to_whoever_asks_for_it_alone() {
        for (asked, is_taken) in [
            ("gzip", true),
            ("br, GZIP;q=0.5", true),
            ("deflate, gzip, br", true),
            ("gzip;q=0", false),
            ("gzip; q=0.0, br", false),
            ("br", false),
            ("", false),
            ("*", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(asked));
            assert_eq!(accepts_gzip(&headers), is_taken, "{asked}");
        }
        assert!(!accepts_gzip(&HeaderMap::new()));
    }
}
