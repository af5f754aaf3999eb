//! What somebody typed into a form, and what of it may be shown again.

use domain::problem::Problem;

/// The fields of a posted form, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields {
    pairs: Vec<(String, String)>,
    /// The field in which a file came.
    file: Option<String>,
}

/// Fields that say how a form is taken, not what somebody typed.
const OF_THE_FORM: [&str; 8] = [
    "token", "seen", "times", "act", "as", "form", "next", "kept",
];

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

/// Whether a value is somebody's words, and not a number or a word of the program.
fn is_text(value: &str) -> bool {
    let mut chars = value.chars();
    chars.any(|char| !char.is_ascii() || char.is_whitespace())
}

/// A form before anything was typed into it.
pub(crate) static NOTHING_TYPED: Fields = Fields {
    pairs: Vec::new(),
    file: None,
};

impl Fields {
    /// Fields with these names and values.
    pub(crate) fn of(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        Self {
            pairs: fields.into_iter().collect(),
            file: None,
        }
    }

    /// The same fields beside a file.
    pub(crate) fn with_file(self, file: Option<String>) -> Self {
        Self { file, ..self }
    }

    /// The field in which a file came.
    pub(crate) fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// Parses an urlencoded body.
    pub(crate) fn parse(body: &[u8]) -> Self {
        Self::of(form_urlencoded::parse(body).into_owned())
    }

    /// The first value of a name; empty when there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.pairs
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a name.
    pub(crate) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.pairs
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every field whose name begins so, with the rest of its name.
    pub(crate) fn with_prefix<'f>(
        &'f self,
        prefix: &'f str,
    ) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.pairs
            .iter()
            .filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// Every field.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether it says the second person's word in an act of two: whatever is sent in place of asking, with
    /// a digest of what was shown or another button than the ones that ask.
    pub(crate) fn is_second_word(&self) -> bool {
        let seen = self.get("seen");
        !matches!((self.get("as"), seen), ("ask", _) | ("pin" | "", ""))
    }

    /// How often something had been counted when the page of this form was shown.
    pub(crate) fn seen_times(&self) -> Option<u32> {
        self.get("times").parse().ok()
    }

    /// What a person wrote, for the page of an error: neither numbers of things nor what is secret.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.shown().filter(|value| is_text(value))
    }

    /// What a person wrote, figures too.
    pub(crate) fn texts_and_figures(&self) -> impl Iterator<Item = &str> {
        let is_figure = |value: &str| value.chars().any(|char| char.is_ascii_digit());
        self.shown()
            .filter(move |value| is_text(value) || is_figure(value))
    }

    /// What may stand on another page than the form's own.
    fn shown(&self) -> impl Iterator<Item = &str> {
        self.open()
            .filter(|(name, _)| !OF_THE_FORM.contains(name))
            .map(|(_, value)| value.trim())
    }

    /// The fields that another page may carry: none that is secret, and not the token.
    pub(crate) fn open(&self) -> impl Iterator<Item = (&str, &str)> {
        self.iter()
            .filter(|(name, _)| *name != "token" && !is_secret(name))
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
