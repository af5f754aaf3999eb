//! Keeping the roll of a sitting: opening it fixes N, lines are kept, the quorum is declared.

use super::context::{member, place, sitting_event};
use crate::act_of_two::ask::asked_on;
pub use crate::act_of_two::press::PendingAct;
use crate::round::fixed;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{DeputyId, SittingId};
use domain::poll::{Poll, Round};
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::sitting::officer::Officer;
use domain::sitting::roll::{
    Attendance, RollCount, declare_quorum, is_set_with_all, refuse_unless_member,
};
use domain::sitting::stage::{SittingAct, SittingStage};
use domain::sitting::{Session, Sitting};
use domain::voting::desk::{DeskCounts, HeldCounts};
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
use store::people::deputies;
use store::poll::polls;
use store::round::rounds;
use store::sitting::attendances;
pub use store::sitting::attendances::RollLine;
pub use store::sitting::movements::Movement;
use store::sitting::{movements, officers, sessions};
pub use store::voting::slip_prints::SlipPrint;
use store::voting::{desks, slip_prints, slips};
use store::{ReadTx, Written};

/// A sitting with its roll, for the clerk.
#[derive(Debug, Clone)]
pub struct RollView {
    pub congress: Congress,
    pub session: Session,
    pub sitting: Sitting,
    pub lines: Vec<RollLine>,
    /// Its numbers; before the roll opens, `due` is the members in office now.
    pub count: RollCount,
    /// Members in office now, who may be others than when the roll opened: N stays.
    pub in_office: u32,
    /// Slips drawn.
    pub issued: u32,
    /// Slips printed and cancelled.
    pub slips: (u32, u32),
    pub prints: Vec<SlipPrint>,
    /// The desk's numbers.
    pub desk: DeskCounts,
    /// What deputies hold.
    pub in_hand: HeldCounts,
    /// Who came or left after the quorum was declared.
    pub movements: Vec<Movement>,
    /// What waits for a second person.
    pub asked: Vec<PendingAct>,
    /// The officers who may be the second person.
    pub officers: Vec<Officer>,
    /// The rounds held here with their polls.
    pub rounds: Vec<(Poll, Round)>,
    /// That the roll is not as the last act has left it: then no number of it is told.
    pub changed: Option<Problem>,
}

