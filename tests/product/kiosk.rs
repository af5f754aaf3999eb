//! A tablet that many voters use: each is forgotten, and its cookie is worth nothing to a thief.

use std::time::Duration;

use domain::congress::Body;
use domain::poll::template::Template;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;
use web::config::Config;

use super::ballot::{review, vote};
use super::steps::{do_it, hall, open};
use crate::support::{Client, Hall, Page};

const START: &str = "/ballot/kiosk";

/// Types a code at the tablet's start page.
fn enter(tablet: &mut Client, code: &str) -> Page {
    let page = tablet.get(START);
    tablet.submit(&page, START, &[("code", code)])
}

/// The typed code of the n-th slip that nobody used.
fn typed(hall: &Hall, from_the_end: usize) -> String {
    let slips = &hall.made.slips;
    slips[slips.len() - 1 - from_the_end].typed.to_string()
}

#[test]
fn two_voters_cast_one_after_the_other_and_the_tablet_keeps_nothing_of_the_first() {
    let hall = Hall::at(DemoStage::Open);
    let mut tablet = hall.client();
    let page = enter(&mut tablet, &typed(&hall, 0));
    assert_eq!(page.path, "/ballot/1", "{}", page.text());
    assert!(page.html().contains("data-surface=\"kiosk\""));
    tablet.post("/language", &[("lang", "en"), ("next", "/ballot/1")]);
    let done = vote(&mut tablet, &[("m1", "a")]);
    assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
    assert!(done.html().contains("starts over"), "{}", done.text());
    assert_eq!(
        tablet.get("/ballot/1/done").path,
        START,
        "the end page is shown once"
    );
    for back in ["/ballot/1", "/ballot/1/review", "/ballot", "/ballot/1/done"] {
        assert_eq!(
            tablet.get(back).path,
            START,
            "{back}: the way back leads to the start"
        );
    }
    let kept = tablet.cookies.names();
    assert_eq!(
        kept,
        ["minsheng_kiosk", "minsheng_kiosk_scan"],
        "language, size and slip are gone"
    );
    assert_eq!(&tablet.cookies["minsheng_kiosk"], "waiting");
    let second = enter(&mut tablet, &typed(&hall, 1));
    assert_eq!(second.path, "/ballot/1");
    assert!(
        second.says("请在每个项目下选一项"),
        "the language is the usual one again"
    );
    assert_eq!(vote(&mut tablet, &[("m2", "a")]).path, "/ballot/1/done");
}

#[test]
fn who_walks_away_leaves_the_slip_unspent_and_the_marks_nowhere() {
    let hall = Hall::at(DemoStage::Open);
    let mut tablet = hall.client();
    enter(&mut tablet, &typed(&hall, 0));
    let reviewed = review(&mut tablet, &[("m1", "a"), ("m2", "o")]);
    assert_eq!(reviewed.status, 200);
    let visit = tablet.cookies["minsheng_kiosk"].to_owned();
    let (cast, fields) = reviewed.form("/cast");
    let start = tablet.get(START);
    assert!(!start.html().contains("checked"), "the tablet wiped itself");
    tablet.cookies.put("minsheng_kiosk", &visit);
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    assert_eq!(
        tablet.post(&cast, &fields).path,
        START,
        "nobody casts what was left behind"
    );
    let mut phone = hall.client();
    let page = phone.get(&format!("/b/{}", hall.made.slips.last().unwrap().scanned));
    assert_eq!(page.path, "/ballot/1", "the slip is good");
    assert!(!page.html().contains("id=\"m1a\" value=\"a\" checked"));
    assert_eq!(vote(&mut phone, &[("m1", "x")]).path, "/ballot/1/done");
}

#[test]
fn a_visit_ends_by_itself_when_the_tablet_breaks_and_lasts_while_it_is_touched() {
    let hall = Hall::at(DemoStage::Open);
    let mut tablet = hall.client();
    enter(&mut tablet, &typed(&hall, 0));
    for _ in 1..=3 {
        hall.clock.pass(Duration::from_secs(150));
        assert_eq!(tablet.post("/ballot/kiosk/stay", &[]).text(), "ok");
    }
    assert_eq!(tablet.get("/ballot/1").path, "/ballot/1");
    // A watch that is set, forward or back, ends no visit.
    for set in ["2031-01-15T04:00:00Z", "2021-01-15T04:00:00Z"] {
        hall.clock.set(set.parse().unwrap());
        assert_eq!(tablet.get("/ballot/1").path, "/ballot/1", "{set}");
    }
    hall.clock.pass(Duration::from_secs(181));
    assert_eq!(tablet.get("/ballot/1").path, START);
}

#[test]
fn a_slip_has_one_visit_and_whoever_begins_many_ends_their_own() {
    let hall = Hall::at(DemoStage::Open);
    let (mine, other) = (typed(&hall, 0), typed(&hall, 1));
    let mut beside = hall.client();
    enter(&mut beside, &other);
    let mut first = hall.client();
    enter(&mut first, &mine);
    for _ in 0..80 {
        let page = enter(&mut hall.client(), &mine);
        assert_eq!(page.path, "/ballot/1", "{}", page.text());
    }
    assert_eq!(first.get("/ballot/1").path, START, "the slip is elsewhere");
    let page = beside.get("/ballot/1");
    assert_eq!(page.path, "/ballot/1", "the other tablet is not disturbed");
}

