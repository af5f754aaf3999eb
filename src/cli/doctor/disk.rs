//! The disk: room, how long a durable write takes, who may read, what keeps old versions.

use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::super::serve::find_wide_mode;
use super::{DoctorOptions, ReportLine, reading};
use machine::clock::Stopwatch;
use machine::telemetry;
use service::Service;
use service::picture::PICTURES;

/// Megabytes that must be free: the database of a prefecture, its copy while it is vacuumed, room.
const ROOM_NEEDED: u64 = 500;
/// Megabytes below which somebody should know.
const ROOM_WANTED: u64 = 2_000;
/// Durable writes that are measured.
const WRITES: usize = 20;
/// The median of a durable write that a hall does not feel, and the one that it waits for.
const QUICK: Duration = Duration::from_millis(20);
const SLOW: Duration = Duration::from_millis(200);
/// Nothing that keeps its word is quicker.
const TOO_QUICK: Duration = Duration::from_micros(30);
/// File systems that keep what was overwritten.
const COPYING: [&str; 4] = ["btrfs", "zfs", "bcachefs", "nilfs2"];

/// The folder itself, or the nearest one above that is there.
fn nearest(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = whole.ancestors().find(|folder| folder.is_dir());
    there.map_or(whole.clone(), Path::to_owned)
}

/// Everything about the data directory.
pub(super) fn data(asked: &DoctorOptions) -> Vec<ReportLine> {
    let folder = nearest(&asked.data);
    let mut lines = vec![room(&folder), speed(&folder)];
    lines.extend(privacy(&asked.data));
    lines.extend(database(&asked.data));
    lines.extend(pictures(&asked.data));
    lines.extend(copies(&folder));
    lines
}

fn room(folder: &Path) -> ReportLine {
    let df = Command::new("df").arg("-Pk").arg(folder).output();
    let free = df
        .ok()
        .and_then(|output| reading::free_kilobytes(&String::from_utf8_lossy(&output.stdout)));
    let Some(free) = free.map(|kilobytes| kilobytes / 1024) else {
        return ReportLine::warning(format!("free space at {} is not known", folder.display()));
    };
    let told = format!("{free} MB free at {}", folder.display());
    if free < ROOM_NEEDED {
        ReportLine::failure(format!("{told}: {ROOM_NEEDED} MB are needed, make room"))
    } else if free < ROOM_WANTED {
        ReportLine::warning(told)
    } else {
        ReportLine::good(told)
    }
}

/// The median of some durable writes, for each ballot waits for one.
fn speed(folder: &Path) -> ReportLine {
    match measure(folder) {
        Ok(took) => judge(took),
        Err(error) => {
            ReportLine::failure(format!("{} cannot be written: {error}", folder.display()))
        }
    }
}

fn measure(folder: &Path) -> std::io::Result<Duration> {
    let path = folder.join(".minsheng-doctor");
    let mut file = std::fs::File::create(&path)?;
    let mut took = Vec::with_capacity(WRITES);
    for _ in 0..WRITES {
        let watch = Stopwatch::start();
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        took.push(watch.passed());
    }
    std::fs::remove_file(&path)?;
    took.sort_unstable();
    Ok(took.get(WRITES / 2).copied().unwrap_or_default())
}

fn judge(took: Duration) -> ReportLine {
    let told = format!(
        "a durable write takes {:.2} ms",
        took.as_secs_f64() * 1000.0
    );
    if took > SLOW {
        ReportLine::failure(format!("{told}: too slow for a hall, use another disk"))
    } else if took > QUICK {
        ReportLine::warning(format!("{told}: a hall of 300 may wait a moment"))
    } else if took < TOO_QUICK {
        ReportLine::warning(format!(
            "{told}: quicker than a disk that keeps its word, is it memory or a disk that lies about writing?"
        ))
    } else {
        ReportLine::good(told)
    }
}

/// Nobody but the owner may read the data.
fn privacy(data: &Path) -> Vec<ReportLine> {
    if !data.is_dir() {
        return vec![ReportLine::good(format!(
            "{} is not there yet: it is made at the first start",
            data.display()
        ))];
    }
    let mut lines = Vec::new();
    lines.push(match find_wide_mode(data) {
        None => ReportLine::good(format!("{} is its owner's alone", data.display())),
        Some(mode) => ReportLine::warning(format!(
            "others may look into {} (mode {mode:o}) and see from sizes and times when somebody casts: chmod 700",
            data.display()
        )),
    });
    for name in ["minsheng.db", "minsheng.key"] {
        let file = data.join(name);
        let Ok(found) = std::fs::metadata(&file) else {
            continue;
        };
        if found.permissions().mode() & 0o077 != 0 {
            lines.push(ReportLine::failure(format!(
                "others may read {}: chmod 600",
                file.display()
            )));
        }
    }
    lines
}

