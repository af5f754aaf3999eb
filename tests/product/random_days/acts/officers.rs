//! Officers: those with an account choose a PIN there; those without open a phone of their own by a
//! printed slip, and choose a PIN, take a card and confirm there.

use domain::access::Role::{ChiefScrutineer, Clerk, Scrutineer, Teller};

use crate::random_days::chance::Chance;
use crate::random_days::day::{Day, Press};
use crate::random_days::model::OfficerPhone;
use crate::random_days::site::Browser;
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation, read};
use crate::support::Page;

use super::cards;

type Came = Result<Tried, Violation>;

fn page(at: &Target) -> String {
    format!("/manage/sessions/{}/officers", at.session)
}

/// Who an officer's phone belongs to, among the hands of an act.
pub(crate) fn named(officer: i64) -> String {
    format!("officer {officer}")
}

/// Two people give out slips to officers without an account.
pub(super) fn give_slips(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let roles = [Clerk, ChiefScrutineer];
    let about = ("sitting", at.sitting, "officer-slips");
    let who = day.second(at.place.congress, &roles, about, chance);
    let of = day.model.officers_of(at.session);
    let mut fields = Vec::new();
    // A phone was lost, or a slip.
    if let Some(lost) = chance.of(&of).filter(|_| chance.clone().percent(50)) {
        fields.push(("for", lost.to_string()));
    }
    let to = format!("/manage/sittings/{}/officers/slips", at.sitting);
    let press = Press {
        who,
        page: &page(at),
        to: &to,
        fields: &fields,
    };
    day.press(&press, chance).map(|(came, _)| came)
}

/// What was given out is printed, once.
pub(super) fn print_slips(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let who = day.somebody(at.place.congress, &[ChiefScrutineer], chance);
    let to = format!("/manage/sessions/{}/officers/slips", at.session);
    let press = Press {
        who,
        page: &page(at),
        to: &to,
        fields: &[],
    };
    let (came, answer) = day.press(&press, chance)?;
    let Some(sheet) = answer.filter(|_| came == Tried::Done) else {
        return Ok(came);
    };
    let sql = "select id, name from officer where session = ?1 and account is null order by id";
    let facts = day.facts();
    let mut statement = facts.prepare_cached(sql).unwrap();
    let rows = statement.query_map([at.session], |row| Ok((row.get(0)?, row.get(1)?)));
    let named: Vec<(i64, String)> = rows.unwrap().map(Result::unwrap).collect();
    drop(statement);
    for slip in sheet.html().split("officer-slip\"").skip(1) {
        let Some((officer, _)) = named.iter().find(|(_, name)| slip.contains(name.as_str())) else {
            continue;
        };
        let digits = slip.split("class=\"digits\"").nth(1).unwrap();
        let digits = digits.split_once('>').unwrap().1;
        let code = digits.split('<').next().unwrap().replace(' ', "");
        day.model.phones += 1;
        let phone = OfficerPhone {
            session: at.session,
            code,
            browser: Browser::new(20_000 + day.model.phones),
            pin: None,
            is_open: false,
        };
        day.model.officers.insert(*officer, phone);
    }
    Ok(came)
}

/// Something done with an officer's phone.
pub(super) fn with_phone<T>(
    day: &mut Day,
    officer: i64,
    work: impl FnOnce(&mut OfficerPhone, &Day) -> T,
) -> T {
    let mut phone = day.model.officers.remove(&officer).unwrap();
    let done = work(&mut phone, day);
    day.model.officers.insert(officer, phone);
    done
}

/// An officer of a session whose phone is like that.
fn one(
    day: &Day,
    at: &Target,
    chance: &mut Chance,
    fits: impl Fn(&OfficerPhone) -> bool,
) -> Option<i64> {
    let of = day.model.officers.iter();
    let fit: Vec<i64> = of
        .filter(|(_, phone)| phone.session == at.session && fits(phone))
        .map(|(officer, _)| *officer)
        .collect();
    chance.of(&fit).copied()
}

