//! What an address narrows a page to: filters survive in it, so that a list can be sent to somebody.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::form::Fields;
use super::visitor::App;

/// The query of an address, in order; names that a page does not know are carried along.
#[derive(Debug, Clone, Default)]
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// The first value of a name; empty when there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        let mut found = self.0.iter().filter(|(known, _)| known == name);
        found.next().map_or("", |(_, value)| value)
    }

    /// The query as the fields of a form.
    pub(super) fn fields(&self) -> Fields {
        Fields::of(self.0.iter().cloned())
    }

    /// Whether nothing is narrowed.
    pub(super) fn is_empty(&self) -> bool {
        let is_set = |(name, value): &(String, String)| !value.is_empty() && name != "page";
        !self.0.iter().any(is_set)
    }

    /// The query with one value set anew, as the text of an address.
    pub(super) fn with(&self, name: &str, value: &str) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (known, kept) in &self.0 {
            if known != name && !kept.is_empty() {
                out.append_pair(known, kept);
            }
        }
        out.append_pair(name, value);
        out.finish()
    }
}

impl FromRequestParts<App> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs = form_urlencoded::parse(query.as_bytes());
        let pairs = pairs.map(|(name, value)| (name.into_owned(), value.into_owned()));
        Ok(Self(pairs.collect()))
    }
}
