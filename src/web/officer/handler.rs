//! The pages of an officer's device. Opening a slip's address spends nothing; only the form does.

use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};

use super::device::{DeviceForm, OfficerDevice, screen};
use super::view;
use crate::browser::Browser;
use crate::error::{self, Failure};
use crate::form::{Fields, OpenForm};
use crate::kit::{Frame, confirmation};
use crate::path;
use crate::visitor::{
    Address, App, OFFICER_COOKIE, PathPiece, RequestLine, TwoPathPieces, Visitor, cookie,
    officer_cookie,
};
use domain::digest::Digest;
use domain::id::RoundId;
use domain::problem::Problem;
use service::ServiceError;
use service::act_of_two::press::PinEntry;
use service::round::cards::BoxView;

/// What an officer's page shows besides what is stored.
pub(super) struct OfficerPage<'p> {
    pub(super) token: &'p str,
    pub(super) typed: &'p Fields,
    pub(super) problems: &'p [Problem],
}

/// Whoever opens the officers' address: with the cookie of a device, or without.
pub(crate) struct DeviceVisitor {
    visitor: Visitor,
    device: Option<OfficerDevice>,
}

impl FromRequestParts<App> for DeviceVisitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let device = match cookie(parts, OFFICER_COOKIE) {
            Some(_) => match OfficerDevice::from_request_parts(parts, app).await {
                Ok(device) => Some(device),
                // An ended device is led to this very page.
                Err(away) if away.status().is_redirection() => None,
                Err(refused) => return Err(refused),
            },
            None => None,
        };
        Ok(Self { visitor, device })
    }
}

/// The officer's page, or the form for a slip's code.
pub(crate) async fn show(
    State(app): State<App>,
    RequestLine(line): RequestLine,
    comer: DeviceVisitor,
) -> Result<Response, Failure> {
    let Some(device) = comer.device else {
        let refusal = screen(&app, line).err();
        let problems = refusal.as_ref().map_or(&[][..], ServiceError::problems);
        let page = view::code_form(&Frame::of(&comer.visitor).against(problems), "");
        return Ok(match &refusal {
            Some(error) => error::with_problems(error, page),
            None => page.into_response(),
        });
    };
    page(&app, &device, &Fields::default(), None).await
}

