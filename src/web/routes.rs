//! The whole route table, with the role on each line: one function a capability, of which the larger ones
//! stand in their rooms. [`Route::guarded`] puts the role before the handler.
//!
//! `tests/product/access.rs` asks every route as every role, holds the answers to a list, and each
//! answer to the role on its line.

use axum::Router;
use axum::extract::State;

use super::form::StaffForm;
use super::route::RouteRole::{Everybody, May, OfKind, OneOf, Public, Staff, Voter};
use super::route::{Route, RouteLine, act, acts, reads, writes};
use super::visitor::{App, PathPiece};
use super::{
    account, appraisal, asset, audit_log, backups, ballot, calls, candidate_lists, check_in, count,
    desk, evaluation, files, followup, forms, hand_count, health, kiosk, leads, library, my,
    officer, officers, path, people, poll, public, rating, rehearsal, reminder, sealed_box,
    sign_in, slips,
};
use crate::{hall, review, sitting};
use domain::access::Action::{
    ActOnRound, Administer, Certify, Inspect, KeepPeople, KeepRoll, KeepSlips, Look, Oversee,
    Prepare, Publish, ShowScenes, Supervise,
};
use domain::access::line::LineContent::{SecondWord, Secret};
use domain::id::{RoundId, SittingId};
use domain::round::RoundAct;
use sealed_box::handler::BoxAct;
use service::voting::desk::DeskAct;

fn table() -> Vec<Route> {
    let capabilities = [
        public_pages(),
        ballot_pages(),
        sign_in_pages(),
        my_pages(),
        followup::routes::pages(),
        reminder::routes::pages(),
        review::routes::pages(),
        people_pages(),
        session_pages(),
        sitting::routes::pages(),
        library::routes::pages(),
        appraisal::routes::pages(),
        candidate_lists::routes::pages(),
        officers::routes::pages(),
        officer::routes::pages(),
        audit_log::routes::pages(),
        hall_pages(),
        hand_count::routes::pages(),
        file_pages(),
        slip_pages(),
        calls::routes::pages(),
        leads::routes::pages(),
        screen_pages(),
        poll_pages(),
        form_pages(),
        box_pages(),
        count_pages(),
        backup_pages(),
    ];
    capabilities.into_iter().flatten().collect()
}

/// What everybody may read, and what a browser needs.
fn public_pages() -> Vec<Route> {
    vec![
        reads(path::HOME, Public, public::handler::home),
        reads(path::CONGRESS, Public, public::handler::congress),
        reads(
            path::PUBLIC_YEAR,
            Public,
            evaluation::handler::show_public_year,
        ),
        reads(path::SESSION, Public, public::handler::session),
        reads(path::RESULT, Public, public::handler::result),
        reads(path::NOTICE, Public, public::handler::notice),
        reads(path::PUBLIC_PROJECT, Public, public::handler::project),
        reads(
            path::PUBLIC_PROGRESS_PHOTO,
            Public,
            followup::photo::handler::public_picture,
        ),
        reads(path::PUBLIC_PHOTO, Public, public::handler::photo),
        reads(path::ABOUT, Public, public::handler::about),
        writes(path::LANGUAGE, Everybody, public::handler::set_language),
        reads(path::ASSET, Everybody, asset),
        reads(path::HEALTH, Everybody, health),
    ]
}

/// The deputy's path: a slip, and no account.
fn ballot_pages() -> Vec<Route> {
    vec![
        reads(path::SLIP, Everybody, ballot::handler::scan),
        reads(path::CODE, Everybody, ballot::handler::show_code),
        writes(path::CODE, Everybody, ballot::handler::enter_code),
        reads(path::BALLOT, Voter, ballot::handler::show),
        writes(path::BALLOT, Voter, ballot::handler::change),
        reads(path::REVIEW, Voter, ballot::handler::show),
        writes(path::REVIEW, Voter, ballot::handler::review),
        writes(path::CAST, Voter, ballot::handler::cast),
        reads(path::DONE, Voter, ballot::handler::done),
        reads(path::BALLOT_LIVE, Voter, ballot::live::live),
        reads(path::KIOSK, Everybody, kiosk::handler::show),
        writes(path::KIOSK, Everybody, kiosk::handler::enter_code),
        writes(path::KIOSK_STAY, Voter, kiosk::handler::stay),
    ]
}

