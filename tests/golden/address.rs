//! Where a route's pages lie in the demo.

use super::product::OfficialForm;
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
