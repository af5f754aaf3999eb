//! Evaluations: drafting one, and what became of what the congress graded.

mod fate;
pub(super) mod handler;
mod list;
mod new;
pub(super) mod remarks;
mod year;

use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::{Look, Oversee, Prepare, Supervise};
use domain::id::{CongressId, PollId, SessionId};

table! {
    /// Evaluations, and what became of what was graded.
    pages;
    /// A new poll.
    NEW_EVALUATION, new_evaluation(session: SessionId) = "/manage/sessions/{session}/evaluations/new" {
        reads: May(Look) => handler::show_new;
        writes: May(Prepare) => handler::create;
    }
    /// All evaluations of a congress.
    EVALUATIONS, evaluations(congress: CongressId) = "/manage/congresses/{congress}/evaluations" {
        reads: May(Oversee) => handler::list;
    }
    /// Remarks of an evaluation.
    REMARKS, remarks(poll: PollId) = "/manage/polls/{poll}/remarks" {
        reads: May(Oversee) => remarks::show;
        writes: May(Supervise) => remarks::take_out;
    }
    /// A year of a congress's supervision.
    EVALUATION_YEAR, evaluation_year(congress: CongressId, year: i16) = "/manage/congresses/{congress}/evaluations/{year}" {
        reads: May(Oversee) => handler::show_year;
    }
}
