//! What pages tell of reviews: the lists of a year, one review for those who work on it, and what
//! everybody may read.

use jiff::civil::Date;

use super::keeping::permit_to_plan;
use super::putting::{ReviewPollChoices, of_review, offer};
use super::rectifying::acts;
use super::{Service, ServiceError, permit_to_answer, permit_to_keep, permit_to_read};
use crate::evaluation::EvaluationView;
use crate::permit;
use domain::access::{self, Action, Actor};
use domain::congress::Congress;
use domain::followup::finding::{FindingAct, FindingRecord};
use domain::id::{CongressId, ReviewId};
use domain::people::person::Unit;
use domain::review::opinions::{Opinions, TypedOpinions, agreed};
use domain::review::question::ReviewQuestion;
use domain::review::task::{ReviewTask, TaskActor};
use domain::review::{DepartmentReview, ReviewStage};
use store::ReadTx;
use store::people::{congresses, units};
use store::review::{opinions, questions, reviews, tasks};

/// What the reader may do with a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewRights {
    /// Keep it: the office.
    pub keep: bool,
    /// Answer for the department.
    pub answer: bool,
}

/// A task with its steps and what the reader may do with it.
#[derive(Debug, Clone)]
pub struct TaskView {
    pub task: ReviewTask,
    /// What was done with it.
    pub steps: Vec<FindingRecord>,
    /// What the reader may do now.
    pub acts: Vec<FindingAct>,
}

/// A review with everything that its page and its printed record tell.
#[derive(Debug, Clone)]
pub struct ReviewView {
    /// Whose; none for the work committee's.
    pub congress: Option<Congress>,
    pub review: DepartmentReview,
    /// Its questions in the order of asking.
    pub questions: Vec<ReviewQuestion>,
    /// Its tasks by number.
    pub tasks: Vec<TaskView>,
    /// The opinions on which two people agreed, at the work committee.
    pub opinions: Option<Opinions>,
    /// How many people typed opinions.
    pub typed: usize,
    /// What the reader typed.
    pub typed_here: Option<Opinions>,
    /// The evaluations of the unit after it, oldest first.
    pub evaluations: Vec<EvaluationView>,
    /// How it may be put to an evaluation, where it and the reader may.
    pub put: Option<ReviewPollChoices>,
    /// What the reader may do.
    pub may: ReviewRights,
    pub today: Date,
}

/// A review in a list, with what is owed there.
#[derive(Debug, Clone)]
pub struct ReviewListLine {
    pub review: DepartmentReview,
    /// Questions that wait for an answer, and those of them that are overdue.
    pub questions: (usize, usize),
    /// Tasks that are not closed, and those of them that are overdue.
    pub tasks: (usize, usize),
}

/// The reviews of a year.
#[derive(Debug, Clone)]
pub struct Reviews {
    /// Whose; none for the work committee's.
    pub congress: Option<Congress>,
    pub year: i16,
    /// Every year that has reviews, newest first.
    pub years: Vec<i16>,
    /// By day.
    pub list: Vec<ReviewListLine>,
    /// Whether the reader may plan one.
    pub may_plan: bool,
}

/// What the form of a review offers.
#[derive(Debug, Clone)]
pub struct ReviewForm {
    /// Whose; none for the work committee's.
    pub congress: Option<Congress>,
    /// The units to choose from, in a congress.
    pub units: Vec<Unit>,
    /// The review that is corrected; none for a new one.
    pub review: Option<DepartmentReview>,
    pub today: Date,
}

