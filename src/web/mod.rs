//! PAGES. The whole route table, with the role on each line; one folder a capability.
//!
//! `handler.rs` decides nothing but how to show, `form.rs` reads what was posted, `view.rs` draws.
//! Addresses live in `path.rs`, status codes in `error.rs`, who asks in `visitor.rs`.

mod assets;
mod ballot;
mod count;
mod error;
mod form;
mod headers;
mod kit;
pub mod path;
mod poll;
mod public;
mod session;
mod sign_in;
mod slips;
mod visitor;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::http::Method;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Router, middleware};
use tokio::net::TcpListener;
use tokio::sync::OnceCell;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::config::Config;
use crate::domain::access::Action;
use crate::service::Service;
use crate::service::slips::PrintedSlip;
use error::Failure;
use visitor::{App, At, Visitor};

/// Who may ask for a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Everybody,
    /// Whoever holds a slip.
    Voter,
    /// Any signed-in member of staff, about themselves.
    Staff,
    /// The roles of an action, in the congress concerned.
    May(Action),
}

/// One line of the route table, for `tests/through_http/access.rs`.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The method.
    pub method: Method,
    /// The pattern.
    pub pattern: &'static str,
    /// Who may ask.
    pub who: Who,
}

/// A route: its place in the table and its handler.
struct Route(Listed, MethodRouter<App>);

fn reads(pattern: &'static str, who: Who, handler: MethodRouter<App>) -> Route {
    Route(
        Listed {
            method: Method::GET,
            pattern,
            who,
        },
        handler,
    )
}

fn writes(pattern: &'static str, who: Who, handler: MethodRouter<App>) -> Route {
    Route(
        Listed {
            method: Method::POST,
            pattern,
            who,
        },
        handler,
    )
}

#[expect(
    clippy::too_many_lines,
    reason = "the whole table is read at one glance, or not at all"
)]
fn table() -> Vec<Route> {
    use Action::{ActOnRound, Certify, KeepRoll, KeepSlips, Look, Prepare, Publish};
    use Who::{Everybody, May, Staff, Voter};
    vec![
        reads(path::HOME, Everybody, get(public::handler::home)),
        reads(path::CONGRESS, Everybody, get(public::handler::congress)),
        reads(path::SESSION, Everybody, get(public::handler::session)),
        reads(path::RESULT, Everybody, get(public::handler::result)),
        reads(path::NOTICE, Everybody, get(public::handler::notice)),
        reads(path::ABOUT, Everybody, get(public::handler::about)),
        writes(
            path::LANGUAGE,
            Everybody,
            post(public::handler::set_language),
        ),
        reads(path::ASSET, Everybody, get(asset)),
        reads(path::HEALTH, Everybody, get(health)),
        reads(path::SLIP, Everybody, get(ballot::handler::scan)),
        reads(path::CODE, Everybody, get(ballot::handler::show_code)),
        writes(path::CODE, Everybody, post(ballot::handler::enter_code)),
        reads(path::BALLOT, Voter, get(ballot::handler::show)),
        writes(path::BALLOT, Voter, post(ballot::handler::change)),
        reads(path::REVIEW, Voter, get(ballot::handler::show)),
        writes(path::REVIEW, Voter, post(ballot::handler::review)),
        writes(path::CAST, Voter, post(ballot::handler::cast)),
        reads(path::DONE, Voter, get(ballot::handler::done)),
        reads(path::SIGN_IN, Everybody, get(sign_in::handler::show)),
        writes(path::SIGN_IN, Everybody, post(sign_in::handler::submit)),
        writes(path::SIGN_OUT, Staff, post(sign_in::handler::sign_out)),
        reads(path::PASSWORD, Staff, get(sign_in::handler::show_password)),
        writes(
            path::PASSWORD,
            Staff,
            post(sign_in::handler::change_password),
        ),
        reads(path::MANAGE, Staff, get(session::handler::tasks)),
        reads(
            path::NEW_SESSION,
            May(Look),
            get(session::handler::show_new),
        ),
        writes(
            path::NEW_SESSION,
            May(Prepare),
            post(session::handler::create),
        ),
        reads(path::LIBRARY, May(Look), get(session::handler::library)),
        writes(
            path::CANDIDACY,
            May(Prepare),
            post(session::handler::set_candidate),
        ),
        reads(path::MANAGE_SESSION, May(Look), get(session::handler::show)),
        reads(
            path::NEW_POLL,
            May(Look),
            get(session::handler::show_new_poll),
        ),
        writes(
            path::NEW_POLL,
            May(Prepare),
            post(session::handler::create_poll),
        ),
        reads(path::ROLL, May(Look), get(session::handler::show_roll)),
        writes(path::ROLL, May(KeepRoll), post(session::handler::keep_roll)),
        writes(
            path::SITTING_ACT,
            May(KeepRoll),
            post(session::handler::act),
        ),
        reads(path::SLIPS, May(Look), get(slips::handler::show)),
        writes(path::SLIPS, May(KeepSlips), post(slips::handler::print)),
        writes(
            path::ISSUE_SLIPS,
            May(KeepSlips),
            post(slips::handler::issue),
        ),
        writes(
            path::CANCEL_SLIPS,
            May(KeepSlips),
            post(slips::handler::cancel),
        ),
        reads(path::MANAGE_POLL, May(Look), get(poll::handler::show)),
        reads(path::RULES, May(Look), get(poll::handler::show_rules)),
        writes(path::RULES, May(Prepare), post(poll::handler::save_rules)),
        writes(
            path::WARNINGS,
            May(Prepare),
            post(poll::handler::accept_warnings),
        ),
        writes(path::ADOPT, May(Prepare), post(poll::handler::adopt)),
        reads(path::SLATE, May(Look), get(poll::handler::show_slate)),
        writes(path::SLATE, May(Prepare), post(poll::handler::save_slate)),
        writes(path::PUBLISH, May(Publish), post(poll::handler::publish)),
        reads(path::LIVE, May(Look), get(poll::handler::live)),
        writes(path::ROUND_ACT, May(ActOnRound), post(poll::handler::act)),
        reads(path::COUNT, May(Look), get(count::handler::show)),
        writes(
            path::PRESIDIUM,
            May(ActOnRound),
            post(count::handler::decide),
        ),
        reads(
            path::STATEMENT,
            May(Look),
            get(count::handler::show_statement),
        ),
        writes(path::STATEMENT, May(Certify), post(count::handler::correct)),
    ]
}

