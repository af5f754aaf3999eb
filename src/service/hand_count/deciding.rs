//! Two scrutineers decide about papers on which tellers differ, and about void and doubtful ones.

use super::typing::{gone, read_all, work};
use crate::acts::Place;
use crate::keys::digest;
use crate::standing::{ByPin, account_person};
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor};
use domain::digest::Digest;
use domain::hand_count::batch::BatchStage;
use domain::hand_count::event::BatchEvent;
use domain::hand_count::typed::Typed;
use domain::id::RoundId;
use domain::problem::Problem;
use domain::two_people::{Person, TwoPeople};

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

    /// A second scrutineer stands for what the first one proposed, as it was shown.
    ///
    /// # Errors
    /// Refused: `same-person`, `same-browser`, `act-changed` when something else is proposed than was
    /// shown, or nothing; as [`Service::decide_papers`].
    pub async fn confirm_decision(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        seen: Digest,
    ) -> Result<BatchStage, ServiceError> {
        let asker = actor.clone();
        let work = self
            .store
            .read(move |tx| {
                let place = Place::of(tx, id)?;
                let grant = permit(&asker, Action::JudgePapers, place.congress.id)?;
                let account = account_of(&grant)?;
                let me = Person {
                    browser: asker.browser,
                    ..account_person(tx, place.session.id, account)?
                };
                work(tx, &place, number, me)
            })
            .await?;
        let event = {
            let mut table = self.counting_table.lying();
            let batch = table.batches.get_mut(&(id, number)).ok_or_else(gone)?;
            let proposed = batch.proposal().map(|(who, what)| (who, what.to_vec()));
            let changed = || ServiceError::refused(Problem::error("act-changed"));
            let (first, decided) = proposed.ok_or_else(changed)?;
            if proposal_digest(id, number, &first, &decided) != seen {
                return Err(changed());
            }
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

/// The digest of what a scrutineer proposed: whoever stands for it stands for that, and for nothing else.
pub(super) fn proposal_digest(
    round: RoundId,
    number: u32,
    who: &Person,
    decided: &[(u32, Typed)],
) -> Digest {
    let mut text = format!("{round}\t{number}\t{who}\n");
    for (paper, typed) in decided {
        text.push_str(&format!("{paper}\t{}\n", typed.write()));
    }
    digest(text.as_bytes())
}
