//! Rooms have one name in every layer, and `docs/rooms.md` lists them: no folder is in none, and no file of
//! `service` or `store` lies outside.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    none, raised,
    source::{files, text_of},
};

const LIST: &str = "docs/rooms.md";

/// Layers that have rooms, pages last: theirs stand in a column of their own.
const LAYERS: [&str; 4] = ["domain", "store", "service", "web"];

/// What is beside the rooms, each with its reason.
const BESIDE: &[(&str, &str)] = &[
    ("domain/lib.rs", "names the rooms"),
    ("domain/event.rs", "how events of any room are written"),
    ("store/lib.rs", "names the rooms, opens the store"),
    ("store/engine", "what the rows of all rooms stand on"),
    ("service/lib.rs", "names the rooms, opens the service"),
    ("service/error.rs", "how a use case of any room ends"),
    (
        "web/connections",
        "connections, before it is known which page is wanted",
    ),
    ("web/kit", "what all pages are made of"),
];

/// Folders of pages lie beside single files that all of them use: routes, addresses, errors.
const FILES_BESIDE: &str = "web";

/// What lies directly in a layer, folders and files, as `layer/name`.
fn lying(paths: &[String]) -> BTreeSet<String> {
    paths
        .iter()
        .filter_map(|path| path.strip_prefix("src/"))
        .filter(|path| LAYERS.iter().any(|layer| in_layer(path, layer)))
        .map(|path| path.split('/').take(2).collect::<Vec<_>>().join("/"))
        .filter(|path| !(in_layer(path, FILES_BESIDE) && path.contains('.')))
        .collect()
}

fn in_layer(path: &str, layer: &str) -> bool {
    path.strip_prefix(layer)
        .is_some_and(|rest| rest.starts_with('/'))
}

/// The words in code marks of a cell.
fn marked(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// What the list says must lie in the layers, with the room whose it is.
fn listed(list: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for line in list.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
        let [room, _, layers, pages] = cells.as_slice() else {
            continue;
        };
        let room = marked(room).next().unwrap_or_default();
        let layers = marked(layers).map(|layer| format!("{layer}/{room}"));
        let pages = marked(pages).map(|folder| format!("web/{folder}"));
        found.extend(layers.chain(pages).map(|place| (place, room.to_owned())));
    }
    found
}

fn complaints(paths: &[String], list: &str, beside: &[(&str, &str)]) -> Vec<String> {
    let lying = lying(paths);
    let listed = listed(list);
    let mut wrong = Vec::new();
    for place in &lying {
        // A room of one file is a file.
        let room = place.trim_end_matches(".rs");
        let is_file = room != place.as_str();
        if is_file && !place.starts_with("domain/") && !beside.iter().any(|one| one.0 == place) {
            wrong.push(format!("src/{place} lies outside of every room"));
        } else if !listed.contains_key(room) && !beside.iter().any(|one| one.0 == place) {
            wrong.push(format!("src/{place} is in no line of {LIST}"));
        }
    }
    for (place, room) in &listed {
        if !lying.contains(place) && !lying.contains(&format!("{place}.rs")) {
            wrong.push(format!("{LIST}: {room} has no src/{place}"));
        }
    }
    for (place, reason) in beside {
        if !lying.contains(*place) {
            wrong.push(format!(
                "src/{place} ({reason}) is gone: take it from the list"
            ));
        }
    }
    wrong
}

#[test]
fn rooms_have_one_name_in_every_layer() {
    let list = text_of(LIST).unwrap_or_default();
    none(&complaints(&files("src", ".rs"), &list, BESIDE));
}

#[test]
fn what_lies_in_no_room_is_noticed() {
    let paths = [
        "src/domain/hall.rs",
        "src/service/hall/mod.rs",
        "src/service/halls/mod.rs",
        "src/service/reports.rs",
        "src/store/lib.rs",
        "src/web/route.rs",
        "src/web/screen/mod.rs",
    ]
    .map(str::to_owned);
    let list = "| room | what | layers | pages |\n\
        | `hall` | screens | `domain` `store` `service` | `screen` |\n";
    let beside = [("store/lib.rs", "names"), ("store/gone.rs", "was there")];
    raised(
        &complaints(&paths, list, &beside),
        4,
        &[
            "src/service/halls is in no line",
            "src/service/reports.rs lies outside",
            "hall has no src/store/hall",
            "src/store/gone.rs (was there) is gone",
        ],
    );
}