/// What the course does next for officers without an account, if anything.
pub(crate) fn next(day: &Day, at: &Target) -> Option<&'static str> {
    let phones: Vec<&OfficerPhone> = day
        .model
        .officers
        .values()
        .filter(|phone| phone.session == at.session)
        .collect();
    if phones.is_empty() {
        let given = "select count(*) from officer_slip as s join officer as o on o.id = s.officer \
            where o.session = ?1";
        return Some(if day.number(given, &[&at.session]) > 0 {
            "print officers' slips"
        } else {
            "give officers' slips"
        });
    }
    let is_closed = |phone: &&&OfficerPhone| !phone.is_open;
    if phones.iter().any(|phone| is_closed(&phone)) {
        return Some("an officer opens a phone");
    }
    let has_none = |phone: &&OfficerPhone| phone.pin.is_none();
    if phones.into_iter().any(|phone| has_none(&phone)) {
        return Some("an officer sets a PIN");
    }
    let asked = "select count(*) from act_request where (subject = 'round' and id = ?1) \
        or (subject = 'poll' and id = ?2) or (subject = 'sitting' and id = ?3)";
    let asked = day.number(asked, &[&at.round, &at.poll, &at.sitting]);
    (asked > 0).then_some("an officer confirms")
}

/// The slip opens the officer's phone, scanned or typed; a slip of another officer opens nothing there.
pub(super) fn open(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(officer) = one(day, at, chance, |phone| !phone.is_open) else {
        return Ok(Tried::NotOffered);
    };
    let is_typed = chance.percent(40);
    let is_foreign = chance.percent(20);
    let taken = one(day, at, chance, |phone| phone.is_open).filter(|_| is_foreign);
    let code = day.model.officers[&officer].code.clone();
    let answer = with_phone(day, taken.unwrap_or(officer), |phone, day| {
        let site = day.site();
        let greeting = if is_typed && taken.is_none() {
            let start = phone.browser.get(site, "/officer");
            let (to, mut fields) = start.form("/officer");
            fields.retain(|(name, _)| name != "code");
            fields.push(("code".to_owned(), code.clone()));
            phone.browser.post(site, &to, &fields)
        } else {
            phone.browser.get(site, &format!("/officer/open/{code}"))
        };
        if !greeting.has_form("/officer/open/") {
            return greeting;
        }
        let (to, fields) = greeting.form("/officer/open/");
        phone.browser.post(site, &to, &fields)
    });
    let came = read(&answer)?;
    let is_opened = came == Tried::Done && answer.path == "/officer";
    if taken.is_some() && is_opened {
        return Violation::of("one browser is one officer", answer.text());
    }
    if is_opened {
        with_phone(day, officer, |phone, _| phone.is_open = true);
    } else if taken.is_none() && came != Tried::Done {
        // The slip is no good any more: another one was given, or the sitting is over.
        day.model.officers.remove(&officer);
    }
    Ok(came)
}

/// Digits that nobody else would think of.
fn digits(chance: &mut Chance) -> String {
    let pin = chance.next() % 1_000_000;
    if chance.percent(6) {
        return "123456".to_owned();
    }
    format!("{pin:06}")
}

/// The officer's page, as the own phone shows it.
fn home(day: &mut Day, officer: i64) -> Page {
    with_phone(day, officer, |phone, day| {
        phone.browser.get(day.site(), "/officer")
    })
}

/// Whether the phone still is the officer's device; one that is not is put away.
fn is_device(day: &mut Day, officer: i64, page: &Page) -> bool {
    let is_device = page.status == 200 && page.has_form("/officer/leave");
    if !is_device {
        day.model.officers.remove(&officer);
        day.model.pins.remove(&officer);
    }
    is_device
}

/// The officer chooses a PIN on the own phone.
pub(super) fn set_pin(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(officer) = one(day, at, chance, |phone| {
        phone.is_open && phone.pin.is_none()
    }) else {
        return Ok(Tried::NotOffered);
    };
    let page = home(day, officer);
    if !is_device(day, officer, &page) {
        return Ok(Tried::Refused(vec!["device-ended".into()]));
    }
    if !page.has_form("/officer/pin") {
        return Ok(Tried::NotOffered);
    }
    let pin = digits(chance);
    let repeat = if chance.percent(94) { &pin } else { "000000" };
    let (to, mut fields) = page.form("/officer/pin");
    fields.retain(|(name, _)| name == "token");
    fields.push(("new_pin".to_owned(), pin.clone()));
    fields.push(("repeat".to_owned(), repeat.to_owned()));
    let answer = with_phone(day, officer, |phone, day| {
        phone.browser.post(day.site(), &to, &fields)
    });
    let came = read(&answer)?;
    if came == Tried::Done {
        with_phone(day, officer, |phone, _| phone.pin = Some(pin.clone()));
        day.model.pins.insert(officer, (pin, named(officer)));
    }
    Ok(came)
}

