//! Department review (工作评议): a department is asked in public, answers, hears the assessment of its
//! work, and puts right what was found wrong.
//!
//! Two bodies review ([`Reviewer`]): a congress, which may put the department to an evaluation, and
//! the prefecture's work committee, which is no congress and never votes: it notes opinions
//! ([`opinions`]), which are no result. [`ReviewStage::after`] is the lifecycle.

use count::words;

pub mod event;
pub mod opinions;
pub mod question;
pub mod review_poll;
pub mod task;

use jiff::civil::Date;

use super::id::{CongressId, ReviewId, UnitId};
use super::problem::Problem;

/// Characters of a text at most.
pub const MOST_LETTERS: usize = 2000;

/// Who reviews, and whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewer {
    /// A congress reviews a unit of its government: the standing committee in a county, the congress
    /// itself in a township.
    Congress { congress: CongressId, unit: UnitId },
    /// The prefecture's work committee reviews a department by its name. It never votes.
    WorkCommittee,
}

impl Reviewer {
    /// Whether what is said here decides nothing (无表决效力).
    #[must_use]
    pub fn is_advisory(self) -> bool {
        match self {
            Self::Congress { .. } => false,
            Self::WorkCommittee => true,
        }
    }

    /// The congress that reviews; none for the work committee.
    #[must_use]
    pub fn congress(self) -> Option<CongressId> {
        match self {
            Self::Congress { congress, .. } => Some(congress),
            Self::WorkCommittee => None,
        }
    }

    /// The unit reviewed; none where a department is known by its name alone.
    #[must_use]
    pub fn unit(self) -> Option<UnitId> {
        match self {
            Self::Congress { unit, .. } => Some(unit),
            Self::WorkCommittee => None,
        }
    }
}

words! {
    /// Where a review stands.
    pub enum ReviewStage {
        /// In the plan of the year.
        Planned = "planned",
        /// It took place; questions, answers and tasks are written down.
        Held = "held",
        /// What is held of the department's work is said.
        Concluded = "concluded",
        /// It did not take place; its reason is kept.
        CalledOff = "called_off",
    }
}

words! {
    /// An act on a review.
    pub enum ReviewAct {
        /// Notes that it took place.
        Hold = "hold",
        /// Says what is held of the department's work (评议意见).
        Conclude = "conclude",
        /// The office lets everybody read it.
        Release = "release",
        /// The office takes it off the public pages again.
        Withdraw = "withdraw",
        CallOff = "call-off",
    }
}

impl ReviewStage {
    /// The stage after an act, or nothing when the act does not belong here.
    #[must_use]
    pub fn after(self, act: ReviewAct) -> Option<Self> {
        use ReviewAct::{CallOff, Conclude, Hold, Release, Withdraw};
        match (self, act) {
            (Self::Planned, Hold) => Some(Self::Held),
            (Self::Planned, CallOff) => Some(Self::CalledOff),
            (Self::Held, Conclude) | (Self::Concluded, Release | Withdraw) => Some(Self::Concluded),
            (
                Self::Planned | Self::Held | Self::Concluded | Self::CalledOff,
                Hold | CallOff | Conclude | Release | Withdraw,
            ) => None,
        }
    }

    /// Whether the record of the day may still be changed.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Planned | Self::Held => true,
            Self::Concluded | Self::CalledOff => false,
        }
    }

    /// Whether it took place, so that answers and tasks follow from it.
    #[must_use]
    pub fn took_place(self) -> bool {
        match self {
            Self::Held | Self::Concluded => true,
            Self::Planned | Self::CalledOff => false,
        }
    }
}

/// A medium that was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medium {
    pub name: String,
    /// Whether it sent live; else it recorded or reported.
    pub is_live: bool,
}

/// A review of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentReview {
    /// Identifier; 0 before it is saved.
    pub id: ReviewId,
    /// Who reviews whom.
    pub reviewer: Reviewer,
    /// The department's name, as it was then.
    pub department: String,
    /// The year whose work is reviewed.
    pub year: i16,
    /// About what.
    pub topic: String,
    /// The day for which it is planned; once held, the day on which it was.
    pub on: Date,
    pub place: String,
    pub chair: String,
    /// The media that were there.
    pub media: Vec<Medium>,
    /// Where it stands.
    pub stage: ReviewStage,
    /// What is held of the department's work; empty before it is concluded.
    pub conclusion: String,
    /// Why it was called off.
    pub reason: String,
    /// Since when everybody may read it.
    pub released_on: Option<Date>,
}

/// One act on a review as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewStep {
    pub act: ReviewAct,
    /// What is concluded, or why it is called off.
    pub text: String,
    /// On which day it was held.
    pub on: Option<Date>,
    /// Where it was held.
    pub place: String,
    pub chair: String,
    /// The media that were there.
    pub media: Vec<Medium>,
}

