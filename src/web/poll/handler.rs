//! The officers' acts on a poll. A refused act shows the run-sheet again with its reasons.

use std::convert::Infallible;

use axum::extract::Query;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect};
use jiff::SignedDuration;
use maud::Markup;
use serde::Deserialize;
use tokio_stream::{StreamExt as _, wrappers::IntervalStream};

use super::{rules, script, sheet, slate};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::headers;
use crate::kit;
use crate::path;
use crate::query;
use crate::visitor::PathPiece;
use domain::id::{ListId, PollId, RoundId};
use domain::problem::Problem;
use domain::round::RoundAct;
use service::ServiceError;
use service::act_of_two::press::ActOutcome;
use service::poll::overview::ResultView;
use service::poll::polling::PollView;

/// Numbers move in steps of so long, so that nobody sees one paper fall.
const STEP: SignedDuration = SignedDuration::from_secs(3);
/// A stream ends after so many steps and is opened anew by the browser: none outlives a stop.
const STEPS: usize = 40;

pub(crate) async fn show(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let found = found(&desk, poll).await?;
    let typed = Fields::default();
    let page = page(&desk, &found, &typed, &[], None);
    Ok(headers::again_soon(page, is_being_cleaned(&found.view)))
}

/// Whether a box of the poll was opened or voided and is still being scrubbed.
fn is_being_cleaned(found: &PollView) -> bool {
    found.rounds.iter().any(|one| one.round.is_dirty)
}

/// A poll for its run-sheet, with what came of its rounds.
async fn found(desk: &StaffDesk, poll: PollId) -> Result<RunSheetData, Failure> {
    let visitor = &desk.visitor;
    let view = visitor.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    let result = visitor.or_page(desk.service.get_result(&desk.actor, poll).await)?;
    Ok(RunSheetData { view, result })
}

/// What a run-sheet tells.
struct RunSheetData {
    view: PollView,
    result: ResultView,
}

/// The chair's script of the whole day.
pub(crate) async fn show_script(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    Ok(script::script(&desk.frame(), &found).into_response())
}

fn page(
    desk: &StaffDesk,
    found: &RunSheetData,
    typed: &Fields,
    problems: &[Problem],
    note: Option<&ActOutcome>,
) -> Markup {
    let frame = desk.frame();
    let seen = sheet::RunSheetPage {
        words: frame.words,
        token: &desk.token,
        me: desk.actor.account,
        typed,
        problems,
        note,
    };
    sheet::sheet(&frame, &found.view, &found.result, &seen)
}

/// A named act on a round.
pub(crate) async fn act(
    act: RoundAct,
    PathPiece(round): PathPiece<RoundId>,
    desk: StaffDesk,
) -> Answer {
    let press = kit::pressed(&desk.fields);
    let done = desk.service.press(&desk.actor, round, act, press).await;
    let poll = desk.or_page(desk.service.poll_of(&desk.actor, round).await)?;
    let done = with_scene(&desk, poll, &desk.fields, done).await;
    sheet_again(&desk, poll, &desk.fields, done).await
}

/// After an act that is done, the scene of the step that follows, where that was ticked.
async fn with_scene(
    desk: &StaffDesk,
    poll: PollId,
    fields: &Fields,
    done: Result<ActOutcome, ServiceError>,
) -> Result<ActOutcome, ServiceError> {
    if matches!(done, Ok(ActOutcome::Done)) && fields.get("scene") == "yes" {
        desk.service.show_cue(&desk.actor, poll).await?;
    }
    done
}

/// Puts the scene of the step at hand on the hall's screens.
pub(crate) async fn show_cue(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let shown = desk.service.show_cue(&desk.actor, poll).await;
    let done = shown.map(|()| ActOutcome::Done);
    sheet_again(&desk, poll, &desk.fields, done).await
}

pub(crate) async fn adopt(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let done = desk.service.adopt_rules(&desk.actor, poll).await;
    let done = done.map(|()| ActOutcome::Done);
    let done = with_scene(&desk, poll, &desk.fields, done).await;
    sheet_again(&desk, poll, &desk.fields, done).await
}

pub(crate) async fn publish(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let press = kit::pressed(&desk.fields);
    let done = desk.service.publish(&desk.actor, poll, press).await;
    sheet_again(&desk, poll, &desk.fields, done).await
}

/// Back to the run-sheet. What was refused, or found done already, is shown on it.
async fn sheet_again(
    desk: &StaffDesk,
    poll: PollId,
    typed: &Fields,
    done: Result<ActOutcome, ServiceError>,
) -> Answer {
    match done {
        Ok(ActOutcome::Asked | ActOutcome::Done) => {
            Ok(Redirect::to(&path::manage_poll(poll)).into_response())
        }
        Ok(note @ (ActOutcome::DoneBefore(_) | ActOutcome::AskedBefore(_))) => {
            let found = found(desk, poll).await?;
            let typed = Fields::default();
            Ok(page(desk, &found, &typed, &[], Some(&note)).into_response())
        }
        Err(error) => {
            let error = desk.refused(error)?;
            let found = found(desk, poll).await?;
            let page = page(desk, &found, typed, error.problems(), None);
            Ok(error::with_problems(&error, page))
        }
    }
}

