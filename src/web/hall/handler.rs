//! A screen of the hall: everybody who knows its code reads its scene, nobody acts here.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::HeaderName;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use tokio_stream::wrappers::{IntervalStream, WatchStream};
use tokio_stream::{Stream, StreamExt as _};

use super::followed_screens::{ScreenSignals, SentScene};
use super::page;
use crate::error::Failure;
use crate::path;
use crate::streams::StreamTopic;
use crate::visitor::{Address, App, PathPiece, Visitor};
use domain::hall::screen::PairCode;
use domain::id::SittingId;
use service::ServiceError;

/// A sign of life on each screen's stream; without one for eight seconds the screen shows a dot.
const BEAT: Duration = Duration::from_secs(3);
/// How soon a screen that nobody paired asks again.
const ASK_AGAIN: Duration = Duration::from_secs(3);
/// How soon a browser comes back to a stream that ended.
const RETRY: Duration = Duration::from_secs(1);

/// A new screen: it is given a code to show.
pub(crate) async fn new(State(app): State<App>, visitor: Visitor) -> Result<Response, Failure> {
    let code = visitor.or_page(app.service.draw_pair_code())?;
    Ok(Redirect::to(&path::screen(code)).into_response())
}

/// The screen of a code: its scene, or the code to be typed while it is not paired.
pub(crate) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(code): PathPiece<PairCode>,
) -> Result<Response, Failure> {
    let scene = visitor.or_page(app.service.get_scene(code).await)?;
    Ok(page::screen(&visitor, code, scene.as_ref(), app.public_url.as_deref()).into_response())
}

/// The scene of a code as a stream of whole scenes: one whenever it changes, and a beat between. While
/// nobody paired the code there is nothing to follow: its screen is told so and asks again.
pub(crate) async fn live(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    PathPiece(code): PathPiece<PairCode>,
) -> Result<Response, Failure> {
    let scene = visitor.or_page(app.service.get_scene(code).await)?;
    let Some(scene) = scene else {
        let whole = page::snapshot(code, None, app.public_url.as_deref());
        let once = event(&whole).retry(ASK_AGAIN);
        return Ok(answer(tokio_stream::once(Ok(once))));
    };
    let sitting = Some(scene.screen.sitting);
    let numbers = visitor.or_page(app.service.follow_screen(code).await)?;
    let turned = app.service.follow_screens();
    let followed = StreamTopic::Screen(code);
    let signals = ScreenSignals {
        turned: turned.clone(),
        numbers: numbers.clone(),
    };
    let turned = WatchStream::new(turned).map(|_| true);
    Ok(match numbers {
        Some(numbers) => {
            let stepped = WatchStream::from_changes(numbers).map(|_| true);
            let events = scenes(app.clone(), code, sitting, signals, turned.merge(stepped));
            answer(app.streams.keep(followed, &address, events))
        }
        None => {
            let events = scenes(app.clone(), code, sitting, signals, turned);
            answer(app.streams.keep(followed, &address, events))
        }
    })
}

/// One event for each signal. A screen that is paired with another sitting meanwhile ends its
/// stream, and its browser comes back for the right one.
fn scenes(
    app: App,
    code: PairCode,
    sitting: Option<SittingId>,
    signals: ScreenSignals,
    changes: impl Stream<Item = bool> + Send + 'static,
) -> impl Stream<Item = Result<Event, Infallible>> + Send + 'static {
    let beats = IntervalStream::new(tokio::time::interval(BEAT)).map(|_| false);
    let following = Arc::new((app.walls.of(code), signals));
    changes
        .merge(beats)
        .then(move |is_change| {
            let (app, following) = (app.clone(), Arc::clone(&following));
            async move {
                if !is_change {
                    return Some(Event::default().event("beat").data("on"));
                }
                let (wall, signals) = &*following;
                match wall.scene(signals, draw(&app, code)).await {
                    Ok(scene) => {
                        (scene.sitting == sitting).then(|| event(&scene.whole).retry(RETRY))
                    }
                    // The store is busy: the scene that stands stays until the next signal.
                    Err(_) => Some(Event::default().comment("later")),
                }
            }
        })
        .map_while(|event| event.map(Ok))
}

async fn draw(app: &App, code: PairCode) -> Result<SentScene, ServiceError> {
    let scene = app.service.get_scene(code).await?;
    let whole = page::snapshot(code, scene.as_ref(), app.public_url.as_deref());
    Ok(SentScene {
        sitting: scene.map(|scene| scene.screen.sitting),
        whole: whole.to_string().into(),
    })
}

/// A whole scene.
fn event(whole: &impl std::fmt::Display) -> Event {
    Event::default().event("scene").data(whole.to_string())
}

fn answer(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    // Proxies that hold answers back would hold the hall back.
    let unbuffered = (HeaderName::from_static("x-accel-buffering"), "no");
    let stream = Sse::new(events).keep_alive(KeepAlive::default());
    ([unbuffered], stream).into_response()
}
