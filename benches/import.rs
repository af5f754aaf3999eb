//! How long a file of 10,000 rows takes to read, and how soon one of 100,000 is refused.
//!
//! `cargo bench --bench import`. The goal for 10,000 rows is two seconds.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark measures time and says what it measured"
)]

#[path = "size/mod.rs"]
mod size;

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::library::kind::Category;
use domain::library::sheet::Sheet;
use exchange::{DeputyRow, Format, ProjectRow, export, try_deputies, try_projects};

fn deputies(rows: usize) -> Vec<DeputyRow> {
    let row = |number| DeputyRow {
        number: format!("{number:06}"),
        name: format!("代表 {number}"),
        delegation: format!("第{}代表团", number % 40),
        is_committee_member: number % 7 == 0,
        language: "zh-Hans".to_owned(),
        note: "演示".to_owned(),
    };
    (1..=rows).map(row).collect()
}

fn projects(rows: usize) -> Vec<ProjectRow> {
    let row = |number: i32| ProjectRow {
        sheet: Sheet {
            code: format!("A{number}"),
            name: format!("牧道建设项目 {number}"),
            summary: "改造转场牧道，让牲畜平安转场".to_owned(),
            content: "整修路基、加固桥涵、增设围栏和警示牌。".repeat(5),
            scale: "牧道86公里".to_owned(),
            place: "萨尔托海乡".to_owned(),
            beneficiaries: "牧民1260户".to_owned(),
            category: Category::HerdingTracks,
            investment: i64::from(number) * 1_234_567,
            need_this_year: i64::from(number) * 1_234_567,
            lead_unit: "县农业农村局".to_owned(),
            finish_by: "2026年9月30日".to_owned(),
            ..Sheet::default()
        },
        is_candidate: number % 2 == 0,
        translations: Vec::new(),
    };
    (1..).take(rows).map(row).collect()
}

/// The median of some runs.
fn time<R>(mut run: impl FnMut() -> R) -> Duration {
    let mut times: Vec<Duration> = (0..size::of(5, 1))
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn say(what: &str, bytes: &[u8], took: Duration) {
    println!(
        "{what:<34} {:>8} KiB {:>9.1} ms",
        bytes.len() >> 10,
        took.as_secs_f64() * 1000.0
    );
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for format in [Format::Csv, Format::Xlsx] {
        let kind = format.extension();
        let (many, too_many) = size::of((10_000, 100_000), (200, 20_100));
        let bytes = export(&deputies(many), format)?;
        assert_eq!(try_deputies(&bytes).rows.len(), many, "every row is read");
        say(
            &format!("{many} deputies, {kind}"),
            &bytes,
            time(|| try_deputies(&bytes)),
        );
        let bytes = export(&projects(many), format)?;
        say(
            &format!("{many} projects, {kind}"),
            &bytes,
            time(|| try_projects(&bytes)),
        );
        let bytes = export(&deputies(too_many), format)?;
        say(
            &format!("{too_many} deputies refused, {kind}"),
            &bytes,
            time(|| try_deputies(&bytes)),
        );
    }
    Ok(())
}
