//! File handles: each connection takes one, and a machine gives a program 1,024 unless it is asked.

use rustix::process::{Resource, Rlimit, setrlimit};

use machine::bounds::FILES;

/// Handles that the machine gives now, and the most that it gives to whoever asks. Where it does not say, as on
/// systems without `/proc`, the usual thousand is believed.
fn given() -> (u64, u64) {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    read(&limits).unwrap_or((1_024, 1_024))
}

/// The soft and the hard limit in `/proc/self/limits`.
fn read(limits: &str) -> Option<(u64, u64)> {
    let mut lines = limits.lines();
    let line = lines.find_map(|line| line.strip_prefix("Max open files"))?;
    let mut numbers = line.split_whitespace().map(|word| match word {
        "unlimited" => Some(u64::MAX),
        number => number.parse().ok(),
    });
    Some((numbers.next()??, numbers.next()??))
}

/// Asks the machine for as many file handles as a day needs; answers how many there are.
pub(super) fn ask() -> u64 {
    let (have, most) = given();
    let may = most.min(FILES);
    if have >= may {
        return have;
    }
    let wanted = Rlimit {
        current: Some(may),
        maximum: Some(most).filter(|most| *most != u64::MAX),
    };
    match setrlimit(Resource::Nofile, wanted) {
        Ok(()) => may,
        Err(_) => have,
    }
}

/// How many file handles a program started from here may come to have, without asking for them.
pub(super) fn offered() -> u64 {
    let (have, most) = given();
    have.max(most.min(FILES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_read_as_the_kernel_writes_them() {
        let limits = "Limit  Soft Limit  Hard Limit  Units\nMax open files  1024  524288  files\n";
        assert_eq!(read(limits), Some((1_024, 524_288)));
        let limits = "Max open files            unlimited            unlimited            files\n";
        assert_eq!(read(limits), Some((u64::MAX, u64::MAX)));
        assert_eq!(read("nothing"), None);
        assert!(ask() >= given().0.min(FILES));
    }
}
