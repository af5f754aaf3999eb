//! How many pages a second the public is given, and a voter, beside routes that do nothing: one that says "ok", and
//! for each page one that sends as many bytes. All take turns on the same connections.
//!
//! `cargo bench --bench pages`; `PAGES_ASKED` says how often each connection asks in a turn. Goals: the home page 0.3
//! of a bare route, the ballot 0.6 of a bare route with as many bytes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::allow_attributes,
    reason = "a bench measures time, prints, and fails loudly"
)]

#[path = "size/mod.rs"]
mod size;
#[path = "../tests/product/support/mod.rs"]
mod support;
#[path = "wire/mod.rs"]
mod wire;

use std::time::Instant;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use minsheng::demo::DemoStage;
use support::{Client, Hall};
use wire::{ask, connect};

/// Connections that ask at the same time.
const CONNECTIONS: usize = 16;

/// Turns of each route; the middle one is told.
const TURNS: usize = 5;

/// What is asked: where, and what each turn came to, in answers a second.
struct AskedRoute {
    name: String,
    address: String,
    request: Vec<u8>,
    rates: Vec<f64>,
}

impl AskedRoute {
    fn of(name: &str, address: &str, path: &str, headers: &str) -> Self {
        let host = address.trim_start_matches("http://");
        Self {
            name: name.to_owned(),
            address: address.to_owned(),
            request: format!("GET {path} HTTP/1.1\r\nhost: {host}\r\n{headers}\r\n").into_bytes(),
            rates: Vec::new(),
        }
    }

    /// One turn: every connection asks so many times.
    fn turn(&mut self, times: usize) {
        let mut lines: Vec<_> = (0..CONNECTIONS).map(|_| connect(&self.address)).collect();
        let from = Instant::now();
        std::thread::scope(|scope| {
            for line in &mut lines {
                let (request, name) = (&self.request, &self.name);
                scope.spawn(move || {
                    for _ in 0..times {
                        let head = ask(line, request);
                        let is_good = head.contains(" 200 ") || head.contains(" 304 ");
                        assert!(is_good, "{name}: {head}");
                    }
                });
            }
        });
        let asked = (times * CONNECTIONS) as f64;
        self.rates.push(asked / from.elapsed().as_secs_f64());
    }

    fn rate(&self) -> f64 {
        let mut sorted = self.rates.clone();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    }
}

/// A server whose routes do nothing: `/` says "ok", `/N` sends so many bytes.
fn bare(hall: &Hall) -> String {
    let listener = hall
        .run(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let bytes = |Path(length): Path<usize>| async move { "x".repeat(length) };
    let routes = Router::new()
        .route("/", get(|| async { "ok" }))
        .route("/{length}", get(bytes));
    hall.runtime
        .spawn(async move { axum::serve(listener, routes).await.unwrap() });
    address
}

/// The length of a page as it goes over the line.
fn length(client: &mut Client, path: &str) -> usize {
    client.once("GET", path, None).body.len()
}

fn main() {
    let times = std::env::var("PAGES_ASKED").map_or(size::of(400, 5), |text| text.parse().unwrap());
    let year = Hall::at(DemoStage::FollowUp);
    let vote = Hall::at(DemoStage::Open);
    let (of_year, of_vote) = (bare(&year), bare(&vote));
    let mut reader = year.client();
    let home = reader.get("/");
    let results = home.html().matches("href=\"/polls/").count();
    let tag = home.header("etag").unwrap();
    let mut voter = vote.scanned(0);
    let cookies = format!("cookie: {}\r\n", voter.cookies.header("/ballot/1"));
    let (plain, ballot) = (home.body.len(), length(&mut voter, "/ballot/1"));
    let gzip = "accept-encoding: gzip\r\n";
    let known = format!("if-none-match: {tag}\r\n");
    let at =
        |name: &str, path: &str, headers: &str| AskedRoute::of(name, &year.address, path, headers);
    let mut routes = vec![
        AskedRoute::of("a bare route, ok", &of_year, "/", ""),
        AskedRoute::of(
            "a bare route with the home page's bytes",
            &of_year,
            &format!("/{plain}"),
            "",
        ),
        at(
            &format!("the home page, {results} results, {plain} bytes"),
            "/",
            "",
        ),
        at("the home page, compressed", "/", gzip),
        at("the home page, known already", "/", &known),
        at("a county's page, compressed", "/regions/qinghe", gzip),
        at("a result, compressed", "/polls/1", gzip),
        AskedRoute::of(
            "a bare route with the ballot's bytes",
            &of_vote,
            &format!("/{ballot}"),
            "",
        ),
        AskedRoute::of(
            &format!("the ballot, {ballot} bytes"),
            &vote.address,
            "/ballot/1",
            &cookies,
        ),
    ];
    for _ in 0..TURNS {
        for route in &mut routes {
            route.turn(times);
        }
    }
    println!("{CONNECTIONS} connections, {times} times each, the middle of {TURNS} turns");
    let (ok, same) = (routes[0].rate(), routes[7].rate());
    for route in &routes[..7] {
        let rate = route.rate();
        println!(
            "{:<48} {rate:>9.0}/s  {:>5.2} of a bare route",
            route.name,
            rate / ok
        );
    }
    for route in &routes[7..] {
        let rate = route.rate();
        println!(
            "{:<48} {rate:>9.0}/s  {:>5.2} of as many bytes",
            route.name,
            rate / same
        );
    }
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average {}", load.trim());
}
