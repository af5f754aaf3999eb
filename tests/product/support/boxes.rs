//! The stored bytes of a data directory: the record, and the boxes that lie beside it, each a file of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

/// The tables of a box, and their columns.
const TABLES: [(&str, &str); 4] = [
    ("cast_right", "slip, spent, is_held"),
    ("box_ballot", "key, body"),
    ("box_remark", "key, body"),
    ("batch_paper", "batch, key, body"),
];

/// The files of the boxes of a data directory, in the order of their names.
pub fn files(data: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(data.join("boxes"));
    let paths = entries.into_iter().flatten().map(|one| one.unwrap().path());
    let mut files: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "box"))
        .collect();
    files.sort();
    files
}

/// The record with its boxes, read past the server: a table of a box stands for those of all, with the round
/// of each.
pub fn open(data: &Path) -> Connection {
    let record = Connection::open(data.join("minsheng.db")).unwrap();
    attach(&record, data);
    record
}

/// How many ballots lie in the boxes of each round, and how many rights are spent there. The record is not
/// opened for it: to read its schema anew takes longer than all that is asked here.
pub fn numbers(data: &Path) -> BTreeMap<i64, [i64; 2]> {
    let sql = "select round, (select count(*) from box_ballot), \
        (select count(*) from cast_right where spent = 1) from state";
    let mut found: BTreeMap<i64, [i64; 2]> = BTreeMap::new();
    for file in files(data) {
        // One that is removed in this moment is not made anew by looking for it.
        let Ok(one) = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE) else {
            continue;
        };
        let read = one.query_row(sql, [], |row| {
            Ok((row.get::<_, i64>(0)?, [row.get::<_, i64>(1)?, row.get(2)?]))
        });
        if let Ok((round, [boxed, spent])) = read {
            let sum = found.entry(round).or_default();
            *sum = [sum[0] + boxed, sum[1] + spent];
        }
    }
    found
}

/// Lays the boxes of a data directory beside a connection to its record.
pub fn attach(record: &Connection, data: &Path) {
    let places = lay(record, data);
    for (table, columns) in TABLES {
        let each = (0..places).map(|place| {
            format!(
                "select (select round from box{place}.state) as round, {columns} from box{place}.{table}"
            )
        });
        let none = columns
            .split(", ")
            .map(|column| format!("null as {column}"));
        let none = none.collect::<Vec<_>>().join(", ");
        let none = format!("select null as round, {none} where false");
        let all: Vec<String> = std::iter::once(none).chain(each).collect();
        let sql = format!("create temp view {table} as {}", all.join(" union all "));
        record.execute_batch(&sql).unwrap();
    }
}

/// Attaches each box that can be read, as `box0` and so on; how many there are.
fn lay(record: &Connection, data: &Path) -> usize {
    let mut places = 0;
    for file in files(data) {
        // One that is removed in this moment is not made anew by looking for it.
        let file = format!("file:{}?mode=rw", file.to_str().unwrap());
        let sql = format!("attach ?1 as box{places}");
        if record.execute(&sql, [file]).is_err() {
            continue;
        }
        let sql = format!("select round from box{places}.state");
        if record
            .query_row(&sql, [], |row| row.get::<_, i64>(0))
            .is_ok()
        {
            places += 1;
        } else {
            record
                .execute_batch(&format!("detach box{places}"))
                .unwrap();
        }
    }
    places
}

/// The record with its boxes, to change what is stored past the server: a table of a box is that of the
/// first one.
pub fn to_write(data: &Path) -> Connection {
    let record = Connection::open(data.join("minsheng.db")).unwrap();
    lay(&record, data);
    record
}

/// Every table of record and boxes, by the name under which it is read here.
pub fn tables(record: &Connection) -> Vec<(String, String)> {
    let schemas = "select name from pragma_database_list where name <> 'temp' order by seq";
    let mut schemas = record.prepare(schemas).unwrap();
    let names = schemas
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    let mut found = Vec::new();
    for schema in names.map(Result::unwrap) {
        let sql =
            format!("select name from {schema}.sqlite_schema where type = 'table' order by name");
        let mut tables = record.prepare(&sql).unwrap();
        let names = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
        found.extend(names.map(|name| {
            let name = name.unwrap();
            (format!("{schema}.{name}"), name)
        }));
    }
    found
}

/// Every file of a data directory, those of its boxes among them.
pub fn every_file(data: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for folder in [data.to_owned(), data.join("boxes")] {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        all.extend(
            entries
                .map(|one| one.unwrap().path())
                .filter(|path| path.is_file()),
        );
    }
    all.sort();
    all
}

/// Copies a data directory with its boxes.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to.join("boxes")).unwrap();
    for file in every_file(from) {
        let inside = file.strip_prefix(from).unwrap();
        std::fs::copy(&file, to.join(inside)).unwrap();
    }
}

/// Lays something in the way of removing the box: a folder under the name of a log. Whoever takes it away
/// lets the box go.
pub fn obstruct(data: &Path) -> PathBuf {
    let obstacle = files(data)[0].with_extension("box-journal");
    std::fs::create_dir(&obstacle).unwrap();
    obstacle
}

/// Changes what is stored in the boxes of a directory in which nobody works, whatever it touches.
pub fn write_box(data: &Path, sql: &str) {
    for file in files(data) {
        Connection::open(file).unwrap().execute(sql, []).unwrap();
    }
}
