//! Changing a frozen list: two people, a reason, a new version; and never once the box is sealed,
//! for from then on only voiding the round helps.

use super::event;
use super::listing::{check_lines, list_for, refuse_equal_names};
use crate::act_of_two::ask::{ActProgress, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, Press};
use crate::installation::keys::digest;
use crate::round::context::{ActContext, RoundContext};
use crate::round::fixed::refuse_changed;
use crate::round::freezing::{fix, freeze_project, save_again, unfreeze_project};
use crate::round::rules::{lint_of, rules_of};
use crate::round::slate::fixed;
use crate::{Service, ServiceError};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::{Event, EventKind};
use domain::id::{ListId, ProjectId};
use domain::library::event::LibraryEvent;
use domain::library::list::{CandidateList, ListAct, missing};
use domain::library::stage::ProjectStage;
use domain::library::wording;
use domain::poll::RoundKind;
use domain::problem::Problem;
use domain::round::RoundStage;
use store::act_of_two::act_requests;
use store::act_of_two::act_requests::RequestSubject;
use store::library::projects;
use store::poll::{candidate_lists, polls};
use store::round::rounds;
use store::{ReadTx, WriteTx, Written};

impl Service {
    /// Asks for a change of a frozen list: these projects in this order, with the reason.
    ///
    /// # Errors
    /// Invalid: `reason-missing`, at `slate` `not-a-candidate`, `candidate-twice`, `list-same`.
    /// Refused: `list-out-of-turn`, `list-box-sealed`, `list-voted`, `revision-waits`.
    pub async fn ask_revision(
        &self,
        actor: &Actor,
        id: ListId,
        lines: Vec<ProjectId>,
        reason: &str,
    ) -> Result<(), ServiceError> {
        let reason = wording::line("reason", reason).map_err(ServiceError::invalid)?;
        if reason.is_empty() {
            let problem = Problem::error("reason-missing").at("reason");
            return Err(ServiceError::invalid(problem));
        }
        let (act, subject) = (ActOfTwo::ReviseList, RequestSubject::List(id.0));
        let press = Press::asking(&reason);
        let pressing = self.pressing(actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let (list, _) = list_for(tx, &pressing.actor, id, Action::ReviseSlate)?;
                list.stage
                    .after(ListAct::Revise)
                    .map_err(ServiceError::refused)?;
                refuse_late(tx, &list)?;
                if act_requests::find(tx, subject, &act.word())?.is_some() {
                    return Err(ServiceError::refused(Problem::error("revision-waits")));
                }
                check_lines(tx, &list, &lines, ProjectStage::OnSlate)?;
                refuse_foreign(tx, &list, &lines)?;
                refuse_equal_names(tx, &lines)?;
                let found = missing(list.places, lines.len());
                if !found.is_empty() {
                    return Err(ServiceError::Refused(found));
                }
                candidate_lists::update_proposed(tx, id, &lines)?;
                let ActProgress::Asked(grant) =
                    stand(tx, &pressing, || Ok(pressing.reason.clone()))?
                else {
                    return Err(ServiceError::refused(Problem::error("revision-waits")));
                };
                let told = LibraryEvent::RevisionAsked { list: id };
                Ok(Written::recorded((), event(&grant, pressing.now, told)))
            })
            .await
    }

    /// Confirms the change that somebody else asked for, as it was shown: a new version of the list, and
    /// of the slate that was frozen from it.
    ///
    /// # Errors
    /// Refused: `list-box-sealed`, `list-voted`, whatever stands against freezing a project that is new
    /// on it, and as for every act of two.
    pub async fn confirm_revision(
        &self,
        actor: &Actor,
        id: ListId,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let (act, subject) = (ActOfTwo::ReviseList, RequestSubject::List(id.0));
        let pressing = self.pressing(actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let (list, _) = list_for(tx, &pressing.actor, id, Action::ReviseSlate)?;
                let changed = || ServiceError::refused(Problem::error("act-changed"));
                let (grant, people, reason) = match stand(tx, &pressing, || Err(changed()))? {
                    ActProgress::Both(grant, people, reason) => (grant, *people, reason),
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Asked(_) => return Err(changed()),
                };
                list.stage
                    .after(ListAct::Revise)
                    .map_err(ServiceError::refused)?;
                let place = refuse_late(tx, &list)?;
                for one in &place {
                    refuse_changed(tx, one)?;
                }
                let doing = ActContext {
                    grant: &grant,
                    now: pressing.now,
                    reason: &reason,
                    people: Some(people),
                    alone: None,
                };
                let told = revise(tx, list, place, &doing)?;
                candidate_lists::update_proposed(tx, id, &[])?;
                Ok(Written::recorded_all(ActOutcome::Done, told))
            })
            .await
    }

    /// Drops a change that waits: whoever asked takes it back, anybody else refuses it.
    ///
    /// # Errors
    /// Refused: `revision-none`.
    pub async fn drop_revision(&self, actor: &Actor, id: ListId) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (_, grant) = list_for(tx, &actor, id, Action::ReviseSlate)?;
                if act_requests::list(tx, RequestSubject::List(id.0))?.is_empty() {
                    return Err(ServiceError::refused(Problem::error("revision-none")));
                }
                act_requests::remove_all(tx, RequestSubject::List(id.0))?;
                candidate_lists::update_proposed(tx, id, &[])?;
                let told = LibraryEvent::RevisionDropped { list: id };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }
}

