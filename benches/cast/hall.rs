//! The prepared directory: a demo whose vote is open, and the checked form of every slip, as the product's own
//! pages gave it to a browser.

use std::path::{Path, PathBuf};

use domain::ballot::Mark;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::{self, DemoStage};
use service::Service;
use service::voting::unshown_prints::PrintedSlip;
use sha2::{Digest as _, Sha256};
use tokio::task::LocalSet;

use super::line::{Line, hidden};
use super::product;

/// The address that phones know.
pub(crate) const HOST: &str = "bench";
/// Browsers that take their forms at once.
const AT_ONCE: usize = 16;

/// What one cast needs, over HTTP and without it.
pub(crate) struct Form {
    /// The whole request.
    pub(crate) request: Vec<u8>,
    /// What a server of another design knows the slip by.
    pub(crate) slip: [u8; 32],
    pub(crate) marks: Vec<Mark>,
}

pub(crate) struct Prepared {
    pub(crate) template: PathBuf,
    pub(crate) forms: Vec<Form>,
}

/// The hash by which the other designs find a slip: of its browser's cookie.
pub(crate) fn slip_of(cookie: &str) -> [u8; 32] {
    Sha256::digest(cookie.as_bytes()).into()
}

pub(crate) fn prepare(template: &Path, deputies: u32) -> Prepared {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let opened = Service::open(template, Clock::system(), Random::system());
    let service = runtime.block_on(opened).unwrap();
    let made = runtime.block_on(demo::make(&service, DemoStage::Open, deputies));
    let made = made.unwrap();
    let address = product::serve(&runtime, service, template).to_string();
    let poll = made.polls[0].id;
    let tasks = LocalSet::new();
    let taken = tasks.run_until(async {
        let mut forms = Vec::new();
        for slips in made.slips.chunks(AT_ONCE) {
            let taking = slips.iter().enumerate().map(|(number, slip)| {
                let (address, slip) = (address.clone(), slip.clone());
                tokio::task::spawn_local(async move { form(&address, &slip, poll, number).await })
            });
            for taken in taking.collect::<Vec<_>>() {
                forms.push(taken.await.unwrap());
            }
        }
        forms
    });
    let forms = runtime.block_on(taken);
    assert_eq!(forms.len(), made.slips.len());
    drop(runtime);
    settle(template);
    Prepared {
        template: template.to_owned(),
        forms,
    }
}

/// The checked form of a slip, as its browser would send it.
async fn form(address: &str, slip: &PrintedSlip, poll: i64, number: usize) -> Form {
    let mut line = Line::new(address);
    let sheet = line.scan(&web::slip_path(slip)).await.unwrap();
    let (review, cast) = (
        format!("/ballot/{poll}/review"),
        format!("/ballot/{poll}/cast"),
    );
    let mut fields = hidden(&sheet, &review).unwrap();
    let marks: Vec<Mark> = (0..6)
        .map(|line| match (line + number) % 6 {
            0..=2 => Mark::Approve,
            3 => Mark::Oppose,
            4 => Mark::Abstain,
            _ => Mark::Unmarked,
        })
        .collect();
    for (line, mark) in (1..).zip(&marks) {
        fields.push((format!("m{line}"), mark.letter().to_string()));
    }
    let checked = line.post(&review, &fields).await.unwrap();
    let fields = hidden(&checked, &cast).unwrap();
    let mut body = form_urlencoded::Serializer::new(String::new());
    let body = body.extend_pairs(fields).finish();
    let cookies = line.cookies.iter();
    let cookie = cookies.map(|(name, value)| format!("{name}={value}"));
    let cookie = cookie.collect::<Vec<_>>().join("; ");
    let request = format!(
        "POST {cast} HTTP/1.1\r\nhost: {HOST}\r\norigin: http://{HOST}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncookie: {cookie}\r\n\
         accept-language: zh-CN\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    Form {
        request: request.into_bytes(),
        slip: slip_of(&cookie),
        marks,
    }
}

/// Waits until the server that gave the forms has let the directory go, with everything in whole files.
fn settle(template: &Path) {
    for _ in 0..500 {
        let is_open = std::fs::read_dir(template).unwrap().any(|entry| {
            let name = entry.unwrap().file_name();
            name.to_string_lossy().ends_with("-wal")
        });
        if !Service::is_in_use(template) && !is_open {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("the prepared directory stays in use");
}
