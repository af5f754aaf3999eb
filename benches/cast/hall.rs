//! The prepared directory: a demo, its open poll many times over, and a form for every slip.
//!
//! The copies are made by SQL for speed; slips, rights, rounds and lines are as the product writes
//! them, and the forms come from the product's own review.

use std::path::{Path, PathBuf};

use domain::ballot::{Mark, Paper};
use domain::digest::Digest;
use domain::id::{PollId, RoundId};
use hmac::{Hmac, KeyInit as _, Mac as _};
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::{self, DemoStage};
use rusqlite::{Connection, params};
use service::Service;
use sha2::Sha256;

use super::Plan;

/// What one cast needs, over HTTP and without it.
pub(crate) struct Form {
    /// The whole request.
    pub(crate) request: Vec<u8>,
    pub(crate) round: i64,
    pub(crate) slip: [u8; 32],
    /// The encoded paper.
    pub(crate) body: Vec<u8>,
}

pub(crate) struct Prepared {
    pub(crate) template: PathBuf,
    /// In an order that jumps between polls.
    pub(crate) forms: Vec<Form>,
}

/// The installation's keyed hash, as `service::installation::keys` makes it.
pub(crate) fn keyed(secret: &[u8], purpose: &str, parts: &[&[u8]]) -> Digest {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
    for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
        mac.update(&u64::try_from(part.len()).unwrap().to_be_bytes());
        mac.update(part);
    }
    Digest(mac.finalize().into_bytes().into())
}

pub(crate) fn prepare(template: &Path, plan: &Plan) -> Prepared {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let open = || runtime.block_on(Service::open(template, Clock::system(), Random::system()));
    let service = open().unwrap();
    let made = runtime
        .block_on(demo::make(&service, DemoStage::Open, 15))
        .unwrap();
    drop(service);
    let mut random = Random::seeded(11);
    let slips = multiply(template, made.polls[0].id, plan, &mut random);
    let secret = std::fs::read(template.join("minsheng.key")).unwrap();
    let service = reopened(template, &runtime);
    let mut forms = Vec::with_capacity(slips.len());
    for (poll, round, slip) in slips {
        forms.push(runtime.block_on(form(&service, &secret, poll, round, slip)));
    }
    for last in (1..forms.len()).rev() {
        let other = random.below(u64::try_from(last).unwrap() + 1).unwrap();
        forms.swap(last, usize::try_from(other).unwrap());
    }
    drop(service);
    drop(runtime);
    settle(template);
    Prepared {
        template: template.to_owned(),
        forms,
    }
}

/// The service again, once the earlier one's writer thread has let the directory go.
fn reopened(template: &Path, runtime: &tokio::runtime::Runtime) -> Service {
    for _ in 0..100 {
        let opened = Service::open(template, Clock::system(), Random::system());
        if let Ok(service) = runtime.block_on(opened) {
            return service;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("the prepared directory stays in use");
}

/// The demo's poll so many times, each at a sitting of its own with so many slips.
fn multiply(
    template: &Path,
    poll: i64,
    plan: &Plan,
    random: &mut Random,
) -> Vec<(PollId, RoundId, [u8; 32])> {
    let mut database = Connection::open(template.join("minsheng.db")).unwrap();
    database.pragma_update(None, "foreign_keys", true).unwrap();
    let tx = database.transaction().unwrap();
    let (round, sitting): (i64, i64) = tx
        .query_row(
            "select id, sitting from round where poll = ?1",
            [poll],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    let mut slips = Vec::new();
    for number in 0..plan.polls {
        tx.execute(
            "insert into sitting (session, number, held_on, stage, due, quorum_present) \
             select session, ?2, held_on, stage, due, quorum_present from sitting where id = ?1",
            params![sitting, number + 100],
        )
        .unwrap();
        let sitting = tx.last_insert_rowid();
        tx.execute(
            "insert into poll (session, title, rules, rules_adopted, warnings_reason) \
             select session, title, rules, rules_adopted, warnings_reason from poll where id = ?1",
            [poll],
        )
        .unwrap();
        let copy = tx.last_insert_rowid();
        tx.execute(
            "insert into round (poll, sitting, number, kind, stage, rules, rules_hash, slate, \
             slate_hash) select ?2, ?3, number, kind, stage, rules, rules_hash, slate, slate_hash \
             from round where id = ?1",
            params![round, copy, sitting],
        )
        .unwrap();
        let new = tx.last_insert_rowid();
        tx.execute(
            "insert into round_line (round, line_no, project) \
             select ?2, line_no, project from round_line where round = ?1",
            params![round, new],
        )
        .unwrap();
        let mut insert = tx
            .prepare_cached(
                "insert into slip (sitting, code_hash, digits_hash) values (?1, ?2, ?3)",
            )
            .unwrap();
        for _ in 0..plan.slips {
            let (code, digits) = (random.bytes::<32>().unwrap(), random.bytes::<32>().unwrap());
            insert.execute(params![sitting, code, digits]).unwrap();
            slips.push((PollId(copy), RoundId(new), code));
        }
        tx.execute(
            "insert into cast_right (round, slip) select ?1, code_hash from slip \
             where sitting = ?2 and is_cancelled = 0 order by code_hash",
            params![new, sitting],
        )
        .unwrap();
    }
    tx.commit().unwrap();
    slips
}

/// A reviewed form of a slip, as the browser would send it.
async fn form(
    service: &Service,
    secret: &[u8],
    poll: PollId,
    round: RoundId,
    slip: [u8; 32],
) -> Form {
    let cookie = format!("{}{}", Digest(slip), keyed(secret, "ticket", &[&slip]));
    let ticket = service.ticket(&cookie).unwrap();
    let token = service.sheet_token(ticket, round);
    let marks: Vec<Mark> = (0..6)
        .map(|line| match (line + usize::from(slip[0])) % 6 {
            0..=2 => Mark::Approve,
            3 => Mark::Oppose,
            4 => Mark::Abstain,
            _ => Mark::Unmarked,
        })
        .collect();
    let reviewed = service
        .review(ticket, poll, round, &token, Paper::Marks(marks.clone()))
        .await
        .unwrap();
    let mut fields = form_urlencoded::Serializer::new(String::new());
    fields.append_pair("round", &round.to_string());
    fields.append_pair("token", &reviewed.token);
    fields.append_pair("nonce", &reviewed.nonce);
    for (line, mark) in (1..).zip(&marks) {
        fields.append_pair(&format!("m{line}"), &mark.letter().to_string());
    }
    let fields = fields.finish();
    let request = format!(
        "POST /ballot/{poll}/cast HTTP/1.1\r\nhost: bench\r\norigin: http://bench\r\n\
         content-type: application/x-www-form-urlencoded\r\ncookie: minsheng_slip={cookie}\r\n\
         accept-language: zh-CN\r\ncontent-length: {}\r\n\r\n{fields}",
        fields.len()
    );
    Form {
        request: request.into_bytes(),
        round: round.0,
        slip,
        body: Paper::Marks(marks).encode(),
    }
}

/// Leaves one file without a WAL, for copying.
fn settle(template: &Path) {
    let database = Connection::open(template.join("minsheng.db")).unwrap();
    database
        .query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))
        .unwrap();
}
