//! What a crate shows, another crate names. The compiler does not warn of an unused `pub` item of a library:
//! dead code and ways around a rule hide there.
//!
//! Names are compared, not paths: of two items of one name the test sees one. A type that nobody names may still
//! be what a shown function gives, so types, traits and modules count as named by the signature of another shown item.

use std::collections::{BTreeMap, BTreeSet};

use crate::none;
use crate::source::{Source, product};

/// Shown for tests and benches alone, each with its reason.
const FOR_TESTS: &[(&str, &str)] = &[
    (
        "from_letter",
        "the bench of another design reads marks itself",
    ),
    ("routes", "tests walk every route with its role"),
    ("is_signed_in", "the same"),
    ("asking", "tests press a button without a page"),
    (
        "read_congresses",
        "tests read files without an installation",
    ),
    ("read_deputies", "the same"),
    ("read_projects", "the same"),
    ("try_congresses", "the same"),
    ("try_deputies", "the same"),
    ("try_projects", "the same"),
    ("seeded", "tests draw the same bytes each time"),
    ("open_at", "tests hash at a cost that lets them end today"),
    ("CHEAP", "the same"),
    ("combine", "an attack puts shares of two boxes together"),
    ("print_here", "tests and benches print without a server"),
    ("app_within", "tests of the door give it little room"),
    ("serve_within", "the same"),
    (
        "patient_robots",
        "tests of reminders answer late on purpose",
    ),
];

/// An item that a crate shows.
struct Item {
    kind: String,
    name: String,
    path: String,
    line: usize,
}

const KINDS: [&str; 8] = [
    "fn", "struct", "enum", "const", "static", "type", "trait", "mod",
];

/// The `pub` items of a file, and the words of their signatures and of shown fields.
fn shown(source: &Source) -> (Vec<Item>, BTreeSet<String>) {
    let tokens = &source.tokens;
    let word = |at: usize| tokens.get(at).and_then(|token| token.word());
    let (mut items, mut told) = (Vec::new(), BTreeSet::new());
    for at in 0..tokens.len() {
        if source.reads(at, &["type"])
            && !at
                .checked_sub(1)
                .is_some_and(|before| source.reads(before, &["pub"]))
        {
            // What a trait's implementation gives.
            told.extend(
                tokens
                    .iter()
                    .skip(at)
                    .take_while(|token| !token.is(";"))
                    .filter_map(|token| token.word())
                    .map(str::to_owned),
            );
        }
        if word(at) != Some("pub") || tokens.get(at + 1).is_some_and(|next| next.is("(")) {
            continue;
        }
        let mut kind = at + 1;
        while word(kind) == Some("async")
            || (word(kind) == Some("const") && matches!(word(kind + 1), Some("async" | "fn")))
        {
            kind += 1;
        }
        let name = kind + 1;
        let is_item = word(kind).is_some_and(|kind| KINDS.contains(&kind));
        if let (true, Some(kind), Some(name)) = (is_item, word(kind), word(name)) {
            items.push(Item {
                kind: kind.to_owned(),
                name: name.to_owned(),
                path: source.path.clone(),
                line: source.line(at),
            });
        }
        // Up to the body or the end of the field: what a caller meets without naming it; of an enum all of it.
        let from = if is_item { name + 1 } else { at + 1 };
        let is_enum = is_item && word(kind) == Some("enum");
        for token in tokens.iter().skip(from) {
            let is_over = if is_enum {
                token.is("}")
            } else {
                token.is("{")
            };
            if is_over || token.is(";") || (!is_item && token.is(",")) {
                break;
            }
            told.extend(token.word().map(str::to_owned));
        }
    }
    (items, told)
}

/// The shown items that no other crate names.
fn unnamed(sources: &[Source]) -> Vec<Item> {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut items = Vec::new();
    for source in sources {
        let layer = source.layer().to_owned();
        let words = source.tokens.iter().filter_map(|token| token.word());
        named
            .entry(layer.clone())
            .or_default()
            .extend(words.map(str::to_owned));
        let (of_file, met) = shown(source);
        told.entry(layer.clone()).or_default().extend(met);
        if layer != "cli" {
            items.extend(of_file.into_iter().map(|item| (layer.clone(), item)));
        }
    }
    let is_named = |layer: &str, item: &Item| {
        let elsewhere = named
            .iter()
            .any(|(other, words)| other != layer && words.contains(&item.name));
        let is_code = matches!(item.kind.as_str(), "fn" | "const" | "static");
        elsewhere
            || (!is_code
                && told
                    .get(layer)
                    .is_some_and(|words| words.contains(&item.name)))
    };
    items
        .into_iter()
        .filter(|(layer, item)| !is_named(layer, item))
        .map(|(_, item)| item)
        .collect()
}

#[test]
fn each_shown_item_is_named_by_another_crate() {
    let is_for_tests = |name: &str| FOR_TESTS.iter().any(|(known, _)| *known == name);
    let unnamed = unnamed(&product());
    let mut complaints: Vec<String> = unnamed
        .iter()
        .filter(|item| !is_for_tests(&item.name))
        .map(|item| {
            let Item {
                kind,
                name,
                path,
                line,
            } = item;
            format!(
                "{path}:{line}: no other crate names {kind} {name}: take its pub away, or itself"
            )
        })
        .collect();
    for (name, _) in FOR_TESTS {
        if !unnamed.iter().any(|item| item.name == *name) {
            complaints.push(format!("{name} is named by now: take it from the list"));
        }
    }
    none(&complaints);
}

#[test]
fn an_item_that_only_its_own_crate_names_is_noticed() {
    let sources = [
        Source::of(
            "src/store/a.rs",
            "pub async fn used() -> Given {} pub fn unused() { unused() } pub(crate) fn own() {} \
             pub struct Given { pub inner: Inner } pub struct Inner; pub struct Lost; pub const MOST: u8 = 1;",
        ),
        Source::of("src/service/b.rs", "fn f() { store::a::used(MOST) }"),
    ];
    let names: Vec<String> = unnamed(&sources)
        .into_iter()
        .map(|item| item.name)
        .collect();
    assert_eq!(names, ["unused", "Lost"]);
}
