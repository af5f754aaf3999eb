//! The operator's page: pair screens, see what the hall sees, put up the next scene.

use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

use super::stage;
use crate::assets::{self, Asset};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::PathPiece;
use domain::hall::scene::Scene;
use domain::hall::screen::{OperatorKey, Screen, ScreenContent};
use domain::id::{RoundId, ScreenId, SittingId};
use domain::problem::Problem;
use service::ServiceError;
use service::hall::scenes::SceneView;
use service::hall::screens::{HallView, RoundScenes};
use text::Words;
use text::say;

pub(crate) async fn show(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let page = page(&desk, sitting, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

/// Pairs the screen whose code was typed.
pub(crate) async fn pair(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let (code, name) = (desk.get("code"), desk.get("name"));
    let done = desk
        .service
        .pair_screen(&desk.actor, sitting, code, name)
        .await;
    show_refused(&desk, sitting, done.map(drop), &desk.fields).await
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
pub(crate) async fn act(PathPiece(screen): PathPiece<ScreenId>, desk: StaffDesk) -> Answer {
    let service = &desk.service;
    let sitting = service.sitting_of_screen(&desk.actor, screen).await;
    let sitting = desk.or_page(sitting)?;
    let done = match asked(&desk.fields) {
        Some(ScreenCommand::Show(shown)) => service.show_scene(&desk.actor, screen, shown).await,
        Some(ScreenCommand::Press(key)) => service.press_key(&desk.actor, screen, key).await,
        Some(ScreenCommand::Remove) => service.remove_screen(&desk.actor, screen).await,
        None => Err(ServiceError::invalid(Problem::error("scene-unknown"))),
    };
    show_refused(&desk, sitting, done.map(drop), &desk.fields).await
}

async fn show_refused(
    desk: &StaffDesk,
    sitting: SittingId,
    done: Result<(), ServiceError>,
    typed: &Fields,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::screens(sitting)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = page(desk, sitting, typed, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(
    desk: &StaffDesk,
    sitting: SittingId,
    typed: &Fields,
    problems: &[Problem],
) -> Result<Markup, Failure> {
    let found = desk.service.get_hall(&desk.actor, sitting).await;
    let view = desk.or_page(found)?;
    let frame = desk.frame();
    let base = desk.app.public_url.as_deref();
    Ok(draw(&frame.typing(typed).against(problems), &view, base))
}

fn draw(frame: &Frame<'_>, view: &HallView, base: Option<&str>) -> Markup {
    let words = frame.words;
    let title = say!(words, "screens");
    let content = html! {
        link rel="stylesheet" href=(assets::path(Asset::ScreenStyle));
        script defer src=(assets::path(Asset::OperatorScript)) {}
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) " · " (say!(words, "sitting-number", number = view.sitting.number)) }
        @for scene in &view.screens { (screen(frame, view, scene, base)) }
        (pairing(frame, view))
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// One screen: what the hall sees, its keys, and the scenes that may follow.
fn screen(frame: &Frame<'_>, view: &HallView, scene: &SceneView, base: Option<&str>) -> Markup {
    let words = frame.words;
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
                    (keys(frame, scene))
                }
                form method="post" action=(path::screen_act(screen.id)) {
                    (kit::token_field(frame.token))
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
fn keys(frame: &Frame<'_>, scene: &SceneView) -> Markup {
    let words = frame.words;
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
            (kit::token_field(frame.token))
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
fn pairing(frame: &Frame<'_>, view: &HallView) -> Markup {
    let words = frame.words;
    let form = frame.form();
    html! {
        section.card {
            h2 { (say!(words, "screens-pair")) }
            p { (say!(words, "screens-pair-how")) " " b dir="ltr" { (path::NEW_SCREEN) } }
            form.inline method="post" action=(path::screens(view.sitting.id)) autocomplete="off" {
                (kit::token_field(frame.token))
                (form.line("code", say!(words, "screens-code")).most(9).size(8).digits().ltr())
                (form.line("name", say!(words, "screens-name")).most(20).size(16))
                button.button { (say!(words, "screens-pair-button")) }
            }
        }
    }
}
