//! What chance gave, taken out of a page: the rest is the same on every run.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::support::pdf::Pdf;
use crate::support::{Hall, Page};

/// Headers that tell of the run, not of the page.
const OF_THE_RUN: &[&str] = &["date", "content-length", "connection", "transfer-encoding"];

/// An answer as lines: its status, its headers, its body with a line for each element.
pub(super) fn lines(page: &Page, drawn: &Drawn) -> Vec<String> {
    let mut out = vec![format!("status {}", page.status)];
    let mut headers: Vec<String> = page
        .headers
        .iter()
        .filter(|(name, _)| !OF_THE_RUN.contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {}", header(name, value, drawn)))
        .collect();
    headers.sort();
    out.extend(headers);
    let kind = page.header("content-type").unwrap_or_default();
    if kind == "application/pdf" {
        out.extend(printed(&page.body, drawn));
        return out;
    }
    let is_text = kind.starts_with("text/") || kind.contains("json") || kind.contains("svg");
    if !is_text {
        if !page.body.is_empty() {
            out.push("(no text)".to_owned());
        }
        return out;
    }
    let text = masked(&String::from_utf8_lossy(&page.body), drawn);
    let text = if kind.starts_with("text/html") {
        text.replace('\n', "↵\n")
            .replace('<', "\n<")
            .replace("\n</", "</")
    } else {
        text
    };
    out.extend(
        text.lines()
            .filter(|line| !line.is_empty())
            .map(str::to_owned),
    );
    out
}

/// What is particular to an answer: its status, and its body without the frame that all pages share.
pub(super) fn own(page: &Page, drawn: &Drawn) -> Vec<String> {
    let lines = lines(page, drawn);
    let begin = lines.iter().position(|line| line.starts_with("<main"));
    let begin = begin.unwrap_or_else(|| {
        let is_header = |line: &&String| line.contains(": ") && !line.starts_with('<');
        1 + lines.iter().skip(1).take_while(is_header).count()
    });
    let (head, body) = lines.split_at(begin.min(lines.len()));
    let title = head.iter().filter(|line| line.starts_with("<title>"));
    head.iter()
        .take(1)
        .chain(title)
        .chain(body)
        .cloned()
        .collect()
}

/// The words of a printed form, line by line, without the spaces that make its columns.
fn printed(bytes: &[u8], drawn: &Drawn) -> Vec<String> {
    static READ: Mutex<BTreeMap<Vec<u8>, String>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap();
    // The same form for another role is read once.
    let text = read
        .entry(bytes.to_vec())
        .or_insert_with(|| Pdf::read(bytes).lines());
    let text = masked(text, drawn);
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    // How wide a digest runs decides whether it ends its line or stands on one of its own.
    let lines = lines.map(|line| line.trim_end_matches(" (*)").to_owned());
    let is_digest = |line: &str| matches!(line, "" | "*" | "(*)");
    lines.filter(|line| !is_digest(line)).collect()
}

fn header(name: &str, value: &str, drawn: &Drawn) -> String {
    if name != "set-cookie" {
        return masked(value, drawn);
    }
    let (cookie, rest) = value.split_once(';').unwrap_or((value, ""));
    let (name, value) = cookie.split_once('=').unwrap_or((cookie, ""));
    let value = if value.is_empty() { "" } else { "*" };
    format!("{name}={value};{rest}")
}

/// What a run drew: its port, the names of its boxes, the codes of its screens.
pub(super) struct Drawn(Vec<(String, &'static str)>);

impl Drawn {
    pub(super) fn of(hall: &Hall) -> Self {
        let host = hall.address.trim_start_matches("http://");
        let mut drawn = vec![(host.to_owned(), "the.hall")];
        let names = hall.stored("select coalesce(group_concat(name, ' '), '') from sealed_box");
        let names = names.split_whitespace();
        drawn.extend(names.map(|name| (name.to_owned(), "(box)")));
        let codes = hall.stored("select coalesce(group_concat(code, ' '), '') from screen");
        for code in codes.split_whitespace() {
            let (first, second) = code.split_at(code.len() / 2);
            drawn.push((format!("{first} {second}"), "(screen)"));
            drawn.push((code.to_owned(), "(screen)"));
        }
        Self(drawn)
    }
}

/// A text without what chance gave.
pub(super) fn masked(text: &str, drawn: &Drawn) -> String {
    let text = drawn
        .0
        .iter()
        .fold(text.to_owned(), |text, (word, instead)| {
            text.replace(word.as_str(), instead)
        });
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(is_of_run) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let run = &rest[..rest.find(|char| !is_of_run(char)).unwrap_or(rest.len())];
        out.push_str(if is_drawn(run) { "*" } else { run });
        rest = &rest[run.len()..];
    }
    out.push_str(rest);
    [squares, groups, numbers, assets]
        .iter()
        .fold(out, |text, mask| mask(&text))
}

fn is_of_run(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_'
}

/// Whether a run of characters is a token, a digest (in full or shortened) or the number of a receipt.
fn is_drawn(run: &str) -> bool {
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_number = run.bytes().all(|byte| byte.is_ascii_digit());
    [16, 32, 64].contains(&run.len()) && run.bytes().all(is_hex) || run.len() >= 14 && is_number
}

/// A text without the digests in the names of stylesheets and scripts: their sources are kept already.
fn assets(text: &str) -> String {
    let mut parts = text.split("/assets/");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(['"', ' ', '?', ')', ',']).unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        let shown = match (name.rsplit_once('-'), name.rsplit_once('.')) {
            (Some((name, _)), Some((_, kind))) => format!("{name}-*.{kind}"),
            _ => name.to_owned(),
        };
        out += &format!("/assets/{shown}{rest}");
    }
    out
}

/// A text without the squares of its QR codes: what they say stands beside them.
fn squares(text: &str) -> String {
    let mut parts = text.split("<path d=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (squares, rest) = part.split_once('"').unwrap_or((part, ""));
        let shown = if squares.contains("h1v1h-1M") {
            "*"
        } else {
            squares
        };
        out += &format!("<path d=\"{shown}\"{rest}");
    }
    out
}

/// A text without the digits of codes and receipts, which are printed in groups.
fn groups(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|char: char| char.is_ascii_digit()) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let is_of_group = |char: char| char.is_ascii_digit() || char == ' ';
        let end = rest.find(|char| !is_of_group(char)).unwrap_or(rest.len());
        let run = rest[..end].trim_end();
        let mut parts = run.split(' ');
        let is_code = run.len() > 16 && parts.all(|part| part.len() == 4 || part.len() == 5);
        out.push_str(if is_code { "*" } else { run });
        rest = &rest[run.len()..];
    }
    out.push_str(rest);
    out
}

/// A text without the numbers of milestones and changes, of which the year of the demo makes many at
/// once, and without the code of a new screen.
fn numbers(text: &str) -> String {
    let signs = ["name=\"reached\" value=\"", "/manage/changes/", "/screen/"];
    signs.iter().fold(text.to_owned(), |text, sign| {
        let mut parts = text.split(sign);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let rest = part.trim_start_matches(|char: char| char.is_ascii_digit());
            let instead = if rest.len() < part.len() { "*" } else { "" };
            out += &format!("{sign}{instead}{rest}");
        }
        out
    })
}
