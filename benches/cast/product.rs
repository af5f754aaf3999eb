//! The product itself, behind the server that `minsheng serve` starts.

use std::net::SocketAddr;
use std::path::Path;

use machine::clock::Clock;
use machine::random::Random;
use service::Service;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use web::config::Config;

pub(crate) fn start(runtime: &Runtime, data: &Path) -> SocketAddr {
    let opened = Service::open(data, Clock::system(), Random::system());
    let service = runtime.block_on(opened).unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let config = Config {
        data: data.to_owned(),
        listen: address,
        public_url: Some("http://bench".to_owned()),
        behind_proxy: false,
        fonts: None,
        backups: None,
        webhook_hosts: Vec::new(),
    };
    let app = web::app(service, &config);
    runtime.spawn(web::serve(listener, app, std::future::pending()));
    address
}
