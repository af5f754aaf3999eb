//! The whole route table: the tables of the capabilities, one after another. Each stands in the `mod.rs` of
//! its capability, and [`Route::guarded`] puts the role on a line before its handler.
//!
//! `tests/product/access.rs` asks every route as every role, holds the answers to a list, and each
//! answer to the role on its line.

use axum::Router;

use super::route::{Route, RouteLine};
use super::visitor::App;
use super::{
    account, appraisal, audit_log, backups, ballot, calls, candidate_lists, check_in, count, desk,
    evaluation, files, followup, forms, hall, hand_count, kiosk, leads, library, my, officer,
    officers, people, poll, public, rating, rehearsal, reminder, review, sealed_box, sign_in,
    sitting, slips,
};

fn table() -> Vec<Route> {
    let capabilities = [
        public::pages::routes(),
        ballot::pages::routes(),
        kiosk::pages::routes(),
        sign_in::pages::routes(),
        my::pages::routes(),
        followup::pages::routes(),
        reminder::pages::routes(),
        review::pages::routes(),
        people::pages::routes(),
        sitting::pages::routes(),
        evaluation::pages::routes(),
        rating::pages::routes(),
        sitting::sittings::routes(),
        library::pages::routes(),
        appraisal::pages::routes(),
        candidate_lists::pages::routes(),
        officers::pages::routes(),
        officer::pages::routes(),
        audit_log::pages::routes(),
        check_in::pages::routes(),
        desk::pages::routes(),
        account::pages::routes(),
        desk::exchanges::routes(),
        hand_count::pages::routes(),
        files::pages::routes(),
        slips::pages::routes(),
        calls::pages::routes(),
        leads::pages::routes(),
        hall::pages::routes(),
        poll::pages::routes(),
        rehearsal::pages::routes(),
        poll::drafting::routes(),
        forms::pages::routes(),
        sealed_box::pages::routes(),
        count::pages::routes(),
        backups::pages::routes(),
    ];
    capabilities.into_iter().flatten().collect()
}

/// The route table without its handlers.
#[must_use]
pub fn routes() -> Vec<RouteLine> {
    table().into_iter().flat_map(Route::listed).collect()
}

/// The table as a router, with its role before each route.
pub(super) fn router(app: &App) -> Router<App> {
    let routes = table().into_iter();
    routes.fold(Router::new(), |router, route| route.guarded(router, app))
}
