//! The flood: somebody who has no slip and no account, a machine in the hall's network, and all the sockets
//! that it can open. A vote goes on beside it, and nobody is locked out.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use minsheng::bounds::Room;
use minsheng::cli::demo::Stage;
use minsheng::config::Config;
use minsheng::web;

use crate::ballot::{review, vote};
use crate::hall::paired;
use crate::support::{Client, Hall};

/// A second server on the same hall with other room.
fn with_room(hall: &Hall, room: Room) -> String {
    second_server(hall, room, false)
}

fn second_server(hall: &Hall, room: Room, behind_proxy: bool) -> String {
    let bound = hall.run(tokio::net::TcpListener::bind("127.0.0.1:0"));
    let listener = bound.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let config = Config {
        data: hall.dir.path().to_owned(),
        listen: listener.local_addr().unwrap(),
        public_url: Some(address.clone()),
        behind_proxy,
        backups: None,
        webhook_hosts: Vec::new(),
        fonts: None,
    };
    let app = web::app_within(room, hall.service.clone(), &config);
    let serving = web::serve_within(room, listener, app, std::future::pending());
    hall.runtime.spawn(serving);
    address
}

fn open(address: &str) -> TcpStream {
    let line = TcpStream::connect(address.trim_start_matches("http://")).unwrap();
    let patience = Some(Duration::from_secs(30));
    line.set_read_timeout(patience).unwrap();
    line
}

/// Whether the server has hung up within the patience of the line, and what it said before.
fn heard_to_the_end(mut line: TcpStream) -> Option<String> {
    let mut heard = Vec::new();
    let ended = line.read_to_end(&mut heard);
    ended
        .ok()
        .map(|_| String::from_utf8_lossy(&heard).into_owned())
}

/// The typed code of the n-th slip.
fn typed(hall: &Hall, slip: usize) -> String {
    hall.made.slips[slip].typed.to_string()
}

#[test]
fn a_vote_goes_on_beside_fifteen_hundred_connections_that_say_nothing() {
    let hall = Hall::at(Stage::Open);
    let mut silent: Vec<TcpStream> = (0..1_500).map(|_| open(&hall.address)).collect();
    for line in silent.iter_mut().step_by(2) {
        line.write_all(b"G").unwrap();
    }
    for slip in 0..5 {
        let done = vote(&mut hall.scanned(slip), &[("m1", "a")]);
        assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
    }
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(clerk.get("/manage/polls/1").says("下一步:结束投票"));
}

#[test]
fn where_all_seats_are_taken_the_oldest_that_never_asked_makes_way_and_every_newcomer_gets_in() {
    let hall = Hall::at(Stage::Open);
    let room = Room {
        connections: 40,
        of_address: 40,
        ..Room::USUAL
    };
    let address = with_room(&hall, room);
    let silent: Vec<TcpStream> = (0..200).map(|_| open(&address)).collect();
    let mut phone = Client::new(&address);
    phone.get(&format!("/b/{}", hall.made.slips[0].scanned));
    let done = vote(&mut phone, &[("m1", "a")]);
    assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
    let mut oldest = silent.into_iter();
    let made_way = heard_to_the_end(oldest.next().unwrap());
    assert_eq!(made_way.as_deref(), Some(""), "the oldest was let go");
    let newest = oldest.next_back().unwrap();
    newest.set_nonblocking(true).unwrap();
    let still = newest.peek(&mut [0]).unwrap_err().kind();
    assert_eq!(still, std::io::ErrorKind::WouldBlock, "the newest stays");
}

#[test]
fn a_head_that_never_ends_and_a_body_that_never_comes_are_cut_in_their_time() {
    let hall = Hall::at(Stage::Open);
    let second = Duration::from_secs(1);
    let room = Room {
        head: second,
        body: second,
        ..Room::USUAL
    };
    let address = with_room(&hall, room);
    let begun = Instant::now();
    let mut endless = open(&address);
    endless.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n").unwrap();
    let mut fed = endless.try_clone().unwrap();
    let feeding = std::thread::spawn(move || {
        // A line each quarter of a second, so that the connection is never quiet.
        while fed.write_all(b"x-more: y\r\n").is_ok() {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "it was never cut"
            );
            std::thread::sleep(Duration::from_millis(250));
        }
    });
    let mut bodiless = open(&address);
    let head = "POST /ballot HTTP/1.1\r\nhost: x\r\ncontent-length: 20\r\n\
        content-type: application/x-www-form-urlencoded\r\n\r\ncode=";
    bodiless.write_all(head.as_bytes()).unwrap();
    let silent = open(&address);
    for line in [endless, bodiless, silent] {
        let mut line = line;
        let mut heard = Vec::new();
        // A reset is an end as well.
        drop(line.read_to_end(&mut heard));
        let heard = String::from_utf8_lossy(&heard);
        assert!(!heard.starts_with("HTTP/1.1 2"), "{heard}");
    }
    assert!(begun.elapsed() < Duration::from_secs(20));
    feeding.join().unwrap();
}

