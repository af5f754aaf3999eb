//! Mends that can be taken out one at a time (`mends/`), so that `scripts/days-find-again` shows that the
//! days find what each of them mended.

use std::path::Path;

/// A mend, as its patch says.
struct Mend {
    name: String,
    /// The promise that must be seen broken without it.
    promise: String,
    /// File by file what its lines are with the mend.
    present: Vec<(String, String)>,
}

fn mends() -> Vec<Mend> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/product/random_days/mends");
    let mut found: Vec<Mend> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            read(entry.file_name().to_str().unwrap(), &text)
        })
        .collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

fn read(name: &str, text: &str) -> Mend {
    let mut promise = String::new();
    let (mut file, mut present) = (String::new(), Vec::new());
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("# promise: ") {
            said.clone_into(&mut promise);
        } else if let Some(to) = line.strip_prefix("+++ b/") {
            to.clone_into(&mut file);
        } else if line.starts_with("@@") {
            present.push((file.clone(), String::new()));
        } else if let (Some((_, lines)), Some(kept)) =
            (present.last_mut(), line.strip_prefix([' ', '-']))
            && !line.starts_with("---")
        {
            lines.push_str(kept);
            lines.push('\n');
        }
    }
    Mend {
        name: name.to_owned(),
        promise,
        present,
    }
}

#[test]
fn each_mend_can_still_be_taken_out_and_says_which_promise_breaks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let promised = source(&root.join("tests/product/random_days"));
    let mends = mends();
    assert!(!mends.is_empty());
    for mend in mends {
        let quoted = format!("\"{}\"", mend.promise);
        assert!(promised.contains(&quoted), "{}: {quoted}", mend.name);
        assert!(!mend.present.is_empty(), "{} changes nothing", mend.name);
        for (file, lines) in mend.present {
            let text = std::fs::read_to_string(root.join(&file)).unwrap();
            assert!(
                text.contains(&lines),
                "{}: {file} has not\n{lines}",
                mend.name
            );
        }
    }
}

/// The days' own source.
fn source(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&source(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    text
}
