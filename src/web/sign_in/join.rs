//! The first sign-in of a deputy or a unit: a printed slip, then a password of one's own.
//!
//! Opening the slip's address spends nothing; only the form does.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::handler::with_cookies;
use super::view::password;
use crate::browser::Browser;
use crate::error::{self, Failure};
use crate::form::OpenForm;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use crate::visitor::{Address, App, PathPiece, Visitor};
use domain::access::password::LEAST_OF_INVITED;
use service::ServiceError;
use service::people::joining::InvitedPerson;
use text::say;

pub(crate) async fn show_code(visitor: Visitor) -> Response {
    code_form(&Frame::of(&visitor), "").into_response()
}

pub(crate) async fn enter_code(
    State(app): State<App>,
    Address(address): Address,
    OpenForm { visitor, fields }: OpenForm,
) -> Result<Response, Failure> {
    let typed = fields.get("code");
    match app.service.find_guest(typed, &address).await {
        Ok(_) => {
            let code: String = typed.chars().filter(|c| c.is_alphanumeric()).collect();
            Ok(Redirect::to(&path::invitation(&code)).into_response())
        }
        Err(error) => unknown(&visitor, typed, error),
    }
}

pub(crate) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    PathPiece(code): PathPiece<String>,
) -> Result<Response, Failure> {
    match app.service.find_guest(&code, &address).await {
        Ok(guest) => Ok(welcome(&Frame::of(&visitor), &guest, &code).into_response()),
        Err(error) => unknown(&visitor, &code, error),
    }
}

pub(crate) async fn submit(
    State(app): State<App>,
    Address(address): Address,
    PathPiece(code): PathPiece<String>,
    browser: Browser,
    OpenForm { visitor, fields }: OpenForm,
) -> Result<Response, Failure> {
    let (new, repeat) = (fields.get("new"), fields.get("repeat"));
    let named = visitor.or_page(browser.named(&app))?;
    let joined = app
        .service
        .join(&code, &address, new, repeat, Some(named.hash));
    match joined.await {
        Ok(secret) => {
            let office = with_cookies(&app, &secret);
            Ok((named.cookies, office, Redirect::to(path::MY)).into_response())
        }
        Err(error) => {
            let error = visitor.refused(error)?;
            match app.service.find_guest(&code, &address).await {
                Ok(guest) => {
                    let frame = Frame::of(&visitor);
                    let page = welcome(&frame.against(error.problems()), &guest, &code);
                    Ok(error::with_problems(&error, page))
                }
                Err(error) => unknown(&visitor, &code, error),
            }
        }
    }
}

/// The code again, with what is wrong with it.
fn unknown(visitor: &Visitor, typed: &str, error: ServiceError) -> Result<Response, Failure> {
    let error = visitor.refused(error)?;
    let page = code_form(&Frame::of(visitor).against(error.problems()), typed);
    Ok(error::with_problems(&error, page))
}

fn code_form(frame: &Frame<'_>, typed: &str) -> Markup {
    let form = kit::PageForm::blank(frame.words, frame.problems);
    let words = frame.words;
    let title = say!(words, "join-title");
    let content = html! {
        div.narrow {
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p.quiet { (say!(words, "join-not-voting")) }
            form method="post" action=(path::JOIN) {
                (form.line("code", say!(words, "join-code")).value(typed).digits().ltr().once().required())
                button.button { (say!(words, "join-next")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::page(
        frame,
        PageStyle::Public,
        &window,
        &html! { (frame.place) },
        &content,
    )
}

fn welcome(frame: &Frame<'_>, guest: &InvitedPerson, code: &str) -> Markup {
    let form = kit::PageForm::blank(frame.words, frame.problems);
    let words = frame.words;
    let title = say!(words, "join-welcome", name = guest.name.clone());
    let content = html! {
        div.narrow {
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p { (say!(words, "join-choose")) }
            p.quiet { (say!(words, "password-how")) }
            form method="post" action=(path::invitation(code)) {
                (form.line("username", say!(words, "username")).hint(say!(words, "join-username")).value(&guest.username).ltr().complete("username").fixed())
                (password(words, "new", &say!(words, "password-new", least = LEAST_OF_INVITED).text, "new-password", frame.problems))
                (password(words, "repeat", &say!(words, "password-again").text, "new-password", frame.problems))
                button.button { (say!(words, "join-button")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::page(
        frame,
        PageStyle::Public,
        &window,
        &html! { (frame.place) },
        &content,
    )
}