/// An officer with an account chooses a PIN there.
pub(super) fn set_own_pin(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let roles = [ChiefScrutineer, Scrutineer, Teller];
    let who = day.somebody(at.place.congress, &roles, chance);
    let name = day.people[who].name.clone();
    let sql = "select coalesce(max(o.id), 0) from officer as o join account as a \
        on a.id = o.account where o.session = ?1 and a.username = ?2";
    let officer = day.number(sql, &[&at.session, &name]);
    let (pin, to) = (digits(chance), format!("/manage/officers/{officer}/pin"));
    let fields = [("new_pin", pin.clone()), ("repeat", pin.clone())];
    let press = Press {
        who,
        page: &page(at),
        to: &to,
        fields: &fields,
    };
    let (came, _) = day.press(&press, chance)?;
    let is_set = "select count(*) from officer where id = ?1 and pin_hash <> ''";
    if came == Tried::Done && day.number(is_set, &[&officer]) > 0 {
        day.model.pins.insert(officer, (pin, name));
    }
    Ok(came)
}

/// Two people take a PIN away that nobody knows any more.
pub(super) fn clear_pin(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let sql =
        "select cast(id as text) from officer where session = ?1 and pin_hash <> '' order by id";
    let set = day.texts(sql, &[&at.session]);
    let Some(officer) = chance.of(&set).and_then(|id| id.parse::<i64>().ok()) else {
        return Ok(Tried::NotOffered);
    };
    let about = ("officer", officer, "clear-pin");
    let who = day.second(at.place.congress, &[Clerk, ChiefScrutineer], about, chance);
    let to = format!("/manage/officers/{officer}/clear-pin");
    let press = Press {
        who,
        page: &page(at),
        to: &to,
        fields: &[],
    };
    let (came, _) = day.press(&press, chance)?;
    let is_set = "select count(*) from officer where id = ?1 and pin_hash <> ''";
    if day.number(is_set, &[&officer]) == 0 {
        day.model.pins.remove(&officer);
        if let Some(phone) = day.model.officers.get_mut(&officer) {
            phone.pin = None;
        }
    }
    Ok(came)
}

/// The forms of a page that are sent to an address, each as a page of its own.
pub(super) fn forms(page: &Page, to: &str) -> Vec<Page> {
    let html = page.html();
    let parts = html.split("<form").skip(1);
    parts
        .map(|part| Page {
            body: format!("<form{part}").into_bytes(),
            ..page.clone()
        })
        .filter(|one| one.has_form(to))
        .collect()
}

/// What the second person types beside: the papers of the boxes, counted once more.
fn boxes(day: &Day, form: &Page, at: &Target) -> Option<(String, String)> {
    let asks = form.html().contains("name=\"boxes\"");
    let papers = day.model.papers.get(&at.round).map_or(0, Vec::len);
    asks.then(|| ("boxes".to_owned(), papers.to_string()))
}

/// An officer confirms on the own phone what waits there, with the PIN.
pub(super) fn confirm(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(officer) = one(day, at, chance, |phone| {
        phone.is_open && phone.pin.is_some()
    }) else {
        return Ok(Tried::NotOffered);
    };
    let page = home(day, officer);
    if !is_device(day, officer, &page) {
        return Ok(Tried::Refused(vec!["device-ended".into()]));
    }
    let waiting = forms(&page, "/officer/confirm");
    let Some(form) = chance.of(&waiting) else {
        return Ok(Tried::NotOffered);
    };
    let pin = if chance.percent(93) {
        day.model.officers[&officer].pin.clone().unwrap()
    } else {
        digits(chance)
    };
    let (to, mut fields) = form.form("/officer/confirm");
    fields.retain(|(name, _)| name != "pin" && name != "boxes");
    fields.push(("pin".to_owned(), pin));
    fields.extend(boxes(day, form, at));
    let answer = with_phone(day, officer, |phone, day| {
        phone.browser.post(day.site(), &to, &fields)
    });
    let came = read(&answer)?;
    if came == Tried::Done {
        day.model.hands.note(&to, &fields, &[named(officer)]);
    }
    Ok(came)
}

