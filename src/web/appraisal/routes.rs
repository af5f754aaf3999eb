//! The routes of appraisals, a part of the table in `web/routes.rs`.

use super::handler;
use crate::path;
use crate::route::RouteRole::May;
use crate::route::{Route, reads, writes};
use domain::access::Action::{KeepLibrary, Look, Opine};

/// Appraisals and the opinions of units.
pub(crate) fn pages() -> Vec<Route> {
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
