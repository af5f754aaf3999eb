//! The flood: somebody who has no slip and no account, a machine in the hall's network, and all the sockets
//! that it can open. A vote goes on beside it, and nobody is locked out.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use machine::bounds::ConnectionLimits;
use minsheng::demo::DemoStage;
use web::config::Config;

use crate::ballot::{review, vote};
use crate::hall::paired;
use crate::support::{Client, Hall, until};

/// A second server on the same hall with other room.
fn with_room(hall: &Hall, room: ConnectionLimits) -> String {
    second_server(hall, room, false)
}

fn second_server(hall: &Hall, room: ConnectionLimits, behind_proxy: bool) -> String {
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

/// Whether a newcomer hears anything.
fn is_answered(address: &str) -> bool {
    let mut line = open(address);
    let asked = line.write_all(b"GET /about HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    asked.is_ok() && line.read(&mut [0]).is_ok_and(|heard| heard > 0)
}

/// The typed code of the n-th slip.
fn typed(hall: &Hall, slip: usize) -> String {
    hall.made.slips[slip].typed.to_string()
}

#[test]
fn a_vote_goes_on_beside_fifteen_hundred_connections_that_say_nothing() {
    let hall = Hall::at(DemoStage::Open);
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
    let hall = Hall::at(DemoStage::Open);
    let room = ConnectionLimits {
        connections: 40,
        of_address: 40,
        ..ConnectionLimits::USUAL
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
    let hall = Hall::at(DemoStage::Open);
    let second = Duration::from_secs(1);
    let room = ConnectionLimits {
        head: second,
        body: second,
        ..ConnectionLimits::USUAL
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
    let hall = Hall::at(DemoStage::Open);
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
    let hall = Hall::at(DemoStage::Open);
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
    let hall = Hall::at(DemoStage::Open);
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
    assert_eq!(told, BTreeSet::from([422]), "nobody hears that it is busy");
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("输错票证号码，累计不少于100次"),
        "{}",
        sheet.text()
    );
}

#[test]
fn a_hall_that_types_its_codes_at_once_is_let_in_without_anybody_pressing_twice() {
    let hall = Hall::with(DemoStage::Open, 60);
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
    let hall = Hall::at(DemoStage::Open);
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
    let hall = Hall::at(DemoStage::Open);
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
    let hall = Hall::at(DemoStage::Draft);
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
    let hall = Hall::at(DemoStage::Open);
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
    let hall = Hall::at(DemoStage::Open);
    let address = second_server(&hall, ConnectionLimits::USUAL, true);
    let wrong = |from: &str| {
        let mut client = Client::new(&address);
        let named = ("x-forwarded-for".to_owned(), from.to_owned());
        client.headers.push(named);
        client.post("/join", &[("code", "000000000000000")]).status
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

/// A crowd of browsers of the public's pages, until it is told to stop; answers how many pages it got.
fn crowd<'s>(
    scope: &'s std::thread::Scope<'s, '_>,
    address: &'s str,
    stop: &'s std::sync::atomic::AtomicBool,
) -> Vec<std::thread::ScopedJoinHandle<'s, usize>> {
    use std::sync::atomic::Ordering::Relaxed;
    let one = |number: usize| {
        move || {
            let pages = ["/", "/regions/qinghe", "/sessions/1", "/polls/1"];
            let mut browser = Client::new(address);
            let mut got = 0;
            while !stop.load(Relaxed) {
                assert_eq!(browser.get(pages[(number + got) % pages.len()]).status, 200);
                got += 1;
            }
            got
        }
    };
    (0..24).map(|number| scope.spawn(one(number))).collect()
}

#[test]
fn a_crowd_on_the_pages_of_the_public_is_served_and_the_vote_goes_on_beside_it() {
    let hall = Hall::at(DemoStage::Open);
    let stop = std::sync::atomic::AtomicBool::new(false);
    let read: usize = std::thread::scope(|scope| {
        let crowd = crowd(scope, &hall.address, &stop);
        for slip in 0..6 {
            let done = vote(&mut hall.scanned(slip), &[("m1", "a")]);
            assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
        }
        let mut clerk = hall.signed_in("qinghe-clerk");
        assert!(clerk.get("/manage/polls/1").says("下一步:结束投票"));
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        crowd.into_iter().map(|one| one.join().unwrap()).sum()
    });
    assert!(read > 24, "{read} pages");
}

#[test]
fn pages_of_the_public_that_cannot_be_read_now_hold_up_no_voter_and_no_officer() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    // As many pages as the public has places wait for the database; so do all that come after them.
    let held = machine::bounds::READERS_OF_THE_PUBLIC;
    let is_public = |route: &&web::RouteLine| {
        matches!(
            route.who,
            web::RouteRole::Public | web::RouteRole::Published
        )
    };
    assert!(held < usize::try_from(machine::bounds::READERS).unwrap());
    assert!(web::routes().iter().filter(is_public).count() > 15);
    let mut strangers: Vec<TcpStream> = (0..100).map(|_| open(&hall.address)).collect();
    for line in &mut strangers {
        // Nobody takes these answers, and none of them is kept.
        let ask = "GET /regions/qinghe?x=1 HTTP/1.1\r\nhost: x\r\n\r\n".repeat(20);
        line.write_all(ask.as_bytes()).unwrap();
    }
    let done = vote(&mut hall.scanned(0), &[("m1", "a")]);
    assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
    assert_eq!(clerk.get("/manage/polls/1").status, 200);
    let mut reader = hall.client();
    assert_eq!(
        reader.get("/polls/1").status,
        200,
        "the public's turn comes too"
    );
    drop(strangers);
}

#[test]
fn whoever_asks_and_never_reads_the_answers_makes_way_for_a_newcomer() {
    let hall = Hall::at(DemoStage::Open);
    let room = ConnectionLimits {
        connections: 40,
        of_address: 40,
        ..ConnectionLimits::USUAL
    };
    let address = with_room(&hall, room);
    let mut deaf: Vec<TcpStream> = (0..60).map(|_| open(&address)).collect();
    for line in &mut deaf {
        // More answers than any buffer on the way holds; those that were let go meanwhile need none.
        let ask = "GET /about HTTP/1.1\r\nhost: x\r\n\r\n".repeat(300);
        drop(line.write_all(ask.as_bytes()));
    }
    // Until its buffers are full a line is being answered, and whoever is answered makes way for nobody.
    until("a deaf line makes way", || is_answered(&address));
    for slip in 0..3 {
        let mut phone = Client::new(&address);
        phone.get(&format!("/b/{}", hall.made.slips[slip].scanned));
        let done = vote(&mut phone, &[("m1", "a")]);
        assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
    }
    drop(deaf);
}

#[test]
fn whoever_takes_nothing_of_the_answers_is_let_go_in_time() {
    let hall = Hall::at(DemoStage::Open);
    let room = ConnectionLimits {
        stalled: Duration::from_secs(1),
        ..ConnectionLimits::USUAL
    };
    let address = with_room(&hall, room);
    let mut deaf = open(&address);
    let patience = Some(Duration::from_secs(60));
    deaf.set_write_timeout(patience).unwrap();
    let ask = "GET /about HTTP/1.1\r\nhost: x\r\n\r\n".repeat(100);
    let ended = loop {
        // Once all buffers are full the server waits for somebody to take something, and then hangs up.
        if let Err(error) = deaf.write(ask.as_bytes()) {
            break error.kind();
        }
    };
    use std::io::ErrorKind::{BrokenPipe, ConnectionReset};
    assert!([BrokenPipe, ConnectionReset].contains(&ended), "{ended:?}");
}

#[test]
fn beginnings_that_are_no_request_of_a_browser_are_answered_or_cut_at_once() {
    let hall = Hall::at(DemoStage::Open);
    let heads: String = (0..300).map(|n| format!("x-{n}: y\r\n")).collect();
    let long = format!("x: {}\r\n", "y".repeat(200 << 10));
    for (what, sent) in [
        (
            "a greeting of TLS",
            "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n".to_owned(),
        ),
        (
            "300 headers",
            format!("GET / HTTP/1.1\r\nhost: x\r\n{heads}\r\n"),
        ),
        (
            "a header of 200 KB",
            format!("GET / HTTP/1.1\r\nhost: x\r\n{long}\r\n"),
        ),
        (
            "an address of 200 KB",
            format!("GET /{long} HTTP/1.1\r\nhost: x\r\n\r\n"),
        ),
    ] {
        let mut line = open(&hall.address);
        let begun = Instant::now();
        drop(line.write_all(sent.as_bytes()));
        let mut heard = Vec::new();
        drop(line.read_to_end(&mut heard));
        let heard = String::from_utf8_lossy(&heard);
        let is_refused = heard.is_empty() || heard.starts_with("HTTP/1.1 4");
        assert!(is_refused, "{what}: {heard}");
        assert!(
            begun.elapsed() < Duration::from_secs(9),
            "{what}: before any time is over"
        );
    }
    // A browser of an old kind keeps its connection where it asks for that, and is let go where it does not.
    let mut old = open(&hall.address);
    let ask = "GET /healthz HTTP/1.0\r\nconnection: keep-alive\r\n\r\n";
    for _ in 0..3 {
        old.write_all(ask.as_bytes()).unwrap();
        let mut heard = Vec::new();
        while !heard.ends_with(b"ok\n") {
            let mut byte = [0];
            old.read_exact(&mut byte).unwrap();
            heard.push(byte[0]);
        }
    }
    old.write_all(b"GET /healthz HTTP/1.0\r\n\r\n").unwrap();
    assert!(heard_to_the_end(old).unwrap().ends_with("ok\n"));
}

#[test]
fn many_requests_sent_at_once_on_one_connection_are_answered_one_after_the_other() {
    let hall = Hall::at(DemoStage::Open);
    let mut line = open(&hall.address);
    let ask = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n".repeat(199);
    let last = "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    line.write_all(format!("{ask}{last}").as_bytes()).unwrap();
    let heard = heard_to_the_end(line).unwrap();
    assert_eq!(heard.matches("HTTP/1.1 200").count(), 200);
}

#[test]
fn photos_that_strangers_send_for_ever_keep_no_resident_out() {
    let hall = Hall::at(DemoStage::Draft);
    let address = second_server(&hall, ConnectionLimits::USUAL, true);
    let mut slow = Vec::new();
    for n in 0..30 {
        let mut line = open(&address);
        let head = format!(
            "POST /calls/2/leads/new HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 10.1.0.{n}\r\n\
             content-length: 9999999\r\ncontent-type: multipart/form-data; boundary=edge\r\n\r\n\
             --edge\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n\
             content-type: image/jpeg\r\n\r\nx"
        );
        line.write_all(head.as_bytes()).unwrap();
        slow.push(line);
    }
    let photo = crate::photos::jpeg(320, 240);
    for photo in [&[][..], &photo] {
        let mut resident = Client::new(&address);
        let from = ("x-forwarded-for".to_owned(), "10.2.0.1".to_owned());
        resident.headers.push(from);
        let form = crate::leads::form(&hall, &mut resident);
        let told = resident.submit_photo(&form, "/leads/new", &crate::leads::ROAD, photo);
        assert_eq!(told.status, 200, "{}", told.text());
        assert!(told.path.starts_with("/leads/"), "{}", told.text());
    }
    drop(slow);
}
