//! The sitting: who is here, what it adopts, what it is asked.

use domain::access::Role::{ChiefScrutineer, Clerk, Scrutineer};
use domain::sitting::closing::ClosingAct;

use crate::random_days::chance::Chance;
use crate::random_days::day::{Day, Press};
use crate::random_days::target::{SLUGS, Target};
use crate::random_days::told::{Tried, Violation};

type Came = Result<Tried, Violation>;

/// The clerk presses a form of a page.
pub(super) fn clerk(
    day: &mut Day,
    at: &Target,
    page: &str,
    to: &str,
    fields: &[(&str, String)],
    chance: &mut Chance,
) -> Came {
    let who = day.somebody(at.place.congress, &[Clerk], chance);
    let press = Press {
        who,
        page,
        to,
        fields,
    };
    day.press(&press, chance).map(|(came, _)| came)
}

fn roll(at: &Target) -> String {
    format!("/manage/sittings/{}/roll", at.sitting)
}

fn act(day: &mut Day, at: &Target, word: &str, chance: &mut Chance) -> Came {
    let to = format!("/manage/sittings/{}/{word}", at.sitting);
    clerk(day, at, &roll(at), &to, &[], chance)
}

pub(super) fn open_roll(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    act(day, at, "open-roll", chance)
}

pub(super) fn declare_quorum(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    act(day, at, "declare-quorum", chance)
}

pub(super) fn declare_again(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    act(day, at, "declare-again", chance)
}

pub(super) fn adjourn(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    act(day, at, "adjourn", chance)
}

pub(super) fn resume(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    act(day, at, "resume", chance)
}

/// Two people close a sitting, or take that back, on a page of its own: whoever presses there asks, or
/// confirms what the other one asked.
fn end(day: &mut Day, at: &Target, act: ClosingAct, chance: &mut Chance) -> Came {
    let roles = [Clerk, ChiefScrutineer, Scrutineer];
    let page = format!("/manage/sittings/{}/closing", at.sitting);
    let word = act.word();
    let about = ("sitting", at.sitting, word);
    let who = day.second(at.place.congress, &roles, about, chance);
    let reason = if chance.percent(85) {
        "议程已完"
    } else {
        ""
    };
    let fields = [("reason", reason.to_owned()), ("act", word.to_owned())];
    let press = Press {
        who,
        page: &page,
        to: &page,
        fields: &fields,
    };
    day.press(&press, chance).map(|(came, _)| came)
}

/// Whoever closes a sitting ends its day: every poll of it must be decided by then, and while nothing
/// followed the page takes the closing back.
pub(super) fn close(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    const PROMISE: &str = "a sitting stays open for its polls";
    let came = end(day, at, ClosingAct::Close, chance)?;
    let is_closed = "select count(*) from sitting where id = ?1 and stage = 'closed'";
    if came != Tried::Done || day.number(is_closed, &[&at.sitting]) == 0 {
        return Ok(came);
    }
    let ends = if at.place.is_rehearsal {
        "counted"
    } else {
        "certified"
    };
    let undecided = "select count(*) from poll as p join round as r on r.poll = p.id where \
        r.sitting = ?1 and r.stage not in (?2, 'certified') and p.withdrawn = '' and r.number = \
        (select max(number) from round where poll = p.id)";
    let undecided = day.number(undecided, &[&at.sitting, &ends]);
    let clerk = format!("{}-clerk", SLUGS[at.place.congress]);
    let to = format!("/manage/sittings/{}/closing", at.sitting);
    let page = day.get(day.person(&clerk), &to);
    if undecided > 0 || !page.has_form(&to) {
        let told = format!("sitting {}: {undecided} polls, {}", at.sitting, page.text());
        return Violation::of(PROMISE, told);
    }
    Ok(came)
}

/// Who closed it too early takes it back.
pub(super) fn open_again(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    end(day, at, ClosingAct::Reopen, chance)
}

/// Everybody is here, or one is on leave.
pub(super) fn keep_roll(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let fields = if chance.percent(80) {
        vec![("all", "present".to_owned())]
    } else {
        vec![]
    };
    let to = roll(at);
    clerk(day, at, &to, &to, &fields, chance)
}

