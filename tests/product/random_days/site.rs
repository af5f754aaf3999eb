//! The product in this process: its router is called as a server would call it, without sockets, and
//! browsers without JavaScript follow its redirects and keep its cookies.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::path::Path;
use std::task::Poll;
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response};
use machine::clock::Clock;
use machine::random::Random;
use service::access::password::HashCost;
use service::{Service, ServiceError};
use tokio::runtime::Runtime;
use tower_service::Service as _;
use web::config::Config;

use crate::support::Page;
use crate::support::client::encode;

/// The address that slips carry and forms come from.
const BASE: &str = "https://days.test";

/// So long a request that nobody waits for may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A started program over a data directory.
pub(crate) struct Site {
    app: axum::Router,
    pub(crate) service: Service,
    // Last, so that what it runs is dropped first.
    runtime: Runtime,
}

impl Site {
    /// Starts the program; each start draws other random numbers.
    pub(crate) fn start(data: &Path, clock: &Clock, seed: u64) -> Result<Self, ServiceError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let opened = Service::open_at(HashCost::CHEAP, data, clock.clone(), Random::seeded(seed));
        let service = runtime.block_on(opened)?;
        let config = Config {
            data: data.to_owned(),
            listen: "127.0.0.1:80".parse().unwrap(),
            public_url: Some(BASE.to_owned()),
            // People come by https, through a proxy.
            behind_proxy: true,
            fonts: None,
            backups: None,
            webhook_hosts: Vec::new(),
        };
        let app = runtime.block_on(async { web::app(service.clone(), &config) });
        Ok(Self {
            app,
            service,
            runtime,
        })
    }

    /// Runs a use case to its end.
    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    fn ask(&self, request: Request<Body>) -> Response<Body> {
        let mut app = self.app.clone();
        let Ok(response) = self.runtime.block_on(app.call(request));
        response
    }

    /// Tasks of the program that have not ended.
    pub(crate) fn tasks(&self) -> usize {
        self.runtime.metrics().num_alive_tasks()
    }

    /// Waits until no more tasks are alive than so many: whatever nobody waits for has come to its end.
    pub(crate) fn settle(&self, tasks: usize) {
        let began = Instant::now();
        self.runtime.block_on(async {
            while self.tasks() > tasks && began.elapsed() < PATIENCE {
                tokio::time::sleep(Duration::from_micros(200)).await;
            }
        });
    }

    /// Asks and hangs up as soon as `is_enough` says so, which is asked between any two steps of the
    /// request; answers what came before that.
    fn ask_until(
        &self,
        request: Request<Body>,
        mut is_enough: impl FnMut() -> bool,
    ) -> Option<Response<Body>> {
        let mut app = self.app.clone();
        self.runtime.block_on(async {
            let mut answer = Box::pin(app.call(request));
            loop {
                let step = poll_fn(|cx| Poll::Ready(answer.as_mut().poll(cx))).await;
                if let Poll::Ready(Ok(response)) = step {
                    return Some(response);
                }
                if is_enough() {
                    return None;
                }
                tokio::time::sleep(Duration::from_micros(200)).await;
            }
        })
    }
}

/// A cookie as a browser keeps it. The day's clock stands still, so that none ends by its age.
#[derive(Debug, Clone)]
struct Kept {
    value: String,
    /// It is not sent where another site leads.
    is_strict: bool,
}

/// Who a browser's requests come from, and what it keeps.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// By the path under which each is sent and by its name, as a real one keeps them.
    cookies: BTreeMap<(String, String), Kept>,
    address: SocketAddr,
    /// Another site from which the next page is opened.
    pub(crate) comes_from_elsewhere: bool,
}

impl Browser {
    /// A browser at an address of its own.
    pub(crate) fn new(number: usize) -> Self {
        let [high, low] = (number as u16).to_be_bytes();
        Self {
            cookies: BTreeMap::new(),
            address: SocketAddr::from(([10, 1, high, low], 40_000)),
            comes_from_elsewhere: false,
        }
    }

    /// Whether it keeps a cookie of that name for any address.
    pub(crate) fn keeps(&self, name: &str) -> bool {
        self.cookies.keys().any(|(_, kept)| kept == name)
    }

    /// What it would send under a name to an address.
    pub(crate) fn cookie(&self, name: &str, to: &str) -> Option<String> {
        let mut sent = self.sent_to(to);
        sent.find(|(kept, _)| *kept == name)
            .map(|(_, value)| value.to_owned())
    }