/// The newest round of each poll of a list, while the list may still change.
fn refuse_late(tx: &ReadTx<'_>, list: &CandidateList) -> Result<Vec<RoundContext>, ServiceError> {
    let mut places = Vec::new();
    for poll in polls::list_of_list(tx, list.id)? {
        let newest = rounds::list(tx, poll)?.pop();
        let place = RoundContext::of(tx, newest.ok_or(ServiceError::NotFound("poll"))?.id)?;
        let problem = match place.round.stage {
            _ if place.round.kind != RoundKind::First => "list-voted",
            RoundStage::Draft | RoundStage::Frozen => {
                places.push(place);
                continue;
            }
            RoundStage::Sealed | RoundStage::Issuing => "list-box-sealed",
            RoundStage::Open
            | RoundStage::Paused
            | RoundStage::Closed
            | RoundStage::Accounted
            | RoundStage::Opened
            | RoundStage::Counted
            | RoundStage::Certified
            | RoundStage::Void => "list-voted",
        };
        return Err(ServiceError::refused(Problem::error(problem)));
    }
    Ok(places)
}

/// A project that is on the slate is on this list's slate, or on another's.
fn refuse_foreign(
    tx: &ReadTx<'_>,
    list: &CandidateList,
    lines: &[ProjectId],
) -> Result<(), ServiceError> {
    let present = candidate_lists::list_lines(tx, list.id)?;
    if present == lines {
        return Err(ServiceError::invalid(
            Problem::error("list-same").at("slate"),
        ));
    }
    for id in lines.iter().filter(|id| !present.contains(id)) {
        let project = projects::get(tx, *id)?;
        if project.stage != ProjectStage::Candidate {
            let problem = Problem::error("not-a-candidate").at("slate");
            let problem = problem.with("name", project.sheet.name);
            return Err(ServiceError::invalid(problem));
        }
    }
    Ok(())
}

fn revise(
    tx: &WriteTx<'_>,
    mut list: CandidateList,
    places: Vec<RoundContext>,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let before = candidate_lists::list_lines(tx, list.id)?;
    let after = candidate_lists::list_proposed(tx, list.id)?;
    let is_frozen = places
        .iter()
        .any(|place| place.round.stage == RoundStage::Frozen);
    if is_frozen {
        for id in before.iter().filter(|id| !after.contains(id)) {
            unfreeze_project(tx, doing, &projects::get(tx, *id)?)?;
        }
        for id in after.iter().filter(|id| !before.contains(id)) {
            freeze_project(tx, doing, *id)?;
        }
    }
    candidate_lists::update_lines(tx, list.id, &after)?;
    list.version += 1;
    let congress = store::people::congresses::get(tx, list.congress)?;
    let mut told = vec![fix(tx, &congress, &list, doing.reason, doing)?];
    for place in places {
        rounds::update_lines(tx, place.round.id, &after)?;
        if place.round.stage != RoundStage::Frozen {
            continue;
        }
        let found = lint_of(tx, &place, &rules_of(&place.round)?, after.len())?;
        let errors: Vec<Problem> = found.into_iter().filter(Problem::is_error).collect();
        if !errors.is_empty() {
            return Err(ServiceError::Refused(errors));
        }
        // What was asked for on the old slate is not asked for on the new one.
        act_requests::remove_all(tx, RequestSubject::Round(place.round.id.0))?;
        let slate = fixed(tx, &place, &list)?;
        let what = EventKind::SlateFixed {
            round: place.round.id,
            slate: digest(slate.as_bytes()),
        };
        save_again(tx, place, slate)?;
        told.push(Event::new(doing.grant, doing.now, what));
    }
    Ok(told)
}
