//! Deputies' groups: which there are, and who is of them.

use super::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::{Body, Congress};
use domain::followup::event::FollowupEvent;
use domain::followup::group::{self, DeputyGroup};
use domain::id::CongressId;
use domain::problem::Problem;
use store::Written;
use store::followup::groups;
use store::people::{congresses, deputies};

impl Service {
    /// The groups of a congress with their members.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn list_groups(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<(Congress, Vec<DeputyGroup>), ServiceError> {
        permit(actor, Action::Oversee, congress)?;
        self.store
            .read(move |tx| Ok((congresses::get(tx, congress)?, groups::list(tx, congress)?)))
            .await
    }

    /// Keeps a group under its name: exactly the deputies of these numbers are of it from now on.
    ///
    /// # Errors
    /// Denied. Invalid: `blank` or `text-long` at `name`; `group-empty` and `deputy-unknown` at
    /// `members`.
    pub async fn keep_group(
        &self,
        actor: &Actor,
        congress: CongressId,
        name: &str,
        members: &str,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::Supervise, congress)?;
        let name = group::read_name(name).map_err(ServiceError::invalid)?;
        let numbers = group::read_numbers(members);
        if numbers.is_empty() {
            let problem = Problem::error("group-empty").at("members");
            return Err(ServiceError::invalid(problem));
        }
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let roster = deputies::list(tx, congress, Body::Congress)?;
                let (mut found, mut problems) = (Vec::new(), Vec::new());
                for number in numbers {
                    match roster.iter().find(|deputy| deputy.number == number) {
                        Some(deputy) => found.push(deputy.id),
                        None => problems.push(
                            Problem::error("deputy-unknown")
                                .at("members")
                                .with("number", number),
                        ),
                    }
                }
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                let id = groups::save(tx, congress, &name, &found)?;
                let what = EventKind::FollowUp(FollowupEvent::GroupKept(id));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}
