//! A hall of 300 phones in one minute: each scans its slip, marks, checks and casts, while 300 others follow
//! the live state and two screens hang on the wall; then the result, from certifying to the wall. Run it
//! with `cargo bench --bench hall`; `BENCH_SECONDS` is the minute.
//!
//! The server is the program itself, in a process of its own, so that its memory is its own. Casts are
//! measured from the last byte sent to the answer that says the ballot is in the box; a live update from the
//! moment at which the first follower heard of it to the moment at which this one did.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    reason = "a bench measures time, prints, and fails loudly"
)]

#[path = "line/mod.rs"]
mod line;
#[path = "size/mod.rs"]
mod size;
#[path = "../tests/product/support/mod.rs"]
mod support;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use line::{Line, head, hidden, percentile};
use machine::random::Random;
use support::{Client, Server};
use tokio::task::LocalSet;

/// Phones that vote, and phones that follow.
fn phones() -> usize {
    size::of(300, 12)
}

fn main() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data").to_str().unwrap().to_owned();
    let codes = dir.path().join("codes.csv").to_str().unwrap().to_owned();
    // So many that enough of them are present.
    let deputies = size::of("330", "20");
    let arguments = ["demo", "--json", "--deputies", deputies, "--codes", &codes];
    let (server, printed) = Server::start(&[&arguments[..], &["--dir", &data]].concat());
    drop(server);
    let demo: serde_json::Value = serde_json::from_str(&printed).unwrap();
    // A fresh process: making the demo is no part of the day.
    let (server, _) = Server::start(&["serve", "--data", &data]);
    let scans: Vec<String> = std::fs::read_to_string(&codes)
        .unwrap()
        .lines()
        .skip(1)
        .map(|line| format!("/b/{}", line.rsplit_once("/b/").unwrap().1.trim()))
        .collect();
    assert!(scans.len() > phones(), "{} slips", scans.len());
    let mut hall = Staff::new(&server.address, &demo);
    let quiet = memory(&server, "VmRSS");
    let seconds =
        std::env::var("BENCH_SECONDS").map_or(size::of(60, 4), |text| text.parse().unwrap());
    let minute = Duration::from_secs(seconds);
    let measured = vote(&server.address, &scans, &hall.wall, minute);
    let phones = phones();
    println!(
        "{phones} phones open, mark and cast in {seconds} s; {phones} phones and 2 screens follow"
    );
    assert_eq!(measured.cast.len(), phones, "every ballot is acknowledged");
    assert_eq!(line::boxed(Path::new(&data)), phones, "and in the box once");
    for (name, waits) in [
        ("opening the ballot", &measured.opened),
        ("checking the marks", &measured.reviewed),
        ("casting", &measured.cast),
        ("a live update, after the first", &measured.updates),
    ] {
        let (p50, p99) = (percentile(waits, 500), percentile(waits, 990));
        println!(
            "{name:<32} {:>6} times  p50 {p50:>8.1} ms  p99 {p99:>8.1} ms",
            waits.len()
        );
    }
    let (now, most) = (memory(&server, "VmRSS"), memory(&server, "VmHWM"));
    println!("memory: {quiet} MiB before, {now} MiB after, {most} MiB at most");
    let told = hall.certify();
    println!(
        "from certifying to the result on the wall: {:.0} ms",
        millis(told)
    );
    floor("casting p99, ms", percentile(&measured.cast, 990), 1000.0);
    floor(
        "live update p99, ms",
        percentile(&measured.updates, 990),
        1000.0,
    );
    floor("result on the wall, ms", millis(told), 2000.0);
}

fn floor(name: &str, found: f64, most: f64) {
    let word = if found <= most { "reached" } else { "MISSED" };
    println!("{name:<32} at most {most:.0}: {word}");
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A figure of the server's process, in MiB.
fn memory(server: &Server, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.child.id()));
    let status = status.unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.map_or(0, |kib| kib.parse::<u64>().unwrap() / 1024)
}

/// What the minute gave, in milliseconds.
#[derive(Default)]
struct Measured {
    opened: Vec<f64>,
    reviewed: Vec<f64>,
    cast: Vec<f64>,
    updates: Vec<f64>,
}

type Shared<T> = Rc<RefCell<T>>;

/// Everybody votes once, at a moment of the minute that chance gives.
fn vote(address: &str, scans: &[String], wall: &str, minute: Duration) -> Measured {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let random = Random::seeded(3);
    let measured: Shared<Measured> = Rc::default();
    let heard: Shared<BTreeMap<String, Vec<Instant>>> = Rc::default();
    let tasks = LocalSet::new();
    tasks.block_on(&runtime, async {
        let begun = Instant::now();
        let mut voters = Vec::new();
        let mut followers = Vec::new();
        for scan in scans.iter().take(phones()) {
            let (address, scan) = (address.to_owned(), scan.clone());
            let heard = Rc::clone(&heard);
            followers.push(tokio::task::spawn_local(async move {
                let mut line = Line::new(&address);
                line.scan(&scan).await.unwrap();
                follow(&mut line, "/ballot/1/live", &heard).await;
            }));
        }
        for _ in 0..2 {
            let (address, live) = (address.to_owned(), format!("{wall}/live"));
            let heard = Rc::clone(&heard);
            followers.push(tokio::task::spawn_local(async move {
                follow(&mut Line::new(&address), &live, &heard).await;
            }));
        }
        for scan in scans.iter().take(phones()) {
            let most = u64::try_from(minute.as_millis()).unwrap();
            let starts = Duration::from_millis(random.below(most * 2 / 3).unwrap());
            let thinks = Duration::from_millis(random.below(most / 4).unwrap());
            let (address, scan) = (address.to_owned(), scan.clone());
            let measured = Rc::clone(&measured);
            voters.push(tokio::task::spawn_local(async move {
                tokio::time::sleep(starts).await;
                one(&address, &scan, thinks, &measured).await;
            }));
        }
        for voter in voters {
            voter.await.unwrap();
        }
        let took = begun.elapsed().as_secs_f64();
        floor("seconds until all have cast", took, minute.as_secs_f64());
        tokio::time::sleep(Duration::from_secs(4)).await;
        for follower in followers {
            follower.abort();
        }
    });
    let mut found = measured.take();
    for arrivals in heard.take().into_values() {
        let Some(first) = arrivals.iter().min() else {
            continue;
        };
        // Only what all of them heard: the first words of a line are no update.
        if arrivals.len() >= phones() {
            let waits = arrivals.iter().map(|at| millis(at.duration_since(*first)));
            found.updates.extend(waits);
        }
    }
    found
}

