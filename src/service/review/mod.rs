//! Department reviews (工作评议): planned and held by a congress or by the prefecture's work committee.
//!
//! Each use case asks for the permission of the body that holds the review (`permit_to_keep`): the
//! clerk of a congress keeps that congress's, the work committee's clerk keeps the work committee's.

mod asking;
mod keeping;
mod opining;
mod putting;
mod reading;
mod rectifying;

use super::{Service, ServiceError, account_of, permit};
use domain::access::{self, Action, Actor, Grant};
use domain::problem::Problem;
use domain::review::{DepartmentReview, Reviewer};

pub use keeping::ReviewSheet;
pub use putting::ReviewPollChoices;
pub use reading::{ReviewForm, ReviewListLine, ReviewRights, ReviewView, Reviews, TaskView};

/// The permission to keep a review.
fn permit_to_keep(actor: &Actor, reviewer: Reviewer) -> Result<Grant, ServiceError> {
    permit_at(actor, reviewer, (Action::Supervise, Action::KeepAdvisory))
}

/// The permission to answer for the department: somebody of the unit, or who writes down what the
/// department sent on paper.
fn permit_to_answer(actor: &Actor, review: &DepartmentReview) -> Result<Grant, ServiceError> {
    let actions = (Action::Report, Action::KeepAdvisory);
    permit_at(actor, review.reviewer, actions)
}

/// The permission to read a review: whoever oversees the body that holds it.
pub(super) fn permit_to_read(
    actor: &Actor,
    review: &DepartmentReview,
) -> Result<Grant, ServiceError> {
    permit_at(actor, review.reviewer, (Action::Oversee, Action::Oversee))
}

/// The permission for the first action in a congress, for the second at the work committee. Somebody
/// of another unit than the one reviewed is told nothing, not even that the review exists.
fn permit_at(
    actor: &Actor,
    reviewer: Reviewer,
    (here, there): (Action, Action),
) -> Result<Grant, ServiceError> {
    match reviewer {
        Reviewer::Congress { congress, unit } => {
            if actor.unit.is_some_and(|own| own != unit) {
                return Err(ServiceError::NotFound("review"));
            }
            permit(actor, here, congress)
        }
        Reviewer::WorkCommittee => access::may(actor, there, None).map_err(ServiceError::Denied),
    }
}

/// Problems as a refusal where the state forbids the act, as something to mend where a field does.
fn checked(problems: Vec<Problem>) -> Result<(), ServiceError> {
    const OF_STATE: [&str; 6] = [
        "work-review-out-of-turn",
        "work-review-not-held",
        "question-answered",
        "finding-out-of-turn",
        "opinions-agreed",
        "no-opinions-here",
    ];
    if problems.is_empty() {
        Ok(())
    } else if problems.iter().any(|one| OF_STATE.contains(&one.code)) {
        Err(ServiceError::Refused(problems))
    } else {
        Err(ServiceError::Invalid(problems))
    }
}
