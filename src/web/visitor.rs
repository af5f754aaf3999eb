//! Who sent a request, and in which language: what every handler is given.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderName, Method};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use tokio::sync::{OnceCell, Semaphore};

use super::connections::ConnectionSlot;
use super::error::Failure;
use super::form::Fields;
use super::kept_pages::KeptPages;
use super::path;
pub(super) use super::pieces::{PathPiece, ThreePathPieces, TwoPathPieces};
use super::public_slots::PublicSlots;
use super::reach::{self, LineFacts};
use super::streams::Streams;
use crate::hall::FollowedScreens;
use domain::access::Actor;
use domain::access::line::LineSafety;
use domain::id::PollId;
use domain::problem::Problem;
use paper::Press;
use service::installation::backup_place::BackupPlace;
use service::reminder::webhook::Webhook;
use service::voting::ticket::Ticket;
use service::{Service, ServiceError};
use text::{Language, Words};

/// The cookie of a signed-in browser.
pub(super) const SIGN_IN_COOKIE: &str = "minsheng_office";
/// The cookie of an officer's own device: sent to its pages and nowhere else.
pub(super) const OFFICER_COOKIE: &str = "minsheng_officer";
/// The cookie of a voter's slip. The two never meet: each is read by its own extractor.
pub(super) const SLIP_COOKIE: &str = "minsheng_slip";
/// The same slip for the addresses of slips: there a link must not take the place of the own one.
pub(super) const OWN_SLIP_COOKIE: &str = "minsheng_own_slip";
/// The cookie of a browser that heard of its slip's cast, for one poll's pages and ten minutes.
pub(super) const HEARD_COOKIE: &str = "minsheng_heard";
/// The cookie of a kiosk: the name of the visit that goes on there. A tablet has no slip's cookie.
pub(super) const KIOSK_COOKIE: &str = "minsheng_kiosk";
/// The cookie of the same visit that is sent to the addresses of slips.
pub(super) const KIOSK_SCAN_COOKIE: &str = "minsheng_kiosk_scan";
/// The cookie of the chosen language.
pub(super) const LANGUAGE_COOKIE: &str = "minsheng_lang";
/// The cookie of the chosen text size.
pub(super) const SIZE_COOKIE: &str = "minsheng_size";

/// What handlers share.
#[derive(Clone)]
pub(super) struct App {
    pub(super) service: Service,
    /// The channel to the robots of chat groups, for trial messages.
    pub(super) robots: Webhook,
    pub(super) press: Press,
    pub(super) public_url: Option<Arc<str>>,
    pub(super) behind_proxy: bool,
    /// Where backups go.
    pub(super) backups: Option<Arc<BackupPlace>>,
    /// Where officers' slips lead, if that is another address than the public one.
    pub(super) officers_url: Option<Arc<str>>,
    /// Whether people come by https: over the own gate, or through a proxy.
    pub(super) is_secure: bool,
    /// Whether the own gate speaks it.
    pub(super) is_tls: bool,
    pub(super) place: Arc<OnceCell<PrefectureInfo>>,
    /// Places for uploads that come in at once.
    pub(super) uploads: Arc<Semaphore>,
    /// The places of the public's pages.
    pub(super) crowd: PublicSlots,
    /// The public's pages as they were made.
    pub(super) pages: KeptPages,
    /// The live lines of strangers' pages.
    pub(super) streams: Streams,
    /// The hall's screens that somebody follows.
    pub(super) walls: FollowedScreens,
}

impl App {
    /// The address under which phones find this server: nothing with a QR is printed without one.
    ///
    /// # Errors
    /// `public-url-missing`.
    pub(super) fn printed_address(&self) -> Result<&str, Problem> {
        let missing = || Problem::error("public-url-missing");
        self.public_url.as_deref().ok_or_else(missing)
    }
}

