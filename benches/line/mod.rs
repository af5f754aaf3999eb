//! A browser of a bench: one connection at a time, its cookies, and what every browser does when a connection
//! that it kept was closed meanwhile: it opens another and asks again.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::allow_attributes,
    reason = "each bench uses a part of this"
)]

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use tokio::net::{TcpSocket, TcpStream};

/// A browser at an address of this machine.
pub struct Line {
    from: Ipv4Addr,
    host: String,
    stream: Option<TcpStream>,
    /// Whether this connection has carried a request already.
    is_used: bool,
    pub cookies: BTreeMap<String, String>,
}

/// Why nothing was heard.
pub type Lost = String;

impl Line {
    pub fn new(host: &str) -> Self {
        Self::from(Ipv4Addr::LOCALHOST, host)
    }

    pub fn from(from: Ipv4Addr, host: &str) -> Self {
        Self {
            from,
            host: host.to_owned(),
            stream: None,
            is_used: false,
            cookies: BTreeMap::new(),
        }
    }

    /// A connection from the address of this browser.
    pub async fn connect(from: Ipv4Addr, host: &str) -> Result<TcpStream, Lost> {
        let to: SocketAddr = host.parse().map_err(|_| format!("{host} is no address"))?;
        let connecting = async {
            let socket = TcpSocket::new_v4()?;
            socket.bind(SocketAddr::from((from, 0)))?;
            let stream = socket.connect(to).await?;
            stream.set_nodelay(true)?;
            Ok::<_, std::io::Error>(stream)
        };
        connecting
            .await
            .map_err(|error| format!("connecting: {error}"))
    }

    /// Scans a slip and follows to its ballot.
    pub async fn scan(&mut self, scan: &str) -> Result<String, Lost> {
        let mut to = scan.to_owned();
        for _ in 0..4 {
            let answer = self.ask("GET", &to, "").await?;
            match location(&answer) {
                Some(next) => to = next,
                None => return Ok(answer),
            }
        }
        Err(format!("{scan} leads nowhere"))
    }

    pub async fn post(&mut self, to: &str, fields: &[(String, String)]) -> Result<String, Lost> {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.ask("POST", to, &body.finish()).await
    }

    /// One request and its whole answer.
    pub async fn ask(&mut self, method: &str, to: &str, body: &str) -> Result<String, Lost> {
        let was_used = self.is_used && self.stream.is_some();
        match self.ask_once(method, to, body).await {
            Err((_, true)) if was_used => {
                self.stream = None;
                let again = self.ask_once(method, to, body).await;
                again.map_err(|(lost, _)| lost)
            }
            answer => answer.map_err(|(lost, _)| lost),
        }
    }

    /// The answer, or what went wrong and whether it was before the first byte.
    async fn ask_once(
        &mut self,
        method: &str,
        to: &str,
        body: &str,
    ) -> Result<String, (Lost, bool)> {
        self.send(method, to, body)
            .await
            .map_err(|lost| (lost, true))?;
        let (mut answer, mut whole) = (Vec::new(), None);
        loop {
            let before = answer.len();
            if let Err(lost) = self.read(&mut answer).await {
                self.stream = None;
                return Err((format!("{method} {to}: {lost}"), before == 0));
            }
            // The head is looked for once, and the rest only counted: a bench must cost little itself.
            if whole.is_none() {
                whole = whole_length(&answer);
            }
            if whole.is_some_and(|whole| answer.len() >= whole) {
                let text = String::from_utf8_lossy(&answer).into_owned();
                self.keep(head(&text));
                return Ok(text);
            }
        }
    }

