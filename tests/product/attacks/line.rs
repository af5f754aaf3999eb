//! A line between browsers and server that breaks: a request is cut after its first byte, in the middle
//! and before its answer, then it is sent whole, and once more.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use crate::support::client::encode;
use crate::support::{Client, Page};

/// Numbers that follow from a seed.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

/// Where a request is cut.
#[derive(Clone, Copy)]
enum Cut {
    FirstByte,
    Middle,
    BeforeAnswer,
}

/// The fields of a form that a person fills in.
pub(super) type Set<'s> = &'s [(&'s str, &'s str)];

/// A line that breaks at one of so many requests, or at none.
pub(super) struct Line {
    pub(super) dice: Dice,
    /// At one of so many requests; none for a line that holds.
    breaks: Option<usize>,
    pub(super) requests: usize,
    pub(super) cut: usize,
    /// What a form heard that was sent again and refused, by where it goes.
    pub(super) told: BTreeMap<String, String>,
}

impl Line {
    pub(super) fn new(breaks: Option<usize>, seed: u64) -> Self {
        Self {
            dice: Dice(seed),
            breaks,
            requests: 0,
            cut: 0,
            told: BTreeMap::new(),
        }
    }

    pub(super) fn get(&mut self, who: &mut Client, path: &str) -> Page {
        let page = self.send(who, "GET", path, "", true);
        self.follow(who, page)
    }

    /// Sends a form of a page, with some of its fields filled in.
    pub(super) fn submit(&mut self, who: &mut Client, page: &Page, to: &str, set: Set<'_>) -> Page {
        let (to, body) = filled(page, to, set);
        let page = self.send(who, "POST", &to, &body, true);
        self.follow(who, page)
    }

    /// The same with a form whose answer is shown once: what is lost of it is lost, so it is cut before
    /// it has arrived, and refused when it is sent again.
    pub(super) fn submit_once(
        &mut self,
        who: &mut Client,
        page: &Page,
        to: &str,
        set: Set<'_>,
    ) -> Page {
        let (to, body) = filled(page, to, set);
        self.send(who, "POST", &to, &body, false)
    }

    /// Sends a form whose answer comes and is not read.
    pub(super) fn lose(&mut self, who: &Client, page: &Page, to: &str, set: Set<'_>) {
        let (to, body) = filled(page, to, set);
        let bytes = request(who, "POST", &to, &body);
        let mut line = connect(who);
        line.write_all(&bytes).unwrap();
        wait_for_answer(&line);
        line.shutdown(Shutdown::Both).unwrap();
    }

    fn follow(&mut self, who: &mut Client, mut page: Page) -> Page {
        for _ in 0..6 {
            if !(300..400).contains(&page.status) {
                break;
            }
            let to = page.header("location").unwrap();
            let path = to.strip_prefix(who.base()).unwrap_or(&to).to_owned();
            page = self.send(who, "GET", &path, "", true);
        }
        page
    }

    fn send(
        &mut self,
        who: &mut Client,
        method: &str,
        path: &str,
        body: &str,
        is_repeatable: bool,
    ) -> Page {
        self.requests += 1;
        let whole = || (method == "POST").then(|| body.as_bytes().to_vec());
        let breaks = self.breaks.is_some_and(|share| self.dice.below(share) == 0);
        if breaks {
            self.hang_up(who, method, path, body, Cut::FirstByte);
            self.hang_up(who, method, path, body, Cut::Middle);
            if is_repeatable {
                self.hang_up(who, method, path, body, Cut::BeforeAnswer);
            }
        }
        let page = who.once(method, path, whole());
        self.judge(method, path, &page);
        // Nothing came before it: it is done.
        assert!(
            breaks || page.status < 400,
            "{method} {path}: {} {}",
            page.status,
            page.text()
        );
        if breaks {
            let again = who.once(method, path, whole());
            self.judge(method, path, &again);
            if !is_repeatable {
                assert!(page.status == 200, "{path}: {}", page.text());
                assert!(
                    again.status >= 400,
                    "{path} is shown once: {}",
                    again.status
                );
            }
        }
        page
    }

    /// Sends a part of a request, or all of it, and is gone.
    fn hang_up(&mut self, who: &Client, method: &str, path: &str, body: &str, cut: Cut) {
        let bytes = request(who, method, path, body);
        let length = match cut {
            Cut::FirstByte => 1,
            Cut::Middle if body.is_empty() => bytes.len() / 2,
            Cut::Middle => bytes.len() - body.len() / 2 - 1,
            Cut::BeforeAnswer => bytes.len(),
        };
        let mut line = connect(who);
        line.write_all(&bytes[..length]).unwrap();
        match cut {
            Cut::BeforeAnswer if self.dice.below(2) == 0 => wait_for_answer(&line),
            // Here and there in what the server does.
            Cut::FirstByte | Cut::Middle | Cut::BeforeAnswer => std::thread::sleep(
                Duration::from_micros(u64::try_from(self.dice.below(6_000)).unwrap()),
            ),
        }
        line.shutdown(Shutdown::Both).unwrap();
        self.cut += 1;
    }

    /// An answer is never a failure, and a refusal says why.
    fn judge(&mut self, method: &str, path: &str, page: &Page) {
        assert!(
            page.status < 500,
            "{method} {path}: {} {}",
            page.status,
            page.text()
        );
        if page.status < 400 {
            return;
        }
        let html = page.html();
        let why = html.split("role=\"alert\"").nth(1);
        let why = why.map(|rest| rest.split("</div>").next().unwrap());
        let why = why.unwrap_or_else(|| {
            panic!(
                "{method} {path} {}: no word why: {}",
                page.status,
                page.text()
            )
        });
        let mut told = Page::clone(page);
        told.body = format!("<p{why}").into_bytes();
        let told = format!("{} {}", page.status, told.text());
        let places: Vec<&str> = path
            .split('/')
            .map(|part| if part.len() > 12 { "_" } else { part })
            .collect();
        self.told
            .insert(format!("{method} {}", places.join("/")), told);
    }
}

fn filled(page: &Page, to: &str, set: Set<'_>) -> (String, String) {
    let (to, mut fields) = page.form(to);
    for (name, value) in set {
        fields.retain(|(of, _)| of != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    (to, encode(&fields))
}

fn connect(who: &Client) -> TcpStream {
    TcpStream::connect(who.base().trim_start_matches("http://")).unwrap()
}

fn wait_for_answer(line: &TcpStream) {
    line.set_read_timeout(Some(Duration::from_secs(60)))
        .unwrap();
    let mut first = [0];
    // One byte of it is enough: it is on its way.
    (&mut &*line).read_exact(&mut first).unwrap();
}

fn request(who: &Client, method: &str, path: &str, body: &str) -> Vec<u8> {
    let host = who.base().trim_start_matches("http://");
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncookie: {}\r\n",
        who.cookies.header(path)
    );
    if method == "POST" {
        head.push_str(&format!(
            "origin: {}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n",
            who.base(),
            body.len()
        ));
    }
    format!("{head}\r\n{body}").into_bytes()
}
