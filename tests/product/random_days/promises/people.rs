//! No act of two is done by one: by what is stored, and by whose hands were seen to press.

use domain::act_of_two::{ActOfTwo, ActSubject};

use super::holds;
use crate::random_days::day::Day;
use crate::random_days::hands::About;
use crate::random_days::told::Violation;

/// An act as it is stored: what it is about, which act, who stood for it.
struct Done {
    id: i64,
    about: About,
    first: i64,
    second: Option<i64>,
    officer: Option<i64>,
    /// The account of that officer.
    officer_account: Option<i64>,
    screen: String,
}

/// What was done since an act.
fn done_since(day: &Day, last: i64) -> Vec<Done> {
    let facts = day.facts();
    let sql = "select d.id, d.subject, d.subject_id, d.act, d.first_person, d.second_person, \
        d.second_officer, o.account, d.second_screen from act_done as d \
        left join officer as o on o.id = d.second_officer where d.id > ?1 order by d.id";
    let mut statement = facts.prepare_cached(sql).unwrap();
    let rows = statement.query_map([last], |row| {
        Ok(Done {
            id: row.get(0)?,
            about: (row.get(1)?, row.get(2)?, row.get(3)?),
            first: row.get(4)?,
            second: row.get(5)?,
            officer: row.get(6)?,
            officer_account: row.get(7)?,
            screen: row.get(8)?,
        })
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// Whether two must stand for an act: as the product's own table says, and closing a sitting and
/// withdrawing a poll, which are not in it.
fn needs_two((subject, _, act): &About) -> bool {
    let on = match subject.as_str() {
        "round" => ActSubject::Round,
        "poll" => ActSubject::Poll,
        "officer" => ActSubject::Officer,
        "sitting" => ActSubject::Sitting,
        _ => ActSubject::List,
    };
    let others = ["close-sitting", "reopen-sitting", "withdraw-poll"];
    ActOfTwo::find(on, act).is_some() || others.contains(&act.as_str())
}

pub(super) fn check(day: &mut Day) -> Result<(), Violation> {
    for done in done_since(day, day.model.acts_seen) {
        day.model.acts_seen = done.id;
        let hands = day.model.hands.take(&done.about);
        if !needs_two(&done.about) || is_of_a_copy(day, &done.about) {
            continue;
        }
        let told = format!("{:?} by {hands:?}", done.about);
        let is_alone = done.second.is_none() && done.officer.is_none();
        let is_same = Some(done.first) == done.second || Some(done.first) == done.officer_account;
        if is_alone || is_same {
            return Violation::of("an act of two has two names", told);
        }
        if done.screen.is_empty() && done.about.2 != "print-slips" {
            return Violation::of("each act of two keeps its screen", told);
        }
        const PROMISE: &str = "two people are two people";
        if holds(PROMISE) && hands.len() < 2 {
            return Violation::of(PROMISE, told);
        }
    }
    Ok(())
}

/// A rehearsal's copy is frozen by the program, and one alone adopts its officers: its rules, lines and
/// officers are those of its original.
fn is_of_a_copy(day: &Day, (subject, number, act): &About) -> bool {
    let sql = match (subject.as_str(), act.as_str()) {
        ("round", "freeze") => {
            "select count(*) from round as r join poll as p on p.id = r.poll \
            join session as s on s.id = p.session join congress as c on c.id = s.congress \
            where r.id = ?1 and c.rehearsal_of is not null"
        }
        ("sitting", "adopt-officers") => {
            "select count(*) from sitting as t join session as s on s.id = t.session \
            join congress as c on c.id = s.congress where t.id = ?1 and c.rehearsal_of is not null"
        }
        _ => return false,
    };
    day.number(sql, &[number]) > 0
}