/// After the quorum was declared, one deputy comes or leaves; two people note it.
pub(super) fn move_deputy(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let sql = "select cast(a.deputy as text) from attendance as a where a.sitting = ?1 and not exists \
        (select 1 from issued as i where i.sitting = a.sitting and i.deputy = a.deputy) \
        order by a.deputy";
    let all = day.texts(sql, &[&at.sitting]);
    let Some(deputy) = chance.of(&all) else {
        return Ok(Tried::NotOffered);
    };
    let page = format!("/manage/sittings/{}/check-in", at.sitting);
    let to = format!("/manage/sittings/{}/check-in/{deputy}", at.sitting);
    let fields = [("reason", "有事".to_owned())];
    clerk(day, at, &page, &to, &fields, chance)
}

/// Clerk and chief scrutineer note that the sitting adopted the officers.
pub(super) fn adopt_officers(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let page = format!("/manage/sessions/{}/officers", at.session);
    let to = format!("/manage/sittings/{}/officers", at.sitting);
    let about = ("sitting", at.sitting, "adopt-officers");
    let who = day.second(at.place.congress, &[Clerk, ChiefScrutineer], about, chance);
    let press = Press {
        who,
        page: &page,
        to: &to,
        fields: &[],
    };
    day.press(&press, chance).map(|(came, _)| came)
}

/// The session has one more sitting.
pub(super) fn add(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let sql = "select count(*) from sitting where session = ?1";
    if day.number(sql, &[&at.session]) > 2 {
        return Ok(Tried::NotOffered);
    }
    let page = format!("/manage/sessions/{}", at.session);
    let to = format!("{page}/sittings");
    let fields = [("held_on", "2026-01-16".to_owned())];
    clerk(day, at, &page, &to, &fields, chance)
}

/// A poll that has not begun is given to another sitting.
pub(super) fn give_on(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let page = format!("/manage/sittings/{}/closing", at.sitting);
    let to = format!("{}/sitting", at.sheet());
    clerk(day, at, &page, &to, &[], chance)
}

/// Two people withdraw a poll.
pub(super) fn withdraw(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let page = format!("/manage/sittings/{}/closing", at.sitting);
    let to = format!("{}/withdraw", at.sheet());
    let about = ("poll", at.poll, "withdraw-poll");
    let who = day.second(at.place.congress, &[Clerk, ChiefScrutineer], about, chance);
    let reason = if chance.percent(85) { "暂缓" } else { "" };
    let press = Press {
        who,
        page: &page,
        to: &to,
        fields: &[("reason", reason.to_owned())],
    };
    day.press(&press, chance).map(|(came, _)| came)
}

pub(super) fn accept_warnings(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let page = format!("{}/rules", at.sheet());
    let to = format!("{}/rules/accept", at.sheet());
    let fields = [("reason", "本届惯例".to_owned())];
    clerk(day, at, &page, &to, &fields, chance)
}

pub(super) fn adopt_rules(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let to = format!("{}/rules/adopt", at.sheet());
    clerk(day, at, &at.sheet(), &to, &[], chance)
}

/// A second question to the same sitting, on the list that lies ready.
pub(super) fn new_poll(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    if at.place.is_rehearsal || at.place.poll > 0 {
        return Ok(Tried::NotOffered);
    }
    if free_list(day, at) == 0 {
        return Ok(Tried::NotOffered);
    }
    let who = day.somebody(at.place.congress, &[Clerk], chance);
    let page = format!("/manage/sessions/{}/polls/new", at.session);
    let fields = [
        ("places", "1".to_owned()),
        ("sitting", at.sitting.to_string()),
    ];
    let press = Press {
        who,
        page: &page,
        to: &page,
        fields: &fields,
    };
    let (came, slate) = day.press(&press, chance)?;
    if came != Tried::Done || !slate.is_some_and(|page| page.has_form("/slate")) {
        return Ok(came);
    }
    match day
        .targets()
        .into_iter()
        .rfind(|one| one.sitting == at.sitting)
    {
        Some(made) => choose_list(day, &made, chance),
        None => Ok(came),
    }
}

/// A list of the congress that no poll asks about yet; 0 where there is none.
pub(crate) fn free_list(day: &Day, at: &Target) -> i64 {
    let sql = "select coalesce(max(l.id), 0) from candidate_list as l join session as s \
        on s.congress = l.congress where s.id = ?1 and not exists \
        (select 1 from poll as p where p.list = l.id)";
    day.number(sql, &[&at.session])
}

/// The clerk chooses the list that a poll asks about.
pub(super) fn choose_list(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let list = free_list(day, at);
    if list == 0 {
        return Ok(Tried::NotOffered);
    }
    let to = format!("{}/slate", at.sheet());
    clerk(day, at, &to, &to, &[("list", list.to_string())], chance)
}
