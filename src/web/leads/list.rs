//! The clerk's list of leads: filters in the address, a screen at a time, the same as a file.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};

use super::{form, list_view};
use crate::error::Failure;
use crate::form::Fields;
use crate::headers;
use crate::kit::Frame;
use crate::visitor::{App, Staff, TwoPathPieces};
use domain::id::CongressId;
use service::files::Format;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    if let Some(format) = format(fields.get("as")) {
        return file(&app, &staff, congress, year, &fields, format).await;
    }
    let (filter, turn) = (form::filter(&fields), form::turn(&fields));
    let desk = app
        .service
        .list_leads(&staff.actor, congress, year, filter, turn)
        .await;
    let desk = staff.visitor.or_page(desk)?;
    Ok(list_view::list(&Frame::office(&staff), &desk, &fields).into_response())
}

fn format(word: &str) -> Option<Format> {
    [Format::Csv, Format::Xlsx]
        .into_iter()
        .find(|format| format.extension() == word)
}

/// What the filter shows as a file, all screens of it.
async fn file(
    app: &App,
    staff: &Staff,
    congress: CongressId,
    year: i16,
    fields: &Fields,
    format: Format,
) -> Result<Response, Failure> {
    let filter = form::filter(fields);
    let bytes = app
        .service
        .export_leads(&staff.actor, congress, year, filter, format)
        .await;
    let name = format!("leads-{year}.{}", format.extension());
    Ok(headers::file(
        &name,
        format.media_type(),
        staff.visitor.or_page(bytes)?,
    ))
}
