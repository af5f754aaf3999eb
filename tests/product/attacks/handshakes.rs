//! Whoever begins to greet an own certificate and never ends: each greeting holds a seat like any other
//! connection, no longer than a head may take, and makes way for a newcomer.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use machine::bounds::ConnectionLimits;
use minsheng::demo::DemoStage;

use crate::ballot::vote;
use crate::own_certificate::{certificate, gate_within};
use crate::support::{Client, Hall};

/// The beginning of a greeting that promises 512 bytes more.
const BEGINNING: [u8; 5] = [0x16, 3, 1, 2, 0];

fn open(address: &str) -> TcpStream {
    let line = TcpStream::connect(address.trim_start_matches("https://")).unwrap();
    line.set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    line
}

/// Whether the server hangs up within the patience of the line; a reset is an end as well.
fn is_let_go(mut line: TcpStream) -> bool {
    let ended = line.read_to_end(&mut Vec::new());
    ended.map_or_else(|error| error.kind() == ErrorKind::ConnectionReset, |_| true)
}

fn room(connections: usize, of_address: usize) -> ConnectionLimits {
    ConnectionLimits {
        connections,
        of_address,
        ..ConnectionLimits::USUAL
    }
}

#[test]
fn greetings_that_never_end_make_way_in_all_and_of_one_address_and_every_newcomer_votes() {
    let hall = Hall::at(DemoStage::Open);
    for (slip, room) in [room(40, 40), room(400, 40)].into_iter().enumerate() {
        let address = gate_within(room, &hall, Some(certificate()), false);
        let mut silent: Vec<TcpStream> = (0..200).map(|_| open(&address)).collect();
        for line in silent.iter_mut().step_by(2) {
            // Those that were let go meanwhile need no beginning.
            drop(line.write_all(&BEGINNING));
        }
        let mut phone = Client::new(&address);
        phone.get(&format!("/b/{}", hall.made.slips[slip].scanned));
        let done = vote(&mut phone, &[("m1", "a")]);
        assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
        let mut oldest = silent.into_iter();
        assert!(is_let_go(oldest.next().unwrap()), "the oldest was let go");
        let newest = oldest.next_back().unwrap();
        newest.set_nonblocking(true).unwrap();
        let still = newest.peek(&mut [0]).unwrap_err().kind();
        assert_eq!(still, ErrorKind::WouldBlock, "the newest stays");
    }
}

#[test]
fn a_greeting_that_comes_in_drops_is_cut_in_its_time() {
    let hall = Hall::at(DemoStage::Open);
    let room = ConnectionLimits {
        head: Duration::from_secs(1),
        ..ConnectionLimits::USUAL
    };
    let address = gate_within(room, &hall, Some(certificate()), false);
    let begun = Instant::now();
    let mut endless = open(&address);
    endless.write_all(&BEGINNING).unwrap();
    let mut fed = endless.try_clone().unwrap();
    let feeding = std::thread::spawn(move || {
        // A byte each quarter of a second, so that the connection is never quiet. The first one is that of a
        // browser's greeting, the next three tell its length.
        for byte in [1, 0, 1, 252].into_iter().chain(std::iter::repeat(0)) {
            if fed.write_all(&[byte]).is_err() {
                break;
            }
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "it was never cut"
            );
            std::thread::sleep(Duration::from_millis(250));
        }
    });
    assert!(is_let_go(endless));
    assert!(is_let_go(open(&address)), "also one that says nothing");
    feeding.join().unwrap();
}
