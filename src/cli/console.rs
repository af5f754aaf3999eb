//! What all commands share: their runtime, what they ask and tell at the console, how they fail.

use std::io::{BufRead as _, Write as _};
use std::process::ExitCode;

use domain::problem::ProblemPlace;
use machine::telemetry;

/// Runs a command's future to its end.
pub(crate) fn runtime(work: impl Future<Output = ExitCode>) -> ExitCode {
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
pub(crate) fn fail(error: &dyn std::error::Error) -> ExitCode {
    let mut out = std::io::stderr().lock();
    // Nobody is left to tell when standard error is closed.
    drop(writeln!(out, "minsheng: {}", telemetry::chain(error)));
    ExitCode::from(2)
}

/// Asks at the console; whoever pipes the answer in sees the question beside it.
pub(crate) fn ask(question: &str) {
    let mut out = std::io::stderr().lock();
    // Nobody is left to ask when standard error is closed.
    drop(write!(out, "{question}: ").and_then(|()| out.flush()));
}

/// Says a line beside the questions, apart from what the command answers.
pub(crate) fn tell(line: &str) {
    let mut out = std::io::stderr().lock();
    drop(writeln!(out, "{line}"));
}

/// One line of standard input: a password is never an argument, where the machine would list it.
pub(crate) fn read_password() -> String {
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        Ok(_) => line.trim_end_matches(['\r', '\n']).to_owned(),
        Err(_) => String::new(),
    }
}

/// A problem's place in plain English.
pub(crate) fn place_words(place: &ProblemPlace) -> String {
    match place {
        ProblemPlace::Whole => String::new(),
        ProblemPlace::Field(field) => format!("{field}: "),
        ProblemPlace::Cell { row, column } if column.is_empty() => format!("row {row}: "),
        ProblemPlace::Cell { row, column } => format!("row {row}, column {column}: "),
    }
}
