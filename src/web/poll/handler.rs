//! The officers' acts on a poll. A refused act shows the run-sheet again with its reasons.

use std::convert::Infallible;

use axum::extract::{Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use maud::Markup;
use serde::Deserialize;
use tokio_stream::{StreamExt as _, wrappers::IntervalStream};

use super::{rules, script, sheet, slate};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::headers;
use crate::kit::{self, Frame};
use crate::path;
use crate::query;
use crate::visitor::{App, PathPiece, Staff};
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

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let found = found(&app, &staff, poll).await?;
    let typed = Fields::default();
    let page = page(&staff, &found, &typed, &[], None);
    Ok(headers::again_soon(page, is_being_cleaned(&found.view)))
}

/// Whether a box of the poll was opened or voided and is still being scrubbed.
fn is_being_cleaned(found: &PollView) -> bool {
    found.rounds.iter().any(|one| one.round.is_dirty)
}

/// A poll for its run-sheet, with what came of its rounds.
async fn found(app: &App, staff: &Staff, poll: PollId) -> Result<RunSheetData, Failure> {
    let visitor = &staff.visitor;
    let view = visitor.or_page(app.service.get_poll(&staff.actor, poll).await)?;
    let result = visitor.or_page(app.service.get_result(&staff.actor, poll).await)?;
    Ok(RunSheetData { view, result })
}

/// What a run-sheet tells.
struct RunSheetData {
    view: PollView,
    result: ResultView,
}

/// The chair's script of the whole day.
pub(crate) async fn show_script(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_poll(&staff.actor, poll).await)?;
    Ok(script::script(&Frame::office(&staff), &found).into_response())
}

fn page(
    staff: &Staff,
    found: &RunSheetData,
    typed: &Fields,
    problems: &[Problem],
    note: Option<&ActOutcome>,
) -> Markup {
    let frame = Frame::office(staff);
    let seen = sheet::RunSheetPage {
        words: frame.words,
        token: &staff.token,
        me: staff.actor.account,
        typed,
        problems,
        note,
    };
    sheet::sheet(&frame, &found.view, &found.result, &seen)
}

/// A named act on a round.
pub(crate) async fn act(
    act: RoundAct,
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let press = kit::pressed(&fields);
    let done = app.service.press(&staff.actor, round, act, press).await;
    let poll = staff
        .visitor
        .or_page(app.service.poll_of(&staff.actor, round).await)?;
    let done = with_scene(&app, &staff, poll, &fields, done).await;
    sheet_again(&app, &staff, poll, &fields, done).await
}

/// After an act that is done, the scene of the step that follows, where that was ticked.
async fn with_scene(
    app: &App,
    staff: &Staff,
    poll: PollId,
    fields: &Fields,
    done: Result<ActOutcome, ServiceError>,
) -> Result<ActOutcome, ServiceError> {
    if matches!(done, Ok(ActOutcome::Done)) && fields.get("scene") == "yes" {
        app.service.show_cue(&staff.actor, poll).await?;
    }
    done
}

/// Puts the scene of the step at hand on the hall's screens.
pub(crate) async fn show_cue(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let shown = app.service.show_cue(&staff.actor, poll).await;
    let done = shown.map(|()| ActOutcome::Done);
    sheet_again(&app, &staff, poll, &fields, done).await
}

pub(crate) async fn adopt(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.adopt_rules(&staff.actor, poll).await;
    let done = done.map(|()| ActOutcome::Done);
    let done = with_scene(&app, &staff, poll, &fields, done).await;
    sheet_again(&app, &staff, poll, &fields, done).await
}

pub(crate) async fn publish(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let press = kit::pressed(&fields);
    let done = app.service.publish(&staff.actor, poll, press).await;
    sheet_again(&app, &staff, poll, &fields, done).await
}

/// Back to the run-sheet. What was refused, or found done already, is shown on it.
async fn sheet_again(
    app: &App,
    staff: &Staff,
    poll: PollId,
    typed: &Fields,
    done: Result<ActOutcome, ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(ActOutcome::Asked | ActOutcome::Done) => {
            Ok(Redirect::to(&path::manage_poll(poll)).into_response())
        }
        Ok(note @ (ActOutcome::DoneBefore(_) | ActOutcome::AskedBefore(_))) => {
            let found = found(app, staff, poll).await?;
            let typed = Fields::default();
            Ok(page(staff, &found, &typed, &[], Some(&note)).into_response())
        }
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = found(app, staff, poll).await?;
            let page = page(staff, &found, typed, error.problems(), None);
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
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
    Query(query): Query<RulesQuery>,
) -> Result<Response, Failure> {
    let is_reset = query.reset == "yes";
    let page = rules_page(&app, &staff, poll, None, &[], is_reset).await?;
    Ok(page.into_response())
}

