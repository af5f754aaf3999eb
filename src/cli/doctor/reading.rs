//! What the kernel's text files say, as values.

use std::net::Ipv4Addr;

/// The addresses of this machine in `/proc/net/fib_trie`, loopback left out, each once.
pub(super) fn addresses(fib_trie: &str) -> Vec<Ipv4Addr> {
    let mut found = Vec::new();
    let mut last = None;
    for line in fib_trie.lines() {
        let line = line.trim();
        if let Some(address) = line.strip_prefix("|-- ") {
            last = address.parse::<Ipv4Addr>().ok();
        } else if line == "/32 host LOCAL" {
            found.extend(last.take().filter(|address| !address.is_loopback()));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Swap areas of `/proc/swaps` that write to a disk: compressed memory (zram) does not.
pub(super) fn swaps(proc_swaps: &str) -> Vec<String> {
    proc_swaps
        .lines()
        .skip(1)
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| !name.contains("zram"))
        .map(str::to_owned)
        .collect()
}

/// Device and type of the file system that holds a path, from `/proc/self/mounts`: the longest
/// mount point that the path begins with.
pub(super) fn mount<'m>(mounts: &'m str, path: &str) -> Option<(&'m str, &'m str)> {
    let holds = |point: &str| {
        path == point
            || point == "/"
            || path
                .strip_prefix(point)
                .is_some_and(|rest| rest.starts_with('/'))
    };
    mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?, words.next()?))
        })
        .filter(|(_, point, _)| holds(point))
        .max_by_key(|(_, point, _)| point.len())
        .map(|(device, _, kind)| (device, kind))
}

/// Free kilobytes in the answer of `df -Pk`.
pub(super) fn free_kilobytes(df: &str) -> Option<u64> {
    df.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

/// The soft limit on core files in `/proc/self/limits`; zero means none is written.
pub(super) fn core_limit(limits: &str) -> Option<&str> {
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))?;
    line.strip_prefix("Max core file size")?
        .split_whitespace()
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIB: &str = "Main:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 0.0.0.0\n        /0 universe UNICAST\n     \
        +-- 127.0.0.0/8 2 0 2\n        |-- 127.0.0.1\n           /32 host LOCAL\n        \
        |-- 192.168.12.1\n           /32 host LOCAL\n        |-- 192.168.12.255\n           \
        /32 link BROADCAST\nLocal:\n        |-- 192.168.12.1\n           /32 host LOCAL\n";

    #[test]
    fn addresses_are_found_once_and_without_loopback() {
        assert_eq!(addresses(FIB), [Ipv4Addr::new(192, 168, 12, 1)]);
        assert!(addresses("").is_empty());
    }

    #[test]
    fn swap_on_a_disk_is_told_from_compressed_memory() {
        let head = "Filename\tType\tSize\tUsed\tPriority\n";
        assert!(swaps(head).is_empty());
        let both = format!("{head}/dev/zram0 partition 1 0 100\n/swapfile file 1 0 -2\n");
        assert_eq!(swaps(&both), ["/swapfile"]);
    }

    #[test]
    fn the_nearest_mount_holds_a_path() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\n/dev/mapper/vg-data /var/lib btrfs rw 0 0\n";
        let at = |path| mount(mounts, path);
        assert_eq!(
            at("/var/lib/minsheng"),
            Some(("/dev/mapper/vg-data", "btrfs"))
        );
        assert_eq!(at("/var/library"), Some(("/dev/sda1", "ext4")));
        assert_eq!(mount("", "/x"), None);
    }

    #[test]
    fn space_and_core_limit_are_read() {
        let df = "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 100 40 60 40% /\n";
        assert_eq!(free_kilobytes(df), Some(60));
        assert_eq!(free_kilobytes("nothing"), None);
        let limits = "Limit Soft Limit Hard Limit Units\nMax core file size        0    unlimited    bytes\n";
        assert_eq!(core_limit(limits), Some("0"));
    }
}
