//! Who is let in to a route: asked with the congress that its address concerns, before a form is
//! read for its handler; who is not let in gets back what was typed. What the services ask once more, they ask for the permission that an act is written down with.

use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

use super::error::Failure;
use super::route::RouteRole;
use super::sign_in::kept;
use super::visitor::{App, NotAdmitted, Staff, Visitor};
use domain::access::line::LineContent;
use domain::access::ownership::{AddressedThing, NeededActions};
use service::access::ownership::NamedThing;
use service::files::FileKind;
use service::{ServiceError, permit_over_line};

/// Lets in whoever is signed in and may. Whoever is not signed in is led to the page for that; who may not
/// is refused, whatever the form is.
pub(super) async fn let_in(
    State((app, who)): State<(App, RouteRole)>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = match Visitor::from_request_parts(&mut parts, &app).await {
        Ok(visitor) => visitor,
        Err(response) => return response,
    };
    let let_in = match Staff::of(visitor, &mut parts, &app).await {
        Ok(staff) => match may(&app, &staff, who, &mut parts).await {
            Ok(()) => Ok(staff),
            Err(failure) => Err(NotAdmitted::Failed(failure)),
        },
        Err(stranger) => Err(stranger),
    };
    match let_in {
        Ok(staff) => {
            parts.extensions.insert(staff);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(stranger) => kept::turn_away(&app, stranger, parts, body).await,
    }
}

async fn may(app: &App, staff: &Staff, who: RouteRole, parts: &mut Parts) -> Result<(), Failure> {
    let pieces = match RawPathParams::from_request_parts(parts, app).await {
        Ok(found) => found
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        Err(_) => Vec::new(),
    };
    let needs = if who == RouteRole::OfKind {
        let found = of_kind(&pieces).ok_or(ServiceError::NotFound("page"));
        Some(staff.visitor.or_page(found)?)
    } else {
        who.needs()
    };
    let Some(needs) = needs else { return Ok(()) };
    let named = if matches!(who, RouteRole::Anywhere(_)) {
        NamedThing::Everywhere
    } else {
        named(&pieces)
    };
    let open = app.service.open_to(&staff.actor, needs, named).await;
    staff.visitor.or_page(open)
}

/// What the kind of file of an address asks for.
fn of_kind(pieces: &[(String, String)]) -> Option<NeededActions> {
    let (_, kind) = pieces.iter().find(|(name, _)| name == "kind")?;
    let kind: FileKind = kind.parse().ok()?;
    RouteRole::May(kind.action()).needs()
}

/// The thing of an address: the first of its pieces that names one. An address that names none is the
/// prefecture's.
fn named(pieces: &[(String, String)]) -> NamedThing {
    let mut things = pieces
        .iter()
        .filter_map(|(name, value)| AddressedThing::read(name, value));
    match things.next() {
        Some(Some(thing)) => NamedThing::Thing(thing),
        Some(None) => NamedThing::Nothing,
        None => NamedThing::Prefecture,
    }
}

/// Lets through what the line of whoever is signed in may carry, before the form is read for its handler.
pub(super) async fn carry(
    State((app, carried)): State<(App, LineContent)>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let staff = match Staff::from_request_parts(&mut parts, &app).await {
        Ok(staff) => staff,
        Err(away) => return away,
    };
    match permit_over_line(&staff.actor, carried) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(refused) => {
            let refused = NotAdmitted::Failed(staff.visitor.fail(refused));
            kept::turn_away(&app, refused, parts, body).await
        }
    }
}
