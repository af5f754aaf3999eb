//! A project's photos: what they show in words, the form that adds one, and the way to take one away.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::tabs::{self, ProjectTab};
use crate::assets::{self, Asset};
use crate::error::{self, Failure};
use crate::form::StaffForm;
use crate::headers;
use crate::kit::{self, Frame};
use crate::path;
use crate::photo_form::StaffPhotoForm;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::id::ProjectId;
use domain::picture::{PictureFacts, PictureName, PictureSize};
use domain::problem::Problem;
use service::ServiceError;
use service::library::photos::MOST_PHOTOS;
use service::library::reading::ProjectView;
use text::Words;
use text::say;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let found = app.service.get_project(&staff.actor, id).await;
    let view = staff.visitor.or_page(found)?;
    Ok(page(&Frame::office(&staff), &view, &staff.token, "", &[]).into_response())
}

pub(crate) async fn add(
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffPhotoForm { staff, mut parts }: StaffPhotoForm,
) -> Result<Response, Failure> {
    let photo = parts.one_photo();
    let caption = parts.fields.get("caption");
    let added = match photo {
        Ok(photo) => {
            app.service
                .add_photo(&staff.actor, id, caption, photo)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&app, &staff, id, caption, added).await
}

pub(crate) async fn remove(
    State(app): State<App>,
    TwoPathPieces(id, name): TwoPathPieces<ProjectId, PictureName>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.remove_photo(&staff.actor, id, name.id).await;
    show_refused(&app, &staff, id, "", done).await
}

pub(crate) async fn picture(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(id, name): TwoPathPieces<ProjectId, PictureName>,
) -> Result<Response, Failure> {
    let bytes = app.service.get_photo(&staff.actor, id, name).await;
    Ok(headers::picture(staff.visitor.or_page(bytes)?))
}

async fn show_refused(
    app: &App,
    staff: &Staff,
    id: ProjectId,
    caption: &str,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::photos(id)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_project(&staff.actor, id).await;
            let view = staff.visitor.or_page(found)?;
            let frame = Frame::office(staff);
            let page = page(&frame, &view, &staff.token, caption, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

fn page(
    frame: &Frame<'_>,
    view: &ProjectView,
    token: &str,
    caption: &str,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let id = view.project.id;
    let is_open = view.project.stage.is_open_to_change();
    let content = html! {
        p.quiet { (say!(words, "photos-how")) }
        section.card {
            @if view.pictures.is_empty() { p.quiet { (say!(words, "photos-none")) } }
            (gallery(&view.pictures, |name| path::photo(id, name), |one| html! {
                @if is_open {
                    form method="post" action=(path::remove_photo(id, PictureName { id: one.id, size: PictureSize::Large })) {
                        (kit::token_field(token))
                        button.button.plain.small { (say!(words, "photo-remove")) span.sr { " " (one.caption) } }
                    }
                }
            }))
        }
        @if is_open && view.pictures.len() < MOST_PHOTOS {
            (form(words, id, token, caption, problems))
        }
        @if !is_open { p.quiet { (say!(words, "photos-fixed")) } }
    };
    tabs::page(frame, view, ProjectTab::Photos, token, problems, &content)
}

fn form(words: Words, id: ProjectId, token: &str, caption: &str, problems: &[Problem]) -> Markup {
    let form = kit::PageForm::blank(words, problems);
    html! {
        form.card method="post" action=(path::new_photo(id)) enctype="multipart/form-data" {
            (kit::token_field(token))
            h2 { (say!(words, "photo-add")) }
            (form.line("caption", say!(words, "photo-caption")).hint(say!(words, "photo-caption-hint")).value(caption).most(120))
            (form.photo("picture", say!(words, "lead-picture")).hint(say!(words, "photo-hint")))
            button.button { (say!(words, "photo-add")) }
        }
        script defer src=(assets::path(Asset::PhotoScript)) {}
    }
}

/// Photos with their words below, each linked to its large size.
pub(crate) fn gallery(
    pictures: &[PictureFacts],
    address: impl Fn(PictureName) -> String,
    below: impl Fn(&PictureFacts) -> Markup,
) -> Markup {
    html! {
        div.photos {
            @for one in pictures {
                @let name = |size| PictureName { id: one.id, size };
                figure {
                    a href=(address(name(PictureSize::Large))) {
                        img src=(address(name(PictureSize::Small))) alt=(one.caption) lang="zh-Hans" loading="lazy";
                    }
                    // The picture says the same to whoever cannot see it.
                    figcaption aria-hidden="true" { bdi lang="zh-Hans" { (one.caption) } }
                    (below(one))
                }
            }
        }
    }
}
