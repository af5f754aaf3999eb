//! `minsheng demo`: a fresh prefecture with invented data, served at once.
//!
//! Everything goes through the importers and use cases that people use: the demo's clerk and chief
//! scrutineer press the same buttons, and its ballots are cast through the same path.

mod account;
mod day;
mod leads;
mod library;
mod people;
mod stages;
mod year;

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::serve;
use crate::console::{fail, runtime};
pub use account::{DemoPoll, DemoStaff};
use machine::clock::Clock;
use service::Service;
pub use stages::{DemoStage, DemoSummary, make};
use web::config::{Config, usual_webhook_hosts};

/// Serves a fresh prefecture with invented data.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Where the data go; an earlier demo there is replaced [default: minsheng-demo]
    #[arg(long, default_value = "minsheng-demo")]
    dir: PathBuf,
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// The address that phones can reach, printed in QR codes
    #[arg(long)]
    public_url: Option<String>,
    /// Deputies in office in 青河县
    #[arg(long, default_value_t = 161, value_parser = clap::value_parser!(u32).range(3..=5_000))]
    deputies: u32,
    /// How far 青河县's poll has come: draft, frozen, open, closed, certified, published, or followup,
    /// the end of the year, whose clock starts on 31 December 2026 whenever the demo is started
    #[arg(long, default_value = "open", value_parser = DemoStage::parse)]
    stage: DemoStage,
    /// Write the slips' codes to this CSV file
    #[arg(long)]
    codes: Option<PathBuf>,
    /// Print one JSON object instead of text
    #[arg(long)]
    json: bool,
}

/// What a demo prints with `--json`.
#[derive(Debug, Serialize)]
struct DemoOutput {
    address: String,
    staff: Vec<DemoStaff>,
    polls: Vec<DemoPoll>,
}

/// The file that marks a directory as a demo's, so that nothing else is ever wiped.
const MARK: &str = "this-is-a-minsheng-demo";

/// Makes the demo and serves it.
#[must_use]
pub fn run(args: DemoArgs) -> ExitCode {
    runtime(async {
        if let Err(error) = clear(&args.dir) {
            return fail(&error);
        }
        // The year after the vote is lived with a set clock, which runs on from its end.
        let clock = match args.stage {
            DemoStage::FollowUp => Clock::fixed(day::noon()),
            DemoStage::Draft
            | DemoStage::Frozen
            | DemoStage::Open
            | DemoStage::Closed
            | DemoStage::Certified
            | DemoStage::Published => Clock::system(),
        };
        let service = match serve::open_with(&args.dir, clock.clone()).await {
            Ok(service) => service,
            Err(code) => return code,
        };
        let listener = match serve::bind(args.listen.unwrap_or_else(serve::local)).await {
            Ok(listener) => listener,
            Err(code) => return code,
        };
        let address = match (&args.public_url, listener.local_addr()) {
            (Some(url), _) => url.trim_end_matches('/').to_owned(),
            (None, Ok(address)) => format!("http://{address}"),
            (None, Err(error)) => return fail(&error),
        };
        let made = match make(&service, args.stage, args.deputies).await {
            Ok(made) => made,
            Err(error) => return fail(&error),
        };
        clock.run();
        if let Err(error) = announce(&args, &address, &made) {
            return fail(&error);
        }
        let config = Config {
            data: args.dir,
            listen: args.listen.unwrap_or_else(serve::local),
            public_url: Some(address),
            behind_proxy: false,
            fonts: None,
            backups: None,
            webhook_hosts: usual_webhook_hosts(),
        };
        serve::serve(listener, service, &config, None).await
    })
}

/// Empties the directory of an earlier demo; refuses any other directory that is not empty.
fn clear(dir: &Path) -> std::io::Result<()> {
    let is_demo = dir.join(MARK).exists();
    let is_empty = !dir.exists() || dir.read_dir()?.next().is_none();
    if !is_demo && !is_empty {
        return Err(std::io::Error::other(format!(
            "{} holds something else than a demo: name another directory with --dir",
            dir.display()
        )));
    }
    Service::make_directory(dir).map_err(std::io::Error::other)?;
    std::fs::write(dir.join(MARK), "")?;
    // Only the product's own files are removed; the lock file stays, for a demo may run there.
    if Service::is_in_use(dir) {
        return Err(std::io::Error::other(format!(
            "another minsheng works in {}: stop it first, or name another directory with --dir",
            dir.display()
        )));
    }
    for entry in dir.read_dir()? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_database = name.starts_with("minsheng.db");
        let is_key = name.starts_with("minsheng.key");
        if is_database || is_key || (name.starts_with("minsheng") && name.ends_with(".key")) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Codes vote: only their owner reads them.
fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
    let mut options = std::fs::OpenOptions::new();
    let options = options.write(true).create(true).truncate(true).mode(0o600);
    let mut out = options.open(file)?;
    out.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    out.write_all(text.as_bytes())
}

fn announce(args: &DemoArgs, address: &str, made: &DemoSummary) -> std::io::Result<()> {
    if let Some(file) = &args.codes {
        let mut text = "deputy_no,code,url\n".to_owned();
        for slip in &made.slips {
            text.push_str(&format!(
                ",{},{address}{}\n",
                slip.typed,
                web::slip_path(slip)
            ));
        }
        write_private(file, &text)?;
    }
    let mut out = std::io::stdout().lock();
    if args.json {
        let printed = DemoOutput {
            address: address.to_owned(),
            staff: made.staff.clone(),
            polls: made.polls.clone(),
        };
        let line = serde_json::to_string(&printed).map_err(std::io::Error::other)?;
        writeln!(out, "{line}")?;
        return out.flush();
    }
    writeln!(
        out,
        "minsheng demo, all data invented\n\n  {address}\n\nsign in at {address}/sign-in"
    )?;
    for staff in &made.staff {
        let place = staff.congress.as_deref().unwrap_or("prefecture");
        writeln!(
            out,
            "  {:<22} {:<14} {:<18} {}",
            staff.username, staff.password, staff.role, place
        )?;
    }
    writeln!(out, "\npolls")?;
    for poll in &made.polls {
        writeln!(
            out,
            "  {:<4} {:<10} {}  {}",
            poll.id, poll.stage, poll.congress, poll.title
        )?;
    }
    if let Some(slip) = made.slips.first() {
        writeln!(
            out,
            "\nvote with a slip: {address}{}\nor type {} at {address}/ballot",
            web::slip_path(slip),
            slip.typed
        )?;
        match &args.codes {
            Some(file) => writeln!(out, "all {} slips: {}", made.slips.len(), file.display())?,
            None => writeln!(
                out,
                "all {} slips: start with --codes FILE.csv",
                made.slips.len()
            )?,
        }
    }
    writeln!(
        out,
        "\nCtrl-C ends the demo; the data stay in {}",
        args.dir.display()
    )?;
    out.flush()
}
