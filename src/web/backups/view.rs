//! The page of backups: where they go, what stands in the way, what there is.

use jiff::Timestamp;
use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::installation::backup_schedule::is_late;
use domain::installation::drill::{DrillVerdict, judge};
use domain::problem::Problem;
use service::audit::check_result::CheckResult;
use service::installation::backup_place::{Backup, BackupPlace, find_drill};
use text::say;
use text::{Words, format};

/// What the page shows.
pub(super) struct BackupsPage<'s> {
    pub(super) place: Option<&'s BackupPlace>,
    pub(super) now: Timestamp,
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
            @match shown.place {
                None => p.warn { (say!(words, "backups-no-place")) },
                Some(place) => {
                    p { (say!(words, "backups-place")) " " b dir="ltr" { (place.folder.display()) } }
                    (keeping(words, place))
                    @if let Some(newest) = shown.made.first().filter(|one| is_late(one.manifest.at, shown.now)) {
                        p.warn role="status" { "! " (say!(words, "backups-late", time = format::date_time(newest.manifest.at))) }
                    }
                    form method="post" action=(path::BACKUPS) {
                        (kit::token_field(frame.token))
                        button.button { (say!(words, "backups-make")) }
                    }
                }
            }
        }
        @if let Some(newest) = shown.made.first() { (drilled(words, shown, newest)) }
        section.card {
            h2 { (say!(words, "backups-made")) }
            @if shown.made.is_empty() { p.quiet { (say!(words, "backups-none")) } }
            ul.list {
                @for backup in shown.made {
                    li {
                        b.num { (format::date_time(backup.manifest.at)) } " "
                        span.num { (say!(words, "backups-size", megabytes = megabytes(backup.manifest.bytes))) }
                        @if let Some(pictures) = backup.manifest.pictures {
                            " · " span.num { (say!(words, "backups-pictures", files = pictures.files)) }
                            @if pictures.missing > 0 {
                                " " b.stop { (say!(words, "backups-pictures-missing", missing = pictures.missing)) }
                            }
                        }
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

/// Megabytes with one digit behind the point, begun ones counted.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Whether backups are encrypted, when they are made unasked and how long they stay.
fn keeping(words: Words, place: &BackupPlace) -> Markup {
    let daily = place
        .schedule
        .and_then(|schedule| schedule.at.map(|at| (at, schedule)));
    html! {
        @if place.keys.is_empty() { p.warn { "! " (say!(words, "backups-plain")) } }
        @else { p { (say!(words, "backups-encrypted")) } }
        @match daily {
            None => p { (say!(words, "backups-by-hand")) },
            Some((at, schedule)) => {
                p { (say!(words, "backups-daily", time = at.strftime("%H:%M").to_string(),
                    days = u32::from(schedule.days), months = u32::from(schedule.months))) }
            }
        }
    }
}

/// Whether a backup was ever brought back, and how to try.
fn drilled(words: Words, shown: &BackupsPage<'_>, newest: &Backup) -> Markup {
    let last = find_drill(shown.made);
    let verdict = judge(last, shown.now);
    let time = last
        .map(|drill| format::date_time(drill.at))
        .unwrap_or_default();
    let seconds = last.map_or(0, |drill| drill.took.div_ceil(1_000));
    let differences = last.map_or(0, |drill| drill.differs.len());
    let identity = if newest.manifest.is_encrypted {
        " --identity KEY"
    } else {
        ""
    };
    html! {
        section.card {
            h2 { (say!(words, "backups-drill-title")) }
            @match verdict {
                DrillVerdict::Never => p.warn { "! " (say!(words, "backups-drill-never")) },
                DrillVerdict::Failed => p.warn { "! " (say!(words, "backups-drill-failed", time = time, differences = differences)) },
                DrillVerdict::Old => p.warn { "! " (say!(words, "backups-drill-old", time = time)) },
                DrillVerdict::Passed => p.decision.ok role="status" { (say!(words, "backups-drill-passed", time = time, seconds = seconds)) },
            }
            p.quiet { (say!(words, "backups-drill-how")) }
            p { code dir="ltr" { "minsheng restore " (newest.file.display()) " --data NEW --drill" (identity) } }
        }
    }
}

/// Whether the record holds: the database file, the audit log, what voting days have fixed.
fn record(words: Words, checked: Option<&(Timestamp, CheckResult)>) -> Markup {
    html! {
        section.card {
            h2 { (say!(words, "record-title")) }
            @match checked {
                None => p.quiet { (say!(words, "record-not-yet")) },
                Some((at, checked)) => {
                    p { (say!(words, "record-checked", time = format::date_time(*at), lines = checked.lines)) }
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
