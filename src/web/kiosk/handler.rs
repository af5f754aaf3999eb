//! Starting at a kiosk: the visit before ends, a code is typed, the ballot opens.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;

use super::view;
use crate::error::{self, Failure};
use crate::form::OpenForm;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{
    Address, App, KIOSK_COOKIE, LANGUAGE_COOKIE, SIZE_COOKIE, Visitor, kiosk_cookie, set_cookie,
};

/// What the cookie of a tablet says while nobody votes there: that it is a kiosk.
const WAITING: &str = "waiting";

/// The start page. Whatever visit went on here ends; language and size go back to the usual ones.
pub(crate) async fn show(
    State(app): State<App>,
    mut visitor: Visitor,
    Address(address): Address,
    jar: CookieJar,
) -> Response {
    if let Some(visit) = jar.get(KIOSK_COOKIE) {
        app.service.end_visit(visit.value(), &address);
    }
    visitor.start_over();
    let page = view::start(&Frame::of(&visitor), "", None);
    let jar = [LANGUAGE_COOKIE, SIZE_COOKIE]
        .into_iter()
        .fold(jar, |jar, name| {
            jar.add(set_cookie(&app, name, String::new()))
        });
    let jar = jar.add(kiosk_cookie(&app, WAITING.to_owned()));
    (jar, page).into_response()
}

/// A typed code begins a visit. It spends nothing.
pub(crate) async fn enter_code(
    State(app): State<App>,
    Address(address): Address,
    jar: CookieJar,
    OpenForm {
        mut visitor,
        fields,
    }: OpenForm,
) -> Result<Response, Failure> {
    visitor.is_kiosk = true;
    let typed = fields.get("code");
    let frame = Frame::of(&visitor);
    let ticket = match visitor.or_page(app.service.present(typed).await)? {
        Ok(ticket) => ticket,
        Err(unknown) => {
            let page = view::start(&frame, typed, Some(unknown));
            return Ok(error::not_accepted(page));
        }
    };
    let visit = visitor.or_page(app.service.begin_visit(ticket, &address))?;
    let jar = jar.add(kiosk_cookie(&app, visit));
    Ok((jar, Redirect::to(path::CODE)).into_response())
}

/// Somebody touched the tablet: the visit goes on. Asking is enough.
pub(crate) async fn stay(_: crate::visitor::Voter) -> &'static str {
    "ok\n"
}
