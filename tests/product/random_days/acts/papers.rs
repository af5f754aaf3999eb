//! Papers: printed, replaced, found in the boxes by two, typed by two tellers, decided by two.

use domain::access::Role::{ChiefScrutineer, Clerk, Scrutineer, Teller};

use crate::random_days::chance::Chance;
use crate::random_days::day::{Day, Press};
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation};

use super::sitting::clerk;

type Came = Result<Tried, Violation>;

fn account(at: &Target) -> String {
    format!("/count/{}/account", at.poll)
}

fn act(at: &Target, act: &str) -> String {
    format!("/count/rounds/{}/papers/{act}", at.round)
}

pub(super) fn print(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let printed = (2 + chance.below(4)).to_string();
    let fields = [("printed", printed)];
    let at = &fewest(day, at);
    clerk(day, at, &account(at), &act(at, "printed"), &fields, chance)
}

/// The round of the sitting for which the fewest papers were printed: who holds papers holds one of each
/// round that is held, and a desk that runs out of one can give none.
fn fewest(day: &Day, at: &Target) -> Target {
    let printed = "select coalesce(max(printed), 0) from paper_stock where round = ?1";
    let mut held = day.targets();
    held.retain(|one| {
        let is_held = one.sitting == at.sitting && one.is_at(&["issuing", "open", "paused"]);
        is_held || one.round == at.round
    });
    held.into_iter()
        .min_by_key(|one| day.number(printed, &[&one.round]))
        .unwrap_or_else(|| at.clone())
}

pub(super) fn replace_spoilt(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let reason = if chance.percent(80) { "写错" } else { "" };
    let fields = [("reason", reason.to_owned())];
    clerk(day, at, &account(at), &act(at, "spoilt"), &fields, chance)
}

/// Papers in deputies' hands at a sitting.
fn in_hand(day: &Day, at: &Target) -> usize {
    let sql = "select (select count(*) from issued where sitting = ?1 and kind = 'paper') \
        + coalesce((select papers_out - papers_in from desk where sitting = ?1), 0)";
    day.number(sql, &[&at.sitting]).max(0) as usize
}

/// What deputies wrote and threw into the box, the first time somebody looks into it.
fn found(day: &mut Day, at: &Target, chance: &mut Chance) -> Vec<String> {
    if let Some(papers) = day.model.papers.get(&at.round) {
        return papers.clone();
    }
    let sql = "select count(*) from round_line where round = ?1";
    let lines = day.number(sql, &[&at.round]) as usize;
    let rules = day
        .texts("select rules from round where id = ?1", &[&at.round])
        .concat();
    let is_tick = rules.contains("kind tick") || rules.contains("tick");
    let held = in_hand(day, at);
    let in_box = held.saturating_sub(usize::from(chance.percent(30)));
    let papers = (0..in_box)
        .map(|_| {
            if chance.percent(10) {
                return "/3".to_owned();
            }
            let first = chance.below(lines);
            let other = if is_tick { "0" } else { "2" };
            let marks = (0..lines).map(|line| if line == first { "1" } else { other });
            marks.collect()
        })
        .collect::<Vec<String>>();
    day.model.papers.insert(at.round, papers.clone());
    papers
}

/// One of two people enters what was found in the boxes.
pub(super) fn enter(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    if !at.is_at(&["closed", "accounted"]) || in_hand(day, at) == 0 {
        return Ok(Tried::NotOffered);
    }
    let papers = found(day, at, chance).len();
    let number = if chance.percent(93) {
        papers
    } else {
        papers + 1
    };
    let roles = [Clerk, ChiefScrutineer, Scrutineer];
    let who = day.somebody(at.place.congress, &roles, chance);
    let fields = [("boxes", number.to_string())];
    let press = Press {
        who,
        page: &account(at),
        to: &act(at, "returned"),
        fields: &fields,
    };
    day.press(&press, chance).map(|(came, _)| came)
}

