//! Where a route's pages lie in the demo.

use super::product::{OfficialForm, RouteLine};
use crate::access;
use crate::support::Hall;

/// What the demo has by a name of the addresses, how it is asked for, and whether its number is the same
/// on every run. Where the demo has none, `access` knows an address.
const FOUND: &[(&str, &str, bool)] = &[
    (
        "{receipt}",
        "select receipt from lead order by id limit 1",
        false,
    ),
    ("{project}", "select min(project) from plan", true),
    (
        "{change}",
        "select c.id from plan_change as c join project as p on p.id = c.project join congress as o \
         on o.id = p.congress where o.slug = 'qinghe' order by p.id, c.id limit 1",
        false,
    ),
];

/// A project that is still in the library.
const IN_LIBRARY: &str = "select min(p.id) from project as p join congress as o on o.id = p.congress \
     where o.slug = 'qinghe' and p.stage = 'in_library'";

/// Of acts that one address has, the one whose answer is kept, with the place of its word. The others change
/// what comes after them.
const ACTS: &[(&str, &str, &str)] = &[
    ("/manage/leads/{lead}/", "undo-merge", "{act}"),
    ("/manage/projects/{project}/act/", "withdraw", "{act}"),
    ("/manage/candidate-lists/{list}/act/", "fix", "{act}"),
    ("/manage/officers/{officer}/", "withdraw", "{act}"),
    ("/manage/sittings/{sitting}/desk/", "assist", "{act}"),
    ("/count/rounds/{round}/batches/{number}/", "type", "{act}"),
    ("/count/rounds/{round}/papers/", "printed", "{act}"),
    ("/manage/sittings/{sitting}/", "open-roll", "{act}"),
    ("/manage/rounds/{round}/", "certify", "{act}"),
    ("/manage/rounds/{round}/box/", "record-cards", "{act}"),
    ("/manage/findings/{finding}/", "close", "{act}"),
    ("/manage/reviews/{review}/", "conclude", "{act}"),
    ("/manage/reviews/{review}/tasks/{task}/", "close", "{act}"),
    ("/manage/projects/{project}/facts/", "finished", "{kind}"),
];

/// The acts of the same addresses that are not asked for.
const OTHERS: &[&str] = &[
    "merge",
    "split",
    "undo-split",
    "take-up",
    "decline",
    "hand-over",
    "reconsider",
    "start-appraisal",
    "return",
    "reopen",
    "review",
    "pin",
    "clear-pin",
    "take-slip",
    "reserve",
    "give-paper",
    "take-paper",
    "give-slip",
    "retype",
    "decide",
    "confirm",
    "call-begin",
    "call-mark",
    "call-undo",
    "call-end",
    "spoilt",
    "returned",
    "declare-quorum",
    "declare-again",
    "adjourn",
    "resume",
    "freeze",
    "seal",
    "seal-again",
    "start-issuing",
    "open-vote",
    "pause",
    "close-vote",
    "confirm-account",
    "open-box",
    "record-cards",
    "count",
    "void",
    "send",
    "dismiss",
    "answer",
    "ask-extension",
    "extend",
    "hold",
    "release",
    "withdraw",
    "call-off",
    "started",
    "accepted",
    "in_use",
];

/// Whether a route is asked for here.
pub(super) fn is_asked(route: &RouteLine) -> bool {
    let pattern: &str = &route.pattern;
    if pattern.contains("/files/") {
        return pattern.contains("/deputies");
    }
    let is_kept = |(family, act, _): &(&str, &str, &str)| pattern == format!("{family}{act}");
    let of_family = |(family, ..): &(&str, &str, &str)| {
        let act = pattern.strip_prefix(family);
        act.is_some_and(|act| OTHERS.contains(&act))
    };
    route.method == "GET" || ACTS.iter().any(is_kept) || !ACTS.iter().any(of_family)
}

/// The pattern whose addresses are asked for: all kinds of file at once.
pub(super) fn family(pattern: &str) -> &str {
    const OF_FILES: [&str; 4] = [
        "/manage/files/{congress}/{kind}",
        "/manage/files/{congress}/{kind}/tried/{file}",
        "/manage/files/{congress}/{kind}/export/{format}",
        "/manage/files/{congress}/{kind}/blank/{format}",
    ];
    let of_files = |one: &&str| one.replace("{kind}", "deputies") == pattern;
    OF_FILES.into_iter().find(of_files).unwrap_or(pattern)
}

/// The pattern under which the answers are kept.
pub(super) fn file(pattern: &str) -> String {
    let act = |(family, act, place): &(&str, &str, &str)| {
        (pattern == format!("{family}{act}")).then(|| format!("{family}{place}"))
    };
    ACTS.iter()
        .find_map(act)
        .unwrap_or_else(|| family(pattern).to_owned())
}

/// An address with its name in the kept files: chance drew some of its parts.
pub(super) struct Address {
    pub(super) path: String,
    pub(super) name: String,
}

/// The addresses of a pattern at the stage of a hall.
pub(super) fn of(pattern: &str, hall: &Hall, congress: i64) -> Vec<Address> {
    let mut both = vec![(pattern.to_owned(), pattern.to_owned())];
    if pattern.contains("/files/") {
        let kinds = ["deputies", "leads-2026", "projects-2026", "reports-2026"];
        let csv = pattern.replace("{format}", "csv");
        both = kinds
            .iter()
            .map(|kind| csv.replace("{kind}", kind))
            .map(|path| (path.clone(), path))
            .collect();
    }
    if pattern.contains("{form}") {
        both = OfficialForm::ALL
            .iter()
            .map(|form| pattern.replace("{form}", form.word()))
            .map(|path| (path.clone(), path))
            .collect();
    }
    if pattern.starts_with("/manage/projects/{project}")
        && let Some(project) = ask(hall, IN_LIBRARY)
    {
        let path = pattern.replace("{project}", &project);
        both.push((path.clone(), path));
    }
    let found = both.into_iter().map(|(mut path, mut name)| {
        for (place, sql, is_same) in FOUND {
            if !path.contains(place) {
                continue;
            }
            if let Some(value) = ask(hall, sql) {
                path = path.replace(place, &value);
                let shown = if *is_same { &value } else { *place };
                name = name.replace(place, shown);
            }
        }
        let here = format!("congresses/{congress}");
        let place = |pattern: &str| {
            access::address(pattern)
                .replace("congresses/6", &here)
                .replace("files/6", &format!("files/{congress}"))
        };
        Address {
            path: place(&path),
            name: place(&name),
        }
    });
    found.collect()
}

/// A value of the demo's database, as text.
fn ask(hall: &Hall, sql: &str) -> Option<String> {
    let database = hall.dir.path().join("minsheng.db");
    let connection = rusqlite::Connection::open(database).unwrap();
    let sql = format!("select cast(({sql}) as text)");
    connection.query_row(&sql, [], |row| row.get(0)).unwrap()
}
