//! THE DOOR: every connection is accepted here, takes a seat (one of a limited number of places), and is
//! closed in time.
//!
//! A stranger can hold a seat only as long as a request takes. Head and body have a time limit, an answer
//! that nobody reads has another, and where all seats are taken the oldest connection without a whole
//! request makes way: a newcomer always gets in, and a request that is here is always answered. How
//! many seats there are stands in [`machine::bounds`].

mod body;
mod slots;
mod timed_socket;
mod tls;

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::rt::{Read, Write};
use hyper::server::conn::http1::Builder;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use super::visitor::network;
use body::{AnswerBody, TimedBody};
use machine::bounds::{ConnectionLimits, HEAD_BYTES};
pub(super) use slots::ConnectionSlot;
use slots::ConnectionSlots;
use timed_socket::TimedSocket;
pub use tls::{Certificate, CertificateError};

/// What open requests are given when the server stops.
const GRACE: Duration = Duration::from_secs(3);
/// After an accept that failed, such as for want of a file handle.
const BREATH: Duration = Duration::from_millis(100);

/// Serves an application until `stopped` ends, and gives open requests a few seconds more.
///
/// # Errors
/// What the operating system says of the listener.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    serve_within(ConnectionLimits::USUAL, listener, app, stopped).await
}

/// Where connections come in.
pub struct Listener {
    /// The socket.
    pub listener: TcpListener,
    /// What is served there.
    pub app: Router,
    /// The certificate of a gate that speaks HTTPS; without one it speaks plain HTTP.
    pub certificate: Option<Certificate>,
}

/// The same with other room, for a machine that has less of it.
///
/// # Errors
/// As [`serve`].
pub async fn serve_within(
    room: ConnectionLimits,
    listener: TcpListener,
    app: Router,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let gate = Listener {
        listener,
        app,
        certificate: None,
    };
    serve_gates(room, vec![gate], stopped).await
}

/// The same at several gates that share one room.
///
/// # Errors
/// As [`serve`].
pub async fn serve_gates(
    room: ConnectionLimits,
    gates: Vec<Listener>,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let seats = Arc::new(ConnectionSlots::new(room));
    let (stopping, stop) = watch::channel(false);
    let (everybody, one) = watch::channel(());
    for gate in gates {
        let (seats, stop, one) = (seats.clone(), stop.clone(), one.clone());
        tokio::spawn(admit(gate, room, seats, stop, one));
    }
    drop((stop, one));
    stopped.await;
    stopping.send_replace(true);
    drop(tokio::time::timeout(GRACE, everybody.closed()).await);
    Ok(())
}

/// Lets connections in at a gate until the server stops.
async fn admit(
    gate: Listener,
    room: ConnectionLimits,
    seats: Arc<ConnectionSlots>,
    stop: watch::Receiver<bool>,
    one: watch::Receiver<()>,
) {
    let mut ended = stop.clone();
    let mut ended = pin!(ended.wait_for(|stop| *stop));
    loop {
        let accepted = tokio::select! {
            _ = ended.as_mut() => break,
            accepted = gate.listener.accept() => accepted,
        };
        let Ok((stream, peer)) = accepted else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let seat = tokio::select! {
            _ = ended.as_mut() => break,
            seat = seats.take(network(peer.ip())) => seat,
        };
        let Some(seat) = seat else { continue };
        let (app, certificate) = (gate.app.clone(), gate.certificate.clone());
        let (stop, one) = (stop.clone(), one.clone());
        let guest = Connection { peer, seat, room };
        tokio::spawn(async move {
            attend(stream, guest, certificate, app, stop).await;
            drop(one);
        });
    }
}

/// Who came.
struct Connection {
    peer: SocketAddr,
    seat: ConnectionSlot,
    room: ConnectionLimits,
}

/// One connection from its first byte to its end.
async fn attend(
    stream: TcpStream,
    guest: Connection,
    certificate: Option<Certificate>,
    app: Router,
    stop: watch::Receiver<bool>,
) {
    // Answers are whole when they are written: none waits for more.
    drop(stream.set_nodelay(true));
    let line = TimedSocket::new(stream, guest.room.stalled);
    let Some(certificate) = certificate else {
        return talk(TokioIo::new(line), guest, app, stop).await;
    };
    // A greeting has the time of a head, and makes way like a connection without a whole request.
    let greeted = tokio::select! {
        biased;
        () = guest.seat.is_called() => return,
        greeted = tokio::time::timeout(guest.room.head, certificate.greet(line)) => greeted,
    };
    if let Ok(Ok(line)) = greeted {
        talk(TokioIo::new(line), guest, app, stop).await;
    }
}

/// Requests and answers, one after the other.
async fn talk<L: Read + Write + Unpin>(
    line: L,
    Connection { peer, seat, room }: Connection,
    app: Router,
    mut stop: watch::Receiver<bool>,
) {
    let host = seat.clone();
    let service = service_fn(move |request: Request<Incoming>| {
        let (mut head, body) = request.into_parts();
        head.extensions.insert(ConnectInfo(peer));
        head.extensions.insert(host.clone());
        let body = TimedBody::new(body, room.body, host.clone());
        let app = TowerToHyperService::new(app.clone());
        let answering = app.call(Request::from_parts(head, body));
        let host = host.clone();
        async move {
            let answer = answering.await;
            host.is_whole();
            answer.map(|answer| answer.map(|body| AnswerBody::new(body, host)))
        }
    });
    let mut connection = pin!(
        Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(room.head)
            .max_buf_size(HEAD_BYTES)
            .serve_connection(line, service)
    );
    let mut is_stopping = false;
    loop {
        tokio::select! {
            biased;
            () = seat.is_called() => return,
            _ = stop.wait_for(|stop| *stop), if !is_stopping => {
                is_stopping = true;
                connection.as_mut().graceful_shutdown();
            }
            // However it ended, nobody is there any more to be told.
            _ended = connection.as_mut() => return,
        }
    }
}
