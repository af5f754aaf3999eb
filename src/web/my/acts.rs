//! What waits for the reader as the second person, wherever that is: the way of a deputy, of the
//! prefecture's clerk and of an officer with an account.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::error::{self, Failure};
use crate::form::StaffForm;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::OfficerId;
use domain::problem::Problem;
use service::ServiceError;
use service::sitting::seen_officers::UnseenOfficer;
use text::say;
use text::{Words, format};

pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    Ok(page(&app, &staff, &[]).await?.into_response())
}

/// Confirms one of them.
pub(crate) async fn confirm(
    State(app): State<App>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match kit::confirmation(&fields) {
        Ok(confirmed) => app.service.confirm(&staff.actor, confirmed).await.map(drop),
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&app, &staff, done).await
}

/// Takes one of them back, or refuses it.
pub(crate) async fn take_back(
    State(app): State<App>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match kit::confirmation(&fields) {
        Ok(shown) => app.service.drop_shown(&staff.actor, shown).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&app, &staff, done).await
}

/// Notes that the reader saw an officer at the own device.
pub(crate) async fn see_officer(
    State(app): State<App>,
    PathPiece(officer): PathPiece<OfficerId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.note_officer_seen(&staff.actor, officer).await;
    show_refused(&app, &staff, done).await
}

async fn show_refused(
    app: &App,
    staff: &Staff,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(path::MY_ACTS).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = page(app, staff, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(app: &App, staff: &Staff, problems: &[Problem]) -> Result<Markup, Failure> {
    let found = app.service.list_waiting(&staff.actor).await;
    let found = staff.visitor.or_page(found)?;
    let unseen = app.service.list_unseen_officers(&staff.actor).await;
    let unseen = staff.visitor.or_page(unseen)?;
    let frame = Frame::office(staff);
    let words = frame.words;
    let title = say!(words, "waiting-title");
    let content = html! {
        (kit::error_summary(words, problems))
        h1 { (title) }
        @if found.is_empty() && unseen.is_empty() { p.quiet { (say!(words, "waiting-none")) } }
        @for one in &found {
            section.card { (kit::waiting(words, one, (path::MY_ACTS, path::MY_TAKE_BACK), &staff.token, false, problems)) }
        }
        @for one in &unseen { (unseen_officer(words, one, &staff.token)) }
        p { a.button.plain href=(path::MANAGE) { (say!(words, "task-list")) } }
    };
    Ok(kit::office_page(
        &frame,
        &kit::window_title(words, &title.text, problems),
        &content,
    ))
}

/// An officer whose device another account should see, with the button that says that the reader did.
fn unseen_officer(words: Words, one: &UnseenOfficer, token: &str) -> Markup {
    let name = one.officer.name.clone();
    html! {
        section.card {
            h3 { (say!(words, "officer-see-title", name = name.clone())) }
            p { bdi lang="zh-Hans" { (one.congress.name) } }
            p { (say!(words, "officer-see-what", name = name.clone(), who = one.printed_by.clone(),
                time = format::time_of(one.opened_at))) }
            form method="post" action=(path::see_officer(one.officer.id)) {
                (kit::token_field(token))
                button.button.plain { (say!(words, "officer-see", name = name)) }
            }
        }
    }
}
