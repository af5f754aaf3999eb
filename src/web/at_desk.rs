//! Whoever is at the desk: somebody signed in, with the form that they sent, if they sent one. Every page
//! and act of the office begins with it; no other way leads from a request to an actor and a form.

use std::ops::Deref;

use axum::extract::{FromRequest, FromRequestParts as _, Request};
use axum::http::Method;
use axum::response::{IntoResponse, Response};

use super::error::{self, Failure};
use super::form::{self, Fields};
use super::kit::Frame;
use super::photo_form::{self, FormParts};
use super::visitor::{App, Staff};
use domain::access::line::LineContent;
use domain::access::{self, Action};
use domain::id::CongressId;
use maud::Markup;
use service::picture::pictures::Uploader;
use service::{Service, ServiceError, permit_over_line};

/// What a handler answers.
pub(super) type Answer = Result<Response, Failure>;

/// The largest form: the roll of a large congress, or left-over slips pasted at once.
const MOST: usize = 256 << 10;

/// Somebody signed in, with what they sent; the form's token is checked, and their line may carry it.
pub(super) struct StaffDesk {
    pub(super) app: App,
    pub(super) service: Service,
    pub(super) staff: Staff,
    /// What was typed; nothing where a page was asked for.
    pub(super) fields: Fields,
}

impl Deref for StaffDesk {
    type Target = Staff;

    fn deref(&self) -> &Staff {
        &self.staff
    }
}

impl StaffDesk {
    fn of(app: &App, staff: Staff, fields: Fields) -> Self {
        Self {
            app: app.clone(),
            service: app.service.clone(),
            staff,
            fields,
        }
    }

    /// Whoever sends what is no form, before a byte of it is read.
    pub(super) fn unread(app: &App, staff: Staff) -> Self {
        Self::of(app, staff, Fields::default())
    }

    /// The first value of a field; empty when there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.get(name)
    }

    /// Passes a value on, or makes its failure a page in the reader's language.
    pub(super) fn or_page<T>(&self, result: Result<T, ServiceError>) -> Result<T, Failure> {
        self.visitor.or_page(result)
    }

    /// What is told beside the form, where the error names problems.
    ///
    /// # Errors
    /// The page of an error without problems, with what was typed.
    pub(super) fn refused(&self, error: ServiceError) -> Result<ServiceError, Failure> {
        self.visitor.refused(error)
    }

    /// The page of a form that was refused: with its problems, and with what was typed.
    pub(super) fn show_refused(
        &self,
        error: ServiceError,
        page: impl FnOnce(&Frame<'_>) -> Markup,
    ) -> Answer {
        let error = self.refused(error)?;
        let page = page(&self.frame().against(error.problems()));
        Ok(error::with_problems(&error, page))
    }

    /// A failure as a page in the reader's language.
    pub(super) fn fail(&self, error: ServiceError) -> Failure {
        self.visitor.fail(error)
    }

    /// Whether the reader may do something in a congress: what others cannot do is not shown to them.
    pub(super) fn may(&self, action: Action, congress: CongressId) -> bool {
        access::may(&self.actor, action, Some(congress)).is_ok()
    }

    /// There is nothing at this address.
    pub(super) fn no_such_page(&self) -> Failure {
        Failure::no_such_page(self.visitor.clone())
    }

    /// The frame of the page, with the form's token and what was typed into it.
    pub(super) fn frame(&self) -> Frame<'_> {
        Frame::office(&self.staff)
    }
}

impl FromRequest<App> for StaffDesk {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let mut staff = Staff::from_request_parts(&mut parts, app).await?;
        if parts.method == Method::GET || parts.method == Method::HEAD {
            return Ok(Self::of(app, staff, Fields::default()));
        }
        let fields = form::read(&staff.visitor, &parts.headers, body, MOST).await;
        let fields = fields.map_err(IntoResponse::into_response)?;
        let carried = form::carried(&fields);
        admit(app, &mut staff, &fields, carried).map_err(IntoResponse::into_response)?;
        Ok(Self::of(app, staff, fields))
    }
}

/// What holds of every form of the office before its handler sees it, with files or without: its token is
/// the sign-in's, its line may carry it, and none of its texts reads as another.
fn admit(
    app: &App,
    staff: &mut Staff,
    fields: &Fields,
    carried: LineContent,
) -> Result<(), Failure> {
    form::check_token(app, staff, fields)?;
    permit_over_line(&staff.actor, carried)
        .and_then(|()| form::refuse_turned(fields))
        .map_err(|error| staff.visitor.fail(error))
}

/// The same with photos beside the form.
pub(super) struct PhotoDesk {
    pub(super) desk: StaffDesk,
    pub(super) parts: FormParts,
}

impl FromRequest<App> for PhotoDesk {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut head, body) = request.into_parts();
        let mut staff = Staff::from_request_parts(&mut head, app).await?;
        let request = Request::from_parts(head, body);
        let parts = photo_form::read(&staff.visitor, app, request, Uploader::Staff).await;
        let parts = parts.map_err(IntoResponse::into_response)?;
        // No form with files is of two people, and none holds a secret: its buttons mean other things.
        let carried = LineContent::Plain;
        admit(app, &mut staff, &parts.fields, carried).map_err(IntoResponse::into_response)?;
        let desk = StaffDesk::of(app, staff, parts.fields.clone());
        Ok(Self { desk, parts })
    }
}
