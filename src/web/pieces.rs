//! The variable pieces of an address, each as the type that its place wants.

use std::str::FromStr;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use super::error::Failure;
use super::visitor::{App, Visitor};

/// The one variable piece of an address; an address that does not fit is no page.
pub(super) struct PathPiece<T>(pub(super) T);

impl<T: FromStr + Send> FromRequestParts<App> for PathPiece<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let found = pieces(parts, app).await;
        let read = || match found.as_slice() {
            [one] => Some(Self(one.parse().ok()?)),
            _ => None,
        };
        match read() {
            Some(at) => Ok(at),
            None => Err(no_page(parts, app).await),
        }
    }
}

/// The two variable pieces of an address.
pub(super) struct TwoPathPieces<A, B>(pub(super) A, pub(super) B);

impl<A: FromStr + Send, B: FromStr + Send> FromRequestParts<App> for TwoPathPieces<A, B> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let found = pieces(parts, app).await;
        let read = || match found.as_slice() {
            [one, two] => Some(Self(one.parse().ok()?, two.parse().ok()?)),
            _ => None,
        };
        match read() {
            Some(at) => Ok(at),
            None => Err(no_page(parts, app).await),
        }
    }
}

/// The three variable pieces of an address.
pub(super) struct ThreePathPieces<A, B, C>(pub(super) A, pub(super) B, pub(super) C);

impl<A, B, C> FromRequestParts<App> for ThreePathPieces<A, B, C>
where
    A: FromStr + Send,
    B: FromStr + Send,
    C: FromStr + Send,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let found = pieces(parts, app).await;
        let read = || match found.as_slice() {
            [one, two, three] => Some(Self(
                one.parse().ok()?,
                two.parse().ok()?,
                three.parse().ok()?,
            )),
            _ => None,
        };
        match read() {
            Some(at) => Ok(at),
            None => Err(no_page(parts, app).await),
        }
    }
}

async fn pieces(parts: &mut Parts, app: &App) -> Vec<String> {
    match RawPathParams::from_request_parts(parts, app).await {
        Ok(found) => found.iter().map(|(_, value)| value.to_owned()).collect(),
        Err(_) => Vec::new(),
    }
}

async fn no_page(parts: &mut Parts, app: &App) -> Response {
    match Visitor::from_request_parts(parts, app).await {
        Ok(visitor) => Failure::no_such_page(visitor).into_response(),
        Err(response) => response,
    }
}
