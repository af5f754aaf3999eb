//! The whole route table, with the role on each line: one function a capability.
//!
//! `tests/through_http/access.rs` asks every route as every role and holds the answers to a list.

use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, patch, post};
use axum::{Router, middleware};

use super::visitor::App;
use super::{
    account, appraisal, asset, audit_log, backups, ballot, calls, candidate_lists, check_in, count,
    crowd, department_review, desk, evaluation, files, followup, forms, hand_count, health, kiosk,
    leads, library, my, officer, officers, path, people, poll, public, rating, rehearsal, reminder,
    screen, sealed_box, session, sign_in, slips, through,
};
use Who::{Everybody, May, Public, Staff, Voter};
use domain::access::Action::{
    self, ActOnRound, Administer, Certify, CheckReport, Inspect, KeepLibrary, KeepPeople, KeepRoll,
    KeepSlips, Look, Opine, Oversee, Photograph, Prepare, Propose, Publish, Report, ReviseSlate,
    SeeContact, ShowScenes, Supervise,
};

/// Who may ask for a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody, at once: whoever votes, signs in or stands before a screen of the hall.
    Everybody,
    /// Everybody, at the pace of the public: however large a crowd reads, voters and officers find a
    /// reader of the database free.
    Public,
    /// Whoever holds a slip.
    Voter,
    /// Anybody signed in, about themselves.
    Staff,
    /// The roles of an action, in the congress concerned.
    May(Action),
    /// Whoever holds an officer's device.
    Officer,
    /// The roles of either action; where a thing may be the prefecture's, the second says who keeps it.
    Either(Action, Action),
}

/// One line of the route table, for `tests/through_http/access.rs`.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The method.
    pub method: Method,
    /// The pattern.
    pub pattern: &'static str,
    /// Who may ask.
    pub who: Who,
}

impl Listed {
    fn of(method: Method, pattern: &'static str, who: Who) -> Self {
        Self {
            method,
            pattern,
            who,
        }
    }

    /// Whether it changes something for somebody who is signed in.
    fn is_act(&self) -> bool {
        let is_signed_in = match self.who {
            Everybody | Public | Voter => false,
            Staff | May(_) | Who::Officer | Who::Either(..) => true,
        };
        self.method != Method::GET && is_signed_in
    }
}

/// A route: its place in the table and its handler.
pub(super) struct Route(Listed, MethodRouter<App>);

pub(super) fn reads<H: Handler<T, App>, T: 'static>(
    pattern: &'static str,
    who: Who,
    handler: H,
) -> Route {
    let listed = Listed::of(Method::GET, pattern, who);
    Route(listed, get(handler))
}

pub(super) fn writes<H: Handler<T, App>, T: 'static>(
    pattern: &'static str,
    who: Who,
    handler: H,
) -> Route {
    let listed = Listed::of(Method::POST, pattern, who);
    Route(listed, post(handler))
}

/// Goes on with what was begun.
fn continues<H: Handler<T, App>, T: 'static>(pattern: &'static str, who: Who, handler: H) -> Route {
    let listed = Listed::of(Method::PATCH, pattern, who);
    Route(listed, patch(handler))
}

