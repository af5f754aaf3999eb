//! The operator's page: pair screens, see what the hall sees, put up the next scene.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::stage;
use crate::assets::{self, Asset};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::hall::scene::Scene;
use domain::hall::screen::{OperatorKey, Screen, ScreenContent};
use domain::id::{RoundId, ScreenId, SittingId};
use domain::problem::Problem;
use service::ServiceError;
use service::hall::scenes::SceneView;
use service::hall::screens::{HallView, RoundScenes};
use text::Words;
use text::say;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(sitting): PathPiece<SittingId>,
) -> Result<Response, Failure> {
    let page = page(&app, &staff, sitting, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

/// Pairs the screen whose code was typed.
pub(crate) async fn pair(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (code, name) = (fields.get("code"), fields.get("name"));
    let done = app
        .service
        .pair_screen(&staff.actor, sitting, code, name)
        .await;
    show_refused(&app, &staff, sitting, done.map(drop), &fields).await
}

/// What a button of a screen asks for.
enum ScreenCommand {
    Show(ScreenContent),
    Press(OperatorKey),
    Remove,
}

fn asked(fields: &Fields) -> Option<ScreenCommand> {
    let pressed = fields.get("press");
    if pressed == "remove" {
        return Some(ScreenCommand::Remove);
    }
    if let Some(key) = OperatorKey::from_word(pressed) {
        return Some(ScreenCommand::Press(key));
    }
    // A scene is `scene`, or `scene:round`, or `scene:round:line`.
    let mut pieces = fields.get("scene").split(':');
    let scene = Scene::from_word(pieces.next()?)?;
    let round: Option<RoundId> = pieces.next().and_then(|round| round.parse().ok());
    let line = pieces.next().and_then(|line| line.parse().ok());
    let shown = ScreenContent::new(scene, round.filter(|_| scene.is_of_round()), line);
    let is_covered = fields.get("covered") == "yes";
    Some(ScreenCommand::Show(if is_covered {
        shown.covered()
    } else {
        shown
    }))
}

/// A scene, a key, or taking the screen away.
pub(crate) async fn act(
    State(app): State<App>,
    PathPiece(screen): PathPiece<ScreenId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let service = &app.service;
    let sitting = service.sitting_of_screen(&staff.actor, screen).await;
    let sitting = staff.visitor.or_page(sitting)?;
    let done = match asked(&fields) {
        Some(ScreenCommand::Show(shown)) => service.show_scene(&staff.actor, screen, shown).await,
        Some(ScreenCommand::Press(key)) => service.press_key(&staff.actor, screen, key).await,
        Some(ScreenCommand::Remove) => service.remove_screen(&staff.actor, screen).await,
        None => Err(ServiceError::invalid(Problem::error("scene-unknown"))),
    };
    show_refused(&app, &staff, sitting, done.map(drop), &fields).await
}

async fn show_refused(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    done: Result<(), ServiceError>,
    typed: &Fields,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::screens(sitting)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = page(app, staff, sitting, typed, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    typed: &Fields,
    problems: &[Problem],
) -> Result<Markup, Failure> {
    let found = app.service.get_hall(&staff.actor, sitting).await;
    let view = staff.visitor.or_page(found)?;
    let frame = Frame::office(staff);
    let base = app.public_url.as_deref();
    Ok(draw(&frame, &view, &staff.token, typed, problems, base))
}

fn draw(
    frame: &Frame<'_>,
    view: &HallView,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
    base: Option<&str>,
) -> Markup {
    let words = frame.words;
    let title = say!(words, "screens");
    let content = html! {
        link rel="stylesheet" href=(assets::path(Asset::ScreenStyle));
        script defer src=(assets::path(Asset::OperatorScript)) {}
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, problems))
        h1 { (title) " · " (say!(words, "sitting-number", number = view.sitting.number)) }
        @for scene in &view.screens { (screen(words, view, scene, token, base)) }
        (pairing(words, view, token, typed, problems))
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, problems),
        &content,
    )
}

/// One screen: what the hall sees, its keys, and the scenes that may follow.
fn screen(
    words: Words,
    view: &HallView,
    scene: &SceneView,
    token: &str,
    base: Option<&str>,
) -> Markup {
    let form = kit::PageForm::blank(words, &[]);
    let screen = &scene.screen;
    html! {
        section.card.screen id={ "screen-" (screen.id) } {
            h2 { bdi { (screen.name) } " " span.quiet.num { (screen.code.spaced()) } }
            div.operator {
                div {
                    p.hint { (say!(words, "screens-now")) }
                    div.preview data-live=(path::screen_live(screen.code)) {
                        (stage::stage(scene, base))
                    }
                    (keys(words, scene, token))
                }
                form method="post" action=(path::screen_act(screen.id)) {
                    (kit::token_field(token))
                    @if screen.shown.scene.has_lines() || view.rounds.iter().any(is_certified) {
                        (form.tick("covered", "yes", say!(words, "screens-covered")))
                    }
                    (group(words, screen, &say!(words, "screens-sitting").text, &view.scenes, None))
                    @for round in view.rounds.iter().rev() {
                        (group(words, screen, &title(words, round), &round.scenes, Some(round)))
                    }
                }
            }
        }
    }
}

