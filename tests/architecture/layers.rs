//! Who may name whom: the layers of the crate, and which other crates a layer may name.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    none,
    paths::{Named, named},
    raised,
    source::{Source, lexer::Token, product, text_of},
};

/// Each layer and the layers that it may name besides itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("seal", &["domain"]),
    ("store", &["domain", "telemetry", "bounds"]),
    (
        "service",
        &[
            "domain", "seal", "store", "exchange", "clock", "random", "password", "config",
            "bounds",
        ],
    ),
    ("text", &["domain", "clock", "telemetry"]),
    ("exchange", &["domain"]),
    ("paper", &["domain", "text"]),
    (
        "web",
        &[
            "service",
            "domain",
            "text",
            "paper",
            "config",
            "clock",
            "bounds",
            "telemetry",
        ],
    ),
    (
        "cli",
        &[
            "service",
            "config",
            "web",
            "domain",
            "text",
            "exchange",
            "clock",
            "random",
            "telemetry",
            "bounds",
        ],
    ),
    ("bounds", &[]),
    ("clock", &[]),
    ("random", &[]),
    ("password", &["random", "bounds"]),
    ("config", &[]),
    ("telemetry", &["config"]),
    ("main", &["cli"]),
];

/// Where only a part of a layer may be named: text formats times and needs the zone, not the time.
const ONLY: &[(&str, &str, &str)] = &[("text", "clock", "beijing")];

/// Inside `domain` facts flow from the paper to the count to the record, never back.
const LATER_IN_DOMAIN: &[(&str, &[&str])] = &[
    ("ballot", &["tally", "statement", "rollup"]),
    ("poll", &["tally", "statement", "rollup"]),
    ("session", &["tally", "statement", "rollup"]),
    ("tally", &["statement", "rollup"]),
    ("statement", &["rollup"]),
];

/// Crates with a home: nobody else may name them.
const HOMES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("axum", &["web"]),
    ("axum_extra", &["web"]),
    ("tower", &["web"]),
    ("tower_http", &["web"]),
    // Every connection comes in at one door.
    ("hyper", &["web"]),
    ("hyper_util", &["web"]),
    ("rustix", &["cli", "password"]),
    ("maud", &["web", "paper"]),
    ("fluent_bundle", &["text"]),
    ("typst", &["paper"]),
    ("typst_layout", &["paper"]),
    ("typst_pdf", &["paper"]),
    ("comemo", &["paper"]),
    ("clap", &["cli", "main"]),
    ("argon2", &["password"]),
    ("getrandom", &["random"]),
    // The one way out of the server is read, and reviewed, in one layer.
    ("ureq", &["service"]),
    // The protocol of the sealed box is read, and reviewed, in one folder.
    ("hpke", &["seal"]),
    ("hkdf", &["seal"]),
    ("vsss_rs", &["seal"]),
];

/// All that the law may be written with: the standard library, error enums and civil dates.
const DOMAIN_MAY: &[&str] = &["thiserror", "jiff"];

/// The package's dependencies as code names them.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.trim() == "[dependencies]";
        } else if let Some((name, _)) = line.split_once('=').filter(|_| inside) {
            names.insert(name.trim().replace('-', "_"));
        }
    }
    names.extend(["rand", "rand_core", "fastrand"].map(str::to_owned));
    names
}

/// Exported macros by the layer that exports them: `crate::say!` names `text`.
fn macros(sources: &[Source]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for source in sources {
        for at in source.places(&["macro_rules", "!"]) {
            let name = source.tokens.get(at + 2).and_then(Token::word);
            found.extend(name.map(|name| (name.to_owned(), source.layer().to_owned())));
        }
    }
    found
}

fn complaints(sources: &[Source], dependencies: &BTreeSet<String>) -> Vec<String> {
    let modules: Vec<Vec<String>> = sources.iter().map(Source::module).collect();
    let macros = macros(sources);
    let mut out = Vec::new();
    for source in sources {
        if source.path == "src/lib.rs" {
            continue; // declares the layers and names nothing else
        }
        for named in named(source, &modules) {
            let complaint = if named.inside {
                inside(source, &named, &macros)
            } else {
                outside(source.layer(), &named, dependencies)
            };
            out.extend(complaint.map(|text| format!("{}:{}: {text}", source.path, named.line)));
        }
    }
    out
}

fn inside(source: &Source, named: &Named, macros: &BTreeMap<String, String>) -> Option<String> {
    let layer = source.layer();
    let Some((_, may)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return Some(format!(
            "{layer} is no layer of the table in tests/architecture"
        ));
    };
    let first = named.segments.first()?;
    let target = macros.get(first).unwrap_or(first);
    if target == layer {
        return later_in_domain(source, named);
    }
    let path = named.segments.join("::");
    if !LAYERS.iter().any(|(name, _)| name == target) {
        return Some(format!(
            "`{path}` is of no layer of the table in tests/architecture"
        ));
    }
    if !may.contains(&target.as_str()) {
        return Some(format!("{layer} names `{path}`; it may name {may:?}"));
    }
    ONLY.iter()
        .filter(|(who, whose, _)| *who == layer && whose == target)
        .find(|(_, _, only)| named.segments.get(1).is_none_or(|name| name != only))
        .map(|(_, _, only)| format!("{layer} names `{path}`; of that it may name only {only}"))
}

