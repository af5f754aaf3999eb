//! The routes of department reviews, a part of the table in `web/routes.rs`.

use super::{act, handler, public};
use crate::form::StaffForm;
use crate::path;
use crate::route::RouteRole::{Either, May, Public};
use crate::route::{Route, acts, reads, writes};
use crate::visitor::{App, PathPiece, TwoPathPieces};
use axum::extract::State;
use domain::access::Action::{KeepAdvisory, Oversee, Prepare, Report, Supervise};
use domain::followup::finding::FindingAct;
use domain::id::{ReviewId, ReviewTaskId};
use domain::review::{ReviewAct, task};

/// Department reviews, of a congress and of the prefecture's work committee.
pub(crate) fn pages() -> Vec<Route> {
    let (advises, keeps) = (May(KeepAdvisory), Either(Supervise, KeepAdvisory));
    let answers = Either(Report, KeepAdvisory);
    let mut pages = vec![
        reads(path::PUBLIC_REVIEW, Public, public::show),
        reads(path::REVIEWS, May(Oversee), handler::list),
        reads(path::NEW_REVIEW, May(Supervise), handler::offer),
        writes(path::NEW_REVIEW, May(Supervise), handler::plan),
        reads(path::ADVISORY_REVIEWS, May(Oversee), handler::list_advisory),
        reads(path::NEW_ADVISORY_REVIEW, advises, handler::offer_advisory),
        writes(path::NEW_ADVISORY_REVIEW, advises, handler::plan_advisory),
        reads(path::MANAGE_REVIEW, May(Oversee), act::show),
        reads(path::EDIT_REVIEW, keeps, handler::show_edit),
        writes(path::EDIT_REVIEW, keeps, handler::change),
        writes(path::REVIEW_QUESTIONS, keeps, act::ask),
        writes(path::REVIEW_ANSWER, answers, act::answer),
        writes(path::REVIEW_TASKS, keeps, act::give_task),
        writes(path::REVIEW_OPINIONS, advises, act::type_opinions),
        writes(path::REVIEW_POLLS, May(Prepare), act::put_to_poll),
        reads(path::REVIEW_RECORD, May(Oversee), act::print),
    ];
    pages.extend(acts(
        path::REVIEW_TASK_STEP,
        FindingAct::ALL,
        FindingAct::word,
        |step| {
            if task::is_of_department(step) {
                answers
            } else {
                keeps
            }
        },
        |step| {
            move |app: State<App>, at: TwoPathPieces<ReviewId, ReviewTaskId>, form: StaffForm| {
                act::step_task(step, app, at, form)
            }
        },
    ));
    pages.extend(acts(
        path::REVIEW_ACT,
        ReviewAct::ALL,
        ReviewAct::word,
        |_| keeps,
        |one| {
            move |app: State<App>, at: PathPiece<ReviewId>, form: StaffForm| {
                act::act_on(one, app, at, form)
            }
        },
    ));
    pages
}
