//! The path of a ballot in its order: present the slip, mark, check, cast, be told it is in the box.
//!
//! `GET` spends nothing: chat programs and proxies open links ahead of people. Success is said only
//! after the commit, and every act may be repeated after a lost answer.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;

use super::blank::blank;
use super::form::PostedBallot;
use super::{notices, review as last_look, view};
use crate::error::{self, Failure};
use crate::form::{self, Fields, OpenForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{
    Address, App, KIOSK_COOKIE, KIOSK_SCAN_COOKIE, LANGUAGE_COOKIE, OWN_SLIP_COOKIE, PathPiece,
    SIZE_COOKIE, SLIP_COOKIE, Visitor, Voter, heard_cookie, own_slip_cookie, set_cookie,
    slip_cookie, with_kiosk_cookies, without_kiosk_cookies,
};
use domain::ballot::Ballot;
use domain::id::PollId;
use domain::voting::right::SlipStatus;
use service::ServiceError;
use service::voting::casting::{BallotForm, BallotSheet, CastOutcome};
use service::voting::presenting::CodeRefusal;
use service::voting::ticket::Ticket;
use text::{Language, Words};

/// The largest form of a ballot: sixty lines with a remark each, as a browser encodes them.
const MOST: usize = 64 << 10;

/// A slip's address: the code moves into a cookie and out of the address bar. Spends nothing.
pub(crate) async fn scan(
    State(app): State<App>,
    mut visitor: Visitor,
    Address(address): Address,
    jar: CookieJar,
    PathPiece(code): PathPiece<String>,
) -> Result<Response, Failure> {
    let visit = jar.get(KIOSK_SCAN_COOKIE);
    let visit = visit.and_then(|visit| app.service.find_visit(visit.value(), &address));
    match visit {
        Some(open) => {
            visitor.is_kiosk = true;
            scan_at_kiosk(&app, &visitor, (jar, &address), &code, open).await
        }
        None => present(&app, &visitor, jar, &code, None).await,
    }
}

/// A slip's address at a tablet where a slip is open. It stays a tablet: no slip's cookie is left on it.
/// And what is open there goes on, unless it is over or whoever stands there says so.
async fn scan_at_kiosk(
    app: &App,
    visitor: &Visitor,
    (jar, address): (CookieJar, &str),
    code: &str,
    open: Ticket,
) -> Result<Response, Failure> {
    let frame = Frame::of(visitor);
    let ticket = match visitor.or_page(app.service.present(code).await)? {
        Ok(ticket) => ticket,
        Err(unknown) => {
            return Ok(error::not_accepted(notices::code(
                &frame,
                "",
                Some(unknown),
            )));
        }
    };
    if open.is_of_slip(ticket) {
        return Ok(Redirect::to(path::CODE).into_response());
    }
    if visitor.or_page(app.service.may_still_vote(open).await)? {
        return Ok(notices::other_slip(&frame, code).into_response());
    }
    let visit = visitor.or_page(app.service.begin_visit(ticket, address))?;
    let jar = with_kiosk_cookies(app, jar, &visit);
    Ok((jar, ballot_of(app, ticket).await).into_response())
}

/// The page for typing a code; with a slip at hand, the way to its ballot.
pub(crate) async fn show_code(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    jar: CookieJar,
) -> Result<Response, Failure> {
    let frame = Frame::of(&visitor);
    let ticket = match jar.get(KIOSK_COOKIE) {
        Some(visit) => match app.service.find_visit(visit.value(), &address) {
            Some(ticket) => Some(ticket),
            None => return Ok(Redirect::to(path::KIOSK).into_response()),
        },
        None => jar
            .get(SLIP_COOKIE)
            .and_then(|cookie| app.service.ticket(cookie.value())),
    };
    let Some(ticket) = ticket else {
        // A cookie that is none any more was a slip's of an earlier key.
        let has_ended =
            jar.get(SLIP_COOKIE).is_some() && visitor.or_page(app.service.has_old_slips().await)?;
        let ended = has_ended.then_some(CodeRefusal::Ended);
        return Ok(notices::code(&frame, "", ended).into_response());
    };
    let ballots = match app.service.list_ballots(ticket).await {
        Ok(ballots) => ballots,
        Err(ServiceError::NotFound(_)) => {
            return Ok(notices::code(&frame, "", None).into_response());
        }
        Err(error) => return Err(visitor.fail(error)),
    };
    if let [(poll, _, _)] = ballots.as_slice() {
        return Ok(Redirect::to(&path::ballot(*poll)).into_response());
    }
    Ok(notices::choose(&frame, &ballots).into_response())
}

/// Where a slip that was taken up leads: to its ballot at once where there is one, for each turn more is a
/// second more on a slow line.
pub(crate) async fn ballot_of(app: &App, ticket: Ticket) -> Redirect {
    match app.service.list_ballots(ticket).await.as_deref() {
        Ok([(poll, _, _)]) => Redirect::to(&path::ballot(*poll)),
        // Several, or what is wrong: told there.
        _ => Redirect::to(path::CODE),
    }
}

/// A typed code.
pub(crate) async fn enter_code(
    State(app): State<App>,
    jar: CookieJar,
    OpenForm { visitor, fields }: OpenForm,
) -> Result<Response, Failure> {
    let typed = fields.get("code").to_owned();
    present(&app, &visitor, jar, &typed, Some(&typed)).await
}

/// Takes a slip up; `typed` is what somebody typed, none where a link was followed. A link takes no
/// slip away that may still vote: somebody else may have sent it, or stuck it over the own QR.
async fn present(
    app: &App,
    visitor: &Visitor,
    jar: CookieJar,
    code: &str,
    typed: Option<&str>,
) -> Result<Response, Failure> {
    let frame = Frame::of(visitor);
    let own = jar.get(OWN_SLIP_COOKIE);
    let own = own.and_then(|own| app.service.ticket(own.value()));
    let found = visitor.or_page(app.service.present(code).await)?;
    if let (Ok(ticket), Some(own), None) = (&found, own, typed)
        && !own.is_of_slip(*ticket)
        && visitor.or_page(app.service.may_still_vote(own).await)?
    {
        return Ok(notices::other_slip(&frame, code).into_response());
    }
    match found {
        Ok(ticket) => {
            let slip = app.service.ticket_cookie(ticket);
            // Whoever scans a slip holds a phone, even if it once looked at a kiosk's page.
            let jar = jar
                .add(own_slip_cookie(app, slip.clone()))
                .add(slip_cookie(app, slip));
            let jar = without_kiosk_cookies(app, jar);
            Ok((jar, ballot_of(app, ticket).await).into_response())
        }
        Err(unknown) => {
            let page = notices::code(&frame, typed.unwrap_or_default(), Some(unknown));
            Ok(error::not_accepted(page))
        }
    }
}

/// The ballot.
pub(crate) async fn show(
    State(app): State<App>,
    voter: Voter,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let sheet = open(&app, &voter, poll).await?;
    Ok(sheet_or_told(&app, &voter, &sheet, &blank(&sheet)))
}

/// The ballot again with its marks: the way back from the review page.
pub(crate) async fn change(
    State(app): State<App>,
    voter: Voter,
    PathPiece(poll): PathPiece<PollId>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form::read(&voter.visitor, &headers, body, MOST).await?;
    let sheet = open(&app, &voter, poll).await?;
    let posted = read(&voter, &fields, &sheet)?;
    Ok(sheet_or_told(&app, &voter, &sheet, &posted.ballot))
}

async fn open(app: &App, voter: &Voter, poll: PollId) -> Result<BallotSheet, Failure> {
    let sheet = app.service.open_sheet(voter.ticket, poll).await;
    voter.visitor.or_page(sheet)
}

fn sheet_or_told(app: &App, voter: &Voter, sheet: &BallotSheet, ballot: &Ballot) -> Response {
    let frame = Frame::of(&voter.visitor);
    match sheet.seen {
        Ok(SlipStatus::Ballot) => {
            let token = app.service.sheet_token(voter.ticket, sheet.round.id);
            view::ballot(&frame, sheet, ballot, &token, &[]).into_response()
        }
        Ok(SlipStatus::InTheBox) => Redirect::to(&path::done(sheet.poll.id)).into_response(),
        Err(turned) => error::turned(notices::turned(&frame, sheet, turned)),
    }
}

fn read(voter: &Voter, fields: &Fields, sheet: &BallotSheet) -> Result<PostedBallot, Failure> {
    // A round with another number of lines makes no stranger of its forms: it is over.
    if let Ok(round) = fields.get("round").parse() {
        voter.visitor.or_page(sheet.refuse_old(round))?;
    }
    let read = PostedBallot::read(fields, BallotForm::of(&sheet.rules, sheet.lines.len()));
    read.map_err(|problems| voter.visitor.fail(ServiceError::Invalid(problems)))
}

/// The check before the final act; or a switch of language or size, which keeps the marks.
pub(crate) async fn review(
    State(app): State<App>,
    mut voter: Voter,
    jar: CookieJar,
    PathPiece(poll): PathPiece<PollId>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form::read(&voter.visitor, &headers, body, MOST).await?;
    let sheet = open(&app, &voter, poll).await?;
    let posted = read(&voter, &fields, &sheet)?;
    if let Some(show) = &posted.show {
        let jar = switch(&app, &mut voter.visitor, jar, show);
        return Ok((jar, sheet_or_told(&app, &voter, &sheet, &posted.ballot)).into_response());
    }
    if sheet.seen != Ok(SlipStatus::Ballot) {
        return Ok(sheet_or_told(&app, &voter, &sheet, &posted.ballot));
    }
    let ballot = posted.ballot.clone();
    let (round, token) = (posted.round, &posted.token);
    let reviewed = app
        .service
        .review(voter.ticket, poll, round, token, posted.ballot)
        .await;
    match reviewed {
        Ok(form) => {
            let frame = Frame::of(&voter.visitor);
            Ok(last_look::review(&frame, &form, &ballot).into_response())
        }
        Err(error) => {
            let error = voter.visitor.refused(error)?;
            let frame = Frame::of(&voter.visitor);
            let token = app.service.sheet_token(voter.ticket, sheet.round.id);
            let page = view::ballot(&frame, &sheet, &ballot, &token, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Sets language or text size, for this answer and the next ones.
fn switch(app: &App, visitor: &mut Visitor, jar: CookieJar, show: &str) -> CookieJar {
    if let Some(size) = show
        .strip_prefix("size-")
        .and_then(|size| size.parse().ok())
    {
        visitor.size = u8::min(size, 2);
        return jar.add(set_cookie(app, SIZE_COOKIE, visitor.size.to_string()));
    }
    match Language::from_tag(show) {
        Some(language) => {
            visitor.words = Words::of(language);
            jar.add(set_cookie(app, LANGUAGE_COOKIE, language.tag().to_owned()))
        }
        None => jar,
    }
}

/// The final act. Whether the form was the slip's first or not, the answer is the same to the byte.
pub(crate) async fn cast(
    State(app): State<App>,
    voter: Voter,
    Address(address): Address,
    jar: CookieJar,
    PathPiece(poll): PathPiece<PollId>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form::read(&voter.visitor, &headers, body, MOST).await?;
    let known = fields.get("round").parse().ok();
    let form = known.and_then(|round| app.service.find_form(poll, round));
    let posted = form.and_then(|form| PostedBallot::read(&fields, form).ok());
    // The sheet is opened only for what is out of the ordinary: what it answers goes first.
    let posted = match posted {
        Some(posted) => posted,
        None => {
            let sheet = open(&app, &voter, poll).await?;
            read(&voter, &fields, &sheet)?
        }
    };
    let (nonce, token) = (&posted.nonce, &posted.token);
    let cast = app
        .service
        .cast(
            voter.ticket,
            poll,
            posted.round,
            nonce,
            token,
            posted.ballot,
        )
        .await;
    match voter.visitor.or_page(cast)? {
        CastOutcome::InTheBox(heard) => {
            let to = Redirect::to(&path::done(poll));
            match jar.get(KIOSK_COOKIE) {
                Some(visit) => {
                    app.service.hear_in_visit(visit.value(), &address, &heard);
                    Ok(to.into_response())
                }
                None => Ok((jar.add(heard_cookie(&app, poll, heard)), to).into_response()),
            }
        }
        CastOutcome::Turned(turned) => {
            let sheet = open(&app, &voter, poll).await?;
            let frame = Frame::of(&voter.visitor);
            Ok(error::turned(notices::turned(&frame, &sheet, turned)))
        }
    }
}

/// A ballot of the slip is in the box: for the browser that heard so, as often as it likes.
pub(crate) async fn done(
    State(app): State<App>,
    voter: Voter,
    Address(address): Address,
    jar: CookieJar,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let sheet = open(&app, &voter, poll).await?;
    let frame = Frame::of(&voter.visitor);
    match sheet.seen {
        Ok(SlipStatus::InTheBox) => {
            // The answer has arrived: from here on the tablet's cookie opens nothing.
            if let Some(visit) = jar.get(KIOSK_COOKIE) {
                app.service.end_visit(visit.value(), &address);
            }
            Ok(last_look::done(&frame, &sheet).into_response())
        }
        Ok(SlipStatus::Ballot) => Ok(Redirect::to(&path::ballot(poll)).into_response()),
        Err(turned) => Ok(error::turned(notices::turned(&frame, &sheet, turned))),
    }
}
