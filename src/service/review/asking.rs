//! Questions at a review, and the department's answers.

use super::{Service, ServiceError, checked, permit_to_answer, permit_to_keep};
use domain::access::Actor;
use domain::audit::{Event, EventKind};
use domain::id::{ReviewId, ReviewQuestionId};
use domain::review::event::ReviewEvent;
use domain::review::question::{self, ReviewQuestion};
use store::Written;
use store::review::{questions, reviews};

impl Service {
    /// Writes a question down with its answer, or the day by which it is due. Written down twice
    /// alike, it is one question.
    ///
    /// # Errors
    /// Denied. Refused or invalid: what [`question::problems`] says.
    pub async fn ask_at_review(
        &self,
        actor: &Actor,
        mut new: ReviewQuestion,
    ) -> Result<ReviewQuestionId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let review = reviews::get(tx, new.review)?;
                let grant = permit_to_keep(&actor, review.reviewer)?;
                let before = questions::list(tx, review.id)?;
                if let Some(same) = before.iter().find(|one| one.is_same(&new)) {
                    return Ok(Written::quiet(same.id, "the form was sent before"));
                }
                checked(question::problems(&new, &review))?;
                if !new.answer.is_empty() {
                    new.answered_on = Some(review.on.min(today));
                    new.answer_by = None;
                }
                let id = questions::create(tx, &new)?;
                let what = EventKind::Review(ReviewEvent::Asked(review.id, id));
                Ok(Written::recorded(id, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Answers a question in writing. The same answer sent again is the same answer.
    ///
    /// # Errors
    /// Denied; not found for another unit, and for a question of another review. Refused or invalid:
    /// what [`question::problems_of_answer`] says.
    pub async fn answer_at_review(
        &self,
        actor: &Actor,
        (review, id): (ReviewId, ReviewQuestionId),
        answer: &str,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        let answer = answer.trim().to_owned();
        self.store
            .write(move |tx| {
                let asked = questions::get(tx, id)?;
                if asked.review != review {
                    return Err(ServiceError::NotFound("question"));
                }
                let review = reviews::get(tx, review)?;
                let grant = permit_to_answer(&actor, &review)?;
                if asked.answered_on.is_some() && asked.answer == answer {
                    return Ok(Written::quiet((), "the form was sent before"));
                }
                checked(question::problems_of_answer(&asked, &answer, &review))?;
                questions::answer(tx, id, &answer, today)?;
                let what = EventKind::Review(ReviewEvent::Answered(review.id, id));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}
