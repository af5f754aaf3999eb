//! The page of backups: where they go, what stands in the way, what there is.

use std::path::Path;

use jiff::Timestamp;
use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::problem::Problem;
use service::audit::check_result::CheckResult;
use service::installation::backups::Backup;
use text::say;
use text::{Words, format};

/// What the page shows.
pub(super) struct BackupsPage<'s> {
    pub(super) folder: Option<&'s Path>,
    pub(super) made: &'s [Backup],
    pub(super) problems: &'s [Problem],
    /// When the record was last checked, and how that came out.
    pub(super) checked: Option<&'s (Timestamp, CheckResult)>,
    /// Milliseconds: when the installation was last restored.
    pub(super) restored_at: Option<i64>,
}

/// The page.
pub(super) fn backups(frame: &Frame<'_>, shown: &BackupsPage<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "backups-title");
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        (kit::error_summary(words, shown.problems))
        h1 { (title) }
        p { (say!(words, "backups-what")) }
        @if let Some(at) = shown.restored_at {
            p.warn role="status" { "! " (say!(words, "restored-at", time = format::moment(at))) }
        }
        (record(words, shown.checked))
        section.card {
            @match shown.folder {
                None => p.warn { (say!(words, "backups-no-place")) },
                Some(folder) => {
                    p { (say!(words, "backups-place")) " " b dir="ltr" { (folder.display()) } }
                    form method="post" action=(path::BACKUPS) {
                        (kit::token_field(frame.token))
                        button.button { (say!(words, "backups-make")) }
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
                        @if !backup.manifest.differs.is_empty() {
                            " " b.stop { (say!(words, "backups-differs", differences = backup.manifest.differs.len())) }
                        }
                        p.hash dir="ltr" {
                            @if let Some(name) = backup.file.file_name() { (name.to_string_lossy()) } " SHA-256 " (backup.manifest.digest)
                            @if let Some(head) = backup.manifest.chain { " " (head) }
                        }
                    }
                }
            }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, shown.problems),
        &content,
    )
}

/// Whether the record holds: the database file, the audit log, what voting days have fixed.
fn record(words: Words, checked: Option<&(Timestamp, CheckResult)>) -> Markup {
    html! {
        section.card {
            h2 { (say!(words, "record-title")) }
            @match checked {
                None => p.quiet { (say!(words, "record-not-yet")) },
                Some((at, checked)) => {
                    p { (say!(words, "record-checked", time = format::date_time(*at), lines = checked.head.number)) }
                    @if checked.differences.is_empty() {
                        p.decision.ok role="status" { (say!(words, "record-holds", head = checked.head.to_string())) }
                    } @else {
                        div.summary role="alert" tabindex="-1" {
                            h3 { (say!(words, "facts-changed-title")) }
                            ul { @for found in &checked.differences {
                                li { @if !found.about.is_empty() { bdi lang="zh-Hans" { (found.about) } " " }
                                    (words.say_named("problem", found.problem.code, &found.problem.facts)) }
                            } }
                        }
                    }
                }
            }
            p.quiet { (say!(words, "record-how")) }
        }
    }
}
