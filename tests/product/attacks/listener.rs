//! Whoever listens to the hall's plain http: nothing secret goes out there, and no second person's word
//! comes in, on any route.

use domain::round::RoundAct;
use machine::bounds::ConnectionLimits;
use minsheng::demo::DemoStage;

use super::super::access::address;
use super::super::officers::scrutineer_without_account;
use super::super::own_certificate::gate;
use crate::support::{Client, Hall, Page, slips};

/// An address of the hall's net.
const ELSEWHERE: &str = "192.168.8.77";
/// What every refusal says.
const OPEN: &str = "所以没有接受";

/// A browser at an address, signed in over plain http.
fn signed_in(hall: &Hall, base: &str, username: &str, from: &str) -> Client {
    let mut browser = Client::new(base);
    browser
        .headers
        .push(("x-forwarded-for".to_owned(), from.to_owned()));
    let page = browser.get("/sign-in");
    let password = hall.made.password(username);
    let fields = [("username", username), ("password", password.as_str())];
    browser.submit(&page, "/sign-in", &fields);
    browser
}

/// The hall's service where people come by https through a proxy.
fn behind_https(hall: &Hall) -> String {
    let listener = hall
        .run(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    let config = web::config::Config {
        data: hall.dir.path().to_owned(),
        listen: address,
        public_url: Some("https://vote.example.cn".to_owned()),
        behind_proxy: true,
        fonts: None,
        backups: None,
        webhook_hosts: Vec::new(),
    };
    let front = web::ServerAddress::default();
    let app = web::app_at(
        ConnectionLimits::USUAL,
        hall.service.clone(),
        &config,
        front,
    );
    let gate = web::Listener {
        listener,
        app,
        certificate: None,
    };
    hall.runtime.spawn(web::serve_gates(
        ConnectionLimits::USUAL,
        vec![gate],
        std::future::pending(),
    ));
    format!("http://{address}")
}

fn post(browser: &mut Client, path: &str, fields: &[(&str, &str)]) -> Page {
    let token = browser.get("/my/acts").value("token");
    let mut all = vec![("token", token.as_str())];
    all.extend(fields);
    browser.post(path, &all)
}

/// Whoever the routes of the office let in.
const STAFF: [&str; 7] = [
    "qinghe-clerk",
    "qinghe-chief",
    "qinghe-scrutineer",
    "qinghe-teller",
    "qinghe-publisher",
    "prefecture-clerk",
    "admin",
];

#[test]
fn over_an_open_line_no_route_takes_a_second_word_and_none_prints_a_code() {
    let hall = Hall::at(DemoStage::Open);
    let base = gate(&hall, None, true);
    let before = hall.stored("select cast(count(*) as text) from audit");
    let seen = "00".repeat(32);
    let routes = || {
        web::routes()
            .into_iter()
            .filter(|route| route.method == "POST" && route.who.is_signed_in())
            .filter(|route| !["/sign-out", "/password"].contains(&route.pattern.as_ref()))
    };
    // What asks for a file, and reads no form.
    let mut unread = Vec::new();
    let mut closed = Vec::new();
    for username in STAFF {
        let mut browser = signed_in(&hall, &base, username, ELSEWHERE);
        let token = browser.get("/my/acts").value("token");
        for route in routes() {
            let path = address(&route.pattern);
            let word = [
                ("token", token.as_str()),
                ("as", "confirm"),
                ("seen", seen.as_str()),
            ];
            let told = browser.post(&path, &word);
            if [403, 404].contains(&told.status) {
                continue;
            }
            if !(told.status == 409 && told.says(OPEN)) {
                unread.push(format!("{} {}", told.status, route.pattern));
            }
            // Whatever is typed: what these print or hear is secret in itself.
            let told = browser.post(&path, &[("token", &token)]);
            if told.says(OPEN) {
                closed.push(route.pattern.to_string());
            }
        }
    }
    unread.sort();
    unread.dedup();
    closed.sort();
    closed.dedup();
    // Forms with files are read elsewhere, and none of them is of two people.
    let with_files = [
        "/manage/files/",
        "/reports/new",
        "/findings/new",
        "/photos/new",
        "/leads/new",
    ];
    unread.retain(|one| !with_files.iter().any(|part| one.contains(part)));
    assert!(unread.is_empty(), "{unread:#?}");
    let marked = web::routes();
    let marked = marked
        .iter()
        .filter(|route| route.carried != domain::access::line::LineContent::Plain);
    let mut marked: Vec<String> = marked.map(|route| route.pattern.to_string()).collect();
    marked.sort();
    assert_eq!(closed, marked);
    for print in [
        "/manage/sittings/{sitting}/slips/print",
        "/manage/sessions/{session}/officers/slips",
        "/manage/rounds/{round}/cards/{number}",
        "/manage/congresses/{congress}/people/deputies",
    ] {
        assert!(
            closed.iter().any(|one| one == print),
            "{print}: {closed:#?}"
        );
    }
    // Signing in is all that was written, beside what may be asked for there.
    let told = "select coalesce(group_concat(distinct kind), '') from (select kind from audit \
                order by id desc limit (select count(*) from audit) - ";
    let kinds = hall.stored(&format!("{told}{before})"));
    for kind in [
        "slips-shown",
        "officer-slips-printed",
        "card-shown",
        "invited",
    ] {
        assert!(!kinds.contains(kind), "{kinds}");
    }
}

#[test]
fn the_chief_confirms_nothing_from_elsewhere_and_the_record_says_where_it_was_asked_for() {
    let hall = Hall::at(DemoStage::Open);
    let base = gate(&hall, None, true);
    let stage = || hall.stored("select stage from round where id = 1");
    let close = "/manage/rounds/1/close-vote";
    let mut clerk = signed_in(&hall, &base, "qinghe-clerk", ELSEWHERE);
    let asked = post(&mut clerk, close, &[("as", "ask")]);
    assert_eq!(asked.status, 200, "{}", asked.text());
    let mut chief = signed_in(&hall, &base, "qinghe-chief", ELSEWHERE);
    let waiting = chief.get("/my/acts");
    let told = chief.submit(&waiting, "/my/acts", &[]);
    assert!(told.status == 409 && told.says(OPEN), "{}", told.text());
    let seen = chief.get("/my/acts").value("seen");
    let word = [("as", "confirm"), ("seen", seen.as_str())];
    let told = post(&mut chief, close, &word);
    assert!(told.status == 409 && told.says(OPEN), "{}", told.text());
    assert_eq!(stage(), "open");
    // At the laptop itself it goes on.
    let mut chief = signed_in(&hall, &base, "qinghe-chief", "127.0.0.1");
    let waiting = chief.get("/my/acts");
    chief.submit(&waiting, "/my/acts", &[]);
    assert_eq!(stage(), "closed");
    let line = "select line from audit where line like '%act=close-vote%' order by id desc limit 1";
    let line = hall.stored(line);
    assert!(
        line.contains("@open-line second=account/") && line.contains("@own-account"),
        "{line}"
    );
}

#[test]
fn whoever_goes_past_the_proxy_comes_over_plain_http_whatever_the_settings_say() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall);
    let code = hall.slip_for(id);
    let base = behind_https(&hall);
    for (headers, status) in [
        (&[("x-forwarded-for", "10.1.2.3")][..], 409),
        (
            &[
                ("x-forwarded-for", "10.1.2.3"),
                ("x-forwarded-proto", "http"),
            ][..],
            409,
        ),
        (
            &[
                ("x-forwarded-for", "10.1.2.3"),
                ("x-forwarded-proto", "https"),
            ][..],
            200,
        ),
        (&[][..], 200),
    ] {
        let mut phone = Client::new(&base);
        for (name, value) in headers {
            phone
                .headers
                .push(((*name).to_owned(), (*value).to_owned()));
        }
        let told = phone.get(&format!("/officer/open/{code}"));
        assert_eq!(told.status, status, "{headers:?}: {}", told.text());
    }
}