/// The prefecture as every page's frame shows it; it changes only while the server is stopped.
#[derive(Debug, Clone, Default)]
pub(super) struct PrefectureInfo {
    pub(super) name: String,
    pub(super) is_demo: bool,
}

/// Anybody who opens a page.
#[derive(Clone)]
pub(super) struct Visitor {
    pub(super) words: Words,
    /// 0, 1 or 2: standard, large, largest.
    pub(super) size: u8,
    pub(super) place: PrefectureInfo,
    /// The path with its query, to come back to.
    pub(super) here: String,
    /// The name of the signed-in account, where a page asked for one.
    pub(super) name: Option<String>,
    /// How many reminders of that account are unread.
    pub(super) unread: u64,
    /// Whether the browser is a kiosk, and the page a ballot's.
    pub(super) is_kiosk: bool,
    /// Whether a signed-in page is read over a line that others read.
    pub(super) is_open_line: bool,
    /// What was posted, where somebody signed in posted a form: an error's page gives it back.
    pub(super) typed: Option<Fields>,
}

impl Visitor {
    /// The next voter at a kiosk: nothing of the language or size that the last one chose.
    pub(super) fn start_over(&mut self) {
        (self.words, self.size) = (Words::of(Language::default()), 0);
        self.is_kiosk = true;
    }

    /// Passes a value on, or makes its failure a page in the visitor's language.
    pub(super) fn or_page<T>(&self, result: Result<T, ServiceError>) -> Result<T, Failure> {
        result.map_err(|error| self.fail(error))
    }

    /// The one rule for a refused form: where the error names problems, the same page comes back with them
    /// and with what was typed; every other error has a page of its own.
    ///
    /// # Errors
    /// The page of an error without problems.
    pub(super) fn refused(&self, error: ServiceError) -> Result<ServiceError, Failure> {
        if error.problems().is_empty() {
            return Err(self.fail(error));
        }
        Ok(error)
    }

    /// Remembers what was typed, for the page of an error; never what a voter or an officer's device sent.
    pub(super) fn keep_typed(&mut self, fields: &Fields) {
        let is_of_vote = [path::CODE, path::OFFICER]
            .iter()
            .any(|of| self.here.starts_with(of));
        if !is_of_vote {
            self.typed = Some(fields.clone());
        }
    }

    /// To the page for signing in, and from there back.
    pub(super) fn to_sign_in(&self, method: &Method) -> Response {
        let back = if method == Method::GET {
            &self.here
        } else {
            path::MANAGE
        };
        Redirect::to(&path::sign_in(back)).into_response()
    }

    /// A failure as a page in the visitor's language.
    pub(super) fn fail(&self, error: ServiceError) -> Failure {
        Failure::new(self.clone(), error)
    }
}

/// A cookie of the request.
pub(super) fn cookie(parts: &Parts, name: &str) -> Option<String> {
    parts.headers.get_all(COOKIE).iter().find_map(|header| {
        let header = header.to_str().ok()?;
        Cookie::split_parse(header)
            .filter_map(Result::ok)
            .find(|cookie| cookie.name() == name)
            .map(|cookie| cookie.value().to_owned())
    })
}

fn language(parts: &Parts) -> Language {
    let asked = parts.uri.query().and_then(|query| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        pairs
            .find(|(name, _)| name == "lang")
            .and_then(|(_, tag)| Language::from_tag(&tag))
    });
    let accepted = || {
        let header = parts.headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
        Language::from_accept(header)
    };
    asked
        .or_else(|| cookie(parts, LANGUAGE_COOKIE).and_then(|tag| Language::from_tag(&tag)))
        .or_else(accepted)
        .unwrap_or_default()
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let size = cookie(parts, SIZE_COOKIE)
            .and_then(|size| size.parse().ok())
            .unwrap_or(0);
        let here = parts
            .uri
            .path_and_query()
            .map_or("/", |here| here.as_str())
            .to_owned();
        let mut visitor = Self {
            words: Words::of(language(parts)),
            size: u8::min(size, 2),
            place: PrefectureInfo::default(),
            here,
            name: None,
            unread: 0,
            is_kiosk: cookie(parts, KIOSK_COOKIE).is_some(),
            is_open_line: false,
            typed: None,
        };
        let place = app.place.get_or_try_init(|| async {
            let found = app.service.get_prefecture().await?;
            Ok::<_, ServiceError>(PrefectureInfo {
                name: found.name,
                is_demo: found.is_demo,
            })
        });
        match place.await {
            Ok(place) => visitor.place = place.clone(),
            Err(error) => return Err(visitor.fail(error).into_response()),
        }
        Ok(visitor)
    }
}

