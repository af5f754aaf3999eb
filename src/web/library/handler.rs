//! The library's requests.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{clash, content, history, index, origins, sheet_form, translations};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::query::Query;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::id::{CongressId, ProjectId};
use domain::library::kind::Category;
use domain::library::sheet::Sheet;
use domain::library::stage::{ProjectAct, ProjectStage};
use domain::library::translation::TranslationLanguage;
use domain::problem::Problem;
use service::ServiceError;
use service::library::editing::SaveOutcome;
use service::library::reading::{ProjectFilter, ProjectView};
use service::library::typed::TypedSheet;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    query: Query,
) -> Result<Response, Failure> {
    library(&app, &staff, congress, year, &query, None).await
}

async fn library(
    app: &App,
    staff: &Staff,
    congress: CongressId,
    year: i16,
    query: &Query,
    refused: Option<ServiceError>,
) -> Result<Response, Failure> {
    let narrowed = (
        query.get("q").to_owned(),
        ProjectFilter {
            words: BTreeSet::new(),
            stage: ProjectStage::from_word(query.get("stage")),
            category: Category::from_word(query.get("category")),
            unit: query.get("unit").to_owned(),
        },
    );
    let number = query.get("page").parse().unwrap_or(1_u32).max(1);
    let service = &app.service;
    let page = service.get_library(&staff.actor, congress, year, narrowed, number);
    let page = staff.visitor.or_page(page.await)?;
    let problems = refused.as_ref().map_or(&[][..], ServiceError::problems);
    let frame = Frame::office(staff);
    let page = index::library(&frame, &page, query, number, &staff.token, problems);
    Ok(match &refused {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

/// Begins a candidate list; what is refused stands above the library.
pub(crate) async fn create_list(
    State(app): State<App>,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.number("places") {
        Ok(places) => {
            app.service
                .create_list(&staff.actor, congress, year, places)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(list) => Ok(Redirect::to(&path::candidate_list(list)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            library(&app, &staff, congress, year, &Query::default(), Some(error)).await
        }
    }
}

pub(crate) async fn show_new(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
) -> Result<Response, Failure> {
    let typed = TypedSheet::of(&Sheet::default()).unpriced();
    let page = new_page(&app, &staff, congress, year, &typed, &[]).await?;
    Ok(page.into_response())
}

async fn new_page(
    app: &App,
    staff: &Staff,
    congress: CongressId,
    year: i16,
    typed: &TypedSheet,
    problems: &[Problem],
) -> Result<maud::Markup, Failure> {
    let own = app.service.get_own_congress(&staff.actor, congress).await;
    let congress = staff.visitor.or_page(own)?;
    let frame = Frame::office(staff);
    Ok(sheet_form::new_project(
        &frame,
        (&congress, year),
        &staff.token,
        typed,
        problems,
    ))
}

fn typed(fields: &Fields) -> TypedSheet {
    let inputs = fields
        .iter()
        .filter(|(name, _)| !matches!(*name, "token" | "version"));
    TypedSheet::new(
        inputs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
    )
}

pub(crate) async fn create(
    State(app): State<App>,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let typed = typed(&fields);
    let service = &app.service;
    match service
        .create_project(&staff.actor, congress, year, typed.clone())
        .await
    {
        Ok(project) => Ok(Redirect::to(&path::manage_project(project)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = new_page(&app, &staff, congress, year, &typed, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn view_of(app: &App, staff: &Staff, id: ProjectId) -> Result<ProjectView, Failure> {
    staff
        .visitor
        .or_page(app.service.get_project(&staff.actor, id).await)
}

pub(crate) async fn show_project(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let view = view_of(&app, &staff, id).await?;
    let frame = Frame::office(&staff);
    Ok(content::content(&frame, &view, &staff.token, &[]).into_response())
}

pub(crate) async fn show_funds(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let view = view_of(&app, &staff, id).await?;
    Ok(content::funds(&Frame::office(&staff), &view, &staff.token).into_response())
}

pub(crate) async fn show_history(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let view = view_of(&app, &staff, id).await?;
    Ok(history::history(&Frame::office(&staff), &view, &staff.token).into_response())
}

pub(crate) async fn show_origins(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let view = view_of(&app, &staff, id).await?;
    Ok(origins::origins(&Frame::office(&staff), &view, &staff.token).into_response())
}

pub(crate) async fn show_edit(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let view = view_of(&app, &staff, id).await?;
    if !view.project.stage.is_open_to_change() {
        return Ok(Redirect::to(&path::manage_project(id)).into_response());
    }
    let typed = TypedSheet::of(&view.project.sheet);
    let kept = (&typed, view.project.version);
    let frame = Frame::office(&staff);
    let none = maud::html! {};
    Ok(sheet_form::edit_project(&frame, &view, &staff.token, kept, &[], &none).into_response())
}

pub(crate) async fn save(
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let typed = typed(&fields);
    let version = fields.number("version").unwrap_or(0);
    let done = app
        .service
        .save_project(&staff.actor, id, version, typed.clone())
        .await;
    let frame = Frame::office(&staff);
    match done {
        Ok(SaveOutcome::Done) => Ok(Redirect::to(&path::manage_project(id)).into_response()),
        Ok(SaveOutcome::Collided(found)) => {
            let view = view_of(&app, &staff, id).await?;
            let kept = (&found.typed, found.project.version);
            let above = clash::collisions(frame.words, &found);
            let page = sheet_form::edit_project(&frame, &view, &staff.token, kept, &[], &above);
            Ok(error::conflict(page))
        }
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let view = view_of(&app, &staff, id).await?;
            let (kept, none) = ((&typed, version), maud::html! {});
            let problems = error.problems();
            let page = sheet_form::edit_project(&frame, &view, &staff.token, kept, problems, &none);
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Back to the project; what was refused stands above it.
async fn project_again(
    app: &App,
    staff: &Staff,
    id: ProjectId,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::manage_project(id)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let view = view_of(app, staff, id).await?;
            let frame = Frame::office(staff);
            let page = content::content(&frame, &view, &staff.token, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn merge(
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (into, reason) = (fields.get("into"), fields.get("reason"));
    let done = app
        .service
        .merge_project(&staff.actor, id, into, reason)
        .await;
    project_again(&app, &staff, id, done).await
}

/// Begins a project's appraisal.
pub(crate) async fn start_appraisal(
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    match app.service.start_appraisal(&staff.actor, id).await {
        Ok(()) => Ok(Redirect::to(&path::appraisal(id)).into_response()),
        Err(error) => project_again(&app, &staff, id, Err(error)).await,
    }
}

/// Puts what was not chosen into the next year's library.
pub(crate) async fn put_back(
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    match app.service.return_project(&staff.actor, id).await {
        Ok(new) => Ok(Redirect::to(&path::manage_project(new)).into_response()),
        Err(error) => project_again(&app, &staff, id, Err(error)).await,
    }
}

/// Takes a candidate, or a refused project, back into the library.
pub(crate) async fn move_back(
    act: ProjectAct,
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.move_back(&staff.actor, id, act).await;
    project_again(&app, &staff, id, done).await
}

pub(crate) async fn show_translations(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let view = view_of(&app, &staff, id).await?;
    let frame = Frame::office(&staff);
    Ok(translations::translations(&frame, &view, &staff.token, None, &[]).into_response())
}

pub(crate) async fn save_translation(
    State(app): State<App>,
    TwoPathPieces(id, language): TwoPathPieces<ProjectId, String>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let Some(language) = TranslationLanguage::from_word(&language) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let typed = ["name", "summary", "content"].map(|field| fields.get(field));
    let done = app
        .service
        .save_translation(&staff.actor, id, language, typed.into())
        .await;
    translations_again(&app, &staff, id, Some((language, &fields)), done).await
}

pub(crate) async fn check_translation(
    State(app): State<App>,
    TwoPathPieces(id, language): TwoPathPieces<ProjectId, String>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let Some(language) = TranslationLanguage::from_word(&language) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let done = app
        .service
        .check_translation(&staff.actor, id, language)
        .await;
    translations_again(&app, &staff, id, None, done).await
}

async fn translations_again(
    app: &App,
    staff: &Staff,
    id: ProjectId,
    typed: Option<(TranslationLanguage, &Fields)>,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::translations(id)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let view = view_of(app, staff, id).await?;
            let frame = Frame::office(staff);
            let problems = error.problems();
            let page = translations::translations(&frame, &view, &staff.token, typed, problems);
            Ok(error::with_problems(&error, page))
        }
    }
}
