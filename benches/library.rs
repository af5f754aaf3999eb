//! How long a page of the library takes at the server, and how that grows from 200 projects to 20,000.
//!
//! `cargo bench --bench library`. The goal is 50 ms for each page at 20,000; the last column says how
//! many times longer it takes than at 200.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark measures time and says what it measured"
)]

#[path = "size/mod.rs"]
mod size;

use std::error::Error;
use std::time::{Duration, Instant};

use domain::access::Actor;
use domain::id::CongressId;
use domain::library::kind::Category;
use domain::library::stage::ProjectStage;
use machine::clock::Clock;
use machine::random::Random;
use service::Service;
use service::library::reading::{PAGE, ProjectFilter};

/// Rows a file at once.
const FILE: usize = 5_000;
const KINDS: [&str; 5] = ["牧道", "饮水", "教育", "农村道路", "供暖"];

/// Some rows of a library as a file, every fortieth about herding tracks in its name.
fn file(from: usize, to: usize) -> String {
    let mut text =
        "项目编号,项目名称,一句话说明,建设内容,地点,受益对象,类别,投资（万元）,资金来源,牵头单位\n"
            .to_owned();
    for number in from..to {
        let name = if number % 40 == 0 {
            "转场牧道整修"
        } else {
            "便民设施改造"
        };
        let kind = KINDS.get(number % KINDS.len()).copied().unwrap_or_default();
        text.push_str(&format!(
            "B-{number:05},{name}{number},改善{number}户群众的生产生活条件,\
             整修路基、加固桥涵、更换老旧管网、增设护栏和警示牌，配套建设附属设施,\
             第{}村,农牧民{number}户,{kind},{},本级财政 {} 已落实,第{}局\n",
            number % 97,
            number % 900 + 10,
            number % 900 + 10,
            number % 30,
        ));
    }
    text
}

async fn filled(
    service: &Service,
    place: usize,
    size: usize,
) -> Result<CongressId, Box<dyn Error>> {
    let slug = format!("library-{place}");
    let congresses =
        format!("区划代码,代号,名称,层级,上级代号\n65430{place},{slug},第{place}县,县,\n");
    let console = Actor::console();
    service
        .import_congresses(&console, congresses.as_bytes())
        .await?;
    let congress = service.find_congress(&slug).await?;
    for from in (0..size).step_by(FILE) {
        let rows = file(from, (from + FILE).min(size));
        service
            .import_projects(&console, congress, 2026, rows.as_bytes())
            .await?;
    }
    Ok(congress)
}

/// The median of some runs of one page.
async fn time(
    service: &Service,
    congress: CongressId,
    words: &str,
    filter: &ProjectFilter,
    page: u32,
) -> Result<(Duration, u32), Box<dyn Error>> {
    let console = Actor::console();
    let mut times = Vec::new();
    let mut total = 0;
    for _ in 0..size::of(15, 1) {
        let narrowed = (words.to_owned(), filter.clone());
        let start = Instant::now();
        total = service
            .get_library(&console, congress, 2026, narrowed, page)
            .await?
            .total;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    Ok((median, total))
}

async fn measure() -> Result<(), Box<dyn Error>> {
    let dir = tempfile::tempdir()?;
    let service = Service::open(dir.path(), Clock::system(), Random::system()).await?;
    let sizes = size::of([200, 2_000, 20_000], [20, 60, 120]);
    let mut congresses = Vec::new();
    for (place, size) in (1..).zip(sizes) {
        congresses.push((filled(&service, place, size).await?, size));
    }
    let narrowed = ProjectFilter {
        stage: Some(ProjectStage::InLibrary),
        category: Some(Category::Water),
        ..ProjectFilter::default()
    };
    let whole = ProjectFilter::default();
    println!(
        "{:<34}{:>12}{:>12}{:>12}{:>10}",
        "median of 15, ms", sizes[0], sizes[1], sizes[2], "growth"
    );
    for (what, words, filter, is_last) in [
        ("first page", "", &whole, false),
        ("last page", "", &whole, true),
        ("two filters", "", &narrowed, false),
        ("two characters, one in forty", "牧道", &whole, false),
        ("two words", "第3村 饮水", &whole, false),
        ("nothing found", "不存在的项目", &whole, false),
    ] {
        let mut row = Vec::new();
        for (congress, size) in &congresses {
            let last = u32::try_from(*size)?.div_ceil(PAGE);
            let page = if is_last { last } else { 1 };
            let (took, found) = time(&service, *congress, words, filter, page).await?;
            let is_all = words.is_empty() && !what.contains("filters");
            assert!(
                !is_all || usize::try_from(found)? == *size,
                "{what}: {found}"
            );
            row.push(took.as_secs_f64() * 1000.0);
        }
        if let [small, middle, large] = row.as_slice() {
            println!(
                "{what:<34}{small:>12.2}{middle:>12.2}{large:>12.2}{:>9.1}x",
                large / small
            );
        }
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(measure())
}
