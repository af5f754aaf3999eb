//! COMMANDS. Plain English, exit codes 0 done, 1 does not hold, 2 wrong use or unreadable input.

pub mod admin;
pub mod backup;
mod config;
mod console;
pub mod count;
pub mod demo;
pub mod doctor;
mod files;
pub mod serve;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

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
