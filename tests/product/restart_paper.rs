//! A server that is killed while papers are counted by hand, and while they join the ballots: what was
//! agreed stays, what was not is typed again, and the heap is joined as a whole or not at all.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::support::{Client, Page, Server, boxes, client::encode};
use rusqlite::{Connection, OpenFlags};

const ROOM: &str = "/count/rounds/1/batches";
const PAPERS: [&str; 4] = ["112000", "200000", "300000", "120000"];

fn signed_in(server: &Server, demo: &serde_json::Value, username: &str) -> Client {
    let mut client = Client::new(&format!("http://{}", server.address));
    let staff = demo["staff"].as_array().unwrap();
    let one = staff
        .iter()
        .find(|one| one["username"] == username)
        .unwrap();
    let fields = [
        ("username", username),
        ("password", one["password"].as_str().unwrap()),
    ];
    assert_eq!(client.post("/sign-in", &fields).status, 200);
    client
}

/// Presses an act's button on the run-sheet.
fn press(client: &mut Client, act: &str) -> Page {
    let page = client.get("/manage/polls/1");
    let told = client.submit(&page, &format!("/manage/rounds/1/{act}"), &[]);
    assert_eq!(told.status, 200, "{act}: {}", told.text());
    told
}

/// Four deputies on paper, two by phone, the account confirmed.
fn hold_the_vote(server: &Server, demo: &serde_json::Value, codes: &[String]) {
    let mut clerk = signed_in(server, demo, "qinghe-clerk");
    let mut chief = signed_in(server, demo, "qinghe-chief");
    let page = clerk.get("/count/1/account");
    clerk.submit(&page, "/papers/printed", &[("printed", "5")]);
    for code in &codes[..4] {
        let page = clerk.get("/manage/sittings/1/desk");
        let page = clerk.submit(&page, "/desk/take-slip", &[("code", code)]);
        clerk.submit(&page, "/desk/give-paper", &[]);
    }
    for code in &codes[4..6] {
        let mut phone = Client::new(&format!("http://{}", server.address));
        let page = phone.get("/ballot");
        let page = phone.submit(&page, "/ballot", &[("code", code)]);
        let page = phone.submit(&page, "/review", &[("m1", "a")]);
        let done = phone.submit(&page, "/cast", &[]);
        assert!(done.path.ends_with("/done"), "{}", done.text());
    }
    press(&mut clerk, "close-vote");
    press(&mut chief, "close-vote");
    for client in [&mut clerk, &mut chief] {
        let page = client.get("/count/1/account");
        client.submit(&page, "/papers/returned", &[("boxes", "4")]);
    }
    press(&mut clerk, "confirm-account");
}

fn type_batch(client: &mut Client) -> Page {
    let page = client.get(&format!("{ROOM}/1"));
    let names: Vec<String> = (1..=4).map(|paper| format!("paper-{paper}")).collect();
    let mut fields: Vec<_> = names.iter().map(String::as_str).zip(PAPERS).collect();
    fields.push(("counted", "4"));
    client.submit(&page, "/type", &fields)
}

/// The sealed papers, the sealed ballots and the opened ones as the files have them.
fn stored(data: &Path) -> (String, i64, i64, i64) {
    let database = boxes::open(data);
    let sql = "select stage, (select count(*) from batch_paper), (select count(*) from box_ballot), \
               (select coalesce(sum(papers), 0) from opened_paper) from round where id = 1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    database.query_row(sql, [], read).unwrap()
}

fn is_dirty(data: &Path) -> bool {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let database = Connection::open_with_flags(data.join("minsheng.db"), flags).unwrap();
    database
        .query_row("select is_dirty from round where id = 1", [], |row| {
            row.get(0)
        })
        .unwrap()
}

fn is_anywhere(data: &Path, key: &[u8]) -> bool {
    boxes::every_file(data).iter().any(|file| {
        let bytes = std::fs::read(file).unwrap_or_default();
        bytes.windows(key.len()).any(|window| window == key)
    })
}

