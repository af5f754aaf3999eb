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
pub(crate) mod routes;

use domain::access::{self, Action, Actor};
use domain::id::CongressId;

/// Whether somebody keeps the follow-up of a congress: the forms of others are not shown to them.
fn may_supervise(actor: &Actor, congress: CongressId) -> bool {
    access::may(actor, Action::Supervise, Some(congress)).is_ok()
}