fn is_certified(round: &RoundScenes) -> bool {
    round.round.stage == domain::round::RoundStage::Certified
}

fn title(words: Words, round: &RoundScenes) -> String {
    let number = say!(words, "round-number", number = round.round.number);
    format!("{} · {number}", round.poll.title)
}

/// The keys of a screen: pages or lines, size.
fn keys(words: Words, scene: &SceneView, token: &str) -> Markup {
    let screen = &scene.screen;
    let (page, of) = scene.page;
    let is_covered = screen.shown.uncovered.is_some();
    let fits = |key: &OperatorKey| match key {
        OperatorKey::Next | OperatorKey::Back => of > 1 || is_covered,
        OperatorKey::Cover => screen.shown.scene.has_lines() && !is_covered,
        OperatorKey::Uncover => is_covered,
        OperatorKey::Larger | OperatorKey::Smaller => true,
    };
    html! {
        form.acts.keys method="post" action=(path::screen_act(screen.id)) {
            (kit::token_field(token))
            @for key in OperatorKey::ALL.iter().filter(|key| fits(key)) {
                button.button.plain.small name="press" value=(key.word()) data-key=(key.word()) {
                    (words.say_named("screens-key", key.word(), &[]))
                }
            }
            @if of > 1 { span.quiet { (say!(words, "screen-page", page = page, of = of)) } }
            button.link name="press" value="remove" { (say!(words, "screens-remove")) }
        }
    }
}

/// Scenes under one heading: those that may be shown as buttons, the others with their reasons.
fn group(
    words: Words,
    screen: &Screen,
    title: &str,
    scenes: &[(Scene, Option<Problem>)],
    round: Option<&RoundScenes>,
) -> Markup {
    let id = round.map(|round| round.round.id);
    let value = |scene: Scene, line: Option<u16>| {
        let round = id.map_or_else(String::new, |id| format!(":{id}"));
        let line = line.map_or_else(String::new, |line| format!(":{line}"));
        format!("{}{round}{line}", scene.word())
    };
    let is_now =
        |scene: Scene| screen.shown.scene == scene && (id.is_none() || screen.shown.round == id);
    let colour = round.map(|round| round.poll.colour.word());
    html! {
        fieldset class={ "scenes tint " (colour.unwrap_or_default()) } {
            legend {
                @if let Some(colour) = colour { span class={ "colour " (colour) } { (words.say_named("colour", colour, &[])) } " " }
                bdi { (title) }
            }
            div.acts {
                @for (scene, _) in scenes.iter().filter(|(_, refusal)| refusal.is_none()) {
                    @if *scene != Scene::Candidate {
                        button.button.plain.small name="scene" value=(value(*scene, None))
                            aria-current=[is_now(*scene).then_some("true")] {
                            (words.say_named("screen-scene", scene.word(), &[]))
                        }
                    }
                }
            }
            @if scenes.iter().any(|(scene, refusal)| *scene == Scene::Candidate && refusal.is_none()) {
                details {
                    summary { (say!(words, "screens-one")) }
                    div.acts {
                        @for line in round.iter().flat_map(|round| &round.lines) {
                            button.button.plain.small name="scene" value=(value(Scene::Candidate, Some(line.line_no))) {
                                (line.line_no) " " bdi lang="zh-Hans" { (line.name) }
                            }
                        }
                    }
                }
            }
            @if scenes.iter().any(|(_, refusal)| refusal.is_some()) {
                details {
                    summary { (say!(words, "screens-later")) }
                    ul {
                        @for (scene, refusal) in scenes {
                            @if let Some(problem) = refusal {
                                li { b { (words.say_named("screen-scene", scene.word(), &[])) } " " (kit::told(words, problem)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Pairing another screen.
fn pairing(
    words: Words,
    view: &HallView,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let form = kit::PageForm::new(words, typed, problems);
    html! {
        section.card {
            h2 { (say!(words, "screens-pair")) }
            p { (say!(words, "screens-pair-how")) " " b dir="ltr" { (path::NEW_SCREEN) } }
            form.inline method="post" action=(path::screens(view.sitting.id)) autocomplete="off" {
                (kit::token_field(token))
                (form.line("code", say!(words, "screens-code")).most(9).size(8).digits().ltr())
                (form.line("name", say!(words, "screens-name")).most(20).size(16))
                button.button { (say!(words, "screens-pair-button")) }
            }
        }
    }
}
