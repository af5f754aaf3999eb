//! Every route against every role, as one table: a new route without an entry fails.

use domain::id::CongressId;
use minsheng::demo::Stage;
use service::reviewing::ReviewSheet;
use web::{self, Who};

use crate::support::{Client, Hall};

/// The table as it is kept.
pub(super) const SNAPSHOT: &str = include_str!("access.txt");

/// An address of the demo for a pattern.
pub(super) fn address(pattern: &str) -> String {
    [
        ("{slug}", "qinghe"),
        ("{session}", "1"),
        ("{poll}", "1"),
        ("{notice}", "1"),
        ("{name}", "none"),
        ("{code}", "none"),
        ("{congress}", "6"),
        ("{year}", "2026"),
        ("{project}", "1"),
        ("{sitting}", "1"),
        ("{round}", "1"),
        ("{call}", "1"),
        ("{lead}", "1"),
        ("{receipt}", "none"),
        ("{picture}", "1-320.jpg"),
        ("{list}", "1"),
        ("{opinion}", "1"),
        ("{language}", "kk-Arab"),
        ("uploads/{key}", "uploads/00000000000000000000000000000000"),
        ("{key}", "QH2026-01"),
        ("{report}", "1"),
        ("{finding}", "1"),
        ("{rating}", "1"),
        ("{entry}", "1"),
        ("{review}", "1"),
        ("{task}/{act}", "1/close"),
        ("{question}", "1"),
        ("{change}", "1"),
        ("facts/{kind}", "facts/finished"),
        ("{kind}", "deputies"),
        ("{file}", "00000000000000000000000000000000"),
        ("{format}", "csv"),
        ("{account}", "1"),
        ("{number}", "1"),
        ("{screen}", "1"),
        ("{delivery}", "1"),
        ("{reminder}", "1"),
        ("{form}", "ballot"),
    ]
    .iter()
    .fold(pattern.to_owned(), |path, (name, value)| {
        path.replace(name, value)
    })
    .replace("leads/1/{act}", "leads/1/undo-merge")
    .replace("projects/1/act/{act}", "projects/1/act/withdraw")
    .replace("candidate-lists/1/act/{act}", "candidate-lists/1/act/fix")
    .replace("{officer}/{act}", "1/withdraw")
    .replace("desk/{act}", "desk/assist")
    .replace("batches/1/{act}", "batches/1/type")
    .replace("papers/{act}", "papers/printed")
    .replace("{deputy}", "1")
    .replace("sittings/1/{act}", "sittings/1/open-roll")
    .replace("rounds/1/{act}", "rounds/1/certify")
    .replace("rounds/1/box/{act}", "rounds/1/box/record-cards")
    .replace("findings/1/{act}", "findings/1/close")
    .replace("reviews/1/{act}", "reviews/1/conclude")
}

/// A department review of 青河县 that every role may try its hand at.
pub(super) fn plan_a_review(hall: &Hall, congress: CongressId) {
    let clerk = hall.actor("qinghe-clerk");
    let unit = hall.service.keep_unit(&clerk, congress, "县水利局");
    let sheet = ReviewSheet {
        unit: Some(hall.run(unit).unwrap()),
        department: String::new(),
        year: Some(2026),
        topic: "农村饮水".to_owned(),
        on: Some(jiff::civil::date(2026, 1, 20)),
        place: String::new(),
        chair: String::new(),
        media: Vec::new(),
    };
    let planned = hall.service.plan_review(&clerk, Some(congress), sheet);
    assert_eq!(hall.run(planned).unwrap().0, 1);
}

#[test]
fn every_route_answers_every_role_as_the_table_says() {
    let hall = Hall::at(Stage::Open);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    plan_a_review(&hall, congress);
    let congress = congress.0.to_string();
    let mut askers: Vec<(&str, Client, String)> = vec![
        ("nobody", hall.client(), String::new()),
        ("voter", hall.scanned(0), String::new()),
    ];
    for name in ["clerk", "chief", "scrutineer", "teller", "publisher"] {
        let mut client = hall.signed_in(&format!("qinghe-{name}"));
        let token = client.get("/manage/polls/1").value("token");
        askers.push((name, client, token));
    }
    for (short, name) in [
        ("deputy", "qinghe-d1"),
        ("unit", "qinghe-u1"),
        ("stranger", "township-clerk"),
        ("reader", "reader"),
        ("advisor", "prefecture-clerk"),
        ("admin", "admin"),
    ] {
        let mut client = hall.signed_in(name);
        let token = client.get("/manage").value("token");
        askers.push((short, client, token));
    }
    let mut phone = super::officers::phone(&hall);
    let token = phone.get("/officer").value("token");
    askers.push(("officer", phone, token));
    for (_, client, token) in &mut askers {
        // A piece of a photo has no fields to carry the token.
        client
            .headers
            .push(("form-token".to_owned(), token.clone()));
    }
    let mut table = String::new();
    for route in web::routes() {
        let is_stream = route.pattern.ends_with("}/live") && !route.pattern.starts_with("/screen");
        if is_stream || ["/sign-out", "/officer/leave"].contains(&route.pattern) {
            // A stream has no end to wait for, and signing out would end the others' tries; they
            // have tests of their own.
            continue;
        }
        let path =
            address(route.pattern).replace("congresses/6", &format!("congresses/{congress}"));
        let who = match route.who {
            Who::May(action) => format!("{action:?}"),
            Who::Either(here, there) => format!("{here:?}/{there:?}"),
            other @ (Who::Everybody | Who::Public | Who::Voter | Who::Staff | Who::Officer) => {
                format!("{other:?}")
            }
        };
        table.push_str(&format!(
            "{:<5}{:<48}{who:<12}",
            route.method.as_str(),
            route.pattern
        ));
        for (name, client, token) in &mut askers {
            let body = (route.method != "GET").then(|| format!("token={token}").into_bytes());
            let page = client.once(route.method.as_str(), &path, body);
            table.push_str(&format!(" {name}={}", page.status));
        }
        table.push('\n');
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/through_http/access.txt");
        std::fs::write(file, &table).unwrap();
        return;
    }
    for (found, kept) in table.lines().zip(SNAPSHOT.lines()) {
        assert_eq!(
            found, kept,
            "run with UPDATE_SNAPSHOTS=1 once the change is meant"
        );
    }
    assert_eq!(table.lines().count(), SNAPSHOT.lines().count());
}