/// The database, read from its first page to its last, and the key that it names.
fn database(data: &Path) -> Vec<ReportLine> {
    let found = match Service::examine(data) {
        Ok(None) => return Vec::new(),
        Ok(Some(found)) => found,
        Err(error) => return vec![ReportLine::failure(telemetry::chain(&error))],
    };
    let is_damaged = found.damage.is_some();
    let mut lines = vec![match found.damage {
        None => {
            ReportLine::good("the database was read through: no page and no reference is damaged")
        }
        Some(words) => ReportLine::failure(format!(
            "the database is damaged: {words}. Stop the server, keep a copy of the folder as it is, and restore the \
             newest backup into a new one: minsheng restore BACKUP.db --data NEW --key minsheng.key"
        )),
    }];
    match found.key {
        Ok(name) => lines.push(ReportLine::good(format!(
            "minsheng.key is the key of this database ({name}): keep a copy of it apart"
        ))),
        // Of a damaged database nothing more is known.
        Err(_) if is_damaged => {}
        Err(why) => lines.push(ReportLine::failure(why)),
    }
    lines
}

/// Every picture that the record names, read and compared with its name.
fn pictures(data: &Path) -> Vec<ReportLine> {
    let found = match Service::examine_pictures(data) {
        Ok(None) => return Vec::new(),
        Ok(Some(found)) => found,
        Err(error) => return vec![ReportLine::failure(telemetry::chain(&error))],
    };
    let megabytes = found.bytes.div_ceil(1 << 20);
    let stray = match found.strays {
        0 => String::new(),
        more => format!("; {more} files that nothing names wait to be cleaned up"),
    };
    let mut lines = vec![ReportLine::good(format!(
        "{} pictures, {megabytes} MB, are what they were{stray}",
        found.whole
    ))];
    for (what, names) in [("missing", &found.missing), ("changed", &found.changed)] {
        if let Some(first) = names.first() {
            lines.push(ReportLine::failure(format!(
                "{} pictures are {what}, {first} the first: bring them back from {}, where every backup lays them",
                names.len(),
                Path::new("BACKUPS").join(PICTURES).display()
            )));
        }
    }
    lines
}

/// File systems and volumes that keep what was deleted.
fn copies(folder: &Path) -> Vec<ReportLine> {
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let path = folder.to_string_lossy();
    let Some((device, kind)) = reading::mount(&mounts, &path) else {
        return vec![ReportLine::warning(
            "the file system of the data is not known",
        )];
    };
    if COPYING.contains(&kind) {
        return vec![ReportLine::warning(format!(
            "the data lie on {kind}, which keeps what was overwritten: no snapshot between sealing and the end of opening, better another file system"
        ))];
    }
    if is_logical_volume(folder) {
        return vec![ReportLine::warning(format!(
            "{device} is a logical volume (LVM): take no snapshot between sealing and the end of opening"
        ))];
    }
    vec![ReportLine::good(format!(
        "the data lie on {kind} without snapshots of its own"
    ))]
}

fn is_logical_volume(folder: &Path) -> bool {
    let Ok(found) = std::fs::metadata(folder) else {
        return false;
    };
    let device = found.dev();
    let major = (device >> 8) & 0xfff;
    let minor = (device & 0xff) | ((device >> 12) & 0xf_ff00);
    let uuid = format!("/sys/dev/block/{major}:{minor}/dm/uuid");
    std::fs::read_to_string(uuid).is_ok_and(|text| text.starts_with("LVM-"))
}

/// The place of backups: there, writable, on another disk.
pub(super) fn backups(asked: &DoctorOptions) -> ReportLine {
    let Some(place) = &asked.backups else {
        return ReportLine::warning(
            "no place for backups: name one with --backups or in the configuration file",
        );
    };
    let trial = place.join(".minsheng-doctor");
    if let Err(error) = std::fs::write(&trial, "").and_then(|()| std::fs::remove_file(&trial)) {
        return ReportLine::failure(format!("backups cannot go to {}: {error}", place.display()));
    }
    let device = |path: &Path| std::fs::metadata(path).map(|found| found.dev()).ok();
    if device(place) == device(&nearest(&asked.data)) {
        return ReportLine::warning(format!(
            "{} is on the same disk as the data: a broken disk takes both, use a stick or another disk",
            place.display()
        ));
    }
    ReportLine::good(format!("backups go to {}, another disk", place.display()))
}

#[cfg(test)]
mod tests {
    use super::super::Grade;
    use super::*;

    #[test]
    fn a_durable_write_is_judged_by_what_a_hall_feels() {
        for (micros, grade) in [
            (5, Grade::Warning),
            (200, Grade::Good),
            (20_000, Grade::Good),
            (50_000, Grade::Warning),
            (300_000, Grade::Failure),
        ] {
            assert_eq!(
                judge(Duration::from_micros(micros)).grade,
                grade,
                "{micros}"
            );
        }
    }
}
