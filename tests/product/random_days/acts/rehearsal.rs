//! Rehearsals: a marked copy of a poll, voted on by dummies and by phones, and wiped.

use domain::access::Role::Clerk;

use crate::random_days::chance::Chance;
use crate::random_days::day::{Day, Press};
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation};

use super::sitting::clerk;

type Came = Result<Tried, Violation>;

fn page(at: &Target) -> String {
    format!("{}/rehearsal", at.sheet())
}

pub(super) fn start(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    if at.place.is_rehearsal && chance.percent(90) {
        return Ok(Tried::NotOffered);
    }
    clerk(day, at, &page(at), &page(at), &[], chance)
}

pub(super) fn dummies_vote(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let to = format!("{}/votes", page(at));
    if !at.place.is_rehearsal && chance.percent(90) {
        return Ok(Tried::NotOffered);
    }
    let came = clerk(day, at, &page(at), &to, &[], chance)?;
    if at.place.is_rehearsal && at.is_at(&["open"]) {
        day.model.dummies.insert(at.round);
    }
    Ok(came)
}

pub(super) fn wipe(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    if !at.place.is_rehearsal && chance.percent(90) {
        return Ok(Tried::NotOffered);
    }
    let sql = "select cast(id as text) from round where poll = ?1";
    let rounds = day.texts(sql, &[&at.poll]);
    let rounds: Vec<i64> = rounds.iter().filter_map(|id| id.parse().ok()).collect();
    let who = day.somebody(at.place.congress, &[Clerk], chance);
    let to = format!("{}/wipe", page(at));
    let press = Press {
        who,
        page: &page(at),
        to: &to,
        fields: &[],
    };
    let (came, _) = day.press(&press, chance)?;
    let left = day.number("select count(*) from poll where id = ?1", &[&at.poll]);
    if left > 0 {
        return Ok(came);
    }
    if !at.place.is_rehearsal {
        return Violation::of("nothing real is wiped", format!("poll {}", at.poll));
    }
    day.model.forget(at.sitting, &rounds);
    Ok(came)
}
