//! Where a route's pages lie in the demo.

use super::product::OfficialForm;
use crate::access;
use crate::support::Hall;

/// What the demo has by a name of the addresses, and how it is asked for. The first of each is the one
/// that `access` asks for; where the demo has none there, the next table helps.
const FOUND: &[(&str, &str)] = &[
    ("{receipt}", "select receipt from lead order by id limit 1"),
    ("{project}", "select min(project) from plan"),
];

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
    let found = both.into_iter().map(|(mut path, mut name)| {
        for (place, sql) in FOUND {
            if !path.contains(place) {
                continue;
            }
            if let Some(value) = ask(hall, sql) {
                path = path.replace(place, &value);
                // The number of a receipt is drawn.
                let shown = if *place == "{receipt}" {
                    *place
                } else {
                    &value
                };
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
