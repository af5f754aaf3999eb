//! An agreed batch is sealed to the box, paper by paper as ballots are, and taken off the table.

use zeroize::Zeroizing;

use super::room::open_size;
use super::typing::gone;
use crate::round::context::RoundContext;
use crate::round::fixed::refuse_changed;
use crate::round::frozen_rounds::BoxReference;
use crate::round::rules::rules_of;
use crate::round::sealed::{box_digest, row};
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::hand_count::batch::BatchStage;
use domain::hand_count::event::BatchEvent;
use domain::hand_count::typed::TypedPaper;
use domain::id::RoundId;
use seal::ballot::RowPurpose;
use store::Written;
use store::hand_count::batches;
use store::hand_count::batches::StoredBatch;
use store::round::boxes::BoxBallot;
use store::round::rounds;

impl Service {
    /// Writes down what happened to a batch, and where that agreed it, seals it to the box in the same
    /// transaction. Answers where the batch stands.
    ///
    /// A batch that is agreed and could not be written, for a full disk, stays on the table: pressing
    /// once more writes it.
    pub(super) async fn settle(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        event: Option<BatchEvent>,
    ) -> Result<BatchStage, ServiceError> {
        let batch = self.counting_table.find(id, number).ok_or_else(gone)?;
        let stage = batch.stage();
        let sealed = match batch.agreed() {
            Some(papers) => Some(self.seal_batch(actor, id, &papers).await?),
            None => None,
        };
        let (actor, now) = (actor.clone(), self.clock.now());
        let is_sealed = sealed.is_some();
        self.store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, Action::Look, place.congress.id)?;
                let papers = open_size(tx, &place, number)?;
                let say = |event| Event::new(&grant, now, EventKind::Batch(id, number, event));
                let mut events: Vec<Event> = event.into_iter().map(say).collect();
                if let Some((to, sealed)) = sealed {
                    if !to.is_of(tx, id)? {
                        return Err(gone());
                    }
                    if u32::try_from(sealed.len()).ok() != Some(papers) {
                        return Err(gone());
                    }
                    let digest = box_digest(&sealed);
                    let stored = StoredBatch {
                        number,
                        papers,
                        digest,
                    };
                    batches::create(tx, id, &stored, sealed)?;
                    events.push(say(BatchEvent::Sealed { papers, digest }));
                }
                Ok(Written::recorded_all((), events))
            })
            .await?;
        if is_sealed {
            self.counting_table.remove(id, number);
        }
        Ok(stage)
    }

    /// Seals the papers of a batch, in the order of their random keys; with them the box that it is.
    async fn seal_batch(
        &self,
        actor: &Actor,
        id: RoundId,
        papers: &[TypedPaper],
    ) -> Result<(BoxReference, Vec<BoxBallot>), ServiceError> {
        let actor = actor.clone();
        let (kind, lines, to) = self
            .store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                permit(&actor, Action::Look, place.congress.id)?;
                refuse_changed(tx, &place)?;
                let to = BoxReference::find(tx, id)?.ok_or(ServiceError::NotFound("box"))?;
                let lines = rounds::list_lines(tx, id)?.len();
                Ok::<_, ServiceError>((rules_of(&place.round)?.kind, lines, to))
            })
            .await?;
        let mut sealed = Vec::with_capacity(papers.len());
        for paper in papers {
            let plain = Zeroizing::new(paper.encode(kind, lines).ok_or_else(gone)?);
            let (key, drawn) = (self.random.bytes()?, self.random.bytes()?);
            sealed.push(row(&to.key, RowPurpose::Paper, &plain, key, drawn)?);
        }
        sealed.sort_by_key(|one| one.key);
        Ok((to, sealed))
    }
}
