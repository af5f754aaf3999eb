//! What waits for the reader as the second person, wherever that is: the way of a deputy, of the
//! prefecture's clerk and of an officer with an account.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::error::{self, Failure};
use crate::form::StaffForm;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, Staff};
use domain::problem::Problem;
use service::ServiceError;
use text::say;

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
    let frame = Frame::office(staff);
    let words = frame.words;
    let title = say!(words, "waiting-title");
    let content = html! {
        (kit::error_summary(words, problems))
        h1 { (title) }
        @if found.is_empty() { p.quiet { (say!(words, "waiting-none")) } }
        @for one in &found {
            section.card { (kit::waiting(words, one, (path::MY_ACTS, path::MY_TAKE_BACK), &staff.token, false, problems)) }
        }
        p { a.button.plain href=(path::MANAGE) { (say!(words, "task-list")) } }
    };
    Ok(kit::office_page(
        &frame,
        &kit::window_title(words, &title.text, problems),
        &content,
    ))
}
