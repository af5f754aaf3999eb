//! Values of the file changed at random, over all tables and between any two steps of a day: each is
//! harmless, named, or in a column that `docs/secrecy.md` lists as compared with nothing.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::altered::{Days, Fate, Step};
use crate::support::{Hall, boxes};
use minsheng::demo::DemoStage;

const PAGE: &str = include_str!("../../../docs/secrecy.md");
/// Where the table of columns begins.
const TITLE: &str = "## What is compared, and what is not";

/// Columns by table: those that are compared, and those that are not. `all` stands for every column.
fn listed() -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
    let section = PAGE.split(TITLE).nth(1).expect("the page has the table");
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let words = |cell: &str| -> BTreeSet<String> {
        let quoted = cell.split('`').skip(1).step_by(2).map(str::to_owned);
        quoted
            .chain(
                cell.trim_start()
                    .starts_with("all")
                    .then(|| "all".to_owned()),
            )
            .collect()
    };
    let mut found = BTreeMap::new();
    for row in rows {
        let cells: Vec<&str> = row.split('|').collect();
        for table in words(cells[1]) {
            let columns = (words(cells[2]), words(cells[3]));
            assert!(
                found.insert(table.clone(), columns).is_none(),
                "{table} is listed twice"
            );
        }
    }
    found
}

fn names(database: &Connection, sql: &str) -> Vec<String> {
    let mut statement = database.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn tables(database: &Connection) -> Vec<String> {
    let record = "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' \
                  and name not like 'lead_words%' and name not like 'project_words%' order by name";
    let mut all = names(database, record);
    if !names(
        database,
        "select name from pragma_database_list where name = 'box0'",
    )
    .is_empty()
    {
        let of_a_box = "select name from box0.sqlite_schema where type = 'table' order by name";
        all.extend(names(database, of_a_box));
    }
    all
}

fn columns(database: &Connection, table: &str) -> Vec<String> {
    names(
        database,
        &format!("select name from pragma_table_info('{table}')"),
    )
}

#[test]
fn every_column_is_said_to_be_compared_or_not() {
    let hall = Hall::at(DemoStage::Open);
    let database = boxes::to_write(hall.dir.path());
    let listed = listed();
    let mut wrong = Vec::new();
    for table in tables(&database) {
        let Some((compared, not)) = listed.get(&table) else {
            wrong.push(format!("{table} is not listed"));
            continue;
        };
        for column in columns(&database, &table) {
            let places = [compared, not].into_iter().filter(|places| {
                places.contains(&column) || (places.contains("all") && places.len() == 1)
            });
            if places.count() != 1 {
                wrong.push(format!("{table}.{column} must stand on one side"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

/// One change of one value.
struct Flip {
    table: String,
    column: String,
    told: String,
    sql: String,
    values: Vec<Value>,
}

/// Chooses a value of the file and another in its place: of the same kind, or of another row.
fn choose(database: &Connection, dice: &mut Dice) -> Option<Flip> {
    let table = dice.of(&tables(database));
    let all = columns(database, &table);
    let column = dice.of(&all);
    let count: i64 = database
        .query_row(&format!("select count(*) from {table}"), [], |row| {
            row.get(0)
        })
        .unwrap();
    let count = usize::try_from(count).unwrap();
    if count == 0 {
        return None;
    }
    let row = |at: usize| -> Vec<Value> {
        let sql = format!("select * from {table} limit 1 offset {at}");
        let read = |row: &rusqlite::Row<'_>| (0..all.len()).map(|at| row.get(at)).collect();
        database.query_row(&sql, [], read).unwrap()
    };
    let before = row(dice.below(count));
    let place = all.iter().position(|one| *one == column).unwrap();
    let other = row(dice.below(count))[place].clone();
    let after = if other != before[place] && dice.below(2) == 0 {
        other
    } else {
        changed(&before[place], dice)
    };
    let same: Vec<String> = (0..all.len())
        .map(|at| format!("\"{}\" is ?{}", all[at], at + 2))
        .collect();
    let sql = format!(
        "update {table} set \"{column}\" = ?1 where {}",
        same.join(" and ")
    );
    let told = format!("{table}.{column} {:?} -> {after:?}", before[place]);
    let told = told.chars().take(160).collect();
    let values = std::iter::once(after).chain(before).collect();
    Some(Flip {
        table,
        column,
        told,
        sql,
        values,
    })
}

fn changed(value: &Value, dice: &mut Dice) -> Value {
    match value {
        Value::Null => Value::Integer(1),
        Value::Integer(number) => {
            let near = [number + 1, number - 1, i64::from(*number == 0)];
            Value::Integer(near[dice.below(3)])
        }
        Value::Real(number) => Value::Real(number + 1.0),
        Value::Text(text) if text.is_empty() => Value::Text("1".to_owned()),
        Value::Text(text) => {
            let mut chars: Vec<char> = text.chars().collect();
            let at = dice.below(chars.len());
            chars[at] = match chars[at] {
                '0'..='8' => char::from_u32(u32::from(chars[at]) + 1).unwrap(),
                '9' => '0',
                'a' => 'b',
                _ => 'a',
            };
            Value::Text(chars.into_iter().collect())
        }
        Value::Blob(bytes) if bytes.is_empty() => Value::Blob(vec![1]),
        Value::Blob(bytes) => {
            let mut bytes = bytes.clone();
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
            Value::Blob(bytes)
        }
    }
}

/// A number from the environment, so that a script can ask for more than the test run has time for.
fn asked(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the table is what the script is run for"
)]
fn a_value_changed_at_random_is_harmless_or_named_or_listed() {
    let (flips, seed) = (
        asked("MINSHENG_FLIPS", 60),
        asked("MINSHENG_SEED", 20_260_115),
    );
    let (days, listed, mut dice) = (Days::new(), listed(), Dice(seed));
    let mut fates: BTreeMap<&str, u64> = BTreeMap::new();
    let (mut wrong, mut open) = (Vec::new(), BTreeMap::new());
    let mut done = 0;
    while done < flips {
        let place = dice.below(Step::ALL.len() + 1);
        let before = Step::ALL.get(place).copied();
        let dir = days.copy(before);
        let database = boxes::to_write(dir.path());
        let Some(flip) = choose(&database, &mut dice) else {
            continue;
        };
        done += 1;
        let fate = days.fate(before, |database| {
            let changed = database.execute(&flip.sql, params_from_iter(flip.values.iter()))?;
            assert!(changed > 0, "{}", flip.told);
            Ok(())
        });
        let name = match fate {
            Fate::Refused => "refused by a constraint",
            Fate::Stopped(..) => "named by an act",
            Fate::Doctor(_) => "named by doctor",
            Fate::Harmless => "harmless",
            fate @ (Fate::Broke(..) | Fate::Unnoticed(_)) => {
                let (_, not) = &listed[&flip.table];
                let told = format!("{fate:?}");
                let difference: String = told.chars().take(200).collect();
                if not.contains(&flip.column) || not.contains("all") {
                    let named = format!("{}.{}", flip.table, flip.column);
                    open.insert(named, difference);
                    "in a column that is listed"
                } else {
                    wrong.push(format!("before {before:?}: {}: {difference}", flip.told));
                    "UNNOTICED"
                }
            }
        };
        *fates.entry(name).or_default() += 1;
    }
    println!("{done} values changed, seed {seed}");
    for (fate, count) in &fates {
        println!("{count:6}  {fate}");
    }
    for (column, difference) in &open {
        println!("listed: {column}: {difference}");
    }
    assert!(wrong.is_empty(), "seed {seed}:\n{}", wrong.join("\n"));
}
