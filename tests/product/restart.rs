//! A server that is killed while deputies cast loses no ballot that it acknowledged, and counts
//! none twice. One that is killed while the box is opened leaves it closed or open, never between.

use crate::support::AsShown as _;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use domain::ballot::{Mark, Paper};
use domain::id::RoundId;
use domain::round::RoundAct;
use machine::clock::Clock;
use machine::random::Random;
use rusqlite::{Connection, OpenFlags};
use service::Service;
use service::act_of_two::press::ActOutcome;

use crate::support::{Client, Page, Server, boxes, client::encode, until};

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
        cookie: format!("minsheng_slip={}", &client.cookies["minsheng_slip"]),
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
    boxes::open(data)
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
            let asked = service.act_shown(&people[0], round, act, "").await.unwrap();
            if asked == ActOutcome::Asked {
                service.act_shown(&people[1], round, act, "").await.unwrap();
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

/// A demo whose vote has ended, as files: the directory and what it printed.
fn closed_demo(deputies: &str) -> (tempfile::TempDir, serde_json::Value) {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().to_str().unwrap();
    let demo = [
        "demo",
        "--json",
        "--stage",
        "closed",
        "--deputies",
        deputies,
    ];
    let (server, printed) = Server::start(&[&demo[..], &["--dir", data]].concat());
    drop(server);
    let database = Connection::open(dir.path().join("minsheng.db")).unwrap();
    database
        .execute_batch("pragma wal_checkpoint(truncate); vacuum")
        .unwrap();
    drop(database);
    (dir, serde_json::from_str(&printed).unwrap())
}

/// A browser of one of the demo's staff, signed in.
fn signed_in(server: &Server, demo: &serde_json::Value, username: &str) -> Client {
    let mut client = Client::new(&format!("http://{}", server.address));
    let staff = demo["staff"].as_array().unwrap();
    let mut staff = staff.iter();
    let one = staff.find(|one| one["username"] == username).unwrap();
    let password = one["password"].as_str().unwrap();
    let page = client.post(
        "/sign-in",
        &[("username", username), ("password", password)],
    );
    assert_eq!(page.status, 200, "{}", page.text());
    client
}

/// The run-sheet, and an act on it. While a task empties the log, or tries to on a full disk, a request
/// may hear that the house is busy and nothing was saved: it is sent again, as the page says.
fn run_sheet(client: &mut Client) -> Page {
    patient(|| client.get("/manage/polls/1"))
}

fn press(client: &mut Client, act: &str) {
    let told = patient(|| {
        let page = run_sheet(client);
        client.submit(&page, &format!("/manage/rounds/1/{act}"), &[])
    });
    assert_eq!(told.status, 200, "{}", told.text());
}

fn patient(mut ask: impl FnMut() -> Page) -> Page {
    for _ in 0..40 {
        let page = ask();
        if page.status != 503 {
            return page;
        }
        wait(Duration::from_millis(250));
    }
    panic!("busy for ten seconds");
}

/// The box and the round as the files have them.
#[derive(Debug, PartialEq, Eq)]
struct Stored {
    stage: String,
    sealed: i64,
    opened: i64,
    is_dirty: bool,
    has_key: bool,
}

impl Stored {
    fn of(data: &Path) -> Self {
        let database = boxes::open(data);
        let sql = "select stage, (select count(*) from box_ballot where round = 1), \
                   (select coalesce(sum(papers), 0) from opened_paper where round = 1), is_dirty \
                   from round where id = 1";
        database
            .query_row(sql, [], |row| {
                Ok(Self {
                    stage: row.get(0)?,
                    sealed: row.get(1)?,
                    opened: row.get(2)?,
                    is_dirty: row.get(3)?,
                    has_key: data.join("minsheng-box-1.key").exists(),
                })
            })
            .unwrap()
    }

    fn closed(ballots: i64) -> Self {
        Self {
            stage: "accounted".to_owned(),
            sealed: ballots,
            opened: 0,
            is_dirty: false,
            has_key: true,
        }
    }

    fn open(ballots: i64) -> Self {
        Self {
            stage: "opened".to_owned(),
            sealed: 0,
            opened: ballots,
            is_dirty: false,
            has_key: false,
        }
    }
}

/// Whether a row's key is anywhere in the files of a directory.
fn is_anywhere(data: &Path, key: &[u8]) -> bool {
    boxes::every_file(data).iter().any(|file| {
        let bytes = std::fs::read(file).unwrap_or_default();
        bytes
            .windows(key.len())
            .any(|window| window.first() == key.first() && window == key)
    })
}

#[test]
fn a_kill_at_any_moment_of_the_opening_leaves_a_closed_box_or_an_opened_and_scrubbed_one() {
    const TIMES: u32 = 12;
    let (before, demo) = closed_demo("40");
    let ballots = Stored::of(before.path()).sealed;
    assert!(ballots > 30);
    let keys: Vec<Vec<u8>> = {
        let database = boxes::open(before.path());
        let mut statement = database.prepare("select key from box_ballot").unwrap();
        let keys = statement.query_map([], |row| row.get(0)).unwrap();
        keys.map(Result::unwrap).collect()
    };
    let mut dice = Dice(11);
    let (mut stayed_closed, mut opened) = (0, 0);
    let mut whole = Duration::from_millis(300);
    for time in 0..TIMES {
        let dir = tempfile::tempdir().unwrap();
        boxes::copy(before.path(), dir.path());
        let serve = ["serve", "--data", dir.path().to_str().unwrap()];
        let (mut server, _) = Server::start(&serve);
        let mut clerk = signed_in(&server, &demo, "qinghe-clerk");
        let mut chief = signed_in(&server, &demo, "qinghe-chief");
        press(&mut clerk, "confirm-account");
        press(&mut clerk, "open-box");
        let page = chief.get("/manage/polls/1");
        let (to, fields) = page.form("/manage/rounds/1/open-box");
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let request = format!(
            "POST {to} HTTP/1.1\r\nhost: hall\r\norigin: http://hall\r\ncookie: {}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{}",
            chief.cookies.header(&to),
            encode(&fields).len(),
            encode(&fields)
        );
        let mut stream = connect(&server.address).unwrap();
        let begun = Clock::system().now();
        stream.write_all(request.as_bytes()).unwrap();
        if time == 0 {
            // The first is let go on to its end, to know how long an opening takes.
            let mut answer = [0; 16];
            stream.read_exact(&mut answer).unwrap();
            assert!(answer.starts_with(b"HTTP/1.1 303"));
            whole = Clock::system().now().duration_since(begun).unsigned_abs();
        } else {
            let most = usize::try_from(whole.as_micros()).unwrap();
            // The second falls at once.
            let pause = if time == 1 { 0 } else { dice.below(most) };
            wait(Duration::from_micros(u64::try_from(pause).unwrap()));
        }
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        let between = Stored::of(dir.path());
        assert!(
            (between.sealed, between.opened) == (ballots, 0)
                // Its box may lie there still, and is not read any more.
                || between.opened == ballots,
            "never half: {between:?}"
        );
        // What was cut short is finished by a task, beside whoever is served already.
        (server, _) = Server::start(&serve);
        until("what was cut short is finished", || {
            let now = Stored::of(dir.path());
            now.opened == 0 || now == Stored::open(ballots)
        });
        let after = Stored::of(dir.path());
        if after == Stored::open(ballots) {
            opened += 1;
            assert!(!keys.iter().any(|key| is_anywhere(dir.path(), key)));
        } else {
            assert_eq!(after, Stored::closed(ballots), "kill {time}");
            stayed_closed += 1;
            let mut chief = signed_in(&server, &demo, "qinghe-chief");
            press(&mut chief, "open-box");
            until("tried again, it opens", || {
                Stored::of(dir.path()) == Stored::open(ballots)
            });
        }
    }
    assert!(opened > 0 && stayed_closed > 0, "{opened} {stayed_closed}");
}

#[test]
fn on_a_full_disk_an_opened_box_is_removed_all_the_same_for_that_needs_no_room() {
    let (dir, demo) = closed_demo("9");
    let data = dir.path();
    let ballots = Stored::of(data).sealed;
    let serve = ["serve", "--data", data.to_str().unwrap()];
    let (server, _) = Server::start(&serve);
    let mut clerk = signed_in(&server, &demo, "qinghe-clerk");
    press(&mut clerk, "confirm-account");
    press(&mut clerk, "open-box");
    drop(server);
    let database = Connection::open(data.join("minsheng.db")).unwrap();
    let emptied = database.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0));
    assert_eq!(emptied, Ok(0), "the log begins empty");
    drop(database);
    // Room for the opening, and for nothing more.
    let size = data.join("minsheng.db").metadata().unwrap().len();
    let server = Server::start_with_blocks(size / 512, &serve);
    let mut clerk = signed_in(&server, &demo, "qinghe-clerk");
    let mut chief = signed_in(&server, &demo, "qinghe-chief");
    press(&mut chief, "open-box");
    until("its box is gone", || {
        Stored::of(data) == Stored::open(ballots)
    });
    assert!(boxes::files(data).is_empty());
    press(&mut clerk, "count");
    let page = run_sheet(&mut clerk);
    assert!(!page.says("开箱后的清理尚未完成"), "{}", page.text());
}

#[expect(
    clippy::disallowed_methods,
    reason = "a kill must fall at any moment, not at a signal"
)]
fn wait(pause: Duration) {
    std::thread::sleep(pause);
}
