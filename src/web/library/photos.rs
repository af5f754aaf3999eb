//! A project's photos: what they show in words, the form that adds one, and the way to take one away.

use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

use super::tabs::{self, ProjectTab};
use crate::assets::{self, Asset};
use crate::at_desk::{Answer, PhotoDesk, StaffDesk};
use crate::error;
use crate::headers;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::id::ProjectId;
use domain::picture::{PictureFacts, PictureName, PictureSize};
use service::ServiceError;
use service::library::photos::MOST_PHOTOS;
use service::library::reading::ProjectView;
use text::say;

pub(crate) async fn show(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_project(&desk.actor, id).await;
    let view = desk.or_page(found)?;
    Ok(page(&desk.frame(), &view, "").into_response())
}

pub(crate) async fn add(
    PathPiece(id): PathPiece<ProjectId>,
    PhotoDesk { desk, mut parts }: PhotoDesk,
) -> Answer {
    let photo = parts.one_photo();
    let caption = parts.fields.get("caption");
    let added = match photo {
        Ok(photo) => {
            desk.service
                .add_photo(&desk.actor, id, caption, photo)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&desk, id, caption, added).await
}

pub(crate) async fn remove(
    TwoPathPieces(id, name): TwoPathPieces<ProjectId, PictureName>,
    desk: StaffDesk,
) -> Answer {
    let done = desk.service.remove_photo(&desk.actor, id, name.id).await;
    show_refused(&desk, id, "", done).await
}

pub(crate) async fn picture(
    TwoPathPieces(id, name): TwoPathPieces<ProjectId, PictureName>,
    desk: StaffDesk,
) -> Answer {
    let bytes = desk.service.get_photo(&desk.actor, id, name).await;
    Ok(headers::picture(desk.or_page(bytes)?))
}

async fn show_refused(
    desk: &StaffDesk,
    id: ProjectId,
    caption: &str,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::photos(id)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_project(&desk.actor, id).await;
            let view = desk.or_page(found)?;
            let frame = desk.frame();
            let page = page(&frame.against(error.problems()), &view, caption);
            Ok(error::with_problems(&error, page))
        }
    }
}

fn page(frame: &Frame<'_>, view: &ProjectView, caption: &str) -> Markup {
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
                        (kit::token_field(frame.token))
                        button.button.plain.small { (say!(words, "photo-remove")) span.sr { " " (one.caption) } }
                    }
                }
            }))
        }
        @if is_open && view.pictures.len() < MOST_PHOTOS {
            (form(frame, id, caption))
        }
        @if !is_open { p.quiet { (say!(words, "photos-fixed")) } }
    };
    tabs::page(frame, view, ProjectTab::Photos, &content)
}

fn form(frame: &Frame<'_>, id: ProjectId, caption: &str) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, frame.problems);
    html! {
        form.card method="post" action=(path::new_photo(id)) enctype="multipart/form-data" {
            (kit::token_field(frame.token))
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
