//! `minsheng admin`: what the operator does at the machine while the server is stopped.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::serve;
use crate::console::{ask, fail, place_words, read_password, runtime, tell};
use domain::access::{Actor, Role};
use machine::clock::Clock;
use machine::random::Random;
use service::installation::encryption::BackupSecret;
use service::installation::new_key::{KeyEnding, TypedCredentials};
use service::people::accounts::NewAccount;
use service::{Service, ServiceError};
use text::{Language, Words};

/// Sets up an installation. The server must not be running on the same directory.
#[derive(Debug, Args)]
pub struct AdminArgs {
    /// Data directory
    #[arg(long, default_value = "minsheng-data", global = true)]
    data: PathBuf,
    #[command(subcommand)]
    act: AdminCommand,
}

#[derive(Debug, Subcommand)]
enum AdminCommand {
    /// Name the prefecture
    Name {
        /// Its name, as pages show it
        name: String,
    },
    /// Create an account; the first password is read from standard input, and its owner chooses another at the
    /// first sign-in
    AddAccount {
        /// What is typed to sign in
        username: String,
        /// Name shown on pages and statements
        #[arg(long)]
        name: String,
        /// clerk, chief_scrutineer, scrutineer, teller, publisher, prefecture_reader, prefecture_clerk or
        /// administrator
        #[arg(long)]
        role: String,
        /// The congress's slug; none for prefecture_reader, prefecture_clerk and administrator
        #[arg(long)]
        congress: Option<String>,
    },
    /// Set a new password, read from standard input, and end the account's sign-ins; its owner chooses another
    /// at the next
    ResetPassword {
        /// Whose
        username: String,
    },
    /// Draw a new key when minsheng.key is lost or in wrong hands. Two people of the staff, one of them a clerk or
    /// an administrator, type their passwords, a line each. Every living slip, printed first sign-in, sign-in and
    /// PIN ends
    NewKey {
        /// Username of the first
        #[arg(long)]
        first: String,
        /// Username of the second
        #[arg(long)]
        second: String,
    },
    /// Draw a key for backups: its secret half goes into a new file, which is kept apart from this machine and from
    /// the backups; its public half is shown, for backup_keys in the configuration file
    BackupKey {
        /// The file to make
        file: PathBuf,
    },
    /// List the accounts, their roles, and whose password somebody else chose
    Accounts,
    /// Import the prefecture's congresses from a CSV or XLSX file
    ImportCongresses {
        /// The file
        file: PathBuf,
    },
    /// Import a congress's roster of deputies from a CSV or XLSX file
    ImportDeputies {
        /// The congress's slug
        #[arg(long)]
        congress: String,
        /// The file
        file: PathBuf,
    },
    /// Import projects into a congress's library from a CSV or XLSX file
    ImportProjects {
        /// The congress's slug
        #[arg(long)]
        congress: String,
        /// The year they are meant for
        #[arg(long)]
        year: i16,
        /// The file
        file: PathBuf,
    },
}

/// Runs the command.
#[must_use]
pub fn run(args: AdminArgs) -> ExitCode {
    if let AdminCommand::BackupKey { file } = &args.act {
        return draw_backup_key(file);
    }
    runtime(async {
        let done = if let AdminCommand::NewKey { first, second } = &args.act {
            new_key(&args.data, first, second).await
        } else {
            match serve::open(&args.data).await {
                Ok(service) => perform(&service, args.act).await,
                Err(code) => return code,
            }
        };
        match done {
            Ok(lines) => {
                let mut out = std::io::stdout().lock();
                for line in lines {
                    if writeln!(out, "{line}").is_err() {
                        return ExitCode::FAILURE;
                    }
                }
                ExitCode::SUCCESS
            }
            Err(error) => report(&error),
        }
    })
}

async fn new_key(data: &Path, first: &str, second: &str) -> Result<Vec<String>, ServiceError> {
    for line in ending(&Service::count_ending(data).await?) {
        tell(&line);
    }
    let typed = |username: &str| {
        ask(&format!("password of {username}"));
        TypedCredentials {
            username: username.to_owned(),
            password: read_password(),
        }
    };
    let (first, second) = (typed(first), typed(second));
    let (clock, random) = (Clock::system(), Random::system());
    let ended = Service::draw_new_key(data, &clock, &random, first, second).await?;
    Ok(vec![
        format!(
            "a new key lies in {}: keep a copy of it apart",
            data.join("minsheng.key").display()
        ),
        format!(
            "ended: {} living slips, {} printed first sign-ins, {} sign-ins, {} PINs",
            ended.slips, ended.invitations, ended.sign_ins, ended.pins
        ),
        "print slips and first sign-ins anew; where a vote runs, two people first close it with what was cast, or void \
         the round: then its sitting prints new slips and hands them out anew"
            .to_owned(),
    ])
}

