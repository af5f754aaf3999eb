//! Failures as pages: the only place that chooses status codes for them.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::form::Fields;
use super::kit::{self, Frame};
use super::visitor::Visitor;
use domain::problem::Nature;
use machine::telemetry;
use service::ServiceError;
use text::say;
use text::{Language, Phrase, Words};

/// The answer to a request whose body does not come.
pub(super) const TOO_SLOW: StatusCode = StatusCode::REQUEST_TIMEOUT;

/// The answer when a handler panicked: no language is known here, and nothing of the request is
/// told or logged but that it happened.
pub(super) fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    telemetry::note("a handler panicked; its request was not carried out");
    let words = Words::default();
    let told = [
        say!(words, "error-broken"),
        say!(words, "error-nothing-saved"),
    ];
    let english = Words::of(Language::En);
    let told_english = [
        say!(english, "error-broken"),
        say!(english, "error-nothing-saved"),
    ];
    let lines: Vec<String> = told
        .iter()
        .chain(&told_english)
        .map(ToString::to_string)
        .collect();
    (StatusCode::INTERNAL_SERVER_ERROR, lines.join("\n")).into_response()
}

/// The answer to a piece of an upload that is not the next one: its headers say which is.
pub(super) const NO_GAP: StatusCode = StatusCode::CONFLICT;

/// A failure with the visitor who is to read of it.
pub(super) struct Failure {
    visitor: Box<Visitor>,
    kind: FailureKind,
}

enum FailureKind {
    Service(ServiceError),
    /// Of so many bytes at most.
    TooLarge(usize),
    /// Of an earlier sign-in of the same account; the token of this one.
    Earlier(String),
    NotAForm,
    NoSuchPage,
    WrongMethod,
    Foreign,
}

impl Failure {
    pub(super) fn new(visitor: Visitor, error: ServiceError) -> Self {
        Self {
            visitor: Box::new(visitor),
            kind: FailureKind::Service(error),
        }
    }

    pub(super) fn too_large(visitor: Visitor, most: usize) -> Self {
        Self {
            visitor: Box::new(visitor),
            kind: FailureKind::TooLarge(most),
        }
    }

    /// A form that was drawn for an earlier sign-in of whoever sends it.
    pub(super) fn of_earlier_sign_in(visitor: Visitor, token: String) -> Self {
        Self {
            visitor: Box::new(visitor),
            kind: FailureKind::Earlier(token),
        }
    }

    /// The same failure, which gives back what was typed.
    pub(super) fn with_typed(mut self, fields: &Fields) -> Self {
        if self.visitor.typed.is_none() {
            self.visitor.keep_typed(fields);
        }
        self
    }

    pub(super) fn not_a_form(visitor: Visitor) -> Self {
        Self {
            visitor: Box::new(visitor),
            kind: FailureKind::NotAForm,
        }
    }

    pub(super) fn no_such_page(visitor: Visitor) -> Self {
        Self {
            visitor: Box::new(visitor),
            kind: FailureKind::NoSuchPage,
        }
    }

    pub(super) fn wrong_method(visitor: Visitor) -> Self {
        Self {
            visitor: Box::new(visitor),
            kind: FailureKind::WrongMethod,
        }
    }

    pub(super) fn foreign(visitor: Visitor) -> Self {
        Self {
            visitor: Box::new(visitor),
            kind: FailureKind::Foreign,
        }
    }
}

/// The status of a page that shows problems beside a form again; with the seconds to wait where too much was
/// tried.
pub(super) fn with_problems(error: &ServiceError, page: Markup) -> Response {
    match wait_of(error) {
        Some(seconds) => too_many(page, seconds),
        None => (status(error), page).into_response(),
    }
}

/// The seconds to wait, where an error is that too much was tried.
fn wait_of(error: &ServiceError) -> Option<i64> {
    let mut problems = error.problems().iter();
    problems.find_map(|problem| problem.nature.seconds())
}

/// The answer when somebody else saved in between; the page shows both texts.
pub(super) fn conflict(page: Markup) -> Response {
    (StatusCode::CONFLICT, page).into_response()
}

/// The answer when somebody is turned away for now; the page says why.
pub(super) fn turned(page: Markup) -> Response {
    (StatusCode::CONFLICT, page).into_response()
}

/// Whether a body was refused because it is larger than the most.
pub(super) fn is_too_large(status: StatusCode) -> bool {
    status == StatusCode::PAYLOAD_TOO_LARGE
}

/// The page for signing in, as the answer to a form of a sign-in that ended.
pub(super) fn signed_out(page: Markup) -> Response {
    (StatusCode::FORBIDDEN, page).into_response()
}

/// The answer to whoever has the page already.
pub(super) fn not_modified() -> Response {
    StatusCode::NOT_MODIFIED.into_response()
}

