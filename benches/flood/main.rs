//! A vote beside a flood: 300 phones scan, mark, check and cast while somebody holds 5,000 connections that
//! say nothing and follows 2,000 live lines that are served (of screens that are paired, and of slips), sends
//! 500 wrong typed codes and 100 sign-ins a second, and a crowd reads the public's pages, from the voters' own
//! address and from fifty others; before it, a hall of 350 types its codes at once. Run it with `scripts/flood`;
//! `FLOOD_SECONDS` is how long the vote lasts, `FLOOD_SHARE` the share of the flood in hundredths.
//!
//! All sockets are of this machine (127.0.0.1 to 127.0.0.51), and so is the load's own work, which the report
//! tells. It ends with 1 when something of the vote was refused, lost or wrong; times are told and not judged.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    reason = "a bench measures time, prints, and fails loudly"
)]

mod attack;
#[path = "../line/mod.rs"]
mod line;
#[path = "../size/mod.rs"]
mod size;
#[path = "../../tests/product/support/mod.rs"]
mod support;

use std::cell::RefCell;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use attack::Live;
use line::{Line, Lost, head, hidden, location, percentile, status};
use machine::bounds::STREAMS_OF_SCREEN;
use machine::random::Random;
use support::{Client, Server};
use tokio::task::LocalSet;

/// Phones that vote in the flood, and people who type at once before it.
const PHONES: usize = 300;
const TYPISTS: usize = 350;
/// Phones that type their code in the midst of it, from the address of the flood.
const TYPED_IN_IT: usize = 40;
/// Deputies of the county: a slip for each phone, each that types, and each that follows a live line.
const DEPUTIES: &str = "950";
/// Live lines of screens: this many codes are paired.
const SCREENS: usize = 125;

/// What was measured of one kind of request, and what went wrong.
#[derive(Default)]
struct Seen {
    waits: Vec<f64>,
    wrong: Vec<Lost>,
}

type Shared = Rc<RefCell<Seen>>;

/// One slip's two codes.
struct Slip {
    scan: String,
    typed: String,
}

fn main() -> ExitCode {
    raise_files();
    let seconds = number("FLOOD_SECONDS", size::of(40, 8));
    let share = usize::try_from(number("FLOOD_SHARE", size::of(100, 4))).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let (server, demo, slips) = serve(dir.path(), &data);
    assert!(slips.len() >= TYPISTS, "{} slips", slips.len());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let tasks = LocalSet::new();
    let (address, mut all_right) = (server.address.clone(), true);

    let begun = Instant::now();
    let typed = tasks.block_on(&runtime, type_at_once(&address, &slips[..TYPISTS]));
    let took = begun.elapsed();
    all_right &= told("typing at once, no flood", &typed);
    println!(
        "{TYPISTS} typed codes at once: all in after {:.2} s",
        took.as_secs_f64()
    );

    let screens = (SCREENS * share / 100).max(1);
    let lives = live_lines(&address, &demo, &slips[PHONES + TYPED_IN_IT..], screens);
    let chief = Chief::new(&address, &demo);
    let (flood, stop) = attack::start(&address, share, lives);
    // Let it come up to its strength.
    std::thread::sleep(Duration::from_secs(size::of(15, 3)));
    let worked = [work_of("self"), work_of(&server.child.id().to_string())];
    let from = Instant::now();
    let vote = vote(&address, &slips, Duration::from_secs(seconds), chief);
    let measured = tasks.block_on(&runtime, vote);
    let passed = from.elapsed().as_secs_f64();
    let now = [work_of("self"), work_of(&server.child.id().to_string())];
    stop.send(()).unwrap();
    let flood = flood.join().unwrap();

    println!("{PHONES} phones vote in {seconds} s beside:");
    print!("{flood}");
    for (name, seen) in &measured {
        all_right &= told(name, seen);
    }
    println!(
        "of a core: the load itself took {:.2}, the server {:.2}; memory {} MiB at most",
        (now[0] - worked[0]) / passed,
        (now[1] - worked[1]) / passed,
        memory(&server)
    );
    println!("load: {}", load());
    let cast = line::boxed(&data);
    println!("ballots acknowledged {PHONES}, in the box {cast}");
    all_right &= cast == PHONES;
    if all_right {
        println!("nothing was refused, lost or wrong");
        ExitCode::SUCCESS
    } else {
        println!("SOMETHING WAS REFUSED, LOST OR WRONG");
        ExitCode::FAILURE
    }
}