/// Draws a key for backups, which no server needs to know of.
fn draw_backup_key(file: &Path) -> ExitCode {
    match BackupSecret::write_new(file) {
        Ok(key) => {
            tell(&format!(
                "the secret half lies in {}: keep it, and a copy, away from this machine and from the backups. Without it no \
                 encrypted backup opens. Write into the configuration file: backup_keys = [\"{key}\"]",
                file.display()
            ));
            ExitCode::SUCCESS
        }
        Err(error) => fail(&std::io::Error::other(format!(
            "{} cannot be made: {error}",
            file.display()
        ))),
    }
}

/// What a new key would end, before the passwords are asked for.
fn ending(ending: &KeyEnding) -> Vec<String> {
    let ended = ending.ended;
    let mut lines = vec![format!(
        "a new key ends {} living slips, {} printed first sign-ins, {} sign-ins and {} PINs; \
         without the two passwords nothing is done",
        ended.slips, ended.invitations, ended.sign_ins, ended.pins
    )];
    lines.extend(ending.voting.iter().map(|one| {
        format!(
            "a vote runs: {}, {}. Whoever has not cast cannot any more; two people close it with what was \
             cast or void it, and new slips are printed after that",
            one.name, one.title
        )
    }));
    lines
}

async fn perform(service: &Service, act: AdminCommand) -> Result<Vec<String>, ServiceError> {
    let console = Actor::console();
    let read =
        |path: PathBuf| std::fs::read(path).map_err(|error| ServiceError::Broken(Box::new(error)));
    let done = |rows: u64| vec![format!("{rows} rows saved")];
    match act {
        // Opens the folder by itself: the key that opening needs is what it lacks.
        AdminCommand::NewKey { .. } | AdminCommand::BackupKey { .. } => {
            Err(ServiceError::NotFound("open folder"))
        }
        AdminCommand::Name { name } => {
            service.name_prefecture(&console, &name, false).await?;
            Ok(vec![format!("the prefecture is named {name}")])
        }
        AdminCommand::AddAccount {
            username,
            name,
            role,
            congress,
        } => {
            let role = Role::from_word(&role).ok_or(ServiceError::NotFound("role"))?;
            let password = read_password();
            let new = NewAccount {
                username: username.clone(),
                name,
                password,
                must_change: true,
                role,
                congress,
            };
            service.create_account(&console, new).await?;
            Ok(vec![format!("account {username} created")])
        }
        AdminCommand::ResetPassword { username } => {
            service
                .reset_password(&console, &username, &read_password())
                .await?;
            Ok(vec![format!("password of {username} set")])
        }
        AdminCommand::Accounts => {
            let accounts = service.list_accounts(&console).await?;
            let line = |(username, name, roles, must_change): (String, String, String, bool)| {
                let first = if must_change { "\tfirst password" } else { "" };
                format!("{username}\t{name}\t{roles}{first}")
            };
            Ok(accounts.into_iter().map(line).collect())
        }
        AdminCommand::ImportCongresses { file } => Ok(done(
            service.import_congresses(&console, &read(file)?).await?,
        )),
        AdminCommand::ImportDeputies { congress, file } => {
            let id = service.find_congress(&congress).await?;
            let counts = service.import_deputies(&console, id, &read(file)?).await?;
            Ok(vec![format!(
                "{} rows: {} new, {} changed, {} unchanged; {} deputies in office are not in the file and stay",
                counts.read, counts.new, counts.changed, counts.unchanged, counts.absent
            )])
        }
        AdminCommand::ImportProjects {
            congress,
            year,
            file,
        } => {
            let id = service.find_congress(&congress).await?;
            Ok(done(
                service
                    .import_projects(&console, id, year, &read(file)?)
                    .await?,
            ))
        }
    }
}

/// Tells what stands against it: every problem in plain English with its place, exit code 1; what
/// broke, exit code 2.
fn report(error: &ServiceError) -> ExitCode {
    if error.problems().is_empty() {
        return fail(error);
    }
    let words = Words::of(Language::En);
    let mut out = std::io::stderr().lock();
    for problem in error.problems() {
        let text = words.say_named("problem", problem.code, &problem.facts);
        if writeln!(
            out,
            "{}{text} ({})",
            place_words(&problem.place),
            problem.code
        )
        .is_err()
        {
            break;
        }
    }
    ExitCode::from(1)
}