/// Signing in and out, and a first sign-in by a printed slip.
fn sign_in_pages() -> Vec<Route> {
    vec![
        reads(path::SIGN_IN, Everybody, sign_in::handler::show),
        writes(path::SIGN_IN, Everybody, sign_in::handler::submit),
        reads(path::JOIN, Everybody, sign_in::join::show_code),
        writes(path::JOIN, Everybody, sign_in::join::enter_code),
        reads(path::INVITATION, Everybody, sign_in::join::show),
        writes(path::INVITATION, Everybody, sign_in::join::submit),
        writes(path::SIGN_OUT, Staff, sign_in::handler::sign_out),
        reads(path::PASSWORD, Staff, sign_in::handler::show_password),
        writes(path::PASSWORD, Staff, sign_in::handler::change_password),
    ]
}

/// Deputies and units at home.
fn my_pages() -> Vec<Route> {
    vec![
        reads(path::MY, Staff, my::handler::show),
        reads(path::MY_ACTS, Staff, my::acts::show),
        writes(path::MY_ACTS, Staff, my::acts::confirm).carrying(SecondWord),
        writes(path::MY_TAKE_BACK, Staff, my::acts::take_back),
        writes(path::SEE_OFFICER, Staff, my::acts::see_officer).carrying(SecondWord),
    ]
}

/// Units, and the accounts of deputies and units.
fn people_pages() -> Vec<Route> {
    vec![
        reads(path::PEOPLE, May(KeepPeople), people::handler::show),
        writes(path::NEW_UNIT, May(KeepPeople), people::handler::keep_unit),
        writes(
            path::INVITE_DEPUTIES,
            May(KeepPeople),
            people::handler::invite_deputies,
        )
        .carrying(Secret),
        writes(
            path::INVITE_FOR_UNIT,
            May(KeepPeople),
            people::handler::invite_for_unit,
        )
        .carrying(Secret),
        writes(
            path::ACCOUNT_ACT,
            May(KeepPeople),
            people::handler::act_on_account,
        )
        .carrying(Secret),
    ]
}

/// The office's year: sessions, rolls, library.
fn session_pages() -> Vec<Route> {
    vec![
        reads(path::MANAGE, Staff, sitting::handler::tasks),
        reads(path::NEW_SESSION, May(Look), sitting::handler::show_new),
        writes(path::NEW_SESSION, May(Prepare), sitting::handler::create),
        reads(path::MANAGE_SESSION, May(Look), sitting::handler::show),
        reads(path::NEW_POLL, May(Look), sitting::handler::show_new_poll),
        writes(path::NEW_POLL, May(Prepare), sitting::handler::create_poll),
        reads(
            path::NEW_EVALUATION,
            May(Look),
            evaluation::handler::show_new,
        ),
        writes(
            path::NEW_EVALUATION,
            May(Prepare),
            evaluation::handler::create,
        ),
        reads(path::EVALUATIONS, May(Oversee), evaluation::handler::list),
        reads(path::REMARKS, May(Oversee), evaluation::remarks::show),
        writes(path::REMARKS, May(Supervise), evaluation::remarks::take_out),
        reads(
            path::EVALUATION_YEAR,
            May(Oversee),
            evaluation::handler::show_year,
        ),
        reads(path::RATE, Public, rating::handler::show),
        writes(path::RATE, Everybody, rating::handler::rate),
        reads(path::RATING_SIGN, Public, rating::handler::sign),
        reads(path::RATINGS, May(Inspect), rating::handler::list),
        writes(path::RATING_FINDING, May(Inspect), rating::handler::find),
    ]
}

