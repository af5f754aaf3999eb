//! How long the follow-up's boards take, and how that grows from one year to ten.
//!
//! A prefecture of ten years: 8,000 projects, 96,000 reports, 40,000 findings. Measured are the board
//! of the prefecture as a page over HTTP, the board of one congress, and the lights of all projects
//! recomputed from the facts. Run with `cargo bench --bench followup`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::allow_attributes,
    reason = "a bench measures time, prints, and fails loudly"
)]

#[path = "size/mod.rs"]
mod size;

use std::time::{Duration, Instant};

use domain::access::{Actor, Role};
use domain::followup::course::DatedFact;
use domain::followup::fact::{FactKind, ProjectFact};
use domain::followup::finding::{Finding, FindingStage};
use domain::followup::month::Month;
use domain::followup::plan::{Milestone, Plan, PlannedFund};
use domain::followup::report::Report;
use domain::followup::share::Share;
use domain::id::{AccountId, CongressId, FindingId, MilestoneId, PlanId, ProjectId, ReportId};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use machine::clock::Clock;
use machine::random::Random;
use service::Service;
use service::people::accounts::NewAccount;
use store::followup::{facts, findings, followed, plans, reports};
use store::people::units;
use store::{Store, StoreError, WriteTx, Written};
use web::config::Config;

const CONGRESSES: &[u8] = include_bytes!("../src/cli/demo/congresses.csv");
const PROJECTS: &str = include_str!("../src/cli/demo/year/projects-year.csv");
const LAST: i16 = 2026;
/// What the board may take.
const BOARD: Duration = Duration::from_millis(100);

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let mut measured = Vec::new();
    for years in size::of([1, 10], [1, 2]) {
        measured.push(runtime.block_on(measure(years)));
    }
    println!("{:<34}{:>12}{:>12}{:>8}", "", "1 year", "more", "ratio");
    let (one, ten) = (&measured[0], &measured[1]);
    for ((name, limit, one), (_, _, ten)) in one.iter().zip(ten) {
        let ratio = ten.as_secs_f64() / one.as_secs_f64();
        let verdict = limit.map_or("", |limit| {
            if *ten <= limit {
                "within its limit"
            } else {
                "TOO SLOW"
            }
        });
        println!("{name:<34}{one:>12.2?}{ten:>12.2?}{ratio:>8.2}  {verdict}");
    }
}