#[test]
fn a_kill_costs_only_batches_that_are_not_agreed_and_papers_join_the_ballots_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    let (data, file) = (dir.path().join("data"), dir.path().join("codes.csv"));
    let path = data.to_str().unwrap();
    let (server, printed) = Server::start(&[
        "demo",
        "--json",
        "--deputies",
        "12",
        "--stage",
        "open",
        "--dir",
        path,
        "--codes",
        file.to_str().unwrap(),
    ]);
    let demo: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let codes = std::fs::read_to_string(&file).unwrap();
    let codes = codes.lines().skip(1).map(|line| line.split(',').nth(1));
    let codes: Vec<String> = codes.map(|code| code.unwrap().to_owned()).collect();
    hold_the_vote(&server, &demo, &codes);
    let room = type_batch(&mut signed_in(&server, &demo, "qinghe-teller"));
    assert!(room.says("一人已录"), "{}", room.text());
    drop(server);

    // What only one had typed is gone with the program, and in no file.
    let serve = ["serve", "--data", path];
    let (server, _) = Server::start(&serve);
    let mut first = signed_in(&server, &demo, "qinghe-teller");
    let mut second = signed_in(&server, &demo, "qinghe-teller-2");
    let room = first.get(ROOM);
    assert!(
        room.says("录完0+未录完4") && !room.says("一人已录"),
        "{}",
        room.text()
    );
    type_batch(&mut second);
    let room = type_batch(&mut first);
    assert!(room.says("录完4+未录完0"), "{}", room.text());
    drop(server);

    // What both agreed on is there.
    let (server, _) = Server::start(&serve);
    let room = signed_in(&server, &demo, "qinghe-teller").get(ROOM);
    assert!(room.says("录完4+未录完0"), "{}", room.text());
    drop(server);
    let closed = ("accounted".to_owned(), 4, 2, 0);
    let opened = ("opened".to_owned(), 0, 0, 6);
    assert_eq!(stored(&data), closed);
    let keys: Vec<Vec<u8>> = {
        let database = boxes::open(&data);
        let mut statement = database.prepare("select key from batch_paper").unwrap();
        let keys = statement.query_map([], |row| row.get(0)).unwrap();
        keys.map(Result::unwrap).collect()
    };
    let (mut stayed, mut joined) = (0, 0);
    let mut whole = Duration::ZERO;
    for time in 0..8_u32 {
        let copy = tempfile::tempdir().unwrap();
        boxes::copy(&data, copy.path());
        let serve = ["serve", "--data", copy.path().to_str().unwrap()];
        let (mut server, _) = Server::start(&serve);
        press(&mut signed_in(&server, &demo, "qinghe-clerk"), "open-box");
        let mut stream = confirm(&server, &mut signed_in(&server, &demo, "qinghe-chief"));
        let begun = Instant::now();
        if time == 0 {
            let mut answer = [0; 16];
            stream.read_exact(&mut answer).unwrap();
            whole = begun.elapsed();
        } else {
            std::thread::sleep(whole * (time - 1) / 6);
        }
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        let (_, papers, ballots, multiset) = stored(copy.path());
        assert!(
            // The box of what is opened may lie there still, and is not read any more.
            [(4, 2, 0), (4, 2, 6), (0, 0, 6)].contains(&(papers, ballots, multiset)),
            "never half: {papers} {ballots} {multiset}"
        );
        (server, _) = Server::start(&serve);
        if stored(copy.path()) == opened {
            joined += 1;
        } else {
            assert_eq!(stored(copy.path()), closed, "kill {time}");
            stayed += 1;
            press(&mut signed_in(&server, &demo, "qinghe-chief"), "open-box");
            assert_eq!(stored(copy.path()), opened, "tried again");
        }
        // What the opening leaves is scrubbed by a task, beside whoever asks.
        let patience = Instant::now();
        while is_dirty(copy.path()) && patience.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(50));
        }
        drop(server);
        assert!(!keys.iter().any(|key| is_anywhere(copy.path(), key)));
    }
    assert!(joined > 0 && stayed > 0, "{joined} {stayed}");
}

/// Sends the second person's press and does not wait for its answer.
fn confirm(server: &Server, chief: &mut Client) -> TcpStream {
    let page = chief.get("/manage/polls/1");
    let (to, fields) = page.form("/manage/rounds/1/open-box");
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let cookies = chief.cookies.header(&to);
    let body = encode(&fields);
    let request = format!(
        "POST {to} HTTP/1.1\r\nhost: hall\r\norigin: http://hall\r\ncookie: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        cookies,
        body.len(),
    );
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    stream
}