/// Check-in, desk and account.
fn hall_pages() -> Vec<Route> {
    let mut pages = vec![
        reads(path::CHECK_IN, May(Look), check_in::handler::show),
        writes(path::CHECK_IN, May(Look), check_in::handler::find),
        writes(
            path::CHECK_IN_ONE,
            OneOf(KeepRoll, ActOnRound),
            check_in::handler::act,
        ),
        reads(path::DESK, May(Look), desk::handler::show),
        act(
            path::DESK_ACT,
            "take-slip",
            May(KeepSlips),
            desk::handler::take_slip,
        ),
        act(
            path::DESK_ACT,
            "reserve",
            May(KeepRoll),
            desk::handler::keep_reserve,
        ),
        reads(path::ACCOUNT, May(Look), account::handler::show),
        reads(path::ZERO, May(Look), account::handler::show_zero),
        act(
            path::PAPERS_ACT,
            "printed",
            May(KeepSlips),
            account::handler::note_printed,
        ),
        act(
            path::PAPERS_ACT,
            "spoilt",
            May(KeepSlips),
            account::handler::replace,
        ),
        act(
            path::PAPERS_ACT,
            "returned",
            May(ActOnRound),
            account::handler::enter,
        ),
    ];
    pages.extend(acts(
        path::DESK_ACT,
        DeskAct::ALL,
        DeskAct::word,
        |_| May(KeepSlips),
        |act| {
            move |app: State<App>, at: PathPiece<SittingId>, form: StaffForm| {
                desk::handler::act(act, app, at, form)
            }
        },
    ));
    pages
}

/// Files of a clerk; a kind of file asks for its own permission.
fn file_pages() -> Vec<Route> {
    vec![
        reads(path::FILES, OfKind, files::handler::show),
        writes(path::FILES, OfKind, files::handler::try_file),
        reads(path::TRIED, OfKind, files::handler::show_trial),
        writes(path::TRIED, OfKind, files::handler::save),
        reads(path::EXPORT, OfKind, files::handler::export),
        reads(path::TEMPLATE, OfKind, files::handler::template),
    ]
}

/// Printed slips.
fn slip_pages() -> Vec<Route> {
    vec![
        reads(path::SLIPS, May(Look), slips::handler::show),
        writes(path::ASK_SLIPS, May(KeepSlips), slips::handler::ask),
        writes(path::CONFIRM_SLIPS, May(KeepSlips), slips::handler::confirm).carrying(SecondWord),
        writes(path::SHOW_SLIPS, May(KeepSlips), slips::handler::print).carrying(Secret),
        writes(path::ISSUE_SLIPS, May(KeepSlips), slips::handler::issue),
        writes(path::CANCEL_SLIPS, May(KeepSlips), slips::handler::cancel),
    ]
}

/// The hall's screens: the screen itself, and the page of its operator.
fn screen_pages() -> Vec<Route> {
    vec![
        reads(path::NEW_SCREEN, Everybody, hall::handler::new),
        reads(path::SCREEN, Everybody, hall::handler::show),
        reads(path::SCREEN_LIVE, Everybody, hall::handler::live),
        reads(path::SCREENS, May(Look), hall::control::show),
        writes(path::SCREENS, May(ShowScenes), hall::control::pair),
        writes(path::SCREEN_ACT, May(ShowScenes), hall::control::act),
    ]
}

