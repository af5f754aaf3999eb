//! What came of a press, and which refusals a page tells: pages speak to people, so their words are
//! looked up in the messages.

use std::path::Path;
use std::sync::OnceLock;

use crate::support::Page;

/// What came of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tried {
    /// It was done, or asked for.
    Done,
    /// It was refused, by these codes.
    Refused(Vec<String>),
    /// Nobody could press it: the page does not offer it, or there is nothing to do it with.
    NotOffered,
}

impl Tried {
    /// The codes of a refusal.
    pub(crate) fn codes(&self) -> &[String] {
        match self {
            Self::Refused(codes) => codes,
            Self::Done | Self::NotOffered => &[],
        }
    }
}

/// What must never be, and was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Violation {
    /// Which promise was broken; a shorter day must break the same one.
    pub(crate) promise: &'static str,
    pub(crate) told: String,
}

impl Violation {
    pub(crate) fn of<T>(promise: &'static str, told: impl Into<String>) -> Result<T, Self> {
        let told = told.into();
        Err(Self { promise, told })
    }
}

/// What a page says came of a press.
pub(crate) fn read(page: &Page) -> Result<Tried, Violation> {
    match page.status {
        200 if page.path.starts_with("/sign-in") => Ok(Tried::Refused(vec!["signed-out".into()])),
        200 => Ok(Tried::Done),
        500 => Violation::of(
            "no page breaks",
            format!("{} answers {}: {}", page.path, page.status, page.text()),
        ),
        status => {
            let mut codes = codes(page);
            if status == 403 {
                codes.retain(|code| code == "form-foreign");
            }
            if codes.is_empty() {
                codes.push(status.to_string());
            }
            Ok(Tried::Refused(codes))
        }
    }
}

/// A message that tells a refusal: its code, and the pieces between what is filled in.
struct Message {
    code: String,
    pieces: Vec<String>,
}

/// The codes of the problems that a page tells in its alerts.
fn codes(page: &Page) -> Vec<String> {
    let html = page.html();
    let alerts: Vec<&str> = html.split("role=\"alert\"").skip(1).collect();
    let field_errors = html.split("class=\"field-error\"").skip(1);
    let told: Vec<String> = alerts
        .iter()
        .map(|part| part.split("</div>").next().unwrap_or(part))
        .chain(field_errors.map(|part| part.split("</p>").next().unwrap_or(part)))
        .map(words)
        .collect();
    let mut found: Vec<String> = messages()
        .iter()
        .filter(|message| told.iter().any(|told| is_told(message, told)))
        .map(|message| message.code.clone())
        .collect();
    found.sort();
    found.dedup();
    found
}

fn is_told(message: &Message, told: &str) -> bool {
    let mut rest = told;
    for piece in &message.pieces {
        let Some(at) = rest.find(piece.as_str()) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    true
}

/// The words of a piece of a page, without spaces.
fn words(html: &str) -> String {
    let page = Page {
        status: 200,
        path: String::new(),
        headers: Vec::new(),
        body: format!("<{html}").into_bytes(),
    };
    page.squeezed()
}

fn messages() -> &'static [Message] {
    static READ: OnceLock<Vec<Message>> = OnceLock::new();
    READ.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/zh-Hans");
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            read_messages(&text, &mut found);
        }
        found
    })
}

/// Every variant of every message that tells a problem, or why a slip is turned away.
fn read_messages(text: &str, found: &mut Vec<Message>) {
    let mut code = None;
    for line in text.lines() {
        let head = line
            .split_once('=')
            .filter(|_| !line.starts_with([' ', '#', '*', '[']));
        let said = match head {
            Some((name, said)) => {
                let name = name.trim();
                let is_told = name.starts_with("problem-") || name.starts_with("told-");
                let is_told = is_told || name == "code-unknown" || name == "code-not-now";
                code = is_told.then(|| name.trim_start_matches("problem-").to_owned());
                said
            }
            None => line
                .trim()
                .trim_start_matches('*')
                .split_once(']')
                .map_or(line, |(_, said)| said),
        };
        let Some(code) = &code else { continue };
        let pieces = pieces(said);
        if pieces
            .iter()
            .map(|piece| piece.chars().count())
            .sum::<usize>()
            >= 4
        {
            found.push(Message {
                code: code.clone(),
                pieces,
            });
        }
    }
}

/// What stands between the places of a message.
fn pieces(said: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in said.split('{') {
        let piece = part.split_once('}').map_or(part, |(_, rest)| rest);
        let piece: String = piece.split_whitespace().collect();
        if !piece.is_empty() && !piece.contains("->") {
            found.push(piece);
        }
    }
    found
}
