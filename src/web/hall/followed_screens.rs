//! What a screen shows, drawn once for all who follow it: the screen itself, its picture on the operator's
//! page, and whoever in the hall typed its code.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::watch;

use domain::hall::screen::PairCode;
use domain::id::SittingId;
use service::ServiceError;
use service::hall::live_numbers::SittingNumbers;

/// The screens that somebody follows.
#[derive(Clone, Default)]
pub(crate) struct FollowedScreens(Arc<Mutex<BTreeMap<PairCode, Weak<FollowedScreen>>>>);

/// One of them: what was drawn last, and one at a time who draws it anew.
#[derive(Default)]
pub(super) struct FollowedScreen(tokio::sync::Mutex<Option<DrawnScene>>);

/// When something was drawn: how often screens had been turned, and which numbers there were.
type DrawingState = (u64, Option<SittingNumbers>);

struct DrawnScene {
    at: DrawingState,
    scene: SentScene,
}

/// A scene as it is sent, and of which sitting.
#[derive(Clone)]
pub(super) struct SentScene {
    pub(super) sitting: Option<SittingId>,
    pub(super) whole: Arc<str>,
}

/// What makes a screen be drawn anew.
pub(super) struct ScreenSignals {
    pub(super) turned: watch::Receiver<u64>,
    /// None where the screen's sitting has no numbers to follow.
    pub(super) numbers: Option<watch::Receiver<SittingNumbers>>,
}

impl ScreenSignals {
    fn now(&self) -> DrawingState {
        let numbers = self
            .numbers
            .as_ref()
            .map(|numbers| numbers.borrow().clone());
        (*self.turned.borrow(), numbers)
    }
}

impl FollowedScreens {
    /// The screen of a code, for as long as it is held.
    pub(super) fn of(&self, code: PairCode) -> Arc<FollowedScreen> {
        let mut walls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(wall) = walls.get(&code).and_then(Weak::upgrade) {
            return wall;
        }
        walls.retain(|_, wall| wall.strong_count() > 0);
        let wall = Arc::new(FollowedScreen::default());
        walls.insert(code, Arc::downgrade(&wall));
        wall
    }
}

impl FollowedScreen {
    /// The scene of this moment: as somebody drew it since the last signal, or drawn now.
    pub(super) async fn scene(
        &self,
        signals: &ScreenSignals,
        draw: impl Future<Output = Result<SentScene, ServiceError>>,
    ) -> Result<SentScene, ServiceError> {
        // The moment comes before the drawing: what is signalled meanwhile makes it be drawn again.
        let at = signals.now();
        let mut drawn = self.0.lock().await;
        if let Some(drawn) = drawn.as_ref().filter(|drawn| drawn.at == at) {
            return Ok(drawn.scene.clone());
        }
        let scene = draw.await?;
        *drawn = Some(DrawnScene {
            at,
            scene: scene.clone(),
        });
        Ok(scene)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn ask(wall: &FollowedScreen, signals: &ScreenSignals, draws: &Mutex<u32>) -> String {
        let draw = async {
            let mut draws = draws.lock().unwrap();
            *draws += 1;
            Ok(SentScene {
                sitting: None,
                whole: format!("{draws}").into(),
            })
        };
        let scene = wall.scene(signals, draw).await.unwrap();
        scene.whole.to_string()
    }

    #[tokio::test]
    async fn followers_share_a_scene_until_a_signal_and_never_an_older_one() {
        let walls = FollowedScreens::default();
        let code: PairCode = "111111".parse().unwrap();
        let (turn, turned) = watch::channel(0);
        let (step, numbers) = watch::channel(SittingNumbers::default());
        let signals = ScreenSignals {
            turned,
            numbers: Some(numbers),
        };
        let draws = Mutex::new(0);
        let (one, other) = (walls.of(code), walls.of(code));
        assert_eq!(ask(&one, &signals, &draws).await, "1");
        assert_eq!(ask(&other, &signals, &draws).await, "1");
        turn.send_modify(|turned| *turned += 1);
        assert_eq!(ask(&other, &signals, &draws).await, "2");
        assert_eq!(ask(&one, &signals, &draws).await, "2");
        step.send_modify(|numbers| numbers.roll.due += 1);
        assert_eq!(ask(&one, &signals, &draws).await, "3");
        drop((one, other));
        assert_eq!(
            ask(&walls.of(code), &signals, &draws).await,
            "4",
            "nobody followed"
        );
        walls.of("222222".parse().unwrap());
        assert_eq!(
            walls.0.lock().unwrap().len(),
            1,
            "what nobody follows is forgotten"
        );
    }

    #[tokio::test]
    async fn a_scene_that_could_not_be_drawn_is_drawn_by_the_next_one() {
        let (wall, draws) = (FollowedScreen::default(), Mutex::new(0));
        let (_turn, turned) = watch::channel(0);
        let signals = ScreenSignals {
            turned,
            numbers: None,
        };
        let fails = async { Err(ServiceError::Busy) };
        assert!(wall.scene(&signals, fails).await.is_err());
        assert_eq!(ask(&wall, &signals, &draws).await, "1");
    }
}
