//! Remarks of an evaluation, for those who follow the works: line by line, mixed, without names, in
//! groups of three or more, and never before two people have certified the result.

use crate::round::rules::rules_of;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::ballot::LineNo;
use domain::ballot::remark::{OpenedRemark, TAKEN_OUT};
use domain::congress::Congress;
use domain::followup::event::FollowupEvent;
use domain::id::PollId;
use domain::poll::{Poll, Round, RoundLine};
use domain::round::RoundStage;
use store::people::congresses;
use store::poll::polls;
use store::round::rounds;
use store::sitting::sessions;
use store::voting::remarks;
use store::{ReadTx, Written};

/// The remarks on a line.
#[derive(Clone)]
pub struct LineRemarks {
    pub line: RoundLine,
    /// Three or more, in an order that is nobody's; none where there were fewer.
    pub remarks: Vec<OpenedRemark>,
}

/// The remarks of an evaluation.
#[derive(Clone)]
pub struct RemarksView {
    pub congress: Congress,
    /// The evaluation.
    pub poll: Poll,
    /// Every line of its certified round; none before there is one.
    pub lines: Vec<LineRemarks>,
    /// Whether its rules asked for remarks at all.
    pub were_asked: bool,
    /// Whether the reader may take a remark out.
    pub may_take_out: bool,
}

impl Service {
    /// The remarks of an evaluation.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn list_remarks(
        &self,
        actor: &Actor,
        poll: PollId,
    ) -> Result<RemarksView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let poll = polls::get(tx, poll)?;
                let congress = sessions::get(tx, poll.session)?.congress;
                permit(&actor, Action::Oversee, congress)?;
                let round = certified(tx, poll.id)?;
                let (lines, were_asked) = match &round {
                    Some(round) => (by_line(tx, round)?, rules_of(round)?.asks_remarks),
                    None => (Vec::new(), true),
                };
                Ok(RemarksView {
                    congress: congresses::get(tx, congress)?,
                    may_take_out: permit(&actor, Action::Supervise, congress).is_ok(),
                    poll,
                    lines,
                    were_asked,
                })
            })
            .await
    }

    /// Takes the words of a remark out for good: it names somebody whom no list knows. Asked again,
    /// nothing happens.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such remark; denied to others than the office.
    pub async fn take_out_remark(
        &self,
        actor: &Actor,
        poll: PollId,
        line: LineNo,
        key: [u8; 16],
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let session = sessions::get(tx, polls::get(tx, poll)?.session)?;
                let grant = permit(&actor, Action::Supervise, session.congress)?;
                let round = certified(tx, poll)?.ok_or(ServiceError::NotFound("remark"))?;
                if !remarks::update_text(tx, round.id, line, key, TAKEN_OUT)? {
                    return Err(ServiceError::NotFound("remark"));
                }
                let what = EventKind::FollowUp(FollowupEvent::RemarkTakenOut(poll, line.0));
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded((), event))
            })
            .await
    }
}

/// The certified round of a poll.
fn certified(tx: &ReadTx<'_>, poll: PollId) -> Result<Option<Round>, ServiceError> {
    let mut rounds = rounds::list(tx, poll)?.into_iter();
    Ok(rounds.rfind(|round| round.stage == RoundStage::Certified))
}

fn by_line(tx: &ReadTx<'_>, round: &Round) -> Result<Vec<LineRemarks>, ServiceError> {
    let opened = remarks::list_opened(tx, round.id)?;
    let lines = rounds::list_lines(tx, round.id)?.into_iter();
    let with_remarks = lines.map(|line| LineRemarks {
        remarks: opened
            .iter()
            .filter(|remark| remark.line.0 == line.line_no)
            .cloned()
            .collect(),
        line,
    });
    Ok(with_remarks.collect())
}
