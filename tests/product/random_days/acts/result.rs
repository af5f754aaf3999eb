//! What follows the count: the presidium's word, publishing, corrections, readers.

use domain::access::Role::{ChiefScrutineer, Clerk, Publisher, Scrutineer};

use crate::random_days::chance::Chance;
use crate::random_days::day::{Day, Press};
use crate::random_days::target::{SLUGS, Target};
use crate::random_days::told::{Tried, Violation};
use crate::support::Page;

use super::officers::forms;

type Came = Result<Tried, Violation>;

/// Clerk and chief scrutineer write down what the presidium decided, about one line more or fewer than it may now and
/// then.
pub(super) fn presidium(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let who = day.somebody(at.place.congress, &[Clerk, ChiefScrutineer], chance);
    let page = format!("/count/{}", at.poll);
    let seen = day.get(who, &page);
    let to = format!("/count/rounds/{}/presidium", at.round);
    let to = if seen.has_form(&to) {
        to
    } else {
        "/presidium".to_owned()
    };
    if seen.status != 200 || !seen.has_form(&to) {
        return Ok(Tried::NotOffered);
    }
    let (to, mut fields) = seen.form(&to);
    let html = seen.html();
    let form = html.split(&to).nth(1).unwrap_or_default();
    let form = form.split("</form>").next().unwrap_or_default();
    let mut lines: Vec<String> = form
        .split("name=\"line\" value=\"")
        .skip(1)
        .filter_map(|part| part.split('"').next().map(str::to_owned))
        .collect();
    lines.truncate(1 + usize::from(chance.percent(40)));
    fields.retain(|(name, _)| name == "token" || name == "seen");
    fields.extend(lines.into_iter().map(|line| ("line".to_owned(), line)));
    let reason = if chance.percent(90) {
        "受益人数更多"
    } else {
        ""
    };
    fields.push(("reason".to_owned(), reason.to_owned()));
    let answer = day.post(who, &to, &fields);
    crate::random_days::told::read(&answer)
}

/// One of two asks for the result to be published, or confirms.
pub(super) fn publish(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let roles = [Clerk, ChiefScrutineer, Publisher];
    let who = day.second(
        at.place.congress,
        &roles,
        ("poll", at.poll, "publish"),
        chance,
    );
    let to = format!("{}/publish", at.sheet());
    let press = Press {
        who,
        page: &at.sheet(),
        to: &to,
        fields: &[],
    };
    day.press(&press, chance).map(|(came, _)| came)
}

/// One of two asks for a correction of one of its kinds, or the other confirms what the page shows.
pub(super) fn correct(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let roles = [Clerk, ChiefScrutineer, Scrutineer];
    let who = day.second(
        at.place.congress,
        &roles,
        ("poll", at.poll, "correct"),
        chance,
    );
    let to = format!("/count/{}/statement", at.poll);
    let page = day.get(who, &to);
    let seen = crate::random_days::told::read(&page)?;
    let offered = forms(&page, &to);
    let Some(form) = chance.of(&offered) else {
        return Ok(if seen == Tried::Done {
            Tried::NotOffered
        } else {
            seen
        });
    };
    let (to, mut fields) = form.form(&to);
    let kind = fields.iter().find(|(name, _)| name == "kind");
    if let Some((_, kind)) = kind.cloned() {
        let reason = if chance.percent(90) { "笔误" } else { "" };
        let set = match kind.as_str() {
            "papers-found" => ("papers", (1 + chance.below(3)).to_string()),
            "name" => ("name", format!("更正{}号项目", chance.below(100))),
            _ => ("name", format!("更正人员{}", chance.below(100))),
        };
        for (name, value) in [set, ("reason", reason.to_owned())] {
            fields.retain(|(known, _)| known != name);
            fields.push((name.to_owned(), value));
        }
        fields.push(("as".to_owned(), "ask".to_owned()));
    } else {
        fields.push(("as".to_owned(), "confirm".to_owned()));
    }
    let answer = day.post(who, &to, &fields);
    crate::random_days::told::read(&answer)
}

/// Two people have the same page before them and each asks for something else: nothing is confirmed that
/// the second one was not shown.
pub(super) fn correct_twice(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    const PROMISE: &str = "a correction is confirmed only as shown";
    let to = format!("/count/{}/statement", at.poll);
    let versions = "select count(*) from statement where poll = ?1";
    let before = day.number(versions, &[&at.poll]);
    let names = ["clerk", "chief"].map(|end| format!("{}-{end}", SLUGS[at.place.congress]));
    let people = names.map(|name| day.person(&name));
    let pages = people.map(|who| day.get(who, &to));
    let asks = |page: &Page| {
        let offered = forms(page, &to).into_iter();
        let mut asks = offered.filter(|one| one.html().contains("value=\"papers-found\""));
        asks.next().map(|form| form.form(&to).1)
    };
    let asks = pages.iter().map(asks);
    let Some(asks) = asks.collect::<Option<Vec<_>>>() else {
        return Ok(Tried::NotOffered);
    };
    let mut came = Tried::NotOffered;
    for (who, mut fields) in people.into_iter().zip(asks) {
        let set = [
            ("papers", (1 + chance.below(2)).to_string()),
            ("reason", format!("原因{}", chance.below(1_000))),
            ("as", "ask".to_owned()),
        ];
        for (name, value) in set {
            fields.retain(|(known, _)| known != name);
            fields.push((name.to_owned(), value));
        }
        came = crate::random_days::told::read(&day.post(who, &to, &fields))?;
    }
    if day.number(versions, &[&at.poll]) != before {
        return Violation::of(PROMISE, format!("poll {}", at.poll));
    }
    Ok(came)
}

/// Somebody of the house opens a page of the poll: none of them breaks.
pub(super) fn read_pages(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let (poll, sitting) = (at.poll, at.sitting);
    let pages = [
        format!("/manage/polls/{poll}/script"),
        format!("/manage/sittings/{sitting}/check-in"),
        format!("/manage/sittings/{sitting}/desk"),
        format!("/manage/polls/{poll}/forms"),
        format!("/manage/sittings/{sitting}/screens"),
        format!("/count/rounds/{}/batches", at.round),
        "/manage".to_owned(),
    ];
    let who = day.somebody(at.place.congress, &[Clerk, ChiefScrutineer], chance);
    let page = day.get(who, chance.of(&pages).unwrap());
    crate::random_days::told::read(&page)
}
