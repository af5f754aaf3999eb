//! What every answer carries, and the guard against forms of other sites.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::assets::ServedAsset;
use super::compressed::accepts_gzip;
use super::error::Failure;
use super::visitor::{App, Visitor};

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Refuses acts from other sites and sets the headers of every answer.
///
/// Browsers name where a form comes from in `Sec-Fetch-Site` (https) or `Origin`; a request that
/// carries neither comes from an old browser and is left to the form's token. Ballots and office
/// pages are never stored by a cache, and no answer has a validator that could tell a cast's time.
pub(super) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_act = request.method() != Method::GET && request.method() != Method::HEAD;
    let mut response = if is_act && comes_from_elsewhere(request.headers()) {
        let (mut parts, _) = request.into_parts();
        match Visitor::from_request_parts(&mut parts, &app).await {
            Ok(visitor) => Failure::foreign(visitor).into_response(),
            Err(response) => response,
        }
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    let set = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=()",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
    ];
    for (name, value) in set {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

fn comes_from_elsewhere(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return !matches!(site, "same-origin" | "none");
    }
    match (text(header::ORIGIN), text(header::HOST)) {
        (None, _) => false,
        (Some(origin), Some(host)) => origin
            .split_once("://")
            .is_none_or(|(_, from)| !from.eq_ignore_ascii_case(host)),
        (Some(_), None) => true,
    }
}

/// A page that tells of something under way comes again by itself, with scripts or without.
pub(super) fn again_soon(page: impl IntoResponse, is_under_way: bool) -> Response {
    let mut response = page.into_response();
    if is_under_way {
        let refresh = HeaderName::from_static("refresh");
        let seconds = HeaderValue::from_static("3");
        response.headers_mut().insert(refresh, seconds);
    }
    response
}

/// A file whose name carries its hash: it may be kept for ever. It is compressed at the first asking, for
/// whoever can read that.
pub(super) fn lasting(asked: &HeaderMap, asset: &'static ServedAsset) -> Response {
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    if accepts_gzip(asked) {
        let encoding = [(header::CONTENT_ENCODING, "gzip")];
        (headers, encoding, asset.gzip.as_slice()).into_response()
    } else {
        (headers, asset.bytes).into_response()
    }
}

/// A picture: it never changes under its name, and only the browser that may see it keeps it.
pub(super) fn picture(bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (
            header::CACHE_CONTROL,
            "private, max-age=31536000, immutable",
        ),
    ];
    (headers, bytes).into_response()
}

/// A file to be saved under an ASCII name.
pub(super) fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, bytes).into_response()
}
