//! The product in this process: its router is called as a server would call it, without sockets, and
//! browsers without JavaScript follow its redirects and keep its cookies.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::path::Path;
use std::task::Poll;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response};
use minsheng::clock::Clock;
use minsheng::config::Config;
use minsheng::password::Cost;
use minsheng::random::Random;
use minsheng::service::{Service, ServiceError};
use minsheng::web;
use tokio::runtime::Runtime;
use tower_service::Service as _;

use crate::support::Page;
use crate::support::client::encode;

/// The address that slips carry and forms come from.
const BASE: &str = "http://days.test";

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
        let opened = Service::open_at(Cost::CHEAP, data, clock.clone(), Random::seeded(seed));
        let service = runtime.block_on(opened)?;
        let config = Config {
            data: data.to_owned(),
            listen: "127.0.0.1:80".parse().unwrap(),
            public_url: Some(BASE.to_owned()),
            behind_proxy: false,
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

/// Who a browser's requests come from, and what it keeps.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    pub(crate) cookies: BTreeMap<String, String>,
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
            .header("host", BASE.trim_start_matches("http://"))
            .extension(ConnectInfo(self.address));
        if body.is_some() {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .header("origin", BASE);
        }
        if self.comes_from_elsewhere {
            request = request.header("sec-fetch-site", "cross-site");
        }
        if !self.cookies.is_empty() {
            let jar = self.cookies.iter().map(|(n, v)| format!("{n}={v}"));
            request = request.header("cookie", jar.collect::<Vec<_>>().join("; "));
        }
        request
            .body(body.map_or_else(Body::empty, Body::from))
            .unwrap()
    }

    fn read(&mut self, site: &Site, path: &str, response: Response<Body>) -> Page {
        let (head, body) = response.into_parts();
        for cookie in head.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() || rest.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
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
