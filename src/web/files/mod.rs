//! Files of a clerk: the page where one is brought or taken, the trial of one, and what was saved.

pub(super) mod handler;
mod trial;
mod view;

use crate::route::RouteRole::OfKind;
use crate::route::table;
use domain::id::CongressId;
use service::files::FileKind;
use service::files::FileName;

table! {
    /// Files of a clerk; a kind of file asks for its own permission.
    pages;
    /// Bringing and taking a kind of file.
    FILES, files(congress: CongressId, kind: FileKind) = "/manage/files/{congress}/{kind}" {
        reads: OfKind => handler::show;
        writes: OfKind => handler::try_file;
    }
    /// A file that was tried.
    TRIED, tried(congress: CongressId, kind: FileKind, file: &FileName) = "/manage/files/{congress}/{kind}/tried/{file}" {
        reads: OfKind => handler::show_trial;
        writes: OfKind => handler::save;
    }
    /// What stands, as a file.
    EXPORT, export(congress: CongressId, kind: FileKind, format: &str) = "/manage/files/{congress}/{kind}/export/{format}" {
        reads: OfKind => handler::export;
    }
    /// A file to fill in.
    TEMPLATE, template(congress: CongressId, kind: FileKind, format: &str) = "/manage/files/{congress}/{kind}/blank/{format}" {
        reads: OfKind => handler::template;
    }
}
