//! A fake of a chat group's robot, which behaves as it is told and remembers what it was sent.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// 200 with this code.
    Code(i64),
    /// Another status.
    Status(u16),
    /// A way to another address of its own.
    Redirect,
    /// Nothing, and the line stays open.
    Hang,
    /// Nothing, and the line is cut.
    Close,
    /// A body without an end.
    Endless,
    /// 200 with something that is no JSON.
    Babble,
    /// A head and a body of which a letter comes now and then, so that no single wait is long.
    Drip,
}

/// The fake: one thread, one request after the other.
pub struct Robot {
    pub origin: String,
    manner: Arc<Mutex<Manner>>,
    heard: Arc<Mutex<Vec<(String, String)>>>,
}

impl Robot {
    pub fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let manner = Arc::new(Mutex::new(manner));
        let heard = Arc::new(Mutex::new(Vec::new()));
        let (now, ears) = (Arc::clone(&manner), Arc::clone(&heard));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (now, ears) = (Arc::clone(&now), Arc::clone(&ears));
                std::thread::spawn(move || answer(stream.unwrap(), &now, &ears));
            }
        });
        Self {
            origin,
            manner,
            heard,
        }
    }

    /// Behaves so from now on.
    pub fn behave(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// The addresses and bodies of the requests so far.
    pub fn heard(&self) -> Vec<(String, String)> {
        self.heard.lock().unwrap().clone()
    }

    /// The texts of the messages so far.
    pub fn texts(&self) -> Vec<String> {
        let text = |(_, body): (String, String)| {
            let message: serde_json::Value = serde_json::from_str(&body).unwrap();
            assert_eq!(message["msgtype"], "text");
            message["text"]["content"].as_str().unwrap().to_owned()
        };
        self.heard().into_iter().map(text).collect()
    }
}

fn answer(stream: TcpStream, manner: &Mutex<Manner>, heard: &Mutex<Vec<(String, String)>>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut first = String::new();
    if reader.read_line(&mut first).is_err() {
        // Somebody spoke TLS to it: it answers in the clear, which is no answer.
        drop(speak(stream, Manner::Babble));
        return;
    }
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        let line = line.to_ascii_lowercase();
        if let Some(number) = line.strip_prefix("content-length:") {
            length = number.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let target = first.split(' ').nth(1).unwrap().to_owned();
    heard
        .lock()
        .unwrap()
        .push((target, String::from_utf8(body).unwrap()));
    let manner = *manner.lock().unwrap();
    // The other side may have hung up: that is what some of these are for.
    drop(speak(stream, manner));
}

fn speak(mut stream: TcpStream, manner: Manner) -> std::io::Result<()> {
    let whole = |status: &str, more: &str, body: &str| {
        format!(
            "HTTP/1.1 {status}\r\n{more}content-length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    match manner {
        Manner::Code(code) => {
            let body = format!("{{\"errcode\":{code},\"errmsg\":\"said\"}}");
            stream.write_all(whole("200 OK", "", &body).as_bytes())
        }
        Manner::Status(status) => {
            let answer = whole(&format!("{status} No"), "", "{\"errcode\":0}");
            stream.write_all(answer.as_bytes())
        }
        Manner::Redirect => {
            let there = "location: /elsewhere\r\n";
            stream.write_all(whole("302 Found", there, "{\"errcode\":0}").as_bytes())
        }
        Manner::Babble => stream.write_all(whole("200 OK", "", "<html>fine</html>").as_bytes()),
        Manner::Close => Ok(()),
        Manner::Hang => {
            std::thread::park_timeout(Duration::from_secs(60));
            Ok(())
        }
        Manner::Endless => {
            stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")?;
            loop {
                stream.write_all(b"1000\r\n")?;
                stream.write_all(&[b' '; 0x1000])?;
                stream.write_all(b"\r\n")?;
            }
        }
        Manner::Drip => {
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n")?;
            loop {
                stream.write_all(b" ")?;
                std::thread::park_timeout(Duration::from_millis(50));
            }
        }
    }
}
