//! No act of two is done by one: by what is stored, and by whose hands were seen to press.

use minsheng::domain::poll::round::RoundAct;

use super::holds;
use crate::day::Day;
use crate::told::Violation;

/// An act as it is stored: what it is about, which act, who stood for it.
struct Done {
    key: (i64, String, i64, String),
    first: i64,
    second: Option<i64>,
    officer: Option<i64>,
    /// The account of that officer.
    officer_account: Option<i64>,
}

fn done(day: &Day) -> Vec<Done> {
    let facts = day.facts();
    let sql = "select d.id, d.subject, d.subject_id, d.act, d.first_person, d.second_person, \
        d.second_officer, o.account from act_done as d \
        left join officer as o on o.id = d.second_officer order by d.id";
    let mut statement = facts.prepare_cached(sql).unwrap();
    let rows = statement.query_map([], |row| {
        Ok(Done {
            key: (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?),
            first: row.get(4)?,
            second: row.get(5)?,
            officer: row.get(6)?,
            officer_account: row.get(7)?,
        })
    });
    rows.unwrap().map(Result::unwrap).collect()
}

pub(super) fn check(day: &mut Day) -> Result<(), Violation> {
    for done in done(day) {
        if !day.model.acts_seen.insert(done.key.clone()) {
            continue;
        }
        let (_, subject, number, act) = &done.key;
        let needs_two = match subject.as_str() {
            "round" => RoundAct::from_word(act).is_some_and(RoundAct::needs_two),
            "poll" => act == "publish",
            _ => false,
        };
        // A rehearsal's copy is frozen by the program: its rules and lines are those of its original.
        let is_copy = act == "freeze" && is_rehearsal(day, *number);
        let about = if subject == "round" { "round" } else { "poll" };
        let hands = day.model.pressed.remove(&(about, *number, act.clone()));
        if !needs_two || is_copy {
            continue;
        }
        let told = format!("{subject} {number}: {act} by {hands:?}");
        let is_alone = done.second.is_none() && done.officer.is_none();
        let is_same = Some(done.first) == done.second || Some(done.first) == done.officer_account;
        if is_alone || is_same {
            return Violation::of("an act of two has two names", told);
        }
        const PROMISE: &str = "two people are two people";
        if holds(PROMISE) && hands.is_none_or(|hands| hands.len() < 2) {
            return Violation::of(PROMISE, told);
        }
    }
    Ok(())
}

fn is_rehearsal(day: &Day, round: i64) -> bool {
    let sql = "select count(*) from round as r join poll as p on p.id = r.poll \
        join session as s on s.id = p.session join congress as c on c.id = s.congress \
        where r.id = ?1 and c.rehearsal_of is not null";
    day.number(sql, &[&round]) > 0
}
