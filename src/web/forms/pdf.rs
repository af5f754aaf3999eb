//! A printed form as an answer.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::error::Failure;
use crate::visitor::{App, Visitor};
use domain::problem::Problem;
use paper::{PressError, PrintedForm};
use service::ServiceError;

/// Prints a form; `name` is how a browser calls the file.
///
/// # Errors
/// A page that names the missing characters, or says that too many wait.
pub(crate) async fn pdf(
    app: &App,
    visitor: &Visitor,
    name: &str,
    form: PrintedForm,
) -> Result<Response, Failure> {
    let printed = app.press.print(form).await;
    let bytes = printed.map_err(|error| {
        visitor.fail(match error {
            PressError::Busy => ServiceError::Busy,
            PressError::Missing(problems) => ServiceError::Refused(problems),
            PressError::NotBuilt => ServiceError::refused(Problem::error("forms-not-built")),
            PressError::Broken(_) => ServiceError::Broken(Box::new(error)),
        })
    })?;
    let shown = format!("inline; filename=\"{name}.pdf\"");
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, shown),
    ];
    Ok((headers, bytes).into_response())
}
