//! Deputies: scan or type, mark, check, cast; and what they do besides.

use crate::random_days::chance::Chance;
use crate::random_days::day::Day;
use crate::random_days::model::Kept;
use crate::random_days::site::Browser;
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation, read};
use crate::support::Page;

type Came = Result<Tried, Violation>;

/// A slip in a deputy's hand: one that has not voted mostly.
fn draw(day: &Day, at: &Target, chance: &mut Chance) -> Option<usize> {
    let held = day.model.in_hand(at.sitting);
    let fresh: Vec<usize> = held
        .iter()
        .copied()
        .filter(|slip| !day.model.has_cast(at.round, *slip))
        .collect();
    let from = if chance.percent(94) { &fresh } else { &held };
    chance.of(from).copied()
}

/// Something done with the phone of a slip.
pub(super) fn with_phone<T>(
    day: &mut Day,
    at: &Target,
    slip: usize,
    work: impl FnOnce(&mut Browser, &Day) -> T,
) -> T {
    let phones = day.model.slips.get_mut(&at.sitting).unwrap();
    let mut phone = std::mem::replace(&mut phones[slip].phone, Browser::new(0));
    let done = work(&mut phone, day);
    day.model.slips.get_mut(&at.sitting).unwrap()[slip].phone = phone;
    done
}

/// A marked ballot that was checked, or what came instead.
enum Checked {
    Form(Vec<(String, String)>, Vec<u8>),
    Else(Came),
}

/// Opens the ballot with the slip's phone, marks it, and comes to the last look.
fn check(day: &mut Day, at: &Target, slip: usize, chance: &mut Chance) -> Checked {
    let codes = day.model.slips[&at.sitting][slip].clone();
    let (scans, typed) = (chance.percent(80), codes.typed.clone());
    let mut chance_of_marks = chance.clone();
    chance.next();
    with_phone(day, at, slip, |phone, day| {
        let site = day.site();
        if !phone.keeps("minsheng_slip") {
            let page = if scans {
                phone.get(site, &format!("/b/{}", codes.scanned))
            } else {
                phone.post(site, "/ballot", &[("code".to_owned(), typed)])
            };
            if page.status != 200 {
                return Checked::Else(read(&page));
            }
        }
        let sheet = phone.get(site, &format!("/ballot/{}", at.poll));
        mark(phone, day, at, &sheet, &mut chance_of_marks)
    })
}

/// Marks a ballot by chance, approving as many as its limit allows.
fn mark(phone: &mut Browser, day: &Day, at: &Target, sheet: &Page, chance: &mut Chance) -> Checked {
    let review = format!("/ballot/{}/review", at.poll);
    if sheet.status != 200 || !sheet.has_form(&review) {
        let came = match read(sheet) {
            Ok(Tried::Done) if sheet.path.ends_with("/done") => {
                Ok(Tried::Refused(vec!["already-cast".into()]))
            }
            Ok(Tried::Done) => Ok(Tried::NotOffered),
            came => came,
        };
        return Checked::Else(came);
    }
    let (to, mut fields) = sheet.form(&review);
    let html = sheet.html();
    let is_tick = !html.contains("value=\"x\"");
    let most = attribute(&html, "data-most").unwrap_or(1);
    let lines: Vec<usize> = (0..fields.len())
        .filter(|place| {
            let name = &fields[*place].0;
            name.starts_with('m') && name[1..].parse::<usize>().is_ok()
        })
        .collect();
    let mut left = most;
    let favourite = chance.below(lines.len() * 2);
    let mut pattern = vec![1, if is_tick { b'b' } else { b'a' }];
    for (number, place) in lines.iter().enumerate() {
        let approves = left > 0 && (number == favourite || chance.percent(55));
        let letter = if approves {
            left -= 1;
            "a"
        } else if is_tick {
            "n"
        } else {
            *chance.of(&["o", "x", "n"]).unwrap()
        };
        fields[*place].1 = letter.to_owned();
        pattern.push(match letter {
            "a" => 1,
            "o" => 2,
            "x" => 3,
            _ => 0,
        });
    }
    let page = phone.post(day.site(), &to, &fields);
    let cast = format!("/ballot/{}/cast", at.poll);
    if page.status != 200 || !page.has_form(&cast) {
        let told = format!("a well marked ballot is not taken: {}", page.text());
        return Checked::Else(match read(&page) {
            Ok(Tried::Done) => Violation::of("a slip in hand may vote", told),
            came => came,
        });
    }
    let (_, fields) = page.form(&cast);
    Checked::Form(fields, pattern)
}

