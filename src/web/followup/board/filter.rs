//! What a board is narrowed to, from the address: light, unit, kind, month.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::visitor::App;
use domain::followup::light::Light;
use domain::followup::month::Month;
use service::followup::boards::{Board, BoardLine};

/// The filters of an address; an empty or unknown value is no filter.
#[derive(Debug, Clone, Default)]
pub(crate) struct BoardFilter {
    pub(super) light: Option<Light>,
    pub(super) unit: String,
    pub(super) kind: String,
    pub(super) month: Option<Month>,
}

impl FromRequestParts<App> for BoardFilter {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        let query = parts.uri.query().unwrap_or_default();
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "light" => filter.light = Light::from_word(&value),
                "unit" => filter.unit = value.into_owned(),
                "kind" => filter.kind = value.into_owned(),
                "month" => filter.month = Month::read(&value),
                _ => {}
            }
        }
        Ok(filter)
    }
}

impl BoardFilter {
    /// Whether a line stays. With a month, its light of that month counts; else that of today.
    pub(super) fn keeps(&self, line: &BoardLine) -> bool {
        let light = self.light_of(line);
        let has = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        self.light.is_none_or(|wanted| light == Some(wanted))
            && has(&self.unit, &line.project.lead_unit)
            && has(&self.kind, &line.project.category)
    }

    /// The light that a line shows under this filter.
    pub(super) fn light_of(&self, line: &BoardLine) -> Option<Light> {
        match self.month {
            Some(month) => {
                let judged = line.months.iter().find(|one| one.month == month);
                judged.map(|one| one.reading.light)
            }
            None => line.now.map(|now| now.light),
        }
    }

    /// The different values of a board's lines, in order.
    pub(super) fn choices(board: &Board, of: impl Fn(&BoardLine) -> &str) -> Vec<String> {
        let values = board.lines.iter().map(|line| of(line).to_owned());
        let mut values: Vec<String> = values.filter(|value| !value.is_empty()).collect();
        values.sort();
        values.dedup();
        values
    }
}
