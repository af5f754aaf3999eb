//! The counting room as its officers see it: how many batches, who typed them, how they stand. No
//! mark, no sum.

use super::deciding::proposal_digest;
use crate::act_of_two::person::account_person;
use crate::round::context::RoundContext;
use crate::round::view::{RoundView, round_view};
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::two_people::{Participation, Person};
use domain::digest::Digest;
use domain::hand_count::batch::{Batch, BatchStage, DifferingPaper};
use domain::hand_count::pile;
use domain::hand_count::typed::TypedPaper;
use domain::id::RoundId;
use domain::poll::Poll;
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::sitting::officer::Officer;
use domain::voting::desk::BallotMedium;
use store::ReadTx;
use store::hand_count::batches;
use store::people::accounts;
use store::round::papers;
use store::sitting::officers;

/// The counting room of a round.
#[derive(Debug, Clone)]
pub struct CountingRoom {
    pub poll: Poll,
    /// The round with its facts.
    pub round: RoundView,
    /// Papers that came back by the account.
    pub returned: u32,
    /// The batches in order; none before the account is confirmed and once the box is open.
    pub batches: Vec<BatchLine>,
    /// The session's officers.
    pub officers: Vec<Officer>,
    /// Whether papers may be called out: no ballot lies in the sealed box.
    pub may_call: bool,
    /// Whether the reader types papers, and decides about them.
    pub may: CountingRights,
}

/// What the reader may do with their own account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountingRights {
    pub type_papers: bool,
    /// Decide.
    pub judge: bool,
}

/// A batch in the list.
#[derive(Debug, Clone)]
pub struct BatchLine {
    /// Its number, from 1.
    pub number: u32,
    pub papers: u32,
    /// Where it stands.
    pub stage: BatchStage,
    /// Whether it is sealed to the box: the end of it.
    pub is_sealed: bool,
    /// Papers that are typed again or decided about.
    pub open: u32,
    /// The names of who typed it, while it lies on the table.
    pub typists: Vec<String>,
    /// Whether the reader typed it.
    pub is_mine: bool,
    /// Whether it waits for the reader to type papers again.
    pub waits_for_me: bool,
    /// Papers called so far, where it is called out.
    pub called: Option<u32>,
}

/// What one scrutineer proposed about papers. It has no `Debug`: it holds marks.
pub struct PaperProposal {
    /// The name of who did.
    pub who: String,
    /// What each paper is.
    pub decided: Vec<(u32, TypedPaper)>,
    pub seen: Digest,
}

/// One batch for somebody who has something to do with it. It has no `Debug`: it may hold marks.
pub struct BatchPage {
    pub room: CountingRoom,
    pub line: BatchLine,
    /// For its typist: the papers to type once more, with what they typed at first.
    pub retype: Vec<(u32, Option<TypedPaper>)>,
    /// For a scrutineer: the papers to decide about.
    pub decide: Vec<DifferingPaper>,
    /// What one scrutineer proposed.
    pub proposal: Option<PaperProposal>,
    /// Whether the proposal is the reader's own.
    pub is_my_proposal: bool,
}

