//! The permission table asked on behalf of a use case.

use crate::error::ServiceError;
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
