//! The thin binary: parse the command line and run it.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let command = minsheng::Command::parse();
    minsheng::run(command)
}