#[test]
fn a_code_that_no_screen_was_paired_with_gets_no_stream() {
    let hall = Hall::at(Stage::Open);
    let mut stranger = open(&hall.address);
    let ask = "GET /screen/123456/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    stranger.write_all(ask.as_bytes()).unwrap();
    let heard = heard_to_the_end(stranger).expect("it ends by itself");
    assert!(
        heard.contains("event: scene") && heard.contains("retry: 3000"),
        "{heard}"
    );
}

#[test]
fn whoever_follows_a_code_a_hundred_times_over_pushes_out_only_themselves() {
    let hall = Hall::at(Stage::Open);
    let (screen, wall, _) = paired(&hall);
    let live = format!("{wall}/live");
    let mut flood = Vec::new();
    for _ in 0..100 {
        let mut line = open(&hall.address);
        let ask = format!("GET {live} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        line.write_all(ask.as_bytes()).unwrap();
        // One after the other: it is served before the next one asks.
        line.read_exact(&mut [0; 12]).unwrap();
        flood.push(line);
    }
    let ended = flood.drain(..60).filter_map(heard_to_the_end).count();
    assert_eq!(ended, 60, "the older ones have ended");
    assert_eq!(
        screen.listen(&live, "scene", 1).len(),
        1,
        "the wall is served"
    );
    let phone = hall.scanned(0);
    assert_eq!(phone.listen("/ballot/1/live", "", 1).len(), 1);
    assert_eq!(
        phone.listen("/ballot/1/live", "", 1).len(),
        1,
        "one after the other"
    );
}

#[test]
fn wrong_codes_by_the_hundred_hold_no_true_code_up_and_the_cockpit_tells_of_them() {
    let hall = Hall::at(Stage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(!clerk.get("/manage/polls/1").says("输错票证号码"));
    let (sent, let_in) = std::thread::scope(|scope| {
        let flood: Vec<_> = (0..6)
            .map(|thread| {
                let hall = &hall;
                scope.spawn(move || {
                    let codes = (0..30).map(|n| format!("{thread:05}{n:05}"));
                    let told = codes.map(|code| hall.client().post("/ballot", &[("code", &code)]));
                    told.map(|page| page.status).collect::<Vec<u16>>()
                })
            })
            .collect();
        let let_in: Vec<String> = (0..10)
            .map(|slip| {
                let code = typed(&hall, slip);
                hall.client().post("/ballot", &[("code", &code)]).path
            })
            .collect();
        let sent: Vec<u16> = flood
            .into_iter()
            .flat_map(|one| one.join().unwrap())
            .collect();
        (sent, let_in)
    });
    assert!(let_in.iter().all(|path| path == "/ballot/1"), "{let_in:?}");
    let told: BTreeSet<u16> = sent.iter().copied().collect();
    assert_eq!(
        told,
        BTreeSet::from([422, 429]),
        "nobody hears that it is busy"
    );
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("输错票证号码，累计不少于100次"),
        "{}",
        sheet.text()
    );
}

#[test]
fn a_hall_that_types_its_codes_at_once_is_let_in_without_anybody_pressing_twice() {
    let hall = Hall::with(Stage::Open, 60);
    let slips = hall.made.slips.len().min(60);
    let paths: Vec<String> = std::thread::scope(|scope| {
        let typing: Vec<_> = (0..slips)
            .map(|slip| {
                let (hall, code) = (&hall, typed(&hall, slip));
                scope.spawn(move || hall.client().post("/ballot", &[("code", &code)]).path)
            })
            .collect();
        typing.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(paths.iter().all(|path| path == "/ballot/1"), "{paths:?}");
}

#[test]
fn a_flood_of_wrong_passwords_never_keeps_the_chief_out() {
    let hall = Hall::at(Stage::Open);
    let chief = hall.signed_in("qinghe-chief");
    let known = chief.cookies["minsheng_device"].to_owned();
    let wrong = [("username", "qinghe-chief"), ("password", "wrong-word")];
    let statuses: Vec<u16> = (0..40)
        .map(|_| hall.client().post("/sign-in", &wrong).status)
        .collect();
    assert!(statuses.contains(&429), "{statuses:?}");
    let password = hall.made.password("qinghe-chief");
    let right = [("username", "qinghe-chief"), ("password", &*password)];
    // The chief's own browser, after it forgot the sign-in: at once, and again and again.
    for _ in 0..5 {
        let mut browser = hall.client();
        browser.cookies.put("minsheng_device", &known);
        let page = browser.post("/sign-in", &right);
        assert_eq!(
            (page.status, page.path.as_str()),
            (200, "/manage"),
            "{}",
            page.text()
        );
    }
    // Another browser at the address of the flood waits, and is told for how long.
    let told = hall.client().post("/sign-in", &right);
    assert_eq!(told.status, 429);
    assert!(told.header("retry-after").is_some() && told.says("秒后再试"));
    // A clock that is set changes nothing; time that passes does.
    hall.clock.set("2031-01-15T04:00:00Z".parse().unwrap());
    assert_eq!(hall.client().post("/sign-in", &right).status, 429);
    hall.clock.pass(Duration::from_secs(70));
    assert_eq!(hall.client().post("/sign-in", &right).status, 200);
}

#[test]
fn a_made_up_browser_is_no_browser_and_none_is_ever_sent_to_the_ballot() {
    let hall = Hall::at(Stage::Open);
    let mut browser = hall.client();
    let password = hall.made.password("qinghe-clerk");
    let right = [("username", "qinghe-clerk"), ("password", &*password)];
    let body = crate::support::client::encode(&right).into_bytes();
    let answer = browser.once("POST", "/sign-in", Some(body));
    let cookies: Vec<&String> = answer
        .headers
        .iter()
        .filter(|(name, value)| name == "set-cookie" && value.starts_with("minsheng_device="))
        .map(|(_, value)| value)
        .collect();
    assert_eq!(cookies.len(), 7, "one for each part of the office");
    for cookie in cookies {
        let lower = cookie.to_lowercase();
        for said in ["httponly", "samesite=lax", "max-age="] {
            assert!(lower.contains(said), "{said}: {cookie}");
        }
        let path = lower.split("path=").nth(1).unwrap();
        let path = path.split(';').next().unwrap();
        assert!(path.len() > 1 && !"/ballot/1".starts_with(path) && !"/b/x".starts_with(path));
    }
    let wrong = [("username", "qinghe-chief"), ("password", "wrong-word")];
    let told: Vec<u16> = (0..12)
        .map(|n| {
            let mut forger = hall.client();
            let name = format!("{n:064x}{n:064x}");
            forger.cookies.put("minsheng_device", &name);
            forger.post("/sign-in", &wrong).status
        })
        .collect();
    assert!(
        told.contains(&429),
        "forged names are all one stranger: {told:?}"
    );
}

#[test]
fn wrong_codes_of_a_first_sign_in_beyond_the_limit_are_too_many_not_wrong() {
    let hall = Hall::at(Stage::Draft);
    let told: Vec<u16> = (0..80)
        .map(|n| {
            hall.client()
                .post("/join", &[("code", &format!("{n:016}"))])
                .status
        })
        .collect();
    assert_eq!(told[0], 422);
    assert_eq!(told[79], 429, "{told:?}");
}

#[test]
fn what_was_reviewed_before_a_flood_is_cast_in_its_middle() {
    let hall = Hall::at(Stage::Open);
    let mut phone = hall.scanned(0);
    let form = review(&mut phone, &[("m1", "a")]);
    let silent: Vec<TcpStream> = (0..500).map(|_| open(&hall.address)).collect();
    assert_eq!(phone.submit(&form, "/cast", &[]).path, "/ballot/1/done");
    drop(silent);
}

#[test]
fn photos_of_strangers_that_never_come_leave_the_clerks_room_for_photos_free() {
    let hall = crate::steps::hall(|_| {});
    let slow: Vec<TcpStream> = (0..24)
        .map(|_| {
            let mut line = open(&hall.address);
            let head = "POST /calls/2/leads/new HTTP/1.1\r\nhost: x\r\ncontent-length: 9999999\r\n\
                content-type: multipart/form-data; boundary=edge\r\n\r\n--";
            line.write_all(head.as_bytes()).unwrap();
            line
        })
        .collect();
    std::thread::sleep(Duration::from_millis(300));
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = crate::photos::add(&mut clerk, "桥头", &crate::photos::jpeg(640, 480));
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.html().contains("alt=\"桥头\""), "{}", page.text());
    drop(slow);
}

#[test]
fn a_network_of_ipv6_is_one_address_however_many_it_has() {
    let hall = Hall::at(Stage::Open);
    let address = second_server(&hall, Room::USUAL, true);
    let wrong = |from: &str| {
        let mut client = Client::new(&address);
        let named = ("x-forwarded-for".to_owned(), from.to_owned());
        client.headers.push(named);
        client.post("/ballot", &[("code", "0000000000")]).status
    };
    let told: Vec<u16> = (0..70)
        .map(|n| wrong(&format!("2001:db8:1:2::{n:x}")))
        .collect();
    assert_eq!((told[0], told[69]), (422, 429), "{told:?}");
    assert_eq!(wrong("2001:db8:1:3::1"), 422, "the neighbour's network");
    let mapped: Vec<u16> = (0..62)
        .map(|n| {
            wrong(if n % 2 == 0 {
                "10.0.0.1"
            } else {
                "::ffff:10.0.0.1"
            })
        })
        .collect();
    assert_eq!(mapped[61], 429, "one address, written in two ways");
}