/// One phone: scans, looks, marks, checks, casts.
async fn one(address: &str, scan: &str, thinks: Duration, measured: &Shared<Measured>) {
    let mut line = Line::new(address);
    let asked = Instant::now();
    let sheet = line.scan(scan).await.unwrap();
    measured.borrow_mut().opened.push(millis(asked.elapsed()));
    tokio::time::sleep(thinks).await;
    let mut fields = hidden(&sheet, "/ballot/1/review").unwrap();
    for number in 1..=6 {
        let mark = if number < 4 { "a" } else { "o" };
        fields.push((format!("m{number}"), mark.to_owned()));
    }
    let asked = Instant::now();
    let review = line.post("/ballot/1/review", &fields).await.unwrap();
    measured.borrow_mut().reviewed.push(millis(asked.elapsed()));
    assert!(review.starts_with("HTTP/1.1 200"), "{}", head(&review));
    let fields = hidden(&review, "/ballot/1/cast").unwrap();
    let asked = Instant::now();
    let done = line.post("/ballot/1/cast", &fields).await.unwrap();
    measured.borrow_mut().cast.push(millis(asked.elapsed()));
    assert!(head(&done).contains("/done"), "{}", head(&done));
}

/// Hears a stream until it is dropped, and notes when each event came.
async fn follow(line: &mut Line, to: &str, heard: &Shared<BTreeMap<String, Vec<Instant>>>) {
    line.send("GET", to, "").await.unwrap();
    let mut rest = Vec::new();
    loop {
        line.read(&mut rest).await.unwrap();
        let now = Instant::now();
        let text = String::from_utf8_lossy(&rest).into_owned();
        let Some(end) = text.rfind('\n') else {
            continue;
        };
        for data in text[..end]
            .lines()
            .filter_map(|line| line.strip_prefix("data: "))
        {
            let mut heard = heard.borrow_mut();
            heard.entry(data.to_owned()).or_default().push(now);
        }
        rest = text.as_bytes()[end + 1..].to_vec();
    }
}

/// Clerk and chief scrutineer at their screens, and a screen on the wall.
struct Staff {
    clerk: Client,
    chief: Client,
    wall: String,
}

impl Staff {
    fn new(address: &str, demo: &serde_json::Value) -> Self {
        let staff = demo["staff"].as_array().unwrap();
        let signed_in = |username: &str| {
            let one = staff.iter().find(|one| one["username"] == username);
            let password = one.unwrap()["password"].as_str().unwrap();
            let mut client = Client::new(&format!("http://{address}"));
            let fields = [("username", username), ("password", password)];
            assert_eq!(client.post("/sign-in", &fields).status, 200);
            client
        };
        let (mut clerk, chief) = (signed_in("qinghe-clerk"), signed_in("qinghe-chief"));
        let wall = clerk.get("/screen").path;
        let page = clerk.get("/manage/sittings/1/screens");
        let code = wall.rsplit('/').next().unwrap();
        let fields = [("code", code), ("name", "bench")];
        clerk.submit(&page, "/manage/sittings/1/screens", &fields);
        let sheet = clerk.get("/manage/polls/1");
        clerk.submit(&sheet, "/polls/1/scene", &[]);
        Self { clerk, chief, wall }
    }

    fn one(&mut self, act: &str) {
        let sheet = self.clerk.get("/manage/polls/1");
        let done = self.clerk.submit(&sheet, &format!("/{act}"), &[]);
        assert_eq!(done.status, 200, "{act}: {}", done.text());
    }

    fn two(&mut self, act: &str, fields: &[(&str, &str)]) {
        self.one(act);
        let sheet = self.chief.get("/manage/polls/1");
        let done = self.chief.submit(&sheet, &format!("/{act}"), fields);
        assert_eq!(done.status, 200, "{act}: {}", done.text());
    }

    /// From the closing to the certified result; how long the wall waited for it.
    fn certify(&mut self) -> Duration {
        self.two("close-vote", &[]);
        self.one("confirm-account");
        self.two("open-box", &[]);
        self.one("count");
        self.one("certify");
        let sheet = self.chief.get("/manage/polls/1");
        let wall = Client::new(self.clerk.base());
        let live = format!("{}/live", self.wall);
        std::thread::scope(|scope| {
            let seen = scope.spawn(move || {
                // The first scene is what hangs there, the next one the result.
                let scenes = wall.listen(&live, "scene", 2);
                assert!(scenes[1].contains("票决结果"), "{}", scenes[1]);
                Instant::now()
            });
            std::thread::sleep(Duration::from_millis(500));
            let pressed = Instant::now();
            let done = self.chief.submit(&sheet, "/certify", &[("scene", "yes")]);
            assert_eq!(done.status, 200, "{}", done.text());
            seen.join().unwrap().duration_since(pressed)
        })
    }
}