/// A signed-in member of staff. Whoever is not signed in is led to the sign-in page and back.
#[derive(Clone)]
pub(super) struct Staff {
    pub(super) visitor: Visitor,
    pub(super) actor: Actor,
    /// The cookie's secret: forms carry a token that is keyed to it.
    pub(super) secret: String,
    /// The token for the forms of this sign-in.
    pub(super) token: String,
    /// Whether somebody else chose the password.
    pub(super) must_change: bool,
}

/// What may be done before the password is changed: changing it, and going away.
fn is_of_password(here: &str) -> bool {
    [path::PASSWORD, path::SIGN_OUT].contains(&here)
}

/// Why somebody is not let in.
pub(super) enum NotAdmitted {
    /// They are not signed in, or not any more.
    SignedOut(Box<Visitor>),
    /// Somebody else chose their password.
    MustChange,
    /// With a page of its own.
    Failed(Failure),
}

impl FromRequestParts<App> for Staff {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        // The gate found out already who it is.
        if let Some(staff) = parts.extensions.get::<Self>() {
            return Ok(staff.clone());
        }
        let visitor = Visitor::from_request_parts(parts, app).await?;
        match Self::of(visitor, parts, app).await {
            Ok(staff) => Ok(staff),
            Err(NotAdmitted::SignedOut(visitor)) => Err(visitor.to_sign_in(&parts.method)),
            Err(NotAdmitted::MustChange) => Err(Redirect::to(path::PASSWORD).into_response()),
            Err(NotAdmitted::Failed(failure)) => Err(failure.into_response()),
        }
    }
}

impl Staff {
    /// Who of the staff a visitor is.
    pub(super) async fn of(
        mut visitor: Visitor,
        parts: &mut Parts,
        app: &App,
    ) -> Result<Self, NotAdmitted> {
        let Some(secret) = cookie(parts, SIGN_IN_COOKIE) else {
            return Err(NotAdmitted::SignedOut(Box::new(visitor)));
        };
        match app.service.find_signed_in(&secret).await {
            // Whose password somebody else chose does nothing before choosing one.
            Ok(Some(found)) if found.must_change && !is_of_password(parts.uri.path()) => {
                Err(NotAdmitted::MustChange)
            }
            Ok(Some(found)) => {
                is_known(parts);
                let Ok(RequestLine(line)) = RequestLine::from_request_parts(parts, app).await;
                let actor = Actor {
                    line,
                    ..found.actor
                };
                visitor.name = Some(actor.name.clone());
                visitor.unread = found.unread;
                let token = app.service.form_token(&secret, actor.account);
                visitor.is_open_line = line == LineSafety::Open;
                Ok(Self {
                    visitor,
                    actor,
                    secret,
                    token,
                    must_change: found.must_change,
                })
            }
            Ok(None) => Err(NotAdmitted::SignedOut(Box::new(visitor))),
            Err(error) => Err(NotAdmitted::Failed(visitor.fail(error))),
        }
    }
}

/// Tells the door that somebody who is known asks here.
fn is_known(parts: &Parts) {
    if let Some(seat) = parts.extensions.get::<ConnectionSlot>() {
        seat.is_known();
    }
}

