//! Appraisal: the list of what is allowed, opinions of units, the conclusion with reasons, the form
//! for the file; and the pages on which units answer.

pub(super) mod handler;
mod opinions;
mod sheet;
mod view;

use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::{KeepLibrary, Look, Opine};
use domain::id::{CongressId, OpinionId, ProjectId};

table! {
    /// Appraisals and the opinions of units.
    pages;
    /// Its appraisal.
    APPRAISAL, appraisal(project: ProjectId) = "/manage/projects/{project}/appraisal" {
        reads: May(Look) => handler::show;
        writes: May(KeepLibrary) => handler::screen;
    }
    /// The appraisal's form on paper.
    APPRAISAL_SHEET, appraisal_sheet(project: ProjectId) = "/manage/projects/{project}/appraisal/sheet" {
        reads: May(Look) => handler::show_sheet;
    }
    /// Asking a unit.
    ASK_OPINION, ask_opinion(project: ProjectId) = "/manage/projects/{project}/appraisal/ask" {
        writes: May(KeepLibrary) => handler::ask;
    }
    /// Concluding an appraisal.
    CONCLUDE, conclude(project: ProjectId) = "/manage/projects/{project}/appraisal/conclude" {
        writes: May(KeepLibrary) => handler::conclude;
    }
    /// Opinions that wait.
    OPINIONS, opinions(congress: CongressId) = "/manage/congresses/{congress}/opinions" {
        reads: May(Opine) => handler::list;
    }
    /// One opinion.
    OPINION, opinion(opinion: OpinionId) = "/manage/opinions/{opinion}" {
        reads: May(Opine) => handler::show_opinion;
        writes: May(Opine) => handler::answer;
    }
}
