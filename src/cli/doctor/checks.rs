//! The checks one after the other: clock, disk, fonts, network, backups, traces.

use std::net::Ipv4Addr;
use std::path::Path;
use std::process::Command;

use jiff::Timestamp;

use super::super::files;
use super::{DoctorOptions, ReportLine, disk, reading, record};
use machine::bounds::{ConnectionLimits, FEWEST_FILES};
use machine::clock::{Clock, beijing};
use service::Service;

/// No machine of today shows an earlier year.
const EARLIEST_YEAR: i16 = 2025;
/// Nor a later one.
const LATEST_YEAR: i16 = 2100;

/// Everything, in the order of the report.
pub(super) fn all(asked: &DoctorOptions) -> Vec<ReportLine> {
    let mut lines = clock(Clock::system().now(), &asked.data);
    lines.extend(disk::data(asked));
    lines.extend(record::all(asked));
    lines.push(fonts());
    lines.extend(network(asked));
    lines.push(disk::backups(asked));
    lines.extend(super::backups::all(asked));
    lines.push(handles(files::offered()));
    lines.extend(traces());
    lines
}

/// The clock and the zone of civil dates.
fn clock(now: Timestamp, data: &Path) -> Vec<ReportLine> {
    let local = now.to_zoned_datetime(beijing());
    let told = format!(
        "the clock says {} in Beijing",
        local.strftime("%Y-%m-%d %H:%M:%S")
    );
    let mut lines = vec![if (EARLIEST_YEAR..LATEST_YEAR).contains(&local.year()) {
        ReportLine::good(format!("{told}: compare it with a watch"))
    } else {
        ReportLine::failure(format!("{told}: set it"))
    }];
    let is_right = Timestamp::from_second(1_768_449_600)
        .is_ok_and(|noon| noon.to_zoned_datetime(beijing()).hour() == 12);
    lines.push(if is_right {
        ReportLine::good("the zone Asia/Shanghai is known")
    } else {
        ReportLine::failure("the zone Asia/Shanghai is not known: the program is damaged")
    });
    let written = std::fs::metadata(data.join("minsheng.db")).and_then(|found| found.modified());
    if let Ok(written) = written
        && Timestamp::try_from(written).is_ok_and(|written| written > now)
    {
        lines.push(ReportLine::failure(
            "the database was written later than the clock says: the clock was set back",
        ));
    }
    lines
}

/// Whether Chinese can be shown on this machine, which mostly drives the hall's screen too.
fn fonts() -> ReportLine {
    let listed = Command::new("fc-list")
        .arg(":lang=zh")
        .arg("family")
        .output();
    match listed {
        Ok(output) if output.stdout.iter().any(|byte| !byte.is_ascii_whitespace()) => {
            ReportLine::good("this machine has a Chinese font")
        }
        Ok(_) => ReportLine::warning(
            "this machine has no Chinese font: a hall screen shown from it would have boxes; install Noto Sans CJK",
        ),
        Err(_) => ReportLine::warning(
            "fonts could not be asked (fc-list is not there): look at a hall screen once before the day",
        ),
    }
}

/// What phones can reach.
fn network(asked: &DoctorOptions) -> Vec<ReportLine> {
    let fib = std::fs::read_to_string("/proc/net/fib_trie").unwrap_or_default();
    let mut lines = reach(asked, &reading::addresses(&fib));
    if asked.data.exists() && Service::is_in_use(&asked.data) {
        lines.push(ReportLine::good("a server works in the data directory now"));
    } else {
        let free = std::net::TcpListener::bind(asked.listen);
        lines.push(match free {
            Ok(_) => ReportLine::good(format!("{} is free to listen on", asked.listen)),
            Err(error) => {
                ReportLine::failure(format!("{} cannot be listened on: {error}", asked.listen))
            }
        });
    }
    lines
}

