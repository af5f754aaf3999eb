//! Whoever means no good: a stranger, a clerk who would be two people, a buyer of votes, a sender of
//! links, somebody who may write the file. What they reach for must stay out of reach, so an act of
//! theirs is done when the product withstood it.

use domain::access::Role::{Clerk, Publisher};
use domain::round::RoundAct;

use crate::random_days::chance::Chance;
use crate::random_days::course;
use crate::random_days::day::Day;
use crate::random_days::model::Kept;
use crate::random_days::prefecture::PASSWORD;
use crate::random_days::promises;
use crate::random_days::site::Browser;
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation, read};
use crate::support::Page;

use super::round::address;
use super::voting::with_phone;

type Came = Result<Tried, Violation>;

/// A browser without any account opens pages of the office and of the public.
pub(super) fn look(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let (poll, round, sitting) = (at.poll, at.round, at.sitting);
    let closed = [
        format!("/manage/polls/{poll}"),
        format!("/count/{poll}"),
        format!("/count/{poll}/account"),
        format!("/count/{poll}/statement"),
        format!("/manage/rounds/{round}/box"),
        format!("/manage/rounds/{round}/live"),
        format!("/manage/sittings/{sitting}/slips"),
        format!("/count/rounds/{round}/batches/1"),
    ];
    let mut stranger = day.stranger.clone();
    let path = chance.of(&closed).unwrap();
    let page = stranger.get(day.site(), path);
    if page.status == 200 && !page.path.starts_with("/sign-in") {
        return Violation::of("a stranger reads nothing", page.path);
    }
    let is_published = day.number("select count(*) from notice where poll = ?1", &[&poll]) > 0;
    for path in [format!("/polls/{poll}"), "/".to_owned()] {
        let page = stranger.get(day.site(), &path);
        read(&page)?;
        let shows = page.html().contains("class=\"result\"");
        if shows && !is_published && path != "/" {
            return Violation::of("no mark before publishing", page.text());
        }
    }
    Ok(Tried::Done)
}