    /// Names and values that a request to an address carries.
    fn sent_to(&self, to: &str) -> impl Iterator<Item = (&str, &str)> {
        let to = to.split('?').next().unwrap().to_owned();
        let is_of = move |place: &str| {
            let rest = to.strip_prefix(place.trim_end_matches('/'));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let kept = self.cookies.iter();
        kept.filter(move |((place, _), kept)| {
            is_of(place) && !(self.comes_from_elsewhere && kept.is_strict)
        })
        .map(|((_, name), kept)| (name.as_str(), kept.value.as_str()))
    }

    /// Opens an address and follows redirects.
    pub(crate) fn get(&mut self, site: &Site, path: &str) -> Page {
        let page = self.once(site, "GET", path, None);
        self.follow(site, page)
    }

    /// Posts fields and follows redirects.
    pub(crate) fn post(&mut self, site: &Site, path: &str, fields: &[(String, String)]) -> Page {
        let page = self.once(site, "POST", path, Some(body_of(fields)));
        self.follow(site, page)
    }

    /// Posts fields and hangs up when `is_enough` says so.
    pub(crate) fn post_until(
        &mut self,
        site: &Site,
        path: &str,
        fields: &[(String, String)],
        is_enough: impl FnMut() -> bool,
    ) -> Option<Page> {
        let request = self.request("POST", path, Some(body_of(fields)));
        let response = site.ask_until(request, is_enough)?;
        Some(self.read(site, path, response))
    }

    fn follow(&mut self, site: &Site, mut page: Page) -> Page {
        for _ in 0..6 {
            if !(300..400).contains(&page.status) {
                break;
            }
            let to = page.header("location").unwrap();
            page = self.once(site, "GET", to.strip_prefix(BASE).unwrap_or(&to), None);
        }
        page
    }

    /// One request, no redirect followed.
    pub(crate) fn once(
        &mut self,
        site: &Site,
        method: &str,
        path: &str,
        body: Option<String>,
    ) -> Page {
        let response = site.ask(self.request(method, path, body));
        self.read(site, path, response)
    }

    fn request(&self, method: &str, path: &str, body: Option<String>) -> Request<Body> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", BASE.trim_start_matches("https://"))
            .header("x-forwarded-proto", "https")
            .extension(ConnectInfo(self.address));
        if body.is_some() {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .header("origin", BASE);
        }
        if self.comes_from_elsewhere {
            request = request.header("sec-fetch-site", "cross-site");
        }
        let sent = self.sent_to(path).map(|(n, v)| format!("{n}={v}"));
        let sent = sent.collect::<Vec<_>>().join("; ");
        if !sent.is_empty() {
            request = request.header("cookie", sent);
        }
        request
            .body(body.map_or_else(Body::empty, Body::from))
            .unwrap()
    }

    /// Keeps a cookie that an address set, or lets it go, as its attributes say.
    fn keep(&mut self, cookie: &str, path: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let (name, value) = parts.next().unwrap().split_once('=').unwrap();
        let above = path.rsplit_once('/').map_or("/", |(above, _)| above);
        let (mut place, mut is_over, mut is_strict) = (above.to_owned(), value.is_empty(), false);
        for part in parts {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            match key.to_ascii_lowercase().as_str() {
                "path" => value.clone_into(&mut place),
                "max-age" => is_over |= value.parse::<i64>().is_ok_and(|age| age <= 0),
                "samesite" => is_strict = value.eq_ignore_ascii_case("strict"),
                _ => {}
            }
        }
        let at = (place, name.to_owned());
        let value = value.to_owned();
        if is_over {
            self.cookies.remove(&at);
        } else {
            self.cookies.insert(at, Kept { value, is_strict });
        }
    }

    fn read(&mut self, site: &Site, path: &str, response: Response<Body>) -> Page {
        let (head, body) = response.into_parts();
        for cookie in head.headers.get_all("set-cookie") {
            self.keep(cookie.to_str().unwrap(), path);
        }
        let text = |value: &axum::http::HeaderValue| {
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        };
        Page {
            status: head.status.as_u16(),
            path: path.to_owned(),
            headers: head
                .headers
                .iter()
                .map(|(name, value)| (name.to_string(), text(value)))
                .collect(),
            body: site
                .run(to_bytes(body, 64 << 20))
                .map_or_else(|_| Vec::new(), |bytes| bytes.to_vec()),
        }
    }
}

fn body_of(fields: &[(String, String)]) -> String {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    encode(&fields)
}
