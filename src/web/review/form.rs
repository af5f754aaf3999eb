//! Reading the posted forms of a review.

use crate::form::Fields;
use domain::followup::finding::{FindingAct, FindingStep};
use domain::id::{ReviewId, ReviewQuestionId, UnitId};
use domain::problem::Problem;
use domain::review::opinions::Opinions;
use domain::review::question::ReviewQuestion;
use domain::review::{Medium, ReviewAct, ReviewStep};
use service::review::ReviewSheet;

fn text(fields: &Fields, name: &str) -> String {
    fields.get(name).trim().to_owned()
}

/// Media as they are typed: a line each.
fn media(fields: &Fields) -> Vec<Medium> {
    let mut found = Vec::new();
    for (name, is_live) in [("media_live", true), ("media", false)] {
        let lines = fields.get(name).lines().map(str::trim);
        found.extend(lines.filter(|line| !line.is_empty()).map(|line| Medium {
            name: line.to_owned(),
            is_live,
        }));
    }
    found
}

/// What a review says of itself.
pub(super) fn sheet(fields: &Fields) -> ReviewSheet {
    ReviewSheet {
        unit: fields.get("unit").parse().ok().map(UnitId),
        department: text(fields, "department"),
        year: fields.get("year").trim().parse().ok(),
        topic: text(fields, "topic"),
        on: fields.get("on").trim().parse().ok(),
        place: text(fields, "place"),
        chair: text(fields, "chair"),
        media: media(fields),
    }
}

/// An act on a review.
pub(super) fn step(act: ReviewAct, fields: &Fields) -> ReviewStep {
    ReviewStep {
        act,
        text: text(fields, "text"),
        on: fields.get("on").trim().parse().ok(),
        place: text(fields, "place"),
        chair: text(fields, "chair"),
        media: media(fields),
    }
}

/// A question.
pub(super) fn question(review: ReviewId, fields: &Fields) -> ReviewQuestion {
    ReviewQuestion {
        id: ReviewQuestionId(0),
        review,
        asked_by: text(fields, "asked_by"),
        text: text(fields, "text"),
        answer_by: fields.get("answer_by").trim().parse().ok(),
        answer: text(fields, "answer"),
        answered_on: None,
    }
}

/// A step with a task.
pub(super) fn task_step(act: FindingAct, fields: &Fields) -> FindingStep {
    let due = fields.get("due").trim().parse().ok();
    FindingStep {
        act,
        text: text(fields, "text"),
        due: due.filter(|_| act.sets_deadline()),
        approver: text(fields, "approver"),
    }
}

/// Opinions in numbers; an empty field is none.
pub(super) fn opinions(fields: &Fields) -> Result<Opinions, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut number = |name: &'static str| {
        if fields.get(name).trim().is_empty() {
            return 0;
        }
        fields.number(name).unwrap_or_else(|problem| {
            problems.push(problem);
            0
        })
    };
    let read = Opinions {
        members: number("members"),
        satisfied: number("satisfied"),
        basically: number("basically"),
        dissatisfied: number("dissatisfied"),
        abstain: number("abstain"),
    };
    if problems.is_empty() {
        Ok(read)
    } else {
        Err(problems)
    }
}
