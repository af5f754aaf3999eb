//! Who is let in to what an address names, before anything else of a request is looked at.

use crate::{Service, ServiceError};
use domain::access::Actor;
use domain::access::ownership::{AddressedThing, EntryRefusal, NeededActions, ThingOwner};
use store::access::ownership;

/// What an address names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedThing {
    /// A thing that belongs to somebody.
    Thing(AddressedThing),
    /// Nothing that there can be.
    Nothing,
    /// Something of the prefecture as a whole.
    Prefecture,
    /// Something that is the same in every congress.
    Everywhere,
}

impl Service {
    /// Lets an actor in to what an address names. Whoever may nowhere is refused alike whatever it
    /// names; a stranger to a congress hears the same of its things as of those that nobody has.
    ///
    /// # Errors
    /// Denied; not found.
    pub async fn open_to(
        &self,
        actor: &Actor,
        needs: NeededActions,
        named: NamedThing,
    ) -> Result<(), ServiceError> {
        needs.met_anywhere(actor).map_err(closed)?;
        let home = match named {
            NamedThing::Everywhere => return Ok(()),
            NamedThing::Nothing => None,
            NamedThing::Prefecture => Some(ThingOwner::Prefecture),
            NamedThing::Thing(thing) => {
                self.store
                    .read(move |tx| Ok::<_, ServiceError>(ownership::find(tx, &thing)?))
                    .await?
            }
        };
        needs.met_at(actor, home).map_err(closed)
    }
}

fn closed(why: EntryRefusal) -> ServiceError {
    match why {
        EntryRefusal::Unknown => ServiceError::NotFound("page"),
        EntryRefusal::Denied(denied) => ServiceError::Denied(denied),
    }
}