/// Live lines that are served: so many of each screen that a clerk pairs as one may have, and one of each
/// slip that nobody votes with here.
fn live_lines(address: &str, demo: &serde_json::Value, slips: &[Slip], number: usize) -> Vec<Live> {
    let mut clerk = Client::new(&format!("http://{address}"));
    let password = password_of(demo, "qinghe-clerk");
    let fields = [("username", "qinghe-clerk"), ("password", &*password)];
    assert_eq!(clerk.post("/sign-in", &fields).status, 200);
    let screens = "/manage/sittings/1/screens";
    let token = clerk.get(screens).value("token");
    let mut lives: Vec<Live> = slips
        .iter()
        .map(|slip| Live::Slip(slip.scan.clone()))
        .collect();
    for screen in 0..number {
        let code = format!("{:06}", 700_000 + screen);
        let fields = [("token", &*token), ("code", &*code), ("name", &*code)];
        let body = support::client::encode(&fields).into_bytes();
        let paired = clerk.once("POST", screens, Some(body));
        assert_eq!(paired.status, 303, "{}", paired.text());
        let of_it = std::iter::repeat_n(Live::Screen(code), STREAMS_OF_SCREEN);
        lives.extend(of_it);
    }
    lives
}

fn password_of(demo: &serde_json::Value, username: &str) -> String {
    let staff = demo["staff"].as_array().unwrap();
    let one = staff.iter().find(|one| one["username"] == username);
    one.unwrap()["password"].as_str().unwrap().to_owned()
}

/// Seconds of work that a process has done.
fn work_of(process: &str) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let after_name = text.rsplit(") ").next().unwrap_or_default();
    let numbers: Vec<f64> = after_name
        .split(' ')
        .filter_map(|n| n.parse().ok())
        .collect();
    // utime and stime are the fourteenth and fifteenth field, the state is no number: in hundredths.
    numbers
        .get(10..12)
        .map_or(0.0, |two| (two[0] + two[1]) / 100.0)
}

/// One line of the report; whether nothing went wrong.
fn told(name: &str, seen: &Seen) -> bool {
    let (p50, p99) = (percentile(&seen.waits, 500), percentile(&seen.waits, 990));
    let most = percentile(&seen.waits, 1000);
    println!(
        "{name:<28} {:>5} times  p50 {p50:>8.1} ms  p99 {p99:>8.1} ms  longest {most:>8.1} ms  wrong {}",
        seen.waits.len(),
        seen.wrong.len()
    );
    for wrong in seen.wrong.iter().take(3) {
        println!("    {wrong}");
    }
    seen.wrong.is_empty()
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

/// The machine gives both sides a thousand file handles unless it is asked.
fn raise_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    let all = Rlimit {
        current: maximum,
        maximum,
    };
    setrlimit(Resource::Nofile, all).unwrap();
}

/// A demo whose vote is open, served by a process of its own.
fn serve(dir: &std::path::Path, data: &std::path::Path) -> (Server, serde_json::Value, Vec<Slip>) {
    let data = data.to_str().unwrap();
    let codes = dir.join("codes.csv").to_str().unwrap().to_owned();
    let arguments = ["demo", "--json", "--deputies", DEPUTIES, "--codes", &codes];
    let (server, printed) = Server::start(&[&arguments[..], &["--dir", data]].concat());
    drop(server);
    let demo = serde_json::from_str(&printed).unwrap();
    let (server, _) = Server::start(&["serve", "--data", data]);
    let text = std::fs::read_to_string(&codes).unwrap();
    let slips = text.lines().skip(1).map(|line| {
        let mut cells = line.split(',').skip(1);
        let typed = cells.next().unwrap().to_owned();
        let (_, scan) = cells.next().unwrap().rsplit_once("/b/").unwrap();
        let scan = format!("/b/{}", scan.trim());
        Slip { scan, typed }
    });
    (server, demo, slips.collect())
}

fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// Notes how long something took, or why it failed.
fn note<T>(seen: &Shared, since: Instant, found: Result<T, Lost>) -> Option<T> {
    let mut seen = seen.borrow_mut();
    match found {
        Ok(found) => {
            seen.waits.push(millis(since));
            Some(found)
        }
        Err(lost) => {
            seen.wrong.push(lost);
            None
        }
    }
}

/// Everybody types a code and presses once.
async fn type_at_once(address: &str, slips: &[Slip]) -> Seen {
    let seen = Shared::default();
    let typing: Vec<_> = slips
        .iter()
        .map(|slip| {
            let (address, typed, seen) = (address.to_owned(), slip.typed.clone(), seen.clone());
            tokio::task::spawn_local(async move { type_one(&address, &typed, &seen).await })
        })
        .collect();
    for one in typing {
        one.await.unwrap();
    }
    seen.take()
}

async fn type_one(address: &str, typed: &str, seen: &Shared) {
    let began = Instant::now();
    let mut line = Line::new(address);
    let fields = [("code".to_owned(), typed.to_owned())];
    let answer = line.post("/ballot", &fields).await;
    let let_in = answer.and_then(|answer| match (status(&answer), location(&answer)) {
        (303, Some(to)) if to.starts_with("/ballot/") => Ok(()),
        (status, to) => Err(format!("a true code: {status} {to:?}")),
    });
    note(seen, began, let_in);
}

