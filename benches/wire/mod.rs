//! One connection to a server: a request's bytes go out, a whole answer comes in.

#![allow(
    unreachable_pub,
    clippy::allow_attributes,
    reason = "each bench uses this for itself"
)]

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// A connection to an address such as `http://127.0.0.1:80`.
pub fn connect(address: &str) -> TcpStream {
    let line = TcpStream::connect(address.trim_start_matches("http://")).unwrap();
    line.set_nodelay(true).unwrap();
    line
}

/// One request and its whole answer: the head of it.
pub fn ask(line: &mut TcpStream, request: &[u8]) -> String {
    line.write_all(request).unwrap();
    let (mut answer, mut piece) = (Vec::new(), [0; 64 << 10]);
    loop {
        let got = line.read(&mut piece).unwrap();
        assert!(got > 0, "the server hung up");
        answer.extend_from_slice(&piece[..got]);
        let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let mut lines = head.lines();
        let length = lines.find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.trim().parse().unwrap());
        if answer.len() >= end + 4 + length {
            return head;
        }
    }
}
