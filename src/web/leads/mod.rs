//! Leads: residents hand one in and follow it, deputies and units propose, the clerk sorts.
//!
//! `handler` and `propose` take leads in, `followed` shows what became of one, `list` and `triage`
//! are the clerk's. None of the pages here shows a contact but the clerk's answer to asking for it.

mod followed;
mod form;
mod form_view;
pub(super) mod handler;
pub(super) mod list;
pub(super) mod list_view;
pub(super) mod propose;
pub(super) mod triage;
mod triage_acts;
mod triage_view;

use crate::at_desk::StaffDesk;
use crate::route::RouteRole::{Everybody, May, Public};
use crate::route::acts;
use crate::route::table;
use crate::visitor::PathPiece;
use domain::access::Action::{KeepLibrary, Propose, SeeContact};
use domain::id::{CallId, CongressId, LeadId};
use domain::leads::act::LeadAct;
use domain::picture::PictureName;

table! {
    /// Leads: handed in, followed, sorted.
    pages;
    /// Handing in a lead under a call.
    NEW_LEAD, new_lead(call: CallId) = "/calls/{call}/leads/new" {
        reads: Public => handler::show_form;
        writes: Everybody => handler::hand_in;
    }
    /// Asking for a lead by its receipt.
    FOLLOW = "/leads" {
        reads: Public => handler::ask;
    }
    /// What became of the lead of a receipt.
    FOLLOWED, followed(receipt: &str) = "/leads/{receipt}" {
        reads: Public => handler::follow;
    }
    /// A picture of it.
    FOLLOWED_PICTURE, followed_picture(receipt: &str, picture: PictureName) = "/leads/{receipt}/pictures/{picture}" {
        reads: Public => handler::picture;
    }
    /// Handing in a lead with an account.
    PROPOSE, propose(congress: CongressId) = "/my/congresses/{congress}/leads/new" {
        reads: May(Propose) => propose::show;
        writes: May(Propose) => propose::submit;
    }
    /// A congress's leads of a year.
    LEADS, leads(congress: CongressId, year: i16) = "/manage/congresses/{congress}/leads/{year}" {
        reads: May(KeepLibrary) => list::show;
    }
    /// A lead for its clerk.
    LEAD, lead(lead: LeadId) = "/manage/leads/{lead}" {
        reads: May(KeepLibrary) => triage::show;
    }
    /// A picture of it.
    LEAD_PICTURE, lead_picture(lead: LeadId, picture: PictureName) = "/manage/leads/{lead}/pictures/{picture}" {
        reads: May(KeepLibrary) => triage::picture;
    }
    /// How to reach whoever handed it in.
    CONTACT, contact(lead: LeadId) = "/manage/leads/{lead}/contact" {
        writes: May(SeeContact) => triage::contact;
    }
    /// An act on a lead.
    LEAD_ACT, lead_act(lead: LeadId, act: &str) = "/manage/leads/{lead}/{act}" {
        .. acts(
            LEAD_ACT, LeadAct::ALL, LeadAct::word,
            |_| May(KeepLibrary),
            |act| move |at: PathPiece<LeadId>, desk: StaffDesk|
                triage::act(act, at, desk),
        );
    }
}