/// Somebody with an account of another congress, or of this one without the role, opens and sends what
/// is not theirs: nothing is shown, nothing changes, and no event tells that anything did.
pub(super) fn nose(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let (poll, round, sitting, session) = (at.poll, at.round, at.sitting, at.session);
    let pages = [
        format!("/manage/polls/{poll}"),
        format!("/manage/polls/{poll}/script"),
        format!("/manage/polls/{poll}/forms"),
        format!("/count/{poll}"),
        format!("/count/{poll}/account"),
        format!("/count/{poll}/statement"),
        format!("/count/rounds/{round}/batches/1"),
        format!("/manage/rounds/{round}/box"),
        format!("/manage/sessions/{session}"),
        format!("/manage/sessions/{session}/officers"),
        format!("/manage/sittings/{sitting}/slips"),
        format!("/manage/sittings/{sitting}/desk"),
        format!("/manage/sittings/{sitting}/closing"),
        format!("/manage/sittings/{sitting}/screens"),
        format!("/manage/sittings/{sitting}/roll"),
    ];
    let acts = [
        (format!("/count/{poll}/statement"), "papers"),
        (format!("/count/rounds/{round}/papers/returned"), "boxes"),
        (format!("/count/rounds/{round}/papers/printed"), "printed"),
        (format!("/count/rounds/{round}/presidium"), "line"),
        (format!("/count/rounds/{round}/batches/1/type"), "counted"),
        (format!("/manage/rounds/{round}/cards/give"), "card"),
        (format!("/manage/rounds/{round}/cards/1"), "as"),
        (format!("/manage/rounds/{round}/box/seal"), "as"),
        (format!("/manage/polls/{poll}/publish"), "as"),
        (format!("/manage/polls/{poll}/withdraw"), "reason"),
        (format!("/manage/polls/{poll}/rehearsal"), "as"),
        (format!("/manage/polls/{poll}/rules/adopt"), "as"),
        (format!("/manage/sittings/{sitting}/slips/ask"), "number"),
        (format!("/manage/sittings/{sitting}/slips/cancel"), "codes"),
        (format!("/manage/sittings/{sitting}/slips/print"), "as"),
        (format!("/manage/sittings/{sitting}/desk/take-slip"), "code"),
        (format!("/manage/sittings/{sitting}/closing"), "act"),
        (format!("/manage/sittings/{sitting}/officers"), "as"),
        (format!("/manage/sittings/{sitting}/adjourn"), "as"),
    ];
    let others: Vec<usize> = (0..day.people.len())
        .filter(|who| day.people[*who].congress != at.place.congress)
        .collect();
    let who = *chance.of(&others).unwrap();
    let name = day.people[who].name.clone();
    let page = day.get(who, chance.of(&pages).unwrap());
    if page.status == 200 {
        let told = format!("{name} reads {}", page.path);
        return Violation::of("nobody reads another congress", told);
    }
    read(&page)?;
    let sql = "select count(*) from audit where kind <> 'head-taken'";
    let before = day.number(sql, &[]);
    let token = day.get(who, "/manage/password").value("token");
    let (to, field) = chance.of(&acts).unwrap();
    let fields = [("token", token.as_str()), (*field, "1"), ("as", "ask")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let answer = day.post(who, to, &fields);
    read(&answer)?;
    if answer.status < 400 || day.number(sql, &[]) != before {
        let told = format!("{name} sends {to}: {}", answer.status);
        return Violation::of("nobody acts in another congress", told);
    }
    Ok(Tried::Done)
}

/// A browser without any account, or of another congress, sends what would be an act.
pub(super) fn press(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let act = *chance.of(&RoundAct::ALL).unwrap();
    let sql = "select (select count(*) from act_done) + (select count(*) from act_request)";
    let before = day.number(sql, &[]);
    let (_, to) = address(at, act);
    let fields = [
        ("token".to_owned(), "00".repeat(32)),
        ("reason".to_owned(), "无".to_owned()),
    ];
    let mut stranger = day.stranger.clone();
    stranger.post(day.site(), &to, &fields);
    let other = (at.place.congress + 1) % 3;
    let neighbour = day.people.iter().position(|one| one.congress == other);
    let neighbour = neighbour.unwrap();
    let token = day.get(neighbour, "/manage/password").value("token");
    let answer = day.post(neighbour, &to, &[("token".to_owned(), token)]);
    if day.number(sql, &[]) != before {
        return Violation::of("nobody acts in another congress", answer.text());
    }
    Ok(Tried::Done)
}

/// The clerk chooses an officer's PIN, and then is both people that an act needs.
pub(super) fn be_two(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let clerk = |one: &crate::random_days::prefecture::Person| {
        one.congress == at.place.congress && one.role == Clerk
    };
    let who = day.people.iter().position(clerk).unwrap();
    let page = day.get(who, &format!("/manage/sessions/{}/officers", at.session));
    read(&page)?;
    let name = day.people[who].name.clone();
    let sql = "select cast(id as text) from officer where session = ?1 order by id limit 2";
    let named = day.texts(sql, &[&at.session]);
    if let Some(officer) = chance.of(&named)
        && page.html().contains("name=\"token\"")
    {
        let pin = "804172";
        let to = format!("/manage/officers/{officer}/pin");
        let fields = [
            ("token", page.value("token")),
            ("new_pin", pin.to_owned()),
            ("repeat", pin.to_owned()),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value));
        let answer = day.post(who, &to, &fields);
        if read(&answer)? == Tried::Done {
            let officer = officer.parse().unwrap();
            let chosen = (pin.to_owned(), name.clone());
            day.model.pins.insert(officer, chosen);
        }
    }
    let Some(stage) = domain::round::RoundStage::from_word(&at.stage) else {
        return Ok(Tried::NotOffered);
    };
    let Some(act) = stage.next_act().filter(|act| act.needs_two()) else {
        return Ok(Tried::Done);
    };
    let (page, to) = address(at, act);
    let page = day.get(who, &page);
    if page.status != 200 || !page.has_form(&to) {
        return Ok(Tried::Done);
    }
    let (to, fields) = page.form(&to);
    for (officer, (pin, chosen_by)) in day.model.pins.clone() {
        if chosen_by != name {
            continue;
        }
        let mut fields = fields;
        fields.retain(|(name, _)| !["officer", "pin", "as"].contains(&name.as_str()));
        fields.push(("officer".into(), officer.to_string()));
        fields.push(("pin".into(), pin));
        fields.push(("as".into(), "pin".into()));
        fields.push(("holding".into(), "2-of-3".into()));
        read(&day.post(who, &to, &fields))?;
        break;
    }
    Ok(Tried::Done)
}

