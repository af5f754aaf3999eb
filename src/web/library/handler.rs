//! The library's requests.

use std::collections::BTreeSet;

use axum::response::{IntoResponse, Redirect};

use super::{clash, content, history, index, origins, sheet_form, translations};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::path;
use crate::query::Query;
use crate::visitor::{PathPiece, TwoPathPieces};
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
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    query: Query,
    desk: StaffDesk,
) -> Answer {
    library(&desk, congress, year, &query, None).await
}

async fn library(
    desk: &StaffDesk,
    congress: CongressId,
    year: i16,
    query: &Query,
    refused: Option<ServiceError>,
) -> Answer {
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
    let service = &desk.service;
    let page = service.get_library(&desk.actor, congress, year, narrowed, number);
    let page = desk.or_page(page.await)?;
    let problems = refused.as_ref().map_or(&[][..], ServiceError::problems);
    let frame = desk.frame();
    let page = index::library(&frame.against(problems), &page, query, number);
    Ok(match &refused {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

/// Begins a candidate list; what is refused stands above the library.
pub(crate) async fn create_list(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let done = match desk.fields.number("places") {
        Ok(places) => {
            desk.service
                .create_list(&desk.actor, congress, year, places)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(list) => Ok(Redirect::to(&path::candidate_list(list)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            library(&desk, congress, year, &Query::default(), Some(error)).await
        }
    }
}

pub(crate) async fn show_new(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let typed = TypedSheet::of(&Sheet::default()).unpriced();
    let page = new_page(&desk, congress, year, &typed, &[]).await?;
    Ok(page.into_response())
}

async fn new_page(
    desk: &StaffDesk,
    congress: CongressId,
    year: i16,
    typed: &TypedSheet,
    problems: &[Problem],
) -> Result<maud::Markup, Failure> {
    let own = desk.service.get_own_congress(&desk.actor, congress).await;
    let congress = desk.or_page(own)?;
    let frame = desk.frame();
    Ok(sheet_form::new_project(
        &frame.against(problems),
        (&congress, year),
        typed,
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
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let typed = typed(&desk.fields);
    let service = &desk.service;
    match service
        .create_project(&desk.actor, congress, year, typed.clone())
        .await
    {
        Ok(project) => Ok(Redirect::to(&path::manage_project(project)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = new_page(&desk, congress, year, &typed, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn view_of(desk: &StaffDesk, id: ProjectId) -> Result<ProjectView, Failure> {
    desk.or_page(desk.service.get_project(&desk.actor, id).await)
}

pub(crate) async fn show_project(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let view = view_of(&desk, id).await?;
    let frame = desk.frame();
    Ok(content::content(&frame, &view).into_response())
}

pub(crate) async fn show_funds(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let view = view_of(&desk, id).await?;
    Ok(content::funds(&desk.frame(), &view).into_response())
}

pub(crate) async fn show_history(
    PathPiece(id): PathPiece<ProjectId>,
    query: Query,
    desk: StaffDesk,
) -> Answer {
    let view = view_of(&desk, id).await?;
    let before = query.get("before").parse().ok();
    let page = desk.service.get_history(&desk.actor, id, before).await;
    let page = desk.or_page(page)?;
    Ok(history::history(&desk.frame(), &view, &page).into_response())
}

pub(crate) async fn show_origins(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let view = view_of(&desk, id).await?;
    Ok(origins::origins(&desk.frame(), &view).into_response())
}

pub(crate) async fn show_edit(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let view = view_of(&desk, id).await?;
    if !view.project.stage.is_open_to_change() {
        return Ok(Redirect::to(&path::manage_project(id)).into_response());
    }
    let typed = TypedSheet::of(&view.project.sheet);
    let kept = (&typed, view.project.version);
    let frame = desk.frame();
    let none = maud::html! {};
    Ok(sheet_form::edit_project(&frame, &view, kept, &none).into_response())
}

pub(crate) async fn save(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let typed = typed(&desk.fields);
    let version = desk.fields.number("version").unwrap_or(0);
    let done = desk
        .service
        .save_project(&desk.actor, id, version, typed.clone())
        .await;
    let frame = desk.frame();
    match done {
        Ok(SaveOutcome::Done) => Ok(Redirect::to(&path::manage_project(id)).into_response()),
        Ok(SaveOutcome::Collided(found)) => {
            let view = view_of(&desk, id).await?;
            let kept = (&found.typed, found.project.version);
            let above = clash::collisions(frame.words, &found);
            let page = sheet_form::edit_project(&frame, &view, kept, &above);
            Ok(error::conflict(page))
        }
        Err(error) => {
            let error = desk.refused(error)?;
            let view = view_of(&desk, id).await?;
            let (kept, none) = ((&typed, version), maud::html! {});
            let problems = error.problems();
            let page = sheet_form::edit_project(&frame.against(problems), &view, kept, &none);
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Back to the project; what was refused stands above it.
async fn project_again(desk: &StaffDesk, id: ProjectId, done: Result<(), ServiceError>) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::manage_project(id)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let view = view_of(desk, id).await?;
            let frame = desk.frame();
            let page = content::content(&frame.against(error.problems()), &view);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn merge(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let (into, reason) = (desk.get("into"), desk.get("reason"));
    let done = desk
        .service
        .merge_project(&desk.actor, id, into, reason)
        .await;
    project_again(&desk, id, done).await
}

/// Begins a project's appraisal.
pub(crate) async fn start_appraisal(
    PathPiece(id): PathPiece<ProjectId>,
    desk: StaffDesk,
) -> Answer {
    match desk.service.start_appraisal(&desk.actor, id).await {
        Ok(()) => Ok(Redirect::to(&path::appraisal(id)).into_response()),
        Err(error) => project_again(&desk, id, Err(error)).await,
    }
}

/// Puts what was not chosen into the next year's library.
pub(crate) async fn put_back(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    match desk.service.return_project(&desk.actor, id).await {
        Ok(new) => Ok(Redirect::to(&path::manage_project(new)).into_response()),
        Err(error) => project_again(&desk, id, Err(error)).await,
    }
}

/// Takes a candidate, or a refused project, back into the library.
pub(crate) async fn move_back(
    act: ProjectAct,
    PathPiece(id): PathPiece<ProjectId>,
    desk: StaffDesk,
) -> Answer {
    let done = desk.service.move_back(&desk.actor, id, act).await;
    project_again(&desk, id, done).await
}

pub(crate) async fn show_translations(
    PathPiece(id): PathPiece<ProjectId>,
    desk: StaffDesk,
) -> Answer {
    let view = view_of(&desk, id).await?;
    let frame = desk.frame();
    Ok(translations::translations(&frame, &view, None).into_response())
}

pub(crate) async fn save_translation(
    TwoPathPieces(id, language): TwoPathPieces<ProjectId, String>,
    desk: StaffDesk,
) -> Answer {
    let Some(language) = TranslationLanguage::from_word(&language) else {
        return Err(desk.no_such_page());
    };
    let typed = ["name", "summary", "content"].map(|field| desk.get(field));
    let done = desk
        .service
        .save_translation(&desk.actor, id, language, typed.into())
        .await;
    translations_again(&desk, id, Some((language, &desk.fields)), done).await
}

pub(crate) async fn check_translation(
    TwoPathPieces(id, language): TwoPathPieces<ProjectId, String>,
    desk: StaffDesk,
) -> Answer {
    let Some(language) = TranslationLanguage::from_word(&language) else {
        return Err(desk.no_such_page());
    };
    let done = desk
        .service
        .check_translation(&desk.actor, id, language)
        .await;
    translations_again(&desk, id, None, done).await
}

async fn translations_again(
    desk: &StaffDesk,
    id: ProjectId,
    typed: Option<(TranslationLanguage, &Fields)>,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::translations(id)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let view = view_of(desk, id).await?;
            let frame = desk.frame();
            let problems = error.problems();
            let page = translations::translations(&frame.against(problems), &view, typed);
            Ok(error::with_problems(&error, page))
        }
    }
}
