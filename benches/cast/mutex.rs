//! The design to beat: a handler that locks one connection and commits its own transaction.
//!
//! It does the same work on tables of the same shape, in a file of its own: it reads the slip, the round, the
//! rules, the number of lines and the right, reads the form, makes the two keyed hashes with which cookie and
//! form are proven (it has another key than the product, so that it cannot compare them), judges the marks, seals
//! the ballot and changes the same two rows. It leaves out what only the product has (pages, languages, headers,
//! what was fixed), which flatters it.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as At, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::post;
use domain::ballot::{Mark, Paper, judge};
use domain::congress::Body;
use domain::digest::Digest;
use domain::poll::rules::Rules;
use domain::poll::template::Template;
use domain::problem::Problem;
use domain::round::holding::KeyHolding;
use hmac::{Hmac, KeyInit as _, Mac as _};
use machine::random::Random;
use rusqlite::{Connection, params};
use seal::ballot::{self, RowPurpose};
use seal::context::BoxFacts;
use seal::{BoxContext, BoxKey, Secret};
use sha2::Sha256;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::hall::{Prepared, slip_of};

/// The one round of its file.
pub(crate) const ROUND: i64 = 1;
const FILE: &str = "mutex.db";
const TABLES: &str = "
    create table round (id integer primary key, sitting integer not null, stage text not null,
        rules text not null) strict;
    create table round_line (round integer not null, line_no integer not null,
        primary key (round, line_no)) strict, without rowid;
    create table slip (code_hash blob primary key, sitting integer not null,
        is_cancelled integer not null) strict, without rowid;
    create table cast_right (round integer not null, slip blob not null, spent integer not null,
        primary key (round, slip)) strict, without rowid;
    create table box_ballot (round integer not null, key blob not null, body blob not null,
        primary key (round, key)) strict, without rowid;";

/// The two statements of a cast.
pub(crate) const SPEND: &str = "update cast_right set spent = 1 \
    where round = ?1 and slip = ?2 and spent = 0";
pub(crate) const PUT: &str = "insert into box_ballot (round, key, body) values (?1, ?2, ?3)";

#[derive(Clone)]
struct App {
    database: Arc<Mutex<Connection>>,
    key: Arc<BoxKey>,
    random: Random,
}

/// A cast as the form says it.
struct Asked {
    slip: [u8; 32],
    marks: Vec<Mark>,
}

/// Makes its file in the prepared directory.
pub(crate) fn prepare(prepared: &Prepared) {
    let mut database = connection(&prepared.template);
    let tx = database.transaction().unwrap();
    tx.execute_batch(TABLES).unwrap();
    let rules = Template::PerItem.rules(Body::Congress, 4).canonical();
    let round = "insert into round values (?1, 1, 'open', ?2)";
    tx.execute(round, params![ROUND, rules]).unwrap();
    for line in 1..=prepared.forms[0].marks.len() {
        let line = u32::try_from(line).unwrap();
        let insert = "insert into round_line values (?1, ?2)";
        tx.execute(insert, params![ROUND, line]).unwrap();
    }
    for form in &prepared.forms {
        let slip = "insert into slip values (?1, 1, 0)";
        tx.execute(slip, [form.slip]).unwrap();
        let right = "insert into cast_right values (?1, ?2, 0)";
        tx.execute(right, params![ROUND, form.slip]).unwrap();
    }
    tx.commit().unwrap();
}

pub(crate) fn start(runtime: &Runtime, data: &Path) -> SocketAddr {
    let app = App {
        database: Arc::new(Mutex::new(connection(data))),
        key: Arc::new(box_key()),
        random: Random::system(),
    };
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new()
        .route("/ballot/{poll}/cast", post(cast))
        .with_state(app);
    runtime.spawn(async move { axum::serve(listener, router).await });
    address
}

/// The product's own pragmas.
pub(crate) fn connection(data: &Path) -> Connection {
    let database = Connection::open(data.join(FILE)).unwrap();
    database
        .execute_batch(
            "pragma secure_delete = on; pragma temp_store = memory; pragma journal_mode = wal; \
             pragma synchronous = full; pragma foreign_keys = on; pragma wal_autocheckpoint = 1000",
        )
        .unwrap();
    database.set_prepared_statement_cache_capacity(64);
    database
}