/// What the address of the rules may say besides.
#[derive(Deserialize)]
pub(crate) struct RulesQuery {
    #[serde(default)]
    reset: String,
}

pub(crate) async fn show_rules(
    PathPiece(poll): PathPiece<PollId>,
    Query(query): Query<RulesQuery>,
    desk: StaffDesk,
) -> Answer {
    let is_reset = query.reset == "yes";
    let page = rules_page(&desk, poll, None, &[], is_reset).await?;
    Ok(page.into_response())
}

/// The page of the rules, with what was typed where that was not accepted.
async fn rules_page(
    desk: &StaffDesk,
    poll: PollId,
    typed: Option<&Fields>,
    problems: &[Problem],
    is_reset: bool,
) -> Result<Markup, Failure> {
    let found = desk.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    let standing = found.rounds.last().map(|round| &round.rules);
    let standing = standing.map(|rules| rules::typed(&found.poll.title, rules));
    let standing = standing.unwrap_or_default();
    let shown = rules::RulesPage {
        token: &desk.token,
        typed: typed.unwrap_or(&standing),
        problems,
        is_reset,
    };
    Ok(rules::rules(&desk.frame(), &found, &shown))
}

/// What the settings of a form that is not sent yet would say: for the page that asks while they are
/// chosen. Nothing is saved.
pub(crate) async fn read_rules(
    PathPiece(poll): PathPiece<PollId>,
    query: query::Query,
    desk: StaffDesk,
) -> Answer {
    let found = desk.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    let Some(before) = found.rounds.last().map(|round| &round.rules) else {
        return Err(desk.no_such_page());
    };
    let words = desk.frame().words;
    Ok(match rules::read(&query.fields(), before) {
        Ok(new) => rules::tried(words, &found, &new).into_response(),
        Err(problems) => {
            let told = kit::problem_list(words, &problems);
            error::with_problems(&ServiceError::Invalid(problems), told)
        }
    })
}

pub(crate) async fn save_rules(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    let Some(before) = found.rounds.last().map(|round| &round.rules) else {
        return Err(desk.no_such_page());
    };
    let done = match rules::read(&desk.fields, before) {
        Ok(new) => {
            desk.service
                .set_rules(&desk.actor, poll, desk.get("title"), new)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    rules_again(&desk, poll, done, path::rules(poll), Some(&desk.fields)).await
}

/// Begins the rules of a draft anew from a template.
pub(crate) async fn choose_template(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let done = match rules::read_template(&desk.fields) {
        Ok(template) => desk.service.set_template(&desk.actor, poll, template).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    rules_again(&desk, poll, done, path::rules_reset(poll), None).await
}

pub(crate) async fn accept_warnings(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let done = desk
        .service
        .accept_warnings(&desk.actor, poll, desk.get("reason"))
        .await;
    rules_again(&desk, poll, done, path::rules(poll), None).await
}

/// On to a page of the rules; or the page again with what was refused and what was typed.
async fn rules_again(
    desk: &StaffDesk,
    poll: PollId,
    done: Result<(), ServiceError>,
    to: String,
    typed: Option<&Fields>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&to).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = rules_page(desk, poll, typed, error.problems(), false).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_slate(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    slate_page(&desk, poll, None).await
}

async fn slate_page(desk: &StaffDesk, poll: PollId, refused: Option<ServiceError>) -> Answer {
    let visitor = &desk.visitor;
    let found = visitor.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    let (used, lists) = visitor.or_page(desk.service.list_lists(&desk.actor, poll).await)?;
    let problems = refused.as_ref().map_or(&[][..], ServiceError::problems);
    let frame = desk.frame();
    let page = slate::slate(&frame.against(problems), &found, (used, &lists));
    Ok(match &refused {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

pub(crate) async fn save_slate(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let done = match desk.get("list").parse::<ListId>() {
        Ok(list) => desk.service.use_list(&desk.actor, poll, list).await,
        Err(_) => Err(ServiceError::invalid(
            Problem::error("list-missing").at("list"),
        )),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::slate(poll)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            slate_page(&desk, poll, Some(error)).await
        }
    }
}

/// The live numbers as full snapshots: due, present, issued, returned, and nothing else.
pub(crate) async fn live(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    desk.or_page(desk.service.live(&desk.actor, round).await)?;
    let step = STEP.unsigned_abs();
    let ticks = IntervalStream::new(tokio::time::interval(step)).take(STEPS);
    let actor = desk.actor.clone();
    let snapshots = ticks.then(move |_| {
        let (service, actor) = (desk.service.clone(), actor.clone());
        async move {
            let event = match service.live(&actor, round).await {
                Ok(now) => Event::default().data(format!(
                    "{{\"due\":{},\"present\":{},{},\"left\":{},\"stage\":\"{}\"}}",
                    now.due,
                    now.present,
                    kit::turnout_json(&now.turnout),
                    now.turnout.slips_left(),
                    now.stage.word()
                )),
                Err(_) => Event::default().comment("later"),
            };
            Ok::<_, Infallible>(event)
        }
    });
    Ok(Sse::new(snapshots)
        .keep_alive(KeepAlive::default())
        .into_response())
}
