//! The load generator: keep-alive connections over plain TCP, one form after another on each.

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::net::TcpStream;
use tokio::task::LocalSet;

use super::hall::Form;

/// What one run gave.
pub(crate) struct Measured {
    /// Acknowledged casts.
    pub(crate) done: u32,
    pub(crate) took: Duration,
    /// Milliseconds, sorted; empty where there is no request to wait for.
    pub(crate) latencies: Vec<f64>,
}

impl Measured {
    pub(crate) fn rate(&self) -> f64 {
        f64::from(self.done) / self.took.as_secs_f64()
    }

    /// The latency that so many of a thousand requests did not exceed.
    pub(crate) fn percentile(&self, of_thousand: usize) -> f64 {
        let place = self.latencies.len() * of_thousand / 1000;
        self.latencies
            .get(place)
            .or(self.latencies.last())
            .copied()
            .unwrap_or(0.0)
    }
}

/// Casts forms over so many connections until they are used up or the time is.
pub(crate) fn run(
    address: SocketAddr,
    forms: &[Form],
    connections: u32,
    most: Duration,
) -> Measured {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    // The forms outlive the tasks: they are handed over as shared copies of the requests.
    let requests: Rc<[Vec<u8>]> = forms.iter().map(|form| form.request.clone()).collect();
    let next = Rc::new(Cell::new(0_usize));
    let latencies = Rc::new(RefCell::new(Vec::with_capacity(forms.len())));
    let tasks = LocalSet::new();
    let took = tasks.block_on(&runtime, async {
        let mut streams = Vec::new();
        for _ in 0..connections {
            let stream = TcpStream::connect(address).await.unwrap();
            stream.set_nodelay(true).unwrap();
            streams.push(stream);
        }
        let begun = Instant::now();
        let mut voters = Vec::new();
        for stream in streams {
            let (requests, next) = (Rc::clone(&requests), Rc::clone(&next));
            let latencies = Rc::clone(&latencies);
            voters.push(tokio::task::spawn_local(async move {
                while begun.elapsed() < most {
                    let mine = next.replace(next.get() + 1);
                    let Some(request) = requests.get(mine) else {
                        break;
                    };
                    let asked = Instant::now();
                    exchange(&stream, request).await;
                    latencies
                        .borrow_mut()
                        .push(asked.elapsed().as_secs_f64() * 1000.0);
                }
            }));
        }
        for voter in voters {
            voter.await.unwrap();
        }
        begun.elapsed()
    });
    let mut latencies = latencies.take();
    latencies.sort_by(f64::total_cmp);
    Measured {
        done: u32::try_from(latencies.len()).unwrap(),
        took,
        latencies,
    }
}

/// Sends a form and waits for the answer that says it is in the box; any other answer ends the
/// bench.
async fn exchange(stream: &TcpStream, request: &[u8]) {
    let mut rest = request;
    while !rest.is_empty() {
        stream.writable().await.unwrap();
        match stream.try_write(rest) {
            Ok(sent) => rest = &rest[sent..],
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(error) => panic!("the server does not listen: {error}"),
        }
    }
    let mut answer = [0; 4096];
    let mut got = 0;
    loop {
        stream.readable().await.unwrap();
        match stream.try_read(&mut answer[got..]) {
            Ok(0) => panic!("the server hung up"),
            Ok(more) => got += more,
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => continue,
            Err(error) => panic!("the server does not answer: {error}"),
        }
        if answer[..got].ends_with(b"\r\n\r\n") {
            break;
        }
        assert!(got < answer.len(), "{}", String::from_utf8_lossy(&answer));
    }
    let answer = String::from_utf8_lossy(&answer[..got]);
    assert!(
        answer.starts_with("HTTP/1.1 303") && answer.contains("/done\r\n"),
        "{answer}"
    );
}
