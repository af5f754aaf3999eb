//! What a person typed always comes back: when the sign-in ended meanwhile, when too much was sent, when a
//! call closed, when the server was busy. Nobody else reads it, and nothing secret is ever carried.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use jiff::SignedDuration;
use machine::random::Random;
use minsheng::demo::DemoStage;
use service::Service;
use service::access::password::HashCost;

use super::leads::{CALL, ROAD};
use crate::support::client::multipart;
use crate::support::{Client, Hall, Page, start, until};

const UNIT: &str = "县农村饮水安全管理总站";

/// The page of the people of 青河县, opened by its clerk.
fn people(hall: &Hall, clerk: &mut Client) -> Page {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let page = clerk.get(&format!("/manage/congresses/{congress}/people"));
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

fn later(hall: &Hall, hours: i64) {
    hall.clock
        .set(hall.service_now() + SignedDuration::from_hours(hours));
}

/// Signs in on the page that asks for it.
fn sign_in(hall: &Hall, client: &mut Client, asked: &Page, name: &str) -> Page {
    let password = hall.made.password(name);
    let fields = [("username", name), ("password", password.as_str())];
    client.submit(asked, "/sign-in", &fields)
}

/// A clerk who typed the name of a unit while the sign-in ended.
fn typed_too_late(hall: &Hall) -> (Client, Page) {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people(hall, &mut clerk);
    later(hall, 5);
    let asked = clerk.submit(&page, "/people/units", &[("unit", UNIT)]);
    assert_eq!(asked.status, 403, "{}", asked.text());
    assert!(asked.says("登录已经结束"), "{}", asked.text());
    assert!(asked.has_form("/sign-in"));
    (clerk, asked)
}

fn units(hall: &Hall) -> String {
    hall.stored(&format!(
        "select cast(count(*) as text) from unit where name = '{UNIT}'"
    ))
}

#[test]
fn what_was_typed_while_the_sign_in_ended_is_there_after_signing_in_and_is_saved_with_one_press() {
    let hall = Hall::at(DemoStage::Draft);
    let (mut clerk, asked) = typed_too_late(&hall);
    assert!(
        !asked.html().contains(UNIT),
        "whoever sits down at this page reads nothing of it"
    );
    let wrong = [("username", "qinghe-clerk"), ("password", "wrong")];
    let asked = clerk.submit(&asked, "/sign-in", &wrong);
    assert_eq!(asked.status, 422, "a wrong password loses nothing");
    let back = sign_in(&hall, &mut clerk, &asked, "qinghe-clerk");
    assert_eq!(back.status, 200, "{}", back.text());
    assert!(
        back.says(UNIT) && back.says("还没有保存"),
        "{}",
        back.text()
    );
    assert_eq!(units(&hall), "0", "signing in saves nothing");
    let done = clerk.submit(&back, "/people/units", &[]);
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(done.path.ends_with("/people") && done.says(UNIT));
    let again = clerk.submit(&back, "/people/units", &[]);
    assert!(again.says(UNIT), "{}", again.text());
    assert_eq!(units(&hall), "1", "the same form counts once");
}

#[test]
fn another_account_gets_nothing_of_it_and_the_first_one_still_does() {
    let hall = Hall::at(DemoStage::Draft);
    let (mut browser, asked) = typed_too_late(&hall);
    let other = sign_in(&hall, &mut browser, &asked, "qinghe-chief");
    assert_eq!(other.path, "/manage", "{}", other.text());
    assert!(!other.says(UNIT));
    let stranger = sign_in(&hall, &mut hall.client(), &asked, "township-clerk");
    assert!(!stranger.says(UNIT), "{}", stranger.text());
    let back = sign_in(&hall, &mut browser, &asked, "qinghe-clerk");
    assert!(back.says(UNIT), "{}", back.text());
}

#[test]
fn what_lay_too_long_or_was_changed_is_not_given_back() {
    let hall = Hall::at(DemoStage::Draft);
    let (mut clerk, asked) = typed_too_late(&hall);
    let sealed = asked.value("kept");
    let password = hall.made.password("qinghe-clerk");
    let with = |kept: &str| {
        [
            ("username", "qinghe-clerk".to_owned()),
            ("password", password.clone()),
            ("kept", kept.to_owned()),
        ]
    };
    let mut send = |kept: &str| {
        let fields = with(kept);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        clerk.post("/sign-in", &fields)
    };
    let turned = if sealed.starts_with('A') { "B" } else { "A" };
    let changed = format!("{turned}{}", &sealed[1..]);
    for kept in [changed.as_str(), &sealed[..sealed.len() - 8], "%%%", "AAAA"] {
        let page = send(kept);
        assert!(page.path == "/manage" && !page.says(UNIT), "{kept}");
    }
    assert!(send(&sealed).says(UNIT));
    later(&hall, 17);
    let page = send(&sealed);
    assert!(page.path == "/manage" && !page.says(UNIT), "too old");
}

#[test]
fn a_restart_between_typing_and_signing_in_loses_nothing() {
    let hall = Hall::at(DemoStage::Draft);
    let (_, asked) = typed_too_late(&hall);
    // The folder as a kill leaves it, opened by another process.
    let left = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(hall.dir.path()).unwrap() {
        let file = file.unwrap();
        if file.file_type().unwrap().is_file() {
            std::fs::copy(file.path(), left.path().join(file.file_name())).unwrap();
        }
    }
    let (clock, random) = (hall.clock.clone(), Random::seeded(11));
    let opened = Service::open_at(HashCost::CHEAP, left.path(), clock, random);
    let service = hall.run(opened).unwrap();
    let (address, _stop) = start(&hall.runtime, &service, left.path());
    let mut browser = Client::new(&address);
    let back = sign_in(&hall, &mut browser, &asked, "qinghe-clerk");
    assert!(back.says(UNIT), "{}", back.text());
    let done = browser.submit(&back, "/people/units", &[]);
    assert!(done.path.ends_with("/people") && done.says(UNIT));
}

#[test]
fn a_form_of_the_sign_in_before_is_sent_again_by_its_account_and_by_no_other() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people(&hall, &mut clerk);
    // A second tab of the same browser signs in anew.
    let second = clerk.get("/sign-in");
    sign_in(&hall, &mut clerk, &second, "qinghe-clerk");
    let told = clerk.submit(&page, "/people/units", &[("unit", UNIT)]);
    assert_eq!(told.status, 403, "{}", told.text());
    assert!(
        told.says(UNIT) && told.says("重新登录过"),
        "{}",
        told.text()
    );
    assert_eq!(units(&hall), "0");
    assert!(clerk.submit(&told, "/people/units", &[]).says(UNIT));
    assert_eq!(units(&hall), "1");
    let second = clerk.get("/sign-in");
    sign_in(&hall, &mut clerk, &second, "qinghe-publisher");
    let told = clerk.submit(&page, "/people/units", &[("unit", "县林业和草原局")]);
    assert_eq!(told.status, 403);
    assert!(
        told.says("县林业和草原局") && !told.has_form("/people/units"),
        "{}",
        told.text()
    );
}

