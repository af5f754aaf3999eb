//! What the department must put right (整改): given, answered, checked again, closed.

use jiff::civil::Date;

use super::{Service, ServiceError, account_of, checked, permit_to_answer, permit_to_keep};
use domain::access::Actor;
use domain::audit::{Event, EventKind};
use domain::followup::finding::{FindingAct, FindingStage, FindingStep};
use domain::id::{ReviewId, ReviewTaskId};
use domain::problem::Problem;
use domain::review::event::ReviewEvent;
use domain::review::task::{self, ReviewTask, TaskActor};
use store::Written;
use store::review::{reviews, tasks};

impl Service {
    /// Gives the department something to put right by a day. Given twice alike on one day, it is one.
    ///
    /// # Errors
    /// Denied. Refused or invalid: what [`task::problems`] says.
    pub async fn give_review_task(
        &self,
        actor: &Actor,
        id: ReviewId,
        what: &str,
        due: Option<Date>,
    ) -> Result<ReviewTaskId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        let what = what.trim().to_owned();
        self.store
            .write(move |tx| {
                let review = reviews::get(tx, id)?;
                let grant = permit_to_keep(&actor, review.reviewer)?;
                checked(task::problems(&review, &what, due, today))?;
                let missing = || ServiceError::invalid(Problem::error("date-form").at("due"));
                let new = ReviewTask::given(id, what, due.ok_or_else(missing)?, today);
                let same = |one: &&ReviewTask| one.what == new.what && one.given_on == today;
                if let Some(same) = tasks::list(tx, id)?.iter().find(same) {
                    return Ok(Written::quiet(same.id, "the form was sent before"));
                }
                let task = tasks::create(tx, &new)?;
                let what = EventKind::Review(ReviewEvent::TaskGiven(id, task));
                Ok(Written::recorded(task, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Takes a step with a task: answered by the department; extended, closed or sent back by the
    /// office. The same step sent again is one step.
    ///
    /// # Errors
    /// Denied; not found for another unit, and for a task of another review. Refused or invalid: what
    /// [`task::problems_of_step`] says.
    pub async fn step_review_task(
        &self,
        actor: &Actor,
        (review, id): (ReviewId, ReviewTaskId),
        step: FindingStep,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let mut task = tasks::get(tx, id)?;
                if task.review != review {
                    return Err(ServiceError::NotFound("task"));
                }
                let review = reviews::get(tx, review)?;
                let grant = if task::is_of_department(step.act) {
                    permit_to_answer(&actor, &review)?
                } else {
                    permit_to_keep(&actor, review.reviewer)?
                };
                let account = account_of(&grant)?;
                let last = tasks::list_steps(tx, id)?.pop();
                let is_repeat = |taken: &domain::followup::finding::FindingRecord| {
                    taken.step == step && taken.by == actor.name && taken.on == today
                };
                if last.as_ref().is_some_and(is_repeat) {
                    return Ok(Written::quiet((), "the form was sent before"));
                }
                let hand = TaskActor {
                    account,
                    unit: actor.unit,
                };
                checked(task::problems_of_step(&task, &step, hand, today))?;
                task.apply(&step, account, today);
                tasks::take(tx, &task, &step, (account, &actor.name), today)?;
                let what = EventKind::Review(ReviewEvent::TaskStep(id, step.act));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

/// The acts that a task's stage has and the reader may do.
pub(super) fn acts(
    task: &ReviewTask,
    hand: TaskActor,
    may: super::ReviewRights,
) -> Vec<FindingAct> {
    let can = |act: &FindingAct| {
        let is_mine = if task::is_of_department(*act) {
            may.answer
        } else {
            may.keep
        };
        let is_recheck = task.stage != FindingStage::Sent;
        is_mine && task.stage.after(*act).is_some() && (!is_recheck || task.may_recheck(hand))
    };
    FindingAct::ALL.into_iter().filter(can).collect()
}
