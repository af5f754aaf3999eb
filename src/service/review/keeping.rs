//! Planning a review, correcting what it says of itself, and the acts on it.

use jiff::civil::Date;

use super::{Service, ServiceError, checked, permit_to_keep};
use crate::permit;
use domain::access::{self, Action, Actor, Grant};
use domain::audit::{Event, EventKind};
use domain::id::{CongressId, ReviewId, UnitId};
use domain::problem::Problem;
use domain::review::event::ReviewEvent;
use domain::review::opinions::is_half_typed;
use domain::review::{self, DepartmentReview, Medium, ReviewStage, ReviewStep, Reviewer, problems};
use store::people::units;
use store::review::{opinions, reviews};
use store::{ReadTx, Written};

/// What somebody typed into the form of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewSheet {
    /// The unit chosen, in a congress.
    pub unit: Option<UnitId>,
    /// The department's name, at the work committee.
    pub department: String,
    /// The year whose work is reviewed; none where it could not be read.
    pub year: Option<i16>,
    /// About what.
    pub topic: String,
    /// On which day; none where it could not be read.
    pub on: Option<Date>,
    pub place: String,
    pub chair: String,
    pub media: Vec<Medium>,
}

impl Service {
    /// Plans a review of a congress, or (none) of the work committee. Planned twice alike, it is the
    /// same one.
    ///
    /// # Errors
    /// Denied. Invalid: `date-form` at `on`, `number-form` at `year`, `unit-unknown` at `unit`, what
    /// [`review::problems`] says.
    pub async fn plan_review(
        &self,
        actor: &Actor,
        congress: Option<CongressId>,
        sheet: ReviewSheet,
    ) -> Result<ReviewId, ServiceError> {
        let grant = permit_to_plan(actor, congress)?;
        let (now, today) = (self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let new = sheet_as_review(tx, congress, sheet)?;
                checked(problems(&new, today))?;
                if let Some(same) = reviews::find_same(tx, &new)? {
                    return Ok(Written::quiet(same, "the form was sent before"));
                }
                let id = reviews::create(tx, &new)?;
                let what = EventKind::Review(ReviewEvent::Planned(id));
                Ok(Written::recorded(id, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Corrects what a review says of itself, until it is concluded.
    ///
    /// # Errors
    /// Denied. Refused: `work-review-out-of-turn`. Invalid: as [`Service::plan_review`].
    pub async fn change_review(
        &self,
        actor: &Actor,
        id: ReviewId,
        sheet: ReviewSheet,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let before = reviews::get(tx, id)?;
                let grant = permit_to_keep(&actor, before.reviewer)?;
                let typed = sheet_as_review(tx, before.reviewer.congress(), sheet)?;
                let changed = DepartmentReview {
                    id,
                    stage: before.stage,
                    conclusion: before.conclusion.clone(),
                    reason: before.reason.clone(),
                    released_on: before.released_on,
                    ..typed
                };
                if changed == before {
                    return Ok(Written::quiet((), "the form changed nothing"));
                }
                checked(problems(&changed, today))?;
                reviews::update(tx, &changed)?;
                let what = EventKind::Review(ReviewEvent::Changed(id));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Does an act on a review: held, called off, concluded, released, withdrawn.
    ///
    /// # Errors
    /// Denied. Refused or invalid: what [`review::problems_of_step`] says.
    pub async fn act_on_review(
        &self,
        actor: &Actor,
        id: ReviewId,
        step: ReviewStep,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let mut review = reviews::get(tx, id)?;
                let grant = permit_to_keep(&actor, review.reviewer)?;
                if review.has_done(&step) {
                    return Ok(Written::quiet((), "a press that finds its act done"));
                }
                let is_half_typed = is_half_typed(&opinions::list(tx, id)?);
                checked(review::problems_of_step(
                    &review,
                    &step,
                    is_half_typed,
                    today,
                ))?;
                let act = step.act;
                review.apply(step, today);
                reviews::update(tx, &review)?;
                let what = EventKind::Review(ReviewEvent::Act(id, act));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

pub(super) fn permit_to_plan(
    actor: &Actor,
    congress: Option<CongressId>,
) -> Result<Grant, ServiceError> {
    match congress {
        Some(congress) => permit(actor, Action::Supervise, congress),
        None => access::may(actor, Action::KeepAdvisory, None).map_err(ServiceError::Denied),
    }
}

/// The form as a planned review; the department of a congress is one of its units.
fn sheet_as_review(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    sheet: ReviewSheet,
) -> Result<DepartmentReview, ServiceError> {
    let mut unread = Vec::new();
    if sheet.on.is_none() {
        unread.push(Problem::error("date-form").at("on"));
    }
    if sheet.year.is_none() {
        unread.push(Problem::error("number-form").at("year"));
    }
    let mut named = Some((Reviewer::WorkCommittee, sheet.department));
    if let Some(congress) = congress {
        let unit = match sheet.unit {
            Some(unit) => units::list(tx, congress)?
                .into_iter()
                .find(|one| one.id == unit),
            None => None,
        };
        named = unit.map(|unit| {
            let reviewer = Reviewer::Congress {
                congress,
                unit: unit.id,
            };
            (reviewer, unit.name)
        });
    }
    if named.is_none() {
        unread.push(Problem::error("unit-unknown").at("unit"));
    }
    let (Some((reviewer, department)), Some(year), Some(on)) = (named, sheet.year, sheet.on) else {
        if sheet.topic.trim().is_empty() {
            unread.push(Problem::error("blank").at("topic"));
        }
        return Err(ServiceError::Invalid(unread));
    };
    Ok(DepartmentReview {
        id: ReviewId(0),
        reviewer,
        department,
        year,
        topic: sheet.topic,
        on,
        place: sheet.place,
        chair: sheet.chair,
        media: sheet.media,
        stage: ReviewStage::Planned,
        conclusion: String::new(),
        reason: String::new(),
        released_on: None,
    })
}
