//! Signing in leads back to the page that asked for it; signing out leads home.

use axum::extract::{Query, State};
use axum::http::{HeaderName, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::view;
use crate::browser::Browser;
use crate::error::{self, Failure};
use crate::form::{OpenForm, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{Address, App, Staff, Visitor, is_open_line, office_cookies};

/// Where to go after signing in.
#[derive(Deserialize)]
pub(crate) struct Next {
    #[serde(default)]
    next: String,
}

pub(crate) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    Query(next): Query<Next>,
) -> Response {
    let is_open = is_open_line(&app, &address);
    view::sign_in(&Frame::of(&visitor), "", &next.next, &[], is_open).into_response()
}

pub(crate) async fn submit(
    State(app): State<App>,
    browser: Browser,
    Address(address): Address,
    OpenForm { visitor, fields }: OpenForm,
) -> Result<Response, Failure> {
    let (username, next) = (fields.get("username"), fields.get("next"));
    let (password, sender) = (fields.get("password"), browser.sender());
    let named = visitor.go(browser.named(&app))?;
    let signed_in = app
        .service
        .sign_in_from(&sender, Some(named.hash), username, password);
    match signed_in.await {
        Ok(secret) => {
            let to = path::local(next).unwrap_or(path::MANAGE);
            Ok((named.cookies, with_cookies(&app, &secret), Redirect::to(to)).into_response())
        }
        Err(error) => {
            let error = visitor.refused(error)?;
            let is_open = is_open_line(&app, &address);
            let frame = Frame::of(&visitor);
            let page = view::sign_in(&frame, username, next, error.problems(), is_open);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn sign_out(
    State(app): State<App>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    staff
        .visitor
        .go(app.service.sign_out(&staff.actor, &staff.secret).await)?;
    Ok((with_cookies(&app, ""), Redirect::to(path::HOME)).into_response())
}

/// The office's cookies as headers; an empty secret takes them away. (A jar keeps one cookie of a
/// name, and these differ only in their path.)
pub(super) fn with_cookies(app: &App, secret: &str) -> AppendHeaders<[(HeaderName, String); 4]> {
    AppendHeaders(
        office_cookies(app, secret).map(|cookie| (header::SET_COOKIE, cookie.to_string())),
    )
}

pub(crate) async fn show_password(staff: Staff) -> Response {
    view::new_password(&staff, &[]).into_response()
}

pub(crate) async fn change_password(
    State(app): State<App>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (old, new, repeat) = (fields.get("old"), fields.get("new"), fields.get("repeat"));
    match app
        .service
        .change_password(&staff.actor, old, new, repeat)
        .await
    {
        Ok(()) => Ok(Redirect::to(path::SIGN_IN).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = view::new_password(&staff, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}