/// A voter with a slip, in a phone's cookie or by a visit to a kiosk. Whoever has none is led to the
/// page for typing a code.
pub(super) struct Voter {
    pub(super) visitor: Visitor,
    pub(super) ticket: Ticket,
}

impl FromRequestParts<App> for Voter {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let (ticket, start) = match cookie(parts, KIOSK_COOKIE) {
            Some(visit) => {
                let Ok(Address(address)) = Address::from_request_parts(parts, app).await;
                (app.service.find_visit(&visit, &address), path::KIOSK)
            }
            None => {
                let slip = cookie(parts, SLIP_COOKIE);
                let heard = cookie(parts, HEARD_COOKIE).unwrap_or_default();
                let ticket = slip.and_then(|slip| app.service.ticket(&slip));
                (ticket.map(|slip| slip.with_heard(&heard)), path::CODE)
            }
        };
        match ticket {
            Some(ticket) => {
                is_known(parts);
                Ok(Self { visitor, ticket })
            }
            None => Err(Redirect::to(start).into_response()),
        }
    }
}

/// The address a request comes from: the peer's, or what a trusted proxy says. Of IPv6 the network of 64
/// bits, for one line has as many addresses as it likes.
pub(super) struct Address(pub(super) String);

impl FromRequestParts<App> for Address {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let forwarded = || {
            let header = parts.headers.get("x-forwarded-for")?.to_str().ok()?;
            let last = header.rsplit(',').next()?.trim();
            Some(match last.parse() {
                Ok(address) => network(address).to_string(),
                Err(_) => last.to_owned(),
            })
        };
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or_else(String::new, |ConnectInfo(peer)| {
            network(peer.ip()).to_string()
        });
        Ok(Self(
            forwarded().filter(|_| app.behind_proxy).unwrap_or(peer),
        ))
    }
}

/// The line of a request.
#[derive(Debug, Clone, Copy)]
pub(super) struct RequestLine(pub(super) LineSafety);

impl FromRequestParts<App> for RequestLine {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let Ok(Address(address)) = Address::from_request_parts(parts, app).await;
        let facts = LineFacts {
            is_tls: app.is_tls,
            is_secure: app.is_secure,
            behind_proxy: app.behind_proxy,
            address: &address,
        };
        Ok(Self(reach::line(&facts, parts)))
    }
}

/// What counts as one address: of IPv6 its network of 64 bits, of IPv4 the address however it is written;
/// the machine itself stays what it is.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) if !address.is_loopback() => {
            let kept = address.to_bits() & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from_bits(kept))
        }
        address @ (IpAddr::V4(_) | IpAddr::V6(_)) => address,
    }
}

/// A cookie for this site only; `Secure` where people come by https.
pub(super) fn set_cookie(app: &App, name: &'static str, value: String) -> Cookie<'static> {
    cookie_at(app, name, value, "/", SameSite::Strict)
}

/// The cookie of a slip: sent to the ballot's pages and nowhere else.
pub(super) fn slip_cookie(app: &App, value: String) -> Cookie<'static> {
    cookie_at(app, SLIP_COOKIE, value, path::CODE, SameSite::Lax)
}

/// The same slip, sent to the addresses of slips and nowhere else.
pub(super) fn own_slip_cookie(app: &App, value: String) -> Cookie<'static> {
    cookie_at(app, OWN_SLIP_COOKIE, value, path::SLIP_ROOT, SameSite::Lax)
}

/// The cookie of a browser that heard of a cast: sent to that poll's ballot alone, and gone after ten
/// minutes, so that whoever holds the phone later sees the ballot as of an unused slip.
pub(super) fn heard_cookie(app: &App, poll: PollId, heard: String) -> Cookie<'static> {
    let place = path::ballot(poll);
    kept_for(
        cookie_at(app, HEARD_COOKIE, heard, place, SameSite::Lax),
        600,
    )
}