/// The answer to a code that is not accepted.
pub(super) fn not_accepted(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// The answer to too many wrong tries.
pub(super) fn too_many(page: Markup, seconds: i64) -> Response {
    let mut response = (StatusCode::TOO_MANY_REQUESTS, page).into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

fn status(error: &ServiceError) -> StatusCode {
    match error {
        ServiceError::Refused(problems) => {
            if problems
                .iter()
                .any(|problem| problem.nature == Nature::ForeignForm)
            {
                StatusCode::FORBIDDEN
            } else {
                StatusCode::CONFLICT
            }
        }
        ServiceError::Invalid(_) if wait_of(error).is_some() => StatusCode::TOO_MANY_REQUESTS,
        ServiceError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        ServiceError::Denied(denied) if denied.is_stranger => StatusCode::NOT_FOUND,
        ServiceError::Denied(_) => StatusCode::FORBIDDEN,
        ServiceError::NotFound(_) => StatusCode::NOT_FOUND,
        ServiceError::Busy => StatusCode::SERVICE_UNAVAILABLE,
        ServiceError::Damaged(_) | ServiceError::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl Failure {
    /// What was typed, to be copied; where trying again may do, a button that sends it again.
    fn kept(&self, status: StatusCode) -> Markup {
        let (words, to) = (self.visitor.words, &self.visitor.here);
        let Some(typed) = self.visitor.typed.as_ref() else {
            return html! {};
        };
        let is_busy = status == StatusCode::SERVICE_UNAVAILABLE;
        let token = if let FailureKind::Earlier(token) = &self.kind {
            Some(token.as_str())
        } else {
            is_busy.then(|| typed.get("token"))
        };
        html! {
            (kit::typed_texts(words, typed.texts()))
            @if let Some(token) = token.filter(|_| typed.is_open()) {
                (kit::send_again(words, to, typed, token))
            }
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let words = self.visitor.words;
        let (status, title, lines): (StatusCode, Phrase, Vec<Phrase>) = match &self.kind {
            FailureKind::TooLarge(most) => (
                StatusCode::PAYLOAD_TOO_LARGE,
                say!(words, "error-too-large"),
                vec![
                    say!(words, "error-too-large-most", most = most >> 10),
                    say!(words, "error-nothing-saved"),
                ],
            ),
            FailureKind::Earlier(_) => (
                StatusCode::FORBIDDEN,
                say!(words, "error-earlier-sign-in"),
                vec![
                    say!(words, "error-nothing-saved"),
                    say!(words, "error-earlier-sign-in-how"),
                ],
            ),
            FailureKind::NotAForm => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                say!(words, "error-not-a-form"),
                vec![say!(words, "error-nothing-saved")],
            ),
            FailureKind::NoSuchPage => not_found(words),
            FailureKind::WrongMethod => (
                StatusCode::METHOD_NOT_ALLOWED,
                say!(words, "error-method"),
                vec![say!(words, "error-go-back")],
            ),
            FailureKind::Foreign => (
                StatusCode::FORBIDDEN,
                say!(words, "error-foreign"),
                vec![say!(words, "error-nothing-saved")],
            ),
            FailureKind::Service(error) => told(words, error),
        };
        let frame = Frame::of(&self.visitor);
        let kept = self.kept(status);
        let page = kit::error_page(&frame, &title, &lines, &kept);
        let mut response = (status, page).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

fn not_found(words: Words) -> (StatusCode, Phrase, Vec<Phrase>) {
    (
        StatusCode::NOT_FOUND,
        say!(words, "error-not-found"),
        vec![say!(words, "error-go-home")],
    )
}

fn told(words: Words, error: &ServiceError) -> (StatusCode, Phrase, Vec<Phrase>) {
    let status = status(error);
    let problems = || -> Vec<Phrase> {
        let problems = error.problems().iter();
        problems
            .map(|one| words.say_named("problem", one.code, &one.facts))
            .collect()
    };
    match error {
        ServiceError::Refused(_) => (status, say!(words, "error-refused"), problems()),
        ServiceError::Invalid(_) => (status, say!(words, "error-invalid"), problems()),
        ServiceError::Denied(denied) if denied.is_stranger => not_found(words),
        ServiceError::Denied(denied) => {
            let roles = denied.action.roles().iter();
            let roles: Vec<String> = roles
                .map(|role| words.say_named("role", role.word(), &[]).text)
                .collect();
            let who = say!(words, "error-who-may", roles = roles.join(" / "));
            (status, say!(words, "error-denied"), vec![who])
        }
        ServiceError::NotFound(_) => not_found(words),
        ServiceError::Busy => (
            status,
            say!(words, "error-busy"),
            vec![say!(words, "error-busy-again")],
        ),
        ServiceError::Damaged(source) => {
            telemetry::note(telemetry::chain(source.as_ref()));
            (
                status,
                say!(words, "error-damaged"),
                vec![
                    say!(words, "error-nothing-saved"),
                    say!(words, "error-damaged-call"),
                ],
            )
        }
        ServiceError::Broken(source) => {
            telemetry::note(format!(
                "a request broke: {}",
                telemetry::chain(source.as_ref())
            ));
            (
                status,
                say!(words, "error-broken"),
                vec![say!(words, "error-nothing-saved")],
            )
        }
    }
}