fn table() -> Vec<Route> {
    let capabilities = [
        public_pages(),
        ballot_pages(),
        sign_in_pages(),
        my_pages(),
        followup_pages(),
        reminder::routes::pages(),
        department_review::routes::pages(),
        people_pages(),
        session_pages(),
        session::routes::pages(),
        library_pages(),
        appraisal_pages(),
        list_pages(),
        officers::routes::pages(),
        officer::routes::pages(),
        audit_log::routes::pages(),
        hall_pages(),
        counting_pages(),
        file_pages(),
        slip_pages(),
        call_pages(),
        lead_pages(),
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

/// Calls for leads, for residents and the clerk.
fn call_pages() -> Vec<Route> {
    vec![
        reads(path::CALL, Public, calls::handler::show),
        reads(path::POSTER, Public, calls::handler::poster),
        reads(path::CALLS, May(KeepLibrary), calls::desk::list),
        reads(path::NEW_CALL, May(KeepLibrary), calls::desk::show_new),
        writes(path::NEW_CALL, May(KeepLibrary), calls::desk::create),
        reads(path::MANAGE_CALL, May(KeepLibrary), calls::desk::show),
        writes(path::MANAGE_CALL, May(KeepLibrary), calls::desk::change),
        writes(
            path::CONTACT_DAYS,
            May(KeepLibrary),
            calls::desk::set_contact_days,
        ),
    ]
}

/// Leads: handed in, followed, sorted.
fn lead_pages() -> Vec<Route> {
    vec![
        reads(path::NEW_LEAD, Public, leads::handler::show_form),
        writes(path::NEW_LEAD, Everybody, leads::handler::hand_in),
        reads(path::FOLLOW, Public, leads::handler::ask),
        reads(path::FOLLOWED, Public, leads::handler::follow),
        reads(path::FOLLOWED_PICTURE, Public, leads::handler::picture),
        reads(path::PROPOSE, May(Propose), leads::propose::show),
        writes(path::PROPOSE, May(Propose), leads::propose::submit),
        reads(path::LEADS, May(KeepLibrary), leads::list::show),
        reads(path::LEAD, May(KeepLibrary), leads::triage::show),
        reads(path::LEAD_PICTURE, May(KeepLibrary), leads::triage::picture),
        writes(path::CONTACT, May(SeeContact), leads::triage::contact),
        writes(path::LEAD_ACT, May(KeepLibrary), leads::triage::act),
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
        writes(path::MY_ACTS, Staff, my::acts::confirm),
        writes(path::MY_TAKE_BACK, Staff, my::acts::take_back),
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
        ),
        writes(
            path::INVITE_FOR_UNIT,
            May(KeepPeople),
            people::handler::invite_for_unit,
        ),
        writes(
            path::ACCOUNT_ACT,
            May(KeepPeople),
            people::handler::act_on_account,
        ),
    ]
}

/// The office's year: sessions, rolls, library.
fn session_pages() -> Vec<Route> {
    vec![
        reads(path::MANAGE, Staff, session::handler::tasks),
        reads(path::NEW_SESSION, May(Look), session::handler::show_new),
        writes(path::NEW_SESSION, May(Prepare), session::handler::create),
        reads(path::MANAGE_SESSION, May(Look), session::handler::show),
        reads(path::NEW_POLL, May(Look), session::handler::show_new_poll),
        writes(path::NEW_POLL, May(Prepare), session::handler::create_poll),
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
    vec![
        reads(path::CHECK_IN, May(Look), check_in::handler::show),
        writes(path::CHECK_IN, May(Look), check_in::handler::find),
        writes(path::CHECK_IN_ONE, May(KeepRoll), check_in::handler::act),
        reads(path::DESK, May(Look), desk::handler::show),
        writes(path::DESK_ACT, May(KeepSlips), desk::handler::act),
        reads(path::ACCOUNT, May(Look), account::handler::show),
        reads(path::ZERO, May(Look), account::handler::show_zero),
        writes(path::PAPERS_ACT, May(KeepSlips), account::handler::act),
    ]
}

/// Papers counted by hand; who may type and who decides, the work itself asks.
fn counting_pages() -> Vec<Route> {
    vec![
        reads(path::COUNTING, May(Look), hand_count::handler::show),
        reads(path::BATCH, May(Look), hand_count::handler::show_batch),
        reads(path::CALLING, May(Look), hand_count::handler::show_calling),
        writes(path::BATCH_ACT, May(Look), hand_count::handler::act),
        reads(path::CODES, May(Look), hand_count::handler::show_codes),
    ]
}

/// Files of a clerk; a kind of file asks for its own permission.
fn file_pages() -> Vec<Route> {
    vec![
        reads(path::FILES, May(Prepare), files::handler::show),
        writes(path::FILES, May(Prepare), files::handler::try_file),
        reads(path::TRIED, May(Prepare), files::handler::show_trial),
        writes(path::TRIED, May(Prepare), files::handler::save),
        reads(path::EXPORT, May(Prepare), files::handler::export),
        reads(path::TEMPLATE, May(Prepare), files::handler::template),
    ]
}

/// Printed slips.
fn slip_pages() -> Vec<Route> {
    vec![
        reads(path::SLIPS, May(Look), slips::handler::show),
        writes(path::ASK_SLIPS, May(KeepSlips), slips::handler::ask),
        writes(path::CONFIRM_SLIPS, May(KeepSlips), slips::handler::confirm),
        writes(path::SHOW_SLIPS, May(KeepSlips), slips::handler::print),
        writes(path::ISSUE_SLIPS, May(KeepSlips), slips::handler::issue),
        writes(path::CANCEL_SLIPS, May(KeepSlips), slips::handler::cancel),
    ]
}

/// The hall's screens: the screen itself, and the page of its operator.
fn screen_pages() -> Vec<Route> {
    vec![
        reads(path::NEW_SCREEN, Everybody, screen::handler::new),
        reads(path::SCREEN, Everybody, screen::handler::show),
        reads(path::SCREEN_LIVE, Everybody, screen::handler::live),
        reads(path::SCREENS, May(Look), screen::control::show),
        writes(path::SCREENS, May(ShowScenes), screen::control::pair),
        writes(path::SCREEN_ACT, May(ShowScenes), screen::control::act),
    ]
}

/// A poll and its rounds.
fn poll_pages() -> Vec<Route> {
    vec![
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
        writes(path::ROUND_ACT, May(ActOnRound), poll::handler::act),
    ]
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
    vec![
        reads(path::SEALED_BOX, May(Look), sealed_box::handler::show),
        writes(path::BOX_ACT, May(ActOnRound), sealed_box::handler::act),
        writes(
            path::CHECK_CARD,
            May(ActOnRound),
            sealed_box::handler::check_card,
        ),
        writes(
            path::GIVE_CARD,
            May(ActOnRound),
            sealed_box::handler::give_card,
        ),
        writes(
            path::SHOW_CARD,
            May(ActOnRound),
            sealed_box::handler::show_card,
        ),
    ]
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

/// The project library: the list of a year, a project's pages.
fn library_pages() -> Vec<Route> {
    use library::handler;
    vec![
        reads(path::LIBRARY, May(Look), handler::show),
        reads(path::NEW_PROJECT, May(Look), handler::show_new),
        writes(path::NEW_PROJECT, May(KeepLibrary), handler::create),
        reads(path::MANAGE_PROJECT, May(Look), handler::show_project),
        reads(path::EDIT_PROJECT, May(Look), handler::show_edit),
        writes(path::EDIT_PROJECT, May(KeepLibrary), handler::save),
        reads(path::PROJECT_FUNDS, May(Look), handler::show_funds),
        reads(path::PROJECT_HISTORY, May(Look), handler::show_history),
        reads(path::PROJECT_ORIGINS, May(Look), handler::show_origins),
        reads(path::PHOTOS, May(Look), library::photos::show),
        writes(path::NEW_PHOTO, May(KeepLibrary), library::photos::add),
        reads(path::PHOTO, May(Look), library::photos::picture),
        writes(
            path::REMOVE_PHOTO,
            May(KeepLibrary),
            library::photos::remove,
        ),
        writes(path::MERGE_PROJECT, May(KeepLibrary), handler::merge),
        writes(path::PROJECT_ACT, May(KeepLibrary), handler::act),
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
    ]
}

/// Appraisals and the opinions of units.
fn appraisal_pages() -> Vec<Route> {
    use appraisal::handler;
    vec![
        reads(path::APPRAISAL, May(Look), handler::show),
        writes(path::APPRAISAL, May(KeepLibrary), handler::screen),
        reads(path::APPRAISAL_SHEET, May(Look), handler::show_sheet),
        writes(path::ASK_OPINION, May(KeepLibrary), handler::ask),
        writes(path::CONCLUDE, May(KeepLibrary), handler::conclude),
        reads(path::OPINIONS, May(Opine), handler::list),
        reads(path::OPINION, May(Opine), handler::show_opinion),
        writes(path::OPINION, May(Opine), handler::answer),
    ]
}

/// Candidate lists, and the change of a frozen one by two people.
fn list_pages() -> Vec<Route> {
    use candidate_lists::handler;
    vec![
        writes(
            path::NEW_LIST,
            May(KeepLibrary),
            library::handler::create_list,
        ),
        reads(path::CANDIDATE_LIST, May(Look), handler::show),
        writes(path::CANDIDATE_LIST, May(KeepLibrary), handler::save),
        writes(path::LIST_ACT, May(KeepLibrary), handler::act),
        writes(path::REVISE_LIST, May(ReviseSlate), handler::revise),
        writes(path::CONFIRM_REVISION, May(ReviseSlate), handler::confirm),
        writes(
            path::DROP_REVISION,
            May(ReviseSlate),
            handler::drop_revision,
        ),
    ]
}

/// The year after the vote.
fn followup_pages() -> Vec<Route> {
    use followup::{board, calendar, change, finding, group, life, lights, photo, plan, report};
    vec![
        reads(path::LIFE, May(Oversee), life::handler::show),
        writes(path::FACT, May(CheckReport), life::handler::note_fact),
        reads(path::PLAN, May(Supervise), plan::handler::show),
        writes(path::PLAN, May(Supervise), plan::handler::assign),
        reads(path::GROUPS, May(Oversee), group::handler::show),
        writes(path::GROUPS, May(Supervise), group::handler::keep),
        reads(path::TASK_TABLE, May(Oversee), plan::handler::show_table),
        reads(path::NEW_REPORT, May(Report), report::handler::show),
        writes(path::NEW_REPORT, May(Report), report::handler::write),
        writes(
            path::CHECK_REPORT,
            May(CheckReport),
            life::handler::check_report,
        ),
        writes(path::UPLOADS, May(Photograph), photo::handler::begin),
        reads(path::UPLOAD, May(Photograph), photo::handler::show),
        continues(path::UPLOAD, May(Photograph), photo::handler::take),
        reads(path::PROGRESS_PHOTO, May(Oversee), photo::handler::picture),
        reads(path::NEW_FINDING, May(Inspect), finding::handler::show_new),
        writes(path::NEW_FINDING, May(Inspect), finding::handler::write),
        reads(path::FINDING, May(Oversee), finding::handler::show),
        reads(
            path::FINDING_ORDER,
            May(Oversee),
            finding::handler::show_order,
        ),
        writes(path::FINDING_STEP, May(Inspect), finding::handler::step),
        reads(path::LEDGER, May(Oversee), finding::handler::show_ledger),
        reads(path::NEW_CHANGE, May(Supervise), change::handler::show_new),
        writes(path::NEW_CHANGE, May(Supervise), change::handler::ask),
        reads(path::CHANGE, May(Supervise), change::handler::show),
        writes(path::CHANGE, May(Supervise), change::handler::decide),
        reads(path::CALENDAR, May(Oversee), calendar::handler::show),
        writes(path::CALENDAR, May(Supervise), calendar::handler::make),
        reads(path::ENTRY, May(Oversee), calendar::handler::show_entry),
        writes(path::HOLD_ENTRY, May(Supervise), calendar::handler::hold),
        writes(path::QUESTIONS, May(Supervise), calendar::handler::ask),
        writes(path::ANSWER, May(Supervise), calendar::handler::answer),
        reads(path::LIGHTS, May(Supervise), lights::handler::show),
        writes(path::LIGHTS, May(Supervise), lights::handler::set),
        writes(
            path::CLOSE_YEAR,
            May(Supervise),
            evaluation::handler::close_year,
        ),
        reads(path::BOARD, May(Oversee), board::handler::congress),
        reads(path::OVERVIEW, May(Oversee), board::handler::prefecture),
    ]
}

/// The route table without its handlers.
#[must_use]
pub fn routes() -> Vec<Listed> {
    table().into_iter().map(|Route(listed, _)| listed).collect()
}

/// The table as a router.
pub(super) fn router(app: &App) -> Router<App> {
    let empty = Router::new();
    table()
        .into_iter()
        .fold(empty, |router, Route(listed, handler)| {
            // A flood of strangers must stop working when it hangs up: theirs are one write each.
            let handler = if listed.is_act() {
                handler.layer(middleware::from_fn(through::see_through))
            } else if listed.who == Public {
                handler.layer(middleware::from_fn_with_state(app.clone(), crowd::in_turn))
            } else {
                handler
            };
            router.route(listed.pattern, handler)
        })
}
