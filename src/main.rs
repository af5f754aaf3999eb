//! The thin binary: parse the command line and run it.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let command = minsheng::cli::Command::parse();
    minsheng::cli::run(command)
}
