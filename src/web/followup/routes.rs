//! The routes of the year after the vote, a part of the table in `web/routes.rs`.

use axum::extract::State;

use super::{board, calendar, change, finding, group, life, lights, photo, plan, report};
use crate::evaluation;
use crate::form::StaffForm;
use crate::path;
use crate::photo_form::StaffPhotoForm;
use crate::route::RouteRole::May;
use crate::route::{Route, acts, continues, reads, writes};
use crate::visitor::{App, PathPiece};
use domain::access::Action::{CheckReport, Inspect, Oversee, Photograph, Report, Supervise};
use domain::followup::fact::FactKind;
use domain::followup::finding::FindingAct;
use domain::id::{FindingId, ProjectId};

/// The year after the vote.
pub(crate) fn pages() -> Vec<Route> {
    let mut pages = vec![
        reads(path::LIFE, May(Oversee), life::handler::show),
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
    ];
    pages.extend(acts(
        path::FACT,
        FactKind::ALL,
        FactKind::word,
        |kind| May(kind.action()),
        |kind| {
            move |app: State<App>, at: PathPiece<ProjectId>, form: StaffForm| {
                life::handler::note_fact(kind, app, at, form)
            }
        },
    ));
    pages.extend(acts(
        path::FINDING_STEP,
        FindingAct::ALL,
        FindingAct::word,
        |act| May(act.action()),
        |act| {
            move |app: State<App>, at: PathPiece<FindingId>, form: StaffPhotoForm| {
                finding::handler::step(act, app, at, form)
            }
        },
    ));
    pages
}
