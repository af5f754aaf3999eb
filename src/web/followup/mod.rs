//! The year after the vote: one folder a task, from the plan to the board.
//!
//! [`life`] is the page that tells a project's whole life; its sections are the public page's too.

pub(super) mod board;
pub(super) mod calendar;
pub(super) mod change;
pub(super) mod finding;
pub(super) mod group;
pub(super) mod life;
pub(super) mod lights;
pub(super) mod photo;
pub(super) mod plan;
pub(super) mod report;

use crate::at_desk::{PhotoDesk, StaffDesk};
use crate::evaluation;
use crate::route::RouteRole::May;
use crate::route::acts;
use crate::route::table;
use crate::visitor::PathPiece;
use domain::access::Action::{CheckReport, Inspect, Oversee, Photograph, Report, Supervise};
use domain::followup::fact::FactKind;
use domain::followup::finding::FindingAct;
use domain::id::{ChangeId, CongressId, EntryId, FindingId, ProjectId, ReportId};
use domain::picture::PictureName;
use domain::picture::UploadKey;

table! {
    /// The year after the vote.
    pages;
    /// A project's life for those who work on it.
    LIFE, life(project: ProjectId) = "/manage/projects/{project}/life" {
        reads: May(Oversee) => life::handler::show;
    }
    /// Its plan.
    PLAN, plan(project: ProjectId) = "/manage/projects/{project}/plan" {
        reads: May(Supervise) => plan::handler::show;
        writes: May(Supervise) => plan::handler::assign;
    }
    /// The deputies' groups of a congress.
    GROUPS, groups(congress: CongressId) = "/manage/congresses/{congress}/groups" {
        reads: May(Oversee) => group::handler::show;
        writes: May(Supervise) => group::handler::keep;
    }
    /// The printed table of a year's plans.
    TASK_TABLE, task_table(congress: CongressId, year: i16) = "/manage/congresses/{congress}/tasks/{year}" {
        reads: May(Oversee) => plan::handler::show_table;
    }
    /// A monthly report.
    NEW_REPORT, new_report(project: ProjectId) = "/manage/projects/{project}/reports/new" {
        reads: May(Report) => report::handler::show;
        writes: May(Report) => report::handler::write;
    }
    /// Checking a report.
    CHECK_REPORT, check_report(report: ReportId) = "/manage/reports/{report}/check" {
        writes: May(CheckReport) => life::handler::check_report;
    }
    /// Beginning to bring a photo.
    UPLOADS, uploads(project: ProjectId) = "/manage/projects/{project}/uploads" {
        writes: May(Photograph) => photo::handler::begin;
    }
    /// A photo on its way.
    UPLOAD, upload(key: &UploadKey) = "/manage/uploads/{key}" {
        reads: May(Photograph) => photo::handler::show;
        continues: May(Photograph) => photo::handler::take;
    }
    /// A photo of a project's reports and findings.
    PROGRESS_PHOTO, progress_photo(project: ProjectId, picture: PictureName) = "/manage/projects/{project}/progress-photos/{picture}" {
        reads: May(Oversee) => photo::handler::picture;
    }
    /// A new finding.
    NEW_FINDING, new_finding(project: ProjectId) = "/manage/projects/{project}/findings/new" {
        reads: May(Inspect) => finding::handler::show_new;
        writes: May(Inspect) => finding::handler::write;
    }
    /// A finding.
    FINDING, finding(finding: FindingId) = "/manage/findings/{finding}" {
        reads: May(Oversee) => finding::handler::show;
    }
    /// The printed order of a finding.
    FINDING_ORDER, finding_order(finding: FindingId) = "/manage/findings/{finding}/order" {
        reads: May(Oversee) => finding::handler::show_order;
    }
    /// The ledger of a year's findings.
    LEDGER, ledger(congress: CongressId, year: i16) = "/manage/congresses/{congress}/findings/{year}" {
        reads: May(Oversee) => finding::handler::show_ledger;
    }
    /// A new change of a plan.
    NEW_CHANGE, new_change(project: ProjectId) = "/manage/projects/{project}/changes/new" {
        reads: May(Supervise) => change::handler::show_new;
        writes: May(Supervise) => change::handler::ask;
    }
    /// A change and its decision.
    CHANGE, change(change: ChangeId) = "/manage/changes/{change}" {
        reads: May(Supervise) => change::handler::show;
        writes: May(Supervise) => change::handler::decide;
    }
    /// The supervision calendar of a year.
    CALENDAR, calendar(congress: CongressId, year: i16) = "/manage/congresses/{congress}/calendar/{year}" {
        reads: May(Oversee) => calendar::handler::show;
        writes: May(Supervise) => calendar::handler::make;
    }
    /// An entry of the calendar.
    ENTRY, entry(entry: EntryId) = "/manage/entries/{entry}" {
        reads: May(Oversee) => calendar::handler::show_entry;
    }
    /// Noting that it was held.
    HOLD_ENTRY, hold_entry(entry: EntryId) = "/manage/entries/{entry}/hold" {
        writes: May(Supervise) => calendar::handler::hold;
    }
    /// A new question of an entry.
    QUESTIONS, questions(entry: EntryId) = "/manage/entries/{entry}/questions" {
        writes: May(Supervise) => calendar::handler::ask;
    }
    /// The written reply to a question.
    ANSWER, answer(entry: EntryId, question: i64) = "/manage/entries/{entry}/questions/{question}/answer" {
        writes: May(Supervise) => calendar::handler::answer;
    }
    /// The numbers of the lights, and closing a year.
    LIGHTS, lights(congress: CongressId, year: i16) = "/manage/congresses/{congress}/lights/{year}" {
        reads: May(Supervise) => lights::handler::show;
        writes: May(Supervise) => lights::handler::set;
    }
    /// Closing a year's account.
    CLOSE_YEAR, close_year(congress: CongressId, year: i16) = "/manage/congresses/{congress}/lights/{year}/close" {
        writes: May(Supervise) => evaluation::handler::close_year;
    }
    /// A congress's board of a year.
    BOARD, board(congress: CongressId, year: i16) = "/manage/congresses/{congress}/followup/{year}" {
        reads: May(Oversee) => board::handler::congress;
    }
    /// The prefecture's board of a year.
    OVERVIEW, overview(year: i16) = "/manage/overview/{year}" {
        reads: May(Oversee) => board::handler::prefecture;
    }
    /// Noting that the works are finished, accepted or in use.
    FACT, fact(project: ProjectId, act: &str) = "/manage/projects/{project}/facts/{act}" {
        .. acts(
            FACT, FactKind::ALL, FactKind::word,
            |kind| May(kind.action()),
            |kind| move |at: PathPiece<ProjectId>, desk: StaffDesk|
                life::handler::note_fact(kind, at, desk),
        );
    }
    /// A step with a finding.
    FINDING_STEP, finding_step(finding: FindingId, act: &str) = "/manage/findings/{finding}/{act}" {
        .. acts(
            FINDING_STEP, FindingAct::ALL, FindingAct::word,
            |act| May(act.action()),
            |act| move |at: PathPiece<FindingId>, desk: PhotoDesk|
                finding::handler::step(act, at, desk),
        );
    }
}