impl Service {
    /// The counting room of a round.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_counting_room(
        &self,
        actor: &Actor,
        id: RoundId,
    ) -> Result<CountingRoom, ServiceError> {
        let (actor, service) = (actor.clone(), self.clone());
        self.store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                permit(&actor, Action::Look, place.congress.id)?;
                let me = me(tx, &place, &actor)?;
                service.room(tx, place, &actor, me)
            })
            .await
    }

    /// One batch, with the papers that its reader has to look at again.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for a number that no batch has, also for strangers.
    pub async fn get_batch(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
    ) -> Result<BatchPage, ServiceError> {
        let (actor, service) = (actor.clone(), self.clone());
        self.store
            .read(move |tx| {
                let (room, line, me) = service.batch_line(tx, &actor, id, number)?;
                let batch = service.counting_table.find(id, number);
                let batch = batch.unwrap_or_else(|| Batch::new(line.papers));
                let is_mine = line.is_mine;
                let mine = |paper| me.and_then(|me| batch.typed_by(&me, paper).cloned());
                let retype = batch.to_retype();
                let may_judge = room.may.judge && !is_mine;
                let proposal = match batch.proposal().filter(|_| may_judge) {
                    Some((who, decided)) => Some(PaperProposal {
                        who: name_of(tx, &who)?,
                        decided: decided.to_vec(),
                        seen: proposal_digest(id, number, &who, decided),
                    }),
                    None => None,
                };
                Ok(BatchPage {
                    retype: retype.iter().map(|paper| (*paper, mine(*paper))).collect(),
                    decide: if may_judge {
                        batch.to_decide()
                    } else {
                        Vec::new()
                    },
                    is_my_proposal: batch
                        .proposal()
                        .is_some_and(|(who, _)| me.is_some_and(|me| me.is_same(&who))),
                    proposal,
                    line,
                    room,
                })
            })
            .await
    }

    /// The room with one of its batches, and who looks.
    pub(super) fn batch_line(
        &self,
        tx: &ReadTx<'_>,
        actor: &Actor,
        id: RoundId,
        number: u32,
    ) -> Result<(CountingRoom, BatchLine, Option<Person>), ServiceError> {
        let place = RoundContext::of(tx, id)?;
        permit(actor, Action::Look, place.congress.id)?;
        let me = me(tx, &place, actor)?;
        let room = self.room(tx, place, actor, me)?;
        let line = room.batches.iter().find(|line| line.number == number);
        let line = line.ok_or(ServiceError::NotFound("batch"))?.clone();
        Ok((room, line, me))
    }

    pub(super) fn room(
        &self,
        tx: &ReadTx<'_>,
        place: RoundContext,
        actor: &Actor,
        me: Option<Person>,
    ) -> Result<CountingRoom, ServiceError> {
        let id = place.round.id;
        let returned = returned_papers(tx, id)?;
        let congress = place.congress.id;
        let may = |action| permit(actor, action, congress).is_ok();
        let mut lines = Vec::new();
        if place.round.stage == RoundStage::Accounted {
            let sealed = batches::list(tx, id)?;
            for (number, papers) in (1..).zip(pile::batches(returned)) {
                let is_sealed = sealed.iter().any(|one| one.number == number);
                lines.push(self.line(tx, id, (number, papers, is_sealed), me)?);
            }
        }
        Ok(CountingRoom {
            returned,
            batches: lines,
            officers: officers::list(tx, place.session.id)?,
            may: CountingRights {
                type_papers: may(Action::TypePapers),
                judge: may(Action::JudgePapers),
            },
            may_call: place.round.slips_returned == Some(0),
            round: round_view(tx, place.round, &self.card_shares)?,
            poll: place.poll,
        })
    }

    fn line(
        &self,
        tx: &ReadTx<'_>,
        round: RoundId,
        (number, papers, is_sealed): (u32, u32, bool),
        me: Option<Person>,
    ) -> Result<BatchLine, ServiceError> {
        let batch = self.counting_table.find(round, number);
        let batch = batch.unwrap_or_else(|| Batch::new(papers));
        let mut typists = Vec::new();
        for person in batch.typists() {
            typists.push(name_of(tx, &person)?);
        }
        let open = batch.to_retype().len() + batch.to_decide().len();
        let called = self.counting_table.lying();
        let called = called.called.get(&(round, number));
        Ok(BatchLine {
            number,
            papers,
            stage: if is_sealed {
                BatchStage::Agreed
            } else {
                batch.stage()
            },
            is_sealed,
            open: u32::try_from(open).unwrap_or(u32::MAX),
            typists,
            is_mine: me.is_some_and(|me| batch.typists().iter().any(|one| one.is_same(&me))),
            waits_for_me: me.is_some_and(|me| batch.waits_for(&me)),
            called: called.map(|called| u32::try_from(called.papers.len()).unwrap_or(u32::MAX)),
        })
    }
}

/// The person behind an account, with the officer that they are in the round's session.
pub(super) fn me(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    actor: &Actor,
) -> Result<Option<Person>, ServiceError> {
    let account = actor.account;
    account
        .map(|account| account_person(tx, place.session.id, account))
        .transpose()
}

/// The name under which somebody stands for something.
pub(super) fn name_of(tx: &ReadTx<'_>, person: &Person) -> Result<String, ServiceError> {
    Ok(match person.stands {
        Participation::Account(account) => accounts::get_name(tx, account)?,
        Participation::Pin(officer) => officers::get(tx, officer)?.name,
    })
}

/// Papers that came back by the account of a round.
pub(super) fn returned_papers(tx: &ReadTx<'_>, id: RoundId) -> Result<u32, ServiceError> {
    let account = papers::list_account(tx, id)?;
    let line = account.iter().find(|line| line.kind == BallotMedium::Paper);
    Ok(line.and_then(|line| line.returned).unwrap_or(0))
}

/// The size of a batch that may be worked on now.
///
/// # Errors
/// Refused: `act-out-of-turn` outside the time of counting, `batch-typed` when it is sealed,
/// `returned-above-issued`. Not found: a number that no batch has.
pub(super) fn open_size(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    number: u32,
) -> Result<u32, ServiceError> {
    let id = place.round.id;
    if place.round.stage != RoundStage::Accounted {
        let problem = Problem::error("act-out-of-turn");
        let problem = problem.with("stage", place.round.stage.word());
        return Err(ServiceError::refused(problem));
    }
    let account = papers::list_account(tx, id)?;
    if let Some(problem) = account.iter().find_map(|line| line.against()) {
        return Err(ServiceError::refused(problem));
    }
    let size = pile::size(returned_papers(tx, id)?, number);
    let size = size.ok_or(ServiceError::NotFound("batch"))?;
    if batches::list(tx, id)?
        .iter()
        .any(|one| one.number == number)
    {
        return Err(ServiceError::refused(Problem::error("batch-typed")));
    }
    Ok(size)
}
