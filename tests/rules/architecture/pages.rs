//! Pages: what decides how one goes on is a value's kind, never the name of a message.

use crate::{
    none, raised,
    source::{files, text_of},
};

/// Lines of a file that no test module holds, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let product = text
        .lines()
        .take_while(|line| line.trim() != "#[cfg(test)]");
    product.enumerate().map(|(at, line)| (at + 1, line))
}

/// Where a page goes by the code of a problem, which is the name of its message.
fn by_code(path: &str, text: &str) -> Vec<String> {
    let is_choice = |line: &str| {
        [
            ".code == ",
            ".code != ",
            "match problem.code",
            ".code.starts_with(",
        ]
        .iter()
        .any(|choice| line.contains(choice))
    };
    lines(text)
        .filter(|(_, line)| is_choice(line))
        .map(|(at, line)| {
            format!(
                "{path}:{at}: `{}`: ask the problem's nature or place",
                line.trim()
            )
        })
        .collect()
}

#[test]
fn no_page_goes_by_the_name_of_a_message() {
    let found = files("src/web", ".rs").into_iter();
    let found = found.filter_map(|path| Some(by_code(&path, &text_of(&path)?)));
    none(&found.flatten().collect::<Vec<_>>());
}

#[test]
fn a_page_that_goes_by_the_name_of_a_message_is_noticed() {
    let text = "if problem.code == \"a\" {}\nlet b = problem.code;\nmatch problem.code {}\n\
                #[cfg(test)]\nif problem.code == \"c\" {}\n";
    raised(&by_code("src/web/a.rs", text), 2, &["a.rs:1", "a.rs:3"]);
}