/// Somebody with an account confirms from the list of what waits.
pub(super) fn confirm_mine(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let roles = [Clerk, ChiefScrutineer, Scrutineer];
    let who = day.somebody(at.place.congress, &roles, chance);
    let page = day.get(who, "/my/acts");
    let seen = read(&page)?;
    let waiting = forms(&page, "/my/acts");
    let Some(form) = chance.of(&waiting) else {
        return Ok(if seen == Tried::Done {
            Tried::NotOffered
        } else {
            seen
        });
    };
    let (to, mut fields) = form.form("/my/acts");
    fields.retain(|(name, _)| name != "boxes");
    fields.extend(boxes(day, form, at));
    let answer = day.post(who, &to, &fields);
    read(&answer)
}

/// An officer takes the next card of a box on the own phone.
pub(super) fn take_card(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(officer) = one(day, at, chance, |phone| {
        phone.is_open && phone.pin.is_some()
    }) else {
        return Ok(Tried::NotOffered);
    };
    let page = home(day, officer);
    if !is_device(day, officer, &page) {
        return Ok(Tried::Refused(vec!["device-ended".into()]));
    }
    let begins = format!("/officer/rounds/{}/cards/", at.round);
    let offered = forms(&page, &begins);
    let card = offered.iter().map(|one| one.form(&begins));
    let is_card = |to: &str| to.trim_start_matches(&begins).parse::<u8>().is_ok();
    let Some((to, mut fields)) = card.into_iter().find(|(to, _)| is_card(to)) else {
        return Ok(Tried::NotOffered);
    };
    let pin = day.model.officers[&officer].pin.clone().unwrap();
    fields.retain(|(name, _)| name != "pin");
    fields.push(("pin".to_owned(), pin));
    let answer = with_phone(day, officer, |phone, day| {
        phone.browser.post(day.site(), &to, &fields)
    });
    let came = read(&answer)?;
    if came == Tried::Done {
        cards::keep(day, at, &answer, named(officer));
    }
    Ok(came)
}

/// A card typed on the phone of its holder.
pub(super) fn type_card(day: &mut Day, at: &Target, officer: i64, text: &str, act: &str) -> Came {
    if !day.model.officers.contains_key(&officer) {
        return Ok(Tried::NotOffered);
    }
    let page = home(day, officer);
    if !is_device(day, officer, &page) {
        return Ok(Tried::Refused(vec!["device-ended".into()]));
    }
    let to = format!("/officer/rounds/{}/cards/{act}", at.round);
    if !page.has_form(&to) {
        return Ok(Tried::NotOffered);
    }
    let (to, mut fields) = page.form(&to);
    fields.retain(|(name, _)| name != "card");
    fields.push(("card".to_owned(), text.to_owned()));
    let answer = with_phone(day, officer, |phone, day| {
        phone.browser.post(day.site(), &to, &fields)
    });
    read(&answer)
}

/// The officer gives the phone back.
pub(super) fn leave(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(officer) = one(day, at, chance, |phone| phone.is_open) else {
        return Ok(Tried::NotOffered);
    };
    let page = home(day, officer);
    if !is_device(day, officer, &page) {
        return Ok(Tried::Refused(vec!["device-ended".into()]));
    }
    let (to, fields) = page.form("/officer/leave");
    let answer = with_phone(day, officer, |phone, day| {
        phone.browser.post(day.site(), &to, &fields)
    });
    let came = read(&answer)?;
    if came == Tried::Done {
        let page = home(day, officer);
        if is_device(day, officer, &page) {
            return Violation::of("a phone that was given back is nobody's", page.text());
        }
    }
    Ok(came)
}
