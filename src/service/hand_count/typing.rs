//! A teller types a batch, or types once more what two of them typed differently.

use super::room::open_size;
use crate::act_of_two::person::{SecondPerson, account_person, refuse_not_adopted};
use crate::act_of_two::press::PinEntry;
use crate::round::context::RoundContext;
use crate::round::rules::rules_of;
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::two_people::Person;
use domain::ballot::BallotKind;
use domain::hand_count::batch::{Batch, BatchStage};
use domain::hand_count::event::BatchEvent;
use domain::hand_count::typed::{TypedPaper, read_numbered};
use domain::id::RoundId;
use domain::problem::Problem;
use store::ReadTx;
use store::round::rounds;

/// What is known of a batch before somebody works on it.
pub(super) struct BatchContext {
    pub(super) person: Person,
    pub(super) papers: u32,
    pub(super) kind: BallotKind,
    pub(super) lines: usize,
}

impl Service {
    /// A teller types a batch: the keys of each paper in the order of the pile, and how many papers
    /// were in the hand when they were counted again. With a PIN it is that officer who typed, else
    /// the account. Once both have typed, they are compared; papers typed alike are sealed to the box.
    ///
    /// # Errors
    /// Invalid: at `paper-<number>` what [`read_numbered`] says, `batch-pile-differs` at `counted`, the problems
    /// of a PIN. Refused: `batch-same-teller`, `batch-typed`, `returned-above-issued`,
    /// `act-out-of-turn`. Denied to whoever is no teller.
    pub async fn type_batch(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        keys: Vec<String>,
        counted: u32,
        by: Option<PinEntry>,
    ) -> Result<BatchStage, ServiceError> {
        let work = self.work(actor, id, number, by).await?;
        if counted != work.papers {
            let problem = Problem::error("batch-pile-differs").with("counted", counted);
            let problem = problem.with("papers", work.papers).at("counted");
            return Err(ServiceError::invalid(problem));
        }
        let numbered: Vec<(u32, String)> = (1..).zip(keys).collect();
        let typed = read_all(&work, &numbered, (1..=work.papers).collect())?;
        let typed = typed.into_iter().map(|(_, typed)| typed).collect();
        let key = (id, number);
        {
            let mut table = self.counting_table.lying();
            let batch = table.batches.entry(key);
            let batch = batch.or_insert_with(|| Batch::new(work.papers));
            batch
                .take(work.person, typed)
                .map_err(ServiceError::refused)?;
        }
        let event = BatchEvent::Typed(work.person);
        self.settle(actor, id, number, Some(event)).await
    }

    /// A teller types once more the papers that the two typed differently, without seeing the other's.
    ///
    /// # Errors
    /// As [`Service::type_batch`]; refused: `batch-gone` when the program stopped meanwhile,
    /// `batch-not-yours`, `batch-not-retyping`.
    pub async fn retype_batch(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        keys: Vec<(u32, String)>,
        by: Option<PinEntry>,
    ) -> Result<BatchStage, ServiceError> {
        let work = self.work(actor, id, number, by).await?;
        let wanted = self.counting_table.find(id, number);
        let wanted = wanted.ok_or_else(gone)?.to_retype();
        let typed = read_all(&work, &keys, wanted)?;
        {
            let mut table = self.counting_table.lying();
            let batch = table.batches.get_mut(&(id, number)).ok_or_else(gone)?;
            batch
                .retype(&work.person, typed)
                .map_err(ServiceError::refused)?;
        }
        let event = BatchEvent::Retyped(work.person);
        self.settle(actor, id, number, Some(event)).await
    }

    /// Who types, and what of.
    pub(super) async fn work(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        by: Option<PinEntry>,
    ) -> Result<BatchContext, ServiceError> {
        let actions = (Action::Look, Action::TypePapers);
        let second = self.second_for(actor, id, actions, by.as_ref()).await?;
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let person = typist(tx, &place, &actor, second.as_ref())?;
                work(tx, &place, number, person)
            })
            .await
    }
}

/// The teller: the officer whose PIN was typed on somebody's screen, or who signed in.
fn typist(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    actor: &Actor,
    second: Option<&SecondPerson>,
) -> Result<Person, ServiceError> {
    let congress = place.congress.id;
    if let Some(second) = second {
        permit(actor, Action::Look, congress)?;
        return second.person(tx);
    }
    let grant = permit(actor, Action::TypePapers, congress)?;
    let account = account_of(&grant)?;
    let me = account_person(tx, place.session.id, account)?;
    refuse_not_adopted(tx, place.session.id, Action::TypePapers, &[me])?;
    Ok(me)
}

pub(super) fn work(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    number: u32,
    person: Person,
) -> Result<BatchContext, ServiceError> {
    Ok(BatchContext {
        person,
        papers: open_size(tx, place, number)?,
        kind: rules_of(&place.round)?.kind,
        lines: rounds::list_lines(tx, place.round.id)?.len(),
    })
}

/// Reads the keys of these papers; every problem at once, each at its paper.
pub(super) fn read_all(
    work: &BatchContext,
    keys: &[(u32, String)],
    wanted: Vec<u32>,
) -> Result<Vec<(u32, TypedPaper)>, ServiceError> {
    let (mut typed, mut problems) = (Vec::new(), Vec::new());
    for paper in wanted {
        let text = keys.iter().find(|(one, _)| *one == paper);
        let text = text.map_or("", |(_, text)| text.as_str());
        match read_numbered(paper, text, work.kind, work.lines) {
            Ok(one) => typed.push((paper, one)),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(typed)
    } else {
        Err(ServiceError::Invalid(problems))
    }
}

/// The batch does not lie on the table: the program stopped, and it is typed anew.
pub(super) fn gone() -> ServiceError {
    ServiceError::refused(Problem::error("batch-gone"))
}
