//! The log: plain lines on standard error. No code, mark, name or address of a voter reaches it,
//! for nothing on the ballot's path logs a request.

use tracing_subscriber::EnvFilter;

/// Starts the log at `info`, or as `MINSHENG_LOG` says (for example `minsheng=debug`).
pub fn start() {
    let filter = EnvFilter::builder()
        .with_env_var("MINSHENG_LOG")
        .with_default_directive(tracing::level_filters::LevelFilter::INFO.into())
        .from_env_lossy();
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start, as in tests, keeps the first.
    drop(log.try_init());
}
