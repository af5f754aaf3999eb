//! What a certified evaluation makes of what it graded: each line keeps its grade on record, an
//! accepted project is evaluated, and a rectification follows where the congress is dissatisfied.

use std::collections::BTreeSet;

use crate::round::context::{ActContext, RoundContext};
use crate::{ServiceError, account_of};
use domain::audit::{Event, EventKind};
use domain::evaluation::{self, GradeCounts, GradeResult};
use domain::followup::event::FollowupEvent;
use domain::followup::finding::{Finding, FindingAct, FindingStep};
use domain::followup::stage::{FollowupAct, after};
use domain::id::{FindingId, ProjectId, UnitId};
use domain::poll::{RoundLine, Subject};
use domain::tally::{GradedLine, LineGrade, Outcome};
use machine::clock::day;
use store::WriteTx;
use store::evaluation::evaluations;
use store::followup::{findings, followed, plans};
use store::library::projects;
use store::people::accounts;

/// Concludes a counted round of an evaluation.
pub(crate) fn conclude(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    lines: &[RoundLine],
    outcome: &Outcome,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let mut events = Vec::new();
    for (line, graded) in lines.iter().zip(&outcome.grades) {
        let finding = match graded.grade {
            LineGrade::Dissatisfied => Some(rectify(tx, place, line, doing, &mut events)?),
            LineGrade::Satisfied | LineGrade::Basically => None,
        };
        let result = result(place, line, graded, outcome.base, finding);
        evaluations::save_grade(tx, &result)?;
    }
    // A count grades every line at once: whoever is on it, whole or in parts, is evaluated by it.
    let graded: BTreeSet<ProjectId> = lines
        .iter()
        .filter_map(|line| line.subject.project())
        .collect();
    for id in graded {
        if let Some(stage) = after(followed::get(tx, id)?.stage, FollowupAct::Evaluate) {
            projects::update_stage(tx, id, stage, "", None)?;
        }
    }
    Ok(events)
}

fn result(
    place: &RoundContext,
    line: &RoundLine,
    graded: &GradedLine,
    base: u64,
    finding: Option<FindingId>,
) -> GradeResult {
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    GradeResult {
        poll: place.poll.id,
        line_no: line.line_no,
        subject: line.subject.clone(),
        marks: GradeCounts {
            satisfied: small(graded.satisfied),
            basically: small(graded.basically),
            dissatisfied: small(graded.dissatisfied),
            abstain: small(graded.abstain),
        },
        base: small(base),
        grade: graded.grade,
        finding,
        is_published: false,
    }
}

/// Opens the rectification: a line of the ledger, sent at once to the unit that leads the project, or
/// that was graded itself. Of a part it names the part.
fn rectify(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    line: &RoundLine,
    doing: &ActContext<'_>,
    events: &mut Vec<Event>,
) -> Result<FindingId, ServiceError> {
    let account = account_of(doing.grant)?;
    let (name, today) = (accounts::get_name(tx, account)?, day(doing.now));
    let title = &place.poll.title;
    let (project, unit, text): (_, Option<UnitId>, _) = match &line.subject {
        Subject::Project(id) => (Some(*id), plans::find_unit(tx, *id)?, title.clone()),
        Subject::Part { project, part } => (
            Some(*project),
            plans::find_unit(tx, *project)?,
            format!("{title} · {part}"),
        ),
        Subject::Unit(unit) => (None, Some(*unit), title.clone()),
    };
    // The congress found it; the account only wrote it down.
    let finder = (account, place.congress.name.clone());
    let mut finding = Finding {
        // What is about no project belongs to its unit from the start.
        unit: unit.filter(|_| project.is_none()),
        ..Finding::found(project, (text, String::new()), today, finder)
    };
    finding.id = findings::create(tx, place.congress.id, &finding)?;
    let mut say = |happened| {
        events.push(Event::new(
            doing.grant,
            doing.now,
            EventKind::FollowUp(happened),
        ));
    };
    say(FollowupEvent::Found(finding.id));
    if let Some(unit) = unit {
        let step = FindingStep {
            act: FindingAct::Send,
            text: String::new(),
            due: Some(evaluation::rectify_by(today)),
            approver: String::new(),
        };
        finding.apply(&step, account, unit, today);
        findings::take(tx, &finding, &step, account, &name, today)?;
        say(FollowupEvent::FindingStep(finding.id, FindingAct::Send));
    }
    Ok(finding.id)
}