impl Service {
    /// The reviews of a congress, or (none) of the work committee, of a year. Somebody of a unit sees
    /// those of that unit.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers.
    pub async fn list_reviews(
        &self,
        actor: &Actor,
        congress: Option<CongressId>,
        year: i16,
    ) -> Result<Reviews, ServiceError> {
        match congress {
            Some(congress) => permit(actor, Action::Oversee, congress)?,
            None => access::may(actor, Action::Oversee, None).map_err(ServiceError::Denied)?,
        };
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let found = reviews::list(tx, congress, year)?.into_iter();
                let found = found.filter(|review| permit_to_read(&actor, review).is_ok());
                let listed: Result<Vec<ReviewListLine>, ServiceError> =
                    found.map(|review| listed(tx, review, today)).collect();
                Ok(Reviews {
                    congress: congress_of(tx, congress)?,
                    year,
                    years: reviews::list_years(tx, congress)?,
                    list: listed?,
                    may_plan: permit_to_plan(&actor, congress).is_ok(),
                })
            })
            .await
    }

    /// What the form of a new review needs.
    ///
    /// # Errors
    /// Denied.
    pub async fn get_new_review(
        &self,
        actor: &Actor,
        congress: Option<CongressId>,
    ) -> Result<ReviewForm, ServiceError> {
        permit_to_plan(actor, congress)?;
        let today = self.today();
        self.store
            .read(move |tx| form(tx, congress, None, today))
            .await
    }

    /// What the form that corrects a review needs.
    ///
    /// # Errors
    /// Denied.
    pub async fn get_review_form(
        &self,
        actor: &Actor,
        id: ReviewId,
    ) -> Result<ReviewForm, ServiceError> {
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let review = reviews::get(tx, id)?;
                permit_to_keep(&actor, review.reviewer)?;
                form(tx, review.reviewer.congress(), Some(review), today)
            })
            .await
    }

    /// A review for those who work on it or oversee it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers and for another unit.
    pub async fn get_review(
        &self,
        actor: &Actor,
        id: ReviewId,
    ) -> Result<ReviewView, ServiceError> {
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let review = reviews::get(tx, id)?;
                permit_to_read(&actor, &review)?;
                let may = ReviewRights {
                    keep: permit_to_keep(&actor, review.reviewer).is_ok(),
                    answer: permit_to_answer(&actor, &review).is_ok(),
                };
                view(tx, review, Some(&actor), may, today)
            })
            .await
    }

    /// A released review: public, without a name of who asked or acted.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] until the office releases it.
    pub async fn get_public_review(&self, id: ReviewId) -> Result<ReviewView, ServiceError> {
        let today = self.today();
        self.store
            .read(move |tx| {
                let review = reviews::get(tx, id)?;
                if review.released_on.is_none() {
                    return Err(ServiceError::NotFound("review"));
                }
                let nothing = ReviewRights {
                    keep: false,
                    answer: false,
                };
                let mut view = view(tx, review, None, nothing, today)?;
                for question in &mut view.questions {
                    question.asked_by.clear();
                }
                // A grade is told once its evaluation has a notice, and not before.
                for one in &mut view.evaluations {
                    one.graded.retain(|graded| graded.result.is_published);
                }
                view.evaluations.retain(|one| !one.graded.is_empty());
                for step in view.tasks.iter_mut().flat_map(|one| &mut one.steps) {
                    step.by.clear();
                }
                Ok(view)
            })
            .await
    }

    /// The released reviews of a congress, or (none) of the work committee, newest first: public.
    pub async fn list_released_reviews(
        &self,
        congress: Option<CongressId>,
    ) -> Result<Vec<DepartmentReview>, ServiceError> {
        self.store
            .read(move |tx| Ok(reviews::list_released(tx, congress)?))
            .await
    }
}

fn congress_of(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
) -> Result<Option<Congress>, ServiceError> {
    Ok(match congress {
        Some(id) => Some(congresses::get(tx, id)?),
        None => None,
    })
}

fn form(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    review: Option<DepartmentReview>,
    today: Date,
) -> Result<ReviewForm, ServiceError> {
    Ok(ReviewForm {
        congress: congress_of(tx, congress)?,
        units: match congress {
            Some(congress) => units::list(tx, congress)?,
            None => Vec::new(),
        },
        review,
        today,
    })
}

fn listed(
    tx: &ReadTx<'_>,
    review: DepartmentReview,
    today: Date,
) -> Result<ReviewListLine, ServiceError> {
    let asked = questions::list(tx, review.id)?;
    let given = tasks::list(tx, review.id)?;
    let owed = |one: &&ReviewQuestion| one.answered_on.is_none();
    Ok(ReviewListLine {
        questions: (
            asked.iter().filter(owed).count(),
            asked
                .iter()
                .filter(|one| one.days_overdue(today) > 0)
                .count(),
        ),
        tasks: (
            given.iter().filter(|one| one.closed_on.is_none()).count(),
            given
                .iter()
                .filter(|one| one.days_overdue(today) > 0)
                .count(),
        ),
        review,
    })
}

fn view(
    tx: &ReadTx<'_>,
    review: DepartmentReview,
    actor: Option<&Actor>,
    may: ReviewRights,
    today: Date,
) -> Result<ReviewView, ServiceError> {
    let account = actor.and_then(|actor| actor.account);
    let hand = account.map(|account| TaskActor {
        account,
        unit: actor.and_then(|actor| actor.unit),
    });
    let mut given = Vec::new();
    for task in tasks::list(tx, review.id)? {
        given.push(TaskView {
            steps: tasks::list_steps(tx, task.id)?,
            acts: hand.map_or_else(Vec::new, |hand| acts(&task, hand, may)),
            task,
        });
    }
    let typed: Vec<TypedOpinions> = opinions::list(tx, review.id)?;
    let mine = typed.iter().find(|one| Some(one.by) == account);
    let congress = congress_of(tx, review.reviewer.congress())?;
    let evaluations = of_review(tx, review.id)?;
    let put = if may.keep {
        offer(
            tx,
            &review,
            congress.as_ref().map(|one| one.level),
            &evaluations,
        )?
    } else {
        None
    };
    Ok(ReviewView {
        congress,
        evaluations,
        put,
        questions: questions::list(tx, review.id)?,
        tasks: given,
        opinions: agreed(&typed),
        typed_here: mine.map(|one| one.opinions),
        typed: typed.len(),
        may,
        review,
        today,
    })
}

impl ReviewView {
    /// Whether the opinions may be typed now by the reader.
    #[must_use]
    pub fn takes_opinions(&self) -> bool {
        let is_open = self.review.stage == ReviewStage::Held && self.opinions.is_none();
        self.review.reviewer.is_advisory() && self.may.keep && is_open
    }
}
