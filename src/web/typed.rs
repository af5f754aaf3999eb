//! What somebody typed into a form, and what of it may be shown again.

use axum::body::Bytes;

use domain::problem::Problem;

/// The fields of a posted form, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

/// Fields that no other page than their own ever repeats: what opens something, and marks of papers.
const NEVER_REPEATED: [&str; 11] = [
    "pin", "new_pin", "repeat", "old", "new", "password", "code", "codes", "card", "secret", "url",
];

fn is_secret(name: &str) -> bool {
    let is_of_papers = ["paper-", "line-", "keys"]
        .iter()
        .any(|of| name.starts_with(of));
    NEVER_REPEATED.contains(&name) || is_of_papers
}

/// A form before anything was typed into it.
pub(crate) static NOTHING_TYPED: Fields = Fields(Vec::new());

impl Fields {
    /// Fields with these names and values.
    pub(crate) fn of(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(fields.into_iter().collect())
    }

    /// Parses an urlencoded body.
    pub(crate) fn parse(body: &Bytes) -> Self {
        let pairs = form_urlencoded::parse(body);
        Self(
            pairs
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
        )
    }

    /// The first value of a name; empty when there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a name.
    pub(crate) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every field whose name begins so, with the rest of its name.
    pub(crate) fn with_prefix<'f>(
        &'f self,
        prefix: &'f str,
    ) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.0
            .iter()
            .filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// Every field.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// How often something had been counted when the page of this form was shown.
    pub(crate) fn seen_times(&self) -> Option<u32> {
        self.get("times").parse().ok()
    }

    /// What a person wrote, for the page of an error: neither numbers of things nor what is secret.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let is_text = |value: &str| {
            value
                .chars()
                .any(|char| !char.is_ascii() || char.is_whitespace())
        };
        let written = self.iter().filter(|(name, _)| !is_secret(name));
        written
            .map(|(_, value)| value.trim())
            .filter(move |value| is_text(value))
    }

    /// Whether the same form may be sent again from another page: one with a secret is typed anew.
    pub(crate) fn is_open(&self) -> bool {
        self.iter()
            .all(|(name, value)| value.is_empty() || !is_secret(name))
    }

    /// A whole number.
    pub(crate) fn number<T: std::str::FromStr>(&self, name: &'static str) -> Result<T, Problem> {
        let text = self.get(name).trim();
        text.parse()
            .map_err(|_| Problem::error("number-form").at(name))
    }
}
