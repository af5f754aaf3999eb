//! The page of backups: where they go, what stands in the way, what there is.

use std::path::Path;

use maud::{Markup, html};

use crate::domain::problem::Problem;
use crate::say;
use crate::service::backups::Backup;
use crate::text::format;
use crate::web::kit::{self, Frame};
use crate::web::path;

/// What the page shows.
pub(super) struct Shown<'s> {
    pub(super) folder: Option<&'s Path>,
    pub(super) made: &'s [Backup],
    pub(super) refusals: &'s [Problem],
    pub(super) problems: &'s [Problem],
}

/// The page.
pub(super) fn backups(frame: &Frame<'_>, token: &str, shown: &Shown<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "backups-title");
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        (kit::error_summary(words, shown.problems))
        h1 { (title) }
        p { (say!(words, "backups-what")) }
        section.card {
            @match shown.folder {
                None => p.warn { (say!(words, "backups-no-place")) },
                Some(folder) => {
                    p { (say!(words, "backups-place")) " " b dir="ltr" { (folder.display()) } }
                    @if shown.refusals.is_empty() {
                        form method="post" action=(path::BACKUPS) {
                            (kit::token_field(token))
                            button.button { (say!(words, "backups-make")) }
                        }
                    } @else {
                        h2 { (say!(words, "backups-not-now")) }
                        (kit::problem_list(words, shown.refusals))
                    }
                }
            }
        }
        section.card {
            h2 { (say!(words, "backups-made")) }
            @if shown.made.is_empty() { p.quiet { (say!(words, "backups-none")) } }
            ul.list {
                @for backup in shown.made {
                    li {
                        b.num { (format::date_time(backup.manifest.at)) } " "
                        span.num { (say!(words, "backups-size", bytes = backup.manifest.bytes)) }
                        p.hash dir="ltr" {
                            @if let Some(name) = backup.file.file_name() { (name.to_string_lossy()) } " SHA-256 " (backup.manifest.digest)
                        }
                    }
                }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}