fn later_in_domain(source: &Source, named: &Named) -> Option<String> {
    let module = source.module();
    let [domain, here, ..] = module.as_slice() else {
        return None;
    };
    let target = named.segments.get(1)?;
    let (_, later) = LATER_IN_DOMAIN
        .iter()
        .find(|(name, _)| domain == "domain" && name == here)?;
    later
        .contains(&target.as_str())
        .then(|| format!("domain::{here} names `{target}`, which comes after it"))
}

fn outside(layer: &str, named: &Named, dependencies: &BTreeSet<String>) -> Option<String> {
    let name = named.segments.first()?.as_str();
    if layer == "domain" && dependencies.contains(name) && !DOMAIN_MAY.contains(&name) {
        return Some(format!(
            "domain names the crate {name}; it may name {DOMAIN_MAY:?}"
        ));
    }
    let (_, homes) = HOMES.iter().find(|(home, _)| *home == name)?;
    (!homes.contains(&layer))
        .then(|| format!("{layer} names the crate {name}, at home in {homes:?}"))
}

#[test]
fn each_layer_names_only_what_it_may() {
    let manifest = text_of("Cargo.toml").unwrap_or_default();
    none(&complaints(&product(), &dependencies(&manifest)));
}

fn tried(files: &[(&str, &str)]) -> Vec<String> {
    let sources: Vec<Source> = files
        .iter()
        .map(|(path, text)| Source::of(path, text))
        .collect();
    let manifest =
        "[dependencies]\nserde = 1\ntokio-stream = 1\njiff = 1\n[dev-dependencies]\nx = 1";
    complaints(&sources, &dependencies(manifest))
}

#[test]
fn a_layer_that_reaches_up_is_noticed() {
    let bad = tried(&[
        ("src/domain/poll/mod.rs", "use crate::store::tx::ReadTx;"),
        ("src/store/polls.rs", "use super::super::{service, domain};"),
        (
            "src/service/casting.rs",
            "fn f() { crate::web::path::ballot(); }",
        ),
        ("src/web/mod.rs", "use crate::{domain::id, exchange};"),
        ("src/cli/serve.rs", "use crate::{config, store::Store};"),
        ("src/text/format.rs", "use crate::clock::{beijing, Clock};"),
    ]);
    raised(
        &bad,
        6,
        &[
            "domain/poll/mod.rs:1: domain names `store",
            "store names `service`",
            "service names `web",
            "web names `exchange`",
            "cli names `store",
            "text names `clock::Clock`",
        ],
    );
}

#[test]
fn a_macro_belongs_to_the_layer_that_exports_it() {
    let text = (
        "src/text/mod.rs",
        "#[macro_export] macro_rules! say { () => {} }",
    );
    raised(
        &tried(&[text, ("src/domain/x.rs", "use crate::say;")]),
        1,
        &["names `say`"],
    );
    none(&tried(&[
        text,
        ("src/web/x.rs", "fn f() { crate::say!(); }"),
    ]));
}

#[test]
fn a_crate_away_from_home_is_noticed() {
    let bad = tried(&[
        ("src/service/roll.rs", "use rusqlite::Connection;"),
        ("src/text/mod.rs", "fn f() -> maud::Markup {}"),
        ("src/domain/id.rs", "#[derive(serde::Serialize)] struct X;"),
        ("src/domain/x.rs", "use tokio_stream as stream;"),
        ("src/cli/serve.rs", "use axum::serve;"),
    ]);
    raised(
        &bad,
        5,
        &["rusqlite", "maud", "serde", "tokio_stream", "axum"],
    );
}

#[test]
fn the_law_flows_one_way_and_new_layers_are_entered_in_the_table() {
    let bad = tried(&[
        (
            "src/domain/ballot/mark.rs",
            "use super::super::tally::count;",
        ),
        ("src/web/x.rs", "use crate::helpers::all;"),
    ]);
    raised(&bad, 2, &["comes after it", "of no layer"]);
}

#[test]
fn what_the_table_allows_is_left_alone() {
    none(&tried(&[
        (
            "src/domain/tally/mod.rs",
            "use super::ballot::Mark; use jiff::civil::Date;",
        ),
        (
            "src/service/casting.rs",
            "use crate::{clock::Clock, store::Store, domain::id};",
        ),
        ("src/text/format.rs", "use crate::clock::beijing;"),
        (
            "src/store/tx.rs",
            "pub(in crate::store) fn f() { rusqlite::params![]; }",
        ),
        (
            "src/web/ballot/mod.rs",
            "mod view; use maud::html; use crate::web::kit;",
        ),
    ]));
}
