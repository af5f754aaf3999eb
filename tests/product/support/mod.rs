//! A real server on a free port, and a client that does what a browser without JavaScript does.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::allow_attributes,
    reason = "each test file uses a part of this"
)]

pub mod boxes;
pub mod client;
pub mod jar;
pub mod officers;
pub mod page;
pub mod pdf;
pub mod qr;
pub mod robot;
pub mod server;
pub mod shown;
pub mod slips;
pub mod stages;

use std::path::Path;
use std::sync::Arc;

use domain::access::Actor;
use domain::id::{PollId, RoundId, SittingId};
use jiff::Timestamp;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::{DemoStage, DemoSummary};
use service::Service;
use service::access::password::HashCost;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::Notify;
use web::config::Config;

pub use client::Client;
pub use page::Page;
pub use server::Server;
pub use shown::AsShown;
use stages::Copied;

/// A demo prefecture behind a real server, with a clock that stands still and seeded randomness.
pub struct Hall {
    pub runtime: Runtime,
    pub service: Service,
    pub address: String,
    pub made: DemoSummary,
    pub clock: Clock,
    pub dir: TempDir,
    stop: Arc<Notify>,
}

impl Hall {
    /// A demo of 青河县 at a stage, with few deputies so that tests are quick.
    pub fn at(stage: DemoStage) -> Self {
        Self::with(stage, 15)
    }

    /// A demo with so many deputies in 青河县.
    pub fn with(stage: DemoStage, deputies: u32) -> Self {
        Self::seeded(stage, deputies, 7)
    }

    /// A demo whose randomness starts from a seed.
    pub fn seeded(stage: DemoStage, deputies: u32, seed: u64) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let dir = tempfile::tempdir().unwrap();
        let Copied { made, at } = stages::demo_in(dir.path(), stage, deputies, seed);
        let clock = Clock::fixed(at);
        // Other numbers than those that were drawn while the stage was made.
        let random = Random::seeded(!seed);
        let opened = Service::open_at(HashCost::CHEAP, dir.path(), clock.clone(), random);
        let service = runtime.block_on(opened).unwrap();
        let (address, stop) = start(&runtime, &service, dir.path());
        Self {
            runtime,
            service,
            address,
            made,
            clock,
            dir,
            stop,
        }
    }

    /// A browser that knows nothing yet.
    pub fn client(&self) -> Client {
        Client::new(&self.address)
    }

    /// A browser of one of the staff, signed in.
    pub fn signed_in(&self, username: &str) -> Client {
        let mut client = self.client();
        let page = client.post(
            "/sign-in",
            &[
                ("username", username),
                ("password", &self.made.password(username)),
            ],
        );
        assert_eq!(page.status, 200, "{username} signs in: {}", page.text());
        client
    }

    /// One of the staff, for tests that call a use case directly.
    pub fn actor(&self, username: &str) -> Actor {
        self.runtime.block_on(self.actor_now(username))
    }

    /// The same where something runs already.
    pub async fn actor_now(&self, username: &str) -> Actor {
        let password = self.made.password(username);
        let secret = self.service.sign_in(username, &password).await.unwrap();
        self.service.find_actor(&secret).await.unwrap().unwrap()
    }

    /// 青河县's poll, its round and sitting.
    pub fn poll(&self) -> PollId {
        PollId(self.made.polls[0].id)
    }

    pub fn round(&self) -> RoundId {
        self.made.county_round
    }

    pub fn sitting(&self) -> SittingId {
        self.made.county_sitting
    }

    /// Sets the clock to noon in Beijing of a day, such as `2026-04-02`.
    pub fn on(&self, day: &str) {
        let noon = format!("{day}T04:00:00Z");
        self.clock.set(noon.parse().unwrap());
    }

    /// A browser that has scanned the n-th drawn slip.
    pub fn scanned(&self, slip: usize) -> Client {
        let mut client = self.client();
        let page = client.get(&format!("/b/{}", self.made.slips[slip].scanned));
        assert_eq!(page.status, 200, "{}", page.text());
        client
    }

    /// The moment at which the hall's clock stands.
    pub fn service_now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Runs a use case to its end.
    pub fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        self.stop.notify_waiters();
    }
}

/// Waits until something is so that a task of the server does by itself; ten seconds at most.
#[track_caller]
#[allow(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "what a task does by itself gives no signal to a test outside"
)]
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..2_400 {
        if is_so() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    panic!("not yet after a minute: {what}");
}

/// The moment at which tests stand: 15 January 2026, 12:00 in Beijing.
pub fn noon() -> Timestamp {
    "2026-01-15T04:00:00Z".parse().unwrap()
}

/// Serves a service on a free port.
pub fn start(runtime: &Runtime, service: &Service, data: &Path) -> (String, Arc<Notify>) {
    let stop = Arc::new(Notify::new());
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let config = Config {
        data: data.to_owned(),
        listen: listener.local_addr().unwrap(),
        public_url: Some(address.clone()),
        behind_proxy: false,
        fonts: None,
        backups: None,
        webhook_hosts: Vec::new(),
    };
    let app = web::app(service.clone(), &config);
    let stopping = Arc::clone(&stop);
    runtime.spawn(async move {
        let stopped = async move { stopping.notified().await };
        web::serve(listener, app, stopped).await.unwrap();
    });
    (address, stop)
}

impl Hall {
    /// One value as it is stored, read past the server.
    pub fn stored(&self, sql: &str) -> String {
        let connection = boxes::open(self.dir.path());
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// Changes what is stored, past the server and its rules.
    pub fn write_past(&self, sql: &str) {
        let connection = boxes::to_write(self.dir.path());
        let changed = connection.execute(sql, []).unwrap();
        assert!(changed > 0, "{sql}");
    }
}
