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

/// Functions of pages that take a frame and beside it what a frame carries.
fn beside_a_frame(path: &str, text: &str) -> Vec<String> {
    let carried = [" token: &str", " problems: &[Problem]", " typed: &Fields"];
    let heads = text.split("fn ").skip(1);
    let heads = heads.filter_map(|rest| rest.split_once('{').map(|(head, _)| head));
    heads
        .filter(|head| head.contains("frame: &Frame"))
        .filter(|head| {
            let head = head.split_whitespace().collect::<Vec<_>>().join(" ");
            carried.iter().any(|one| head.contains(one))
        })
        .map(|head| {
            let name = head.split('(').next().unwrap_or(head);
            format!("{path}: `{name}`: token, typed values and problems come with the frame")
        })
        .collect()
}

/// The ballot's forms have tokens of their own, over the marks that were reviewed.
const OWN_TOKENS: &str = "src/web/ballot/";

#[test]
fn a_frame_carries_what_its_forms_need() {
    let found = files("src/web", ".rs").into_iter();
    let found = found.filter(|path| !path.starts_with(OWN_TOKENS));
    let found = found.filter_map(|path| Some(beside_a_frame(&path, &text_of(&path)?)));
    none(&found.flatten().collect::<Vec<_>>());
}

#[test]
fn a_page_that_is_given_a_token_beside_its_frame_is_noticed() {
    let text = "fn page(frame: &Frame<'_>, view: &View, token: &str) -> Markup {}\n\
                fn part(frame: &Frame<'_>, view: &View) -> Markup {}\n\
                fn small(words: Words, token: &str) -> Markup {}\n";
    raised(&beside_a_frame("src/web/a.rs", text), 1, &["`page`"]);
}