#[test]
fn who_may_not_any_more_still_gets_back_what_was_typed() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people(&hall, &mut clerk);
    hall.write_past("delete from account_role where role = 'clerk'");
    let told = clerk.submit(&page, "/people/units", &[("unit", UNIT)]);
    assert_eq!(told.status, 403, "{}", told.text());
    assert!(told.says(UNIT), "{}", told.text());
}

#[test]
fn a_pin_a_password_or_a_card_is_never_carried_and_the_words_beside_it_are() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1");
    let token = page.value("token");
    later(&hall, 5);
    let round = hall.round().0;
    let fields = [
        ("token", token.as_str()),
        ("as", "pin"),
        ("reason", "代表人数已到齐"),
        ("officer", "1"),
        ("pin", "837261"),
    ];
    let asked = clerk.post(&format!("/manage/rounds/{round}/pause"), &fields);
    assert_eq!(asked.status, 403, "{}", asked.text());
    assert!(!asked.html().contains("837261"));
    let back = sign_in(&hall, &mut clerk, &asked, "qinghe-clerk");
    assert!(back.says("代表人数已到齐"), "{}", back.text());
    assert!(
        !back.html().contains("837261") && !back.has_form("/pause"),
        "what had a PIN is typed anew on its page"
    );
    // Nothing but secrets: there is nothing to give back.
    later(&hall, 5);
    let fields = [
        ("token", token.as_str()),
        ("old", "旧 口 令"),
        ("new", "新 口 令"),
    ];
    let asked = clerk.post("/manage/password", &fields);
    assert!(asked.path.starts_with("/sign-in"), "{}", asked.path);
    assert!(!asked.html().contains("口 令\"") && !asked.html().contains("kept"));
}

#[test]
fn a_form_with_a_photo_comes_back_with_its_words_and_asks_for_the_photo_again() {
    let hall = Hall::at(DemoStage::Draft);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let at = format!("/my/congresses/{congress}/leads/new");
    let mut deputy = hall.signed_in("qinghe-d1");
    let page = deputy.get(&at);
    later(&hall, 5);
    let photo = crate::photos::jpeg(320, 240);
    let asked = deputy.submit_photo(&page, "/leads/new", &ROAD, &photo);
    assert_eq!(asked.status, 403, "{}", asked.text());
    let back = sign_in(&hall, &mut deputy, &asked, "qinghe-d1");
    assert!(back.says(ROAD[2].1), "{}", back.text());
    assert!(back.html().contains("type=\"file\"") && back.html().contains("multipart/form-data"));
    let done = deputy.submit_photo(&back, "/leads/new", &[], &photo);
    assert!(done.path.starts_with("/leads/"), "{}", done.text());
    assert!(done.html().contains("/pictures/"), "with its photo");
}