/// The officer's page with what was typed and not accepted.
async fn page(
    app: &App,
    device: &OfficerDevice,
    typed: &Fields,
    error: Option<ServiceError>,
) -> Result<Response, Failure> {
    let (service, actor) = (&app.service, &device.open.actor);
    let waiting = device.visitor.or_page(service.list_waiting(actor).await)?;
    let mut boxes: Vec<BoxView> = Vec::new();
    let rounds = service.list_boxes_of_session(actor, device.open.session.id);
    for round in device.visitor.or_page(rounds.await)? {
        boxes.push(
            device
                .visitor
                .or_page(service.get_box(actor, round).await)?,
        );
    }
    let seen = OfficerPage {
        token: &device.token,
        typed,
        problems: error.as_ref().map_or(&[][..], ServiceError::problems),
    };
    let proposals = device
        .visitor
        .or_page(service.list_proposals(actor).await)?;
    let page = view::home(
        &device.frame(),
        &device.open,
        (&waiting, &proposals),
        &boxes,
        &seen,
    );
    Ok(match &error {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

/// On to the page, or the page again with what stands against it.
async fn show_refused(
    app: &App,
    device: &OfficerDevice,
    typed: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(path::OFFICER).into_response()),
        Err(error) => {
            let error = device.visitor.refused(error)?;
            page(app, device, typed, Some(error)).await
        }
    }
}

/// A typed code.
pub(crate) async fn enter_code(
    State(app): State<App>,
    Address(address): Address,
    RequestLine(line): RequestLine,
    browser: Browser,
    OpenForm { visitor, fields }: OpenForm,
) -> Result<Response, Failure> {
    visitor.or_page(screen(&app, line))?;
    let typed = fields.get("code");
    let greeted = app.service.greet_officer(typed, &address, browser.hash());
    match greeted.await {
        Ok(_) => {
            let code: String = typed.chars().filter(|c| c.is_alphanumeric()).collect();
            Ok(Redirect::to(&path::officer_slip(&code)).into_response())
        }
        Err(error) => unknown(&visitor, typed, error),
    }
}

/// A scanned slip: whom it greets, with the button that opens the device. The browser gets its name
/// here, so that opening may be repeated after a lost answer.
pub(crate) async fn greet(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    RequestLine(line): RequestLine,
    browser: Browser,
    PathPiece(code): PathPiece<String>,
) -> Result<Response, Failure> {
    visitor.or_page(screen(&app, line))?;
    let greeted = app.service.greet_officer(&code, &address, browser.hash());
    match greeted.await {
        Ok(greeted) => {
            let named = visitor.or_page(browser.named(&app))?;
            let page = view::greeting(&Frame::of(&visitor), &greeted, &code);
            Ok((named.cookies, page).into_response())
        }
        Err(error) => unknown(&visitor, &code, error),
    }
}

/// Opens the device.
pub(crate) async fn open(
    State(app): State<App>,
    Address(address): Address,
    RequestLine(line): RequestLine,
    PathPiece(code): PathPiece<String>,
    browser: Browser,
    OpenForm { visitor, .. }: OpenForm,
) -> Result<Response, Failure> {
    let screen = visitor.or_page(screen(&app, line))?;
    let named = visitor.or_page(browser.named(&app))?;
    let opened = app
        .service
        .open_officer_device(&code, &address, named.hash, screen);
    match opened.await {
        Ok(secret) => {
            let own = officer_cookie(&app, &secret);
            Ok((named.cookies, own, Redirect::to(path::OFFICER)).into_response())
        }
        Err(error) => unknown(&visitor, &code, error),
    }
}

/// The form for the code again, with what is wrong.
fn unknown(visitor: &Visitor, typed: &str, error: ServiceError) -> Result<Response, Failure> {
    let error = visitor.refused(error)?;
    let page = view::code_form(&Frame::of(visitor).against(error.problems()), typed);
    Ok(error::with_problems(&error, page))
}

/// The officer's own PIN.
pub(crate) async fn set_pin(
    State(app): State<App>,
    DeviceForm { device, fields }: DeviceForm,
) -> Result<Response, Failure> {
    let (pin, repeat) = (fields.get("new_pin"), fields.get("repeat"));
    let (actor, officer) = (&device.open.actor, device.open.officer.id);
    let done = app.service.set_pin(actor, officer, pin, repeat).await;
    show_refused(&app, &device, &fields, done).await
}

/// Confirms what waits, with the PIN.
pub(crate) async fn confirm(
    State(app): State<App>,
    DeviceForm { device, fields }: DeviceForm,
) -> Result<Response, Failure> {
    let done = match confirmation(&fields) {
        Ok(confirmed) => {
            let done = app.service.confirm(&device.open.actor, confirmed).await;
            done.map(drop)
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&app, &device, &fields, done).await
}

/// Stands for what another scrutineer proposed about doubtful papers, with the PIN.
pub(crate) async fn judge(
    State(app): State<App>,
    TwoPathPieces(round, batch): TwoPathPieces<RoundId, u32>,
    DeviceForm { device, fields }: DeviceForm,
) -> Result<Response, Failure> {
    let changed = || ServiceError::refused(Problem::error("act-changed"));
    let done = match Digest::from_hex(fields.get("seen")) {
        Some(seen) => {
            let pin = fields.get("pin").trim().to_owned();
            let actor = &device.open.actor;
            let done = app
                .service
                .confirm_decision(actor, round, batch, seen, Some(pin));
            done.await.map(drop)
        }
        None => Err(changed()),
    };
    show_refused(&app, &device, &fields, done).await
}

/// Refuses what waits.
pub(crate) async fn take_back(
    State(app): State<App>,
    DeviceForm { device, fields }: DeviceForm,
) -> Result<Response, Failure> {
    let done = match confirmation(&fields) {
        Ok(shown) => app.service.drop_shown(&device.open.actor, shown).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&app, &device, &fields, done).await
}

/// Gives the device back.
pub(crate) async fn leave(
    State(app): State<App>,
    DeviceForm { device, .. }: DeviceForm,
) -> Result<Response, Failure> {
    let left = app.service.leave_officer_device(&device.open.actor).await;
    device.visitor.or_page(left)?;
    Ok((officer_cookie(&app, ""), Redirect::to(path::HOME)).into_response())
}

/// The officer's own card, once.
pub(crate) async fn show_card(
    State(app): State<App>,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u8>,
    DeviceForm { device, fields }: DeviceForm,
) -> Result<Response, Failure> {
    let by = PinEntry {
        officer: device.open.officer.id,
        pin: fields.get("pin").trim().to_owned(),
    };
    let shown = app
        .service
        .show_card(&device.open.actor, round, number, Some(by));
    match shown.await {
        Ok(card) => Ok(view::card(&device.frame(), &card).into_response()),
        Err(error) => show_refused(&app, &device, &fields, Err(error)).await,
    }
}

/// The card typed back.
pub(crate) async fn check_card(
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    DeviceForm { device, fields }: DeviceForm,
) -> Result<Response, Failure> {
    let typed = fields.get("card");
    let done = app.service.check_cards(&device.open.actor, round, typed);
    let done = done.await;
    show_refused(&app, &device, &fields, done).await
}

/// The card given for opening the box.
pub(crate) async fn give_card(
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    DeviceForm { device, fields }: DeviceForm,
) -> Result<Response, Failure> {
    let typed = fields.get("card");
    let done = app.service.give_card(&device.open.actor, round, typed);
    let done = done.await.map(drop);
    show_refused(&app, &device, &fields, done).await
}
