//! How lists and searches grow from 2,000 to 200,000 leads of one congress and
//! year, and how long a file of 10,000 takes to import.
//!
//! `cargo bench --bench leads`. The goals: 50 ms for a list or a search, 5 s for
//! the import. Give a number of leads to stop earlier.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a benchmark measures time, says what it measured, and stops when something is wrong"
)]

#[path = "size/mod.rs"]
mod size;

use std::time::{Duration, Instant};

use domain::access::Actor;
use domain::id::CongressId;
use domain::leads::filter::{LeadFilter, PageTurn};
use domain::leads::kind::{LeadKind, LeadOrigin};
use domain::leads::{LeadStage, Wish};
use domain::library::grams;
use exchange::{Format, LeadRow, export};
use machine::clock::Clock;
use machine::random::Random;
use service::Service;

const YEAR: i16 = 2026;

const PLACES: [&str; 12] = [
    "萨尔托海",
    "查干郭勒",
    "阿热勒",
    "阿尕什敖包",
    "塔克什肯",
    "阿格达拉",
    "青河镇东",
    "团结路",
    "文化巷",
    "光明小区",
    "三道海子",
    "北塔山",
];
const THINGS: [&str; 16] = [
    "牧道冲断要修便桥",
    "自来水冬天冻住",
    "小巷没有路灯",
    "学校食堂太小",
    "卫生院缺设备",
    "村道急弯没有护栏",
    "垃圾两周才拉一次",
    "照料中心没有扶手",
    "水渠漏水",
    "文化室没有暖气",
    "夏牧场没有信号",
    "供暖没有接到城郊",
    "公交车太少",
    "井盖坏了",
    "树没人浇水",
    "篮球架锈断了",
];
const WISHES: [&str; 8] = [
    "请尽快修好",
    "希望明年解决",
    "老人孩子都不方便",
    "全村都盼着",
    "去年也提过",
    "冬天更难",
    "请派人来看看",
    "谢谢",
];

/// A made-up lead: texts repeat as people's do, and each has a number of its own.
fn row(number: u32) -> LeadRow {
    let at = |list: &'static [&'static str], step: u32| {
        let place = usize::try_from(number / step).unwrap() % list.len();
        list[place]
    };
    let of = |number: u32, most: usize| usize::try_from(number).unwrap() % most;
    LeadRow {
        number: format!("{number:06}"),
        received_on: jiff::civil::date(2025, 9, 1),
        wish: Wish {
            origin: LeadOrigin::ALL[of(number, 5)],
            origin_ref: String::new(),
            region: at(&PLACES, 7).to_owned(),
            kind: LeadKind::ALL[of(number, 12)],
            what: format!(
                "{}{}，{}号地段，{}",
                at(&PLACES, 1),
                at(&THINGS, 3),
                number % 997,
                at(&WISHES, 11)
            ),
            place: format!("{}{}组", at(&PLACES, 5), number % 61),
        },
        contact: String::new(),
        stage: LeadStage::Received,
        told: String::new(),
    }
}

fn file(first: u32, rows: u32) -> Vec<u8> {
    let rows: Vec<LeadRow> = (first..first + rows).map(row).collect();
    export(&rows, Format::Csv).unwrap()
}

/// The middle of some runs, after one that is not counted.
fn middle(runtime: &tokio::runtime::Runtime, work: impl AsyncFn()) -> Duration {
    let mut took: Vec<Duration> = (0..=size::of(9, 1))
        .map(|_| {
            let begun = Instant::now();
            runtime.block_on(work());
            begun.elapsed()
        })
        .skip(1)
        .collect();
    took.sort_unstable();
    took[took.len() / 2]
}

struct Desk {
    service: Service,
    clerk: Actor,
    congress: CongressId,
}

impl Desk {
    async fn list(&self, filter: LeadFilter, turn: PageTurn) {
        let listed = self
            .service
            .list_leads(&self.clerk, self.congress, YEAR, filter, turn);
        std::hint::black_box(listed.await.unwrap());
    }

    async fn search(&self, text: &str) {
        let words = grams::search(text);
        let filter = LeadFilter {
            words,
            ..LeadFilter::default()
        };
        self.list(filter, PageTurn::Newest).await;
    }
}

