//! The design to beat: a handler that locks one connection and commits its own transaction.
//!
//! It does the same work on the same schema: it reads the slip, the round, the rules, the number of
//! lines and the right, checks the cookie, the form and its token, judges the marks, changes the
//! same two rows. It leaves out what only the product has (pages, languages, headers), which
//! flatters it.

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
use domain::digest::Digest;
use domain::poll::rules::Rules;
use domain::problem::Problem;
use machine::random::Random;
use rusqlite::{Connection, params};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::hall::keyed;

#[derive(Clone)]
struct App {
    database: Arc<Mutex<Connection>>,
    secret: Arc<[u8]>,
    random: Random,
}

/// A cast as the form says it.
struct Asked {
    poll: i64,
    slip: Digest,
    round: i64,
    token: String,
    nonce: String,
    marks: Vec<Mark>,
}

pub(crate) fn start(runtime: &Runtime, data: &Path) -> SocketAddr {
    let app = App {
        database: Arc::new(Mutex::new(connection(data))),
        secret: std::fs::read(data.join("minsheng.key")).unwrap().into(),
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
    let database = Connection::open(data.join("minsheng.db")).unwrap();
    database
        .execute_batch(
            "pragma secure_delete = on; pragma temp_store = memory; pragma journal_mode = wal; \
             pragma synchronous = full; pragma foreign_keys = on; pragma wal_autocheckpoint = 1000",
        )
        .unwrap();
    database.set_prepared_statement_cache_capacity(64);
    database
}

async fn cast(
    State(app): State<App>,
    At(poll): At<i64>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(asked) = read(&app, poll, &headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let done = tokio::task::spawn_blocking(move || commit(&app, asked)).await;
    match done {
        Ok(Some(())) => Redirect::to(&format!("/ballot/{poll}/done")).into_response(),
        _ => StatusCode::CONFLICT.into_response(),
    }
}

fn read(app: &App, poll: i64, headers: &HeaderMap, body: &[u8]) -> Option<Asked> {
    let cookies = headers.get("cookie")?.to_str().ok()?;
    let ticket = cookies
        .split("; ")
        .find_map(|cookie| cookie.strip_prefix("minsheng_slip="))?;
    let (slip, seal) = ticket.split_at_checked(64)?;
    let slip = Digest::from_hex(slip)?;
    (seal == keyed(&app.secret, "ticket", &[&slip.0]).to_string()).then_some(())?;
    let mut asked = Asked {
        poll,
        slip,
        round: 0,
        token: String::new(),
        nonce: String::new(),
        marks: Vec::new(),
    };
    for (name, value) in form_urlencoded::parse(body) {
        match name.as_ref() {
            "round" => asked.round = value.parse().ok()?,
            "token" => asked.token = value.into_owned(),
            "nonce" => asked.nonce = value.into_owned(),
            name if name.strip_prefix('m')?.parse() == Ok(asked.marks.len() + 1) => {
                asked.marks.push(Mark::from_letter(&value)?);
            }
            _ => return None,
        }
    }
    Some(asked)
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
        .query_row([asked.slip.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .ok()?;
    let (stage, rules): (String, String) = tx
        .prepare_cached(
            "select stage, rules from round where id = ?1 and poll = ?2 and sitting = ?3",
        )
        .ok()?
        .query_row([asked.round, asked.poll, sitting], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .ok()?;
    let lines: u16 = tx
        .prepare_cached("select count(*) from round_line where round = ?1")
        .ok()?
        .query_row([asked.round], |row| row.get(0))
        .ok()?;
    let lines = usize::from(lines);
    (stage == "open" && !is_cancelled && lines == asked.marks.len()).then_some(())?;
    let paper = Paper::Marks(asked.marks);
    let rules = Rules::from_canonical(&rules).ok()?;
    let judgement = judge(&paper, &rules, lines);
    (!judgement.problems.iter().any(Problem::is_error)).then_some(())?;
    let body = paper.encode();
    let (round, nonce) = (asked.round.to_be_bytes(), asked.nonce.as_bytes());
    let token = keyed(&app.secret, "cast", &[&asked.slip.0, &round, nonce, &body]);
    (asked.token == token.to_string()).then_some(())?;
    let key = app.random.bytes::<16>().ok()?;
    let spent = tx
        .prepare_cached(SPEND)
        .ok()?
        .execute(params![asked.round, asked.slip.0])
        .ok()?;
    (spent == 1).then_some(())?;
    tx.prepare_cached(PUT)
        .ok()?
        .execute(params![asked.round, key, body])
        .ok()?;
    tx.commit().ok()
}

/// The two statements of a cast.
pub(crate) const SPEND: &str = "update cast_right set spent = 1 \
    where round = ?1 and slip = ?2 and spent = 0";
pub(crate) const PUT: &str = "insert into box_ballot (round, key, body) values (?1, ?2, ?3)";