/// The key of its box.
pub(crate) fn box_key() -> BoxKey {
    let context = BoxContext::of(&BoxFacts {
        congress: "bench",
        poll: 1,
        round: 1,
        slate: Digest([1; 32]),
        rules: Digest([2; 32]),
        holding: KeyHolding::ThreeOfFive,
        epoch: [3; 16],
        name: [4; 16],
    });
    let secret = Secret::of(Random::system().bytes().unwrap());
    secret.opening_key(&context).unwrap().box_key().clone()
}

/// A ballot as it lies in the box, with the key of its row.
pub(crate) fn sealed(random: &Random, key: &BoxKey, plain: &[u8]) -> ([u8; 16], Vec<u8>) {
    let (row, drawn) = (random.bytes().unwrap(), random.bytes().unwrap());
    let body = ballot::seal(key, RowPurpose::Cast, &row, plain, drawn);
    (row, body.unwrap())
}

/// Ballots of its box, and rights that are spent.
pub(crate) fn stored(data: &Path) -> [u32; 2] {
    let database = connection(data);
    let count = |sql| database.query_row(sql, [], |row| row.get(0)).unwrap();
    [
        count("select count(*) from box_ballot"),
        count("select count(*) from cast_right where spent = 1"),
    ]
}

async fn cast(
    State(app): State<App>,
    At(poll): At<i64>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(asked) = read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let done = tokio::task::spawn_blocking(move || commit(&app, asked)).await;
    match done {
        Ok(Some(())) => Redirect::to(&format!("/ballot/{poll}/done")).into_response(),
        _ => StatusCode::CONFLICT.into_response(),
    }
}

/// A keyed hash such as proves a cookie or a form.
fn proof(parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&[7; 32]).unwrap();
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn read(headers: &HeaderMap, body: &[u8]) -> Option<Asked> {
    let cookie = headers.get("cookie")?.to_str().ok()?;
    let slip = slip_of(cookie);
    std::hint::black_box(proof(&[b"ticket", &slip]));
    let mut marks = Vec::new();
    for (name, value) in form_urlencoded::parse(body) {
        let line = name.strip_prefix('m').and_then(|line| line.parse().ok());
        if line == Some(marks.len() + 1) {
            marks.push(Mark::from_letter(&value)?);
        }
    }
    Some(Asked { slip, marks })
}

/// The whole act under the lock: one transaction, one commit.
fn commit(app: &App, asked: Asked) -> Option<()> {
    let mut database = app.database.lock().unwrap();
    let tx = database
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .ok()?;
    let (sitting, is_cancelled): (i64, bool) = tx
        .prepare_cached("select sitting, is_cancelled from slip where code_hash = ?1")
        .ok()?
        .query_row([asked.slip], |row| Ok((row.get(0)?, row.get(1)?)))
        .ok()?;
    let (stage, rules): (String, String) = tx
        .prepare_cached("select stage, rules from round where id = ?1 and sitting = ?2")
        .ok()?
        .query_row([ROUND, sitting], |row| Ok((row.get(0)?, row.get(1)?)))
        .ok()?;
    let lines: u16 = tx
        .prepare_cached("select count(*) from round_line where round = ?1")
        .ok()?
        .query_row([ROUND], |row| row.get(0))
        .ok()?;
    let lines = usize::from(lines);
    (stage == "open" && !is_cancelled && lines == asked.marks.len()).then_some(())?;
    let paper = Paper::Marks(asked.marks);
    let rules = Rules::from_canonical(&rules).ok()?;
    let judgement = judge(&paper, &rules, lines);
    (!judgement.problems.iter().any(Problem::is_error)).then_some(())?;
    let plain = paper.encode();
    std::hint::black_box(proof(&[b"cast", &asked.slip, &plain]));
    let (row, body) = sealed(&app.random, &app.key, &plain);
    let spent = tx
        .prepare_cached(SPEND)
        .ok()?
        .execute(params![ROUND, asked.slip])
        .ok()?;
    (spent == 1).then_some(())?;
    tx.prepare_cached(PUT)
        .ok()?
        .execute(params![ROUND, row, body])
        .ok()?;
    tx.commit().ok()
}
