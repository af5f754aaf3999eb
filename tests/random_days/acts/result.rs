//! What follows the count: the presidium's word, publishing, corrections, readers.

use minsheng::domain::access::Role::{ChiefScrutineer, Clerk, Publisher, Scrutineer};

use crate::chance::Chance;
use crate::day::{Day, Press};
use crate::target::Target;
use crate::told::{Tried, Violation};

type Came = Result<Tried, Violation>;

/// The clerk writes down what the presidium decided, about one line more or fewer than it may now and
/// then.
pub(super) fn presidium(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let who = day.somebody(at.place.congress, &[Clerk], chance);
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
    fields.retain(|(name, _)| name == "token");
    fields.extend(lines.into_iter().map(|line| ("line".to_owned(), line)));
    let reason = if chance.percent(90) {
        "受益人数更多"
    } else {
        ""
    };
    fields.push(("reason".to_owned(), reason.to_owned()));
    let answer = day.post(who, &to, &fields);
    crate::told::read(&answer)
}

pub(super) fn publish(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let roles = [Clerk, ChiefScrutineer, Publisher];
    let who = day.somebody(at.place.congress, &roles, chance);
    let to = format!("{}/publish", at.sheet());
    let name = day.people[who].name.clone();
    let about = ("poll", at.poll, "publish".to_owned());
    day.model.pressed.entry(about).or_default().insert(name);
    let press = Press {
        who,
        page: &at.sheet(),
        to: &to,
        fields: &[],
    };
    day.press(&press, chance).map(|(came, _)| came)
}

pub(super) fn correct(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let roles = [Clerk, ChiefScrutineer, Scrutineer];
    let who = day.somebody(at.place.congress, &roles, chance);
    let page = format!("/count/{}/statement", at.poll);
    let reason = if chance.percent(85) { "笔误" } else { "" };
    let press = Press {
        who,
        page: &page,
        to: &page,
        fields: &[
            ("kind", "papers-found".to_owned()),
            ("round", at.round.to_string()),
            ("papers", "1".to_owned()),
            ("reason", reason.to_owned()),
        ],
    };
    day.press(&press, chance).map(|(came, _)| came)
}

/// Somebody of the house opens a page of the poll: none of them breaks.
pub(super) fn read_pages(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let (poll, sitting) = (at.poll, at.sitting);
    let pages = [
        format!("/manage/polls/{poll}/script"),
        format!("/count/{poll}/zero"),
        format!("/manage/sittings/{sitting}/check-in"),
        format!("/manage/sittings/{sitting}/desk"),
        format!("/manage/polls/{poll}/forms"),
        format!("/manage/sittings/{sitting}/screens"),
        format!("/count/rounds/{}/batches", at.round),
        "/manage".to_owned(),
    ];
    let who = day.somebody(at.place.congress, &[Clerk, ChiefScrutineer], chance);
    let page = day.get(who, chance.of(&pages).unwrap());
    crate::told::read(&page)
}