/// A poll and its rounds.
fn poll_pages() -> Vec<Route> {
    let mut pages = vec![
        reads(path::MANAGE_POLL, May(Look), poll::handler::show),
        writes(path::POLL_SCENE, May(ShowScenes), poll::handler::show_cue),
        reads(path::SCRIPT, May(Look), poll::handler::show_script),
        reads(path::REHEARSAL, May(Look), rehearsal::handler::show),
        writes(path::REHEARSAL, May(Prepare), rehearsal::handler::start),
        writes(path::DUMMIES, May(Prepare), rehearsal::handler::vote),
        writes(path::WIPE, May(Prepare), rehearsal::handler::wipe),
        reads(path::RULES, May(Look), poll::handler::show_rules),
        writes(path::RULES, May(Prepare), poll::handler::save_rules),
        reads(path::RULES_READING, May(Look), poll::handler::read_rules),
        writes(
            path::RULES_TEMPLATE,
            May(Prepare),
            poll::handler::choose_template,
        ),
        writes(path::WARNINGS, May(Prepare), poll::handler::accept_warnings),
        writes(path::ADOPT, May(Prepare), poll::handler::adopt),
        reads(path::SLATE, May(Look), poll::handler::show_slate),
        writes(path::SLATE, May(Prepare), poll::handler::save_slate),
        writes(path::PUBLISH, May(Publish), poll::handler::publish),
        reads(path::LIVE, May(Look), poll::handler::live),
    ];
    pages.extend(acts(
        path::ROUND_ACT,
        RoundAct::ALL,
        RoundAct::word,
        |act| May(act.action()),
        |act| {
            move |app: State<App>, at: PathPiece<RoundId>, form: StaffForm| {
                poll::handler::act(act, app, at, form)
            }
        },
    ));
    pages
}

/// Official forms as PDF.
fn form_pages() -> Vec<Route> {
    vec![
        reads(path::POLL_FORMS, May(Look), forms::handler::show),
        reads(path::POLL_FORM, May(Look), forms::handler::print),
        reads(
            path::SIGN_IN_SHEET,
            May(Look),
            forms::handler::print_sign_in,
        ),
        reads(path::NOTICE_PDF, Public, forms::handler::print_notice),
    ]
}

/// Backups, for the administrator of a running server.
fn backup_pages() -> Vec<Route> {
    vec![
        reads(path::BACKUPS, May(Administer), backups::show),
        writes(path::BACKUPS, May(Administer), backups::make),
    ]
}

/// The sealed box and its cards.
fn box_pages() -> Vec<Route> {
    let mut pages = vec![
        reads(path::SEALED_BOX, May(Look), sealed_box::handler::show),
        writes(
            path::CHECK_CARD,
            May(ActOnRound),
            sealed_box::handler::check_card,
        )
        .carrying(Secret),
        writes(
            path::GIVE_CARD,
            May(ActOnRound),
            sealed_box::handler::give_card,
        )
        .carrying(Secret),
        writes(
            path::SHOW_CARD,
            May(ActOnRound),
            sealed_box::handler::show_card,
        )
        .carrying(Secret),
    ];
    pages.extend(acts(
        path::BOX_ACT,
        BoxAct::ALL,
        |act| act.on_round().word(),
        |act| May(act.on_round().action()),
        |act| {
            move |app: State<App>, at: PathPiece<RoundId>, form: StaffForm| {
                sealed_box::handler::act(act, app, at, form)
            }
        },
    ));
    pages
}

/// The outcome and its statement.
fn count_pages() -> Vec<Route> {
    vec![
        reads(path::COUNT, May(Look), count::handler::show),
        writes(path::PRESIDIUM, May(ActOnRound), count::handler::decide),
        reads(path::STATEMENT, May(Look), count::handler::show_statement),
        writes(path::STATEMENT, May(Certify), count::handler::correct),
    ]
}

/// The route table without its handlers.
#[must_use]
pub fn routes() -> Vec<RouteLine> {
    table().into_iter().flat_map(Route::listed).collect()
}

/// The table as a router, with its role before each route.
pub(super) fn router(app: &App) -> Router<App> {
    let routes = table().into_iter();
    routes.fold(Router::new(), |router, route| route.guarded(router, app))
}