/// The route table without its handlers.
#[must_use]
pub fn routes() -> Vec<Listed> {
    table().into_iter().map(|Route(listed, _)| listed).collect()
}

/// The application of a service.
pub fn app(service: Service, config: &Config) -> Router {
    let app = App {
        service,
        public_url: config.public_url.as_deref().map(Arc::from),
        behind_proxy: config.behind_proxy,
        is_secure: config
            .public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("https://")),
        place: Arc::new(OnceCell::new()),
    };
    let routed = table()
        .into_iter()
        .fold(Router::new(), |router, Route(listed, handler)| {
            router.route(listed.pattern, handler)
        });
    routed
        .fallback(no_such_page)
        .method_not_allowed_fallback(wrong_method)
        .layer(TimeoutLayer::with_status_code(
            error::TOO_SLOW,
            Duration::from_secs(30),
        ))
        .layer(CatchPanicLayer::custom(error::panicked))
        .layer(middleware::from_fn_with_state(app.clone(), headers::guard))
        .with_state(app)
}

/// Serves an application until `stopped` ends, and gives open requests a few seconds more.
///
/// # Errors
/// What the operating system says of the listener.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (stopping, mut stop) = tokio::sync::watch::channel(false);
    tokio::spawn(async move {
        stopped.await;
        stopping.send_replace(true);
    });
    let mut asked = stop.clone();
    let asked = async move { drop(asked.wait_for(|stop| *stop).await) };
    let service = app.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(asked);
    let grace = async move {
        drop(stop.wait_for(|stop| *stop).await);
        tokio::time::sleep(Duration::from_secs(3)).await;
    };
    tokio::select! {
        ended = server => ended,
        () = grace => Ok(()),
    }
}

/// The path of a printed slip's QR.
#[must_use]
pub fn slip_path(slip: &PrintedSlip) -> String {
    path::slip(&slip.scanned)
}

async fn asset(visitor: Visitor, At(name): At<String>) -> Result<Response, Failure> {
    match assets::find(&name) {
        Some((kind, bytes)) => Ok(headers::lasting(kind, bytes)),
        None => Err(Failure::no_such_page(visitor)),
    }
}

async fn health() -> Response {
    "ok\n".into_response()
}

async fn no_such_page(visitor: Visitor) -> Response {
    Failure::no_such_page(visitor).into_response()
}

async fn wrong_method(visitor: Visitor) -> Response {
    Failure::wrong_method(visitor).into_response()
}
