//! A browser's cookies: each is sent to its own part of a site alone, until it ends.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::allow_attributes,
    reason = "a browser has a clock of its own, and a test may fail loudly"
)]

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Index;
use std::time::{Duration, Instant};

/// The cookies of one browser, by name and path.
#[derive(Clone, Default)]
pub struct Jar {
    kept: BTreeMap<(String, String), Kept>,
    /// Where cookies of a name belong, for those that a test puts in by hand.
    places: BTreeMap<String, Vec<String>>,
    /// How long the browser has been left lying, besides the time that really passed.
    skipped: Duration,
}

#[derive(Clone)]
struct Kept {
    value: String,
    /// When it ends; none stays as long as the browser runs.
    end: Option<Instant>,
}

impl Jar {
    /// Takes up a `Set-Cookie` that came from an address.
    pub fn hear(&mut self, line: &str, from: &str) {
        let mut parts = line.split(';').map(str::trim);
        let (name, value) = parts.next().unwrap().split_once('=').unwrap();
        let folder = from.split('?').next().unwrap().rsplit_once('/');
        let folder = folder.map_or("/", |(folder, _)| folder);
        let mut place = if folder.is_empty() { "/" } else { folder };
        let (mut seconds, mut is_past) = (None, false);
        for part in parts {
            let (what, said) = part.split_once('=').unwrap_or((part, ""));
            match what.to_ascii_lowercase().as_str() {
                "path" if said.starts_with('/') => place = said,
                "max-age" => seconds = Some(said.parse::<i64>().unwrap()),
                "expires" => {
                    let at = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(said);
                    is_past = at.unwrap() <= jiff::Timestamp::now();
                }
                _ => {}
            }
        }
        let at = (name.to_owned(), place.to_owned());
        // How long goes before until when.
        let is_over = seconds.map_or(is_past, |seconds| seconds <= 0);
        if is_over {
            self.kept.remove(&at);
            return;
        }
        let places = self.places.entry(at.0.clone()).or_default();
        if !places.contains(&at.1) {
            places.push(at.1.clone());
        }
        let lasts = seconds.map(|seconds| Duration::from_secs(seconds.unsigned_abs()));
        let end = lasts.map(|lasts| self.now() + lasts);
        let value = value.to_owned();
        self.kept.insert(at, Kept { value, end });
    }

    fn now(&self) -> Instant {
        Instant::now() + self.skipped
    }

    fn living(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        let now = self.now();
        let living = self.kept.iter();
        let living = living.filter(move |(_, kept)| kept.end.is_none_or(|end| now < end));
        living.map(|((name, place), kept)| (name.as_str(), place.as_str(), kept.value.as_str()))
    }

    /// What a request to an address carries: the cookies of longer paths first.
    pub fn header(&self, path: &str) -> String {
        let path = path.split('?').next().unwrap();
        let is_under = |place: &str| {
            path.strip_prefix(place).is_some_and(|rest| {
                place.ends_with('/') || rest.is_empty() || rest.starts_with('/')
            })
        };
        let mut sent: Vec<_> = self.living().filter(|(_, at, _)| is_under(at)).collect();
        sent.sort_by_key(|(_, place, _)| std::cmp::Reverse(place.len()));
        let sent = sent
            .iter()
            .map(|(name, _, value)| format!("{name}={value}"));
        sent.collect::<Vec<_>>().join("; ")
    }

    /// Leaves the browser lying for a while.
    pub fn wait(&mut self, time: Duration) {
        self.skipped += time;
    }

    /// The value of a cookie of this name, whatever its path.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut living = self.living();
        living
            .find(|(of, _, _)| *of == name)
            .map(|(_, _, value)| value)
    }

    /// The names, each once.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.living().map(|(name, _, _)| name).collect();
        names.dedup();
        names
    }

    /// Puts a value under a name by hand, wherever cookies of that name belong.
    pub fn put(&mut self, name: &str, value: &str) {
        let places = self.places.get(name).cloned();
        for place in places.unwrap_or_else(|| vec!["/".to_owned()]) {
            let value = value.to_owned();
            let kept = Kept { value, end: None };
            self.kept.insert((name.to_owned(), place), kept);
        }
    }

    /// Takes a name out by hand.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let value = self.get(name).map(str::to_owned);
        self.kept.retain(|(of, _), _| of != name);
        value
    }
}

impl Index<&str> for Jar {
    type Output = str;

    fn index(&self, name: &str) -> &str {
        self.get(name).unwrap_or_else(|| panic!("no cookie {name}"))
    }
}

/// What is kept where; not until when, for that differs from run to run.
impl fmt::Debug for Jar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.living()).finish()
    }
}
