//! The backups that there are: how old the newest is, and whether any was ever brought back.

use super::{DoctorOptions, ReportLine};
use domain::installation::backup_schedule::is_late;
use domain::installation::drill::{DrillVerdict, judge};
use machine::clock::Clock;
use service::installation::backup_place::{Backup, find_drill, list_backups};

/// The lines about what lies in the place of backups.
pub(super) fn all(asked: &DoctorOptions) -> Vec<ReportLine> {
    let Some(folder) = &asked.backups else {
        return Vec::new();
    };
    let made = list_backups(folder);
    let Some(newest) = made.first() else {
        return vec![ReportLine::warning(format!(
            "{} holds no backup yet",
            folder.display()
        ))];
    };
    let now = Clock::system().now();
    vec![age(newest, now), drill(&made, now)]
}

fn age(newest: &Backup, now: jiff::Timestamp) -> ReportLine {
    let manifest = &newest.manifest;
    let kind = if manifest.is_encrypted {
        "encrypted"
    } else {
        "not encrypted"
    };
    let told = format!("the newest backup is of {}, {kind}", manifest.at);
    let missing = manifest.pictures.map_or(0, |pictures| pictures.missing);
    if is_late(manifest.at, now) {
        ReportLine::warning(format!("{told}: more than two days old"))
    } else if missing > 0 {
        ReportLine::warning(format!("{told}: {missing} of its pictures are missing"))
    } else {
        ReportLine::good(told)
    }
}

fn drill(made: &[Backup], now: jiff::Timestamp) -> ReportLine {
    let last = find_drill(made);
    let at = last.map_or_else(String::new, |drill| drill.at.to_string());
    match judge(last, now) {
        DrillVerdict::Never => ReportLine::warning(
            "no backup was ever brought back to see whether it can be: minsheng restore BACKUP --data NEW --drill",
        ),
        DrillVerdict::Failed => ReportLine::failure(format!(
            "the last drill, of {at}, failed: make another backup and try again"
        )),
        DrillVerdict::Old => ReportLine::warning(format!(
            "the last drill was {at}, more than half a year ago: make another one"
        )),
        DrillVerdict::Passed => ReportLine::good(format!("the last drill, of {at}, passed")),
    }
}
