//! Freezing: rules and slate become fixed texts under their hashes.

use super::ServiceError;
use super::acts::{Doing, Place};
use super::keys::digest;
use super::polling::{lint_of, rules_of};
use crate::domain::audit::Event;
use crate::domain::library::project::ProjectStage;
use crate::domain::poll::round::{RoundAct, RoundStage};
use crate::domain::poll::slate;
use crate::domain::poll::{Round, RoundKind};
use crate::domain::problem::Problem;
use crate::store::{ReadTx, WriteTx, projects, rounds};

pub(super) fn freeze(
    tx: &WriteTx<'_>,
    place: Place,
    doing: &Doing<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let lines = rounds::list_lines(tx, place.round.id)?;
    let text = slate::canonical(
        &place.congress,
        &place.session,
        &place.poll,
        &place.round,
        &lines,
    );
    let (rules_hash, slate_hash) = (
        digest(place.round.rules.as_bytes()),
        digest(text.as_bytes()),
    );
    if place.round.kind == RoundKind::First {
        for line in &lines {
            let project = projects::get(tx, line.project)?;
            if project.stage != ProjectStage::Candidate {
                let problem = Problem::error("not-a-candidate").with("name", project.name);
                return Err(ServiceError::refused(problem));
            }
            projects::update_stage(tx, line.project, ProjectStage::OnSlate)?;
        }
    }
    let id = place.round.id;
    let round = Round {
        stage: RoundStage::Frozen,
        rules_hash: Some(rules_hash),
        slate: text,
        slate_hash: Some(slate_hash),
        ..place.round
    };
    rounds::update(tx, &round)?;
    let detail = format!("rules={rules_hash} slate={slate_hash}");
    Ok(vec![doing.event(id, RoundAct::Freeze, detail)])
}

/// What stands against freezing a draft besides the guards of its stage: errors of the rules, names
/// that are equal, and warnings without a reason on record. Asked of both people.
pub(super) fn against(tx: &ReadTx<'_>, place: &Place) -> Result<Vec<Problem>, ServiceError> {
    let lines = rounds::list_lines(tx, place.round.id)?;
    let found = lint_of(tx, place, &rules_of(&place.round)?, lines.len())?;
    let (mut errors, warnings): (Vec<Problem>, Vec<Problem>) =
        found.into_iter().partition(Problem::is_error);
    // Names may have changed since the slate was saved.
    let names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
    errors.extend(slate::equal_names(&names));
    if !warnings.is_empty() && place.poll.warnings_reason.is_empty() {
        errors.push(Problem::error("warnings-not-accepted"));
    }
    Ok(errors)
}
