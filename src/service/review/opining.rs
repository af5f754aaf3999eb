//! The opinions at a review of the work committee: typed by two people, no vote, no result.

use super::{Service, ServiceError, account_of, checked, permit_to_keep};
use domain::access::Actor;
use domain::audit::{Event, EventKind};
use domain::id::ReviewId;
use domain::review::event::ReviewEvent;
use domain::review::opinions::{self, Opinions, TypedOpinions};
use store::Written;
use store::review::{opinions as stored_opinions, reviews};

impl Service {
    /// Types the opinions from the count on paper; they stand once a second person typed the same.
    ///
    /// # Errors
    /// Denied, for everybody but the work committee's clerks. Refused or invalid: what
    /// [`opinions::problems`] says.
    pub async fn type_opinions(
        &self,
        actor: &Actor,
        id: ReviewId,
        typed: Opinions,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let review = reviews::get(tx, id)?;
                let grant = permit_to_keep(&actor, review.reviewer)?;
                let new = TypedOpinions {
                    by: account_of(&grant)?,
                    opinions: typed,
                };
                let before = stored_opinions::list(tx, id)?;
                if before.contains(&new) {
                    return Ok(Written::quiet((), "the form was sent before"));
                }
                checked(opinions::problems(&review, &new, &before))?;
                stored_opinions::save(tx, id, &new)?;
                let what = EventKind::Review(ReviewEvent::OpinionsTyped(id));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}
