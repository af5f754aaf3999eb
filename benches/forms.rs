//! How long a form takes: the first one, a warm one, and 300 slips in one PDF, with the memory of it.
//!
//! `cargo bench --bench forms`. The goals: 10 ms for a warm form; 2 s and less than 200 MB for the slips.
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

use fast_qr::QRBuilder;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::convert::{Builder as _, Shape};
use paper::{
    BallotPaper, CoverSheet, FaceFolders, FormBody, FormHead, ParallelSheet, Press, PrintedForm,
    RightToLeftLanguage, SlateLine, SlipCell, SlipSheet,
};

/// A form with another text for each number.
type Draw = fn(usize) -> PrintedForm;

fn main() {
    let (times, number) = size::of((60, 300), (2, 4));
    let press = Press::new(FaceFolders::default());
    println!("before the first form: {} MB resident", resident("VmRSS:"));
    let first = time(&press, &ballot(0));
    println!("first form, typefaces and templates read: {first:.1?}");
    let forms: [Draw; 2] = [ballot, parallel];
    for form in forms {
        let name = form(0).head.title;
        time(&press, &form(0));
        let mut took: Vec<Duration> = (1..=times).map(|n| time(&press, &form(n))).collect();
        took.sort_unstable();
        let (half, most) = (took[times / 2], took[times * 95 / 100]);
        println!("{name}, 15 lines, warm, another text each time: p50 {half:.1?}, p95 {most:.1?}");
    }
    println!("after {times} of each: {} MB resident", resident("VmRSS:"));
    let from = Instant::now();
    let form = slips(number);
    println!("{number} QR codes drawn: {:.1?}", from.elapsed());
    let from = Instant::now();
    let printed = press.print_here(&form).unwrap();
    let taken = from.elapsed();
    assert!(printed.starts_with(b"%PDF"), "{number} slips are printed");
    println!(
        "{number} slips in one PDF: {taken:.1?}, {} kB, at most {} MB resident",
        printed.len() / 1_000,
        resident("VmHWM:")
    );
}

fn time(press: &Press, form: &PrintedForm) -> Duration {
    let from = Instant::now();
    press.print_here(form).unwrap();
    from.elapsed()
}

/// A number of kernel's account of this process, in megabytes.
fn resident(name: &str) -> u64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = told.lines().find(|line| line.starts_with(name)).unwrap();
    let kilobytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes / 1_000
}

fn head(title: &str, number: usize) -> FormHead {
    FormHead {
        title: title.to_owned(),
        of: "青河县第十七届人民代表大会第四次会议".to_owned(),
        demo: None,
        page_words: "第 #page 页，共 #of 页".to_owned(),
        foot: format!("{title} · 第 {number} 轮"),
    }
}

fn lines(number: usize) -> Vec<SlateLine> {
    (1..=15)
        .map(|line| SlateLine {
            number: line,
            name: format!("第 {number} 批牧区饮水安全工程之{line}"),
            what: "新建水源井 12 眼，覆盖 6 个定居点 · 480万元".to_owned(),
            foreign: Some(paper::Translation {
                name: format!("خەلق تۇرمۇشى {number} دائىمىي كومىتېت"),
                what: "خەلق قۇرۇلتىيى 12-10 (3/5)".to_owned(),
            }),
        })
        .collect()
}

fn columns() -> [String; 2] {
    ["序号".to_owned(), "项目".to_owned()]
}

fn ballot(number: usize) -> PrintedForm {
    PrintedForm {
        head: head("表决票", number),
        body: FormBody::Ballot(BallotPaper {
            instruction: vec!["请在每个项目下选一项，最多赞成 10 项。".to_owned()],
            lines: lines(number),
            choices: ["赞成", "反对", "弃权"].map(str::to_owned).to_vec(),
            whole: None,
            columns: columns(),
            seal: "（盖章处）".to_owned(),
        }),
    }
}

fn parallel(number: usize) -> PrintedForm {
    PrintedForm {
        head: head("对照表", number),
        body: FormBody::Parallel(ParallelSheet {
            note: "本表不是表决票。".to_owned(),
            language: RightToLeftLanguage {
                lang: "ug",
                name: "ئۇيغۇرچە".to_owned(),
            },
            lines: lines(number),
            columns: columns(),
            none: "译文未提供".to_owned(),
            glossary: Vec::new(),
        }),
    }
}

fn slips(number: usize) -> PrintedForm {
    let slip = |number: usize| {
        let address = format!("https://vote.example.cn/b/{number:032x}");
        let code = QRBuilder::new(address).build().unwrap();
        let mut svg = SvgBuilder::default();
        SlipCell {
            qr: svg.shape(Shape::Square).margin(2).to_str(&code),
            digits: format!("{number:05} {number:05}"),
        }
    };
    PrintedForm {
        head: head("票证", 1),
        body: FormBody::Slips(SlipSheet {
            cover: CoverSheet {
                title: "票证印制单".to_owned(),
                facts: Vec::new(),
                steps: Vec::new(),
                signatures: Vec::new(),
                date: String::new(),
            },
            fold: "沿中间虚线对折".to_owned(),
            polls: Vec::new(),
            how: "扫描二维码，或打开下面的网址输入十位数字。".to_owned(),
            address: "https://vote.example.cn/ballot".to_owned(),
            wifi: Some("会场无线网：dahui 2026".to_owned()),
            secret: "本票证不写姓名，只能投一次票。".to_owned(),
            slips: (1..=number).map(slip).collect(),
        }),
    }
}
