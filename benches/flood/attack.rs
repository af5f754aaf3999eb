//! The flood: idle connections, live lines that are served, wrong codes, sign-ins and readers of the public's
//! pages, each of a bounded number, on a thread of its own, until it is told to stop.

use std::cell::Cell;
use std::fmt;
use std::net::Ipv4Addr;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::task::LocalSet;

use super::line::{Line, status};

/// Addresses: the voters' own, and fifty others.
const ADDRESSES: usize = 51;
const SILENT: usize = 5_000;
const STREAMS: usize = 2_000;
/// A second.
const CODES: usize = 500;
const SIGN_INS: usize = 100;
const PAGES: usize = 100;
/// Nothing of this goes on for longer.
const LONGEST: Duration = Duration::from_secs(240);

/// What the flood did.
#[derive(Default)]
pub(crate) struct Flood {
    silent: Cell<usize>,
    opened: Cell<usize>,
    streams: Cell<usize>,
    following: Cell<usize>,
    heard: Cell<usize>,
    pages: Cell<usize>,
    pages_late: Cell<usize>,
    codes: Cell<usize>,
    codes_slowed: Cell<usize>,
    sign_ins: Cell<usize>,
    sign_ins_slowed: Cell<usize>,
    seconds: Cell<f64>,
}

/// What is told of it.
pub(crate) struct Told(String);

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Flood {
    fn told(&self) -> Told {
        let each = |count: usize| f64::from(u32::try_from(count).unwrap()) / self.seconds.get();
        Told(format!(
            "  {} silent connections held, {} opened in all\n  {} live lines followed at the end, {} begun in \
             all, {:.0} messages a second heard\n  {:.0} wrong codes a second answered, {} of them refused\n  \
             {:.0} sign-ins a second answered, {} of them told to wait\n  {:.0} pages of the public a second \
             answered, {} of them not\n",
            self.silent.get(),
            self.opened.get(),
            self.following.get(),
            self.streams.get(),
            each(self.heard.get()),
            each(self.codes.get()),
            self.codes_slowed.get(),
            each(self.sign_ins.get()),
            self.sign_ins_slowed.get(),
            each(self.pages.get()),
            self.pages_late.get(),
        ))
    }
}

fn one_more(cell: &Cell<usize>) {
    cell.set(cell.get() + 1);
}

fn address(number: usize) -> Ipv4Addr {
    let last = u8::try_from(number % ADDRESSES + 1).unwrap();
    Ipv4Addr::new(127, 0, 0, last)
}

/// A live line to follow: the address of its stream, and what is scanned before.
#[derive(Clone)]
pub(crate) enum Live {
    /// A screen that was paired.
    Screen(String),
    /// A slip, by the address in its QR.
    Slip(String),
}

/// Begins a share of it, in hundredths; of the live lines so many as there are.
pub(crate) fn start(host: &str, share: usize, lives: Vec<Live>) -> (JoinHandle<Told>, Sender<()>) {
    let (stop, stopped) = channel();
    let host = host.to_owned();
    let flood = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        LocalSet::new().block_on(&runtime, run(&host, share, lives, &stopped))
    });
    (flood, stop)
}

