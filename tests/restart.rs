//! A server that is killed while deputies cast loses no ballot that it acknowledged, and counts
//! none twice.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::allow_attributes,
    reason = "a test may fail loudly"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use minsheng::clock::Clock;
use minsheng::domain::ballot::{Mark, Paper};
use minsheng::domain::id::RoundId;
use minsheng::domain::poll::round::RoundAct;
use minsheng::random::Random;
use minsheng::service::Service;
use minsheng::service::acts::Acted;
use rusqlite::{Connection, OpenFlags};

use support::{Client, Server, client::encode};

const KILLS: u32 = 20;
const VOTERS: usize = 4;

/// A reviewed ballot, as a phone keeps it and sends it again.
struct Form {
    path: String,
    cookie: String,
    body: String,
    /// As it will lie in the box.
    paper: Vec<u8>,
}

/// What the phones know.
struct Known {
    waiting: VecDeque<usize>,
    /// Sent to a server that died before it answered.
    unanswered: BTreeSet<usize>,
    acknowledged: BTreeSet<usize>,
}

/// Numbers that differ from kill to kill and not from run to run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

/// Scans a slip, marks, reviews; stops before the final act.
fn review(address: &str, scan: &str, dice: &mut Dice) -> Form {
    let mut client = Client::new(&format!("http://{address}"));
    let ballot = client.get(scan);
    let (path, fields) = ballot.form("/review");
    let lines = (1..)
        .take_while(|line| ballot.html().contains(&format!("name=\"m{line}\"")))
        .count();
    let mut approved = 0;
    let marks: Vec<Mark> = (0..lines)
        .map(|_| match dice.below(4) {
            0 if approved < 4 => {
                approved += 1;
                Mark::Approve
            }
            1 => Mark::Oppose,
            2 => Mark::Abstain,
            _ => Mark::Unmarked,
        })
        .collect();
    let mut posted: Vec<(String, String)> = fields
        .into_iter()
        .filter(|(name, _)| name == "round" || name == "token")
        .collect();
    for (line, mark) in (1..).zip(&marks) {
        posted.push((format!("m{line}"), mark.letter().to_string()));
    }
    let posted: Vec<(&str, &str)> = posted
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let reviewed = client.post(&path, &posted);
    let (path, fields) = reviewed.form("/cast");
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    Form {
        path,
        cookie: format!("minsheng_slip={}", client.cookies["minsheng_slip"]),
        body: encode(&fields),
        paper: Paper::Marks(marks).encode(),
    }
}

/// Sends a form; none when the server died over it.
fn send(stream: &mut TcpStream, form: &Form) -> Option<String> {
    let request = format!(
        "POST {} HTTP/1.1\r\nhost: hall\r\norigin: http://hall\r\ncookie: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{}",
        form.path,
        form.cookie,
        form.body.len(),
        form.body
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    let mut part = [0; 4096];
    while !answer.ends_with(b"\r\n\r\n") {
        match stream.read(&mut part) {
            Ok(0) | Err(_) => return None,
            Ok(more) => answer.extend_from_slice(&part[..more]),
        }
        assert!(
            answer.starts_with(b"HTTP/1.1 3"),
            "{}",
            String::from_utf8_lossy(&answer)
        );
    }
    Some(String::from_utf8(answer).unwrap())
}

/// Sends a form and says whether the server told that its ballot is in the box.
fn is_acknowledged(stream: &mut TcpStream, form: &Form) -> bool {
    match send(stream, form) {
        None => false,
        Some(answer) => {
            let done = form.path.replace("/cast", "/done");
            assert!(
                answer.starts_with("HTTP/1.1 303") && answer.contains(&done),
                "{answer}"
            );
            true
        }
    }
}

fn connect(address: &str) -> Option<TcpStream> {
    let stream = TcpStream::connect(address).ok()?;
    stream.set_nodelay(true).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    Some(stream)
}

/// One phone after another casts, and now and then sends an acknowledged form once more, until the
/// server is gone or nobody waits.
fn vote(address: &str, forms: &[Form], known: &Mutex<Known>, answered: &AtomicUsize) {
    let Some(mut stream) = connect(address) else {
        return;
    };
    loop {
        let Some(mine) = known.lock().unwrap().waiting.pop_front() else {
            return;
        };
        let form = &forms[mine];
        if !is_acknowledged(&mut stream, form) {
            let mut known = known.lock().unwrap();
            known.unanswered.insert(mine);
            known.waiting.push_front(mine);
            return;
        }
        {
            let mut known = known.lock().unwrap();
            known.unanswered.remove(&mine);
            known.acknowledged.insert(mine);
        }
        answered.fetch_add(1, Ordering::SeqCst);
        if mine % 4 == 0 && !is_acknowledged(&mut stream, form) {
            return;
        }
    }
}

/// Ballots in the box and spent rights.
fn counts(data: &Path) -> (usize, usize) {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let database = Connection::open_with_flags(data.join("minsheng.db"), flags).unwrap();
    database
        .query_row(
            "select (select count(*) from box_ballot), \
             (select count(*) from cast_right where spent = 1)",
            [],
            |row| Ok((row.get::<_, u32>(0)?, row.get::<_, u32>(1)?)),
        )
        .map(|(boxed, spent)| {
            (
                usize::try_from(boxed).unwrap(),
                usize::try_from(spent).unwrap(),
            )
        })
        .unwrap()
}

/// Papers by their bytes, as the opened box holds them.
fn opened(data: &Path) -> BTreeMap<Vec<u8>, u32> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let database = Connection::open_with_flags(data.join("minsheng.db"), flags).unwrap();
    let mut statement = database
        .prepare("select pattern, papers from opened_paper")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

/// Two people close the vote and open the box.
fn open_box(data: &Path, demo: &serde_json::Value) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let service = Service::open(data, Clock::system(), Random::system())
            .await
            .unwrap();
        let mut people = Vec::new();
        for username in ["qinghe-clerk", "qinghe-chief"] {
            let staff = demo["staff"].as_array().unwrap();
            let one = staff
                .iter()
                .find(|one| one["username"] == username)
                .unwrap();
            let password = one["password"].as_str().unwrap();
            let secret = service.sign_in(username, password).await.unwrap();
            people.push(service.find_actor(&secret).await.unwrap().unwrap());
        }
        let round = RoundId(1);
        for act in [
            RoundAct::CloseVote,
            RoundAct::ConfirmAccount,
            RoundAct::OpenBox,
        ] {
            let asked = service
                .act_on_round(&people[0], round, act, "")
                .await
                .unwrap();
            if asked == Acted::Asked {
                service
                    .act_on_round(&people[1], round, act, "")
                    .await
                    .unwrap();
            }
        }
    });
}

