//! The product itself, behind the server that `minsheng serve` starts.

use std::net::SocketAddr;
use std::path::Path;

use machine::clock::Clock;
use machine::random::Random;
use service::Service;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use web::config::Config;

use super::hall::HOST;

pub(crate) fn start(runtime: &Runtime, data: &Path) -> SocketAddr {
    let opened = Service::open(data, Clock::system(), Random::system());
    let service = runtime.block_on(opened).unwrap();
    serve(runtime, service, data)
}

/// Serves a service at a free port.
pub(crate) fn serve(runtime: &Runtime, service: Service, data: &Path) -> SocketAddr {
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let config = Config {
        data: data.to_owned(),
        listen: address,
        public_url: Some(format!("http://{HOST}")),
        behind_proxy: false,
        fonts: None,
        backups: None,
        webhook_hosts: Vec::new(),
    };
    let app = runtime.block_on(async { web::app(service, &config) });
    runtime.spawn(web::serve(listener, app, std::future::pending()));
    address
}
