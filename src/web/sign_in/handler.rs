//! Signing in leads back to the page that asked for it; signing out leads home.

use axum::extract::{Query, State};
use axum::http::{HeaderName, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use serde::Deserialize;

use maud::html;

use super::kept;
use super::view::{self, SignInPage};
use crate::at_desk::{Answer, StaffDesk};
use crate::browser::Browser;
use crate::error;
use crate::form::OpenForm;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, RequestLine, Visitor, office_cookies};
use domain::access::line::LineSafety;
use service::access::kept_forms::MOST_SEALED;
use text::say;

/// Where to go after signing in.
#[derive(Deserialize)]
pub(crate) struct ReturnPath {
    #[serde(default)]
    next: String,
}

pub(crate) async fn show(
    visitor: Visitor,
    RequestLine(line): RequestLine,
    Query(next): Query<ReturnPath>,
) -> Response {
    let page = SignInPage {
        username: "",
        next: &next.next,
        kept: "",
        told: html! {},
        problems: &[],
        is_open_line: line == LineSafety::Open,
    };
    view::sign_in(&Frame::of(&visitor), &page).into_response()
}

pub(crate) async fn submit(
    State(app): State<App>,
    browser: Browser,
    RequestLine(line): RequestLine,
    OpenForm { visitor, fields }: OpenForm<MOST_SEALED>,
) -> Answer {
    let kept = fields.get("kept");
    let (username, next) = (fields.get("username"), fields.get("next"));
    let (password, sender) = (fields.get("password"), browser.sender());
    let named = visitor.or_page(browser.named(&app))?;
    let signed_in = app
        .service
        .sign_in_from(&sender, Some(named.hash), username, password);
    match signed_in.await {
        Ok(secret) => {
            let cookies = (named.cookies, with_cookies(&app, &secret));
            if let Some(page) = kept::given_back(&app, &visitor, &secret, kept).await? {
                return Ok((cookies, page).into_response());
            }
            let to = path::local(next).unwrap_or(path::MANAGE);
            Ok((cookies, Redirect::to(to)).into_response())
        }
        Err(error) => {
            let words = visitor.words;
            let is_kept = kept::is_worth_a_page(&error, kept);
            let error = if is_kept {
                error
            } else {
                visitor.refused(error)?
            };
            let page = SignInPage {
                username,
                next,
                kept,
                told: html! { @if is_kept { p.warn role="alert" { (say!(words, "error-busy")) } } },
                problems: error.problems(),
                is_open_line: line == LineSafety::Open,
            };
            let page = view::sign_in(&Frame::of(&visitor), &page);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn sign_out(desk: StaffDesk) -> Answer {
    desk.or_page(desk.service.sign_out(&desk.actor, &desk.secret).await)?;
    Ok((with_cookies(&desk.app, ""), Redirect::to(path::HOME)).into_response())
}

/// The office's cookies as headers; an empty secret takes them away. (A jar keeps one cookie of a
/// name, and these differ only in their path.)
pub(super) fn with_cookies(app: &App, secret: &str) -> AppendHeaders<[(HeaderName, String); 4]> {
    AppendHeaders(
        office_cookies(app, secret).map(|cookie| (header::SET_COOKIE, cookie.to_string())),
    )
}

pub(crate) async fn show_password(desk: StaffDesk) -> Response {
    view::new_password(&desk, &[]).into_response()
}

pub(crate) async fn change_password(desk: StaffDesk) -> Answer {
    let (old, new, repeat) = (desk.get("old"), desk.get("new"), desk.get("repeat"));
    match desk
        .service
        .change_password(&desk.actor, old, new, repeat)
        .await
    {
        Ok(()) => Ok(Redirect::to(path::SIGN_IN).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = view::new_password(&desk, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}
