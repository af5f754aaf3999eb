//! The rules of a round and the number they are applied to.

use super::context::RoundContext;
use crate::ServiceError;
use domain::congress::Body;
use domain::poll::Round;
use domain::poll::lint::{faults, lint};
use domain::poll::rules::Rules;
use domain::poll::template::Template;
use domain::problem::Problem;
use store::ReadTx;
use store::people::deputies;

/// The rules of a round, from their canonical text.
pub(crate) fn rules_of(round: &Round) -> Result<Rules, ServiceError> {
    Rules::from_canonical(&round.rules).map_err(|error| ServiceError::Broken(Box::new(error)))
}

/// N: of the roll once it is open, else the members in office now.
pub(crate) fn due(tx: &ReadTx<'_>, place: &RoundContext) -> Result<u32, ServiceError> {
    match place.sitting.due {
        Some(due) => Ok(due),
        None => Ok(deputies::count(tx, place.congress.id, place.session.body)?),
    }
}

/// What the lint says of rules for this body and slate.
pub(crate) fn lint_of(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    rules: &Rules,
    lines: usize,
) -> Result<Vec<Problem>, ServiceError> {
    Ok(lint(rules, due(tx, place)?, lines))
}

/// The rules of a template that a clerk may choose.
pub(crate) fn from_template(
    template: Template,
    body: Body,
    places: u16,
) -> Result<Rules, ServiceError> {
    if !Template::FIRST.contains(&template) {
        let problem = Problem::error("template-unknown").at("template");
        return Err(ServiceError::invalid(problem));
    }
    let rules = template.rules(body, places);
    match faults(&rules) {
        faults if faults.is_empty() => Ok(rules),
        faults => Err(ServiceError::Invalid(faults)),
    }
}
