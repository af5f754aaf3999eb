//! How large a run is. `cargo bench` measures; `cargo test --bench` makes one short round of the same, which
//! shows that the bench still runs and that what it asserts holds. Its figures mean nothing.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::allow_attributes,
    reason = "each bench uses a part of this"
)]

/// Whether this run measures: cargo says so to a bench, and not to a test.
pub fn is_measured() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// A size: the one to be measured with, or the one of a short round.
pub fn of<T>(measured: T, short: T) -> T {
    if is_measured() { measured } else { short }
}
