//! The operator's part: pairing a screen, choosing its scene, turning pages, uncovering lines.

use super::scenes;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::hall::scene::Scene;
use domain::hall::screen::{OperatorKey, PairCode, Screen, ScreenContent};
use domain::id::{RoundId, ScreenId, SittingId};
use domain::poll::{Poll, Round, RoundLine};
use domain::problem::Problem;
use domain::sitting::{Session, Sitting};
use store::hall::screens;
use store::people::congresses;
use store::poll::polls;
use store::round::rounds;
use store::sitting::sessions;
use store::{ReadTx, WriteTx, Written};

/// The longest name of a screen, in characters.
const NAME: usize = 20;

/// A sitting with its screens, for those who turn them.
#[derive(Debug, Clone)]
pub struct HallView {
    pub congress: Congress,
    pub session: Session,
    pub sitting: Sitting,
    /// Its screens, each with what it shows now.
    pub screens: Vec<scenes::SceneView>,
    /// Scenes of the sitting itself, each with why it cannot be shown.
    pub scenes: Vec<(Scene, Option<Problem>)>,
    /// Its rounds, each with the scenes that are about it.
    pub rounds: Vec<RoundScenes>,
}

/// A round with the scenes that are about it.
#[derive(Debug, Clone)]
pub struct RoundScenes {
    pub poll: Poll,
    pub round: Round,
    pub lines: Vec<RoundLine>,
    /// The scenes, each with why it cannot be shown.
    pub scenes: Vec<(Scene, Option<Problem>)>,
}

/// A sitting with what it belongs to.
pub(super) struct SittingContext {
    pub(super) congress: Congress,
    pub(super) session: Session,
    pub(super) sitting: Sitting,
}

impl SittingContext {
    pub(super) fn of(tx: &ReadTx<'_>, id: SittingId) -> Result<Self, ServiceError> {
        let sitting = sessions::get_sitting(tx, id)?;
        let session = sessions::get(tx, sitting.session)?;
        let congress = congresses::get(tx, session.congress)?;
        Ok(Self {
            congress,
            session,
            sitting,
        })
    }
}

impl Service {
    /// Draws a code for a screen that is not paired yet. Nothing is written.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] without randomness.
    pub fn draw_pair_code(&self) -> Result<PairCode, ServiceError> {
        Ok(PairCode::of(self.random.below(PairCode::ALL)?))
    }

    /// The screens of a sitting and what may be shown on them.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_hall(&self, actor: &Actor, id: SittingId) -> Result<HallView, ServiceError> {
        let actor = actor.clone();
        let numbers = self.follow(id).await?.borrow().clone();
        self.store
            .read(move |tx| {
                let place = SittingContext::of(tx, id)?;
                permit(&actor, Action::Look, place.congress.id)?;
                let mut views = Vec::new();
                for screen in screens::list(tx, id)? {
                    views.push(scenes::view(tx, screen, numbers.clone())?);
                }
                let about_sitting = |scene: &Scene| !scene.is_of_round();
                let scenes = list_scenes(tx, &place, None, about_sitting)?;
                let mut listed = Vec::new();
                for round in rounds::list_at(tx, id)? {
                    listed.push(RoundScenes {
                        poll: polls::get(tx, round.poll)?,
                        lines: rounds::list_lines(tx, round.id)?,
                        scenes: list_scenes(tx, &place, Some(round.id), |scene| {
                            scene.is_of_round()
                        })?,
                        round,
                    });
                }
                Ok(HallView {
                    congress: place.congress,
                    session: place.session,
                    sitting: place.sitting,
                    screens: views,
                    scenes,
                    rounds: listed,
                })
            })
            .await
    }

    /// Pairs the screen that shows a code with a sitting. It shows the standby scene at once.
    ///
    /// # Errors
    /// Invalid: `screen-code-form`, `screen-name-form`. Refused: `screen-code-taken`.
    pub async fn pair_screen(
        &self,
        actor: &Actor,
        id: SittingId,
        code: &str,
        name: &str,
    ) -> Result<ScreenId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let (code, name) = (PairCode::read(code), name.trim().to_owned());
        let paired = self.store.write(move |tx| {
            let place = SittingContext::of(tx, id)?;
            let grant = permit(&actor, Action::ShowScenes, place.congress.id)?;
            let Some(code) = code else {
                let problem = Problem::error("screen-code-form").at("code");
                return Err(ServiceError::invalid(problem));
            };
            if name.is_empty() || name.chars().count() > NAME {
                let problem = Problem::error("screen-name-form").at("name");
                return Err(ServiceError::invalid(problem.with("most", NAME)));
            }
            if screens::find(tx, code)?.is_some() {
                let problem = Problem::error("screen-code-taken").at("code");
                return Err(ServiceError::invalid(problem));
            }
            let screen = screens::create(tx, id, &name, code)?;
            let what = paired_at(screen, id, true);
            Ok(Written::recorded(screen, Event::new(&grant, now, what)))
        });
        let paired = paired.await?;
        self.live_numbers.turn();
        Ok(paired)
    }

    /// Takes a screen away: its code shows no scene any more.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`].
    pub async fn remove_screen(
        &self,
        actor: &Actor,
        id: ScreenId,
    ) -> Result<SittingId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let removed = self.store.write(move |tx| {
            let (screen, _, grant) = held(tx, &actor, id)?;
            screens::remove(tx, id)?;
            let what = paired_at(id, screen.sitting, false);
            let event = Event::new(&grant, now, what);
            Ok::<_, ServiceError>(Written::recorded(screen.sitting, event))
        });
        let sitting = removed.await?;
        self.live_numbers.turn();
        Ok(sitting)
    }

    /// Puts up a scene: the same for one screen or, with `covered`, with its lines still covered.
    ///
    /// # Errors
    /// Refused with why the scene cannot be shown, as [`domain::hall::scene::refusal`] says.
    pub async fn show_scene(
        &self,
        actor: &Actor,
        id: ScreenId,
        shown: ScreenContent,
    ) -> Result<SittingId, ServiceError> {
        self.change_screen(actor, id, move |tx, place, screen| {
            check(tx, place, shown)?;
            Ok(Screen { shown, ..screen })
        })
        .await
    }

    /// Presses a key of a screen: the next page or line, the one before, larger, smaller.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`].
    pub async fn press_key(
        &self,
        actor: &Actor,
        id: ScreenId,
        key: OperatorKey,
    ) -> Result<SittingId, ServiceError> {
        self.change_screen(actor, id, move |tx, place, screen| {
            let lines = scenes::count_lines(tx, place, &screen)?;
            Ok(screen.after(key, lines))
        })
        .await
    }

    async fn change_screen(
        &self,
        actor: &Actor,
        id: ScreenId,
        change: impl FnOnce(&ReadTx<'_>, &SittingContext, Screen) -> Result<Screen, ServiceError>
        + Send
        + 'static,
    ) -> Result<SittingId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let changed = self.store.write(move |tx| {
            let (screen, place, grant) = held(tx, &actor, id)?;
            let screen = change(tx, &place, screen)?;
            screens::update(tx, &screen)?;
            let event = Event::new(&grant, now, told(&screen));
            Ok::<_, ServiceError>(Written::recorded(screen.sitting, event))
        });
        let sitting = changed.await?;
        self.live_numbers.turn();
        Ok(sitting)
    }

    /// The sitting of a screen, for those who work in its congress.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn sitting_of_screen(
        &self,
        actor: &Actor,
        id: ScreenId,
    ) -> Result<SittingId, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let screen = screens::get(tx, id)?;
                let place = SittingContext::of(tx, screen.sitting)?;
                permit(&actor, Action::Look, place.congress.id)?;
                Ok(screen.sitting)
            })
            .await
    }
}

