//! Starting at a kiosk: the visit before ends, a code is typed, the ballot opens.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;

use super::view;
use crate::ballot::handler::ballot_of;
use crate::error::{self, Failure};
use crate::form::OpenForm;
use crate::kit::Frame;
use crate::visitor::{
    Address, App, KIOSK_COOKIE, LANGUAGE_COOKIE, SIZE_COOKIE, SLIP_COOKIE, Visitor,
    own_slip_cookie, set_cookie, slip_cookie, with_kiosk_cookies,
};

/// What the cookie of a tablet says while nobody votes there: that it is a kiosk.
const WAITING: &str = "waiting";

/// The start page. Whatever visit went on here ends; language and size go back to the usual ones. A phone
/// with a slip that may still vote becomes a tablet by a press alone: a link may come from anybody.
pub(crate) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    jar: CookieJar,
) -> Result<Response, Failure> {
    match jar.get(KIOSK_COOKIE) {
        Some(visit) => app.service.end_visit(visit.value(), &address),
        None => {
            let slip = jar.get(SLIP_COOKIE);
            if let Some(slip) = slip.and_then(|slip| app.service.ticket(slip.value()))
                && visitor.or_page(app.service.may_still_vote(slip).await)?
            {
                return Ok(view::ask(&Frame::of(&visitor)).into_response());
            }
        }
    }
    Ok(begin(&app, visitor, jar))
}

/// The device waits for the next voter as a tablet of the hall.
fn begin(app: &App, mut visitor: Visitor, jar: CookieJar) -> Response {
    visitor.start_over();
    let page = view::start(&Frame::of(&visitor), "", None);
    let jar = [LANGUAGE_COOKIE, SIZE_COOKIE]
        .into_iter()
        .fold(jar, |jar, name| {
            jar.add(set_cookie(app, name, String::new()))
        });
    let jar = with_kiosk_cookies(app, jar, WAITING);
    (jar, page).into_response()
}

/// A typed code begins a visit. It spends nothing. From a phone that was asked: it is a tablet from now
/// on, and keeps no slip.
pub(crate) async fn enter_code(
    State(app): State<App>,
    Address(address): Address,
    jar: CookieJar,
    OpenForm {
        mut visitor,
        fields,
    }: OpenForm,
) -> Result<Response, Failure> {
    if !fields.get(view::AS_TABLET).is_empty() {
        let jar = jar
            .add(own_slip_cookie(&app, String::new()))
            .add(slip_cookie(&app, String::new()));
        return Ok(begin(&app, visitor, jar));
    }
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
    let jar = with_kiosk_cookies(&app, jar, &visit);
    Ok((jar, ballot_of(&app, ticket).await).into_response())
}

/// Somebody touched the tablet: the visit goes on. Asking is enough.
pub(crate) async fn stay(_: crate::visitor::Voter) -> &'static str {
    "ok\n"
}
