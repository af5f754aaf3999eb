//! Who holds the device, and whether it may act from where it is.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};

use crate::form::{self, Fields};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, OFFICER_COOKIE, RequestLine, Visitor, cookie};
use domain::access::line::{LineContent, LineSafety};
use domain::act_of_two::two_people::ActScreen;
use domain::problem::Problem;
use service::ServiceError;
use service::sitting::officer_devices::OpenDevice;

/// The largest form of a device: a card that is typed back.
const MOST: usize = 16 << 10;

/// What a device is that asks from an address: over TLS anywhere, without it the machine itself. On
/// plain http a PIN or a card would cross the hall's net for everybody to read.
pub(super) fn screen(app: &App, line: LineSafety) -> Result<ActScreen, ServiceError> {
    if line.carries(LineContent::Secret).is_err() {
        return Err(ServiceError::refused(Problem::error("device-needs-tls")));
    }
    Ok(if app.is_secure {
        ActScreen::Device
    } else {
        ActScreen::Machine
    })
}

/// An officer on the own device. Whoever holds none is led to the page for the slip's code.
pub(crate) struct OfficerDevice {
    pub(super) visitor: Visitor,
    pub(super) open: OpenDevice,
    /// The token for the forms of this device.
    pub(super) token: String,
    secret: String,
}

impl OfficerDevice {
    /// The frame of its pages.
    pub(super) fn frame(&self) -> Frame<'_> {
        Frame::of(&self.visitor)
    }
}

impl FromRequestParts<App> for OfficerDevice {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let Ok(RequestLine(line)) = RequestLine::from_request_parts(parts, app).await;
        if let Err(error) = screen(app, line) {
            return Err(visitor.fail(error).into_response());
        }
        let away = Redirect::to(path::OFFICER).into_response();
        let Some(secret) = cookie(parts, OFFICER_COOKIE) else {
            return Err(away);
        };
        match app.service.find_officer_device(&secret).await {
            Ok(Some(open)) => Ok(Self {
                token: app.service.form_token(&secret, None),
                visitor,
                open,
                secret,
            }),
            Ok(None) => Err(away),
            Err(error) => Err(visitor.fail(error).into_response()),
        }
    }
}

/// A form posted by an officer's device, its token checked.
pub(crate) struct DeviceForm {
    pub(super) device: OfficerDevice,
    pub(super) fields: Fields,
}

impl FromRequest<App> for DeviceForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let device = OfficerDevice::from_request_parts(&mut parts, app).await?;
        let fields = form::read(&device.visitor, &parts.headers, body, MOST)
            .await
            .map_err(IntoResponse::into_response)?;
        if !app
            .service
            .form_token_agrees(&device.secret, fields.get("token"))
        {
            let refused = ServiceError::refused(Problem::foreign_form());
            return Err(device.visitor.fail(refused).into_response());
        }
        Ok(Self { device, fields })
    }
}