/// A screen with its place, and the permission to turn it.
fn held(
    tx: &WriteTx<'_>,
    actor: &Actor,
    id: ScreenId,
) -> Result<(Screen, SittingContext, Grant), ServiceError> {
    let screen = screens::get(tx, id)?;
    let place = SittingContext::of(tx, screen.sitting)?;
    let grant = permit(actor, Action::ShowScenes, place.congress.id)?;
    Ok((screen, place, grant))
}

pub(super) fn told(screen: &Screen) -> EventKind {
    let shown = screen.shown;
    let covered = shown
        .uncovered
        .map_or_else(|| "all".to_owned(), |uncovered| uncovered.to_string());
    let round = shown
        .round
        .map_or_else(String::new, |round| format!(" round={round}"));
    EventKind::Screen {
        screen: screen.id,
        detail: format!(
            "scene={}{round} page={} uncovered={covered} size={}",
            shown.scene.word(),
            shown.page,
            screen.size
        ),
    }
}

fn paired_at(screen: ScreenId, sitting: SittingId, paired: bool) -> EventKind {
    EventKind::Screen {
        screen,
        detail: format!("sitting={sitting} paired={paired}"),
    }
}

/// Refuses a scene that may not be shown, or that names a round or a line which is not there.
pub(super) fn check(
    tx: &ReadTx<'_>,
    place: &SittingContext,
    shown: ScreenContent,
) -> Result<(), ServiceError> {
    if let Some(round) = shown.round
        && rounds::get(tx, round)?.sitting != place.sitting.id
    {
        return Err(ServiceError::NotFound("round"));
    }
    let facts = scenes::facts(tx, place, shown.round)?;
    if let Some(problem) = domain::hall::scene::refusal(shown.scene, &facts) {
        return Err(ServiceError::refused(problem));
    }
    if shown.scene == Scene::Candidate {
        let is_there = shown
            .line
            .is_some_and(|line| line > 0 && usize::from(line) <= facts.lines);
        if !is_there {
            return Err(ServiceError::invalid(Problem::error("scene-no-line")));
        }
    }
    Ok(())
}

fn list_scenes(
    tx: &ReadTx<'_>,
    place: &SittingContext,
    round: Option<RoundId>,
    wanted: impl Fn(&Scene) -> bool,
) -> Result<Vec<(Scene, Option<Problem>)>, ServiceError> {
    let facts = scenes::facts(tx, place, round)?;
    let scenes = Scene::ALL.into_iter().filter(wanted);
    Ok(scenes
        .map(|scene| {
            let refusal = domain::hall::scene::refusal(scene, &facts);
            (scene, refusal)
        })
        .collect())
}
