//! COMMANDS. Plain English, exit codes 0 done, 1 does not hold, 2 wrong use or unreadable input.

pub mod admin;
pub mod backup;
mod config;
pub mod count;
pub mod demo;
pub mod doctor;
mod files;
pub mod serve;

use std::io::{BufRead as _, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use domain::problem::ProblemPlace;
use machine::telemetry;

/// Livelihood projects decided by deputies' secret ballot.
#[derive(Debug, Parser)]
#[command(name = "minsheng", version, about)]
pub struct Command {
    #[command(subcommand)]
    what: Option<ProgramCommand>,
}

#[derive(Debug, Subcommand)]
enum ProgramCommand {
    /// Make a fresh prefecture with invented data and serve it
    Demo(demo::DemoArgs),
    /// Serve a data directory
    Serve(serve::ServeArgs),
    /// Count a file of ballots: a Pabulib .pb file or a table
    Count(count::CountArgs),
    /// Set up an installation: accounts, passwords, imports
    Admin(admin::AdminArgs),
    /// Copy the database of a stopped server into one file with a manifest
    Backup(backup::BackupArgs),
    /// Make a data directory of a backup
    Restore(backup::RestoreArgs),
    /// Check this machine before the day: clock, disk, fonts, network, backups, traces
    Doctor(doctor::DoctorArgs),
}

/// Runs a parsed command line; without a command, the help.
#[must_use]
pub fn run(command: Command) -> ExitCode {
    telemetry::start();
    let code = perform(command);
    telemetry::tell();
    code
}

fn perform(command: Command) -> ExitCode {
    match command.what {
        Some(ProgramCommand::Demo(args)) => demo::run(args),
        Some(ProgramCommand::Serve(args)) => serve::run(args),
        Some(ProgramCommand::Count(args)) => count::run(&args),
        Some(ProgramCommand::Admin(args)) => admin::run(args),
        Some(ProgramCommand::Backup(args)) => backup::run(&args),
        Some(ProgramCommand::Restore(args)) => backup::restore(&args),
        Some(ProgramCommand::Doctor(args)) => doctor::run(args),
        None => match Command::command().print_help() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
    }
}

/// Runs a command's future to its end.
fn runtime(work: impl Future<Output = ExitCode>) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(async {
            outlive_full_files();
            work.await
        }),
        Err(error) => fail(&error),
    }
}

/// SIGXFSZ on Linux: a file would grow beyond what `ulimit -f` or the unit allows.
const FILE_TOO_LARGE: i32 = 25;

/// A file that may not grow is a failed write, told like a full disk, and never the end of the process: a
/// signal that somebody listens to does not kill.
fn outlive_full_files() {
    let kind = tokio::signal::unix::SignalKind::from_raw(FILE_TOO_LARGE);
    if let Err(error) = tokio::signal::unix::signal(kind) {
        tracing::warn!(%error, "a file that may not grow would end the program");
    }
}

/// Tells an error with everything below it; exit code 2.
fn fail(error: &dyn std::error::Error) -> ExitCode {
    let mut out = std::io::stderr().lock();
    // Nobody is left to tell when standard error is closed.
    drop(writeln!(out, "minsheng: {}", telemetry::chain(error)));
    ExitCode::from(2)
}

/// Asks at the console; whoever pipes the answer in sees the question beside it.
fn ask(question: &str) {
    let mut out = std::io::stderr().lock();
    // Nobody is left to ask when standard error is closed.
    drop(write!(out, "{question}: ").and_then(|()| out.flush()));
}

/// Says a line beside the questions, apart from what the command answers.
fn tell(line: &str) {
    let mut out = std::io::stderr().lock();
    drop(writeln!(out, "{line}"));
}

/// One line of standard input: a password is never an argument, where the machine would list it.
fn read_password() -> String {
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        Ok(_) => line.trim_end_matches(['\r', '\n']).to_owned(),
        Err(_) => String::new(),
    }
}

/// A problem's place in plain English.
fn place_words(place: &ProblemPlace) -> String {
    match place {
        ProblemPlace::Whole => String::new(),
        ProblemPlace::Field(field) => format!("{field}: "),
        ProblemPlace::Cell { row, column } if column.is_empty() => format!("row {row}: "),
        ProblemPlace::Cell { row, column } => format!("row {row}, column {column}: "),
    }
}
