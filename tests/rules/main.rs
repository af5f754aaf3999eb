//! Rules of the tree, read from its files: the house, its words and documents, and the samples in
//! `deploy/`. No server starts here.

mod architecture;
mod deploy;
mod source;
mod words;

/// Fails with every complaint on its own line.
#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}

/// Fails unless exactly this many complaints were raised and each of the words occurs in one.
#[track_caller]
fn raised(complaints: &[String], number: usize, words: &[&str]) {
    assert_eq!(complaints.len(), number, "{complaints:#?}");
    for word in words {
        let said = complaints.iter().any(|complaint| complaint.contains(word));
        assert!(said, "nothing says {word:?}: {complaints:#?}");
    }
}
