//! `minsheng backup` and `minsheng restore`: a copy of a stopped server's data, and its return.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::serve;
use crate::console::{fail, runtime};
use domain::access::Actor;
use domain::installation::drill::Drill;
use machine::clock::Clock;
use service::installation::backup_place::BackupPlace;
use service::installation::encryption::BackupKey;
use service::installation::restoring::{self, RestoreError, RestoreOrder};
use service::{Service, ServiceError};
use text::{Language, Words};

/// Copies database and pictures into a folder, with a manifest.
#[derive(Debug, Args)]
pub struct BackupArgs {
    /// Data directory
    #[arg(long, default_value = "minsheng-data")]
    data: PathBuf,
    /// The folder that the backup goes into: on another disk
    #[arg(long)]
    to: PathBuf,
    /// The public half of an office's key, age1 and what follows: the backup opens with its secret half alone; may
    /// be given more than once
    #[arg(long = "recipient", value_name = "KEY")]
    recipients: Vec<BackupKey>,
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
    /// The file of the office's secret key, where the backup is encrypted
    #[arg(long)]
    identity: Option<PathBuf>,
    /// Also a backup whose record did not hold when it was made
    #[arg(long)]
    marked: bool,
    /// Only try: the data directory is made, read through and removed, and the report laid beside the backup
    #[arg(long)]
    drill: bool,
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
        let place = BackupPlace {
            keys: args.recipients.clone(),
            ..BackupPlace::plain(&args.to)
        };
        match service.back_up(&Actor::console(), &place).await {
            Ok(made) => {
                let pictures = made.manifest.pictures;
                let told = say(&format!(
                    "{}\nsha256 {}\n{} pictures{}\nkeep the key file apart from it: {}{}",
                    made.file.display(),
                    made.manifest.digest,
                    pictures.map_or(0, |pictures| pictures.files),
                    match pictures.map_or(0, |pictures| pictures.missing) {
                        0 => String::new(),
                        missing => format!(", {missing} of them missing: see `minsheng doctor`"),
                    },
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

/// Restores a backup, or tries to.
#[must_use]
pub fn restore(args: &RestoreArgs) -> ExitCode {
    let order = RestoreOrder {
        file: &args.file,
        data: &args.data,
        key: args.key.as_deref(),
        identity: args.identity.as_deref(),
        and_marked: args.marked,
    };
    if args.drill {
        return match restoring::drill(&order, &Clock::system()) {
            Ok(drill) => report(&drill),
            Err(error) => refuse(&error),
        };
    }
    match restoring::restore(&order) {
        Ok(restored) => say(&format!(
            "restored the state of {} with {} pictures into {}{}{}\n{}",
            restored.manifest.at,
            restored.pictures,
            args.data.display(),
            match restored.missing.first() {
                None => String::new(),
                Some(first) => format!(
                    "\n{} PICTURES ARE MISSING from the backup, {first} the first",
                    restored.missing.len()
                ),
            },
            marks(&restored.manifest.differs),
            if restored.has_key {
                "with its key: deputies' printed slips stay good; everybody signs in again, and officers' slips and first \
                 sign-ins are printed anew"
            } else {
                "without its key: nothing starts before the file minsheng.key lies there. If it is lost for good, \
                 `minsheng admin new-key` by two people draws a new one and ends the slips and first sign-ins printed before"
            }
        )),
        Err(error) => refuse(&error),
    }
}

/// What a drill came to; exit code 1 where anything of it was not as it should be.
fn report(drill: &Drill) -> ExitCode {
    let told = format!(
        "brought back and read through in {}.{:03} s: {} lines of the audit log, {} pictures",
        drill.took / 1_000,
        drill.took % 1_000,
        drill.lines,
        drill.pictures
    );
    if drill.differs.is_empty() {
        return say(&format!(
            "{told}\nthe drill passed: this backup comes back whole"
        ));
    }
    let differs: String = drill
        .differs
        .iter()
        .map(|line| format!("\n  {line}"))
        .collect();
    if say(&format!("{told}\nTHE DRILL FAILED:{differs}")) == ExitCode::SUCCESS {
        ExitCode::from(1)
    } else {
        ExitCode::from(2)
    }
}

/// What stands against it: exit code 1 where the backup or what was given with it is not right.
fn refuse(error: &RestoreError) -> ExitCode {
    match error {
        RestoreError::OtherFile(_)
        | RestoreError::OtherKey(_)
        | RestoreError::OtherIdentity(_)
        | RestoreError::Encrypted(_)
        | RestoreError::Occupied(_)
        | RestoreError::Marked(..) => {
            if say(&format!("minsheng: {error}")) == ExitCode::SUCCESS {
                ExitCode::from(1)
            } else {
                ExitCode::from(2)
            }
        }
        RestoreError::NoManifest(_)
        | RestoreError::File(..)
        | RestoreError::Random(_)
        | RestoreError::Store(_) => fail(error),
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