fn measure(runtime: &tokio::runtime::Runtime, desk: &Desk) -> Vec<(&'static str, u128, Duration)> {
    let none = LeadFilter::default;
    let of_kind = || LeadFilter {
        kind: Some(LeadKind::Roads),
        origin: Some(LeadOrigin::Letter),
        ..none()
    };
    let rare = || LeadFilter {
        stage: Some(LeadStage::Declined),
        ..none()
    };
    let both = || LeadFilter {
        words: grams::search("路灯"),
        origin: Some(LeadOrigin::Phone),
        ..none()
    };
    let deep = PageTurn::OlderThan(domain::id::LeadId(1_000));
    vec![
        (
            "list, newest",
            50,
            middle(runtime, async || desk.list(none(), PageTurn::Newest).await),
        ),
        (
            "list, oldest page",
            50,
            middle(runtime, async || desk.list(none(), deep).await),
        ),
        (
            "list, kind and origin",
            50,
            middle(runtime, async || {
                desk.list(of_kind(), PageTurn::Newest).await;
            }),
        ),
        (
            "list, a stage that none has",
            50,
            middle(runtime, async || desk.list(rare(), PageTurn::Newest).await),
        ),
        (
            "search, two characters",
            50,
            middle(runtime, async || desk.search("路灯").await),
        ),
        (
            "search, one character",
            50,
            middle(runtime, async || desk.search("灯").await),
        ),
        (
            "search, a sentence",
            50,
            middle(runtime, async || desk.search("牧道冲断要修便桥").await),
        ),
        (
            "search, a rare number",
            50,
            middle(runtime, async || desk.search("团结路 996").await),
        ),
        (
            "search and filter",
            50,
            middle(runtime, async || desk.list(both(), PageTurn::Newest).await),
        ),
    ]
}

fn main() {
    let most = std::env::args()
        .find_map(|text| text.parse().ok())
        .unwrap_or(size::of(200_000_u32, 600));
    // Rows of one file, and where it begins.
    let (rows_of_file, few) = size::of((10_000, 2_000), (200, 200));
    let dir = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let service = runtime
        .block_on(Service::open(dir.path(), Clock::system(), Random::system()))
        .unwrap();
    let clerk = Actor::console();
    let congresses = "code,slug,name,level,parent\n654325,bench,演示县,county,\n";
    runtime
        .block_on(service.import_congresses(&clerk, congresses.as_bytes()))
        .unwrap();
    let congress = runtime.block_on(service.find_congress("bench")).unwrap();
    let desk = Desk {
        service,
        clerk,
        congress,
    };
    let import = |first: u32, rows: u32| {
        let file = file(first, rows);
        let begun = Instant::now();
        let done = desk
            .service
            .import_leads(&desk.clerk, congress, YEAR, &file);
        assert_eq!(runtime.block_on(done).unwrap(), u64::from(rows));
        begun.elapsed()
    };
    let mut sizes = Vec::new();
    import(1, few);
    sizes.push((few, measure(&runtime, &desk)));
    let took = import(few + 1, rows_of_file);
    println!(
        "import of {rows_of_file} leads: {:.2} s (goal 5 s)",
        took.as_secs_f64()
    );
    let mut here = few + rows_of_file;
    while here < most {
        let rows = rows_of_file.min(most - here);
        let took = import(here + 1, rows);
        here += rows;
        if here == 20_000 || here == most {
            sizes.push((here, measure(&runtime, &desk)));
            println!(
                "import of {rows} leads to make {here}: {:.2} s",
                took.as_secs_f64()
            );
        }
    }
    let (small, first) = &sizes[0];
    let (large, last) = &sizes[sizes.len() - 1];
    println!(
        "\n{:<30}{small:>12}{large:>12}   growth (leads x{})   goal",
        "",
        large / small
    );
    for ((name, goal, one), (_, _, other)) in first.iter().zip(last) {
        let (one, other) = (one.as_secs_f64() * 1e3, other.as_secs_f64() * 1e3);
        let is_met = other <= f64::from(u32::try_from(*goal).unwrap());
        println!(
            "{name:<30}{one:>9.2} ms{other:>9.2} ms   x{:<8.1} {goal:>12} ms {}",
            other / one,
            if is_met { "met" } else { "MISSED" }
        );
    }
}
