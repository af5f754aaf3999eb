//! The clerk's list of leads: filters in the address, a screen at a time, the same as a file.

use axum::extract::RawQuery;
use axum::response::IntoResponse;

use super::{form, list_view};
use crate::at_desk::{Answer, StaffDesk};
use crate::form::Fields;
use crate::headers;
use crate::visitor::TwoPathPieces;
use domain::id::CongressId;
use service::files::Format;

pub(crate) async fn show(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    RawQuery(query): RawQuery,
    desk: StaffDesk,
) -> Answer {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    if let Some(format) = format(fields.get("as")) {
        return file(&desk, congress, year, &fields, format).await;
    }
    let (filter, turn) = (form::filter(&fields), form::turn(&fields));
    let found = desk
        .service
        .list_leads(&desk.actor, congress, year, filter, turn)
        .await;
    Ok(list_view::list(&desk.frame().typing(&fields), &desk.or_page(found)?).into_response())
}

fn format(word: &str) -> Option<Format> {
    [Format::Csv, Format::Xlsx]
        .into_iter()
        .find(|format| format.extension() == word)
}

/// What the filter shows as a file, all screens of it.
async fn file(
    desk: &StaffDesk,
    congress: CongressId,
    year: i16,
    fields: &Fields,
    format: Format,
) -> Answer {
    let filter = form::filter(fields);
    let bytes = desk
        .service
        .export_leads(&desk.actor, congress, year, filter, format)
        .await;
    let name = format!("leads-{year}.{}", format.extension());
    Ok(headers::file(
        &name,
        format.media_type(),
        desk.or_page(bytes)?,
    ))
}