#[test]
fn a_form_that_is_too_large_says_how_large_and_gives_its_words_back() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people(&hall, &mut clerk);
    let (to, mut fields) = page.form("/people/units");
    fields.retain(|(name, _)| name != "unit");
    fields.push(("unit".to_owned(), UNIT.to_owned()));
    fields.push(("more".to_owned(), "长".repeat(100_000)));
    let pairs: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let told = clerk.post(&to, &pairs);
    assert_eq!(told.status, 413, "{}", told.status);
    assert!(
        told.says(UNIT) && told.says("256 KB"),
        "its words and the limit"
    );
    assert!(told.html().matches('长').count() > 20_000);
}

#[test]
fn a_photo_beyond_every_bound_leaves_the_residents_words_in_the_form() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    let page = super::leads::form(&hall, &mut phone);
    let huge = vec![b'x'; 33 << 20];
    let told = phone.submit_photo(&page, "/leads/new", &ROAD, &huge);
    assert_eq!(told.status, 422, "{}", told.text());
    assert!(
        told.html().contains(ROAD[2].1) && told.says("20 MB"),
        "{}",
        told.text()
    );
    let photo = crate::photos::jpeg(320, 240);
    let done = phone.submit_photo(&told, "/leads/new", &[], &photo);
    assert!(done.path.starts_with("/leads/"), "{}", done.text());
}

#[test]
fn a_call_that_closed_while_a_resident_typed_gives_every_word_back() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    hall.clock.set("2026-02-14T15:58:00Z".parse().unwrap());
    let page = super::leads::form(&hall, &mut phone);
    hall.clock.set("2026-02-14T16:00:00Z".parse().unwrap());
    let photo = crate::photos::jpeg(320, 240);
    let mut typed = ROAD.to_vec();
    typed.push(("contact", "13800000000"));
    let told = phone.submit_photo(&page, "/leads/new", &typed, &photo);
    assert!(
        told.status == 409 && told.says("已经截止"),
        "{}",
        told.text()
    );
    let (_, fields) = told.form("/leads/new");
    for (name, value) in typed {
        let is_there = fields.iter().any(|(n, v)| n == name && v == value);
        assert!(is_there, "{name}: {fields:?}");
    }
    // The clerk prolongs the call: the same page hands it in.
    hall.write_past("update call set closes_on = '2026-03-31' where id = 2");
    let done = phone.submit_photo(&told, "/leads/new", &[], &photo);
    assert!(done.path.starts_with("/leads/"), "{}", done.text());
}

#[test]
fn a_busy_server_gives_a_resident_the_words_and_the_button_back() {
    let hall = Hall::at(DemoStage::Draft);
    let (address, _stop) = start(&hall.runtime, &hall.service, hall.dir.path());
    let host = address.trim_start_matches("http://").to_owned();
    let mut lines = Vec::new();
    // More photos than one address may send at once: the oldest makes way for the newest.
    for n in 0..8 {
        let mut line = TcpStream::connect(&host).unwrap();
        let what = format!("第{n}个村的路雨天走不了");
        let body = multipart(&[
            ("what", None, what.as_bytes()),
            ("place", None, "村口".as_bytes()),
            ("picture", Some("a.jpg"), &[b'x'; 20_000]),
        ]);
        let body = &body[..body.len() - 100];
        let head = format!(
            "POST {CALL}/leads/new HTTP/1.1\r\nhost: {host}\r\ncontent-length: 9999999\r\n\
             connection: close\r\ncontent-type: multipart/form-data; boundary={}\r\n\r\n",
            crate::support::client::BOUNDARY
        );
        line.write_all(head.as_bytes()).unwrap();
        line.write_all(body).unwrap();
        lines.push(line);
    }
    // Which of them came first, the server alone knows: one makes way, and hears its own words.
    let mut told = vec![String::new(); lines.len()];
    let mut made_way = None;
    until("one line makes way", || {
        for (n, (line, told)) in lines.iter_mut().zip(&mut told).enumerate() {
            line.set_nonblocking(true).unwrap();
            let mut heard = vec![0; 64 << 10];
            if let Ok(read) = line.read(&mut heard) {
                *told += &String::from_utf8_lossy(&heard[..read]);
            }
            if told.contains("</html>") {
                made_way = Some(n);
            }
        }
        made_way.is_some()
    });
    let number = made_way.unwrap();
    let told = &told[number];
    assert!(told.starts_with("HTTP/1.1 503"), "{told}");
    assert!(
        told.contains(&format!("第{number}个村的路雨天走不了")),
        "{told}"
    );
    assert!(
        told.contains("再次提交") && told.contains("type=\"file\""),
        "{told}"
    );
}
