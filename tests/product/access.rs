//! Every route against every role, as one table: a new route without an entry fails.

use domain::access::{Action, Role};
use domain::id::CongressId;
use minsheng::demo::DemoStage;
use service::review::ReviewSheet;
use web::{self, RouteRole};

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
        ("{task}", "1"),
        ("{question}", "1"),
        ("{change}", "1"),
        ("{file}", "00000000000000000000000000000000"),
        ("{format}", "csv"),
        ("{account}", "1"),
        ("{number}", "1"),
        ("{officer}", "1"),
        ("{screen}", "1"),
        ("{delivery}", "1"),
        ("{reminder}", "1"),
        ("{form}", "ballot"),
    ]
    .iter()
    .fold(pattern.to_owned(), |path, (name, value)| {
        path.replace(name, value)
    })
    .replace("{deputy}", "1")
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

/// Whoever asks: a name for the table, a browser, and the form token of its pages.
type Asker = (&'static str, Client, String);

/// Everybody who asks, each signed in where they sign in.
fn askers(hall: &Hall) -> Vec<Asker> {
    let mut askers = vec![
        ("nobody", hall.client(), String::new()),
        ("voter", hall.scanned(0), String::new()),
    ];
    for (name, username) in [
        ("clerk", "qinghe-clerk"),
        ("chief", "qinghe-chief"),
        ("scrutineer", "qinghe-scrutineer"),
        ("teller", "qinghe-teller"),
        ("publisher", "qinghe-publisher"),
    ] {
        let mut client = hall.signed_in(username);
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
    let mut phone = super::officers::phone(hall);
    let token = phone.get("/officer").value("token");
    askers.push(("officer", phone, token));
    for (_, client, token) in &mut askers {
        // A piece of a photo has no fields to carry the token.
        client
            .headers
            .push(("form-token".to_owned(), token.clone()));
    }
    askers
}

/// The routes that are asked. A stream has no end to wait for, and signing out would end the others'
/// tries; they have tests of their own.
fn asked() -> impl Iterator<Item = web::RouteLine> {
    web::routes().into_iter().filter(|route| {
        let is_stream = route.pattern.ends_with("}/live") && !route.pattern.starts_with("/screen");
        !is_stream && !["/sign-out", "/officer/leave"].contains(&route.pattern.as_ref())
    })
}

#[test]
fn every_route_answers_every_role_as_the_table_says() {
    let hall = Hall::at(DemoStage::Open);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    plan_a_review(&hall, congress);
    let congress = congress.0.to_string();
    let mut askers = askers(&hall);
    let mut table = String::new();
    for route in asked() {
        let path =
            address(&route.pattern).replace("congresses/6", &format!("congresses/{congress}"));
        let path = path.replace("files/6", &format!("files/{congress}"));
        let who = match route.who {
            RouteRole::May(action) => format!("{action:?}"),
            RouteRole::Anywhere(action) => format!("{action:?} anywhere"),
            RouteRole::OneOf(one, other) => format!("{one:?} or {other:?}"),
            RouteRole::Either(here, there) => format!("{here:?}/{there:?}"),
            other @ (RouteRole::Everybody
            | RouteRole::Public
            | RouteRole::Published
            | RouteRole::Voter
            | RouteRole::Staff
            | RouteRole::Officer
            | RouteRole::OfKind) => {
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
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/product/access.txt");
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

/// The roles of whoever asks, and whether they are of the congress whose things are asked for; none where
/// they have no account.
fn roles(name: &str) -> Option<(&'static [Role], bool)> {
    Some(match name {
        "nobody" | "voter" | "officer" => return None,
        "clerk" => (&[Role::Clerk], true),
        "chief" => (&[Role::ChiefScrutineer], true),
        "scrutineer" => (&[Role::Scrutineer], true),
        "teller" => (&[Role::Teller], true),
        "publisher" => (&[Role::Publisher], true),
        "deputy" => (&[Role::Deputy], true),
        "unit" => (&[Role::UnitStaff], true),
        "stranger" => (&[Role::Clerk], false),
        "reader" => (&[Role::PrefectureReader], false),
        "advisor" => (&[Role::PrefectureClerk], false),
        "admin" => (&[Role::Administrator], false),
        other => panic!("{other}"),
    })
}

/// Refused by the act itself although the role on the line is held: the line and its address, the
/// asker, and why.
const REFUSED_LATER: [(&str, &[&str], &str); 7] = [
    (
        "/manage/sittings/{sitting}/officers",
        &["deputy", "advisor"],
        "the witness who does not work in the hall confirms on the page of their own acts",
    ),
    (
        "/manage/sittings/{sitting}/officers/slips",
        &["chief", "scrutineer", "deputy", "advisor"],
        "a witness confirms and does not ask",
    ),
    (
        "/manage/sessions/{session}/officers/slips",
        &["deputy", "advisor"],
        "a witness who does not work in the hall confirms and prints nothing there",
    ),
    (
        "/manage/rounds/{round}/cards/{number}",
        &["clerk"],
        "on the clerk's screen a card is shown to the PIN of an officer",
    ),
    (
        "/count/rounds/{round}/batches/{number}/type",
        &["clerk", "chief", "scrutineer", "publisher"],
        "on their screens a teller types with a PIN",
    ),
    (
        "/count/rounds/{round}/batches/{number}/retype",
        &["clerk", "chief", "scrutineer", "publisher"],
        "on their screens a teller types with a PIN",
    ),
    (
        "/manage/officers/{officer}/pin",
        &["clerk", "chief", "scrutineer", "teller", "publisher"],
        "a PIN is set by the officer whose it is",
    ),
];

#[test]
fn the_role_on_a_line_and_the_statuses_of_the_line_agree() {
    let mut lines = SNAPSHOT.lines();
    let mut refused = 0;
    for route in asked() {
        let line = lines.next().unwrap();
        let statuses = line.split(' ').filter_map(|one| one.split_once('='));
        let told = format!("{} {}", route.method, route.pattern);
        for (name, status) in statuses {
            let Some((held, is_of_congress)) = roles(name) else {
                let is_let_in = !route.who.is_signed_in();
                assert!(is_let_in || status == "303", "{told} {name}={status}");
                continue;
            };
            let Some(needs) = route.who.needs() else {
                continue;
            };
            let may = |actions: &[Action]| {
                let mut roles = actions.iter().flat_map(|action| action.roles());
                roles.any(|role| held.contains(role))
            };
            if !may(&needs.here) && !may(&needs.there) {
                assert_eq!(status, "403", "{told} {name}");
                refused += 1;
                continue;
            }
            let reaches = is_of_congress || held.iter().any(|role| role.is_of_prefecture());
            if !reaches && !matches!(route.who, RouteRole::Anywhere(_)) {
                assert_eq!(status, "404", "{told} {name}: a stranger");
                continue;
            }
            let is_later = REFUSED_LATER
                .iter()
                .any(|(pattern, names, _)| route.pattern == *pattern && names.contains(&name));
            assert!(status != "403" || is_later, "{told} {name}={status}");
        }
    }
    assert!(refused > 900, "{refused} were refused");
    assert_eq!(lines.next(), None);
}

#[test]
fn who_may_not_is_refused_whatever_the_form_is_and_hears_nothing_of_what_exists() {
    let hall = Hall::at(DemoStage::Open);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    plan_a_review(&hall, congress);
    let congress = congress.0.to_string();
    let mut askers = askers(&hall);
    askers.retain(|(name, ..)| roles(name).is_some());
    let too_large = vec![b'a'; 400 << 10];
    let mut tried = 0;
    for route in asked() {
        let Some(needs) = route.who.needs() else {
            continue;
        };
        let may = |name: &str| {
            let (held, _) = roles(name).unwrap();
            let mut actions = needs.here.into_iter().chain(needs.there);
            actions.any(|action| action.roles().iter().any(|role| held.contains(role)))
        };
        let Some((name, client, _)) = askers.iter_mut().find(|(name, ..)| !may(name)) else {
            continue;
        };
        let path =
            address(&route.pattern).replace("congresses/6", &format!("congresses/{congress}"));
        let path = path.replace("files/6", &format!("files/{congress}"));
        let unknown = path.replace("/1", "/987654");
        let method = route.method.as_str();
        let mut status = |path: &str, body: Option<&[u8]>| {
            client.once(method, path, body.map(<[u8]>::to_vec)).status
        };
        if method == "GET" {
            assert_eq!(status(&unknown, None), 403, "{name} {unknown}");
            continue;
        }
        for body in [&b""[..], b"what=ever&a=%ff", &too_large] {
            assert_eq!(status(&path, Some(body)), 403, "{name} {method} {path}");
        }
        assert_eq!(status(&unknown, Some(b"")), 403, "{name} {unknown}");
        client
            .headers
            .push(("content-type".to_owned(), "application/json".to_owned()));
        let answer = client.once(method, &path, Some(b"{}".to_vec()));
        client.headers.pop();
        assert_eq!(answer.status, 403, "{name} {method} {path} in another type");
        tried += 1;
    }
    assert!(tried > 150, "{tried} acts were tried");
}
