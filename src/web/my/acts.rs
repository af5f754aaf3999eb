//! What waits for the reader as the second person, wherever that is: the way of a deputy, of the
//! prefecture's clerk and of an officer with an account.

use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::kit;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::OfficerId;
use domain::problem::Problem;
use service::ServiceError;
use service::sitting::seen_officers::UnseenOfficer;
use text::say;
use text::{Words, format};

pub(crate) async fn show(desk: StaffDesk) -> Answer {
    Ok(page(&desk, &[]).await?.into_response())
}

/// Confirms one of them.
pub(crate) async fn confirm(desk: StaffDesk) -> Answer {
    let done = match kit::confirmation(&desk.fields) {
        Ok(confirmed) => desk.service.confirm(&desk.actor, confirmed).await.map(drop),
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&desk, done).await
}

/// Takes one of them back, or refuses it.
pub(crate) async fn take_back(desk: StaffDesk) -> Answer {
    let done = match kit::confirmation(&desk.fields) {
        Ok(shown) => desk.service.drop_shown(&desk.actor, shown).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&desk, done).await
}

/// Notes that the reader saw an officer at the own device.
pub(crate) async fn see_officer(
    PathPiece(officer): PathPiece<OfficerId>,
    desk: StaffDesk,
) -> Answer {
    let done = desk.service.note_officer_seen(&desk.actor, officer).await;
    show_refused(&desk, done).await
}

async fn show_refused(desk: &StaffDesk, done: Result<(), ServiceError>) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(path::MY_ACTS).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = page(desk, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(desk: &StaffDesk, problems: &[Problem]) -> Result<Markup, Failure> {
    let found = desk.service.list_waiting(&desk.actor).await;
    let found = desk.or_page(found)?;
    let unseen = desk.service.list_unseen_officers(&desk.actor).await;
    let unseen = desk.or_page(unseen)?;
    let frame = desk.frame();
    let words = frame.words;
    let title = say!(words, "waiting-title");
    let content = html! {
        (kit::error_summary(words, problems))
        h1 { (title) }
        @if found.is_empty() && unseen.is_empty() { p.quiet { (say!(words, "waiting-none")) } }
        @for one in &found {
            section.card { (kit::waiting(words, one, (path::MY_ACTS, path::MY_TAKE_BACK), &desk.token, false, problems)) }
        }
        @for one in &unseen { (unseen_officer(words, one, &desk.token)) }
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