    fn keep(&mut self, head: &str) {
        for cookie in head
            .lines()
            .filter_map(|line| line.strip_prefix("set-cookie: "))
        {
            let pair = cookie.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            // One that ends is taken away, as a browser does.
            if cookie.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Sends a request whose answer is read with [`Line::read`].
    pub async fn send(&mut self, method: &str, to: &str, body: &str) -> Result<(), Lost> {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect();
        let request = format!(
            "{method} {to} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {}\r\n\
             accept-language: zh-CN\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\n\r\n{body}",
            cookies.join("; "),
            body.len(),
            host = self.host
        );
        if self.stream.is_none() {
            self.stream = Some(Self::connect(self.from, &self.host).await?);
            self.is_used = false;
        }
        let stream = self.stream.as_ref().ok_or("no connection")?;
        let mut rest = request.as_bytes();
        while !rest.is_empty() {
            stream.writable().await.map_err(|error| error.to_string())?;
            match stream.try_write(rest) {
                Ok(sent) => rest = &rest[sent..],
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(error) => {
                    self.stream = None;
                    return Err(format!("{method} {to}: {error}"));
                }
            }
        }
        self.is_used = true;
        Ok(())
    }

    /// Whatever comes next.
    pub async fn read(&mut self, into: &mut Vec<u8>) -> Result<(), Lost> {
        let stream = self.stream.as_ref().ok_or("no connection")?;
        let mut piece = [0; 16 << 10];
        loop {
            stream.readable().await.map_err(|error| error.to_string())?;
            match stream.try_read(&mut piece) {
                Ok(0) => return Err("the server hung up".to_owned()),
                Ok(got) => {
                    into.extend_from_slice(&piece[..got]);
                    return Ok(());
                }
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error.to_string()),
            }
        }
    }
}

/// How long an answer is with its head, once that is whole.
fn whole_length(answer: &[u8]) -> Option<usize> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&answer[..end]);
    let mut lines = head.lines();
    let length = lines.find_map(|line| line.strip_prefix("content-length: "));
    Some(end + length.map_or(0, |text| text.trim().parse().unwrap_or(0)))
}

pub fn head(answer: &str) -> &str {
    answer.split("\r\n\r\n").next().unwrap_or_default()
}

/// The status of an answer.
pub fn status(answer: &str) -> u16 {
    let word = answer.split(' ').nth(1).unwrap_or_default();
    word.parse().unwrap_or(0)
}

/// Where an answer leads.
pub fn location(answer: &str) -> Option<String> {
    let mut lines = head(answer).lines();
    let to = lines.find_map(|line| line.strip_prefix("location: "))?;
    Some(to.trim().to_owned())
}

/// The hidden fields of the form that leads to an address.
pub fn hidden(page: &str, action: &str) -> Result<Vec<(String, String)>, Lost> {
    let form = page.split(&format!("action=\"{action}\"")).nth(1);
    let form = form.ok_or_else(|| format!("no form to {action}: {}", head(page)))?;
    let form = form.split("</form>").next().unwrap_or_default();
    let part = |text: &str, name: &str| {
        let found = text.split(&format!(" {name}=\"")).nth(1)?;
        Some(found.split('"').next()?.to_owned())
    };
    let fields = form.split("<input type=\"hidden\"").skip(1);
    Ok(fields
        .filter_map(|input| {
            let input = input.split('>').next()?;
            Some((part(input, "name")?, part(input, "value")?))
        })
        .collect())
}

/// Ballots in the boxes of a data directory, read past the server.
pub fn boxed(data: &Path) -> usize {
    let files = std::fs::read_dir(data.join("boxes")).unwrap();
    let paths = files.map(|one| one.unwrap().path());
    let boxes = paths.filter(|path| path.extension().is_some_and(|ending| ending == "box"));
    let count = |path: std::path::PathBuf| -> i64 {
        let file = rusqlite::Connection::open(path).unwrap();
        let sql = "select count(*) from box_ballot";
        file.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    usize::try_from(boxes.map(count).sum::<i64>()).unwrap()
}

/// The wait that so many of a thousand did not exceed, in milliseconds.
pub fn percentile(waits: &[f64], of_thousand: usize) -> f64 {
    let mut sorted = waits.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = sorted.len() * of_thousand / 1000;
    sorted.get(place).or(sorted.last()).copied().unwrap_or(0.0)
}