impl DepartmentReview {
    /// Whether an act was done already just as it is asked for again: a form whose answer was lost.
    #[must_use]
    pub fn has_done(&self, step: &ReviewStep) -> bool {
        match step.act {
            ReviewAct::Hold => {
                self.stage == ReviewStage::Held
                    && step.on == Some(self.on)
                    && step.place == self.place
                    && step.chair == self.chair
                    && step.media == self.media
            }
            ReviewAct::CallOff => self.stage == ReviewStage::CalledOff && self.reason == step.text,
            ReviewAct::Conclude => {
                self.stage == ReviewStage::Concluded && self.conclusion == step.text
            }
            ReviewAct::Release => self.released_on.is_some(),
            ReviewAct::Withdraw => {
                self.stage == ReviewStage::Concluded && self.released_on.is_none()
            }
        }
    }

    /// Carries out a step that has no problems.
    pub fn apply(&mut self, step: ReviewStep, today: Date) {
        if let Some(stage) = self.stage.after(step.act) {
            self.stage = stage;
        }
        match step.act {
            ReviewAct::Hold => {
                self.on = step.on.unwrap_or(today);
                self.place = step.place;
                self.chair = step.chair;
                self.media = step.media;
            }
            ReviewAct::CallOff => self.reason = step.text,
            ReviewAct::Conclude => self.conclusion = step.text,
            ReviewAct::Release => self.released_on = Some(today),
            ReviewAct::Withdraw => self.released_on = None,
        }
    }
}

/// What stands against an act. `is_half_typed` says that the opinions of an advisory review were
/// typed by one person and wait for the second.
#[must_use]
pub fn problems_of_step(
    review: &DepartmentReview,
    step: &ReviewStep,
    is_half_typed: bool,
    today: Date,
) -> Vec<Problem> {
    if review.stage.after(step.act).is_none() {
        let problem = Problem::error("work-review-out-of-turn");
        return vec![problem.with("stage", review.stage.word())];
    }
    let mut problems = Vec::new();
    match step.act {
        ReviewAct::Hold => {
            match step.on {
                None => problems.push(Problem::error("date-form").at("on")),
                Some(on) if on > today => problems.push(Problem::error("held-day").at("on")),
                Some(_) => {}
            }
            problems.extend(missing("place", &step.place));
            problems.extend(missing("chair", &step.chair));
            problems.extend(problems_of_media(&step.media));
        }
        ReviewAct::CallOff => problems.extend(missing("text", &step.text)),
        ReviewAct::Conclude => {
            problems.extend(missing("text", &step.text));
            if is_half_typed {
                problems.push(Problem::error("opinions-half-typed"));
            }
        }
        ReviewAct::Release | ReviewAct::Withdraw => {}
    }
    problems
}

/// What stands against what a review says of itself, when it is planned or corrected.
#[must_use]
pub fn problems(review: &DepartmentReview, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !review.stage.is_open() {
        let problem = Problem::error("work-review-out-of-turn");
        return vec![problem.with("stage", review.stage.word())];
    }
    problems.extend(missing("department", &review.department));
    problems.extend(missing("topic", &review.topic));
    problems.extend(problems_of_media(&review.media));
    for (field, text) in [("place", &review.place), ("chair", &review.chair)] {
        if review.stage == ReviewStage::Held {
            problems.extend(missing(field, text));
        } else {
            problems.extend(too_long(field, text));
        }
    }
    if review.stage == ReviewStage::Planned && review.on < today {
        problems.push(Problem::error("work-review-day-past").at("on"));
    }
    if review.stage == ReviewStage::Held && review.on > today {
        problems.push(Problem::error("held-day").at("on"));
    }
    let last = review.on.year();
    if review.year > last || review.year < last.saturating_sub(1) {
        problems.push(Problem::error("work-review-year").at("year"));
    }
    problems
}

/// A text that must be there and may not be longer than a page.
fn missing(field: &str, text: &str) -> Option<Problem> {
    if text.trim().is_empty() {
        return Some(Problem::error("blank").at(field));
    }
    too_long(field, text)
}

fn too_long(field: &str, text: &str) -> Option<Problem> {
    let problem = || Problem::error("text-long").at(field);
    (text.chars().count() > MOST_LETTERS).then(|| problem().with("most", MOST_LETTERS))
}

fn problems_of_media(media: &[Medium]) -> Option<Problem> {
    let names: String = media.iter().map(|one| one.name.as_str()).collect();
    too_long("media", &names)
}

#[cfg(test)]
mod tests;