async fn run(host: &str, share: usize, lives: Vec<Live>, stopped: &Receiver<()>) -> Told {
    let flood = Rc::new(Flood::default());
    let host: Rc<str> = Rc::from(host);
    let of = |all: usize| (all * share / 100).max(1);
    for number in 0..of(SILENT) {
        tokio::task::spawn_local(silent(number, Rc::clone(&host), Rc::clone(&flood)));
    }
    for (number, live) in lives.into_iter().take(of(STREAMS)).enumerate() {
        tokio::task::spawn_local(follower(number, live, Rc::clone(&host), Rc::clone(&flood)));
    }
    // Two a second each.
    for number in 0..of(PAGES) / 2 {
        tokio::task::spawn_local(reader(number, Rc::clone(&host), Rc::clone(&flood)));
    }
    // Five a second each.
    for number in 0..of(CODES) / 5 {
        tokio::task::spawn_local(guesser(number, Rc::clone(&host), Rc::clone(&flood)));
    }
    // Two a second each.
    for number in 0..of(SIGN_INS) / 2 {
        tokio::task::spawn_local(knocker(number, Rc::clone(&host), Rc::clone(&flood)));
    }
    let begun = Instant::now();
    while stopped.try_recv() == Err(TryRecvError::Empty) && begun.elapsed() < LONGEST {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    flood.seconds.set(begun.elapsed().as_secs_f64());
    flood.told()
}

/// Holds a connection that says one byte and no more; opens another when it is cut.
async fn silent(number: usize, host: Rc<str>, flood: Rc<Flood>) {
    tokio::time::sleep(Duration::from_millis(u64::try_from(number / 2).unwrap())).await;
    loop {
        if let Ok(stream) = Line::connect(address(number), &host).await {
            one_more(&flood.opened);
            one_more(&flood.silent);
            drop(stream.try_write(b"G"));
            let mut byte = [0; 64];
            loop {
                let is_readable = stream.readable().await.is_ok();
                match stream.try_read(&mut byte) {
                    Ok(0) => break,
                    Err(error) if error.kind() != std::io::ErrorKind::WouldBlock => break,
                    _ if !is_readable => break,
                    _ => {}
                }
            }
            flood.silent.set(flood.silent.get() - 1);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Follows a live line that is served, and comes back when it ends.
async fn follower(number: usize, live: Live, host: Rc<str>, flood: Rc<Flood>) {
    tokio::time::sleep(Duration::from_millis(u64::try_from(number * 4).unwrap())).await;
    let mut line = Line::from(address(number), &host);
    let to = match live {
        Live::Screen(code) => format!("/screen/{code}/live"),
        Live::Slip(scan) => {
            while line.ask("GET", &scan, "").await.is_err() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            "/ballot/1/live".to_owned()
        }
    };
    loop {
        if line.send("GET", &to, "").await.is_ok() {
            one_more(&flood.streams);
            one_more(&flood.following);
            // Until its end, which is the last piece of a chunked answer; what came is counted and dropped.
            let mut heard = Vec::new();
            while !heard.ends_with(b"\r\n0\r\n\r\n") {
                heard.clear();
                if line.read(&mut heard).await.is_err() {
                    break;
                }
                one_more(&flood.heard);
            }
            flood.following.set(flood.following.get() - 1);
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// Reads the pages of the public.
async fn reader(number: usize, host: Rc<str>, flood: Rc<Flood>) {
    let pages = ["/", "/regions/qinghe", "/polls/1", "/about"];
    let mut line = Line::from(address(number), &host);
    let mut beat = tokio::time::interval(Duration::from_millis(500));
    for turn in number.. {
        beat.tick().await;
        let page = line.ask("GET", pages[turn % pages.len()], "").await;
        match page.map(|page| status(&page)) {
            Ok(200) => one_more(&flood.pages),
            _ => one_more(&flood.pages_late),
        }
    }
}

async fn guesser(number: usize, host: Rc<str>, flood: Rc<Flood>) {
    let mut line = Line::from(address(number), &host);
    let mut beat = tokio::time::interval(Duration::from_millis(200));
    for guess in 0_u64.. {
        beat.tick().await;
        let code = format!("{:05}{:05}", number % 100_000, guess % 100_000);
        let answer = line.post("/ballot", &[("code".to_owned(), code)]).await;
        let Ok(answer) = answer else { continue };
        one_more(&flood.codes);
        if status(&answer) != 422 {
            one_more(&flood.codes_slowed);
        }
    }
}

async fn knocker(number: usize, host: Rc<str>, flood: Rc<Flood>) {
    let mut line = Line::from(address(number), &host);
    let mut beat = tokio::time::interval(Duration::from_millis(500));
    for guess in 0_u64.. {
        beat.tick().await;
        let name = if guess.is_multiple_of(2) {
            "qinghe-chief".to_owned()
        } else {
            format!("name-{number}-{guess}")
        };
        let fields = [
            ("username".to_owned(), name),
            ("password".to_owned(), format!("wrong-{guess}")),
        ];
        let Ok(answer) = line.post("/sign-in", &fields).await else {
            continue;
        };
        one_more(&flood.sign_ins);
        if status(&answer) != 422 {
            one_more(&flood.sign_ins_slowed);
        }
    }
}
