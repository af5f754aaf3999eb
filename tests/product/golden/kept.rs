//! Files that keep what was found, and what differs from them.

use std::fs;
use std::path::PathBuf;

/// Where a kept file lies.
pub(super) fn place(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/product/golden")).join(name)
}

/// Whether what is found becomes what is kept.
pub(super) fn is_update() -> bool {
    std::env::var_os("UPDATE_SNAPSHOTS").is_some()
}

/// Fails with every difference, the first ones word for word.
#[track_caller]
pub(super) fn none(differences: &[String]) {
    let shown: Vec<&str> = differences.iter().take(12).map(String::as_str).collect();
    assert!(
        differences.is_empty(),
        "{} differences from what is kept; UPDATE_SNAPSHOTS=1 writes it anew once each is meant\n\n{}\n",
        differences.len(),
        shown.join("\n\n")
    );
}

/// The first line in which what was found differs from what is kept.
pub(super) fn differs(kept: &[&str], found: &[&str]) -> Option<String> {
    let same = kept.iter().zip(found).take_while(|(a, b)| a == b).count();
    if same == kept.len() && same == found.len() {
        return None;
    }
    let told = |lines: &[&str]| match lines.get(same) {
        Some(line) => (*line).to_owned(),
        None => "(nothing: it ends here)".to_owned(),
    };
    let before = same.checked_sub(1).map_or("(the beginning)", |at| kept[at]);
    Some(format!(
        "  line {}, after {before}\n  kept:  {}\n  found: {}",
        same + 1,
        told(kept),
        told(found)
    ))
}

/// Holds a text against the kept file of a name, or keeps it.
#[track_caller]
pub(super) fn hold(name: &str, found: &str) {
    let file = place(name);
    if is_update() {
        fs::write(file, found).unwrap();
        return;
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let (kept, found): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), found.lines().collect());
    let differences = differs(&kept, &found).map(|told| format!("{name}\n{told}"));
    none(&differences.into_iter().collect::<Vec<_>>());
}
