//! The thin binary: parse the command line, start the log, run.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let command = minsheng::cli::Command::parse();
    minsheng::telemetry::start();
    minsheng::cli::run(command)
}
