//! The samples in `deploy/` keep their promises: the unit is sound and closed, the proxies keep no
//! trace of a ballot. What needs a tool of the system runs where that tool is.

use std::{fs, path::Path, process::Command};

/// The exposure that `systemd-analyze security` may find, in tenths (0 is best, 100 is open).
const EXPOSURE_AT_MOST: &str = "15";

fn sample(name: &str) -> String {
    fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("deploy")
            .join(name),
    )
    .unwrap_or_default()
}

/// Whether a tool is on this machine.
#[expect(
    clippy::print_stderr,
    reason = "who reads the output should know what was not tried"
)]
fn has(tool: &str) -> bool {
    let found = Command::new(tool).arg("--help").output().is_ok();
    if !found {
        eprintln!("{tool} is not here: its part was not tried");
    }
    found
}

#[track_caller]
fn succeeds(command: &mut Command) {
    let output = match command.output() {
        Ok(output) => output,
        Err(error) => unreachable!("{command:?}: {error}"),
    };
    let said = format!(
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{command:?}\n{said}");
}

#[test]
fn the_unit_is_sound_and_closed() {
    let unit = sample("minsheng.service");
    assert!(unit.contains(
        "\nExecStart=/usr/local/bin/minsheng serve --config /etc/minsheng/minsheng.toml"
    ));
    for promise in [
        "LimitCORE=0",
        "MemorySwapMax=0",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        &format!("LimitNOFILE={}", machine::bounds::FILES),
    ] {
        assert!(
            unit.lines().any(|line| line == promise),
            "the unit has no {promise}"
        );
    }
    if !has("systemd-analyze") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("minsheng.service");
    let lines: Vec<&str> = unit
        .lines()
        .map(|line| {
            if line.starts_with("ExecStart=") {
                "ExecStart=/bin/true"
            } else {
                line
            }
        })
        .collect();
    fs::write(&path, lines.join("\n")).unwrap();
    succeeds(
        Command::new("systemd-analyze")
            .args(["verify", "--man=no"])
            .arg(&path),
    );
    succeeds(
        Command::new("systemd-analyze")
            .args(["security", "--no-pager", "--offline=yes"])
            .arg(format!("--threshold={EXPOSURE_AT_MOST}"))
            .arg(&path),
    );
}

/// A certificate and a key in a folder, for tools that open them; `None` without openssl.
fn certificate(folder: &Path) -> Option<()> {
    if !has("openssl") {
        return None;
    }
    succeeds(
        Command::new("openssl")
            .args([
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=x",
            ])
            .arg("-keyout")
            .arg(folder.join("key.pem"))
            .arg("-out")
            .arg(folder.join("certificate.pem")),
    );
    Some(())
}

#[test]
fn nginx_takes_its_sample_and_keeps_no_trace_of_a_ballot() {
    let conf = sample("nginx.conf");
    let (_, ballot) = conf.split_once("location ~ ^/(b/|ballot(/|$)) {").unwrap();
    let (ballot, _) = ballot.split_once('}').unwrap();
    for promise in [
        "access_log off;",
        "error_log /dev/null;",
        "proxy_request_buffering off;",
    ] {
        assert!(
            ballot.contains(promise),
            "the ballot's location has no {promise}"
        );
    }
    for promise in [
        "proxy_buffering off;",
        "proxy_set_header X-Forwarded-For $remote_addr;",
        "limit_conn_zone $binary_remote_addr zone=minsheng_address:10m;",
        "limit_conn minsheng_address 2000;",
        "limit_conn minsheng_all 4000;",
        "client_header_timeout 10s;",
        "client_body_timeout 20s;",
        "send_timeout 20s;",
    ] {
        assert!(conf.contains(promise), "the sample has no {promise}");
    }
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    if !has("nginx") || certificate(here).is_none() {
        return;
    }
    let place = here.to_string_lossy();
    fs::write(
        here.join("site.conf"),
        conf.replace("/etc/minsheng", &place),
    )
    .unwrap();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("{name}_temp_path {place}/{name};\n"))
        .collect();
    let main = format!(
        "pid {place}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}include {place}/site.conf;\n}}\n"
    );
    fs::write(here.join("nginx.conf"), main).unwrap();
    succeeds(
        Command::new("nginx")
            .args(["-t", "-p"])
            .arg(here)
            .arg("-c")
            .arg(here.join("nginx.conf")),
    );
}

#[test]
fn the_proxies_let_in_fewer_connections_than_the_program_has_seats_for() {
    let conf = sample("nginx.conf");
    let number = |name: &str| -> usize {
        let (_, rest) = conf.split_once(name).unwrap();
        rest.split_once(';').unwrap().0.trim().parse().unwrap()
    };
    let room = machine::bounds::ConnectionLimits::USUAL;
    assert!(number("limit_conn minsheng_all ") < room.connections);
    assert!(number("limit_conn minsheng_address ") < room.of_address);
}

#[test]
fn caddy_takes_its_sample_and_keeps_no_trace_of_a_ballot() {
    let conf = sample("Caddyfile");
    assert!(conf.contains("exclude http.log.error http.handlers.reverse_proxy"));
    assert!(conf.contains("flush_interval -1"));
    for bound in ["read_header 10s", "read_body 40s", "max_header_size 32KB"] {
        assert!(conf.contains(bound), "the sample has no {bound}");
    }
    let (_, site) = conf.split_once("minsheng.example.cn {").unwrap();
    assert!(
        !site
            .lines()
            .any(|line| line.trim_start().starts_with("log")),
        "no access log"
    );
    let folder = tempfile::tempdir().unwrap();
    if !has("caddy") || certificate(folder.path()).is_none() {
        return;
    }
    let path = folder.path().join("Caddyfile");
    fs::write(
        &path,
        conf.replace("/etc/minsheng", &folder.path().to_string_lossy()),
    )
    .unwrap();
    succeeds(
        Command::new("caddy")
            .args(["validate", "--adapter", "caddyfile", "--config"])
            .arg(&path),
    );
}

#[test]
fn installing_and_upgrading_take_ten_lines_each() {
    for page in ["install.md", "upgrade.md"] {
        let text = sample(page);
        let steps = text.lines().filter(|line| {
            line.split_once(". ")
                .is_some_and(|(number, _)| number.parse::<u8>().is_ok())
        });
        assert_eq!(steps.count(), 10, "{page}");
    }
}
