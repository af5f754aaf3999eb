//! Two scrutineers decide about papers on which tellers differ, and about void and doubtful ones.

use super::typing::{gone, read_all, work};
use crate::domain::access::{Action, Actor};
use crate::domain::hand_count::batch::BatchStage;
use crate::domain::hand_count::event::BatchEvent;
use crate::domain::id::RoundId;
use crate::domain::problem::Problem;
use crate::domain::two_people::TwoPeople;
use crate::service::acts::Place;
use crate::service::standing::{ByPin, account_person};
use crate::service::{Service, ServiceError, account_of, permit};

impl Service {
    /// A scrutineer decides about the open papers of a batch, with a second one's PIN on the same
    /// screen; without, it is a proposal for which a second scrutineer must stand.
    ///
    /// # Errors
    /// Invalid at `paper-<number>`: what was typed, `decide-doubtful`; at `pin` as for an act. Refused:
    /// `batch-gone`, `batch-not-deciding`, `decide-typist`, `same-person`.
    pub async fn decide_papers(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        keys: Vec<(u32, String)>,
        by: Option<ByPin>,
    ) -> Result<BatchStage, ServiceError> {
        let second = self
            .second_of(actor, id, Action::JudgePapers, by.as_ref())
            .await?;
        let asker = actor.clone();
        let (work, second) = self
            .store
            .read(move |tx| {
                let place = Place::of(tx, id)?;
                let grant = permit(&asker, Action::JudgePapers, place.congress.id)?;
                let account = account_of(&grant)?;
                let me = account_person(tx, place.session.id, account)?;
                let second = second.as_ref().map(|second| second.person(tx));
                Ok::<_, ServiceError>((work(tx, &place, number, me)?, second.transpose()?))
            })
            .await?;
        let open = self.counting_table.find(id, number).ok_or_else(gone)?;
        let open: Vec<u32> = open.to_decide().iter().map(|one| one.paper).collect();
        let decided = read_all(&work, &keys, open)?;
        let papers = u32::try_from(decided.len()).unwrap_or(u32::MAX);
        let event = {
            let mut table = self.counting_table.lying();
            let batch = table.batches.get_mut(&(id, number)).ok_or_else(gone)?;
            match second {
                Some(second) => {
                    let people =
                        TwoPeople::of(work.person, second).map_err(ServiceError::refused)?;
                    batch
                        .decide(people, decided)
                        .map_err(ServiceError::invalid)?;
                    BatchEvent::Decided(people, papers)
                }
                None => {
                    batch
                        .propose(work.person, decided)
                        .map_err(ServiceError::invalid)?;
                    BatchEvent::Proposed(work.person)
                }
            }
        };
        self.settle(actor, id, number, Some(event)).await
    }

    /// A second scrutineer stands for what the first one proposed.
    ///
    /// # Errors
    /// Refused: `same-person`, `decide-nothing` when nothing is proposed, as
    /// [`Service::decide_papers`].
    pub async fn confirm_decision(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
    ) -> Result<BatchStage, ServiceError> {
        let asker = actor.clone();
        let work = self
            .store
            .read(move |tx| {
                let place = Place::of(tx, id)?;
                let grant = permit(&asker, Action::JudgePapers, place.congress.id)?;
                let account = account_of(&grant)?;
                let me = account_person(tx, place.session.id, account)?;
                work(tx, &place, number, me)
            })
            .await?;
        let event = {
            let mut table = self.counting_table.lying();
            let batch = table.batches.get_mut(&(id, number)).ok_or_else(gone)?;
            let proposed = batch.proposal().map(|(who, what)| (who, what.to_vec()));
            let nothing = || ServiceError::refused(Problem::error("decide-nothing"));
            let (first, decided) = proposed.ok_or_else(nothing)?;
            let people = TwoPeople::of(first, work.person).map_err(ServiceError::refused)?;
            let papers = u32::try_from(decided.len()).unwrap_or(u32::MAX);
            batch
                .decide(people, decided)
                .map_err(ServiceError::refused)?;
            BatchEvent::Decided(people, papers)
        };
        self.settle(actor, id, number, Some(event)).await
    }
}
