//! Putting the department to an evaluation at a sitting of the body that decides, for the first time or
//! again where it was dissatisfied. From there on it is a poll like every other.

use super::{Service, ServiceError, permit, permit_to_keep};
use crate::evaluation;
use crate::evaluation::{EvaluationView, NewEvaluation};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Level;
use domain::id::{PollId, ReviewId, SittingId};
use domain::poll::Subject;
use domain::review::DepartmentReview;
use domain::review::event::ReviewEvent;
use domain::review::review_poll::{self, NextReviewPoll, ReviewPoll, problem_of_body};
use domain::round::RoundStage;
use domain::sitting::stage::SittingStage;
use domain::sitting::{Session, Sitting};
use store::evaluation::evaluations;
use store::people::congresses;
use store::review::{polls, reviews};
use store::sitting::sessions;
use store::{ReadTx, Written};

/// What the form that puts a review to an evaluation offers.
#[derive(Debug, Clone)]
pub struct ReviewPollChoices {
    /// What comes next.
    pub next: NextReviewPoll,
    /// The sittings to choose from, each with its session: of the body that decides, not closed.
    pub sittings: Vec<(Session, Sitting)>,
}

impl ReviewPollChoices {
    /// Whether the new evaluation comes in place of a draft.
    #[must_use]
    pub fn instead_of_draft(&self) -> bool {
        self.next.instead_of.is_some()
    }
}

impl Service {
    /// Drafts the evaluation of a review's unit at a sitting. The same asked again is the same draft.
    ///
    /// # Errors
    /// Denied. Refused: what [`review_poll::next`] says. Invalid: `title-missing` at `title`,
    /// `work-review-wrong-body` at `sitting`. Not found: a sitting of another congress.
    pub async fn put_review_to_poll(
        &self,
        actor: &Actor,
        id: ReviewId,
        sitting: SittingId,
        title: &str,
    ) -> Result<PollId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let title = title.trim().to_owned();
        self.store
            .write(move |tx| {
                let review = reviews::get(tx, id)?;
                permit_to_keep(&actor, review.reviewer)?;
                let before = of_review(tx, id)?;
                let next =
                    review_poll::next(&review, &puts(&before)).map_err(ServiceError::refused)?;
                let sitting = sessions::get_sitting(tx, sitting)?;
                let session = sessions::get(tx, sitting.session)?;
                let grant = permit(&actor, Action::Prepare, session.congress)?;
                if review.reviewer.congress() != Some(session.congress) {
                    return Err(ServiceError::NotFound("sitting"));
                }
                let level = congresses::get(tx, session.congress)?.level;
                if let Some(problem) = problem_of_body(level, session.body) {
                    return Err(ServiceError::invalid(problem));
                }
                let is_same = |one: &&EvaluationView| {
                    let at = one.round.as_ref().map(|round| round.sitting);
                    next.instead_of == Some(one.poll.id)
                        && one.poll.title == title
                        && at == Some(sitting.id)
                };
                if let Some(same) = before.iter().find(is_same) {
                    return Ok(Written::quiet(same.poll.id, "the form was sent before"));
                }
                if let Some(draft) = next.instead_of {
                    polls::remove(tx, draft)?;
                }
                let new = NewEvaluation {
                    session: session.id,
                    sitting: sitting.id,
                    title,
                    subjects: Vec::new(),
                    second_of: next.second_of,
                };
                let lines = [(Subject::Unit(next.unit), review.topic)];
                let poll = evaluation::draft(tx, &session, &new, &lines)?;
                polls::create(tx, poll, id)?;
                let put = EventKind::Review(ReviewEvent::PutToPoll(id, poll));
                let events = vec![
                    Event::new(&grant, now, EventKind::PollDrafted { poll }),
                    Event::new(&grant, now, put),
                ];
                Ok(Written::recorded_all(poll, events))
            })
            .await
    }
}

/// The evaluations of a review, oldest first, each with its grade once it is certified.
pub(super) fn of_review(
    tx: &ReadTx<'_>,
    id: ReviewId,
) -> Result<Vec<EvaluationView>, ServiceError> {
    let mut found = Vec::new();
    for poll in polls::list(tx, id)? {
        if let Some(evaluation) = evaluations::find(tx, poll)? {
            found.push(evaluation::view(tx, evaluation)?);
        }
    }
    Ok(found)
}

fn puts(evaluations: &[EvaluationView]) -> Vec<ReviewPoll> {
    let put = |one: &EvaluationView| ReviewPoll {
        poll: one.poll.id,
        is_draft: one
            .round
            .as_ref()
            .is_some_and(|round| round.number == 1 && round.stage == RoundStage::Draft),
        grade: one.graded.first().map(|graded| graded.result.grade),
    };
    evaluations.iter().map(put).collect()
}

/// What the form offers; nothing where the review may not be put to an evaluation now.
pub(super) fn offer(
    tx: &ReadTx<'_>,
    review: &DepartmentReview,
    level: Option<Level>,
    before: &[EvaluationView],
) -> Result<Option<ReviewPollChoices>, ServiceError> {
    let (Ok(next), Some(congress), Some(level)) = (
        review_poll::next(review, &puts(before)),
        review.reviewer.congress(),
        level,
    ) else {
        return Ok(None);
    };
    let mut sittings = Vec::new();
    for session in sessions::list(tx, congress)? {
        if problem_of_body(level, session.body).is_some() {
            continue;
        }
        for sitting in sessions::list_sittings(tx, session.id)? {
            if sitting.stage != SittingStage::Closed {
                sittings.push((session.clone(), sitting));
            }
        }
    }
    Ok(Some(ReviewPollChoices { next, sittings }))
}