/// Sets the cookies of a kiosk: one for the ballot's pages, and one for the addresses of slips, so that a
/// link, which other sites may send, does not take over a tablet where somebody votes.
pub(super) fn with_kiosk_cookies(app: &App, jar: CookieJar, value: &str) -> CookieJar {
    let at = |name, place, same_site| cookie_at(app, name, value.to_owned(), place, same_site);
    jar.add(at(KIOSK_COOKIE, path::CODE, SameSite::Strict))
        .add(at(KIOSK_SCAN_COOKIE, path::SLIP_ROOT, SameSite::Lax))
}

/// Takes a kiosk's cookies away, also where the browser does not send them.
pub(super) fn without_kiosk_cookies(app: &App, jar: CookieJar) -> CookieJar {
    with_kiosk_cookies(app, jar, "")
}

/// The cookies of a sign-in: one for each part of the office, none for the ballot. The voter's slip
/// and the office never meet in one request.
pub(super) fn office_cookies(app: &App, secret: &str) -> [Cookie<'static>; 4] {
    [path::MANAGE, path::MY, path::COUNT_ROOT, path::SIGN_OUT].map(|place| {
        cookie_at(
            app,
            SIGN_IN_COOKIE,
            secret.to_owned(),
            place,
            SameSite::Strict,
        )
    })
}

/// The cookie of an officer's device; an empty secret takes it away.
pub(super) fn officer_cookie(app: &App, secret: &str) -> AppendHeaders<[(HeaderName, String); 1]> {
    let secret = secret.to_owned();
    let cookie = cookie_at(app, OFFICER_COOKIE, secret, path::OFFICER, SameSite::Strict);
    AppendHeaders([(SET_COOKIE, cookie.to_string())])
}

/// What a phone without an account does here: each has a cookie of its own, a random name that is sent
/// to its pages and nowhere else and is gone with the browser's session.
#[derive(Debug, Clone, Copy)]
pub(super) enum Device {
    /// It hands in leads.
    Leads,
    /// It rates projects.
    Ratings,
}

impl Device {
    fn cookie(self) -> (&'static str, &'static str) {
        match self {
            Self::Leads => ("minsheng_leads", path::CALLS_ROOT),
            Self::Ratings => ("minsheng_rater", path::RATINGS_ROOT),
        }
    }

    /// The device's name, where its cookie is one of ours.
    pub(super) fn named(self, app: &App, jar: &CookieJar) -> Option<String> {
        let (name, _) = self.cookie();
        jar.get(name)
            .and_then(|cookie| app.service.device(cookie.value()))
    }

    /// The cookies with the device's among them, drawn anew where it has none of ours.
    pub(super) fn keep(
        self,
        app: &App,
        visitor: &Visitor,
        jar: CookieJar,
    ) -> Result<CookieJar, Failure> {
        if self.named(app, &jar).is_some() {
            return Ok(jar);
        }
        let (name, place) = self.cookie();
        let device = visitor.or_page(app.service.new_device())?;
        Ok(jar.add(cookie_at(app, name, device, place, SameSite::Lax)))
    }
}

/// A cookie for one place of this site; without a value it takes the one of its name and place away.
pub(super) fn cookie_at(
    app: &App,
    name: &'static str,
    value: String,
    place: impl Into<Cow<'static, str>>,
    same_site: SameSite,
) -> Cookie<'static> {
    let is_over = value.is_empty();
    let cookie = Cookie::build((name, value))
        .path(place)
        .http_only(true)
        .same_site(same_site)
        .secure(app.is_secure)
        .build();
    if is_over { kept_for(cookie, 0) } else { cookie }
}

/// A cookie that a browser keeps for so many seconds. The library's own removal writes the time of the
/// answer into it, to the second; an age of nothing says the same in every answer.
pub(super) fn kept_for(mut cookie: Cookie<'static>, seconds: u32) -> Cookie<'static> {
    let aged = Cookie::parse(format!("kept=for; Max-Age={seconds}")).ok();
    cookie.set_max_age(aged.and_then(|aged| aged.max_age()));
    cookie
}
