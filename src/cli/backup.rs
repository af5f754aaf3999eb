//! `minsheng backup` and `minsheng restore`: a copy of a stopped server's data, and its return.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::serve;
use crate::console::{fail, runtime};
use domain::access::Actor;
use service::installation::backups;
use service::{Service, ServiceError};
use text::{Language, Words};

/// Copies the database into one file with a manifest.
#[derive(Debug, Args)]
pub struct BackupArgs {
    /// Data directory
    #[arg(long, default_value = "minsheng-data")]
    data: PathBuf,
    /// The folder that the backup goes into: on another disk
    #[arg(long)]
    to: PathBuf,
}

/// Makes a data directory of a backup.
#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The backup's file; its manifest lies beside it
    file: PathBuf,
    /// Data directory to make; a database that is there is never overwritten
    #[arg(long)]
    data: PathBuf,
    /// The key file of the installation, kept apart: nothing starts without it
    #[arg(long)]
    key: Option<PathBuf>,
    /// Also a backup whose record did not hold when it was made
    #[arg(long)]
    marked: bool,
}

/// Backs up a data directory that no server works in.
#[must_use]
pub fn run(args: &BackupArgs) -> ExitCode {
    if Service::is_in_use(&args.data) {
        let told = format!(
            "a server works in {}: sign in there as administrator and press the button at {}, or stop it first",
            args.data.display(),
            web::path::BACKUPS,
        );
        return fail(&std::io::Error::other(told));
    }
    runtime(async {
        let service = match serve::open(&args.data).await {
            Ok(service) => service,
            Err(code) => return code,
        };
        // What a cut off opening has left is done first; if it cannot be, the refusal says so.
        service.finish_background_tasks().await;
        match service.back_up(&Actor::console(), &args.to).await {
            Ok(made) => {
                let told = say(&format!(
                    "{}\nsha256 {}\nkeep the key file apart from it: {}{}",
                    made.file.display(),
                    made.manifest.digest,
                    args.data.join("minsheng.key").display(),
                    marks(&made.manifest.differs),
                ));
                if made.manifest.differs.is_empty() {
                    told
                } else {
                    ExitCode::from(1)
                }
            }
            Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
                let words = Words::of(Language::En);
                for problem in error.problems() {
                    let told = words.say_named("problem", problem.code, &problem.facts);
                    if say(&format!("no backup: {told}")) != ExitCode::SUCCESS {
                        break;
                    }
                }
                ExitCode::from(1)
            }
            Err(error) => fail(&error),
        }
    })
}

/// Restores a backup.
#[must_use]
pub fn restore(args: &RestoreArgs) -> ExitCode {
    match backups::restore(&args.file, &args.data, args.key.as_deref(), args.marked) {
        Ok(restored) => say(&format!(
            "restored the state of {} into {}{}\n{}",
            restored.manifest.at,
            args.data.display(),
            marks(&restored.manifest.differs),
            if restored.has_key {
                "with its key: deputies' printed slips stay good; everybody signs in again, and officers' slips and first \
                 sign-ins are printed anew"
            } else {
                "without its key: nothing starts before the file minsheng.key lies there. If it is lost for good, \
                 `minsheng admin new-key` by two people draws a new one and ends the slips and first sign-ins printed before"
            }
        )),
        Err(
            error @ (backups::RestoreError::OtherFile(_)
            | backups::RestoreError::OtherKey(_)
            | backups::RestoreError::Marked(..)),
        ) => {
            let told = format!("minsheng: {error}");
            if say(&told) == ExitCode::SUCCESS {
                ExitCode::from(1)
            } else {
                ExitCode::from(2)
            }
        }
        Err(error) => fail(&error),
    }
}

/// What of a backup did not hold when it was made, said loudly: the backup is there all the same.
fn marks(differs: &[String]) -> String {
    let told: String = differs.iter().map(|line| format!("\n  {line}")).collect();
    if told.is_empty() {
        return told;
    }
    format!("\nMARKED: the record in it does not hold; see `minsheng doctor`{told}")
}

fn say(text: &str) -> ExitCode {
    match writeln!(std::io::stdout().lock(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