fn attribute(html: &str, name: &str) -> Option<usize> {
    let (_, rest) = html.split_once(&format!("{name}=\""))?;
    rest.split('"').next()?.parse().ok()
}

/// The round that a form is of.
fn round_of(fields: &[(String, String)]) -> i64 {
    let round = fields.iter().find(|(name, _)| name == "round");
    round.and_then(|(_, value)| value.parse().ok()).unwrap_or(0)
}

/// Notes a ballot that was acknowledged.
fn acknowledge(day: &mut Day, form: &Kept) {
    let cast = day.model.cast.entry(form.round).or_default();
    cast.entry(form.slip)
        .or_insert_with(|| form.pattern.clone());
}

/// Sends a checked form; an answer that the ballot is in the box is kept for the end of the day.
pub(super) fn send(day: &mut Day, at: &Target, form: &Kept) -> Result<(Tried, Page), Violation> {
    let to = format!("/ballot/{}/cast", form.poll);
    let page = with_phone(day, at, form.slip, |phone, day| {
        phone.post(day.site(), &to, &form.fields)
    });
    let came = read(&page)?;
    if came == Tried::Done && page.path == format!("/ballot/{}/done", form.poll) {
        acknowledge(day, form);
        return Ok((Tried::Done, page));
    }
    if came == Tried::Done {
        return Ok((Tried::Refused(vec!["sent-elsewhere".into()]), page));
    }
    Ok((came, page))
}

/// A deputy votes. Some check twice, with other marks, and keep the form that they did not send.
pub(super) fn vote(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(slip) = draw(day, at, chance) else {
        return Ok(Tried::NotOffered);
    };
    let mut forms = Vec::new();
    for _ in 0..=usize::from(chance.percent(30)) {
        match check(day, at, slip, chance) {
            Checked::Form(fields, pattern) => forms.push(Kept {
                sitting: at.sitting,
                slip,
                round: round_of(&fields),
                poll: at.poll,
                fields,
                pattern,
            }),
            Checked::Else(came) => return came,
        }
    }
    let form = forms.pop().unwrap();
    let other_keeps = forms.len();
    day.model.kept.extend(forms);
    if other_keeps == 0 && chance.percent(12) {
        day.model.kept.push(form);
        return Ok(Tried::Done);
    }
    let (came, _) = send(day, at, &form)?;
    day.model.kept.push(form);
    Ok(came)
}

/// The phone hangs up in the middle of the last press; then the deputy looks, and presses again.
pub(super) fn vote_and_hang_up(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(slip) = draw(day, at, chance) else {
        return Ok(Tried::NotOffered);
    };
    let (fields, pattern) = match check(day, at, slip, chance) {
        Checked::Form(fields, pattern) => (fields, pattern),
        Checked::Else(came) => return came,
    };
    let form = Kept {
        sitting: at.sitting,
        slip,
        round: round_of(&fields),
        poll: at.poll,
        fields,
        pattern,
    };
    let before = spent(day, form.round);
    let (mut steps, tasks) = (chance.below(8), day.site().tasks());
    let to = format!("/ballot/{}/cast", at.poll);
    let answer = with_phone(day, at, slip, |phone, day| {
        phone.post_until(day.site(), &to, &form.fields, || {
            steps = steps.saturating_sub(1);
            steps == 0
        })
    });
    if answer.is_none() && chance.percent(30) {
        day.die()?;
    } else {
        day.site().settle(tasks);
    }
    if spent(day, form.round) > before {
        acknowledge(day, &form);
    }
    if answer.is_some() || chance.percent(70) {
        return send(day, at, &form).map(|(came, _)| came);
    }
    day.model.kept.push(form);
    Ok(Tried::Done)
}

fn spent(day: &Day, round: i64) -> i64 {
    let sql = "select count(*) from cast_right where round = ?1 and spent = 1";
    let boxes = day.with_boxes();
    boxes.query_row(sql, [round], |row| row.get(0)).unwrap()
}

