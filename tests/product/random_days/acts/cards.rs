//! Cards of a box: taken once, typed back, given for opening.

use domain::access::Role::{ChiefScrutineer, Clerk, Scrutineer};

use crate::random_days::chance::Chance;
use crate::random_days::day::{Day, Press};
use crate::random_days::model::Card;
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation};
use crate::support::Page;

use super::officers;

type Came = Result<Tried, Violation>;

/// A scrutineer takes the next card that waits.
pub(super) fn take(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let who = day.somebody(at.place.congress, &[ChiefScrutineer, Scrutineer], chance);
    let page = day.get(who, &at.sealed_box());
    let begins = format!("/manage/rounds/{}/cards/", at.round);
    let html = page.html();
    let numbers = html.split(&begins).skip(1).filter_map(|rest| {
        let number = rest.split('"').next()?;
        number.parse::<u8>().ok()
    });
    let Some(number) = numbers.min() else {
        return Ok(Tried::NotOffered);
    };
    let to = format!("{begins}{number}");
    let press = Press {
        who,
        page: &at.sealed_box(),
        to: &to,
        fields: &[],
    };
    let (came, answer) = day.press(&press, chance)?;
    if let Some(page) = answer.filter(|_| came == Tried::Done) {
        keep(day, at, &page, day.people[who].name.clone());
    }
    Ok(came)
}

/// The holder copies the card that a page shows.
pub(super) fn keep(day: &mut Day, at: &Target, page: &Page, holder: String) {
    let Some(text) = groups(page) else { return };
    let sql = "select name from sealed_box where round = ?1";
    let card = Card {
        text,
        holder,
        is_checked: false,
        of: day.texts(sql, &[&at.round]).concat(),
    };
    let cards = day.model.cards.entry(at.round).or_default();
    cards.retain(|one| one.of == card.of);
    cards.push(card);
}

/// The groups of digits on a shown card.
fn groups(page: &Page) -> Option<String> {
    let html = page.html();
    let list = html.split("class=\"groups\"").nth(1)?;
    let list = list.split("</ol>").next()?;
    let groups: Vec<&str> = list
        .split("<li>")
        .skip(1)
        .filter_map(|part| part.split("</li>").next())
        .collect();
    Some(groups.join(" "))
}

/// A card's holder types it back, now and then with a wrong digit.
pub(super) fn check(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let cards = day.model.cards.get(&at.round).cloned().unwrap_or_default();
    let unchecked = cards.iter().find(|card| !card.is_checked);
    let Some(card) = unchecked.or(cards.last()).cloned() else {
        return Ok(Tried::NotOffered);
    };
    let (came, is_right) = type_card(day, at, &card, "check", chance)?;
    if came == Tried::Done && is_right {
        let cards = day.model.cards.entry(at.round).or_default();
        for one in cards.iter_mut().filter(|one| one.text == card.text) {
            one.is_checked = true;
        }
    }
    if came == Tried::Done && !is_right {
        return Violation::of("a wrong card opens nothing", card.text);
    }
    Ok(came)
}

/// Any card of the round is typed for opening; whoever has one of another round tries that one too.
pub(super) fn give(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let mine = day.model.cards.get(&at.round).cloned().unwrap_or_default();
    let all: Vec<Card> = day.model.cards.values().flatten().cloned().collect();
    let cards = if chance.percent(95) { mine } else { all };
    let Some(card) = chance.of(&cards).cloned() else {
        return Ok(Tried::NotOffered);
    };
    type_card(day, at, &card, "give", chance).map(|(came, _)| came)
}

fn type_card(
    day: &mut Day,
    at: &Target,
    card: &Card,
    act: &str,
    chance: &mut Chance,
) -> Result<(Tried, bool), Violation> {
    let is_right = chance.percent(92);
    let text = if is_right {
        card.text.clone()
    } else {
        card.text.replacen(&card.text[6..11], "00000", 1)
    };
    let is_right = text == card.text;
    let phone = card.holder.strip_prefix("officer ");
    if let Some(officer) = phone.and_then(|officer| officer.parse().ok())
        && (act == "check" || chance.percent(50))
    {
        let came = officers::type_card(day, at, officer, &text, act)?;
        return Ok((came, is_right));
    }
    let holder = day.people.iter().position(|one| one.name == card.holder);
    let holder = holder.unwrap_or_else(|| day.somebody(at.place.congress, &[Clerk], chance));
    let who = if act == "check" && chance.percent(95) {
        holder
    } else {
        day.somebody(at.place.congress, &[Clerk, ChiefScrutineer], chance)
    };
    let to = format!("/manage/rounds/{}/cards/{act}", at.round);
    let press = Press {
        who,
        page: &at.sealed_box(),
        to: &to,
        fields: &[("card", text)],
    };
    let (came, _) = day.press(&press, chance)?;
    Ok((came, is_right))
}
