//! No circle of imports over more than three files: whoever opens a file can read on downwards and comes to an end.
//!
//! A file imports another when it names something that is defined there. What a `mod.rs` or `lib.rs` shows of
//! its children with `pub use` is followed to the child, and showing it is no import.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::{Named, named};
use crate::none;
use crate::source::{Source, product};

/// So many files may know each other: a thing and what is made of it.
const LARGEST: usize = 3;

/// Modules by their path, each with its place among the sources.
type Modules = BTreeMap<Vec<String>, usize>;

/// The files of each circle of more than `most` files, sorted.
fn circles(sources: &[Source], most: usize) -> Vec<Vec<String>> {
    let edges = imports(sources);
    let mut found = Vec::new();
    for circle in components(&edges) {
        if circle.len() > most {
            let mut paths: Vec<String> = circle
                .iter()
                .filter_map(|at| sources.get(*at).map(|source| source.path.clone()))
                .collect();
            paths.sort();
            found.push(paths);
        }
    }
    found.sort();
    found
}

/// Which files each file imports.
fn imports(sources: &[Source]) -> Vec<BTreeSet<usize>> {
    let modules: Modules = sources
        .iter()
        .enumerate()
        .map(|(at, source)| (source.module(), at))
        .collect();
    let known: Vec<Vec<String>> = modules.keys().cloned().collect();
    let names: Vec<Vec<Named>> = sources.iter().map(|source| named(source, &known)).collect();
    // What a module shows under a name of its own: from its `use` lines.
    let shown: Vec<BTreeMap<String, Vec<String>>> = names
        .iter()
        .map(|of_file| {
            of_file
                .iter()
                .filter(|one| one.inside && one.is_use)
                .filter_map(|one| Some((one.segments.last()?.clone(), one.segments.clone())))
                .collect()
        })
        .collect();
    names
        .iter()
        .enumerate()
        .map(|(here, of_file)| {
            of_file
                .iter()
                .filter(|one| one.inside && !one.is_shown)
                .filter_map(|one| home(&modules, &shown, &one.segments, 6))
                .filter(|there| *there != here)
                .collect()
        })
        .collect()
}

/// The file in which the thing of a path is defined.
fn home(
    modules: &Modules,
    shown: &[BTreeMap<String, Vec<String>>],
    path: &[String],
    steps: usize,
) -> Option<usize> {
    let (at, rest) = (1..=path.len())
        .rev()
        .find_map(|long| Some((*modules.get(path.get(..long)?)?, path.get(long..)?)))?;
    let Some(item) = rest.first() else {
        return Some(at);
    };
    match shown.get(at).and_then(|of_file| of_file.get(item)) {
        Some(further) if steps > 0 && further.as_slice() != path => {
            let mut further = further.clone();
            further.extend(rest.iter().skip(1).cloned());
            home(modules, shown, &further, steps - 1).or(Some(at))
        }
        Some(_) | None => Some(at),
    }
}

/// The strongly connected components of a graph.
fn components(edges: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    // Two files are in one circle when each can be reached from the other.
    let reach: Vec<BTreeSet<usize>> = (0..edges.len()).map(|from| reached(edges, from)).collect();
    let mut done = BTreeSet::new();
    let mut found = Vec::new();
    for at in 0..edges.len() {
        if done.contains(&at) {
            continue;
        }
        let of_at = reach.get(at).into_iter().flatten().copied();
        let circle: Vec<usize> = of_at
            .filter(|other| reach.get(*other).is_some_and(|back| back.contains(&at)))
            .collect();
        done.extend(circle.iter().copied());
        if circle.len() > 1 {
            found.push(circle);
        }
    }
    found
}

fn reached(edges: &[BTreeSet<usize>], from: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(at) = waiting.pop() {
        for next in edges.get(at).into_iter().flatten() {
            if found.insert(*next) {
                waiting.push(*next);
            }
        }
    }
    found
}

#[test]
fn no_circle_of_imports_is_over_three_files() {
    let complaints: Vec<String> = circles(&product(), LARGEST)
        .iter()
        .map(|circle| format!("{} files in a circle: {}", circle.len(), circle.join(", ")))
        .collect();
    none(&complaints);
}

#[test]
fn a_circle_is_noticed_and_what_a_folder_shows_of_its_files_is_none() {
    let tried = |files: &[(&str, &str)], most| {
        let sources: Vec<Source> = files
            .iter()
            .map(|(path, text)| Source::of(path, text))
            .collect();
        circles(&sources, most)
    };
    let round = [
        ("src/web/lib.rs", "mod a; mod b; mod c;"),
        ("src/web/a.rs", "use crate::b::B;"),
        ("src/web/b.rs", "use super::c; fn f() { c::C }"),
        ("src/web/c.rs", "fn f() { crate::a::A }"),
    ];
    assert_eq!(
        tried(&round, 2),
        [["src/web/a.rs", "src/web/b.rs", "src/web/c.rs"]]
    );
    assert!(tried(&round, 3).is_empty());
    let shown = [
        ("src/web/lib.rs", "mod room;"),
        (
            "src/web/room/mod.rs",
            "mod a; mod b; pub use a::A; pub use b::B;",
        ),
        ("src/web/room/a.rs", "use super::B;"),
        ("src/web/room/b.rs", "fn f() {}"),
    ];
    assert!(tried(&shown, 1).is_empty(), "{:?}", tried(&shown, 1));
    let other = [
        ("src/store/lib.rs", "mod a; pub use a::A; use domain::x;"),
        ("src/store/a.rs", "use crate::own; fn f() {}"),
    ];
    assert_eq!(tried(&other, 1), Vec::<Vec<String>>::new());
}
