//! The routes of the project library, a part of the table in `web/routes.rs`.

use axum::extract::State;

use super::{handler, photos};
use crate::form::StaffForm;
use crate::path;
use crate::route::RouteRole::May;
use crate::route::{Route, act, acts, reads, writes};
use crate::visitor::{App, PathPiece};
use domain::access::Action::{KeepLibrary, Look};
use domain::id::ProjectId;
use domain::library::stage::ProjectAct;

/// The project library: the list of a year, a project's pages.
pub(crate) fn pages() -> Vec<Route> {
    let mut pages = vec![
        reads(path::LIBRARY, May(Look), handler::show),
        reads(path::NEW_PROJECT, May(Look), handler::show_new),
        writes(path::NEW_PROJECT, May(KeepLibrary), handler::create),
        reads(path::MANAGE_PROJECT, May(Look), handler::show_project),
        reads(path::EDIT_PROJECT, May(Look), handler::show_edit),
        writes(path::EDIT_PROJECT, May(KeepLibrary), handler::save),
        reads(path::PROJECT_FUNDS, May(Look), handler::show_funds),
        reads(path::PROJECT_HISTORY, May(Look), handler::show_history),
        reads(path::PROJECT_ORIGINS, May(Look), handler::show_origins),
        reads(path::PHOTOS, May(Look), photos::show),
        writes(path::NEW_PHOTO, May(KeepLibrary), photos::add),
        reads(path::PHOTO, May(Look), photos::picture),
        writes(path::REMOVE_PHOTO, May(KeepLibrary), photos::remove),
        writes(path::MERGE_PROJECT, May(KeepLibrary), handler::merge),
        act(
            path::PROJECT_ACT,
            ProjectAct::StartAppraisal.word(),
            May(KeepLibrary),
            handler::start_appraisal,
        ),
        act(
            path::PROJECT_ACT,
            ProjectAct::Return.word(),
            May(KeepLibrary),
            handler::put_back,
        ),
        reads(path::TRANSLATIONS, May(Look), handler::show_translations),
        writes(
            path::TRANSLATION,
            May(KeepLibrary),
            handler::save_translation,
        ),
        writes(
            path::CHECK_TRANSLATION,
            May(KeepLibrary),
            handler::check_translation,
        ),
    ];
    pages.extend(acts(
        path::PROJECT_ACT,
        [ProjectAct::Withdraw, ProjectAct::Reopen],
        ProjectAct::word,
        |_| May(KeepLibrary),
        |act| {
            move |app: State<App>, at: PathPiece<ProjectId>, form: StaffForm| {
                handler::move_back(act, app, at, form)
            }
        },
    ));
    pages
}