/// Too many marks, none of a line, a field that no form has.
pub(super) fn vote_wrongly(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(slip) = draw(day, at, chance) else {
        return Ok(Tried::NotOffered);
    };
    let (fields, way) = match check(day, at, slip, chance) {
        Checked::Form(fields, _) => (fields, chance.below(4)),
        Checked::Else(came) => return came,
    };
    let mut wrong = fields;
    match way {
        0 => wrong.retain(|(name, _)| name != "m1"),
        1 => wrong.push(("m1".into(), "a".into())),
        2 => wrong.push(("role".into(), "admin".into())),
        _ => {
            for (name, value) in &mut wrong {
                let other = if value == "a" { "n" } else { "a" };
                if name.starts_with('m') {
                    *value = other.to_owned();
                }
            }
        }
    }
    let before = spent(day, at.round);
    let to = format!("/ballot/{}/cast", at.poll);
    let page = with_phone(day, at, slip, |phone, day| {
        phone.post(day.site(), &to, &wrong)
    });
    let has_cast = day.model.has_cast(at.round, slip);
    if spent(day, at.round) > before || (page.path.ends_with("/done") && !has_cast) {
        return Violation::of("only a checked form is cast", page.text());
    }
    let came = read(&page)?;
    if came == Tried::Done {
        return Ok(Tried::Refused(vec!["told-already-cast".into()]));
    }
    Ok(came)
}

/// At a tablet that many use.
pub(super) fn vote_at_kiosk(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some(slip) = draw(day, at, chance) else {
        return Ok(Tried::NotOffered);
    };
    let typed = day.model.slips[&at.sitting][slip].typed.clone();
    let mut tablet = Browser::new(50_000 + at.place.congress);
    let start = tablet.get(day.site(), "/ballot/kiosk");
    let (to, mut fields) = start.form("/ballot/kiosk");
    fields.retain(|(name, _)| name != "code");
    fields.push(("code".to_owned(), typed));
    let page = tablet.post(day.site(), &to, &fields);
    if page.status != 200 {
        return read(&page);
    }
    let sheet = tablet.get(day.site(), &format!("/ballot/{}", at.poll));
    let (fields, pattern) = match mark(&mut tablet, day, at, &sheet, chance) {
        Checked::Form(fields, pattern) => (fields, pattern),
        Checked::Else(came) => return came,
    };
    let form = Kept {
        sitting: at.sitting,
        slip,
        round: round_of(&fields),
        poll: at.poll,
        fields,
        pattern,
    };
    let to = format!("/ballot/{}/cast", at.poll);
    let page = tablet.post(day.site(), &to, &form.fields);
    let came = read(&page)?;
    if came == Tried::Done && page.path.ends_with("/done") {
        acknowledge(day, &form);
    }
    Ok(came)
}

/// The same form once more: whoever was told that it is in the box is told so again.
pub(super) fn send_again(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let sent = |kept: &&Kept| {
        let cast = day.model.cast.get(&kept.round);
        kept.sitting == at.sitting
            && cast.and_then(|cast| cast.get(&kept.slip)) == Some(&kept.pattern)
    };
    let all: Vec<Kept> = day.model.kept.iter().filter(sent).cloned().collect();
    let Some(form) = chance.of(&all).cloned() else {
        return Ok(Tried::NotOffered);
    };
    let stage = day.texts("select stage from round where id = ?1", &[&form.round]);
    let (came, page) = send(day, at, &form)?;
    let is_held = stage
        .first()
        .is_some_and(|stage| ["open", "closed", "accounted"].contains(&stage.as_str()));
    if is_held && came != Tried::Done {
        let told = format!("round {}: {}", form.round, page.text());
        return Violation::of("what was acknowledged is told again", told);
    }
    Ok(came)
}

/// A form that was checked and never sent.
pub(super) fn cast_kept(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let unsent = |kept: &&Kept| kept.sitting == at.sitting;
    let all: Vec<Kept> = day.model.kept.iter().filter(unsent).cloned().collect();
    let Some(form) = chance.of(&all).cloned() else {
        return Ok(Tried::NotOffered);
    };
    send(day, at, &form).map(|(came, _)| came)
}

pub(super) fn type_wrong_code(day: &mut Day, _: &Target, chance: &mut Chance) -> Came {
    let code = format!("{:010}", chance.next() % 10_000_000_000);
    let mut phone = Browser::new(40_000 + chance.below(500));
    let page = phone.post(day.site(), "/ballot", &[("code".to_owned(), code)]);
    read(&page)
}