impl Service {
    /// The roll of a sitting.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_roll(&self, actor: &Actor, id: SittingId) -> Result<RollView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let (congress, session, sitting) = place(tx, id)?;
                permit(&actor, Action::Look, congress.id)?;
                let mut count = attendances::count(tx, id)?;
                let in_office = deputies::count(tx, congress.id, session.body)?;
                if sitting.stage == SittingStage::Planned {
                    count.due = in_office;
                }
                let desk = desks::get(tx, id)?;
                let mut held = Vec::new();
                for round in rounds::list_at(tx, id)? {
                    held.push((polls::get(tx, round.poll)?, round));
                }
                Ok(RollView {
                    changed: fixed::differences_of_roll(tx, congress.id, id)?,
                    in_office,
                    in_hand: desk.in_hand(desks::count_signed(tx, id)?),
                    desk,
                    movements: movements::list(tx, id)?,
                    asked: asked_on(tx, RequestSubject::Sitting(id.0))?,
                    officers: officers::list(tx, session.id)?,
                    rounds: held,
                    lines: attendances::list(tx, id)?,
                    issued: attendances::count_issued(tx, id)?,
                    slips: slips::count(tx, id)?,
                    prints: slip_prints::list(tx, id)?,
                    congress,
                    session,
                    sitting,
                    count,
                })
            })
            .await
    }

    /// Does a named act on a sitting.
    ///
    /// # Errors
    /// Refused: `sitting-out-of-turn`, `quorum-missing` with the number missing, `roll-empty`,
    /// `deputy-left-office` for a quorum that would count somebody who is of the body no more,
    /// `round-is-running` for an interruption while votes are cast.
    pub async fn act_on_sitting(
        &self,
        actor: &Actor,
        id: SittingId,
        act: SittingAct,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, session, sitting) = place(tx, id)?;
                let grant = permit(&actor, Action::KeepRoll, congress.id)?;
                let Some(stage) = sitting.stage.after(act) else {
                    return Err(ServiceError::refused(
                        Problem::error("sitting-out-of-turn").with("stage", sitting.stage.word()),
                    ));
                };
                fixed::refuse_changed_roll(tx, congress.id, id)?;
                let (due, present) = match act {
                    SittingAct::OpenRoll => {
                        let members = deputies::list(tx, congress.id, session.body)?;
                        if members.is_empty() {
                            return Err(ServiceError::refused(Problem::error("roll-empty")));
                        }
                        for member in &members {
                            attendances::create(tx, id, member.id)?;
                        }
                        (u32::try_from(members.len()).ok(), None)
                    }
                    SittingAct::DeclareQuorum | SittingAct::DeclareAgain => {
                        refuse_strangers(tx, id)?;
                        let count = attendances::count(tx, id)?;
                        let quorum =
                            declare_quorum(session.body, count).map_err(ServiceError::refused)?;
                        (sitting.due, Some(quorum.present))
                    }
                    SittingAct::Adjourn => {
                        refuse_while_voting(tx, id)?;
                        (sitting.due, sitting.quorum_present)
                    }
                    SittingAct::Resume => (sitting.due, sitting.quorum_present),
                };
                sessions::update_sitting(tx, id, stage, due, present)?;
                if let Some(account) = grant.account() {
                    acts_done::create(
                        tx,
                        RequestSubject::Sitting(id.0),
                        act.word(),
                        account,
                        None,
                        now,
                    )?;
                }
                Ok(Written::recorded(
                    (),
                    sitting_event(tx, &grant, now, id, act.word())?,
                ))
            })
            .await
    }

    /// Sets everybody on a page of the roll alike.
    ///
    /// # Errors
    /// As [`Service::keep_roll`].
    pub async fn keep_roll_alike(
        &self,
        actor: &Actor,
        id: SittingId,
        attendance: Attendance,
        page: Vec<DeputyId>,
    ) -> Result<(), ServiceError> {
        let roll = self.get_roll(actor, id).await?;
        let lines = roll.lines.iter();
        let set = lines.filter(|line| {
            page.contains(&line.deputy) && is_set_with_all(attendance, line.is_member)
        });
        let changes = set.map(|line| (line.deputy, attendance)).collect();
        self.keep_roll(actor, id, changes).await
    }

    /// Keeps lines of the roll.
    ///
    /// # Errors
    /// Refused: `roll-not-open` unless the roll is open, `line-has-slip` when somebody who drew a
    /// slip would leave, `deputy-left-office` when somebody would come who is of the body no more.
    pub async fn keep_roll(
        &self,
        actor: &Actor,
        id: SittingId,
        changes: Vec<(DeputyId, Attendance)>,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, _, sitting) = place(tx, id)?;
                let grant = permit(&actor, Action::KeepRoll, congress.id)?;
                if sitting.stage != SittingStage::RollOpen {
                    return Err(ServiceError::refused(Problem::error("roll-not-open")));
                }
                fixed::refuse_changed_roll(tx, congress.id, id)?;
                let mut changed = 0;
                for (deputy, attendance) in &changes {
                    let (before, has_slip) = attendances::get(tx, id, *deputy)?;
                    if has_slip && *attendance != Attendance::Present {
                        return Err(ServiceError::refused(Problem::error("line-has-slip")));
                    }
                    if before != *attendance {
                        if *attendance == Attendance::Present {
                            member(tx, id, *deputy)?;
                        }
                        attendances::update(tx, id, *deputy, *attendance, "")?;
                        changed += 1;
                    }
                }
                let what = EventKind::RollKept {
                    sitting: id,
                    lines: changed,
                    roll: fixed::fix_roll(tx, id)?,
                };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

/// Refuses a quorum that counts somebody who left the body. Whoever holds a slip already cannot be
/// taken out any more: the slip has no name.
fn refuse_strangers(tx: &ReadTx<'_>, sitting: SittingId) -> Result<(), ServiceError> {
    let counted = attendances::list(tx, sitting)?.into_iter();
    let gone: Vec<Problem> = counted
        .filter(|line| line.attendance == Attendance::Present && !line.has_slip)
        .filter_map(|line| refuse_unless_member(line.is_member, &line.name).err())
        .collect();
    if gone.is_empty() {
        Ok(())
    } else {
        Err(ServiceError::Refused(gone))
    }
}

fn refuse_while_voting(tx: &ReadTx<'_>, id: SittingId) -> Result<(), ServiceError> {
    let is_voting = |stage: RoundStage| stage == RoundStage::Open || stage == RoundStage::Paused;
    if rounds::list_at(tx, id)?
        .iter()
        .any(|round| is_voting(round.stage))
    {
        return Err(ServiceError::refused(Problem::error("round-is-running")));
    }
    Ok(())
}
