//! The acts on a round: asked for by one, confirmed by another, or done by one.

use domain::access::Role::{ChiefScrutineer, Clerk, Scrutineer, Teller};
use domain::round::RoundAct;

use crate::random_days::chance::Chance;
use crate::random_days::day::{Day, Press};
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation};
use crate::support::Page;

type Came = Result<Tried, Violation>;

pub(super) fn freeze(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::Freeze, &[], chance)
}

pub(super) fn seal(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let holding = holding(at, chance);
    press(day, at, RoundAct::Seal, &[("holding", holding)], chance)
}

pub(super) fn seal_again(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let holding = holding(at, chance);
    let came = press(
        day,
        at,
        RoundAct::SealAgain,
        &[("holding", holding)],
        chance,
    )?;
    Ok(came)
}

/// Who holds the key of a box: cards mostly, the server at a demo's and now and then.
fn holding(at: &Target, chance: &mut Chance) -> String {
    let real: &[&str] = &["2-of-3", "2-of-3", "1-of-2", "server"];
    let rehearsed: &[&str] = &["server", "2-of-3"];
    let all = if at.place.is_rehearsal {
        rehearsed
    } else {
        real
    };
    (*chance.of(all).unwrap()).to_owned()
}

pub(super) fn start_issuing(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::StartIssuing, &[], chance)
}

pub(super) fn open_vote(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::OpenVote, &[], chance)
}

pub(super) fn pause(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::Pause, &[], chance)
}

pub(super) fn resume(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::Resume, &[], chance)
}

pub(super) fn close_vote(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::CloseVote, &[], chance)
}

pub(super) fn confirm_account(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::ConfirmAccount, &[], chance)
}

pub(super) fn open_box(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let came = press(day, at, RoundAct::OpenBox, &[], chance)?;
    let codes = came.codes();
    if codes.iter().any(|code| code == "ballots-unopened") {
        let told = format!("round {}: {codes:?}", at.round);
        return Violation::of("every acknowledged ballot opens and counts once", told);
    }
    Ok(came)
}

pub(super) fn count(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::Count, &[], chance)
}

pub(super) fn record_cards(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    // Also the box of an earlier round of the poll, opened or void.
    let waiting = "select max(r.id) from round as r join sealed_box as b on b.round = r.id \
        where r.poll = ?1 and b.destroyed is null and b.holding <> 'server' \
        and r.stage in ('opened', 'counted', 'void')";
    let round = day.number(waiting, &[&at.poll]);
    if round == 0 {
        return Ok(Tried::NotOffered);
    }
    let of = Target {
        round,
        ..at.clone()
    };
    let destroyed = if chance.percent(90) { "3" } else { "2" };
    let cards = day.number(
        "select iif(holding = '1-of-2', 2, 3) from sealed_box where round = ?1",
        &[&round],
    );
    let destroyed = if cards == 2 { "2" } else { destroyed };
    press(
        day,
        &of,
        RoundAct::RecordCards,
        &[("destroyed", destroyed.to_owned())],
        chance,
    )
}

pub(super) fn certify(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    press(day, at, RoundAct::Certify, &[], chance)
}

pub(super) fn void(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let reason = if chance.percent(90) { "停电" } else { "" };
    press(
        day,
        at,
        RoundAct::Void,
        &[("reason", reason.to_owned())],
        chance,
    )
}

/// Who should press next: the second of two where one has asked.
pub(super) fn presser(day: &Day, at: &Target, act: RoundAct, chance: &mut Chance) -> usize {
    let roles: &[_] = if act == RoundAct::Count {
        &[Clerk, ChiefScrutineer, Teller]
    } else {
        &[Clerk, ChiefScrutineer, Scrutineer]
    };
    day.second(
        at.place.congress,
        roles,
        ("round", at.round, act.word()),
        chance,
    )
}

/// The page and the address of an act on a round.
pub(super) fn address(at: &Target, act: RoundAct) -> (String, String) {
    let is_of_the_box = [RoundAct::Seal, RoundAct::SealAgain, RoundAct::RecordCards];
    let (round, word) = (at.round, act.word());
    if is_of_the_box.contains(&act) {
        let to = format!("/manage/rounds/{round}/box/{word}");
        (at.sealed_box(), to)
    } else {
        (at.sheet(), format!("/manage/rounds/{round}/{word}"))
    }
}

fn press(
    day: &mut Day,
    at: &Target,
    act: RoundAct,
    fields: &[(&str, String)],
    chance: &mut Chance,
) -> Came {
    press_as(day, at, act, fields, chance).map(|(came, _)| came)
}

fn press_as(
    day: &mut Day,
    at: &Target,
    act: RoundAct,
    fields: &[(&str, String)],
    chance: &mut Chance,
) -> Result<(Tried, Option<Page>), Violation> {
    let who = presser(day, at, act, chance);
    let (page, to) = address(at, act);
    let mut fields = fields.to_vec();
    if act.needs_two() && chance.percent(15) {
        fields.extend(typed_pin(day, at, chance));
    }
    let press = Press {
        who,
        page: &page,
        to: &to,
        fields: &fields,
    };
    let (came, answer) = day.press(&press, chance)?;
    if came == Tried::Done && day.people[who].congress != at.place.congress {
        let told = format!("{} did {}", day.people[who].name, act.word());
        return Violation::of("nobody acts in another congress", told);
    }
    Ok((came, answer))
}

/// An officer whose phone failed types the PIN on the clerk's screen; now and then a wrong one.
fn typed_pin(day: &Day, at: &Target, chance: &mut Chance) -> Vec<(&'static str, String)> {
    let sql = "select cast(id as text) from officer where session = ?1 order by id";
    let of = day.texts(sql, &[&at.session]);
    let pins: Vec<(i64, String)> = of
        .iter()
        .filter_map(|id| id.parse().ok())
        .filter_map(|id| day.model.pins.get(&id).map(|(pin, _)| (id, pin.clone())))
        .collect();
    let Some((officer, pin)) = chance.of(&pins).cloned() else {
        return Vec::new();
    };
    let pin = if chance.percent(90) {
        pin
    } else {
        "000001".to_owned()
    };
    vec![
        ("officer", officer.to_string()),
        ("pin", pin),
        ("as", "pin".to_owned()),
    ]
}

/// The second of two presses, and the browser hangs up as soon as the box is open.
pub(super) fn open_box_and_hang_up(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let act = RoundAct::OpenBox;
    let who = presser(day, at, act, chance);
    let (page, to) = address(at, act);
    let page = day.get(who, &page);
    if page.status != 200 || !page.has_form(&to) {
        return Ok(Tried::NotOffered);
    }
    let (to, fields) = page.form(&to);
    let (round, tasks) = (at.round, day.site().tasks());
    let answer = day.post_and_hang_up(who, &to, &fields, |day| {
        let stage = day.texts("select stage from round where id = ?1", &[&round]);
        stage.concat() == "opened"
    });
    day.site().settle(tasks);
    match answer {
        Some(page) if page.status >= 400 => crate::random_days::told::read(&page),
        Some(_) | None => Ok(Tried::Done),
    }
}