/// The first batch that is not sealed.
fn batch(day: &mut Day, at: &Target) -> Option<(i64, Vec<String>)> {
    const PILE: usize = 25;
    let papers = day.model.papers.get(&at.round)?.clone();
    let sql = "select count(*) from paper_batch where round = ?1";
    let sealed = day.number(sql, &[&at.round]) as usize;
    let pile = papers.chunks(PILE).nth(sealed)?;
    Some((sealed as i64 + 1, pile.to_vec()))
}

fn at_batch(
    day: &mut Day,
    at: &Target,
    batch: i64,
    act: &str,
    (who, fields): (usize, &[(String, String)]),
    chance: &mut Chance,
) -> Came {
    let page = format!("/count/rounds/{}/batches/{batch}", at.round);
    let to = format!("{page}/{act}");
    let fields: Vec<(&str, String)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let press = Press {
        who,
        page: &page,
        to: &to,
        fields: &fields,
    };
    day.press(&press, chance).map(|(came, _)| came)
}

/// A teller types a batch, now and then with a mistake or a doubt. No two tellers make the same mistake: what
/// two typed alike is taken, whatever the paper says.
pub(super) fn type_batch(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some((number, papers)) = batch(day, at) else {
        return Ok(Tried::NotOffered);
    };
    let slips: Vec<usize> = papers.iter().map(|_| chance.below(20)).collect();
    let who = day.somebody(at.place.congress, &[Teller], chance);
    let before = day.people[..who].iter();
    let before = before.filter(|one| one.congress == at.place.congress && one.role == Teller);
    let is_first = before.count() == 0;
    let mut fields: Vec<(String, String)> = vec![("counted".into(), papers.len().to_string())];
    for (place, (keys, slip)) in papers.iter().zip(slips).enumerate() {
        let keys = match slip {
            0 => "*".to_owned(),
            1 if is_first => keys.replacen('1', "0", 1),
            1 => "/3".to_owned(),
            _ => keys.clone(),
        };
        fields.push((format!("paper-{}", place + 1), keys));
    }
    at_batch(day, at, number, "type", (who, &fields), chance)
}

fn keys(papers: &[String]) -> Vec<(String, String)> {
    let papers = papers.iter().enumerate();
    papers
        .map(|(place, keys)| (format!("paper-{}", place + 1), keys.clone()))
        .collect()
}

pub(super) fn retype(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some((number, papers)) = batch(day, at) else {
        return Ok(Tried::NotOffered);
    };
    let who = day.somebody(at.place.congress, &[Teller], chance);
    asked_for(day, at, number, "retype", (who, &papers), chance)
}

pub(super) fn decide(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some((number, papers)) = batch(day, at) else {
        return Ok(Tried::NotOffered);
    };
    let who = day.somebody(at.place.congress, &[ChiefScrutineer, Scrutineer], chance);
    asked_for(day, at, number, "decide", (who, &papers), chance)
}

/// Fills in those papers that the page asks for.
fn asked_for(
    day: &mut Day,
    at: &Target,
    batch: i64,
    act: &str,
    (who, papers): (usize, &[String]),
    chance: &mut Chance,
) -> Came {
    let page = format!("/count/rounds/{}/batches/{batch}", at.round);
    let seen = day.get(who, &page);
    if seen.status != 200 || !seen.has_form(&format!("{page}/{act}")) {
        return Ok(Tried::NotOffered);
    }
    let html = seen.html();
    let mut fields = keys(papers);
    fields.retain(|(name, _)| html.contains(&format!("name=\"{name}\"")));
    fields.push(("as".to_owned(), "ask".to_owned()));
    at_batch(day, at, batch, act, (who, &fields), chance)
}

pub(super) fn confirm(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let Some((number, _)) = batch(day, at) else {
        return Ok(Tried::NotOffered);
    };
    let who = day.somebody(at.place.congress, &[ChiefScrutineer, Scrutineer], chance);
    at_batch(day, at, number, "confirm", (who, &[]), chance)
}
