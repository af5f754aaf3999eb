//! The project library for the office: the list of a year with search and filters, and a project's
//! page with its tabs as links.

mod clash;
pub(super) mod content;
pub(super) mod handler;
mod history;
mod index;
mod origins;
pub(super) mod photos;
mod sheet_form;
pub(super) mod tabs;
pub(super) mod translations;

use crate::at_desk::StaffDesk;
use crate::route::RouteRole::May;
use crate::route::acts;
use crate::route::table;
use crate::visitor::PathPiece;
use domain::access::Action::{KeepLibrary, Look};
use domain::id::{CongressId, ProjectId};
use domain::library::stage::ProjectAct;
use domain::picture::PictureName;

table! {
    /// The project library: the list of a year, a project's pages.
    pages;
    /// A congress's library of a year.
    LIBRARY, library(congress: CongressId, year: i16) = "/manage/congresses/{congress}/projects/{year}" {
        reads: May(Look) => handler::show;
    }
    /// A new project.
    NEW_PROJECT, new_project(congress: CongressId, year: i16) = "/manage/congresses/{congress}/projects/{year}/new" {
        reads: May(Look) => handler::show_new;
        writes: May(KeepLibrary) => handler::create;
    }
    /// A project for the office: what it says.
    MANAGE_PROJECT, manage_project(project: ProjectId) = "/manage/projects/{project}" {
        reads: May(Look) => handler::show_project;
    }
    /// Editing it.
    EDIT_PROJECT, edit_project(project: ProjectId) = "/manage/projects/{project}/edit" {
        reads: May(Look) => handler::show_edit;
        writes: May(KeepLibrary) => handler::save;
    }
    /// Its money.
    PROJECT_FUNDS, project_funds(project: ProjectId) = "/manage/projects/{project}/funds" {
        reads: May(Look) => handler::show_funds;
    }
    /// Its history.
    PROJECT_HISTORY, project_history(project: ProjectId) = "/manage/projects/{project}/history" {
        reads: May(Look) => handler::show_history;
    }
    /// Who asked for it.
    PROJECT_ORIGINS, project_origins(project: ProjectId) = "/manage/projects/{project}/origins" {
        reads: May(Look) => handler::show_origins;
    }
    /// Its photos.
    PHOTOS, photos(project: ProjectId) = "/manage/projects/{project}/photos" {
        reads: May(Look) => photos::show;
    }
    /// Adding one.
    NEW_PHOTO, new_photo(project: ProjectId) = "/manage/projects/{project}/photos/new" {
        writes: May(KeepLibrary) => photos::add;
    }
    /// One of them.
    PHOTO, photo(project: ProjectId, picture: PictureName) = "/manage/projects/{project}/photos/{picture}" {
        reads: May(Look) => photos::picture;
    }
    /// Taking it away.
    REMOVE_PHOTO, remove_photo(project: ProjectId, picture: PictureName) = "/manage/projects/{project}/photos/{picture}/remove" {
        writes: May(KeepLibrary) => photos::remove;
    }
    /// Merging it into another.
    MERGE_PROJECT, merge_project(project: ProjectId) = "/manage/projects/{project}/merge" {
        writes: May(KeepLibrary) => handler::merge;
    }
    /// An act that one button does.
    PROJECT_ACT, project_act(project: ProjectId, act: &str) = "/manage/projects/{project}/act/{act}" {
        act(ProjectAct::StartAppraisal.word()): May(KeepLibrary) => handler::start_appraisal;
        act(ProjectAct::Return.word()): May(KeepLibrary) => handler::put_back;
    }
    /// Its translations.
    TRANSLATIONS, translations(project: ProjectId) = "/manage/projects/{project}/translations" {
        reads: May(Look) => handler::show_translations;
    }
    /// One of them.
    TRANSLATION, translation(project: ProjectId, language: &str) = "/manage/projects/{project}/translations/{language}" {
        writes: May(KeepLibrary) => handler::save_translation;
    }
    /// Checking it.
    CHECK_TRANSLATION, check_translation(project: ProjectId, language: &str) = "/manage/projects/{project}/translations/{language}/check" {
        writes: May(KeepLibrary) => handler::check_translation;
    }
    PROJECT_ACT {
        .. acts(
            PROJECT_ACT, [ProjectAct::Withdraw, ProjectAct::Reopen], ProjectAct::word,
            |_| May(KeepLibrary),
            |act| move |at: PathPiece<ProjectId>, desk: StaffDesk|
                handler::move_back(act, at, desk),
        );
    }
}
