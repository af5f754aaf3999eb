//! The browser that somebody signed in with: a random name in a cookie of its own, which opens nothing. It
//! tells this browser from those that only know a name, so that a flood of wrong passwords from elsewhere
//! keeps nobody out. It is sent to the office's
//! and the officers' pages alone and never to the ballot's.

use axum::extract::FromRequestParts;
use axum::http::HeaderName;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::response::AppendHeaders;
use axum_extra::extract::cookie::SameSite;

use super::path;
use super::visitor::{Address, App, cookie, cookie_at, kept_for};
use domain::digest::Digest;
use service::ServiceError;
use service::access::sender::Sender;

/// The cookie with the name of a browser.
const BROWSER_COOKIE: &str = "minsheng_device";
/// For how many seconds a browser keeps its name.
const A_YEAR: u32 = 31_536_000;

/// Where it is sent: where a sign-in is, and where one begins.
const PLACES: [&str; 7] = [
    path::MANAGE,
    path::MY,
    path::COUNT_ROOT,
    path::SIGN_OUT,
    path::SIGN_IN,
    path::JOIN,
    path::OFFICER,
];

/// A browser, by its own random name where it has one.
pub(super) struct Browser {
    cookie: Option<String>,
    hash: Option<Digest>,
    address: String,
}

impl FromRequestParts<App> for Browser {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let Address(address) = Address::from_request_parts(parts, app).await?;
        let cookie = cookie(parts, BROWSER_COOKIE);
        let hash = cookie
            .as_deref()
            .and_then(|cookie| app.service.browser(cookie));
        Ok(Self {
            cookie: cookie.filter(|_| hash.is_some()),
            hash,
            address,
        })
    }
}

/// A browser that has a name, with the headers that keep it.
pub(super) struct NamedBrowser {
    /// The keyed hash of its name.
    pub(super) hash: Digest,
    /// Its cookies, one for each part that asks who it is.
    pub(super) cookies: AppendHeaders<[(HeaderName, String); 7]>,
}

impl Browser {
    /// Where a try to sign in comes from: its address, and the browser if it came with a name.
    pub(super) fn sender(&self) -> Sender {
        Sender {
            address: self.address.clone(),
            device: self.hash.map(|hash| hash.to_string()),
        }
    }

    /// The keyed hash of its name, if it has one.
    pub(super) fn hash(&self) -> Option<Digest> {
        self.hash
    }

    /// The browser with the name that it has, or with a new one.
    pub(super) fn named(self, app: &App) -> Result<NamedBrowser, ServiceError> {
        let name = match self.cookie {
            Some(name) => name,
            None => app.service.new_browser()?,
        };
        let hash = app.service.browser(&name).ok_or(ServiceError::Busy)?;
        let cookies = PLACES.map(|place| {
            let cookie = cookie_at(app, BROWSER_COOKIE, name.clone(), place, SameSite::Lax);
            let cookie = kept_for(cookie, A_YEAR);
            (SET_COOKIE, cookie.to_string())
        });
        Ok(NamedBrowser {
            hash,
            cookies: AppendHeaders(cookies),
        })
    }
}