fn reach(asked: &DoctorOptions, addresses: &[Ipv4Addr]) -> Vec<ReportLine> {
    let mut lines = Vec::new();
    let listed: Vec<String> = addresses.iter().map(ToString::to_string).collect();
    if asked.behind_proxy {
        lines.push(ReportLine::good(
            "a proxy on this machine answers the phones",
        ));
    } else if asked.listen.ip().is_loopback() {
        let port = asked.listen.port();
        lines.push(ReportLine::warning(format!(
            "only this machine reaches {}: for phones start with --listen 0.0.0.0:{port}",
            asked.listen
        )));
    } else if listed.is_empty() {
        lines.push(ReportLine::failure(
            "this machine has no network address: switch the hotspot on or plug the cable in",
        ));
    } else {
        lines.push(ReportLine::good(format!(
            "phones may reach this machine at {}",
            listed.join(", ")
        )));
    }
    let Some(url) = &asked.public_url else {
        lines.push(ReportLine::warning(
            "no public address: slips carry it in their QR, name it with --public-url",
        ));
        return lines;
    };
    let host = url.split("://").nth(1).unwrap_or(url);
    let host = host.split(['/', ':']).next().unwrap_or(host);
    if let Ok(address) = host.parse::<Ipv4Addr>()
        && !addresses.contains(&address)
    {
        lines.push(ReportLine::failure(format!(
            "slips would carry {address}, which is no address of this machine ({})",
            listed.join(", ")
        )));
    }
    if !url.starts_with("https://") {
        lines.push(ReportLine::warning(format!(
            "{url} is not https: whoever listens in on the hotspot reads slips and marks"
        )));
    }
    lines
}

/// Whether a hall's phones find room: each connection takes a file handle.
fn handles(offered: u64) -> ReportLine {
    let connections = ConnectionLimits::within(offered).connections;
    if offered >= FEWEST_FILES {
        ReportLine::good(format!(
            "the machine gives {offered} file handles: room for {connections} connections"
        ))
    } else {
        ReportLine::failure(format!(
            "the machine gives {offered} file handles, so only {connections} connections at once: start from \
             deploy/minsheng.service, or raise the hard limit (`ulimit -Hn`) to 65536"
        ))
    }
}

/// Where the memory of the program could be left on a disk.
fn traces() -> Vec<ReportLine> {
    let swaps = std::fs::read_to_string("/proc/swaps").unwrap_or_default();
    let swaps = reading::swaps(&swaps);
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let core = reading::core_limit(&limits).unwrap_or("unknown");
    vec![
        if swaps.is_empty() {
            ReportLine::good("no swap on a disk")
        } else {
            ReportLine::warning(format!(
                "memory may be written to {}: switch swap off for the day (swapoff -a) or encrypt it",
                swaps.join(", ")
            ))
        },
        if core == "0" {
            ReportLine::good("no core dumps from here")
        } else {
            ReportLine::warning(
                "a crash here would write the memory into a file: start from deploy/minsheng.service, or after `ulimit -c 0`",
            )
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::super::Grade;
    use super::*;

    fn asked(listen: &str, url: Option<&str>) -> DoctorOptions {
        DoctorOptions {
            data: "nowhere".into(),
            listen: listen.parse().unwrap(),
            public_url: url.map(str::to_owned),
            behind_proxy: false,
            backups: None,
            heads: Vec::new(),
        }
    }

    fn worst(lines: &[ReportLine]) -> Grade {
        lines.iter().map(|line| line.grade).max().unwrap()
    }

    #[test]
    fn what_phones_reach_is_judged_with_what_the_slips_carry() {
        let hotspot = [Ipv4Addr::new(192, 168, 12, 1)];
        for (listen, url, addresses, grade) in [
            (
                "127.0.0.1:8080",
                Some("https://vote.example.cn"),
                &hotspot[..],
                Grade::Warning,
            ),
            (
                "0.0.0.0:8080",
                Some("https://192.168.12.1"),
                &hotspot,
                Grade::Good,
            ),
            (
                "0.0.0.0:8080",
                Some("http://192.168.12.1:8080"),
                &hotspot,
                Grade::Warning,
            ),
            (
                "0.0.0.0:8080",
                Some("https://192.168.99.1"),
                &hotspot,
                Grade::Failure,
            ),
            ("0.0.0.0:8080", None, &hotspot, Grade::Warning),
            (
                "0.0.0.0:8080",
                Some("https://192.168.12.1"),
                &[],
                Grade::Failure,
            ),
        ] {
            let lines = reach(&asked(listen, url), addresses);
            assert_eq!(worst(&lines), grade, "{listen} {url:?}: {lines:?}");
        }
    }

    #[test]
    fn a_machine_with_the_usual_thousand_file_handles_is_not_fit_for_a_hall() {
        assert_eq!(handles(1_024).grade, Grade::Failure);
        assert!(handles(1_024).text.contains("832 connections"));
        assert_eq!(handles(65_536).grade, Grade::Good);
    }

    #[test]
    fn a_clock_of_another_century_fails() {
        let at = |text: &str| clock(text.parse().unwrap(), Path::new("nowhere"));
        assert_eq!(worst(&at("2026-11-24T04:00:00Z")), Grade::Good);
        assert_eq!(worst(&at("1970-01-01T04:00:00Z")), Grade::Failure);
    }
}