#[test]
fn every_acknowledged_cast_is_counted_once_after_twenty_kills() {
    let dir = tempfile::tempdir().unwrap();
    let (data, codes) = (dir.path().join("data"), dir.path().join("codes.csv"));
    let folder = data.to_str().unwrap();
    let (server, printed) = Server::start(&[
        "demo",
        "--json",
        "--deputies",
        "200",
        "--dir",
        folder,
        "--codes",
        codes.to_str().unwrap(),
    ]);
    let demo: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let mut dice = Dice(3);
    let forms: Vec<Form> = std::fs::read_to_string(&codes)
        .unwrap()
        .lines()
        .skip(1)
        .map(|line| {
            let url = line.rsplit(',').next().unwrap();
            let scan = url
                .strip_prefix(&format!("http://{}", server.address))
                .unwrap();
            review(&server.address, scan, &mut dice)
        })
        .collect();
    let known = Mutex::new(Known {
        waiting: (0..forms.len()).collect(),
        unanswered: BTreeSet::new(),
        acknowledged: BTreeSet::new(),
    });
    let mut server = server;
    let mut died_over = 0;
    for kill in 0..KILLS {
        // So many are answered before this kill that some are left for the last one.
        let left = known.lock().unwrap().waiting.len();
        let most = 2 * left / usize::try_from(KILLS - kill).unwrap();
        let wanted = dice.below(most.min(left.saturating_sub(VOTERS)));
        let pause = Duration::from_micros(u64::try_from(dice.below(6_000)).unwrap());
        let answered = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            let voters: Vec<_> = (0..VOTERS)
                .map(|_| scope.spawn(|| vote(&server.address, &forms, &known, &answered)))
                .collect();
            while answered.load(Ordering::SeqCst) < wanted
                && !voters.iter().all(|voter| voter.is_finished())
            {
                std::thread::yield_now();
            }
            wait(pause);
            server.child.kill().unwrap();
            server.child.wait().unwrap();
        });
        (server, _) = Server::start(&["serve", "--data", folder]);
        let known = known.lock().unwrap();
        let (boxed, spent) = counts(&data);
        let (least, open) = (known.acknowledged.len(), known.unanswered.len());
        assert_eq!(
            boxed, spent,
            "kill {kill}: a right and its ballot come together"
        );
        assert!(
            (least..=least + open).contains(&boxed),
            "kill {kill}: {boxed} in the box, {least} acknowledged, {open} without an answer"
        );
        died_over += open;
        let mut stream = connect(&server.address).unwrap();
        for form in &known.acknowledged {
            assert!(
                is_acknowledged(&mut stream, &forms[*form]),
                "kill {kill}: a repeat"
            );
        }
        assert_eq!(
            counts(&data),
            (boxed, spent),
            "kill {kill}: repeats add nothing"
        );
    }
    assert!(
        died_over > 0,
        "no kill met a cast in flight: the test shows nothing"
    );
    vote(&server.address, &forms, &known, &AtomicUsize::new(0));
    assert_eq!(known.lock().unwrap().acknowledged.len(), forms.len());
    assert_eq!(counts(&data), (forms.len(), forms.len()));
    drop(server);
    open_box(&data, &demo);
    let mut cast = BTreeMap::new();
    for form in forms {
        *cast.entry(form.paper).or_insert(0) += 1;
    }
    assert_eq!(opened(&data), cast);
}

#[expect(
    clippy::disallowed_methods,
    reason = "a kill must fall at any moment, not at a signal"
)]
fn wait(pause: Duration) {
    std::thread::sleep(pause);
}
