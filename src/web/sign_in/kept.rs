//! What somebody typed while their sign-in ended, or their right to a page: it comes back. It lies sealed in
//! the page for signing in and nowhere else, and opens for the account whose form it was.

use axum::body::Body;
use axum::http::Method;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::view::{self, SignInPage};
use crate::error::{self, Failure};
use crate::form::{self, Fields};
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use crate::photo_form;
use crate::visitor::{App, NotAdmitted, RequestLine, Visitor};
use axum::extract::FromRequestParts as _;
use domain::access::line::LineSafety;
use service::ServiceError;
use service::access::kept_forms::KeptForm;
use text::say;

/// The answer to whoever is not let in: with a form, what was typed into it is given back.
pub(crate) async fn turn_away(
    app: &App,
    stranger: NotAdmitted,
    mut parts: Parts,
    body: Body,
) -> Response {
    let typed = if parts.method == Method::GET {
        Fields::default()
    } else {
        read(app, &parts, body).await
    };
    match stranger {
        NotAdmitted::Failed(failure) => failure.with_typed(&typed).into_response(),
        NotAdmitted::MustChange => Redirect::to(path::PASSWORD).into_response(),
        NotAdmitted::SignedOut(visitor) => {
            if typed.texts_and_figures().next().is_none() {
                return visitor.to_sign_in(&parts.method);
            }
            let Ok(RequestLine(line)) = RequestLine::from_request_parts(&mut parts, app).await;
            let is_open_line = line == LineSafety::Open;
            error::signed_out(ended(app, *visitor, &typed, is_open_line))
        }
    }
}

/// What was typed into a form that nobody takes; its files are read and thrown away.
async fn read(app: &App, parts: &Parts, body: Body) -> Fields {
    if form::is_of_type(&parts.headers, "application/x-www-form-urlencoded") {
        let (typed, _) = form::gather(body, form::MOST_OF_STRANGERS).await;
        return Fields::parse(&typed);
    }
    if form::is_of_type(&parts.headers, "multipart/form-data") {
        return photo_form::texts(app, &parts.headers, body).await;
    }
    form::drain(body, form::DRAINED).await;
    Fields::default()
}

/// The page for signing in, with the form that waits for it.
fn ended(app: &App, mut visitor: Visitor, typed: &Fields, is_open_line: bool) -> Markup {
    let form = KeptForm {
        to: std::mem::replace(&mut visitor.here, path::sign_in(path::MANAGE)),
        fields: typed.open().map(owned).collect(),
        file: typed.file().map(str::to_owned),
        is_whole: typed.is_open(),
    };
    let sealed = app.service.keep_form(typed.get("token"), &form);
    let words = visitor.words;
    let told = match &sealed {
        Some(_) => html! { p.decision.stop role="alert" { (say!(words, "sign-in-ended-kept")) } },
        None => html! {
            p.decision.stop role="alert" { (say!(words, "sign-in-ended-copy")) }
            (kit::typed_texts(words, typed.texts_and_figures()))
        },
    };
    let page = SignInPage {
        username: "",
        next: path::MANAGE,
        kept: sealed.as_deref().unwrap_or_default(),
        told,
        problems: &[],
        is_open_line,
    };
    view::sign_in(&Frame::of(&visitor), &page)
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// The page that gives a form back to whoever just signed in; none where it is not theirs.
pub(super) async fn given_back(
    app: &App,
    visitor: &Visitor,
    secret: &str,
    sealed: &str,
) -> Result<Option<Markup>, Failure> {
    if sealed.is_empty() {
        return Ok(None);
    }
    let found = app.service.find_signed_in(secret).await;
    let found = visitor
        .or_page(found)?
        .filter(|found| !found.must_change)
        .and_then(|found| Some((found.actor.account?, found)));
    let Some((account, found)) = found else {
        return Ok(None);
    };
    let Some(kept) = app.service.find_kept_form(account, sealed) else {
        return Ok(None);
    };
    let visitor = Visitor {
        name: Some(found.actor.name),
        unread: found.unread,
        here: path::MANAGE.to_owned(),
        ..visitor.clone()
    };
    let token = app.service.form_token(secret, Some(account));
    let frame = Frame::of(&visitor);
    Ok(Some(back(&frame.with_token(&token), kept)))
}

fn back(frame: &Frame<'_>, kept: KeptForm) -> Markup {
    let words = frame.words;
    let title = say!(words, "kept-page-title");
    let typed = Fields::of(kept.fields).with_file(kept.file);
    let content = html! {
        div.narrow {
            h1 { (title) }
            p { (say!(words, "kept-page-lead")) }
            (kit::typed_texts(words, typed.texts_and_figures()))
            @if kept.is_whole { (kit::send_again(words, &kept.to, &typed, frame.token)) }
            @else { p { (say!(words, "kept-page-secret")) } }
            p { a.button.plain href=(path::MANAGE) { (say!(words, "back-to-tasks")) } }
        }
    };
    kit::page(
        frame,
        PageStyle::Office,
        &title.text,
        &html! { (frame.place) },
        &content,
    )
}

/// A try to sign in that nobody could look at: the page again, so that the form that waits is not lost.
pub(super) fn is_worth_a_page(error: &ServiceError, sealed: &str) -> bool {
    matches!(error, ServiceError::Busy) && !sealed.is_empty()
}
