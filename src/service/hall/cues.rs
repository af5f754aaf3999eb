//! The scene of the present step: named on the run-sheet, and shown on every screen of the sitting by one
//! press.

use super::lines::undecided;
use super::screens::{SittingContext, check, told};
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::Event;
use domain::hall::screen::{Screen, ScreenContent};
use domain::hall::suggested_scene::{HallState, SuggestedScene, cue};
use domain::id::{PollId, RoundId};
use domain::poll::RoundKind;
use domain::problem::Problem;
use domain::round::RoundStage;
use store::hall::screens;
use store::poll::polls;
use store::publish::notices;
use store::round::rounds;
use store::sitting::officers;
use store::{ReadTx, Written};

impl Service {
    /// Puts the scene of a poll's step on every screen of its sitting.
    ///
    /// # Errors
    /// Refused: `screens-none`, or why the scene may not be shown.
    pub async fn show_cue(&self, actor: &Actor, poll: PollId) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let newest = rounds::list(tx, poll)?.pop();
                let newest = newest.ok_or(ServiceError::NotFound("poll"))?;
                let place = SittingContext::of(tx, newest.sitting)?;
                let grant = permit(&actor, Action::ShowScenes, place.congress.id)?;
                let shown = cue_of(tx, poll)?;
                check(tx, &place, shown)?;
                let mut events = Vec::new();
                for screen in screens::list(tx, place.sitting.id)? {
                    let screen = Screen { shown, ..screen };
                    screens::update(tx, &screen)?;
                    events.push(Event::new(&grant, now, told(&screen)));
                }
                if events.is_empty() {
                    return Err(ServiceError::refused(Problem::error("screens-none")));
                }
                Ok(Written::recorded_all((), events))
            })
            .await?;
        self.live_numbers.turn();
        Ok(())
    }
}

/// What a screen would show for the step at which a poll stands.
pub(crate) fn cue_of(tx: &ReadTx<'_>, poll: PollId) -> Result<ScreenContent, ServiceError> {
    let poll = polls::get(tx, poll)?;
    let mut held = rounds::list(tx, poll.id)?;
    let newest = held.pop().ok_or(ServiceError::NotFound("round"))?;
    let before = held
        .iter()
        .rfind(|round| round.stage != RoundStage::Void)
        .map(|round| round.id);
    let sitting = SittingContext::of(tx, newest.sitting)?.sitting;
    let named = officers::list(tx, poll.session)?;
    let now = HallState {
        has_roll: sitting.due.is_some(),
        has_quorum: sitting.quorum_present.is_some(),
        has_rules: poll.rules_adopted,
        has_officers: named.iter().any(|officer| officer.adopted_on.is_some()),
        stage: newest.stage,
        follows: before.is_some() && newest.kind != RoundKind::First,
        is_undecided: undecided(tx, &newest)?.is_some(),
        is_published: !notices::list(tx, poll.id)?.is_empty(),
    };
    let of = |scene, round: Option<RoundId>| ScreenContent::new(scene, round, None);
    Ok(match cue(now) {
        SuggestedScene::Sitting(scene) => of(scene, None),
        SuggestedScene::Newest(scene) => of(scene, Some(newest.id)),
        SuggestedScene::Before(scene) => of(scene, before),
    })
}