/// The vote in the flood, and those who run it.
async fn vote(
    address: &str,
    slips: &[Slip],
    time: Duration,
    chief: Chief,
) -> Vec<(&'static str, Seen)> {
    let random = Random::seeded(3);
    let steps: [Shared; 4] = Default::default();
    let (typed, office) = (Shared::default(), Shared::default());
    let mut people = Vec::new();
    let most = u64::try_from(time.as_millis()).unwrap();
    for slip in slips.iter().take(PHONES) {
        let starts = Duration::from_millis(random.below(most * 2 / 3).unwrap());
        let thinks = Duration::from_millis(random.below(most / 4).unwrap());
        let (address, scan, steps) = (address.to_owned(), slip.scan.clone(), steps.clone());
        people.push(tokio::task::spawn_local(async move {
            tokio::time::sleep(starts).await;
            one(&address, &scan, thinks, &steps).await;
        }));
    }
    for slip in slips.iter().skip(PHONES).take(TYPED_IN_IT) {
        let starts = Duration::from_millis(random.below(most * 2 / 3).unwrap());
        let (address, code, seen) = (address.to_owned(), slip.typed.clone(), typed.clone());
        people.push(tokio::task::spawn_local(async move {
            tokio::time::sleep(starts).await;
            type_one(&address, &code, &seen).await;
        }));
    }
    let (seen, address) = (office.clone(), address.to_owned());
    people.push(tokio::task::spawn_local(async move {
        chief.works(&address, time, &seen).await;
    }));
    for one in people {
        one.await.unwrap();
    }
    let [opened, reviewed, cast, done] = steps.map(|one| one.take());
    vec![
        ("opening the ballot", opened),
        ("checking the marks", reviewed),
        ("casting", cast),
        ("reading that it is in", done),
        ("typing a true code", typed.take()),
        ("the chief's sign-ins, pages", office.take()),
    ]
}

/// One phone: scans, looks, marks, checks, casts, reads the end page.
async fn one(address: &str, scan: &str, thinks: Duration, steps: &[Shared; 4]) {
    let [opened, reviewed, cast, done] = steps;
    let mut line = Line::new(address);
    let asked = Instant::now();
    let sheet = line.scan(scan).await;
    let Some(sheet) = note(opened, asked, sheet) else {
        return;
    };
    tokio::time::sleep(thinks).await;
    let mut fields = hidden(&sheet, "/ballot/1/review").unwrap();
    for number in 1..=6 {
        let mark = if number < 4 { "a" } else { "o" };
        fields.push((format!("m{number}"), mark.to_owned()));
    }
    let asked = Instant::now();
    let review = line.post("/ballot/1/review", &fields).await;
    let review = review.and_then(|review| hidden(&review, "/ballot/1/cast"));
    let Some(fields) = note(reviewed, asked, review) else {
        return;
    };
    let asked = Instant::now();
    let answer = line.post("/ballot/1/cast", &fields).await;
    let answer = answer.and_then(|answer| match location(&answer) {
        Some(to) if to.ends_with("/done") => Ok(()),
        _ => Err(head(&answer).to_owned()),
    });
    if note(cast, asked, answer).is_none() {
        return;
    }
    let asked = Instant::now();
    let answer = line.ask("GET", "/ballot/1/done", "").await;
    let answer = answer.and_then(|answer| match status(&answer) {
        200 => Ok(()),
        status => Err(format!("done: {status}")),
    });
    note(done, asked, answer);
}

/// The chief scrutineer, whose browser signed in before the flood: signs in again and again, and looks.
struct Chief {
    password: String,
    device: String,
}

impl Chief {
    fn new(address: &str, demo: &serde_json::Value) -> Self {
        let password = password_of(demo, "qinghe-chief");
        let mut client = Client::new(&format!("http://{address}"));
        let fields = [("username", "qinghe-chief"), ("password", &password)];
        assert_eq!(client.post("/sign-in", &fields).status, 200);
        let device = client.cookies["minsheng_device"].to_owned();
        Self { password, device }
    }

    async fn works(self, address: &str, time: Duration, seen: &Shared) {
        let begun = Instant::now();
        while begun.elapsed() < time {
            let mut line = Line::new(address);
            let device = self.device.clone();
            line.cookies.insert("minsheng_device".to_owned(), device);
            let fields = [
                ("username".to_owned(), "qinghe-chief".to_owned()),
                ("password".to_owned(), self.password.clone()),
            ];
            let asked = Instant::now();
            let signed_in = line.post("/sign-in", &fields).await;
            let signed_in = signed_in.and_then(|answer| match status(&answer) {
                303 => Ok(()),
                status => Err(format!("the chief signs in: {status}")),
            });
            if note(seen, asked, signed_in).is_some() {
                let asked = Instant::now();
                let page = line.ask("GET", "/manage/polls/1", "").await;
                let page = page.and_then(|page| match status(&page) {
                    200 => Ok(()),
                    status => Err(format!("the run-sheet: {status}")),
                });
                note(seen, asked, page);
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }
}

/// The server's largest memory, in MiB.
fn memory(server: &Server) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.child.id()));
    let status = status.unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.map_or(0, |kib| kib.parse::<u64>().unwrap() / 1024)
}

/// How busy the machine is, beside its cores.
fn load() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split(' ').take(3).collect();
    format!("{cores} cores, load average {}", load.join(" "))
}