#[test]
fn a_proxy_on_the_laptop_that_nobody_told_of_is_not_the_laptop() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall);
    let code = hall.slip_for(id);
    let forms: [&[(&str, &str)]; 4] = [
        &[
            ("x-forwarded-for", "10.1.2.3"),
            ("x-forwarded-proto", "http"),
        ],
        &[("x-forwarded-for", "127.0.0.1, 10.1.2.3")],
        &[("forwarded", "for=10.1.2.3")],
        &[("via", "1.1 somewhere")],
    ];
    for headers in forms {
        let mut phone = hall.client();
        for (name, value) in headers {
            phone
                .headers
                .push(((*name).to_owned(), (*value).to_owned()));
        }
        let told = phone.get(&format!("/officer/open/{code}"));
        assert_eq!(told.status, 409, "{headers:?}: {}", told.text());
        let page = phone.get("/sign-in");
        assert!(page.says("没有加密"), "{headers:?}: {}", page.text());
        let mut chief = signed_in(&hall, &hall.address, "qinghe-chief", "10.1.2.3");
        let told = post(&mut chief, "/manage/rounds/1/cards/1", &[]);
        assert!(told.says(OPEN), "{}", told.text());
    }
    let mut own = hall.client();
    assert_eq!(own.get(&format!("/officer/open/{code}")).status, 200);
    own.headers
        .push(("x-forwarded-for".to_owned(), "127.0.0.1".to_owned()));
    assert_eq!(own.get(&format!("/officer/open/{code}")).status, 200);
    assert!(!own.get("/sign-in").says("没有加密"));
}

#[test]
fn a_print_of_slips_that_is_asked_for_over_an_open_line_waits_for_the_laptop() {
    let hall = Hall::at(DemoStage::Frozen);
    super::super::steps::do_it(&hall, &[RoundAct::Seal, RoundAct::StartIssuing]);
    let base = gate(&hall, None, true);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let page = clerk.get("/manage/sittings/1/slips");
    let order = [("number", "9"), ("reason", "会议表决")];
    clerk.submit(&page, "/slips/ask", &order);
    let page = chief.get("/manage/sittings/1/slips");
    chief.submit(&page, "/slips/confirm", &[]);
    let page = clerk.get("/manage/sittings/1/slips");
    let number = page.value("print");
    let mut open = signed_in(&hall, &base, "qinghe-clerk", ELSEWHERE);
    let print = "/manage/sittings/1/slips/print";
    let told = post(
        &mut open,
        print,
        &[("print", &number), ("wifi", "大会 会场")],
    );
    assert!(told.status == 409 && told.says(OPEN), "{}", told.text());
    assert!(
        told.says("大会 会场"),
        "what was typed comes back: {}",
        told.text()
    );
    // Nothing was shown: the print still waits, and is whole.
    let pdf = clerk.submit(&page, "/slips/print", &[]);
    let pdf = crate::support::pdf::Pdf::of(&pdf);
    assert_eq!(slips::digits(&pdf).len(), 9);
}