#[test]
fn a_stolen_cookie_opens_nothing_elsewhere_and_nothing_afterwards() {
    let hall = Hall::at(DemoStage::Open);
    let listener = hall
        .run(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let config = Config {
        data: hall.dir.path().to_owned(),
        listen: listener.local_addr().unwrap(),
        public_url: Some(address.clone()),
        behind_proxy: true,
        backups: None,
        webhook_hosts: Vec::new(),
        fonts: None,
    };
    let app = web::app(hall.service.clone(), &config);
    hall.runtime
        .spawn(web::serve(listener, app, std::future::pending()));
    let from = |place: &str| {
        let mut client = Client::new(&address);
        client
            .headers
            .push(("x-forwarded-for".to_owned(), place.to_owned()));
        client
    };
    let mut tablet = from("10.0.0.7");
    assert_eq!(enter(&mut tablet, &typed(&hall, 0)).path, "/ballot/1");
    let stolen = tablet.cookies["minsheng_kiosk"].to_owned();
    let mut thief = from("10.0.0.8");
    thief.cookies.put("minsheng_kiosk", &stolen);
    assert_eq!(
        thief.get("/ballot/1").path,
        START,
        "not from another device"
    );
    assert_eq!(
        vote(&mut tablet, &[("m1", "a")]).path,
        "/ballot/1/done",
        "the voter is not disturbed"
    );
    let mut thief = from("10.0.0.7");
    thief.cookies.put("minsheng_kiosk", &stolen);
    assert_eq!(
        thief.get("/ballot/1/done").path,
        START,
        "not after the visit"
    );
    thief.cookies.put("minsheng_slip", &stolen);
    thief.cookies.take("minsheng_kiosk");
    assert_eq!(thief.get("/ballot/1").path, "/ballot", "and it is no slip");
}

#[test]
fn every_kind_of_ballot_is_cast_at_a_kiosk() {
    for (template, places, mark) in [
        (Template::PerItem, 4, "a"),
        (Template::Tick, 4, "a"),
        (Template::Rank, 4, "1"),
        (Template::WholeList, 6, "a"),
    ] {
        let hall = hall(|rules| *rules = template.rules(Body::Congress, places));
        let mut codes = Vec::new();
        open(&hall, &mut codes);
        let mut tablet = hall.client();
        let page = enter(&mut tablet, &codes[0]);
        assert_eq!(page.path, "/ballot/1", "{}", page.text());
        assert!(page.html().contains("data-surface=\"kiosk\""));
        assert_eq!(
            vote(&mut tablet, &[("m1", mark)]).path,
            "/ballot/1/done",
            "{template:?}"
        );
    }
}

#[test]
fn a_wrong_code_is_said_at_the_tablet_and_a_scanned_slip_makes_a_phone_of_it() {
    let hall = Hall::at(DemoStage::Open);
    let mut tablet = hall.client();
    let wrong = enter(&mut tablet, "00000 00000");
    assert_eq!(wrong.status, 422);
    assert!(wrong.says("没有这个号码") && wrong.html().contains("data-surface"));
    let page = tablet.get(&format!("/b/{}", hall.made.slips.last().unwrap().scanned));
    assert_eq!(page.path, "/ballot/1");
    assert!(!page.html().contains("data-surface"));
}

#[test]
fn phones_follow_how_voting_stands_by_six_facts_and_no_more() {
    let hall = Hall::at(DemoStage::Open);
    let voter = hall.scanned(hall.made.slips.len() - 1);
    let told = voter.listen("/ballot/1/live", "", 1).remove(0);
    let now: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&told).unwrap();
    let names: Vec<&String> = now.keys().collect();
    assert_eq!(
        names,
        ["due", "issued", "papers", "present", "returned", "stage"]
    );
    assert_eq!(now["papers"], "none", "whether papers wait, never how many");
    assert_eq!(now["stage"], "open");
    do_it(&hall, &[RoundAct::Pause]);
    voter.listen_for("/ballot/1/live", "", |now| {
        now.contains("\"stage\":\"paused\"")
    });
    let mut nobody = hall.client();
    assert_eq!(
        nobody.get("/ballot/1/live").path,
        "/ballot",
        "without a slip nobody follows"
    );
    let mut voter = voter;
    assert_eq!(
        voter.once("GET", "/ballot/2/live", None).status,
        404,
        "another sitting's poll"
    );
}

#[test]
fn the_ballot_has_one_line_that_follows() {
    let hall = Hall::at(DemoStage::Open);
    let page = hall.scanned(hall.made.slips.len() - 1).get("/ballot/1");
    assert_eq!(page.html().matches("data-live").count(), 1);
    assert_eq!(
        page.html().matches("role=\"status\"").count(),
        2,
        "the counter and this line"
    );
}