type Measured = Vec<(&'static str, Option<Duration>, Duration)>;

async fn measure(years: i16) -> Measured {
    let dir = tempfile::tempdir().unwrap();
    let at: Timestamp = "2026-12-20T04:00:00Z".parse().unwrap();
    let service = Service::open(dir.path(), Clock::fixed(at), Random::seeded(7))
        .await
        .unwrap();
    let console = Actor::console();
    service
        .name_prefecture(&console, "bench", true)
        .await
        .unwrap();
    service
        .import_congresses(&console, CONGRESSES)
        .await
        .unwrap();
    let password = service.draw_password().unwrap();
    let new = NewAccount {
        username: "reader".to_owned(),
        name: "reader".to_owned(),
        password: password.clone(),
        must_change: false,
        role: Role::PrefectureReader,
        congress: None,
    };
    let account = service.create_account(&console, new).await.unwrap();
    for year in LAST - years + 1..=LAST {
        fill(&service, year).await;
    }
    drop(service);
    live_all(dir.path(), account, LAST - years + 1..=LAST).await;
    let service = Service::open(dir.path(), Clock::fixed(at), Random::seeded(8))
        .await
        .unwrap();
    let reader = Actor {
        account: Some(account),
        roles: vec![(Role::PrefectureReader, None)],
        ..Actor::console()
    };
    let county = service.find_congress("qinghe").await.unwrap();
    println!("{years} years");
    let page = page_time(&service, dir.path(), &password).await;
    vec![
        ("board of the prefecture, a page", Some(BOARD), page),
        (
            "board of the prefecture, its facts",
            None,
            median(|| service.get_overview(&reader, LAST)).await,
        ),
        (
            "board of one congress, its facts",
            None,
            median(|| service.get_board(&reader, county, LAST)).await,
        ),
    ]
}

/// The median of eleven runs after one to warm up.
async fn median<F: Future<Output = Result<T, E>>, T, E: std::fmt::Debug>(
    mut run: impl FnMut() -> F,
) -> Duration {
    run().await.unwrap();
    let mut times = Vec::new();
    for _ in 0..size::of(11, 1) {
        let start = Instant::now();
        run().await.unwrap();
        times.push(start.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}

/// The prefecture's board asked for over HTTP by a signed-in reader.
async fn page_time(service: &Service, dir: &std::path::Path, password: &str) -> Duration {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let config = Config {
        data: dir.to_owned(),
        listen: address,
        public_url: None,
        behind_proxy: false,
        fonts: None,
        backups: None,
        webhook_hosts: Vec::new(),
    };
    let app = web::app(service.clone(), &config);
    let server = tokio::spawn(web::serve(listener, app, std::future::pending()));
    let secret = service.sign_in("reader", password).await.unwrap();
    let times = tokio::task::spawn_blocking(move || {
        let url = format!("http://{address}/manage/overview/{LAST}");
        let ask = || {
            let request = ureq::get(&url).header("cookie", format!("minsheng_office={secret}"));
            let mut response = request.call().unwrap();
            assert_eq!(response.status(), 200);
            response
                .body_mut()
                .with_config()
                .limit(64 << 20)
                .read_to_vec()
                .unwrap()
                .len()
        };
        let size = ask();
        println!("the page has {} kB", size / 1024);
        let mut times: Vec<Duration> = (0..size::of(11, 1))
            .map(|_| {
                let start = Instant::now();
                ask();
                start.elapsed()
            })
            .collect();
        times.sort();
        times[times.len() / 2]
    });
    let time = times.await.unwrap();
    server.abort();
    time
}

/// A year of the whole prefecture, imported and taken over by the use cases.
async fn fill(service: &Service, year: i16) {
    let congresses = service.get_prefecture().await.unwrap().congresses;

    let rows: Vec<&str> = PROJECTS.lines().skip(1).collect();
    // Projects that the 64 congresses select in a year.
    let a_year = size::of(800, 64);
    for (place, congress) in congresses.iter().enumerate() {
        let share = |place| a_year * place / congresses.len();
        let wanted = share(place + 1) - share(place);
        let mut file = PROJECTS.lines().next().unwrap().to_owned();
        let mut codes = Vec::new();
        for number in 0..wanted {
            let (_, rest) = rows[number % rows.len()].split_once(',').unwrap();
            let name = format!("{}{number}", congress.name);
            let code = format!("{}-{year}-{number}", congress.slug);
            file.push_str(&format!("\n{code},{}", rest.replace("{place}", &name)));
            codes.push(code);
        }
        let console = Actor::console();
        service
            .import_projects(&console, congress.id, year, file.as_bytes())
            .await
            .unwrap();
        service
            .take_over(&console, congress.id, year, codes, "bench")
            .await
            .unwrap();
    }
}

/// Plans, reports, facts and findings of every year, in bulk through the store.
async fn live_all(dir: &std::path::Path, account: AccountId, years: std::ops::RangeInclusive<i16>) {
    let store = Store::open(dir).unwrap();
    for year in years {
        let written: Result<(), StoreError> = store
            .write(move |tx| {
                for (number, project) in (0..).zip(followed::list(tx, None, year)?) {
                    live(tx, project.congress, project.id, account, year, number)?;
                }
                Ok(Written::quiet((), "a bench is nobody's act"))
            })
            .await;
        written.unwrap();
    }
}

fn live(
    tx: &WriteTx<'_>,
    congress: CongressId,
    project: ProjectId,
    account: AccountId,
    year: i16,
    number: i64,
) -> Result<(), StoreError> {
    let unit = units::save(tx, congress, "unit")?;
    plans::create(tx, &plan(project, year), unit)?;
    for month in 1..=12 {
        let month = Month::new(year, month).unwrap();
        let on = month.next().day(3);
        let pace = 70 + u16::try_from(number % 4).unwrap() * 10;
        let report = report(project, month, pace);
        let id = reports::create(tx, &report, account, Timestamp::UNIX_EPOCH)?;
        reports::check(tx, id, account, on)?;
    }
    let since = |day: Date| DatedFact {
        on: day,
        known: day,
    };
    for (kind, day) in [
        (FactKind::Started, date(year, 3, 1)),
        (FactKind::Accepted, date(year, 11, 20)),
    ] {
        if kind == FactKind::Started || number % 10 != 0 {
            let fact = ProjectFact {
                kind,
                since: since(day),
                document: "1".to_owned(),
            };
            facts::create(tx, project, &fact, account)?;
        }
    }
    for place in 0..5 {
        let finding = Finding {
            id: FindingId(0),
            project: Some(project),
            number: 0,
            year,
            stage: FindingStage::Found,
            text: "loose".to_owned(),
            place: format!("km {place}"),
            found_on: date(year, 6, 1),
            finder: account,
            found_by: "deputy".to_owned(),
            unit: None,
            due: None,
            answered_by: None,
            reopened: 0,
            closed_on: None,
        };
        findings::create(tx, congress, &finding)?;
    }
    Ok(())
}

fn plan(project: ProjectId, year: i16) -> Plan {
    let milestone = |(month, day, share)| Milestone {
        id: MilestoneId(0),
        name: "quarter".to_owned(),
        due: date(year, month, day),
        share: Share::thousandths(share),
        reached: None,
    };
    Plan {
        id: PlanId(0),
        project,
        version: 1,
        from: date(year, 1, 20),
        target: "all".to_owned(),
        quantity: None,
        place: String::new(),
        leader: "leader".to_owned(),
        partners: String::new(),
        acceptance: "code".to_owned(),
        group: "group".to_owned(),
        start_by: date(year, 3, 15),
        accept_by: date(year, 11, 30),
        funds: vec![PlannedFund {
            source: "county".to_owned(),
            amount: 42_000_000,
        }],
        milestones: [(3, 31, 100), (6, 30, 400), (9, 30, 800), (10, 31, 1000)]
            .map(milestone)
            .to_vec(),
    }
}

fn report(project: ProjectId, month: Month, pace: u16) -> Report {
    let months = u16::try_from(month.number()).unwrap();
    Report {
        id: ReportId(0),
        project,
        month,
        version: 0,
        done: Share::thousandths(months * pace),
        quantity: None,
        paid: i64::from(months) * 1_000_000,
        status: "on the way, nothing hinders the work".to_owned(),
        problem: String::new(),
        next_step: "next month the pipes are laid".to_owned(),
        why: String::new(),
        reached: Vec::new(),
        written_by: String::new(),
        written_at: 0,
        checked: None,
    }
}
