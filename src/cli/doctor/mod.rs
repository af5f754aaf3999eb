//! `minsheng doctor`: is this machine fit for the day? Looks, measures, changes nothing.
//!
//! `checks.rs` asks the machine and judges, `reading.rs` reads what the kernel says. Each line says
//! what was found and, where it is not right, what to do. Exit code 1 when anything fails.

mod backups;
mod checks;
mod disk;
mod line;
mod reading;
mod record;

use line::{DoctorOptions, Grade, ReportLine};
pub(super) use record::told;

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::serve;
use crate::config::ConfigFile;
use crate::console::fail;
use domain::audit::chain::PrintedHead;

/// Checks the machine before the day.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Data directory [default: minsheng-data]
    #[arg(long)]
    data: Option<PathBuf>,
    /// Address and port that the server will listen on [default: 127.0.0.1:8080]
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// The address that people type, printed in QR codes
    #[arg(long)]
    public_url: Option<String>,
    /// Where backups go
    #[arg(long)]
    backups: Option<PathBuf>,
    /// A head of the audit log as it is printed on paper: the log must still have that line
    #[arg(long = "head", value_name = "CONGRESS:NUMBER:HASH")]
    heads: Vec<String>,
    /// Configuration file; the options above win over it
    #[arg(long)]
    config: Option<PathBuf>,
}

/// Looks at the machine and reports.
#[must_use]
pub fn run(args: DoctorArgs) -> ExitCode {
    let file = match args.config.as_deref().map(ConfigFile::read).transpose() {
        Ok(file) => file.unwrap_or_default(),
        Err(error) => return fail(&error),
    };
    let typed = args.heads.iter();
    let read = typed.map(|typed| PrintedHead::read(typed).ok_or(typed));
    let heads = match read.collect::<Result<Vec<_>, _>>() {
        Ok(heads) => heads,
        Err(typed) => {
            let told = format!(
                "{typed} is no head: CONGRESS:NUMBER:HASH as it is printed, sixteen digits or more"
            );
            return fail(&std::io::Error::other(told));
        }
    };
    let asked = DoctorOptions {
        heads,
        data: args
            .data
            .or(file.data)
            .unwrap_or_else(|| PathBuf::from("minsheng-data")),
        listen: args.listen.or(file.listen).unwrap_or_else(serve::local),
        public_url: args.public_url.or(file.public_url),
        behind_proxy: file.behind_proxy.unwrap_or(false),
        backups: args.backups.or(file.backups),
    };
    let lines = checks::all(&asked);
    let mut out = std::io::stdout().lock();
    for line in &lines {
        let word = match line.grade {
            Grade::Good => "ok   ",
            Grade::Warning => "warn ",
            Grade::Failure => "FAIL ",
        };
        // Whoever hung up reads no report; the exit code still tells.
        drop(writeln!(out, "{word} {}", line.text));
    }
    let failed = lines
        .iter()
        .filter(|line| line.grade == Grade::Failure)
        .count();
    let warned = lines
        .iter()
        .filter(|line| line.grade == Grade::Warning)
        .count();
    drop(writeln!(out, "{failed} to mend, {warned} to know of"));
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}
