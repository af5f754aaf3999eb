//! The log: plain lines on standard error. No code, mark, name or address of a voter reaches it,
//! for nothing on the ballot's path logs a request.
//!
//! What fails there is only counted ([`note`]) and told once a minute as a number ([`tell`]): a line of its
//! own would carry, to the microsecond, the moment at which somebody cast. Whatever may be reached by a
//! ballot notes; `tests/rules/architecture` lists the few places that write a line at once.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crossbeam_channel::{Receiver, bounded};
use tracing_subscriber::EnvFilter;

/// How often what was noted is told.
const MINUTE: Duration = Duration::from_secs(60);
/// Different failures that are told apart in a minute; more of them are one number.
const MOST: usize = 50;
/// The name of what is not told apart any more.
const OTHERS: &str = "other failures";

/// How often each failure happened since the last telling.
static NOTED: Mutex<BTreeMap<String, u64>> = Mutex::new(BTreeMap::new());

/// Starts the log at `info`, or as `MINSHENG_LOG` says (for example `minsheng=debug`), and tells once a
/// minute what was noted.
pub fn start() {
    let filter = EnvFilter::builder()
        .with_env_var("MINSHENG_LOG")
        .with_default_directive(tracing::level_filters::LevelFilter::INFO.into())
        .from_env_lossy();
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start, as in tests, keeps the first.
    if log.try_init().is_err() {
        return;
    }
    std::panic::set_hook(Box::new(panicked));
    // The sender lives as long as the thread that receives: nothing ends it but the process.
    let (open, ends) = bounded::<()>(0);
    let teller = std::thread::Builder::new().name("log".to_owned());
    let started = teller.spawn(move || {
        let _open = open;
        tell_each_minute(&ends);
    });
    if let Err(error) = started {
        tracing::error!(%error, "no thread for the log: failures are told when the program ends");
    }
}

fn tell_each_minute(ends: &Receiver<()>) {
    while ends.recv_timeout(MINUTE) == Err(crossbeam_channel::RecvTimeoutError::Timeout) {
        tell();
    }
}

/// Counts a failure that a ballot may have met. `what` must not tell one request from another: it is no
/// place for an address, an identifier or anything that was typed.
pub fn note(what: impl std::fmt::Display) {
    let mut noted = NOTED.lock().unwrap_or_else(PoisonError::into_inner);
    let what = what.to_string();
    let is_known = noted.contains_key(&what);
    let name = if is_known || noted.len() < MOST {
        what
    } else {
        OTHERS.to_owned()
    };
    let times = noted.entry(name).or_default();
    *times = times.saturating_add(1);
}

/// An error with everything below it, on one line.
#[must_use]
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut below = error.source();
    while let Some(error) = below {
        text.push_str(": ");
        text.push_str(&error.to_string());
        below = error.source();
    }
    text
}

/// Writes a line for each failure that was noted since the last time: how often, never when.
pub fn tell() {
    let noted = std::mem::take(&mut *NOTED.lock().unwrap_or_else(PoisonError::into_inner));
    for (what, times) in noted {
        tracing::error!("{times} times since the last minute: {what}");
    }
}

/// A panic of a thread that serves is noted by its place alone, for the words may hold what was being
/// worked on; one of the main thread ends the program and is told at once.
fn panicked(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(
        || "an unknown place".to_owned(),
        |place| format!("{}:{}", place.file(), place.line()),
    );
    if std::thread::current().name() == Some("main") {
        tracing::error!("the program broke at {place}: {panic}");
    } else {
        note(format!("a thread broke at {place}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_counted_and_never_grows_without_bound() {
        for number in 0..(2 * MOST) {
            note(format!("failure {number}"));
            note("the same");
        }
        let noted = NOTED.lock().unwrap();
        assert!(noted.len() <= MOST + 2, "{}", noted.len());
        assert_eq!(noted.get("the same"), Some(&100));
        assert!(noted.get(OTHERS).is_some_and(|others| *others > 40));
    }
}