/// A publisher, who may not act on rounds, types wrong PINs of officers: none of them counts.
pub(super) fn lock_pins(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    const PROMISE: &str = "whoever may not act locks nobody's PIN";
    let sql =
        "select cast(id as text) from officer where session = ?1 and pin_hash <> '' order by id";
    let set = day.texts(sql, &[&at.session]);
    let Some(officer) = chance.of(&set) else {
        return Ok(Tried::NotOffered);
    };
    let publisher = |one: &crate::random_days::prefecture::Person| {
        one.congress == at.place.congress && one.role == Publisher
    };
    let who = day.people.iter().position(publisher).unwrap();
    let tries = "select coalesce(sum(wrong), 0) from pin_try \
                 where officer in (select id from officer where session = ?1)";
    let before = day.number(tries, &[&at.session]);
    let token = day.get(who, "/manage/password").value("token");
    let (_, to) = address(at, *chance.of(&RoundAct::ALL).unwrap());
    let fields = [
        ("token", token.as_str()),
        ("officer", officer.as_str()),
        ("pin", "000001"),
        ("as", "pin"),
        ("reason", "无"),
        ("holding", "2-of-3"),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let answer = day.post(who, &to, &fields);
    if day.number(tries, &[&at.session]) != before {
        return Violation::of(PROMISE, format!("{to}: {}", answer.text()));
    }
    read(&answer)?;
    Ok(Tried::Done)
}

/// Somebody types wrong passwords for an account until no more are taken: whoever signed in before in
/// the own browser signs in all the same.
pub(super) fn lock_out(day: &mut Day, _: &Target, chance: &mut Chance) -> Came {
    const PROMISE: &str = "nobody is locked out by another";
    let who = chance.below(day.people.len());
    let name = day.people[who].name.clone();
    let mut stranger = Browser::new(61_000 + chance.below(500));
    let signs_in = |password: &str| {
        [("username", name.as_str()), ("password", password)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    for _ in 0..7 {
        let page = stranger.post(day.site(), "/sign-in", &signs_in("stone-river-lamp-92"));
        read(&page)?;
    }
    // The owner signs in once more, in a second window of the own browser.
    let mut own = day.people[who].browser.clone();
    let page = own.post(day.site(), "/sign-in", &signs_in(PASSWORD));
    if page.status != 200 || page.path.starts_with("/sign-in") {
        return Violation::of(PROMISE, format!("{name}: {}", page.text()));
    }
    Ok(Tried::Done)
}

/// What an answer tells, byte for byte.
fn told(page: &Page) -> (u16, Option<String>, Option<String>, Vec<u8>) {
    let cookie = page.header("set-cookie");
    (
        page.status,
        page.header("location"),
        cookie,
        page.body.clone(),
    )
}

/// Whoever bought a vote sends two forms of a used slip, the one that was cast and another: the answers
/// must not tell which is which.
pub(super) fn ask_for_proof(day: &mut Day, at: &Target, _: &mut Chance) -> Came {
    if !promises::holds("no receipt") {
        return Ok(Tried::NotOffered);
    }
    let kept = &day.model.kept;
    let pattern = |kept: &Kept| day.model.cast.get(&kept.round)?.get(&kept.slip).cloned();
    let pair = kept.iter().find_map(|one| {
        let cast = pattern(one)?;
        let is_here = one.poll == at.poll && one.round == at.round && cast == one.pattern;
        let is_other = |other: &&Kept| {
            (other.round, other.slip) == (one.round, one.slip) && other.pattern != one.pattern
        };
        let other = kept.iter().find(is_other).filter(|_| is_here)?;
        Some((one.clone(), other.clone()))
    });
    let Some((cast, other)) = pair else {
        return Ok(Tried::NotOffered);
    };
    let to = format!("/ballot/{}/cast", at.poll);
    let answers = [cast, other].map(|form| {
        with_phone(day, at, form.slip, |phone, day| {
            let mut buyer = phone.clone();
            let body: Vec<(&str, &str)> = form
                .fields
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            let body = crate::support::client::encode(&body);
            told(&buyer.once(day.site(), "POST", &to, Some(body)))
        })
    });
    if answers[0] != answers[1] {
        let told = format!(
            "stage {}: the form that was cast hears {} {:?}, another {} {:?}",
            at.stage, answers[0].0, answers[0].1, answers[1].0, answers[1].1
        );
        return Violation::of("no receipt", told);
    }
    Ok(Tried::Done)
}

/// A link in a chat leads to a slip that was used: whoever holds an unused one keeps it.
pub(super) fn send_link(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    if !promises::holds("a link replaces no slip") {
        return Ok(Tried::NotOffered);
    }
    let held = day.model.in_hand(at.sitting);
    let (used, unused): (Vec<usize>, Vec<usize>) = held
        .into_iter()
        .partition(|slip| day.model.has_cast(at.round, *slip));
    let (Some(used), Some(mine)) = (chance.of(&used), chance.of(&unused)) else {
        return Ok(Tried::NotOffered);
    };
    if !at.is_at(&["open"]) {
        return Ok(Tried::NotOffered);
    }
    let link = format!("/b/{}", day.model.slips[&at.sitting][*used].scanned);
    let own = format!("/b/{}", day.model.slips[&at.sitting][*mine].scanned);
    let poll = at.poll;
    let (kept, sheet) = with_phone(day, at, *mine, |phone, day| {
        phone.get(day.site(), &own);
        let before = phone.cookie("minsheng_slip", "/ballot");
        phone.comes_from_elsewhere = true;
        phone.get(day.site(), &link);
        phone.comes_from_elsewhere = false;
        let kept = before.is_some() && phone.cookie("minsheng_slip", "/ballot") == before;
        (kept, phone.get(day.site(), &format!("/ballot/{poll}")))
    });
    read(&sheet)?;
    // The other slip's ballot looks the same, used or not: which slip the phone holds is told by its cookie.
    if !kept || !sheet.has_form(&format!("/ballot/{poll}/review")) {
        return Violation::of("a link replaces no slip", sheet.text());
    }
    Ok(Tried::Done)
}

/// Somebody who may write the file turns the opened papers around, in a copy of this day. There the
/// people go on as ever: they must never come to a certified result of those papers.
pub(super) fn change_papers(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let has_papers = "select count(*) from opened_paper where round = ?1";
    let is_ready = at.is_at(&["opened", "counted"]) && !at.place.is_rehearsal;
    if !promises::holds("changed papers are noticed")
        || !is_ready
        || day.number(has_papers, &[&at.round]) == 0
    {
        return Ok(Tried::NotOffered);
    }
    let round = at.round;
    let mut other = day.fork(|dir| {
        let file = rusqlite::Connection::open(dir.join("minsheng.db")).unwrap();
        let sql = "select pattern, papers from opened_paper where round = ?1 and verdict = 'valid'";
        let mut statement = file.prepare(sql).unwrap();
        let rows = statement.query_map([round], |row| Ok((row.get(0)?, row.get(1)?)));
        let rows: Vec<(Vec<u8>, i64)> = rows.unwrap().map(Result::unwrap).collect();
        let sql = "delete from opened_paper where round = ?1 and verdict = 'valid'";
        file.execute(sql, [round]).unwrap();
        for (mut pattern, papers) in rows {
            pattern[2..].rotate_left(1);
            let sql = "insert into opened_paper (round, verdict, pattern, papers) \
                values (?1, 'valid', ?2, ?3)";
            file.execute(sql, rusqlite::params![round, pattern, papers])
                .unwrap();
        }
    });
    let patterns = |day: &Day| {
        let sql = "select verdict || hex(pattern) || papers from opened_paper where round = ?1 order by 1";
        day.texts(sql, &[&round])
    };
    if patterns(day) == patterns(&other) {
        return Ok(Tried::NotOffered);
    }
    for _ in 0..12 {
        let Some(target) = other.target(at.place).filter(|one| one.round == round) else {
            break;
        };
        if target.is_at(&["certified"]) {
            let told = format!("round {round} is certified with changed papers");
            return Violation::of("changed papers are noticed", told);
        }
        let Some(next) = course::next(&other, &target, chance) else {
            break;
        };
        (super::find(next).run)(&mut other, &target, chance)?;
    }
    Ok(Tried::Done)
}
