//! The permission table asked on behalf of a use case.

use crate::error::ServiceError;
use domain::access::line::LineContent;
use domain::access::{Action, Actor, Grant};
use domain::id::{AccountId, CongressId};

/// The account that a grant was given to: the console has none, and may not do what needs one.
pub(crate) fn account_of(grant: &Grant) -> Result<AccountId, ServiceError> {
    grant.account().ok_or(ServiceError::NotFound("account"))
}

/// Asks the permission table, as a service error.
///
/// # Errors
/// Denied.
pub fn permit(actor: &Actor, action: Action, congress: CongressId) -> Result<Grant, ServiceError> {
    domain::access::may(actor, action, Some(congress)).map_err(ServiceError::Denied)
}

/// Asks whether somebody's line may carry something, as a service error.
///
/// # Errors
/// Refused: `line-is-open`.
pub fn permit_over_line(actor: &Actor, carried: LineContent) -> Result<(), ServiceError> {
    actor.line.carries(carried).map_err(ServiceError::refused)
}