/// The page of the rules, with what was typed where that was not accepted.
async fn rules_page(
    app: &App,
    staff: &Staff,
    poll: PollId,
    typed: Option<&Fields>,
    problems: &[Problem],
    is_reset: bool,
) -> Result<Markup, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_poll(&staff.actor, poll).await)?;
    let standing = found.rounds.last().map(|round| &round.rules);
    let standing = standing.map(|rules| rules::typed(&found.poll.title, rules));
    let standing = standing.unwrap_or_default();
    let shown = rules::RulesPage {
        token: &staff.token,
        typed: typed.unwrap_or(&standing),
        problems,
        is_reset,
    };
    Ok(rules::rules(&Frame::office(staff), &found, &shown))
}

/// What the settings of a form that is not sent yet would say: for the page that asks while they are
/// chosen. Nothing is saved.
pub(crate) async fn read_rules(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
    query: query::Query,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_poll(&staff.actor, poll).await)?;
    let Some(before) = found.rounds.last().map(|round| &round.rules) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let words = Frame::office(&staff).words;
    Ok(match rules::read(&query.fields(), before) {
        Ok(new) => rules::tried(words, &found, &new).into_response(),
        Err(problems) => {
            let told = kit::problem_list(words, &problems);
            error::with_problems(&ServiceError::Invalid(problems), told)
        }
    })
}

pub(crate) async fn save_rules(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_poll(&staff.actor, poll).await)?;
    let Some(before) = found.rounds.last().map(|round| &round.rules) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let done = match rules::read(&fields, before) {
        Ok(new) => {
            app.service
                .set_rules(&staff.actor, poll, fields.get("title"), new)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    rules_again(&app, &staff, poll, done, path::rules(poll), Some(&fields)).await
}

/// Begins the rules of a draft anew from a template.
pub(crate) async fn choose_template(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match rules::read_template(&fields) {
        Ok(template) => app.service.set_template(&staff.actor, poll, template).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    rules_again(&app, &staff, poll, done, path::rules_reset(poll), None).await
}

pub(crate) async fn accept_warnings(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = app
        .service
        .accept_warnings(&staff.actor, poll, fields.get("reason"))
        .await;
    rules_again(&app, &staff, poll, done, path::rules(poll), None).await
}

/// On to a page of the rules; or the page again with what was refused and what was typed.
async fn rules_again(
    app: &App,
    staff: &Staff,
    poll: PollId,
    done: Result<(), ServiceError>,
    to: String,
    typed: Option<&Fields>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&to).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = rules_page(app, staff, poll, typed, error.problems(), false).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_slate(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    slate_page(&app, &staff, poll, None).await
}

async fn slate_page(
    app: &App,
    staff: &Staff,
    poll: PollId,
    refused: Option<ServiceError>,
) -> Result<Response, Failure> {
    let visitor = &staff.visitor;
    let found = visitor.or_page(app.service.get_poll(&staff.actor, poll).await)?;
    let (used, lists) = visitor.or_page(app.service.list_lists(&staff.actor, poll).await)?;
    let problems = refused.as_ref().map_or(&[][..], ServiceError::problems);
    let frame = Frame::office(staff);
    let page = slate::slate(&frame, &found, (used, &lists), &staff.token, problems);
    Ok(match &refused {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

pub(crate) async fn save_slate(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.get("list").parse::<ListId>() {
        Ok(list) => app.service.use_list(&staff.actor, poll, list).await,
        Err(_) => Err(ServiceError::invalid(
            Problem::error("list-missing").at("list"),
        )),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::slate(poll)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            slate_page(&app, &staff, poll, Some(error)).await
        }
    }
}

/// The live numbers as full snapshots: due, present, issued, returned, and nothing else.
pub(crate) async fn live(
    State(app): State<App>,
    staff: Staff,
    PathPiece(round): PathPiece<RoundId>,
) -> Result<Response, Failure> {
    staff
        .visitor
        .or_page(app.service.live(&staff.actor, round).await)?;
    let step = STEP.unsigned_abs();
    let ticks = IntervalStream::new(tokio::time::interval(step)).take(STEPS);
    let actor = staff.actor;
    let snapshots = ticks.then(move |_| {
        let (service, actor) = (app.service.clone(), actor.clone());
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
