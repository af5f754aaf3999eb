//! Whether the time of an answer tells what the answer itself does not: by which form a slip voted, and whether it
//! voted at all. Some thousand answers of each kind, asked in turn in a random order on one connection, are
//! compared by their ranks (Mann and Whitney).
//!
//! `cargo bench --bench alike`; `ALIKE_ANSWERS` says how many of each kind. Goal: no pair can be told apart,
//! that is |z| stays under 3.3, which chance passes once in a thousand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
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

use std::net::TcpStream;
use std::time::Instant;

use machine::random::Random;
use minsheng::demo::DemoStage;
use support::client::encode;
use support::{Client, Hall, Page};
use wire::{ask, connect};

/// One kind of request: its bytes, the beginning of its answer, and how long each took, in microseconds.
struct Kind {
    name: &'static str,
    request: Vec<u8>,
    wanted: &'static str,
    took: Vec<f64>,
}

impl Kind {
    fn of(
        name: &'static str,
        wanted: &'static str,
        client: &Client,
        (method, path): (&str, &str),
        fields: &[(&str, &str)],
    ) -> Self {
        let cookies = client.cookies.header(path);
        let body = encode(fields);
        let host = client.base().trim_start_matches("http://");
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookies}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        Self {
            name,
            request: request.into_bytes(),
            wanted,
            took: Vec::new(),
        }
    }
}

/// A reviewed form, as it is sent.
fn reviewed(client: &mut Client, marks: &[(&str, &str)]) -> Vec<(String, String)> {
    let sheet = client.get("/ballot/1");
    let page: Page = client.submit(&sheet, "/ballot/1/review", marks);
    page.form("/ballot/1/cast").1
}

fn refs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect()
}

fn median(took: &[f64]) -> f64 {
    let mut sorted = took.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// Mann and Whitney's rank sum of the first, as a number of its standard deviations.
fn z(one: &[f64], other: &[f64]) -> f64 {
    let mut all: Vec<(f64, bool)> = one.iter().map(|took| (*took, true)).collect();
    all.extend(other.iter().map(|took| (*took, false)));
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut ranks = 0.0;
    let mut place = 0;
    while place < all.len() {
        let alike = all[place..]
            .iter()
            .take_while(|two| two.0 == all[place].0)
            .count();
        let rank = place as f64 + (alike as f64 + 1.0) / 2.0;
        let of_one = all[place..place + alike].iter().filter(|two| two.1).count();
        ranks += rank * of_one as f64;
        place += alike;
    }
    let (n, m) = (one.len() as f64, other.len() as f64);
    let expected = n * (n + m + 1.0) / 2.0;
    (ranks - expected) / (n * m * (n + m + 1.0) / 12.0).sqrt()
}

/// A mark of a form, changed after it was reviewed.
fn changed(form: &[(String, String)], letter: &str) -> Vec<(String, String)> {
    let mut form = form.to_vec();
    let first = form.iter_mut().find(|(name, _)| name == "m1").unwrap();
    letter.clone_into(&mut first.1);
    form
}

/// Casts with a slip, and answers everything that may be asked of it and of one that was not used.
fn kinds(hall: &Hall, line: &mut TcpStream) -> Vec<Kind> {
    let (mut used, unused) = (hall.scanned(0), hall.scanned(1));
    let cast = reviewed(&mut used, &[("m1", "a"), ("m2", "o")]);
    let again = reviewed(&mut used, &[("m1", "a"), ("m2", "o")]);
    let other = reviewed(&mut used, &[("m1", "o"), ("m3", "a")]);
    let not_used = reviewed(&mut hall.scanned(1), &[("m1", "a"), ("m2", "o")]);
    // A second phone with the same slip, which heard of nothing.
    let stranger = hall.scanned(0);
    let post = ("POST", "/ballot/1/cast");
    let first = Kind::of("", "", &used, post, &refs(&cast));
    assert!(ask(line, &first.request).contains("303"), "the slip votes");
    let of_used = |name, wanted, form: &[(String, String)]| {
        Kind::of(name, wanted, &stranger, post, &refs(form))
    };
    let of_unused = |name, wanted, form: &[(String, String)]| {
        Kind::of(name, wanted, &unused, post, &refs(form))
    };
    let sheet = |name, client: &Client| Kind::of(name, "200", client, ("GET", "/ballot/1"), &[]);
    let typed = |name, slip: usize| {
        let code = &hall.made.slips[slip].typed;
        Kind::of(
            name,
            "303",
            &hall.client(),
            ("POST", "/ballot"),
            &[("code", code)],
        )
    };
    vec![
        of_used("used slip: the form that was cast", "303", &cast),
        of_used("used slip: another form, same marks", "303", &again),
        of_used("used slip: another form, other marks", "303", &other),
        of_used(
            "used slip: a mark changed after review",
            "403",
            &changed(&cast, "o"),
        ),
        of_unused(
            "unused slip: a mark changed after review",
            "403",
            &changed(&not_used, "o"),
        ),
        of_used(
            "used slip: a mark that is none",
            "422",
            &changed(&cast, "?"),
        ),
        of_unused(
            "unused slip: a mark that is none",
            "422",
            &changed(&not_used, "?"),
        ),
        sheet("used slip: its ballot on a second phone", &stranger),
        sheet("unused slip: its ballot", &unused),
        typed("used slip: its digits", 0),
        typed("unused slip: its digits", 1),
    ]
}

/// Asks for all in turn, each time in another order.
fn measure(kinds: &mut [Kind], line: &mut TcpStream, answers: u32) {
    const WARM_UP: u32 = 50;
    let random = Random::seeded(5);
    for round in 0..answers + WARM_UP {
        let mut order: Vec<usize> = (0..kinds.len()).collect();
        for place in (1..order.len()).rev() {
            let with = random.below(u64::try_from(place).unwrap() + 1).unwrap();
            order.swap(place, usize::try_from(with).unwrap());
        }
        for number in order {
            let kind = &mut kinds[number];
            let asked = Instant::now();
            let head = ask(line, &kind.request);
            let took = asked.elapsed().as_secs_f64() * 1e6;
            let status = head.split(' ').nth(1).unwrap_or_default();
            assert_eq!(status, kind.wanted, "{}: {head}", kind.name);
            if round >= WARM_UP {
                kind.took.push(took);
            }
        }
    }
}

fn main() {
    let answers =
        std::env::var("ALIKE_ANSWERS").map_or(size::of(3_000, 60), |text| text.parse().unwrap());
    let hall = Hall::at(DemoStage::Open);
    let mut line = connect(&hall.address);
    let mut kinds = kinds(&hall, &mut line);
    measure(&mut kinds, &mut line, answers);
    println!("{answers} answers of each kind, in a random order on one connection");
    for kind in &kinds {
        println!("{:<42} median {:>8.1} us", kind.name, median(&kind.took));
    }
    for (one, other) in [(0, 1), (0, 2), (1, 2), (3, 4), (5, 6), (7, 8), (9, 10)] {
        let (one, other) = (&kinds[one], &kinds[other]);
        let z = z(&one.took, &other.took);
        let told = if z.abs() < 3.3 { "alike" } else { "TOLD APART" };
        println!("{} / {}: z = {z:.2}, {told}", one.name, other.name);
    }
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average {}", load.trim());
}
