//! The routes of leads, a part of the table in `web/routes.rs`.

use axum::extract::State;

use super::{handler, list, propose, triage};
use crate::form::StaffForm;
use crate::path;
use crate::route::RouteRole::{Everybody, May, Public};
use crate::route::{Route, acts, reads, writes};
use crate::visitor::{App, PathPiece};
use domain::access::Action::{KeepLibrary, Propose, SeeContact};
use domain::id::LeadId;
use domain::leads::act::LeadAct;

/// Leads: handed in, followed, sorted.
pub(crate) fn pages() -> Vec<Route> {
    let mut pages = vec![
        reads(path::NEW_LEAD, Public, handler::show_form),
        writes(path::NEW_LEAD, Everybody, handler::hand_in),
        reads(path::FOLLOW, Public, handler::ask),
        reads(path::FOLLOWED, Public, handler::follow),
        reads(path::FOLLOWED_PICTURE, Public, handler::picture),
        reads(path::PROPOSE, May(Propose), propose::show),
        writes(path::PROPOSE, May(Propose), propose::submit),
        reads(path::LEADS, May(KeepLibrary), list::show),
        reads(path::LEAD, May(KeepLibrary), triage::show),
        reads(path::LEAD_PICTURE, May(KeepLibrary), triage::picture),
        writes(path::CONTACT, May(SeeContact), triage::contact),
    ];
    pages.extend(acts(
        path::LEAD_ACT,
        LeadAct::ALL,
        LeadAct::word,
        |_| May(KeepLibrary),
        |act| {
            move |app: State<App>, at: PathPiece<LeadId>, form: StaffForm| {
                triage::act(act, app, at, form)
            }
        },
    ));
    pages
}
