//! Two scrutineers decide about papers on which tellers differ, and about void and doubtful ones.

use super::room::{PaperProposal, name_of};
use super::typing::{gone, read_all, work};
use crate::act_of_two::confirm::self_at;
use crate::act_of_two::person::{account_person, person_of, refuse_not_adopted};
use crate::act_of_two::press::PinEntry;
use crate::installation::keys::digest;
use crate::round::context::RoundContext;
use crate::sitting::acting_officers::selves;
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::two_people::{Person, TwoPeople};
use domain::digest::Digest;
use domain::hand_count::batch::{Batch, BatchStage};
use domain::hand_count::event::BatchEvent;
use domain::hand_count::typed::TypedPaper;
use domain::id::RoundId;
use domain::problem::Problem;
use store::ReadTx;
use store::act_of_two::act_requests::RequestSubject;
use store::sitting::officers;

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
        by: Option<PinEntry>,
    ) -> Result<BatchStage, ServiceError> {
        let second = self
            .second_of(actor, id, Action::JudgePapers, by.as_ref())
            .await?;
        let asker = actor.clone();
        let (work, second) = self
            .store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&asker, Action::JudgePapers, place.congress.id)?;
                let account = account_of(&grant)?;
                let me = Person {
                    browser: asker.browser,
                    ..account_person(tx, place.session.id, account)?
                };
                let second = second.as_ref().map(|second| second.person(tx));
                let second = second.transpose()?;
                let people: Vec<Person> = [Some(me), second].into_iter().flatten().collect();
                refuse_not_adopted(tx, place.session.id, Action::JudgePapers, &people)?;
                Ok::<_, ServiceError>((work(tx, &place, number, me)?, second))
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

    /// A second scrutineer stands for what the first one proposed, as it was shown: where the own account
    /// is signed in, or on the own device with the PIN.
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
        pin: Option<String>,
    ) -> Result<BatchStage, ServiceError> {
        let asker = actor.clone();
        let actor = self
            .store
            .read(move |tx| self_at(tx, &asker, RequestSubject::Round(id.0)));
        let actor = &actor.await?;
        let by = actor.device.map(|device| PinEntry {
            officer: device.officer,
            pin: pin.unwrap_or_default(),
        });
        let second = self.second_of(actor, id, Action::JudgePapers, by.as_ref());
        let (second, asker) = (second.await?, actor.clone());
        let work = self
            .store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let session = place.session.id;
                permit(&asker, Action::JudgePapers, place.congress.id)?;
                let me = match &second {
                    Some(second) => second.person(tx)?,
                    None => person_of(tx, Some(session), &asker)?,
                };
                let me = Person {
                    browser: asker.browser,
                    ..me
                };
                refuse_not_adopted(tx, session, Action::JudgePapers, &[me])?;
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

/// What a scrutineer proposed about the papers of a batch, for the second one's own device. It has no
/// `Debug`: it holds marks.
pub struct PaperRuling {
    /// The poll's title.
    pub poll: String,
    /// The round.
    pub round: RoundId,
    /// The batch.
    pub batch: u32,
    /// What was proposed, by whom.
    pub proposed: PaperProposal,
    /// Whether it is the reader's own.
    pub is_mine: bool,
}

impl Service {
    /// What waits on an officer's own device to be judged: whatever was proposed in the officer's session,
    /// and in its rehearsal, about batches that the officer did not type.
    pub async fn list_proposals(&self, actor: &Actor) -> Result<Vec<PaperRuling>, ServiceError> {
        let lying: Vec<(RoundId, u32, Batch)> = {
            let table = self.counting_table.lying();
            let batches = table.batches.iter();
            let open = batches.filter(|(_, batch)| batch.proposal().is_some());
            open.map(|((id, number), batch)| (*id, *number, batch.clone()))
                .collect()
        };
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let mut proposals = Vec::new();
                for (round, number, batch) in lying {
                    for one in selves(tx, &actor)? {
                        proposals.extend(proposal(tx, &one, (round, number), &batch)?);
                    }
                }
                Ok(proposals)
            })
            .await
    }
}

/// What was proposed about a batch, if the officer of this device may judge it.
fn proposal(
    tx: &ReadTx<'_>,
    actor: &Actor,
    (round, number): (RoundId, u32),
    batch: &Batch,
) -> Result<Option<PaperRuling>, ServiceError> {
    let Some(device) = actor.device else {
        return Ok(None);
    };
    let place = RoundContext::of(tx, round)?;
    let is_of_session = officers::get(tx, device.officer)?.session == place.session.id;
    if !is_of_session || permit(actor, Action::JudgePapers, place.congress.id).is_err() {
        return Ok(None);
    }
    let me = person_of(tx, Some(place.session.id), actor)?;
    let typed_it = batch.typists().iter().any(|one| one.is_same(&me));
    let Some((who, decided)) = batch.proposal().filter(|_| !typed_it) else {
        return Ok(None);
    };
    Ok(Some(PaperRuling {
        poll: place.poll.title,
        round,
        batch: number,
        is_mine: who.is_same(&me),
        proposed: PaperProposal {
            who: name_of(tx, &who)?,
            decided: decided.to_vec(),
            seen: proposal_digest(round, number, &who, decided),
        },
    }))
}

/// The digest of what a scrutineer proposed: whoever stands for it stands for that, and for nothing else.
pub(super) fn proposal_digest(
    round: RoundId,
    number: u32,
    who: &Person,
    decided: &[(u32, TypedPaper)],
) -> Digest {
    let mut text = format!("{round}\t{number}\t{who}\n");
    for (paper, typed) in decided {
        text.push_str(&format!("{paper}\t{}\n", typed.write()));
    }
    digest(text.as_bytes())
}
