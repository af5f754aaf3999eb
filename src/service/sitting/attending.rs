//! Attendance beside the roll's form: leave with its reason, and who comes or leaves after the quorum
//! was declared. N never changes.

use super::context::{member, place};
use crate::act_of_two::ask::{ActProgress, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, Press};
use crate::round::fixed;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::{Event, EventKind};
use domain::id::{DeputyId, SittingId};
use domain::problem::Problem;
use domain::sitting::event::DayEvent;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingStage;
use store::Written;
use store::act_of_two::act_requests::RequestSubject;
use store::sitting::{attendances, movements};

impl Service {
    /// Gives a deputy leave, with the reason, while the roll is open.
    ///
    /// # Errors
    /// Refused: `roll-not-open`, `line-has-slip`. Invalid: `reason-missing`.
    pub async fn give_leave(
        &self,
        actor: &Actor,
        id: SittingId,
        deputy: DeputyId,
        reason: &str,
    ) -> Result<(), ServiceError> {
        let (actor, now, reason) = (actor.clone(), self.clock.now(), reason.trim().to_owned());
        if reason.is_empty() {
            return Err(ServiceError::invalid(
                Problem::error("reason-missing").at("reason"),
            ));
        }
        self.store
            .write(move |tx| {
                let (congress, _, sitting) = place(tx, id)?;
                let grant = permit(&actor, Action::KeepRoll, congress.id)?;
                if sitting.stage != SittingStage::RollOpen {
                    return Err(ServiceError::refused(Problem::error("roll-not-open")));
                }
                fixed::refuse_changed_roll(tx, congress.id, id)?;
                if attendances::get(tx, id, deputy)?.1 {
                    return Err(ServiceError::refused(Problem::error("line-has-slip")));
                }
                attendances::update(tx, id, deputy, Attendance::OnLeave, &reason)?;
                let what = EventKind::RollKept {
                    sitting: id,
                    lines: 1,
                    roll: fixed::fix_roll(tx, id)?,
                };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Notes that a deputy came or left after the quorum was declared: one asks, another confirms,
    /// or an officer's PIN does at once. The quorum is then declared again.
    ///
    /// # Errors
    /// Refused: `no-quorum`, `moved-already`, `line-has-slip`, `deputy-left-office`,
    /// and as for every act of two. Invalid: `reason-missing` and the problems of a PIN.
    pub async fn move_deputy(
        &self,
        actor: &Actor,
        id: SittingId,
        deputy: DeputyId,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let (actor, subject) = (actor.clone(), RequestSubject::Sitting(id.0));
        let asker = actor.clone();
        let is_here = self
            .store
            .read(move |tx| {
                let (congress, _, _) = place(tx, id)?;
                permit(&asker, Action::ActOnRound, congress.id)?;
                Ok::<_, ServiceError>(attendances::get(tx, id, deputy)?.0 == Attendance::Present)
            })
            .await?;
        let act = moving(deputy, !is_here);
        let pressing = self.pressing(&actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let (congress, _, sitting) = place(tx, id)?;
                permit(&actor, Action::ActOnRound, congress.id)?;
                if sitting.stage != SittingStage::QuorumDeclared {
                    return Err(ServiceError::refused(Problem::error("no-quorum")));
                }
                fixed::refuse_changed_roll(tx, congress.id, id)?;
                let (before, has_slip) = attendances::get(tx, id, deputy)?;
                let has_arrived = before != Attendance::Present;
                if has_slip {
                    return Err(ServiceError::refused(Problem::error("line-has-slip")));
                }
                if has_arrived {
                    member(tx, id, deputy)?;
                }
                if act != moving(deputy, has_arrived) {
                    // Somebody moved them between the two readings.
                    return Err(ServiceError::refused(Problem::error("act-changed")));
                }
                let now = pressing.now;
                let given = || {
                    if pressing.reason.is_empty() {
                        let problem = Problem::error("reason-missing").at("reason");
                        return Err(ServiceError::invalid(problem));
                    }
                    Ok(pressing.reason.clone())
                };
                let (grant, people, reason) = match stand(tx, &pressing, given)? {
                    ActProgress::Asked(grant) => {
                        let what = EventKind::Day(DayEvent::MoveAsked { sitting: id });
                        let event = Event::new(&grant, now, what);
                        return Ok(Written::recorded(ActOutcome::Asked, event));
                    }
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(grant, people, reason) => (grant, *people, reason),
                };
                let after = if has_arrived {
                    Attendance::Present
                } else {
                    Attendance::Absent
                };
                attendances::update(tx, id, deputy, after, "")?;
                movements::create(tx, id, deputy, has_arrived, &reason, people)?;
                let moved = DayEvent::Moved {
                    sitting: id,
                    has_arrived,
                    present: attendances::count(tx, id)?.present,
                    people: format!("{} {}", people.first(), people.second()),
                    roll: fixed::fix_roll(tx, id)?,
                };
                let event = Event::new(&grant, now, EventKind::Day(moved));
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
    }
}

/// The act of two that a movement is.
fn moving(deputy: DeputyId, has_arrived: bool) -> ActOfTwo {
    if has_arrived {
        ActOfTwo::Arrive(deputy)
    } else {
        ActOfTwo::Leave(deputy)
    }
}

/// The word under which a movement waits for its second person: `arrive-17`, `leave-17`.
#[must_use]
pub fn word(deputy: DeputyId, has_arrived: bool) -> String {
    moving(deputy, has_arrived).word()
}
