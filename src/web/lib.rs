//! PAGES. One folder a capability; its `mod.rs` has its addresses,
//! each with the role that may ask and the handler; `routes.rs` collects them.
//!
//! `handler.rs` decides nothing but how to show, `form.rs` reads what was posted, `view.rs` draws.
//! Who asks is in `at_desk.rs` and `visitor.rs`, status codes in `error.rs`.

mod account;
mod appraisal;
mod assets;
mod at_desk;
mod audit_log;
mod backups;
mod ballot;
mod browser;
mod calls;
mod candidate_lists;
mod check_in;
mod compressed;
pub mod config;
mod connections;
mod count;
mod desk;
mod detached;
mod error;
mod evaluation;
mod files;
mod followup;
mod form;
mod forms;
mod gate;
pub(crate) mod hall;
mod hand_count;
mod headers;
mod kept_pages;
mod kiosk;
mod kit;
mod leads;
mod library;
mod my;
mod officer;
mod officers;
pub mod path;
mod people;
mod photo_form;
mod pieces;
mod poll;
mod public;
mod public_slots;
mod public_turn;
mod query;
mod rating;
mod reach;
mod rehearsal;
mod reminder;
pub(crate) mod review;
mod route;
mod routes;
mod sealed_box;
mod sign_in;
pub(crate) mod sitting;
mod slips;
mod streams;
mod typed;
mod upload;
mod visitor;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use axum::{Router, middleware};
use tokio::sync::{OnceCell, Semaphore};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::config::Config;
pub use connections::{Certificate, CertificateError, Listener, serve, serve_gates, serve_within};
use error::Failure;
use kept_pages::KeptPages;
use machine::bounds::{ConnectionLimits, STAFF_FILES};
use paper::{FaceFolders, Press, SYSTEM_FONTS};
use public_slots::PublicSlots;
pub use route::{RouteLine, RouteRole};
pub use routes::routes;
use service::Service;
use service::reminder::webhook::{Webhook, WebhookLimits};
use service::voting::unshown_prints::PrintedSlip;
use streams::Streams;
use visitor::{App, Visitor};

/// The application of a service.
pub fn app(service: Service, config: &Config) -> Router {
    app_within(ConnectionLimits::USUAL, service, config)
}

/// The same with room for so many live lines.
pub fn app_within(room: ConnectionLimits, service: Service, config: &Config) -> Router {
    app_at(room, service, config, ServerAddress::default())
}

/// How an application is reached.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServerAddress<'f> {
    /// Whether its gate speaks HTTPS itself, with a certificate of its own.
    pub is_tls: bool,
    /// The address of that gate, for the slips of officers, where deputies stay on plain HTTP.
    pub officers_url: Option<&'f str>,
}

/// Whether this build prints forms: slips, records, notices as PDF.
pub const PRINTS_FORMS: bool = Press::PRINTS;

/// The same behind a front.
pub fn app_at(
    room: ConnectionLimits,
    service: Service,
    config: &Config,
    front: ServerAddress<'_>,
) -> Router {
    let app = App {
        robots: robots(&service, config),
        service,
        press: Press::new(FaceFolders {
            office: config.fonts.clone(),
            system: SYSTEM_FONTS.iter().map(PathBuf::from).collect(),
        }),
        public_url: config.public_url.as_deref().map(Arc::from),
        behind_proxy: config.behind_proxy,
        backups: config.backups.clone().map(Arc::new),
        officers_url: front.officers_url.map(Arc::from),
        is_tls: front.is_tls,
        is_secure: front.is_tls
            || config
                .public_url
                .as_deref()
                .is_some_and(|url| url.starts_with("https://")),
        place: Arc::new(OnceCell::new()),
        uploads: Arc::new(Semaphore::new(STAFF_FILES)),
        streams: Streams::new(room),
        crowd: PublicSlots::new(),
        pages: KeptPages::default(),
        walls: hall::FollowedScreens::default(),
    };
    routes::router(&app)
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

/// The channel to the robots of chat groups, with the words and addresses of these pages.
#[must_use]
pub fn robots(service: &Service, config: &Config) -> Webhook {
    patient_robots(service, config, WebhookLimits::USUAL)
}

/// The same with another patience, for tests.
#[must_use]
pub fn patient_robots(service: &Service, config: &Config, patience: WebhookLimits) -> Webhook {
    let teller = reminder::teller(config.public_url.clone());
    Webhook::start(service, &config.webhook_hosts, teller, patience)
}

/// The path of a printed slip's QR.
#[must_use]
pub fn slip_path(slip: &PrintedSlip) -> String {
    path::slip(&slip.scanned)
}

async fn no_such_page(visitor: Visitor) -> Response {
    Failure::no_such_page(visitor).into_response()
}

async fn wrong_method(visitor: Visitor) -> Response {
    Failure::wrong_method(visitor).into_response()
}
